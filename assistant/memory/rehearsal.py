"""Pseudo-questions: what a store's own items could be asked, so that the scorer learns a store without any label.

A question is made from an item: some of its telling words, now and then a word of what stands beside it or of its
session, a speaker's name, a month, a question word; some words are given in other words. The item is the answer.
Whoever trains on them (design paper 7, third trial) learns what neighbours, sessions, names and meaning are worth in
stores of this shape. Only NumPy and the standard library: the program itself uses it in idle time.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import numpy as np

from assistant.domain.item import Item
from assistant.language import tokens
from assistant.language.patterns import lazy_pattern

Near = Callable[[str], Sequence[str]]
"""Words near a word in meaning, best first; of either language. Empty when none is known."""

_T = TypeVar("_T")
_LEAST_WORDS = 2
_LEAST_SESSION = 2

LONGEST_TEXT = 1500
"""Characters of an item from which words are taken."""

_WORD = lazy_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_RUN = lazy_pattern(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_FUNCTION_SIGNS = frozenset(
    "的了是在我你他她它们这那有和就不也都很会要吗呢吧啊把被给跟与或及其而且但所以因为如果可以什么怎么一个没还对说着过到去来上下里"
)
_ASKING_WORDS = "what|when|who|where|which|why|how|did|does|is|has|how many|what kind of"
_ASKING = tuple(_ASKING_WORDS.split("|"))
_ASKING_CHINESE = ("什么", "什么时候", "谁", "哪里", "哪个", "为什么", "怎么", "多少", "有没有", "是不是")
_FILLER_WORDS = """
do go get like think feel plan time name kind type activity recently thing place favourite reason mention tell remember
recommend idea decide happen make use help way detail event start work new first last currently
"""
_FILLER_WORDS_CHINESE = """
推荐 喜欢 计划 时间 名字 事情 地方 最近 提到 记得 告诉 建议 决定 原因 感觉 之前 曾经 活动
"""
_FILLERS, _FILLERS_CHINESE = _FILLER_WORDS.split(), _FILLER_WORDS_CHINESE.split()
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pseudo:
    """A question and the id of the item that it was made from."""

    text: str
    item_id: str


@dataclass(frozen=True, slots=True)
class Habits:
    """How questions are made: probabilities, and how many of an item's own words (1, 2, 3, 4) with which chance."""

    own: tuple[float, ...] = (0.2, 0.3, 0.3, 0.2)
    neighbour: float = 0.35
    session: float = 0.25
    filler: float = 0.4
    strange: float = 0.15
    speaker: float = 0.7
    date: float = 0.1
    near: float = 0.25
    asking: float = 0.8
    long: float = 0.1
    telling: float = 0.5  # 0: any word is as likely, 1: in proportion to its idf


