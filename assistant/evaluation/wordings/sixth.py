# ruff: noqa: E501 - tables of wording
"""A sixth wording, written apart from the grammar: as a club secretary, a team lead and a shopkeeper type."""

from __future__ import annotations

from assistant.domain.item import Language
from assistant.evaluation.wordings.wording import Part, Wording, lines, occasions, somebodies, twins


def _many(text: str) -> tuple[str, ...]:
    """The entries of a table that has several on a line, with bars between them."""
    return lines(text.replace(" | ", "\n"))


_TWINS = twins("""
    Dad = Father Dominic = 老公
    Gran = 婆婆
    my sister = 表姐
    my manager = 组长 = 孙经理 = 产品经理
    the treasurer = 李会计
    the neighbour = 王阿姨
    班主任 = 刘老师
    the on-call rota = 排值班表
    the release = 上线新版本
    the job interviews = 面试
    the car insurance = 续车险
    the choir tour = 合唱团排练
    进货 = 办年货
    盘点 = 打扫仓库
""")

_ENGLISH = Wording(
    twins=_TWINS,
    people=somebodies("""
        Sheila | Sheila, sheila, Sheila Barton | Shelley, Delia, Shane
        Priya | Priya, priya, Priya Nair | Preeti, Priscilla, Maya
        Mike | Mike, Michael, mike | Mick Dunne, Micah, Michelle
        Liz | Liz, liz, Elizabeth, Lizzie | Lisa, Inez, Lionel
        Mr Hargreaves | Mr Hargreaves, mr hargreaves, Mr. Hargreaves, Hargreaves | Mr Hargrove, Mrs Hartley, Mr Graves
        Dr Osei | Dr Osei, Doctor Osei, dr. osei | Dr Okoro, Dr Olsen, Mr Oswald
        Father Dominic | Father Dominic, Fr Dominic, father dominic | Father Brendan, Dominique, Father Damien
        my sister | my sister, my sis, My sister | my sister-in-law, Sister Agnes, my brother
        Dad | dad, Dad, my dad, my father, 我爸 | granddad, my stepdad, Father Brendan
        Gran | gran, Gran, my gran, my grandmother | my godmother, the Grangers, great-uncle Ron
        my manager | my manager, my line manager | the office manager, my co-worker, the stage manager
        the treasurer | the treasurer, our treasurer, the club treasurer | the trustees, the auditor, the caretaker
        the plumber | the plumber, our plumber, The plumber | the electrician, the plasterer, Mr Plummer
        the neighbour | the neighbour, my neighbour, our neighbour, the neighbor | my nephew, the newsagent, Nigel
        Ms Delacroix | Ms Delacroix, ms delacroix, Delacroix | Ms Delaney, Mr Lacroix, Ms Cross
        Jun | Jun, jun, Jun Tanaka | June, Junaid, Jan
        Big Dave | Big Dave, big dave | Little Dave, Davina, Big Al
        Coach Ramirez | Coach Ramirez, coach ramirez, Ramirez | Coach Ramsey, Ms Ramos, the bus driver
        Aunt Bea | Aunt Bea, auntie bea, Aunty Bea, aunt bea | Aunt Bev, Uncle Bert, Beatrix Long
        Olek | Olek, olek, Olek Nowak | Oleg, Alec, Ola
        the new intern | the new intern, our new intern, the intern | the interim CEO, the new tenant, the internist
        Wu Hao | Wu Hao, wu hao, Hao Wu, 吴昊 | Wu Han, Hao Jie, 吴昊天
    """),
    occasions=occasions("""
        the newsletter | ok the newsletter, where do i start; need to get the newsletter out by friday, starting now; writing the club newsletter tonight | the newspaper was soaked again; got a letter from the water company
        the membership list | updating the membership list, three joined this week; going over the list of members; let me fix the members list now | shopping list: eggs, bread, bleach; he is a member of parliament these days
        the AGM | booking the hall for the AGM; agm agenda, here we go; how do i word the invitation to the agm? | the aga is fixed at last; general mood at home: fine
        the release | starting the release now; cutting release 4.2 this afternoon; ok lets ship the release | that film gets released in may; they released the otters into the river
        the on-call rota | filling in the on-call rota for december; who do i put on the on call rota next week?; time to redo the on-call rota | called the vet, all fine; the rotary club sent flowers
        the budget | sitting down with the budget for next year; budget round starts this morning; let me redo the budget numbers | the budgie escaped again; the lid would not budge
        the car insurance | renewing the car insurance now; comparing quotes for car insurance; on hold with the car insurance people | the car park was full; life insurance advert had a walrus in it
        the village fete | planning the village fete; who runs which stall at the fete?; doing the poster for the village fete | the village shop has shut; my fate is sealed lol
        the code review | doing sam's code review now; opening the code review queue; next up: code reviews | the postcode was wrong; the restaurant got a harsh review
        the database migration | running the database migration on staging; writing the db migration; database migration is up next on the board | bird migration programme on tv; migraine all morning
        the allotment | off to the allotment; digging at the allotment all afternoon; sketching what goes where on the allotment next year | we got allotted seats 14 and 15; a lot of noise outside
        the pension forms | filling in the pension forms; pension form is on the desk, doing it now; getting out the forms for the pension | in a pensive mood today; that horse is in good form
        the christmas cards | writing the christmas cards; buying christmas cards in town right now; addressing the first of the christmas cards | christmas pudding is too sweet for me; my card got declined
        the job interviews | interviewing a candidate at 2; preparing the job interviews for the backend role; reading cvs for the job interview | radio interview with the mayor was dull; good job on the fence
        the boiler | looking at the boiler, it makes that noise again; checking the boiler pressure; booking the boiler service | boiled eggs for tea; broiler chicken on offer
        the team offsite | planning the team offsite; looking for a venue for the offsite; agenda for the team off-site, first draft | offside in the 90th minute; the site was down two minutes
        the choir tour | booking hotels for the choir tour; choir tour planning tonight; working out the route of the choir's tour | the tour de france was on; that chair needs glue
        my passport | renewing my passport; filling in the passport application; getting passport photos taken | the password expired again; passed the port on the left, lovely
        the retro | running the retro at 4; preparing the retro board; what do i bring to the retrospective? | bought a retro lamp; the rocket went up fine
    """),
    person_once=_many("""
        Next time I see {who}, remind me to {do} | when I talk to {who} next, {do} | remind me to {do} the next time I hear from {who}
        if {who} gets in touch, {do} | When {who} and I next speak, I need to {do} | ok so next time i'm with {who}: {do}
        {do} when i bump into {who} | as soon as I hear from {who}, remind me to {do} | once {who} is in touch again, {do}
        could you remind me to {do} when I'm next speaking with {who}? I forgot last time | gotta {do} next time i meet {who}
        btw when i run into {who} again remind me to {do} | dont let me forget to {do} when i speak to {who}
        If I happen to see {who}, please remind me to {do} | need to {do}, remind me when i see {who}
        the next time it's me and {who} talking, I'd like to {do} | when im in touch with {who} again pls remind me to {do}
    """),
    person_always=_many("""
        Whenever I see {who}, {do} | every time I talk to {who}, remind me to {do} | each time {who} gets in touch, {do}
        always {do} when I meet {who} | any time I'm with {who}, remind me to {do} | remind me to {do} every time I speak to {who}
        whenever i catch up with {who} pls remind me to {do} | {do} whenever I hear from {who} | every single time I see {who} I should {do}, so nudge me
        I keep forgetting this: each time I meet {who}, {do} | anytime i run into {who}, tell me to {do} | from now on, whenever I talk to {who} remind me to {do}
        please remind me to {do} each and every time I'm in touch with {who} | when I see {who}, and I mean every time, remind me to {do}
        with {who} it's always the same, so every time we speak, remind me to {do}
    """),
    topic_once=_many("""
        Next time I work on {when}, {do} | when {when} comes up, remind me to {do} | remind me to {do} when I'm next busy with {when}
        next time i'm dealing with {when} i need to {do} | when we get to {when}, {do} pls | ok so next time {when} is on the table, {do}
        as soon as I start on {when}, remind me to {do}, I forgot last year | {do} when {when} next comes up
        once I'm back on {when} please remind me to {do} | if {when} comes up again, could you remind me to {do}?
        btw when I get round to {when}, I want to {do} | the next time anything about {when} lands on my desk, {do}
        note to self, {do} next time i'm on to {when} | when I turn to {when} again, nudge me to {do} | dont let me forget to {do} when its about {when} again
    """),
    topic_always=_many("""
        Whenever {when} comes up, {do} | every time I work on {when}, remind me to {do} | each time {when} comes up remind me to {do}
        any time I'm dealing with {when}, {do} | always {do} when I work on {when} | remind me to {do} every time {when} is on my plate
        whenever i get to {when}, pls remind me to {do} | every single time I turn to {when} I should {do}, so nudge me
        {do} whenever I'm busy with {when} | from now on, whenever {when} comes up remind me to {do} | anytime {when} pops up, tell me to {do}
        I keep forgetting this: each time it's about {when}, {do} | please remind me to {do} each and every time I work on {when}
        when {when} comes up, and I mean every time, remind me to {do} | it's not a one-off: every time I'm on {when}, remind me to {do}
    """),
    actions=_many("""
        ask for the receipt | mention the wobbly table | bring the blue ring binder | say thank you for the marrow | check the phone number
        hand back the drill | ask how the knee is | take a picture for the archive | double-check the dates | bring up the parking thing
        ask who has the spare key | write down the hours | get a signature | pass on greetings from Vera | ask about the leaking gutter
        look at last year's notes first | keep a copy | suggest a later start | tell the joke about the goose | collect the four quid
        ask if thursday works | apologise for the mix-up | put it on the shared drive | say no to the extra work | offer a lift
        pick up the folding chairs | show the holiday snaps
    """),
    met=_many("""
        {who} just rang | on the phone with {who} right now | got {who} on the line | coffee w/ {who} in 10 | lunch with {who} at half twelve
        meeting {who} at the station tonight | {who} is at the door | {who} just walked in | ok so i'm about to call {who} | emailing {who} now
        drafting a message to {who} | just had an email from {who}, answering it now | {who} texted, what do i say back | seeing {who} tomorrow morning
        popping in on {who} later | video call with {who} at 3 | in a meeting with {who} | {who} is coming over for dinner on sunday
        sat next to {who} in the waiting room as we speak | picking up {who} from the airport at six | {who} is joining the call in five minutes
        Just bumped into {who} at the school gate, still chatting | sitting down with {who} after the break | writing {who} a quick note on whatsapp
        i'll ring {who} after tea | having a pint with {who} tonight | finally got hold of {who}, talking now
        family do on saturday, {who} is coming too | {who} wants a word with me now | btw {who} is here, back in a bit
    """),
    missed=_many("""
        ran into {who} last spring in Leeds | spoke to {who} years ago about something similar | {who} has cancelled for tonight
        the call with {who} is off | not seeing {who} this week after all | {who} is on holiday until march | {who} couldn't make it today, sadly
        somebody said {who} has a new car | heard that {who} moved house, we haven't spoken in ages | no word from {who} yet
        lunch with {who} fell through | {who} was on the local radio the other day | missed {who} at the party last month, left too early
        found an old photo of {who} in a drawer | dreamt about {who} lol | apparently {who} used to live up that road | no need to call {who} any more, it's sorted
        tried {who} twice last week, never picked up | {who} never showed up on tuesday | my mate reckons {who} is getting married
        the meeting with {who} has been called off | {who} didn't come in today, bad cold apparently | two months ago {who} and I had a long chat
        people were gossiping about {who} in the pub | back in 2019 {who} sent us a hamper | i don't think {who} is coming tonight
    """),
    other=_many("""
        {other} just rang | lunch with {other} at one | on the phone with {other} | emailing {other} now | {other} is at the door
        meeting {other} at the bakery in ten | got a text from {other}, replying now | video call with {other} at 5 | seeing {other} tomorrow
        {other} is popping in after work | sitting next to {other} on the bus | dinner with {other} on friday | about to call {other}
        {other} wants a word with me now | writing a note to {other}
    """),
    chatter=_many("""
        {a} could do with {b} | got {b} for {a}, finally | not sure about {a} tbh | what goes well with {b}? | thinking of {b} instead of {a}
        {a} looks better with {b} | how much is {b} these days | {a} again, sigh | lost {b} somewhere near {a} | {b} on special offer, bought two
        is there a trick for cleaning {a}? | {a} smells funny | rain again, typical | slept badly, too hot | {b} arrived, wrong colour
        moved {a} a bit to the left | ok so {a} is done, {b} is not | the noise from {a} is driving me mad | painted {a} green, why not | nice walk, saw {b} in a window
        what's another word for cheerful | {a}: still waiting for {b} | i quite like {a} actually | can you explain how {b} is made | half an hour of peace and {b}, bliss
        {a} needs {b} before winter | the kids put {b} on {a} | {b} was cheaper online | thanks, that helped | someone scratched {a}
        lol the cat sat on {a} | trains were late both ways | took {a} to the tip | measuring {a} for {b} | no idea where {b} went
        {a} is older than me | two hours wasted on {a} | swapped {a} for {b} | {b} and a cup of tea | how many grams in an ounce
        {a} fell over in the wind | borrowed {b} from the shed | ordered {b} in the end | fixed {a} with {b}, good enough
    """),
    first=_many("""
        the hallway | the garden gate | the old radio | the birthday cake | our street | the blue bench | the piano stool | the bird table
        the coffee machine | the front steps | the bike shed | the attic | the washing line | the big rug | the fish tank | the noticeboard
    """),
    second=_many("""
        a new filter | some glue | a thicker curtain | fresh mint | three buckets | a wooden spoon | longer screws | a tin of varnish
        lemon soap | a warmer hat | an extra shelf | green tape | a bag of gravel | rhubarb jam | a small fan | candles
    """),
    rules=_many("""
        always answer me in British English | keep your replies under five lines from now on | no emojis please, ever | Never start an answer with "Great question"
        from now on call me Margaret | whenever I paste an error, explain the cause before the fix | always give temperatures in celsius | dont use bullet points when you answer me
        when I ask for a translation, give me two versions | please always show prices in pounds | I want short answers from you, always | stop apologising in every reply
        if you're not sure, say so instead of guessing | use the 24 hour clock in all your answers | when you write code for me, add type hints | never suggest buying anything
        answer in the language I write in | always double check sums before you give me a total | from now on write dates like 3 March 2026 | please don't address me as user
        Whenever you list steps, number them | no jargon please, I'm 74 and it's lost on me, so plain words from now on | when you answer about medicine always add that it's no substitute for a doctor
        speak to me formally from now on | always put the conclusion first, then the reasons | don't ever rewrite my text unless I ask you to | each time you quote something, name the source
        in future give me distances in miles | i prefer tables over long paragraphs in your answers | you should always ask before deleting anything | don't end your answers with a question
        when summarising an article for me, use three sentences at most | be blunt with me, always | from today on reply in Chinese when i write before 9am | never translate names
        whenever I ask for a recipe, make it vegetarian | for every draft letter, use a friendly tone | always spell it "organise" with an s | leave out greetings and sign-offs in your replies from now on
        please explain abbreviations the first time you use them, always | when I say "short", answer in one sentence | don't give me more than three options, ever | always keep my line breaks when you correct a text
    """),
    lookalikes=_many("""
        when does the chemist open? | he reminds me of my old headmaster | always loved that song | every time it rains the gutter leaks | next time lucky, as they say
        remind me, what do you call a group of crows? | the reminder about the bins came too late | she never said when | whenever he plays golf he comes home grumpy
        when I was a boy we always had two puddings | from now on it's downhill lol | i never got the hang of bridge | do you always answer that fast?
        how do i stop getting reminders from the library? | every time i meet new people i forget their names | I should have asked him when I saw him | I reminded her twice already
        last time i forgot the keys, this time i didn't | there's always next year | is it when or whenever in this sentence? | why do cats always land on their feet
        when i look at the sea i feel calm | not every time, but often enough | it's never too late to learn | what happens when you freeze cream?
        next time round they want to charge double, it says here | as soon as the sun came out everyone smiled | the sign says always keep left | that smell reminds me of school
        when's the next full moon | if it snows the whole town stops | nobody ever tells me anything | we always went to Whitby in august | who wrote "never let me go"?
        every time the phone rang it was a wrong number | once bitten twice shy | i don't need reminding how old i am | when he talks nobody listens | please excuse the typos
        the bell rings every hour | i remember when this was all fields | whenever was that, 1998? | did i get a reminder yesterday? | next time the price goes up, says the paper, it'll be 8 percent
    """),
)

