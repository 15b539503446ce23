# ruff: noqa: E501 - tables of wording
"""A third wording for tuning: it was the test part until the grammar was developed on it."""

from __future__ import annotations

from assistant.domain.item import Language
from assistant.evaluation.wordings.wording import Part, Wording, lines, occasions, somebodies, twins

_TWINS = twins("""
    Hannah Becker = 汉娜
    Chen Jing = 陈静
    Mr Liang = 梁经理
    my landlord = 房东
    my brother = 弟弟
    Coach Rivera = 教练
    book the flights = 订机票
    renew my passport = 换护照
    water the plants = 浇花
    order printer paper = 买打印纸
    update the budget spreadsheet = 更新预算表
    go swimming = 去游泳
    wash the car = 洗车
    write the newsletter = 写周报
    pack for the trip = 收拾行李
    review a pull request = 审代码
    go to the post office = 去邮局
    talk about the kitchen renovation = 聊装修
""")

_ENGLISH = Wording(
    twins=_TWINS,
    people=somebodies("""
        Hannah Becker | Hannah, Hannah Becker, Ms Becker | Hannes Becker, Johanna, Mr Decker
        Tom | Tom, Tommy | Tomas, the tombola, Tim
        Dr Patel | Dr Patel, Dr. Patel, Doctor Patel | Dr Pavel, Mr Pastel, Nurse Paget
        Chen Jing | Chen Jing, 陈静 | Chen Jin, Cheng Jing, 陈晶
        Mr Liang | Mr Liang, Mr. Liang, 梁先生 | Ms Liang, Mr Lang, Mr Jiang
        my landlord | my landlord, the landlord | the landlady next door, my lawyer, the landscape gardener
        my brother | my brother, 我弟弟 | the brotherhood, my mother, my stepbrother's dog
        Coach Rivera | Coach Rivera, coach Rivera | Coach Romero, the coach to Madrid, Riviera travel
        Yuki | Yuki, Yuki Tanaka | Yuri, Yuka, Yukon
        Olivia | Olivia, Olivia from legal | Oliver, Olive, Livia
        Elena Petrova | Elena Petrova, Elena, Ms Petrova | Helena, Petra, Mr Petrov
        the plumber | the plumber, our plumber | the plum tree man, the painter, a number
        Aunt May | Aunt May, aunt May | Aunt Mary, an ant, Uncle Ray
    """),
    occasions=occasions("""
        book the flights | booking the flights tonight; about to book our flights; opened the airline page to book flights | the flight of stairs is steep; reading a good book; a booklet about birds
        renew my passport | renewing my passport this week; the passport needs renewing, doing it now; filling in the form to renew the passport | pass me the port wine; the museum sells passport holders; renewable energy article
        water the plants | going to water the plants; watering the plants in the office; the plants need water, getting the can | the water heater hums; a power plant tour; drank plenty of water
        order printer paper | ordering printer paper; we are out of printer paper, ordering more; placing an order for paper for the printer | the paper ran a story on bees; in alphabetical order; the printer is purple
        update the budget spreadsheet | updating the budget spreadsheet; time to update the budget sheet; the budget spreadsheet is open, updating it | a budget hotel in Porto; updated my avatar; spread the butter thinly
        go swimming | going swimming at noon; off to swim; swimming with the kids later | swinging on the porch; the swim shorts shrank years ago; go fishing
        wash the car | washing the car this afternoon; the car is filthy, washing it now; taking the car to the car wash | the washing line broke; car keys are on the hook; a cart full of hay
        write the newsletter | writing the newsletter; newsletter draft started; sitting down to write the newsletter | wrote a postcard; unsubscribed somebody from spam; the letter box is rusty
        pack for the trip | packing for the trip; packing the suitcase for our trip; time to pack for the trip | a pack of cards; tripped over the rug; wolf pack documentary
        review a pull request | reviewing a pull request from the new colleague; another pull request to review; opening the pull request for review | a film review; pulled a muscle; requested a song
        go to the post office | going to the post office; dropping by the post office after lunch; queueing at the post office | a fence post fell over; the office plants; posted a photo
        talk about the kitchen renovation | talking about the kitchen renovation with the builders; the kitchen renovation comes up at dinner; discussing the kitchen renovation | the kitchen clock stopped; a talk about volcanoes; innovation prize
    """),
    person_once=lines("""
        Next time I see {who}, {do}
        next time I talk with {who} remind me to {do}
        When I meet up with {who}, {do}
        Remind me to {do} when I see {who} again
        If I bump into {who}, I should {do}
        When {who} calls, {do}
        the next time {who} and I talk, I want to {do}
        When I'm with {who}, remind me to {do}
        Next time I hear from {who}: {do}
        I must {do} when I next see {who}
        as soon as {who} writes back, {do}
    """),
    person_always=lines("""
        Whenever I talk to {who}, {do}
        Every time I meet {who}, I should {do}
        each time {who} calls, remind me to {do}
        always {do} when I see {who}
    """),
    topic_once=lines("""
        Next time I {when}, {do}
        When I {when} next, remind me to {do}
        Remind me to {do} next time I {when}
        When I'm about to {when}, {do}
        the next time I {when} I need to {do}
        once I {when}, {do}
    """),
    topic_always=lines("""
        Whenever I {when}, {do}
        Every time I {when}, I should {do}
        each time I {when}, remind me to {do}
    """),
    actions=lines("""
        return the umbrella
        ask about the deposit
        show the new photos
        check the warranty
        take along the green folder
        apologise for the delay
        ask who fixed the roof
        say thanks for the cake
        compare the two offers
        mention the broken gate
        take a picture of the label
        bring the spare key
        ask how the exam went
    """),
    met=lines("""
        Lunch with {who} at one
        {who} just rang
        Calling {who} in a minute
        on the phone with {who}
        {who} is coming over tonight
        What did I want to say to {who}?
        heading out to meet {who}
        Mail from {who}: are we still on for Friday?
        sitting next to {who} on the bus right now
        {who} just walked in
        Preparing for my call with {who}
    """),
    missed=lines("""
        Met {who} last Tuesday, nice evening
        {who} cancelled lunch
        three years ago {who} lived in Leeds
        {who} is away, so no call today
        I spoke to {who} yesterday
        did not manage to reach {who}
    """),
    other=lines("""
        Lunch with {other} at one
        {other} just rang
        Calling {other} in a minute
        {other} is coming over tonight
        heading out to meet {other}
        Mail about {other}
    """),
    chatter=lines("""
        {a} needs {b}
        thinking about {a} and {b}
        put {b} next to {a}
        {a}: maybe with {b}?
        how much is {b} for {a}?
        {b} went missing, {a} is fine
        two ideas for {a}: {b}, or leave it
        {a} smells of {b}
        heard that {b} helps {a}
    """),
    first=lines("""
        the aquarium
        the cellar door
        the choir
        the old radio
        the balcony tomatoes
        the hedgehog
        the desk lamp
        the bicycle bell
        the tent
        the cat's basket
        the piano stool
        the garden gnome
        the street festival
        the attic
        the sourdough
    """),
    second=lines("""
        some glue
        a longer cable
        cinnamon
        a second shelf
        green paint
        a quiet corner
        sandpaper
        a softer light
        candles
        more salt
        a wooden spoon
        a bit of wire
        fresh air
        a lid
        old newspapers
    """),
    rules=lines("""
        Always answer in English, please
        From now on, keep your answers under five sentences
        never use emojis in your answers
        Whenever I ask for a recipe, give the amounts in grams
        when I ask about train times, always tell me the platform too
        Please address me as Sam
        Don't ever invent sources
        always put dates in ISO format
        I prefer tables over long paragraphs
        In your replies, use British spelling
        whenever you mention money, use Swiss francs
        If I ask about side effects, list the rare ones last
        from here on out, skip the introduction
        Every time I ask for a plan, start with the first small step
    """),
    lookalikes=lines("""
        the last time I saw her she wore a hat
        when is the next time we meet?
        every time it rains the path floods
        he always forgets his keys
        if it snows we stay in
        when the cat's away the mice play
        I always liked that bench
        who called me this morning?
        whenever I hear that song I think of Rome
        next time will be better
        never mind
        when I was ten we moved to Bristol
        as soon as it was dark the owls came
        the film about the plumber was great
        from now on the shop opens at nine
        once a week is enough
        she said she would call
        before breakfast the lake is calm
    """),
)

