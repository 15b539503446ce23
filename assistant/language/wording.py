"""Words for the user: the only place that turns keys, errors, reasons and instants into sentences.

Qt-free, so that the window, the notifications and the command line say the same thing. The sentences stand in
`language/phrases.py`, one key with both languages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from string import Formatter

from assistant.domain.conversation import AnswerNotice
from assistant.domain.diagnosis import Fact, Restored
from assistant.domain.digest import SectionKind
from assistant.domain.errors import AssistantError
from assistant.domain.intention import Cue, Fired, IntentionState
from assistant.domain.item import CaptureLine, ItemKind, Language
from assistant.domain.memory import LetGoCause, Reason, ReasonKind
from assistant.language.choice import interface_language as interface_language  # noqa: PLC0414 - said here too
from assistant.language.patterns import lazy_pattern
from assistant.language.phrases import PHRASES

_MINUTE_MS = 60_000
_HOUR_MS = 60 * _MINUTE_MS
_DAY_MS = 24 * _HOUR_MS
_INSTANT_REASONS = {
    ReasonKind.DUE,
    ReasonKind.DEADLINE,
    ReasonKind.OVERDUE,
    ReasonKind.FRESH,
    ReasonKind.USED,
    ReasonKind.CAME_UP,
    ReasonKind.DONE,
}
_DETAIL_LENGTH = 60
_EVENING = 18  # when only a day was named, its deadline is the evening: the hour is not what the user said
_WEEKDAYS = {
    Language.ENGLISH: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    Language.CHINESE: ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NEAR_DAYS = {
    Language.ENGLISH: {-1: "yesterday", 0: "today", 1: "tomorrow"},
    Language.CHINESE: {-2: "前天", -1: "昨天", 0: "今天", 1: "明天", 2: "后天"},
}


_CLOCK_AT_END = lazy_pattern(r"\d:\d\d$")
_GAP = "\u2060"  # behind a clock time, until it is known what follows
_GAP_BEFORE_HAN = lazy_pattern(f"{_GAP}(?=[\u4e00-\u9fff])")


class _Filler(Formatter):
    """Fills a sentence. `{count:item|items}` chooses the English number; a missing fact gets a plain stand-in."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def get_value(self, key: int | str, args: Sequence[object], kwargs: Mapping[str, object]) -> object:
        del args
        value = kwargs.get(str(key))
        if value is None or value == "":
            fallback = f"fallback.{key}" if f"fallback.{key}" in PHRASES else "fallback.other"
            return _sentence(fallback, self._language)
        return value

    def format_field(self, value: object, format_spec: str) -> str:
        if "|" in format_spec:
            one, _, many = format_spec.partition("|")
            return f"{value} {one if value == 1 else many}"
        text = format(value, format_spec)
        return text + _GAP if self._language is Language.CHINESE and _CLOCK_AT_END.search(text) else text


def _sentence(key: str, language: Language) -> str:
    english, chinese = PHRASES[key]
    return chinese if language is Language.CHINESE else english


def words(key: str, language: Language, **facts: object) -> str:
    """The sentence of `key` with its facts filled in; a clock time is set apart from the Chinese words behind it.

    Raises:
        KeyError: no such key; every key stands in `language/phrases.py`.
    """
    filled = _Filler(language).vformat(_sentence(key, language), (), facts)
    return _GAP_BEFORE_HAN.sub(" ", filled).replace(_GAP, "") if language is Language.CHINESE else filled


def error_sentence(error: BaseException, language: Language) -> str:
    """One clear sentence for an error. Errors that are our own bugs get one general sentence."""
    if not isinstance(error, AssistantError):
        return words("error.bug", language)
    names = [cls.__name__ for cls in type(error).__mro__]
    key = next(f"error.{name}" for name in names if f"error.{name}" in PHRASES)
    reason = str(error.facts.get("reason") or "")
    if f"why.{reason}" in PHRASES:
        reason = words(f"why.{reason}", language)
    sentence = words(key, language, **{**error.facts, "reason": reason})
    if not reason or "{reason}" in _sentence(key, language):
        return sentence
    return f"{sentence}（{reason}）" if language is Language.CHINESE else f"{sentence} ({reason})"


def fact_reason(fact: Fact, language: Language) -> str:
    """Why a fact of the doctor is as it is; empty when there is nothing to say."""
    if fact.errors:
        return " ".join(error_sentence(error, language) for error in fact.errors)
    key = f"why.{fact.subject}.{fact.reason}"
    return words(key, language, detail=fact.detail) if key in PHRASES else fact.reason


def restored_words(restored: Restored | None, now: datetime, language: Language) -> str:
    """How a store was mended, None when it was sound."""
    if restored is None:
        return words("restore.sound", language)
    facts = {"taken": restored.taken_over, "path": restored.damaged}
    if restored.made_at_ms is None:
        return words("restore.anew", language, **facts)
    return words("restore.done", language, when=when_words(restored.made_at_ms, now, language), **facts)


