"""A Markdown report: every data set in a folder, the program against the free baseline, with intervals and settings."""

from __future__ import annotations

import json
import platform
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import assistant
from assistant.domain.settings import Settings
from assistant.evaluation import beam, first_half, locomo, memorybank, rank, realmem, score, systems
from assistant.evaluation.cases import Case, DataInvalid, Format
from assistant.evaluation.compare import Comparison, compare
from assistant.evaluation.reading import cases
from assistant.evaluation.score import Judgement
from assistant.evaluation.systems import System
from assistant.memory import features
from assistant.resources import resource

_TARGETS = {
    ("locomo", "recall"): (0.77, 0.81),
    ("locomo", "512"): (0.77, 0.80),
    ("locomo", "1024"): (0.84, 0.87),
    ("beam", "recall"): (0.62, 0.68),
    ("realmem", "recall"): (0.80, 0.84),
    ("realmem-points", "recall"): (0.56, 0.62),
    ("memorybank zh", "recall"): (0.94, 0.96),
    ("memorybank en", "recall"): (0.95, 0.97),
    ("memorybank zh-en", "recall"): (0.82, 0.88),
    ("memorybank en-zh", "recall"): (0.82, 0.88),
}
"""What is to be reached, and what would be excellent, by format and measure."""

_LEARNED_TARGETS = (0.79, 0.82)
_SILENT_TARGETS = (0.90, 0.97)
_CALIBRATION_TARGET = 0.05


@dataclass(frozen=True, slots=True)
class DataSet:
    """One data set: its format and where it lies."""

    form: Format
    path: Path


@dataclass(frozen=True, slots=True)
class _Measured:
    """What is known of one data set."""

    data: DataSet
    figures: dict[str, dict[str, Any]]  # by the system's name
    comparison: Comparison
    learned: dict[str, Comparison]  # by the way of learning, against the baseline on the same questions


def data_sets(folder: Path) -> list[DataSet]:
    """The data sets that lie in a folder, by their names. Raises `DataInvalid` when there is none."""
    found = [DataSet(locomo.FORMAT, path) for path in sorted(folder.glob("locomo*.json"))]
    found += [DataSet(beam.FORMAT, path) for path in sorted(folder.glob("beam*")) if path.is_dir()]
    for path in sorted(folder.glob("realmem*")):
        found += [DataSet(form, path) for form in (realmem.FORMAT, realmem.POINTS) if path.is_dir()]
    for path in sorted(folder.glob("memorybank*")):
        found += [DataSet(memorybank.form(languages), path) for languages in memorybank.LANGUAGES if path.is_dir()]
    if not found:
        raise DataInvalid(f"{folder}: no data set (locomo*.json, beam*, realmem*, memorybank*)")
    return found


@dataclass(frozen=True, slots=True)
class Extent:
    """What is measured beside the program, the baseline and BM25: every ablation; rehearsed and learned systems."""

    with_ablations: bool = False
    with_learning: bool = False


def write(sets: Sequence[DataSet], rankings: Path | None = None, extent: Extent | None = None) -> str:
    """Measure all of them; the report. Rankings are kept in a folder where one is given."""
    extent = extent or Extent()
    if rankings is not None:
        rankings.mkdir(parents=True, exist_ok=True)
        measured = [_measure(data, rankings, extent) for data in sets]
    else:
        with tempfile.TemporaryDirectory(prefix="sidemind-report-") as folder:
            measured = [_measure(data, Path(folder), extent) for data in sets]
    return "\n".join([*_head(), *_table(measured), *_details(measured), ""])


def _measure(data: DataSet, folder: Path, extent: Extent) -> _Measured:
    wanted = [System(name) for name in systems.SCORERS]
    if extent.with_ablations:
        wanted += [System(without=frozenset({part})) for part in systems.ablations()]
    if extent.with_learning:
        wanted.append(System(is_rehearsed=True))
    known = list(cases(data.form, data.path))
    judged = {system.name: _judged(data, known, system, folder) for system in wanted}
    figures = {name: score.summary(data.form, judgement) for name, judgement in judged.items()}
    baseline = judged[systems.FORMULA]
    learned: dict[str, Comparison] = {}
    for way in first_half.WAYS if extent.with_learning and data.form is locomo.FORMAT else ():
        system = System(is_rehearsed=True, learn=way)
        judgement = _judged(data, known, system, folder)
        figures[system.name] = score.summary(data.form, judgement)
        learned[way] = compare(data.form, judgement, baseline)
    return _Measured(data, figures, compare(data.form, judged[systems.SHIPPED], baseline), learned)


def _judged(data: DataSet, known: Sequence[Case], system: System, folder: Path) -> Judgement:
    path = folder / f"{data.path.stem}-{data.form.name}-{system.name}.jsonl".replace(" ", "_")
    rank.write(rank.rank(known, system, with_off_topic=True), path)
    return score.judge(data.form, known, score.read_rankings(path))


