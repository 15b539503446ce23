"""Wording of generated lives, each part written apart from the others; `test` was never tuned on."""
