"""Every setting has its place."""

from __future__ import annotations

from dataclasses import fields

from assistant.domain.settings import Settings, ThemeChoice
from assistant.ui.settings_presenter import FIELDS, FieldForm, specs, value_text


def test_every_setting_is_shown_once() -> None:
    placed = [name for names in FIELDS.values() for name in names]
    assert sorted(placed) == sorted(entry.name for entry in fields(Settings))


def test_each_kind_of_value_has_its_control() -> None:
    by_name = specs()
    assert by_name["theme"].form is FieldForm.CHOICE
    assert by_name["mind_items"].form is FieldForm.WHOLE
    assert by_name["forgetting_threshold"].form is FieldForm.FRACTION
    assert by_name["hide_reminder_text"].form is FieldForm.SWITCH
    assert by_name["shortcut"].form is FieldForm.KEYS


def test_numbers_outside_their_range_are_not_allowed() -> None:
    spec = specs()["mind_items"]
    assert spec.is_allowed(3)
    assert not spec.is_allowed(2)
    assert not spec.is_allowed(31)


def test_values_are_written_as_the_settings_file_writes_them() -> None:
    assert [value_text(value) for value in (True, ThemeChoice.DARK, 7, 0.05)] == ["true", "dark", "7", "0.05"]
