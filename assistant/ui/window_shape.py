"""The outlines of windows: no larger than their screen, and round corners with and without a compositor."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainterPath, QRegion
from PySide6.QtWidgets import QWidget

from assistant.ui.theme import RADIUS, SPACE

_TITLE_BAR = SPACE.xxl  # its true height is known only when the window is on the screen


def fitting(window: QWidget, wanted: QSize) -> QSize:
    """`wanted`, or what the window's screen has room for: at 200 % a laptop's screen is 683 by 384."""
    return wanted.boundedTo(window.screen().availableGeometry().size() - QSize(0, _TITLE_BAR))


def is_composited() -> bool:
    """Whether a window may be translucent for certain. On X11 only a compositor can, and Qt does not know."""
    return QGuiApplication.platformName() != "xcb"


def round_corners(window: QWidget) -> None:
    """Cut the corners where they cannot be translucent; call it after every change of size."""
    if is_composited():
        return
    path = QPainterPath()
    path.addRoundedRect(QRectF(window.rect()), RADIUS.large - 1, RADIUS.large - 1)
    window.setMask(QRegion(path.toFillPolygon().toPolygon()))


def make_translucent(window: QWidget) -> None:
    """Prepare a frameless window, before it is first shown."""
    if is_composited():
        window.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
