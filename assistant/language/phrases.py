"""The sentences that every front end says, English and Chinese side by side.

One line is one key. `{count:item|items}` is English for "1 item" or "2 items"; Chinese writes `{count}` with its
measure word. The tone: calm and plain, no blame, no alarm; an error says what happened, what is safe, and what to do.
`language/wording.py` reads this table; nothing else does.
"""

from __future__ import annotations

from assistant.language.command_phrases import COMMANDS
from assistant.language.learning_phrases import LEARNING
from assistant.language.meaning_phrases import MEANINGS
from assistant.language.mending_phrases import MENDING
from assistant.language.reason_phrases import MORE_REASONS
from assistant.language.reminder_phrases import ANSWERS_TO_REMINDERS
from assistant.language.repeat_phrases import REPEATS
from assistant.language.task_phrases import TASKS

ERRORS: dict[str, tuple[str, str]] = {
    "error.AssistantError": (
        "That did not work. Nothing you kept was lost; `sidemind doctor` says more.",
        "这一步没有成功。你记下的内容都还在；运行 `sidemind doctor` 可以了解详情。",
    ),
    "error.StoreError": (
        "Sidemind could not use its store at {path}. What was kept before is safe; please try again.",
        "Sidemind 暂时无法使用 {path} 的数据。之前记下的内容都还在，请再试一次。",
    ),
    "error.StoreBusy": (
        "Another program is using the store at {path}. Nothing was lost; please try again in a moment.",
        "另一个程序正在使用 {path} 的数据。没有丢失任何内容，请稍后再试。",
    ),
    "error.StoreFull": (
        "The disk that holds {path} is full. What was kept before is safe; free some space and try again.",
        "{path} 所在的磁盘已满。之前记下的内容都还在，请腾出一些空间后再试。",
    ),
    "error.StoreReadOnly": (
        "{path} cannot be written. What was kept before is safe; check the permissions of the file and its folder.",
        "{path} 无法写入。之前记下的内容都还在，请检查该文件和所在文件夹的权限。",
    ),
    "error.StoreTooNew": (
        "The store at {path} was written by a newer Sidemind. It was left untouched; update Sidemind to open it.",
        "{path} 的数据由更新版本的 Sidemind 写成。文件没有被改动，请先更新 Sidemind 再打开。",
    ),
    "error.ExportFailed": (
        "Nothing could be exported to {path}. Your notes are as they were; please choose another folder.",
        "无法导出到 {path}。你的内容没有变化，请换一个文件夹。",
    ),
    "error.SpoolFailed": (
        "Neither the store nor the file beside it could take your text, so it is not kept yet. "
        "It is still where you typed it: check the disk at {path}, then keep it again.",
        "数据和旁边的备用文件都无法写入，这段文字还没有记下。它仍在你输入的地方：请检查 {path} 的磁盘，然后再记一次。",
    ),
    "error.LibraryTooOld": (
        "SQLite {version} is installed, which can damage data; Sidemind needs {needed}. Your data was not touched: "
        "run `bash packaging/run.sh` to install it.",
        "当前的 SQLite {version} 可能损坏数据，Sidemind 需要 {needed}。"
        "你的数据没有被改动：请运行 `bash packaging/run.sh` 安装。",
    ),
    "error.ModelError": (
        "The model {path} cannot be used. Your memory works without it; choose another one in Settings.",
        "模型 {path} 无法使用。没有它，记忆也照常工作；可以在设置中选择另一个模型。",
    ),
    "error.ModelMissing": (
        "No language model was found at “{path}”. Add one with `sidemind models add FILE.gguf` or in Settings.",
        "在“{path}”没有找到语言模型。可以在设置中添加，或运行 `sidemind models add FILE.gguf`。",
    ),
    "error.ModelInvalid": (
        "{path} is not a usable model file. Nothing was changed; please download it again or choose another file.",
        "{path} 不是可用的模型文件。没有改动任何内容，请重新下载或选择另一个文件。",
    ),
    "error.ModelCrashed": (
        "The language model stopped unexpectedly and is being restarted. Your question is kept; you can ask it again.",
        "语言模型意外停止，正在重新启动。你的问题已经记下，可以再问一次。",
    ),
    "error.ModelSetAside": (
        "The model {path} stopped three times and is set aside; answers come from your notes. "
        "Choose it again in Settings to give it another try.",
        "模型 {path} 已停止三次，暂时不再使用；现在的回答来自你的笔记。想再试一次，请在设置中重新选择它。",
    ),
    "error.CaptureError": (
        "This could not be kept. The text is still where you typed it; please try again.",
        "这段文字没能记下。它仍在你输入的地方，请再试一次。",
    ),
    "error.EmptyCapture": (
        "There is nothing to keep yet. Write a few words first.",
        "还没有可以记下的内容，先写几个字吧。",
    ),
    "error.EmptyQuestion": ("There is no question yet. Write one first.", "还没有问题，先写一个吧。"),
    "error.ItemMissing": (
        "Nothing kept here is “{id}”. It may have been forgotten; search finds what is there.",
        "没有找到“{id}”。它可能已被遗忘；可以用搜索查看现有的内容。",
    ),
    "error.SettingsError": (
        "“{value}” does not fit the setting {name}, so it was left as it was. Allowed: {allowed}.",
        "“{value}”不适用于设置项 {name}，已保持原样。可用的值：{allowed}。",
    ),
    "error.UsageError": (
        "That command was not clear: {reason}. `sidemind --help` lists what there is.",
        "没能看懂这条命令：{reason}。运行 `sidemind --help` 可以查看所有命令。",
    ),
    "error.DesktopUnavailable": (
        "There is no desktop to open a window on. The command line works: try `sidemind demo` or `sidemind digest`.",
        "这里没有可以打开窗口的桌面。命令行可以使用：试试 `sidemind demo` 或 `sidemind digest`。",
    ),
    "error.OwnerUnreachable": (
        "Another Sidemind holds the store at {path} and does not answer. Nothing was lost; "
        "wait a moment or close it, then try again.",
        "另一个 Sidemind 正在使用 {path} 的数据，但没有回应。没有丢失任何内容；请稍等，或将它关闭后再试。",
    ),
    "error.bug": (
        "Something unexpected happened in Sidemind itself. What you kept is safe; the details are in the log.",
        "Sidemind 自身出了意外。你记下的内容都还在，详情已写入日志。",
    ),
    "fallback.path": ("the data folder", "数据文件夹"),
    "fallback.reason": ("the reason is not known", "原因不明"),
    "fallback.allowed": ("see Settings", "见设置"),
    "fallback.other": ("?", "?"),
}

