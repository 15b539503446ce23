# pyright: basic, reportMissingImports=false
"""Where training begins: pieces placed by the company they keep (PPMI and its eigenvectors), weighted by rarity.

Source: Levy & Goldberg 2014 (PPMI factorised), Arora et al. 2017 (weights a / (a + p)). Pairs of translations count as
one text, so the two languages share a space from the beginning.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from assistant.training.encoder_bags import Bags

OVERSAMPLING = 32
ROUNDS = 4


def company(texts: list[Bags], size: int, smoothing: float = 0.75) -> sparse.csr_matrix:
    """Positive pointwise mutual information (size, size) of pieces that share a text; a text counts once in all.

    Args:
        texts: Collections of texts.
        size: How many pieces there are.
        smoothing: The power that raises rare contexts' share, as in word2vec.
    """
    presence = sparse.vstack([_presence(bags, size) for bags in texts]).tocsr()
    together = (presence.T @ presence).tocoo()
    is_other = together.row != together.col
    row, column, count = together.row[is_other], together.col[is_other], together.data[is_other].astype(np.float64)
    occurring = np.bincount(row, count, size)
    context = occurring**smoothing
    context /= context.sum()
    information = np.log(count / np.maximum(occurring[row] * context[column], 1e-12))
    kept = information > 0
    return sparse.csr_matrix((information[kept].astype(np.float32), (row[kept], column[kept])), (size, size))


def _presence(bags: Bags, size: int) -> sparse.csr_matrix:
    text = np.repeat(np.arange(len(bags)), np.diff(bags.starts))
    distinct = np.unique(text * size + bags.pieces)
    text, piece = distinct // size, distinct % size
    share = 1 / np.sqrt(np.bincount(text, minlength=len(bags)).astype(np.float32))
    return sparse.csr_matrix((share[text], (text, piece)), (len(bags), size))


def placed(matrix: sparse.csr_matrix, dimension: int, seed: int) -> NDArray[np.float32]:
    """Rows of unit length (size, dimension), ordered by importance: a randomised eigendecomposition, halved powers."""
    symmetric = (matrix + matrix.T) * np.float32(0.5)
    draw = np.random.default_rng(seed)
    basis = draw.normal(size=(matrix.shape[0], dimension + OVERSAMPLING)).astype(np.float32)
    for _ in range(ROUNDS):
        basis, _ = np.linalg.qr(symmetric @ basis)
    values, vectors = np.linalg.eigh(basis.T @ (symmetric @ basis))
    order = np.argsort(-np.abs(values))[:dimension]
    rows = (basis @ vectors[:, order]) * np.sqrt(np.abs(values[order]))
    return (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)).astype(np.float32)
