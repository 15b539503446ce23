# ruff: noqa: E501 - a pattern is read best on one line
"""Is somebody meant who is known by a role, and not by a name: "the ward pharmacist", "Jonas's football coach"?

The noun that says what somebody is must stand there, and nothing beside it that makes it somebody else: not "the bank
manager" for "my manager", not "the sister company" for "my sister", not "Ethan's mom" for "Mom".
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.intention_words import PAST_WORDS
from assistant.language.patterns import lazy_pattern

_TOKEN = lazy_pattern(r"[a-z\u00c0-\u024f]+(?:-[a-z\u00c0-\u024f]+)*(?:'s)?|[^\sa-z]")
_OWNERS = frozenset(["the", "my", "our", "your", "his", "her", "their"])
_INDEFINITE = frozenset(["a", "an", "another", "some", "any", "every", "each", "no", "other"])
_KIND_WORDS = """
lovely dear old new good own nice poor favourite favorite usual former current regular
"""
_KIND = frozenset(_KIND_WORDS.split())
_STEPS_WORDS = """
with to from for of at by and or but is was are were see meet call ring text email just now about in on as w the my
our seeing meeting calling ringing texting emailing messaging visiting off if when that this then so ok btw hi hello
dear tell ask into me not than like before after beside behind near both again while until because what which
"""
_STEPS = frozenset(_STEPS_WORDS.split())
_AFTER_WORDS = """
is was are were has had will would can could should may might just now again and or but at in on to for with from
about today tomorrow tonight later soon next this who whom that then as by before after until if when while also still
already finally never always not isn't wasn't won't didn't couldn't can't hasn't doesn't up over off out here there
tonight right really usually first one two three four five six seven eight nine ten noon rn brb asap am pm so because
went since re politely back quick quickly please pls me my our the a an it i we he she they both too either anyway
"""
_AFTER = frozenset(_AFTER_WORDS.split()) | PAST_WORDS
_PLACES = lazy_pattern(r" (?:from|at|of|in|for) ")
_SYNONYMS = {
    word: group.split()[0]
    for group in (
        "nan nana nanna gran granny", "ex ex-husband ex-wife ex-boyfriend ex-girlfriend", "rep representative", "pm manager-of-projects",
        "physio physiotherapist", "vet veterinarian", "optician optometrist", "guy man bloke chap", "lady woman", "teacher tutor",
        "sitter babysitter", "childminder child-minder", "hairdresser stylist", "boss manager-boss", "flatmate housemate roommate",
        "cleaner cleaning-lady", "caretaker janitor", "prof professor", "sis sister", "bro brother", "mother-in-law mil", "father-in-law fil",
    )
    for word in group.split()
}  # fmt: skip


@lru_cache(maxsize=512)
def _parts(role: str) -> tuple[str, frozenset[str]]:
    """The noun of a role and what stands with it: ("coach", {"jonas", "football"})."""
    place = _PLACES.search(role)
    core, rest = (role[: place.start()], role[place.end() :]) if place is not None else (role, "")
    words = [
        _bare(word)
        for word in _TOKEN.findall(core)
        if (word not in _OWNERS and word.isalpha()) or "-" in word or "'" in word
    ]
    more = [_bare(word) for word in _TOKEN.findall(rest) if word not in _OWNERS]
    return (_same(words[-1]) if words else ""), frozenset((*words[:-1], *more))


def _bare(word: str) -> str:
    return word.removesuffix("'s")


def _is_beside(word: str, beside: frozenset[str]) -> bool:
    """Whether a word stands with a role, also without its apostrophe: "leos teacher"."""
    return _bare(word) in beside or (word.endswith("s") and word[:-1] in beside)


def _same(word: str) -> str:
    return _SYNONYMS.get(word, word)


def find_role(folded: str, role: str) -> tuple[int, int] | None:
    """Where a folded text names who has this role (small letters, with or without "the", "my"); None when nowhere."""
    noun, beside = _parts(role.replace("’", "'"))
    text = _joined(folded.replace("’", "'"), noun)
    if not noun or (not any(_same(_bare(word)) == noun for word in text.split()) and noun not in text):
        return None
    tokens = list(_TOKEN.finditer(text))
    for place, token in enumerate(tokens):
        if _same(_bare(token[0])) == noun and (found := _at(text, tokens, place, beside)) is not None:
            return found
    return None


def _joined(text: str, noun: str) -> str:
    """With hyphens where the noun has them: "my mother in law"."""
    return text.replace(noun.replace("-", " "), noun) if "-" in noun else text


def _at(text: str, tokens: list[re.Match[str]], place: int, beside: frozenset[str]) -> tuple[int, int] | None:
    first, is_known = place, True
    while first > 0 and place - first < 5 and text[tokens[first - 1].end() : tokens[first].start()] == " ":
        word = tokens[first - 1][0]
        if word in _INDEFINITE:
            return None
        if (word in _STEPS and _bare(word) not in beside) or not word[0].isalpha():
            if word in _OWNERS:
                first -= 1
            break
        is_class = (
            word == "class" and _bare(tokens[place][0]) == "teacher" and bool(beside)
        )  # Katie's class teacher is her teacher
        if not _is_beside(word, beside) and word not in _KIND and word not in _OWNERS and not is_class:
            is_known = word.endswith(("ing", "ly")) and not word.endswith("family")
            break
        first -= 1
    owner = _owner(tokens, first, beside)
    end = tokens[place].end()
    if not (is_known and owner) or not _ends(text, tokens, place, beside):
        return None
    return tokens[first].start(), _with_place(tokens, place, beside) or end


def _with_place(tokens: list[re.Match[str]], place: int, beside: frozenset[str]) -> int:
    """Where the words end that say where somebody is from; 0 when none follow."""
    if place + 1 >= len(tokens) or tokens[place + 1][0] not in ("from", "at", "of", "in"):
        return 0
    rest = [token for token in tokens[place + 2 : place + 6] if token[0] in beside]
    return rest[-1].end() if rest else 0


def _owner(tokens: list[re.Match[str]], first: int, beside: frozenset[str]) -> bool:
    """False when it is somebody else's: "my cousin's therapist"."""
    before = tokens[first - 1][0] if first else ""
    return not before.endswith("'s") or _bare(before) in beside