def notice_words(notice: AnswerNotice, language: Language) -> str:
    """What the user must know about how an answer was made; empty for `NONE`."""
    return words(f"notice.{notice}", language)


def section_words(section: SectionKind, language: Language) -> str:
    """The name of a section of Today."""
    return words(f"section.{section}", language)


def kind_words(kind: ItemKind, language: Language) -> str:
    """The name of a kind of item."""
    return words(f"kind.{kind}", language)


def let_go_words(cause: LetGoCause, language: Language) -> str:
    """Why something left the mind."""
    return words(f"let_go.{cause}", language)


def reason_words(reason: Reason, language: Language, now: datetime) -> str:
    """Why an item weighs something, in a few words. An instant in `detail` is said relative to `now`."""
    key = f"reason.{reason.kind}"
    detail = " ".join(reason.detail.split())[:_DETAIL_LENGTH]
    if reason.kind in _INSTANT_REASONS:
        detail = _instant_words(detail, now, language, is_deadline=reason.kind is ReasonKind.DEADLINE)
    if detail or f"{key}.plain" not in PHRASES:
        return words(key, language, detail=detail)
    return words(f"{key}.plain", language)


def _instant_words(detail: str, now: datetime, language: Language, *, is_deadline: bool) -> str:
    try:
        return (deadline_day if is_deadline else when_words)(int(detail), now, language)
    except (ValueError, OverflowError):
        return ""


def when_words(at_ms: int, now: datetime, language: Language, *, has_clock: bool = True) -> str:
    """An instant as a person says it, in the zone of `now`: "tomorrow 15:00", "周五 09:00", "Thu 1 Oct 2026".

    Raises:
        OverflowError: the instant lies outside the calendar.
    """
    at = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=at_ms)).astimezone(now.tzinfo)
    day = _day_words(at.date(), now.date(), language)
    return f"{day} {at.hour:02d}:{at.minute:02d}" if has_clock else day


def deadline_day(at_ms: int, now: datetime, language: Language) -> str:
    """The instant of a deadline, without the hour that stands for the end of a day.

    Raises:
        OverflowError: the instant lies outside the calendar.
    """
    at = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=at_ms)).astimezone(now.tzinfo)
    return when_words(at_ms, now, language, has_clock=(at.hour, at.minute) not in ((_EVENING, 0), (0, 0)))


def _day_words(day: date, today: date, language: Language) -> str:
    distance = (day - today).days
    weekday = _WEEKDAYS[language][day.weekday()]
    if distance in _NEAR_DAYS[language]:
        return _NEAR_DAYS[language][distance]
    if 0 < distance < 7:
        return weekday
    has_year = day.year != today.year
    if language is Language.CHINESE:
        return f"{f'{day.year}年' if has_year else ''}{day.month}月{day.day}日{weekday}"
    return f"{weekday} {day.day} {_MONTHS[day.month - 1]}{f' {day.year}' if has_year else ''}"


def fired_words(fired: Fired, language: Language) -> str:
    """Why an intention is shown now."""
    return words("intention.why", language, match=" ".join(fired.match.split())[:_DETAIL_LENGTH])


def cue_words(cue: Cue, language: Language) -> str:
    """What an intention waits for, in a few words: "when: talk to Anna"."""
    occasion = " ".join(cue.occasion.split())[:_DETAIL_LENGTH]
    return words(f"intention.{cue.kind}", language, occasion=occasion)


def line_cue_words(line: CaptureLine, language: Language) -> str:
    """What the intention of a line waits for; empty without one, and where "waiting for Anna" says it already."""
    cue = line.cue
    is_said = cue is None or bool(line.waiting_for and line.waiting_for in cue.occasion)
    return "" if cue is None or is_said else cue_words(cue, language)


def intention_state_words(state: IntentionState, language: Language) -> str:
    """Where an intention stands."""
    return words(f"intention.state.{state}", language)


def late_words(late_ms: int, language: Language) -> str:
    """How late something is shown: "12 min late", "晚了 2 小时"; under a minute it is on time."""
    if late_ms < _MINUTE_MS:
        return words("late.none", language)
    if late_ms < 2 * _HOUR_MS:
        return words("late.minutes", language, count=late_ms // _MINUTE_MS)
    if late_ms < 2 * _DAY_MS:
        return words("late.hours", language, count=late_ms // _HOUR_MS)
    return words("late.days", language, count=late_ms // _DAY_MS)


def list_words(parts: Sequence[str], language: Language) -> str:
    """Several short parts in one line."""
    return _sentence("comma", language).join(parts)


def titled(said: str, text: str, language: Language) -> str:
    """A text behind what is said of it: "Done: call Anna"."""
    return f"{said}：{text}" if language is Language.CHINESE else f"{said}: {text}"


def noted(said: str, note: str, language: Language) -> str:
    """A text with a note in brackets behind it; full-width ones bring their own space."""
    return f"{said}{'' if language is Language.CHINESE else ' '}{bracketed(note, language)}"


def bracketed(text: str, language: Language) -> str:
    """A text in the brackets of its language."""
    return f"（{text}）" if language is Language.CHINESE else f"({text})"
