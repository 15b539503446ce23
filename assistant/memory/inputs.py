"""What the user just gave, prepared once for all intentions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.language.concepts import find_concepts
from assistant.language.doing_signs import doubts_of, signs_of
from assistant.language.han import simplified
from assistant.language.happening import is_past
from assistant.language.time_text import fold
from assistant.language.tokens import terms

LONGEST_INPUT = 4_000


@dataclass(frozen=True, slots=True)
class Input:
    """A text with all that is compared.

    `concepts` are its words for each common name of `language/concepts.py`; `signs` and `doubts` are those of
    `language/doing_signs.py`.
    """

    text: str
    folded: str
    terms: frozenset[str]
    concepts: Mapping[str, str]
    signs: tuple[bool, ...]
    doubts: tuple[bool, ...]
    is_past: bool
    is_own: bool  # it states an intention itself, and so sets none off


def prepare(text: str, *, is_own: bool) -> Input:
    """An input ready to be compared. `is_own`: it states an intention itself."""
    text = text[:LONGEST_INPUT]
    folded = simplified(fold(text))
    return Input(
        text,
        folded,
        frozenset(terms(simplified(text))),
        {name: text[start:end] for name, start, end in reversed(find_concepts(text))},
        signs_of(folded),
        doubts_of(folded),
        is_past=is_past(folded),
        is_own=is_own,
    )
