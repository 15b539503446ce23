"""Two chips of the capture line: what it asks to be reminded of, and what it would itself bring up."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain.intention import Fired
from assistant.domain.item import CaptureLine, Language
from assistant.language import wording
from assistant.ui.shown_text import one_line
from assistant.ui.widgets import Chip

_ACTION_LENGTH = 40
_TEXT_LENGTH = 120
_MOST = 2


class IntentionChips:
    """`cue` tells the occasion that was recognised, `came_up` an intention whose occasion the line is."""

    def __init__(self) -> None:
        """Both are hidden until there is something to tell."""
        self.cue = Chip("", "bell", tone="accent")
        self.came_up = Chip("", "mind", tone="accent")

    def show(self, line: CaptureLine | None, fired: Sequence[Fired], language: Language) -> None:
        """Tell what a line states and would set off; nothing without a line."""
        fired = fired if line is not None else ()
        said = wording.line_cue_words(line, language) if line is not None else ""
        self.cue.set_text(said)
        self.cue.setVisible(bool(said))
        self.came_up.set_text(fired[0].intention.cue.action[:_ACTION_LENGTH] if fired else "")
        self.came_up.setVisible(bool(fired))


def fired_lines(fired: Sequence[Fired], language: Language) -> str:
    """What a capture set off, to stand under "Kept"; empty for nothing."""
    title = wording.words("intention.card", language)
    return "".join(
        f"\n{wording.titled(title, one_line(one.intention.text, _TEXT_LENGTH), language)}" for one in fired[:_MOST]
    )
