"""Bytes from standard input as text: UTF-8, else what the machine or the bytes themselves say they are."""

from __future__ import annotations

import codecs

from assistant.language.patterns import lazy_pattern

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PLAIN = {"utf-8", "ascii"}
_CONTROL = lazy_pattern(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_LEAST_COMMON = 0.7  # of the characters beyond ASCII, for a Chinese text: bytes of another kind give rare ones
_MOST_ACCENTS = 0.3  # of the bytes, for a western text


def decode(data: bytes, machine_encoding: str) -> tuple[str, str | None]:
    """The text, and what it was taken for: None for UTF-8 or a marked text, "" when some bytes are no text at all.

    Bytes that are no text become U+FFFD.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark) and (text := _strictly(data, encoding)) is not None:
            return text, None
    if (text := _strictly(data, "utf-8")) is not None:
        return text, None
    for encoding in (_name_of(machine_encoding), "gb18030", "cp1252"):
        if encoding not in _PLAIN and _may_be(data, encoding) and (text := _strictly(data, encoding)) is not None:
            return text, encoding
    return data.decode("utf-8", "replace"), ""


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _name_of(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return "utf-8"


def _may_be(data: bytes, encoding: str) -> bool:
    """Whether bytes look like a text of this encoding; almost any bytes can be decoded as one."""
    text = data.decode(encoding, "replace")
    if _CONTROL.search(text):
        return False
    beyond = [character for character in text if ord(character) > 127]
    if encoding.startswith("gb"):
        common = sum(bool(character.encode("gb2312", "ignore")) for character in beyond)
        return common >= _LEAST_COMMON * len(beyond)
    return encoding != "cp1252" or len(beyond) <= _MOST_ACCENTS * len(data)
