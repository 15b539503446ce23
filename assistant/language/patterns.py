"""Regular expressions that are compiled by their first use.

The grammars have some five hundred of them, and a process that keeps one line needs a hundred: a line of English should
not wait for the Chinese ones.
"""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _LazyPattern:
    """Looks like `re.Pattern`, and has its methods from the first that is asked for on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        """Compile: only what is not there yet comes here."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, but compiled when it is first used, and only then raising `re.error`.

    Two threads that are the first at once both compile it, to the same effect. The functions of `re` do not take it.
    """
    return cast("re.Pattern[str]", _LazyPattern(pattern, flags))
