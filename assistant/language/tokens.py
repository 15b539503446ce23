"""Words and CJK bigrams: the one way in which text becomes terms, for search and for the scorer's features.

English words are folded, freed of stop words and stemmed. A run of Chinese (or Japanese, Korean) characters becomes
its overlapping pairs plus its last character, so that a two-character word is one term and a single character is the
beginning of some term. Dates written in Chinese also give the English month or weekday, so "5月" finds "May".
Terms hold ASCII letters and digits or non-ASCII letters only: SQLite's "ascii" tokenizer keeps them whole.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Collection
from datetime import datetime
from functools import lru_cache
from typing import Protocol, cast

import Stemmer

from assistant.language.patterns import lazy_pattern

VERSION = 1
"""Raise it when the same text would give other terms: the index must then be built again."""

LONGEST_TERM = 64
"""Characters of a term that count; what follows is noise (base64, keys), and the index stays small."""

_CJK = "\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = lazy_pattern(rf"[{_CJK}]+|[^\W_{_CJK}]+(?:['’][^\W_{_CJK}]+)*")
_IS_CJK = lazy_pattern(rf"[{_CJK}]")
_CJK_RUN = lazy_pattern(f"[{_CJK}]+")
_ACCENTS = lazy_pattern("[\u0300-\u036f]")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CHINESE_MONTH = lazy_pattern("(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月")
_CHINESE_WEEKDAY = lazy_pattern("(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])")
_CHINESE_NUMBERS = {
    **{sign: number for number, sign in enumerate("一二三四五六七八九十", start=1)},
    "十一": 11,
    "十二": 12,
}
_YEAR = lazy_pattern("(?:19|20)[0-9]{2}")

_ENGLISH_STOP_WORDS = """
a about above after again against all also am an and any are aren't as at be because been before being below between
both but by can can't cannot couldn't did didn't do does doesn't doing don't down during each few for from
further had hadn't has hasn't have haven't having he he'd he'll he's her here here's hers herself him himself his how
how's i i'd i'll i'm i've if in into is isn't it it's its itself just let's me more most my myself no nor not of off
on once only or other ought our ours ourselves out over own same shan't she she'd she'll she's should shouldn't so
some such than that that's the their theirs them themselves then there there's these they they'd they'll they're
they've this those through to too under until up us very was wasn't we we'd we'll we're we've were weren't what what's
when when's where where's which while who who's whom why why's will with won't wouldn't you you'd you'll you're
you've your yours yourself yourselves
"""
STOP_WORDS = frozenset(_ENGLISH_STOP_WORDS.split())

_local = threading.local()


class _Stemming(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802


@lru_cache(maxsize=1 << 15)
def _stem(word: str) -> str:
    """Snowball's English stem; its objects may not be shared between threads."""
    stemmer: _Stemming | None = getattr(_local, "stemmer", None)
    if stemmer is None:
        stemmer = _local.stemmer = cast(_Stemming, Stemmer.Stemmer("english", 0))  # pyright: ignore[reportUnknownMemberType]
    return stemmer.stemWord(word).replace("'", "")[:LONGEST_TERM]


def _fold(text: str) -> str:
    """Compatibility forms, case and accents made equal."""
    if text.isascii():
        return text.casefold()
    folded = unicodedata.normalize("NFKC", text).casefold()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", folded))
    return unicodedata.normalize("NFKC", bare)


def _date_words(folded: str) -> list[str]:
    """English months and weekdays for those written in Chinese."""
    signs = [match.group(1) for match in _CHINESE_MONTH.finditer(folded)]
    numbers = [_CHINESE_NUMBERS[sign] if sign in _CHINESE_NUMBERS else int(sign) for sign in signs]
    weekdays = [match.group(1) for match in _CHINESE_WEEKDAY.finditer(folded)]
    # 日 and 天 are not found: -1, Sunday.
    return [_MONTHS[number - 1] for number in numbers] + [_WEEKDAYS["一二三四五六".find(sign)] for sign in weekdays]


