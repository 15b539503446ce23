"""Full-text search. No input can raise: every term is quoted by us, and what has no terms is looked up as it stands."""

from __future__ import annotations

from assistant.domain.item import Found, Item, SearchFilter
from assistant.language import tokens
from assistant.store.connection import Connection, Row
from assistant.store.database import Database
from assistant.store.rows import ITEM_COLUMNS, ITEM_WIDTH, item_of, storable, wanted

_MOST_TERMS = 64
"""Terms of a query that count. A pasted page as a query finds as well with its first words, and stays quick."""

_SNIPPET = 160
_BEFORE_MATCH = 40

# Scores and filters first, texts last: a text of every match would be read and sorted otherwise.
_BEST_PASSAGES = f"""
SELECT {ITEM_COLUMNS}, -best.rank AS score, best.start, best."end"
FROM (
    SELECT passages.item_number, min(passage_terms.rank) AS rank, passages.start, passages."end"
    FROM passage_terms JOIN passages ON passages.number = passage_terms.rowid {{filtered}}
    WHERE passage_terms MATCH ? AND {{condition}}
    GROUP BY passages.item_number ORDER BY 2, 1 DESC LIMIT ? OFFSET ?
) AS best JOIN items ON items.number = best.item_number
ORDER BY best.rank, best.item_number DESC
"""
_FILTERED = "JOIN items ON items.number = passages.item_number"
_AS_IT_STANDS = f"""
SELECT {ITEM_COLUMNS} FROM items WHERE instr(lower(items.text), lower(?)) > 0 AND {{condition}}
ORDER BY items.created_at DESC, items.number DESC LIMIT ? OFFSET ?
"""


def match_expression(terms: list[str]) -> str:
    """An FTS5 expression that matches any of the terms. A lone CJK character matches every term that begins with it."""
    quoted: list[str] = []
    for term in terms[:_MOST_TERMS]:
        is_prefix = len(term) == 1 and tokens.is_cjk(term)
        quoted.append('"{}"{}'.format(term.replace('"', '""'), " *" if is_prefix else ""))
    return " OR ".join(quoted)


class SqliteSearch:
    """`ports.Search` over FTS5."""

    def __init__(self, database: Database) -> None:
        """Nothing is opened before the first call."""
        self._database = database

    def search(self, text: str, *, limit: int, offset: int = 0, where: SearchFilter | None = None) -> list[Found]:
        """Best first. Empty text gives an empty list; text without a single term is looked for as it stands."""
        query = storable(text).strip()
        if not query:
            return []
        terms = [term for term in tokens.query_terms(query) if "\0" not in term]
        condition, parameters = wanted(where)
        best = _BEST_PASSAGES.format(condition=condition, filtered="" if where is None else _FILTERED)
        with self._database.reading() as connection:
            if not terms:
                return _as_it_stands(connection, query, condition, [query, *parameters, limit, offset])
            rows = connection.execute(best, [match_expression(terms), *parameters, limit, offset]).fetchall()
        return [_found(row, query, terms) for row in rows]


def _as_it_stands(connection: Connection, query: str, condition: str, parameters: list[object]) -> list[Found]:
    rows = connection.execute(_AS_IT_STANDS.format(condition=condition), parameters).fetchall()
    items = [item_of(row) for row in rows]
    return [Found(item, 0.0, snippet(item.text, 0, [query])) for item in items]


def _found(row: Row, query: str, terms: list[str]) -> Found:
    item: Item = item_of(row)
    score, start, end = row[ITEM_WIDTH : ITEM_WIDTH + 3]
    return Found(item, float(score), snippet(item.text[:end], start, [*tokens.words(query[:1000]), *terms]))


def snippet(text: str, start: int, words: list[str]) -> str:
    """One line of the text from `start` on, around the first of the words that stands in it."""
    part = text[start : start + 4000]
    folded = part.lower()
    if len(folded) != len(part):  # a few capitals grow when folded, and then places differ
        folded = part
    places = [place for place in (folded.find(word.lower()) for word in words) if place >= 0]
    first = max(0, min(places, default=0) - _BEFORE_MATCH)
    line = " ".join(part[first : first + _SNIPPET].split())
    return ("…" if start + first > 0 else "") + line + ("…" if start + first + _SNIPPET < len(text) else "")
