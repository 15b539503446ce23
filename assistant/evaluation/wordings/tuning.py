# ruff: noqa: E501 - tables of wording
"""The wording for tuning: thresholds and rules may be chosen on it. The test part's wording stands elsewhere."""

from __future__ import annotations

from assistant.domain.item import Language
from assistant.evaluation.wordings.wording import Part, Wording, lines, occasions, somebodies, twins

_TWINS = twins("""
    Anna = 安娜
    Mr Wang = 王老师
    Li Wei = 李伟
    Mum = 妈妈
    the landlord = 房东
    Tom = Carla Jones
    go to the supermarket = 去超市
    write to a customer = 给客户写邮件
    book the flights = 订机票
""")

_ENGLISH = Wording(
    twins=_TWINS,
    people=somebodies("""
        Anna | Anna, Anna Keller, 安娜 | Hannah, Annabel, Joanna
        Bob | Bob, Robert, Bobby | Rob Roy street, Bo, Roberta
        Mr Wang | Mr Wang, Mr. Wang, 王先生, 老王 | Mr Wong, Ms Wang, Dr Lang
        Carla Jones | Carla Jones, Carla, Ms Jones | Carla Meyer, Carl, Tom Jones
        Dr. Lee | Dr. Lee, Dr Lee, Doctor Lee | Dr. Leigh, Mr Leeds, Dr Lehmann
        my boss | my boss, the boss | Bosse, my teammate
        Mum | mum, Mum, my mother, 妈妈 | Mumford, my aunt
        Tom | Tom, Tommy, Thomas | Tim, Tomasz, a tomato
        Li Wei | Li Wei, Wei Li, 李伟 | Li Wen, Lin Wei, 李伟明
        the landlord | the landlord, our landlord, 房东 | the landscape gardener, a landmark
    """),
    occasions=occasions("""
        work on the tax return | starting on the tax return now; let's do the taxes tonight; 现在开始报税 | return the jacket to the shop; the tax office closes at four; taxi at seven
        write to a customer | drafting an email to a customer; a reply to the customer in Graz; 给客户写邮件 | a customer came into the shop; writing to grandma; customer numbers are up
        go to the supermarket | heading to the supermarket; off to get groceries; supermarket run after lunch | the market crashed again; a super idea for the logo
        prepare the board presentation | working on the board presentation; slides for the board are next; building the deck for the board meeting | the cutting board is broken; the presentation of the food was lovely
        plan the garden | sitting down to plan the garden; garden plans for spring; sketching the flower bed plan | the plan is to sleep in; Olive Garden has a table
        book the flights | booking the flights to Oslo now; looking at flights to Oslo; time to book our flights | the book about birds is great; a flight of stairs
        clean the garage | cleaning out the garage today; the garage needs a clean, starting now | the garage called about the brakes being fine; clean sheets for the guests
        update the website | updating the website this afternoon; website update is next on my list | updated my address at the bank; the website of the hotel looks old
        review the contract | going through the contract now; contract review with legal at two | the contractor is late; reviewing photos from the trip
    """),
    person_once=lines("""
        When I talk to {who}, {do}
        Next time I see {who}, remind me to {do}
        remind me to {do} when I see {who}
        when i meet {who} next, {do}
        {do} next time I speak to {who}
        If {who} calls, {do}
    """),
    person_always=lines("""
        Whenever I meet {who}, {do}
        Every time I talk to {who}, remind me to {do}
    """),
    topic_once=lines("""
        Next time I {when}, remind me to {do}
        When I {when}, {do}
        remind me to {do} when I {when}
        Next time I {when}, {do}
    """),
    topic_always=lines("""
        Whenever I {when}, {do}
        Every time I {when}, remind me to {do}
    """),
    actions=lines("""
        ask about the deposit
        mention the broken lamp
        bring the blue folder
        check the numbers twice
        attach the price list
        say thanks for the help
        ask whether the date still works
        take the spare key along
        include the donations
        copy Maria on it
    """),
    met=lines("""
        Lunch with {who} at noon
        {who} just called
        on the phone with {who}
        meeting {who} in ten minutes
        what did I promise {who}?
        writing an email to {who}
        {who} is here
        seeing {who} this evening
    """),
    missed=lines("""
        I saw {who} yesterday at the station
        not meeting {who} today after all
        {who} was in the paper last week
        the call with {who} is cancelled
    """),
    other=lines("""
        {other} just called
        lunch with {other} at noon
        {other} sent the figures
        wrote to {other} about the invoice
    """),
    chatter=lines("""
        {a} needs {b}
        bought {b} for {a}
        {a}: {b} on Friday
        thinking about {a} and {b}
        is {b} ready for {a}?
        {a} went fine, {b} did not
    """),
    first=lines("""
        the bathroom
        the neighbour's cat
        the choir
        the old bicycle
        our holiday photos
        the tomatoes
        the printer upstairs
        the team event
        the sofa
        the radio show
        the museum
        the new shelves
    """),
    second=lines("""
        fresh paint
        new batteries
        two more chairs
        a second look
        a longer cable
        some sunshine
        a quiet hour
        warm socks
        more salt
        a label
        a better lock
        an early start
    """),
    rules=lines("""
        always answer me in Chinese
        from now on, keep your answers short
        never use emojis in your replies
        Always include sources when I ask about health.
        whenever I ask for a recipe, give the amounts in grams
        please always address me as Captain
        I prefer dates in ISO format
        don't use jargon in your explanations from now on
        when you list options, number them
        stop adding a summary at the end of your answers
    """),
    lookalikes=lines("""
        when I talked to Petra yesterday
        when is the meeting?
        every time I see the sea I feel calm
        when it rains, the roof leaks
        when in doubt, ask
        I always answer late
        never mind
        when she called, I was asleep
        if only I had more time
        when do I meet the plumber?
        next time will be better
        whenever I cook, the alarm goes off
    """),
)

