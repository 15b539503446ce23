"""Between Python's characters and Qt's positions, which count UTF-16 units: an emoji is one of ours and two of Qt's."""

from __future__ import annotations


def to_units(text: str, index: int) -> int:
    """Qt's position of the character at `index`."""
    if text.isascii():
        return index
    return sum(2 if ord(character) > 0xFFFF else 1 for character in text[:index])


def from_units(text: str, position: int) -> int:
    """The index of the character at Qt's `position`."""
    if text.isascii():
        return position
    units = 0
    for index, character in enumerate(text):
        if units >= position:
            return index
        units += 2 if ord(character) > 0xFFFF else 1
    return len(text)
