"""Golden lists: what is an intention, and what only looks like one, in both languages."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.intention import IntentionKind
from assistant.domain.item import Language
from assistant.evaluation.wordings.second import SECOND
from assistant.evaluation.wordings.tuning import TUNING
from assistant.evaluation.wordings.wording import Part
from assistant.language.intentions import CLUES, read_intention
from assistant.language.standing_rules import answer_language

PERSON, TOPIC, RULE = IntentionKind.PERSON, IntentionKind.TOPIC, IntentionKind.RULE


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines() if line.strip()]


ENGLISH_PERSON = _lines("""
    When I talk to Anna, ask about the budget
    when i see anna ask her about the keys
    remind me to return the drill when I see Bob
    Remind me, when I see Anna, to give back her book
    at my next meeting with Dr. Lee, mention the headaches
    If Tom calls, tell him the parcel arrived
    Remind me about the deposit when I speak to the landlord
    Next time Anna and I meet, ask about Berlin
    Whenever I meet Mr Wang, say hello from Li
    next time I visit Grandma, take the photos
    When Priya comes by, give her the tickets
    As soon as I see Kate, thank her for the flowers
    every time I email Sven, copy Nadia
    Don't let me forget to ask for the invoice when I talk to Carla
    once Ben calls back, confirm the date
    when I meet with Professor Zhang, bring the draft
    when I have lunch with Maria, mention the concert
    Any time I speak to my boss, remind me to raise the travel costs
    If I run into Peter, ask whether the flat is still free
    when my sister calls, tell her about the party
    the next time Carla and I meet, I want to hear about the move
    always take the inhaler along when I visit Uncle Ben
    I should hand back the ladder when I next see Aunt June
    never forget the receipt when I meet the accountant
    When I talk to the caretaker, ask about the lift
    if I run into our babysitter, pay her for Sunday
""")
ENGLISH_FREE_PERSON = _lines("""
    I need to return the drill, so when I see Bob next, give me a nudge
    could you poke me to ask about the rent the next time I'm in touch with Anna?
    one for my next call with Anna: the invoice number is wrong
    should Anna and I end up talking, remind me to thank her
    never let me leave Anna without asking me to check the keys
    no exceptions, every chat with Anna: take notes
    I'm meeting Anna some time this month, when it happens remind me to return her book
    whenever Anna and I are in touch, send her the newest draft
    for Anna, next time: the blue folder
    dont let me forget to bring the cake when Anna and I next meet
    gotta thank her for the plums when I talk to Anna next
""")
ENGLISH_FREE_TOPIC = _lines("""
    I always forget the lid, so next time I bake bread nudge me to look for it
    it's a fixed thing, when I clean the oven, remind me to open the window, every time
    without exception, whenever I back up my files, test one of them
    always wear gloves when I paint the fence
    remind me to stretch when I go for a run, not just once
""")
ENGLISH_TOPIC = _lines("""
    next time I work on the tax return, remind me to include the donations
    whenever I write to a customer, attach the price list
    buy stamps when I go to the post office
    next time at IKEA, buy lamps
    when the budget comes up, point out the travel costs
    Once I finish the slides, send them to Carla
    When I get to the supermarket, buy oat milk
    remind me to check the tyres when I clean the garage
    Before I book the flights, check the passport
    every time I bake bread, take a photo
    Each time I deploy the server, run the backup first
    remind me to water the plants when it stops raining
    The next time I go to the library, return the atlas
    when I start the quarterly report, use the new template
    Next time I open the project plan, move the deadline
    while I'm at the hardware store, get screws
    whenever the topic of hiring comes up, mention the referral bonus
    As soon as I get home, turn off the alarm
    Any time I edit the contract, don't forget to change the date
    when I'm in Berlin, visit the museum
    When I talk about the holiday rota, bring up August
    next time I clean the gutters I want to wear gloves
