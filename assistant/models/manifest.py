"""What a shipped model file is: its hash, the inputs it was made for, and where it came from."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, cast

from assistant.domain.errors import ModelError, ModelInvalid, ModelMissing
from assistant.domain.memory import Footing, ReasonKind

FILE_NAME = "manifest.json"
MOST_BYTES = 256 << 20


@dataclass(frozen=True, slots=True)
class ScorerEntry:
    """The scorer's entry in the manifest. `origin` says how the weights came about ("free baseline")."""

    file: str
    sha256: str
    feature_version: int
    features: tuple[str, ...]
    groups: tuple[ReasonKind, ...]
    dimension: int
    origin: str


@dataclass(frozen=True, slots=True)
class EncoderEntry:
    """The encoder's entry in the manifest. `pieces` is the size of its vocabulary, a file of its own."""

    file: str
    sha256: str
    vocabulary: str
    vocabulary_sha256: str
    version: int
    dimension: int
    pieces: int
    origin: str


def encoder_entry(folder: Path) -> EncoderEntry:
    """The encoder's entry. Raises `ModelMissing` when there is none, or `ModelInvalid`."""
    path = folder / FILE_NAME
    try:
        content: Any = json.loads(_read(path))
        if "encoder" not in content:
            raise ModelMissing(path=str(path))
        entry = cast("dict[str, Any]", content["encoder"])
        return EncoderEntry(
            file=_plain_name(entry["file"]),
            sha256=str(entry["sha256"]),
            vocabulary=_plain_name(entry["vocabulary"]),
            vocabulary_sha256=str(entry["vocabulary_sha256"]),
            version=int(entry["version"]),
            dimension=int(entry["dimension"]),
            pieces=int(entry["pieces"]),
            origin=str(entry["origin"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise ModelInvalid(path=str(path), reason="manifest") from error


def scorer_entry(folder: Path) -> ScorerEntry:
    """The scorer's entry. Raises `ModelMissing` or `ModelInvalid`."""
    path = folder / FILE_NAME
    try:
        content: Any = json.loads(_read(path))
        entry = cast("dict[str, Any]", content["scorer"])
        return ScorerEntry(
            file=_plain_name(entry["file"]),
            sha256=str(entry["sha256"]),
            feature_version=int(entry["feature_version"]),
            features=tuple(str(name) for name in entry["features"]),
            groups=tuple(ReasonKind(name) for name in entry["groups"]),
            dimension=int(entry["dimension"]),
            origin=str(entry["origin"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise ModelInvalid(path=str(path), reason="manifest") from error


def footing(folder: Path) -> Footing | None:
    """How probably an item answers, as fitted for the scorer that is there; None when it is another's or is no such."""
    try:
        content: Any = json.loads(_read(folder / FILE_NAME))
        entry = cast("dict[str, Any]", content["footing"])
        if entry["scorer"] != content["scorer"]["sha256"]:
            return None
        found = Footing(**{each.name: float(entry[each.name]) for each in fields(Footing)})
    except (ModelError, ValueError, KeyError, TypeError):
        return None
    return found if all(math.isfinite(getattr(found, each.name)) for each in fields(Footing)) else None


def write_footing(folder: Path, fitted: Footing) -> None:
    """Keep it as the footing of the scorer that is there. Raises `ModelMissing`, `ModelInvalid` or `OSError`."""
    sha256, path = scorer_entry(folder).sha256, folder / FILE_NAME
    content: dict[str, Any] = json.loads(_read(path))
    content["footing"] = {"scorer": sha256, **asdict(fitted)}
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def read_verified(folder: Path, file: str, sha256: str) -> bytes:
    """The bytes of a model file whose hash is as the manifest says. Raises `ModelMissing` or `ModelInvalid`."""
    path = folder / file
    data = _read(path)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ModelInvalid(path=str(path), reason="hash")
    return data


def _plain_name(name: object) -> str:
    if not isinstance(name, str) or name != Path(name).name or not name:
        raise ValueError(name)
    return name


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ModelInvalid(path=str(path), reason="size")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ModelMissing(path=str(path)) from error
    except OSError as error:
        raise ModelInvalid(path=str(path), reason=error.strerror or "unreadable") from error
