"""Random and mutated text in both scripts against the time grammar: no exception, no hang, linear in its length."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.evaluation.recall_commands import Commands
from assistant.language.capture_line import read_line
from assistant.language.time import READ_CHARACTERS, find_times

GROWTH_AT_MOST = 20.0
"""Ten times the text may cost so many times as much: a line's fixed costs and a busy machine are in it."""

HANG_MS = 250.0
"""A text of 2,000 characters that takes longer counts as a hang."""

_WORDS = """
today tomorrow tonight yesterday next last this every each in other at on by before after until from to the a of and
except within half quarter past noon midnight morning afternoon evening night weekend monday tue friday sundays jan
february May Dec. 1st 2nd 31st twenty first third last second minutes hours days weeks months years ago later now
christmas easter ramadan hanukkah new year's eve am pm p.m. o'clock 3 15 30 2026 99 3:30 25:61 2026-02-30 13/13/13
10.31 Q3 eod weekday daily twice summer EST +02:00 Z @ # " “ ” ' ’ ( ) - – / : . , ; ! ? ~ % $ done finish lent
明天 后天 大后天 昨晚 今早 上周 下下周 周一 星期天 礼拜三 每 每隔 每天 除了 除外 工作日 周末 月底 年初 季度 上旬 半 两
二十 十五 廿三 〇 零 百 点 點 时 分 秒 刻 号 日 月 年 天 小时 分钟 后 後 前 之前 以内 内 第 最后 倒数 春节 除夕 中秋
清明 农历 正月 初一 国庆 完成 再 从 到 至 在 的 了 差 过 ３ ５：３０ 二〇二六年 冬天 搭 个字
"""
_FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_ZONES = ("UTC", "America/New_York", "Europe/London", "Asia/Shanghai", "Australia/Lord_Howe", "Pacific/Apia")
_KEPT = 5


@dataclass(slots=True)
class Outcome:
    """What a run saw: texts read, exceptions with their texts, the slowest texts with their milliseconds."""

    texts: int = 0
    characters: int = 0
    faults: list[str] = field(default_factory=list[str])
    slowest: list[tuple[float, str]] = field(default_factory=list[tuple[float, str]])
    growth: float = 0.0
    grown: str = ""

    @property
    def is_clean(self) -> bool:
        """Whether nothing raised, nothing hung and nothing grew faster than its text."""
        return not self.faults and self.growth <= GROWTH_AT_MOST and all(ms < HANG_MS for ms, _ in self.slowest)

    def lines(self) -> Iterator[str]:
        """The report."""
        yield f"texts {self.texts}, characters {self.characters}, exceptions {len(self.faults)}"
        yield from self.faults[:_KEPT]
        for taken, text in self.slowest:
            yield f"slowest {taken:8.2f} ms, {len(text)} characters: {text[:60]!r}"
        yield f"largest growth {self.growth:.1f} times for ten times the text: {self.grown[:60]!r}"


def add_to(commands: Commands) -> None:
    """The command `time-fuzz`."""
    parser = commands.add_parser("time-fuzz", help="random text in both scripts against the time grammar")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    """1 when a text raised, hung or cost more than its length."""
    outcome = fuzz(chosen.minutes, chosen.seed)
    for line in outcome.lines():
        print(line)
    return 0 if outcome.is_clean else 1


def fuzz(minutes: float, seed: int) -> Outcome:
    """Read random texts for so many minutes; reproducible as far as the machine reaches."""
    chance, outcome = random.Random(seed), Outcome()
    ends = time.monotonic() + 60 * minutes
    while time.monotonic() < ends:
        text, now = _text(chance), _now(chance)
        began = time.thread_time()
        try:
            _check(text, now)
        except _FAULTS as error:
            outcome.faults.append(_fault(error, text, now))
        taken = (time.thread_time() - began) * 1000
        outcome.texts += 1
        outcome.characters += len(text)
        if len(outcome.slowest) < _KEPT or taken > outcome.slowest[-1][0]:
            outcome.slowest = sorted([*outcome.slowest, (taken, text)], reverse=True)[:_KEPT]
        if outcome.texts % 100 == 0:
            try:
                _grow(text, now, outcome)
            except _FAULTS as error:
                outcome.faults.append(_fault(error, f"ten times {text[:40]}", now))
    return outcome


def _fault(error: BaseException, text: str, now: datetime) -> str:
    return f"{type(error).__name__}: {error} in {text[:200]!r} at {now.isoformat()}"


def _check(text: str, now: datetime) -> None:
    """Raise when a text does, or when what is found lies outside of it."""
    end = 0
    for reading in find_times(text, now):
        if not end <= reading.start < reading.end <= len(text):
            raise AssertionError(f"span {reading.start}:{reading.end} after {end}")
        end = reading.end
    read_line(text, now)


def _grow(text: str, now: datetime, outcome: Outcome) -> None:
    """How much longer ten times a text takes; the best of three, since others use the machine too."""
    unit = text[:40] or "x"
    short, long = ((unit * READ_CHARACTERS)[:length] for length in (READ_CHARACTERS // 10, READ_CHARACTERS))
    costs: list[float] = []
    for repeated in (short, long):
        taken: list[float] = []
        for _ in range(3):
            began = time.thread_time()
            find_times(repeated, now)
            taken.append(time.thread_time() - began)
        costs.append(min(taken))
    growth = costs[1] / max(costs[0], 0.0005)
    if growth > outcome.growth:
        outcome.growth, outcome.grown = growth, unit


def _now(chance: random.Random) -> datetime:
    seconds = chance.randrange(0, 200 * 366 * 86_400)
    return (datetime(1925, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).astimezone(ZoneInfo(chance.choice(_ZONES)))


def _text(chance: random.Random) -> str:
    """Words of both languages joined, random characters, or one of them repeated to the length that is read."""
    kind = chance.random()
    if kind < 0.1:
        return "".join(chr(chance.choice((chance.randrange(0x250), chance.randrange(0x110000)))) for _ in range(60))
    words = _WORDS.split()
    gap = chance.choice(("", " ", " ", ", "))
    text = gap.join(chance.choice(words) for _ in range(chance.randrange(1, 40)))
    if kind < 0.4:
        signs = list(text)
        for _ in range(chance.randrange(1, 6)):
            place = chance.randrange(len(signs) + 1)
            signs[place : place + chance.randrange(2)] = chance.choice(
                ("", chance.choice(text), chr(chance.randrange(0xD800)))
            )
        text = "".join(signs)
    if kind > 0.97:
        text = (text * READ_CHARACTERS)[:READ_CHARACTERS] if text else text
    return text
