"""When the log is gone through, what is in force, and which answer a use belongs to; over a log in memory."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.domain.changes import Topic
from assistant.domain.errors import ModelInvalid
from assistant.domain.item import Item, ItemKind
from assistant.domain.learning import Calibration, LearnedFrom, LearningLog, Shown, ShownRow
from assistant.domain.memory import Evidence, Use, UseKind, Weighed
from assistant.domain.settings import Settings
from assistant.memory import features
from assistant.services.learning import AMOUNTS, LEAST_NEW_USES, MOST_ROWS, WITHIN_MS, Learning, exposures
from tests.fakes import FakeLearned, FixedClock

MODEL = "2-abc"
WIDTH = len(features.FEATURES)


class NamedScorer:
    """Only its name and its logits count here."""

    groups = features.GROUPS
    provider = "none"

    def __init__(self):
        self.name = MODEL

    def score(self, pairs, *, explain=True):
        return pairs[:, 0] * 10, None, None


class World:
    def __init__(self):
        self.learned = FakeLearned()
        self.clock = FixedClock.at("2026-11-24T10:00")
        self.settings = Settings()
        self.scorer = NamedScorer()
        self.told = []
        self.learning = Learning(self.learned, self.scorer, self.clock, lambda: self.settings, self.told.append)

    def answer(self, *names, has_evidence=True):
        evidence = Evidence((0.5,) * WIDTH, 1.25, 0.75) if has_evidence else None
        items = [Item(name, ItemKind.NOTE, name, 0) for name in names]
        self.learning.shown([Weighed(item, 0.1, 1.0, evidence=evidence) for item in items])
        self.clock.advance(1_000)

    def use(self, name, kind=UseKind.OPENED):
        self.learned.residents.record([Use(name, kind, self.clock.now_ms())])


@pytest.fixture
def world():
    return World()


def test_only_what_the_scorer_saw_is_noted_and_not_too_much_of_it(world):
    world.answer(*(f"note {place}" for place in range(MOST_ROWS + 9)))
    world.answer("by its day", has_evidence=False)
    (shown,) = world.learned.shown
    assert len(shown.rows) == MOST_ROWS
    assert (shown.model, shown.need) == (MODEL, 0.75)
    assert shown.rows[0] == ShownRow("note 0", 1.25, (0.5,) * WIDTH)


def test_nothing_is_noted_without_a_scorer_or_when_switched_off(world):
    world.scorer.name = ""
    world.answer("a")
    world.scorer.name = MODEL
    world.settings = replace(world.settings, is_learning_enabled=False)
    world.answer("a")
    assert world.learned.shown == []


def test_the_log_is_gone_through_when_enough_is_new(world):
    world.answer("a", "b")
    for _ in range(LEAST_NEW_USES - 1):
        world.use("a")
    assert not world.learning.relearn_when_due()
    world.use("a")
    assert world.learning.relearn_when_due()
    world.clock.advance(1)
    assert not world.learning.relearn_when_due()
    assert [changes.topics for changes in world.told] == [frozenset({Topic.LEARNING})]


def test_the_more_is_known_the_more_has_to_be_new(world):
    world.answer("a", "b")
    world.learned.keep(LearnedFrom.USE, Calibration(MODEL, count=80), world.clock.now_ms())
    world.clock.advance(1)
    for _ in range(9):
        world.use("a")
    assert not world.learning.relearn_when_due()
    world.use("a")
    assert world.learning.relearn_when_due()


def test_both_corrections_are_in_force_and_only_for_their_model(world):
    assert world.learning.calibration() is None
    world.learning.keep(LearnedFrom.REHEARSAL, Calibration(MODEL, (1.0,), count=200), 5)
    assert world.learning.calibration().weights == (1.0,)
    assert world.learning.rehearsed_at_ms() == 5
    world.learning.keep(LearnedFrom.USE, Calibration(MODEL, (0.5,), count=20), 6)
    assert world.learning.calibration().weights == (1.5,)
    world.scorer.name = "2-other"
    assert world.learning.calibration() is None
    assert world.learning.rehearsed_at_ms() is None
    assert world.learning.state().use is None


def test_a_new_rehearsal_has_what_was_learned_from_use_fitted_anew(world):
    world.learning.keep(LearnedFrom.USE, Calibration(MODEL, (0.5,), count=20), 1)
    world.learning.keep(LearnedFrom.REHEARSAL, Calibration(MODEL, (1.0,), count=200), 2)
    assert world.learned.kept[LearnedFrom.USE][0].count == 0  # the log is empty: nothing to learn from


def rows(*names):
    return [ShownRow(name, 0.0, (0.0,) * WIDTH) for name in names]


@pytest.mark.parametrize(
    ("kind", "wanted", "rejected"),
    [
        (UseKind.OPENED, 1.0, False),
        (UseKind.EDITED, 1.0, False),
        (UseKind.PINNED, 1.0, False),
        (UseKind.DONE, 0.5, False),
        (UseKind.NOT_NOW, 0.0, True),
        (UseKind.CITED, 0.0, False),
        (UseKind.FIRED, 0.0, False),
        (UseKind.CAME_UP, 0.0, False),
    ],
)
def test_what_each_use_says(kind, wanted, rejected):
    log = LearningLog([Shown(0, MODEL, 1.0, rows("a", "b"))], [Use("b", kind, 10)])
    (found,) = exposures(log, MODEL)
    assert found.wanted.tolist() == [0.0, wanted]
    assert found.rejected.tolist() == [False, rejected]
    assert AMOUNTS.get(kind, 0.0) == wanted


def test_a_use_belongs_to_the_latest_answer_before_it():
    shown = [Shown(at_ms, MODEL, 1.0, rows("a", "b")) for at_ms in (0, 100, 200)]
    log = LearningLog(shown, [Use("a", UseKind.OPENED, 150), Use("b", UseKind.OPENED, 200 + WITHIN_MS + 1)])
    assert [one.wanted.tolist() for one in exposures(log, MODEL)] == [[0, 0], [1, 0], [0, 0]]


def test_the_clearest_of_several_uses_counts():
    uses = [Use("a", UseKind.OPENED, 1), Use("a", UseKind.DONE, 2)]
    (found,) = exposures(LearningLog([Shown(0, MODEL, 1.0, rows("a", "b"))], uses), MODEL)
    assert found.wanted.tolist() == [1.0, 0.0]


def test_what_another_model_showed_and_empty_answers_teach_nothing():
    log = LearningLog([Shown(0, "1-old", 1.0, rows("a")), Shown(1, MODEL, 1.0, [])], [Use("a", UseKind.OPENED, 2)])
    assert exposures(log, MODEL) == []


def test_rows_of_an_older_scorer_are_weighed_anew(world):
    shown = Shown(0, "2-old", 0.4, [ShownRow(name, 9.0, (value,) * WIDTH) for name, value in (("a", 0.5), ("b", 2.0))])
    log = LearningLog([shown, replace(shown, model="1-abc")], [])
    (found,) = exposures(log, MODEL, rescored=lambda pairs: pairs[:, 0] * 10)
    assert found.logits.tolist() == [5.0, 20.0]
    assert found.need == 1.0
    assert exposures(log, MODEL) == []
    world.learned.add(replace(shown, at_ms=world.clock.now_ms()))
    world.use("a")
    assert world.learning.relearn().count == 1


def test_the_rehearsed_correction_is_what_use_is_added_to():
    shown = Shown(0, MODEL, 1.0, [ShownRow(name, 0.0, (value,) * WIDTH) for name, value in (("a", 0.0), ("b", 2.0))])
    rehearsed = Calibration(MODEL, (1.0,) + (0.0,) * (WIDTH - 1))
    (found,) = exposures(LearningLog([shown], []), MODEL, rehearsed)
    assert found.logits[1] > found.logits[0]


def test_a_renewed_scorer_has_the_log_gone_through_at_once(world):
    world.answer("a", "b")
    world.use("a")
    world.learning.relearn()
    world.clock.advance(1)
    assert not world.learning.relearn_when_due()
    world.scorer.name = "2-new"
    assert world.learning.relearn_when_due()
    assert world.learned.kept[LearnedFrom.USE][0].model == "2-new"
    world.clock.advance(1)
    assert not world.learning.relearn_when_due()


def test_without_a_usable_scorer_nothing_is_learned(world):
    world.answer("a", "b")
    world.use("a")
    world.learning.relearn()
    world.scorer.name = "2-new"

    def fail(_, *, explain=True):
        raise ModelInvalid(path="scorer.onnx", reason="truncated")

    world.scorer.score = fail
    assert not world.learning.relearn_when_due()
    assert world.learned.kept[LearnedFrom.USE][0].model == MODEL
