"""The list of language models the user added: a JSON file beside the store. The models themselves are never touched."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, cast

from assistant.domain.conversation import ModelFile
from assistant.domain.errors import ModelInvalid, ModelMissing, StoreFull, StoreReadOnly
from assistant.models.gguf_header import check_header
from assistant.models.model_probe import Probed, probe

_VERSION = 1
_BLOCK_BYTES = 1 << 20
_DEATHS_COUNT_FOR_S = 300.0  # three deaths within five minutes put a model aside
_DEFAULT_MEMORY_GB = 8

Probe = Callable[[str, str, int], Probed]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A model with what only this file needs: when it was last seen to be the same, and when it killed its process."""

    file: ModelFile
    modified_ns: int = 0
    deaths: tuple[float, ...] = ()


class ModelFilesJson:
    """Carries out the `ModelFiles` port."""

    def __init__(
        self,
        path: Path,
        memory_gb: Callable[[], int] = lambda: _DEFAULT_MEMORY_GB,
        *,
        try_out: Probe = probe,
        now_s: Callable[[], float] = time.time,
    ) -> None:
        """`path` is the JSON file; it need not exist. `try_out` loads a new file in a process of its own."""
        self._path = path
        self._memory_gb = memory_gb
        self._probe = try_out
        self._now_s = now_s
        self._lock = threading.Lock()

    def all(self) -> list[ModelFile]:
        """By name."""
        return sorted((entry.file for entry in self._load()), key=lambda file: file.name.casefold())

    def current(self) -> ModelFile | None:
        """The model to use, if any; it may be marked as set aside."""
        return next((entry.file for entry in self._load() if entry.file.is_current), None)

    def add(self, path: str) -> ModelFile:
        """Check a GGUF file, try it in a process of its own, and register it. See the port."""
        place = Path(os.path.abspath(Path(path).expanduser())) if path.strip("\0 ") else Path(path)  # noqa: PTH100 - keeps links
        size_bytes = check_header(place)
        probed = self._probe(str(place), place.name, self._memory_gb())
        digest, modified_ns = _digest(place)
        with self._lock:
            entries = [entry for entry in self._load() if entry.file.path != str(place)]
            known = [entry for entry in self._load() if entry.file.path == str(place)]
            is_current = known[0].file.is_current if known else not any(entry.file.is_current for entry in entries)
            file = ModelFile(
                name=known[0].file.name if known else _free_name(place.stem, entries),
                path=str(place),
                size_bytes=size_bytes,
                sha256=digest,
                family=probed.family,
                is_current=is_current,
            )
            self._save([*entries, _Entry(file, modified_ns)])
        return file

    def use(self, name: str) -> ModelFile:
        """Make it current and take back a set-aside mark. Raises `ModelMissing`."""
        with self._lock:
            entries = self._load()
            chosen = self._find(entries, name).file.name
            self._save(
                [
                    replace(
                        entry,
                        file=replace(
                            entry.file,
                            is_current=entry.file.name == chosen,
                            is_set_aside=entry.file.is_set_aside and entry.file.name != chosen,
                        ),
                        deaths=() if entry.file.name == chosen else entry.deaths,
                    )
                    for entry in entries
                ]
            )
            return self._find(self._load(), chosen).file

    def remove(self, name: str) -> None:
        """Take it off the list; the user's file stays. Raises `ModelMissing`."""
        with self._lock:
            entries = self._load()
            gone = self._find(entries, name)
            left = [entry for entry in entries if entry is not gone]
            if gone.file.is_current and len(left) == 1:  # nothing to choose between
                left = [replace(left[0], file=replace(left[0].file, is_current=True))]
            self._save(left)

    def set_aside(self, name: str) -> None:
        """Mark a model that killed its process three times."""
        self._change(name, lambda entry: replace(entry, file=replace(entry.file, is_set_aside=True)))

    def add_death(self, name: str) -> int:
        """Note that a model killed its process just now. How often it did in the last five minutes."""
        now = self._now_s()

        def die(entry: _Entry) -> _Entry:
            recent = tuple(at for at in entry.deaths if 0 <= now - at < _DEATHS_COUNT_FOR_S)
            return replace(entry, deaths=(*recent, now))

        return len(self._change(name, die).deaths)

    def is_there(self, file: ModelFile) -> bool:
        """Whether a file of its size still lies in its place: a glance, for lists."""
        try:
            return Path(file.path).stat().st_size == file.size_bytes
        except OSError:
            return False

    def check(self, file: ModelFile) -> None:
        """Raises `ModelMissing` or `ModelInvalid` when the file is gone or no longer the one that was added."""
        place = Path(file.path)
        size_bytes = check_header(place)
        entry = self._find(self._load(), file.name)
        if size_bytes == file.size_bytes and place.stat().st_mtime_ns == entry.modified_ns:
            return  # hashing gigabytes before each start would cost more than it tells
        digest, modified_ns = _digest(place)
        if digest != file.sha256:
            raise ModelInvalid(path=file.path, reason="changed")
        self._change(file.name, lambda known: replace(known, modified_ns=modified_ns))

    def _change(self, name: str, change: Callable[[_Entry], _Entry]) -> _Entry:
        with self._lock:
            entries = self._load()
            found = self._find(entries, name)
            changed = change(found)
            self._save([changed if entry is found else entry for entry in entries])
            return changed

    @staticmethod
    def _find(entries: list[_Entry], name: str) -> _Entry:
        for entry in entries:
            if entry.file.name == name:
                return entry
        raise ModelMissing(path=name)

    # The JSON file

    def _load(self) -> list[_Entry]:
        try:
            text = self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return []
        except OSError as error:
            raise StoreReadOnly(path=str(self._path)) from error
        except ValueError:
            return self._quarantine()
        try:
            rows = cast("list[dict[str, Any]]", json.loads(text)["models"])
            return [_read(row) for row in rows]
        except (ValueError, TypeError, KeyError, AttributeError):
            return self._quarantine()

    def _quarantine(self) -> list[_Entry]:
        """Set a damaged list aside under another name: the models are still where the user has them."""
        try:
            self._path.replace(self._path.with_suffix(".damaged"))
        except OSError:  # it will be replaced by the next change then
            return []
        return []

    def _save(self, entries: list[_Entry]) -> None:
        rows = [
            {**asdict(entry.file), "modified_ns": entry.modified_ns, "deaths": list(entry.deaths)} for entry in entries
        ]
        text = json.dumps({"version": _VERSION, "models": rows}, ensure_ascii=True, indent=1)
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _replace(self._path, text.encode())
        except OSError as error:
            full = error.errno in (28, 122)  # ENOSPC, EDQUOT
            raise (StoreFull if full else StoreReadOnly)(path=str(self._path)) from error


