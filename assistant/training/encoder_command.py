"""`python -m assistant.training encoder --data DIR --lexicons DIR`: makes encoder.onnx, encoder.spm and their entry.

Needs torch, scipy, sentencepiece and onnx; nothing else in the program needs the first two.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction  # pyright: ignore[reportPrivateUsage]


def add_encoder(commands: _SubParsersAction[ArgumentParser], models: Path) -> None:
    """Declare the command's options."""
    encoder = commands.add_parser("encoder", help="the bilingual encoder and its vocabulary")
    encoder.add_argument("--data", type=Path, required=True, help="the data folder (training/ and evaluation/ in it)")
    encoder.add_argument(
        "--lexicons",
        type=Path,
        required=True,
        help="a folder with the dictionaries, word lists and manuals that LOG.md names",
    )
    encoder.add_argument("--out", type=Path, default=models, help="where the files go")
    encoder.add_argument("--seed", type=int, default=0)
    encoder.add_argument("--steps", type=int, help="instead of the recipe's number; few for a trial")
    encoder.add_argument("--pieces", type=int, help="the vocabulary's size instead of the recipe's")


def run_encoder(chosen: argparse.Namespace) -> int:
    """Train, measure and write; tells what it does, with the seconds since it began."""
    from assistant.training.encoder_make import Places, make_encoder  # noqa: PLC0415 - brings torch
    from assistant.training.encoder_train import Recipe  # noqa: PLC0415

    begun = time.monotonic()
    given = {name: getattr(chosen, name) for name in ("seed", "steps", "pieces") if getattr(chosen, name) is not None}
    places = Places(chosen.data, chosen.lexicons, chosen.out)
    make_encoder(places, Recipe(**given), lambda line: print(f"{time.monotonic() - begun:5.0f} s  {line}", flush=True))
    return 0
