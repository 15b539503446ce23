"""Values of options: from text, checked against the type and range that `Settings` states."""

from __future__ import annotations

import dataclasses
import math
from enum import StrEnum
from functools import lru_cache
from typing import Any, cast, get_type_hints

from assistant.domain.errors import SettingsError
from assistant.domain.settings import Settings

_LONGEST_TEXT = 200
_TRUE = frozenset({"true", "yes", "on", "1"})
_FALSE = frozenset({"false", "no", "off", "0"})


@lru_cache(maxsize=1)
def _types() -> dict[str, type]:
    return cast("dict[str, type]", get_type_hints(Settings))


@lru_cache(maxsize=1)
def _ranges() -> dict[str, tuple[float, float]]:
    return {
        option.name: cast("tuple[float, float]", option.metadata["range"])
        for option in dataclasses.fields(Settings)
        if "range" in option.metadata
    }


def allowed(name: str) -> str:
    """What an option may be, in words that both languages share: "3 to 30", "system, en, zh_CN"."""
    kind = _types().get(name)
    if kind is None:
        return ", ".join(_types())
    if issubclass(kind, StrEnum):
        return ", ".join(member.value for member in kind)
    if kind is bool:
        return "true, false"
    if name in _ranges():
        lowest, highest = _ranges()[name]
        return f"{lowest} – {highest}"
    return f"≤ {_LONGEST_TEXT}"


def checked(name: str, value: object) -> object:
    """The value as the option's type. Raises `SettingsError`: unknown option, wrong type or out of range."""
    kind = _types().get(name)
    if kind is None:
        raise _wrong(name, value)
    if issubclass(kind, StrEnum):
        return _member(kind, name, value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if type(value) is not kind:
        raise _wrong(name, value)
    if isinstance(value, str) and (len(value) > _LONGEST_TEXT or not value.isprintable()):
        raise _wrong(name, value)
    if name in _ranges():
        lowest, highest = _ranges()[name]
        number = cast(float, value)
        if math.isnan(number) or not lowest <= number <= highest:
            raise _wrong(name, value)
    return value


def parsed(name: str, text: str) -> object:
    """The value that a text means for an option. Raises `SettingsError`."""
    kind = _types().get(name)
    text = text.strip()
    try:
        if kind is bool:
            return _truth(name, text)
        if kind is int or kind is float:
            return checked(name, kind(text))
    except (ValueError, OverflowError):
        raise _wrong(name, text) from None
    return checked(name, text)


def replaced(settings: Settings, values: dict[str, object]) -> Settings:
    """The settings with checked values in place of some."""
    return dataclasses.replace(settings, **cast("dict[str, Any]", values))


def _truth(name: str, text: str) -> bool:
    word = text.casefold()
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise _wrong(name, text)


def _member(kind: type[StrEnum], name: str, value: object) -> StrEnum:
    try:
        return kind(value)
    except ValueError:
        raise _wrong(name, value) from None


def _wrong(name: str, value: object) -> SettingsError:
    return SettingsError(name=name, value=str(value)[:_LONGEST_TEXT], allowed=allowed(name))