def _head() -> Iterator[str]:
    settings = Settings()
    yield "# Recall, measured"
    yield ""
    yield f"- Sidemind {assistant.__version__}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {platform.platform(terse=True)}"
    yield f"- Python {platform.python_version()}; pair features, version {features.VERSION}"
    yield f"- context of {settings.context_tokens} tokens (the default), {rank.RANKED} items ranked at most"
    for name, entry in _weights().items():
        origin = entry.get("origin", "no origin named")
        yield f"- {name}: `{entry.get('file')}`, sha256 `{entry.get('sha256')}`, {origin}"
    yield "- by `python -m assistant.evaluation report --data FOLDER --out FILE`; one new store for each case"
    yield ""


def _weights() -> Mapping[str, dict[str, Any]]:
    path = resource("models") / "manifest.json"
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataInvalid(f"{path}: {error}") from error
    return {str(name): cast("dict[str, Any]", entry) for name, entry in entries.items() if "file" in entry}


def _table(measured: Sequence[_Measured]) -> Iterator[str]:
    yield "| measure | plain BM25 | free baseline | shipped, 95 % interval | against the baseline | reach / stretch |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for one in measured:
        yield from _rows(one)
    yield ""


def _rows(one: _Measured) -> Iterator[str]:
    name, depth = one.data.form.name, one.data.form.headline_at
    plain, formula, shipped = (one.figures[system] for system in (systems.BM25, systems.FORMULA, systems.SHIPPED))
    by_measure = {difference.name: difference for difference in one.comparison.differences}
    wanted = [
        ("recall", str(depth), f"R@{depth}"),
        *(("in_words", str(b), f"evidence in {b} words") for b in score.BUDGETS),
    ]
    for key, place, measure in wanted:
        middle, low, high = shipped[key][place]
        gain, least, most = by_measure[measure].difference
        goals = _TARGETS.get((name, "recall" if key == "recall" else place))
        yield (
            f"| {name} {one.data.form.unit} {measure} | {plain[key][place][0]:.3f} | {formula[key][place][0]:.3f} "
            f"| {middle:.3f} [{low:.3f}, {high:.3f}] | {gain:+.3f} [{least:+.3f}, {most:+.3f}] | {_goals(goals)} |"
        )
    for way, comparison in one.learned.items():
        yield _learned_row(f"{name} {one.data.form.unit} R@{depth} after learning from {way}", comparison)
    if shipped["update_first"] is not None:
        yield _row(
            f"{name} updated fact above the outdated one", "update_first", (plain, formula, shipped), (0.90, 0.97)
        )
    if shipped["off_topic_silent_at_95"] is not None:
        label = f"{name} off-topic questions that get nothing, 95 % of gold kept"
        yield _row(label, "off_topic_silent_at_95", (plain, formula, shipped), _SILENT_TARGETS)
        label = f"{name} off-topic questions that get nothing, as the program decides"
        yield _row(label, "off_topic_silent", (plain, formula, shipped), None)
    yield _row(f"{name} calibration error, first item", "calibration_error_first", (plain, formula, shipped), None)
    label = f"{name} calibration error, items read"
    yield _row(label, "calibration_error", (plain, formula, shipped), None, limit=_CALIBRATION_TARGET)
    label = f"{name} deletion test: without its strongest reason the first item"
    yield _row(f"{label} falls", "deletion_falls", (plain, formula, shipped), None)
    yield _row(f"{label} is first no more", "deletion_loses_first", (plain, formula, shipped), None)


def _learned_row(label: str, comparison: Comparison) -> str:
    """The learned system against the baseline on the questions that were not learned from."""
    recall = comparison.differences[0]
    gain, least, most = recall.difference
    ours = f"{recall.first:.3f} ({comparison.questions} questions)"
    goals = _goals(_LEARNED_TARGETS)
    return f"| {label} | | {recall.second:.3f} | {ours} | {gain:+.3f} [{least:+.3f}, {most:+.3f}] | {goals} |"


def _row(
    label: str,
    key: str,
    systems_figures: Sequence[dict[str, Any]],
    goals: tuple[float, float] | None,
    limit: float | None = None,
) -> str:
    values = " | ".join("-" if one[key] is None else f"{one[key]:.3f}" for one in systems_figures)
    return f"| {label} | {values} | | {_goals(goals) if limit is None else f'at most {limit}'} |"


def _goals(goals: tuple[float, float] | None) -> str:
    return "" if goals is None else f"{goals[0]:.2f} / {goals[1]:.2f}"


def _details(measured: Sequence[_Measured]) -> Iterator[str]:
    for one in measured:
        form = one.data.form
        yield f"## {form.name} (`{one.data.path.name}`)"
        yield ""
        comparison = one.comparison
        hits = f"all@{comparison.depth}: {comparison.gained} gained, {comparison.lost} lost"
        chance = f"McNemar p = {comparison.chance:.3g}"
        yield f"{comparison.questions} questions. Against the free baseline {hits}, {chance}."
        yield ""
        yield f"| system | R@1 | R@5 | R@10 | R@20 | all@{form.headline_at} | in the context | ms, p95 |"
        yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
        for name, figures in one.figures.items():
            recalls = " | ".join(f"{figures['recall'][str(depth)][0]:.3f}" for depth in score.DEPTHS)
            rest = f"{figures['all'][str(form.headline_at)]:.3f} | {figures['in_context']:.3f}"
            yield f"| {name} | {recalls} | {rest} | {figures['milliseconds_p95']:.1f} |"
        yield ""
