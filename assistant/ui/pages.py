"""Makes the screens of the main window; each file is imported when its screen is first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from assistant.ui.main_window import Page
from assistant.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from assistant.app import App
    from assistant.ui.screen import Screen
    from assistant.ui.shell import Shell
    from assistant.ui.shell_port import ShellPort


class Pages:
    """For each page, what makes its screen. `join` makes the shell and sets `shell`; Settings cannot do without."""

    def __init__(self, app: App, tasks: TaskRunner, join: Callable[[], None] | None = None) -> None:
        """Makes nothing yet."""
        self._app = app
        self._tasks = tasks
        self._join = join
        self.shell: Shell | None = None

    def makers(self) -> Mapping[Page, Callable[[], Screen]]:
        """For the main window."""
        return {
            Page.CHAT: self._chat,
            Page.TODAY: self._today,
            Page.MEMORY: self._memory,
            Page.SETTINGS: self._settings,
        }

    def _chat(self) -> Screen:
        from assistant.ui.chat_view import ChatView  # noqa: PLC0415 - the first window must not wait for it

        return ChatView(self._app, self._tasks)

    def _today(self) -> Screen:
        from assistant.ui.today_view import TodayView  # noqa: PLC0415 - likewise

        return TodayView(self._app, self._tasks)

    def _memory(self) -> Screen:
        from assistant.ui.memory_view import MemoryView  # noqa: PLC0415 - likewise

        return MemoryView(self._app, self._tasks)

    def _settings(self) -> Screen:
        from assistant.ui.settings_view import SettingsView  # noqa: PLC0415 - likewise

        if self._join is not None:
            self._join()
        assert self.shell is not None, "the shell comes before the settings"  # noqa: S101 - a bug of ours
        return SettingsView(self._app, self._tasks, cast("ShellPort", self.shell))  # a Signal is one when it is bound
