"""The small parts that every screen is made of.

Text of the user never meets a widget that could read it as markup: `PlainLabel` for showing, `PlainEdit`
(in `text_edit.py`) for writing. Every part carries an accessible name.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from assistant.ui.icons import icon, pixmap
from assistant.ui.line_pitch import line_pitch
from assistant.ui.plain_label import PlainLabel
from assistant.ui.theme import SIZE, SPACE, set_role

__all__ = [
    "Banner",
    "Card",
    "Chip",
    "EmptyState",
    "IconButton",
    "IconLabel",
    "NavButton",
    "Offer",
    "PlainLabel",
    "PrimaryButton",
    "SectionTitle",
    "beside_line",
    "clipboard_put",
    "quiet_button",
]


class IconButton(QToolButton):
    """A button that is only an icon; its name is its tool tip and what a screen reader says."""

    def __init__(self, icon_name: str, name: str, *, tone: str = "muted", parent: QWidget | None = None) -> None:
        """`icon_name` is a file in resources/icons, `name` the translated words, `tone` a field of `Colours`."""
        super().__init__(parent)
        self._icon_name = icon_name
        self._tone = tone
        self.setIconSize(QSize(SIZE.icon, SIZE.icon))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoRaise(True)
        self.set_name(name)
        self._tint()

    def set_name(self, name: str) -> None:
        """Say it differently (another language, another state)."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def set_icon(self, icon_name: str, tone: str | None = None) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self._tone = tone or self._tone
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Tint again when the theme changed."""
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        self.setIcon(icon(self._icon_name, self._tone, checked_tone="accent_text", widths=(SIZE.icon,)))


class NavButton(IconButton):
    """An entry of the navigation: icon and words, one of several is on."""

    def __init__(self, icon_name: str, text: str, parent: QWidget | None = None) -> None:
        """`text` is the translated name of the screen."""
        super().__init__(icon_name, text, parent=parent)
        self.setProperty("role", "navigation")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.set_narrow(is_narrow=False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_text(text, "")

    def set_text(self, text: str, shortcut: str) -> None:
        """The words, with the shortcut in the tool tip."""
        self.setText(f" {text}")
        self.setAccessibleName(text)
        self.setToolTip(f"{text}  {shortcut}".strip())

    def set_narrow(self, *, is_narrow: bool) -> None:
        """The icon alone, in the middle."""
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if is_narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.setToolButtonStyle(style)
        set_role(self, form="narrow" if is_narrow else "")


class PrimaryButton(QPushButton):
    """The one main action of a screen."""

    def __init__(self, text: str, icon_name: str = "", parent: QWidget | None = None) -> None:
        """`text` is translated."""
        super().__init__(text, parent)
        self._icon_name = icon_name
        self.setProperty("role", "primary")
        self.setIconSize(QSize(SIZE.icon, SIZE.icon))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Tint again when the theme changed."""
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        if self._icon_name:
            self.setIcon(icon(self._icon_name, "on_accent", widths=(SIZE.icon,)))


def quiet_button(text: str, parent: QWidget | None = None, *, role: str = "quiet") -> QPushButton:
    """A button without a frame, for secondary actions; `role` may be "danger"."""
    button = QPushButton(text, parent)
    button.setProperty("role", role)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAccessibleName(text)
    return button


class Offer(QPushButton):
    """The one thing that a message offers to do; hidden while that is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing is offered before `offer`."""
        super().__init__(parent)
        self.setProperty("role", "quiet")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._act: Callable[[], None] | None = None
        self.clicked.connect(self._do)
        self.hide()

    def offer(self, name: str, act: Callable[[], None] | None) -> None:
        """Do `act` when pressed; `name` is translated, and empty when nothing is offered."""
        self._act = act
        self.setText(name)
        self.setAccessibleName(name)
        self.setVisible(bool(name))

    def _do(self) -> None:
        if self._act is not None:
            self._act()


