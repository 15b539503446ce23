# ruff: noqa: E501 - a pattern or a table row is read best on one line
"""Names of people as keys that can be compared: nicknames, titles, kin, and Chinese names in both scripts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.language.han import simplified
from assistant.language.name_tables import GIVEN, KIN, NICKNAMES, SURNAMES, TRANSLITERATED
from assistant.language.patterns import lazy_pattern


class Title(StrEnum):
    """A form of address; GENERIC ones go with any other ("Mr Wang", 老王)."""

    NONE = ""
    GENERIC = "generic"
    MR = "mr"
    MS = "ms"
    YOUNG = "young"  # 小王: somebody else than 王老师
    TEACHER = "teacher"
    DOCTOR = "doctor"
    PROFESSOR = "professor"
    MANAGER = "manager"
    HEAD = "head"
    LAWYER = "lawyer"
    MASTER = "master"
    ENGINEER = "engineer"
    NURSE = "nurse"
    COACH = "coach"
    CLASSMATE = "classmate"
    AUNT = "aunt"
    UNCLE = "uncle"
    ACCOUNTANT = "accountant"
    BROTHER = "fellow student, elder"  # 师兄
    SISTER = "fellow student, elder, she"
    YOUNGER_BROTHER = "fellow student, younger"
    YOUNGER_SISTER = "fellow student, younger, she"
    SENIOR = "senior student"
    SENIOR_SISTER = "senior student, she"
    JUNIOR = "junior student"
    JUNIOR_SISTER = "junior student, she"
    OWNER = "owner"
    SECRETARY = "secretary"


_ENGLISH_TITLES = {
    "mr": Title.MR, "mister": Title.MR, "mrs": Title.MS, "ms": Title.MS, "miss": Title.MS, "dr": Title.DOCTOR,
    "doctor": Title.DOCTOR, "prof": Title.PROFESSOR, "professor": Title.PROFESSOR, "teacher": Title.TEACHER,
    "laoshi": Title.TEACHER, "manager": Title.MANAGER, "director": Title.HEAD, "lawyer": Title.LAWYER, "nurse": Title.NURSE,
    "coach": Title.COACH, "aunt": Title.AUNT, "auntie": Title.AUNT, "aunty": Title.AUNT, "uncle": Title.UNCLE, "sir": Title.MR,
}  # fmt: skip
_CHINESE_TITLES = {
    "老师": Title.TEACHER, "医生": Title.DOCTOR, "大夫": Title.DOCTOR, "教授": Title.PROFESSOR, "先生": Title.MR, "女士": Title.MS,
    "小姐": Title.MS, "经理": Title.MANAGER, "主任": Title.HEAD, "总": Title.HEAD, "律师": Title.LAWYER, "师傅": Title.MASTER,
    "工": Title.ENGINEER, "护士": Title.NURSE, "教练": Title.COACH, "同学": Title.CLASSMATE, "阿姨": Title.AUNT, "叔叔": Title.UNCLE,
    "师兄": Title.BROTHER, "师姐": Title.SISTER, "师弟": Title.YOUNGER_BROTHER, "师妹": Title.YOUNGER_SISTER, "学长": Title.SENIOR, "学姐": Title.SENIOR_SISTER,
    "学弟": Title.JUNIOR, "学妹": Title.JUNIOR_SISTER, "太太": Title.MS, "老板": Title.OWNER, "秘书": Title.SECRETARY, "院长": Title.HEAD, "校长": Title.HEAD, "局长": Title.HEAD,
    "处长": Title.HEAD, "科长": Title.HEAD, "书记": Title.HEAD, "队长": Title.HEAD, "叔": Title.UNCLE, "姨": Title.AUNT, "婶": Title.AUNT, "伯": Title.UNCLE, "律": Title.LAWYER, "太": Title.MS,
    "医师": Title.DOCTOR, "护士长": Title.NURSE, "大姐": Title.MS, "大哥": Title.MR, "大爷": Title.UNCLE, "大叔": Title.UNCLE, "伯伯": Title.UNCLE, "大妈": Title.AUNT,
    "婶婶": Title.AUNT, "嫂": Title.MS, "部长": Title.HEAD, "所长": Title.HEAD, "馆长": Title.HEAD, "厂长": Title.HEAD, "店长": Title.HEAD, "总监": Title.HEAD,
    "会长": Title.HEAD, "主管": Title.MANAGER, "指导": Title.COACH, "司机": Title.MASTER, "博士": Title.DOCTOR, "会计": Title.ACCOUNTANT, "哥": Title.MR, "姐": Title.MS, "局": Title.HEAD, "处": Title.HEAD, "董": Title.HEAD,
}  # fmt: skip
TITLE_ENGLISH = "|".join(sorted(_ENGLISH_TITLES, key=len, reverse=True))
TITLE_CHINESE = "|".join(sorted(_CHINESE_TITLES, key=len, reverse=True))
SURNAME_CHINESE = "|".join(
    [*(name for name in SURNAMES if len(name) == 2), "[" + "".join(name for name in SURNAMES if len(name) == 1) + "]"]
)
KIN_CHINESE = "|".join(sorted((word for word in KIN if not word.isascii()), key=len, reverse=True))
KIN_ENGLISH = "|".join(sorted((word for word in KIN if word.isascii()), key=len, reverse=True))

_TITLED = lazy_pattern(rf"^(?P<surname>{SURNAME_CHINESE})(?P<given>[\u4e00-\u9fff]{{0,2}}?)(?P<title>{TITLE_CHINESE})$")
_FULL = lazy_pattern(rf"^(?P<surname>{SURNAME_CHINESE})(?P<given>[\u4e00-\u9fff]{{1,2}})$")
_FAMILIAR = lazy_pattern(rf"^(?P<age>[老小阿大])(?P<surname>{SURNAME_CHINESE})$")
_PLACED_CHINESE = lazy_pattern(
    rf"^(?P<place>[\u4e00-\u9fff]{{2,5}}?)(?:的(?P<name>(?:{SURNAME_CHINESE})[\u4e00-\u9fff]{{0,2}}?(?:{TITLE_CHINESE})|[老小阿大](?:{SURNAME_CHINESE})))$"
)
_KNOWN_BY_PLACE = lazy_pattern(
    rf"^(?P<place>(?![我你他她咱俺])[\u4e00-\u9fff]{{2,3}})(?P<name>[老小阿](?:{SURNAME_CHINESE}))$"
)  # 保安老刘
_POLITE_KIN = lazy_pattern(rf"^(?P<kin>房东|班主任|邻居|老板|领导|导师|教练|牙医)(?:{TITLE_CHINESE})$")
_OWNED = lazy_pattern(r"^(?:the|my|our|your|his|her|their) ")
_WORD = lazy_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Person:
    """A name taken apart. `given` and `surname` are in Latin letters, pinyin for Chinese names; `role` is kin or a job.

    `signs` is a Chinese name as written (simplified): two people may share a pinyin.
    """

    given: str = ""
    surname: str = ""
    title: Title = Title.NONE
    role: str = ""
    signs: str = ""
    place: str = ""  # where they are from, when that tells them from others: "Dave from IT"

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known."""
        return not (self.given or self.surname or self.role)


