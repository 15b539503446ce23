"""The phrases for recall by meaning, English and Chinese side by side; part of `language/phrases.py`."""

from __future__ import annotations

MEANINGS: dict[str, tuple[str, str]] = {
    "doctor.encoder": ("Passages known by meaning", "按意思收录的段落"),
    "why.encoder.unusable": (
        "{detail} is not the encoder this program came with; notes are found by words alone, install it again",
        "{detail} 不是本程序自带的编码模型；现仅按字词查找，请重新安装程序",
    ),
    "why.encoder.pending": ("the rest follow in the background", "其余在后台处理"),
    "doctor.tables": ("Learned reading of lines", "学习所得的读句表"),
    "why.tables.unusable": (
        "{detail} is not as it came with the program; reminders by event and rules are read by the grammar alone,"
        " install it again",
        "{detail} 与程序自带的不同；条件提醒和长期规则现仅靠语法识别，请重新安装程序",
    ),
}
