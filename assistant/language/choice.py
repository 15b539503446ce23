"""Which of the two languages to speak. On its own, so that the first window need not load every sentence for it."""

from __future__ import annotations

from assistant.domain.settings import Language, LanguageChoice


def interface_language(choice: LanguageChoice, system_locale: str) -> Language:
    """The language to speak: the chosen one, else Chinese on a Chinese system and English on every other."""
    if choice is LanguageChoice.SYSTEM:
        return Language.CHINESE if system_locale.lower().startswith("zh") else Language.ENGLISH
    return Language.CHINESE if choice is LanguageChoice.CHINESE else Language.ENGLISH
