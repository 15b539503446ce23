# ruff: noqa: E501 - tables of wording
"""A wording written apart from the grammar; it was blind until one number had been chosen by it, and is known since.

Three users each: a nurse in Leeds, an illustrator in Toronto and a grant officer in Nairobi; a community nurse, a
cross-border seller in Hangzhou and a design student in Taipei.
"""

from __future__ import annotations

from assistant.domain.item import Language
from assistant.evaluation.wordings.wording import Part, Wording, lines, occasions, somebodies


def _each(text: str) -> tuple[str, ...]:
    """The entries of a table that has several in a row, between bars."""
    return tuple(cell.strip() for line in lines(text) for cell in line.split("|"))


_ENGLISH = Wording(
    twins=(),
    people=somebodies("""
        Sister Okafor | Sister Okafor, sister okafor, Ngozi Okafor | Mrs Okoro, my sister, Sister Bernadette
        Miss Haddow | Miss Haddow, miss haddow | Miss Hadley, Mrs Harlow, Miss Woods
        my mother-in-law | my mother-in-law, my mother in law | my brother-in-law, the mother of the bride, my godmother
        Callum's dad | Callum's dad, callums dad | Callum's mum, Colin's dad, Callum's nan
        Priya | Priya, priya, Priya Nair | Riya, Priyanka, Pia
        the ward manager | the ward manager, our ward manager | the ward clerk, the bed manager, the store manager
        Dr Achterberg | Dr Achterberg, dr achterberg, Doctor Achterberg | Dr Acker, Mr Archer, Dr Altenburg
        Jude | Jude, jude | Judy, Julian, Judith
        grandad | grandad, Grandad, my grandad | gran, my great aunt, the grandkids
        my therapist | my therapist, the therapist | my physio, the dentist, the theatre lot
        Devon | Devon, devon, Devon from the print shop | Devin, Dervla, Deborah
        my art director | my art director, the art director | the funeral director, the art teacher, the choir director
        Xiao-Ling | Xiao-Ling, Xiaoling, xiao ling | Xiao-Long, Ling Ling, Xiaomei
        Mercy Wanjiru | Mercy Wanjiru, Mercy, mercy wanjiru | Mary Wanjiku, Marcy, Wambui
        Mr Kiptoo | Mr Kiptoo, mr kiptoo, Mr. Kiptoo | Mr Kipchoge, Mrs Kirui, Mr Kimani
        the auditor | the auditor, our auditor | the editor, the auctioneer, the tutor
        Baraka | Baraka, baraka, Baraka Otieno | Barasa, Barry, Bahati
        Prof Hassan | Prof Hassan, Professor Hassan, prof hassan | Prof Hussein, Hannah, Prof Harrison
    """),
    occasions=occasions("""
        pack the school bags | packing the school bags now; ok school bags, lets go; getting the kids' school bags ready for tomorrow | carrier bags are 30p now; the school raffle made 400 quid; bagged a bargain at the charity shop
        order the repeat prescriptions | ordering the repeat prescriptions; doing our repeat prescription on the nhs app; prescriptions are low, putting the order in now | watched a repeat of vera; my subscription renewed itself again; the order of service looks nice
        write up my revalidation | doing my revalidation portfolio tonight; revalidation stuff, writing it up finally; right, revalidation reflections, cup of tea and go | car park validation machine is broken; is my ticket still valid; the vaccine write-up in the guardian
        do the drug round | starting the drug round; about to go on the ten o'clock drug round; drug round time, trolley's ready | another round of toast for bay 3; my turn to get a round in; rugs are cheap in ikea
        book the car in for its MOT | booking the MOT now; on the garage website to book the car in; mot's due, ringing round to get the car booked | the motor on the fan hums; motown night at the club; that car park is a rip off
        bake for the school fair | baking for the fair tonight; flapjacks for the school fair, oven's on; about to bake something for fair day | thats not fair she said; fair enough; half baked idea that
        send an invoice | invoicing the magazine now; about to send the publisher their invoice; time to do invoices ugh | the voice memo came out muffled; sent a postcard to montreal; he lost his voice
        start a new sketchbook | cracking open a new sketchbook; first page of the new sketchbook, terrifying; starting a fresh sketchbook today | that comedy sketch last night was new to me; kinda sketchy round here at night; the start of the new season
        post on instagram | about to post to instagram; instagram caption time, what do i write; putting the fox piece up on instagram now | post office shuts at 5; instant noodles again; a telegram from 1943 in the attic
        clean my brushes | cleaning the brushes before bed; brush cleaning time; washing out my brushes now | brushed the dog, it hated it; clean sheets feel amazing; a brush with fame lol
        go to the art supply store | heading to the art supply store; popping into the art store on queen; at the art supplies shop rn | water supply is off till 4; tart from the bakery was so good; cold store at the market
        do my HST return | doing the hst return; hst filing now, wish me luck; ok sitting down w/ my HST | no return address on the parcel; return flight goes via halifax; hst is such an ugly acronym
        draft a budget narrative | drafting the budget narrative; budget narrative for the borehole project, page one; am on the budget narrative this morning | the narrator of this audiobook is awful; low-budget film on tonight; there is a draft from that window
        review a concept note | reviewing the concept note from turkana; going through a concept note now; two concept notes to review this morning, starting | noted, asante; time is a strange concept; the cafe got a bad review
        prepare for a site visit | prepping the kisumu site visit; site visit preparations this morning; getting ready for the site visit | the website is down again; the kids want to visit the zoo; prepare the chapati dough early
        file the quarterly report | filing the quarterly report; finishing off the quarterly report for the donor now; quarterly report is open, hitting submit soon | a quarter of the cake is left; that reporter on ktn is good; where is the nail file
        do the petty cash | doing petty cash; petty cash recon now; counting the petty cash before we close | such a petty argument; the cash machine ate my card; cashmere is itchy
        travel to Mombasa | on the train travelling to mombasa; off to mombasa this morning; i'm travelling, mombasa by noon | stuck on mombasa road again; the travel pillow smells; a song about mombasa on the radio
    """),
    person_once=_each("""
        next time {who} gets in touch i need to {do} | btw when i next bump into {who}, {do} pls
        remind me to {do} the next time i hear from {who} | ok so {who} - when we next speak, {do}
        could you nudge me to {do} once I'm in the room with {who}? | got to {do}, but it has to wait till i see {who} next
        {do} - when {who} and i next talk, just the once | don't let me leave my next meeting with {who} without reminding me to {do}
        keep forgetting to {do}!! poke me when i see {who} next | if i run into {who} at some point, {do}, one time thing
        If I happen to be speaking with {who}, would you please remind me to {do}? Only this once. | note to self: {do} when {who} turns up
        Kindly remind me to {do} when I next sit down with {who}, since e-mail is no use for this. | when me and {who} next catch up i wanna {do}
        hold this thought until i'm next talking to {who}: {do} | when i see {who} remind us to {do} ta
        I'm hopeless at this, so: next contact with {who}, tell me to {do}
    """),
    person_always=_each("""
        every time i see {who}, {do} | whenever {who} and i talk, remind me to {do}
        anytime {who} gets in touch: {do}. every single time | each time I meet with {who} please remind me to {do}
        i keep failing to {do} with {who} so remind me at every meeting we have | always {do} when i'm with {who}
        {do} - every time without fail when i speak to {who} | new habit, talking to {who} = {do}, every time
        with {who} i need a prompt to {do} whenever we're in contact | any contact with {who}, ever, means {do}
        Whenever I'm in a conversation with {who}, would you kindly remind me to {do}? | ok so each time {who} rings or texts or whatever: {do}
        for as long as i know {who}: {do} any time we speak | tell me to {do} whenever i've got {who} in front of me
        Without exception, remind me to {do} on each occasion that I meet {who}. | not just once: when i see {who}, remind me to {do}, every time
    """),
    topic_once=_each("""
        next time i {when}, {do} | when i next {when} remind me to {do}
        pls remind me to {do} next time i {when} | ok brain: next time we {when} -> {do}
        the next time I {when} I have to {do}, don't let me forget | {do} when i next {when} ok
        When I finally {when}, kindly remind me that I need to {do}. | just once, when i {when}: {do}
        i should really {do} the next time i have to {when} | before i next {when} i need to {do}, nudge me then
        can u poke me to {do} when i sit down to {when} (only this one time) | when it's time to {when} again, remind me to {do}
        btw i'll need to {do} when i {when} next | once i start to {when} tell me to {do}, after that forget it
        not now, but when I next {when}, please remind me to {do} | keep this for when i {when} next: {do}
    """),
    topic_always=_each("""
        every time i {when}, {do} | whenever i {when} remind me to {do}
        each time I {when}, please prompt me to {do} | always {do} when i {when}
        {do} every single time i {when} | any time i {when}: {do}
        i never remember to {do} so say it whenever i {when} | when i {when} - and i mean each time - remind me to {do}
        it's a rule now: {do} whenever we {when} | Would you kindly remind me to {do} on every occasion that I {when}?
        from now on, if i {when}, tell me to {do}, every time | remind me to {do} anytime i {when} please
        no matter how often i {when}, remind me to {do} each time | without fail, {do} whenever i {when}
        adhd tax prevention: {do}, every time i {when}
    """),
    actions=_each("""
        ask about the parking permit | give back the casserole dish | mention the swapped saturday | say thank you for the lift
        check the dates twice | take the blue lanyard | sort out the fifty quid | ask who has the spare charger
        put my phone on silent | bring up the noise thing | breathe first and talk slowly | check the exchange rate
        get a signature on page two | double check the spelling | take a photo of the receipt | hand over the thumb drive
        ask for the june figures | talk about the deadline | drink some water | set a 25 min timer
        save a backup copy | ask for everything in writing | confirm the headcount | raise the late payment
        show the new drawings | look up the reference number | return the umbrella | apologise for the mix-up
    """),
    met=_each("""
        {who} just rang me | on the phone to {who} rn | off to meet {who} for a brew | got a text from {who} just now, what do i say
        {who} is at the door | sat next to {who} at the school play | quick zoom with {who} in five | {who} has emailed me, need to answer this now
        meeting {who} at 2, where's the room again | walking over to {who} now | ok so {who} wants a word, going in now
        just bumped into {who} in the corridor | {who} is calling, brb | seeing {who} later today | about to ring {who}
        {who} and i are grabbing lunch in a bit | in a meeting with {who} | replying to {who} on whatsapp
        {who} popped in a minute ago and is sat in the kitchen | can you help me write a message to {who}
        I have an appointment with {who} this afternoon. | {who} has just joined the call | family dinner tonight and {who} is coming
        waiting outside for {who}, should be here any second | tomorrow 9am call w/ {who} | dm from {who}!! opening it
        school gate, chatting to {who} | {who} is here, we're starting
    """),
    missed=_each("""
        saw {who} last week, looked tired | {who} cancelled on me again | not seeing {who} today then | {who} is off sick till monday
        someone said {who} is moving to york | I had coffee with {who} back in march | the meeting with {who} has been called off
        {who} never rang back | apparently {who} got engaged | spoke to {who} ages ago, no idea what was said
        {who} is on leave so nobody's picking that up | dreamt about {who} lol | haven't heard from {who} in months | {who} didn't show up
        no call with {who} this week | {who} used to live on our street | i wonder how {who} is getting on | lovely photo of {who} in the newsletter
        the zoom with {who} got scrapped | we won't be meeting {who} after all | {who} can't make it tonight
        last year {who} gave a talk on it, before my time | a neighbour says {who} is quite strict | missed {who} by ten minutes, had already left
    """),
    other=_each("""
        {other} just rang me | on the phone to {other} | meeting {other} at 2 | got a text from {other} just now | lunch with {other} in a bit
        {other} is at the door | about to ring {other} | quick zoom with {other} in five | bumped into {other} at the school gate
        writing to {other} about the key | in a meeting with {other} | {other} is calling, brb | seeing {other} this evening
        family dinner, {other} is coming | {other} has emailed me | chatting with {other} on whatsapp
    """),
    chatter=_each("""
        {a} needs {b} | honestly {a} is doing my head in | got {b} for {a}, three quid | {a} again. i give up | what would go well with {b} and {a}
        {b} is all i want today | why is {a} so loud | remember to bring {b}, for {a} | {a} finally sorted, only took {b} | {a}?? no idea, ask google
        knackered, twelve and a half hours on my feet | rain again in leeds, what a shock | youngest has nits, brilliant
        is calpol ok with antihistamines for a six year old | bins out tonight | swimming kit is still damp from tuesday | feet are killing me
        what's a good tea for under a fiver | telly's rubbish tonight | fell asleep on the bus and ended up in headingley
        hyperfocused til 3am oops | the streetcar is delayed AGAIN | palette idea: rust, teal, bone | i have 43 tabs open help
        my meds wore off around four | what rhymes with raccoon | linework feels stiff today, colours are fine | rent went up 2.5%
        cat knocked ink over the desk, classic | need a word for the colour of a wet sidewalk | snow forecast for thursday
        kplc took the power again, running on the generator | usd to kes today? | traffic on thika road is impossible | the disbursement landed, sawa
        shorten this: the project will endeavour to undertake activities | tea is ready | lots of rain in the long rains this year
        logframe indicator 2.3 has no baseline | what does no-cost extension mean | meeting room 4 has a broken projector
        ugali and sukuma for supper | harambee stars lost on penalties
    """),
    first=_each("""
        the washing machine | the spare room | the fox picture | the staff room kettle | the balcony | the generator
        the hamster | the tall bookshelf | the mural | the borehole pump | the bus stop | the birthday banner
    """),
    second=_each("""
        a new filter | some peace and quiet | two coats of varnish | more milk | a longer ladder | gaffer tape
        a second opinion | proper curtains | cheap plasters | a bit of green | one good hinge | forty shillings
    """),
    rules=_each("""
        keep your answers short from now on, i read them on my break | always give doses in mg when I ask about meds | stop calling me hun
        never use emojis with me pls | whenever i ask for a recipe make it for four people | from now on use british spelling
        if I ask anything medical, always say where you got it from | dont ever sugarcoat stuff, just tell me
        Please always write times in the 24 hour clock. | when you explain things, pretend im knackered, coz i am | no more bullet points, ever
        talk to me in plain english from here on in | i'd rather you always gave me the short version first | always put the answer in the first line
        in future, dont ask me if i want anything else | max 3 steps at a time please, always, my brain cant do more
        whenever i ask you to plan my day, leave gaps between things | bold the main point in every answer
        never give me more than two options, i freeze | always use hex codes when you talk about colours | call me Sam, not Samantha, from now on
        if i ramble, just sum up what i said in one line, every time | please stop apologising in your answers
        use they/them for me going forward | prices in canadian dollars always | swear all you like when you talk to me, i prefer it
        dont start your replies with "great question" anymore | each time you list tasks, put the easiest first | be blunt about my writing, always
        Kindly address me as Madam Achieng at all times. | All amounts should be in Kenya shillings unless I say otherwise.
        From now onwards, respond in formal English. | whenever you quote a donor guideline, cite the page | always number the paragraphs in your drafts
        I prefer day/month/year, please stick to it from now on | Do not use abbreviations in your replies without spelling them out.
        if I write in swahili you answer in swahili, always | in every summary you give me, include the risks | tables rather than prose whenever you compare things
        you should never guess a figure; say that you don't know | when i ask yes/no questions just say yes or no | Refrain from using idioms with me henceforth.
    """),
    lookalikes=_each("""
        remind me what sats stands for | i always burn the toast | why is it always me who does the bins | when does boots shut | next time i'll just get the bus
        she reminds me of a teacher i had | every time it rains the gutter leaks | whenever i wherever i, what song is that | kids are always hungry
        when was the last bank holiday | he said he'd remind me and he didn't | last time it took three weeks | never again, that curry was lethal
        i used to answer the phone every time it rang | can you remind me how to descale a kettle | maybe next time | always look on the bright side of life
        what happens when you mix bleach and vinegar | reminders are the only thing keeping me alive lol | i never know when to stop drawing
        when in doubt, add shadows | every time i think its done it isnt | there's always one more layer | write a poem about always being late
        answer this one in french please, just this one | who said "when life gives you lemons" | when i was nine i ate a crayon
        from now on is a weird phrase | do people with adhd always lose their keys | my phone reminds me of everything except what matters
        When is the next public holiday in Kenya? | The donor always asks the same questions. | next time is next time, as my uncle says
        What does "whenever practicable" mean in a contract? | I was reminded of the deadline this morning. | the reminder email never arrived
        translate "every time" into swahili | when did the shilling fall last | they never answer in english at that office | if only it had rained
        is it true that you should always boil the water twice | he talks about rules whenever he is tired | can you remind people of things by email?
    """),
)

