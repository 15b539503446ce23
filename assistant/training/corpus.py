"""What the encoder may learn from: an allow-list of files with their licences, and readers that make pairs of texts.

Nothing is opened that is not on the list, so no set whose licence forbids it (LoCoMo, STS-B, SMP-ECDT ...) and no
dialogue that the scorer is trained or judged on can slip into shipped weights.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

LONGEST = 600
"""Characters of one text that a pair keeps; the rest of a long passage says the same."""


class Pair(NamedTuple):
    """Two texts that mean the same, or of which one answers the other."""

    first: str
    second: str


class NotAllowed(PermissionError):
    """A file that is not on the list of sets whose licence allows weights that ship."""


@dataclass(frozen=True, slots=True)
class Source:
    """A set on the allow-list.

    Attributes:
        name: What it is called.
        licence: Under what it is had.
        files: Paths below the data folder, or below the lexicon folder.
        is_lexicon: Whether it is below the lexicon folder.
        folders: Folders below the lexicon folder of which everything may be read.
    """

    name: str
    licence: str
    files: tuple[str, ...]
    is_lexicon: bool = False
    folders: tuple[str, ...] = ()


_INTENT = tuple(f"training/intent/CLINC150/{part}" for part in ("train/seq.in", "train/para.in", "train/label"))
_INTENT_HWU = tuple(f"training/intent/HWU64/train/{file}" for file in ("seq.in", "label"))
SOURCES = (
    Source("Tatoeba", "CC BY 2.0 FR", ("training/parallel_en_zh/tatoeba.tsv",)),
    Source("Python documentation", "CC0 / PSF-2.0", ("training/parallel_en_zh/python_docs.tsv",)),
    Source("EverMemBench chats", "Apache-2.0", ("training/parallel_en_zh/evermem_chat.tsv",)),
    Source("CMRC 2018", "CC BY-SA 4.0", tuple(f"training/cmrc2018/cmrc2018_{part}.json" for part in ("dev", "trial"))),
    Source("CLINC150", "CC BY 3.0", _INTENT),
    Source("HWU64", "CC BY 4.0", _INTENT_HWU),
    Source("Enron intents", "MIT", tuple(f"training/commitments_enron/intent_{part}" for part in ("pos", "neg"))),
    Source("CC-CEDICT", "CC BY-SA 4.0", ("cedict_1_0_ts_utf-8_mdbg.txt.gz",), is_lexicon=True),
    Source(
        "WordNet 3.1",
        "WordNet licence",
        ("data.noun", "data.verb", "data.adj", "data.adv", "index.sense"),
        is_lexicon=True,
    ),
    Source("Moby Thesaurus II", "public domain", ("moby.txt",), is_lexicon=True),
    Source("EDICT", "CC BY-SA 3.0 (EDRDG)", ("edict",), is_lexicon=True),
    Source("Webster's dictionary of 1913", "public domain", ("gcide.dict.dz",), is_lexicon=True),
    Source("wordfreq", "CC BY-SA 4.0", ("large_en.msgpack.gz", "large_zh.msgpack.gz"), is_lexicon=True),
    Source("Unicode CLDR annotations", "Unicode-3.0", ("annotations/en.json", "annotations/zh.json"), is_lexicon=True),
    Source("LibreOffice help", "MPL-2.0", (), is_lexicon=True, folders=("libreoffice",)),
)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The only way to the files: it opens what the list names, and remembers nothing.

    Attributes:
        data: The data folder (`training/...`, `evaluation/...` below it).
        lexicons: The folder with the CC-CEDICT and WordNet files.
    """

    data: Path
    lexicons: Path

    def path(self, file: str) -> Path:
        """The place of a listed file. Raises `NotAllowed` for any other."""
        for source in SOURCES:
            if file in source.files:
                return (self.lexicons if source.is_lexicon else self.data) / file
        raise NotAllowed(file)

    def folder(self, name: str) -> Path:
        """The place of a listed folder of lexicons. Raises `NotAllowed` for any other."""
        if any(name in source.folders for source in SOURCES):
            return self.lexicons / name
        raise NotAllowed(name)

    def text(self, file: str) -> str:
        """The content of a listed file. Raises `NotAllowed` or `OSError`."""
        path = self.path(file)
        if path.suffix == ".gz":
            return gzip.decompress(path.read_bytes()).decode("utf-8")
        return path.read_text(encoding="utf-8")

    def lines(self, file: str) -> list[str]:
        """The lines of a listed file (split at line feeds alone), stripped."""
        return [line.strip() for line in self.text(file).split("\n")]


