"""What is learned from use: bounded, the same from the same log, and only what wins on what it did not see."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.domain.learning import Calibration
from assistant.domain.memory import ReasonKind
from assistant.memory import learning
from assistant.memory.features import COLUMNS, FEATURES
from assistant.memory.features import GROUPS as GROUPS_OF_ALL
from assistant.memory.learning import Exposure, adjust, combined, contributions, correction, learn, proves, told_effects

GROUPS = (ReasonKind.WORDS, ReasonKind.DATES, ReasonKind.SESSION, None)
MODEL = "1-abc"


def exposures(count, taste, seed=0, shown=12, need=1.0):
    """What a user of this taste uses: the best by base logits and taste; the base knows nothing of the taste."""
    draw = np.random.default_rng(seed)
    made = []
    for _ in range(count):
        features = draw.normal(size=(shown, len(GROUPS))).astype(np.float32)
        features[:, 3] = draw.normal()  # the same for all: a fact about the question
        logits = draw.normal(size=shown).astype(np.float32)
        wanted = np.zeros(shown, np.float32)
        wanted[np.argmax(logits + features @ np.asarray(taste, np.float32) + draw.gumbel(size=shown))] = 1
        made.append(Exposure(features, logits, wanted, np.zeros(shown, bool), need))
    return made


def hits(made, calibration):
    """How often what was wanted comes first."""
    found = [np.argmax(one.logits + correction(calibration, one.features)) == np.argmax(one.wanted) for one in made]
    return float(np.mean(found))


@pytest.mark.parametrize(
    ("weight", "count", "is_proven"),
    [(1.5, 60, True), (-1.5, 60, False), (0.0, 60, False), (1.5, learning.LEAST_USES - 1, False), (1.5, 0, False)],
)
def test_a_correction_made_elsewhere_is_proven_by_real_uses_alone(weight, count, is_proven):
    made = Calibration(MODEL, (0.0, 0.0, weight, 0.0))
    assert proves(made, exposures(count, (0.0, 0.0, 2.0, 0.0))) is is_proven


def test_a_taste_is_learned_and_helps_with_questions_never_seen():
    lesson = learn(exposures(120, (0.0, 0.0, 2.0, 0.0)), GROUPS, MODEL)
    assert lesson.after < lesson.before
    assert lesson.count == 120
    unseen = exposures(400, (0.0, 0.0, 2.0, 0.0), seed=1)
    assert hits(unseen, lesson) > hits(unseen, Calibration(MODEL)) + 0.1
    assert told_effects(lesson)[0] == (ReasonKind.SESSION, True)


def test_what_counts_less_is_learned_too():
    lesson = learn(exposures(150, (-2.0, 0.0, 0.0, 0.0)), GROUPS, MODEL)
    assert told_effects(lesson)[0] == (ReasonKind.WORDS, False)


@pytest.mark.parametrize("seed", range(8))
def test_chance_is_hardly_ever_adopted_and_never_costs_much(seed):
    lesson = learn(exposures(60, (0.0, 0.0, 0.0, 0.0), seed=seed), GROUPS, MODEL)
    unseen = exposures(400, (0.0, 0.0, 0.0, 0.0), seed=100 + seed)
    assert hits(unseen, lesson) >= hits(unseen, Calibration(MODEL)) - 0.03


def test_the_same_log_teaches_the_same():
    assert learn(exposures(50, (1.0, 0, 0, 0)), GROUPS, MODEL) == learn(exposures(50, (1.0, 0, 0, 0)), GROUPS, MODEL)


def test_few_uses_teach_nothing():
    lesson = learn(exposures(learning.LEAST_USES - 1, (3.0, 0, 0, 0)), GROUPS, MODEL)
    assert lesson.is_neutral
    assert lesson.count == learning.LEAST_USES - 1


def test_a_fact_about_the_question_gets_no_weight():
    lesson = learn(exposures(120, (2.0, 0, 0, 0)), GROUPS, MODEL)
    assert lesson.weights[3] == 0


def test_whatever_is_learned_the_correction_is_bounded():
    extreme = Calibration(MODEL, weights=(1000.0, 0.0, 0.0, 0.0))
    moved = correction(extreme, np.random.default_rng(0).normal(size=(50, 4)).astype(np.float32))
    assert np.abs(moved).max() <= learning.MOST_LOGITS
    lesson = learn(exposures(120, (50.0, 0, 0, 0)), GROUPS, MODEL)
    spread = np.concatenate([one.features - one.features.mean(axis=0) for one in exposures(120, (50.0, 0, 0, 0))])
    assert abs(lesson.weights[0]) * spread[:, 0].std() <= learning.MOST_WEIGHT * 1.001


def test_a_calibration_of_other_features_changes_nothing():
    assert not correction(Calibration(MODEL, weights=(1.0, 2.0)), np.ones((3, 4), np.float32)).any()
    assert not len(correction(Calibration(MODEL, weights=(1.0,)), np.empty((0, 1), np.float32)))


def test_a_correction_keeps_the_probability_of_any_need():
    pairs = np.random.default_rng(0).normal(size=(6, 4)).astype(np.float32)
    logits = np.log(np.array([0.3, 0.2, 0.1, 0.05, 0.03, 0.02], np.float32)) + np.float32(0.4)
    weights = np.array([0.3, 0.2, 0.1, 0.05, 0.03, 0.02], np.float32)
    learned = Calibration(MODEL, weights=(1.0, 0.0, -0.5, 0.0))
    moved, shares = adjust(learned, logits, weights, pairs)
    assert shares.sum() == pytest.approx(0.7, abs=1e-5)
    assert np.argsort(-moved).tolist() == np.argsort(-shares).tolist()
    assert np.log(np.exp(moved).sum()) == pytest.approx(np.log(np.exp(logits).sum()), abs=1e-4)
    quiet, silenced = adjust(Calibration(MODEL, weights=learned.weights, silence=1.0), logits, weights, pairs)
    assert silenced.sum() < shares.sum()
    assert (quiet < moved).all()


def test_nothing_learned_is_the_very_same():
    logits, weights = np.array([1.0, 0.0], np.float32), np.array([0.7, 0.3], np.float32)
    same = adjust(Calibration(MODEL), logits, weights, np.ones((2, 4), np.float32))
    assert same[0] is logits
    assert same[1] is weights


def test_rejected_items_sink():
    draw = np.random.default_rng(3)
    made = []
    for _ in range(200):
        features = draw.normal(size=(8, 4)).astype(np.float32)
        rejected = np.zeros(8, bool)
        rejected[np.argmax(features[:, 1])] = True  # the user never wants what matches by date
        made.append(Exposure(features, np.zeros(8, np.float32), np.zeros(8, np.float32), rejected))
    lesson = learn(made, GROUPS, MODEL)
    assert lesson.weights[1] < -0.1
    assert lesson.effects[0][0] is ReasonKind.DATES


def test_silence_follows_what_was_used_at_all():
    used = exposures(40, (0, 0, 0, 0), need=0.5)
    nothing = [
        Exposure(one.features, one.logits, np.zeros(12, np.float32), np.arange(12) == 0, need=0.5)
        for one in exposures(40, (0, 0, 0, 0), seed=5)
    ]
    assert learn(used, GROUPS, MODEL).silence < 0  # every time something was used: show more
    assert learn(nothing, GROUPS, MODEL).silence > 0
    assert abs(learn(nothing, GROUPS, MODEL).silence) <= learning.MOST_SILENCE
    assert learn(exposures(40, (0, 0, 0, 0)), GROUPS, MODEL).silence == 0  # a scorer that knows no silence


def test_two_corrections_add_up():
    both = combined(Calibration(MODEL, (1.0, 2.0)), Calibration(MODEL, (0.5, -1.0), silence=0.2, count=7))
    assert both.weights == (1.5, 1.0)
    assert (both.silence, both.count) == (0.2, 7)
    assert combined(Calibration(MODEL), Calibration(MODEL, (0.5,))).weights == (0.5,)
    assert combined(Calibration(MODEL, (0.5,)), Calibration(MODEL)).weights == (0.5,)


def covered(value, rows=6):
    """Pair features with that much of the focus covered by the store's words."""
    pairs = np.random.default_rng(0).normal(size=(rows, len(FEATURES))).astype(np.float32)
    pairs[:, COLUMNS["covered_best"]] = value
    return pairs