_CHINESE = Wording(
    twins=(),
    people=somebodies("""
        护士长 | 护士长, 我们护士长 | 护工大姐, 护理部主任, 校长
        王阿姨 | 王阿姨, 隔壁王阿姨 | 黄阿姨, 王叔, 汪奶奶
        陈医生 | 陈医生, 陈大夫 | 程医生, 陈护士, 沈大夫
        婆婆 | 婆婆, 我婆婆 | 外婆, 公公, 巷口那个老婆婆
        乐乐的班主任 | 乐乐的班主任, 乐乐班主任 | 乐乐的同学, 办公室主任, 居委会主任
        李主任 | 李主任, 科里的李主任 | 黎主任, 李医生, 林主任
        货代小周 | 货代小周, 小周 | 小邹, 小赵, 周师傅
        老板 | 老板, 我老板, 我们老板 | 老板娘, 老同学, 班长
        Ken | Ken, ken | Kevin, Kenny, Karen
        招商经理 | 招商经理, 亚马逊招商经理, 亚马逊那个招商经理 | 大堂经理, 银行客户经理, 招聘的人
        方姐 | 方姐, 工厂的方姐, 厂里方姐 | 冯姐, 方哥, 万姐
        我妈 | 我妈, 老妈, 我妈妈 | 干妈, 舅妈, 同桌他妈
        室友 | 室友, 我室友, 合租的室友 | 病友, 校友, 网友
        指導教授 | 指導教授, 我指導教授 | 系主任, 助教, 客座教授
        學姊 | 學姊, 我學姊, 學姐 | 學弟, 學妹, 學長
        房東太太 | 房東太太, 房東 | 樓下太太, 房仲, 股東
        林宥廷 | 林宥廷, 宥廷 | 林佑謙, 林宥安, 阿哲
        雅婷 | 雅婷, 張雅婷 | 雅雯, 怡婷, 張雅筑
        印刷廠大哥 | 印刷廠大哥, 印刷廠的大哥, 印刷廠那位大哥 | 快遞大哥, 我大哥, 水電師傅
    """),
    occasions=occasions("""
        录疫苗台账 | 开始录疫苗台账了; 这会儿在弄疫苗台账; 疫苗的台账今天得录完，开工 | 苗圃送了两盆花; 台风又要来了; 账号被盗了
        上门量血压 | 等下上门给老人量血压; 去3号楼上门量血压了; 出发，今天上门量血压 | 上门推销净水器的真烦; 气压有点低，胸闷; 尺寸量错了
        排下个月的班 | 在排下个月的班; 开始排班，下个月人手不够; 打开排班表，弄下个月的 | 排骨下个月要涨价; 班车改点了; 排队排了一小时
        接娃放学 | 出发接娃放学; 现在去学校接娃; 到点了，接孩子放学去 | 接了个推销电话; 放学那首歌叫啥来着; 娃娃机真坑
        交水电费 | 交一下水电费; 水电费该交了，正打开支付宝; 这会儿交水费电费 | 水电工把墙漆刮了; 交了个新朋友; 运费好贵
        去超市买菜 | 去超市买点菜; 下班顺路去超市; 出门买菜去咯，就楼下超市 | 买的菜刀不快; 超市值两千多; 小区门口菜鸟驿站搬了
        写新品listing | 在写新品的listing; 新品listing开写; 给新款写listing，卡在五点 | 新品种的月季开了; playlist听腻了; 写字楼停电
        调广告预算 | 开始调广告预算; 广告预算要调一下，正在后台; 把US站的广告预算调低点 | 广告歌洗脑; 空调不冷; 超预算的相机买不起
        发FBA | 今天发FBA; FBA这批要发了，在贴标; 准备发一票FBA去美西 | 发了一身汗; NBA今晚谁打谁; 头发该剪了
        回复差评 | 回复一下差评; 又来差评了，正在回; 有两条差评要回，头大 | 出差回来好累; 身体恢复得差不多; 电影评分7.8
        写周报 | 写周报ing; 周五了，写周报; 周报开写，一个字憋不出来 | 周边有啥好吃的; 日报上登了咱小区; 写字好丑
        盘点库存 | 在仓库盘点库存; 库存盘点开始; 盘库存，从A区开始盘点 | 盘子碎了一个; 库里那场球太神了; 点外卖吧
        申請獎學金 | 在填獎學金申請; 獎學金要申請了，現在寫自傳; 準備申請那個獎學金 | 發票中獎兩百; 申請了新門號; 學校的金魚死了
        做畢業展海報 | 開始做畢業展海報; 畢業展的海報排版中; 海報！畢業展那張現在弄 | 海邊晚霞好美; 畢業照好醜; 天氣預報說下雨
        搭高鐵回台南 | 在高鐵上，回台南; 等下搭高鐵回台南; 要回台南了，在等高鐵 | 台南的牛肉湯真的讚; 鐵板燒有夠貴; 身高一七二
        備份硬碟 | 備份一下硬碟; 硬碟插上了，備份中; 來備份硬碟，兩個T | 硬要說也可以啦; 備用鑰匙在花盆下; 飛碟那部片
        改作品集 | 改作品集ing; 作品集再改一版; 打開作品集來改了 | 改天再約; 集點貼紙換鍋子; 這藝術品有夠抽象
        去美術社 | 去美術社買紙; 等等去美術社; 人在美術社，挑筆中 | 社團聚餐好吵; 美術課的回憶; 社區大樓停水
    """),
    person_once=_each("""
        下次见到{who}提醒我{do} | 等{who}下次联系我的时候，{do} | 碰到{who}记得叫我{do}，就这一回 | 下回跟{who}说话的时候要{do}，别让我忘了
        回头见着{who}了，{do}啊 | 那个，下次{who}找我的话提醒一下，要{do} | 要{do}，等我下次跟{who}碰面再说，到时候提醒我
        麻烦您在我下次和{who}见面时提醒我{do}，谢谢。 | {do}！！下次遇到{who}戳我一下 | 我脑子记不住事，下次跟{who}聊的时候帮我提一嘴：{do}
        下次跟{who}碰頭的時候提醒我{do}喔 | 欸下次遇到{who}我要{do}，幫我記一下 | 等我見到{who}再提醒我{do}就好，一次就好
        如果{who}来找我了，提醒我{do} | 先记着，下次和{who}联系时{do} | 今天太忙了，下次跟{who}讲话再提醒我{do}吧
        next time跟{who}meeting的時候提醒我{do} | 见{who}的时候别忘了{do}，只这一次
    """),
    person_always=_each("""
        每次见到{who}都提醒我{do} | 以后只要跟{who}联系就{do} | 每回{who}来找我，都要{do} | 凡是跟{who}打交道，提醒我{do}
        我老忘，以后每次跟{who}说话都提醒我{do} | 不管啥时候见{who}，都{do} | 一碰到{who}就提醒我{do}，次次都要
        请在我每一次与{who}沟通时提醒我{do}。 | 每次跟{who}開會都要提醒我{do}喔 | 以後遇到{who}，每次都{do}，拜託
        只要{who}一找我，就叫我{do}，每次 | 跟{who}聊天的时候都提醒我{do}，不是一次，是每次 | 回回见{who}都得{do}，记得提醒
        往后但凡我跟{who}见面，都提醒我{do} | {do}，每次和{who}见面都要 | 每次跟{who}講電話都提醒我{do}
    """),
    topic_once=_each("""
        下次{when}的时候提醒我{do} | 等我{when}的时候，{do} | 下回{when}记得{do} | {when}的时候叫我{do}，就这一次
        我下次要{when}的时候，麻烦提醒我{do} | 要{do}，不急，下次{when}时提醒我就行 | 那个啥，下次{when}前提醒我{do} | 下次我开始{when}，戳我一下：{do}
        等哪天我{when}了，提醒我{do} | {do}，下次{when}的时候别忘 | 下次{when}的時候跟我說要{do} | 欸等我{when}的時候提醒我{do}，一次就好
        刚想起来，下次{when}得{do}，到时提醒 | 烦请在我下一次{when}时提醒我{do}。 | 下一次{when}，先{do} | 之後{when}的時候提醒我{do}，提醒一次就可以
    """),
    topic_always=_each("""
        每次{when}都提醒我{do} | 以后{when}的时候都要{do} | 只要我{when}，就提醒我{do} | 凡是{when}，都要{do}
        每回{when}都叫我{do}，我记性差 | 一{when}就提醒我{do}，每次都要 | 请在我每次{when}时提醒我{do}。 | {do}，每次{when}都这样
        以後每次{when}都提醒我{do}喔 | 不管哪次{when}，都得{do} | 往后我{when}，次次提醒我{do} | 每次要{when}的時候，先{do}
        我ADHD，每一次{when}都得提醒我{do} | 但凡我{when}，都提醒我{do} | 每逢{when}，提醒我{do}
    """),
    actions=_each("""
        问一下停车证的事 | 把饭盒还了 | 说声谢谢 | 提一下调休 | 核对两遍数字 | 带上蓝色文件袋 | 要一份书面的 | 先喝口水
        拍张照留底 | 看看有没有过期的 | 问押金什么时候退 | 把U盘带上 | 签字盖章 | 说慢一点 | 确认尺寸 | 查一下汇率
        问六月的对账单 | 定个25分钟的闹钟 | 把手机静音 | 存一份副本 | 講一下延期的事 | 拿回那把雨傘 | 問色票的編號 | 把悠遊卡帶著
        檢查錯字 | 還兩百塊 | 聊聊暑假的安排 | 确认人数
    """),
    met=_each("""
        {who}刚给我打电话 | 在跟{who}打电话 | 等下去见{who} | {who}发微信来了，怎么回 | {who}到门口了 | 下午两点和{who}开会
        跟{who}吃饭呢 | 晚上家里聚餐，{who}也来 | 刚在走廊碰到{who} | 正要给{who}打电话 | 帮我给{who}写条消息 | {who}来了，先不说了
        在校门口碰见{who}了，正聊着 | {who}找我，我过去一下 | 五分钟后跟{who}视频 | 回{who}的邮件 | 明天上午约了{who} | {who}在我旁边坐着呢
        跟{who}約三點喝咖啡 | {who}剛傳line給我 | 等等要跟{who}碰面 | {who}打來了，先接 | 我現在在跟{who}討論 | 待會要去找{who}
        今晚跟{who}吃火鍋 | {who}上线了，在语音 | 我给{who}发个消息哈
    """),
    missed=_each("""
        上周见过{who}，瘦了好多 | {who}今天不来了 | 跟{who}的会取消了 | {who}请假了，这周都不在 | 听说{who}要搬家 | 去年和{who}吃过一次饭
        {who}一直没回我 | 好几个月没跟{who}联系了 | 昨晚梦到{who}，离谱 | {who}放我鸽子了 | 今天见不到{who}了 | 有人说{who}脾气不太好
        没碰上{who}，早走了 | {who}以前住我们楼下 | 不知道{who}最近咋样 | 跟{who}约的饭黄了 | {who}的照片贴在墙上 | 上個月跟{who}聊過，忘了聊什麼
        {who}臨時有事不來 | 聽說{who}出國了 | 跟{who}的約改掉了，這禮拜不見 | 好久沒看到{who} | {who}沒接電話，算了 | 別人說{who}升職了
    """),
    other=_each("""
        {other}刚给我打电话 | 在跟{other}打电话 | 等下去见{other} | {other}发微信来了 | 跟{other}吃饭呢 | 下午两点和{other}开会 | {other}到门口了
        刚在电梯里碰到{other} | 正要给{other}打电话 | 明天上午约了{other} | 跟{other}約三點喝咖啡 | {other}剛傳line給我 | 等等要跟{other}碰面
        {other}打來了，先接 | 给{other}回个邮件
    """),
    chatter=_each("""
        {a}该换{b}了 | {a}又坏了，烦死 | 给{a}买了{b} | {a}配{b}行不行 | {b}到底放哪了 | 想要{b} | {a}好吵 | {a}总算弄好，就差{b} | 今天只想要{b} | {a}跟{b}哪个贵
        腿站得发麻 | 门诊今天人山人海 | 娃作业写到十点 | 口罩勒得耳朵疼 | 酒精棉片快用完了 | 晚饭煮面算了 | 布洛芬隔几个小时能再吃 | 夜班真熬人
        小的那个又咳嗽了 | 楼上装修没完没了 | 食堂今天的鱼有点腥 | 单量掉了三成，麻 | acos又飙了 | 开了几十个网页不知道要干嘛 | 西湖边堵成狗
        专注达忘吃了，脑子一锅粥 | 美元汇率多少 | 关税又变了？ | 帮我起个英文品牌名，卖猫抓板的 | 刷手机刷了俩小时，罪过 | 龙井今年贵 | 这段翻成英文：耐磨防滑
        交稿前夜的我就是廢物 | 雨下不停台北好濕 | 珍奶半糖少冰 | 這個字體要錢嗎 | 捷運擠爆 | 灰階跟留白怎麼抓 | 印表機卡紙 | 房間有蟑螂救命 | 便利商店的地瓜好香 | illustrator又當掉
    """),
    first=_each("""
        洗衣机 | 阳台 | 小电驴 | 仓鼠 | 值班室的热水壶 | 打包台 | 样品间 | 樓梯間 | 檯燈 | 模型 | 鱼缸 | 老冰箱
    """),
    second=_each("""
        新滤芯 | 一点清静 | 两节电池 | 宽胶带 | 牛奶 | 厚窗帘 | 一块绿布 | 長一點的線 | 白膠 | 好看的標籤 | 一把螺丝刀 | 八十块
    """),
    rules=_each("""
        以后回答短一点，我没空看长的 | 别老用表情符号，以后都不要 | 说药的剂量一律用毫克 | 我问健康的事，每次都注明出处 | 以后都叫我小敏，别叫您 | 从现在起用大白话跟我讲
        凡是菜谱都按四个人的量给 | 回答先说结论，一直这样 | 不要再问我还需要什么了 | 以后时间都用24小时制 | 不知道就说不知道，千万别瞎编，永远都是 | 每次解释都举个例子
        往后回答别超过三句话 | 请始终使用简体中文回复我 | 我骂人的时候你别劝我，以后都别 | 列清单的时候每次最多三条，多了我看不进去 | 任务都给我拆成小步，以后都这样
        金额以后都换算成美元写 | 给我写的英文一律用美式拼写 | 每次回答把重点加粗 | 以后别给我两个以上的选项，我会纠结 | 讲数据就用表格，别用文字，以后都是
        不要在结尾总结，以后都省了 | 我用英文问你就用英文答，每次都是 | 从今天开始说话直接点，别绕弯子 | 以后语气轻松点，像朋友那样 | 别再夸我问得好了 | 日期统一写成年-月-日
        以後都用繁體回我 | 講顏色的時候都附色碼，拜託 | 之後回答不要用大陸用語 | 叫我阿寧就好，以後都這樣叫 | 給意見請一律毒舌，不要安慰我 | 從現在開始回答都條列
        以後不要自動幫我改錯字 | 只要我貼英文，就翻成中文給我 | 尺寸一律用公分 | 每次推薦書都附上作者 | 之後不要用驚嘆號跟我講話 | 以後專有名詞都保留英文
        回覆一律不要超過一百字 | 以後別跟我說「好的」開頭
    """),
    lookalikes=_each("""
        下次吧 | 以后的事以后再说 | 提醒我一下，血氧正常是多少来着 | 每次下雨膝盖都疼 | 我总是忘带钥匙 | 什么时候立冬 | 他说会提醒我，结果没有 | 以后想开个小店
        上次打针疼哭了 | 娃每次考试都拉肚子 | 手机提醒又响了，吵 | 当我还小的时候没有空调 | 下次再也不买这家了 | 为啥我一躺下就不困了 | 她让我想起小学老师 | 医院的规定老变
        每次都是我倒垃圾 | 这次用英文回我就行，就这一条 | 平台的规则谁看得懂 | 提醒功能怎么关 | 以后是不是都要交关税 | 每次大促都掉头发 | 当老板真累 | 一到周一就想辞职
        黑五什么时候开始 | 下次大促是几号 | 永远不要相信物流时效，哈哈 | “每当”用英语怎么说 | 每次想早睡都失败 | 从前从前有座山 | 只要人人都献出一点爱，这歌谁唱的
        以後會不會沒人看紙本書 | 每次熬夜都長痘 | 下次連假是什麼時候 | 提醒大家帶傘的那個app叫什麼 | 我以前都不吃香菜 | 下一次滿月是哪天 | 為什麼每次都下雨
        總是差一點點 | 「下次一定」是什麼梗 | 等我有錢再說 | 他每次都遲到五分鐘 | 被提醒三次了還是沒交 | 如果明天下雪就好笑了
    """),
)

SEVENTH: Part = {Language.ENGLISH: _ENGLISH, Language.CHINESE: _CHINESE}