def _read(row: dict[str, Any]) -> _Entry:
    file = ModelFile(
        name=str(row["name"]),
        path=str(row["path"]),
        size_bytes=int(row["size_bytes"]),
        sha256=str(row["sha256"]),
        family=str(row["family"]),
        is_current=bool(row.get("is_current")),
        is_set_aside=bool(row.get("is_set_aside")),
    )
    return _Entry(file, int(row.get("modified_ns", 0)), tuple(float(at) for at in row.get("deaths", ())))


def _replace(path: Path, content: bytes) -> None:
    """Write the whole file or nothing, for this user alone."""
    number, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")  # 0600 by itself
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _digest(path: Path) -> tuple[str, int]:
    """SHA-256 of a file and when it was last changed."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            modified_ns = os.fstat(file.fileno()).st_mtime_ns
            while block := file.read(_BLOCK_BYTES):
                digest.update(block)
    except OSError as error:
        raise ModelMissing(path=str(path)) from error
    return digest.hexdigest(), modified_ns


def _free_name(stem: str, entries: list[_Entry]) -> str:
    """The file's own name without strange characters, with a number when it is taken."""
    wish = "".join(character if character.isprintable() else "_" for character in stem) or "model"
    taken = {entry.file.name for entry in entries}
    name, number = wish, 2
    while name in taken:
        name, number = f"{wish}-{number}", number + 1
    return name
