"""What the Memory screen asks for and holds: the filter, the pages that arrived, what a forget takes with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from assistant.domain.item import Found, Item, ItemKind, SearchFilter

PAGE = 60
KEPT_KINDS = frozenset(ItemKind) - {ItemKind.QUESTION}
"""What is shown when no kind is chosen: the user's own questions would crowd out what was kept."""


class Place(StrEnum):
    """Which part of the memory is shown."""

    EVERYTHING = "everything"
    ASIDE = "aside"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class Page:
    """One request for rows. `asked` tells which query it belongs to; rows of an older query are dropped."""

    asked: int
    text: str
    where: SearchFilter
    offset: int
    limit: int = PAGE
    is_trash: bool = False


@dataclass(slots=True)
class MemoryPresenter:
    """The query and its rows so far. Rows are fetched a page at a time, also out of 100,000."""

    text: str = ""
    kinds: frozenset[ItemKind] = frozenset()
    tag: str | None = None
    pinned_only: bool = False
    open_only: bool = False
    with_questions: bool = False
    place: Place = Place.EVERYTHING
    rows: list[Found] = field(default_factory=list[Found])
    is_whole: bool = False
    is_fetching: bool = False
    has_arrived: bool = False
    _asked: int = 0

    @property
    def where(self) -> SearchFilter:
        """The filter for the search."""
        is_aside = self.place is Place.ASIDE
        kinds = self.kinds or (frozenset[ItemKind]() if self.with_questions else KEPT_KINDS)
        return SearchFilter(
            kinds,
            self.tag,
            pinned_only=self.pinned_only,
            open_only=self.open_only or is_aside,
            set_aside_only=is_aside,
        )

    @property
    def is_filtered(self) -> bool:
        """Whether anything narrows the list."""
        is_narrow = bool(self.text.strip() or self.kinds or self.tag or self.pinned_only or self.open_only)
        return is_narrow or self.place is not Place.EVERYTHING

    @property
    def is_trash(self) -> bool:
        """Whether the trash is shown."""
        return self.place is Place.TRASH

    def first_page(self, keep: int = 0) -> Page:
        """Start over with the current query; the rows stay until the answer comes, `keep` of them are asked for."""
        self._asked += 1
        self.is_fetching = True
        return Page(self._asked, *self._query(), offset=0, limit=max(PAGE, keep), is_trash=self.is_trash)

    def next_page(self) -> Page | None:
        """The request for more rows, None when all are there or a request is on its way."""
        if self.is_whole or self.is_fetching:
            return None
        self.is_fetching = True
        return Page(self._asked, *self._query(), offset=len(self.rows), is_trash=self.is_trash)

    def arrived(self, page: Page, found: list[Found]) -> list[Found] | None:
        """The new rows among `found`; None when the answer belongs to an older query.

        For a first page the caller replaces its rows by them. A row that moved between two pages is shown once.
        """
        if page.asked != self._asked:
            return None
        self.is_fetching = False
        self.has_arrived = True
        self.is_whole = len(found) < page.limit
        if page.offset == 0:
            self.rows = list(found)
            return self.rows
        known = {row.item.id for row in self.rows}
        fresh = [row for row in found if row.item.id not in known]
        self.rows.extend(fresh)
        return fresh

    def failed(self, page: Page) -> bool:
        """A request failed; whether it belongs to the current query."""
        if page.asked != self._asked:
            return False
        self.is_fetching = False
        return True

    def row_of(self, item_id: str) -> int:
        """The row of an item, -1 when it is not among the rows."""
        return next((number for number, row in enumerate(self.rows) if row.item.id == item_id), -1)

    def replace(self, item: Item) -> int:
        """Show an item's new state; its row, -1 when it is not among the rows."""
        row = self.row_of(item.id)
        if row >= 0:
            old = self.rows[row]
            self.rows[row] = Found(item, old.score, old.snippet)
        return row

    def _query(self) -> tuple[str, SearchFilter]:
        return self.text.strip(), self.where


def tags_in(text: str) -> tuple[str, str | None]:
    """A search text without its `tag:word`, and that tag: typing it is the same as choosing the tag filter."""
    words = text.split()
    tags = [word[4:].lstrip("#") for word in words if word.lower().startswith("tag:") and len(word) > 4]
    rest = " ".join(word for word in words if not (word.lower().startswith("tag:") and len(word) > 4))
    return (rest, tags[-1]) if tags else (text, None)
