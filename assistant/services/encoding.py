"""Give every passage its vector, in the background: after captures, after an import, and anew for another encoder.

Newest first, so that what the user just kept is found by its meaning soonest. Every batch is kept by itself: a run that
is stopped or killed goes on where it was. Search works meanwhile; a passage without a vector is found by its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.domain.errors import ModelError, ModelMissing

if TYPE_CHECKING:
    from assistant.domain.job import Job
    from assistant.domain.ports import Encoder, Vectors

AT_ONCE = 256
"""Passages under one write lock: about 3 ms."""

REST_AFTER_S = 120.0
"""Unused for so long, the graphs give their memory back."""


class Encoding:
    """Encodes passages that have no vector yet."""

    def __init__(self, encoder: Encoder, vectors: Vectors) -> None:
        """Nothing is loaded or read before the first run."""
        self._encoder = encoder
        self._vectors = vectors
        self._problem: ModelError | None = None

    @property
    def problem(self) -> ModelError | None:
        """Why the last run had no encoder; None when it had one."""
        return self._problem

    def catch_up(self, job: Job, *, most: int | None = None) -> int:
        """Encode what has no vector of the present encoder, up to about `most` passages. How many.

        Without a usable encoder nothing happens and `problem` says why. Raises `Cancelled` and `StoreError`.
        """
        model = self._encoder.name
        if not model:
            self._problem = ModelMissing()
            return 0
        try:
            done = self._run(model, job, most)
        except ModelError as error:
            self._problem = error
            return 0
        self._problem = None
        return done

    def rest(self) -> None:
        """Give back the encoder's memory when nobody has asked or kept anything for a while."""
        self._encoder.rest(REST_AFTER_S)

    def _run(self, model: str, job: Job, most: int | None) -> int:
        newest = self._vectors.newest()
        done, below = 0, None
        while batch := self._vectors.pending(model, AT_ONCE, below=below):
            job.check()
            pieces = [self._encoder.pieces(text) for _, text in batch]
            numbers = [number for number, _ in batch]
            done += self._vectors.add(model, numbers, pieces, self._encoder.vectors(pieces))
            below = numbers[-1]
            if most is not None and done >= most:
                return done
        self._vectors.settle(model, newest)
        return done
