"""Translations from LibreOffice's help in both languages, paragraph by paragraph, and from Unicode's names of signs."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from assistant.training.corpus import LONGEST, Pair, Shelf

HELP = "libreoffice"
ANNOTATIONS = "annotations/{language}.json"
_PARAGRAPH = re.compile(r'<(?P<tag>p|h[1-6])\b[^>]*\bid="(?P<id>[^"]+)"[^>]*>(?P<text>.*?)</(?P=tag)>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_CHINESE = re.compile(r"[一-鿿]")


def help_pages(shelf: Shelf) -> list[Pair]:
    """Paragraphs of the help in English and Chinese: the same page, the same name of the paragraph."""
    folder = shelf.folder(HELP)
    found: dict[Pair, None] = {}
    for page in sorted((folder / "zh-CN").rglob("*.html")):
        partner = folder / "en-US" / page.relative_to(folder / "zh-CN")
        if partner.exists():
            chinese, english = (_paragraphs(one.read_text(encoding="utf-8")) for one in (page, partner))
            shared = (Pair(english[name], chinese[name]) for name in chinese if name in english)
            found.update((pair, None) for pair in shared if _CHINESE.search(pair.second) and pair.first)
    return list(found)


def _paragraphs(page: str) -> dict[str, str]:
    return {
        one["id"]: " ".join(html.unescape(_TAG.sub("", one["text"])).split())[:LONGEST]
        for one in _PARAGRAPH.finditer(page)
    }


def signs(shelf: Shelf) -> list[Pair]:
    """Names and keywords of signs and emoji, English beside Chinese."""
    english, chinese = (_annotations(shelf, language) for language in ("en", "zh"))
    return [Pair(english[sign], chinese[sign]) for sign in english if sign in chinese]


def _annotations(shelf: Shelf, language: str) -> dict[str, str]:
    content: Any = json.loads(shelf.text(ANNOTATIONS.format(language=language)))
    entries: dict[str, dict[str, list[str]]] = content["annotations"]["annotations"]
    return {
        sign: ", ".join(dict.fromkeys([*entry.get("tts", []), *entry.get("default", [])]))
        for sign, entry in entries.items()
    }
