"""One-colour icons of our own, tinted from the theme and sharp at every scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLineEdit

from assistant.resources import resource
from assistant.ui.theme import SIZE, colours

_WIDTHS = (16, SIZE.icon, 24)


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, tint: str, width: int, ratio: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", tint).encode()))
    pixmap = QPixmap(QSize(round(width * ratio), round(width * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, width * ratio, width * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _ratio() -> float:
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)


def pixmap(name: str, tone: str = "text", width: int = SIZE.icon) -> QPixmap:
    """The icon `name` (a file in resources/icons) in the colour `tone` (a field of `Colours`), `width` pixels wide."""
    return _drawn(name, getattr(colours(), tone), width, _ratio())


def icon(name: str, tone: str = "text", *, checked_tone: str | None = None, widths: tuple[int, ...] = _WIDTHS) -> QIcon:
    """The icon `name` for buttons and menus; dimmed when disabled, in `checked_tone` when on.

    `widths` are the sizes at which it is drawn ahead; others are scaled. It is drawn in the colours in force now:
    widgets that outlive a change of theme make it again then (`IconButton` and its kin do).
    """
    made = QIcon()
    scheme = colours()
    ratio = _ratio()
    for width in widths:
        made.addPixmap(_drawn(name, getattr(scheme, tone), width, ratio))
        made.addPixmap(_drawn(name, scheme.border_strong, width, ratio), QIcon.Mode.Disabled)
        if checked_tone is not None:
            drawn = _drawn(name, getattr(scheme, checked_tone), width, ratio)
            made.addPixmap(drawn, QIcon.Mode.Normal, QIcon.State.On)
    return made


def draw_clear_button(field: QLineEdit) -> None:
    """Give the field's clear button our own icon; Qt's is a dark disc. Again when the theme changed."""
    button = field.findChild(QAction, "_q_qlineeditclearaction")
    if button is not None:  # Qt's own name for it, since 5.2
        button.setIcon(icon("close", "muted"))


def app_icon() -> QIcon:
    """The program's own coloured icon, for windows and the tray."""
    made = QIcon()
    for width in (16, 22, 24, 32, 48, 64, 128):
        made.addPixmap(_drawn("sidemind", colours().text, width, 1.0))
    return made
