"""The encoder's training pairs in groups, with how often each is drawn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from assistant.language.tokens import terms
from assistant.training import corpus, corpus_lexicons, corpus_manuals, corpus_thesauri
from assistant.training.corpus import Pair, Shelf


@dataclass(frozen=True, slots=True)
class Group:
    """Pairs of one kind. A batch is drawn from one group, so that what is told apart is alike in kind.

    Attributes:
        name: What the pairs are.
        pairs: The pairs.
        share: How often a batch comes from here, relative to the other groups.
        is_translation: Whether the sides are English and Chinese, so that they can teach a dictionary.
    """

    name: str
    pairs: list[Pair]
    share: float
    is_translation: bool = False


_RUNNING_TEXT = ("everyday translations", "technical translations", "intents", "explanations")


def read_groups(shelf: Shelf) -> list[Group]:
    """All groups, read from the allowed files. Raises `NotAllowed` or `OSError`."""
    tatoeba = corpus.translations(shelf, "tatoeba")
    documentation = corpus.translations(shelf, "python_docs")
    chats = corpus.translations(shelf, "evermem_chat")
    meanings = corpus_lexicons.synsets(shelf)
    counts = corpus_lexicons.used_senses(shelf)
    chinese = corpus_lexicons.dictionary(shelf)
    groups = [
        Group("everyday translations", tatoeba + chats, 6.0, is_translation=True),
        Group("technical translations", documentation, 2.0, is_translation=True),
        Group("dictionary", chinese, 5.0, is_translation=True),
        Group("spellings", corpus_lexicons.spellings(shelf), 0.5),
        Group("paraphrases", corpus.pivoted(tatoeba), 0.7),
        Group("intents", corpus.intents(shelf), 1.5),
        Group("questions", corpus.questions(shelf), 1.5),
        Group("neighbours", corpus.passages(shelf), 1.0),
        Group("explanations", corpus_lexicons.explanations(meanings), 4.0),
        Group("synonyms", corpus_lexicons.synonyms(meanings), 1.5),
        Group("kinds", corpus_lexicons.kinds(meanings, counts), 1.0),
        Group("words of one meaning", corpus.pivoted(chinese), 1.5),
        Group("explained in Chinese", corpus_lexicons.explained_in_chinese(chinese, meanings), 1.5),
    ]
    groups += _more_groups(shelf)
    texts = (text for group in groups if group.name in _RUNNING_TEXT for pair in group.pairs for text in pair)
    return [*groups, Group("forms of a word", word_forms(texts), 1.0)]


def _more_groups(shelf: Shelf) -> list[Group]:
    words = corpus_thesauri.thesaurus(shelf)
    fields = [pair for seed in (0, 1) for pair in corpus_thesauri.associations(words, seed)]
    return [
        Group("associations", fields, 1.0),
        Group("near synonyms", corpus_thesauri.near_synonyms(words), 1.5),
        Group("glosses", corpus_thesauri.glosses(shelf), 3.0),
        Group("old explanations", corpus_thesauri.definitions(shelf), 1.0),
        Group("help", corpus_manuals.help_pages(shelf), 1.0, is_translation=True),
        Group("signs", corpus_manuals.signs(shelf), 0.5, is_translation=True),
    ]


def read_rivals(shelf: Shelf) -> list[list[str]]:
    """English words that are kinds of one thing, in groups. Raises `OSError`."""
    return corpus_lexicons.rivals(corpus_lexicons.synsets(shelf), corpus_lexicons.used_senses(shelf))


_WORD = re.compile(r"[a-z]{3,}")


def word_forms(texts: Iterable[str], least: int = 2) -> list[Pair]:
    """English words with the same stem that stand in the texts at least so often: "play", "plays", "playing"."""
    count = Counter(word for text in texts for word in _WORD.findall(text.casefold()))
    by_stem: dict[str, list[str]] = {}
    for word, times in sorted(count.items()):
        stems = terms(word) if times >= least else []
        if len(stems) == 1:
            by_stem.setdefault(stems[0], []).append(word)
    return [Pair(*pair) for words in by_stem.values() for pair in combinations(words[:6], 2)]


def single_texts(groups: list[Group], shelf: Shelf) -> list[str]:
    """Sentences that are compared with themselves, some words exchanged or left out."""
    chosen = ("everyday translations", "technical translations", "questions", "neighbours", "intents")
    texts = [text for group in groups if group.name in chosen for pair in group.pairs for text in pair]
    texts += [pair.second for group in groups if group.name == "explanations" for pair in group.pairs]
    return list(dict.fromkeys(text for text in texts + corpus.mails(shelf) if len(text) >= 8))
