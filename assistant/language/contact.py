"""Does a text say that its user is, or is about to be, in contact with somebody it names?"""

from __future__ import annotations

from assistant.language import contact_chinese, contact_english, contact_grams
from assistant.language.contact_english import MARK
from assistant.language.contact_weights import LEAST_PROBABILITY
from assistant.language.detect import has_han
from assistant.language.patterns import lazy_pattern

_OWNER = lazy_pattern(r"\b(?:the|my|our|his|her|their) $")
_ENDS = ".!?。！？\n"
_REACH = 200  # signs of a sentence on either side of the name


def is_contact(folded: str, start: int, end: int) -> bool:
    """Whether contact with whom `folded[start:end]` names happens now or soon.

    Args:
        folded: the whole text in small, simplified letters (`time_text.fold`, `han.simplified`).
        start: where the name begins.
        end: where it ends.
    """
    owner = _OWNER.search(folded, max(0, start - 8), start)
    sentence = _sentence(folded, start if owner is None else owner.start(), end)
    rules = contact_chinese if has_han(sentence.replace(MARK, "")) else contact_english
    decided = rules.is_contact(sentence)
    return contact_grams.probability(sentence) >= LEAST_PROBABILITY if decided is None else decided


def _sentence(folded: str, start: int, end: int) -> str:
    before = folded[max(0, start - _REACH) : start]
    after = folded[end : end + _REACH]
    begin = max((place + 1 for mark in _ENDS if (place := before.rfind(mark)) >= 0), default=0)
    stops = [place for mark in _ENDS if (place := after.find(mark)) >= 0]
    stop = min(stops, default=len(after))
    asks = "?" if after[stop : stop + 1] in {"?", "？"} else ""
    return f"{before[begin:].replace(MARK, ' ')}{MARK}{after[:stop].replace(MARK, ' ')}{asks}".strip()
