# ruff: noqa: E501 - tables of wording
"""The blind wording: nobody who works on the grammar has seen it, and only its figures are told.

Written as a pensioner in a choir, an electrician with a van and a student who dictates would write; the Chinese
stands in a file of its own.
"""

from __future__ import annotations

from assistant.domain.item import Language
from assistant.evaluation.wordings.blind_chinese import CHINESE, TWINS
from assistant.evaluation.wordings.wording import Part, Wording, lines, occasions, somebodies

_ENGLISH = Wording(
    twins=TWINS,
    people=somebodies("""
        Maureen | Maureen, Maureen Tate, maureen | Doreen, Maurice, Maureen's sister
        Gareth Llewellyn | Gareth, Gareth Llewellyn, Mr Llewellyn | Grant, Garth, Mrs Llewellyn
        Siobhan | Siobhan, Siobhan Doyle, siobhan | Sinead, Shauna, Siobhan's flatmate
        my physio | my physio, the physio, my physiotherapist | my psychologist, my philosophy tutor, my old physics teacher
        the letting agent | the letting agent, our letting agent, the lettings agent | the travel agent, the ticket agent, the cleaning lady
        Auntie Bev | Auntie Bev, Aunty Bev, Aunt Bev, auntie bev | Auntie Viv, Auntie Barb, Uncle Ned
        Raj | Raj, Raj Patel, raj | Rav, Taj, Raj's cousin
        my sister-in-law | my sister-in-law, my sister in law | my sister, my father-in-law, my brother-in-law
        Mrs Abernathy | Mrs Abernathy, Mrs. Abernathy, mrs abernathy | Miss Abbott, Mrs Applegate, Mr Abernathy
        Dr Osei | Dr Osei, Dr. Osei, Doctor Osei | Dr Otley, Dr Ossman, Dr O'Shea
        Big Dave | Big Dave, big dave | Little Dave, Davina, Dave from accounts
        Tanya | Tanya, Tanya Brooks, tanya | Tamsin, Tina, Anya
        my manager | my manager, my line manager | the bank manager, my manager's wife, the stage manager
        grandad | grandad, Grandad, my grandad, my grandfather | my granddaughter, my gran, Ellie's grandad
        João | João, Joao, Joao Pereira | Joan, Jonah, Joao's brother
        the plumber | the plumber, our plumber | the plasterer, the painter, Mr Plummer
        Professor Lindqvist | Professor Lindqvist, Prof Lindqvist, Prof. Lindqvist | Professor Lindgren, Linda, Professor Quist
        Coach Ramirez | Coach Ramirez, coach ramirez, Ramirez | Coach Romero, Ramiro, the assistant coach
        jen from payroll | jen from payroll, Jen from payroll, Jen in payroll | Jen from marketing, Ben from payroll, Jan
        my ex | my ex, the ex | Rex, my ex-colleague, my neighbour Alex
    """),
    occasions=occasions("""
        repot the houseplants | potting up the monstera, compost all over the kitchen floor; right, bigger pots for the houseplants, here we go; repotting today, the spider plant has roots out the bottom; got the trowel and the fern is coming out of its old pot | the car plant is closing, they said on the news; potholes all down our street; a pot of tea in the conservatory
        go to choir practice | walking over to choir now; off to sing with the altos, back by nine; in the church hall, warming up our voices; choir practice, leaving the house | next door's guitar practice is dreadful; heard a lovely choir on the radio; the GP practice is shut for training
        fill in a timesheet | doing my timesheet; typing my hours in for the week; hours sheet for friday, filling it in now; logging what i worked mon to thurs for the office | the bedsheets are worn through; bus timetable changed again; no time for lunch
        quote a job | pricing up a rewire; working out a quote for the extension; putting numbers together for a customer, 3 days labour plus parts; on the bonnet of the van scribbling a quote for a fuse board job | nice quote by churchill in the paper; the job centre was heaving; he quoted half the film at us
        load the van | loading up the van; chucking the tools in the back ready for site; van doors open, cable drums going in; getting the ladders on the roof rack | the van gogh exhibition was packed; that talk was a load of rubbish; ice cream van in our street
        drive up to the cabin | just set off for the cabin; we are in the car on our way up to the cabin, two hours to go; on the interstate heading to the cabin; driving up into the woods for our cabin weekend | cabin crew are on strike; food drive at the church raised loads; the cabin in that movie was creepy
        work on my thesis | thesis time, chapter three here I come; ok so I am in the library with chapter two open and actually writing; editing the methods section of my dissertation; working on the lit review for the thesis | his big thesis is that cats run the internet; that documentary had a wild hypothesis; read the first chapter of a thriller in bed
        ring the insurance company | on hold with the insurance people, awful music; dialling the insurers about the roof; phoning the insurance company now; calling up about our home insurance claim, press two for claims | insurance goes up every single year; a cousin of hers works in insurance; an advert for pet insurance, with a parrot
        do the laundry | putting a wash on; whites are going in the machine; laundry time, sorting the darks; at the laundromat with a bag of quarters | a film about money laundering; washed two plates; laundry powder is six quid now
        go for a run | lacing up my trainers, five k before breakfast; out the door for a jog; warming up for a run round the park; going running, headphones in | run out of milk; the musical had a long run in the west end; my nose has been running since dawn
        clean out the fridge | shelves out and everything on the counter, the fridge gets a scrub; cleaning out the fridge; wiping down the fridge and chucking the old jars; emptying the fridge, there is something green in a tub | the fridge hums at night; stuck a postcard on the fridge; cleaned my glasses
        bake bread | dough is proving; kneading away, flour up to my elbows; shaping the loaf, oven is heating; baking a sourdough | price of bread these days; garlic bread from the takeaway was cold; it is baking hot today
        pick the kids up from school | at the school gates, bell goes in five; off to get the kids; school run, the afternoon one; in the pickup line outside the elementary school | the school roof leaks, says the paper; picked up a cold somewhere; kids on the bus were screaming
        take the dog to the vet | in the vet's waiting room, dog is shaking; driving the dog to the vet; on the scales at the animal clinic, he has put on weight poor boy; vet time, lead on and off we go | next door's dog barked till two; a documentary about vietnam vets; hot dogs at the stadium
        practise the piano | sat at the piano, scales first; practising my chopin piece; half an hour of piano before tea; running through the left hand of the nocturne | someone is selling a piano for fifty quid; a piano recital on the telly; in theory yes, in practice no
        book a hotel | looking at rooms in lisbon, about to hit reserve; booking a hotel for the conference; comparing hotels for the weekend away, this one has breakfast; on the booking site, two nights, double room | reading a good book in bed; the new hotel on the ring road is hideous; the grand budapest hotel was on telly
        mow the lawn | mower's out, grass is up to my ankles; cutting the grass before the rain; doing the lawn now; mowing, then edges | lawn tennis on the telly; grass stains on these jeans will never shift; somebody mowing at seven am in the next street, rude
        go to the pharmacy | popping to the chemist's for my prescription; queuing at the pharmacy; in boots picking up my tablets; at the cvs drive thru getting my meds | she studied pharmacy in leeds; chemistry was my worst subject; the farm shop does nice eggs
        fill up the car | at the petrol station, tank's nearly empty; stopping for gas; nozzle in, filling up with diesel; pulling into the shell to fill the car | gas leak on the high street; the tank museum is worth a visit; felt very full after that curry
        back up the laptop | plugging in the external drive for a backup; time machine is running, first backup in months; copying everything off the laptop before the update; backing up my laptop | backed into a hedge; laptop fan sounds like a jet; traffic backed up to the bridge
        mark essays | marking year nine's essays, red pen out; grading papers on the sofa; a pile of thirty essays in front of me, starting at the top; back to marking, essay number twelve | an essay in the guardian on loneliness; coffee left a mark on the table; skid marks outside number nine
        pay the bills | sitting down with the bills and my banking app; paying the electric and the water; bills night, transferring the council tax; got the gas and phone bills here, sending the money off now | bill bryson is funny; a bill is going through parliament; it pays to be early
        give blood | on the couch at the donor centre squeezing the ball; giving blood; about to donate, they have checked my iron; at the blood drive, next in line | blood oranges are in; that article made my blood boil; gave the old coats to oxfam
    """),
    person_once=lines("""
        next time I see {who}, {do}
        when I talk to {who}, remind me to {do}
        remind me to {do} next time i speak to {who}
        {do} when i see {who}
        i need to {do} next time {who} is around
        note for when I meet {who}: {do}
        if I bump into {who}, I must {do}
        once I get hold of {who}, remind me to {do}
        mustn't forget to {do} when I'm next with {who}
        when I get a minute with {who} remind me to {do}
        whn u notice im talking to {who} remind me to {do}
        gotta {do} next time im with {who}
        okay next time I'm chatting with {who} I need to {do}
        before I forget, next time I catch {who}, {do}
        would you remind me to {do} when {who} and I next speak
        next chat w/ {who}: {do}
        {who}: {do} when we next talk
        when I run into {who} again I should {do}
        poke me to {do} when {who} turns up
        i said id {do} next time i saw {who}, remind me then
        Please tell me to {do} when I next meet {who}.
    """),
    person_always=lines("""
        every time I see {who}, remind me to {do}
        whenever i talk to {who}, {do}
        each time I meet {who}, {do}
        always {do} when I speak to {who}
        any time I'm with {who} remind me to {do}
        remind me to {do} every time I meet {who}
        whenever {who} turns up, tell me to {do}
        with {who} I always have to {do}, nudge me each time we talk
        from now on remind me to {do} whenever {who} and I talk
        every single time i speak with {who} i need to {do}
        whenever im round {who} pls remind me to {do}
        {do} each time I see {who}
        anytime I talk to {who} you need to tell me to {do}
    """),
    topic_once=lines("""
        next time I {when}, {do}
        when I next {when}, remind me to {do}
        remind me to {do} when I {when}
        remind me to {do} the next time I {when}
        the next time i {when} i need to {do}
        note to self: when I {when}, {do}
        if i {when} tell me to {do}
        dont let me forget to {do} when i {when}
        {do} next time i {when}
        must {do} when I next {when}
        hey when i {when} could you tell me to {do} thanks
        poke me to {do} as soon as I {when}
        I keep forgetting to {do}, so say something when I next {when}
        when i {when} - {do}!!
        whn i {when} pls remind me 2 {do}
        okay so the next time that I {when} I really have to {do}
        be a dear and remind me, when I next {when}, to {do}
        Reminder for the next time I {when}: {do}
        nudge me when I {when}, I want to {do}
        gotta {do} the next time i {when}
    """),
    topic_always=lines("""
        every time I {when}, remind me to {do}
        whenever i {when} i have to {do}
        each time I {when}, {do}
        any time i {when}, tell me to {do}
        always remind me to {do} when I {when}
        I want a nudge to {do} every single time I {when}
        from now on, whenever I {when}, remind me to {do}
        remind me to {do} whenever I {when}
        anytime I {when} you should remind me to {do} okay
        every time i {when}: {do}
        {do} every time I {when}
        when I {when} I always need to {do}, so keep reminding me
        whenever I {when} please tell me to {do}, I never remember
    """),
    actions=lines("""
        ask about the parking permit
        mention the leak under the sink
        say thanks for the plums
        check the warranty
        ask for a receipt
        write down the mileage
        take a photo for the group
        arrange to give back the cordless drill
        bring up the summer rota
        sort out the spare key
        drink some water
        look for my green scarf
        get a date for the barbecue
        ask who has the projector
        find out what the deposit was
        send that photo from the wedding
        stand up straight
        claim back the eleven pounds fifty
        check the smoke alarm
        put the phone on silent
        ask if the marquee is free
        explain why I missed the party
        pass on the recipe for lemon curd
        use the new account number
        share the good news about the flat
        be patient for once
        check that both bike lights work
        ask where the envelope went
    """),
    met=lines("""
        just bumped into {who} outside the bank
        {who} is at the door
        on the phone to {who} right now
        sitting down with {who} for a brew
        {who} just walked in
        {who} is calling me
        im at the pub and {who} is here
        {who} just sat down next to me
        {who} is just parking, here we go
        facetiming {who}
        chatting to {who} over the fence
        I'm with {who} at the moment
        guess who just turned up, {who}
        having lunch with {who} now
        got {who} on the line
        on a zoom with {who}, camera on
        {who} popped in for a minute
        oh look there's {who} coming over
        walking through town with {who}
        talking to {who} as we speak
    """),
    missed=lines("""
        saw {who} last Tuesday
        {who} cancelled on me
        {who} can't make it today
        dreamt about {who} last night
        rang {who} twice, no answer
        {who} is away until the end of the month
        I used to see {who} a lot more
        was going to meet {who} but it is off
        someone asked me how {who} is doing
        found an old photo of {who} in a drawer
        had a good chat with {who} on Sunday
        {who} was in a right mood last week
        just missed {who}, already gone home
        {who} never showed up
        my call with {who} got called off
        I should really be nicer to {who}
        wonder how {who} is getting on
    """),
    other=lines("""
        just bumped into {other} in town
        {other} is at the door
        on the phone to {other}
        having coffee with {other}
        {other} is ringing me
        met {other} at the bus stop
        {other} came over to say hello
        sitting next to {other} on the bus
        talking to {other} now
        {other} is here
        zoom call with {other}
        having a chat with {other}
    """),
    chatter=lines("""
        still can't find {a}, {b}
        bought {a} for twelve quid
        lost {a} somewhere between home and the office, {b}
        found {a} under the stairs, {b}
        swapped {a} for a bottle of wine
        someone has taken {a}, {b}
        left {a} on the bus, {b}
        dropped {a}, {b}
        tripped over {a}, {b}
        {a} is on the top shelf, {b}
        sold {a} on ebay, {b}
        ordered {a} and it came in a box the size of a door
        nobody wants {a}, {b}
        {a} cost more than I thought, {b}
        just saw {a} in a shop window, exactly like ours
        rain since five this morning, {b}
        slept badly, {b}
        the moon was enormous last night
        two magpies on the roof
        bus was 14 min late, {b}
        beans on toast, {b}
        headache since lunch, {b}
        finished the crossword bar one clue, {b}
        my knee clicks when i go downstairs
        watched three episodes and regret nothing
        new neighbours have a trampoline, {b}
        wifi dropped twice, {b}
        the corner cafe does oat milk for free
        sunset over the canal was gorgeous
        power cut from two till twenty to three, {b}
        what's the capital of mongolia
        how many grams in an ounce
        idea: a podcast about sheds
        so apparently octopuses have three hearts
        the lift smells of soup, {b}
        stubbed my toe, {b}
        Lovely frost on the windows this morning.
        it's colder than it looks, {b}
        we won at the quiz, {b}
        lunch was soup, {b}
        a parcel for number nine came here, {b}
        spilled tea on the keyboard, {b}
        scored 212 at scrabble, {b}
        saw a heron by the bridge
        hiccups for an hour, {b}
        nothing on the news but football, {b}
    """),
    first=lines("""
        the blue kettle
        a decent umbrella
        my reading glasses
        the old radio
        a tin of paint
        my bus pass
        the spare charger
        a jigsaw of Venice
        the curtain rail
        a jar of pickles
        the router
        my rain jacket
        the bathroom scales
        the kitchen clock
        a box of candles
        the camping stove
        the remote
        a bag of marbles
        the toaster
        my woolly hat
    """),
    second=lines("""
        honestly
        as usual
        again
        of course
        what a day
        typical
        not my finest hour
        anyway
        go figure
        oh well
        no idea why
        could be worse
        so it goes
        lol
        believe it or not
        long story
    """),
    rules=lines("""
        always answer me in British English
        keep your answers short please, two or three sentences
        never use emojis with me
        use metric units
        When you mention prices, give them in pounds.
        i want bullet points not paragraphs
        call me Mo from now on
        if you're not sure about something, say so
        stop apologising all the time
        Always tell me where you got a fact from.
        don't give me legal advice without a link to the source
        please put dates as day month year
        when i paste code just fix it, no lecture
        reply in plain words, no jargon
        from now on start with the conclusion and then explain
        never suggest recipes with peanuts, I'm allergic
        Whenever I ask about medicines, tell me to check with a doctor.
        no exclamation marks in drafts you write for me
        write emails for me in a formal tone
        always round to two decimals
        do not read my notes out loud
        from here on out answer me in Spanish okay
        don't ever start a reply with "Great question"
        use 24h times
        talk to me like I'm twelve, always
        For recipes, always give amounts for four people.
        always include the year when you mention a book
        never schedule anything on Sundays for me
        numbered lists only pls
        when I ask for restaurants make them vegetarian
        I'd like you to end every answer with a one line summary
        you should never assume I have a car
        temperatures in fahrenheit for me please, every time
        don't correct my spelling
        make every code example Python
    """),
    lookalikes=lines("""
        every time I open that cupboard something falls out
        she said she'd ask about the money next time she sees Hannah
        when I was little we always answered the phone with our number
        do you always take this long to reply?
        he told me never to trust a man in a bow tie
        whenever it snows the trains stop, national sport
        "always look on the bright side of life" is stuck in my head
        The sign said: always keep left.
        did I ask you to remind me about anything?
        what did i want you to remind me of last week
        my first boss used to say never answer before ten
        I always forget people's names when i meet them
        my phone never rings when i want it to
        that song reminds me of wales
        they told me at the hospital to always finish the course
        when I see that advert I could scream
        who reminded you about the bins?
        she wants me to text every time i land, bit much
        The manual says never to shake it.
        is there a way to always show the clock on this phone?
        if i had a pound for every time i hear that
        why do americans always measure in cups
        whenever I think of that summer I smell sun cream
        he always asks about the weather when he rings
        they promised to let me know as soon as they hear
        our old teacher made us use short sentences
        used to remind myself with a knot in my hanky
        the bank says never share your PIN
        When I got home the light was on.
        next time they come they are bringing the tent, she says
        no reminder needed, did it already
        i told the waiter no onions and he brought onions
        "do I need to remind you who pays for this flat", he said
        the boy next door always says thank you when the lift opens
        I never answer unknown numbers
        every time a bell rings an angel gets its wings, apparently
        what happens when you delete a note here?
        you always know what to say, cheers
        would it help if I always used headings?
        yesterday whenever I looked up it was still grey
        when in rome, as they say
        we had to write "I must always listen" a hundred times
        her reminder went off when he walked in, so awkward
        Tom's rule was to answer every letter the same day
        i said to him, when you see the queue, just turn round
        people always reply in capitals on that forum
        she made me promise never to call after nine
        does it bother you when I type in lower case
    """),
)

BLIND: Part = {Language.ENGLISH: _ENGLISH, Language.CHINESE: CHINESE}
