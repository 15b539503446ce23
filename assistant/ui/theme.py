"""The look in one place: type scale, spacing scale, radii, colours, and the style sheet filled from them.

A widget never names a colour or a pixel. It takes `SPACE` and `RADIUS` for layouts, gives itself an object property
that `app.qss` knows (`role`, `tone`, `text`), and asks `colours()` only when it paints by itself. The tables are named
tuples, because the first window waits for this module and a dataclass takes eight times as long to make.
"""

from __future__ import annotations

from string import Template
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from assistant.domain.settings import ThemeChoice
from assistant.resources import resource

_DARK_PROPERTY = "sidemind_is_dark"
_CHINESE_FAMILY = "Noto Sans CJK SC"
_PREFERRED_FAMILIES = ("Inter", "Cantarell", "Noto Sans", "Ubuntu", _CHINESE_FAMILY, "DejaVu Sans")


class Space(NamedTuple):
    """The spacing scale, in device-independent pixels."""

    xs: int = 4
    s: int = 8
    m: int = 12
    l: int = 16  # noqa: E741 - the scale's own name
    xl: int = 24
    xxl: int = 32


class Radius(NamedTuple):
    """Corner radii."""

    small: int = 6
    medium: int = 10
    large: int = 14


class Type(NamedTuple):
    """The type scale, in device-independent pixels at the usual system font size."""

    caption: int = 12
    body: int = 14
    heading: int = 16
    title: int = 22
    display: int = 28


class Size(NamedTuple):
    """Sizes that several screens share."""

    icon: int = 18
    icon_large: int = 40
    control: int = 34
    navigation: int = 184
    capture_width: int = 640
    toast_width: int = 420
    page_width: int = 760
    rail_width: int = 300


RING = 2
"""The width of the focus ring; `app.qss` leaves this room around what can have the focus and has no frame."""

SPACE = Space()
RADIUS = Radius()
TYPE = Type()
SIZE = Size()

HANG = SPACE.s + 1
"""What a quiet button has beside its words, padding and border: so much it reaches out of a column of words."""

ICON_HANG = SPACE.xs + RING + 2
"""The same of a button that is only an icon, whose drawing has 2 pixels of air around it."""


class Colours(NamedTuple):
    """One scheme. Text and muted text reach a contrast of 4.5 on window, surface and soft fills."""

    window: str
    surface: str
    sunken: str
    hover: str
    border: str
    border_strong: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    accent_text: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    shadow: str


LIGHT = Colours(
    window="#f5f5f2",
    surface="#ffffff",
    sunken="#ecece8",
    hover="#e9eae6",
    border="#dedfd9",
    border_strong="#8a8f92",
    text="#1e2427",
    muted="#5a6368",
    accent="#1f6b70",
    accent_hover="#185a5e",
    on_accent="#ffffff",
    accent_soft="#dfedec",
    accent_text="#1a5f64",
    good="#256b43",
    good_soft="#e0f0e5",
    warn="#855100",
    warn_soft="#fbeed6",
    bad="#a8322b",
    bad_soft="#fae5e2",
    shadow="#1e2427",
)

DARK = Colours(
    window="#16191b",
    surface="#1e2225",
    sunken="#121517",
    hover="#282d31",
    border="#30363a",
    border_strong="#727b81",
    text="#e6e9ea",
    muted="#a2abb0",
    accent="#72c2c1",
    accent_hover="#8bd0cf",
    on_accent="#0d2223",
    accent_soft="#1f3738",
    accent_text="#8bd0cf",
    good="#83cf9f",
    good_soft="#1c3325",
    warn="#e6b968",
    warn_soft="#3a2e17",
    bad="#f0938a",
    bad_soft="#3f2220",
    shadow="#000000",
)


def colours() -> Colours:
    """The colours of the scheme in force."""
    app = QApplication.instance()
    return DARK if app is not None and app.property(_DARK_PROPERTY) else LIGHT


def colour(name: str) -> QColor:
    """One colour of the scheme in force, by its field name in `Colours`."""
    return QColor(getattr(colours(), name))


