"""Find what belongs to a question or to what the user is at now, weighed by the attention scorer, with reasons.

A focus is matched with all passages by posting lists (`memory/ranking.py`) and, where there is an encoder, by meaning
(`services/meaning.py`); the best few hundred of both are weighed by the scorer's graph. Where no usable graph is at
hand, the same formula in NumPy takes over, and `scorer_problem` says so.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from assistant.domain.errors import ModelError, ModelInvalid
from assistant.domain.item import Found, Item, ItemKind, SearchFilter
from assistant.domain.memory import Evidence, ReasonKind, Weighed
from assistant.domain.ports import PLACES_PER_ITEM
from assistant.language import tokens
from assistant.language.chunking import chunk
from assistant.language.snippets import snippet
from assistant.memory import attention, features, learning, ranking
from assistant.memory.derived import derived
from assistant.memory.ranking import Match
from assistant.services.kept_before import KeptBefore

if TYPE_CHECKING:
    from assistant.domain.learning import Calibration
    from assistant.domain.ports import Clock, FloatArray, IntArray, Items, Passages, PassageTable, Scorer, Search
    from assistant.services.meaning import Meaning

DEFAULT_KINDS = frozenset(ItemKind) - {ItemKind.QUESTION}
"""Kinds that are recalled unless others are asked for: a question answers no question."""

Mask = npt.NDArray[np.bool_]

_KINDS = list(ItemKind)
_MEANING = features.GROUPS.index(ReasonKind.MEANING)
_UNKNOWN = features.COLUMNS["unknown"]
_SPARE = 20  # winners looked up beyond the limit, for those that turn out to be put off
_DETAIL_TEXT = 4000  # characters of a winner in which the shared words are looked for
_DETAIL_WORDS = 2
_PASSAGES_AN_ITEM = 4  # looked at for a page of hits; an item counts once
_LONGEST_QUERY = 1000  # characters in which the words of a snippet are looked for
_MEANT = 10  # hits of a search that share no word with it
_OPENING = 160


class _Scored(NamedTuple):
    """The best passage of each item, best first: item ids and, in the same order, (n,) or (n, groups)."""

    ids: list[str]
    logits: FloatArray
    weights: FloatArray
    idf: dict[str, float]
    pairs: FloatArray
    raw_logits: FloatArray
    need: float
    is_silent: bool
    learned: Calibration | None


class Recalling:
    """Search and recall. May be called from several lanes at once."""

    def __init__(
        self,
        items: Items,
        search: Search,
        passages: Passages,
        scorer: Scorer,
        clock: Clock,
        *,
        learned: Callable[[], Calibration | None] = lambda: None,
        meaning: Meaning | None = None,
    ) -> None:
        """Store the parts; the index is read and the graph loaded by the first recall.

        `learned` is what corrects the scorer on this machine now, None for nothing. Without `meaning` words decide.
        """
        self._meaning = meaning
        self.candidates, self.near = ranking.CANDIDATES, ranking.NEAR  # the evaluation asks what more would find
        self._learned = learned
        self._items = items
        self._search = search
        self._passages = passages
        self._scorer = scorer
        self._clock = clock
        self._lock = threading.Lock()
        self._scorer_problem: ModelError | None = None

    @property
    def scorer_problem(self) -> ModelError | None:
        """Why the graph was not used at the last recall; None when it was."""
        return self._scorer_problem

    def search(self, text: str, *, limit: int = 50, offset: int = 0, where: SearchFilter | None = None) -> list[Found]:
        """Full-text search, best first; without text the newest items. Raises `StoreError`.

        On a page, what the user asked stands below what was kept: who searches wants the answer. Behind everything that
        has a word of the text follows, with score 0, what means much the same: also in the other language.
        """
        if not text.strip():
            return [Found(item, 0.0) for item in self._items.recent(limit=limit, offset=offset, where=where)]
        found = self._literal(text, limit, offset, where)
        found = sorted(found, key=lambda hit: hit.item.kind is ItemKind.QUESTION)
        if len(found) < limit and self._meaning is not None:
            literal = found if not offset else self._literal(text, offset + limit, 0, where)
            meant = self._meant(text, {hit.item.id for hit in literal}, where or SearchFilter())
            found += meant[max(0, offset - len(literal)) :][: limit - len(found)]
        return found

    def _literal(self, text: str, limit: int, offset: int, where: SearchFilter | None) -> list[Found]:
        """What has words of a text, best first; from the posting lists when full-text search would miss some of it."""
        chosen = where or SearchFilter()
        if chosen != SearchFilter(kinds=chosen.kinds) or not self._search.is_partial(text):
            return self._search.search(text, limit=limit, offset=offset, where=where)
        with self._lock:
            table = self._passages.table()
            matched = ranking.match(self._passages, table, ranking.focus_terms(text))
            scores = matched.whole
            allowed = _allowed(table, chosen.kinds or frozenset(ItemKind))
            rows = ranking.candidates(scores, allowed, _PASSAGES_AN_ITEM * (offset + limit))
        best: dict[str, int] = {}
        for row in rows.tolist():
            best.setdefault(table.item_ids[int(table.item_rows[row])], row)
        ids = list(best)[offset : offset + limit]
        items = self._items.get_many(ids)
        words = [*tokens.words(text[:_LONGEST_QUERY]), *matched.idf]
        return [
            Found(
                items[item_id],
                float(scores[best[item_id]]),
                snippet(items[item_id].text, _start(items[item_id], int(table.positions[best[item_id]])), words),
            )
            for item_id in ids
            if item_id in items
        ]

    def _meant(self, text: str, known: Collection[str], where: SearchFilter) -> list[Found]:
        """What means much the same as a text and is not among what has its words, best first."""
        with self._lock:
            table = self._passages.table()
            sense = self._meaning.sense(text, table) if self._meaning is not None else None
            if sense is None or self._meaning is None:
                return []
            rows = self._meaning.nearest(sense, table, _allowed(table, where.kinds or DEFAULT_KINDS))
            rows = _without(table, rows, known)
            _, alike = self._meaning.closer(sense, table, rows)
        rows = rows[ranking.closest(alike)]
        ids = dict.fromkeys(table.item_ids[int(row)] for row in table.item_rows[rows])
        items = self._items.get_many(list(ids))
        admitted = [item for item in items.values() if where.admits(item)]
        return [Found(item, 0.0, " ".join(item.text[:_OPENING].split())) for item in admitted[:_MEANT]]

    def kept_before(self, item: Item) -> list[int]:
        """When the same short text was kept before, latest first. Raises `StoreError`."""
        return KeptBefore(self._search).times(item)

    def recall(
        self,
        focus: str,
        *,
        limit: int = 20,
        kinds: Collection[ItemKind] | None = None,
        exclude: Collection[str] = (),
        now_ms: int | None = None,
    ) -> list[Weighed]:
        """What the focus brings to mind, heaviest first; nothing when the store has hardly anything that answers it.

        Items of other `kinds` (default: all but questions), excluded ids and items put off to later than `now_ms`
        (default: now) are left out; the weights of the rest still sum to at most 1.

        Raises:
            StoreError: the store cannot be read.
        """
        now_ms = self._clock.now_ms() if now_ms is None else now_ms
        scored = self._score(focus, DEFAULT_KINDS if kinds is None else frozenset(kinds), frozenset(exclude))
        if scored is not None and scored.is_silent:
            return []
        return self._weighed(scored, focus, limit, now_ms)

    def rank(self, focus: str, *, limit: int, is_plain: bool = False) -> list[Weighed]:
        """Everything the focus brings to mind, unfiltered: what the evaluation measures.

        With `is_plain` by BM25 alone, blind to neighbours and sessions. The reasons name no words.
        Raises `StoreError`.
        """
        scored = self._score(focus, frozenset(ItemKind), frozenset(), is_plain=is_plain)
        return self._weighed(scored, None, limit)

    def _score(
        self, focus: str, kinds: frozenset[ItemKind], exclude: frozenset[str], *, is_plain: bool = False
    ) -> _Scored | None:
        terms = ranking.focus_terms(focus)
        if not terms:
            return None
        with self._lock:
            table = self._passages.table()
            matched, allowed = ranking.match(self._passages, table, terms), _allowed(table, kinds)
            matched = matched.without_surroundings() if is_plain else matched
            rows = _without(table, ranking.best(matched, allowed, self.candidates), exclude)
            sense = self._meaning.sense(focus, table) if self._meaning is not None and not is_plain else None
            if sense is None or self._meaning is None:
                return self._weigh(focus, table, matched, rows) if len(rows) else None
            by_words = len(rows)
            rows = ranking.joined(
                rows, _without(table, self._meaning.nearest(sense, table, allowed, self.near), exclude)
            )
            if not len(rows):
                return None
            sense, alike = self._meaning.closer(sense, table, rows)
            matched = replace(matched, cosine=sense.cosine)
            return self._weigh(focus, table, matched, rows, alike, by_words)

    def _weigh(
        self,
        focus: str,
        table: PassageTable,
        matched: Match,
        rows: IntArray,
        alike: FloatArray | None = None,
        by_words: int = 0,
    ) -> _Scored | None:
        """Weigh candidates; with `alike`, their likeness, the first `by_words` of them are known by their words."""
        pairs = features.pair_features(focus, matched, table, rows, alike)
        raw_logits, weights, _ = self._run(pairs, explain=False)
        if alike is not None and len(rows) > by_words and not self._knows_meaning(pairs[by_words:]):
            # These weights know nothing of meaning: it only helps where no word does.
            kept = np.arange(by_words) if by_words else ranking.closest(alike)[:_MEANT]
            return self._weigh(focus, table, matched, rows[kept], alike[kept], len(kept)) if len(kept) else None
        need, logits = float(weights.sum()), raw_logits
        learned = None if self._scorer_problem else self._learned()
        learned = None if learned is None or learned.is_neutral else learned
        if learned is not None:
            logits, weights = learning.adjust(learned, logits, weights, pairs)
        order = np.argsort(-logits, kind="stable")
        _, firsts = np.unique(table.item_rows[rows[order]], return_index=True)
        best = order[np.sort(firsts)]  # the best passage of every item
        of_items: list[int] = table.item_rows[rows[best]].tolist()
        return _Scored(
            ids=[table.item_ids[row] for row in of_items],
            logits=logits[best],
            weights=weights[best],
            idf=matched.idf,
            pairs=pairs[best],
            raw_logits=raw_logits[best],
            need=need,
            is_silent=attention.is_silent(weights, float(pairs[0, _UNKNOWN])),
            learned=learned,
        )

    def _knows_meaning(self, pairs: FloatArray) -> bool:
        """Whether these weights give anything for meaning, by candidates that have nothing else."""
        return bool(self._run(pairs[:_MEANT])[2][:, _MEANING].any())

    def _contributions(self, pairs: FloatArray, learned: Calibration | None) -> FloatArray:
        """What each group of features gave these rows: asked for what is shown alone, as it takes long."""
        contributions = self._run(pairs)[2] if len(pairs) else np.empty((0, len(features.GROUPS)), np.float32)
        if learned is None:
            return contributions
        columns = [feature.group for feature in features.FEATURES]
        return learning.contributions(learned, contributions, features.GROUPS, columns, pairs)

    def _run(self, pairs: FloatArray, *, explain: bool = True) -> tuple[FloatArray, FloatArray, FloatArray]:
        """The graph's result, or the formula's when there is no usable graph."""
        try:
            if self._scorer.groups != features.GROUPS or not self._scorer.name.startswith(f"{features.VERSION}-"):
                raise ModelInvalid(reason="made for other features")
            result = self._scorer.score(pairs, explain=explain)
        except ModelError as error:
            self._scorer_problem = error
            return attention.score(attention.baseline_weights(), pairs)
        self._scorer_problem = None
        return result

    def _weighed(
        self, scored: _Scored | None, focus: str | None, limit: int, now_ms: int | None = None
    ) -> list[Weighed]:
        """The first items with their reasons, which name words only where there is a focus to take them from.

        With `now_ms` without those that are put off to later.
        """
        if scored is None:
            return []
        ids = scored.ids[: limit if now_ms is None else limit + _SPARE]
        items: dict[str, Item] = {}
        shown: list[int] = []
        for wanted in (ids[:limit], ids[limit:]):  # the spare ones are read only when some of the first are put off
            if wanted and len(shown) < limit:
                items |= self._items.get_many(wanted)
                shown = [
                    place
                    for place, item_id in enumerate(ids)
                    if item_id in items and (now_ms is None or (items[item_id].not_before_ms or 0) <= now_ms)
                ]
        naming = _Naming(focus, scored.idf) if focus is not None else None
        shown = shown[:limit]
        parts = self._contributions(scored.pairs[shown], scored.learned)
        return [
            Weighed(
                item=items[ids[place]],
                weight=float(scored.weights[place]),
                score=float(scored.logits[place]),
                reasons=attention.reasons(part, features.GROUPS, naming.details(items[ids[place]]) if naming else {}),
                evidence=Evidence(tuple(scored.pairs[place].tolist()), float(scored.raw_logits[place]), scored.need),
            )
            for place, part in zip(shown, parts, strict=True)
        ]


def _allowed(table: PassageTable, kinds: frozenset[ItemKind]) -> npt.NDArray[np.bool_] | None:
    return None if len(kinds) == len(_KINDS) else derived(table, *_of_kinds(kinds))


@lru_cache(maxsize=16)
def _of_kinds(
    kinds: frozenset[ItemKind],
) -> tuple[Callable[[PassageTable], Mask], Callable[[Mask, PassageTable], Mask]]:
    """Whether each passage is of these kinds; the same functions every time, so that a table keeps the answer."""
    is_wanted = np.array([kind in kinds for kind in _KINDS])
    return (
        lambda table: is_wanted[table.kinds],
        lambda known, table: np.append(known, is_wanted[table.kinds[len(known) :]]),
    )


def _start(item: Item, position: int) -> int:
    """Where a passage of an item begins, by its place in the session."""
    spans = chunk(item.text)
    return spans[min(position % PLACES_PER_ITEM, len(spans) - 1)][0]


def _without(table: PassageTable, rows: IntArray, exclude: Collection[str]) -> IntArray:
    if not exclude:
        return rows
    kept = [row for row in rows.tolist() if table.item_ids[int(table.item_rows[row])] not in exclude]
    return np.array(kept, np.int64)


class _Naming:
    """Finds the words that reasons name: the most telling shared ones, and the date in the focus."""

    def __init__(self, focus: str, idf: dict[str, float]) -> None:
        self._idf = idf
        self._shared = tokens.SharedWords([term for term in idf if not tokens.is_date_term(term)])
        dates = tokens.SharedWords([term for term in idf if tokens.is_date_term(term)])
        self._date = next(iter(dates.find(focus[: ranking.LONGEST_FOCUS]).values()), "")

    def details(self, item: Item) -> dict[ReasonKind, str]:
        shared = self._shared.find(item.text[:_DETAIL_TEXT])
        telling = sorted(shared, key=lambda term: -self._idf[term])
        words = ", ".join(shared[term] for term in telling[:_DETAIL_WORDS])
        return {ReasonKind.WORDS: words, ReasonKind.DATES: self._date}
