"""`python -m assistant.training vectors`: the encoder's table in few dimensions, for where no model may be loaded.

Rows are what a piece adds to its text: the encoder's unit row times its weight. The directions in which the rows
differ most (the right singular vectors of the table, not centred, so that sums stay sums) keep most of what tells
topics apart.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import sentencepiece

from assistant.language.word_vectors import VERSION
from assistant.models.encoder import OnnxEncoder
from assistant.training.table_file import FOLDER, MOST, write_table

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _SubParsersAction  # pyright: ignore[reportPrivateUsage]

DIMENSION = 32
_SHARED = 1  # the first direction tells the languages apart and little else
_SPECIAL = 3  # unknown, begin and end
_OUTLIERS = 0.999  # of the numbers fit; the few beyond are cut off

FloatArray = npt.NDArray[np.float32]


def piece_rows(folder: Path) -> tuple[list[str], FloatArray]:
    """The encoder's pieces and what each adds to a text (pieces, dimension of the encoder)."""
    encoder = OnnxEncoder(folder, prefer_cuda=False)
    vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(folder / encoder.entry.vocabulary))
    numbers = np.arange(_SPECIAL, vocabulary.get_piece_size(), dtype=np.uint16)
    names = [vocabulary.id_to_piece(int(number)) for number in numbers]
    rows = encoder.vectors([numbers[place : place + 1] for place in range(len(numbers))])
    return names, rows * encoder.weights(numbers)[:, None]


def run_vectors(chosen: Namespace) -> int:
    """Write the table."""
    names, rows = piece_rows(chosen.models)
    _, _, directions = np.linalg.svd(rows, full_matrices=False)
    small = rows @ directions[_SHARED : _SHARED + DIMENSION].T
    scaled = small * (MOST / np.quantile(np.abs(small), _OUTLIERS))
    told = {
        "version": VERSION,
        "encoder": OnnxEncoder(chosen.models, prefer_cuda=False).name,
        "dimension": DIMENSION,
    }
    size = write_table(chosen.out / "vectors.table", names, scaled, told)
    print(f"written: vectors.table, {len(names):,} pieces, {size:,} bytes")
    return 0


def add_vectors(commands: _SubParsersAction[ArgumentParser], models: Path) -> None:
    """The command's flags."""
    command = commands.add_parser("vectors", help="the encoder's table in few dimensions")
    command.add_argument("--models", type=Path, default=models, help="the encoder's folder")
    command.add_argument("--out", type=Path, default=FOLDER, help="where the table goes")
