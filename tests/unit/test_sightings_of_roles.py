"""People known by a role or by where they are from, and who only looks like them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from assistant.language.han import simplified
from assistant.language.names import person
from assistant.language.time_text import fold
from assistant.memory.sightings import find_person


@dataclass(frozen=True)
class _Written:
    text: str
    folded: str


def _find(name: str, text: str) -> str:
    return find_person(_Written(text, simplified(fold(text))), name, person(name))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("the ward pharmacist", "our pharmacist rang"),
        ("Jonas's football coach", "call with the football coach"),
        ("Jonas's football coach", "Jonas's coach is here"),
        ("my mother-in-law", "tea with my mother in law"),
        ("Dave from IT", "dave from it rang"),
        ("Dave from IT", "lunch with Dave"),
        ("my sister", "my sister's at the door"),
        ("the guy from the print shop", "the print shop guy is here"),
        ("仓库的老马", "仓库老马来了"),
        ("仓库的老马", "跟老马聊"),
        ("健身教练", "健身房的教练到了"),
        ("房东阿姨", "房东刚来"),
        ("陈薇", "薇薇来了"),
        ("Nora's tutor", "noras tutor is on the phone"),
        ("Mei-Lin", "lunch with Meilin"),
        ("前台老金", "老金来了"),
        ("装修队大哥", "给装修队那位大哥打电话"),
        ("豆豆的辅导员", "豆豆辅导员来电话了"),
    ],
)
def test_a_role_is_met_by_its_noun(name: str, text: str) -> None:
    assert _find(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("the ward pharmacist", "the ward clerk rang"),
        ("my manager", "the bank manager called"),
        ("my sister", "the sister company moved"),
        ("my sister", "lunch with Sister Agnes"),
        ("Mom", "Ethan's mom called"),
        ("Jonas's football coach", "the coach driver waved"),
        ("Dave from IT", "Dave from payroll rang"),
        ("my therapist", "my cousin's therapist rang"),
        ("the union rep", "the class rep is here"),
        ("仓库的老马", "门卫老马来了"),
        ("表姐", "表姐夫来了"),
        ("我老婆", "同事的老婆来了"),
        ("健身教练", "驾校教练来了"),
        ("班长", "副班长来了"),
    ],
)
def test_what_stands_beside_makes_it_somebody_else(name: str, text: str) -> None:
    assert not _find(name, text)
