"""A part of an application that is made on first use, whichever thread asks first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar, cast, overload

T = TypeVar("T")


class Holder(Protocol):
    """What has lazy parts: where they lie once made, and the lock under which they are made."""

    parts: dict[str, object]
    lock: threading.RLock


class lazy(Generic[T]):  # noqa: N801 - used like `property`
    """A property made once per holder, under its lock, whichever thread asks first."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, app: None, owner: type[Any]) -> lazy[T]: ...
    @overload
    def __get__(self, app: object, owner: type[Any]) -> T: ...
    def __get__(self, app: object | None, owner: type[Any]) -> lazy[T] | T:
        if app is None:
            return self
        parts, lock = cast("Holder", app).parts, cast("Holder", app).lock
        if self._name in parts:  # the UI thread must not wait here while a lane imports NumPy for another part
            return cast("T", parts[self._name])
        with lock:
            if self._name not in parts:
                parts[self._name] = self._make(app)
            return cast("T", parts[self._name])
