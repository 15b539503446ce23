"""The last steps after training: halfway back to the start, and a map that evens out what too many texts share.

Contrastive training sharpens synonyms and forgets topics; between start and end lies a table that is good at both
(averaging along the way as in Wortsman et al. 2022, "Robust fine-tuning"). The map is a soft whitening (Su et al. 2021,
"Whitening sentence representations", with a power below 1); it is linear, so it goes into the table and costs nothing
later. Dimensions come out ordered by how much they tell apart.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from assistant.training.encoder_bags import Bags
from assistant.training.encoder_check import pooled
from assistant.training.encoder_graph import EncoderWeights

SAMPLE = 20_000
_LEAST = 1e-6


def blended(trained: EncoderWeights, start: EncoderWeights, share: float) -> EncoderWeights:
    """Rows between start (`share` 0) and training (1); how much each piece counts stays as trained."""
    rows = share * trained.table + (1 - share) * start.table
    lengths = np.linalg.norm(rows, axis=1)
    table = rows / np.maximum(lengths, 1e-9)[:, None]
    return EncoderWeights(table.astype(np.float32), (trained.magnitude * lengths).astype(np.float32), trained.weight)


def pointed(weights: EncoderWeights, power: float) -> EncoderWeights:
    """Max-sim's weights raised to a power: above 1 a question's rare words decide more, as a long passage needs it.

    Training compares short texts by the dozen; a question meets hundreds of passages, each with its common words.
    """
    return replace(weights, weight=(weights.weight**power).astype(np.float32))


def evened(weights: EncoderWeights, texts: Bags, power: float, seed: int) -> EncoderWeights:
    """Weights whose text vectors have more even variances: each is divided by itself to the `power`.

    Args:
        weights: As trained.
        texts: Ordinary sentences; a random sample of them shows the variances.
        power: 0 turns and changes nothing else, 1 makes all variances equal.
        seed: Of the sample.
    """
    chosen = np.random.default_rng(seed).integers(len(texts), size=min(SAMPLE, len(texts)))
    vectors = pooled(weights, texts.take(chosen)).astype(np.float64)
    variances, directions = np.linalg.eigh(np.cov(vectors.T))
    order = np.argsort(-variances)
    turn = directions[:, order] * (np.maximum(variances[order], 0) + _LEAST) ** (-power / 2)
    rows = (weights.table * weights.magnitude[:, None]) @ turn
    lengths = np.linalg.norm(rows, axis=1)
    typical = float(np.median(lengths[lengths > 0]))
    table = rows / np.maximum(lengths, 1e-9)[:, None]
    return EncoderWeights(table.astype(np.float32), (lengths / typical).astype(np.float32), weights.weight)
