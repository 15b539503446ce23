"""Sentences about a damaged store or settings file and how it is mended. A part of the table in `phrases.py`."""

from __future__ import annotations

MENDING: dict[str, tuple[str, str]] = {
    "error.StoreCorrupt": (
        "The file of your memory is damaged; it stays as it is at {path}. Restore brings back the newest backup and "
        "everything that can still be read: here in the window, or with `sidemind doctor --restore`.",
        "记忆的数据文件已损坏，原文件保留在 {path}。恢复可以取回最近的备份和所有仍能读出的内容："
        "在窗口里点“恢复”，或运行 `sidemind doctor --restore`。",
    ),
    "error.SettingsUnreadable": (
        "Line {line} of {name} cannot be read: “{text}”. Until it is mended, every setting is at its default.",
        "{name} 的第 {line} 行无法读取：“{text}”。修好之前，所有设置都用默认值。",
    ),
    "restore.sound": ("The store is sound; nothing was changed.", "数据完好，没有做任何改动。"),
    "restore.done": (
        "The backup of {when} is back, with {taken:item|items} more from the damaged file, which is kept as {path}.",
        "已恢复{when}的备份，并从损坏的文件中读回 {taken} 条；损坏的文件保存为 {path}。",
    ),
    "restore.anew": (
        "There was no backup, so a new store begins with the {taken:item|items} that could be read. "
        "The damaged file is kept as {path}.",
        "没有可用的备份，已建立新的数据，并读回 {taken} 条内容；损坏的文件保存为 {path}。",
    ),
}