def set_role(widget: QWidget, **properties: object) -> None:
    """Give a widget the properties that `app.qss` selects by (role, tone, text), and restyle it when shown already."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def style_sheet(scheme: Colours, scale: float = 1.0) -> str:
    """`app.qss` with every token filled in. `scale` enlarges the type for a larger system font."""
    tokens: dict[str, str] = scheme._asdict()
    tokens |= {f"space_{name}": str(value) for name, value in SPACE._asdict().items()}
    tokens |= {f"radius_{name}": str(value) for name, value in RADIUS._asdict().items()}
    tokens |= {f"type_{name}": str(round(value * scale)) for name, value in TYPE._asdict().items()}
    tokens |= {f"size_{name}": str(value) for name, value in SIZE._asdict().items()}
    tokens["images"] = resource("theme", "dark" if scheme is DARK else "light").as_posix()
    return Template(resource("theme", "app.qss").read_text(encoding="utf-8")).substitute(tokens)


def palette(scheme: Colours) -> QPalette:
    """The Qt palette of a scheme, for everything the style sheet does not touch."""
    made = QPalette()
    role = QPalette.ColorRole
    for target, name in (
        (role.Window, "window"),
        (role.WindowText, "text"),
        (role.Base, "surface"),
        (role.AlternateBase, "sunken"),
        (role.Text, "text"),
        (role.Button, "surface"),
        (role.ButtonText, "text"),
        (role.BrightText, "on_accent"),
        (role.ToolTipBase, "text"),
        (role.ToolTipText, "surface"),
        (role.PlaceholderText, "muted"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.Accent, "accent"),
        (role.Link, "accent_text"),
        (role.LinkVisited, "accent_text"),
        (role.Mid, "border"),
        (role.Midlight, "hover"),
        (role.Light, "surface"),
        (role.Dark, "border_strong"),
        (role.Shadow, "shadow"),
    ):
        made.setColor(target, QColor(getattr(scheme, name)))
    for dimmed in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, dimmed, QColor(scheme.border_strong))
    return made


class Theme(QObject):
    """Applies the user's choice to the application and follows the desktop when asked to."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        """Nothing is applied before `apply`."""
        super().__init__(app)
        self._app = app
        self._choice: ThemeChoice | None = None
        self._scale = _type_scale(app)
        self._drawn: bool | None = None
        app.setStyle("Fusion")
        _prefer_readable_font(app, self._scale)
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def is_dark(self) -> bool:
        """Whether the dark scheme is in force."""
        return bool(self._app.property(_DARK_PROPERTY))

    def apply(self, choice: ThemeChoice) -> None:
        """Draw everything by this choice from now on."""
        self._choice = choice
        hints = self._app.styleHints()
        if choice is ThemeChoice.SYSTEM:
            hints.unsetColorScheme()
        else:
            wanted = Qt.ColorScheme.Dark if choice is ThemeChoice.DARK else Qt.ColorScheme.Light
            hints.setColorScheme(wanted)
        self._follow()

    def _follow(self) -> None:
        if self._choice is None:
            return
        system_is_dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        is_dark = system_is_dark if self._choice is ThemeChoice.SYSTEM else self._choice is ThemeChoice.DARK
        if is_dark == self._drawn:
            return
        self._drawn = is_dark
        scheme = DARK if is_dark else LIGHT
        self._app.setProperty(_DARK_PROPERTY, is_dark)
        self._app.setPalette(palette(scheme))
        self._app.setStyleSheet(style_sheet(scheme, self._scale))
        self.changed.emit()


def _type_scale(app: QApplication) -> float:
    """How much larger than usual (10 points) the desktop's own font is, 1 to 2."""
    points = app.font().pointSizeF()
    return min(2.0, max(1.0, points / 10)) if points > 0 else 1.0


def _prefer_readable_font(app: QApplication, scale: float) -> None:
    """Keep the desktop's font; where it names none, take the first good family that is installed."""
    font = app.font()
    if len(font.families()) > 1 and _CHINESE_FAMILY in font.families():
        return  # done already
    if font.family() in {"Sans Serif", "Sans", "sans-serif", ""}:
        installed = (name for name in _PREFERRED_FAMILIES if QFontInfo(QFont(name)).family() == name)
        font.setFamilies([next(installed, font.family()), _CHINESE_FAMILY, font.family()])
    else:
        font.setFamilies([font.family(), _CHINESE_FAMILY])
    font.setPixelSize(round(TYPE.body * scale))
    app.setFont(font)


def lead_with_chinese(app: QApplication, *, is_chinese: bool) -> None:
    """Have the interface's own language choose the first font, where the desktop's font has no Chinese.

    Quotation marks, ellipses and dashes are in both fonts: Latin's “ ” and … look lost between Chinese characters.
    """
    font = app.font()
    others = [family for family in font.families() if family != _CHINESE_FAMILY]
    if not others:
        return  # it is the desktop's own
    leads = is_chinese and QFontDatabase.WritingSystem.SimplifiedChinese not in QFontDatabase.writingSystems(others[0])
    font.setFamilies([_CHINESE_FAMILY, *others] if leads else [others[0], _CHINESE_FAMILY, *others[1:]])
    app.setFont(font)
