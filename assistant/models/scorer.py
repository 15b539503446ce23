# pyright: basic
"""The attention scorer: an ONNX graph in onnxruntime, loaded on first use, refused when it is not what it says."""

from __future__ import annotations

import threading
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant.domain.errors import ModelError, ModelInvalid
from assistant.domain.memory import ReasonKind
from assistant.domain.ports import FloatArray
from assistant.models import graphs, manifest
from assistant.models.freed_memory import give_back

if TYPE_CHECKING:
    from onnxruntime import InferenceSession as _Session

_OUTPUTS = ("logits", "weights", "contributions")
_MASKS = "masks"  # one for all groups together, and one without each group


class OnnxScorer:
    """`ports.Scorer` over the graph that a folder's manifest names. Safe to share between threads."""

    def __init__(self, folder: Path, prefer_cuda: bool = True) -> None:
        """Store the place; nothing is loaded before the first use."""
        self._folder = folder
        self._prefer_cuda = prefer_cuda
        self._lock = threading.Lock()
        self._entry: manifest.ScorerEntry | None = None
        self._session: _Session | None = None
        self._provider = ""
        self._used_s = 0.0  # on the monotonic clock

    @property
    def entry(self) -> manifest.ScorerEntry:
        """What the manifest says. Raises `ModelMissing` or `ModelInvalid`."""
        if self._entry is None:
            self._entry = manifest.scorer_entry(self._folder)
        return self._entry

    @property
    def name(self) -> str:
        """See `ports.Scorer`."""
        try:
            return f"{self.entry.feature_version}-{self.entry.sha256[:12]}"
        except ModelError:
            return ""

    @property
    def groups(self) -> tuple[ReasonKind, ...]:
        """See `ports.Scorer`. Raises `ModelMissing` or `ModelInvalid`."""
        return self.entry.groups

    @property
    def feature_version(self) -> int:
        """The version of the pair features it was made for. Raises `ModelMissing` or `ModelInvalid`."""
        return self.entry.feature_version

    @property
    def provider(self) -> str:
        """See `ports.Scorer`; loads the graph. Raises `ModelMissing` or `ModelInvalid`."""
        self._loaded()
        return self._provider

    def score(self, features: FloatArray, *, explain: bool = True) -> tuple[FloatArray, FloatArray, FloatArray]:
        """See `ports.Scorer`. Raises `ModelMissing` or `ModelInvalid`."""
        session, width = self._loaded(), len(self.entry.features)
        if features.ndim != 2 or features.shape[1] != width:
            raise ModelInvalid(path=self._path, reason=f"made for {width} features")
        if not len(features):
            empty = np.empty(0, np.float32)
            return empty, empty, np.empty((0, len(self.groups)), np.float32)
        return _run(session, features) if explain else _weigh(session, features, len(self.groups))

    def rest(self, unused_s: float) -> bool:
        """Give back its memory when it was not used for so long; the next use loads it again. Whether it did."""
        with self._lock:
            if self._session is None or time.monotonic() - self._used_s < unused_s:
                return False
            self._session = None
        give_back()
        return True

    @property
    def _path(self) -> str:
        return str(self._folder / self.entry.file)

    def _loaded(self) -> _Session:
        with self._lock:
            self._used_s = time.monotonic()
            if self._session is None:
                self._session = self._load()
            return self._session

    def _load(self) -> _Session:
        entry = self.entry
        data = manifest.read_verified(self._folder, entry.file, entry.sha256)
        if entry.dimension:
            raise ModelInvalid(path=self._path, reason="needs an encoder")
        session, self._provider = graphs.load(data, self._path, self._prefer_cuda, partial(self._check, entry=entry))
        return session

    def _check(self, session: _Session, entry: manifest.ScorerEntry) -> None:
        """Refuse a graph whose inputs or outputs are not the scorer's."""
        inputs, outputs = session.get_inputs(), {output.name for output in session.get_outputs()}
        width = len(entry.features)
        if [one.name for one in inputs] != ["features"] or not outputs.issuperset(_OUTPUTS):
            raise ModelInvalid(path=self._path, reason="wrong inputs or outputs")
        if inputs[0].type != "tensor(float)" or inputs[0].shape[1:] != [width]:
            raise ModelInvalid(path=self._path, reason="wrong shape")
        trial = _run(session, np.ones((3, width), np.float32))
        shapes = [(3,), (3,), (3, len(entry.groups))]
        if [one.shape for one in trial] != shapes or not all(np.isfinite(one).all() for one in trial):
            raise ModelInvalid(path=self._path, reason="wrong shape")


def _weigh(session: _Session, features: FloatArray, groups: int) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Logits and weights alone: with the one mask that keeps all groups, where the graph lets its masks be given."""
    feed = {"features": np.ascontiguousarray(features, np.float32)}
    if any(one.name == _MASKS for one in session.get_overridable_initializers()):
        feed[_MASKS] = np.ones((1, 1, features.shape[1]), np.float32)
    logits, weights = (np.asarray(one, np.float32) for one in session.run(_OUTPUTS[:2], feed))
    return logits, weights, np.zeros((len(features), groups), np.float32)


def _run(session: _Session, features: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    results = session.run(_OUTPUTS, {"features": np.ascontiguousarray(features, np.float32)})
    logits, weights, contributions = (np.asarray(one, np.float32) for one in results)
    return logits, weights, contributions
