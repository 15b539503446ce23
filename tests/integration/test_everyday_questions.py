"""Everyday questions without a language model: the right note is cited first, in English and in Chinese.

One memory holds all the notes of both languages, so every note is also a wrong answer to the other questions.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.app import App, build
from assistant.domain.job import Job
from assistant.paths import Paths
from tests.fakes import FixedClock

ENGLISH = [
    ("Lunch with Anna on Friday 12:30 at the Thai place", "What did I plan with Anna?"),
    ("Mrs. Brown wants the report by Monday 9am. She prefers PDF.", "What does Mrs. Brown want?"),
    ("The wifi password at the cabin is trout-1987", "what's the wifi password at the cabin?"),
    ("Spare key is under the flower pot behind the garage", "Where did I put the spare key?"),
    ("Peter recommended the book Project Hail Mary", "Which book did Peter recommend?"),
    ("Dentist appointment December 3 at 14:00", "When do I have to go to the dentist?"),
    ("I lent Tom 50 euros for the concert tickets", "How much money does Tom owe me?"),
    ("Sarah's birthday is on 12 March, she likes orchids", "What could I give Sarah for her birthday?"),
    ("The boiler was serviced by Kruger Heating, phone 030 5551234", "who serviced the boiler?"),
    ("Decision: we use Postgres instead of MySQL because of the licence", "why did we choose Postgres?"),
    ("Car is parked on level 3, row B at the airport", "where is my car?"),
    ("Grandma's blood pressure medication is Ramipril 5 mg, one in the morning", "what medication does grandma take?"),
    ("Flight to Lisbon LH1166 leaves 9 January 07:10 from terminal 2", "What time does my flight to Lisbon leave?"),
    ("Promised Lena to send her the pictures of the wedding", "What did I promise Lena?"),
    ("The tax declaration must be handed in by 31 July", "when is the tax declaration due?"),
    ("Jonas is allergic to peanuts and kiwi", "what is Jonas allergic to?"),
    ("Mike from accounting moved to the Hamburg office", "Where does Mike work now?"),
    ("Paint for the kitchen: RAL 9010, 10 litres from Hornbach", "Which paint did we use in the kitchen?"),
    ("Landlord says the rent goes up to 980 euros in April", "how much will the rent be?"),
    ("Order number of the sofa is 77-4415, delivery in week 50", "what was the order number of the sofa?"),
    ("Idea for the talk: begin with the story of the lost letter", "How did I want to begin the talk?"),
    ("Return the drill to Uncle Fred", "what do I have to give back to Fred?"),
    ("Yoga class moved from Tuesday to Wednesday evening", "when is yoga now?"),
    ("My shoe size in UK is 8.5", "what's my UK shoe size?"),
    ("Passport expires 14 August 2027", "When does my passport expire?"),
    (
        "Meeting with Dr. Patel about the knee: physiotherapy first",
        "What did Dr. Patel say about my knee?",
    ),
    ("Netflix costs 13.99 a month, cancel before 5 December", "how much do I pay for Netflix?"),
    ("The plumber Mr. Novak is good and cheap", "Who was that good plumber?"),
    ("Left the umbrella at the Italian restaurant on Bergstrasse", "where did I leave my umbrella?"),
    ("Emma's teacher is called Ms. Hartmann", "what is the name of Emma's teacher?"),
    ("Bike lock combination is 4-7-1-9", "whats the code of my bike lock"),
    ("Kim's new number: 0171 998877", "how can I reach Kim?"),
    ("Finished reading Dune, loved the ending", "did I like Dune?"),
    ("Parents arrive on 20 December at 18:40, pick them up at the station", "when do my parents come?"),
    ("Gluten free bakery on Maple Street has great rolls", "where can I get gluten free rolls"),
    ("Insurance claim number 2231-A, contact Mrs. Vogel", "who is my contact at the insurance?"),
    ("Told Ben that we will paint the fence in spring", "what did I tell Ben?"),
    ("Printer needs cartridge HP 305 black", "which cartridge does the printer need?"),
    ("Gym closes at 22:00 on weekdays", "how late is the gym open?"),
    ("Olivia starts school on August 28", "when does Olivia's school start"),
]

CHINESE = [
    ("明天下午三点跟安娜吃饭", "我跟安娜约了什么？"),
    ("家里路由器密码是 sunflower88", "路由器的密码是多少？"),
    ("备用钥匙放在门口鞋柜第二层", "备用钥匙在哪儿？"),
    ("老张推荐了一家川菜馆叫蜀香园", "老张推荐的是哪家饭馆？"),
    ("12月3日上午十点看牙医", "什么时候去看牙医？"),
    ("小李借了我三百块钱", "小李欠我多少钱？"),
    ("妈妈的生日是农历三月十二，她喜欢兰花", "妈妈喜欢什么花？"),
    ("空调是王师傅修的，电话13800001111", "谁修的空调？"),
    ("决定用 Postgres，因为许可证更宽松", "为什么选了 Postgres？"),
    ("车停在地下三层B区12号", "我的车停在哪里了？"),
    ("爷爷每天早上吃一片降压药", "爷爷吃什么药？"),
    ("去上海的高铁G1234，周六早上七点十分发车", "去上海的高铁几点发车？"),
    ("答应了小美把婚礼照片发给她", "我答应小美什么了？"),
    ("报税截止日期是六月三十日", "报税什么时候截止？"),
    ("乐乐对花生过敏", "乐乐对什么过敏？"),
    ("陈经理调到深圳分公司了", "陈经理现在在哪里上班？"),
    ("厨房的油漆用的是立邦白色，十升", "厨房刷的什么漆？"),
    ("房东说四月起房租涨到四千五", "房租要涨到多少？"),
    ("沙发的订单号是 88-2301，十二月中旬送货", "沙发的订单号是什么？"),
    ("演讲开头讲那封丢失的信的故事", "演讲打算怎么开头？"),
    ("把电钻还给二叔", "要还二叔什么东西？"),
    ("瑜伽课从周二改到周三晚上", "瑜伽课改到哪天了？"),
    ("我的衬衫尺码是41", "我穿多大的衬衫？"),
    ("护照2027年8月14日到期", "护照哪年到期？"),
    ("刘医生说膝盖先做理疗，不用手术", "刘医生说膝盖怎么治？"),
    ("健身卡一年两千八，一月底到期", "健身卡多少钱一年？"),
    ("雨伞落在公司楼下的咖啡店了", "我的伞落在哪儿了？"),
    ("朵朵的班主任是韩老师", "朵朵的班主任叫什么？"),
    ("项目代号定为蓝鲸，下个月启动", "项目的代号是什么？"),
    ("下次见赵总要问预算的事", "见到赵总要问什么？"),
    ("自行车锁的密码是4719", "车锁密码多少来着"),
    ("小金换了新号码 13911112222", "小金的电话是多少"),
    ("爸妈12月20日下午六点四十到，去火车站接", "爸妈什么时候到"),
    ("打印机要用惠普305黑色墨盒", "打印机用什么墨盒"),
    ("健身房工作日晚上十点关门", "健身房几点关门"),
    ("跟老王说好春天一起刷围栏", "我跟老王说好什么了"),
    ("保险理赔号是2231A，联系人沈女士", "保险联系谁"),
    ("枫叶街的面包店有无麸质面包", "哪里能买到无麸质面包"),
    ("囡囡八月二十八号开学", "囡囡哪天开学"),
    ("体检报告显示胆固醇偏高", "我体检有什么问题"),
]


@pytest.fixture(scope="module", params=["words", "meaning"])
def app(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """A memory with every note, kept two days before the questions; known by words alone, or encoded too."""
    clock = FixedClock.at("2026-11-22T10:00", "Europe/Berlin")
    made = build(Paths.under(tmp_path_factory.mktemp("everyday")), clock=clock)
    for note, _ in ENGLISH + CHINESE:
        made.capturing.capture(note)
        clock.advance(60_000)
    clock.advance(2 * 86_400_000)
    if request.param == "meaning":
        made.encoding.catch_up(Job())
    yield made
    made.close()


@pytest.mark.parametrize(("note", "question"), ENGLISH + CHINESE)
def test_the_right_note_is_cited_first(app: App, note: str, question: str) -> None:
    answer = app.answering.ask(question, Job())
    assert [citation.text for citation in answer.citations[:1]] == [note], answer.text
