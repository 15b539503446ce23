"""A text as the time grammar reads it: one form of every letter, and nothing of what must not be read.

The folded text has exactly as many characters as the original, so that offsets mean the same in both.
"""

from __future__ import annotations

from functools import lru_cache

from assistant.language.patterns import lazy_pattern
from assistant.language.time_lookalikes import blanked

BLANK = "\x00"
"""What stands in the place of text that is not to be read as time."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20, 0x202F: 0x20}
_TRADITIONAL = dict(
    zip(
        "後點週號鐘鍾個兩時禮這過當晝從給電話記買問嗎麼誰為沒別寫發訂寄還聯繫預準備檢說講帶開會見約幾間鬧辦處複復習際現與讓請幫麻煩來試夠應該須離結東課飯國慶節聖誕萬婦兒親勞動舊曆尋聽齋權猶燭難陽臘陰農爾龍頭歲護紀歸樹馬環贖轉誦經歡獻獲設體靈懺餅穫衛穀驚蟄滿種連書愛軍黨賣員燈貼灑紅麗終於續達長內樣總華傳統遞鐵線壓歷單雙聞費業陣齊順壽寧蘭斷靜碼編",
        "后点周号钟钟个两时礼这过当昼从给电话记买问吗么谁为没别写发订寄还联系预准备检说讲带开会见约几间闹办处复复习际现与让请帮麻烦来试够应该须离结东课饭国庆节圣诞万妇儿亲劳动旧历寻听斋权犹烛难阳腊阴农尔龙头岁护纪归树马环赎转诵经欢献获设体灵忏饼获卫谷惊蛰满种连书爱军党卖员灯贴洒红丽终于续达长内样总华传统递铁线压历单双闻费业阵齐顺寿宁兰断静码编",
        strict=True,
    )
)
_FOLDING = str.maketrans(
    {code: chr(to) for code, to in _FULL_WIDTH.items()}
    | _TRADITIONAL
    | {chr(code): chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
    | {chr(0xFF21 + place): chr(ord("a") + place) for place in range(26)}
    | {"俩": "两", "\t": " ", "’": "'", "–": "-", "—": "-", "～": "~", "〜": "~"}
)
_QUOTES = {'"': '"', "“": "”", "「": "」", "『": "』", "«": "»", "《": "》", "〈": "〉"}
_OPENING = lazy_pattern("[" + "".join(_QUOTES) + "]")
_UNREAD = lazy_pattern(
    r"(?:https?|ftp|file)://[^\s]{1,500}|www\.[^\s]{1,500}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"
    r"|(?<![\w#])#[^\s#]{1,64}|(?<![\w@])@[^\W\d][\w.-]{0,63}"
)


@lru_cache(maxsize=8)  # one line is read for its time, its kind and its intention
def fold(text: str) -> str:
    """One form: ASCII digits, small ASCII letters, plain spaces, simplified signs. As long as `text`."""
    return text.translate(_FOLDING)


@lru_cache(maxsize=8)
def readable(text: str) -> str:
    """The folded text without quotations, addresses, #tags and what only looks like a time. As long as `text`."""
    return blanked(_blank_addresses(_blank_quotes(fold(text))), BLANK)


def _blank_quotes(text: str) -> str:
    parts: list[str] = []
    position = 0
    unclosed: set[str] = set()
    while (opening := _OPENING.search(text, position)) is not None:
        mark = opening.group()
        end = -1 if mark in unclosed else text.find(_QUOTES[mark], opening.end())
        if end < 0:
            unclosed.add(mark)
            parts.append(text[position : opening.end()])
            position = opening.end()
            continue
        parts.append(text[position : opening.start()])
        parts.append(BLANK * (end + 1 - opening.start()))
        position = end + 1
    parts.append(text[position:])
    return "".join(parts)


def _blank_addresses(text: str) -> str:
    if "#" not in text and "@" not in text and "." not in text and "/" not in text:
        return text
    return _UNREAD.sub(lambda match: BLANK * len(match.group()), text)
