"""Tab follows the eye: Qt orders by when a part was made, and what a conversation grows by was made last."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_stops(parts: Sequence[QWidget]) -> list[QWidget]:
    """Everything in these parts that Tab can stop at, part after part; what is hidden now is among it."""
    return [
        each
        for part in parts
        for each in (part, *part.findChildren(QWidget))
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None and not each.isWindow()
    ]


def order_tabs(parts: Sequence[QWidget]) -> None:
    """Have Tab go through these parts of one window in this order."""
    for before, after in pairwise(tab_stops(parts)):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)
