# pyright: basic, reportMissingImports=false
"""From the data folders to the shipped encoder: vocabulary, training, measures, files. With seeds throughout."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch

from assistant.training.corpus import Shelf
from assistant.training.corpus_frequencies import sign_counts, word_shares
from assistant.training.encoder_check import Checks, Measure
from assistant.training.encoder_export import Origin, export_encoder
from assistant.training.encoder_finish import blended, evened, pointed
from assistant.training.encoder_graph import rounded
from assistant.training.encoder_groups import read_groups, read_rivals, single_texts
from assistant.training.encoder_train import Recipe, Report, averaged, in_pieces, started
from assistant.training.vocabulary import Pieces, word_vocabulary

HOW = "static table: start by company, contrastive steps, mean of runs, blend, soft whitening, pointed weights"


@dataclass(frozen=True, slots=True)
class Places:
    """Where the data and the dictionaries are, and where the files go."""

    data: Path
    lexicons: Path
    out: Path


def make_encoder(places: Places, recipe: Recipe, report: Report) -> dict[str, float]:
    """Train and export; the measures of the exported (int8) encoder on the parts kept for reporting.

    Raises `NotAllowed` or `OSError` where a file is not to be read.
    """
    torch.set_num_threads(recipe.threads)
    shelf = Shelf(places.data, places.lexicons)
    groups = read_groups(shelf)
    report(f"{sum(len(group.pairs) for group in groups)} pairs in {len(groups)} groups")
    english, chinese = (word_shares(shelf, language) for language in ("en", "zh"))
    vocabulary = word_vocabulary(english, chinese, sign_counts(shelf), recipe.pieces)
    pieces = Pieces(vocabulary)
    report(f"vocabulary of {len(pieces)} pieces")
    material = in_pieces(groups, single_texts(groups, shelf), read_rivals(shelf), pieces, recipe)
    encoder = started(material, pieces, (english, chinese), recipe)
    start = encoder.exported()
    report("placed by company")
    checks = Checks(places.data, pieces.of)
    encoder = averaged(encoder, material, recipe, report)
    weights = blended(encoder.exported(), start, recipe.trained_share)
    weights = pointed(evened(weights, material.singles, recipe.evened, recipe.seed), recipe.best_power)
    report(f"parts to choose by: {told(checks.all_of(weights, is_choice=True))}")
    metrics = checks.all_of(rounded(weights, recipe.precision), is_choice=False)
    report(f"{recipe.precision}, reported parts: {told(metrics)}")
    origin = Origin(HOW, recipe.seed, metrics)
    size = export_encoder(weights, vocabulary, places.out, origin, recipe.precision)
    report(f"{size / 1e6:.1f} MB written")
    for precision in ("int8", "fp16", "float32"):
        those = weights if precision == "float32" else rounded(weights, precision)
        report(f"{precision}, reported parts: {told(checks.all_of(those, is_choice=False))}")
    return metrics


def told(measures: Measure) -> str:
    """Measures on one line."""
    return ", ".join(f"{name} {value:.4f}" for name, value in measures.items())
