"""Where the zone's name comes from."""

from __future__ import annotations

from datetime import UTC

import pytest

from assistant.platform.clock import SystemClock


@pytest.fixture
def root(tmp_path):
    (tmp_path / "etc").mkdir()
    return tmp_path


def zone(root, **environ):
    return SystemClock(root, environ).zone()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Europe/Paris", "Europe/Paris"),
        (":Asia/Shanghai", "Asia/Shanghai"),
        ("/usr/share/zoneinfo/America/New_York", "America/New_York"),
        ("nowhere/at all", "UTC"),
        ("../../etc/passwd", "UTC"),
        ("/etc/localtime", "UTC"),
        ("", "UTC"),
        ("\0", "UTC"),
    ],
)
def test_tz_names_the_zone_or_is_passed_over(root, value, expected):
    assert zone(root, TZ=value) == expected


def test_the_link_names_the_zone(root):
    (root / "etc" / "localtime").symlink_to("/usr/share/zoneinfo/Asia/Tokyo")
    assert zone(root) == "Asia/Tokyo"


def test_the_written_name_counts_where_there_is_no_link(root):
    (root / "etc" / "timezone").write_text("Europe/Berlin\n")
    assert zone(root) == "Europe/Berlin"
    (root / "etc" / "localtime").symlink_to("../usr/share/zoneinfo/Asia/Tokyo")
    assert zone(root) == "Asia/Tokyo"


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b"two\nlines\n"])
def test_a_damaged_file_is_passed_over(root, content):
    (root / "etc" / "timezone").write_bytes(content)
    assert zone(root) == "UTC"


def test_local_time_is_the_same_instant_in_the_users_zone(root):
    clock = SystemClock(root, {"TZ": "Asia/Shanghai"})
    assert clock.local(0).isoformat() == "1970-01-01T08:00:00+08:00"
    assert abs(clock.local().astimezone(UTC).timestamp() * 1000 - clock.now_ms()) < 60_000


def test_a_traveller_is_followed_and_a_zone_that_is_being_replaced_is_not_utc(root, monkeypatch):
    now_s = [0.0]
    monkeypatch.setattr("assistant.platform.clock.time.monotonic", lambda: now_s[0])
    link = root / "etc" / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Europe/Berlin")
    clock = SystemClock(root, {})
    seen = [clock.zone()]
    link.unlink()
    now_s[0] += 60
    seen.append(clock.zone())
    link.symlink_to("/usr/share/zoneinfo/Asia/Tokyo")
    now_s[0] += 60
    seen.append(clock.zone())
    assert seen == ["Europe/Berlin", "Europe/Berlin", "Asia/Tokyo"]


@pytest.mark.parametrize("instant", [10**18, -(10**18)])
def test_an_instant_outside_the_calendar_does_not_break_the_clock(root, instant):
    assert SystemClock(root, {}).local(instant).year in (1, 9999)
