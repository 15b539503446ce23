from __future__ import annotations

import dataclasses
import stat
from pathlib import Path

import pytest

from assistant.domain.errors import SettingsError, SettingsUnreadable
from assistant.domain.item import Language
from assistant.domain.settings import LanguageChoice, Settings, ThemeChoice
from assistant.language.wording import error_sentence
from assistant.store.settings_file import SettingsFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def test_without_a_file_the_defaults_hold(path: Path) -> None:
    assert SettingsFile(path).current == Settings()
    assert not path.exists()


def test_what_was_saved_comes_back(path: Path) -> None:
    settings = Settings(theme=ThemeChoice.DARK, mind_items=5, forgetting_threshold=0.5, hide_reminder_text=True)
    SettingsFile(path).save(settings)
    file = SettingsFile(path)
    assert file.current == settings
    assert file.problems == ()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_unknown_keys_and_comments_stay(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('# mine\nfuture = [1, 2]\ntheme = "light" # bright\n\n[later]\nx = 1\n', encoding="utf-8")
    SettingsFile(path).set("mind_items", "9")
    text = path.read_text(encoding="utf-8")
    for part in ("# mine", "future = [1, 2]", 'theme = "light" # bright', "[later]\nx = 1", "mind_items = 9"):
        assert part in text
    assert SettingsFile(path).current == Settings(theme=ThemeChoice.LIGHT, mind_items=9)


def test_bad_values_fall_back_and_are_reported(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('mind_items = 1000\ntheme = "pink"\nmorning_hour = true\nevening_hour = 20\n', encoding="utf-8")
    file = SettingsFile(path)
    assert file.current == Settings(evening_hour=20)
    assert [problem.facts["name"] for problem in file.problems] == ["theme", "mind_items", "morning_hour"]


@pytest.mark.parametrize("content", [b"theme = [", b"\xff\xfe", b"mind_items = 5\0"])
def test_a_damaged_file_means_defaults_and_is_kept_when_replaced(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    file = SettingsFile(path)
    assert file.current == Settings()
    assert len(file.problems) == 1
    assert isinstance(file.problems[0], SettingsUnreadable)
    file.set("language", "zh_CN")
    assert SettingsFile(path).current == Settings(language=LanguageChoice.CHINESE)
    assert path.with_name("settings.toml.damaged").read_bytes() == content


@pytest.mark.parametrize(
    ("content", "line", "text"),
    [
        (b'theme = "dark"\nmorning_hour = ?\nmind_items = 5\n', 2, "morning_hour = ?"),
        (b"mind_items = 5\nmind_items = 6\n", 2, "mind_items = 6"),
        (b'mind_items = 5\ntheme = "dark', 2, 'theme = "dark'),
        (b"theme = [\n\n", 1, "theme = ["),
        (b"mind_items = 5\nx = \xff\n", 2, "x = \ufffd"),
        (b"mind_items = 5\0", 1, "mind_items = 5\ufffd"),
    ],
)
def test_a_damaged_file_is_told_with_the_line_that_is_wrong(path: Path, content: bytes, line: int, text: str) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    file = SettingsFile(path)
    assert file.load() == Settings()
    (problem,) = file.problems
    assert problem.facts == {"name": "settings.toml", "line": line, "text": text}
    assert text in error_sentence(problem, Language.ENGLISH)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("mind_items", " 5 ", 5),
        ("forgetting_threshold", "0", 0.0),
        ("is_shortcut_enabled", "No", False),
        ("hide_reminder_text", "TRUE", True),
        ("theme", "dark", ThemeChoice.DARK),
        ("shortcut", "Meta+N", "Meta+N"),
    ],
)
def test_text_becomes_a_value(path: Path, name: str, text: str, value: object) -> None:
    settings = SettingsFile(path).set(name, text)
    assert getattr(settings, name) == value
    assert settings == SettingsFile(path).current


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("nope", "1"),
        ("mind_items", "2"),
        ("mind_items", "many"),
        ("mind_items", "5.5"),
        ("mind_items", "9" * 5000),
        ("forgetting_threshold", "nan"),
        ("forgetting_threshold", "inf"),
        ("is_shortcut_enabled", "maybe"),
        ("theme", "pink"),
        ("shortcut", "x" * 201),
        ("shortcut", "a\nb"),
        ("shortcut", "\ud800"),
    ],
)
def test_wrong_text_is_refused_with_what_is_allowed(path: Path, name: str, text: str) -> None:
    file = SettingsFile(path)
    with pytest.raises(SettingsError) as caught:
        file.set(name, text)
    assert caught.value.facts["name"] == name
    assert caught.value.facts["allowed"]
    assert not path.exists()


def test_wrong_settings_cannot_be_saved(path: Path) -> None:
    with pytest.raises(SettingsError):
        SettingsFile(path).save(dataclasses.replace(Settings(), mind_tokens=1))


def test_two_programs_change_two_options(path: Path) -> None:
    first, second = SettingsFile(path), SettingsFile(path)
    assert first.current == second.current
    first.set("mind_items", "5")
    second.set("theme", "dark")
    assert SettingsFile(path).current == Settings(mind_items=5, theme=ThemeChoice.DARK)
