# ruff: noqa: E501 - tables of wording
"""A fifth wording, written apart from the grammar: quick notes of a designer who juggles clients and of a sales manager."""

from __future__ import annotations

from assistant.domain.item import Language
from assistant.evaluation.wordings.wording import Part, Wording, lines, occasions, somebodies, twins


def _rows(text: str) -> tuple[str, ...]:
    """The entries of a table that has several in a line, ` / ` between them."""
    return lines(text.replace(" / ", "\n"))


_TWINS = twins("""
    my sister = 我妹
    Katie's teacher = 班主任
    the bookkeeper = 财务的刘姐
    send an invoice = 报销
    pack for a trip = 出差 = book a train = 订酒店
    write a proposal = 做标书
    clean the studio = 收拾书房
    get the car serviced = 洗车 = 去加油
""")

_ENGLISH = Wording(
    twins=_TWINS,
    people=somebodies("""
        Priya | Priya, priya, Priya Nair | Priyanka, Prisca, Maya Nair
        Mr. Okafor | Mr Okafor, Mr. Okafor, mr okafor | Mrs Okafor, Mr Okonkwo, Ms Oakley
        my therapist | my therapist, the therapist | my physiotherapist, the florist, my cousin's therapist
        Jess | Jess, jess, Jessica | Jesse, Jasmine, Tess
        the bookkeeper | the bookkeeper, my bookkeeper, our bookkeeper | the beekeeper, the goalkeeper, the bookseller
        my sister | my sister, my sis, my lovely sister | my sister-in-law, my stepbrother, Sister Agnes
        Grandma | grandma, Grandma, my grandma, my grandmother | Grandpa, my great-aunt, my godmother
        Alex from Northlight | Alex from Northlight, alex from northlight, Alex at Northlight | Alex from the gym, Alexa from Norwood, Axel from Lightbox
        Dr. Brandt | Dr Brandt, Dr. Brandt, doctor brandt | Dr Branson, Dr Braun, Lena Brandt
        Mike | Mike, mike, Michael, Mikey | Micah, Michelle, Miko
        the landlady | the landlady, my landlady, our landlady | the landscaper, the cleaning lady, the lady from the kiosk
        Uncle Joe | Uncle Joe, uncle joe, my uncle Joe | Uncle John, Aunt Jo, Joe from the deli
        Katie's teacher | Katie's teacher, katie's teacher, Katie's class teacher | Cody's teacher, my yoga teacher, Katie's ballet friend
        the guy from the print shop | the guy from the print shop, the print shop guy | the guy from the pet shop, the guy from the bike shop
        Mom | mom, Mom, my mom, my mother | Ethan's mom, Mona, my mom's neighbor
        Chen Yu | Chen Yu, chen yu, 陈宇 | Cheng Yi, Chen Yuan, Yuki Chan
        Sam | Sam, sam, Sammy | Stan, Pam, Sanjay
        the plumber | the plumber, our plumber, my plumber | the electrician, Mr Plummer, the drummer
        my ex | my ex, the ex | my ex-colleague, Max, my ex-flatmate
        Marta | Marta, marta, Marta Kowalska | Martin, Margit, Greta
        the PM at Bluefin | the PM at Bluefin, the Bluefin PM, Bluefin's PM | the PM at Redwood, the intern at Bluefin, the prime minister
        Liz | Liz, liz, Elizabeth, Lizzie | Lisa, Luz, Liam
    """),
    occasions=occasions("""
        renew my passport | passport renewal form is open in front of me; ok gonna renew the passport now; at the town hall to renew my passport | the password expired again; that passage by the river is closed; library books are renewed
        send an invoice | time to send the invoice for the logo job; invoicing day, first one goes out in a sec; writing up an invoice for the bakery people | the voice actor has a lovely demo; sent the sofa back; an invisible bug in the export
        water the plants | watering the plants rn; plants look thirsty, getting the can; going round with water for the plants | the power plant was on the news; watermelon was on sale; the paint is water based
        pack for a trip | packing for the lisbon trip tonight; suitcase is open, packing time; need to pack, the trip is tomorrow | a six-pack of yoghurt; tripped over the cable; the package design is too busy
        cook curry | making curry tonight; curry is on the stove; gonna cook that thai curry | the courier left a card; cookies are blocked in my browser; curly fonts are ugly
        do laundry | laundry time; chucking a load of laundry in; the laundry basket is overflowing, dealing with it now | that documentary on money laundering was great; the launch got moved; laundromat is a fun word
        go to the dentist | off to the dentist in a bit; sitting in the dentist's waiting room; dentist appointment in half an hour | identity work is my favourite; there is a dent in the door; the density of this text block
        get the car serviced | dropping the car off for its service; car service is today; taking the car to the garage for servicing | room service was slow; that cartoon got renewed; the carpet has a stain
        write a proposal | starting the proposal for the museum; proposal writing, day two; ok writing that proposal now | that marriage proposal in the film was cheesy; written in the stars; supposedly it rains
        go for a run | going for a run; heading out for my run; run first, breakfast later | running late for everything; we ran out of milk; a runny nose all week
        order printer ink | ordering ink for the printer; printer ink is nearly out, ordering more; about to order some ink | i think the size is wrong; pink looks better than teal; sort them in order of size
        back up my files | running a backup of my files now; backing up the files before the update; doing the backup, files everywhere | my back hurts; traffic was backed up; the nail file is gone
        update my portfolio | updating the portfolio this morning; portfolio update, finally; got an hour so the portfolio gets its new work | the port in genoa looks nice; a folio of old maps; my stock portfolio is down again
        go to the post office | off to the post office; queueing at the post office; popping by the post office with three parcels | posted a doodle on instagram; it was freezing in the office; the lamp post is bent
        wrap presents | wrapping the presents tonight; birthday presents to wrap, tape is ready; present wrapping time | a chicken wrap was all they had; wrap text around the image; the present tense sounds better
        pay the rent | paying the rent; rent is due, doing the transfer now; rent payment today | the parents' evening was long; rented a film; parenting forums are wild
        record the podcast | recording the podcast in an hour; podcast session today, mic is set up; gonna record an episode of the podcast | broke my record at tetris; the forecast says rain; the broadcast was cut short
        clean the studio | cleaning the studio now; the studio is a mess, gonna clean it; tidying up the studio | clean fonts are in again; studio ghibli films are so good; clean cut, nice logo
        book a train | booking the train to hamburg; looking at trains, want to book one; gotta book my train seats | the book on typography is great; my brain needs sugar; facebook is down
        check the proofs | proofs came in, checking them now; checking the proofs before noon; time for a proof check | this jacket is waterproof; a checkered shirt; i'm living proof that coffee works
    """),
    person_once=lines("""
        next time i talk to {who}, remind me to {do}
        remind me to {do} when i next see {who}
        ok so next time i'm with {who} i have to {do}, pls remind me
        {do} next time i see {who}
        btw when {who} comes up next, remind me to {do}
        could you remind me to {do} the next time I'm in touch with {who}? thanks
        note to self: {do} when i see {who}
        don't let me forget to {do} when i catch {who}
        if i run into {who}, remind me that i wanted to {do}
        I keep forgetting this, so: the next time I meet {who}, nudge me to {do}
        when i get hold of {who}, {do}
        gotta {do} when i talk to {who} next
        next time {who} is around remind me, i need to {do}
        下次 i see {who}, remind me to {do}
        As soon as I'm speaking with {who} again, tell me to {do}, because otherwise it will slip my mind
        next chat with {who}: {do}
        pls poke me to {do} next time me and {who} talk
    """),
    person_always=_rows("""
        every time i talk to {who}, remind me to {do} / Whenever I see {who}, {do} / remind me to {do} whenever i meet {who}
        each time {who} and i speak i should {do}, remind me / always remind me to {do} when i'm talking to {who} / any time i'm in touch with {who}, nudge me to {do}
        {do} every time i see {who} / I have to {do} each and every time I meet {who}, so please remind me / with {who} it's always the same, i forget. so every single time we talk, remind me to {do}
        when i talk to {who} always remind me to {do}, not just once / {do} whenever {who} and i are in touch / could you please remind me, every time I deal with {who}, to {do}?
        whenever {who} comes up pls tell me to {do} / 每次 i talk to {who}, remind me to {do} / for every chat with {who}: {do}
        without fail, each time I'm with {who}, tell me to {do}
    """),
    topic_once=lines("""
        next time i {when}, remind me to {do}
        remind me to {do} when i {when}
        when i {when} next, {do}
        ok next time i have to {when} pls remind me to {do}
        {do} next time i {when}
        The next time I'm about to {when}, could you remind me to {do}?
        don't let me forget to {do} when it's time to {when}
        when i finally {when}, remind me to {do}
        note to self: when i {when}, {do}
        I always forget, so: next time I {when} nudge me to {do}
        when I'm going to {when} the next time, please let me know that I should {do}
        next time it's time to {when}: {do}
        gotta {do} when i {when}, remind me
        as soon as i start to {when}, remind me that i need to {do}
        下次 i {when}, remind me to {do}
        pls poke me about this when i next {when}: {do}
    """),
    topic_always=_rows("""
        every time i {when}, remind me to {do} / whenever I {when}, {do} / remind me to {do} whenever i {when}
        each time i {when} i should {do}, remind me / always remind me to {do} when i {when} / any time i'm about to {when}, nudge me to {do}
        {do} every time i {when} / I have to {do} each and every time I {when}, so please remind me / my head is a sieve, so whenever i {when}, please tell me to {do}
        when i {when} always remind me to {do}, not just once / could you please remind me, every time I {when}, to {do}? / 每次 i {when}, remind me to {do}
        without fail, each time I have to {when}, tell me to {do} / whenever it's time to {when}: {do} / every single time i {when} i forget to {do} so remind me each time
    """),
    actions=_rows("""
        ask about the deadline / bring up the late payment / hand over the usb stick / mention the new rates / get a signature on the form
        say sorry about last week / ask how the move went / return the umbrella / check the spelling twice / take the meds first
        switch off the phone / use the new template / charge the camera / set a 20 minute timer / write down the hours
        ask for a receipt / stay firm about the price / double check the total / say hi from Leo / eat something beforehand
        bring a tote bag / take a photo of it / ask whether thursday works / put the old one in the blue box / mention that the link is broken
        drink a glass of water / say no to extra work / show the two colour options / look for the missing glove / bring the 合同 in the red folder
    """),
    met=_rows("""
        {who} just rang / on the phone w {who} rn / coffee with {who} in 20
        zoom with {who} at 4, link's in the calendar / just hung up with {who} / {who} is at the door
        meeting {who} later / got a whatsapp from {who}, replying now / ok so i'm sitting here with {who}
        dinner at ours tonight and {who} is coming / writing {who} an email / bumped into {who} at the school gate just now
        {who} is calling me, brb / i'll see {who} this afternoon / about to go into a meeting with {who}
        having lunch with {who} today, finally / {who} wrote to me a minute ago, need to answer / texting with {who}
        Just got off a video call with {who}. / {who} wants to meet tomorrow at ten, i said yes / {who}'s dropping by in a bit
        I am going to ring {who} now. / family dinner tonight, they put me next to {who} / {who} is on teams, waiting for me
        quick catch up with {who} before noon / 正在跟{who}打电话 / tomorrow i have my appointment with {who}, phew
        facetime with {who} in five and my hair is a mess / slack ping from {who}, typing a reply
    """),
    missed=_rows("""
        saw {who} ages ago at some wedding / {who} cancelled on me again / call with {who} got cancelled
        not seeing {who} today after all / last talked to {who} in the spring / haven't heard from {who} in months
        {who} is on holiday till the 20th / someone said {who} has a new haircut / met {who} last week, was nice
        {who} never showed up / heard from a friend that {who} bought a boat / dreamt about {who} last night, weird
        lunch with {who} is off / {who} was ill yesterday so no meeting / no idea where {who} is these days
        two years ago {who} and i had a proper fight / apparently {who} likes jazz / {who} isn't coming tonight
        the chat with {who} last month went fine / pity, {who} couldn't come to the party / found an old photo of {who}
        Yesterday's call with {who} was exhausting. / no meeting with {who} this week / {who} postponed our call, no new date yet
    """),
    other=_rows("""
        {other} just rang / on the phone with {other} / lunch with {other} today
        {other} is here / got a message from {other}, replying / emailing {other} the sketches
        meeting {other} at two / just ran into {other} at the bakery / {other} wants to meet tomorrow
        zoom w {other} in ten / ok i'm with {other} now, back later / {other} is joining us for dinner tonight
        seeing {other} this evening / i should ring {other} back now / teams call with {other}, boring
        just said goodbye to {other}
    """),
    chatter=_rows("""
        {a} needs {b} / where did i put {a}, it was next to {b} / ugh {a} again
        {a} is fine, {b} is not / bought {b} for {a} / is {b} too much for {a}?
        ok so {a}, then {b}, then bed / brain is mush, staring at {a} / {a} would look good with {b}
        what's a nice word for {b} / {a}: {b}? / idea: {a} but with {b}
        spent an hour on {a} lol / can {a} survive without {b} / I think {a} deserves {b}.
        i like {a} more than i thought / not sure about {a}, maybe {b} / {b} fixed {a}!!
        do people still buy {b} / so tired. {a} can wait / {a} makes a noise like {b}
        how much is {b} these days / lost {b} somewhere near {a} / three tabs open about {a}
        Please summarise what I wrote about {a}. / put {a} on the list of nice things / {a} costs {b}, roughly
        compare {a} and {b} for me / {a} smells odd / found {b} under {a}
        hyperfocus on {a}, forgot to eat / {a} 有点 boring tbh / kinda want {b}
        {a} before {b}, obviously / whoever invented {a} was a genius / no {b} left
        explain {a} like i'm five / {a} turned out nice, added {b} / Could {a} be the reason for {b}?
        swapped {b} for something cheaper / {a} is done, next thing / thoughts on {a}?
    """),
    first=_rows("""
        the desk lamp / the blue mug / the hoodie / the fridge / the serif font / the gallery / the balcony / the crossword / the playlist / the old bike / the wifi
        the colour palette / the zine / the ceramics class / the old laptop / the moodboard / the sourdough / the flea market / the poster / the hammock
    """),
    second=_rows("""
        a new battery / more contrast / a proper nap / two screws / a bit of glue / thicker cardboard / some olive oil / a bigger box / less purple / a second opinion
        better lighting / a spare cable / a softer edge / twelve euros / oat milk / a rounder shape / a lid / one more day / a hook / a grey background
    """),
    rules=_rows("""
        always answer in bullet points / from now on keep it under three sentences / never use emojis with me / no emojis please, ever / stop apologising in every reply
        Please always give times in the 24 hour format. / whenever i ask for colours give me the hex codes / don't ever call me buddy / from now on call me Kit
        when i paste an email, always start with a one line summary / i prefer metric units, use those from now on / always use british spelling
        if i ask a yes or no question, start with yes or no, always / never open with "great question" / Going forward, please show prices in euros.
        in future, explain acronyms the first time you use them / every time you give me a list, number it / reply in 中文 whenever i write chinese
        pls always break tasks into tiny steps, i've got adhd / no long intros from now on, just the answer / never suggest meditation to me again
        always ask me before you delete something / when you're not sure, say so. always. / your answers should always end with one next step
        From today on, please answer me in English even if I write in another language. / quit using exclamation marks in your answers / don't use tables, i read on a narrow window
        whenever you quote someone, give me the source / use plain words with me, always / always put the most important thing first / i want dates like 3 May, not 05/03, from now on
        never recommend fast food, i'm vegan / when i ask for a recipe it must always be vegan / keep a calm tone with me in general, no hype
        as a rule, give me two options and not ten / always round money to whole euros / stop asking me if there is anything else / For all future answers: no headings.
        whenever i write in all caps, answer extra short / from here on out skip the pep talk / always tell me how long a task might take / always spell my name with a K in anything you draft
        don't translate font names, ever / be blunt with me about my texts from now on / whenever i ask for feedback, start with what doesn't work
    """),
    lookalikes=_rows("""
        remind me why i moved here / when does the bakery open / it always rains on bank holidays / next time will be better i guess / whenever, doesn't matter to me
        this song reminds me of summer / i always forget to eat lunch / when i'm tired i can't read / do you always take this long / every time i look it's a different blue
        how do i set a reminder on my phone / did i ask you to remind me of anything? / what does "whenever" mean in german / who said "always be closing" / just this once, answer in french
        when was helvetica made / he never reminds anyone of anything / the next time slot is at five / I used to answer everything within a minute, not any more. / from now on it only gets colder, says the radio
        when i was a kid we always had pancakes / they always put the logo too big / never mind / no need to remind me / the app keeps sending me reminders, so annoying
        always and forever is such a corny tattoo / if only i had known / is it spelled "every time" or "everytime" / last time was a disaster / thanks for reminding me earlier
        it was one of those days when nothing works / whenever the heating comes on the pipes knock, why / next time's theme is folk art, says the flyer / never seen such a green sky
        what happens when you mix teal and orange / show me all my reminders / the sign said please always close the gate / it's always me who ends up doing the dishes / remember when we had dial-up
        i wonder when it stopped being fun / if it snows the roads are awful / each time the update fails at 80 percent / they promised it'd be cheaper next time / every so often the screen flickers
        when in rome lol / reminder apps never worked for me / "next time" is my most used excuse / once in a while i like a quiet day / how often do people say "always" in ads
    """),
)

