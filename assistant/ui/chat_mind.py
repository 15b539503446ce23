"""What stands in the rail beside the chat: read, shown under names that stay true, pinned and put aside."""

from __future__ import annotations

from PySide6.QtCore import QObject

from assistant.app import App
from assistant.domain.memory import Mind
from assistant.ui.mind_rail import MindRail
from assistant.ui.screen import Screen


class ChatMind(QObject):
    """Joins the rail with the services, for the screen that it stands in."""

    def __init__(self, app: App, screen: Screen, rail: MindRail) -> None:
        """Reads nothing before `read`."""
        super().__init__(screen)
        self._app = app
        self._screen = screen
        self._rail = rail
        rail.open_asked.connect(screen.item_asked)
        rail.pin_asked.connect(self._pin)
        rail.not_now_asked.connect(self._not_now)

    def read(self) -> None:
        """Read what is on the mind now and show it."""
        app = self._app

        def look(_: object) -> tuple[Mind, dict[str, str]]:
            mind = app.remembering.mind()
            timed = [each.item for each in mind.residents if each.item.due_at_ms is not None]
            return mind, {item.id: app.reminding.title(item) for item in timed}  # "tomorrow" is wrong the day after

        self._screen.run(look, lambda found: self._show(*found))

    def _show(self, mind: Mind, titles: dict[str, str]) -> None:
        self._rail.show_mind(mind, self._screen.language, self._screen.now(), titles)

    def _pin(self, item_id: str, is_pinned: bool) -> None:
        app = self._app
        self._screen.act(lambda _: app.curating.pin(item_id, is_pinned), self.read)

    def _not_now(self, item_id: str) -> None:
        app = self._app
        text = self.tr("Put aside until tomorrow morning")
        self._screen.act(lambda _: app.curating.not_now(item_id), said=text)
