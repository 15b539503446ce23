"""What happens in the demo's day, and why, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain.item import Language


@dataclass(frozen=True, slots=True)
class Day:
    """One day. Pairs are (what is typed, why it is shown)."""

    name: str
    language: Language
    locale: str
    setting: str
    title: str
    morning: tuple[tuple[str, str], ...]
    why_mind: str
    question: str
    why_question: str
    typed: str
    minutes_to_reminder: int
    why_reminder: str
    why_snoozed: str
    by_notification: str
    by_window: str
    half_sentence: str
    why_interruption: str
    why_return: str
    pinned: str
    why_pin: str
    why_later_mind: str
    why_digest: str
    searched: str
    why_search: str
    why_export: str

    def by_whom(self, *, was_notified: bool) -> str:
        """Which surface showed a reminder."""
        return self.by_notification if was_notified else self.by_window


def days() -> tuple[Day, Day]:
    """The day in English and in Chinese."""
    return _ENGLISH, _CHINESE


_ENGLISH = Day(
    name="en",
    language=Language.ENGLISH,
    locale="en_GB.UTF-8",
    setting="en",
    title="A short day, in English",
    morning=(
        ("send the budget draft to Anna in 30 minutes #budget", "A task with a time: the time is read from the words."),
        ("the spare key is with Mrs Novak on the second floor", "Something you need once a year: a note."),
        ("waiting for Li Wei: the signed contract", "Somebody owes you something. Today lists it as waiting."),
        ("call the dentist today at 11:00", "Another task, due later this morning."),
        ("Anna prefers figures first, words second", "A preference, worth remembering when the draft is written."),
        ('read the article "tomorrow never dies"', "Words in double quotes are never read as a time."),
    ),
    why_mind="What is on your mind now: seven things at most, the heaviest first, each with its reasons.",
    question="where is the spare key?",
    why_question="A question. Without a language model the answer is made of your own notes, with sources.",
    typed="meet Anna tomorrow 3pm about the #budget draft",
    minutes_to_reminder=15,
    why_reminder="Half an hour has passed since the first task was kept: its reminder comes, once.",
    why_snoozed="Snoozed for ten minutes, it comes again; this time it is answered with Done.",
    by_notification="shown as a desktop notification with Done and Snooze",
    by_window="no notification server took it, so the window and the tray show it",
    half_sentence="ask the landlord whether the",
    why_interruption="Interrupted in mid-sentence: the program is closed, and the computer sleeps for three hours.",
    why_return="Back again. The half sentence is still there, and what came due meanwhile says how late it is.",
    pinned="figures first",
    why_pin="Pinned, so it never fades",
    why_later_mind="Hours later: what is done has left your mind; what is due or was used weighs more.",
    why_digest="Today, made without any model: at most seven lines, each with its reason.",
    searched="budget",
    why_search="Nothing deletes itself: search finds everything, also what is no longer on your mind.",
    why_export="Everything you gave, as JSON lines and Markdown.",
)

_CHINESE = Day(
    name="zh",
    language=Language.CHINESE,
    locale="zh_CN.UTF-8",
    setting="zh_CN",
    title="短短的一天（中文）",
    morning=(
        ("30分钟后把预算草稿发给安娜 #预算", "带时间的任务：时间从文字里读出。"),
        ("备用钥匙在二楼王阿姨那里", "一年才用得上一次的事：记为笔记。"),
        ("等李伟：签好的合同", "有人欠你一样东西：“今天”把它列在“等待他人”里。"),
        ("今天11点给牙医打电话", "另一个任务，上午稍后到期。"),
        ("安娜喜欢先看数字，再看文字", "一个偏好，写草稿时用得上。"),
        ("读文章“明天会更好”", "引号里的词不会被当成时间。"),
    ),
    why_mind="此刻心上的事：最多七件，最要紧的在前，每件都有原因。",
    question="备用钥匙在哪里？",
    why_question="提问。没有语言模型时，回答由你自己的笔记整理而成，并附来源。",
    typed="明天下午三点和安娜讨论 #预算 草稿",
    minutes_to_reminder=15,
    why_reminder="离第一个任务记下已过半小时：提醒到了，只提一次。",
    why_snoozed="推迟十分钟后再次提醒；这次按下“完成”。",
    by_notification="以桌面通知显示，带“完成”和“稍后”按钮",
    by_window="没有通知服务，由窗口和托盘显示",
    half_sentence="问房东能不能把",
    why_interruption="话说到一半被打断：程序结束，电脑睡眠三小时。",
    why_return="回来了。半句话还在；期间到点的提醒会说明晚了多久。",
    pinned="先看数字",
    why_pin="置顶，不会淡忘",
    why_later_mind="几小时后：做完的已不在心上，快到时间的和用过的更重。",
    why_digest="今天，不用任何模型：最多七行，每行都有原因。",
    searched="预算",
    why_search="什么都不会自行删除：搜索能找到一切，包括不再放在心上的。",
    why_export="你记下的一切，导出为 JSON Lines 和 Markdown。",
)
