"""Laws of the dynamic memory."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.item import Item, ItemKind, Provenance
from assistant.domain.memory import LetGoCause, Reason, ReasonKind, Use, UseKind
from assistant.memory.residency import Bounds, Candidate, due_odds, may_stay, settle, strength, use_odds

NOW_MS = 1_790_000_000_000
HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
FEW = settings(max_examples=50, deadline=None)  # a list of candidates takes a while to make up
WIDE = Bounds(tokens=800, items=7, threshold=0.05)

instants = st.integers(NOW_MS - 400 * DAY_MS, NOW_MS + DAY_MS)
kinds = st.sampled_from(UseKind)


@st.composite
def use_logs(draw, item_id="i"):
    return draw(
        st.lists(st.builds(Use, st.just(item_id), kinds, instants, st.floats(0, 1, allow_subnormal=False)), max_size=4)
    )


@st.composite
def candidate_lists(draw):
    count = draw(st.integers(0, 9))
    made = []
    for number in range(count):
        item = Item(
            id=f"i{number:02}",
            kind=draw(st.sampled_from(ItemKind)),
            text="x",
            created_at_ms=NOW_MS - draw(st.integers(0, 100)) * DAY_MS,
            provenance=draw(st.sampled_from(Provenance)),
            done_at_ms=draw(st.sampled_from([None, None, None, NOW_MS])),
            is_pinned=draw(st.sampled_from([False, False, True])),
            not_before_ms=draw(st.sampled_from([None, None, NOW_MS - 1, NOW_MS + DAY_MS])),
            session=draw(st.sampled_from([None, "s"])),
        )
        made.append(
            Candidate(
                item,
                tokens=draw(st.integers(1, 96)),
                uses=draw(use_logs(item.id)),
                due_at_ms=draw(st.one_of(st.none(), instants)),
                is_waiting=draw(st.booleans()),
            )
        )
    return made


bounds = st.builds(Bounds, st.integers(1, 400), st.integers(1, 8), st.floats(0, 0.9))


def note(**fields):
    return Item(**{"id": "i", "kind": ItemKind.NOTE, "text": "x", "created_at_ms": NOW_MS, **fields})


def uses(*ages_hours, kind=UseKind.OPENED):
    return [Use("i", kind, round(NOW_MS - age * HOUR_MS)) for age in ages_hours]


def odds(*ages_hours):
    return sum(use_odds(uses(*ages_hours), NOW_MS).values())


@given(use_logs(), kinds, instants, st.floats(0, 1))
def test_another_use_never_lowers_the_strength(log, kind, at_ms, amount):
    before = sum(use_odds(log, NOW_MS).values())
    after = sum(use_odds([*log, Use("i", kind, at_ms, amount)], NOW_MS).values())
    assert after >= before * (1 - 1e-12)


def test_uses_count_by_frequency_recency_and_spacing():
    assert odds(5, 30) > odds(5)
    assert odds(2) > odds(20)
    assert odds(24, 48, 72) > odds(72, 72.1, 72.2) * 1.5


def test_age_follows_a_power_law():
    assert odds(100.0 - 0.1) == pytest.approx(odds(1.0 - 0.1) / 10)


@given(st.floats(0, 1000), st.floats(0, 1000))
def test_the_due_instant_is_the_peak(hours, more):
    at_due = due_odds(NOW_MS, NOW_MS)
    for sign in (1, -1):
        near = due_odds(NOW_MS + round(sign * hours * HOUR_MS), NOW_MS)
        far = due_odds(NOW_MS + round(sign * (hours + more) * HOUR_MS), NOW_MS)
        assert far <= near <= at_due


@FEW
@given(candidate_lists())
def test_every_item_has_reasons_whose_shares_sum_to_one(candidates):
    for candidate in candidates:
        found = strength(candidate, NOW_MS)
        assert sum(reason.share for reason in found.reasons) == pytest.approx(1)
        assert 0 <= found.weight < 1


@FEW
@given(candidate_lists(), bounds, st.sets(st.integers(0, 11)))
def test_the_list_is_never_over_its_bounds_but_by_pins(candidates, limit, resident):
    settled = settle(candidates, {f"i{number:02}": 0.5 for number in resident}, limit, NOW_MS)
    pinned = [each for each in settled.residents if each.item.is_pinned]
    free = [each for each in settled.residents if not each.item.is_pinned]
    if free:
        assert sum(each.tokens for each in settled.residents) <= limit.tokens
        assert len(settled.residents) <= limit.items
    expected = {each.item.id for each in candidates if each.item.is_pinned and may_stay(each.item, NOW_MS)}
    assert {each.item.id for each in pinned} == expected


@FEW
@given(candidate_lists(), bounds, st.sets(st.integers(0, 11)))
def test_settling_again_at_the_same_instant_changes_nothing(candidates, limit, resident):
    first = settle(candidates, {f"i{number:02}": 0.5 for number in resident}, limit, NOW_MS)
    again = settle(candidates, {each.item.id: each.weight for each in first.residents}, limit, NOW_MS)
    assert again.residents == first.residents
    assert again.let_go == ()


@FEW
@given(candidate_lists(), bounds, st.sets(st.integers(0, 14)))
def test_who_was_resident_stays_or_has_a_tombstone(candidates, limit, resident):
    current = {f"i{number:02}": 0.5 for number in resident}
    settled = settle(candidates, current, limit, NOW_MS)
    known = current.keys() & {each.item.id for each in candidates}
    stayed = {each.item.id for each in settled.residents}
    gone = {stone.item_id for stone in settled.let_go}
    assert gone == known - stayed


@FEW
@given(candidate_lists(), bounds)
def test_done_and_not_now_are_never_on_the_mind(candidates, limit):
    for resident in settle(candidates, {}, limit, NOW_MS).residents:
        assert not resident.item.is_done
        assert (resident.item.not_before_ms or 0) <= NOW_MS


def test_a_resident_under_the_threshold_is_let_go():
    faded = Candidate(note(), tokens=5, uses=uses(24 * 60))
    settled = settle([faded], {"i": 0.06}, WIDE, NOW_MS)
    assert [stone.cause for stone in settled.let_go] == [LetGoCause.FADED]


def test_a_newcomer_must_be_clearly_more_needed_than_a_resident():
    here = Candidate(note(id="here"), 5, uses(10))
    slightly_better = Candidate(note(id="new"), 5, uses(9))
    much_better = Candidate(note(id="new"), 5, uses(1))
    one = Bounds(tokens=800, items=1, threshold=0.05)
    assert [each.item.id for each in settle([here, slightly_better], {"here": 0.2}, one, NOW_MS).residents] == ["here"]
    settled = settle([here, much_better], {"here": 0.2}, one, NOW_MS)
    assert [each.item.id for each in settled.residents] == ["new"]
    assert [stone.cause for stone in settled.let_go] == [LetGoCause.CROWDED]


def test_pins_over_the_budget_all_stay_and_leave_no_room():
    pinned = [Candidate(note(id=f"p{number}", is_pinned=True), 90, ()) for number in range(5)]
    other = Candidate(note(id="other"), 1, uses(0))
    settled = settle([*pinned, other], {"other": 0.9}, Bounds(100, 3, 0.05), NOW_MS)
    assert len(settled.residents) == 5
    assert [stone.item_id for stone in settled.let_go] == ["other"]


def test_done_and_not_now_outrank_a_pin():
    done = Candidate(note(id="done", is_pinned=True, done_at_ms=NOW_MS), 5)
    later = Candidate(note(id="later", is_pinned=True, not_before_ms=NOW_MS + 1), 5)
    settled = settle([done, later], {"done": 0.5, "later": 0.5}, WIDE, NOW_MS)
    assert settled.residents == ()
    assert {stone.item_id: stone.cause for stone in settled.let_go} == {
        "done": LetGoCause.DONE,
        "later": LetGoCause.NOT_NOW,
    }


def test_what_the_assistant_wrote_comes_to_mind_only_when_pinned():
    written = note(provenance=Provenance.ASSISTANT)
    assert not may_stay(written, NOW_MS)
    assert may_stay(replace(written, is_pinned=True), NOW_MS)


def test_a_question_asked_in_a_conversation_is_not_on_the_mind():
    assert not may_stay(note(kind=ItemKind.QUESTION, session="s"), NOW_MS)
    assert may_stay(note(kind=ItemKind.QUESTION), NOW_MS)


def test_a_match_is_told_by_the_scorers_reasons_while_it_is_news():
    because = (Reason(ReasonKind.WORDS, 0.75, "anna"), Reason(ReasonKind.SESSION, 0.25))
    fresh = strength(Candidate(note(), 5, uses(0, kind=UseKind.ASKED), matched=because), NOW_MS)
    assert [(reason.kind, reason.share) for reason in fresh.reasons] == [
        (ReasonKind.WORDS, 0.75),
        (ReasonKind.SESSION, 0.25),
    ]
    old = strength(Candidate(note(), 5, uses(3, kind=UseKind.ASKED), matched=because), NOW_MS)
    assert [reason.kind for reason in old.reasons] == [ReasonKind.USED]


def test_an_open_task_stays_above_the_default_threshold_by_itself():
    task = Candidate(note(kind=ItemKind.TASK), 5, uses(24 * 365))
    assert strength(task, NOW_MS).weight > WIDE.threshold * 1.2
