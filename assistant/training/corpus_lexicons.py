"""Pairs from two free dictionaries: CC-CEDICT (Chinese to English) and WordNet (English)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.training.corpus import Pair, Shelf

_CEDICT_FILE = "cedict_1_0_ts_utf-8_mdbg.txt.gz"
_CEDICT = re.compile(r"(?P<traditional>\S+) (?P<simplified>\S+) \[[^\]]*\] /(?P<meanings>.+)/")
_UNWANTED = re.compile(
    r"^(surname |variant of|old variant|see |used in|erhua variant|also written|abbr\. for|CL:|\(?archaic|same as)"
    r"|Japanese variant|also pr\.|[Pp]r\. \["
)
_NOISE = re.compile(r"\[[a-zA-Z0-9: ,·]+\]|\([^)]*\)|[一-鿿]+\|")
_TO = re.compile(r"^(to be|to|a|an|the) (?=\w{2})")
_QUOTED = re.compile(r'"([^"]+)"')
_PARTS = ("noun", "verb", "adj", "adv")
_HYPERNYM = ("@", "&")  # a kind of; for adjectives: similar to


def dictionary(shelf: Shelf) -> list[Pair]:
    """Chinese words with each of their English meanings, without surnames, variants, references and readings."""
    pairs: dict[Pair, None] = {}
    for line in shelf.lines(_CEDICT_FILE):
        entry = _CEDICT.fullmatch(line)
        if entry is None:
            continue
        for meaning in meanings(entry["meanings"]):
            pairs[Pair(entry["simplified"], meaning)] = None
            if entry["traditional"] != entry["simplified"] and len(entry["traditional"]) > 1:
                pairs[Pair(entry["traditional"], meaning)] = None
    return list(pairs)


def meanings(field: str) -> list[str]:
    """The meanings of a CC-CEDICT entry, cleaned: no notes in brackets, no leading "to" or article."""
    found: dict[str, None] = {}
    for part in re.split(r"[/;]", field):
        if _UNWANTED.search(part):
            continue
        text = " ".join(_NOISE.sub(" ", part).split())
        text = _TO.sub("", text)
        if len(text) > 1:
            found[text] = None
    return list(found)


def spellings(shelf: Shelf) -> list[Pair]:
    """Words in traditional and simplified characters."""
    entries = (_CEDICT.fullmatch(line) for line in shelf.lines(_CEDICT_FILE))
    pairs = (Pair(one["traditional"], one["simplified"]) for one in entries if one)
    return list(dict.fromkeys(pair for pair in pairs if pair.first != pair.second))


def headwords(shelf: Shelf) -> Iterator[str]:
    """CC-CEDICT's words in both spellings, each as often as it has entries."""
    for line in shelf.lines(_CEDICT_FILE):
        entry = _CEDICT.fullmatch(line)
        if entry is not None:
            yield from (entry["traditional"], entry["simplified"])


@dataclass(frozen=True, slots=True)
class Synset:
    """One meaning of WordNet: its words, what it is a kind of, how it is explained, and sentences that use it."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    gloss: str
    examples: tuple[str, ...]


def synsets(shelf: Shelf) -> dict[str, Synset]:
    """All meanings of WordNet by their key (part of speech and place in the file)."""
    return {key: synset for part in _PARTS for key, synset in _of_part(shelf, part)}


def _of_part(shelf: Shelf, part: str) -> Iterator[tuple[str, Synset]]:
    for line in shelf.lines(f"data.{part}"):
        if "|" not in line or not line[:1].isdigit():
            continue
        head, _, explained = line.partition("|")
        fields = head.split()
        count = int(fields[3], 16)
        words = tuple(re.sub(r"\(\w+\)$", "", fields[4 + 2 * place]).replace("_", " ") for place in range(count))
        pointers = fields[5 + 2 * count :]
        kinds = tuple(
            _key(pointers[place + 2], pointers[place + 1])
            for place in range(0, 4 * int(fields[4 + 2 * count]), 4)
            if pointers[place] in _HYPERNYM
        )
        gloss = _QUOTED.sub("", explained).partition("; ;")[0].strip(" ;")
        yield _key(fields[2], fields[0]), Synset(words, kinds, gloss, tuple(_QUOTED.findall(explained)))


def _key(part: str, place: str) -> str:
    return f"{'a' if part == 's' else part}{place}"


def used_senses(shelf: Shelf) -> dict[tuple[str, str], int]:
    """How often a word has a meaning in WordNet's tagged texts, by (word, place in the file); 0 is left out."""
    counts: dict[tuple[str, str], int] = {}
    for line in shelf.lines("index.sense"):
        fields = line.split()
        if len(fields) == 4 and int(fields[3]):
            word = fields[0].partition("%")[0].replace("_", " ")
            counts[(word, fields[1])] = int(fields[3])
    return counts


def explanations(all_synsets: dict[str, Synset]) -> list[Pair]:
    """Each meaning's words (together) with its explanation, and its examples with its explanation."""
    pairs: list[Pair] = []
    for synset in all_synsets.values():
        if _is_name(synset):
            continue
        pairs.append(Pair(", ".join(synset.words[:3]), synset.gloss))
        pairs += [Pair(example, f"{synset.words[0]}: {synset.gloss}") for example in synset.examples]
    return [pair for pair in pairs if pair.first and pair.second]


def synonyms(all_synsets: dict[str, Synset]) -> list[Pair]:
    """Words of the same meaning, one beside the next."""
    found = (
        Pair(one, other)
        for synset in all_synsets.values()
        for one, other in pairwise(synset.words)
        if one.casefold() != other.casefold()
    )
    return list(dict.fromkeys(found))


def kinds(all_synsets: dict[str, Synset], counts: dict[tuple[str, str], int]) -> list[Pair]:
    """Words in use, each with what it is a kind of ("dog" with "domestic animal")."""
    pairs: dict[Pair, None] = {}
    for key, synset in all_synsets.items():
        if _is_name(synset):
            continue
        used = [word for word in synset.words if counts.get((word.casefold(), key[1:]))]
        above = [all_synsets[kind].words[0] for kind in synset.kinds if kind in all_synsets]
        pairs.update((Pair(word, kind), None) for word in used for kind in above)
    return list(pairs)


def rivals(all_synsets: dict[str, Synset], counts: dict[tuple[str, str], int], least: int = 2) -> list[list[str]]:
    """Groups of words that are kinds of one thing and not the same ("dog", "cat", "lamb"): alike, and yet not meant.

    Of each meaning the word most used for it stands for all, if it is used at least so often.
    """
    groups: dict[str, dict[str, None]] = {}
    for key, synset in all_synsets.items():
        times, word = max((counts.get((one.casefold(), key[1:]), 0), one.casefold()) for one in synset.words)
        if times >= least:
            for kind in synset.kinds:
                groups.setdefault(kind, {})[word] = None
    return [list(words) for words in groups.values() if len(words) > 1]


def explained_in_chinese(chinese: list[Pair], all_synsets: dict[str, Synset]) -> list[Pair]:
    """Chinese words with WordNet's explanation of their English meaning, where that word has one meaning alone."""
    of_word: dict[str, list[Synset]] = {}
    for synset in all_synsets.values():
        for word in synset.words:
            of_word.setdefault(word.casefold(), []).append(synset)
    found: dict[Pair, None] = {}
    for word, meaning in chinese:
        known = of_word.get(meaning.casefold(), [])
        if len(known) == 1:
            found[Pair(word, f"{known[0].words[0]}: {known[0].gloss}")] = None
    return list(found)


def _is_name(synset: Synset) -> bool:
    return synset.words[0][:1].isupper()
