# ruff: noqa: E501 - tables of wording
"""A fourth wording, written apart from the grammar and from the other parts: a nurse with two children, a student in a laboratory.

Its writer read the form of the tables and never the grammar, and did not run the recognition over it.
"""

from __future__ import annotations

from assistant.domain.item import Language
from assistant.evaluation.wordings.wording import Part, Wording, lines, occasions, somebodies, twins


def _several(text: str) -> tuple[str, ...]:
    """Short wordings, many in a line with ` ~ ` between them."""
    return tuple(one.strip() for line in lines(text) for one in line.split(" ~ "))


_TWINS = twins("""
    my nan = 奶奶
    wash the uniforms = 洗衣服
""")

_ENGLISH = Wording(
    twins=_TWINS,
    people=somebodies("""
        Priya | Priya, priya, Priya Nair | Preeti, Maya Nair, Prisha
        Sister Okafor | Sister Okafor, Okafor, Sr Okafor | Sister Okonkwo, my little sister, Sister Mary
        Dr Brandt | Dr Brandt, Dr. Brandt, doctor brandt | Dr Grant, Dr Brennan, Dr Rand
        Mrs Halloran | Mrs Halloran, Mrs. Halloran, mrs halloran | Mr Halloran, Mrs Hall, Mrs Holland
        my mother-in-law | my mother-in-law, mother-in-law, my mother in law | my brother-in-law, my godmother, the mother of bed 9
        the childminder | the childminder, our childminder, childminder | the child psychologist, a childhood friend, the minister
        the ward pharmacist | the ward pharmacist, the pharmacist, our pharmacist | the ward clerk, a physicist, the phlebotomist
        Dave from IT | Dave from IT, IT Dave, dave from it | Dave from payroll, Dana from IT, Dafydd from estates
        my ex | my ex, the ex, my ex-husband | my next-door neighbour, the examiner, an ex-colleague
        Auntie Bev | Auntie Bev, auntie bev, Aunty Bev, Bev | Auntie Viv, Auntie Pat, Trev
        my nan | my nan, nan, my nana | a nanny, Nancy, my uncle
        Oluwaseun | Oluwaseun, Seun, seun | Sean, Oluwatobi, Shaun
        the union rep | the union rep, our union rep, the rep from the union | a sales rep, the class rep, the reporter
        Kasia | Kasia, kasia, Kasia Nowak | Kacper, Asia Nowak, Tasia
        Mrs Chen | Mrs Chen, Mrs. Chen, 陈太太 | Mr Chen, Mrs Cheng, Mrs Chan
        my manager | my manager, my line manager | the bank manager, the site manager, my landlady
        Jonas's football coach | Jonas's football coach, the football coach, Jonas's coach | the coach driver, Ella's music teacher, Jonas's friend
        Luca | Luca, luca, Luca Ferri | Lucas, Lucy, Luke
        the health visitor | the health visitor, our health visitor, health visitor | a visitor from head office, the health minister
        Fatima | Fatima, fatima, Fatima Z | Fatou, Karima, Faith
    """),
    occasions=occasions("""
        do the drug round | starting the drug round; drug round on bay 4 now; right, drugs round, back in an hour; the 8pm drug round is mine, off i go | he got a round in at the pub; the drug company left biscuits; a round table would be nicer
        pack the lunchboxes | packing lunchboxes for tomorrow; two lunchboxes to pack and im done; lunchbox time, ham or cheese; in the kitchen packing the kids' lunchboxes | lunch in the canteen was grim; packing tape is all gone; a box of gloves went missing
        put in my rota requests | rota requests are open, filling mine in; doing my rota requests before midnight; typing up my requests for the january rota; putting my requests in now, which rota week is half term | the rota was wrong again last month; they played a song request on the radio
        do my revalidation | sat down with the revalidation forms; doing a bit of revalidation tonight; revalidation portfolio, here we go; revalidating this evening, wish me luck | his bus ticket wasn't valid; such an invalid argument
        wash the uniforms | uniforms going in the wash now; washing my uniform for the early; gonna stick the uniforms on at 60; quick uniform wash before bed | the new uniforms look like pyjamas; the wash your hands poster fell off
        take the kids swimming | off to the pool, swimming with the kids; swimming with both kids at four; kids' swimming lesson, leaving in ten; taking the little ones swimming after school | my head is swimming; the kids next door are loud
        book the dentist | ringing up to book the dentist; dentist booking, on hold with the lovely music; trying to get us in at the dentist, anyone got the number; booking dentist for all of us online | the dentist's wife won the raffle; that book about sharks was good
        clear out the fridge | clearing out the fridge tonight; fridge clear-out, pray for me; emptying the fridge, delivery's at six; about to clear the fridge, is week old rice ok | fridge magnets from rhodes; the sky is finally clear
        renew the parking permit | parking permit renewal, doing it now; renewing my permit for the staff car park; permit's nearly up, on the website to renew it; filling in the parking permit form | parked miles away again; the national park was lovely; renewed faith in humanity
        write up an incident | writing up an incident; incident form for the fall, filling it in; got an incident to write up before i go; incident write-up time, joy | the writer of that show is from here; a funny incident in the last episode
        plan the birthday party | planning the birthday party tonight; party planning for my youngest's birthday; making a list for the birthday party; birthday party ideas, sitting down with tea to sort it | a birthday card came from the bank, odd; the party leader resigned
        check the crash trolley | crash trolley check now; doing the crash trolley; signing for the trolley check, seals first; crash trolley's on me today, going through it drawer by drawer | the server crashed twice; a supermarket trolley with a wonky wheel
        sort out the mortgage | sorting the mortgage paperwork tonight; looking at mortgage rates, we need a new deal; mortgage stuff now both are asleep; ok sitting down to sort the mortgage | the mortuary lift is broken; all sorts of sweets in a bowl
        bake for the cake sale | baking for the cake sale tonight; cake sale baking, flour everywhere; making two trays of flapjacks for the cake sale; oven's on, here goes the cake sale bake | another half-baked idea from upstairs; the shoe shop has a sale; a cake of soap
        fix the bike | fixing the bike now; bike repair in the yard, sleeves up; puncture kit out, fixing ella's bike; bike's upside down and the chain is off, fixing it | a motorbike woke me up; prices are fixed till march
        mentor the students | mentoring session with the students now; students to mentor today; student mentoring at eleven; mentoring two first year students this shift | i was a student in leeds; the tormentor in that film gave me the creeps
        donate the baby clothes | bagging up the baby clothes to donate; taking baby clothes to the charity shop; finally donating all the old baby clothes; donation day, three bags of baby clothes | the baby monitor is beeping; blood donors get juice
        go for a run | out for a run along the canal; quick run before my late; lacing up, run time; going running in ten | the tap is running; we've run out of aprons; it's a long-running joke
    """),
    person_once=lines("""
        next time i see {who} remind me to {do}
        btw when i'm next talking to {who} can you remind me to {do}
        got to {do}, so when i see {who} next, shout
        Could you please nudge me to {do} the next time I'm in touch with {who}?
        dont let me forget to {do} when {who} and i next catch up
        I'm seeing {who} at some point this week, when it happens pls remind me to {do}
        ok so the minute i get hold of {who}: {do}
        for {who}, next time: {do}
        one thing for my next chat with {who} - {do}
        when {who} and i next meet or speak or write, {do}. just the once
        mind me to {do} when I see {who} next, will ye
        gonna run into {who} sooner or later and when i do, {do}
        Would you be so kind as to remind me, when I next have {who} in front of me, to {do}? It slipped my mind last time and I felt rather foolish.
        {do} first chance i get with {who}
        should {who} and i end up talking, remind me that i need to {do}, then it's done with
        when i finally speak to {who}, tell me to {do}, then you can forget about it
        {do} when i bump into {who} again
    """),
    person_always=lines("""
        every single time i talk to {who} remind me to {do}
        whenever {who} and i speak, {do}
        any time i'm in touch with {who}: {do}
        Each time I see {who}, nudge me to {do} please
        as a standing thing, when i meet {who}, {do}, every time not just once
        i keep forgetting so on every contact with {who} tell me to {do}
        doesn't matter how often i speak to {who}, each time remind me to {do}
        {do} whenever i see or hear from {who}
        never let me finish with {who} without reminding me to {do}
        Without exception, all conversations with {who}: {do}
        anytime i've got {who} with me or on the phone or in my inbox, same again, remind me to {do}
        can u make it a habit, every chat with {who} i {do}
        ok so whenever i'm dealing with {who} (and i do mean always) i need to {do}
        always remind me to {do} when i'm with {who}, it's never a one off
        every time it's {who}, {do}
    """),
    topic_once=lines("""
        next time i {when} remind me to {do}
        when i next {when}, {do}
        remind me to {do} the next time I {when} please
        btw could you poke me to {do} when i {when} this week, only need it once
        {do} next time i {when}
        ok so when i get round to it and {when}, {do}
        Dear assistant, when I next {when}, kindly remind me to {do}, as I left it out last time.
        when i {when} again dont let me forget to {do}
        i need to {do}, best done when i next {when} so tell me then
        the next time i {when} → {do}
        just this once, when i {when}, tell me to {do}
        as soon as i {when} next, shout at me to {do}
        if i {when} today or tomorrow remind me i still have to {do}
        before i forget: {do}, when i {when} next
        mind me tae {do} next time i {when}
    """),
    topic_always=lines("""
        whenever i {when} remind me to {do}
        every time i {when}, {do}
        each time I {when}, please tell me to {do}
        i always forget to {do}, so remind me every time i {when}
        any time i {when}: {do}
        {do} every time i {when}, without fail
        Whenever I happen to {when}, would you remind me to {do}? Not only once, please, but always.
        ok new habit, each and every time i {when} i {do}
        as often as i {when}, so often remind me to {do}
        never let me {when} without telling me to {do}
        from now on when i {when} always remind me to {do}
        it's a permanent one, when i {when}, {do}, every time
        anytime i {when} nag me to {do}, even if i moan
        without exception, when i {when}, {do}
        always {do} when i {when}
    """),
    actions=_several("""
        check the expiry dates ~ mention the leak in the bathroom ~ ask for the receipt ~ give back the borrowed tenner ~ say sorry about thursday ~ double check the phone number
        take the spare charger ~ look for the missing glove ~ write down the mileage ~ bring up the holiday dates ~ find out who has the key ~ take a photo of the form
        ask what time it finishes ~ use the new pen, the old one smudges ~ ask if there's a discount ~ note the batch number ~ put my phone on silent ~ bring the tupperware
        mention the nut allergy ~ keep the invoice ~ ask for it in writing ~ read the small print ~ count the change ~ say no to the extra saturday ~ ask about the swap on the 14th
        smile a bit more ~ confirm the postcode ~ hand over the spare set of keys
    """),
    met=_several("""
        {who} just rang, calling back now ~ just off the phone with {who} ~ coffee with {who} in ten
        {who} is at the school gate, walking over ~ ok {who}'s here ~ what should i say to {who}, meeting starts in 5
        sunday roast with {who} tomorrow ~ {who} is on the line ~ drafting an email to {who}
        message from {who} just popped up, typing back ~ bumped into {who} in the corridor just now ~ {who} is coming over tonight
        sitting next to {who} in a teams call ~ help me reply to {who} politely ~ going to see {who} after my shift
        {who} knocked, letting them in ~ i'm meeting {who} at half two ~ whatsapping {who} rn
        Family dinner this evening, {who} is coming as well ~ about to ring {who}, deep breath ~ just had a quick word with {who} by the lifts
        {who} has just walked in ~ facetime with {who} at 7 ~ i've got an appointment with {who} this afternoon
        btw {who} is picking me up in a minute ~ {who} wants a word with me now, apparently ~ texting {who} back on my break
        zoom with {who} now
    """),
    missed=_several("""
        spoke to {who} back in august about all that ~ {who} cancelled so no coffee today ~ apparently {who} is off sick ~ someone told me {who} got a job in leeds
        {who} didn't pick up ~ still no reply from {who} ~ i won't be seeing {who} this week after all ~ missed {who} by five minutes, gone already
        had {who} over for easter, seems ages ago ~ dreamt about {who} last night lol ~ looked everywhere, {who} isn't in today ~ they say {who} is moving to wales
        found an old photo of {who} ~ {who} is on holiday till the 20th ~ the thing with {who} has been called off ~ i wonder how {who} is getting on these days
        last year {who} and i did the quiz together ~ {who} would've laughed at that ~ first met {who} in 2014 ~ there was a card from {who} in the drawer from years back
        meant to ring {who} but it's too late now ~ haven't heard a thing from {who} in months ~ {who} never turned up ~ people keep gossiping about {who}
    """),
    other=_several("""
        {other} just rang ~ coffee with {other} in ten ~ {other} is here ~ seeing {other} after work ~ texting {other} back ~ on the phone to {other}
        email from {other}, replying now ~ bumped into {other} at the till just now ~ {other} is coming over tonight ~ zoom with {other} at three ~ dinner with {other} tonight
        {other} has just walked in ~ what do i write back to {other} ~ meeting {other} at half two ~ got a quick call with {other} now
    """),
    chatter=_several("""
        my feet hurt ~ {a} needs {b} ~ is {b} any good for {a} ~ ok so {a} is done, {b} isn't ~ what's another word for knackered ~ so tired i put {b} in the oven lol
        how much is {b} these days ~ {a} smells funny ~ 12 hours and not one wee ~ ella drew {a} with {b} on top, so cute ~ does {a} go with {b}? ~ {a}: sorted. {b}: nope
        can you spell haemorrhage ~ what is a normal potassium ~ why is {a} so loud ~ bought {b}, too dear ~ translate {b} into polish pls ~ is it full moon or what
        jonas lost a tooth!! ~ rain again, {a} is soaked ~ what film was it with {a} in it ~ three admissions and {b} went missing ~ {b} for {a}, bargain ~ who invented {b}
        give me a joke about {a} ~ 37 x 14 ~ cheap ideas for tea with {b} ~ {a} broke, typical ~ is decaf really decaf ~ Honestly I think {a} deserves {b}.
        ella has got a cough, poor thing ~ explain sepsis like i'm ten ~ {a} was nicer than {b} tbh ~ best way to get ink out of {b} ~ no idea where {a} went
        how far is it to whitby ~ convert 101.3 f to c ~ pros and cons of {a} ~ half asleep, {b} helps ~ 今天好累啊 ~ write a limerick about {a} and {b} ~ the telly is rubbish tonight
    """),
    first=_several("""
        the hamster ~ the staff room kettle ~ the spare room ~ the raffle ~ the school play ~ the old sofa ~ our caravan ~ the duvet ~ the vending machine ~ the lift ~ the shed ~ the hallway
        the night bus ~ the tent ~ the piano
    """),
    second=_several("""
        a hot water bottle ~ new laces ~ glitter glue ~ blackout curtains ~ a pot of tea ~ two chocolate bars ~ orange paint ~ a foot spa ~ batteries ~ oat milk ~ hand cream ~ a doorstop
        a decent pillow ~ blister plasters ~ some peace
    """),
    rules=_several("""
        from now on answer in max three sentences ~ always give doses in mg per kg as well when i ask about medicines ~ dont call me love, ever
        i want medical terms explained every time, im new to this specialty ~ pls always use the 24 hour clock ~ never suggest i 'consult a professional', i am one
        whenever i paste a letter, summarise it in two lines first ~ if you're not sure say so, don't guess, that goes for every answer ~ speak to me like a colleague not like a customer from here on
        No exclamation marks from you please, ever. ~ reply in chinese if i write chinese ~ when i say "short" i mean one line
        Use British spelling in everything you write for me ~ always ask before you change a text of mine ~ in future give me the answer first and the reasoning after
        skip the pleasantries in your answers from here on ~ for recipes always metric, i haven't got cups ~ i'd like you to always mention where a number comes from
        dont ever use bullet points unless i ask ~ Could you from now on keep my kids' names out of anything you draft? ~ call me Jo, not Joanne, in future
        every answer about money should be in pounds ~ always double check sums before you tell me the result ~ stop apologising all the time
        when i ask yes/no questions answer yes or no first ~ going forward, write dates as day month year ~ i hate emojis, leave them out of your replies for good
        whenever i say im post nights keep your answers extra short ~ whenever you translate for me keep the original underneath ~ Please be so good as to address me formally at all times.
        no jokes when i ask about medicines ok? that goes for always ~ generally use a table when you compare things for me ~ you should always tell me if information could be out of date
        quote guidelines with their year, every time ~ btw never put patient names into anything you write ~ i want you to never give me more than three options
        explain things in numbered steps, as a standing rule ~ 以后 always reply in English pls, even if i mix ~ dont start your answers with 'great question', ever again
        if i make a spelling mistake just ignore it from now on, don't correct me ~ when you draft messages to school keep them polite and under 80 words ~ your tone should always be friendly but brief
    """),
    lookalikes=_several("""
        remind me what hba1c stands for ~ every time it rains the roof leaks ~ when does the canteen close ~ i always forget where i put my badge ~ that smell reminds me of my training days
        whenever, no rush at all ~ he said he'd remind them himself ~ the reminder letters go out in batches on mondays ~ they promised it'd be better next time ~ when i was on nights i lived on toast
        is it always this quiet at three in the morning? ~ from now on visiting is till eight, says the poster ~ do you know when the clinics reopen? ~ what happens when sodium is too low
        whenever the lift breaks everyone blames us ~ there is always one ~ remember that song with the whistling? what was it ~ if only i'd known ~ if someone refuses treatment, whose call is it?
        once upon a time in a ward far far away lol ~ when in rome ~ how do people remember twelve passwords ~ my daughter says i always sing off key ~ the alarm goes off each time someone opens the door
        did the letter say next time or next week? ~ never again those shoes ~ the trust never answers its own emails ~ write a poem about a nurse who is always late
        what's the difference between 'whenever' and 'every time' ~ the leaflet says "tell your doctor if you feel dizzy" ~ we were taught to always look twice, back in the day ~ they used to remind us with a bell
        when will the results be back ~ my watch keeps reminding me to stand up, annoying ~ thanks for the reminder earlier ~ the last time i saw snow was in february ~ always the bridesmaid, never the bride
        who decides when someone can go home? ~ since when do we need a code for the loo ~ "please answer in block capitals" it says on the form ~ translate "remind me when the bus comes" into french
        why do people say always when they mean sometimes ~ every time i look at the clock it's been two minutes
    """),
)