_CHINESE = Wording(
    twins=_TWINS,
    people=somebodies("""
        陈静 | 陈静, Chen Jing, 小静 | 陈晶, 程静, 安静
        梁经理 | 梁经理, 梁总, 老梁, Mr Liang | 杨经理, 梁护士, 房梁
        房东 | 房东, 房东太太 | 房客, 东房, 股东
        弟弟 | 弟弟, 我弟 | 徒弟, 哥哥, 弟子规
        教练 | 教练, 王教练, coach | 训练, 李教授, 教学楼
        汉娜 | 汉娜, Hannah | 汉堡, 安娜, 汉语
        刘医生 | 刘医生, 刘大夫, Dr Liu | 柳医生, 刘会计, 牛医生
        许芳 | 许芳, Xu Fang | 徐芳, 许方, 许芳菲
        班主任 | 班主任, 孩子的班主任 | 主任医师, 班车, 办公室主任
        马叔叔 | 马叔叔, 老马 | 马路, 牛叔叔, 马阿姨
        物业 | 物业, 物业的人 | 作业, 毕业, 企业
    """),
    occasions=occasions("""
        订机票 | 今晚订机票; 正在订机票; 打开网站订机票 | 订了份杂志; 飞机模型; 车票丢了
        换护照 | 下午去换护照; 护照该换了，这就去换; 正在填换护照的表 | 照镜子; 换了灯泡; 护手霜
        浇花 | 去给阳台浇花; 正在浇花; 该浇花了 | 买了束花; 花了三百; 浇水泥
        买打印纸 | 在网上买打印纸; 打印纸没了，正在买; 下单买打印纸 | 打印机是灰的; 折纸课; 卫生纸打折
        更新预算表 | 正在更新预算表; 该更新预算表了; 打开预算表更新一下 | 手表慢了; 软件有新版; 预报有雨
        去游泳 | 中午去游泳; 和孩子去游泳; 现在去游泳 | 去年的泳衣小了; 游戏更新了; 去爬山
        洗车 | 下午洗车; 车太脏了，去洗车; 正在洗车 | 洗衣液用完了; 车位在地下; 火车晚点
        写周报 | 开始写周报; 周报写到一半; 坐下来写周报 | 周末去郊外; 报纸到了; 写毛笔字
        收拾行李 | 正在收拾行李; 今晚收拾行李; 该收拾行李了 | 收到快递; 拾到一把钥匙; 行道树开花
        审代码 | 正在审代码; 新同事的代码等我审; 下午要审代码 | 邮政编码; 审美疲劳; 密码忘了
        去邮局 | 午饭后去邮局; 到邮局了; 现在去邮局排队 | 邮票很漂亮; 饭局; 去超市
        聊装修 | 在和师傅聊装修; 晚饭时聊装修; 聊到装修了 | 聊斋; 修自行车; 装了一袋米
    """),
    person_once=lines("""
        下次见到{who}，{do}
        下次见{who}的时候提醒我{do}
        见到{who}时记得{do}
        等{who}来电话，{do}
        {who}联系我的时候，提醒我{do}
        跟{who}聊天的时候别忘了{do}
        下次和{who}说话时，{do}
        碰见{who}要{do}
        如果遇到{who}，提醒我{do}
        记得下次见{who}时{do}
    """),
    person_always=lines("""
        每次见到{who}，{do}
        每次跟{who}通话都提醒我{do}
        只要见{who}，就要{do}
    """),
    topic_once=lines("""
        下次{when}，{do}
        下次{when}的时候提醒我{do}
        {when}的时候记得{do}
        等我{when}时，{do}
        要{when}的时候，提醒我{do}
    """),
    topic_always=lines("""
        每次{when}都要{do}
        每次{when}的时候提醒我{do}
        只要{when}，就提醒我{do}
    """),
    actions=lines("""
        还雨伞
        问押金的事
        给他看新照片
        看看保修期
        带上绿色文件夹
        为迟到道个歉
        问屋顶是谁修的
        谢谢她的蛋糕
        比较两份报价
        说一下大门坏了
        给标签拍张照
        带备用钥匙
        问问考得怎么样
    """),
    met=lines("""
        中午一点和{who}吃饭
        {who}刚打来电话
        马上给{who}打电话
        正在和{who}通话
        {who}今晚过来
        我要跟{who}说什么来着？
        出门去见{who}
        {who}发来邮件问周五的事
        {who}刚进门
        准备和{who}的电话
    """),
    missed=lines("""
        上周二见了{who}，挺开心
        {who}取消了午饭
        三年前{who}住在南京
        {who}出差了，今天不通话
        昨天和{who}聊过了
        没联系上{who}
    """),
    other=lines("""
        中午一点和{other}吃饭
        {other}刚打来电话
        出门去见{other}
        {other}今晚过来
        关于{other}的邮件
    """),
    chatter=lines("""
        {a}需要{b}
        {a}和{b}怎么摆
        把{b}放在{a}旁边
        {a}：要不要配{b}？
        {b}多少钱，给{a}用的
        {b}不见了，{a}还在
        听说{b}对{a}有好处
        {a}有股{b}的味道
    """),
    first=lines("""
        鱼缸
        地窖的门
        合唱团
        旧收音机
        阳台的番茄
        刺猬
        台灯
        自行车铃
        帐篷
        猫窝
        琴凳
        阁楼
        酸面团
    """),
    second=lines("""
        一点胶水
        长一点的线
        肉桂
        第二层架子
        绿油漆
        安静的角落
        砂纸
        柔和的光
        蜡烛
        多放点盐
        木勺
        一截铁丝
        盖子
    """),
    rules=lines("""
        请一直用中文回答我
        以后回答不要超过五句话
        回答里永远别用表情符号
        我问菜谱的时候，用量一律用克
        每次我问火车时间，都要告诉我站台
        以后请叫我小周
        不要编造来源
        日期都用ISO格式
        比起长段落我更喜欢表格
        以后说到钱都换算成人民币
        我要计划的时候，先说第一小步
        从现在开始，省略开场白
    """),
    lookalikes=lines("""
        上次见她的时候她戴着帽子
        下次什么时候见面？
        每次下雨这条路都积水
        他总是忘带钥匙
        要是下雪就不出门
        我一直喜欢那张长椅
        今天早上谁给我打过电话？
        每次听到这首歌就想起罗马
        下次会更好的
        没关系
        十岁那年我们搬到了天津
        天一黑猫头鹰就来了
        从今天起店里九点开门
        一周一次就够了
        她说会打电话来
        早饭前的湖面很静
    """),
)

THIRD: Part = {Language.ENGLISH: _ENGLISH, Language.CHINESE: _CHINESE}
