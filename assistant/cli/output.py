"""What a command says, and how things are printed: plain for people, JSON for programs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from unicodedata import category, east_asian_width

_VISIBLE_CONTROLS: dict[int, int | None] = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in "\n\t"},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a command: its exit status and what goes to the two streams."""

    status: int = 0
    stdout: str = ""
    stderr: str = ""


def plain(text: str) -> str:
    """Text that cannot steer a terminal: control characters become visible, direction overrides vanish."""
    return text.translate(_VISIBLE_CONTROLS)


def one_line(text: str, limit: int = 100) -> str:
    """The beginning of a text on one line."""
    line = " ".join(plain(text[: limit * 4]).split())
    return line if len(line) <= limit and len(text) <= limit * 4 else line[: limit - 1] + "…"


def columns(text: str) -> int:
    """Columns of a terminal that a line takes: a Chinese character takes two, a mark on a letter none."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if east_asian_width(character) in "WF":
        return 2
    return 0 if category(character) in ("Mn", "Me", "Cf") else 1


def as_json(data: object) -> str:
    """JSON with a line end. Lone surrogates, which no encoding can print, are escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = json.dumps(data, ensure_ascii=True, indent=2)
    return text + "\n"


def iso(at_ms: int | None) -> str | None:
    """An instant as ISO 8601 in UTC."""
    if at_ms is None:
        return None
    return datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def size_words(size_bytes: int) -> str:
    """A size for people."""
    size = float(size_bytes)
    for unit in ("bytes", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"


def printed(*lines: str) -> Outcome:
    """A success that prints these lines, whatever stands in them."""
    return Outcome(stdout="".join(f"{plain(line)}\n" for line in lines))
