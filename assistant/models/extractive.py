"""Answers without a language model: the sentences of the user's own notes that answer, with dates, names and lists.

Nothing is made up here. A sentence is chosen by the rare words it shares with the question and by whether it holds
what is wanted (a time, a person, a place, an amount); then it is quoted with its number and the day it was noted.
Where memory says how probably a note answers (`memory/answerable.py`), this joins what the words say: one that answers
surely is told as the answer, one that may is told as the closest, and else nothing is said.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.domain.item import Item, ItemKind, Language
from assistant.language.capture_line import read_line
from assistant.language.detect import detect
from assistant.language.questions import Asked, Window, Wish, content_terms, understand
from assistant.language.time import find_time
from assistant.language.tokens import terms
from assistant.language.wording import when_words
from assistant.models.quoting import (
    MOST_QUOTED,
    Quote,
    best_quotes,
    closest_quote,
    is_about_named,
    people_in,
    quotes_of,
    sentences_of,
)

_MOST_LISTED = 10
_QUOTE_LENGTH = 240
_SHORT_NOTE = 160  # characters: quoted whole, because its other sentence may be the answer
_LIKELY, _SURELY = 0.08, 0.35
"""Probabilities of answering from which a note is told as the closest, and as the answer. Chosen on half of the stores
of `python -m assistant.evaluation answers`; the figures of the other half stand in `assistant/training/LOG.md`."""

_QUOTED = 0.75  # log-odds for a unit of the best sentence's score; the manifest's footing says how many for its scorer
_BESIDE = 0.7  # log-odds below the best within which other notes are told beside it
_MOST_CLOSEST = 2
_LONGEST_PLAN = 400  # characters: a longer note that mentions a day is not a plan for it


@dataclass(frozen=True, slots=True)
class _Words:
    """The fixed words of one language."""

    noted: str
    nothing: str
    nothing_open: str
    open_tasks: str
    done: str
    noted_list: str
    between: str
    quote: str
    closest: str


_WORDS = {
    Language.ENGLISH: _Words(
        noted=" (noted {})",
        nothing="Nothing is noted for {}.",
        nothing_open="There are no open tasks.",
        open_tasks="Open tasks:",
        done="Done {}:",
        noted_list="Noted {}:",
        between=" · ",
        quote="“{}”",
        closest="No note says it outright. The closest:",
    ),
    Language.CHINESE: _Words(
        noted="（记于{}）",
        nothing="{}没有记下安排。",
        nothing_open="没有未完成的任务。",
        open_tasks="未完成的任务：",
        done="{}完成的：",
        noted_list="{}记下的：",
        between="，",
        quote="“{}”",
        closest="没有笔记直接说到这一点，最接近的是：",
    ),
}


class ExtractiveAnswerer:
    """Carries out the `Extractor` port."""

    def __init__(self, quoted: float = _QUOTED) -> None:
        """`quoted`: log-odds for a unit of the best sentence's score; fitted together with the odds that it gets."""
        self._quoted = quoted

    def answer(
        self, question: str, sources: Sequence[Item], now: datetime, odds: Sequence[float | None] = ()
    ) -> tuple[str, list[int]]:
        """A short text in the question's language and the sources it cites, in order. See the port."""
        language = detect(question)
        asked = understand(question, now)
        if asked.wish in (Wish.AGENDA, Wish.DONE, Wish.NOTED):
            listed = _list(question, asked, sources, now, language)
            if listed is not None:
                return listed
        quotes, is_sure = _chosen(question, asked, sources, odds, self._quoted)
        if not quotes:
            return "", []
        told = asked if is_sure else Asked(Wish.OTHER)
        lines = [
            _line(quote, number, sources[quote.place], told, question, now, language)
            for number, quote in enumerate(quotes, start=1)
        ]
        start = [] if is_sure else [_WORDS[language].closest]
        return "\n".join([*start, *lines]), [quote.place for quote in quotes]


def is_hedged(text: str) -> bool:
    """Whether an answer of this module tells its notes as the closest, and no more."""
    return any(text.startswith(words.closest) for words in _WORDS.values())


# What is quoted


def _chosen(
    question: str, asked: Asked, sources: Sequence[Item], odds: Sequence[float | None], quoted: float
) -> tuple[list[Quote], bool]:
    """The sentences to tell, best first, one of a source, and whether they are the answer or only the closest."""
    if all(known is None for known in odds):
        sure = best_quotes(question, asked.wish, sources)
        near = None if sure else closest_quote(question, asked.wish, sources)
        return (sure, True) if near is None else ([near], False)
    by_place = {quote.place: quote for quote in quotes_of(question, asked.wish, sources)}
    rated: list[tuple[float, Quote]] = []
    for place, (known, item) in enumerate(zip(odds, sources, strict=True)):
        if known is not None and item.kind is not ItemKind.QUESTION:
            quote = by_place.get(place) or Quote(place, next(iter(sentences_of(item.text)), item.text), 0.0, 0.0)
            rated.append((known + quoted * quote.score, quote))
    rated = [one for one in rated if one[0] >= _logit(_LIKELY)]
    rated.sort(key=lambda one: (-round(one[0], 1), -sources[one[1].place].created_at_ms))
    if not rated:
        return [], False
    best = rated[0][0]
    is_sure = best >= _logit(_SURELY) and is_about_named(question, sources[rated[0][1].place])
    told = [quote for rate, quote in rated if rate >= best - _BESIDE]
    told.sort(key=lambda quote: detect(sources[quote.place].text) is not detect(question))  # the reader's own first
    return told[: MOST_QUOTED if is_sure else _MOST_CLOSEST], is_sure