MODEL_FAULTS: dict[str, tuple[str, str]] = {
    "why.memory": ("it needs more memory than Settings allow", "所需内存超过设置的上限"),
    "why.not_gguf": ("it is not a GGUF file", "不是 GGUF 文件"),
    "why.gguf_version": ("its GGUF version is not known", "不支持这个 GGUF 版本"),
    "why.truncated": ("the file is incomplete", "文件不完整"),
    "why.damaged": ("the file is damaged", "文件已损坏"),
    "why.unreadable": ("it cannot be read", "无法读取"),
    "why.no_vocabulary": ("it has no vocabulary", "缺少词表"),
    "why.not_chat": ("it is not a model that writes", "不是能写文字的模型"),
    "why.no_answer": ("it does not answer", "没有回应"),
    "why.crashes": ("it makes its process crash", "会使它的进程崩溃"),
    "why.changed": ("the file has changed since it was added; add it again", "文件在添加之后变过，请重新添加"),
    "why.silent": ("it fell silent", "失去了回应"),
    "why.closed": ("it was closed", "已关闭"),
}

CAPTURE: dict[str, tuple[str, str]] = {
    "kind.note": ("Note", "笔记"),
    "kind.task": ("Task", "任务"),
    "kind.question": ("Question", "问题"),
    "kind.message": ("Message", "对话"),
    "kind.passage": ("Document", "文档"),
    "provenance.typed": ("typed", "输入"),
    "provenance.pasted": ("pasted", "粘贴"),
    "provenance.imported": ("imported", "导入"),
    "provenance.assistant": ("kept from an answer", "来自回答"),
    "kept": ("Kept", "已记下"),
    "kept.due": ("Kept. Reminder {when}", "已记下，{when}提醒"),
    "kept.spooled": ("Kept beside the store", "已暂存"),
    "kept.first_spool": (
        "The store cannot be written right now. Your text is safe in a file beside it and joins your memory by itself.",
        "数据暂时无法写入。这段文字已安全存放在旁边的文件里，恢复后会自动归入记忆。",
    ),
    "kept.replayed": (
        "{count:capture that was waiting is|captures that were waiting are} now in your memory.",
        "等候的 {count} 条内容已归入记忆。",
    ),
    "kept.draft": ("Your draft is kept", "草稿已保留"),
    "undo": ("Undo", "撤销"),
    "undone": ("Taken back", "已撤销"),
}

