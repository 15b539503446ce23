"""Full-text search. No input can raise: every term is quoted by us, and what has no terms is looked up as it stands."""

from __future__ import annotations

from typing import NamedTuple

from assistant.domain.item import Found, Item, SearchFilter
from assistant.language import tokens
from assistant.language.snippets import snippet
from assistant.store.connection import Connection, Row
from assistant.store.database import Database
from assistant.store.rows import ITEM_COLUMNS, ITEM_WIDTH, item_of, storable, wanted

_MOST_TERMS = 64
"""Terms of a query that count. A pasted page as a query finds as well with its first words, and stays quick."""

MOST_RANKED = 8_000
"""Passages that FTS5 ranks for one query, at about 3 microseconds each."""

_WEIGHED_AGAIN = 400  # of the best, by the common terms that were left out

# Scores and filters first, texts last: a text of every match would be read and sorted otherwise.
_BEST_PASSAGES = f"""
SELECT {ITEM_COLUMNS}, -best.rank AS score, best.start, best."end"
FROM (
    SELECT passages.item_number, min(passage_terms.rank) AS rank, passages.start, passages."end"
    FROM passage_terms JOIN passages ON passages.number = passage_terms.rowid {{filtered}}
    WHERE {{matched}} AND {{condition}}
    GROUP BY passages.item_number ORDER BY 2, 1 DESC LIMIT ? OFFSET ?
) AS best JOIN items ON items.number = best.item_number
ORDER BY best.rank, best.item_number DESC
"""
_MATCHED = "passage_terms MATCH ?"
_NEWEST_MATCHED = f"""
{_MATCHED} AND passage_terms.rowid >= coalesce((
    SELECT rowid FROM passage_terms WHERE {_MATCHED} ORDER BY rowid DESC LIMIT 1 OFFSET {MOST_RANKED}), 0)
"""
_COUNT = f"SELECT count(*) FROM (SELECT 1 FROM passage_terms WHERE {_MATCHED} LIMIT {MOST_RANKED + 1})"
_FILTERED = "JOIN items ON items.number = passages.item_number"
_AS_IT_STANDS = f"""
SELECT {ITEM_COLUMNS} FROM items WHERE instr(lower(items.text), lower(?)) > 0 AND {{condition}}
ORDER BY items.created_at DESC, items.number DESC LIMIT ? OFFSET ?
"""


def match_expression(terms: list[str]) -> str:
    """An FTS5 expression that matches any of the terms. A lone CJK character matches every term that begins with it."""
    return " OR ".join(_quoted(term) for term in terms[:_MOST_TERMS])


def _quoted(term: str) -> str:
    is_prefix = len(term) == 1 and tokens.is_cjk(term)
    return '"{}"{}'.format(term.replace('"', '""'), " *" if is_prefix else "")


class SqliteSearch:
    """`ports.Search` over FTS5."""

    def __init__(self, database: Database) -> None:
        """Nothing is opened before the first call."""
        self._database = database

    def is_partial(self, text: str) -> bool:
        """See `ports.Search`. Raises `StoreError`."""
        terms = _terms_of(storable(text).strip())
        with self._database.reading() as connection:
            return bool(terms) and _count(connection, match_expression(terms)) > MOST_RANKED

    def search(self, text: str, *, limit: int, offset: int = 0, where: SearchFilter | None = None) -> list[Found]:
        """Best first. Empty text gives an empty list; text without a single term is looked for as it stands."""
        query = storable(text).strip()
        if not query:
            return []
        terms = _terms_of(query)
        condition, parameters = wanted(where)
        with self._database.reading() as connection:
            if not terms:
                return _as_it_stands(connection, query, condition, [query, *parameters, limit, offset])
            chosen = _choose(connection, terms[:_MOST_TERMS])
            expression = match_expression(chosen.kept)
            is_bounded = chosen.is_common and where is None
            best = _BEST_PASSAGES.format(
                matched=_NEWEST_MATCHED if is_bounded else _MATCHED,
                condition=condition,
                filtered="" if where is None else _FILTERED,
            )
            matched = [expression, expression] if is_bounded else [expression]
            if not chosen.dropped or offset + limit > _WEIGHED_AGAIN:
                rows = connection.execute(best, [*matched, *parameters, limit, offset]).fetchall()
            else:
                rows = connection.execute(best, [*matched, *parameters, _WEIGHED_AGAIN, 0]).fetchall()
                rows = _weigh_again(rows, chosen.dropped)[offset : offset + limit]
        return [_found(row, query, terms) for row in rows]


def _terms_of(query: str) -> list[str]:
    return [term for term in tokens.query_terms(query) if "\0" not in term]


class _Chosen(NamedTuple):
    """The terms that find, and those too common for it, which only reorder what is found.

    is_common: even the rarest term stands in more passages than may be ranked.
    """

    kept: list[str]
    dropped: list[str]
    is_common: bool


def _choose(connection: Connection, terms: list[str]) -> _Chosen:
    """Leave the commonest terms out when the query would match more passages than may be ranked."""
    if _count(connection, match_expression(terms)) <= MOST_RANKED:
        return _Chosen(terms, [], is_common=False)
    counts = {term: _count(connection, _quoted(term)) for term in terms}
    rarest = sorted((term for term in terms if counts[term]), key=counts.__getitem__)
    kept, total = rarest[:1], counts[rarest[0]]
    for term in rarest[1:]:
        total += counts[term]
        if total > MOST_RANKED:
            break
        kept.append(term)
    return _Chosen(kept, rarest[len(kept) :], is_common=counts[kept[0]] > MOST_RANKED)


def _count(connection: Connection, expression: str) -> int:
    """Passages that match, up to one more than may be ranked."""
    row = connection.execute(_COUNT, (expression,)).fetchone()
    return int(row[0]) if row else 0


def _weigh_again(rows: list[Row], dropped: list[str]) -> list[Row]:
    """Multiply the scores by one more than the number of common terms that a passage holds as well; best first."""
    wanted_terms = frozenset(dropped)

    def again(row: Row) -> Row:
        score, start, end = row[ITEM_WIDTH : ITEM_WIDTH + 3]
        held = wanted_terms.intersection(tokens.terms(str(row[2])[start:end]))
        return (*row[:ITEM_WIDTH], float(score) * (1 + len(held)), start, end)

    return sorted(map(again, rows), key=lambda row: -float(row[ITEM_WIDTH]))


def _as_it_stands(connection: Connection, query: str, condition: str, parameters: list[object]) -> list[Found]:
    rows = connection.execute(_AS_IT_STANDS.format(condition=condition), parameters).fetchall()
    items = [item_of(row) for row in rows]
    return [Found(item, 0.0, snippet(item.text, 0, [query])) for item in items]


def _found(row: Row, query: str, terms: list[str]) -> Found:
    item: Item = item_of(row)
    score, start, end = row[ITEM_WIDTH : ITEM_WIDTH + 3]
    return Found(item, float(score), snippet(item.text[:end], start, [*tokens.words(query[:1000]), *terms]))
