"""Say what works here and, where something does not, why.

Every look is taken on its own: one that fails becomes a bad fact and never hides the others.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import assistant
from assistant.domain.diagnosis import Fact, Health
from assistant.domain.errors import AssistantError, ModelError

if TYPE_CHECKING:
    from assistant.domain.ports import Clock, Items, Keeper, ModelFiles, Notifier, Occurrences, Scorer, Spool

_LIBRARIES = ("numpy", "onnxruntime-gpu", "onnxruntime", "llama-cpp-python", "sqlite-utils", "sqlcipher3", "jeepney")
_DAY_S = 86_400
_WHY_NOT_CUDA = {
    "no CUDA device": "no_device",
    "this onnxruntime is built without CUDA": "no_cuda",
    "CUDA not wanted": "not_wanted",
    "CUDA did not start": "not_started",
}

Look = Callable[[], Iterable[Fact]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What only the composition root knows about this machine.

    `places` are folders and files by subject. `why_no_window` is None when a window can be opened. `is_owned` says
    whether a desktop runs. `settings_problems` are settings that were set aside. `desktop` gives the facts that only
    the running desktop knows. `memory` gives those about recall and learning.
    """

    places: Mapping[str, Path]
    sqlite_version: Callable[[], str]
    why_no_window: Callable[[], str | None]
    is_owned: Callable[[], bool]
    settings_problems: Callable[[], Sequence[AssistantError]]
    desktop: Look
    memory: Look = tuple


