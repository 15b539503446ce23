"""Answers without a language model: the sentences of the user's own notes that answer, with dates, names and lists.

Nothing is made up here. A sentence is chosen by the rare words it shares with the question and by whether it holds
what is wanted (a time, a person, a place, an amount); then it is quoted with its number and the day it was noted.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.domain.item import Item, ItemKind, Language
from assistant.language.capture_line import read_line
from assistant.language.detect import detect
from assistant.language.questions import Asked, Window, Wish, understand
from assistant.language.time import find_time
from assistant.language.tokens import is_date_term, query_terms, terms
from assistant.language.wording import when_words

_LOOKED_AT = 20_000  # characters of one source
_SOURCES = 12
_LEAST_SHARE = 0.34  # of the question's weight that a sentence must cover
_LEAST_TOGETHER = 0.75  # of the best sentence's score, to be quoted beside it
_MOST_QUOTED = 3
_MOST_LISTED = 10
_QUOTE_LENGTH = 240
_SENTENCES = re.compile(r"(?<=[.!?])\s+|(?<=[。！？；])|\n+")
_DIGITS = re.compile(r"\d|[一二两三四五六七八九十百千万]+(?=[个块元人次点号])")
_CLOCK_OR_DAY = re.compile(
    r"\d{1,2}[:：]\d\d|\d{1,2}\s*(?:am|pm)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{4}\b|"
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d|"
    r"\b(?:today|tomorrow|tonight|yesterday)\b|周[一二三四五六日天末]|\d+[月日号点]|[今明后昨]天",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:at|in|on|near|behind|under|inside|room|street|floor|shelf|drawer)\b|在|放|室|楼|路|街|里|处", re.IGNORECASE
)
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][a-z]+(?:\s+[A-Z][a-z]+)*\b|@\w+")
_FIRST_NAME = re.compile(r"^[A-Z][a-z]+(?=\s+(?:is|was|has|will|said|owes|wants|moved|asked|likes|sent|and)\b)")
_NOT_NAMES = {"I", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February"}
_NOT_NAMES |= {"March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "The"}


@dataclass(frozen=True, slots=True)
class _Quote:
    """A sentence of a source. `place` is the source's index."""

    place: int
    text: str
    score: float
    cover: float


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


_WORDS = {
    Language.ENGLISH: _Words(
        noted="noted {}",
        nothing="Nothing is noted for {}.",
        nothing_open="There are no open tasks.",
        open_tasks="Open tasks:",
        done="Done {}:",
        noted_list="Noted {}:",
        between=" · ",
        quote="“{}”",
    ),
    Language.CHINESE: _Words(
        noted="记于{}",
        nothing="{}没有记下安排。",
        nothing_open="没有未完成的任务。",
        open_tasks="未完成的任务：",
        done="{}完成的：",
        noted_list="{}记下的：",
        between="，",
        quote="“{}”",
    ),
}


class ExtractiveAnswerer:
    """Carries out the `Extractor` port."""

    def answer(self, question: str, sources: Sequence[Item], now: datetime) -> tuple[str, list[int]]:
        """A short text in the question's language and the sources it cites, in order. See the port."""
        language = detect(question)
        asked = understand(question, now)
        if asked.wish in (Wish.AGENDA, Wish.DONE, Wish.NOTED):
            listed = _list(asked, sources, now, language)
            if listed is not None:
                return listed
        quotes = _best_quotes(question, asked.wish, sources)
        if not quotes:
            return "", []
        indexes = list(dict.fromkeys(quote.place for quote in quotes))
        lines = [
            _line(quote, indexes.index(quote.place) + 1, sources[quote.place], asked, question, now, language)
            for quote in quotes
        ]
        return "\n".join(lines), indexes


# Sentences that answer


def _best_quotes(question: str, wish: Wish, sources: Sequence[Item]) -> list[_Quote]:
    wanted = {term for term in query_terms(question) if not is_date_term(term)} or set(query_terms(question))
    if not wanted:
        return []
    looked_at = [
        (place, item.text[:_LOOKED_AT])
        for place, item in enumerate(sources[:_SOURCES])
        if item.kind is not ItemKind.QUESTION
    ]
    weights = _rarity(wanted, [set(terms(text)) for _, text in looked_at])
    quotes = [
        quote
        for place, text in looked_at
        if (quote := _best_of(place, text, weights, wish, sources[place])) is not None
    ]
    good = [quote for quote in quotes if quote.cover >= _LEAST_SHARE]
    good.sort(key=lambda quote: (-round(quote.score, 1), -sources[quote.place].created_at_ms))
    if not good:
        return []
    best = max(quote.score for quote in good)
    return [quote for quote in good if quote.score >= best * _LEAST_TOGETHER][:_MOST_QUOTED]


def _rarity(wanted: set[str], texts: Sequence[set[str]]) -> dict[str, float]:
    """How much each word of the question tells: a word that every source has tells little."""
    counts = Counter(term for text in texts for term in wanted & text)
    return {term: math.log(1.0 + (len(texts) + 1.0) / (counts[term] + 0.5)) for term in wanted}