_PLACED = lazy_pattern(r"^(?P<name>[^\W\d_][\w'-]*(?: [\w'-]+)?) (?:from|at|in|of) (?:the )?(?P<place>.+)$")
_CALLED = lazy_pattern(r"^(?:Sister|Sr|Matron|Staff Nurse)\.? (?P<name>[A-Z][\w'-]+)$")
_POSSESSED = lazy_pattern(r"^[a-z]+'s [a-z]")


def person(name: str) -> Person:
    """A name taken apart. Never raises."""
    name = simplified(" ".join(name.split()).strip("@ ,.，。"))
    folded = name.casefold()
    polite = _POLITE_KIN.match(name)
    kin = KIN.get(folded if polite is None else polite["kin"])
    if kin is not None:
        return Person(role=kin)
    bare = _OWNED.sub("", folded)
    if bare != folded:
        return Person(role=bare)
    placed = _PLACED.match(name)
    if placed is not None:
        return replace(person(placed["name"]), place=placed["place"].casefold())
    called = _CALLED.match(name)
    if called is not None:
        return Person(surname=called["name"].casefold(), title=Title.NURSE)
    if _POSSESSED.match(folded):
        return Person(role=folded)
    return _chinese(name) if re.search(r"[\u4e00-\u9fff]", name) else _latin(name)


