"""Errors that are the world's fault. They carry facts as fields; `language/wording.py` finds the words.

Anything that is not an `AssistantError` is a bug of ours and is not caught outside the marked borders.
"""

from __future__ import annotations


class AssistantError(Exception):
    """Something the user can be told in one sentence. Fields hold the facts for that sentence."""

    def __init__(self, **facts: object) -> None:
        """Keep `facts` (path, reason, version ...) as the fields of the sentence."""
        super().__init__(", ".join(f"{key}={value!r}" for key, value in facts.items()))
        self.facts = facts


class StoreError(AssistantError):
    """The store cannot do what was asked. Facts: path, reason."""


class StoreBusy(StoreError):
    """Another process holds the store, or a write lock was not had in time. Facts: path."""


class StoreFull(StoreError):
    """The disk is full. Facts: path."""


class StoreReadOnly(StoreError):
    """The store or its folder cannot be written. Facts: path."""


class StoreCorrupt(StoreError):
    """The file is not a sound database. Facts: path, reason."""


class StoreTooNew(StoreError):
    """A newer program wrote this file. Facts: path, version."""


class ExportFailed(StoreError):
    """The folder of an export cannot be made or written. Facts: path, reason."""


class SpoolFailed(StoreError):
    """Neither the store nor the spool could take a capture; the caller must keep the text. Facts: path, reason."""


class LibraryTooOld(StoreError):
    """The SQLite library has a known corruption bug in WAL mode. Facts: version, needed."""


class ModelError(AssistantError):
    """A model cannot be used. Facts: path, reason."""


class ModelMissing(ModelError):
    """No such model file, or none installed. Facts: path."""


class ModelInvalid(ModelError):
    """Not a usable model file: truncated, wrong format or wrong shape. Facts: path, reason."""


class ModelCrashed(ModelError):
    """The model's process died or fell silent. Facts: path, reason."""


class ModelSetAside(ModelError):
    """The model killed its process three times and is not loaded again by itself. Facts: path."""


class CaptureError(AssistantError):
    """A capture was refused. Facts: reason."""


class EmptyCapture(CaptureError):
    """There was nothing but white space."""


class EmptyQuestion(EmptyCapture):
    """Nothing was asked."""


class ItemMissing(AssistantError):
    """No item has this id. Facts: id."""


class SettingsError(AssistantError):
    """A setting is unknown or out of range. Facts: name, value, allowed."""


class SettingsUnreadable(SettingsError):
    """The settings file is no TOML. Facts: name (of the file), line (from 1), text (what stands there)."""


class UsageError(AssistantError):
    """The command line was used wrongly. Facts: reason."""


class SeveralItems(UsageError):
    """Words or the end of an id name more than one item. Facts: text (what was given), usage (a list of them)."""


class DesktopUnavailable(AssistantError):
    """No display, or Qt cannot open one. Facts: reason."""


class OwnerUnreachable(AssistantError):
    """Another Sidemind holds the store but does not answer. Facts: path."""