def _best_of(place: int, text: str, weights: dict[str, float], wish: Wish, item: Item) -> _Quote | None:
    total = sum(weights.values())
    best: _Quote | None = None
    around = set(terms(text)) if len(text) < 2_000 else set[str]()
    for sentence in _SENTENCES.split(text):
        if not sentence or not sentence.strip():
            continue
        here = set(terms(sentence))
        cover = sum(weight for term, weight in weights.items() if term in here) / total
        # the rest of a short note counts a little: "Dentist. Moved to Friday." answers "when is the dentist?"
        nearby = sum(weight for term, weight in weights.items() if term in around) / total
        if cover == 0 and nearby == 0:
            continue
        score = cover + 0.4 * nearby + _fits(wish, sentence, item) - 0.02 * place
        if sentence.rstrip().endswith(("?", "？")):
            score -= 0.5  # a question seldom answers one
        if best is None or score > best.score:
            best = _Quote(place, sentence.strip(), score, max(cover, nearby * 0.8))
    return best


def _fits(wish: Wish, sentence: str, item: Item) -> float:
    """A bonus for a sentence that holds the kind of thing that is wanted."""
    holds = {
        Wish.WHEN: item.due_at_ms is not None or bool(_CLOCK_OR_DAY.search(sentence)),
        Wish.WHO: bool(item.people) or bool(_NAME.search(sentence) or _FIRST_NAME.search(sentence)),
        Wish.WHERE: bool(_PLACE.search(sentence)),
        Wish.AMOUNT: bool(_DIGITS.search(sentence)),
    }
    return 0.25 if holds.get(wish, False) else 0.0


# Words of the answer


def _line(
    quote: _Quote, number: int, item: Item, asked: Asked, question: str, now: datetime, language: Language
) -> str:
    words = _WORDS[language]
    said = _cut(quote.text)
    head = ""
    if asked.wish is Wish.WHEN:
        head = _when(quote, item, now, language)
    elif asked.wish is Wish.WHO:
        head = _who(quote.text, item, question, language)
    noted = words.noted.format(when_words(item.created_at_ms, now, language, has_clock=False))
    if head:
        colon = "：" if language is Language.CHINESE else ": "
        return f"{head}{colon}{words.quote.format(said)} [{number}] ({noted})"
    return f"{said} [{number}] ({noted})"


def _when(quote: _Quote, item: Item, now: datetime, language: Language) -> str:
    """The instant the note speaks of, said from today; else the day it was noted."""
    noted_at = _local(item.created_at_ms, now)
    span = find_time(quote.text, noted_at)
    if span is not None:
        return _sentence_case(when_words(span.at_ms, now, language, has_clock=span.has_clock))
    if item.due_at_ms is not None:
        return _sentence_case(when_words(item.due_at_ms, now, language))
    return ""


def _who(sentence: str, item: Item, question: str, language: Language) -> str:
    """The people a sentence names, without those the question names."""
    folded = question.casefold()
    found = [*item.people, *_NAME.findall(sentence), *_FIRST_NAME.findall(sentence)]
    names = [name.lstrip("@") for name in found if name not in _NOT_NAMES]
    names = [name for name in dict.fromkeys(names) if name.casefold() not in folded]
    return ("、" if language is Language.CHINESE else ", ").join(names[:4])


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _QUOTE_LENGTH else text[:_QUOTE_LENGTH].rstrip() + "…"


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _local(at_ms: int, now: datetime) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000, tz=now.tzinfo)


# Lists


def _list(asked: Asked, sources: Sequence[Item], now: datetime, language: Language) -> tuple[str, list[int]] | None:
    """A list of what was asked for; None when ordinary sentences may answer better."""
    words = _WORDS[language]
    chosen = [place for place, item in enumerate(sources) if _is_meant(asked, item)][:_MOST_LISTED]
    if asked.wish is Wish.AGENDA:
        chosen.sort(key=lambda place: sources[place].due_at_ms or math.inf)
    window = asked.window
    if not chosen:
        if asked.wish is not Wish.AGENDA:
            return None
        return (words.nothing.format(_span_words(window, now, language)) if window else words.nothing_open), []
    heading = {
        Wish.AGENDA: _sentence_case(_span_words(window, now, language))
        + ("：" if language is Language.CHINESE else ":")
        if window
        else words.open_tasks,
        Wish.DONE: words.done.format(_span_words(window, now, language)),
        Wish.NOTED: words.noted_list.format(_span_words(window, now, language)),
    }[asked.wish]
    lines = [
        f"- {_entry(sources[place], asked, now, language)} [{number}]" for number, place in enumerate(chosen, start=1)
    ]
    return "\n".join([heading, *lines]), chosen


def _is_meant(asked: Asked, item: Item) -> bool:
    window = asked.window
    if asked.wish is Wish.AGENDA:
        if item.is_done:
            return False
        return _within(item.due_at_ms, window) if window else item.kind is ItemKind.TASK
    if asked.wish is Wish.DONE:
        return _within(item.done_at_ms, window)
    return item.kind not in (ItemKind.QUESTION, ItemKind.MESSAGE) and _within(item.created_at_ms, window)


def _within(at_ms: int | None, window: Window | None) -> bool:
    return at_ms is not None and (window is None or window.start_ms <= at_ms < window.end_ms)


def _entry(item: Item, asked: Asked, now: datetime, language: Language) -> str:
    title = read_line(item.text, _local(item.created_at_ms, now)).title if len(item.text) < 400 else item.text
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
