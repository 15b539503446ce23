"""The phrases for what was learned, English and Chinese side by side; part of `language/phrases.py`."""

from __future__ import annotations

LEARNING: dict[str, tuple[str, str]] = {
    "learned.off": ("Learning is switched off.", "学习已关闭。"),
    "learned.nothing": ("Nothing learned from use yet.", "还没有从使用中学到什么。"),
    "learned.few": (
        "Nothing learned from use yet: {count:use is|uses are} noted, and it takes some more.",
        "还没有从使用中学到什么：目前记下 {count} 次使用，还需要再多一些。",
    ),
    "learned.use": ("Learned from {count:use|uses}: {effects}.", "从 {count} 次使用中学到：{effects}。"),
    "learned.unchanged": (
        "Went through {count:use|uses}: what you use is found well as it is.",
        "看过 {count} 次使用：现在的排序已经合适，没有改动。",
    ),
    "learned.formula": (
        "The built-in formula orders what is found: it ranked what you used better than the scorer.",
        "现在由内置公式排序：它把你用到的内容排得比评分模型更靠前。",
    ),
    "learned.writing": (
        "The local language model is writing questions about your notes; Ctrl+C stops it and keeps what is written.",
        "本地语言模型正在就你的笔记写问题；按 Ctrl+C 停止，已写的会保留。",
    ),
    "learned.written": (
        "The local language model wrote {count:question|questions} for rehearsals.",
        "本地语言模型为演练写了 {count} 个问题。",
    ),
    "learned.rehearsed_at": ("Last rehearsal: {at}.", "上次演练：{at}。"),
    "learned.rehearsal": (
        "Rehearsed your notes with {count:question|questions}: {effects}.",
        "用 {count} 个问题演练过你的笔记：{effects}。",
    ),
    "learned.rehearsal.unchanged": (
        "Rehearsed your notes with {count:question|questions}: your use bears nothing of it out, so nothing changed.",
        "用 {count} 个问题演练过你的笔记：你的使用没有证实什么变化，因此未作改动。",
    ),
    "learned.more": ("{what} count more", "更看重{what}"),
    "learned.less": ("{what} count less", "不太看重{what}"),
    "learned.slightly": ("small changes everywhere", "各处略有调整"),
    "learned.words": ("shared words", "相同的词"),
    "learned.dates": ("dates", "日期"),
    "learned.neighbours": ("neighbouring lines", "前后的内容"),
    "learned.session": ("conversations as a whole", "整段对话"),
    "learned.names": ("names", "名字"),
    "learned.speaker": ("who said it", "谁说的"),
    "learned.meaning": ("similar meanings", "相近的意思"),
    "learned.recent": ("recent notes", "最近的内容"),
    "doctor.scorer": ("Scorer's weights", "评分模型的权重"),
    "doctor.scorer.formula": ("none: the built-in formula takes their place", "无：由内置公式代替"),
    "doctor.scorer.taken_over": (
        "set aside: the built-in formula ranked what you used better",
        "已搁置：内置公式把你用到的内容排得更靠前",
    ),
    "why.scorer.no_footing": (
        "not fitted for answers; without a language model words alone decide what answers",
        "未按回答拟合；没有语言模型时，仅按字词判断何者能回答",
    ),
    "doctor.learned": ("Learned from use", "从使用中学习"),
    "doctor.learned.off": ("switched off", "已关闭"),
    "doctor.written": ("Questions written", "写出的问题"),
    "doctor.rehearsed": ("Notes rehearsed", "笔记演练"),
    "why.learned.in_force": ("uses; `sidemind mind --learned` says what", "次使用；`sidemind mind --learned` 可查看"),
    "why.learned.unchanged": ("uses; nothing had to change", "次使用；无需改动"),
    "why.written.for_rehearsal": (
        "by the local language model, for rehearsing your notes",
        "由本地语言模型写出，供演练笔记使用",
    ),
    "why.rehearsed.in_force": ("the order fits their shape since", "此后排序更合笔记的结构"),
    "why.rehearsed.unchanged": (
        "your own use bears nothing of it out; nothing changed",
        "你的使用没有证实什么变化；未作改动",
    ),
    "learned.reset": ("What was learned is forgotten.", "已忘记学到的内容。"),
}
