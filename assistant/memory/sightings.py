# ruff: noqa: E501 - a pattern is read best on one line
"""Is this person named in this text? Names in both scripts, with titles, kin and familiar forms."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Protocol

from assistant.language.detect import has_han
from assistant.language.han import simplified
from assistant.language.name_tables import GIVEN, KIN, TRANSLITERATED
from assistant.language.names import (
    KIN_CHINESE,
    KIN_ENGLISH,
    PINYIN_SURNAMES,
    SURNAME_CHINESE,
    TITLE_CHINESE,
    TITLE_ENGLISH,
    Person,
    Title,
    person,
    same,
    same_role,
)
from assistant.language.patterns import lazy_pattern
from assistant.language.roles import find_chinese_role, find_role, is_from_elsewhere, is_whole_chinese

_TIME_WORDS = "noon midday lunch one two three four five six seven eight nine ten eleven twelve half"
_TIMES = frozenset(_TIME_WORDS.split())  # of the day, behind "at": no place
_LEAD_WORDS = "sister sr nurse matron with call ring text see meeting lunch coffee dinner zoom"
_BEFORE_SURNAME = frozenset(_LEAD_WORDS.split())
_WORD = lazy_pattern(r"[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*")
_LATIN_NAME = lazy_pattern(
    rf"(?i:(?<![a-z])(?P<title>{TITLE_ENGLISH})\.? )(?P<titled>[A-Za-z][A-Za-z\u00c0-\u024f'’-]*)(?: (?P<more>[A-Z][A-Za-z\u00c0-\u024f'’-]+))?|(?P<kin>(?i:(?<![a-z])(?:{KIN_ENGLISH})(?![a-z])))"
)
_HAN_NAME = lazy_pattern(
    rf"(?P<full>(?:{SURNAME_CHINESE})[\u4e00-\u9fff]{{0,2}}?(?:{TITLE_CHINESE}))|(?<![大姑姨舅干后亲])(?P<kin>{KIN_CHINESE})(?![公家]司?机?)|(?P<age>[老小阿大](?:{SURNAME_CHINESE}))"
)


class Written(Protocol):
    """A text, and the same in small, simplified letters of the same length."""

    @property
    def text(self) -> str:
        """As written."""
        ...

    @property
    def folded(self) -> str:
        """Small and simplified."""
        ...


def find_person(given: Written, name: str, who: Person) -> str:
    """The words of the input that may name the person; empty when none does."""
    found = _find(given, name, who).removesuffix("'s").removesuffix("’s")
    return "" if found and who.place and _is_elsewhere(given, found, who.place) else found


def _is_elsewhere(given: Written, found: str, place: str) -> bool:
    """Whether the name stands with another place: "Dave from payroll" for "Dave from IT"."""
    start = given.text.find(found)
    if has_han(place):
        return is_from_elsewhere(given.folded, start, place)
    after = re.match(r" (?:from|at|of) (?:the )?([a-z\d]\w*)", given.folded[start + len(found) :])
    return after is not None and after[1] not in place and not after[1].isdigit() and after[1] not in _TIMES


def _find(given: Written, name: str, who: Person) -> str:
    if who.role and not has_han(name):
        return _kin(given, who) or _role(given, name, who)
    return (
        _latin(given, who)
        or (_han(given, name, who) if has_han(given.folded) else "")
        or (_kin(given, who) or _chinese_role(given, name) if who.role else "")
    )


def _kin(given: Written, who: Person) -> str:
    for pattern in (_LATIN_NAME, _HAN_NAME):
        for match in pattern.finditer(given.text if pattern is _LATIN_NAME else given.folded):
            is_kin = match["kin"] and same_role(who.role, person(match["kin"]).role)
            if is_kin and _is_whole(given, match):
                return match["kin"]
            titled = match["full"] if pattern is _HAN_NAME else None  # 王教练 may be the coach
            if titled and len(titled) < 5 and any(same_role(who.role, KIN.get(titled[n:], "-")) for n in (1, 2)):
                return titled
    return ""


def _is_whole(given: Written, match: re.Match[str]) -> bool:
    """Whether a word for kin stands for itself: not "the sister company", "Ethan's mom" or "Sister Agnes"."""
    if has_han(match["kin"]):
        return is_whole_chinese(given.folded, match.start(), match.end())
    if re.search(r"[A-Z]\w*$", match["kin"]) and re.match(r" [A-Z][a-z]", given.text[match.end() :]):
        return False
    start = max(0, match.start() - 40)
    return find_role(given.folded[start:], match["kin"].casefold()) is not None


def _chinese_role(given: Written, name: str) -> str:
    found = find_chinese_role(given.folded, simplified(name)) if has_han(name) else None
    return given.text[found[0] : found[1]] if found is not None else ""


def _role(given: Written, name: str, who: Person) -> str:
    role = name.casefold() if KIN.get(name.casefold()) else who.role
    found = find_role(given.folded, role)
    if found is None:
        return ""
    words = given.text[found[0] : found[1]]
    is_name = re.search(r"(?:^| )[A-Z]\w*$", words) and re.match(r" [A-Z][a-z]", given.text[found[1] :])
    return "" if is_name else words


def _latin(given: Written, who: Person) -> str:
    for match in _LATIN_NAME.finditer(given.text):
        if match["titled"] and same(who, person(f"{match['title']} {match['titled']} {match['more'] or ''}")):
            return match[0]
    found = list(_WORD.finditer(given.text))
    for place, word in enumerate(found):
        if not word[0].isascii() or not _may_be(who, word[0]):
            continue
        before = _beside(given, found[place - 1], word) if place else ""
        after = _beside(given, word, found[place + 1], is_after=True) if place + 1 < len(found) else ""
        words = _named(who, word[0], before, after)
        if words:
            return words
    return ""


def _beside(given: Written, left: re.Match[str], right: re.Match[str], *, is_after: bool = False) -> str:
    """The capitalised word or title beside a name; empty when there is none."""
    word = right[0] if is_after else left[0]
    is_next = given.text[left.end() : right.start()] in {" ", ". "}
    is_name = word.isascii() and (word[0].isupper() or re.fullmatch(TITLE_ENGLISH, word) is not None)
    return word if is_next and is_name else ""


def _named(who: Person, word: str, before: str, after: str) -> str:
    """The longest name around a word that may be the person; empty when it is somebody else."""
    if re.fullmatch(TITLE_ENGLISH, before.casefold()):
        return ""  # read with its title already
    for words in (f"{word} {after}" if after else "", f"{before} {word}" if before else ""):
        if words and same(who, person(words)):
            return words
    if who.surname and (after or before.casefold() in PINYIN_SURNAMES):
        return ""  # "Anna Smith" while Anna Lee is waited for
    is_surname = bool(who.surname and who.title and not who.given) and _is_telling(who)
    if is_surname and word[0].isupper() and (not before or before.casefold() in _BEFORE_SURNAME):
        return word if word.casefold().removesuffix("'s") == who.surname else ""
    is_aunt = who.title in (Title.AUNT, Title.UNCLE) and word[0].isupper() and not before
    return (
        word if who.given and (not who.title or is_aunt) and same(replace(who, title=Title.NONE), person(word)) else ""
    )


def _is_telling(who: Person) -> bool:
    """Whether a surname alone tells who is meant: not "Wang", nor 小王."""
    is_usual = who.surname in PINYIN_SURNAMES
    return who.title not in (Title.GENERIC, Title.YOUNG) and not (is_usual and who.title in (Title.MR, Title.MS))


def _may_be(who: Person, word: str) -> bool:
    folded = word.casefold().removesuffix("'s").removesuffix("’s")
    known = person(folded)
    return bool({known.given, known.surname, folded} & {who.given, who.surname} - {""})


_HAN_FULL = lazy_pattern(rf"(?=((?:{SURNAME_CHINESE})[\u4e00-\u9fff]{{1,2}}))")
_AFTER_NAME = lazy_pattern(
    r"^(?:明[天年早晚日白确]|国[内外]|平时|文件|东西|海报|志愿|家[里的]|建议|新[的来]|可[以能]|一[起下会]|天天|星期|月底|刚.|晚|会|和|说|发[来了给送出]|正在|成[为了]|少[了说来]|前[天面后]|后|时|先|常[常来]|真|达成|当|长[得大]|先|进[门来了]|通[知过]|应|给|立刻|心情|安排|向|金额|华丽|雨天)"
)


def _han(given: Written, name: str, who: Person) -> str:
    for match in _HAN_NAME.finditer(given.folded):
        if not match["kin"] and same(who, person(match[0])):
            return given.text[match.start() : match.end()]
    if who.title:
        return ""
    return next(
        (
            found
            for each in (simplified(name), *_written(who, given.folded), *_familiar(who))
            if each and (found := _sign_match(given, each, who))
        ),
        "",
    )


def _written(who: Person, folded: str) -> tuple[str, ...]:
    """How a Latin name is written in Chinese; of a Chinese name, what in the text sounds like it."""
    if not who.given:
        return ()
    if who.surname:
        names = [match[1] for match in _HAN_FULL.finditer(folded)] if not who.signs else []
        return tuple(part for name in names for part in (name, name[:2]) if same(who, person(part)))
    return tuple(signs for signs, given in TRANSLITERATED.items() if given == who.given)


def _familiar(who: Person) -> tuple[str, ...]:
    """What friends call a Chinese name: of 陈静 小静 and 阿静, of 王建国 建国 as well."""
    match = re.fullmatch(rf"(?:{SURNAME_CHINESE})([\u4e00-\u9fff]{{1,2}})", who.signs)
    if match is None or who.title:
        return ()
    given = match[1]
    return (f"小{given[-1]}", f"阿{given[-1]}", given[-1] * 2, *([given] if len(given) > 1 else []))


def _sign_match(given: Written, signs: str, who: Person) -> str:
    start = given.folded.find(signs)
    while start >= 0:
        end = start + len(signs)
        rest = given.folded[end : end + 2]
        before = given.folded[start - 1 : start]
        is_longer = len(signs) == 2 and who.surname and rest[:1] in GIVEN and not _AFTER_NAME.match(rest)
        is_titled = re.match(TITLE_CHINESE, given.folded[end:]) is not None and bool(who.title)
        is_other = (
            bool(re.fullmatch(SURNAME_CHINESE, before))
            and not who.surname
            and len(signs) == 2
            and before not in "和向于常"
        )
        is_part = bool(who.role) and not is_whole_chinese(given.folded, start, end)
        if not is_longer and not is_titled and not is_other and not is_part:
            return given.text[start:end]
        start = given.folded.find(signs, end)
    return ""
