"""Stores held in memory: the same terms, columns and vectors as the program's own, without a database.

Training asks tens of thousands of questions of hundreds of stores; what it sees must be what the program sees, and a
test compares the two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import numpy as np
import numpy.typing as npt

from assistant.domain.item import Item, ItemKind
from assistant.domain.ports import Encoder, FloatArray, IntArray, PassageTable, PieceArray, PieceBags
from assistant.language import tokens
from assistant.language.chunking import chunk
from assistant.language.piece_text import spoken_text
from assistant.memory import features, ranking
from assistant.memory.likeness import likeness

_PLACES = 1 << 20  # passages of an item, as in the store
_KINDS = list(ItemKind)
_NOTHING = np.empty(0, np.int64), np.empty(0, np.float32)


@dataclass(frozen=True, slots=True)
class Candidates:
    """What a question finds: features float32 (n, k) and, for each candidate, its item's place in the store (n,)."""

    pairs: FloatArray
    places: IntArray


@dataclass(frozen=True, slots=True)
class _Part:
    """A passage of an item: its terms, pieces and vector."""

    terms: list[str]
    bag: PieceArray
    vector: FloatArray


class Reader:
    """Makes passages of items, each text once."""

    def __init__(self, encoder: Encoder) -> None:
        """Nothing is read yet."""
        self.encoder = encoder
        self._known: dict[tuple[str, str | None, str], list[_Part]] = {}

    def parts(self, item: Item) -> list[_Part]:
        """The passages of an item, never empty."""
        created = datetime.fromtimestamp(item.created_at_ms / 1000).astimezone()
        key = (item.text, item.speaker, created.date().isoformat())
        if key not in self._known:
            texts = [item.text[start:end] for start, end in chunk(item.text)]
            bags = [self.encoder.pieces(spoken_text(text, item.speaker)) for text in texts]
            self._known[key] = [
                _Part(tokens.index_terms(text, speaker=item.speaker, created_at=created), bag, vector)
                for text, bag, vector in zip(texts, bags, self.encoder.vectors(bags), strict=True)
            ]
        return self._known[key]


class MemoryStore:
    """`ports.Passages` over a list of items."""

    def __init__(self, items: Sequence[Item], reader: Reader) -> None:
        """Index the items, which stand in the order of their capture."""
        self.items = items
        self._encoder = reader.encoder
        found = [(place, at, part) for place, item in enumerate(items) for at, part in enumerate(reader.parts(item))]
        self._bags = [part.bag for _, _, part in found]
        self._vectors = np.stack([part.vector for _, _, part in found]) if found else np.empty((0, 0), np.float32)
        self._places = np.array([place for place, _, _ in found], np.int64)
        self._lists = _posting_lists([part.terms for _, _, part in found])
        lengths = np.array([len(part.terms) for _, _, part in found], np.float32)
        self._table = _table(items, self._places, np.array([at for _, at, _ in found], np.int64), lengths)

    def table(self) -> PassageTable:
        """See `ports.Passages`."""
        return self._table

    def postings(self, term: str) -> tuple[IntArray, FloatArray]:
        """See `ports.Passages`."""
        return self._lists.get(term, _NOTHING)

    def find(self, focus: str, limit: int = ranking.CANDIDATES) -> Candidates | None:
        """The candidates of a question, as recall finds them; None when there is none."""
        matched = ranking.match(self, self._table, ranking.focus_terms(focus))
        bag = self._encoder.pieces(focus)
        cosine = self._vectors @ self._encoder.vectors([bag])[0]
        matched = replace(matched, cosine=cosine)
        rows = ranking.best(matched, limit=limit)
        rows = ranking.joined(rows, ranking.near(cosine, limit=ranking.NEAR * limit // ranking.CANDIDATES))
        if not len(rows):
            return None
        bags = [self._bags[int(row)] for row in rows]
        lengths = np.array([len(one) for one in bags], np.int64)
        like = likeness(self._encoder, bag, PieceBags(np.concatenate(bags), lengths))
        pairs = features.pair_features(focus, matched, self._table, rows, like)
        return Candidates(pairs, self._places[rows])


def _posting_lists(of_passages: Sequence[Sequence[str]]) -> dict[str, tuple[IntArray, FloatArray]]:
    """Rows and counts by term; a single CJK character stands for all terms that begin with it."""
    lists: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for row, found in enumerate(of_passages):
        counts = Counter(found) + Counter(term[0] for term in found if len(term) == 2 and tokens.is_cjk(term))
        for term, count in counts.items():
            lists[term][0].append(row)
            lists[term][1].append(count)
    return {term: (np.array(rows, np.int64), np.array(counts, np.float32)) for term, (rows, counts) in lists.items()}


def _table(items: Sequence[Item], places: IntArray, parts: IntArray, lengths: FloatArray) -> PassageTable:
    """The columns of all passages, linked within their sessions."""
    names: dict[object, int] = {}
    sessions = [names.setdefault(item.session or (place,), len(names)) for place, item in enumerate(items)]
    speakers = {
        name: number for number, name in enumerate(dict.fromkeys(item.speaker for item in items if item.speaker))
    }
    of_items = {
        "sessions": sessions,
        "positions": [(item.position or 0) * _PLACES for item in items],
        "kinds": [_KINDS.index(item.kind) for item in items],
        "created_at_ms": [item.created_at_ms for item in items],
        "speakers": [speakers.get(item.speaker or "", -1) for item in items],
    }
    columns: dict[str, Any] = {name: np.array(values, np.int64)[places] for name, values in of_items.items()}
    columns["positions"] += parts
    previous, following = _links(columns["sessions"], columns["positions"])
    return PassageTable(
        numbers=np.arange(1, len(places) + 1),
        item_ids=[item.id for item in items],
        item_rows=places,
        lengths=lengths,
        previous=previous,
        following=following,
        speaker_names=tuple(speakers),
        **columns,
    )


def _links(sessions: IntArray, positions: IntArray) -> tuple[IntArray, IntArray]:
    previous, following = np.full(len(sessions), -1, np.int64), np.full(len(sessions), -1, np.int64)
    order = np.lexsort((np.arange(len(sessions)), positions, sessions))
    together: npt.NDArray[np.bool_] = sessions[order[1:]] == sessions[order[:-1]]
    previous[order[1:][together]] = order[:-1][together]
    following[order[:-1][together]] = order[1:][together]
    return previous, following