_CHINESE = Wording(
    twins=_TWINS,
    people=somebodies("""
        老周 | 老周, 咱们老周 | 老邹, 周敏, 老朱
        婆婆 | 婆婆, 我婆婆 | 外婆, 公公, 阿婆
        我妈 | 我妈, 妈妈, 老妈, 我媽 | 我姑妈, 舅妈, 干妈
        班主任 | 班主任, 孩子班主任, 孩子的班主任 | 年级主任, 班长, 居委会主任
        刘老师 | 刘老师, 劉老師 | 柳老师, 刘老板, 牛老师
        小黄 | 小黄, 送货的小黄 | 小方, 黄姐, 小王
        物业 | 物业, 物业的人, 小区物业 | 业委会的人, 物流公司, 保安
        王阿姨 | 王阿姨, 隔壁王阿姨, 王姨 | 汪阿姨, 王叔叔, 黄阿姨
        陈医生 | 陈医生, 陈大夫, 陳醫生 | 程医生, 陈护士, 岑医生
        孙经理 | 孙经理, 银行的孙经理, 孫經理 | 宋经理, 孙师傅, 申经理
        张伟 | 张伟, Zhang Wei, zhang wei, 張偉 | 张伟强, 张大伟, 章为民
        表姐 | 表姐, 我表姐 | 表哥, 表妹, 堂姐
        老公 | 老公, 我老公, 孩子他爸 | 公公, 老板, 老乡
        小姑子 | 小姑子, 我小姑子 | 姑姑, 小叔子, 小顾
        李会计 | 李会计, 李會計, 我们李会计 | 黎会计, 李律师, 季会计
        Kevin | Kevin, kevin, 凯文 | Kelvin, Calvin, Karen
        Amy | Amy, amy, Amy姐 | Emily, Annie, 阿敏
        产品经理 | 产品经理, 我们产品经理, 产品经理那边 | 项目经理, 大堂经理, 客户经理
        组长 | 组长, 我们组长 | 村长, 校长, 店长
        快递小哥 | 快递小哥, 快递员, 送快递的 | 外卖小哥, 修表师傅, 邮局大姐
        林太太 | 林太太, 林太 | 凌太太, 林先生, 林小姐
        舅舅 | 舅舅, 我舅舅, 我舅 | 舅妈, 叔叔, 旧邻居
    """),
    occasions=occasions("""
        进货 | 明天一早去进货; 在批发市场进货呢; 进货单子还没列，现在列; 准备给店里进点货 | 货车把路堵死了; 进门的鞋柜坏了
        盘点 | 今晚关门后盘点; 库存盘点开始了; 正在盘点饮料那几排 | 点了三个菜; 那张光盘找不到了
        交房租 | 该交房租了，这就去; 房租这就转过去; 这个月房租还没交，现在弄 | 租了辆共享单车; 交友不慎哈哈
        开家长会 | 今天下午家长会; 去学校开家长会; 家长会马上开始，找座位中 | 家里又停水了; 会长退休了
        报税 | 开始弄报税的表; 今天把税报了; 登录税务局网站报税 | 报纸又涨价; 睡过头了，唉
        买校服 | 去学校旁边买校服; 校服小了，网上下单买新的; 给孩子量尺寸，买校服用 | 校门口又堵车; 西服送去干洗了
        写周报 | 周五了，周报还没写，开写; 在写这周的周报; 整理一下周报 | 周末去爬山; 写毛笔字真静心
        上线新版本 | 今晚上线; 新版本准备上线了; 走上线流程，先提工单 | 在线听歌老卡; 这本书是旧版的
        体检 | 明天去体检; 预约体检中; 体检套餐选哪个好，正在挑 | 安检排了好长的队; 体育频道没信号了
        包饺子 | 晚上包饺子; 和面呢，准备包饺子; 饺子馅剁好了，开包 | 包裹到了; 买了个新包，红的
        订火车票 | 12306上订票呢; 抢春节的火车票; 现在订回老家的火车票 | 火车模型散架了; 电影票根还留着
        续车险 | 车险快到期了，今天续一下; 在问车险报价; 正在续车险 | 车位又被占了; 保险丝烧了
        改合同 | 合同发来了，开始改; 合同第三条怎么改好？; 在改合同 | 头发改天再剪; 这衣服很合身
        给客户报价 | 给客户做报价单; 客户要报价，马上算; 这就把报价发给客户 | 客厅灯坏了; 菜价又涨了
        排值班表 | 排下个月值班表; 值班表怎么排才公平，正头疼; 今天把值班表排出来 | 手表停了; 班车晚点了
        办年货 | 去办年货; 年货清单列一下; 在超市买年货 | 年糕太粘牙; 货架有点歪
        面试 | 下午面试一个前端; 准备面试题; 候选人到了，开始面试 | 面条坨了; 考试成绩还没出
        打扫仓库 | 今天打扫仓库; 收拾仓库去; 仓库太乱了，先打扫一遍 | 车库门卡住了; 扫码枪没电了
        合唱团排练 | 晚上合唱团排练; 出门，去合唱团排练; 合唱排练七点开始，换衣服了 | 合影洗出来了; 排队买包子
    """),
    person_once=_many("""
        下次见到{who}，提醒我{do} | 下次跟{who}聊天的时候记得{do} | 等我见到{who}，{do} | {who}要是联系我，提醒我{do}
        回头碰到{who}提醒我{do}，上次又忘了 | 哪天遇见{who}，记得{do} | 下回跟{who}说话，帮我记着{do} | 要{do}，见到{who}的时候提醒我一声
        等我跟{who}联系上了提醒我{do} | 麻烦你，下次我和{who}联系时提醒我{do} | 对了，下次见着{who}得{do} | 跟{who}见面的时候别忘了提醒我{do}
        下次遇到{who}，提醒我{do}，謝謝 | 要是碰上{who}，就提醒我{do} | 我怕忘，下次找{who}时提醒我{do} | 下次同{who}見面，記得{do} | next time见到{who}，提醒我{do}
    """),
    person_always=_many("""
        每次见到{who}，提醒我{do} | 每回跟{who}聊天都要{do} | 以后只要见到{who}，就提醒我{do} | 每次和{who}联系都提醒我{do}
        凡是跟{who}见面，都记得{do} | 每当跟{who}碰头，提醒我{do} | 一碰到{who}就提醒我{do}，每次都要 | 以后每次跟{who}说话，都帮我记着{do}
        只要是跟{who}打交道，每次都得{do} | 每次跟{who}见面别忘了提醒我{do}，我老忘 | 但凡遇见{who}，都提醒我{do} | 以後每次見到{who}都提醒我{do}
        我记性差，每次跟{who}说上话，你都提醒我{do} | 每逢见{who}，必须{do}，到时候提醒我 | 不管什么时候见{who}，每次都提醒我{do}
    """),
    topic_once=_many("""
        下次{when}的时候提醒我{do} | 下回{when}，记得{do} | 等我{when}的时候，提醒我{do} | 再{when}的时候得{do}，帮我记着
        回头{when}时提醒我{do}，上次又忘了 | 下次该{when}了，{do} | 要{do}，等{when}的时候提醒我 | 下次轮到我{when}，提醒我{do}
        麻烦下次我{when}时提醒我{do} | 对了，下次{when}别忘了{do} | 下次要{when}的时候，先{do} | 下次說到{when}，提醒我{do}
        哪天我{when}了，记得提醒我{do} | 我怕忘，下次{when}时你提醒我{do} | 下次{when}記得提醒我{do}
    """),
    topic_always=_many("""
        每次{when}都提醒我{do} | 每回{when}，记得{do} | 以后每次{when}的时候都要{do} | 只要我{when}，就提醒我{do}，每次都要
        每当我{when}，提醒我{do} | 凡是{when}，都得{do} | 一到{when}的时候就提醒我{do}，每次都一样 | 以后只要{when}，都帮我记着{do}
        每次{when}之前都提醒我{do} | 我老忘，每次{when}你都提醒我{do} | 但凡{when}，都提醒我{do} | 以後每次{when}都要提醒我{do}
        每逢{when}，必须{do}，到时候提醒我 | 不管哪次{when}，都要提醒我{do} | 每一次{when}都别忘了提醒我{do}
    """),
    actions=_many("""
        问问押金的事 | 把雨伞还了 | 带上户口本 | 拍张照片留底 | 说声谢谢 | 要张收据 | 核对一下电话号码 | 把那两百块钱要回来
        问清楚几点开门 | 多拿几个塑料袋 | 提一下停车的事 | 把旧账本带上 | 先看看去年的记录 | 道个歉 | 送两斤橘子 | 问问膝盖好点没
        借一下电钻 | 确认日期 | 把备用钥匙拿走 | 存个备份 | 別忘了帶眼鏡 | 把孩子的疫苗本带上 | 讲价 | 签个字 | 抄一份给小陆 | 问一下周四行不行
    """),
    met=_many("""
        {who}刚打电话来 | 正跟{who}打电话呢 | 中午跟{who}吃饭 | 一会儿去找{who} | {who}来了，在门口 | 我给{who}发个微信 | {who}在微信上找我，怎么回
        明天约了{who} | 晚上{who}来家里吃饭 | 在校门口碰到{who}了，正聊着 | 马上要跟{who}开会 | 给{who}写邮件 | {who}到店里来了 | 这就给{who}回电话
        跟{who}视频呢 | 下午三点见{who} | 刚在菜市场遇见{who}，还在聊 | {who}坐我旁边 | 等下去車站接{who} | 周六家里聚餐，{who}也来
        和{who}喝茶 | 正在和{who}商量事情 | {who}说五分钟后到 | 约{who}今晚散步 | ok我现在call一下{who} | 去{who}那儿一趟 | 終於聯繫上{who}了，正在講電話
        {who}发语音过来了，我听听再回 | 待会儿和{who}一起坐车 | 在跟{who}当面说 | 跟{who}的zoom马上开始
    """),
    missed=_many("""
        好几年没见{who}了 | 听说{who}搬家了 | 跟{who}约的饭取消了 | {who}今天没来 | 去年在超市碰见过{who} | {who}出差了，下个月才回来
        今天不见{who}了 | 给{who}打电话的事不用了 | {who}一直没回我消息 | 他们说{who}换工作了，我也是听来的 | 梦见{who}了哈哈 | 上个月跟{who}吵过一架
        翻到一张{who}的老照片 | {who}爽约了 | 和{who}的会改到哪天还没定，今天不开了 | 有人在背后说{who}闲话 | {who}生病请假了，见不着
        前年{who}来过一次 | 原本要見{who}，臨時取消了 | {who}说来又不来了 | 好久没有{who}的消息 | 上周打给{who}没人接，就算了 | 昨天电视上有个人长得像{who}
        {who}以前住这条街 | 不用联系{who}了，事情解决了
    """),
    other=_many("""
        {other}刚打电话来 | 中午跟{other}吃饭 | 给{other}发个微信 | {other}来店里了 | 明天约了{other} | 正跟{other}聊天 | 马上去见{other}
        碰到{other}了，聊两句 | {other}在门口等我 | 给{other}回个电话 | 跟{other}视频呢 | 下午{other}来家里坐坐 | 和{other}一起坐車 | 在校门口遇见{other}
    """),
    chatter=_many("""
        {a}该换{b}了 | 给{a}买了{b} | {b}多少钱一个啊 | {a}又坏了，烦 | {a}配{b}挺好看 | {b}放哪儿去了 | 今天真冷 | {a}擦干净了 | 昨晚没睡好
        {b}到了，颜色不对 | {a}旁边放{b}行不行 | 怎么洗{a}最省事 | 楼上又在吵 | {a}用了十年了 | 网上{b}便宜些 | 顺手修了{a} | {a}有股怪味 | 想把{a}挪到窗边
        {b}买多了 | 孩子把{b}弄到{a}上了 | 這個{b}真不錯 | {a}还差{b} | 外面下雨了 | 谢谢，明白了 | {b}是怎么做的？ | 猫睡在{a}上面 | 量了一下{a}的尺寸
        {a}送人算了 | 早饭吃了碗粥 | {a}和{b}都挺旧了 | {b}打折，买了俩 | 为了{a}折腾一上午 | 刚散步回来 | {a}刷成绿色了 | 一斤等于多少克 | {b}不见了，奇怪
        {a}被风吹倒了 | 退了{b} | 隔壁在放鞭炮 | {a}先这样吧 | 用{b}把{a}粘好了 | 手机快没电 | {a}看着舒服多了 | 學了一首新曲子
    """),
    first=_many("""
        阳台 | 那盏灯 | 电饭锅 | 沙发 | 鱼缸 | 收音机 | 楼梯扶手 | 旧自行车 | 窗帘 | 洗衣机 | 门口的招牌 | 花盆 | 書桌 | 小推车 | 晾衣架 | 地毯
    """),
    second=_many("""
        新电池 | 胶水 | 一块布 | 螺丝 | 薄荷 | 三个水桶 | 毛巾 | 蜡烛 | 木勺子 | 一袋石子 | 肥皂 | 小风扇 | 长一点的绳子 | 厚垫子 | 油漆 | 掛鉤
    """),
    rules=_many("""
        以后都用简体中文回答我 | 以後請一律用繁體中文回覆 | 从现在起回答不要超过三句话 | 别用表情符号，以后都别用 | 以后叫我周姐 | 回答我的时候先说结论再说理由
        我问菜谱的时候，用量都写成克 | 不确定就直说，别瞎编 | 以后列步骤都编上号 | 说话别那么客套，直接点，一直这样 | 每次给我算账都要复核一遍 | 价格一律用人民币
        写代码的时候都要加注释 | 以后别在结尾问我还要不要别的 | 日期都写成2026年3月5日这种格式 | 我用英文问你就用英文答 | 永远不要帮我删东西，先问我 | 给我翻译时总是给两个版本
        别跟我讲大道理，以后只说怎么做 | 回答里不要夹英文单词 | 以后回答用药的问题，末尾都注明要遵医嘱 | 称呼我用“您” | 总结文章一律三条以内 | 不要用“亲”这个字称呼我
        字数少一点，以后都这样 | 每次引用都要写出处 | 改我的文章时不要动标点，记住这条规矩 | 每當我貼出錯誤訊息，先解釋原因再給解法 | 以后给建议最多三个选项 | 时间都用24小时制
        请一直用口语跟我说话 | 别推荐我买东西，永远别 | 以后温度都用摄氏度 | 凡是写给老人的话，用词简单些 | 以后用表格回答，别写大段文字 | 人名不要翻译，一律保留原文
        你以后回答慢点没关系，但要仔细检查 | 我说“简短”的时候，只回一句话 | 以后涉及钱的数字都写大写和小写两种 | 不要老跟我道歉 | 以後解釋專有名詞都要舉例子 | 从今天开始回答语气温柔一点 | 每次列清单都按拼音排序
    """),
    lookalikes=_many("""
        每次下雨店门口都积水 | 以后的事以后再说 | 下次再聊 | 提醒短信怎么关掉？ | 总是睡不够 | 他提醒过我两回了 | 记得小时候这里是稻田 | 下次涨价是什么时候？ | 一直都是这个味道
        每当变天膝盖就疼 | 以后谁还用现金啊 | 当时我就该问问他 | “每次”用英语怎么说 | 他从来不迟到 | 下次奥运会在哪儿办 | 那首歌总让我想起老家 | 闹钟提醒响了三遍都没醒
        见到大海的时候特别开心 | 永远是年轻人先低头看手机 | 以後會不會更熱啊 | 每次出门都忘带伞，我真服了自己 | 什么时候能放晴 | 上次忘了钥匙，这次没忘 | 这种提醒有点吵人
        只要有太阳猫就躺门口 | 一到冬天手就裂 | 別提了，氣死我 | 孩子每回考完都说简单 | 以后不知道会怎么样 | 老人家总说吃亏是福 | 昨天我提醒她关煤气了吗？ | 下次是下次，这次是这次
        牌子上写着请随时关门 | 每次都是他赢，没意思 | 如果下雪高速就封了 | 他以前见人就笑 | 你每次都回得这么快吗？ | 从今往后是哪个成语里的 | 記得那年颱風特別大 | 永远不知道钱花哪儿去了
        遇到堵车谁都没办法 | 书里说每次呼吸要慢 | 谁发明的提醒事项 | 等天暖和了花就开了
    """),
)

SIXTH: Part = {Language.ENGLISH: _ENGLISH, Language.CHINESE: _CHINESE}
