"""How a text is written before the encoder's vocabulary splits it into pieces. Training and program share it."""

from __future__ import annotations

import unicodedata

from assistant.language.patterns import lazy_pattern

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_SPACES = lazy_pattern(r"\s+")
_SPACE_AT_CJK = lazy_pattern(rf"(?<=[{_CJK}]) | (?=[{_CJK}])")
_WORD_AFTER_CJK = lazy_pattern(rf"(?<=[{_CJK}])(?=[a-z0-9])")
_STARTS_WITH_CJK = lazy_pattern(rf"[{_CJK}]")


def piece_text(text: str) -> str:
    """A text in the one form that pieces are learned in: a word has the same pieces wherever it stands.

    Compatibility forms and case are folded, runs of white space become one space, a space stands before every word in
    letters (also the first one, and one that follows Chinese without a space) and none beside a Chinese character.
    An empty or blank text gives "".
    """
    folded = _SPACES.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()
    spaced = _WORD_AFTER_CJK.sub(" ", _SPACE_AT_CJK.sub("", folded))
    return spaced if not spaced or _STARTS_WITH_CJK.match(spaced) else f" {spaced}"


def spoken_text(text: str, speaker: str | None) -> str:
    """What the encoder reads of a passage: who said it stands before it, since questions name people."""
    return f"{speaker}: {text}" if speaker else text
