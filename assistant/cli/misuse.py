"""What is said of a wrong use, in the reader's language: argparse speaks English alone, and of functions of ours.

Also what argparse lets pass and no command may: an option that would do nothing, a word that would be ignored.
"""

from __future__ import annotations

import argparse
import re
from difflib import get_close_matches

from assistant.cli.phrases import phrase
from assistant.domain.item import Language
from assistant.language.patterns import lazy_pattern

_LONGEST = 60  # of what was typed: it may be a pasted page
_FORMS = (
    ("misuse.required", lazy_pattern(r"the following arguments are required: (?P<names>.+)")),
    (
        "misuse.command",
        lazy_pattern(r"argument COMMAND: invalid choice: (?P<given>.+) \(choose from (?P<known>.*)\)", re.DOTALL),
    ),
    (
        "misuse.choice",
        lazy_pattern(r"argument \S+: invalid choice: (?P<given>.+) \(choose from (?P<choices>.*)\)", re.DOTALL),
    ),
    ("misuse.value", lazy_pattern(r"argument (?P<name>\S+): invalid \S+ value: (?P<given>.+)", re.DOTALL)),
    ("misuse.needs", lazy_pattern(r"argument (?P<name>\S+): expected (?:at least )?one argument")),
    ("misuse.together", lazy_pattern(r"argument (?P<name>\S+): not allowed with argument (?P<other>\S+)")),
    ("misuse.unknown", lazy_pattern(r"unrecognized arguments: (?P<given>.+)", re.DOTALL)),
)


def misuse_words(message: str, language: Language) -> str:
    """What was wrong, for the middle of a sentence; argparse's own words where it says something else."""
    for key, form in _FORMS:
        found = form.fullmatch(message)
        if found:
            said = {name: _unquoted(words) for name, words in found.groupdict().items()}
            sentence = phrase(key, language, **{name: _short(words) for name, words in said.items()})
            return sentence + _like(said, language)
    return message


def misfit(arguments: argparse.Namespace, language: Language) -> str | None:
    """What of a command line that argparse understood does not go together; None when all is well."""
    command = arguments.command
    if command == "trash" and arguments.action == "empty" and arguments.ids:
        return phrase("misuse.empty", language, given=_short(" ".join(arguments.ids)))
    needs: tuple[str, str] | None = None
    if command == "remind" and not arguments.snooze and (arguments.until or arguments.minutes):
        needs = ("--until" if arguments.until else "--minutes", "--snooze")
    elif command == "today" and arguments.to and arguments.action is None:
        needs = ("--to", "clear")
    if needs is not None:
        return phrase("misuse.without", language, name=needs[0], other=needs[1])
    is_nameless = (command == "aside" and arguments.back and not arguments.ids) or (
        command in ("trash", "intentions") and arguments.action not in (None, "empty") and not arguments.ids
    )
    return phrase("misuse.required", language, names="ID") if is_nameless else None


def _like(said: dict[str, str], language: Language) -> str:
    """The command that was meant, as far as that can be guessed."""
    known = said.get("known", "").split(", ")
    like = get_close_matches(said["given"].casefold(), known, n=1) if "given" in said else []
    return phrase("misuse.like", language, command=like[0]) if like else ""


def _unquoted(said: str) -> str:
    """Words, or a list of words, without Python's quotes around each."""
    return ", ".join(word.strip("'\"") for word in said.split(", "))


def _short(said: str) -> str:
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