class Rehearsal:
    """Makes questions about the items of one store."""

    def __init__(self, items: Sequence[Item], near: Near | None = None, habits: Habits | None = None) -> None:
        """Read the items once.

        Args:
            items: In the order of the store; sessions by their positions.
            near: Other words for a word, from the encoder; None leaves words as they are.
            habits: How questions are made.
        """
        self._items = items
        self._near = near
        self._habits = habits or Habits()
        self._words = [_content_words(item.text[:LONGEST_TEXT]) for item in items]
        counted = Counter(word.casefold() for words in self._words for word in set(words))
        self._idf = {word: math.log1p(len(items) / count) for word, count in counted.items()}
        self._askable = [place for place, words in enumerate(self._words) if len(words) >= _LEAST_WORDS]
        self._vocabulary = sorted(counted)
        self._sessions = _in_order(items)
        self._place = {place: (places, at) for places in self._sessions.values() for at, place in enumerate(places)}

    @property
    def can_ask(self) -> bool:
        """Whether any item has words enough."""
        return bool(self._askable)

    def questions(self, draw: np.random.Generator, count: int) -> Iterator[Pseudo]:
        """So many questions, each about an item drawn at random; none when no item has words enough."""
        for _ in range(count if self._askable else 0):
            place = self._askable[int(draw.integers(len(self._askable)))]
            yield Pseudo(self._question(place, draw), self._items[place].id)

    def _question(self, place: int, draw: np.random.Generator) -> str:
        habits, item, own = self._habits, self._items[place], self._words[place]
        is_chinese = sum(map(tokens.is_cjk, own)) * 2 > len(own)
        count = 1 + int(draw.choice(len(habits.own), p=habits.own))
        count = int(draw.integers(5, 14)) if draw.random() < habits.long else count
        words: list[str] = [self._reworded(word, draw) for word in self._some(own, count, draw)]
        words.extend(self._surroundings(place, draw))
        if draw.random() < habits.filler:
            words.append(_one(_FILLERS_CHINESE if is_chinese else _FILLERS, draw))
        if draw.random() < habits.strange:
            words.append(_one(self._vocabulary, draw))
        words = [words[int(at)] for at in draw.permutation(len(words))]
        if item.speaker and draw.random() < habits.speaker:
            words.insert(0, item.speaker.split()[0])
        if draw.random() < habits.date:
            words.append(_date(item.created_at_ms, is_chinese, draw))
        return _asked(words, is_chinese, draw.random() < habits.asking, draw)

    def _surroundings(self, place: int, draw: np.random.Generator) -> list[str]:
        """A word or two of each neighbour and one of the session, now and then."""
        session, at = self._place.get(place, ((), 0))
        words: list[str] = []
        for beside in (at - 1, at + 1):
            if 0 <= beside < len(session) and draw.random() < self._habits.neighbour:
                words += self._some(self._words[session[beside]], int(draw.integers(1, 3)), draw)
        if len(session) > _LEAST_SESSION and draw.random() < self._habits.session:
            words += self._some(self._words[_one(session, draw)], 1, draw)
        return words

    def _some(self, words: Sequence[str], count: int, draw: np.random.Generator) -> list[str]:
        """Distinct words, the telling ones rather."""
        distinct = list(dict.fromkeys(words))
        if not distinct:
            return []
        weights = np.array([self._idf.get(word.casefold(), 1.0) for word in distinct]) ** (2 * self._habits.telling)
        chosen = draw.choice(len(distinct), min(count, len(distinct)), replace=False, p=weights / weights.sum())
        return [distinct[at] for at in chosen]

    def _reworded(self, word: str, draw: np.random.Generator) -> str:
        if self._near is None or draw.random() >= self._habits.near:
            return word
        others = self._near(word)
        return _one(others, draw) if others else word


def _one(values: Sequence[_T], draw: np.random.Generator) -> _T:
    return values[int(draw.integers(len(values)))]


def _content_words(text: str) -> list[str]:
    """Words as they stand, without stop words; of a Chinese run stretches of two to four characters."""
    found: list[str] = []
    for word in _WORD.findall(text):
        if _RUN.search(word):
            for run in _RUN.findall(word):
                found += _stretches(run)
        elif word.casefold().replace("’", "'") not in tokens.STOP_WORDS and (len(word) > 1 or word.isdigit()):
            found.append(word)
    return found


def _stretches(run: str) -> list[str]:
    """Parts of a run between function words, cut to two to four characters."""
    found: list[str] = []
    start = 0
    for end in range(len(run) + 1):
        if end == len(run) or run[end] in _FUNCTION_SIGNS:
            part = run[start:end]
            found += [part] if 2 <= len(part) <= 4 else [part[at : at + 2] for at in range(0, len(part) - 1, 2)]
            start = end + 1
    return [part for part in found if len(part) >= 2]


def _in_order(items: Sequence[Item]) -> dict[str, list[int]]:
    sessions: defaultdict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        if item.session is not None:
            sessions[item.session].append(place)
    for places in sessions.values():
        places.sort(key=lambda place: (items[place].position or 0, place))
    return dict(sessions)


def _date(at_ms: int, is_chinese: bool, draw: np.random.Generator) -> str:
    day = datetime.fromtimestamp(at_ms / 1000).astimezone()
    if is_chinese:
        return f"{day.month}月{day.day}日" if draw.random() < 0.5 else f"{day.year}年{day.month}月"
    return f"{day.day} {_MONTHS[day.month - 1]}" if draw.random() < 0.5 else f"{_MONTHS[day.month - 1]} {day.year}"


def _asked(words: Sequence[str], is_chinese: bool, has_asking: bool, draw: np.random.Generator) -> str:
    if is_chinese:
        return "，".join(words) + (_one(_ASKING_CHINESE, draw) + "？" if has_asking else "")
    start = f"{_one(_ASKING, draw)} " if has_asking else ""
    return f"{start}{' '.join(words)}{'?' if has_asking else ''}"
