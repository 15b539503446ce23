"""What is read of a model's Markdown, and that nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.ui.answer_text import AnswerText, Look, read_answer


def looks(source: str) -> list[tuple[str, Look]]:
    read = read_answer(source)
    return [(read.text[each.start : each.end], each.look) for each in read.stretches]


@pytest.mark.parametrize(
    ("source", "text", "styled"),
    [
        ("the **blue** drawer", "the blue drawer", [("blue", Look.STRONG)]),
        ("the __blue__ drawer", "the blue drawer", [("blue", Look.STRONG)]),
        ("the *blue* drawer", "the blue drawer", [("blue", Look.EMPHASIS)]),
        ("钥匙在**蓝色抽屉**里 [1]", "钥匙在蓝色抽屉里 [1]", [("蓝色抽屉", Look.STRONG)]),
        ("run `rm -rf *` now", "run rm -rf * now", [("rm -rf *", Look.CODE)]),
        ("``**x**``", "**x**", [("**x**", Look.CODE)]),
        ("## Two things ##", "Two things", [("Two things", Look.HEADING)]),
        ("> as you wrote", "as you wrote", [("as you wrote", Look.QUOTE)]),
        ("a\n```python\nx = '**y**'\n\n```\nb", "a\nx = '**y**'\n\nb", [("x = '**y**'", Look.CODE)]),
        ("### **Key** place", "Key place", [("Key", Look.STRONG), ("Key place", Look.HEADING)]),
    ],
)
def test_marks_become_looks(source: str, text: str, styled: list[tuple[str, Look]]) -> None:
    assert read_answer(source).text == text
    assert looks(source) == styled


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4 = 24",
        "a*b*c",
        "snake_case_name and __init__x",
        "an unfinished **mark",
        "an unfinished `code",
        "* ",
        "-5 degrees",
        "#tag is no heading",
        "1.5 litres",
        "<b>bold</b> <img src=file:///etc/passwd> &amp;",
        "| a | b |\n|---|---|",
        "[1] and [2]",
        "** not strong **",
        "",
        "\n\n",
    ],
)
def test_what_is_no_mark_stays_as_it_is(text: str) -> None:
    assert read_answer(text) == AnswerText(text)


def test_lists_are_entries_with_a_depth() -> None:
    read = read_answer("Two:\n- call **Anna**\n  * about the contract\n2) pay\n10. rest")
    assert read.text == "Two:\n• call Anna\n• about the contract\n2. pay\n10. rest"
    assert [(read.text[each.start : each.start + 3], each.depth) for each in read.entries] == [
        ("• c", 0),
        ("• a", 1),
        ("2. ", 0),
        ("10.", 0),
    ]


def test_a_link_shows_its_address_and_an_image_is_one() -> None:
    assert read_answer("see [here](https://evil.example/x)").text == "see here (https://evil.example/x)"
    assert read_answer("![cat](file:///home/me/cat.png)").text == "cat (file:///home/me/cat.png)"


def test_an_escaped_mark_is_a_character() -> None:
    assert read_answer(r"2 \* 3 \* 4 and \# 5") == AnswerText("2 * 3 * 4 and # 5")


def test_a_rule_is_a_line() -> None:
    assert set(read_answer("a\n---\nb").text.split("\n")[1]) == {"─"}


@given(st.text(alphabet="ab*_`#>-1.) \n[]()!\\~中<", max_size=200))
def test_no_text_is_too_strange(source: str) -> None:
    read = read_answer(source)
    for each in read.stretches:
        assert 0 <= each.start < each.end <= len(read.text)
        assert "\n" not in read.text[each.start : each.end]
    for entry in read.entries:
        assert entry.start == 0 or read.text[entry.start - 1] == "\n"
    assert {*read.text} <= {*source, "•", "─", ".", " ", "(", ")"}


@given(st.text(alphabet="ab中 \n", max_size=200))
def test_plain_text_is_left_alone(source: str) -> None:
    assert read_answer(source).text == source


@pytest.mark.parametrize("piece", ["*", "`", "**a", "[", "_", "[a](", "> ", "- ", "*a ", "__a", "``` a"])
def test_long_lines_of_marks_come_to_an_end(piece: str) -> None:
    assert read_answer("a" + piece * 20_000).text
