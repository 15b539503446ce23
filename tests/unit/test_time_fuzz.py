"""The fuzz run of the time grammar, for a moment."""

from __future__ import annotations

import pytest

from assistant.evaluation import time_fuzz


def test_random_text_is_read_without_a_fault():
    outcome = time_fuzz.fuzz(minutes=0.02, seed=7)

    assert outcome.texts > 0
    assert outcome.faults == []


def test_a_fault_is_counted_and_told(monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object, **__: object) -> None:
        raise KeyError("no such month")

    monkeypatch.setattr(time_fuzz, "find_times", broken)
    outcome = time_fuzz.fuzz(minutes=0.0001, seed=7)

    assert len(outcome.faults) >= outcome.texts  # and one more for each text that was read ten times
    assert not outcome.is_clean
    assert any("KeyError" in line for line in outcome.lines())
