"""What the learned reading of intentions (`spans.py`) looks at: the words of a line, each with the signs around it.

A word is a run of letters or digits, a mark, or one Chinese sign. Its features are strings: itself and its neighbours,
how it ends, classes it belongs to (a verb of doing, kin, a surname, a title), and what stands before and after it in
the line (a mark, a word that leads to an occasion, a wish to be reminded). What each is worth is learned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.language.detect import has_han
from assistant.language.intention_words import ACTION_WORDS, NOT_ACTIONS, PAST_WORDS
from assistant.language.name_tables import GIVEN, KIN, NICKNAMES, SURNAMES
from assistant.language.names import TITLE_CHINESE, TITLE_ENGLISH
from assistant.language.patterns import lazy_pattern

_TOKEN = lazy_pattern(r"[\u4e00-\u9fff]|[^\W\d_\u4e00-\u9fff]+(?:-[^\W\d_\u4e00-\u9fff]+)*|'[a-z]+|\d+|->|[^\w\s]")
_TITLES = frozenset(TITLE_ENGLISH.split("|"))
_TITLES_CHINESE = frozenset(TITLE_CHINESE.split("|"))
_CUE_WORDS = """
when whenever next time every each any anytime once if before after while until till occasion always everytime moment
minute soon
"""
CUES = frozenset(_CUE_WORDS.split())
_WISH_WORDS = """
remind remember forget tell nudge poke ping prompt nag need must should shout say let gotta got don please
"""
WISHES = frozenset(_WISH_WORDS.split())
CUES_CHINESE = lazy_pattern(
    "下一?[次回]|每一?[次回]|每当|每逢|逢|凡是?|只要|一旦|要是|如果|等|时|的时候|以后|往后|回头|哪天|再|次次|回回|都"
)
WISHES_CHINESE = lazy_pattern("提醒|记得|记着|别忘|叫我|戳|喊|告诉我|跟我说|得|要|先|顺便")
_FAR = 2  # words behind a mark: further is all the same
_START, _END = "<", ">"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a folded line and its place."""

    word: str
    start: int
    end: int


def tokens(folded: str) -> list[Token]:
    """The words of a folded, simplified line."""
    return [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(folded)]


def features(text: str, folded: str, words: Sequence[Token]) -> list[list[str]]:
    """The features of each word. `text` is the line as written, `folded` the same in small, simplified letters."""
    is_chinese = has_han(folded)
    asks = "asks" if folded.rstrip().endswith(("?", "？")) else "tells"
    around = [_START] * 3 + [token.word for token in words] + [_END] * 3
    sides = _sides(folded, words)
    found: list[list[str]] = []
    for number, token in enumerate(words):
        row = [*_neighbours(around[number : number + 7], is_chinese=is_chinese), *sides[number], asks]
        row += _chinese_classes(folded, token) if is_chinese else _english_classes(token.word, around[number + 2])
        if text[token.start].isupper():
            is_first = number == 0 or around[number + 2] in ".!?"
            row.append("capital first" if is_first else "capital")
        if number < 3:
            row.append(f"place {number}")
        if number == len(words) - 1:
            row.append("last")
        found.append(row)
    return found


def _neighbours(near: list[str], *, is_chinese: bool) -> Iterator[str]:
    """Of seven words in a row, what the middle one has around it."""
    third, second, first, word, after, behind, last = near
    yield from (f"0{word}", f"-1{first}", f"+1{after}", f"-2{second}", f"+2{behind}")
    yield from (f"-10{first} {word}", f"01{word} {after}", f"-21{second} {first}", f"12{after} {behind}")
    yield f"-11{first} {after}"
    if is_chinese:
        yield from (f"-321{third}{second}{first}", f"123{after}{behind}{last}")


def _english_classes(word: str, before: str) -> Iterator[str]:
    if not word[0].isalnum():
        yield "mark"
        return
    yield from (f"ends {word[-3:]}", f"ends {word[-2:]}")
    if word in ACTION_WORDS:
        yield from ("verb", f"verb behind {before}")
    elif word in PAST_WORDS:
        yield "past"
    elif word in NOT_ACTIONS:
        yield "function"
    if word in KIN or word in _TITLES:
        yield "kin"
    if word in NICKNAMES:
        yield "nickname"


def _chinese_classes(folded: str, token: Token) -> Iterator[str]:
    start, end, word = token.start, token.end, token.word
    if not ("\u4e00" <= word[0] <= "\u9fff"):
        yield "latin" if word[0].isalpha() else "mark"
        return
    pairs = {folded[start : end + 1], folded[max(0, start - 1) : end]}
    if word in SURNAMES:
        yield "surname"
    if word in GIVEN:
        yield "given"
    if not pairs.isdisjoint(_TITLES_CHINESE):
        yield "title"
    if not pairs.isdisjoint(KIN):
        yield "kin"


def _sides(folded: str, words: Sequence[Token]) -> list[list[str]]:
    """For each word: the last mark before it, and whether cues and wishes stand left and right of it."""
    cues, wishes = (_places(folded, words, *one) for one in ((CUES, CUES_CHINESE), (WISHES, WISHES_CHINESE)))
    cues_ahead, wishes_ahead = sum(cues), sum(wishes)
    cues_before = wishes_before = since = 0
    mark = "^"
    found: list[list[str]] = []
    for number, token in enumerate(words):
        cues_ahead -= cues[number]
        wishes_ahead -= wishes[number]
        cue = f"cue {cues_before > 0:d}{cues_ahead > 0:d}"
        wish = f"wish {wishes_before > 0:d}{wishes_ahead > 0:d}"
        found.append([f"mark {mark}{min(since, _FAR)}", cue, wish, f"{cue} {wish}"])
        cues_before += cues[number]
        wishes_before += wishes[number]
        since += 1
        if not token.word[0].isalnum() and token.word[0] != "'":
            mark, since = token.word, 0
    return found


def _places(folded: str, words: Sequence[Token], english: frozenset[str], chinese: re.Pattern[str]) -> list[bool]:
    covered: set[int] = set()
    for match in chinese.finditer(folded):
        covered.update(range(*match.span()))
    return [token.word in english or token.start in covered for token in words]
