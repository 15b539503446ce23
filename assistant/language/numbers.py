"""Number words of both languages, as far as times of everyday life need them."""

from __future__ import annotations

_ENGLISH_UNITS = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_ENGLISH_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
                 "ninety": 90}  # fmt: skip
_ENGLISH_PARTS = {
    "a": 1.0, "an": 1.0, "half": 0.5, "half a": 0.5, "half an": 0.5, "couple": 2.0, "couple of": 2.0,
    "a couple": 2.0, "a couple of": 2.0, "few": 3.0, "a few": 3.0, "a quarter of an": 0.25, "quarter of an": 0.25,
    "three quarters of an": 0.75, "several": 3.0,
    "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "½": 0.5, "¼": 0.25, "¾": 0.75,
}  # fmt: skip
_ENGLISH = _ENGLISH_PARTS | _ENGLISH_TENS | {word: number for number, word in enumerate(_ENGLISH_UNITS)}
_ORDINAL_WORDS = [
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    "twentieth",
]
_ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS, start=1)} | {"thirtieth": 30}

_SMALL = "|".join(sorted(_ENGLISH_UNITS[1:], key=len, reverse=True))
_TENS = "|".join(_ENGLISH_TENS)
_WORD_END = "(?![a-hj-z]|i(?!sh))"  # sevenish is about seven
ENGLISH_WORD = rf"(?:(?:{_TENS})(?:[ -](?:{'|'.join(_ENGLISH_UNITS[1:10])}))?|{_SMALL}){_WORD_END}"
"""A regular expression for a whole number from one to ninety-nine in words."""

ENGLISH_NUMBER_WORDS = frozenset({*_ENGLISH_UNITS, *_ENGLISH_TENS})
"""The single words of which such numbers are made."""

ENGLISH_AMOUNT = (
    rf"(?:\d{{1,4}}(?:\.\d{{1,2}})?|[13]/[24]|[½¼¾]|{ENGLISH_WORD}"
    r"|(?:half an?|(?:a )?quarter of an|three quarters of an|several|a couple(?: of)?|couple of"
    r"|a few|few|half|an?)(?![a-z]))"
)
"""A regular expression for how many of a unit of time."""

ENGLISH_ORDINAL = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?:(?:twenty|thirty)[ -](?:{'|'.join(_ORDINAL_WORDS[:9])})|{'|'.join(_ORDINALS)})"
    "(?![a-z]))"
)
"""A regular expression for first to thirty-first."""

ENGLISH_ORDINAL_WORDS = frozenset(_ORDINALS)
"""The single words of which such places are made, besides twenty and thirty."""

_CENTURY = "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"
_YEAR_WORDS = (
    rf"(?:two thousand(?:(?: and)? {ENGLISH_WORD})?|{_CENTURY} hundred(?:(?: and)? {ENGLISH_WORD})?"
    rf"|{_CENTURY} (?:oh |o )?{ENGLISH_WORD})(?![a-z])"
)
ENGLISH_YEAR = rf"(?:\d{{4}}|{_YEAR_WORDS})"
"""A regular expression for a year in digits or words: 1986, nineteen eighty six, two thousand and five."""

_CHINESE_DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
CHINESE_NUMBER_SIGNS = r"\d零〇一二两三四五六七八九十百廿卅"
"""What a `CHINESE_NUMBER` may begin with, as the inside of a character class."""

CHINESE_NUMBER = r"(?:\d{1,4}|[零〇一二两三四五六七八九十百廿卅]{1,6})"
"""A regular expression for a number in Chinese signs or digits, two to four digits long at most."""


def english_number(text: str) -> float | None:
    """The value of an `ENGLISH_AMOUNT`, None when it is none."""
    text = " ".join(text.replace("-", " ").split())
    if text in _ENGLISH:
        return _ENGLISH[text]
    tens, _, rest = text.partition(" ")
    if tens in _ENGLISH_TENS and rest in _ENGLISH:
        return _ENGLISH_TENS[tens] + _ENGLISH[rest]
    try:
        return float(text)
    except ValueError:
        return None


def english_year(text: str) -> int | None:
    """The value of an `ENGLISH_YEAR`; of two digits the year nearest to now in writing. None when it is none."""
    if text.isdecimal():
        return int(text) if len(text) > 2 else int(text) + (1900 if int(text) >= 50 else 2000)
    words = text.replace("-", " ").replace(" and ", " ").split()
    if words[:2] == ["two", "thousand"]:
        return 2000 + int(english_number(" ".join(words[2:])) or 0)
    century = english_number(words[0])
    rest = [word for word in words[1:] if word not in ("hundred", "oh", "o")]
    if century is None or (rest and english_number(" ".join(rest)) is None):
        return None
    return int(century) * 100 + int(english_number(" ".join(rest)) or 0)


def english_ordinal(text: str) -> int | None:
    """The value of an `ENGLISH_ORDINAL`, None when it is none."""
    text = text.replace("-", " ")
    if text[:1].isdecimal():
        return int(text[:-2])
    tens, _, rest = text.partition(" ")
    if rest:
        return _ENGLISH_TENS[tens] + _ORDINALS[rest] if tens in _ENGLISH_TENS and rest in _ORDINALS else None
    return _ORDINALS.get(text)


def chinese_number(text: str) -> int | None:
    """The value of a `CHINESE_NUMBER`: 十五, 二十三, 廿三, 一百二十, 二〇二六, 15. None when it is none."""
    if text.isascii() and text.isdecimal():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    if not text:
        return None
    if "十" not in text and "百" not in text:
        digits = [_CHINESE_DIGITS.get(sign) for sign in text]
        return None if None in digits else int("".join(str(digit) for digit in digits))
    hundreds, has_hundred, rest = text.rpartition("百")
    tens, has_ten, units = rest.rpartition("十")
    parts = (
        _place(hundreds, 100, default=1) if has_hundred else 0,
        _place(tens.lstrip("零〇"), 10, default=1) if has_ten else 0,
        _place(units.lstrip("零〇"), 1, default=0),
    )
    return None if any(part is None for part in parts) else sum(part or 0 for part in parts)


def _place(sign: str, size: int, *, default: int) -> int | None:
    if not sign:
        return default * size
    digit = _CHINESE_DIGITS.get(sign)
    return None if digit is None else digit * size
