"""How far apart lines stand: as far for Latin as for Chinese, so that lists of both are even.

Qt makes a line as high as the highest font that its own characters need, a fifth more for a Chinese one. Rows of a
mixed list then differ in height, and the words beside an icon sit higher in one row than in the next.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF


class LinePitch(NamedTuple):
    """Pixels from the top of a line: to where its letters stand, to the next line, and to the middle of a capital."""

    ascent: int
    height: int
    middle: int

    def beside(self, height: int) -> int:
        """How far down an icon of this height stands in the middle of the letters."""
        return max(0, self.middle - height // 2)


def line_pitch(font: QFont) -> LinePitch:
    """The pitch that every family of `font` has room in."""
    return _pitch(font.key(), tuple(font.families()))


@lru_cache(maxsize=64)
def _pitch(key: str, families: tuple[str, ...]) -> LinePitch:
    font = QFont()
    font.fromString(key)
    metrics = [QFontMetricsF(font)]
    capital = metrics[0].capHeight()
    for family in families:
        font.setFamilies([family])
        metrics.append(QFontMetricsF(font))
    ascent = math.ceil(max(each.ascent() for each in metrics))
    height = ascent + math.ceil(max(each.descent() for each in metrics))
    return LinePitch(ascent, height, round(ascent - capital / 2))
