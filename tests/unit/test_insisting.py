"""What asks to be reminded until it is answered, and what only looks like it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.domain.item import ItemKind, MarkKind
from assistant.language.capture_line import read_line

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("call Anna at 5pm !!", "call Anna"),
        ("call Anna at 11 !!", "call Anna"),
        ("Call Anna at 5pm!!", "Call Anna"),
        ("call mum!! tomorrow at 9 #family", "call mum"),
        ("pay the rent !! on friday", "pay the rent"),
        ("吃药!!今晚9点", "吃药"),
        ("吃药！！每天8点", "吃药"),
        ("明天下午交房租！！ #家", "交房租"),
        ("!! take the pill at 9pm", "take the pill"),
        ("keep reminding me to call Anna tomorrow at 9", "call Anna"),
        ("Call Anna tomorrow at 9 until I answer", "Call Anna"),
        ("一定提醒我明天三点开会", "开会"),
        ("明天九点吃药 ！！", "吃药"),
        ("明天九点务必提醒我吃药", "吃药"),
    ],
)
def test_a_task_that_insists(text, title):
    line = read_line(text, NOW)
    assert (line.kind, line.is_insistent, line.title) == (ItemKind.TASK, True, title)
    assert line.time is not None
    (mark,) = [mark for mark in line.marks if mark.kind is MarkKind.INSIST]
    assert text[mark.start : mark.end] == mark.words
    assert not line.without({mark.key}).is_insistent


@pytest.mark.parametrize(
    "text",
    [
        "great!! call Anna at 5pm",
        "buy milk !!!",
        "call Anna at 5pm!",
        "what a day !!",
        "if (!!x) is wrong, fix it tomorrow at 5pm",
        "生日快乐！！明天下午三点聚会",
        "真的吗?!! 明天下午三点开会",
        "他一定会提醒你明天开会",
        "call Anna until I leave at 5pm",
    ],
)
def test_what_only_looks_like_it(text):
    assert not read_line(text, NOW).is_insistent