class Diagnosing:
    """Collects facts."""

    def __init__(
        self,
        surroundings: Surroundings,
        *,
        items: Items,
        occurrences: Occurrences,
        spool: Spool,
        keeper: Keeper,
        scorer: Scorer,
        model_files: ModelFiles,
        notifier: Notifier,
        clock: Clock,
    ) -> None:
        """Nothing is looked at before `facts`."""
        self._around = surroundings
        self._items = items
        self._occurrences = occurrences
        self._spool = spool
        self._keeper = keeper
        self._scorer = scorer
        self._model_files = model_files
        self._notifier = notifier
        self._clock = clock

    def facts(self) -> list[Fact]:
        """Everything worth knowing, in a fixed order."""
        looks: dict[str, Look] = {
            "version": self._program,
            "sqlite": self._sqlite,
            "data": self._folders,
            "settings": self._settings_file,
            "items": self._store,
            "waiting": self._waiting,
            "backups": self._backups,
            "provider": self._provider,
            "scorer": self._around.memory,
            "model": self._model,
            "display": self._display,
            "notifications": self._notifications,
            "next": self._next,
            "tray": self._around.desktop,
            "owner": self._owner,
        }
        return [fact for subject, look in looks.items() for fact in _taken(subject, look)]

    def _program(self) -> Iterable[Fact]:
        yield Fact("version", Health.GOOD, assistant.__version__)
        yield Fact("python", Health.GOOD, platform.python_version())
        yield Fact("system", Health.GOOD, platform.platform(terse=True))
        qt = _version_of("PySide6-Essentials")
        yield Fact("qt", Health.GOOD if qt else Health.BAD, qt or "", "" if qt else "none")
        versions = [f"{name} {version}" for name in _LIBRARIES if (version := _version_of(name))]
        yield Fact("libraries", Health.GOOD, ", ".join(versions))

    def _sqlite(self) -> Iterable[Fact]:
        yield Fact("sqlite", Health.GOOD, self._around.sqlite_version())

    def _folders(self) -> Iterable[Fact]:
        data = self._around.places["data"]
        mode = data.stat().st_mode & 0o777
        loose = [path.name for path in data.iterdir() if path.stat().st_mode & 0o077]
        stuck = [path for path in (data, *sorted(data.iterdir())) if not os.access(path, os.W_OK)]
        if stuck:
            yield Fact("data", Health.BAD, str(stuck[0]), reason="read_only")
        elif mode & 0o077 or loose:
            others = ", ".join(loose) or f"{mode:o}"
            yield Fact("data", Health.BAD, str(data), reason="open_to_others", detail=others)
        else:
            yield Fact("data", Health.GOOD, str(data))

    def _settings_file(self) -> Iterable[Fact]:
        path = self._around.places["settings"]
        problems = self._around.settings_problems()
        yield Fact("settings", Health.NOTE if problems else Health.GOOD, str(path), errors=tuple(problems))

    def _store(self) -> Iterable[Fact]:
        yield Fact("items", Health.GOOD, str(self._items.count()))
        damage = self._keeper.check()
        if damage:
            yield Fact("integrity", Health.BAD, "; ".join(damage))
        else:
            yield Fact("integrity", Health.GOOD, word="ok")

    def _waiting(self) -> Iterable[Fact]:
        count = len(self._spool.pending())
        yield Fact("waiting", Health.NOTE if count else Health.GOOD, str(count))

    def _backups(self) -> Iterable[Fact]:
        last = self._keeper.last_backup()
        folder = str(self._around.places["backups"])
        if last is None:
            yield Fact("backups", Health.NOTE, word="none", reason=folder)
            return
        age_s = self._clock.now_ms() / 1000 - last.timestamp()
        is_old = age_s > _DAY_S and self._keeper.has_changed_since(last)
        when = self._clock.local(round(last.timestamp() * 1000))
        yield Fact("backups", Health.NOTE if is_old else Health.GOOD, f"{when:%Y-%m-%d %H:%M}", reason=folder)

    def _provider(self) -> Iterable[Fact]:
        try:
            provider = self._scorer.provider
        except ModelError as error:
            detail = str(error.facts.get("path", ""))
            yield Fact("provider", Health.BAD, word="unavailable", reason="unusable", detail=detail)
            return
        name, _, why = provider.removesuffix(")").partition(" (")
        yield Fact("provider", Health.GOOD, name, reason=_WHY_NOT_CUDA.get(why, why))

    def _model(self) -> Iterable[Fact]:
        model = self._model_files.current()
        if model is None:
            yield Fact("model", Health.NOTE, word="none", reason="sidemind models add FILE.gguf")
        elif model.is_set_aside:
            yield Fact("model", Health.BAD, model.name, reason="set_aside")
        elif not Path(model.path).is_file():
            yield Fact("model", Health.BAD, model.name, reason="gone", detail=model.path)
        else:
            yield Fact("model", Health.GOOD, model.name, reason=model.path)

    def _display(self) -> Iterable[Fact]:
        missing = self._around.why_no_window()
        if missing is None:
            yield Fact("display", Health.GOOD, os.environ.get("QT_QPA_PLATFORM", ""), "available")
        else:
            reason = "no_display" if missing == "no display" else missing
            yield Fact("display", Health.NOTE, word="unavailable", reason=reason)

    def _notifications(self) -> Iterable[Fact]:
        is_here = self._notifier.is_available
        yield Fact(
            "notifications",
            Health.GOOD if is_here else Health.NOTE,
            word="available" if is_here else "unavailable",
            reason="" if is_here else "no_server",
        )

    def _next(self) -> Iterable[Fact]:
        due_ms = self._occurrences.next_due_ms()
        if due_ms is None:
            yield Fact("next", Health.GOOD, word="none")
        else:
            yield Fact("next", Health.GOOD, f"{self._clock.local(due_ms):%Y-%m-%d %H:%M}")

    def _owner(self) -> Iterable[Fact]:
        is_owned = self._around.is_owned()
        yield Fact("owner", Health.GOOD, word="yes" if is_owned else "no")
        yield Fact("network", Health.GOOD, word="doctor.network.none")


def _taken(subject: str, look: Look) -> list[Fact]:
    try:
        return list(look())
    except AssistantError as error:
        return [Fact(subject, Health.BAD, word="unavailable", errors=(error,))]
    except OSError as error:
        return [Fact(subject, Health.BAD, reason=error.strerror or type(error).__name__)]


def _version_of(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None