""")
ENGLISH_RULE = _lines("""
    always answer me in Chinese
    from now on, keep your answers short
    I prefer answers in metric units
    When I ask about code, always include tests
    Don't use emojis from now on
    never use emojis in your replies
    whenever I ask for a recipe, give the amounts in grams
    please always address me as Captain
    I prefer dates in ISO format
    when you list options, number them
    Always cite your sources
    please always reply to me in English
    Always show prices in euros when I ask about travel costs.
    if I ask about code, always show a test
    Answer me only with bullet points
    I want you to never guess a date
    In future, answer in one sentence
    Always confirm the time zone when I ask about meetings
    stop adding a summary at the end of your answers
    make sure you always convert miles to kilometres when I ask for distances
    Please refer to me as Captain
    in all your summaries, leave out the greeting
    don't ever make up a quotation in your replies
    I prefer bullet points to prose
    from this point on out, use 24-hour times in your lists
    avoid abbreviations from now on
    no jokes please, ever
    when I paste a poem, keep its line breaks
    your tone should always be calm
    stop ending every reply with a question
    as a standing rule, explain things in three steps
    don't use footnotes, I read on my phone
""")
CHINESE_PERSON = _lines("""
    下次见到王老师提醒我问预算
    下次見到王老師提醒我問預算
    跟李伟聊的时候问合同的事
    提醒我见到老王的时候还他钱
    等李伟回来提醒我跟他要发票
    如果王经理打电话来，告诉他合同已寄出
    问一下签证的事，下次见到张伟提醒我
    每次见到妈妈都要问她的血压
    见到安娜的时候，记得还书
    提醒我下次见到陈静时带上照片
    下次跟刘医生见面，问问药的事
    每次跟张经理开会，提醒我准备数据
    下次给外婆打电话，顺便问她的菜谱
    要是周律师联系我，提醒我问费用
    和杨帆见面时别忘了还他的伞
    每当和黄磊见面，提醒我带电池
    下回碰到孙阿姨，记得谢谢她
    等见到大卫了，提醒我祝贺他
    见到房东的时候，提醒我说暖气坏了
    跟Anna聊的时候提醒我问预算
    下次见到邻居，问问快递是谁代收的
    碰到前台要打听几点关门
    只要见到中介，就要比较一下租金
    见到丽贝卡的时候，为上次的误会道歉
    等保安打来电话，确认一下门禁
    如果遇到设计师，弄清有没有新的方案
""")
CHINESE_FREE_PERSON = _lines("""
    要是又跟李工搭上话，提醒我问预算，说一次就好
    把伞还回去——等见着李工再说
    跟李工下次聊的时候告诉我要带合同
    见李工一次提醒我一次：带门禁卡
    往后跟李工来往，回回提醒我记账
    我记性差，每次碰到仓库的老马你都得说一句，要签收单
    过两天要跟健身教练碰面，到时候帮我记着带毛巾
    next time见李工，remind我道谢
    哪天跟表姐坐一块儿了，提醒我还书
    但凡跟辅导员说话，都问问补助的事
""")
CHINESE_FREE_TOPIC = _lines("""
    立个规矩，我打扫房间必须先开窗，每次提醒
    我老忘，下回校准天平的时候喊我一声，记下编号
    有空洗窗帘的时候顺便量尺寸，提醒我一次就好
    不管什么时候，只要我订酒店，都要比一下价
""")
CHINESE_TOPIC = _lines("""
    每次给客户写信，附上价目表
    下次去超市，记得买牛奶
    当我写周报的时候，提醒我加上测试数据
    每次开会前检查麦克风
    下次写论文的时候提醒我改摘要
    部署服务器的时候，记得先备份
    提醒我修改论文时带上数据
    每当交房租，提醒我留收据
    下次路过药店，记得买创可贴
    去图书馆的时候，记得还书
    每次订机票，提醒我看护照
    下次整理照片时，顺便备份
    如果提到预算，提醒我说差旅费
    等我回家的时候提醒我关警报
    每次做饭之前检查煤气
    下次打开项目计划，把日期改了
    每次发邮件给供应商，抄送采购
    只要聊到招聘，就提醒我说内推奖
    下次去银行，带上身份证
    准备面试的时候，别忘了带简历
""")
CHINESE_RULE = _lines("""
    以后都用中文回答
    请一直用中文回答
    回答我的时候请总是附上来源
    我问到旅行的时候，请给出预算
    从现在开始请叫我老李
    请一直用英文回复我
    从现在开始回答要简短
    每次我问到做菜，请给出克数
    以后不要用表情符号
    请始终用公制单位
    我希望你的回答都分点列出
    今后回答先给结论
    请一律用24小时制
    以后請用繁體字回答
    以后回答都要注明来源
    请总是用简体中文回答我
    以后每次都用表格列出价格，给我的回答也一样
    从今以后叫我小王
    请你以后一直称呼我为老师
    当我问代码的时候，请给出例子
    金额一律换算成欧元
    我问天气的时候，温度都用摄氏
    不要杜撰引用
    比起长篇大论我更喜欢列表
    从现在起，去掉结尾的客套
    以后提到距离都用公里
    我发德文你也用中文回，一直这样
    说话客气点，以后对我都用敬语
    永远别瞎编，不确定你就直说
    往后日期都写成年月日
    列方案的时候都给我编号