def _ends(text: str, tokens: list[re.Match[str]], place: int, beside: frozenset[str]) -> bool:
    """False when the noun is only the first half of another ("the coach driver"), or of another place."""
    if place + 1 >= len(tokens) or text[tokens[place].end() : tokens[place + 1].start()] != " ":
        return True
    word = tokens[place + 1][0]
    if word in ("of", "from") or (word == "at" and beside):
        rest = [token[0] for token in tokens[place + 2 : place + 6] if token[0] not in _OWNERS]
        is_time = bool(rest) and (rest[0] in _AFTER or not rest[0].isalpha() or rest[0] in ("half", "noon", "lunch"))
        return (word == "at" and is_time) or (bool(rest) and _bare(rest[0]) in beside)
    return word in _AFTER or not word[0].isalpha() or word.endswith(("ed", "ing", "s", "ly"))


_OWN_CHINESE = lazy_pattern(r"^(?:我们?|咱们?|俺|孩子|我家)的?(?=[\u4e00-\u9fff]{2})")
_HEAD_CHINESE = lazy_pattern(
    r"^(?P<beside>[\u4e00-\u9fff]{1,5}?)的?(?P<noun>师傅|教练|老师|医生|大夫|护士|阿姨|叔叔|大叔|大姐|小哥|经理|主任|司机|老板|律师|会计|顾问|同学|同事|客服|前台|销售|编辑|助理|秘书|工人|工程师|设计师|班主任|辅导员|大哥|大妈|大爷|师兄|师姐|师弟|师妹|学长|学姐|店长|队长|组长|主管|保安|摄影师|教授|采购|财务|妈妈|爸爸|奶奶|爷爷|外婆|家长)$"
)
_CHINESE_SYNONYMS = (
    ("导师", "我导"), ("女朋友", "女友", "对象"), ("男朋友", "男友", "对象"), ("丈母娘", "岳母"), ("老丈人", "岳父", "丈人"), ("室友", "舍友"),
    ("房东", "房东太太", "房东阿姨", "房东先生"), ("领导", "老板", "上司", "顶头上司", "老大", "头儿"), ("健身教练", "私教"),
    ("保姆", "阿姨", "家政", "家政阿姨"), ("舅舅", "我舅"), ("姑姑", "我姑"), ("姨妈", "我姨", "小姨"), ("嫂子", "嫂嫂"), ("班主任", "班主任老师"),
    ("老公", "我先生", "孩子他爸", "孩子爸", "娃他爸", "娃爸", "丈夫", "爱人", "老伴"), ("老婆", "媳妇", "我太太", "孩子他妈", "孩子妈", "娃他妈", "娃妈", "妻子", "爱人", "老伴"),
    ("中介", "房产中介", "租房中介", "中介小哥"), ("理发师", "托尼老师", "发型师", "剪头发的"), ("快递员", "快递小哥", "快递师傅", "送快递的"),
    ("外卖员", "外卖小哥", "外卖骑手", "骑手", "送外卖的"), ("保洁", "保洁阿姨", "保洁员", "打扫卫生的", "打扫卫生的阿姨"), ("保安", "门卫", "保安大叔", "保安大哥", "看门的"),
    ("牙医", "牙科医生", "口腔医生", "牙医生", "看牙的医生"), ("兽医", "宠物医生", "宠物医院的医生"), ("心理医生", "心理咨询师", "咨询师"), ("儿科医生", "儿医", "看孩子的医生"),
    ("人事", "人力", "人力资源", "hr"), ("家教", "辅导老师", "家教老师"), ("租客", "房客"), ("客户", "甲方"), ("供应商", "供货商"), ("会计", "财务", "记账的"),
    ("幼儿园老师", "幼教", "幼师"), ("育儿嫂", "月嫂", "带孩子的阿姨"), ("驾校教练", "练车教练", "学车的教练"), ("送水工", "送水师傅", "送水的"), ("电工", "电工师傅", "修电的"),
    ("水管工", "水管师傅", "修水管的", "水电工", "水电师傅"), ("修车师傅", "修车的", "汽修师傅"), ("闺蜜", "好姐妹"), ("邻居", "街坊"), ("接线员", "客服"), ("代购", "代购小姐姐"),
    ("合伙人", "搭档"), ("实习生", "新来的实习生"), ("会长", "协会会长"), ("志愿者", "义工"), ("产品经理", "产品"), ("项目经理", "项目负责人"), ("设计师", "美工", "设计"),
)  # fmt: skip
_BEFORE_OTHER = "副前大干堂表同女男代准未伪名总省市校院系"
_FUNCTION = "跟和与同给向见到了约找去在是对从刚等收请接送陪着过有被让叫问回和、，。,.!?！？：:；; 我你他她们咱俺的和正待会儿马上今明晚早午天里上下面边前后这那个位又再还也都就把帮替带看听电话见迎访催谢"


