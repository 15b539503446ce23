"""Time phrases of public suites: what the grammar finds in them, and how much of it is as expected.

A row has `id`, `text`, `ref` (the local wall time now) and may have `lang`, `locale`, `zone` (an offset: -02:00).
What is expected is `kind` with `start`, `end`, `grain` or `rrule`, or `results` with alternative values.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from assistant.evaluation.cases import DataInvalid
from assistant.language.time import find_times
from assistant.language.time_reading import Reading

Row = dict[str, Any]

_ZONE = re.compile(r"([+-])(\d\d):?(\d\d)\b")
_KEPT_CHARACTERS = {"year": 4, "month": 7, "day": 10, "hour": 13, "minute": 16}
_DAY_FIRST = re.compile(r"(?:en[_-])?(?:gb|uk|au|nz|ie|in|za)$", re.IGNORECASE)
_POINTS = ("date", "datetime", "time")


def read_rows(path: Path) -> list[Row]:
    """The rows of a JSON lines file. Raises `DataInvalid` where it is not one."""
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise DataInvalid(f"{path}: {error}") from error
    for row in rows:
        if not isinstance(row, dict) or not {"id", "text", "ref"} <= row.keys():
            raise DataInvalid(f"{path}: a row lacks id, text or ref")
    return rows


def found_in(row: Row) -> list[Row]:
    """What the grammar finds in one row, in local wall time."""
    try:
        now = datetime.fromisoformat(str(row["ref"]))
    except ValueError as error:
        raise DataInvalid(f"{row['id']}: {error}") from error
    now = now if now.tzinfo is not None else now.replace(tzinfo=_zone(row))
    is_day_first = _DAY_FIRST.search(str(row.get("locale") or "")) is not None
    readings = find_times(str(row["text"]), now, is_day_first=is_day_first)
    return [_as_row(reading) for reading in readings]


def _zone(row: Row) -> timezone:
    match = _ZONE.search(f"{row.get('zone') or ''} {row.get('note') or ''}")
    if match is None:
        return timezone.utc  # noqa: UP017 - one type for both
    minutes = int(match[2]) * 60 + int(match[3])
    return timezone(timedelta(minutes=-minutes if match[1] == "-" else minutes))


def _as_row(reading: Reading) -> Row:
    return {
        "span": [reading.start, reading.end],
        "kind": reading.kind,
        "start": _wall(reading.begins) if reading.kind != "duration" else None,
        "end": _end(reading),
        "grain": str(reading.grain),
        "rrule": _with_clock(reading),
        "except": [*reading.except_days, *(f"{month:02}" for month in reading.except_months)],
        "confidence": reading.confidence,
    }


def _end(reading: Reading) -> str | None:
    """The exclusive end; a last minute, hour or day that is named counts in, as the suites have it."""
    if reading.kind != "interval" or reading.ends is None:
        return None
    unit = {"minute": 60, "hour": 3600, "day": 86_400}.get(str(reading.last_grain), 0)
    return _wall(reading.ends + timedelta(seconds=unit))


def _with_clock(reading: Reading) -> str | None:
    """The rule with its time of day, since a row has no other place for it, and without what stands under "except"."""
    if not reading.rrule:
        return None
    if reading.except_months:
        reading = replace(reading, rrule=re.sub(r";BYMONTH=[\d,]+", "", reading.rrule), except_months=())
    if not reading.has_clock or re.search(r"FREQ=(?:SECOND|MINUTE|HOUR)|BYHOUR", reading.rrule):
        return reading.rrule
    return f"{reading.rrule};BYHOUR={reading.at.hour};BYMINUTE={reading.at.minute}"


def _wall(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat(timespec="seconds")


def write(rows: list[Row], path: Path) -> int:
    """Write what is found in every row; how many rows."""
    with path.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps({"id": row["id"], "found": found_in(row)}, ensure_ascii=False) + "\n")
    return len(rows)


def find_all(rows: list[Row]) -> dict[str, list[Row]]:
    """What is found in every row, by its id."""
    return {str(row["id"]): found_in(row) for row in rows}


def read_found(paths: list[Path]) -> dict[str, list[Row]]:
    """What `write` wrote, by the rows' ids. Raises `DataInvalid` where it is something else."""
    try:
        lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return {str(row["id"]): row["found"] for row in map(json.loads, lines)}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataInvalid(f"not what `time` writes: {error}") from error


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of the phrases of one sort are as expected."""

    name: str
    right: int
    asked: int
    wrong: tuple[str, ...]

    def line(self) -> str:
        """One line of the table."""
        share = self.right / self.asked if self.asked else 0.0
        return f"{self.name:44} {self.right:5} of {self.asked:5}  {share:.3f}"


def tallies(rows: list[Row], found: dict[str, list[Row]]) -> list[Tally]:
    """The table: one line for each suite, language and sort of phrase."""
    judged: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    for row in rows:
        sort = _sort(row)
        if sort is not None:
            answers = found.get(str(row["id"]), [])
            judged[sort].append((_is_right(row, answers), f"{row['text']} -> {_told(answers)}"))
    return [
        Tally(sort, sum(right for right, _ in cases), len(cases), tuple(told for right, told in cases if not right))
        for sort, cases in sorted(judged.items())
    ]


def _told(answers: list[Row]) -> str:
    return "; ".join(f"{a['kind']} {a['start']} {a['end'] or ''} {a['grain']} {a['rrule'] or ''}" for a in answers)


def _sort(row: Row) -> str | None:
    """The line of the table that a row belongs to; None for a row that names no single thing."""
    suite, kind = str(row.get("source", "phrases")).split("/")[0], row.get("kind")
    name = f"{suite} {row.get('lang', '')}"
    if "results" in row:
        if kind == "none":
            return f"{name} nothing"
        return f"{name} points and dates" if kind in _POINTS and _alternatives(row) else None
    if kind == "none":
        return f"{name} nothing"
    return f"{name} {kind}s{' (holidays)' if row.get('holiday') else ''}"


def _alternatives(row: Row) -> list[str]:
    values = [value.get("value") for result in row["results"] for value in result.get("values", [])]
    return [value for value in values if value and value != "not resolved"]


def _is_right(row: Row, answers: list[Row]) -> bool:
    if row.get("kind") == "none":
        return not answers
    if not answers:
        return False
    answer = max(answers, key=lambda found: found["span"][1] - found["span"][0])
    if "results" in row:
        return answer["start"] is not None and _is_one_of(answer["start"], _alternatives(row))
    if row["kind"] == "recurring":
        return _same_rule(row["rrule"], answer["rrule"])
    if row["kind"] == "interval":
        return _at(answer["start"], row) == _at(row["start"], row) and _at(answer["end"], row) == _at(row["end"], row)
    return answer["kind"] == "point" and _at(answer["start"], row) == _at(row["start"], row)


def _at(wall: str | None, row: Row) -> str | None:
    """A wall time as exact as the phrase."""
    if wall is None:
        return None
    grain = row.get("grain") or ("day" if "T" not in str(row["start"]) else "minute")
    return wall[: _KEPT_CHARACTERS.get(grain, 10 if grain in ("week", "quarter") else 19)]


def _is_one_of(start: str, values: list[str]) -> bool:
    """Recognizers has "2016-11-07 18:00:00", "2016-11-07" or "18:00:00"."""
    for value in values:
        wall = value.replace(" ", "T")
        if (wall[:16] == start[:16]) if "T" in wall else start.startswith(wall) or start[11:16] == wall[:5]:
            return True
    return False


def _same_rule(expected: Row, rrule: str | None) -> bool:
    """The same frequency, interval and days. A first day and left-out days are no part of a rule."""
    if rrule is None:
        return False
    told = {key.casefold(): value for key, _, value in (part.partition("=") for part in rrule.split(";"))}
    wanted = {key: str(value) for key, value in expected.items() if key not in ("dtstart", "exdate")}
    keys = (told.keys() | wanted.keys()) - {"byhour", "byminute"}
    if "byhour" in wanted:
        keys |= {"byhour", "byminute"}
    told.setdefault("interval", "1")
    return all(_listed(told.get(key, ""), key) == _listed(wanted.get(key, ""), key) for key in keys | {"interval"})


def _listed(value: str, key: str) -> list[str]:
    if key == "until":
        return [value[:8]]
    return sorted((value or ("1" if key == "interval" else "")).casefold().split(","))


def print_table(lines: Iterable[Tally], *, with_faults: bool = False) -> None:
    """Print the table, with what went wrong when asked."""
    for tally in lines:
        if with_faults:
            for fault in tally.wrong:
                print(f"  {fault}")
        print(tally.line())