""")
ENGLISH_LOOKALIKES = _lines("""
    when I talked to Anna yesterday
    when is the meeting?
    When I talk to Anna, she always laughs
    When I was young, remember how we played
    every time I see him I get nervous
    When in doubt, ask
    if possible, send it today
    I always answer late
    Never mind
    never give up
    when do I talk to Anna?
    call me when you arrive
    from now on I will run every day
    Did you always answer in Chinese?
    remind me to call Anna tomorrow at 3
    remind me when it's 5 pm
    Met Anna when I was in Berlin
    When I saw Bob he asked about the drill
    I talk to Anna every day
    when we met, Anna gave me a book
    next time I'll be more careful
    she never replies
    Let me know when the package arrives
    When I called Anna, she was out
    when she called, I was asleep
    what happens when I talk to the bank?
    if only I had more time
    Anna called when I was cooking
    after I met Tom we went home
    the last time I saw Anna
    I wrote to a customer when the price list changed
    every time it rains the cellar floods
    when it rains, the roof leaks
    I was told to answer in Chinese
    answer in Chinese
    Always Coca-Cola
    He said "when I see Anna, ask about the budget"
    buy milk tomorrow
    ask Anna about the budget
    talk to Anna about the budget on Friday
    I always forget the keys when I leave
    who was there when I talked to Tom?
    When I think about Anna, I smile
    Whenever I cook, the alarm goes off
    not sure when I meet Anna
    the budget came up when I talked to Ben
    if I remember correctly, Tom is on holiday
    when I had the flu, Anna cooked for me
    I know when I see quality
    my answers are always short
    when Tom was here, we played chess
    call me when the train is in
    call me back please
    the neighbour was always kind when I visited
    she prefers tables by the window
    In your garden the roses are early
    keep the window closed from now on
    I want to see Anna when the weather is better
    this smell reminds me of Rome every time I pass the bakery
    my watch keeps reminding me to stand up when I work
    the app tells me to breathe every time I open it
    remind me why I moved here
    whenever the lift breaks everyone blames us
    every time I look at the clock two minutes have passed
    they used to remind us with a bell each time
    what happens when I mix teal and orange
    no need to remind me when it rains
    from now on it only gets colder
    never seen such a green sky
    just this once, answer in French
    the sign says please always close the gate
""")
CHINESE_LOOKALIKES = _lines("""
    昨天跟李伟聊的时候他说要辞职
    下次会议是什么时候？
    每次见到他都很开心
    跟李伟聊了预算
    以后再说
    请用中文回答
    什么时候跟王老师见面？
    以后我要每天跑步
    等一下去买菜
    见到王老师很高兴
    昨天跟小美聊的时候她说要搬家
    每次看海都很平静
    什么时候见水管工？
    每次做饭报警器都响
    上次见面聊得很好
    我以后要每天跑步
    明天下午三点提醒我给安娜打电话
    提醒我明天买牛奶
    上次见到王老师的时候问了预算
    昨晚和安娜聊得很开心
    见过李伟了
    和李伟开会
    给客户写信
    买牛奶
    小时候每次去外婆家都吃饺子
    他说下次再来
    下次见
    下次吧
    等会儿见
    当时我在写论文
    那天见到张经理，他很忙
    以后会更好
    每次都这样
    每天跑步
    每周一开会
    王老师什么时候来？
    我什么时候提醒你的？
    谁跟李伟聊过预算？
    如果下雨就不去了
    要是有时间就好了
    李伟说以后用新系统
    公司以后都用新的模板
    我总是用中文写日记
    他回答得很简短
    你用中文回答得不错
    怎么每次都迟到
    等公交车
    当老师很辛苦
    下次问谁都行吗？
    不要忘了关灯
    日期定在周五
    我更喜欢靠窗的桌子
    说到钱就头疼
    每次见他都要迟到吗
    手机老提醒我内存不足
    学校提醒大家注意防火
    提醒我一下，这个词怎么拼来着
    写一首关于再见的诗
    帮我润色这句：每当夜深人静，我便想起故乡
    他说他会提醒大家的
    不用提醒我了
