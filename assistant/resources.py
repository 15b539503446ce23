"""Shipped files: from the installed package when there is one, else from the source tree."""

from __future__ import annotations

from pathlib import Path

_INSTALLED = Path(__file__).parent / "_resources"
_SOURCE = Path(__file__).parent.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, such as `resource("i18n", "app_zh_CN.qm")`."""
    root = _INSTALLED if _INSTALLED.is_dir() else _SOURCE
    return root.joinpath(*parts)
