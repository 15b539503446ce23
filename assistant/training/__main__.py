"""`python -m assistant.training baseline [--out FOLDER]`: makes the shipped model files."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from assistant.memory.attention import baseline_weights
from assistant.training.contact_fit import add_contact, run_contact
from assistant.training.encoder_command import add_encoder, run_encoder
from assistant.training.export import export_scorer
from assistant.training.rule_fit import add_rules, run_rules
from assistant.training.scorer_command import add_all, add_scorer, run_scorer
from assistant.training.span_fit import add_spans, run_spans
from assistant.training.topic_fit import add_intentions, run_intentions
from assistant.training.vector_make import add_vectors, run_vectors

MODELS = Path(__file__).resolve().parents[2] / "resources" / "models"


def _run_all(chosen: argparse.Namespace) -> int:
    return run_encoder(chosen) or run_scorer(chosen)


_RUNS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "encoder": run_encoder, "all": _run_all, "scorer": run_scorer, "intentions": run_intentions, "contact": run_contact,
    "spans": run_spans, "vectors": run_vectors, "rules": run_rules,
}  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Run one command of the training room."""
    parser = argparse.ArgumentParser(prog="python -m assistant.training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    baseline = commands.add_parser("baseline", help="the free baseline (BM25, dates, neighbours, session) as a graph")
    baseline.add_argument("--out", type=Path, default=MODELS, help="where scorer.onnx and manifest.json go")
    add_encoder(commands, MODELS)
    add_scorer(commands, MODELS)
    add_all(commands, MODELS)
    add_intentions(commands)
    add_contact(commands)
    add_rules(commands)
    add_spans(commands)
    add_vectors(commands, MODELS)
    chosen = parser.parse_args(arguments)
    if chosen.command != "baseline":
        return _RUNS[chosen.command](chosen)
    difference = export_scorer(baseline_weights(), chosen.out, origin="free baseline", training_data=[])
    print(f"{chosen.out / 'scorer.onnx'}: agrees with the reference within {difference:.1e}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
