# ruff: noqa: E501 - tables of wording
"""An eighth wording, as six people would write who have not seen the grammar."""

from __future__ import annotations

from assistant.domain.item import Language
from assistant.evaluation.wordings.eighth_chinese import CHINESE, TWINS
from assistant.evaluation.wordings.wording import Part, Wording, lines, occasions, somebodies

_ENGLISH = Wording(
    twins=TWINS,
    people=somebodies("""
        Priya | Priya, Priya Nair | Priyanka, Preeti
        Marcus | Marcus, Marcus Bell | Marcia, Mark Bell
        my physio | my physio, the physio, my physio Beth | my osteopath, the chemist
        our landlady | our landlady, the landlady, our landlady Mrs Quill | the lady next door, the letting agent
        Dr Okafor | Dr Okafor, Dr. Okafor, Doctor Okafor | Dr Oakley, Nurse Okoro
        Grandpa Joe | Grandpa Joe, grandpa joe, Grandpa | Uncle Joe, Joe from the gym
        my sister | my sister, my sis, my big sister | my sister-in-law, Tom's sister
        Kev | Kev, Kevin, kev | Kelvin, Devon
        Mrs Petrov | Mrs Petrov, Mrs. Petrov, mrs petrov | Mr Petrov, Mrs Peters
        our builder | our builder, the builder | the plumber, the window cleaner
        Tamsin Reid | Tamsin Reid, Tamsin, tamsin | Tamsin Ward, Jamie Reid
        my line manager | my line manager, my manager | the store manager, the bank manager
        Sofía | Sofía, Sofia, sofia | Sophie, Stefania
        Leo's teacher | Leo's teacher, Leos teacher | Leo's swimming coach, Mia's teacher
        Hassan from accounts | Hassan from accounts, Hassan, hassan | Hannah from accounts, Harriet from payroll
        Big Dave | Big Dave, big dave | Little Dave, Dave from the depot
        the vet | the vet, our vet | the dog groomer, the dog walker
        Auntie Jean | Auntie Jean, Aunty Jean, auntie jean | Uncle Gene, Auntie June
        Linda Brandt | Linda Brandt, Ms Brandt | Linda Moss, Mr Brandtner
        the caretaker | the caretaker, our caretaker | the lollipop man, the courier
    """),
    occasions=occasions("""
        renew the car insurance | got three quotes for the car open, comparing the cover now; on the comparison site doing the motor policy; ringing the insurer about the Skoda before it lapses; car insurance renewal, page 2 of the form | the insurance for my phone paid out; car park charges went up again; renewed my library card
        pack for Lisbon | suitcase is open on the bed, what do i take; rolling t-shirts into the cabin bag, flight's at 6; packing tonight, portugal tomorrow; does the adapter go in the hand luggage, lisbon in the morning | my cousin moved back from Lisbon; packed lunch was soggy; that documentary about the wolf pack was class
        do the payroll | payroll time, hours sheet open; entering everybody's overtime for this month's wages; running the wages through the software now; making the pay slips | rolled the pastry too thin; my pay rise got turned down; the pay and display machine ate my coins
        clean the fish tank | scrubbing algae off the glass, the guppies are in a bucket; doing the tank, water everywhere; changing the filter sponge in the aquarium | had fish and chips by the pier; filled the tank at the petrol station; the army drove a tank through town for the parade
        work on my dissertation | back on the diss, chapter 3; library, laptop open, methodology section; trying to get 500 words of the thesis down before lunch; dissertation day, coffee in hand | my flatmate handed in her dissertation; working on my tan; chapter 3 of the thriller was a shock
        put up the shelves | drill is charged, the shelves are going on the wall; measuring for the brackets; marking the wall for the shelf now; spirit level out, wall plugs in | the shelf life of yoghurt is a mystery; supermarket shelves were empty; can't put up with this noise
        order the school uniforms | on the uniform shop site, blazers in the basket; ordering polo shirts for the kids' new term; jumpers and PE kit for school, checking the sizes now | the postman wears uniform shorts in this weather; school's shut because of the snow; ordered a pizza in the end
        bleed the radiators | going round the house with the radiator key; letting the air out of the hall radiator; radiators now, towel underneath | my nose started to bleed on the bus; the radiator in the van leaks; the bleeding edge of technology they call it
        plan mum's 70th | making the guest list for mum's seventieth; looking at venues for mum's big birthday; mum's 70th, sorting the cake and the playlist now | turned it down because mum was asleep; 70th minute and still nil nil; plan b is to walk
        book the ferry | on the ferry site, picking a cabin; choosing the crossing to santander now; typing our passport numbers in for the boat to Spain | the fairy lights are up; watched the ferry go out from the cliff; book club was dull
        go to the wholesaler | at the trade counter now; pulling up outside the wholesaler's; van's parked at the electrical wholesaler, going in for cable | wholesale gas prices are down; traded my old phone in; whole milk tastes better
        price up a job | pricing the rewire for the bungalow now; doing the quote for the loft lights; sat here working out labour and materials for that extension | the price of diesel is shocking; nice job on the crossword; quote of the day was churchill
        log my hours | filling in the timesheet; putting this week's hours in the system; timesheet open, tuesday to friday to go | happy hour at the pub; log fire at the inn; been up for hours
        make kimchi | cabbage is salting in the big bowl; kimchi time, chilli paste all over my gloves; massaging the paste into the cabbage leaves, jars are ready | the kimchi at that diner was too sweet; made a fool of myself at karaoke; cabbage white butterflies everywhere
        close up the cafe | last customer's gone, shutting the coffee machine down; cashing up at the cafe; chairs on tables, mopping the cafe floor; closing shift, locking the back door | the cafe by the canal closed for good; close call with a bike; closed the window, freezing
        do my expenses | scanning the receipts from the conference for a claim; expenses form open; claiming back the train and the hotel | at my own expense as usual; expensive olives, never again; the hotel in york had no lift
        revise for the theory test | hazard perception clips on; doing a mock test on road signs; highway code, stopping distances again; learning for the theory | in theory it should have worked; blood test was fine; they revised the menu
        transcribe the interviews | headphones on, typing up interview two; rewinding the recording every five secs, typing what the potter said; transcription, minute 14 | a job interview in a wool suit, so hot; the prime minister's interview on the telly was painful
        sort out the attic | up in the loft with bin bags; attic time, three boxes done; going through gran's trunk under the roof now | out of sorts all day; sorted the recycling; an attic flat costs a fortune here
        update my cv | adding the new course to my cv; resume open, rewriting the profile bit; tweaking my CV for the library post | phone wants to update again; updated the wifi password; her resume was two lines long, she says
        fill in the visa form | visa application open, travel history bit; uploading the passport photo for the visa; question 14 on the visa thing, parents' birthplace | paid with visa; the form of the team is awful; filled in the hole in the lawn
        go to the allotment | at the plot, beans are up to my shoulder; wellies on, off to the allotment for an hour; picking courgettes down at the allotment | the plot of that film makes no sense; the waiting list for an allotment is ten years; a lot of rain
        edit the podcast | cutting the umms out of episode 9; levelling the intro music of the show in audacity; podcast edit, halfway through the guest's rambling | listened to a podcast about bees; edited my shopping list; the pod of whales was on the news
        groom the horse | brushing the mud off Biscuit's legs, hoof pick out; at the stable with the curry comb; horse is tied up, doing the mane | the groom was late to his own wedding; my voice is hoarse; rode a wooden horse at the fair
    """),
    person_once=lines("""
        next time I see {who}, {do}
        remind me to {do} when I talk to {who}
        if I bump into {who}: {do}
        {do} when I next speak to {who}
        note to self - {do} next time I'm with {who}
        as soon as I get hold of {who} I need to {do}
        when i next catch {who} i should {do}
        can you remind me when I meet {who} that I have to {do}
        the minute {who} turns up, {do}
        don't let me forget to {do} when I'm talking to {who}
        once I've got {who} in front of me, {do}
        nxt time w {who} - {do}
        I want to {do} when I see {who}
        must {do} next time I chat with {who}
        when I get to talk to {who} please nudge me to {do}
        ok so when I run into {who} tell me to {do}
        for my next conversation with {who}: {do}
        when {who} and I next talk, I'd like to {do}
        please remember for me: {do}, the next time I meet {who}
        when seeing {who} - {do}
        the next time {who} is here, {do}
    """),
    person_always=lines("""
        every time I see {who}, {do}
        whenever I'm talking to {who}, {do}
        always {do} when I talk to {who}
        any time i'm with {who} remind me to {do}
        remind me to {do} every single time I meet {who}
        {do} whenever I'm with {who}
        every conversation with {who}: {do}
        each time i bump into {who} i want to {do}
        from now on, whenever I speak to {who}, {do}
        without fail {do} every time I see {who}
        each time I see {who}, nudge me to {do}
        whenever {who} and I talk I need to {do}
        so every time I get {who} on the phone or in person tell me to {do}
    """),
    topic_once=lines("""
        when I {when}, remind me to {do}
        next time I {when}, {do}
        remind me to {do} on the day I {when}
        when i finally {when}: {do}
        as soon as I start to {when}, I need to {do}
        once I'm about to {when} tell me to {do}
        note to self, {do} when I {when}
        don't let me forget to {do} next time I {when}
        the next time I {when} I must {do}
        when it's time to {when}, {do}
        nxt time i {when} - {do}
        if I {when} this week, remind me to {do}
        I need to {do} when I {when}
        can you nudge me to {do} the moment I begin to {when}
        ok when I get round to it and {when} I have got to {do}
        for when I {when}: {do}
        when I next {when}, please remind me that I wanted to {do}
        {do} when I come to {when}
        when I {when}, make sure I {do}
        before I {when}, {do}
    """),
    topic_always=lines("""
        every time I {when}, {do}
        whenever I {when} remind me to {do}
        always {do} when I {when}
        each time i {when}, {do}
        remind me to {do} every single time I {when}
        {do} whenever I {when}
        any time I {when} tell me to {do}
        from now on, whenever I {when}, {do}
        without fail {do} each time I {when}
        so every time I {when} I want to {do}
        every time it's time to {when}: {do}
        each and every time I {when}, nudge me to {do}
        whenever I begin to {when}, {do}
    """),
    actions=lines("""
        have the reference number ready
        take notes
        ask about a discount
        double-check the total
        keep it short
        ask about the parking
        start with the easy bit
        mention the gutter
        check the dates for August
        write down what it cost
        be patient
        ask for a receipt
        look at last year's list first
        put the phone on silent
        make a copy for Nadia
        find the blue folder
        check the small print
        mention the raffle
        ask about the spare key
        set a limit of half an hour
        think of the green bags
        promise nothing
        use the new address
        bring up the deposit
        say that the lift is out of order
        write the name down properly
    """),
    met=lines("""
        {who} just walked in
        on the phone with {who}
        got {who} on the line right now
        sitting opposite {who}, kettle's on
        in a video call with {who}
        {who} is at the door
        bumped into {who}, we're chatting in the street
        finally face to face with {who}
        {who} is calling me
        off to see {who} in five minutes
        {who} is here
        having a quick word with {who}
        meeting {who} in ten minutes
        ooh there's {who}, going over to say hello
        speaking to {who} atm
        {who} has just arrived, we're sitting down
        about to ring {who}
        right, {who} rang back, talking now
    """),
    missed=lines("""
        {who} cancelled on me again
        tried {who} three times, straight to voicemail
        talked to {who} last week and forgot everything I wanted to say
        {who} never turned up
        no word from {who} since monday
        {who} is away until the end of the month
        had a strange dream about {who}
        {who} would have loved that film
        found an old photo of {who}
        was supposed to see {who} today but the trains are on strike
        somebody at the bus stop asked me how {who} is
        I wonder what {who} would say to that
        {who} has a new car, I hear
        missed a call from {who} yesterday
        heard a story about {who} and a goose
        can't remember {who}'s number
    """),
    other=lines("""
        {other} just walked in
        on the phone with {other}
        bumped into {other} at the bakery
        {other} is here
        having a cuppa with {other}
        {other} rang, we're talking now
        off to see {other}
        sitting next to {other} on the bus
        meeting {other} in ten minutes
        got a minute with {other} now
        {other} is at the door
        waving at {other} across the road
    """),
    chatter=lines("""
        {a} was making a funny noise {b}
        {a} stopped working {b}
        {a} was fine {b}, no idea why
        someone kicked {a} {b}
        {a} nearly made me late {b}
        swore at {a} {b}
        {a} drove me mad {b}
        {a} got on everyone's nerves {b}
        had to laugh at {a} {b}
        {a} gave up {b} and nobody noticed
        photographed {a} {b} for no reason
        {a} did its trick {b}
        porridge with too much salt {b}
        lost one glove {b}
        slept badly {b}
        rain came through the sleeve of my coat {b}
        watched a squirrel {b}
        the neighbours sang {b}
        ate a peach over the sink {b}
        read nine pages {b} and fell asleep
        saw a double rainbow {b}
        bought stamps and a cactus {b}
        heard the owl {b}
        burnt the toast {b}
        thirty lengths in the pool {b}
        what's another word for tired
        is it normal that basil goes black
        soup idea: leek, potato, a bit of nutmeg
        the seagulls have learned to open bins
        locker code is the year the war ended
        feeling a bit flat tbh
        my socks don't match and nobody cares
        choir was loud and wonderful
        new word: petrichor
        the moon looks like a bitten biscuit
        i think i'm allergic to that washing powder
        quiz night, we came fourth out of five
        finished the blue jumper apart from one cuff
        that bakery puts cardamom in everything
        left knee clicks on the stairs
        they are digging up the high street for the third time
        crisps for dinner, no regrets
        my horoscope says avoid boats lol
        nine hours of sleep, who even am i
        the crossword had OBOE twice
    """),
    first=lines("""
        the kettle
        the hallway light
        the lift
        the bread machine
        the wifi
        the front gate
        the number 12 bus
        the kitchen clock
        the office printer
        the washing machine
        the old radio
        the bathroom fan
    """),
    second=lines("""
        this morning
        last night
        again
        on sunday
        in the middle of the night
        after lunch
        twice
        around noon
        earlier
        yesterday evening
        during the thunderstorm
        before breakfast
    """),
    rules=lines("""
        always answer me in bullet points
        never use emojis when you reply to me
        keep your answers under five lines, please
        from now on give me temperatures in celsius
        don't call me mate
        when you quote a price, include VAT
        please always tell me which note your answer comes from
        stop apologising in your answers
        answer in english even if I write in german
        for all recipes, give me grams rather than cups
        whenever I ask for a summary, three sentences at most
        i want you to be blunt with me, always
        never suggest anything with peanuts
        use british spelling throughout
        dates in your replies should be day first
        if you are not sure, say that you aren't sure
        don't make up phone numbers, ever
        always put the most important thing first
        call me Dex from now on
        write to me in plain words, no jargon
        when I ask for times use the 24 hour clock
        in your answers never use the word leverage
        from today on, reply in one paragraph
        please don't start answers with great question
        always end with a list of what is still open
        give me distances in miles, not km
        no exclamation marks in your replies please
        you should always check my sums
        every answer should come with a source
        don't ever remind me of my ex
        explain things as if I was twelve, always
        as a rule don't ask me back more than one question
    """),
    lookalikes=lines("""
        when I was at school we always had custard on fridays
        every time I hear that song I think of the ferry to Skye
        my gran always said never trust a thin cook
        he told me to always answer within the hour, what a cheek
        "remind me to be kind", said the poster in the corridor
        she never reminds me of anything
        whenever it rains the whole town smells of hops
        when I talk, nobody listens
        why do I always forget names at parties?
        the sign says always keep left
        next time I'll just stay at home
        if I ever see that cyclist again I'll scream
        they say when you see a magpie you should salute
        do you remember when we saw the comet?
        that smell reminds me of my old flat
        the rule at the club is no trainers
        when did I last eat an orange
        I asked him to remind me and he forgot himself, typical
        every time the phone rings the parrot answers
        mum used to say call me when you get there
        the teacher on telly said never ever whistle indoors
        as soon as I sit down somebody needs something
        whenever you read this I'll be on a beach, it said on the postcard
        she wrote "next time you come, bring cake" and a heart
        it's always me who takes the bins out
        who said never put off till tomorrow?
        when I finally got to the front of the queue they shut
        the app always reminds me at the wrong moment
        he answers in riddles, always has
        I never know what to say when people cry
        if I had a pound for every time I lost my glasses
        last time I trusted a weather forecast I got soaked
        the instructions say do not use near water
        when they meet they only ever talk about football
        once I've slept I'm a different person
        each time I try yoga I fall asleep
        I should've reminded her, too late now
        "always be yourself" the mug says
        how come whenever I'm in a hurry the lights are red
        nobody tells me to smile and gets away with it
        my brother's rule: no phones at dinner, he breaks it himself
        was I supposed to mention something when we spoke?
    """),
)

EIGHTH: Part = {Language.ENGLISH: _ENGLISH, Language.CHINESE: CHINESE}
