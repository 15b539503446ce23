"""The commands that measure recall: rank, score, compare, report."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Protocol

from assistant.evaluation import answers, beam, first_half, locomo, memorybank, rank, realmem, report, score, systems
from assistant.evaluation.cases import DataInvalid, Format
from assistant.evaluation.compare import compare
from assistant.evaluation.reading import cases
from assistant.evaluation.systems import System
from assistant.models import manifest
from assistant.resources import resource

MEMORYBANK = "memorybank"
FORMATS: dict[str, Format] = {form.name: form for form in (locomo.FORMAT, beam.FORMAT, realmem.FORMAT, realmem.POINTS)}


class Commands(Protocol):
    """What argparse's own private type of subcommands does."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser:  # noqa: A002 - argparse's name
        """A parser for one command."""
        ...


def add_to(commands: Commands) -> None:
    """Add the commands; each sets `run`, which takes the parsed arguments and returns the exit status."""
    ranking = commands.add_parser("rank", help="rank every question's items with the real store and scorer")
    _add_data(ranking)
    ranking.add_argument("--out", type=Path, required=True, help="JSON lines, one question each")
    _add_system(ranking)
    ranking.add_argument(
        "--off-topic",
        action="store_true",
        help="also ask every store the questions of the next, which it cannot answer",
    )
    _set(ranking, _rank)
    scoring = commands.add_parser("score", help="metrics of rankings")
    _add_data(scoring)
    scoring.add_argument("--rankings", type=Path, required=True)
    scoring.add_argument("--json", action="store_true", help="print the figures as JSON")
    _set(scoring, _score)
    comparing = commands.add_parser("compare", help="two rankings of the same questions: intervals and McNemar's test")
    _add_data(comparing)
    comparing.add_argument("--rankings", type=Path, nargs=2, required=True, metavar=("FIRST", "SECOND"))
    _set(comparing, _compare)
    answering = commands.add_parser("answers", help="answers without a language model: right, hedged, silent")
    answering.add_argument("set", nargs="+", help="FORMAT=PATH, or memorybank:LANGUAGES=PATH")
    answering.add_argument(
        "--fit",
        action="store_true",
        help="also fit how probably an item answers, on half of it, into the models' manifest",
    )
    _set(answering, _answers)
    reporting = commands.add_parser("report", help="a Markdown report of every data set in a folder")
    reporting.add_argument("--data", type=Path, required=True, help="a folder with locomo*.json, beam*, realmem*, ...")
    reporting.add_argument("--out", type=Path, required=True, help="the Markdown file")
    reporting.add_argument("--rankings", type=Path, help="keep the rankings in this folder")
    reporting.add_argument("--ablations", action="store_true", help="also without each group of features")
    reporting.add_argument("--learning", action="store_true", help="also rehearsed, and after learning from use")
    _set(reporting, _report)


def form_of(name: str, language: str = "zh") -> Format:
    """A format by its name; `language` matters to memorybank alone."""
    return memorybank.form(language) if name == MEMORYBANK else FORMATS[name]


def _set(command: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:
    command.set_defaults(run=run)


def _add_data(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", choices=sorted([*FORMATS, MEMORYBANK]), required=True)
    command.add_argument(
        "--language", choices=memorybank.LANGUAGES, default="zh", help="of memorybank: the question's, the store's"
    )
    command.add_argument("--data", type=Path, required=True, help="the data set's file or folder")


def _add_system(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--scorer", choices=systems.SCORERS, default=systems.SHIPPED, help="shipped, the free baseline, or plain BM25"
    )
    command.add_argument("--baseline", choices=("full", "bm25"), default="full", help="bm25 is short for --scorer bm25")
    command.add_argument(
        "--without",
        nargs="+",
        choices=systems.ablations(),
        default=[],
        help="what to leave out",
    )
    command.add_argument(
        "--learn-first-half",
        action="store_const",
        const=first_half.FIRST_HALF,
        dest="learn",
        default="",
        help="the first half of each case's questions become uses; the second half is ranked afterwards",
    )
    command.add_argument(
        "--learn-every-other",
        action="store_const",
        const=first_half.EVERY_OTHER,
        dest="learn",
        help="the same with every other question, where questions are ordered by their kind",
    )
    command.add_argument(
        "--rehearse", action="store_true", help="rehearse every store of 200 items or more first, as in idle time"
    )
    command.add_argument("--own-words", action="store_true", help="do not store what an assistant said")


def _system(chosen: argparse.Namespace) -> System:
    scorer = systems.BM25 if chosen.baseline == "bm25" else chosen.scorer
    return System(
        scorer,
        frozenset(chosen.without),
        is_own=chosen.own_words,
        learn=chosen.learn,
        is_rehearsed=chosen.rehearse,
    )


def _rank(chosen: argparse.Namespace) -> int:
    read = cases(form_of(chosen.format, chosen.language), chosen.data)
    rankings = rank.rank(read, _system(chosen), with_off_topic=chosen.off_topic)
    print(f"{rank.write(rankings, chosen.out)} questions ranked")
    return 0


def _score(chosen: argparse.Namespace) -> int:
    form = form_of(chosen.format, chosen.language)
    judgement = score.judge(form, cases(form, chosen.data), score.read_rankings(chosen.rankings))
    figures = score.summary(form, judgement)
    if chosen.json:
        print(json.dumps(figures, ensure_ascii=False, indent=2))
    else:
        score.print_summary(figures)
    return 0


def _compare(chosen: argparse.Namespace) -> int:
    form = form_of(chosen.format, chosen.language)
    known = list(cases(form, chosen.data))
    first, second = (score.judge(form, known, score.read_rankings(path)) for path in chosen.rankings)
    for line in compare(form, first, second).lines():
        print(line)
    return 0


def _answers(chosen: argparse.Namespace) -> int:
    found: dict[str, list[answers.Judged]] = {}
    for each in chosen.set:
        name, _, path = each.partition("=")
        form_name, _, language = name.partition(":")
        if form_name not in {*FORMATS, MEMORYBANK} or not path:
            raise DataInvalid(f"{each}: not FORMAT=PATH or memorybank:LANGUAGES=PATH")
        form = form_of(form_name, language or "zh")
        found[form.name] = list(answers.judge(list(cases(form, Path(path)))))
    for line in answers.head():
        print(line)
    for name, judged in found.items():
        for line in answers.lines(name, judged):
            print(line)
    if chosen.fit:
        fitted = answers.fit(list(found.values()))
        manifest.write_footing(resource("models"), fitted)
        print(json.dumps(asdict(fitted)))
    return 0


def _report(chosen: argparse.Namespace) -> int:
    sets = report.data_sets(chosen.data)
    extent = report.Extent(with_ablations=chosen.ablations, with_learning=chosen.learning)
    text = report.write(sets, chosen.rankings, extent)
    chosen.out.write_text(text, encoding="utf-8")
    print(f"{chosen.out}: {len(sets)} data sets")
    return 0