def _chinese(name: str) -> Person:
    placed = _PLACED_CHINESE.match(name) or _KNOWN_BY_PLACE.match(name)
    if placed is not None:
        return replace(_chinese(placed["name"]), place=placed["place"])
    if name in TRANSLITERATED:
        return Person(given=TRANSLITERATED[name], signs=name)
    match = _FAMILIAR.match(name)
    if match is not None:
        title = Title.YOUNG if match["age"] == "小" else Title.GENERIC
        return Person(surname=SURNAMES[match["surname"]], title=title, signs=match["surname"])
    match = _TITLED.match(name)
    if match is not None:
        title = _CHINESE_TITLES[match["title"]]
        return Person(pinyin(match["given"]), SURNAMES[match["surname"]], title, "", match["surname"] + match["given"])
    match = _FULL.match(name)
    if match is not None:
        return Person(pinyin(match["given"]), SURNAMES[match["surname"]], signs=name)
    return Person(role=name, signs=name)


def pinyin(signs: str) -> str:
    """Chinese given names in Latin letters, without tones; signs that are not known stand for themselves."""
    return "".join(GIVEN.get(sign, sign) for sign in signs)


def _latin(name: str) -> Person:
    words = [word.casefold().removesuffix("'s").removesuffix("’s").replace("-", "") for word in _WORD.findall(name)]
    title = Title.NONE
    if words and words[0] in _ENGLISH_TITLES:
        title = _ENGLISH_TITLES[words.pop(0)]
    elif len(words) > 1 and words[-1] in _ENGLISH_TITLES:
        title = _ENGLISH_TITLES[words.pop()]
    if not words:
        return Person(role=name.casefold())
    if len(words) == 1:
        return (
            Person(surname=words[0], title=title)
            if title and title not in (Title.AUNT, Title.UNCLE)
            else Person(given=short(words[0]), title=title)
        )
    if _is_pinyin_surname(words[0]) and not _is_pinyin_surname(words[-1]):
        return Person(given="".join(words[1:]), surname=words[0], title=title)
    return Person(given=short("".join(words[:-1])), surname=words[-1], title=title)


PINYIN_SURNAMES = frozenset(SURNAMES.values())
"""Chinese surnames in Latin letters."""


def _is_pinyin_surname(word: str) -> bool:
    return word in PINYIN_SURNAMES


def short(name: str) -> str:
    """One form of a given name and its nicknames."""
    return NICKNAMES.get(name, name)


def same_role(one: str, other: str) -> bool:
    """Whether two roles may be one person's: a brother may be the elder one, but the elder is not the younger."""
    if one == other:
        return True
    (kin, _, which), (other_kin, _, other_which) = one.partition("/"), other.partition("/")
    return kin == other_kin and not (which and other_which)


def same(wanted: Person, seen: Person) -> bool:
    """Whether a name in a text may be the person who is waited for."""
    if wanted.role or seen.role:
        return same_role(wanted.role, seen.role)
    if wanted.signs and seen.signs and not _same_signs(wanted.signs, seen.signs):
        return False
    if wanted.given and seen.given:
        return _same_given(wanted, seen)
    if wanted.surname and seen.surname:
        return wanted.surname == seen.surname and _same_title(wanted, seen)
    return False


def _same_signs(one: str, other: str) -> bool:
    return one == other or one.startswith(other) or other.startswith(one)


def _same_given(wanted: Person, seen: Person) -> bool:
    if wanted.surname and seen.surname:
        pairs = {(wanted.given, wanted.surname), (wanted.surname, wanted.given)}
        return (seen.given, seen.surname) in pairs
    return wanted.given == seen.given


def _same_title(wanted: Person, seen: Person) -> bool:
    """老王, Mr Wang and 王老师 may be one; 王医生 and 小王 are others; a bare 王伟 is not every Mr Wang."""
    titles = {wanted.title, seen.title}
    if len(titles) == 1:
        return bool(wanted.given) == bool(seen.given) or Title.NONE not in titles
    if Title.YOUNG in titles or titles == {Title.MR, Title.MS}:
        return False
    if titles == {Title.HEAD, Title.MANAGER}:
        return True  # 梁总 is what one calls 梁经理
    is_named = bool(wanted.given) != bool(seen.given)
    if is_named and titles == {Title.NONE, Title.GENERIC}:
        return False  # 老李 need not be 李伟
    return bool(titles & _POLITE) or (Title.NONE in titles and not is_named)


_POLITE = {Title.GENERIC, Title.MR, Title.MS}
