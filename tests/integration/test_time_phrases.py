"""The measure of the time grammar: what it writes for a row, and when that counts as right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.evaluation.__main__ import main
from assistant.evaluation.time_phrases import found_in, tallies

REF = "2026-09-30T10:00:00"


def row(text: str, **expected: Any) -> dict[str, Any]:
    return {"id": "1", "text": text, "ref": REF, "lang": "en", "source": "own", **expected}


def is_right(text: str, **expected: Any) -> bool:
    asked = row(text, **expected)
    (tally,) = tallies([asked], {"1": found_in(asked)})
    return tally.right == 1


def test_a_point_is_written_as_local_wall_time():
    (found,) = found_in(row("call Anna tomorrow at 3pm", note="ref zone -02:00"))

    assert found["span"] == [10, 25]
    assert (found["kind"], found["start"], found["end"]) == ("point", "2026-10-01T15:00:00", None)
    assert (found["grain"], found["rrule"]) == ("hour", None)


def test_a_recurrence_carries_its_time_of_day():
    (found,) = found_in(row("every Monday at 9:30"))

    assert (found["kind"], found["start"]) == ("recurring", "2026-10-05T09:30:00")
    assert found["rrule"] == "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=30"


def test_the_order_of_a_numeric_date_is_that_of_the_locale():
    assert found_in(row("due 3/12/2026", locale="en-US"))[0]["start"].startswith("2026-03-12")
    assert found_in(row("due 3/12/2026", locale="en-GB"))[0]["start"].startswith("2026-12-03")


@pytest.mark.parametrize(
    ("text", "expected", "right"),
    [
        ("tomorrow at 3pm", {"kind": "point", "start": "2026-10-01T15:00:00", "grain": "hour"}, True),
        ("tomorrow at 4pm", {"kind": "point", "start": "2026-10-01T15:00:00", "grain": "hour"}, False),
        ("tomorrow", {"kind": "point", "start": "2026-10-01T00:00:00", "grain": "day"}, True),
        ("nothing here", {"kind": "point", "start": "2026-10-01T00:00:00", "grain": "day"}, False),
        ("nothing here", {"kind": "none"}, True),
        ("tomorrow", {"kind": "none"}, False),
        ("daily at 3pm", {"kind": "recurring", "rrule": {"freq": "daily", "interval": 1}}, True),
        ("daily at 3pm", {"kind": "recurring", "rrule": {"freq": "daily", "interval": 1, "byhour": "4"}}, False),
        ("every other day", {"kind": "recurring", "rrule": {"freq": "daily", "interval": 1}}, False),
        ("tomorrow", {"kind": "date", "results": [{"values": [{"value": "2026-10-01"}]}]}, True),
    ],
)
def test_an_answer_is_judged_at_the_grain_of_the_phrase(text: str, expected: dict[str, Any], right: bool):
    assert is_right(text, **expected) is right


def test_the_commands_write_and_score_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    data, out = tmp_path / "data.jsonl", tmp_path / "out.jsonl"
    data.write_text(json.dumps(row("tomorrow", kind="point", start="2026-10-01T00:00:00", grain="day")), "utf-8")

    assert main(["time", "--data", str(data), "--out", str(out)]) == 0
    assert main(["time-score", "--data", str(data), "--found", str(out)]) == 0
    assert "own en points" in capsys.readouterr().out


def test_a_file_that_is_no_suite_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    data = tmp_path / "data.jsonl"
    data.write_text('{"id": 1}', "utf-8")

    assert main(["time-score", "--data", str(data)]) == 1
    assert "lacks" in capsys.readouterr().err