REMINDERS: dict[str, tuple[str, str]] = {
    "reminder.title": ("Reminder", "提醒"),
    "reminder.now": ("Now", "现在"),
    "reminder.was_due": ("It was for {when}", "原定于{when}"),
    "reminder.hidden": ("Open Sidemind to read it", "打开 Sidemind 查看"),
    "reminder.may_repeat": ("You may have seen this one already", "这条提醒你可能已经看过"),
    "reminder.group": (
        "{count:reminder|reminders} came due while you were away",
        "你离开时有 {count} 条提醒到时间了",
    ),
    "reminder.none": ("No reminder is waiting.", "没有等候的提醒。"),
    "reminder.next": ("Next: {when}", "下一条：{when}"),
    "button.done": ("Done", "完成"),
    "button.snooze": ("Snooze {count} min", "{count} 分钟后再提醒"),
    "button.open": ("Open", "打开"),
    "button.later": ("Later…", "稍后…"),
    "late.none": ("on time", "准时"),
    "late.minutes": ("{count} min late", "晚了 {count} 分钟"),
    "late.hours": ("{count} h late", "晚了 {count} 小时"),
    "late.days": ("{count:day|days} late", "晚了 {count} 天"),
    "state.armed": ("waiting", "等候中"),
    "state.presenting": ("being shown", "正在显示"),
    "state.shown": ("shown", "已显示"),
    "state.done": ("done", "已完成"),
    "state.snoozed": ("snoozed", "已推迟"),
    "state.cancelled": ("taken back", "已取消"),
}

TODAY: dict[str, tuple[str, str]] = {
    "section.now": ("Now", "现在"),
    "section.next": ("Next", "接下来"),
    "section.waiting": ("Waiting for others", "等待他人"),
    "section.remember": ("Worth remembering", "值得记着"),
    "section.missed": ("While you were away", "你不在时"),
    "section.done": ("Done", "已完成"),
    "today.more": ("{count} more", "还有 {count} 条"),
    "today.empty": (
        "Nothing needs you right now. Type anything you want off your mind.",
        "现在没有需要你操心的事。想到什么，随手记下就好。",
    ),
    "mind.title": ("On my mind", "心上的事"),
    "mind.empty": (
        "Nothing is on your mind yet. What you keep and ask about gathers here.",
        "心上还没有事。你记下的和问起的，会聚到这里。",
    ),
    "mind.budget": ("{used} of {capacity} tokens", "{used} / {capacity} 词元"),
    "mind.room": ("{percent}% of the room for text is in use", "已用去 {percent}% 的篇幅"),
    "let_go.faded": ("not needed for a while; it is in the archive", "有一阵子没用到，已放进归档"),
    "let_go.crowded": ("made room for what mattered more; it is in the archive", "为更要紧的事让位，已放进归档"),
    "let_go.done": ("done", "已完成"),
    "let_go.not_now": ("comes back later", "稍后再出现"),
    "not_now.until": ("Comes back {when}", "{when}再出现"),
}

REASONS: dict[str, tuple[str, str]] = {
    "reason.words": ("mentions “{detail}”", "提到“{detail}”"),
    "reason.words.plain": ("shares words with what you do now", "与眼前的事用词相近"),
    "reason.dates": ("about the same time: {detail}", "时间相同：{detail}"),
    "reason.dates.plain": ("about the same date", "日期相同"),
    "reason.neighbours": ("stands beside “{detail}”", "挨着“{detail}”"),
    "reason.neighbours.plain": ("stands beside something that fits", "紧挨着相关的内容"),
    "reason.session": ("from a conversation about “{detail}”", "来自谈到“{detail}”的对话"),
    "reason.session.plain": ("from a conversation that fits", "来自相关的对话"),
    "reason.due": ("due {detail}", "{detail}到期"),
    "reason.due.plain": ("has a time coming up", "时间快到了"),
    "reason.overdue": ("was planned for {detail}", "原定于{detail}"),
    "reason.overdue.plain": ("its time has passed", "原定时间已过"),
    "reason.pinned": ("pinned by you", "你置顶的"),
    "reason.fresh": ("kept {detail}", "记于{detail}"),
    "reason.fresh.plain": ("kept a moment ago", "刚刚记下"),
    "reason.used": ("last used {detail}", "上次用到：{detail}"),
    "reason.used.plain": ("used again and again", "常常用到"),
    "reason.open": ("still open", "还没完成"),
    "reason.asked": ("you asked about “{detail}”", "你问过“{detail}”"),
    "reason.asked.plain": ("part of what you just asked", "与你刚才问的有关"),
    "reason.waiting": ("waiting for {detail}", "在等{detail}"),
    "reason.waiting.plain": ("somebody owes you an answer", "在等别人的答复"),
    "reason.came_up": ("its occasion came up {detail}", "{detail}碰上了时机"),
    "reason.came_up.plain": ("its occasion came up", "碰上了时机"),
    "reason.done": ("done {detail}", "{detail}完成"),
    "reason.done.plain": ("done today", "今天完成"),
}

