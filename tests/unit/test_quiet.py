"""On mains or on battery, as the kernel says it in its files."""

from __future__ import annotations

import pytest

from assistant.platform.quiet import is_on_mains, user_idle_s


def supplies(folder, **given):
    for name, facts in given.items():
        (folder / name).mkdir()
        for fact, value in facts.items():
            (folder / name / fact).write_text(f"{value}\n")
    return folder


BATTERY = {"type": "Battery", "status": "Discharging"}


@pytest.mark.parametrize(
    ("given", "on_mains"),
    [
        ({}, True),  # a desktop computer
        ({"AC": {"type": "Mains", "online": "1"}, "BAT0": BATTERY | {"status": "Charging"}}, True),
        ({"AC": {"type": "Mains", "online": "0"}, "BAT0": BATTERY}, False),
        ({"ucsi": {"type": "USB", "online": "1"}, "BAT0": BATTERY | {"status": "Charging"}}, True),
        ({"BAT0": BATTERY}, False),
        ({"BAT0": BATTERY | {"status": "Full"}}, True),
        ({"mouse": BATTERY | {"scope": "Device"}}, True),
        ({"odd": {}}, True),
    ],
)
def test_power(given, on_mains, tmp_path):
    assert is_on_mains(supplies(tmp_path, **given)) is on_mains


def test_a_machine_that_tells_nothing_is_on_mains(tmp_path):
    assert is_on_mains(tmp_path / "missing")


def test_without_a_display_nobody_can_say_who_is_there(monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    assert user_idle_s() is None
    monkeypatch.setenv("DISPLAY", ":987")
    assert user_idle_s() is None