_CHINESE = Wording(
    twins=_TWINS,
    people=somebodies("""
        王老师 | 王老师, 老王, Mr Wang, 王芳老师 | 汪老师, 王医生, 小王
        李伟 | 李伟, Li Wei, 李伟先生 | 李伟明, 李维, 林伟
        张经理 | 张经理, 老张, 张先生 | 章经理, 张医生, 小张
        妈妈 | 妈妈, 我妈, 老妈 | 姑妈家, 大妈
        陈静 | 陈静, Chen Jing | 陈静怡, 程静, 陈敏
        安娜 | 安娜, Anna | 汉娜, 安妮
        房东 | 房东 | 股东, 房产中介
        刘医生 | 刘医生, 刘大夫 | 刘老师, 柳医生
    """),
    occasions=occasions("""
        写周报 | 开始写周报; 周报还没写，现在写; 今天要把周报写完 | 写日记; 周末的报纸
        去超市 | 我去一趟超市; 待会去超市买菜; 下班顺路去超市 | 超级好看的电影; 城市规划展
        给客户写邮件 | 正在给客户写邮件; 回复客户的邮件; 要给客户写信 | 客户到了楼下; 给奶奶写信
        整理报销单 | 今天整理报销单; 开始整理这个月的报销单 | 整理衣柜; 单位组织体检
        准备面试 | 准备明天的面试; 面试准备到一半 | 准备午饭; 面包放多了盐
        修改论文 | 继续修改论文; 论文还要再改一遍; 现在开始改论文 | 修改密码; 讨论文件柜放哪
        订机票 | 现在订机票; 看看去昆明的机票，准备订 | 订了牛奶; 手机掉了
        部署服务器 | 今晚部署服务器; 服务器要部署新版本 | 服务员很热情; 部门聚餐
    """),
    person_once=lines("""
        下次见到{who}提醒我{do}
        见到{who}的时候，提醒我{do}
        跟{who}聊的时候{do}
        提醒我下次见到{who}时{do}
        等{who}打电话来，记得{do}
        下次跟{who}见面，{do}
    """),
    person_always=lines("""
        每次见到{who}都要{do}
        每次跟{who}开会，提醒我{do}
    """),
    topic_once=lines("""
        下次{when}的时候提醒我{do}
        {when}的时候，记得{do}
        提醒我{when}时{do}
        下次{when}，{do}
    """),
    topic_always=lines("""
        每次{when}，{do}
        每次{when}的时候提醒我{do}
    """),
    actions=lines("""
        问预算的事
        带上蓝色文件夹
        把钥匙还回去
        附上价目表
        检查一遍数字
        说声谢谢
        问一下日期行不行
        加上测试数据
        买电池
    """),
    met=lines("""
        中午和{who}吃饭
        {who}刚打电话来
        正在跟{who}通话
        十分钟后见{who}
        我答应过{who}什么？
        给{who}发邮件
        {who}来了
    """),
    missed=lines("""
        昨天在车站看到{who}
        今天不见{who}了
        上周{who}上了报纸
        和{who}的会取消了
    """),
    other=lines("""
        {other}刚打电话来
        中午和{other}吃饭
        {other}发来了数据
    """),
    chatter=lines("""
        {a}需要{b}
        给{a}买了{b}
        {a}：周五{b}
        {a}和{b}都还行
        {a}差一点{b}
    """),
    first=lines("""
        浴室
        邻居家的鸟
        合唱团
        旧沙发
        相框
        番茄
        楼上的投影仪
        博物馆
        新书架
        收音机
    """),
    second=lines("""
        新油漆
        两把椅子
        一根长线
        一点阳光
        安静的一小时
        厚袜子
        多放盐
        标签
        更好的锁
    """),
    rules=lines("""
        以后都用中文回答
        请一直用英文回复我
        从现在开始回答要简短
        每次我问到做菜，请给出克数
        回答我的时候请总是附上来源
        以后不要用表情符号
        请始终用公制单位
        我希望你的回答都分点列出
    """),
    lookalikes=lines("""
        昨天跟小美聊的时候她说要搬家
        下次会议是什么时候？
        每次看海都很平静
        请用中文回答
        以后再说
        什么时候见水管工？
        每次做饭报警器都响
        上次见面聊得很好
        我以后要每天跑步
    """),
)

TUNING: Part = {Language.ENGLISH: _ENGLISH, Language.CHINESE: _CHINESE}