INTENTIONS: dict[str, tuple[str, str]] = {
    "intention.card": ("You wanted to be reminded", "你让我提醒的事"),
    "intention.why": ("because “{match}” came up", "因为提到了“{match}”"),
    "intention.person": ("when: {occasion}", "时机：{occasion}"),
    "intention.topic": ("when: {occasion}", "时机：{occasion}"),
    "intention.rule": ("standing rule", "长期规则"),
    "intention.repeats": ("every time", "每次"),
    "intention.state.armed": ("waiting", "等待中"),
    "intention.state.fired": ("shown", "已提示"),
    "intention.state.done": ("done", "已完成"),
    "intention.state.expired": ("expired", "已过期"),
    "intention.none": ("Nothing waits for a person or a topic.", "没有等待人或话题的提醒。"),
    "intention.done": ("Done", "完成"),
    "intention.disarm": ("Stop waiting for it", "不再等待"),
    "intention.rearm": ("Let it wait again", "重新等待"),
}

ANSWERS: dict[str, tuple[str, str]] = {
    "notice.none": ("", ""),
    "notice.no_model": (
        "No language model is installed, so this answer is made of your own notes.",
        "尚未安装语言模型，这个回答由你自己的笔记整理而成。",
    ),
    "notice.model_crashed": (
        "The language model stopped on this question, so this answer is made of your own notes.",
        "语言模型在这个问题上停止了，这个回答由你自己的笔记整理而成。",
    ),
    "notice.model_unusable": (
        "The language model cannot be loaded (see Settings), so this answer is made of your own notes.",
        "语言模型无法载入（请到设置中查看），这个回答由你自己的笔记整理而成。",
    ),
    "notice.model_set_aside": (
        "The language model is set aside after stopping three times, so this answer is made of your own notes.",
        "语言模型停止过三次，暂时不再使用；这个回答由你自己的笔记整理而成。",
    ),
    "notice.nothing_found": (
        "Nothing in your memory answers this yet.",
        "记忆里还没有能回答这个问题的内容。",
    ),
    "answer.noted": ("Noted.", "记下了。"),
    "answer.reading": ("Reading {count:memory|memories}…", "正在读 {count} 条记忆…"),
    "answer.sources": ("Sources", "来源"),
    "answer.source_gone": ("this source was forgotten", "这条来源已被遗忘"),
    "answer.interrupted": ("Stopped here. The text so far is kept.", "已停在这里，已有的文字都保留着。"),
    "turn.complete": ("complete", "完整"),
    "turn.interrupted": ("interrupted", "中断"),
    "search.nothing": ("Nothing found for “{query}”.", "没有找到“{query}”。"),
    "search.count": ("{count:item|items} found", "找到 {count} 条"),
    "you": ("You", "你"),
    "assistant": ("Sidemind", "Sidemind"),
}

CARE: dict[str, tuple[str, str]] = {
    "forget.items": ("{count:item|items}", "{count} 条内容"),
    "forget.reminders": ("{count:reminder|reminders}", "{count} 条提醒"),
    "forget.residents": ("{count:thing|things} on your mind", "{count} 件心上的事"),
    "forget.citations": ("{count:citation|citations} in answers", "回答中的 {count} 处引用"),
    "forget.confirm": (
        "This forgets {parts} for good. It cannot be undone. "
        "Backups made until now keep the text until they are thinned out, nine months at most.",
        "将彻底遗忘 {parts}，无法撤销。之前的备份里仍有这些文字，备份会逐步清理，最长保留九个月。",
    ),
    "forget.done": ("{count:item|items} forgotten", "已遗忘 {count} 条内容"),
    "models.none": (
        "No language model is installed. Answers are made of your own notes.",
        "尚未安装语言模型，回答由你自己的笔记整理而成。",
    ),
    "models.added": ("Added {name}.", "已添加 {name}。"),
    "models.current": ("in use", "使用中"),
    "models.set_aside": ("set aside", "暂不使用"),
    "models.using": ("{name} is now in use.", "现在使用 {name}。"),
    "models.removed": ("{name} is off the list. Its file was left where it is.", "{name} 已移出列表，文件仍在原处。"),
    "export.done": ("Everything you gave is now in {folder}.", "你记下的全部内容已写入 {folder}。"),
    "backup.done": ("A backup is in {path}.", "备份已存到 {path}。"),
}

