"""`python -m assistant.training scorer --data DIR`: makes scorer.onnx and its entry in the manifest.

Needs torch and onnx; nothing else in the program needs the first.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction  # pyright: ignore[reportPrivateUsage]


def add_scorer(commands: _SubParsersAction[ArgumentParser], models: Path) -> None:
    """Declare the command's options."""
    scorer = commands.add_parser("scorer", help="the attention scorer, by rehearsal of many stores")
    scorer.add_argument("--data", type=Path, required=True, help="the data folder (training/ and evaluation/ in it)")
    scorer.add_argument("--models", type=Path, default=models, help="where the encoder is")
    scorer.add_argument("--out", type=Path, default=models, help="where the files go")
    scorer.add_argument("--seed", type=int, default=0)
    scorer.add_argument("--lessons", type=Path, help="keep the lessons in this folder, and take them from there again")
    scorer.add_argument(
        "--leave-out", nargs="+", default=[], metavar="NAME", help="ship nothing; measure on sets left out of training"
    )


def add_all(commands: _SubParsersAction[ArgumentParser], models: Path) -> None:
    """Declare the command that makes everything that ships: the encoder, and the scorer on top of it."""
    every = commands.add_parser("all", help="the encoder, then the scorer: from nothing to the shipped files")
    every.add_argument("--data", type=Path, required=True, help="the data folder (training/ and evaluation/ in it)")
    every.add_argument("--lexicons", type=Path, required=True, help="see `encoder --help`")
    every.add_argument("--out", type=Path, default=models, help="where the files go")
    every.add_argument("--seed", type=int, default=0)
    every.set_defaults(steps=None, pieces=None, lessons=None, leave_out=[], models=None)


def run_scorer(chosen: argparse.Namespace) -> int:
    """Train, measure and write; tells what it does, with the seconds since it began."""
    from assistant.training.scorer_make import Order, make_scorer  # noqa: PLC0415 - brings torch
    from assistant.training.scorer_model import Recipe  # noqa: PLC0415

    begun = time.monotonic()
    left_out = tuple(chosen.leave_out)
    order = Order(chosen.data, chosen.models or chosen.out, chosen.out, chosen.seed, left_out, chosen.lessons)
    make_scorer(order, Recipe(), lambda line: print(f"{time.monotonic() - begun:5.0f} s  {line}", flush=True))
    return 0
