"""The chat as a user meets it: asking, reading, stopping, sources, and texts of every kind."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QInputMethodEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStackedWidget, QWidget

from assistant.app import App
from assistant.domain.conversation import (
    Answer,
    AnswerNotice,
    AnswerPiece,
    Citation,
    Conversation,
    ModelFile,
    ReadingSources,
    Role,
    Turn,
    TurnState,
)
from assistant.domain.errors import StoreFull
from assistant.domain.item import Draft, Item, ItemKind
from assistant.domain.job import Job
from assistant.ui.chat_presenter import AnswerPhase, Bubble
from assistant.ui.chat_turn import may_differ
from assistant.ui.chat_view import ChatView
from assistant.ui.plain_text import PlainText
from assistant.ui.tasks import Lane, TaskRunner
from tests.ui.conftest import Wait


class SlowAnswering:
    """Answers piece by piece, each when the test lets it, and keeps what a store would keep."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.may_go_on = threading.Semaphore(0)
        self.asked: list[str] = []
        self.asked_again: list[str | None] = []
        self.kept: list[Turn] = []
        self.failure: Exception | None = None
        self.citations: tuple[Citation, ...] = ()
        self.model: str | None = "tiny"

    def ask(self, question: str, job: Job, *, conversation_id: str | None = None, kept: Item | None = None) -> Answer:
        del kept
        if self.failure is not None:
            raise self.failure
        self.asked.append(question)
        self.kept.append(Turn("1", "c1", Role.USER, question, 1, item_id="q"))
        job.on_cancel(self.may_go_on.release)
        job.report(ReadingSources(6))
        text = ""
        for piece in self.pieces:
            self.may_go_on.acquire()
            if job.is_cancelled:
                self.kept.append(Turn("2", "c1", Role.ASSISTANT, text, 2, TurnState.INTERRUPTED))
            job.check()
            text += piece
            job.report(AnswerPiece(piece, self.model))
        self.kept.append(Turn("2", "c1", Role.ASSISTANT, text, 2, citations=self.citations, model=self.model))
        return Answer(text, self.citations, self.model, 5, "c1", AnswerNotice.NONE)

    def ask_again(self, conversation_id: str, job: Job, question: str | None = None) -> Answer:
        if self.failure is not None:
            raise self.failure
        *before, last, _ = self.kept
        self.kept = before
        self.asked_again.append(question)
        return self.ask(question or last.text, job, conversation_id=conversation_id)

    def turns(self, conversation_id: str) -> list[Turn]:
        return list(self.kept)

    def conversations(self, limit: int = 50) -> list[Conversation]:
        return [Conversation("c1", "What did I promise & when?", 1, 1)] if self.asked else []

    def delete(self, conversation_id: str) -> None:
        self.kept.clear()


@pytest.fixture
def answering(app: App) -> SlowAnswering:
    fake = SlowAnswering()
    app.parts["answering"] = fake
    return fake


@pytest.fixture
def chat(app: App, tasks: TaskRunner, wait: Wait) -> Iterator[ChatView]:
    view = ChatView(app, tasks)
    view.resize(1100, 700)
    view.show()
    view.refresh(None)
    wait(lambda: tasks.is_idle)
    yield view
    view.hide()
    view.deleteLater()


def _text(chat: ChatView, number: int = -1) -> str:
    return chat.transcript.turns[number]._text.toPlainText()


def test_asking_shows_at_once_that_something_happens(chat: ChatView, answering: SlowAnswering, wait: Wait) -> None:
    answering.pieces = ["You "]
    started = time.monotonic()
    chat.composer.set_text("What did I promise?")
    chat.composer._submit()
    assert time.monotonic() - started < 2
    assert chat.presenter.phase is AnswerPhase.LOOKING
    assert "memory" in chat.transcript.turns[-1]._status.text()
    assert chat.composer.text == ""
    wait(lambda: chat.presenter.sources == 6)
    wait(lambda: "6 memories" in chat.transcript.turns[-1]._status.text())
    answering.may_go_on.release()
    wait(lambda: not chat.presenter.is_answering)
    assert _text(chat) == "You "


