"""The interface language, switchable while the program runs."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from assistant.domain.settings import Language, LanguageChoice
from assistant.language.choice import interface_language
from assistant.resources import resource
from assistant.ui.theme import lead_with_chinese

_CATALOGUES = {Language.ENGLISH: "en", Language.CHINESE: "zh_CN"}


class Translations:
    """Our catalogue and Qt's own (standard buttons, menus of text fields)."""

    def __init__(self, app: QApplication) -> None:
        """Nothing is installed before `apply`."""
        self._app = app
        self._installed: list[QTranslator] = []
        self._language: Language | None = None

    def apply(self, choice: LanguageChoice) -> bool:
        """Speak this language from now on. Every widget gets a LanguageChange event. False when nothing changed."""
        language = interface_language(choice, QLocale.system().name())
        if language is self._language:
            return False
        self._language = language
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed.clear()
        code = _CATALOGUES[language]
        if language is Language.CHINESE:
            self._install(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._install(f"app_{code}", str(resource("i18n")))
        QLocale.setDefault(QLocale(code))
        lead_with_chinese(self._app, is_chinese=language is Language.CHINESE)
        return True

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self._app)
        if translator.load(name, folder):
            self._app.installTranslator(translator)
            self._installed.append(translator)
