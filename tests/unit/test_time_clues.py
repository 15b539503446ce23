"""A rule that is not tried because of its clues could not have matched: nothing is lost by looking at words first."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.language.time import all_finders
from assistant.language.time_clues import Finder, can_match, clues_of, parts_of
from assistant.language.time_parts import Frame
from assistant.language.time_text import readable
from tests.unit.test_time_chinese import DUE as CHINESE_DUE
from tests.unit.test_time_english import DUE as ENGLISH_DUE
from tests.unit.test_time_laws import LINES

EXAMPLES = 4  # for each of some hundred rules; a change of a rule deserves a run with more
FRAME = Frame(datetime(2026, 9, 30, 10, 0, tzinfo=ZoneInfo("America/New_York")))
WORDS = [
    *(
        "in",
        "at",
        "on",
        "the",
        "of",
        "next",
        "last",
        "every",
        "each",
        "two",
        "first",
        "20th",
        "3",
        "15:30",
        "2026",
        "@",
    ),
    *(
        "pm",
        "a.m.",
        "7a",
        "o'clock",
        "noonish",
        "sevenish",
        "sevenishpm",
        "half",
        "past",
        "quarter",
        "to",
        "hours",
        "days",
        "week",
    ),
    *("May", "Nov", "Friday", "mondays", "weekend", "end", "early", "mid", "tomorrow", "tonight", "evening", "now"),
    *("ago", "from", "after", "before", "Christmas", "new", "year's", "eve", "EST", "+02:00", "daily", "q3", "eod"),
    *(
        "明天",
        "后天",
        "下",
        "周",
        "三",
        "月",
        "号",
        "点",
        "半",
        "分钟",
        "后",
        "前",
        "底",
        "每",
        "隔",
        "年",
        "季度",
        "差",
    ),
    *(
        "早",
        "晚上",
        "上",
        "最近",
        "国庆节",
        "北京时间",
        "两",
        "个",
        "小时",
        "第",
        "一",
        "工作日",
        "现在",
        "上旬",
        "半年",
    ),
]


def lost(text: str) -> list[Finder]:
    """The rules that find something in `text` although its clues say that they cannot."""
    clues = clues_of(text)
    return [finder for finder in all_finders() if not can_match(finder, clues) and any(parts_of(finder, text, FRAME))]


@settings(max_examples=400)
@given(
    st.lists(st.sampled_from(WORDS), max_size=12).flatmap(
        lambda words: st.sampled_from(["", " ", "-"]).map(lambda gap: gap.join(words))
    )
    | LINES
)
def test_clues_hide_no_match(text: str):
    assert lost(readable(text)) == []


@pytest.mark.parametrize("table", [ENGLISH_DUE, CHINESE_DUE], ids=["english", "chinese"])
def test_clues_hide_no_golden_line(table: str):
    assert {line: lost(readable(line)) for line in table.splitlines() if lost(readable(line))} == {}


@pytest.mark.parametrize("finder", all_finders(), ids=lambda finder: finder.pattern[:40])
def test_every_text_that_fits_a_rule_has_its_clues(finder: Finder):
    @settings(
        max_examples=EXAMPLES,
        database=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
    )
    @given(
        st.from_regex(
            finder.pattern,
            alphabet=st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"], include_characters="+"),
        )
    )
    def check(text: str):
        folded = readable(text)
        found = any(parts_of(finder, folded, FRAME))
        assert can_match(finder, clues_of(folded)) or not found

    check()
