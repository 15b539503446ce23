"""The look: readable contrast, every token used, no colour or size outside the theme."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QFont
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from assistant.domain.settings import ThemeChoice
from assistant.resources import resource
from assistant.ui.flow_box import FlowBox
from assistant.ui.icons import draw_clear_button, icon
from assistant.ui.theme import DARK, LIGHT, SIZE, Colours, Theme, colours, style_sheet
from assistant.ui.widgets import Chip, PrimaryButton, quiet_button

UI = Path(__file__).parents[2] / "assistant" / "ui"
SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
TEXT_PAIRS = [
    (text, ground)
    for text, grounds in {
        "text": ("window", "surface", "sunken", "hover", "accent_soft", "warn_soft", "bad_soft", "good_soft"),
        "muted": ("window", "surface", "sunken", "hover"),
        "on_accent": ("accent", "accent_hover"),
        "accent_text": ("window", "surface", "accent_soft", "hover", "sunken"),
        "good": ("surface", "good_soft", "window"),
        "warn": ("surface", "warn_soft", "window"),
        "bad": ("surface", "bad_soft", "window"),
        "surface": ("text",),
    }.items()
    for ground in grounds
]


def luminance(colour: str) -> float:
    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    value = QColor(colour)
    return 0.2126 * linear(value.redF()) + 0.7152 * linear(value.greenF()) + 0.0722 * linear(value.blueF())


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@SCHEMES
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read(scheme: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(scheme, text), getattr(scheme, ground)) >= 4.5


@SCHEMES
@pytest.mark.parametrize("ground", ["surface", "window", "sunken"])
def test_frames_of_fields_can_be_seen(scheme: Colours, ground: str) -> None:
    assert contrast(scheme.border_strong, getattr(scheme, ground)) >= 2.5
    assert contrast(scheme.accent, getattr(scheme, ground)) >= 3


@SCHEMES
def test_the_style_sheet_is_filled_completely(scheme: Colours) -> None:
    sheet = style_sheet(scheme)
    assert "$" not in sheet
    used = re.findall(r"\$\{?(\w+)", resource("theme", "app.qss").read_text(encoding="utf-8"))
    assert {"text", "muted", "accent", "surface", "window"} <= set(used)


@SCHEMES
def test_the_small_pictures_of_the_style_sheet_have_the_schemes_colours(scheme: Colours) -> None:
    folder = resource("theme", "dark" if scheme is DARK else "light")
    assert scheme.muted in (folder / "chevron-down.svg").read_text()
    assert scheme.muted in (folder / "chevron-up.svg").read_text()
    assert scheme.on_accent in (folder / "done.svg").read_text()


def test_no_colour_is_named_outside_the_theme() -> None:
    literal = re.compile(r"""["']#[0-9a-fA-F]{3,8}["']|QColor\(|rgba?\(|GlobalColor\.(?!transparent)""")
    guilty = [
        f"{path.name}:{number}"
        for path in sorted(UI.glob("*.py"))
        if path.name != "theme.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if literal.search(line)
    ]
    assert not guilty


def test_no_style_is_set_outside_the_theme() -> None:
    guilty = [
        path.name
        for path in sorted(UI.glob("*.py"))
        if path.name != "theme.py" and re.search(r"setStyleSheet\(|\d+px", path.read_text(encoding="utf-8"))
    ]
    assert not guilty


def test_the_theme_switches_while_the_program_runs(qt: QApplication) -> None:
    theme, changes = Theme(qt), []
    theme.changed.connect(lambda: changes.append(theme.is_dark))
    theme.apply(ThemeChoice.DARK)
    assert colours() is DARK
    assert qt.palette().window().color().name() == DARK.window
    theme.apply(ThemeChoice.LIGHT)
    assert colours() is LIGHT
    assert changes == [True, False]


@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_draws_something(qt: QApplication, path: Path) -> None:
    image = icon(path.stem).pixmap(24, 24).toImage()
    inked = sum(image.pixelColor(x, y).alpha() > 100 for x in range(image.width()) for y in range(image.height()))
    assert inked > 15


def test_every_icon_that_the_program_names_exists() -> None:
    named = set()
    for path in UI.glob("*.py"):
        source = path.read_text(encoding="utf-8")
        named |= set(
            re.findall(
                r"""(?:IconButton|IconLabel|NavButton|EmptyState|icon|pixmap|set_icon)\(\s*"([a-z-]+)\"""", source
            )
        )
    missing = {name for name in named if not resource("icons", f"{name}.svg").exists()}
    assert not missing


def test_every_scheme_names_every_colour() -> None:
    for name in Colours._fields:
        assert QColor(getattr(LIGHT, name)).isValid()
        assert QColor(getattr(DARK, name)).isValid()


def test_the_button_that_empties_a_field_has_our_icon(qt: QApplication) -> None:
    del qt
    field = QLineEdit()
    field.setClearButtonEnabled(True)
    draw_clear_button(field)
    action = field.findChild(QAction, "_q_qlineeditclearaction")
    assert action is not None, "Qt calls it otherwise now"
    size = QSize(SIZE.icon, SIZE.icon)
    assert action.icon().pixmap(size).toImage() == icon("close", "muted").pixmap(size).toImage()
    field.deleteLater()


@pytest.mark.parametrize("family", ["Noto Sans CJK SC", "DejaVu Sans"])
def test_fields_and_buttons_are_equally_high_with_and_without_the_focus(qt: QApplication, family: str) -> None:
    row = QWidget()
    layout = QHBoxLayout(row)
    parts = (
        QLineEdit(),
        QComboBox(),
        QSpinBox(),
        QDoubleSpinBox(),
        QPushButton("a"),
        PrimaryButton("b"),
        quiet_button("c"),
    )
    font = QFont(qt.font())
    font.setFamilies([family])
    for part in parts:
        part.setFont(font)
        layout.addWidget(part)
    row.show()
    row.activateWindow()
    for focused in parts:
        focused.setFocus()
        qt.processEvents()
        assert {part.height() for part in parts} == {SIZE.control}, type(focused)
        assert {min(part.sizeHint().height(), part.maximumHeight()) for part in parts} == {SIZE.control}
    row.deleteLater()


def test_a_chip_is_as_high_with_a_cross_as_without(qt: QApplication) -> None:
    del qt
    line = FlowBox()
    for chip in (Chip("a", "task"), Chip("a", "task", remove_name="no a"), Chip("a")):
        line.add(chip)
    line.resize(600, line.heightForWidth(600))
    line.show()
    assert {chip.height() for chip in line.widgets} == {line.height()}
    line.deleteLater()
