"""A sleep or a moved clock shows as the two clocks disagreeing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.platform.wake import ClockJump


def test_the_first_look_is_never_a_jump():
    assert ClockJump().check(1_000_000, 0) == 0


@given(st.integers(0, 10**13), st.integers(0, 10**9), st.integers(-5_000, 5_000))
def test_time_that_passes_in_both_clocks_is_no_jump(wall_ms, passed_ms, drift_ms):
    jump = ClockJump()
    jump.check(wall_ms, 0)
    assert jump.check(wall_ms + passed_ms + drift_ms, passed_ms) == 0


@given(st.one_of(st.integers(5_001, 10**12), st.integers(-(10**12), -5_001)), st.integers(0, 10**9))
def test_a_jump_is_told_once_by_its_size(jumped_ms, passed_ms):
    jump = ClockJump()
    jump.check(0, 0)
    assert jump.check(passed_ms + jumped_ms, passed_ms) == jumped_ms
    assert jump.check(passed_ms + jumped_ms + 30_000, passed_ms + 30_000) == 0
