"""The Qt binding itself: PySide6 6.12.0 lost a reference to None in every call on Python 3.11 and died of it."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_into_qt_keep_the_count_of_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(2_000):
        thing.setProperty("some", None)
        thing.property("missing")
        thing.parent()
    assert sys.getrefcount(None) > before - 500
