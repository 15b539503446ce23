"""The phrases for why the scorer thinks of something, as far as they came after `phrases.py` was full."""

from __future__ import annotations

MORE_REASONS: dict[str, tuple[str, str]] = {
    "reason.names": ("names “{detail}”", "说到“{detail}”"),
    "reason.names.plain": ("names the same people or things", "说到同样的人或事物"),
    "reason.speaker": ("said by {detail}", "{detail}说的"),
    "reason.speaker.plain": ("said by the one you name", "是你说到的人讲的"),
    "reason.meaning": ("means much the same as “{detail}”", "意思与“{detail}”相近"),
    "reason.meaning.plain": ("means much the same", "意思相近"),
    "reason.recent": ("kept {detail}", "记于{detail}"),
    "reason.recent.plain": ("one of the latest", "是最近记下的"),
}
