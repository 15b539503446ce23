# ruff: noqa: E501 - a table row is read best on one line
"""Words and sentences of the synthetic worlds, English and Chinese side by side; written for this project."""

from __future__ import annotations

from typing import NamedTuple

PEOPLE = (
    ("Anna", "安娜"), ("Ben", "小本"), ("Carla", "卡拉"), ("Diego", "迪亚哥"), ("Elena", "叶莲娜"), ("Farid", "法里德"),
    ("Grace", "陈恩"), ("Hugo", "雨果"), ("Ines", "伊内斯"), ("Jonas", "乔纳斯"), ("Kira", "林琪"), ("Liang", "王亮"),
    ("Mei", "李梅"), ("Nadia", "娜迪亚"), ("Omar", "奥马尔"), ("Priya", "普丽娅"), ("Rosa", "罗莎"), ("Sven", "斯文"),
    ("Tariq", "塔里克"), ("Uma", "乌玛"), ("Viktor", "维克多"), ("Wen", "周文"), ("Yuki", "由纪"), ("Zoe", "佐伊"),
    ("Hao", "张浩"), ("Fang", "刘芳"), ("Jie", "陈杰"), ("Min", "赵敏"), ("Qiang", "孙强"), ("Ting", "黄婷"),
)  # fmt: skip
"""The same person as an English and as a Chinese text names them."""

THINGS = (
    ("budget", "spending plan", "预算", "开支计划"), ("contract", "agreement", "合同", "协议"), ("garden", "yard", "花园", "院子"),
    ("invoice", "bill", "发票", "账单"), ("holiday", "vacation", "假期", "度假"), ("passport", "travel document", "护照", "证件"),
    ("kitchen", "stove", "厨房", "灶台"), ("report", "summary", "报告", "总结"), ("train tickets", "rail booking", "火车票", "车票"),
    ("printer", "copier", "打印机", "复印机"), ("insurance", "coverage", "保险", "保单"), ("laptop", "computer", "笔记本电脑", "电脑"),
    ("recipe", "dish", "菜谱", "做法"), ("bicycle", "bike", "自行车", "单车"), ("birthday party", "celebration", "生日聚会", "庆祝"),
    ("rent", "lease", "房租", "租约"), ("lecture", "talk", "讲座", "演讲"), ("server", "machine", "服务器", "主机"),
    ("interview", "job meeting", "面试", "求职面谈"), ("piano", "keyboard", "钢琴", "键盘"), ("marathon", "long run", "马拉松", "长跑"),
    ("mortgage", "home loan", "房贷", "贷款"), ("dentist appointment", "tooth check", "牙医预约", "看牙"), ("photo album", "pictures", "相册", "照片"),
    ("novel", "book", "小说", "书"), ("camera", "lens", "相机", "镜头"), ("tent", "camping gear", "帐篷", "露营装备"),
    ("dog", "puppy", "狗", "小狗"), ("cat", "kitten", "猫", "小猫"), ("medicine", "pills", "药", "药片"),
    ("guitar", "instrument", "吉他", "乐器"), ("painting", "canvas", "画", "油画"), ("website", "homepage", "网站", "主页"),
    ("survey", "questionnaire", "问卷", "调查"), ("workshop", "training course", "研讨班", "培训"), ("sofa", "couch", "沙发", "长椅"),
    ("car", "vehicle", "汽车", "车子"), ("apartment", "flat", "公寓", "房子"), ("visa", "entry permit", "签证", "入境许可"),
    ("speech", "address", "发言稿", "致辞"), ("exam", "test", "考试", "测验"), ("cake", "dessert", "蛋糕", "甜点"),
    ("phone", "handset", "手机", "电话"), ("bank account", "savings", "银行账户", "存款"), ("wedding", "marriage ceremony", "婚礼", "结婚典礼"),
    ("volunteer work", "charity", "志愿工作", "公益"), ("pottery class", "ceramics", "陶艺课", "陶瓷"), ("support group", "circle", "互助小组", "小组"),
    ("database", "records", "数据库", "记录"), ("prototype", "first version", "原型", "初版"),
)  # fmt: skip
"""A thing by its usual and by another name, in English and in Chinese: statements take one, questions the other."""

