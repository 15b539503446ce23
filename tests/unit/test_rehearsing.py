"""A rehearsal of the store: when it is due, how it stops and goes on, and that only a win is adopted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import pytest

from assistant.domain.item import Item, ItemKind
from assistant.domain.job import Cancelled, Job
from assistant.domain.learning import Calibration, LearnedFrom
from assistant.domain.memory import Evidence, ReasonKind, Weighed
from assistant.memory import features
from assistant.services import rehearsing
from assistant.services.rehearsing import AGAIN_AFTER_MS, LEAST_ITEMS, Rehearsing
from tests.fakes import FakeItems, FixedClock

WIDTH = len(features.FEATURES)
EVIDENCE = features.COLUMNS["neighbour_bm25"]


@dataclass
class Asked:
    text: str
    item_id: str


class FakeLearning:
    is_on = True
    model = "1-abc"
    has_uses = is_proven = True

    def __init__(self):
        self.at_ms = None
        self.kept = []

    def can_prove(self):
        return self.has_uses

    def proves(self, rehearsed):
        return self.is_proven

    def rehearsed_at_ms(self):
        return self.at_ms

    def keep(self, source, calibration, at_ms):
        self.kept.append((source, calibration))
        self.at_ms = at_ms


class LearnableRecall:
    """What is wanted has much of one feature, and the logits do not know it."""

    def __init__(self, items, is_telling=True):
        self.items = items
        self.is_telling = is_telling
        self.asked = []

    def recall(self, text, *, limit):
        self.asked.append(text)
        draw = np.random.default_rng(len(self.asked))
        wanted = text.split()[-1]
        found = []
        for item in self.items[: limit - 1]:
            row = np.zeros(WIDTH)
            row[EVIDENCE] = draw.random() + (1.5 if item.id == wanted and self.is_telling else 0.0)
            found.append(Weighed(item, 0.1, 0.0, evidence=Evidence(tuple(row.tolist()), float(draw.normal()), 0.5)))
        return found


class World:
    def __init__(self, count=LEAST_ITEMS, *, is_telling=True):
        self.clock = FixedClock.at("2026-11-24T10:00")
        self.rows = [Item(f"id{n:04}", ItemKind.NOTE, f"note {n}", self.clock.now_ms() + n) for n in range(count)]
        self.learning = FakeLearning()
        self.recall = LearnableRecall(self.rows, is_telling)
        self.on_mains = True
        self.pauses = []
        self.made = []
        self.written = []
        self.rehearsing = Rehearsing(
            FakeItems(self.rows),
            self.recall,
            self.learning,
            self.clock,
            self._asker,
            is_on_mains=lambda: self.on_mains,
            written=lambda: self.written,
        )

    def rehearse(self, job, **options):
        return self.rehearsing.rehearse(job, **{"pause": self.pauses.append} | options)

    def _asker(self, items):
        self.made.append(list(items))
        return self

    def questions(self, draw, count):
        for place in range(count):
            item_id = f"id{place % 20:04}"
            yield Asked(f"question {place} about {item_id}", item_id)


def test_a_rehearsal_that_wins_is_adopted():
    world = World()
    found = world.rehearse(Job())
    assert found.weights[EVIDENCE] > 0
    assert found.after < found.before
    assert found.silence == 0
    assert world.learning.kept == [(LearnedFrom.REHEARSAL, found)]
    assert len(world.recall.asked) == rehearsing.QUESTIONS


def test_one_that_does_not_win_changes_nothing():
    found = World(is_telling=False).rehearse(Job())
    assert found.is_neutral
    assert found.count > 0


def test_one_that_the_users_own_uses_do_not_bear_out_changes_nothing():
    world = World()
    world.learning.is_proven = False
    found = world.rehearse(Job())
    assert found.is_neutral
    assert (found.effects, found.known) == ((), 0.0)
    assert found.count > 0
    assert world.learning.kept == [(LearnedFrom.REHEARSAL, found)]  # so that it is not due again at once


def test_the_questions_are_made_of_neighbouring_items_in_their_order():
    world = World(2_000)
    world.rehearse(Job())
    (sample,) = world.made
    numbers = [int(item.id[2:]) for item in sample]
    assert numbers == sorted(numbers)
    assert len(numbers) == 600
    assert sum(after == before + 1 for before, after in pairwise(numbers)) >= 588


@pytest.mark.parametrize(("written", "asked"), [(0, 0), (7, 7), (500, rehearsing.MOST_WRITTEN)])
def test_what_a_language_model_wrote_is_up_to_half_of_the_questions(written, asked):
    world = World()
    world.written = [Asked(f"written {place} about id0001", "id0001") for place in range(written)]
    world.rehearse(Job())
    first, others = world.recall.asked[:asked], world.recall.asked[asked:]
    assert len(first) + len(others) == rehearsing.QUESTIONS
    assert all(text.startswith("written") for text in first)
    assert not any(text.startswith("written") for text in others)


@pytest.mark.parametrize(
    ("change", "is_due"),
    [
        (lambda world: None, True),
        (lambda world: setattr(world, "on_mains", False), False),
        (lambda world: setattr(world.learning, "is_on", False), False),
        (lambda world: setattr(world.learning, "model", ""), False),
        (lambda world: setattr(world.learning, "has_uses", False), False),
        (lambda world: setattr(world.learning, "at_ms", world.clock.now_ms() - 1), False),
        (lambda world: setattr(world.learning, "at_ms", world.clock.now_ms() - AGAIN_AFTER_MS), True),
        (lambda world: setattr(world.learning, "at_ms", world.clock.now_ms() + 5), True),  # the clock was set back
    ],
)
def test_when_it_is_due(change, is_due):
    world = World()
    change(world)
    assert world.rehearsing.is_due() is is_due


def test_a_small_store_is_left_alone():
    assert not World(LEAST_ITEMS - 1).rehearsing.is_due()


def test_it_stops_within_one_question_and_goes_on_where_it_stopped():
    world = World()
    stops = iter([True] * 30 + [False])
    assert world.rehearse(Job(), may_go_on=lambda: next(stops)) is None
    assert len(world.recall.asked) == 30
    assert world.learning.kept == []
    found = world.rehearse(Job())
    assert found == World().rehearse(Job())  # as without the break
    assert len(world.made) == 1


def test_a_cancelled_job_stops_it_before_the_next_question():
    world = World()
    job = Job()
    world.recall.recall = lambda text, limit: job.cancel() or []
    with pytest.raises(Cancelled):
        world.rehearse(job)
    assert world.learning.kept == []


def test_a_cancelled_job_also_ends_the_fit():
    world = World()
    job = Job()
    left = rehearsing.QUESTIONS

    def asked(_):
        nonlocal left
        left -= 1
        if not left:
            job.cancel()

    with pytest.raises(Cancelled):
        world.rehearse(job, pause=asked)
    assert len(world.recall.asked) == rehearsing.QUESTIONS
    assert world.learning.kept == []


def test_it_stops_on_battery():
    world = World()

    def drained(_):
        world.on_mains = len(world.recall.asked) < 10

    assert world.rehearse(Job(), pause=drained) is None
    assert len(world.recall.asked) == 10


def test_it_is_bounded_and_rests_as_long_as_it_works(monkeypatch):
    now = [0.0]

    def tick():
        now[0] += 0.25
        return now[0]

    for clock in ("monotonic", "thread_time"):
        monkeypatch.setattr(rehearsing.time, clock, tick)
    world = World()
    world.rehearse(Job())
    assert len(world.recall.asked) == rehearsing.MOST_SECONDS * 2 + 1
    assert set(world.pauses) == {0.5}


def test_another_scorer_starts_a_rehearsal_anew():
    world = World()
    stops = iter([True] * 5 + [False])
    world.rehearse(Job(), may_go_on=lambda: next(stops))
    world.learning.model = "1-other"
    assert world.rehearse(Job()).model == "1-other"
    assert len(world.made) == 2


def test_the_result_is_the_same_every_time():
    assert World().rehearse(Job()) == World().rehearse(Job())
    assert isinstance(replace(World().rehearse(Job()), count=0), Calibration)


def test_what_the_shape_does_not_decide_is_left_to_the_scorer():
    world = World()
    meant = [
        column
        for column, feature in enumerate(features.FEATURES)
        if feature.group in (ReasonKind.MEANING, ReasonKind.WORDS)
    ]
    telling = world.recall.recall

    def recall(text, *, limit):
        found = telling(text, limit=limit)
        for place, one in enumerate(found):
            row = list(one.evidence.features)
            for column in meant:
                row[column] = -row[EVIDENCE]
            found[place] = replace(one, evidence=replace(one.evidence, features=tuple(row)))
        return found

    world.recall.recall = recall
    found = world.rehearse(Job())
    assert meant
    assert not any(found.weights[column] for column in meant)
    assert found.weights[EVIDENCE] > 0