def test_of_a_focus_that_the_stores_words_do_not_cover_nothing_was_learned():
    weights = tuple(1.0 if feature.name == "words_share" else 0.0 for feature in FEATURES)
    learned = Calibration(MODEL, weights, known=0.5)
    whole = correction(learned, covered(0.5))
    assert np.abs(whole).max() > 0.5
    assert correction(learned, covered(0.9)) == pytest.approx(whole)
    assert correction(learned, covered(0.25)) == pytest.approx(whole / 4)
    assert np.abs(correction(learned, covered(0.02))).max() < 0.01
    parts = np.zeros((6, len(GROUPS_OF_ALL)), np.float32)
    columns = [feature.group for feature in FEATURES]
    told = contributions(learned, parts, GROUPS_OF_ALL, columns, covered(0.02))
    assert np.abs(told).max() < 0.01
    assert np.abs(contributions(learned, parts, GROUPS_OF_ALL, columns, covered(0.5))).max() > 0.5


def test_how_well_focuses_are_covered_is_part_of_what_is_learned():
    made = []
    for place, one in enumerate(exposures(100, (2.0, 0, 0, 0))):
        features = np.zeros((len(one.logits), len(FEATURES)), np.float32)
        features[:, :4] = one.features
        features[:, COLUMNS["covered_best"]] = 0.3 if place % 50 == 0 else 0.8
        made.append(Exposure(features, one.logits, one.wanted, one.rejected))
    assert learn(made, [feature.group for feature in FEATURES], MODEL).known == pytest.approx(0.8)


def test_what_is_learned_from_both_is_trusted_where_both_are():
    one, other = Calibration(MODEL, (1.0,), known=0.5), Calibration(MODEL, (1.0,), known=0.2)
    assert combined(one, other).known == combined(other, one).known == 0.5
