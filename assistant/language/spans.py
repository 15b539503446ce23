"""The learned reading of an intention: which words of a line name whom or what it waits for, and which say what to do.

A linear chain over the words (`span_features.py`): each gets one of seven labels, a pair of neighbours has its weight,
and the best row of labels with one action and with people or one topic is compared with the row that labels nothing.
How much better it is says how surely the line states an intention. The weights come from the wordings of
`assistant.evaluation` (`python -m assistant.training spans`) and ship as a table of small numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from operator import add

from assistant.domain.intention import IntentionKind
from assistant.language.detect import has_han
from assistant.language.span_features import Token, features, tokens
from assistant.language.weight_table import find_table

VERSION = 1
"""Of the features that the weights belong to: raise it with every change of their meaning, and learn anew."""

LABELS = ("other", "person", "in person", "topic", "in topic", "action", "in action")
_COUNT = len(LABELS)
_COLUMNS = _COUNT + 1  # the labels' weights, and what the feature says of repetition
_PERSON, _TOPIC, _ACTION = 1, 3, 5
_NEVER = -1e9

Row = Sequence[float]


@dataclass(frozen=True, slots=True)
class Spans:
    """What a line waits for and what is to be done then, as offsets; `sureness` above 0, 100 is sure."""

    kind: IntentionKind
    occasion: tuple[tuple[int, int], ...]
    action: tuple[int, int]
    repeats: bool
    sureness: float


@dataclass(frozen=True, slots=True)
class Weights:
    """Of a language: the row of each feature in `numbers`, and the weights of a label behind another (or none)."""

    rows: Mapping[str, int]
    numbers: memoryview
    following: tuple[tuple[float, ...], ...]  # (_COUNT + 1, _COUNT); the last row is the start of a line
    repeats_bias: float


def find_spans(text: str, folded: str) -> Spans | None:
    """The best reading of a line as an intention; None when labelling nothing is better.

    Args:
        text: the line as written.
        folded: the same in small, simplified letters, as long as `text`.
    """
    words = tokens(folded)
    if len(words) < 2:
        return None
    weights = _weights("zh" if has_han(folded) else "en")
    if weights is None:
        return None
    known = [[weights.rows[name] for name in row if name in weights.rows] for row in features(text, folded, words)]
    scores = [_sums(weights.numbers, row) for row in known]
    labels = free_labels(scores, weights.following)
    if not any(labels):
        return None
    if _is_intention(labels):
        sureness = _value(scores, weights.following, labels) - _value(scores, weights.following, [0] * len(words))
    else:
        labels, sureness = best_labels(scores, weights.following)
    return _spans(words, labels, sureness, _repeats(known, labels, weights)) if sureness > 0 else None


def _sums(numbers: memoryview, rows: Sequence[int]) -> list[float]:
    if not rows:
        return [0.0] * _COUNT
    each = [numbers[row * _COLUMNS : row * _COLUMNS + _COUNT] for row in rows]
    return [float(sum(column)) for column in zip(*each, strict=True)]


def may_follow(before: int, label: int) -> bool:
    """Whether a label may stand behind another (`_COUNT`: the start): what goes on must have begun."""
    return label not in (2, 4, 6) or before in (label - 1, label)


def free_labels(scores: Sequence[Row], following: Sequence[Row]) -> list[int]:
    """The best row of labels, whatever it says."""
    best = [score + after for score, after in zip(scores[0], following[_COUNT], strict=True)]
    best = [value if may_follow(_COUNT, label) else _NEVER for label, value in enumerate(best)]
    back: list[list[int]] = []
    behind = tuple(zip(*following[:_COUNT], strict=True))  # for each label, what it is worth behind each other
    for row in scores[1:]:
        came = [_best_before(best, behind[label], label) for label in range(_COUNT)]
        back.append(came)
        best = [best[before] + behind[label][before] + row[label] for label, before in enumerate(came)]
    label = max(range(_COUNT), key=best.__getitem__)
    labels = [label]
    for came in reversed(back):
        labels.append(came[labels[-1]])
    return labels[::-1]


def _best_before(best: Sequence[float], behind: Row, label: int) -> int:
    """The label before this one; what goes on must have begun."""
    if label in (2, 4, 6):
        return label if best[label] + behind[label] > best[label - 1] + behind[label - 1] else label - 1
    sums = list(map(add, best, behind))
    return sums.index(max(sums))


def _value(scores: Sequence[Row], following: Sequence[Row], labels: Sequence[int]) -> float:
    """What a row of labels is worth."""
    steps = sum(following[before][label] for before, label in pairwise((_COUNT, *labels)))
    return steps + sum(row[label] for row, label in zip(scores, labels, strict=True))


def _is_intention(labels: Sequence[int]) -> bool:
    """Whether there is one action, and people or one topic."""
    return labels.count(_ACTION) == 1 and (labels.count(_TOPIC), _PERSON in labels) in ((1, False), (0, True))


_State = tuple[int, int, bool]  # the label, what was met (0, a person or a topic), whether the action was


def _next_state(state: _State, label: int) -> _State | None:
    """What follows when a word gets a label; None where it may not: one action, one topic, never person and topic."""
    before, met, is_done = state
    if not may_follow(before, label):
        return None
    if label == _ACTION:
        return None if is_done else (label, met, True)
    if label in (_PERSON, _TOPIC):
        is_second = met and (met != _PERSON or label != _PERSON)
        return None if is_second else (label, label, is_done)
    return label, met, is_done


@cache
def _steps(state: _State) -> tuple[tuple[int, _State], ...]:
    """The labels that may follow, each with the state that it leads to."""
    ahead = ((label, _next_state(state, label)) for label in range(_COUNT))
    return tuple((label, new) for label, new in ahead if new is not None)


def best_labels(scores: Sequence[Row], following: Sequence[Row]) -> tuple[list[int], float]:
    """The best row of labels that is an intention, and how much better it is than labelling nothing."""
    reached: dict[_State, float] = {(_COUNT, 0, False): 0.0}
    back: list[dict[_State, _State]] = []
    for row in scores:
        ahead: dict[_State, float] = {}
        came: dict[_State, _State] = {}
        for state, value in reached.items():
            after = following[state[0]]
            for label, new in _steps(state):
                total = value + after[label] + row[label]
                if total > ahead.get(new, _NEVER):
                    ahead[new], came[new] = total, state
        reached = ahead
        back.append(came)
    whole = [state for state in reached if state[1] and state[2]]
    if not whole:
        return [0] * len(scores), _NEVER
    last = max(whole, key=reached.__getitem__)
    sureness = reached[last] - _value(scores, following, [0] * len(scores))
    labels: list[int] = []
    for came in reversed(back):
        labels.append(last[0])
        last = came[last]
    return labels[::-1], sureness


def _repeats(known: Sequence[Sequence[int]], labels: Sequence[int], weights: Weights) -> bool:
    """Whether every time is meant: what the words beside the action say."""
    total = weights.repeats_bias
    for row, label in zip(known, labels, strict=True):
        if label < _ACTION:
            total += sum(weights.numbers[place * _COLUMNS + _COUNT] for place in row)
    return total > 0


def _spans(words: Sequence[Token], labels: Sequence[int], sureness: float, repeats: bool) -> Spans:
    found: dict[int, list[tuple[int, int]]] = {_PERSON: [], _TOPIC: [], _ACTION: []}
    for token, label in zip(words, labels, strict=True):
        if label in found:
            found[label].append((token.start, token.end))
        elif label:
            last = found[label - 1]
            last[-1] = (last[-1][0], token.end)
    kind = IntentionKind.PERSON if found[_PERSON] else IntentionKind.TOPIC
    occasion = tuple(found[_PERSON] or found[_TOPIC])
    return Spans(kind, occasion, found[_ACTION][0], repeats, sureness)


@lru_cache(maxsize=2)
def _weights(language: str) -> Weights | None:
    table = find_table(f"spans_{language}.table", VERSION)
    if table is None:
        return None
    following = tuple(tuple(map(float, row)) for row in table.told["following"])
    return Weights(table.rows, table.numbers, following, float(table.told["repeats_bias"]))