""")


OTHER_LOOKALIKES = [text for wording in SECOND.values() for text in wording.lookalikes]


@pytest.mark.parametrize("text", ENGLISH_PERSON + ENGLISH_FREE_PERSON + CHINESE_PERSON + CHINESE_FREE_PERSON)
def test_an_intention_waits_for_a_person(text: str) -> None:
    cue = read_intention(text)
    assert cue is not None
    assert cue.kind is PERSON
    assert cue.people


@pytest.mark.parametrize("text", ENGLISH_TOPIC + ENGLISH_FREE_TOPIC + CHINESE_TOPIC + CHINESE_FREE_TOPIC)
def test_an_intention_waits_for_a_topic(text: str) -> None:
    cue = read_intention(text)
    assert cue is not None
    assert cue.kind is TOPIC
    assert cue.topic


@pytest.mark.parametrize("text", ENGLISH_RULE + CHINESE_RULE)
def test_a_rule_holds_for_every_answer(text: str) -> None:
    cue = read_intention(text)
    assert cue is not None
    assert cue.kind is RULE


@pytest.mark.parametrize("text", [*ENGLISH_LOOKALIKES, *CHINESE_LOOKALIKES, *OTHER_LOOKALIKES])
def test_what_only_looks_like_an_intention_is_none(text: str) -> None:
    assert read_intention(text) is None


@pytest.mark.parametrize("part", [TUNING, SECOND])
def test_no_intention_is_without_a_clue(part: Part) -> None:
    """The quick look at the words must not hide what the grammar would read."""
    wording = part[Language.ENGLISH]
    templates = (*wording.person_once, *wording.person_always, *wording.topic_once, *wording.topic_always)
    filled = [template.format(who="Anna", when="bake bread", do="see the sea") for template in templates]
    for text in (*filled, *wording.rules, *ENGLISH_PERSON, *ENGLISH_TOPIC, *ENGLISH_RULE):
        assert not CLUES.isdisjoint(re.findall("[a-z']+", text.lower().replace("\u2019", "'"))), text


def test_the_lists_are_long_enough() -> None:
    assert min(len(ENGLISH_LOOKALIKES), len(CHINESE_LOOKALIKES)) >= 60
    assert len(ENGLISH_PERSON + ENGLISH_TOPIC + ENGLISH_RULE) >= 60
    assert len(CHINESE_PERSON + CHINESE_TOPIC + CHINESE_RULE) >= 60


@pytest.mark.parametrize(
    ("text", "occasion", "action", "people"),
    [
        ("When I talk to Anna, ask about the budget", "I talk to Anna", "ask about the budget", ("Anna",)),
        ("下次见到王老师提醒我问预算", "见到王老师", "问预算", ("王老师",)),
        ("remind me to return the drill when I see Bob", "I see Bob", "return the drill", ("Bob",)),
        ("每次给客户写信，附上价目表", "给客户写信", "附上价目表", ()),
    ],
)
def test_occasion_and_action_are_the_users_words(
    text: str, occasion: str, action: str, people: tuple[str, ...]
) -> None:
    cue = read_intention(text)
    assert cue is not None
    assert (cue.occasion, cue.action, cue.people) == (occasion, action, people)
    assert text[cue.start : cue.end] == occasion


@pytest.mark.parametrize(
    ("rule", "language"),
    [
        ("always answer me in Chinese", Language.CHINESE),
        ("请始终用英语回答我", Language.ENGLISH),
        ("never answer in Chinese", None),
        ("when I ask about work, answer in English", None),
        ("keep your answers short", None),
    ],
)
def test_a_rule_may_choose_the_language_of_answers(rule: str, language: Language | None) -> None:
    assert answer_language(rule) is language


_WORDS = (
    "when I talk to Anna",
    ", ask",
    "remind me",
    "下次",
    "见到",
    "王老师",
    "提醒我",
    "每次",
    "always",
    "以后",
    "，",
    ".",
    "?",
)
_PIECES = st.sampled_from((*_WORDS, "\n", "\x00", "\ud800"))


@given(st.text() | st.lists(_PIECES, max_size=40).map(" ".join) | st.lists(_PIECES, max_size=40).map("".join))
def test_no_text_is_too_odd(text: str) -> None:
    cue = read_intention(text)
    if cue is not None:
        assert 0 <= cue.start <= cue.end <= len(text)
        assert cue.action
