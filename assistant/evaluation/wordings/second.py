# ruff: noqa: E501 - tables of wording
"""A second wording for tuning: the first test part, until its phrases had found their way into the unit tests."""

from __future__ import annotations

from assistant.domain.item import Language
from assistant.evaluation.wordings.wording import Part, Wording, lines, occasions, somebodies, twins

_TWINS = twins("""
    David Okafor = 大卫
    Zhao Min = 赵老师
    the dentist = 牙医
    fill in the insurance claim = 填保险理赔单
    visit the pharmacy = 去药店
    email a supplier = 给供应商发邮件
    pay the rent = 交房租
    rehearse the speech = 排练演讲
    set up the new laptop = 装新电脑
    do the quarterly report = 写季度总结
    go to the library = 去图书馆
    cook for the guests = 招待客人
    talk about hiring = 讨论招聘
""")

_ENGLISH = Wording(
    twins=_TWINS,
    people=somebodies("""
        Priya | Priya, Priya Nair | Pria street, Price, Prius
        Kate | Kate, Katie, Kathy | Skate park, Katja, Kaden
        Ms Moreau | Ms Moreau, Ms. Moreau, Mrs Moreau | Mr Moreau, Ms Moran, Morello
        David Okafor | David Okafor, David, Mr Okafor, Dave | David Brown, Davina, Ms Brown
        Professor Zhang | Professor Zhang, Prof. Zhang, 张教授, Prof Zhang | Professor Chang, Dr Zheng, 张医生
        my sister | my sister, 我妹妹 | a nun, the sister company
        Grandma | grandma, Grandma, granny | grandstand, gran canaria
        Sven | Sven, Sven Lund | Steven, Seven, Svenja
        Zhao Min | Zhao Min, 赵敏 | Zhao Ming, 赵敏华, Zhou Min
        the dentist | the dentist, my dentist | the density, my therapist
        Nadia | Nadia, Nadia from payroll | Nadja, Nadine, Adia
        Uncle Joe | Uncle Joe, uncle Joe | Aunt Joan, Uncle Ben
    """),
    occasions=occasions("""
        fill in the insurance claim | filling in the insurance claim right now; the insurance claim form is open in front of me; let me get this insurance claim done | claimed my seat on the train; the insurance of the piano came up for renewal by itself; he claims it was raining
        visit the pharmacy | on my way to the pharmacy; need to stop by the chemist for plasters; at the pharmacy | the farm visit was muddy; visit from the plumber at two
        email a supplier | mailing the supplier about the late pallets; composing a message to a supplier; writing to our supplier in Lyon | the supplier's lorry is parked outside; emailed the kindergarten
        bake bread | kneading, so baking bread at last; bread baking this morning; about to bake bread | bread was sold out; baked potatoes for dinner
        pay the rent | paying the rent now; rent is due, transferring it; the rent has to be paid today | rented a van for Saturday; paid for the cinema
        rehearse the speech | rehearsing my speech for the wedding; going over the speech once more; speech rehearsal at six | speechless about the view; the rehearsal dinner menu
        set up the new laptop | setting up the new laptop tonight; the laptop arrived, starting the setup; installing everything on the laptop | the set of knives is complete; put the lap blanket away
        do the quarterly report | starting the quarterly report; the quarterly report is up next; numbers for the quarterly report | a quarter of the cake is left; reported the pothole; the weather report was wrong
        go to the library | going to the library with the kids; library trip after school; stopping at the library | a software library for charts; liberty is a big word
        cook for the guests | cooking for our guests tonight; dinner for the guests is on the stove; what shall I cook for the guests? | the guest list for the gala; cooked an egg
        talk about hiring | the hiring round is on the agenda; we are discussing hiring now; hiring came up in standup | hired a canoe; talk about luck
    """),
    person_once=lines("""
        The next time I run into {who}, {do}
        When I next speak with {who}, make sure to {do}
        please remind me to {do} the next time I talk to {who}
        As soon as I see {who}, {do}
        Don't let me forget to {do} when I meet {who}
        {do} when I call {who}
        once {who} calls back, {do}
        at my next meeting with {who}, {do}
        When {who} gets in touch, I need to {do}
    """),
    person_always=lines("""
        Every time I email {who}, {do}
        Any time I speak to {who}, remind me to {do}
        whenever {who} comes by, {do}
    """),
    topic_once=lines("""
        The next time I {when}, {do}
        When I get to {when}, make sure to {do}
        please remind me to {do} the next time I {when}
        Before I {when}, {do}
        Could you remind me to {do} when I {when}?
        As soon as I {when}, {do}
    """),
    topic_always=lines("""
        Each time I {when}, {do}
        Any time I {when}, don't forget to {do}
        whenever I {when}, please remind me to {do}
    """),
    actions=lines("""
        give back the casserole dish
        bring up the parking situation
        ask if the sofa is still free
        hand over the signed form
        double-check the account number
        mention that Thursday is off
        send along the brochure
        pick up the dry cleaning ticket
        congratulate them on the prize
        raise the noise problem
        write down the serial number
        look up the discount code
    """),
    met=lines("""
        Coffee with {who} later
        Got a message from {who}
        Jotting this down before I talk to {who}
        {who} is waiting downstairs
        Anything I should know before I ring {who}?
        Dinner tonight: {who} and two friends
        {who} wants to move our appointment
        replying to {who} now
        ran into {who} on the stairs just now
        zoom with {who} starts soon
    """),
    missed=lines("""
        {who} and I had a good laugh two weeks ago
        I won't be seeing {who} this week
        last month {who} moved to another flat
        {who} called off our walk
        yesterday {who} told a funny story
    """),
    other=lines("""
        Coffee with {other} later
        {other} wants to move our appointment
        got a message from {other}
        {other} is waiting downstairs
        dinner tonight with {other}
    """),
    chatter=lines("""
        {a} could use {b}
        note to self, {a} and {b}
        {b} would suit {a}
        why is {a} without {b}?
        idea: {b} instead of {a}
        {a} again, {b} was enough
        saw {b} in a shop, good for {a}
    """),
    first=lines("""
        the balcony
        the goldfish
        grandfather's watch
        the hallway mirror
        the chess club
        the camper van
        the blue curtains
        the compost
        my running shoes
        the window cleaner
        the tea set
        the fence
        the town fair
        the podcast
    """),
    second=lines("""
        a drop of oil
        three screws
        a thicker blanket
        lavender
        a map of the Alps
        a ladder
        plain yoghurt
        a wider brush
        cold water
        orange string
        a spare fuse
        nothing at all
        a day of rest
        thinner paper
    """),
    rules=lines("""
        please always reply to me in English
        Going forward, give me the short version first
        Never call me by my full name
        Always show prices in euros when I ask about travel costs.
        any time I ask you about medicine, mention the side effects
        I'd like you to always cite the note you used
        I want you to never guess a date
        in future, write numbers with a thin space
        if I ask about code, always show a test
        Answer me only with bullet points
        make sure you always convert miles to kilometres when I ask for distances
        I prefer brief answers
        every time you summarise something, end with one question
        avoid exclamation marks from now on
    """),
    lookalikes=lines("""
        when we spoke last spring, Ines seemed tired
        how often do I call the office?
        each time the lift stops, it squeaks
        if possible, a window seat
        once upon a time there was a fox
        I never remember birthdays
        when I am tired I sleep badly
        the next time the band plays is in May
        whenever he visits, he brings plums
        before I moved here, the street was quiet
        as soon as possible please
        she always replies at night
        from now on I get up at six
        when will the parcel arrive?
        always a pleasure
        call me when you land
    """),
)

