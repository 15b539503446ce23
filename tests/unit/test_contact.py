"""Contact with somebody, now or soon: what says so, and what only names them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.contact import is_contact
from assistant.language.han import simplified
from assistant.language.time_text import fold


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines() if line.strip()]


CONTACT = _lines("""
    Anna is at the window table already
    breakfast with Anna at the usual place
    I have Anna on the other line
    Anna keeps texting me
    walking over to Anna
    what was it I promised Anna?
    Anna's voicemail just came in
    Anna and two others are waiting
    don't forget, tea with Anna at five
    can't wait to see Anna tonight
    bumped into Anna at the bakery just now
    Anna will be here in a minute
    quick sync with Anna before lunch
    安娜到门口了
    中午约了安娜
    安娜打来视频
    我要给安娜写信
    跟安娜说什么好呢？
    刚收到安娜的短信
    待会去接安娜
    又碰到安娜了
    安娜让我过去一下
""")
NONE = _lines("""
    Anna's garden has roses
    I saw Anna at the fair last Sunday
    Anna used to live here
    lunch with Anna fell through
    couldn't get hold of Anna
    Anna is in Norway until Friday
    Anna is travelling
    a song about Anna
    my cousin says Anna plays the harp
    nobody looks like Anna
    dreamt of Anna
    Anna lost her job
    the call with Anna went to voicemail
    instead of seeing Anna I stayed in
    three winters ago we skied with Anna, years ago
    安娜的花园很漂亮
    上周日见过安娜
    安娜以前住在这里
    没联系上安娜
    安娜去挪威出差了
    听说安娜升职了
    梦见安娜了
    和安娜的午饭取消了
    安娜长得像她妹妹
    很久没见安娜了
    翻到安娜的旧照片
""")


def _asked(text: str) -> bool:
    folded = simplified(fold(text))
    name = "anna" if "anna" in folded else "安娜"
    start = folded.index(name)
    return is_contact(folded, start, start + len(name))


@pytest.mark.parametrize("text", CONTACT)
def test_contact_is_seen(text: str) -> None:
    assert _asked(text)


@pytest.mark.parametrize("text", NONE)
def test_to_be_named_is_no_contact(text: str) -> None:
    assert not _asked(text)


_WORDS = st.sampled_from(
    (
        "anna",
        "call",
        "with",
        "not",
        "yesterday",
        "just",
        "is",
        ",",
        ".",
        "?",
        "'s",
        "安娜",
        "见",
        "没",
        "过",
        "了",
        "，",
        "\x01",
        "\n",
    )
)


@given(st.lists(_WORDS, max_size=60), st.sampled_from(("", " ")), st.integers(0, 300), st.integers(0, 8))
def test_no_text_is_too_odd(words: list[str], joint: str, start: int, length: int) -> None:
    text = joint.join(words)
    assert is_contact(text, min(start, len(text)), min(start + length, len(text))) in (True, False)
