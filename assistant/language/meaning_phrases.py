"""The phrases for recall by meaning, English and Chinese side by side; part of `language/phrases.py`."""

from __future__ import annotations

MEANINGS: dict[str, tuple[str, str]] = {
    "doctor.encoder": ("Passages known by meaning", "按意思收录的段落"),
    "doctor.encoder.none": ("none: search goes by words alone", "无：仅按字词查找"),
    "why.encoder.pending": ("the rest follow in the background", "其余在后台处理"),
}
