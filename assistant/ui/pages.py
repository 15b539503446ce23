"""Makes the screens of the main window; each file is imported when its screen is first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from assistant.app import App
from assistant.ui.main_window import Page
from assistant.ui.screen import Screen
from assistant.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from assistant.ui.shell import Shell


def page_makers(app: App, tasks: TaskRunner, shell: Shell) -> Mapping[Page, Callable[[], Screen]]:
    """For each page, what makes its screen."""

    def chat() -> Screen:
        from assistant.ui.chat_view import ChatView  # noqa: PLC0415 - the first window must not wait for it

        return ChatView(app, tasks)

    def today() -> Screen:
        from assistant.ui.today_view import TodayView  # noqa: PLC0415

        return TodayView(app, tasks)

    def memory() -> Screen:
        from assistant.ui.memory_view import MemoryView  # noqa: PLC0415

        return MemoryView(app, tasks)

    def settings() -> Screen:
        from assistant.ui.settings_view import SettingsView  # noqa: PLC0415

        return SettingsView(app, tasks, shell)

    return {Page.CHAT: chat, Page.TODAY: today, Page.MEMORY: memory, Page.SETTINGS: settings}
