"""`python -m assistant.evaluation rank|score`: rankings of public data sets by the real program, and their metrics."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from assistant.evaluation import beam, locomo, rank, score
from assistant.evaluation.cases import DataInvalid, Format
from assistant.evaluation.reading import cases

FORMATS: dict[str, Format] = {form.name: form for form in (locomo.FORMAT, beam.FORMAT)}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 1 with a sentence on stderr when a data file is not what it should be."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except DataInvalid as error:
        print(f"evaluation: {error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m assistant.evaluation", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    ranking = commands.add_parser("rank", help="rank every question's items with the real store and scorer")
    _add_data(ranking)
    ranking.add_argument("--out", type=Path, required=True, help="JSON lines, one question each")
    ranking.add_argument(
        "--baseline", choices=("full", "bm25"), default="full", help="full: as shipped; bm25: without surroundings"
    )
    ranking.add_argument("--own-words", action="store_true", help="do not store what an assistant said")
    ranking.set_defaults(run=_rank)
    scoring = commands.add_parser("score", help="metrics of rankings")
    _add_data(scoring)
    scoring.add_argument("--rankings", type=Path, required=True)
    scoring.add_argument("--json", action="store_true", help="print the figures as JSON")
    scoring.set_defaults(run=_score)
    return parser


def _add_data(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", choices=sorted(FORMATS), required=True)
    command.add_argument("--data", type=Path, required=True, help="the data set's file or folder")


def _rank(chosen: argparse.Namespace) -> int:
    read = cases(FORMATS[chosen.format], chosen.data)
    rankings = rank.rank(read, is_plain=chosen.baseline == "bm25", is_own=chosen.own_words)
    print(f"{rank.write(rankings, chosen.out)} questions ranked")
    return 0


def _score(chosen: argparse.Namespace) -> int:
    form = FORMATS[chosen.format]
    judged = score.judge(form, cases(form, chosen.data), score.read_rankings(chosen.rankings))
    figures = score.summary(form, judged)
    if chosen.json:
        print(json.dumps(figures, ensure_ascii=False, indent=2))
    else:
        score.print_summary(figures)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
