"""Zones named beside a clock time: 8:00 GMT, 9 am PST, 15:00 UTC+2, 北京时间8点. Read on folded text.

An abbreviation is read as a person in its own country means it; those of daylight saving are their own names.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from assistant.language.time_clues import HAN_ZONE, JOINED, ZONE, Finder
from assistant.language.time_parts import Frame, Part, Zone
from assistant.language.time_settle import Settled

_MINUTES = {
    "gmt": 0, "utc": 0, "wet": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "ist": 330,
    "sgt": 480, "hkt": 480, "awst": 480, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "ast": -240, "adt": -180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420, "akst": -540, "hst": -600,
}  # fmt: skip
_AREAS = {
    "gmt": "UTC", "utc": "UTC", "wet": "Europe/Lisbon", "bst": "Europe/London", "cet": "Europe/Paris",
    "cest": "Europe/Paris", "eet": "Europe/Athens", "eest": "Europe/Athens", "msk": "Europe/Moscow",
    "ist": "Asia/Kolkata", "sgt": "Asia/Singapore", "hkt": "Asia/Hong_Kong", "awst": "Australia/Perth",
    "jst": "Asia/Tokyo", "kst": "Asia/Seoul", "aest": "Australia/Sydney", "aedt": "Australia/Sydney",
    "nzst": "Pacific/Auckland", "nzdt": "Pacific/Auckland", "ast": "America/Halifax", "adt": "America/Halifax",
    "est": "America/New_York", "edt": "America/New_York", "cst": "America/Chicago", "cdt": "America/Chicago",
    "mst": "America/Denver", "mdt": "America/Denver", "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles",
    "akst": "America/Anchorage", "hst": "Pacific/Honolulu",
}  # fmt: skip
_PLACES = {
    "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver",
    "pacific": "America/Los_Angeles", "new york": "America/New_York", "ny": "America/New_York",
    "boston": "America/New_York", "toronto": "America/Toronto", "chicago": "America/Chicago",
    "la": "America/Los_Angeles", "california": "America/Los_Angeles", "seattle": "America/Los_Angeles",
    "london": "Europe/London", "uk": "Europe/London", "paris": "Europe/Paris", "berlin": "Europe/Berlin",
    "german": "Europe/Berlin", "zurich": "Europe/Zurich", "moscow": "Europe/Moscow", "dubai": "Asia/Dubai",
    "india": "Asia/Kolkata", "beijing": "Asia/Shanghai", "china": "Asia/Shanghai", "shanghai": "Asia/Shanghai",
    "hong kong": "Asia/Hong_Kong", "singapore": "Asia/Singapore", "tokyo": "Asia/Tokyo", "japan": "Asia/Tokyo",
    "seoul": "Asia/Seoul", "sydney": "Australia/Sydney",
}  # fmt: skip
_CHINESE = {
    "北京": "Asia/Shanghai", "东京": "Asia/Tokyo", "伦敦": "Europe/London", "英国": "Europe/London",
    "巴黎": "Europe/Paris", "柏林": "Europe/Berlin", "德国": "Europe/Berlin", "纽约": "America/New_York",
    "美东": "America/New_York", "美西": "America/Los_Angeles", "洛杉矶": "America/Los_Angeles",
    "悉尼": "Australia/Sydney", "新加坡": "Asia/Singapore", "香港": "Asia/Hong_Kong", "日本": "Asia/Tokyo",
    "首尔": "Asia/Seoul", "莫斯科": "Europe/Moscow",
}  # fmt: skip
_NAMED = rf"(?<=[\dmhp.t ])(?<![a-z]\.)\b({'|'.join(_MINUTES)})(?:([+-])(\d{{1,2}})(?::?(\d\d))?)?(?![a-z0-9])"
_OFFSET = r"(?<=\d:\d\d) ?([+-])(\d\d):?([0-5]\d)(?![\d:])"
_CHINESE_NAMED = rf"({'|'.join(_CHINESE)})时间"
_PLACE = rf"(?<![a-z])(?:({'|'.join(_PLACES)})(?:'s)?(?: standard| daylight)? time|(?<=[\dm.] )(et|pt))(?![a-z0-9])"


def _shift(sign: str | None, hours: str | None, minutes: str | None) -> int:
    if sign is None:
        return 0
    total = int(hours or 0) * 60 + int(minutes or 0)
    return -total if sign == "-" else total


def _part(match: re.Match[str], minutes: int, area: str = "", *, is_place: bool = False) -> Part:
    hours, rest = divmod(minutes, 60)
    if not area and not rest and -12 <= hours <= 14:
        area = f"Etc/GMT{-hours:+d}"  # whose signs count westwards
    zone = Zone(max(-1439, min(1439, minutes)), area, is_place=is_place)
    return Part(match.start(), match.end(), (zone,), is_weak=True)


def _named(match: re.Match[str], frame: Frame) -> Part:
    del frame
    shift = _shift(match[2], match[3], match[4])
    return _part(match, _MINUTES[match[1]] + shift, "" if shift else _AREAS[match[1]])


def _offset(match: re.Match[str], frame: Frame) -> Part:
    del frame
    return _part(match, _shift(match[1], match[2], match[3]))


def _chinese(match: re.Match[str], frame: Frame) -> Part:
    del frame
    return _part(match, 0, _CHINESE[match[1]], is_place=True)


def _place(match: re.Match[str], frame: Frame) -> Part:
    del frame
    abbreviated = {"et": "America/New_York", "pt": "America/Los_Angeles"}
    return _part(match, 0, _PLACES[match[1]] if match[1] else abbreviated[match[2]], is_place=True)


def zone_rules() -> tuple[Finder, ...]:
    """The rules of zones; each counts only beside a clock time."""
    return (
        Finder(_CHINESE_NAMED, _chinese, (HAN_ZONE,)),
        Finder(_NAMED, _named, (ZONE,)),
        Finder(_PLACE, _place, (ZONE,)),
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
    clocks = clocks_of(zone) if zone.is_place else timezone(timedelta(minutes=zone.minutes))
    return wall.replace(tzinfo=clocks, fold=0).astimezone(frame.now.tzinfo)


def clocks_of(zone: Zone) -> tzinfo:
    """By which clocks something that repeats is meant: those of the place, through summer and winter."""
    return ZoneInfo(zone.area) if zone.area else timezone(timedelta(minutes=zone.minutes))
