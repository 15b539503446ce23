"""Which part is made when."""

from __future__ import annotations

from typing import cast

from assistant.app import App
from assistant.ui.main_window import Page
from assistant.ui.pages import Pages
from assistant.ui.shell import Shell
from assistant.ui.tasks import TaskRunner
from tests.ui.conftest import FakeShell, Wait


def test_a_window_that_opens_on_settings_makes_the_shell_first(app: App, tasks: TaskRunner, wait: Wait) -> None:
    made: list[FakeShell] = []

    def join() -> None:
        made.append(FakeShell())
        pages.shell = cast("Shell", made[0])

    pages = Pages(app, tasks, join)
    screen = pages.makers()[Page.SETTINGS]()
    assert len(made) == 1
    wait(lambda: tasks.is_idle)
    screen.deleteLater()