def _logit(probability: float) -> float:
    return math.log(probability / (1.0 - probability))


# Words of the answer


def _line(quote: Quote, number: int, item: Item, asked: Asked, question: str, now: datetime, language: Language) -> str:
    words = _WORDS[language]
    said = _cut(item.text if len(item.text) <= _SHORT_NOTE else quote.text)
    head = ""
    if asked.wish is Wish.WHEN:
        head = _when(quote, item, now, language)
    elif asked.wish is Wish.WHO:
        head = people_in(quote.text, item, question, language)
    noted = words.noted.format(when_words(item.created_at_ms, now, language, has_clock=False))
    if head:
        colon = "：" if language is Language.CHINESE else ": "
        return f"{head}{colon}{words.quote.format(said)} [{number}]{noted}"
    return f"{said} [{number}]{noted}"


def _when(quote: Quote, item: Item, now: datetime, language: Language) -> str:
    """The instant the note speaks of, said from today; else the day it was noted."""
    noted_at = _local(item.created_at_ms, now)
    span = find_time(quote.text, noted_at)
    if span is not None and not span.rrule:
        return _sentence_case(when_words(span.at_ms, now, language, has_clock=span.has_clock))
    if item.due_at_ms is not None:
        return _sentence_case(when_words(item.due_at_ms, now, language))
    return ""


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _QUOTE_LENGTH else text[:_QUOTE_LENGTH].rstrip() + "…"


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _local(at_ms: int, now: datetime) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000, tz=now.tzinfo)


# Lists


def _list(
    question: str, asked: Asked, sources: Sequence[Item], now: datetime, language: Language
) -> tuple[str, list[int]] | None:
    """A list of what was asked for; None when ordinary sentences may answer better."""
    words = _WORDS[language]
    meant = [place for place, item in enumerate(sources) if _is_meant(asked, item, now)]
    about = content_terms(question, asked.wish)
    matching = [place for place in meant if about & set(terms(sources[place].text[:_LONGEST_PLAN]))]
    if about and not matching and asked.window is None:
        return None
    chosen = (matching or meant)[:_MOST_LISTED]
    if asked.wish is Wish.AGENDA:
        chosen.sort(key=lambda place: sources[place].due_at_ms or math.inf)
    window = asked.window
    if not chosen:
        if asked.wish is not Wish.AGENDA:
            return None
        return (words.nothing.format(_span_words(window, now, language)) if window else words.nothing_open), []
    colon = "：" if language is Language.CHINESE else ":"
    days = _span_words(window, now, language)
    heading = {
        Wish.AGENDA: f"{_sentence_case(days)}{colon}" if window else words.open_tasks,
        Wish.DONE: words.done.format(days),
        Wish.NOTED: words.noted_list.format(days),
    }[asked.wish]
    lines = [
        f"- {_entry(sources[place], asked, now, language)} [{number}]" for number, place in enumerate(chosen, start=1)
    ]
    return "\n".join([heading, *lines]), chosen


def _is_meant(asked: Asked, item: Item, now: datetime) -> bool:
    window = asked.window
    if asked.wish is Wish.AGENDA:
        if item.is_done:
            return False
        return _is_planned(item, window, now) if window else item.kind is ItemKind.TASK
    if asked.wish is Wish.DONE:
        return _within(item.done_at_ms, window)
    return item.kind not in (ItemKind.QUESTION, ItemKind.MESSAGE) and _within(item.created_at_ms, window)


def _is_planned(item: Item, window: Window, now: datetime) -> bool:
    """Whether an item is due in these days, or is a note that speaks of them."""
    if item.due_at_ms is not None:
        return _within(item.due_at_ms, window)
    if len(item.text) > _LONGEST_PLAN:
        return False
    span = find_time(item.text, _local(item.created_at_ms, now))
    return span is not None and _within(span.at_ms, window)


def _within(at_ms: int | None, window: Window | None) -> bool:
    return at_ms is not None and (window is None or window.start_ms <= at_ms < window.end_ms)


def _entry(item: Item, asked: Asked, now: datetime, language: Language) -> str:
    title = ""
    if item.kind is ItemKind.TASK and len(sentences_of(item.text)) == 1:
        title = read_line(item.text, _local(item.created_at_ms, now), kind=item.kind).title
    text = _cut(title or item.text)
    if asked.wish is not Wish.AGENDA or item.due_at_ms is None:
        return text
    is_one_day = asked.window is not None and asked.window.end_ms - asked.window.start_ms < 90_000_000
    if is_one_day:
        return f"{_local(item.due_at_ms, now):%H:%M} {text}"
    return f"{when_words(item.due_at_ms, now, language)} {text}"


def _span_words(window: Window | None, now: datetime, language: Language) -> str:
    """The days of a window in words."""
    if window is None:
        return ""
    if window.end_ms - window.start_ms < 90_000_000:  # one day, even with an hour of clock change
        return when_words(window.start_ms, now, language, has_clock=False)
    first = when_words(window.start_ms, now, language, has_clock=False)
    last = when_words(window.end_ms - 1, now, language, has_clock=False)
    return f"{first} – {last}" if language is Language.ENGLISH else f"{first}至{last}"