def _terms(text: str, *, keep_last: bool) -> list[str]:
    folded = _fold(text)
    found: list[str] = []
    has_cjk = False
    for token in _TOKEN.findall(folded):
        if _IS_CJK.match(token):
            has_cjk = True
            found += [token[start : start + 2] for start in range(len(token) - 1)]
            if keep_last or len(token) == 1:
                found.append(token[-1])
            continue
        word = token.replace("’", "'")
        if word not in STOP_WORDS:
            found.append(_stem(word[:LONGEST_TERM]))
    if has_cjk:
        found += [_stem(word) for word in _date_words(folded)]
    return [term for term in found if term]


def terms(text: str) -> list[str]:
    """The terms of a text to be found, in order, with repetitions. Any string is allowed; some give no terms."""
    return _terms(text, keep_last=True)


def index_terms(text: str, *, speaker: str | None = None, created_at: datetime | None = None) -> list[str]:
    """What the full-text index holds for a passage: its terms, who said it and the date on which it was said.

    Args:
        text: the passage.
        speaker: who said it, when known: questions name people.
        created_at: local time; gives the month's name, day and year, as questions name them.
    """
    found = _terms(text, keep_last=True)
    if speaker:
        found += _terms(speaker, keep_last=True)
    if created_at is not None:
        found += [_stem(_MONTHS[created_at.month - 1]), str(created_at.day), str(created_at.year)]
    return found


def query_terms(text: str) -> list[str]:
    """The distinct terms to look for, in order. A lone CJK character means "terms that begin with it"."""
    return list(dict.fromkeys(_terms(text, keep_last=False)))


def words(text: str) -> list[str]:
    """The folded words of a text as they stand, runs of CJK characters whole, stop words included."""
    return _TOKEN.findall(_fold(text))


class SharedWords:
    """Finds where terms stand in texts, as written there, without making terms of whole texts."""

    def __init__(self, shared: Collection[str]) -> None:
        """Look for these terms."""
        self._shared = frozenset(shared)
        self._has_cjk = any(is_cjk(term) for term in self._shared)
        # A stem is the beginning of its words but for a last y that became i, or an e that fell.
        starts = sorted(re.escape(term.removesuffix("i")) for term in self._shared if not is_cjk(term))
        self._words = re.compile(rf"(?<![^\W_])(?:{'|'.join(starts)})[^\W_]*", re.IGNORECASE) if starts else None

    def find(self, text: str) -> dict[str, str]:
        """The first place of each term that stands in the text; CJK pairs that follow each other are joined."""
        found: dict[str, str] = {}
        for word in self._words.findall(text) if self._words else ():
            term = _stem(_fold(word)[:LONGEST_TERM])
            if term in self._shared:
                found.setdefault(term, word)
        for run in _CJK_RUN.findall(text) if self._has_cjk else ():
            found |= _shared_runs(run, self._shared)
        return found


def _shared_runs(run: str, shared: Collection[str]) -> dict[str, str]:
    """Stretches of a CJK run all of whose pairs are shared, named by their first term."""
    found: dict[str, str] = {}
    start = 0
    while start < len(run):
        end = start
        while run[end : end + 2] in shared and end + 1 < len(run):
            end += 1
        if end > start:
            found.setdefault(run[start : start + 2], run[start : end + 1])
        elif run[start] in shared:
            found.setdefault(run[start], run[start])
        start = end + 1
    return found


def is_cjk(term: str) -> bool:
    """Whether a term or text begins with a CJK character."""
    return _IS_CJK.match(term) is not None


def is_date_term(term: str) -> bool:
    """Whether a term is a month, a weekday or a year."""
    return term in _DATE_TERMS or _YEAR.fullmatch(term) is not None


_DATE_TERMS = frozenset(_stem(word) for word in (*_MONTHS, *_WEEKDAYS))