PLACES = (
    ("the library", "图书馆"), ("the harbour", "港口"), ("the old town", "老城"), ("the office", "办公室"), ("the park", "公园"),
    ("the station", "车站"), ("Berlin", "柏林"), ("Chengdu", "成都"), ("Lisbon", "里斯本"), ("the museum", "博物馆"),
    ("the mountains", "山里"), ("the beach", "海边"), ("the clinic", "诊所"), ("the school", "学校"), ("Kyoto", "京都"),
)  # fmt: skip
COLOURS = (
    ("blue", "蓝色"),
    ("red", "红色"),
    ("green", "绿色"),
    ("black", "黑色"),
    ("yellow", "黄色"),
    ("white", "白色"),
)
REASONS = (
    ("it was too expensive", "太贵了"), ("the weather was bad", "天气不好"), ("nobody had time", "大家都没空"),
    ("the old one broke", "旧的坏了"), ("the doctor advised it", "医生这么建议"), ("the children love it", "孩子们喜欢"),
    ("it saves an hour a day", "每天能省一小时"), ("the boss insisted", "老板坚持"), ("it reminds me of home", "让我想起家乡"),
)  # fmt: skip
DAYS = (
    ("Monday", "周一"), ("Tuesday", "周二"), ("Wednesday", "周三"), ("Thursday", "周四"), ("Friday", "周五"),
    ("Saturday", "周六"), ("Sunday", "周日"),
)  # fmt: skip


class Pattern(NamedTuple):
    """A kind of fact: how it is said and how it is asked, English and Chinese.

    In the texts: {who} a person, {thing} and {other} the two names of a thing, {place}, {day}, {number}, {colour},
    {reason}. A statement with {who} is said by that person as "I" where `own` has a form for it.
    """

    said: tuple[str, ...]
    own: tuple[str, ...]
    asked: tuple[str, ...]
    said_chinese: tuple[str, ...]
    own_chinese: tuple[str, ...]
    asked_chinese: tuple[str, ...]
    is_changeable: bool = False


