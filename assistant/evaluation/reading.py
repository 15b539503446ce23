"""Reads data files, and says in one sentence when one is not what it should be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.evaluation.cases import Case, DataInvalid, Format


def read_json(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds; the formats check it by reading it
    """The content of a JSON file. Raises `DataInvalid`."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise DataInvalid(f"{path}: {error}") from error


def text(value: object) -> str:
    """A text of a file. Raises `TypeError`, which `cases` turns into a sentence, for anything else."""
    if not isinstance(value, str):
        raise TypeError(f"a text was expected, not {type(value).__name__}")
    return value


def numbered(path: Path, inside: str) -> list[Path]:
    """The folders in `path` that hold a file, by number where they are numbers. Raises `DataInvalid`."""
    folders = [file.parent for file in path.glob(f"*/{inside}")]
    if not folders:
        raise DataInvalid(f"{path}: no folder with a {inside} in it")
    return sorted(folders, key=lambda folder: (int(folder.name) if folder.name.isdigit() else 0, folder.name))


def cases(form: Format, path: Path) -> Iterator[Case]:
    """The cases of a data set. Raises `DataInvalid`, also when a file lacks what its format promises."""
    try:
        yield from form.read(path)
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
        raise DataInvalid(f"{path}: not in the format {form.name} ({type(error).__name__}: {error})") from error
