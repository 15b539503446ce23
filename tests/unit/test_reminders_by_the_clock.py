"""Nothing missed, nothing doubled, whatever happens to the clock and to the process."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes import FakeItems, FakeOccurrences
from tests.simulated_days import PLACES, World, is_kept, judge, story, tell


def world():
    items = FakeItems()
    return World(items, lambda _: FakeOccurrences(items))


steps = st.one_of(
    st.tuples(st.just("arm"), st.tuples(st.integers(0, 3000))),
    st.tuples(st.just("run"), st.tuples(st.integers(1, 3))),
    st.tuples(st.just("jump"), st.tuples(st.integers(-3000, 50_000))),
    st.tuples(st.just("travel"), st.tuples(st.sampled_from(["Asia/Tokyo", "Pacific/Apia", "UTC"]))),
    st.tuples(st.just("restart"), st.just(())),
    st.tuples(st.just("server"), st.tuples(st.booleans())),
    st.tuples(st.just("done"), st.tuples(st.integers(0, 5))),
    st.tuples(st.just("snooze"), st.tuples(st.integers(0, 5), st.integers(0, 300))),
)
kills = st.tuples(st.just("kill"), st.tuples(st.sampled_from(PLACES)))


@settings(max_examples=150, deadline=None)
@given(st.lists(steps, max_size=25))
def test_without_a_kill_each_is_shown_exactly_once(happens):
    judged = judge(tell(world(), happens))
    assert is_kept(judged)
    assert judged["repeats"] == 0


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(steps, kills), max_size=25))
def test_a_kill_brings_no_miss_and_at_most_a_labelled_repeat(happens):
    told = tell(world(), happens)
    judged = judge(told)
    assert (judged["missed"], judged["unlabelled"], judged["early"]) == (0, 0, 0)
    assert judged["repeats"] <= told.killed_while_shown.total()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("is_server_there", [True, False])
@pytest.mark.parametrize("count", [1, 5])
def test_one_kill_at_the_worst_instant(place, is_server_there, count):
    told = world()
    told.server(is_server_there)
    for _ in range(count):
        told.arm(1)
    told.kill(place)
    told.jump(30)
    told.finish()
    judged = judge(told)
    assert is_kept(judged)
    assert judged["repeats"] == 0 or place in ("after show", "after mark")


@pytest.mark.parametrize("seed", range(40))
def test_a_day_by_chance(seed):
    judged = judge(tell(world(), story(seed)))
    assert (judged["missed"], judged["unlabelled"], judged["early"]) == (0, 0, 0)
