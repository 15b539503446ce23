"""The state of the transcript."""

from __future__ import annotations

from assistant.domain.conversation import (
    Answer,
    AnswerNotice,
    AnswerPiece,
    Citation,
    ReadingSources,
    Role,
    Turn,
    TurnState,
)
from assistant.ui.chat_presenter import SHOWN_TURNS, AnswerPhase, ChatPresenter


def _asked(presenter: ChatPresenter) -> int:
    asked = presenter.ask("What did I promise?", 5)
    assert asked is not None
    return asked


def test_an_answer_goes_from_looking_over_reading_to_writing_and_is_whole() -> None:
    chat = ChatPresenter()
    asked = _asked(chat)
    assert chat.phase is AnswerPhase.LOOKING
    chat.report(asked, ReadingSources(6))
    assert (chat.phase, chat.sources) == (AnswerPhase.READING, 6)
    chat.report(asked, AnswerPiece("You "))
    chat.report(asked, AnswerPiece("promised"))
    assert chat.phase is AnswerPhase.WRITING
    assert chat.bubbles[-1].text == "You promised"
    citation = Citation(1, "id", "source", 0)
    chat.finish(asked, Answer("You promised [1].", (citation,), None, 9, "c1", AnswerNotice.NO_MODEL))
    assert not chat.is_answering
    assert chat.conversation_id == "c1"
    assert chat.bubbles[-1].citations == (citation,)


def test_stopping_keeps_the_partial_text_and_ignores_late_pieces() -> None:
    chat = ChatPresenter()
    asked = _asked(chat)
    chat.report(asked, AnswerPiece("half"))
    chat.stop()
    assert not chat.report(asked, AnswerPiece(" more"))
    assert chat.bubbles[-1].text == "half"
    assert chat.bubbles[-1].state is TurnState.INTERRUPTED


def test_a_late_answer_never_lands_in_another_conversation() -> None:
    chat = ChatPresenter()
    asked = _asked(chat)
    chat.start_new()
    assert not chat.report(asked, AnswerPiece("late"))
    assert not chat.finish(asked, Answer("late", (), None, 1, "c1"))
    assert chat.bubbles == []
    assert chat.conversation_id is None


def test_nothing_and_a_second_question_at_once_are_not_asked() -> None:
    chat = ChatPresenter()
    assert chat.ask(" \n", 0) is None
    _asked(chat)
    assert chat.ask("Another", 0) is None


def test_a_failure_drops_an_empty_bubble_but_keeps_the_question() -> None:
    chat = ChatPresenter()
    asked = _asked(chat)
    assert chat.fail(asked)
    assert [bubble.role for bubble in chat.bubbles] == [Role.USER]
    assert chat.last_question == "What did I promise?"


def test_a_long_conversation_shows_its_newest_turns_until_asked_for_all() -> None:
    turns = [Turn(str(n), "c", Role.USER, f"turn {n}", n) for n in range(SHOWN_TURNS + 5)]
    chat = ChatPresenter()
    chat.open("c", turns)
    assert chat.hidden_turns == 5
    assert chat.bubbles[0].text == "turn 5"
    chat.open("c", turns, show_all=True)
    assert chat.bubbles[0].text == "turn 0"