def test_tab_goes_from_the_turns_to_the_field_and_then_to_the_mind(
    chat: ChatView, answering: SlowAnswering, app: App, wait: Wait
) -> None:
    app.remembering.captured(app.capturing.capture("call Anna").item)
    chat.refresh(None)
    wait(lambda: chat.rail.rows)
    answering.pieces = ["The draft [1]."]
    answering.citations = (Citation(1, "item-1", "Send the draft", 1),)
    answering.may_go_on.release()
    chat.ask("What?")
    wait(lambda: not chat.presenter.is_answering)
    stop: QWidget = chat.header.title
    parts = (chat.header, chat.transcript, chat.composer, chat.model_line, chat.rail)
    met = [0]
    while (stop := stop.nextInFocusChain()) is not chat.header.title:
        if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.isVisible():
            met.append(next(number for number, part in enumerate(parts) if part is stop or part.isAncestorOf(stop)))
    assert met == sorted(met)
    assert set(met) >= {0, 1, 2, 4}


def test_stop_keeps_the_text_and_acts_within_200_ms(
    chat: ChatView, answering: SlowAnswering, tasks: TaskRunner, wait: Wait
) -> None:
    answering.pieces = ["half ", "more"]
    chat.ask("Anything?")
    answering.may_go_on.release()
    wait(lambda: _text(chat) == "half ")
    started = time.monotonic()
    QTest.keyClick(chat.composer._field, Qt.Key.Key_Escape)
    assert not chat.presenter.is_answering
    wait(lambda: tasks.is_idle)
    assert time.monotonic() - started < 2
    assert _text(chat) == "half "
    assert "Stopped" in chat.transcript.turns[-1]._status.text()
    wait(lambda: chat.presenter.conversation_id == "c1")  # the next question goes on in the same conversation


def test_a_flood_of_pieces_is_painted_a_few_times(chat: ChatView, answering: SlowAnswering, wait: Wait) -> None:
    answering.pieces = ["word "] * 400
    repaints = 0
    real = chat._show_streaming

    def count() -> None:
        nonlocal repaints
        repaints += 1
        real()

    chat._repaint.timeout.disconnect()
    chat._repaint.timeout.connect(count)
    started = time.monotonic()
    chat.ask("Long?")
    answering.may_go_on.release(400)
    wait(lambda: not chat.presenter.is_answering)
    assert repaints <= (time.monotonic() - started) / 0.03 + 1
    assert _text(chat) == "word " * 400


def test_enter_sends_shift_enter_breaks_the_line_and_an_input_method_is_not_cut_off(
    chat: ChatView, answering: SlowAnswering, wait: Wait
) -> None:
    field = chat.composer._field
    QTest.keyClicks(field, "one")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "two")
    assert field.toPlainText() == "one\ntwo"
    QApplication.sendEvent(field, QInputMethodEvent("ni", []))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert answering.asked == []
    done = QInputMethodEvent()
    done.setCommitString("你")
    QApplication.sendEvent(field, done)
    QTest.keyClick(field, Qt.Key.Key_Return)
    wait(lambda: answering.asked == ["one\ntwo你"])
    wait(lambda: not chat.presenter.is_answering)


def test_sources_stand_under_the_answer_and_open_the_item(chat: ChatView, answering: SlowAnswering, wait: Wait) -> None:
    answering.pieces = ["The 🎁 draft [1]."]
    answering.citations = (Citation(1, "item-1", "Send the draft & more", 1), Citation(2, "gone", "", 1))
    answering.may_go_on.release()
    chat.ask("What?")
    wait(lambda: not chat.presenter.is_answering)
    opened: list[str] = []
    chat.item_asked.connect(opened.append)
    chips = [each for each in chat.transcript.turns[-1]._sources.widgets if isinstance(each, QPushButton)]
    assert chips[0].text() == "1  Send the draft && more"
    assert not chips[1].isEnabled()
    assert "forgotten" in chips[1].text()
    chips[0].click()
    chat.transcript.turns[-1]._text.citation_clicked.emit(1)
    assert opened == ["item-1", "item-1"]
    block = chat.transcript.turns[-1]._text.document().begin()
    anchors = [block.begin().fragment().charFormat().isAnchor()]
    part = block.begin()
    marked = ""
    while not part.atEnd():
        if part.fragment().charFormat().isAnchor():
            marked += part.fragment().text()
        part += 1
    assert marked == "[1]", anchors


