"""A program with a home of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.sidemind import ARTEFACTS, Sidemind


@pytest.fixture
def sidemind(tmp_path: Path):
    program = Sidemind(tmp_path)
    yield program
    program.end()


@pytest.fixture(scope="session")
def artefacts() -> Path:
    ARTEFACTS.mkdir(exist_ok=True)
    return ARTEFACTS
