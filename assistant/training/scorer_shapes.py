"""Stores of many shapes from few texts: chats of two or three people and loose notes, cut from real sentences.

A scorer that has seen one shape of store trusts what holds in that shape only. Sentences that follow each other in a
text belong together just as turns of a chat do, so their neighbours and sessions mean something; who says them, how
long sessions are and whether there are any at all is drawn anew for each store.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from assistant.domain.item import Item, ItemKind

_NAME_WORDS = """
Anna Ben Carla David Elena Farid Grace Hugo Ines Jonas Kira Omar Priya Laura Tom Nina Oscar Maya Leo Ruth Sam Ivy Paul
Zoe Max Alice Peter Clara Victor Julia Simon Hannah Louis Emma Noah Stella Felix Martha Adrian Helen
"""
_NAME_WORDS_CHINESE = "王芳 李雷 张伟 刘洋 陈静 杨帆 赵敏 黄磊 周婷 吴昊 小明 小红 阿强 晓雯 志强 丽华"
NAMES = tuple(_NAME_WORDS.split())
NAMES_CHINESE = tuple(_NAME_WORDS_CHINESE.split())

MOST_ITEMS = 1200
_LONGEST = 220  # characters of a turn
_LONGEST_NOTE = 400
_START_MS = 1_690_000_000_000
_DAY_MS = 86_400_000
_SENTENCE_END = re.compile(r"(?<=[.!?。！？；])\s*|\n+")
_MARKUP = re.compile(r"[*#_`>|-]{2,}|\*")
_LEAST = 5  # characters that make a sentence


def sentences(text: str, draw: np.random.Generator, most: int = 3, longest: int = _LONGEST) -> list[str]:
    """A text as pieces of one to `most` sentences."""
    found = [part.strip() for part in _SENTENCE_END.split(text) if part and len(part.strip()) >= _LEAST]
    pieces: list[str] = []
    while found:
        count = int(draw.integers(1, most + 1))
        piece = _MARKUP.sub("", " ".join(found[:count])[:longest]).strip()
        found = found[count:]
        if len(piece) > _LEAST:
            pieces.append(piece)
    return pieces


def chat(items: Sequence[Item], draw: np.random.Generator, *, is_chinese: bool) -> list[Item]:
    """A store in which two or three people say the sentences of some of the items to each other."""
    many = int(draw.choice([2, 2, 2, 3]))
    names = [str(name) for name in draw.choice(NAMES_CHINESE if is_chinese else NAMES, many, replace=False)]
    has_names, calling = draw.random() < 0.85, draw.random() * 0.3
    most, longest = int(draw.integers(1, 4)), int(draw.integers(8, 40))
    at_ms = _START_MS + int(draw.integers(0, 350)) * _DAY_MS
    made: list[Item] = []
    for number, turns in enumerate(_sessions(items, draw, most, longest)):
        at_ms += int(draw.integers(1, 12)) * _DAY_MS
        speaker = int(draw.integers(many))
        for place, text in enumerate(turns):
            speaker = (speaker + 1) % many if draw.random() < 0.8 else speaker
            to = names[(speaker + 1) % many] if draw.random() < calling else ""
            made.append(
                Item(
                    id=f"{len(made)}",
                    kind=ItemKind.MESSAGE,
                    text=_calling(text, to, draw, is_chinese=is_chinese) if to else text,
                    created_at_ms=at_ms + place * 60_000,
                    session=f"{number}",
                    position=place,
                    speaker=names[speaker] if has_names else None,
                )
            )
    return made[:MOST_ITEMS]


def notes(items: Sequence[Item], draw: np.random.Generator) -> list[Item]:
    """A store of loose notes, a few sentences of each item, in the order of the items but with other times."""
    at_ms = _START_MS
    made: list[Item] = []
    for item in items:
        for text in sentences(item.text, draw, longest=_LONGEST_NOTE)[:4]:
            at_ms += int(draw.integers(1, 40)) * 3_600_000
            made.append(Item(f"{len(made)}", ItemKind.NOTE, text, at_ms))
    count = int(draw.integers(60, 900))
    start = int(draw.integers(0, max(1, len(made) - count)))
    return made[start : start + count]


def _sessions(items: Sequence[Item], draw: np.random.Generator, most: int, longest: int) -> list[list[str]]:
    """Turns of sessions: the texts of some neighbouring sessions of the items, a few sentences of each item."""
    texts: dict[str, list[str]] = {}
    for item in items:
        texts.setdefault(item.session or item.id, []).append(item.text)
    together, count = list(texts.values()), int(draw.integers(8, 34))
    start = int(draw.integers(0, max(1, len(together) - count)))
    made: list[list[str]] = []
    for session in together[start : start + count]:
        turns: list[str] = []
        for text in session:
            found, some = sentences(text, draw, most), int(draw.integers(1, 7))
            first = int(draw.integers(0, max(1, len(found) - some + 1)))
            turns += found[first : first + some]
        made += [turns[at : at + longest] for at in range(0, len(turns), longest)]
    return made


def _calling(text: str, name: str, draw: np.random.Generator, *, is_chinese: bool) -> str:
    """The same words to somebody by name."""
    if is_chinese:
        return f"{name}，{text}"
    return f"Hey {name}! {text}" if draw.random() < 0.5 else f"{text[:-1]}, {name}!"
