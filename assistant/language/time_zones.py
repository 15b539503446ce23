"""Zones named beside a clock time: 8:00 GMT, 9 am PST, 15:00 UTC+2, 北京时间8点. Read on folded text.

An abbreviation is read as a person in its own country means it; those of daylight saving are their own names.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from assistant.language.time_clues import HAN_ZONE, JOINED, ZONE, Finder
from assistant.language.time_parts import Frame, Part, Zone
from assistant.language.time_settle import Settled

_MINUTES = {
    "gmt": 0, "utc": 0, "wet": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "ist": 330,
    "sgt": 480, "hkt": 480, "awst": 480, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "ast": -240, "adt": -180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420, "akst": -540, "hst": -600,
}  # fmt: skip
_CHINESE = {"北京时间": 480, "东京时间": 540, "伦敦时间": 0}
_NAMED = rf"(?<=[\dmhp.t ])(?<![a-z]\.)\b({'|'.join(_MINUTES)})(?:([+-])(\d{{1,2}})(?::?(\d\d))?)?(?![a-z0-9])"
_OFFSET = r"(?<=\d:\d\d) ?([+-])(\d\d):?([0-5]\d)(?![\d:])"
_CHINESE_NAMED = "|".join(_CHINESE)


def _shift(sign: str | None, hours: str | None, minutes: str | None) -> int:
    if sign is None:
        return 0
    total = int(hours or 0) * 60 + int(minutes or 0)
    return -total if sign == "-" else total


def _part(match: re.Match[str], minutes: int) -> Part:
    return Part(match.start(), match.end(), (Zone(max(-1439, min(1439, minutes))),), is_weak=True)


def _named(match: re.Match[str], frame: Frame) -> Part:
    del frame
    return _part(match, _MINUTES[match[1]] + _shift(match[2], match[3], match[4]))


def _offset(match: re.Match[str], frame: Frame) -> Part:
    del frame
    return _part(match, _shift(match[1], match[2], match[3]))


def _chinese(match: re.Match[str], frame: Frame) -> Part:
    del frame
    return _part(match, _CHINESE[match[0]])


def zone_rules() -> tuple[Finder, ...]:
    """The rules of zones; each counts only beside a clock time."""
    return (
        Finder(_CHINESE_NAMED, _chinese, (HAN_ZONE,)),
        Finder(_NAMED, _named, (ZONE,)),
        Finder(_OFFSET, _offset, (JOINED,)),
    )


def in_zone(settled: Settled, zone: Zone | None, frame: Frame, *, has_day: bool) -> Settled:
    """The instant when that wall time is read in another zone; without a day the next such instant."""
    if zone is None:
        return settled
    at = moved(settled.at, zone, frame)
    if not has_day and not frame.is_ahead(at):
        at += timedelta(days=1)
    return replace(settled, at=at, begins=at)


def moved(wall: datetime, zone: Zone, frame: Frame) -> datetime:
    """The instant at which it is that wall time in the zone."""
    named = wall.replace(tzinfo=timezone(timedelta(minutes=zone.minutes)))
    return named.astimezone(frame.now.tzinfo)
