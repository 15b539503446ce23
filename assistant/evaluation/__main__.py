"""`python -m assistant.evaluation rank|score|compare|report|benchmark ...`: recall on public data, and its cost."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from assistant.evaluation import (
    capture_benchmark,
    context_benchmark,
    desktop_benchmark,
    ingest_benchmark,
    intentions,
    model_benchmark,
    recall_commands,
    rehearsal_benchmark,
    reminders,
    time_fuzz,
    time_phrases,
)
from assistant.evaluation.benchmark import Figure
from assistant.evaluation.cases import DataInvalid

BENCHMARKS = ("capture", "context", "search", "ingest", "rehearsal", "first-window", "capture-window", "idle", "model")

ON_DEMAND = ("growth", "first-stage")
"""Run by name only: a million items take ten minutes to keep, and the first stage needs a file of questions."""


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
    recall_commands.add_to(commands)
    time_fuzz.add_to(commands)
    events = commands.add_parser("intentions", help="reminders by event on generated lives, and BEAM's instructions")
    events.add_argument(
        "--part", choices=sorted(intentions.PARTS), default="test", help="whose wording (default: test)"
    )
    events.add_argument("--lives", type=int, default=intentions.LIVES, help="of 25 intentions and 1,250 turns each")
    events.add_argument("--seed", type=int, default=1)
    events.add_argument("--faults", action="store_true", help="print every fault; for the tuning part")
    events.add_argument("--data", type=Path, help="a folder of BEAM chats: measure its standing instructions instead")
    events.set_defaults(run=_intentions)
    phrases = commands.add_parser("time", help="find the times in the rows of a suite of phrases")
    phrases.add_argument("--data", type=Path, required=True, help="JSON lines with id, text, ref, lang")
    phrases.add_argument("--out", type=Path, required=True, help="JSON lines with id and found")
    phrases.set_defaults(run=_time)
    judging = commands.add_parser("time-score", help="the table of what is found in suites of phrases")
    judging.add_argument("--data", type=Path, nargs="+", required=True)
    judging.add_argument("--found", type=Path, nargs="*", default=[], help="what `time` wrote; found anew without it")
    judging.add_argument("--faults", action="store_true", help="print every fault")
    judging.set_defaults(run=_time_score)
    clock = commands.add_parser("reminders", help="years of repeating reminders on a simulated clock, in every zone")
    clock.add_argument("--zones", nargs="+", metavar="ZONE", help="some zones; all of the tz database without")
    clock.add_argument("--years", type=int, default=reminders.YEARS)
    clock.add_argument("--seed", type=int, default=1)
    clock.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    clock.add_argument("--json", action="store_true", help="print the counts as one JSON object")
    clock.set_defaults(run=_reminders)
    timing = commands.add_parser("benchmark", help="time and memory, against their limits")
    timing.add_argument("names", nargs="*", metavar="NAME", help=f"some of {', '.join(BENCHMARKS + ON_DEMAND)}")
    timing.add_argument("--json", action="store_true", help="print the figures as JSON lines")
    timing.add_argument("--model", type=Path, help="a GGUF file for the benchmark of the language model")
    timing.add_argument("--sizes", type=int, nargs="+", help="stores of these sizes for context, search, growth")
    timing.add_argument("--data", type=Path, help="a LoCoMo file for ingest and first-stage")
    timing.set_defaults(run=_benchmark)
    return parser


def _intentions(chosen: argparse.Namespace) -> int:
    """1 when a limit is missed."""
    if chosen.data is not None:
        found = list(intentions.instruction_evidence(chosen.data))
    else:
        part = intentions.PARTS[chosen.part]
        tally = intentions.measure(part, lives=chosen.lives, seed=chosen.seed, with_faults=chosen.faults)
        found = [*intentions.figures(tally), *intentions.rules(part)]
        for fault, count in Counter(tally.faults).most_common():
            print(f"{count:4} {fault}")
    for figure in found:
        print(figure.line())
    return 0 if all(figure.is_kept for figure in found) else 1


def _time(chosen: argparse.Namespace) -> int:
    print(f"{time_phrases.write(time_phrases.read_rows(chosen.data), chosen.out)} phrases read")
    return 0


def _time_score(chosen: argparse.Namespace) -> int:
    rows = [row for path in chosen.data for row in time_phrases.read_rows(path)]
    found = time_phrases.read_found(chosen.found) if chosen.found else time_phrases.find_all(rows)
    time_phrases.print_table(time_phrases.tallies(rows, found), with_faults=chosen.faults)
    return 0


def _reminders(chosen: argparse.Namespace) -> int:
    """1 when a reminder was missed or doubled."""
    lived = reminders.measure(chosen.zones, years=chosen.years, seed=chosen.seed, processes=chosen.processes)
    found = reminders.figures(lived.counts)
    if chosen.json:
        print(reminders.as_json(lived))
        return 0 if all(figure.is_kept for figure in found) else 1
    for line in reminders.table(lived):
        print(line)
    for figure in found:
        print(figure.line())
    return 0 if all(figure.is_kept for figure in found) else 1


def _benchmark(chosen: argparse.Namespace) -> int:
    """Run benchmarks by name; 1 when a limit is missed or a benchmark cannot run here."""
    known = BENCHMARKS + ON_DEMAND
    unknown = set(chosen.names) - set(known)
    if unknown:
        raise DataInvalid(f"no such benchmark: {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    is_kept = True
    for name in chosen.names or BENCHMARKS:
        try:
            for figure in _figures(name, chosen):
                line = json.dumps(asdict(figure) | {"is_kept": figure.is_kept}) if chosen.json else figure.line()
                print(line, flush=True)
                is_kept = is_kept and figure.is_kept
        except desktop_benchmark.NoDisplay as problem:
            print(f"{name}: {problem}", file=sys.stderr)
            is_kept = False
    return 0 if is_kept else 1


def _figures(name: str, chosen: argparse.Namespace) -> Iterator[Figure]:
    sizes: tuple[int, ...] = tuple(chosen.sizes or ())
    run: dict[str, Callable[[], Iterator[Figure]]] = {
        "capture": capture_benchmark.capture,
        "context": lambda: context_benchmark.context(sizes or context_benchmark.SIZES),
        "growth": lambda: context_benchmark.context(sizes or context_benchmark.GROWN),
        "search": lambda: context_benchmark.search(sizes or context_benchmark.SIZES[-1:]),
        "ingest": lambda: ingest_benchmark.ingest(chosen.data),
        "first-stage": lambda: ingest_benchmark.first_stage(chosen.data),
        "rehearsal": rehearsal_benchmark.rehearsal,
        "first-window": desktop_benchmark.first_window,
        "capture-window": desktop_benchmark.capture_window,
        "idle": desktop_benchmark.idle,
        "model": lambda: model_benchmark.language_model(chosen.model),
    }
    return run[name]()


if __name__ == "__main__":
    raise SystemExit(main())
