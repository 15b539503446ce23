"""Standard input in whatever encoding it comes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.cli.input_text import decode

CHINESE = "明天下午三点跟安娜吃饭，带上护照。"


@pytest.mark.parametrize("text", [CHINESE, "buy milk", "Müller 🥛", "\ufeffa", "a\0b", ""])
def test_utf_8_is_taken_as_it_is(text: str) -> None:
    assert decode(text.encode(), "gbk") == (text.removeprefix("\ufeff"), None)


@pytest.mark.parametrize("encoding", ["gbk", "gb2312", "gb18030"])
@pytest.mark.parametrize("machine", ["UTF-8", "ascii", "nonsense"])
def test_chinese_is_recognised_on_any_machine(encoding: str, machine: str) -> None:
    assert decode(CHINESE.encode(encoding), machine) == (CHINESE, "gb18030")


def test_western_accents_are_recognised() -> None:
    text = "Müller trifft Zoë im Café"
    assert decode(text.encode("latin-1"), "UTF-8") == (text, "cp1252")


def test_the_machine_is_asked_before_the_bytes() -> None:
    assert decode("日本語".encode("euc_jp"), "EUC-JP") == ("日本語", "euc_jp")


def test_a_marked_text_is_what_its_mark_says() -> None:
    assert decode(CHINESE.encode("utf-16"), "UTF-8") == (CHINESE, None)


def test_bytes_that_are_no_text_are_said_to_be_none() -> None:
    text, encoding = decode(b"\x89PNG\r\n\x1a\n\x00\x00\xff\xd8 milk", "UTF-8")
    assert encoding == ""
    assert "milk" in text
    assert "\ufffd" in text


@given(st.binary(), st.sampled_from(["UTF-8", "gbk", "shift_jis", "cp1252"]))
def test_any_bytes_become_text_that_can_be_kept(data: bytes, machine: str) -> None:
    decode(data, machine)[0].encode()
