"""Sentences about commands that named something, English and Chinese. A part of the table in `phrases.py`."""

from __future__ import annotations

COMMANDS: dict[str, tuple[str, str]] = {
    "redo.done": ("Done again: {action}", "已重做：{action}"),
    "redo.done.titled": ("Done again ({action}): {title}", "已重做（{action}）：{title}"),
    "redo.nothing": ("There is nothing to do again.", "没有可以重做的操作。"),
    "error.SeveralItems": (
        "More than one item fits “{text}”. Name one by its id.",
        "有几个条目符合“{text}”，请用编号指明。",
    ),
}
