# pyright: basic
"""The encoder: a SentencePiece vocabulary and an ONNX graph that pools piece vectors; loaded on first use.

The graph's own table of piece vectors (int8, a scale a row) is read once from its outputs, for the likeness of single
pieces. Nothing here is imported before a question is asked or a passage is encoded in the background.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assistant.domain.errors import ModelError, ModelInvalid
from assistant.domain.ports import FloatArray, PieceArray
from assistant.language.piece_text import piece_text
from assistant.models import graphs, manifest
from assistant.models.freed_memory import give_back

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor as Vocabulary

    from assistant.models.graphs import Session

FORM = 1
"""The form of graph and vocabulary that this file can run; the manifest's `version`."""

MOST_PIECES = 256
_MOST_CHARACTERS = 16 * MOST_PIECES  # hardly any piece is longer; what lies beyond would only be cut off again
_AT_ONCE = 256  # texts in one run of the graph
_SPACE_OF_PIECES = 1 << 16  # pieces are kept in 16 bits
_UNKNOWN = 0
_OUTPUTS = ("vectors", "table", "scale", "weight")


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What stands in memory: table int8 (V, d), or float16; scale and weight float32 (V,)."""

    session: Session
    provider: str
    vocabulary: Vocabulary
    table: npt.NDArray[np.generic]
    scale: FloatArray
    weight: FloatArray


class OnnxEncoder:
    """`ports.Encoder` over the graph and the vocabulary that a folder's manifest names. Safe between threads."""

    def __init__(self, folder: Path, prefer_cuda: bool = True) -> None:
        """Store the place; nothing is loaded before the first use."""
        self._folder = folder
        self._prefer_cuda = prefer_cuda
        self._lock = threading.Lock()
        self._entry: manifest.EncoderEntry | None = None
        self._parts: _Loaded | None = None
        self._used_s = 0.0  # on the monotonic clock

    @property
    def entry(self) -> manifest.EncoderEntry:
        """What the manifest says. Raises `ModelMissing` or `ModelInvalid`."""
        if self._entry is None:
            self._entry = manifest.encoder_entry(self._folder)
        return self._entry

    @property
    def name(self) -> str:
        """See `ports.Encoder`."""
        try:
            return self.entry.sha256[:12]
        except ModelError:
            return ""

    @property
    def dimension(self) -> int:
        """See `ports.Encoder`. Raises `ModelMissing` or `ModelInvalid`."""
        return self.entry.dimension

    @property
    def provider(self) -> str:
        """See `ports.Encoder`; loads the graph. Raises `ModelMissing` or `ModelInvalid`."""
        return self._loaded().provider

    def pieces(self, text: str) -> PieceArray:
        """See `ports.Encoder`. Raises `ModelMissing` or `ModelInvalid`."""
        sound = text[:_MOST_CHARACTERS].encode("utf-8", "replace").decode()  # half a surrogate pair has no pieces
        found = self._loaded().vocabulary.encode(piece_text(sound))[:MOST_PIECES]
        return np.array(found or [_UNKNOWN], np.uint16)

    def vectors(self, texts: Sequence[PieceArray]) -> FloatArray:
        """See `ports.Encoder`. Raises `ModelMissing` or `ModelInvalid`."""
        session = self._loaded().session
        parts = [_vectors(session, texts[first : first + _AT_ONCE]) for first in range(0, len(texts), _AT_ONCE)]
        return np.concatenate(parts) if parts else np.empty((0, self.dimension), np.float32)

    def similarities(self, left: PieceArray, right: PieceArray) -> FloatArray:
        """See `ports.Encoder`. Raises `ModelMissing` or `ModelInvalid`."""
        parts = self._loaded()
        rows, columns = (parts.table[pieces].astype(np.float32) for pieces in (left, right))
        alike: FloatArray = rows @ columns.T
        alike *= parts.scale[left][:, None]
        alike *= parts.scale[right]
        return alike

    def weights(self, pieces: PieceArray) -> FloatArray:
        """See `ports.Encoder`. Raises `ModelMissing` or `ModelInvalid`."""
        return self._loaded().weight[pieces]

    def rest(self, unused_s: float) -> bool:
        """See `ports.Encoder`."""
        with self._lock:
            if self._parts is None or time.monotonic() - self._used_s < unused_s:
                return False
            self._parts = None
        give_back()
        return True

    def _loaded(self) -> _Loaded:
        with self._lock:
            self._used_s = time.monotonic()
            if self._parts is None:
                self._parts = self._load()
                give_back()
            return self._parts

    def _load(self) -> _Loaded:
        entry = self.entry
        path = str(self._folder / entry.file)
        if entry.version != FORM or not 0 < entry.pieces <= _SPACE_OF_PIECES or entry.dimension <= 0:
            raise ModelInvalid(path=path, reason="made in another form")
        vocabulary = self._load_vocabulary(entry)
        data = manifest.read_verified(self._folder, entry.file, entry.sha256)
        session, provider = graphs.load(data, path, self._prefer_cuda, lambda made: _check(made, entry, path))
        table, scale, weight = session.run(_OUTPUTS[1:], _feed([np.zeros(1, np.uint16)]))
        return _Loaded(session, provider, vocabulary, np.asarray(table), np.asarray(scale), np.asarray(weight))

    def _load_vocabulary(self, entry: manifest.EncoderEntry) -> Vocabulary:
        import sentencepiece  # noqa: PLC0415 - takes 5 MB: not before the first use

        path = str(self._folder / entry.vocabulary)
        data = manifest.read_verified(self._folder, entry.vocabulary, entry.vocabulary_sha256)
        try:
            vocabulary = sentencepiece.SentencePieceProcessor(model_proto=data)
        except RuntimeError as error:
            raise ModelInvalid(path=path, reason="not a usable vocabulary") from error
        if vocabulary.get_piece_size() != entry.pieces:
            raise ModelInvalid(path=path, reason="wrong size")
        return vocabulary


def _check(session: Session, entry: manifest.EncoderEntry, path: str) -> None:
    """Refuse a graph whose inputs or outputs are not the encoder's."""
    inputs = [(one.name, one.type) for one in session.get_inputs()]
    outputs = {output.name for output in session.get_outputs()}
    if inputs != [("pieces", "tensor(int64)"), ("offsets", "tensor(int64)")] or not outputs.issuperset(_OUTPUTS):
        raise ModelInvalid(path=path, reason="wrong inputs or outputs")
    last = np.array([entry.pieces - 1], np.uint16)  # a table that is too short fails here
    results = session.run(_OUTPUTS, _feed([np.array([0, entry.pieces - 1], np.uint16), last]))
    trial = [np.asarray(one) for one in results]
    shapes = [(2, entry.dimension), (entry.pieces, entry.dimension), (entry.pieces,), (entry.pieces,)]
    if [one.shape for one in trial] != shapes or not all(np.isfinite(one).all() for one in trial):
        raise ModelInvalid(path=path, reason="wrong shape")


def _vectors(session: Session, texts: Sequence[PieceArray]) -> FloatArray:
    return np.asarray(session.run(["vectors"], _feed(texts))[0], np.float32)


def _feed(texts: Sequence[PieceArray]) -> dict[str, npt.NDArray[np.int64]]:
    """The graph's inputs: all pieces in a row, and where each text's begin."""
    lengths = np.array([len(pieces) for pieces in texts], np.int64)
    return {"pieces": np.concatenate(texts).astype(np.int64), "offsets": np.cumsum(lengths) - lengths}