DOCTOR: dict[str, tuple[str, str]] = {
    "doctor.version": ("Version", "版本"),
    "doctor.python": ("Python", "Python"),
    "doctor.system": ("System", "系统"),
    "doctor.libraries": ("Libraries", "程序库"),
    "doctor.sqlite": ("SQLite", "SQLite"),
    "doctor.qt": ("Qt", "Qt"),
    "doctor.data": ("Data", "数据"),
    "doctor.settings": ("Settings", "设置"),
    "doctor.backups": ("Backups", "备份"),
    "doctor.items": ("Items", "条目"),
    "doctor.waiting": ("Waiting beside the store", "暂存待归入"),
    "doctor.integrity": ("Store check", "数据检查"),
    "doctor.provider": ("Attention scorer", "注意力评分"),
    "doctor.model": ("Language model", "语言模型"),
    "doctor.display": ("Display", "显示"),
    "doctor.tray": ("Tray", "托盘"),
    "doctor.notifications": ("Notifications", "通知"),
    "doctor.shortcut": ("Shortcut", "快捷键"),
    "doctor.owner": ("Running desktop", "正在运行的桌面程序"),
    "doctor.next": ("Next reminder", "下一条提醒"),
    "doctor.network": ("Network", "网络"),
    "doctor.network.none": ("never used", "从不使用"),
    "why.data.read_only": ("not writable", "不可写"),
    "why.provider.unusable": (
        "{detail} is not the scorer this program came with; notes are found by the built-in formula, install it again",
        "{detail} 不是本程序自带的评分模型；现用内置公式查找内容，请重新安装程序",
    ),
    "why.data.open_to_others": ("other users may read: {detail}", "其他用户可读：{detail}"),
    "why.provider.no_device": ("no CUDA device", "没有 CUDA 设备"),
    "why.provider.no_cuda": ("this onnxruntime is built without CUDA", "此 onnxruntime 不含 CUDA"),
    "why.provider.not_wanted": ("CUDA not wanted", "未启用 CUDA"),
    "why.provider.not_started": ("CUDA did not start", "CUDA 启动失败"),
    "why.model.set_aside": ("it stopped three times and is set aside", "它已中断三次，暂不使用"),
    "why.model.gone": ("{detail} is gone", "{detail} 已不存在"),
    "why.display.no_display": ("no display", "没有显示环境"),
    "why.notifications.no_server": (
        "no notification server answers; Sidemind shows reminders itself",
        "没有通知服务应答；提醒由 Sidemind 自己显示",
    ),
    "why.tray.none": (
        "Sidemind cannot stay in the background; its window stays open or minimised to remind you",
        "Sidemind 无法在后台停留；窗口要开着或最小化才能提醒",
    ),
    "why.shortcut.off": ("switched off in the settings", "已在设置中关闭"),
    "why.shortcut.taken": ("another program has the shortcut", "快捷键已被其他程序占用"),
    "why.shortcut.invalid": ("these keys cannot be a shortcut", "这个组合键不能用作快捷键"),
    "why.shortcut.unsupported": (
        "bind this command to a key in the desktop's own settings",
        "请在桌面环境的设置中为此命令绑定按键",
    ),
    "yes": ("yes", "是"),
    "no": ("no", "否"),
    "ok": ("in order", "正常"),
    "none": ("none", "无"),
    "available": ("available", "可用"),
    "unavailable": ("not available", "不可用"),
    "comma": (", ", "、"),
}

PHRASES: dict[str, tuple[str, str]] = {
    **ERRORS,
    **MODEL_FAULTS,
    **CAPTURE,
    **REMINDERS,
    **REPEATS,
    **ANSWERS_TO_REMINDERS,
    **MEANINGS,
    **MENDING,
    **COMMANDS,
    **TODAY,
    **TASKS,
    **REASONS,
    **MORE_REASONS,
    **INTENTIONS,
    **ANSWERS,
    **CARE,
    **DOCTOR,
    **LEARNING,
}
