"""Numbers in square brackets: keep those that stand for a source, drop those the model made up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain.conversation import Citation
from assistant.domain.item import Item
from assistant.language.patterns import lazy_pattern

_NUMBERS = lazy_pattern(r"[\[【［]\s*(\d{1,4}(?:\s*[,，、;]\s*\d{1,4})*)\s*[\]】］]")
_OPENING = lazy_pattern(r"[\[【［][\d\s,，、;]{0,40}$")
_UNSETTLED = lazy_pattern(r"[\[【［][\[【［\]】］\d\s,，、;]{0,200}$")
"""What may still become a number, also when one inside it is dropped: [[9]9]."""

_DROPPED = "\0"
_LONGEST_CITED = 2_000  # characters of a source that travel with the answer


class CitationFilter:
    """Takes an answer piece by piece and gives it back with only true numbers, each in brackets of its own.

    What may be the beginning of a number is held back, so that a reader never sees one that is then taken away.
    """

    def __init__(self, sources: int) -> None:
        """`sources` is how many there are; numbers run from 1."""
        self._sources = sources
        self._held = ""
        self._has_written = False

    def feed(self, piece: str) -> str:
        """The text that is settled now."""
        self._held += piece.replace(_DROPPED, "")
        opening = _UNSETTLED.search(self._held)
        cut = opening.start() if opening else len(self._held)
        while cut > 0 and self._held[cut - 1] == " ":
            cut -= 1  # the space before a dropped number goes with it
        settled, self._held = self._held[:cut], self._held[cut:]
        return self._clean(settled)

    def finish(self) -> str:
        """The rest, when the answer has ended or was stopped."""
        settled, self._held = self._true(self._held), ""
        return self._clean(_OPENING.sub("", settled).rstrip())

    def _clean(self, text: str) -> str:
        text = self._true(text)
        if not self._has_written:
            text = text.lstrip()
            self._has_written = bool(text)
        return text

    def _true(self, text: str) -> str:
        """The text with true numbers only; a number that comes about by dropping another one is looked at too."""
        before = ""
        while before != text:
            before = text
            text = _NUMBERS.sub(self._true_numbers, text)
            text = re.sub(rf" +{_DROPPED}", "", text).replace(_DROPPED, "")
        return text

    def _true_numbers(self, match: re.Match[str]) -> str:
        numbers = [int(number) for number in re.findall(r"\d+", match[1])]
        true = [number for number in dict.fromkeys(numbers) if 1 <= number <= self._sources]
        return "".join(f"[{number}]" for number in true) or _DROPPED


def citations_in(text: str, sources: Sequence[Item]) -> tuple[Citation, ...]:
    """The sources that a text names, by number."""
    numbers = sorted({int(number) for number in re.findall(r"\[(\d{1,4})\]", text)})
    return tuple(
        Citation(number, item.id, item.text[:_LONGEST_CITED], item.created_at_ms)
        for number in numbers
        if 1 <= number <= len(sources)
        for item in [sources[number - 1]]
    )
