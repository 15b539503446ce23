"""Rows of both scripts are even: the same height, and the letters on the same line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from assistant.domain.conversation import Role
from assistant.domain.item import Language
from assistant.ui.chat_presenter import Bubble
from assistant.ui.chat_turn import TurnView
from assistant.ui.line_pitch import line_pitch
from assistant.ui.plain_label import PlainLabel
from assistant.ui.plain_text import PlainText
from assistant.ui.text_edit import PlainEdit
from assistant.ui.widgets import IconLabel, beside_line
from tests.ui.conftest import Wait

MIXED = ["dentist", "看牙医", "see 看牙医", "x"]


@pytest.fixture(autouse=True)
def two_fonts(qt: QApplication) -> Iterator[None]:
    """A Latin font first, which is lower than the Chinese one."""
    usual, font = qt.font(), QFont(qt.font())
    font.setFamilies(["Cantarell", "Noto Sans CJK SC"])
    qt.setFont(font)
    yield
    qt.setFont(usual)


def foot(picture: QImage, columns: int) -> int:
    """The lowest row with ink in the first columns."""
    ground = picture.pixel(0, 0)
    rows = range(picture.height() - 1, -1, -1)
    return next(y for y in rows if any(picture.pixel(x, y) != ground for x in range(columns)))


@pytest.mark.parametrize("role", ["", "caption", "heading"])
def test_a_label_is_as_high_in_either_script(role: str) -> None:
    labels = [PlainLabel(text, role=role) for text in MIXED]
    assert len({label.sizeHint().height() for label in labels}) == 1


def test_lines_of_a_label_stand_equally_far_apart() -> None:
    both = [PlainLabel("\n".join(texts)).heightForWidth(400) for texts in (["one", "two"], ["一", "二"], ["one", "二"])]
    assert len(set(both)) == 1


def test_letters_stand_on_the_same_line_beside_chinese() -> None:
    feet: set[int] = set()
    for text in ("x", "x 看", "x 看 that goes on and is cut off"):
        label = PlainLabel(text, lines=1)
        label.resize(120, label.sizeHint().height())
        feet.add(foot(label.grab().toImage(), 6))
    assert len(feet) == 1


def test_an_icon_stands_in_the_middle_of_the_first_line() -> None:
    icon, words, row = IconLabel("done-circle"), PlainLabel("two\nlines"), QWidget()
    whole = QHBoxLayout(row)
    whole.addLayout(beside_line(icon, words))
    whole.addWidget(words)
    row.adjustSize()
    pitch = line_pitch(words.font())
    middle = icon.y() + icon.height() / 2 - words.y()
    assert abs(middle - pitch.middle) <= 1
    assert pitch.ascent - words.fontMetrics().capHeight() < middle < pitch.ascent


def test_answers_are_as_high_in_either_script() -> None:
    heights: set[int] = set()
    for text in MIXED:
        shown = PlainText()
        shown.show_text(text)
        shown.lay_out(400)
        heights.add(shown.height())
    assert len(heights) == 1


def test_a_question_stands_in_the_middle_of_its_bubble(wait: Wait) -> None:
    turn = TurnView(Bubble(Role.USER, "H"), Language.ENGLISH, str)
    turn.lay_out(400)
    turn.resize(400, turn.sizeHint().height())
    turn.show()
    wait(turn._text.isVisible)
    text = turn._text
    line = text.document().firstBlock().layout().lineAt(0)
    top = text.y() + line.y() + line.ascent() - text.fontMetrics().capHeight()
    capital = top + text.fontMetrics().capHeight() / 2
    assert abs(capital - turn._frame.height() / 2) <= 1
    turn.deleteLater()


def test_a_field_that_grows_has_room_for_a_line_of_either_script(qt: QApplication) -> None:
    edit = PlainEdit("field", role="capture", most_lines=9)
    edit.resize(400, edit.height())
    edit.show()
    for text in MIXED:
        edit.set_full_text(text)
        qt.processEvents()
        assert edit.verticalScrollBar().maximum() == 0, text
        place = edit.viewport().y() + edit.cursorRect().y() + edit.cursorRect().height() / 2
        assert abs(place - edit.height() / 2) <= 2, text
    edit.deleteLater()
