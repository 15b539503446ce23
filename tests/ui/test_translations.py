"""Both languages are complete, and the screens speak them at run time."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from assistant.app import App
from assistant.domain.settings import LanguageChoice
from assistant.resources import resource
from assistant.ui.tasks import TaskRunner
from assistant.ui.theme import Theme
from assistant.ui.today_view import TodayView
from assistant.ui.translations import Translations
from tests.ui.conftest import Wait

UI = Path(__file__).parents[2] / "assistant" / "ui"


@pytest.fixture
def chinese(qt: QApplication) -> Iterator[None]:
    translations = Translations(qt)
    translations.apply(LanguageChoice.CHINESE)
    yield
    translations.apply(LanguageChoice.ENGLISH)


def _messages(code: str) -> list[ET.Element]:
    return list(ET.parse(resource("i18n", f"app_{code}.ts")).iter("message"))


def _sources() -> set[tuple[str, str]]:
    """Every literal handed to `tr`, with its class."""
    found: set[tuple[str, str]] = set()
    for path in UI.glob("*.py"):
        for made in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(made, ast.ClassDef):
                for call in ast.walk(made):
                    if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "tr":
                        text = call.args[0]
                        assert isinstance(text, ast.Constant), f"{path.name}:{call.lineno}: tr needs a literal"
                        found.add((made.name, str(text.value)))
    return found


def test_every_text_is_in_the_chinese_catalogue() -> None:
    catalogue = ET.parse(resource("i18n", "app_zh_CN.ts"))
    known = {
        (str(context.findtext("name")), str(message.findtext("source")))
        for context in catalogue.iter("context")
        for message in context.iter("message")
    }
    assert _sources() - known == set()


@pytest.mark.parametrize("code", ["zh_CN", "en"])
def test_no_translation_is_unfinished(code: str) -> None:
    for message in _messages(code):
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, message.findtext("source")


def test_the_facts_in_a_sentence_are_the_same_in_chinese() -> None:
    for message in _messages("zh_CN"):
        source, words = str(message.findtext("source")), "".join(message.find("translation").itertext())  # type: ignore[union-attr]
        for fact in ("{count}", "{when}", "{title}", "{keys}", "{text}", "{number}", "{low}", "{high}", "{kept}", "%n"):
            assert (fact in source) == (fact in words), source


def test_the_numbers_agree_with_their_nouns(qt: QApplication) -> None:
    said = [QApplication.translate("TodayView", "%n thing(s) in view", "", count) for count in (1, 2)]
    assert said == ["1 thing in view", "2 things in view"]


def test_a_screen_speaks_chinese_when_asked_to(app: App, tasks: TaskRunner, wait: Wait, chinese: None) -> None:
    app.settings.set("language", "zh_CN")
    view = TodayView(app, tasks)
    view.refresh(None)
    wait(lambda: tasks.is_idle)
    assert view._empty._title.text() == "现在没有需要你操心的事"
    assert "月" in view._title.text()
    assert "星期" in view._title.text()
    view.deleteLater()


def test_quotation_marks_are_as_wide_as_their_neighbours_in_chinese(qt: QApplication) -> None:
    usual, font = qt.font(), QFont(qt.font())
    font.setFamilies(["Cantarell", "Noto Sans CJK SC"])
    qt.setFont(font)
    translations = Translations(qt)
    widths: list[list[float]] = []
    for choice in (LanguageChoice.CHINESE, LanguageChoice.ENGLISH):
        translations.apply(choice)
        metrics = QFontMetricsF(qt.font())
        widths.append([metrics.horizontalAdvance(mark) / metrics.horizontalAdvance("中") for mark in "“”"])
        Theme(qt)  # another one, as for each picture of the demo
    assert widths[0] == [1, 1]
    assert max(widths[1]) < 0.7
    font.setFamilies(["Noto Sans CJK SC"])
    qt.setFont(font)
    translations.apply(LanguageChoice.CHINESE)
    assert qt.font().family() == "Noto Sans CJK SC"
    translations.apply(LanguageChoice.ENGLISH)
    qt.setFont(usual)