def translations(shelf: Shelf, name: str) -> list[Pair]:
    """English and Chinese lines of one parallel file: "tatoeba", "python_docs" or "evermem_chat"."""
    rows = (line.split("\t") for line in shelf.lines(f"training/parallel_en_zh/{name}.tsv"))
    pairs = (Pair(row[0].strip()[:LONGEST], row[1].strip()[:LONGEST]) for row in rows if len(row) >= 2)
    return [pair for pair in dict.fromkeys(pairs) if pair.first and pair.second]


def pivoted(pairs: list[Pair]) -> list[Pair]:
    """Paraphrases in one language: texts that share a translation, each with the next one that shares it."""
    found: dict[Pair, None] = {}
    for here, there in ((0, 1), (1, 0)):
        by_translation: dict[str, list[str]] = {}
        for pair in pairs:
            by_translation.setdefault(pair[there], []).append(pair[here])
        for texts in by_translation.values():
            found.update((Pair(one, other), None) for one, other in pairwise(dict.fromkeys(texts)))
    return list(found)


def intents(shelf: Shelf) -> list[Pair]:
    """Short commands with the same intent, and CLINC's own paraphrases of each."""
    folder, other = "training/intent/CLINC150/train", "training/intent/HWU64/train"
    commands, paraphrases = shelf.lines(f"{folder}/seq.in"), shelf.lines(f"{folder}/para.in")
    pairs = [Pair(one, two) for one, two in zip(commands, paraphrases, strict=True) if one and two and one != two]
    labelled = [*_labelled(commands, shelf.lines(f"{folder}/label"), "clinc")]
    labelled += _labelled(shelf.lines(f"{other}/seq.in"), shelf.lines(f"{other}/label"), "hwu")
    by_intent: dict[str, list[str]] = {}
    for label, command in labelled:
        by_intent.setdefault(label, []).append(command)
    for same in by_intent.values():
        pairs += [Pair(one, two) for one, two in zip(same[::2], same[1::2], strict=False)]
    return pairs


def _labelled(commands: list[str], labels: list[str], prefix: str) -> Iterator[tuple[str, str]]:
    yield from ((f"{prefix}/{label}", command) for command, label in zip(commands, labels, strict=True) if command)


def questions(shelf: Shelf) -> list[Pair]:
    """CMRC's questions, each with the part of the passage that holds the answer; titles with beginnings of passages."""
    pairs: list[Pair] = []
    for part in ("dev", "trial"):
        content: Any = json.loads(shelf.text(f"training/cmrc2018/cmrc2018_{part}.json"))
        for article in content["data"]:
            for paragraph in article["paragraphs"]:
                passage = str(paragraph["context"])
                pairs.append(Pair(str(article["title"]), passage[:200]))
                pairs += [_answered(asked, passage) for asked in paragraph["qas"]]
    return pairs


def _answered(asked: dict[str, Any], passage: str) -> Pair:
    start = int(asked["answers"][0]["answer_start"])
    return Pair(str(asked["question"]), passage[max(0, start - 80) : start + 120])


def passages(shelf: Shelf) -> list[Pair]:
    """Sentences of CMRC's passages, each with the sentence after it: what stands together belongs together."""
    pairs: list[Pair] = []
    for part in ("dev", "trial"):
        content: Any = json.loads(shelf.text(f"training/cmrc2018/cmrc2018_{part}.json"))
        for article in content["data"]:
            for paragraph in article["paragraphs"]:
                sentences = [one for one in str(paragraph["context"]).split("。") if len(one) >= 8]
                pairs += [Pair(one, other) for one, other in pairwise(sentences)]
    return pairs


def mails(shelf: Shelf) -> list[str]:
    """Sentences of e-mails; they have no partner and serve the vocabulary and the statistics of words."""
    found = (line for part in ("pos", "neg") for line in shelf.lines(f"training/commitments_enron/intent_{part}"))
    return [line[:LONGEST] for line in found if line]