@lru_cache(maxsize=512)
def _chinese_pattern(role: str) -> re.Pattern[str]:
    bare = _OWN_CHINESE.sub("", role)
    names = {bare, role}
    for group in _CHINESE_SYNONYMS:
        if bare in group or role in group:
            names.update(group)
    found = [re.escape(name) for name in names if len(name) > 1]
    headed = _HEAD_CHINESE.match(bare)
    if headed is not None:
        subject = re.sub(r"^[教看管修送开做带卖]|的$", "", headed["beside"])
        found.append(f"[教看管修送开做带卖]{re.escape(subject)}的(?:那[个位])?(?:{headed['noun']}|人)")
        found.append(
            f"{re.escape(headed['beside'])}(?:队|房|组|部|部门|班|店|处|办|科|公司)?的?(?:那[位个])?{headed['noun']}"
        )
    return re.compile("|".join(sorted(found, key=len, reverse=True)) or "(?!)")


def find_chinese_role(folded: str, role: str) -> tuple[int, int] | None:
    """Where a folded, simplified text names who has this role; None when nowhere."""
    for match in _chinese_pattern(role).finditer(folded):
        if is_whole_chinese(folded, match.start(), match.end()):
            return match.span()
    return None


def is_whole_chinese(folded: str, start: int, end: int) -> bool:
    """False when more signs make it somebody else: 副班长, 表姐夫, 同事的老婆."""
    before = folded[max(0, start - 3) : start]
    if before[-1:] and before[-1] in _BEFORE_OTHER and not before.endswith(("刚", "以前", "之前")):
        return False
    if before.endswith("的") and not before.endswith(("我的", "们的", "子的", "家的", "俺的")):
        return False
    return (
        re.match(
            r"夫|婿|妈|爸|她?家的|的(?:闺蜜|战友|朋友|邻居|老公|老婆|同事|妈|爸|妹|姐|弟|哥|车|狗|猫|孩子|儿子|女儿|公司|秘书)",
            folded[end:],
        )
        is None
    )


def is_from_elsewhere(folded: str, start: int, place: str) -> bool:
    """Whether a Chinese name stands with another place or office than the one it is known by: 门卫老马 for 仓库的老马."""
    before = folded[max(0, start - 5) : start]
    if before.endswith("的"):
        owner = before[:-1]
        return not owner.endswith((place[-1], "我", "们", "家"))
    sign = before[-1:]
    return bool(sign) and "\u4e00" <= sign <= "\u9fff" and sign not in _FUNCTION and not before.endswith(place[-2:])
