"""The phrases for how something repeats, English and Chinese side by side; part of `language/phrases.py`."""

from __future__ import annotations

REPEATS: dict[str, tuple[str, str]] = {
    "repeat": ("repeats {how}", "{how}重复"),
    "repeat.until": ("repeats {how} until {day}", "{how}重复，到{day}为止"),
    "repeat.count": ("repeats {how}, {count:time|times} in all", "{how}重复，共 {count} 次"),
    "repeat.day": ("every day", "每天"),
    "repeat.days": ("every {count} days", "每 {count} 天"),
    "repeat.workday": ("every weekday", "每个工作日"),
    "repeat.weekend": ("on weekends", "每个周末"),
    "repeat.hour": ("every hour", "每小时"),
    "repeat.hours": ("every {count} hours", "每 {count} 小时"),
    "repeat.minutes": ("every {count} minutes", "每 {count} 分钟"),
    "repeat.in_zone": ("{how} by the time of {zone}", "按 {zone} 时间{how}"),
    "repeat.week": ("every {days}", "每{days}"),
    "repeat.two_weeks": ("every other {days}", "隔周{days}"),
    "repeat.weeks": ("every {count} weeks on {days}", "每 {count} 周的{days}"),
    "repeat.month": ("every month on {days}", "每月{days}"),
    "repeat.months": ("every {count} months on {days}", "每 {count} 个月的{days}"),
    "repeat.year": ("every year on {days}", "每年{days}"),
    "repeat.years": ("every {count} years on {days}", "每 {count} 年的{days}"),
    "repeat.week_number": ("{days} of week {week}", "第 {week} 周的{days}"),
    "repeat.year_day": ("day {day} of the year", "当年的第 {day} 天"),
    "repeat.at": ("{how} at {times}", "{how}的{times}"),
    "repeat.in_months": ("{how} in {months}", "{months}里{how}"),
    "repeat.not_in_months": ("{how}, not in {months}", "除{months}外，{how}"),
    "repeat.last_day": ("the last day", "最后一天"),
    "repeat.place": ("the {place} {day}", "{place}个{day}"),
    "repeat.working_day": ("working day", "工作日"),
    "repeat.other": ("by a rule of its own", "按自己的规则"),
    "reminder.was_quiet": ("It waited for the quiet hours to end", "免打扰时段内没有提醒"),
}
