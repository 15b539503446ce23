"""The command line's own words, in both languages. What both front ends say is in `language/wording.py`."""

from __future__ import annotations

from assistant.domain.item import Language

_PHRASES: dict[str, tuple[str, str]] = {
    "about": (
        "Sidemind takes over the load of your working memory, on your machine alone.",
        "Sidemind 替你分担工作记忆，一切只在你的电脑上。",
    ),
    "epilog": (
        "Without a command the desktop is started. `sidemind COMMAND --help` explains a command.",
        "不写命令则启动桌面程序。`sidemind 命令 --help` 说明该命令。",
    ),
    "usage": ("usage: ", "用法："),
    "arguments": ("arguments", "参数"),
    "options": ("options", "选项"),
    "commands": ("commands", "命令"),
    "help": ("show this help", "显示帮助"),
    "version": ("show the version", "显示版本"),
    "json": ("print data as JSON", "以 JSON 输出"),
    "capture": ("keep a note, a task or a question", "记下笔记、任务或问题"),
    "capture.text": (
        "what to keep; read from standard input when absent or '-'",
        "要记的内容；不写或写 '-' 时读标准输入",
    ),
    "input.encoding": ("The input was not UTF-8; it was read as {encoding}.", "输入不是 UTF-8，已按 {encoding} 读取。"),
    "input.no_text": (
        "Some bytes of the input were not text; each stands as �.",
        "输入中有些字节不是文字，已用 � 代替。",
    ),
    "capture.typing": (
        "Type what to keep; Ctrl+D on an empty line ends it.",
        "请输入要记的内容，在空行按 Ctrl+D 结束。",
    ),
    "capture.kind": ("what it is; guessed when not given", "类型；不写则自动判断"),
    "capture.lines": ("keep every line of the input as an item of its own", "输入的每一行单独记下"),
    "ask": ("answer a question from what you gave, with sources", "依据你记下的内容回答，并附来源"),
    "ask.question": ("the question; read from standard input when absent or '-'", "问题；不写或写 '-' 时读标准输入"),
    "search": ("find items by words", "按词查找"),
    "search.text": ("words to find; the newest items when absent", "要找的词；不写则列出最新的"),
    "search.limit": ("how many at most (default 20)", "最多多少条（默认 20）"),
    "search.kind": ("only items of this kind", "只找这一类"),
    "search.tag": ("only items with this #tag", "只找带这个 #标签 的"),
    "search.open": ("only tasks not done", "只找未完成的任务"),
    "mind": ("show what is on your mind now, and why", "显示你此刻心里挂着的事和原因"),
    "mind.learned": ("say what was learned from what you use", "说明从你的使用中学到了什么"),
    "mind.rehearse": (
        "rehearse your notes by questions made of them, and say what was learned (on trial)",
        "用你的笔记出题演练，并说明学到了什么（试用）",
    ),
    "mind.reset": ("forget what was learned", "忘记学到的内容"),
    "digest": ("show today on one page", "一页看今天"),
    "today": ("show today, or clear it in one go", "看今天，或一次清空今天"),
    "today.clear": (
        "move everything left today; `sidemind undo` brings it back",
        "移走今天剩下的事；可用 `sidemind undo` 撤销",
    ),
    "today.to": (
        "where to: tomorrow, shelf, or a time in words (default: tomorrow)",
        "移到：tomorrow、shelf 或用文字写的时间（默认 tomorrow）",
    ),
    "item.ids": (
        "words of the item, its id, or the last 4 or more characters of that",
        "条目中的词、编号，或编号末尾至少 4 个字符",
    ),
    "done": ("complete a task", "完成任务"),
    "done.reopen": ("open it again", "重新打开"),
    "later": ("give a task another time, in words", "用文字给任务换个时间"),
    "later.when": ("such as tomorrow 3pm, by friday, or never", "例如 明天下午三点、周五前，或 never"),
    "aside": ("show what is set aside, or set tasks aside", "查看先放下的事，或先放下任务"),
    "aside.ids": ("what to set aside; without ids the list is shown", "要先放下的编号；不写则列出"),
    "aside.back": ("bring it back to today", "取回到今天"),
    "forget": ("move to the trash, for 30 days", "移到回收站，保留 30 天"),
    "forget.now": ("erase for good at once; cannot be undone", "立即彻底删除，无法撤销"),
    "trash": ("show the trash; restore from it or erase for good", "查看回收站；恢复或彻底删除"),
    "trash.action": (
        "restore: bring back; erase: erase these for good; empty: erase everything there",
        "restore：恢复；erase：彻底删除这些；empty：清空回收站",
    ),
    "trash.ids": ("ids in the trash, the ends of ids, or words of one thing", "回收站中的编号、编号末尾，或其中的字词"),
    "undo": ("take the last action back", "撤销上一步操作"),
    "undo.list": ("show what can be taken back", "列出可以撤销的操作"),
    "redo": ("do again what was taken back last", "重做刚撤销的操作"),
    "redo.list": ("show what can be done again", "列出可以重做的操作"),
    "remind": ("show what is due, once", "显示到点的提醒，每条只提一次"),
    "remind.watch": ("stay, and show reminders as they come, until Ctrl+C", "持续运行，到点就提醒，按 Ctrl+C 结束"),
    "remind.done": (
        "mark the reminder with this id, or of these words, as done",
        "将此编号（或含此字词）的提醒标为完成",
    ),
    "remind.snooze": ("remind of this id, or of these words, again later", "稍后再提醒此编号（或含此字词的提醒）"),
    "remind.stop": ("let the item with this id no longer repeat", "让此编号的事项不再重复"),
    "remind.insist": (
        "repeat this one until it is answered, also in the quiet hours",
        "反复提醒此编号，直到处理，免打扰时段也提醒",
    ),
    "remind.once": ("say this one only once", "此编号只提醒一次"),
    "remind.until": ("with --snooze: when, in words", "与 --snooze 同用：何时，用文字写"),
    "remind.no_buttons": (
        "The notification has no buttons, for this command ends now. Answer with `sidemind remind --done ID` or"
        " `--snooze ID`; with the desktop or `sidemind remind --watch` running there are buttons.",
        "此命令随即结束，所以通知上没有按钮。可用 `sidemind remind --done 编号` 或 `--snooze 编号` 处理；"
        "桌面程序或 `sidemind remind --watch` 运行时通知带有按钮。",
    ),
    "remind.minutes": ("how much later (default: as set)", "推迟多少分钟（默认按设置）"),
    "intentions": (
        "show what waits for a person or a topic, and the rules",
        "显示等待某人或某话题的提醒，以及长期规则",
    ),
    "intentions.action": (
        "done: settle it or end a rule; rearm: let it wait again",
        "done：完成或停用；rearm：重新等待",
    ),
    "intentions.id": (
        "the intention's id as listed, the end of it, or words of it",
        "列表中的编号、编号末尾，或其中的字词",
    ),
    "models": ("add, list, choose or remove a local language model", "添加、列出、选用或移除本地语言模型"),
    "models.add": ("add a GGUF file, which stays where it is", "添加 GGUF 文件（文件留在原处）"),
    "models.list": ("list the models", "列出模型"),
    "models.use": ("use this model", "使用此模型"),
    "models.remove": ("take a model off the list; its file stays", "从列表移除；文件保留"),
    "models.file": ("a file ending in .gguf", ".gguf 文件"),
    "models.name": ("the model's name, as listed", "列表中的模型名"),
    "export": ("write everything you gave as JSON lines and Markdown", "把你给过的一切导出为 JSON 行和 Markdown"),
    "export.folder": (
        "where to (default: sidemind-export with the date)",
        "导出到哪个文件夹（默认 sidemind-export 加日期）",
    ),
    "doctor": ("say what works here, and why not", "检查各项是否正常、原因何在"),
    "doctor.restore": (
        "restore the newest sound backup when the store is damaged",
        "数据损坏时恢复最近的完好备份",
    ),
    "demo": ("play a short day in a temporary profile, with pictures", "在临时档案中演示一天，并保存截图"),
    "demo.folder": (
        "where the pictures go (default: sidemind-demo in this folder)",
        "图片保存位置（默认本目录下 sidemind-demo）",
    ),
    "gui": ("start the desktop, or show the one that runs", "启动桌面程序，或显示正在运行的"),
    "gui.capture": ("show the quick-capture window", "显示快速记录窗口"),
    "gui.today": ("show the Today view", "显示今日"),
    "gui.background": ("start in the tray", "在托盘中启动"),
    "gui.trouble": ("Sidemind could not start", "Sidemind 未能启动"),
    "gui.close": ("Close", "关闭"),
    "nothing_due": ("Nothing is due.", "没有到点的提醒。"),
    "snoozed": ("Will remind again {when}.", "将在{when}再次提醒。"),
    "was_done": ("Done.", "已完成。"),
    "misuse.required": ("{names} is missing", "缺少 {names}"),
    "misuse.command": ("there is no command “{given}”", "没有“{given}”这个命令"),
    "misuse.choice": ("“{given}” is not one of {choices}", "“{given}”不在可选的 {choices} 之中"),
    "misuse.value": ("“{given}” does not fit {name}", "“{given}”不适用于 {name}"),
    "misuse.needs": ("{name} needs a word after it", "{name} 后面要有内容"),
    "misuse.together": ("{name} and {other} do not go together", "{name} 与 {other} 不能同用"),
    "misuse.unknown": ("“{given}” means nothing here", "“{given}”在这里没有意义"),
    "misuse.like": (" (did you mean {command}?)", "（是不是 {command}？）"),
    "misuse.without": ("{name} goes with {other}", "{name} 要与 {other} 同用"),
    "misuse.empty": (
        "`trash empty` erases everything there; `trash erase {given}` erases one thing",
        "`trash empty` 会清空整个回收站；只删一条请用 `trash erase {given}`",
    ),
    "misuse.no_time": ("“{given}” names no time to come", "“{given}”不是将来的时间"),
    "search.none": ("Nothing fits.", "没有符合的内容。"),
    "search.empty": ("Nothing is kept here yet.", "这里还没有内容。"),
    "stopped": ("Stopped; what was written is kept.", "已停止；写出的部分已保存。"),
    "unexpected": (
        "Something unexpected went wrong ({what}). Nothing that was said to be kept is lost. Details: {log}",
        "出现意外错误（{what}）。已记下的内容没有丢失。详情见 {log}",
    ),
    "need_text": ("give a text, or pipe one in", "请给出文字，或从管道输入"),
}


def phrase(key: str, language: Language, **facts: object) -> str:
    """The words for `key`."""
    english, chinese = _PHRASES[key]
    text = chinese if language is Language.CHINESE else english
    return text.format(**facts) if facts else text
