"""The arithmetic of the figures, against values computed by hand."""

from __future__ import annotations

import pytest

from assistant.evaluation.measures import (
    calibration_error,
    interval,
    mcnemar,
    paired_interval,
    silence,
    within_words,
    word_count,
)


def test_an_interval_holds_its_mean_and_shrinks_with_agreement():
    middle, low, high = interval([0.0, 1.0] * 50)
    assert middle == 0.5
    assert 0.35 < low < 0.5 < high < 0.65
    assert interval([0.7] * 20) == pytest.approx((0.7, 0.7, 0.7))
    assert interval([]) == (0.0, 0.0, 0.0)


def test_a_paired_interval_sees_what_two_intervals_would_hide():
    hard = [0.0, 1.0] * 50
    better = [min(1.0, value + 0.1) for value in hard]
    middle, low, _ = paired_interval(better, hard)
    assert middle == pytest.approx(0.05)
    assert low > 0


def test_mcnemar_is_the_exact_binomial_test():
    one = [True] * 9 + [False] + [True] * 5
    other = [False] * 9 + [True] + [True] * 5
    gained, lost, chance = mcnemar(one, other)
    assert (gained, lost) == (9, 1)
    assert chance == pytest.approx(2 * (1 + 10) / 2**10)
    assert mcnemar([True], [True])[2] == 1.0


@pytest.mark.parametrize(("text", "count"), [("two words", 2), ("", 0), ("我喜欢 tea", 4), ("在May见", 3)])
def test_words_are_counted_in_both_scripts(text, count):
    assert word_count(text) == count


def test_a_context_ends_at_the_first_text_that_does_not_fit():
    words = {"a": 5, "b": 6, "c": 1}
    assert within_words(["a", "b", "c"], words, 10) == ["a"]
    assert within_words(["a", "b", "c"], words, 12) == ["a", "b", "c"]


def test_silence_is_judged_where_nearly_all_gold_stays():
    gold = [float(score) for score in range(1, 101)]
    assert silence(gold, [0.5, 4.0, 50.0, float("-inf")]) == 0.75  # the threshold lets 5 of 100 go
    assert silence([], [1.0]) is None
    assert silence([1.0], []) is None


def test_a_true_probability_has_no_calibration_error():
    assert calibration_error([0.25] * 4, [True, False, False, False]) == pytest.approx(0)
    assert calibration_error([0.9] * 10, [False] * 10) == pytest.approx(0.9)
    assert calibration_error([], []) is None