class IconLabel(QLabel):
    """An icon that is only looked at."""

    def __init__(
        self, icon_name: str, *, tone: str = "muted", width: int = SIZE.icon, parent: QWidget | None = None
    ) -> None:
        """`tone` is a field of `Colours`."""
        super().__init__(parent)
        self._icon_name = icon_name
        self._tone = tone
        self._width = width
        self.setFixedSize(width, width)
        self._tint()

    def set_icon(self, icon_name: str, tone: str | None = None) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self._tone = tone or self._tone
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Tint again when the theme changed."""
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        self.setPixmap(pixmap(self._icon_name, self._tone, self._width))


def beside_line(icon: IconLabel, words: QWidget) -> QVBoxLayout:
    """An icon in the middle of the letters of the first line of `words`, which stand at its right."""
    words.ensurePolished()
    column = QVBoxLayout()
    column.addSpacing(line_pitch(words.font()).beside(icon.height()))
    column.addWidget(icon)
    column.addStretch(1)
    return column


class Card(QFrame):
    """A surface that groups what belongs together; fill `body`. Tones: flat, sunken, accent."""

    def __init__(self, *, tone: str = "", parent: QWidget | None = None, margin: int = SPACE.l) -> None:
        """An empty card."""
        super().__init__(parent)
        self.setProperty("role", "card")
        if tone:
            self.setProperty("tone", tone)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(SPACE.s)


class Chip(QFrame):
    """A small fact: icon, words, and when it can be taken away an x. Tones: accent, good, warn, bad."""

    removed = Signal()

    def __init__(
        self,
        text: str = "",
        icon_name: str = "",
        *,
        tone: str = "",
        remove_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`remove_name` is what the x says to a screen reader; without it there is no x."""
        super().__init__(parent)
        self.setProperty("role", "chip")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(SPACE.xl)  # as high with an x as without
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.s, SPACE.xs // 2, SPACE.s, SPACE.xs // 2)
        row.setSpacing(SPACE.xs)
        self._icon = IconLabel(icon_name, tone=_icon_tone(tone), width=14) if icon_name else None
        if self._icon is not None:
            row.addWidget(self._icon)
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self._label)
        self.remove_button = IconButton("close", remove_name, tone=_icon_tone(tone)) if remove_name else None
        if self.remove_button is not None:
            self.remove_button.setIconSize(QSize(12, 12))
            self.remove_button.clicked.connect(self.removed)
            row.addWidget(self.remove_button)
        self.set_text(text)

    def text(self) -> str:
        """The words shown."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Show other words."""
        self._label.setText(text)
        self.setAccessibleName(text)

    def set_icon(self, icon_name: str) -> None:
        """Show another icon; only for chips made with one."""
        if self._icon is not None:
            self._icon.set_icon(icon_name)


def _icon_tone(tone: str) -> str:
    return "accent_text" if tone == "accent" else tone or "muted"


class SectionTitle(PlainLabel):
    """The quiet title above a group."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """`text` is translated."""
        super().__init__(text, role="section", parent=parent)


class EmptyState(QWidget):
    """What a screen says when there is nothing yet: what belongs here, and one thing to do about it."""

    acted = Signal()

    def __init__(
        self, icon_name: str, title: str = "", hint: str = "", action: str = "", parent: QWidget | None = None
    ) -> None:
        """All words are translated; without `action` there is no button."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.xxl, SPACE.xl, SPACE.xxl)
        column.setSpacing(SPACE.s)
        self._icon = IconLabel(icon_name, tone="accent", width=SIZE.icon_large)
        self._title = PlainLabel(role="heading")
        self._hint = PlainLabel(role="muted")
        self._button = PrimaryButton(action)
        self._button.clicked.connect(self.acted)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column.addStretch(2)
        column.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SPACE.xs)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addSpacing(SPACE.s)
        column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.set_words(title, hint, action)

    def add(self, part: QWidget) -> None:
        """One more thing under the words, in the middle."""
        self._column.insertWidget(self._column.count() - 1, part, alignment=Qt.AlignmentFlag.AlignHCenter)

    def set_words(self, title: str, hint: str, action: str = "") -> None:
        """Say it (again, in another language)."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._button.setText(action)
        self._button.setAccessibleName(action)
        self._button.setVisible(bool(action))


class Banner(QFrame):
    """A message that stays until its cause is gone or it is closed. Tones: warn (usual), bad, good, info."""

    closed = Signal()

    def __init__(self, close_name: str, parent: QWidget | None = None) -> None:
        """`close_name` is what the x says to a screen reader."""
        super().__init__(parent)
        self.setProperty("role", "banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.l, SPACE.s, SPACE.s, SPACE.s)
        row.setSpacing(SPACE.m)
        self._icon = IconLabel("warning", tone="warn")
        self._label = PlainLabel(lines=4)
        self._button = Offer()
        self.close_button = IconButton("close", close_name)
        self.close_button.clicked.connect(self._close)
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        row.addWidget(self.close_button)
        self.hide()

    def show_message(
        self, text: str, *, tone: str = "warn", action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """Show `text` until closed."""
        set_role(self, tone=tone)
        tint = "accent_text" if tone == "info" else tone
        self._icon.set_icon({"good": "done-circle", "info": "info"}.get(tone, "warning"), tint)
        self._label.setText(text)
        self.setAccessibleName(text)
        self._button.offer(action, on_action)
        self.show()

    def text(self) -> str:
        """The words shown."""
        return self._label.text()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


def clipboard_put(text: str) -> None:
    """Copy `text`."""
    QApplication.clipboard().setText(text)
