"""The footing of answers stands in the manifest and belongs to one scorer; any other is refused, as the doctor says."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.app import Paths, build
from assistant.domain.diagnosis import Fact, Health
from assistant.domain.memory import Footing
from assistant.language.phrases import PHRASES
from assistant.models import manifest
from assistant.resources import resource

FITTED = Footing(start=-1.25, weight=0.5, meaning=2.0, other=0.0, other_meaning=1.0, quoted=0.75)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copyfile(resource("models", manifest.FILE_NAME), tmp_path / manifest.FILE_NAME)
    return tmp_path


def edit(folder: Path, name: str, **values: object) -> None:
    path = folder / manifest.FILE_NAME
    content = json.loads(path.read_text("utf-8"))
    content[name] |= values
    path.write_text(json.dumps(content), "utf-8")


def test_the_shipped_footing_was_fitted_for_the_shipped_scorer() -> None:
    """When this fails the scorer has changed: `python -m assistant.evaluation answers SET... --fit`."""
    found = manifest.footing(resource("models"))
    assert found is not None
    assert found.weight > 0
    assert found.meaning > 0


def test_what_the_fit_writes_is_read_again_and_the_rest_stays(folder: Path) -> None:
    before = json.loads((folder / manifest.FILE_NAME).read_text("utf-8"))
    manifest.write_footing(folder, FITTED)
    assert manifest.footing(folder) == FITTED
    after = json.loads((folder / manifest.FILE_NAME).read_text("utf-8"))
    assert {**after, "footing": None} == {**before, "footing": None}


def test_a_new_scorer_has_no_footing_until_it_is_fitted(folder: Path) -> None:
    edit(folder, "scorer", sha256="0" * 64)
    assert manifest.footing(folder) is None
    manifest.write_footing(folder, FITTED)
    assert manifest.footing(folder) == FITTED


@pytest.mark.parametrize("value", [None, "much", float("nan"), float("inf"), []])
def test_a_footing_that_is_no_number_is_none(folder: Path, value: object) -> None:
    edit(folder, "footing", meaning=value)
    assert manifest.footing(folder) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"footing": 3, "scorer": {}}'])
def test_a_manifest_without_one_has_none(tmp_path: Path, text: str) -> None:
    assert manifest.footing(tmp_path) is None
    (tmp_path / manifest.FILE_NAME).write_text(text)
    assert manifest.footing(tmp_path) is None


def scorer_fact(place: Path, footing: Footing | None) -> Fact:
    app = build(Paths.under(place))
    try:
        app.parts["footing"] = footing
        (found,) = [fact for fact in app.diagnosing.facts() if fact.subject == "scorer"]
        return found
    finally:
        app.close()


def test_the_doctor_says_when_the_scorer_has_none(tmp_path: Path) -> None:
    assert scorer_fact(tmp_path / "fitted", replace(FITTED)).health is Health.GOOD
    found = scorer_fact(tmp_path / "strange", None)
    assert found.health is Health.NOTE
    assert f"why.{found.subject}.{found.reason}" in PHRASES
