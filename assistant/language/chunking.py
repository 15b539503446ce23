"""A text cut into passages that are short enough to be found by themselves and joined give the text again."""

from __future__ import annotations

from assistant.language.patterns import lazy_pattern

LONGEST = 1500
"""Characters of a passage at most; a text up to this length is one passage."""

_BREAKS = (
    lazy_pattern(r"\n[ \t]*\n\s*"),  # between paragraphs
    lazy_pattern(r"\n+"),
    lazy_pattern(r"[.!?…]+[\"'”’)\]]*\s+|[。！？；]+[”’」』）]*"),
    lazy_pattern(r"[,;:]\s+|[，、：]"),
    lazy_pattern(r"\s+"),
)


def chunk(text: str, longest: int = LONGEST) -> list[tuple[int, int]]:
    """Start and end of each passage, in order and without gaps; at least one, each at most `longest` characters.

    A cut is made at the last paragraph, line, sentence, comma or space in the second half of what still fits,
    in this order of preference, and anywhere when there is none.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > longest:
        end = _cut(text, start, longest)
        spans.append((start, end))
        start = end
    spans.append((start, len(text)))
    return spans


def _cut(text: str, start: int, longest: int) -> int:
    earliest, latest = start + max(1, longest // 2), start + longest
    for pattern in _BREAKS:
        ends = [match.end() for match in pattern.finditer(text, earliest, latest)]
        if ends:
            return ends[-1]
    return latest
