"""The phrases for tasks, the shelf, undo and the trash, English and Chinese side by side; part of `phrases.py`."""

from __future__ import annotations

TASKS: dict[str, tuple[str, str]] = {
    "section.aside": ("Set aside", "先放着"),
    "reason.deadline": ("by {detail}", "{detail}截止"),
    "reason.deadline.plain": ("has a deadline", "有截止时间"),
    "due.by": ("by {when}", "{when}截止"),
    "start.from": ("from {when}", "{when}起"),
    "effort": ("about {amount}", "约 {amount}"),
    "effort.minutes": ("{count} min", "{count} 分钟"),
    "effort.hours": ("{count} h", "{count} 小时"),
    "effort.both": ("{hours} h {minutes} min", "{hours} 小时 {minutes} 分钟"),
    "waiting.for": ("waiting for {who}", "在等{who}"),
    "waiting.plain": ("waiting for somebody", "在等别人"),
    "carried": ("carried over", "顺延到今天"),
    "aside.since": ("Set aside {when}", "{when}先放下"),
    "aside.note": (
        "Some tasks had waited for days. They are set aside, and come back whenever you like.",
        "有些任务已等了好几天，先放到一边，随时可以取回。",
    ),
    "aside.none": ("Nothing is set aside.", "没有先放下的事。"),
    "clear.nothing": ("Nothing is left for today.", "今天没有剩下的事。"),
    "clear.tomorrow": ("{count:thing|things} moved to tomorrow", "已把 {count} 件事移到明天"),
    "clear.shelf": ("{count:thing|things} set aside", "已先放下 {count} 件事"),
    "clear.date": ("{count:thing|things} moved to {when}", "已把 {count} 件事移到{when}"),
    "kept.before": ("You kept this before, {when}", "这条你在{when}也记过"),
    "action.done": ("Done", "已完成"),
    "action.reopened": ("Open again", "重新打开"),
    "action.moved": ("Moved", "改了时间"),
    "action.pinned": ("Pinned", "已置顶"),
    "action.unpinned": ("Unpinned", "取消置顶"),
    "action.not_now": ("Put off", "暂不处理"),
    "action.edited": ("Edited", "已修改"),
    "action.forgotten": ("Moved to the trash", "已移到回收站"),
    "action.restored": ("Restored", "已恢复"),
    "action.set_aside": ("Set aside", "先放下"),
    "action.brought_back": ("Brought back", "已取回"),
    "action.day_cleared": ("Day cleared", "清空今天"),
    "action.snoozed": ("Snoozed", "稍后提醒"),
    "action.stopped_repeating": ("Repeats no more", "不再重复"),
    "action.settled": ("Reminder by event changed", "改了条件提醒"),
    "undo.done": ("Taken back: {action}", "已撤销：{action}"),
    "undo.nothing": ("There is nothing to take back.", "没有可以撤销的操作。"),
    "export.trash": (
        "trash.jsonl holds what lies in the trash: {count:item|items}",
        "回收站中的 {count} 条内容在 trash.jsonl 里",
    ),
    "trash": ("Trash", "回收站"),
    "trash.empty": ("The trash is empty.", "回收站是空的。"),
    "trash.until": ("erased {when}", "{when}彻底删除"),
    "trash.confirm": (
        "This takes {parts} out of search, answers and Today at once. For {days} days you can restore it from the "
        "trash; then it is erased for good.",
        "{parts}会立即从搜索、回答和今天中消失。{days} 天内可以从回收站恢复，之后彻底删除。",
    ),
    "erase.confirm": (
        "“Erase now” removes every trace at once and cannot be undone. "
        "Backups made until now keep the text until they are thinned out, nine months at most.",
        "“立即彻底删除”会马上清除所有痕迹，无法撤销。之前的备份里仍有这些文字，备份会逐步清理，最长保留九个月。",
    ),
    "erase.done": ("{count:item|items} erased for good", "已彻底删除 {count} 条内容"),
}
