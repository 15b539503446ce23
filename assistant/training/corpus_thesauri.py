"""Pairs from three more free word books: Moby's thesaurus, EDICT's English sides, and Webster's dictionary of 1913.

Moby's lists mix senses, so of its words only those count as alike whose own lists are alike. Of the Webster file only
what is marked as from 1913, and so in the public domain, is read.
"""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.training.corpus import Pair, Shelf

MOBY, EDICT, WEBSTER = "moby.txt", "edict", "gcide.dict.dz"
_LONGEST_LIST = 400
_NOTES = re.compile(r"\([^)]*\)|\{[^}]*\}")
_SENSE = re.compile(r"\(\d+\)")
_HEAD = re.compile(r"^([A-Z][a-z' -]+) \\")
_END = "[1913 Webster]"
_OLD = re.compile(r"\[(Obs|R|Archaic|Prov|Scot)\b")
_ASIDE = re.compile(r"\[[^\]]*\]|\([^)]*\)|--\s?[A-Z][^.]*\.|\\[^\\]*\\|[{}]|\bas, .*")
_NUMBER = re.compile(r"^\s*\d+\.\s*|\([a-z]\)")


def thesaurus(shelf: Shelf) -> dict[str, list[str]]:
    """Moby's words, each with the words that go with it, in the file's order."""
    rows = (line.split(",") for line in shelf.lines(MOBY))
    return {row[0]: row[1:] for row in rows if len(row) > 1}


def associations(words: dict[str, list[str]], seed: int, most: int = 5) -> list[Pair]:
    """Each word with some of the words that go with it, drawn at random: they share a field, not a meaning."""
    draw = random.Random(seed)
    return [Pair(word, ", ".join(draw.sample(others, min(most, len(others))))) for word, others in words.items()]


def near_synonyms(words: dict[str, list[str]], most: int = 4, least: float = 0.2) -> list[Pair]:
    """Words that name each other and whose lists share at least `least` of all they hold; the `most` best of each."""
    sets = {word: {word, *others} for word, others in words.items() if len(others) <= _LONGEST_LIST}
    found: dict[Pair, None] = {}
    for word, mine in sets.items():
        named = [other for other in sorted(mine) if other != word and word in sets.get(other, ())]
        shared = [(len(mine & sets[other]) / len(mine | sets[other]), other) for other in named]
        for share, other in sorted(shared, reverse=True)[:most]:
            if share >= least:
                found[Pair(*sorted((word, other)))] = None
    return list(found)


def glosses(shelf: Shelf) -> list[Pair]:
    """English expressions that EDICT gives for one sense of a Japanese word, one beside the next."""
    text = shelf.path(EDICT).read_bytes().decode("euc_jp", errors="replace")
    found: dict[Pair, None] = {}
    for line in text.split("\n"):
        for sense in _senses(line.split("/")[1:-1]):
            for one, other in pairwise(dict.fromkeys(sense)):
                found[Pair(*sorted((one, other)))] = None
    return list(found)


def _senses(fields: list[str]) -> Iterator[list[str]]:
    sense: list[str] = []
    for field in fields:
        if _SENSE.search(field) and sense:
            yield sense
            sense = []
        text = re.sub(r"^to (be )?(?=\w{2})", "", " ".join(_NOTES.sub(" ", field).split()))
        if len(text) > 1 and "EntL" not in text:
            sense.append(text)
    yield sense


def definitions(shelf: Shelf) -> list[Pair]:
    """Words with Webster's explanations, without those marked as out of use, and with their synonyms."""
    text = gzip.decompress(shelf.path(WEBSTER).read_bytes()).decode("utf-8", errors="replace")
    found: dict[Pair, None] = {}
    word = ""
    block: list[str] = []
    for line in text.split("\n"):
        head = _HEAD.match(line)
        if head:
            word, block = head[1].strip().casefold(), []
        if line.strip().startswith("[") and line.strip().endswith("]") and len(line.strip()) < 40:
            if line.strip() == _END and word:
                found.update((pair, None) for pair in _explained(word, " ".join(block)))
            block = []
        elif line.strip():
            block.append(line.strip())
    return list(found)


def _explained(word: str, block: str) -> Iterator[Pair]:
    if _OLD.search(block) or "{" in block[:2]:
        return
    explained, _, alike = block.partition("Syn:")
    explained = explained.partition("\\,")[2] if "\\," in explained else explained
    plain = " ".join(_NUMBER.sub(" ", _ASIDE.sub(" ", explained)).split()).lstrip("anvitdj. &").strip(" ;,")
    plain = plain.partition(". ")[0].rstrip(".")
    if 12 <= len(plain) <= 200:
        yield Pair(word, plain)
    for other in re.split(r"[;,.]", _ASIDE.sub(" ", alike)):
        if 2 < len(other.strip()) < 25 and alike:
            yield Pair(word, other.strip().casefold())
