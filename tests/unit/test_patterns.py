"""Patterns that are compiled by their first use."""

from __future__ import annotations

import re

import pytest

from assistant.language.patterns import lazy_pattern


def test_finds_what_re_finds():
    lazy, plain = lazy_pattern("(b+)c", re.IGNORECASE), re.compile("(b+)c", re.IGNORECASE)
    text = "abBc bc"
    assert lazy.findall(text) == plain.findall(text)
    assert [match.span() for match in lazy.finditer(text, 2)] == [match.span() for match in plain.finditer(text, 2)]
    assert lazy.sub(r"<\1>", text) == plain.sub(r"<\1>", text)
    assert lazy.match(text) is None
    assert lazy.pattern == plain.pattern


def test_is_compiled_by_its_first_use():
    faulty = lazy_pattern("(")
    assert faulty.pattern == "("
    with pytest.raises(re.error):
        faulty.search("")


def test_has_no_more_than_the_methods_of_a_pattern():
    with pytest.raises(AttributeError):
        _ = lazy_pattern("a").scanner  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]