_CHINESE = Wording(
    twins=_TWINS,
    people=somebodies("""
        张总 | 张总 | 章总, 张工, 张秘书
        周建国 | 周建国, 建国, 老周 | 周建军, 邹建国, 周建设
        我老婆 | 我老婆, 老婆, 我媳妇 | 我老婆的闺蜜, 同事的老婆, 隔壁老太婆
        丈母娘 | 丈母娘, 岳母, 我丈母娘 | 老丈人, 大姨子, 干娘
        王医生 | 王医生, 王大夫 | 汪医生, 王护士, 黄大夫
        班主任 | 班主任, 孩子的班主任, 班主任老师 | 办公室主任, 车间主任, 副班长
        林晓雯 | 林晓雯, 晓雯 | 李晓霞, 林晓东, 晓峰
        财务的刘姐 | 财务的刘姐, 刘姐, 财务刘姐 | 柳姐, 行政的刘哥, 牛姐
        盛华的李总 | 盛华的李总, 盛华李总 | 恒达的李总, 盛华的黎工, 盛世的林总
        装修师傅 | 装修师傅, 装修的师傅, 装修队的师傅 | 修车师傅, 出租车师傅, 装裱店老板
        我爸 | 我爸, 老爸, 我父亲, 我爹 | 我大伯, 我爸的战友, 我干爹
        表姐 | 表姐, 我表姐 | 表姐夫, 堂姐, 表叔
        David | David, david, 大卫 | Daniel, Davina, Daisy
        陈律师 | 陈律师, 陈律 | 程律师, 陈老板, 岑律师
        孙经理 | 孙经理 | 宋经理, 孙主任, 孙秘书
        阿强 | 阿强, 阿強 | 阿祥, 阿康, 小强
        健身教练 | 健身教练, 我的健身教练, 健身房教练 | 驾校教练, 游泳教练, 健身房前台
        楼下的吴阿姨 | 吴阿姨, 楼下吴阿姨, 楼下的吴阿姨 | 胡阿姨, 吴叔叔, 楼上的何阿姨
        陳小姐 | 陳小姐, 陈小姐 | 陳先生, 程小姐, 岑小姐
        我妹 | 我妹, 我妹妹, 妹妹 | 我妹夫, 小姨子, 学妹
        仓库的老马 | 仓库的老马, 仓库老马 | 门卫老马, 仓库的老麦, 车队的老牛
    """),
    occasions=occasions("""
        报销 | 在弄报销单; 今天得把报销交了; 月底了，赶紧报销 | 传销团伙被抓了; 报纸还在信箱; 这款很畅销
        写周报 | 开始写周报; 周报还没写，现在动笔; 又到周五，赶周报 | 周末想去爬山; 天气预报又不准; 海报贴歪了
        去体检 | 明早去体检，得空腹; 在体检中心排队呢; 今天单位组织体检 | 体重又涨了; 检票口人好多; 字体太小看不清
        去加油 | 车快没油了，去加油站; 在加油站排队; 顺路加个油 | 国足加油！; 酱油用完了; 添油加醋的，听不下去
        交水电费 | 在交水电费; 水电费账单来了，马上缴; 打开手机交个水电费 | 水果免费吃; 电影票退了; 交通太堵
        做标书 | 今天开始做标书; 标书第二章在写; 晚上加班赶标书 | 新商标挺好看; 今年目标定高了; 鼠标没反应
        买茶叶 | 去茶城买点茶叶; 在挑茶叶，准备买; 网上下单买茶叶 | 茶叶蛋真香; 茶几太占地方; 路上都是落叶
        遛狗 | 下楼遛狗; 遛狗去了; 狗子在门口等着我遛 | 热狗不好吃; 溜冰场关门了; 单身狗的段子
        出差 | 明天出差去成都; 又要出差，下午的高铁; 出差路上，刚上飞机 | 这个价差太大; 出租车涨价了; 差评看得心烦
        准备季度总结会 | 在准备季度总结会的材料; 季度总结会的PPT写一半了; 季度总结会前再过一遍稿 | 湿度太高了; 那部剧拍到第三季; 结果总是平局
        洗车 | 去洗车; 在洗车店等着; 车太脏了，洗一下 | 洗面奶没了; 车票改签了; 洗牌洗得真快
        做红烧肉 | 今晚做红烧肉; 红烧肉下锅了; 五花肉备好，红烧肉走起 | 这台词真肉麻; 烧脑电影; 红包抢了三毛
        续签合同 | 今天续签合同; 合同要续签了，在走流程; 合同续签的文件正改着 | 手续办完了; 签名照挂墙上了; 合唱团招人
        收拾书房 | 周末收拾书房; 正在收拾书房; 书房乱成一团，动手收拾 | 收音机坏了; 书法课停了; 房价又跌
        寄样品 | 今天寄样品给工厂; 样品打包好了，叫快递来寄; 样品要寄了 | 寄宿学校挺贵; 都一样，随便; 人品不错
        订酒店 | 在订酒店; 看酒店，准备订; 国庆的酒店得订了 | 订书机卡住了; 酒精湿巾用光; 小店挺有特色
        理发 | 去理发; 在理发店坐着呢; 头发太长，理个发去 | 理财新闻看不懂; 今天发货慢; 物理题好难
        去银行 | 去银行取钱; 在银行排队; 下午跑趟银行 | 银杏叶黄了; 自行车链子掉了; 银色比金色耐看
        盘点库存 | 开始盘点库存; 今天盘点，库存表打好了; 月底库存盘点，忙 | 盘子摔了一个; 手机内存不够; 点个外卖吧
        訂蛋糕 | 正在訂蛋糕; 生日蛋糕得訂了; 打電話訂個蛋糕 | 蛋價又漲了; 糟糕，下雨了; 訂閱太多了
        練吉他 | 在練吉他; 吉他練習半小時; 拿出吉他練一下 | 他動作很熟練; 吉祥物好可愛; 項鍊斷了
    """),
    person_once=lines("""
        下次见到{who}，提醒我{do}
        跟{who}聊的时候记得{do}
        等我见着{who}了叫我{do}
        下回碰到{who}，{do}
        提醒我{do}，下次跟{who}碰面的时候
        见到{who}要{do}，别让我忘了
        要是碰上{who}，跟我说一声，得{do}
        最近记性差，下次跟{who}联系时提醒一下我{do}，谢谢
        对了，下次遇到{who}我得{do}，帮我记着
        下次同{who}見面，記得{do}
        next time见到{who}，提醒我{do}
        哪天跟{who}坐一块儿了，提醒我{do}
        再跟{who}打交道的时候，帮我想着{do}
        回头见了{who}，记着{do}
        如果我跟{who}聊上了，提醒我{do}哈
        下次{who}在的时候提醒我{do}
        俺下回跟{who}唠嗑，提醒俺{do}
    """),
    person_always=_rows("""
        每次跟{who}说话都提醒我{do} / 每次见{who}，都要{do} / 只要我跟{who}联系，就提醒我{do}
        凡是见{who}，一律提醒我{do} / 以后每回碰到{who}都提醒我{do} / 跟{who}打交道，每次都得{do}，记得提醒我
        不管啥时候见{who}，都叫我{do} / 一跟{who}聊天我就容易忘，所以每次都提醒我{do} / 但凡跟{who}碰面，提醒我{do}，次次都要
        每當我和{who}聯絡，都提醒我{do} / 见{who}一次提醒我一次：{do} / 以后只要和{who}见面，都帮我想着{do}
        每一次跟{who}沟通，麻烦都提醒我{do}，谢谢 / every time跟{who}聊，都提醒我{do} / 往后跟{who}来往，回回提醒我{do}
    """),
    topic_once=lines("""
        下次{when}的时候提醒我{do}
        等我{when}的时候，叫我{do}
        {when}时记得{do}
        下回{when}，{do}
        提醒我{do}，下次{when}的时候
        哪天我{when}了，跟我说一声要{do}
        对了，下次{when}我得{do}，帮我记一下
        老忘事，下次{when}时麻烦提醒我{do}
        要是我{when}，提醒我先{do}
        回头{when}的时候，记着{do}
        再{when}的时候帮我想着{do}
        下次我要{when}，記得提醒我{do}
        next time我{when}，提醒我{do}
        等真要{when}了，提醒我{do}哈
        我下一次{when}的时候，请告诉我要{do}，不然又忘
        俺下回{when}，提醒俺{do}
    """),
    topic_always=_rows("""
        每次{when}都提醒我{do} / 每次{when}，都要{do} / 只要我{when}，就提醒我{do}
        凡是{when}，一律提醒我{do} / 以后每回{when}都提醒我{do} / 一到{when}我就忘，所以每次都提醒我{do}
        不管啥时候{when}，都叫我{do} / 但凡要{when}，提醒我{do}，次次都要 / 每當我{when}，都提醒我{do}
        {when}一次提醒我一次：{do} / 以后只要{when}，都帮我想着{do} / 每一次{when}的时候，麻烦都提醒我{do}，谢谢
        every time我{when}，都提醒我{do} / 往后{when}，回回提醒我{do} / 我每回{when}都丢三落四，你每回都要提醒我{do}
    """),
    actions=_rows("""
        问一下交货日期 / 带上蓝色文件夹 / 提一下涨价的事 / 道个谢 / 先喝口水 / 拍张照留底 / 把钥匙还了 / 核对一遍数字 / 问问周四行不行 / 带上充电宝
        先吃降压药 / 说一下尾款 / 把手机调静音 / 把旧的那个拿走 / 要一张收据 / 带两盒月饼 / 问问搬家顺不顺利 / 说话慢一点 / 把价格咬死 / 报一下新地址
        记下花了多久 / 检查一下错别字 / 戴上老花镜 / 代问一声好 / 多要两份目录 / 看看天气 / 定个二十分钟的闹钟 / 把零钱带够 / 順便問一下營業時間 / 用新的logo
    """),
    met=_rows("""
        {who}刚打电话来 / 正跟{who}通电话呢 / 一会儿跟{who}喝咖啡 / 下午三点跟{who}开会 / {who}到了 / 刚挂了{who}的电话 / 在给{who}写邮件 / 在校门口碰到{who}了
        今晚家里吃饭，{who}也来 / {who}微信找我，正回呢 / 马上要去见{who} / 晚上约了{who}吃饭 / {who}就坐我对面 / 待会儿给{who}打个电话 / {who}发来一条语音，我听听
        跟{who}视频中 / 明天上午见{who} / 這會兒正和{who}聊著 / 刚跟{who}聊完 / 我现在去找{who} / {who}说十分钟后到 / 等下腾讯会议，{who}也在 / 今天跟{who}有个饭局
        {who}在楼下等我 / 我这就回{who}的消息 / 電話會議，對面是{who} / call {who}中，等会说 / 中午和{who}一起吃食堂 / 咱跟{who}约好了，后天碰头
    """),
    missed=_rows("""
        上个月见过{who} / {who}临时说不来了 / 跟{who}的会取消了 / 今天不见{who}了 / 好久没{who}的消息了 / 听人说{who}最近瘦了 / 昨天跟{who}吃过饭了 / {who}休假去了，不在
        昨晚梦见{who} / 有人夸{who}能干 / {who}没来 / 去年跟{who}吵过一架 / 这礼拜跟{who}没约 / 跟{who}的饭局黄了 / {who}今晚来不了 / 翻到一张{who}的老照片
        不知道{who}现在在哪 / 據說{who}買了新房 / {who}爱吃辣，听说的 / 前天跟{who}打过电话，没啥事 / 三年没见过{who}了 / {who}改期了，时间没定 / 上周{who}请大家吃饭，挺热闹
        可惜{who}没赶上聚会 / 那次跟{who}聊得不错，都是老早的事了
    """),
    other=_rows("""
        {other}刚来电话 / 在跟{other}打电话 / 中午跟{other}吃饭 / {other}来了 / {other}发微信来，我回一下 / 给{other}发邮件呢 / 两点见{other} / 刚在超市碰到{other}
        {other}约我明天见 / 跟{other}开视频会 / 晚上{other}来家里吃饭 / 马上去见{other} / 正和{other}說話 / 刚送走{other} / 待会给{other}回个电话 / {other}在我旁边坐着
    """),
    chatter=_rows("""
        {a}缺{b} / {a}放哪儿了 / 又是{a}，烦 / {a}还行，{b}不行 / 给{a}买了{b} / {a}配{b}会不会太多 / {a}要多少钱 / 今天脑子不转，盯着{a}发呆 / {a}加{b}，好看 / 想要{b}
        {a}的事先放一放 / 帮我总结一下{a} / {b}用完了 / {a}怎么老响 / 在{a}旁边找到了{b} / {a}挺好的，比想的好 / 要不{a}换成{b} / {a}和{b}哪个好 / {b}多少钱一个
        哎，{a}又坏了 / 忙了一上午{a} / {a}弄好了，下一个 / 谁发明的{a}，天才 / 講真，{a}不錯 / {a}上有{b} / 为{a}花了不少 / {a}这事儿，{b}就够了 / 群里都在说{a}
        {b}忘在家里了 / 说说{a}的原理 / {a}太贵，{b}划算 / 困死了，{a}明天弄 / 我觉得{a}值得{b} / 把{a}翻译成英文怎么说 / 隔壁也买了{a} / 看到{a}就想笑 / 有没有{b}的替代品
        {a}ok了 / 查了半天{a} / 今天心情像{b} / {a}旁边还能摆{b}吗 / 先{a}后{b}，就这样吧
    """),
    first=_rows("""
        阳台 / 那把旧椅子 / 路由器 / 广场舞 / 空调 / 楼道的灯 / 鱼缸 / 麻将桌 / 那双皮鞋 / 保温杯 / 投影仪 / 新款手机壳 / 抽屉 / 微波炉 / 朋友圈 / 门锁 / 豆腐 / 展厅 / 那本小说 / 羽毛球拍
    """),
    second=_rows("""
        新电池 / 两颗螺丝 / 一点胶水 / 更亮的灯泡 / 半斤虾 / 大一号的 / 打折券 / 一块抹布 / 好天气 / 一个靠垫 / 更长的线 / 一把伞 / 便宜点的 / 白色的 / 一层灰 / 备用的 / 一点耐心 / 三天时间 / 怪味道 / 一个盖子
    """),
    rules=_rows("""
        以后回答都用中文 / 从现在起，回复不要超过三句话 / 别再用表情符号了，以后都别用 / 以后叫我老顾就行 / 每次列清单都给我编号 / 回答问题永远先给结论 / 以后别跟我说“亲” / 请始终用人民币报价
        我问菜谱的时候，一律用克 / 你以后说话直接点 / 凡是涉及健康的，都要注明出处 / 今後請用繁體字回覆我 / 回答里不要用英文缩写，以后都这样 / 以后不确定的就直说不确定 / 每次改我的文案都标出改了哪里
        不许再说“好问题” / 往后日期都写成几月几号 / 我发英文你也用中文回，一直这样 / 以后不要给我推荐保健品 / 给我列方案，最多两个，以后都按这个来 / 说话客气些，以后对我都用“您” / 总是用24小时制
        长文章一律先给我一句话摘要 / 从今往后别给我灌鸡汤 / 我写东西错别字多，每次都直接帮我改 / 以后删东西之前一定要问我 / 每回答完不要再问“还有什么可以帮您” / 数字太大的话，以后都用万作单位
        请记住我吃素，推荐菜都要素的 / 以后给我写邮件稿，落款都写顾明 / 回答别分标题，永远别分 / 解释的时候多打比方，我就吃这套，以后都这样 / 从今天开始你的语气要平静一点 / 每次都告诉我大概要花多久
        以后每一步都拆细一点，我容易走神 / 任何时候都不要编数据 / 只要我写“急”，你就只回一句话 / 以后报价都精确到元 / 別再用驚嘆號，以後也別用 / 统一用公制，别给我英里英尺，以后都是
        我问是不是，你每次都先答是或不是 / 一律不用网络用语 / 以后all replies都简短点 / 以后翻译都给我两个版本 / 凡是引用别人的话，都写清楚是谁说的
    """),
    lookalikes=_rows("""
        下次再说吧 / 以后的事谁知道呢 / 这首歌让我想起小时候 / 什么时候下班啊 / 每次下雨腿就疼 / 他总是迟到 / 手机提醒老是响，烦 / 怎么关掉提醒 / 我有设过什么提醒吗 / 下次会更好的
        以后可能会涨价 / 小时候每次过年都放炮 / 当时没想那么多 / 一到周一就犯困 / “以后”用英文怎么说 / 谢谢提醒 / 不用提醒了 / 下次开播是几号 / 每当我睡不着就数羊 / 就这一次，用英文回我
        总觉得哪里不对 / 从来没见过这么大的雾 / 以前总是我洗碗 / 記得那年冬天特別冷 / 你每次都这么慢吗 / 牌子上写着请随手关门 / 广告老说“永远年轻” / 只要天晴心情就好 / 如果当初没辞职就好了
        下一次日食是哪年 / 每回都是八成就卡住 / 别提了，一言难尽 / 以后还有机会的 / 上次真是太尴尬 / 店家说下次给便宜 / 凡事都有两面 / 我这人一向记性差 / 什么时候开始流行这个的 / 一紧张就手心出汗，正常吗
        以后再聊，先忙 / 提醒类的app我都删了 / 下次一定，哈哈 / 书上说每次呼吸要慢 / 到时候再看 / 从那以后就没人提了 / 每天都差不多 / 看看我的提醒都有哪些
    """),
)

FIFTH: Part = {Language.ENGLISH: _ENGLISH, Language.CHINESE: _CHINESE}
