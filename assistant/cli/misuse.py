"""What argparse says of a wrong use, in the reader's language: it speaks English alone, and of functions of ours."""

from __future__ import annotations

import re

from assistant.cli.phrases import phrase
from assistant.domain.item import Language

_LONGEST = 60  # of what was typed: it may be a pasted page
_FORMS = (
    ("misuse.required", re.compile(r"the following arguments are required: (?P<names>.+)")),
    ("misuse.command", re.compile(r"argument COMMAND: invalid choice: (?P<given>.+) \(choose from .*\)", re.DOTALL)),
    (
        "misuse.choice",
        re.compile(r"argument \S+: invalid choice: (?P<given>.+) \(choose from (?P<choices>.*)\)", re.DOTALL),
    ),
    ("misuse.value", re.compile(r"argument (?P<name>\S+): invalid \S+ value: (?P<given>.+)", re.DOTALL)),
    ("misuse.needs", re.compile(r"argument (?P<name>\S+): expected (?:at least )?one argument")),
    ("misuse.together", re.compile(r"argument (?P<name>\S+): not allowed with argument (?P<other>\S+)")),
    ("misuse.unknown", re.compile(r"unrecognized arguments: (?P<given>.+)", re.DOTALL)),
)


def misuse_words(message: str, language: Language) -> str:
    """What was wrong, for the middle of a sentence; argparse's own words where it says something else."""
    for key, form in _FORMS:
        found = form.fullmatch(message)
        if found:
            return phrase(key, language, **{name: _short(said) for name, said in found.groupdict().items()})
    return message


def _short(said: str) -> str:
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
