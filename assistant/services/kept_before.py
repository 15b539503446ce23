"""Whether the user keeps something that was kept already: told calmly, for somebody who no longer trusts the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.domain.item import Item

if TYPE_CHECKING:
    from assistant.domain.ports import Search

_LONGEST = 300  # characters; a longer text is hardly typed twice
_MOST = 20


class KeptBefore:
    """Looks for the same short text. As quick as a search, and as light: a capture on the command line pays for it."""

    def __init__(self, search: Search) -> None:
        """Store the port."""
        self._search = search

    def times(self, item: Item) -> list[int]:
        """When the same short text was kept before, latest first. Raises `StoreError`."""
        said = _alike(item.text)
        if not said or len(said) > _LONGEST:
            return []
        found = self._search.search(item.text, limit=_MOST)
        same = [hit.item for hit in found if hit.item.id != item.id and _alike(hit.item.text) == said]
        return sorted((each.created_at_ms for each in same if each.kind is item.kind), reverse=True)


def _alike(text: str) -> str:
    """A text without what typing it again may change: case, spaces, a full stop."""
    return " ".join(text[: _LONGEST + 2].casefold().split()).rstrip(".。!！")
