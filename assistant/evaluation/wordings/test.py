# ruff: noqa: E501 - tables of wording
"""The wording of the test part, written by somebody who did not look at the grammar. Nothing may be tuned on it."""

from __future__ import annotations

from assistant.domain.item import Language
from assistant.evaluation.wordings.wording import Part, Wording, lines, occasions, somebodies, twins


def _row(text: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in text.split(","))


_TWINS = twins("""
    Zhang Wei = 张伟
    Li Na = 李娜
    my boss = 老板
    the dentist = 牙医
    Grandma = 奶奶
    my sister = 姐姐
    Sofia Marino = 索菲亚
    bake bread = 烤面包
    file my taxes = 报税
    go to the gym = 去健身房
    visit the library = 去图书馆
    prepare the slides = 做PPT
    shop for groceries = 买菜
    back up my laptop = 备份电脑
    interview a candidate = 面试新人
    walk the dog = 遛狗
    go to the pharmacy = 去药店
    go camping = 去露营
    cook curry = 煮咖喱
""")

_ENGLISH = Wording(
    twins=_TWINS,
    people=somebodies("""
        Marcus Webb | Marcus, Marcus Webb, Mr Webb | Marcia, Mark Webster, Matthew Webb
        Priya | Priya, Priya from design, 普里娅 | Priyanka, Pia, Priya's flatmate
        Professor Okafor | Professor Okafor, Prof Okafor, Prof. Okafor | Professor Okoye, Mrs Oakley, Professor O'Connor
        Zhang Wei | Zhang Wei, 张伟 | Zhang Min, Zhao Wei, 张蕾
        Mrs Kowalski | Mrs Kowalski, Mrs. Kowalski, Ms Kowalski | Mrs Kovacs, Mr Kowalski, Mrs Kowalczyk
        my sister | my sister, my sis, 我姐 | my sister-in-law, Ben's sister, my assistant
        my boss | my boss, the boss, 我老板 | my old boss from the bank, Tina's boss, my boss's wife
        the dentist | the dentist, my dentist, 牙医 | the optician, the florist, the dermatologist
        Grandma | Grandma, my grandma, Gran, 奶奶 | Granddad, my neighbour's grandma, Grant
        Uncle Joe | Uncle Joe, uncle Joe | Uncle Jonah, Aunt Jo, Joel from the choir
        Sofia Marino | Sofia, Sofia Marino, Ms Marino | Sophie, Mr Moreno, Sofia's mum
        Kenji | Kenji, Kenji Mori, Kenji-san | Kenta, Benji, Kenji's manager
        the vet | the vet, our vet | the pet sitter, a Vietnam veteran, the vicar
        Dr Lindgren | Dr Lindgren, Dr. Lindgren, Doctor Lindgren | Dr Lund, Mr Lindholm, Dr Linden
        Li Na | Li Na, 李娜 | Li Nan, Liu Na, 李楠
        Amara | Amara, Amara Diallo | Tamara, Amir, Amanda
    """),
    occasions=occasions("""
        bake bread | baking bread this morning; the dough has risen, about to bake bread; going to bake a loaf of bread | the breadth of the river surprised me; a half-baked plot in that novel; his beard is ginger now
        file my taxes | filing my taxes tonight; about to file the taxes; forms are open, filing my taxes | took a taxi to the pier; the nail file is blunt; the filing cabinet squeaks
        go to the gym | going to the gym after work; off to the gym; at the gym now | the gymnasts on TV were amazing; Jim sent a postcard; a gem of a cafe
        clean the oven | cleaning the oven today; the oven is filthy, cleaning it now; about to clean the oven at last | clean sheets smell nice; oven mitts with little stars; the lake is very clean
        visit the library | visiting the library this afternoon; on my way to the library; in the library right now | the parser library has a bug; a visitor left a scarf; the libretto is hard to translate
        call the insurance | calling the insurance at ten; on the phone with the insurance; about to call the insurance company | the insurance tower got a new roof; they called the baby Ada; the parcel was insured
        prepare the slides | preparing the slides for Monday; working on the slides now; sitting down to prepare my slides | the playground slide is wet; a landslide closed the pass; preparations for the parade
        change the tyres | changing the tyres on Saturday; time to change the tyres; the tyres are bald, changing them this afternoon | so tired after the climb; exchange rates look odd; a lecture on climate change
        shop for groceries | shopping for groceries after work; off to shop for groceries; doing the grocery shopping now | a shop window full of hats; the workshop was loud; an old photo of a grocer
        back up my laptop | backing up my laptop tonight; running a backup of the laptop; about to back up my laptop | backing out of the driveway; the laptop bag got wet; my back hurts
        interview a candidate | interviewing a candidate at three; candidate interview starts in ten minutes; about to interview the next candidate | read an interview with a painter; the candidate lost the election; a great view from the tower
        cook curry | cooking curry tonight; making curry for dinner; in the kitchen, about to cook a curry | a curry comb for the horse; the currency counter was closed; a cookbook from the seventies
        walk the dog | walking the dog now; taking the dog for a walk; off for a walk with the dog | the hot dogs were overpriced; sleepwalking runs in the family; the boardwalk is closed
        go to the pharmacy | going to the pharmacy; stopping by the pharmacy on the way home; in the pharmacy now | the farm sells eggs; her pharmacology degree took six years; the far side of the lake
        go camping | going camping this weekend; off camping with friends; we leave for our camping trip in an hour | campaign posters everywhere; a map of the campus; the camp bed squeaks
    """),
    person_once=lines("""
        When I next run into {who}, {do}
        Remind me to {do} when I catch up with {who}
        next time I'm with {who}, {do}
        Next time I'm talking to {who}, don't let me forget to {do}
        when I see {who} I need to {do}
        Nudge me to {do} next time I meet {who}
        the next time I see {who}, remind me to {do}
        I want to {do} when I speak to {who} next
        {do} next time I see {who}
        When {who} and I are next in touch, {do}
        Should I bump into {who}, remind me to {do}
        Next time {who} gets in touch, {do}
    """),
    person_always=lines("""
        Every time I see {who}, {do}
        whenever I'm in touch with {who}, remind me to {do}
        Any time I talk to {who} I should {do}
        Remind me to {do} each time I meet {who}
        Always {do} when I meet {who}
    """),
    topic_once=lines("""
        When I next {when}, {do}
        Next time I {when}, remind me to {do}
        don't let me forget to {do} when I {when}
        Remind me to {do} the next time I {when}
        {do} next time I {when}
        next time I'm going to {when}, {do}
        When I {when}, I have to {do}
    """),
    topic_always=lines("""
        Every time I {when}, {do}
        whenever I {when}, remind me to {do}
        Remind me to {do} each time I {when}
        Any time I {when} I should {do}
    """),
    actions=_row(
        "bring back the ladder, ask about the concert tickets, mention the leaking gutter, check the serial number, take the spare charger along, say sorry about Sunday, find out who fixed the fence, say thanks for the jam, write down the mileage, have a look at the old invoice, ask how the move went, wear the good shoes, hand over the keys, bring up the parking problem, keep the receipt"
    ),
    met=lines("""
        meeting {who} for coffee at eleven
        {who} just rang
        on the phone with {who}
        seeing {who} this evening
        about to call {who}
        {who} is coming round at six
        sitting here with {who}
        {who} texted me just now
        waiting for {who} at the station
        off to see {who}
        dinner with {who} tonight
        got an email from {who} a minute ago
        {who} is at the door
        video call with {who} in five minutes
    """),
    missed=lines("""
        met {who} last month, nice evening
        {who} had to cancel dinner
        no call with {who} today after all
        I haven't heard from {who} in ages
        saw {who} yesterday
        couldn't reach {who}
        {who} is away until March
        two years ago {who} moved house
        {who} can't make it tonight
    """),
    other=lines("""
        dinner with {other} tonight
        {other} just rang
        off to see {other}
        {other} is coming round at six
        on the phone with {other}
        got an email from {other} a minute ago
        meeting {other} for coffee at eleven
    """),
    chatter=lines("""
        {a} could do with {b}
        can't find {b} for {a}
        put {b} beside {a}
        took a photo of {a} with {b} in front
        is {b} too much for {a}?
        somebody left {b} under {a}
        {a} reminds me of {b}
        dreamt about {a} and {b}
        no idea why {a} needs {b}
        idea: {a} and {b} in one picture
        they say {b} ruins {a}
    """),
    first=_row(
        "the kite, the lighthouse, the old clock, the hammock, the chess set, the rain barrel, the weather vane, the rocking chair, the treehouse, the mosaic, the jigsaw, the accordion, the birdhouse, the sundial, the lantern"
    ),
    second=_row(
        "a new strap, thicker rope, blue ribbon, varnish, a bigger hook, lavender, moss, brass screws, a wool blanket, chalk, honey, a tin box, felt pads, a coat of wax, pine cones"
    ),
    rules=lines("""
        Keep your answers short from now on
        please always reply in German
        No bullet points in your answers
        Call me Jo, not Joanna
        Whenever I ask about the weather, give degrees in Celsius
        When I send you code, point out the bugs first
        never start an answer with "Sure"
        From now on use metric units
        Always say where a fact comes from
        If you aren't certain, say so
        Don't use jargon when you explain things to me
        Every time I ask for a translation, add the pronunciation
        I prefer one clear answer to five options
        When I ask for a film, leave out horror
        In future, put the conclusion first
        Stop apologising in your replies
        Use the 24-hour clock whenever you give a time
    """),
    lookalikes=lines("""
        the next time slot is at nine
        whenever I smell lilac I think of school
        when did the cinema close?
        every time I sneeze the whole house hears it
        he never answers his phone
        last time I wore these boots it poured
        I always cry at weddings
        when the bus came it was full
        remind me, what was that song called?
        who was it that always sang off key?
        if the fog lifts we can see the island
        as soon as I sat down the alarm went off
        from now on the ferry runs hourly
        once upon a time there was a fox
        there won't be a next time for that restaurant
        "every time is a new start", says the poster
        she remembered my birthday
        never again that hotel
        when it's quiet you hear the river
        don't know why I bother
        the second time was easier
    """),
)

