"""The line under the chips of quick capture: what the line will be called, or what went wrong."""

from __future__ import annotations

from assistant.domain.item import CaptureLine
from assistant.ui.theme import set_role
from assistant.ui.widgets import PlainLabel

_LONGEST_TITLE = 120


class CaptureStatus(PlainLabel):
    """Takes no room while it has nothing to say."""

    def __init__(self) -> None:
        """Says nothing."""
        super().__init__(role="caption", lines=3)
        self._is_title_said = False
        self.hide()

    def say(self, text: str, *, tone: str = "") -> None:
        """Show `text`; tone bad for what went wrong."""
        self._is_title_said = False
        self.setText(text)
        set_role(self, tone=tone)
        self.setVisible(bool(text))

    def say_title(self, line: CaptureLine | None) -> None:
        """What it will be called, when that is not what was typed."""
        is_retitled = line is not None and (line.time is not None or line.start_at_ms is not None)
        has_title = line is not None and is_retitled and bool(line.title) and line.title != line.text.strip()
        if has_title and line is not None:
            self.say(self.tr("Saved as: {title}").format(title=line.title[:_LONGEST_TITLE]))
            self._is_title_said = True
        elif self._is_title_said:
            self.say("")
