from __future__ import annotations

from assistant.domain.conversation import Answer, Role
from assistant.domain.intention import CameUp, Cue, Fired, Intention, IntentionKind
from assistant.domain.item import Language
from assistant.ui.chat_presenter import Bubble, ChatPresenter
from assistant.ui.chat_turn import TurnView
from assistant.ui.intention_card import IntentionCard

TEXT = "When I talk to Anna, ask about <b>the budget</b>"


def _fired() -> Fired:
    cue = Cue(IntentionKind.PERSON, 5, 19, "I talk to Anna", "ask about the budget", ("Anna",))
    return Fired(Intention("item-1", cue, Language.ENGLISH, 0, text=TEXT), "Anna", 1.0)


def test_a_card_says_what_and_why_and_is_settled_by_a_key() -> None:
    card = IntentionCard(_fired(), Language.ENGLISH)
    assert TEXT in card.accessibleName()
    assert "Anna" in card.accessibleName()
    settled: list[str] = []
    card.done_asked.connect(settled.append)
    card.done.click()
    assert settled == ["item-1"]
    assert card.done.accessibleName().startswith("Done")


def test_an_answer_shows_the_cards_above_its_text_and_lets_them_go() -> None:
    bubble = Bubble(Role.ASSISTANT, "Noted.", fired=(_fired(),))
    turn = TurnView(bubble, Language.CHINESE, str)
    turn.lay_out(600)
    [card] = turn.findChildren(IntentionCard)
    assert "你让我提醒的事" in card.accessibleName()
    opened: list[str] = []
    turn.item_asked.connect(opened.append)
    card.open.click()
    assert opened == ["item-1"]
    turn.show_bubble(Bubble(Role.ASSISTANT, "Noted."), Language.CHINESE)
    assert card.isHidden()


def test_the_cards_stay_when_the_turns_are_read_again() -> None:
    chat = ChatPresenter()
    asked = chat.ask("Anna?", 0)
    assert asked is not None
    assert chat.report(asked, CameUp((_fired(),)))
    assert chat.bubbles[-1].fired == (_fired(),)
    chat.finish(asked, Answer("Noted.", (), None, 1, "c1"))
    chat.settle("item-1")
    assert chat.bubbles[-1].fired == ()
    chat.settle("item-1", is_done=False)
    assert chat.bubbles[-1].fired == (_fired(),)
