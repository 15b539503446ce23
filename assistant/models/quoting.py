"""Which sentences of the user's notes answer a question, and which people they name."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.item import Item, ItemKind, Language
from assistant.language.detect import detect
from assistant.language.questions import Wish, content_terms
from assistant.language.tokens import terms

_LOOKED_AT = 20_000  # characters of one source
_SOURCES = 20
_LEAST_SHARE = 0.34  # of the question's weight that a sentence must cover
_LEAST_TOGETHER = 0.75  # of the best sentence's score, to be quoted beside it
_LEAST_NEAR = 0.12  # of the question's weight that a note must share to be called the closest
MOST_QUOTED = 3
_SENTENCES = re.compile(
    r"(?<=[.!?])(?<!\b(?:[MD]r|[MS]t|Ms|vs|Jr|Sr|ca)\.)(?<!\b(?:Mrs|Mme|etc|Inc|Ltd)\.)(?<!\bProf\.)"
    r"(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\b[A-Z]\.)\s+|(?<=[。！？；])|\n+"
)
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
_FIRST_NAME = re.compile(  # a sentence begins with a capital anyway; a name is followed by what the person does
    r"^[A-Z][a-z]+(?:\s+[A-Z][a-z]+)*(?=\s+(?:is|was|has|had|will|can|said|says|owes|wants|moved|asked|likes|sent|told|"
    r"and|gave|called|wrote|promised|recommended|bought|works|lives|knows|needs|brings?)\b)"
)
_NOT_NAMES = frozenset(
    {"I", "The", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February"}
    | {"March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a source. `place` is the source's index."""

    place: int
    text: str
    score: float
    cover: float


def sentences_of(text: str) -> list[str]:
    """The sentences and lines of a text."""
    return [part.strip() for part in _SENTENCES.split(text) if part and part.strip()]


def best_quotes(question: str, wish: Wish, sources: Sequence[Item]) -> list[Quote]:
    """The best sentences, one of each source, best first; nothing when none covers enough of the question."""
    named = _names_in(question)
    good = [
        quote
        for quote in quotes_of(question, wish, sources)
        if quote.cover >= _LEAST_SHARE and (not named or _speaks_of(named, sources[quote.place]))
    ]
    if not good:
        return []
    best = max(quote.score for quote in good)
    return [quote for quote in good if quote.score >= best * _LEAST_TOGETHER][:MOST_QUOTED]


def closest_quote(question: str, wish: Wish, sources: Sequence[Item]) -> Quote | None:
    """The sentence that shares most with a question that no sentence answers; None when that is next to nothing."""
    near = [quote for quote in quotes_of(question, wish, sources) if quote.cover >= _LEAST_NEAR]
    return near[0] if near else None


def _names_in(question: str) -> set[str]:
    """The terms of the names a question holds: a note about somebody else does not answer it."""
    names = [name for name in _NAME.findall(question) if name not in _NOT_NAMES]
    return {term for name in names for term in terms(name)}


def _speaks_of(named: set[str], item: Item) -> bool:
    return not named.isdisjoint(terms(" ".join((item.text[:_LOOKED_AT], *item.people, item.speaker or ""))))


def is_about_named(question: str, item: Item) -> bool:
    """Whether a note may be about whom a question names; a name in the other script cannot be compared."""
    named = _names_in(question)
    return not named or detect(item.text) is not detect(question) or _speaks_of(named, item)


def quotes_of(question: str, wish: Wish, sources: Sequence[Item]) -> list[Quote]:
    """The best sentence of each source, best first; of two as good the one in the question's language, the newer."""
    wanted = content_terms(question, wish)
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
    language = detect(question)

    def order(quote: Quote) -> tuple[float, bool, int]:
        item = sources[quote.place]
        return -round(quote.score, 1), item.language is not language, -item.created_at_ms

    return sorted(quotes, key=order)


def _rarity(wanted: set[str], texts: Sequence[set[str]]) -> dict[str, float]:
    """How much each word of the question tells: a word that every source has tells little."""
    counts = Counter(term for text in texts for term in wanted & text)
    return {term: math.log(1.0 + (len(texts) + 1.0) / (counts[term] + 0.5)) for term in wanted}


def _best_of(place: int, text: str, weights: dict[str, float], wish: Wish, item: Item) -> Quote | None:
    total = sum(weights.values())
    best: Quote | None = None
    around = set(terms(text)) if len(text) < 2_000 else set[str]()
    for sentence in sentences_of(text):
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
            best = Quote(place, sentence, score, max(cover, nearby * 0.8))
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


def people_in(sentence: str, item: Item, question: str, language: Language) -> str:
    """The people a sentence names, without those the question names."""
    folded = question.casefold()
    first = _FIRST_NAME.match(sentence)
    rest = sentence[first.end() :] if first else sentence
    found = list(item.people) or [*([first[0]] if first else []), *_NAME.findall(rest)]
    names = [name.lstrip("@") for name in found if name not in _NOT_NAMES]
    names = [name for name in dict.fromkeys(names) if name.casefold() not in folded]
    return ("、" if language is Language.CHINESE else ", ").join(names[:4])