_CHINESE = Wording(
    twins=_TWINS,
    people=somebodies("""
        赵老师 | 赵老师, 老赵, Mr Zhao, 赵敏老师 | 邵老师, 赵护士, 小赵
        黄磊 | 黄磊, Huang Lei | 黄磊明, 王磊, 黄蕾
        周律师 | 周律师, 周先生, 老周 | 邹律师, 周医生, 小周
        外婆 | 外婆, 姥姥 | 外公司, 婆婆丁
        吴教授 | 吴教授, 老吴, Prof. Wu | 武教授, 吴师傅, 小吴
        杨帆 | 杨帆, Yang Fan | 杨帆远, 杨凡, 张帆
        大卫 | 大卫, David | 大为, 卫生间
        牙医 | 牙医, 牙科医生 | 兽医, 中医馆
        孙阿姨 | 孙阿姨, 孙女士 | 孙叔叔, 宋阿姨
    """),
    occasions=occasions("""
        填保险理赔单 | 正在填保险理赔单; 保险理赔单今天要填; 保险理赔的单子打开了 | 填坑; 保险柜换了位置; 理发排到三点
        去药店 | 路上去一下药店; 要去药房买创可贴; 到药店了 | 去酒店看房; 火药味很重的会
        给供应商发邮件 | 给供应商发邮件催货; 正在给供应商写邮件; 回复供应商的邮件 | 供应商的车停在门口; 发邮票给笔友
        交房租 | 今天交房租; 房租该交了，这就转; 现在去交房租 | 交了新朋友; 房顶漏水
        排练演讲 | 晚上排练演讲; 演讲再排练一遍 | 排队两小时; 讲价成功
        写季度总结 | 开始写季度总结; 季度总结写到一半; 今天写季度总结 | 四季豆好吃; 总算结束了
        去图书馆 | 带孩子去图书馆; 放学后去图书馆; 图书馆走起 | 去咖啡馆; 画图软件
        招待客人 | 今晚招待客人; 家里要招待客人; 准备招待客人的菜 | 招牌掉了; 客厅的灯
        讨论招聘 | 会上正在讨论招聘; 下午讨论招聘的事; 聊到招聘了 | 招财猫; 讨论天气
        装新电脑 | 今晚装新电脑; 新电脑到了，开始装; 装新电脑的系统 | 装修日记; 电梯坏了
    """),
    person_once=lines("""
        下回碰到{who}，记得{do}
        提醒我见到{who}的时候{do}
        和{who}见面时别忘了{do}
        等见到{who}了，提醒我{do}
        下次给{who}打电话，顺便{do}
        要是{who}联系我，提醒我{do}
        {do}，下次见到{who}提醒我
        我跟{who}开会的时候，要{do}
    """),
    person_always=lines("""
        每次给{who}打电话，都要{do}
        每当和{who}见面，提醒我{do}
        每回碰到{who}记得{do}
    """),
    topic_once=lines("""
        下回{when}，记得{do}
        等我{when}的时候提醒我{do}
        我{when}之前，提醒我{do}
        {when}时别忘了{do}
        下次{when}时，顺便{do}
    """),
    topic_always=lines("""
        每当{when}，提醒我{do}
        每次{when}之前{do}
        每回{when}都要{do}
    """),
    actions=lines("""
        问问停车位
        还她的砂锅
        提一下噪音的问题
        交给他签好的表
        核对账号
        告诉他周四休息
        把宣传册带上
        拿干洗的小票
        祝贺他得奖
        记下序列号
        查优惠码
    """),
    met=lines("""
        晚点和{who}喝咖啡
        收到{who}的消息
        {who}在楼下等我
        联系{who}之前要知道些什么？
        今晚的饭局：{who}和两个朋友
        {who}想改时间
        马上回复{who}
        刚在楼梯上碰到{who}
        和{who}的视频会议快开始了
    """),
    missed=lines("""
        两周前和{who}聊得很开心
        这周不会见{who}
        上个月{who}搬了家
        {who}取消了散步
        昨天{who}讲了个笑话
    """),
    other=lines("""
        晚点和{other}喝咖啡
        {other}想改时间
        收到{other}的消息
        {other}在楼下等我
    """),
    chatter=lines("""
        {a}缺{b}
        {b}适合{a}
        为什么{a}没有{b}？
        主意：用{b}代替{a}
        {a}又来了，{b}够用
        在店里看到{b}，配{a}不错
    """),
    first=lines("""
        阳台
        金鱼
        爷爷的手表
        走廊的镜子
        象棋社
        蓝窗帘
        堆肥
        跑鞋
        茶具
        篱笆
        庙会
        播客
    """),
    second=lines("""
        一滴油
        三颗螺丝
        厚毯子
        薰衣草
        山区地图
        梯子
        原味酸奶
        宽刷子
        凉水
        橙色的绳子
        备用保险丝
        休息一天
    """),
    rules=lines("""
        请始终用英语回答我
        今后回答先给结论
        以后别叫我全名
        我问旅行费用的时候，请都用人民币显示价格
        以后凡是我问药，请提醒副作用
        我希望你总是注明引用的笔记
        从今天起不要猜日期
        请一律用24小时制
        问你代码的时候，一定要给出测试
        只用要点回答我
        回复时请永远不要用感叹号
        我喜欢简短的回答
    """),
    lookalikes=lines("""
        去年春天聊天的时候，他好像很累
        多久给办公室打一次电话？
        每次电梯一停就吱吱响
        如果可以，要靠窗的位置
        从前有一只狐狸
        我总是记不住生日
        累的时候睡不好
        乐队下次演出在五月
        他每次来都带李子
        搬来之前这条街很安静
        包裹什么时候到？
        她总是晚上回复
        从现在起我六点起床
        到了给我打电话
    """),
)

SECOND: Part = {Language.ENGLISH: _ENGLISH, Language.CHINESE: _CHINESE}