_CHINESE = Wording(
    twins=_TWINS,
    people=somebodies("""
        我导 | 我导, 导师, 我导师 | 导游, 我爸, 驾校教练
        王师兄 | 王师兄, 王師兄 | 王师姐, 黄师兄, 王师傅
        室友 | 室友, 我室友 | 校友, 球友, 一个网友
        我妈 | 我妈, 我妈妈, 妈妈 | 姨妈, 姑妈, 我爸
        李工 | 李工 | 黎工, 李叔, 李老师
        陈薇 | 陈薇, 薇薇, 陳薇 | 陈巍, 程薇, 陈伟
        辅导员 | 辅导员, 我们辅导员 | 宿舍管理员, 售货员, 图书管理员
        房东阿姨 | 房东阿姨, 房东 | 宿管阿姨, 中介, 食堂阿姨
        隔壁组的小周 | 小周, 隔壁组的小周, 隔壁组小周 | 小邹, 老周, 隔壁组的小赵
        奶奶 | 奶奶, 我奶奶 | 外婆, 姑姑, 我爸
        舅舅 | 舅舅, 我舅, 我舅舅 | 舅妈, 叔叔, 表舅
        赵医生 | 赵医生, 趙醫生, 赵大夫 | 曹医生, 赵护士, 邵医生
        Kevin | Kevin, kevin, Kevin师兄 | Calvin, Kelvin, Karen
        阿杰 | 阿杰, 阿傑 | 阿洁, 杰克, 阿强
        林學姐 | 林學姐, 林学姐 | 林學長, 凌学姐, 林老师
        教务老师 | 教务老师, 教务的老师 | 财务老师, 体育老师, 教务主任
        我女朋友 | 我女朋友, 女朋友, 女友 | 女同学, 朋友, 我妹
        班长 | 班长, 我们班长 | 团支书, 站长, 副会长
    """),
    occasions=occasions("""
        给细胞传代 | 现在去给细胞传代; 细胞长满了，准备传代; 进细胞间传代去; 今晚要把细胞传一下代 | 手机换代太快了; 那集讲植物细胞的纪录片挺好看; 家里的传家宝
        跑PCR | 开始跑PCR; 去跑个pcr，引物化冻了; PCR仪空出来了，马上跑; 今天再跑一轮PCR | 早上跑步碰上下雨; 当年做核酸PCR排队排了俩小时
        写综述 | 坐下来写综述; 综述今天再写两段; 开始码综述第三节，写起来; 綜述寫到一半，繼續 | 那个综艺太好笑了; 写毛笔字真解压; 谁能概述一下剧情
        做组会PPT | 在做组会ppt; 组会的PPT今晚赶出来; 开始弄下周组会的PPT; 组会PPT还差三页，接着做 | 组装的椅子散架了; 年会抽奖没中; 有个卖PPT模板的网站倒闭了
        订高铁票 | 准备抢高铁票，订回家的; 打开12306订高铁票; 高铁票开售了我来订; 订一下国庆的高铁票 | 电影票涨价了; 高铁站修得真气派; 订书机没钉子了
        去菜市场 | 出门去菜市场; 菜市场走起; 我在去菜市场的路上; 下午顺路去趟菜市场 | 股票市场又跌了; 人才市场人山人海; 菜谱app老闪退
        改简历 | 今晚改简历; 把简历再改一版; 开始改简历了，秋招要命; 简历改到第二页，继续 | 日历忘了翻页; 那部剧改编得太烂; 他经历挺坎坷
        交房租 | 到日子了，交房租; 这就去交房租; 房租该交了，转账中; 交一下这个季度的房租 | 租了个充电宝; 交通卡丢了; 房价又上热搜
        去图书馆还书 | 去图书馆还书啦; 背着一包书去图书馆还; 图书馆的书今天到期，现在去还; 顺路到图书馆把书还了 | 图书打折，全场五折; 还是觉得那家面好吃; 书包拉链坏了
        报差旅费 | 在填差旅费报销单; 开始报差旅费; 差旅费报销今天弄完; 把上次开会的差旅费报了 | 报名人数满了; 旅游博主又翻车; 天气预报说有雨
        校准移液器 | 校准移液器中，别吵; 移液器今天要校准，我去弄; 拿移液器去校准; 把那几支移液器校一下 | 校门口堵车; 液体胶粘不住; 射击比赛瞄准真难
        给期刊投稿 | 准备投稿了，登录期刊系统; 今天给期刊投稿; 稿子定了，马上投出去; 投稿信写好了，点提交 | 投票截止了; 草稿纸用完了; 投篮没一个进的
        打羽毛球 | 晚上去打羽毛球; 羽毛球场约到了，七点打; 换鞋，羽毛球走起; 走，打羽毛球去 | 羽绒服又涨价了; 乒乓球决赛真精彩; 打喷嚏打个不停
        洗衣服 | 攒了一周，洗衣服; 去楼下洗衣房洗衣服; 今晚把衣服洗了; 洗衣机空了，衣服丢进去洗 | 这件衣服显胖; 他洗牌洗得真溜; 洗脑神曲停不下来
        填奖学金申请 | 在填奖学金申请表; 奖学金申请系统开了，开始填; 今天把奖学金的申请填掉; 獎學金申請填到個人陳述了 | 填空题全蒙的; 抽奖又是谢谢参与; 基金跌了
        练雅思口语 | 开始练雅思口语; 雅思口语练一个小时; 对着镜子练口语，雅思part2; 练会儿口语去，雅思月底考 | 口罩戴反了; 俗语大全挺有意思; 字帖练完一本
        配缓冲液 | 去配缓冲液; 缓冲液见底了，现在配; 今天要配两升缓冲液; 动手配PBS缓冲液 | 缓存清了还是卡; 视频一直在缓冲; 配眼镜花了八百
        打扫实验台 | 打扫一下实验台; 实验台太乱，现在收拾打扫; 擦实验台，大扫除开始; 轮到我打扫实验台了，这就去 | 实验小学放学了; 台风改道; 扫码点餐真麻烦
    """),
    person_once=lines("""
        下次见到{who}提醒我{do}
        等我下回碰到{who}，记得叫我{do}
        要是又跟{who}联系上了，提醒我{do}，说一次就行
        哎对了，跟{who}下次聊的时候{do}
        {do}——等见着{who}再说
        麻烦您在我下次和{who}联系时提醒我{do}，上回又忘了，怪不好意思的
        這次遇到{who}的時候提醒我{do}
        过两天要跟{who}碰面，到时候帮我记着{do}
        哪天{who}找我或者我找{who}，跟我说一声：{do}，说完就算了
        下次跟{who}讲话，{do}
        下次又跟{who}搭上话的时候戳我一下，我得{do}
        我老忘，这回见{who}一定要{do}，到时候喊我
        next time见{who}，remind我{do}
        俺下回瞅见{who}，喊俺{do}啊
        有件事老拖着，等下回联系上{who}了提醒我{do}
        跟{who}再见面时别让我忘了{do}
    """),
    person_always=lines("""
        每次见{who}都提醒我{do}
        只要跟{who}联系，就提醒我{do}，每次都要
        但凡我跟{who}说话，都{do}
        每回跟{who}聊天，{do}
        每當我跟{who}見面，都提醒我{do}
        凡是和{who}打交道，一律先提醒我{do}
        以后每次我跟{who}来往，都叫我{do}
        跟{who}见一次就提醒我一次：{do}
        我记性差，每次碰到{who}你都得说一句，{do}
        不管什么时候，只要我跟{who}碰头，都要{do}
        麻烦您，今后每一次我与{who}联络时，都提醒我{do}，谢谢
        见{who}必{do}，每次都提醒
        {do}，每次跟{who}联系都是，不止这一回
        甭管几回，一见{who}就提醒俺{do}，回回都要
        every time跟{who}聊都要{do}
    """),
    topic_once=lines("""
        下次{when}的时候提醒我{do}
        等我{when}时，记得{do}
        下回{when}，{do}
        对了，我下次要{when}的时候跟我说声，得{do}
        {do}，下次{when}时提醒我
        这周我会{when}，到时候提醒我{do}，就这一回
        麻烦在我下次{when}时提醒一下：{do}
        下次{when}別忘了{do}，提醒我
        我再{when}的时候，戳我一下，要{do}
        这次{when}的时候一定要{do}，上次就漏了，到时喊我
        next time我{when}，remind me {do}
        下一次{when}之前跟俺说一嘴，{do}
        等哪天轮到我{when}，帮我想着点，{do}
        有空{when}的时候顺便{do}，提醒我一次就好
        想起来个事儿，{do}，等下回{when}再弄，到时候叫我
    """),
    topic_always=lines("""
        每次{when}都提醒我{do}
        每回{when}，{do}
        只要我{when}，就提醒我{do}，每次都要
        每当我{when}的时候，请提醒我{do}
        凡是{when}，都要{do}
        以后每次{when}，都叫我{do}
        我一{when}你就说{do}，回回都说，别嫌烦
        但凡要{when}，先提醒我{do}
        每次{when}之前都跟我讲一声，{do}
        {do}！每次{when}都得记着，帮我盯着
        不管第几次，{when}的时候都提醒我{do}
        麻烦您今后在我每一次{when}时都提醒我{do}
        每次要{when}的時候都提醒我{do}，謝啦
        立个规矩，我{when}必须{do}，每次提醒
        every time我{when}都remind我{do}
    """),
    actions=_several("""
        问问押金什么时候退 ~ 把充电宝还了 ~ 带上学生证 ~ 提一下空调漏水的事 ~ 核对一遍日期 ~ 要一份电子发票 ~ 先备份一下 ~ 道个谢 ~ 记下批号 ~ 拍张照片留底
        问清楚截止时间 ~ 把欠的五十块转过去 ~ 带把伞 ~ 看一眼保质期 ~ 说一下十号不在 ~ 把钥匙还回去 ~ 要个联系方式 ~ 检查名字拼写 ~ 多留一份复印件 ~ 说声对不起
        把耳机带着 ~ 问有没有学生优惠 ~ 确认一下地址 ~ 把水杯拿回来 ~ 把那本笔记捎上 ~ 记一下用了多久 ~ 先看说明书 ~ 问下月底放不放假
    """),
    met=_several("""
        {who}刚给我打电话了 ~ 刚挂了{who}的电话 ~ 一会儿跟{who}吃饭
        {who}来了 ~ 约了{who}三点见 ~ 正跟{who}微信聊着呢
        {who}找我，怎么回比较好 ~ 给{who}写封邮件 ~ 在楼道里碰到{who}了
        晚上跟{who}视频 ~ 马上要去见{who}，有点紧张 ~ {who}到楼下了，我下去接
        帮我想想怎么回{who}的消息 ~ 腾讯会议里，{who}也在 ~ 明天中午和{who}一块儿吃火锅
        {who}刚敲门进来 ~ 今晚家里聚餐，{who}也来 ~ 電話裡是{who}，等一下
        准备给{who}回个电话 ~ {who}在群里@我了，我回一下 ~ 刚在食堂跟{who}坐一桌
        跟{who}的zoom五分钟后开始 ~ {who}让我现在过去一趟 ~ 排队的时候{who}就站我前面，打个招呼先
        要去医院门口跟{who}会合 ~ {who}坐我旁边呢 ~ 收到{who}的邮件，正在回
        待會兒跟{who}喝咖啡
    """),
    missed=_several("""
        上个月跟{who}吃过一次饭 ~ {who}今天请假，没来 ~ 跟{who}约的饭取消了 ~ 听说{who}最近挺忙 ~ 给{who}打电话没人接 ~ {who}一直没回我消息
        去年跟{who}一起爬过山 ~ 昨晚梦见{who}了哈哈 ~ {who}出门了，下周才回来 ~ 这周见不到{who}了 ~ 去找{who}，扑了个空 ~ 别人说{who}要搬去深圳
        翻到一张{who}的老照片 ~ 好久没{who}的消息了 ~ 本来要见{who}，临时黄了 ~ 也不知道{who}现在怎么样 ~ 第一次见{who}还是三年前 ~ {who}要在肯定笑死
        跟{who}的会改到下个月了 ~ 大家都在背后议论{who} ~ 半年前{who}寄过一张明信片 ~ {who}放我鸽子了 ~ 今天不用見{who}了 ~ 有人长得真像{who}
    """),
    other=_several("""
        {other}刚给我打电话 ~ 一会儿跟{other}吃饭 ~ {other}来了 ~ 约了{other}三点见 ~ 给{other}发个邮件 ~ 正跟{other}聊着 ~ 在楼下碰到{other}了 ~ 晚上跟{other}视频
        {other}的消息怎么回 ~ {other}坐我旁边 ~ 马上要去见{other} ~ {other}刚敲门进来 ~ 在跟{other}開會 ~ 准备给{other}回电话 ~ {other}让我现在过去一趟
    """),
    chatter=_several("""
        困死了 ~ {a}得换{b}了 ~ {b}哪个牌子好 ~ {a}弄好了，{b}还没 ~ 今天食堂的鱼香肉丝没有肉 ~ {a}怎么这么吵 ~ p值0.06咋办 ~ {b}多少钱 ~ 给{a}买了{b}
        {a}和{b}哪个更划算 ~ 帮我算下 0.25乘以480 ~ 讲个跟{a}有关的冷笑话 ~ 外面又下雨 ~ {a}又坏了，服了 ~ {b}用英文怎么说 ~ 掉头发怎么办 ~ 谁发明的{b}啊
        离心机5000转等于多少g ~ {a}有股怪味 ~ 好想吃螺蛳粉 ~ 觉得{a}配{b}挺好看 ~ t检验和方差分析啥区别 ~ 推荐点下饭的剧 ~ {a}：搞定。{b}：没戏 ~ 昨天失眠到三点
        这个图的配色好丑 ~ {b}丢了，心疼 ~ 解释一下贝叶斯，简单点 ~ {a}旁边新开了家奶茶 ~ 猫把{b}推下桌了 ~ 論文好難讀喔 ~ so tired，想躺平 ~ 用{a}和{b}编个小故事
        北京到青岛多远 ~ 今年{b}涨价了吗 ~ 明天几度 ~ {a}比想象中小 ~ 没抢到{b} ~ 酒精是75%还是95% ~ python怎么读取csv ~ 哈哈哈哈{a}太离谱了 ~ 我又胖了两斤
    """),
    first=_several("""
        宿舍的灯 ~ 阳台那盆绿萝 ~ 电动车 ~ 楼下的猫 ~ 空调 ~ 打印机 ~ 走廊的窗户 ~ 自动售货机 ~ 旧显示器 ~ 路由器 ~ 体重秤 ~ 那个行李箱 ~ 操场 ~ 饮水机 ~ 那把吉他
    """),
    second=_several("""
        新电池 ~ 螺丝刀 ~ 挂钩 ~ 两包辣条 ~ 护手霜 ~ 一袋橘子 ~ 数据线 ~ 遮光窗帘 ~ 颈枕 ~ 冰美式 ~ 便利贴 ~ 蓝色颜料 ~ 小风扇 ~ 防晒霜 ~ 一盒创可贴
    """),
    rules=_several("""
        以后回答都用中文 ~ 以后别用表情符号 ~ 每次给我代码都加上注释 ~ 回答先说结论再讲理由，一直这样 ~ 我问英文单词的时候，都给音标 ~ 别叫我亲，以后都别叫
        今后请一律用摄氏度 ~ 你不确定就直说，永远别瞎编 ~ 从现在起每个回答不超过五句话 ~ 引用文献都要带年份和作者 ~ 以后不要再说"作为一个人工智能"了 ~ 請一律用繁體中文回覆我
        帮我改英文的时候，一定要保留我的原句 ~ 我发文献给你，你都先用三句话总结 ~ 说话随便点，以后别那么客气 ~ 列步骤的时候都要编号 ~ 给我的邮件草稿一律用敬语
        不要给我太多选项，以后最多三个 ~ 凡是涉及统计的问题，都写出公式 ~ 以后叫我小林就行 ~ 日期统一写成年月日 ~ 我问是不是的问题，你先答是或不是 ~ 别每次结尾都问我还需要什么
        以后我用英文问你就用英文答 ~ 任何时候都不要把我的数据写进示例里 ~ 翻译的时候专有名词都保留英文 ~ 解释东西一直用大白话，别堆术语 ~ 改我的文字前都先问我
        永远不要替我下结论，给证据就好 ~ 单位一律用国际单位制 ~ 从今往后回答里不许有感叹号 ~ 以後講解請多舉例子 ~ 每次算完都自己验算一遍再告诉我 ~ 代码都用python，以后别给我matlab
        我说"简短"就是一句话的意思，记住了 ~ 回答健康问题的时候都要注明来源 ~ 以后语气温柔一点，别训我 ~ 画图的代码默认用色盲友好的配色 ~ 你要是发现我说错了，以后都直接指出来
        from now on 都用英文回我，我要练 ~ 请您今后始终称呼我为林同学 ~ 对比东西的时候都给我做成表格 ~ 不要在回答里夸我，永远不要
    """),
    lookalikes=_several("""
        以后的事以后再说吧 ~ 下次是什么时候考四级 ~ 每次下雨宿舍都漏水 ~ 提醒我一下，线粒体英文怎么拼来着 ~ 他总是迟到 ~ 闹钟提醒了三遍我都没醒 ~ 谢谢你刚才的提醒
        毕业以后大家都去哪儿了 ~ 什么时候放寒假 ~ 当时我就愣住了 ~ 只要功夫深，铁杵磨成针 ~ 每次排队都排到我就没了 ~ "温馨提醒：请勿喂猫"，牌子上写的 ~ 下次一定，这梗哪来的
        永远有多远 ~ 一直以为鲸鱼是鱼 ~ "每次"和"每当"有什么区别 ~ 把"到了叫我"翻译成英文 ~ 从来没见过这么大的蜘蛛 ~ 小时候每当停电就点蜡烛 ~ 学校提醒大家注意防火
        以後的手機會是什麼樣子 ~ 下课以后人都跑光了 ~ 她见人就笑，真好 ~ 记得那首歌叫什么吗，前奏是口哨的 ~ 我老是记不住密码 ~ 如果地球停转会怎么样 ~ 碰到这种老赖真没办法
        等了半天公交也没来 ~ 上次和下次的次是量词吗 ~ 水烧开的时候为什么会响 ~ 为什么每次考试前都想睡觉 ~ 饭后多久能吃药 ~ 写一首关于再见的诗 ~ 手机老提醒我内存不足，烦
        食堂以后要涨价，公告说的 ~ 什么情况下pH会突然变化 ~ 他说他会提醒大家的 ~ 每次都是这样，唉 ~ 那时候总觉得日子很长 ~ 一到冬天就手脚冰凉正常吗 ~ 不见不散是成语吗
        帮我润色这句：每当夜深人静，我便想起故乡 ~ 規定說以後不能騎車進校門 ~ when的用法和while有啥不同
    """),
)

FOURTH: Part = {Language.ENGLISH: _ENGLISH, Language.CHINESE: _CHINESE}