PATTERNS = (
    Pattern(
        ("{who} will send the {thing} on {day}", "{who} promised the {thing} for {day}"),
        ("I will send you the {thing} on {day}", "You get the {thing} from me by {day}, promised"),
        ("When does {who} send the {other}?", "By when did {who} promise the {thing}?", "What is {who} going to deliver on {day}?"),
        ("{who}{day}把{thing}发过来", "{who}答应{day}交{thing}"), ("我{day}把{thing}发给你", "{day}之前我一定交{thing}"),
        ("{who}什么时候发{other}？", "{who}答应哪天交{thing}？", "{who}{day}要交什么？"), is_changeable=True,
    ),
    Pattern(
        ("{who} sold the {thing} because {reason}", "{who} gave up the {thing}: {reason}"),
        ("I sold my {thing} because {reason}", "I finally gave up the {thing}, {reason}"),
        ("Why did {who} get rid of the {other}?", "What was {who}'s reason for selling the {thing}?"),
        ("{who}把{thing}卖了，因为{reason}", "{who}不要{thing}了，{reason}"), ("我把{thing}卖了，因为{reason}", "我终于不要{thing}了，{reason}"),
        ("{who}为什么不要{other}了？", "{who}卖掉{thing}是什么原因？"),
    ),
    Pattern(
        ("{who} saw a {colour} {thing} at {place}", "{who} found the {thing} in {place}, a {colour} one"),
        ("I saw a {colour} {thing} at {place} yesterday", "Guess what I found in {place}: a {colour} {thing}"),
        ("Where did {who} see the {other}?", "What colour was the {thing} that {who} found?", "What did {who} come across at {place}?"),
        ("{who}在{place}看到了{colour}的{thing}", "{who}在{place}找到一个{colour}的{thing}"), ("我昨天在{place}看到{colour}的{thing}", "你猜我在{place}找到什么：{colour}的{thing}"),
        ("{who}在哪里看到{other}的？", "{who}找到的{thing}是什么颜色？", "{who}在{place}碰到了什么？"),
    ),
    Pattern(
        ("The {thing} of {who} costs {number}", "{who} pays {number} for the {thing}"),
        ("My {thing} costs {number} now", "I pay {number} for the {thing}, can you believe it"),
        ("How much does {who} pay for the {other}?", "What is the price of {who}'s {thing}?"),
        ("{who}的{thing}要{number}块", "{who}为{thing}付{number}"), ("我的{thing}现在要{number}块", "{thing}我付了{number}，你敢信吗"),
        ("{who}的{other}花多少钱？", "{who}的{thing}是什么价钱？"), is_changeable=True,
    ),
    Pattern(
        ("{who} started with the {thing} at {place}", "{who} signed up for the {thing} in {place}"),
        ("I started with the {thing} at {place} last week", "I signed up for the {thing} in {place}!"),
        ("What did {who} begin recently at {place}?", "Where is {who} doing the {other}?", "Which activity did {who} sign up for?"),
        ("{who}在{place}开始{thing}了", "{who}报名了{place}的{thing}"), ("我上周在{place}开始{thing}了", "我报名了{place}的{thing}！"),
        ("{who}最近在{place}开始做什么？", "{who}在哪里参加{other}？", "{who}报名了什么？"),
    ),
    Pattern(
        ("{who} prefers the {colour} {thing}", "{who} likes the {thing} best in {colour}"),
        ("I like the {colour} {thing} best", "For me the {thing} must be {colour}"),
        ("Which {other} does {who} prefer?", "What is {who}'s favourite colour for the {thing}?"),
        ("{who}更喜欢{colour}的{thing}", "{who}觉得{thing}还是{colour}好"), ("我最喜欢{colour}的{thing}", "我的{thing}一定要{colour}的"),
        ("{who}喜欢哪种{other}？", "{who}的{thing}偏爱什么颜色？"), is_changeable=True,
    ),
    Pattern(
        ("{who} meets the {thing} people at {place} on {day}", "appointment about the {thing}: {who}, {place}, {day}"),
        ("I meet the {thing} people at {place} on {day}", "On {day} I am at {place} for the {thing}"),
        ("Where does {who} meet the people of the {other}?", "On which day is {who} at {place}?"),
        ("{who}{day}在{place}谈{thing}", "{thing}的约：{who}，{place}，{day}"), ("我{day}在{place}谈{thing}", "{day}我去{place}办{thing}"),
        ("{who}在哪里谈{other}？", "{who}哪天在{place}？"), is_changeable=True,
    ),
    Pattern(
        ("{number} pages of the {thing} are done, says {who}", "{who} has finished {number} parts of the {thing}"),
        ("I have finished {number} parts of the {thing}", "{number} pages of the {thing} are done on my side"),
        ("How far is {who} with the {other}?", "How many parts of the {thing} has {who} completed?"),
        ("{who}的{thing}做完了{number}部分", "{thing}{who}写了{number}页"), ("{thing}我做完了{number}部分", "我这边{thing}写了{number}页"),
        ("{who}的{other}进展到哪里？", "{thing}{who}完成了多少？"), is_changeable=True,
    ),
)  # fmt: skip

CHANGES = ("Actually, it changed: ", "Correction: ", "New plan. ", "No, wait: ")
CHANGES_CHINESE = ("其实改了：", "更正：", "新的安排：", "不对，")
CHATTER = (
    "How was your week?", "That sounds great, tell me more!", "Oh no, I am sorry to hear that.", "Thanks, that means a lot.",
    "I had coffee and then it rained all day.", "Let's talk about it soon.", "You always know what to say.", "Wow, congratulations!",
    "Did you sleep well?", "I could use a break.", "What made you decide that?", "Same here, it has been busy.", "Sounds like a plan.",
    "That must have been fun.", "I remember you saying something like that.", "Take care and see you!", "And how did it go?",
)  # fmt: skip
CHATTER_CHINESE = (
    "这周过得怎么样？", "听起来不错，多说点！", "啊，真替你难过。", "谢谢，你这么说我很开心。", "我喝了咖啡，然后下了一整天雨。", "我们找时间聊聊。",
    "你总是知道怎么说。", "哇，恭喜！", "昨晚睡得好吗？", "我也想休息一下。", "你怎么想到的？", "我也一样，最近很忙。", "就这么办。",
    "一定很好玩。", "我记得你说过类似的话。", "保重，回头见！", "后来怎么样了？",
)  # fmt: skip