def test_markup_is_shown_as_text_and_a_megabyte_is_capped(chat: ChatView, answering: SlowAnswering, wait: Wait) -> None:
    nasty = "<b>x</b><img src='file:///etc/passwd'>\x00 \ud800 <table>" + "a" * 1_000_000
    chat.composer._field.insertFromMimeData(_mime(nasty))
    started = time.monotonic()
    chat.composer._submit()
    assert time.monotonic() - started < 5
    wait(lambda: not chat.presenter.is_answering)
    shown = _text(chat, 0)
    assert shown.startswith("<b>x</b><img src='file:///etc/passwd'>")
    assert len(shown) < 5_000
    assert len(answering.asked[0]) > 1_000_000
    wait(lambda: chat.transcript.turns[0].bubble.item_id == "q")
    assert "show in Memory" in chat.transcript.turns[0]._more.text()
    opened: list[str] = []
    chat.item_asked.connect(opened.append)
    chat.transcript.turns[0]._more.click()
    assert opened == ["q"]


def _mime(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def test_a_question_that_could_not_be_kept_goes_back_into_the_field(
    chat: ChatView, answering: SlowAnswering, wait: Wait
) -> None:
    answering.failure = StoreFull(path="/disk")
    troubles: list[object] = []
    chat.trouble.connect(troubles.append)
    chat.ask("Is there room?")
    wait(lambda: not chat.presenter.is_answering)
    assert chat.composer.text == "Is there room?"
    assert "Not answered" in chat.transcript.turns[-1]._status.text()
    assert troubles == [answering.failure]  # what is wrong is said once, by the window


def test_without_a_model_a_button_leads_to_the_settings(chat: ChatView) -> None:
    groups: list[str] = []
    chat.settings_asked.connect(groups.append)
    assert not chat.model_line.add.isHidden()
    chat.model_line.add.click()
    assert groups == ["model"]


def test_reading_back_is_not_disturbed_by_new_text(chat: ChatView, answering: SlowAnswering, wait: Wait) -> None:
    answering.pieces = ["line\n" * 80, "line\n" * 80]
    answering.may_go_on.release()
    chat.ask("Tell me a lot")
    bar = chat.transcript.verticalScrollBar()
    wait(lambda: bar.maximum() > 200 and bar.value() == bar.maximum())
    bar.setValue(10)
    assert not chat.transcript.is_following
    answering.may_go_on.release()
    wait(lambda: not chat.presenter.is_answering)
    assert bar.value() == 10
    assert not chat.transcript._latest.isHidden()
    chat.transcript._latest.click()
    wait(lambda: bar.value() == bar.maximum())


def test_a_new_conversation_leaves_the_old_one_in_the_list(
    chat: ChatView, answering: SlowAnswering, wait: Wait
) -> None:
    chat.ask("What did I promise & when?")
    wait(lambda: not chat.presenter.is_answering)
    wait(lambda: chat.header.title.text() == "What did I promise && when?")
    chat.header.new.click()
    assert chat.transcript.turns == ()
    assert chat.header.title.text() == "New conversation"
    chat.header.conversation_asked.emit("c1")
    wait(lambda: len(chat.transcript.turns) == 2)


def test_the_real_services_answer_from_what_was_kept(chat: ChatView, app: App, tasks: TaskRunner, wait: Wait) -> None:
    app.capturing.capture("Anna's birthday is on the 3rd of May", ItemKind.NOTE)
    chat.ask("When is Anna's birthday?")
    wait(lambda: not chat.presenter.is_answering)
    assert "May" in _text(chat)
    assert chat.transcript.turns[-1]._sources.widgets
    wait(lambda: tasks.is_idle)


def test_the_mind_is_shown_with_reasons_and_can_be_pinned_and_put_aside(
    chat: ChatView, app: App, tasks: TaskRunner, wait: Wait
) -> None:
    item = app.capturing.capture("Call the dentist tomorrow", ItemKind.TASK).item
    app.remembering.captured(item)
    chat.refresh(None)
    wait(lambda: len(chat.rail.rows) == 1)
    row = chat.rail.rows[0]
    assert row._title.text() == "Call the dentist"  # "tomorrow" is wrong the day after; the reason says when
    assert row._why.text()
    assert chat.rail._budget.share == pytest.approx(1 / app.settings.current.mind_items)  # as the count beside it says
    assert row.tools.isHidden()
    row.setFocus()
    chat.rail._focus_moved()
    assert not row.tools.isHidden()
    assert "token" not in chat.rail._budget.accessibleName()
    QTest.keyClick(row, Qt.Key.Key_P)
    wait(lambda: app.curating.get(item.id).is_pinned)
    wait(lambda: tasks.is_idle)
    opened: list[str] = []
    chat.item_asked.connect(opened.append)
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert opened == [item.id]
    QTest.keyClick(row, Qt.Key.Key_N)
    wait(lambda: app.curating.get(item.id).not_before_ms is not None)
    wait(lambda: tasks.is_idle)


def test_turns_that_arrive_before_the_page_has_its_width_are_laid_out_again(
    app: App, answering: SlowAnswering, tasks: TaskRunner, wait: Wait
) -> None:
    window = QStackedWidget()
    window.addWidget(QLabel("another page"))
    window.resize(1000, 600)
    window.show()
    answering.kept = [
        Turn("1", "c1", Role.USER, "李伟的合同什么时候要发？", 1),
        Turn("2", "c1", Role.ASSISTANT, "word " * 30, 2),
    ]
    view = ChatView(app, tasks)
    view.open_conversation("c1")
    wait(lambda: tasks.is_idle)
    window.addWidget(view)
    window.setCurrentWidget(view)
    wait(lambda: view.transcript.turns[0].width() > 400)
    question, answer = (turn._text for turn in view.transcript.turns)
    line = question.fontMetrics().lineSpacing()
    assert question.height() < 2 * line
    assert answer.height() < 4 * line
    wait(lambda: tasks.is_idle)
    window.hide()


def test_an_answers_markdown_is_drawn_and_nothing_of_it_is_loaded(
    chat: ChatView, answering: SlowAnswering, wait: Wait
) -> None:
    answering.pieces = [
        "## Keys\n- the **spare** key: `drawer` [1]\n",
        "- <img src=file:///etc/hostname> ![x](file:///etc/hostname)\n<b>not bold</b>",
    ]
    answering.citations = (Citation(1, "a", "The key is in the drawer", 1),)
    answering.may_go_on.release(2)
    chat.ask("Where?")
    wait(lambda: not chat.presenter.is_answering)
    text = chat.transcript.turns[-1]._text
    assert text.toPlainText() == (
        "Keys\n\u2022 the spare key: drawer [1]\n"
        "\u2022 <img src=file:///etc/hostname> x (file:///etc/hostname)\n<b>not bold</b>"
    )
    weights = {word: _format_of(text, word) for word in ("Keys", "spare", "drawer", "not bold", "[1]")}
    assert weights["Keys"].font().pixelSize() > text.font().pixelSize()
    assert weights["spare"].fontWeight() == QFont.Weight.DemiBold
    assert weights["drawer"].background().style() is not Qt.BrushStyle.NoBrush
    assert weights["not bold"].fontWeight() in (0, QFont.Weight.Normal)
    assert weights["[1]"].anchorHref() == "1"
    assert not [each for each in text.document().allFormats() if each.isImageFormat()]


def test_a_quoted_note_keeps_its_stars(chat: ChatView, answering: SlowAnswering, wait: Wait) -> None:
    answering.model = None
    answering.pieces = ["keep **this** as it is"]
    answering.may_go_on.release()
    chat.ask("What?")
    wait(lambda: not chat.presenter.is_answering)
    assert chat.transcript.turns[-1]._text.toPlainText() == "keep **this** as it is"


def test_marks_that_arrive_piece_by_piece_end_as_if_written_at_once(
    chat: ChatView, answering: SlowAnswering, wait: Wait
) -> None:
    answering.pieces = ["One **bo", "ld** word", " and\n", "* an ent", "ry\n\n`co", "de`", " end"]
    chat.ask("Say it")
    for _ in answering.pieces:
        answering.may_go_on.release()
        wait(lambda: not chat._repaint.isActive())
    wait(lambda: not chat.presenter.is_answering)
    text = chat.transcript.turns[-1]._text
    assert text.toPlainText() == "One bold word and\n\u2022 an entry\n\ncode end"
    assert _format_of(text, "bold").fontWeight() == QFont.Weight.DemiBold
    assert _format_of(text, "word").fontWeight() in (0, QFont.Weight.Normal)
    assert _format_of(text, "end").background().style() is Qt.BrushStyle.NoBrush


def _format_of(text: PlainText, word: str) -> QTextCharFormat:
    cursor = text.document().find(word)
    assert not cursor.isNull(), word
    cursor.setPosition(cursor.selectionStart() + 1)
    return cursor.charFormat()


def answered(chat: ChatView, answering: SlowAnswering, wait: Wait, question: str, answer: str) -> None:
    answering.pieces = [answer]
    answering.may_go_on.release()
    chat.ask(question)
    wait(lambda: not chat.presenter.is_answering and chat._tasks.is_idle)


def shown_texts(chat: ChatView) -> list[str]:
    return [bubble.text for bubble in chat.presenter.bubbles]


def test_an_answer_can_be_asked_for_again(chat: ChatView, answering: SlowAnswering, wait: Wait) -> None:
    answered(chat, answering, wait, "Where?", "Here.")
    answer = chat.transcript.turns[-1]
    assert not answer.again.isHidden()
    answering.pieces = ["There."]
    answer.again.click()
    assert chat.presenter.is_answering
    assert chat.transcript.turns[-1].again.isHidden()
    answering.may_go_on.release()
    wait(lambda: not chat.presenter.is_answering and chat._tasks.is_idle)
    assert shown_texts(chat) == ["Where?", "There."]
    assert answering.asked_again == [None]
    QTest.keyClick(chat.composer.focusProxy(), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    answering.may_go_on.release()
    wait(lambda: len(answering.asked_again) == 2 and chat._tasks.is_idle)


def test_only_the_newest_turns_offer_it_and_notes_are_not_asked_again(
    chat: ChatView, answering: SlowAnswering, wait: Wait
) -> None:
    answered(chat, answering, wait, "One?", "1")
    answered(chat, answering, wait, "Two?", "2")
    assert [turn.again.isHidden() for turn in chat.transcript.turns] == [True, True, True, False]
    assert [turn.change.isHidden() for turn in chat.transcript.turns] == [True, True, False, True]
    assert not may_differ(Bubble(Role.ASSISTANT, "quoted", notice=AnswerNotice.NO_MODEL))
    assert may_differ(Bubble(Role.ASSISTANT, "quoted", notice=AnswerNotice.MODEL_CRASHED))


def test_the_last_question_can_be_asked_in_other_words(chat: ChatView, answering: SlowAnswering, wait: Wait) -> None:
    answered(chat, answering, wait, "Where is the kee?", "What kee?")
    field = chat.composer.focusProxy()
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert chat.composer.text == "Where is the kee?"
    assert chat.composer.is_changing
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert chat.composer.text == ""
    assert not chat.composer.is_changing
    chat.composer.set_text("half a thought")
    chat.transcript.turns[0].change.click()
    chat.composer.set_text("Where is the key?")
    answering.pieces = ["In the drawer."]
    answering.may_go_on.release()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert chat.composer.text == "half a thought"
    wait(lambda: not chat.presenter.is_answering and chat._tasks.is_idle)
    assert shown_texts(chat) == ["Where is the key?", "In the drawer."]
    assert answering.asked_again == ["Where is the key?"]


def test_a_second_answer_that_fails_leaves_the_first(chat: ChatView, answering: SlowAnswering, wait: Wait) -> None:
    answered(chat, answering, wait, "Where?", "Here.")
    answering.failure = StoreFull(path="/disk")
    troubles: list[object] = []
    chat.trouble.connect(troubles.append)
    chat.ask_again()
    wait(lambda: not chat.presenter.is_answering and chat._tasks.is_idle)
    assert shown_texts(chat) == ["Where?", "Here."]
    assert troubles == [answering.failure]


def test_a_question_asked_meanwhile_waits_and_is_shown_as_waiting(
    chat: ChatView, answering: SlowAnswering, wait: Wait
) -> None:
    answering.pieces = ["answer"]
    chat.ask("First?")
    chat.composer.set_text("Second?")
    QTest.keyClick(chat.composer.focusProxy(), Qt.Key.Key_Return)
    chat.ask("Third?")
    assert chat.composer.text == ""
    assert not chat.waiting.isHidden()
    assert "Second?" in chat.waiting.accessibleName()
    answering.may_go_on.release(3)
    wait(lambda: len(answering.asked) == 3 and not chat.presenter.is_answering)
    assert answering.asked == ["First?", "Second?", "Third?"]
    wait(lambda: chat.waiting.isHidden() and chat._tasks.is_idle)


def test_nothing_moves_and_nothing_stands_without_words_before_the_store_answers(
    app: App, tasks: TaskRunner, qt: QApplication, wait: Wait
) -> None:
    view = ChatView(app, tasks)
    view.resize(900, 600)
    view.show()
    qt.processEvents()
    before = view.composer.geometry()
    assert view.model_line._icon.isHidden()
    assert view.rail._title.text() == "On my mind"
    view.refresh(None)
    wait(lambda: tasks.is_idle and view.model_line.add.isVisible())
    qt.processEvents()
    assert view.composer.geometry() == before
    view.deleteLater()


def test_what_is_typed_while_other_questions_have_their_turn_stays(
    chat: ChatView, answering: SlowAnswering, wait: Wait
) -> None:
    answering.pieces = ["answer"]
    for question in ("First?", "Second?"):
        chat.composer.set_text(question)
        QTest.keyClick(chat.composer.focusProxy(), Qt.Key.Key_Return)
    QTest.keyClicks(chat.composer.focusProxy(), "half a th")
    chat.ask("from quick capture?")
    answering.may_go_on.release(3)
    wait(lambda: len(answering.asked) == 3 and not chat.presenter.is_answering and chat._tasks.is_idle)
    assert chat.composer.text == "half a th"


def test_what_waits_can_be_taken_back_or_dropped(chat: ChatView, answering: SlowAnswering, wait: Wait) -> None:
    answering.pieces = ["answer"]
    chat.ask("First?")
    chat.ask("Second?")
    chat.waiting.take_back.click()
    assert chat.composer.text == "Second?"
    assert chat.waiting.isHidden()
    chat.ask("Third?")
    chat.waiting.drop.click()
    assert chat.waiting.isHidden()
    answering.may_go_on.release(3)
    wait(lambda: not chat.presenter.is_answering and chat._tasks.is_idle)
    assert answering.asked == ["First?"]


def test_stopping_lets_the_next_question_begin(chat: ChatView, answering: SlowAnswering, wait: Wait) -> None:
    answering.pieces = ["answer"]
    chat.ask("First?")
    wait(lambda: answering.asked == ["First?"])
    chat.ask("Second?")
    chat.stop()
    wait(lambda: answering.asked == ["First?", "Second?"])
    answering.may_go_on.release(2)
    wait(lambda: not chat.presenter.is_answering and chat._tasks.is_idle)


def test_leaving_a_conversation_gives_back_what_waits(chat: ChatView, answering: SlowAnswering, wait: Wait) -> None:
    answering.pieces = ["answer"]
    chat.ask("First?")
    chat.ask("Second?")
    chat.start_new()
    assert chat.composer.text == "Second?"
    answering.may_go_on.release(2)
    wait(lambda: chat._tasks.is_idle)
    assert answering.asked in (["First?"], [])


def test_a_source_that_the_answer_quotes_whole_is_named_by_its_day(
    chat: ChatView, answering: SlowAnswering, wait: Wait
) -> None:
    answering.citations = (Citation(1, "a", "The key is in the drawer", 1), Citation(2, "b", "Another note", 2))
    answered(chat, answering, wait, "Where?", "The key is in the drawer [1], see [2]")
    first, second = chat.transcript.turns[-1]._sources.findChildren(QPushButton)
    assert "drawer" not in first.text()
    assert "drawer" in first.accessibleName()
    assert "Another note" in second.text()


def test_a_model_that_is_set_aside_is_named_as_such(chat: ChatView, qt: QApplication) -> None:
    tiny = ModelFile("tiny", "/tiny.gguf", 1, "", "chatml", is_current=True)
    chat.model_line.show_model(replace(tiny, is_set_aside=True))
    assert "tiny stopped three times" in chat.model_line._label.text()
    assert chat.model_line.add.text() == "Models…"
    chat.model_line.show_model(tiny, is_there=False)
    assert "tiny is missing or changed" in chat.model_line._label.text()
    chat.model_line.show_model(tiny)
    assert chat.model_line._label.text() == "tiny answers, on this computer"
    assert chat.model_line.add.isHidden()


def left_behind(app: App) -> str:
    return app.question_drafts.load().text


def test_what_stands_in_the_field_survives_and_goes_when_it_is_kept(
    chat: ChatView, app: App, answering: SlowAnswering, wait: Wait
) -> None:
    chat.composer.set_text("half a question")
    wait(lambda: left_behind(app) == "half a question")
    answering.pieces = ["answer"]
    QTest.keyClicks(chat.composer.focusProxy(), ", whole")
    QTest.keyClick(chat.composer.focusProxy(), Qt.Key.Key_Return)
    wait(lambda: answering.asked)
    chat.ask("and another")
    wait(lambda: left_behind(app) == "and another")  # the first is kept by now, the second is not
    answering.may_go_on.release(2)
    wait(lambda: not left_behind(app) and chat._tasks.is_idle)


def test_a_question_is_on_disk_before_it_is_kept(
    chat: ChatView, app: App, answering: SlowAnswering, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    monkeypatch.setattr(answering, "ask", lambda *_, **__: gate.wait(10))
    chat._tasks.submit(Lane.CHAT, lambda _: gate.wait(10), owner=None)
    chat.ask("Where is the key?")
    wait(lambda: left_behind(app) == "Where is the key?")
    monkeypatch.undo()
    answering.pieces = []
    gate.set()
    chat.stop()
    wait(lambda: chat._tasks.is_idle)


@pytest.mark.parametrize(
    ("draft", "back"),
    [
        ("never sent", "never sent"),
        ("Where is the key?", ""),
        ("Where is the key?\nand the lock?", "and the lock?"),
    ],
)
def test_after_a_crash_the_field_has_what_nobody_keeps(
    app: App, tasks: TaskRunner, wait: Wait, draft: str, back: str
) -> None:
    app.answering.ask("Where is the key?", Job())
    app.question_drafts.save(Draft(draft))
    view = ChatView(app, tasks)
    view.refresh()
    wait(lambda: tasks.is_idle and view.composer.text == back)
    wait(lambda: left_behind(app) == back)
    view.leave()
    assert left_behind(app) == back
    view.deleteLater()
