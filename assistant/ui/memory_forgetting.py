"""What Memory does about forgetting: into the trash, back from it, and erasing for good."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from assistant.app import App
from assistant.domain.action import TRASH_DAYS
from assistant.domain.item import Item
from assistant.language import wording
from assistant.ui.dialogs import ask_twofold, confirm
from assistant.ui.screen import Screen
from assistant.ui.shown_text import first_line, isolated

if TYPE_CHECKING:
    from assistant.services.curating import ForgetPreview

_TITLE_LENGTH = 60


class Forgetting(QObject):
    """Asks and carries out; `gone` when an item left its place, `changed` when the trash holds something else."""

    gone = Signal()
    changed = Signal()

    def __init__(self, screen: Screen, app: App) -> None:
        """Everything runs for `screen`, whose words and lanes are used."""
        super().__init__(screen)
        self._screen = screen
        self._app = app

    def ask(self, item: Item) -> None:
        """Ask whether to forget an item, with everything that goes with it."""
        app = self._app
        self._screen.run(lambda _: app.curating.preview_forget([item.id]), partial(self._confirm, item))

    def _confirm(self, item: Item, preview: ForgetPreview) -> None:
        counts = {
            "forget.items": preview.items,
            "forget.reminders": preview.reminders,
            "forget.residents": preview.residents,
            "forget.citations": preview.citations,
        }
        screen = self._screen
        parts = tuple(screen.say(key, count=count) for key, count in counts.items() if count)
        text = screen.say("trash.confirm", parts=wording.list_words(parts, screen.language), days=TRASH_DAYS)
        chosen = ask_twofold(
            screen,
            self.tr("Forget “{title}”?").format(title=_title(item)),
            f"{text}\n\n{screen.say('erase.confirm')}",
            self.tr("Move to trash"),
            self.tr("Erase now"),
        )
        if chosen == 1:
            app = self._app
            screen.act(lambda _: app.trashing.forget([item.id]), self.gone.emit)
        elif chosen == 2:
            self._erase([item.id])

    def ask_erase(self, item: Item) -> None:
        """Ask whether to erase an item of the trash for good."""
        title = self.tr("Erase “{title}”?").format(title=_title(item))
        if confirm(self._screen, title, self._screen.say("erase.confirm"), self.tr("Erase now")):
            self._erase([item.id])

    def ask_empty(self) -> None:
        """Ask whether to erase everything in the trash for good."""
        title = self.tr("Erase everything in the trash?")
        if confirm(self._screen, title, self._screen.say("erase.confirm"), self.tr("Erase now")):
            app = self._app
            self._screen.run(lambda _: app.trashing.empty(), self._erased)

    def restore(self, item: Item) -> None:
        """Bring an item back from the trash."""
        app = self._app
        self._screen.act(lambda _: app.trashing.restore([item.id]), self.changed.emit)

    def _erase(self, item_ids: list[str]) -> None:
        app = self._app
        self._screen.run(lambda _: app.trashing.erase(item_ids), self._erased)

    def _erased(self, count: int) -> None:
        self._screen.told.emit(self._screen.say("erase.done", count=count))
        self.gone.emit()


def _title(item: Item) -> str:
    return isolated(first_line(item.text, _TITLE_LENGTH))