_CHINESE = Wording(
    twins=_TWINS,
    people=somebodies("""
        张伟 | 张伟, Zhang Wei, 阿伟 | 张薇, 赵伟, 张卫国
        李娜 | 李娜, Li Na, 娜娜 | 李楠, 刘娜, 安娜
        老板 | 老板, 我老板, 我们老板 | 老板娘, 以前公司的老板, 楼下面馆的老板
        牙医 | 牙医, 我的牙医, 看牙的医生 | 中医, 眼科医生, 校医
        奶奶 | 奶奶, 我奶奶 | 爷爷, 邻居家的奶奶, 奶茶店的人
        姐姐 | 姐姐, 我姐, 老姐 | 姐夫, 同桌的姐姐, 小姨
        孙老师 | 孙老师, 教语文的孙老师 | 宋老师, 孙师傅, 孙老师的女儿
        何医生 | 何医生, 何大夫, Dr He | 贺医生, 何护士, 韩大夫
        吴总 | 吴总, 老吴, 吴总经理 | 武总, 吴助理, 胡总
        二舅 | 二舅, 我二舅 | 二姨, 大舅, 二舅妈
        表弟 | 表弟, 我表弟 | 表妹, 堂哥, 表弟的同学
        周婷 | 周婷, 婷婷, Zhou Ting | 周萍, 邹婷, 丁晓婷
        王阿姨 | 王阿姨, 隔壁王阿姨 | 汪阿姨, 王叔叔, 黄阿姨
        中介 | 中介, 租房中介, 房产中介 | 中学同学, 媒人, 快递小哥
        索菲亚 | 索菲亚, Sofia | 菲菲, 苏珊, 玛丽亚
    """),
    occasions=occasions("""
        烤面包 | 早上在家烤面包; 正在烤面包; 面发好了，准备烤面包 | 面包车堵在路口; 烤鸭很香; 钱包里没零钱
        报税 | 今晚报税; 正在报税; 该报税了，现在就弄 | 报纸送晚了; 睡得很香; 海报掉下来了
        去健身房 | 下班去健身房; 到健身房了; 在去健身房的路上 | 他有点健忘; 厨房的灯坏了; 房价又涨了
        擦窗户 | 在擦窗户; 下午擦窗户; 窗户太脏了，现在擦一下 | 膝盖擦伤了; 橱窗很漂亮; 电脑弹出一个窗口
        去图书馆 | 下午去图书馆; 到图书馆了; 在去图书馆的路上 | 地图找不到了; 书包拉链坏了; 咖啡馆关门了
        做PPT | 正在做PPT; 今晚做PPT; 开始做周一要用的PPT | 昨天那个PPT太花哨了; 做梦梦到大海; PDF打不开
        买菜 | 下班去买菜; 在菜市场买菜; 现在出门买菜 | 菜单换了新的; 菜刀钝了; 买了双鞋
        备份电脑 | 正在备份电脑; 今晚给电脑做个备份; 准备备份一下电脑 | 电脑桌有点矮; 沙拉做了三份; 电影很长
        面试新人 | 三点面试新人; 马上要面试一个新人; 正在面试新人 | 面粉洒了一地; 新年快到了; 试了件外套
        遛狗 | 现在去遛狗; 正在遛狗; 晚饭后遛狗 | 溜冰场关了; 热狗涨价了; 隔壁的小狗睡着了
        去药店 | 现在去药店; 顺路去趟药店; 到药店了 | 火药味很浓; 芍药开了; 书店搬家了
        去露营 | 周末去露营; 明天和朋友去露营; 出发去露营了 | 早上露水很重; 营业执照挂歪了; 翻到夏令营的照片
        交房租 | 现在交房租; 正在转账交房租; 今天要交房租 | 交响乐很好听; 房顶漏水; 出租车排长队
        做体检 | 今天去做体检; 正在做体检; 明天早上做体检 | 体育课取消了; 检票口人很多; 做了个书架
        煮咖喱 | 今晚煮咖喱; 正在煮咖喱; 开始煮咖喱了 | 咖啡洒了; 鸡蛋煮老了; 咖喱色的围巾
    """),
    person_once=lines("""
        下回见到{who}，{do}
        下次碰到{who}时提醒我{do}
        见着{who}别忘了{do}
        等我见到{who}，提醒我{do}
        跟{who}见面的时候记得{do}
        下次跟{who}联系，{do}
        再见到{who}的时候，要{do}
        提醒我下次见{who}时{do}
        和{who}聊起来的时候提醒我{do}
        要是碰上{who}，记得{do}
        {who}找我的时候，提醒我{do}
    """),
    person_always=lines("""
        每次碰到{who}都要{do}
        每次和{who}见面都提醒我{do}
        每回跟{who}说话，提醒我{do}
        只要和{who}见面，都要{do}
        凡是见{who}，都提醒我{do}
    """),
    topic_once=lines("""
        下回{when}，{do}
        {when}的时候别忘了{do}
        提醒我下次{when}时{do}
        等到{when}的时候，{do}
        再{when}的时候要{do}
        准备{when}时提醒我{do}
        我{when}的时候，记得提醒我{do}
    """),
    topic_always=lines("""
        每次{when}都提醒我{do}
        每回{when}，都要{do}
        每当我{when}，提醒我{do}
        凡是{when}，都记得{do}
    """),
    actions=_row(
        "还梯子, 问演唱会门票的事, 说说漏水的水槽, 核对序列号, 带上充电器, 为周日的事道歉, 打听篱笆是谁修的, 谢谢那罐果酱, 记下里程数, 看看旧发票, 问问搬家顺不顺, 穿那双好鞋, 把钥匙交出去, 提一下停车的问题, 留好小票"
    ),
    met=lines("""
        十一点和{who}喝咖啡
        {who}刚来电
        在跟{who}打电话
        今晚见{who}
        正要打给{who}
        {who}六点来我家
        正和{who}坐着聊天
        {who}刚给我发了微信
        在车站等{who}
        现在去找{who}
        晚上跟{who}吃饭
        刚收到{who}的邮件
        {who}到门口了
        五分钟后和{who}视频
    """),
    missed=lines("""
        上个月见过{who}，聊得不错
        {who}把晚饭取消了
        今天不跟{who}通话了
        好久没有{who}的消息了
        昨天见了{who}
        打不通{who}的电话
        {who}要到三月才回来
        前年{who}搬了家
        {who}今晚来不了
    """),
    other=lines("""
        晚上跟{other}吃饭
        {other}刚来电
        现在去找{other}
        {other}六点来我家
        在跟{other}打电话
        刚收到{other}的邮件
        今晚见{other}
    """),
    chatter=lines("""
        {a}上缺{b}
        找不到配{a}的{b}
        {b}放在{a}旁边正好
        拍了张{a}和{b}的照片
        {a}用{b}会不会太过了
        谁把{b}落在{a}底下了
        {a}让我想起{b}
        梦见{a}和{b}
        不懂{a}为什么要{b}
        {a}和{b}都旧了
        据说{b}伤{a}
    """),
    first=_row("风筝, 灯塔, 老座钟, 吊床, 象棋, 雨水桶, 风向标, 摇椅, 树屋, 拼图, 手风琴, 鸟屋, 日晷, 灯笼, 旧箱子"),
    second=_row(
        "新带子, 粗绳子, 蓝丝带, 清漆, 大一点的挂钩, 薰衣草, 苔藓, 铜螺丝, 羊毛毯, 粉笔, 蜂蜜, 铁盒子, 毛毡垫, 一层蜡, 松果"
    ),
    rules=lines("""
        以后回答尽量简短
        请都用德语回复我
        回答里不要用项目符号
        叫我小乔就行
        我问天气的时候，温度用摄氏度
        我发代码给你时，先指出错误
        别用“当然”开头
        从现在起一律用公制单位
        说到事实都要注明出处
        不确定的时候要直说
        给我解释东西不要用术语
        每次让你翻译，都加上读音
        我喜欢你只给一个明确的答案，不要列五个选项
        我让你推荐电影时，不要恐怖片
        今后先说结论
        回复的时候别再道歉了
        报时间一律用24小时制
    """),
    lookalikes=lines("""
        下一次班车九点到
        一闻到丁香就想起学校
        电影院什么时候关的门？
        每次打喷嚏全楼都听得见
        他从来不接电话
        上回穿这双靴子下大雨
        我一看婚礼就哭
        公交来的时候已经满了
        提醒我一下，那首歌叫什么来着？
        谁老是唱跑调？
        雾散了就能看见岛
        我刚坐下闹钟就响了
        从下个月起渡轮一小时一班
        从前有一只狐狸
        那家饭馆没有下次了
        海报上写着：每次都是新的开始
        她记得我的生日
        再也不住那家酒店了
        安静的时候能听见河水
        第二次容易多了
        杯子上写着：保持冷静
    """),
)

TEST: Part = {Language.ENGLISH: _ENGLISH, Language.CHINESE: _CHINESE}
