"""The phrases for putting off, asking again and what a reminder says of itself; part of `language/phrases.py`."""

from __future__ import annotations

ANSWERS_TO_REMINDERS: dict[str, tuple[str, str]] = {
    "later.when": ("When shall I remind you again?", "什么时候再提醒你？"),
    "later.hour": ("In 1 hour", "一小时后"),
    "later.evening": ("This evening", "今晚"),
    "later.morning": ("Tomorrow morning", "明早"),
    "later.this_morning": ("This morning", "今早"),
    "later.monday": ("Next Monday", "下周一"),
    "reminder.again": ("Again, until you answer", "再次提醒，直到你处理"),
    "reminder.no_buttons": ("Answer it in Sidemind", "请在 Sidemind 中处理"),
    "insist.on": ("Will be repeated until you answer", "会反复提醒，直到你处理"),
    "insist.off": ("Will be said once", "只提醒一次"),
    "action.insisted": ("Asking changed", "改了提醒方式"),
    "insist.mark": ("until I answer", "一定提醒"),
    "repeat.stopped": ("It no longer repeats", "不再重复"),
    "repeat.after_done": ("{how} after it is done", "完成后{how}"),
}
