# ruff: noqa: E501 - a pattern is read best on one line
"""An intention from the learned reading of a line: what `spans.py` marks, made whole where it cut a word or a name."""

from __future__ import annotations

import re

from assistant.domain.intention import Cue, IntentionKind
from assistant.language.detect import has_han
from assistant.language.intention_words import ACTION_WORDS, NOT_ACTIONS
from assistant.language.name_tables import KIN
from assistant.language.names import TITLE_CHINESE
from assistant.language.occasion_names import addressed_people, find_occasion_people
from assistant.language.occasion_people import is_doer
from assistant.language.patterns import lazy_pattern
from assistant.language.span_features import CUES, CUES_CHINESE, WISHES, WISHES_CHINESE
from assistant.language.spans import Spans, find_spans
from assistant.language.time_text import fold

LONGEST = 300
"""Signs of a line: what is longer is a text, not something said in passing."""

LEAST = 60.0
"""How sure a line must be an intention."""

SURE = 450.0
"""How sure a line must be an intention where it reads like a standing rule."""

_CUE = rf"(?<![a-z'-])(?:{'|'.join(sorted(CUES))})(?![a-z-])|{CUES_CHINESE.pattern}"
_WISH = rf"(?<![a-z'-])(?:{'|'.join(sorted(WISHES))})(?![a-z-])|{WISHES_CHINESE.pattern}"
_MARK = r"[^\w\s'-]| -|->"
_OTHER = r"(?<![a-z'-])(?:i|we|you|and|or|but|so|then|ok|pls|plz|kindly|could|can|would|have|to|this|just|only)(?![a-z-])|[我你您了就会的跟和与给在]|[之以]?[前后]|[上下]一?次|次"
_TOPIC_BOUND = lazy_pattern(f"{_CUE}|{_WISH}|{_MARK}|{_OTHER}")
_ACTION_BOUND = lazy_pattern(f"(?: (?:and|on|at|in|for|of|to))*(?: |^)(?:{_CUE})|{_MARK}|[\u4e00-\u9fff]")
_AT_ONCE = lazy_pattern("一(?![些个次下起家份张本切])[\u4e00-\u9fff]{2}")  # 我一收拾厨房
_MOST_BESIDE = 24  # signs beside a topic that may belong to it
_EDGE = " ,，。.:：;；!！?？-–—"
_LAST_WORDS = lazy_pattern(r"[喔哦啊呀吧哈啦噢欸]+$|[,;]? (?:please|pls|plz|ok|ta|thanks|ty|thx|cheers|then)$")

_NOTHING_WORDS = """
time next we he she they him her them s re are is talk speak chat meet see call about around here in up again i it to
with both each
"""
_NOTHING = frozenset(_NOTHING_WORDS.split())
_NO_NAMES = ACTION_WORDS | NOT_ACTIONS
_DOING = lazy_pattern(r"[a-z]+ing\b")
_TITLES = frozenset(TITLE_CHINESE.split("|"))
_SURNAME = lazy_pattern(r"(?:[ -][A-Z][\w’'-]+)+")
_OWNED = lazy_pattern(r"['’]s (?P<who>[\w-]+)")
_NOT_IN_NAME = lazy_pattern(
    r"['’]s (?:here|there|back|around|about|in|on|online|next|free|calling|coming)\b.*|[.,:;!?]+$"
    r"|(?<=[\u4e00-\u9fff])(?:主动|要是|如果|[下每]次|每回|沟通|[来一都又再时])+$|(?<=[\u4e00-\u9fff]) ?[a-z]+$|^[与跟和同给见](?=[\u4e00-\u9fff]{2})",
    re.IGNORECASE,
)


def read_line(text: str, plain: str) -> tuple[Cue, float] | None:
    """The intention of a line and how sure it is, None when it states none.

    Args:
        text: the line as written.
        plain: the same in small, simplified letters without quotations, as long as `text`.
    """
    found = find_spans(text, plain) if len(text) <= LONGEST else None
    if found is None or found.sureness < LEAST:
        return None
    action = _without_last_words(text[slice(*_whole_action(plain, found))])
    start, end = found.occasion[0][0], found.occasion[-1][1]
    if found.kind is IntentionKind.TOPIC:
        start, end = _whole_topic(plain, start, end, found.action)
    start, end = start + _spaces(text[start:end]), end - _spaces(text[start:end][::-1])
    occasion = text[start:end]
    is_empty = says_nothing(plain[start:end])
    people = addressed_people(action, is_said=True) if is_empty else _people(text, plain, found)
    if not action or len(occasion.strip(_EDGE)) < 2 or (is_empty and not people):
        return None
    kind = IntentionKind.PERSON if people else IntentionKind.TOPIC
    topic = "" if people else occasion
    return Cue(kind, start, end, occasion, action, people, topic, is_repeating=found.repeats), found.sureness


def says_nothing(occasion: str) -> bool:
    """Whether an English occasion in small letters names neither somebody nor anything to do: "we talk", "she's in"."""
    return not has_han(occasion) and _NOTHING.issuperset(re.findall(r"[a-z]+", occasion))


def _spaces(words: str) -> int:
    return len(words) - len(words.lstrip())


def _whole_topic(plain: str, start: int, end: int, action: tuple[int, int]) -> tuple[int, int]:
    """A topic with the words beside it that belong to nothing else: up to a mark, a cue or a wish."""
    lowest = max(action[1] if action[1] <= start else 0, start - _MOST_BESIDE)
    highest = min(action[0] if action[0] >= end else len(plain), end + _MOST_BESIDE)
    if has_han(plain[start:end]):
        start = max((lowest, *(match.end() for match in _TOPIC_BOUND.finditer(plain, lowest, start))))
        start += _AT_ONCE.match(plain, start) is not None
    bound = _TOPIC_BOUND.search(plain, end, highest)
    return start, bound.start() if bound is not None else highest


def _whole_action(plain: str, found: Spans) -> tuple[int, int]:
    """What is to be done with the words behind it that belong to nothing else."""
    start, end = found.action
    highest = min((one for one, _ in found.occasion if one >= end), default=len(plain))
    bound = _ACTION_BOUND.search(plain, end, highest)
    return start, bound.start() if bound is not None else highest


def _without_last_words(words: str) -> str:
    words = words.strip(_EDGE)
    return _LAST_WORDS.sub("", words).strip(_EDGE) or words


def _people(text: str, plain: str, found: Spans) -> tuple[str, ...]:
    if found.kind is IntentionKind.TOPIC:
        start, end = found.occasion[0]
        return find_occasion_people(text[start:end], plain[start:end])
    names = [bare_name(text[start : _name_end(text, plain, start, end)]) for start, end in found.occasion]
    return tuple(dict.fromkeys(filter(_may_be_name, names)))


def _may_be_name(name: str) -> bool:
    if has_han(name):
        return len(name) > 1 or name in KIN
    return name.lower() not in _NO_NAMES and _DOING.match(name) is None


def _name_end(text: str, plain: str, start: int, end: int) -> int:
    """Where a name really ends: Callum's dad, Miss Haddow, 李主任."""
    if plain[end - 1 : end + 1] in _TITLES or plain[end - 1 : end + 1] in KIN:
        return end + 1
    further = _SURNAME.match(text, end) if text[start].isupper() else None
    end = further.end() if further is not None else end
    owned = _OWNED.match(plain, end)
    is_somebody = owned is not None and (owned["who"] in KIN or is_doer(owned["who"]))
    return owned.end() if owned is not None and is_somebody else end


def bare_name(name: str) -> str:
    """A name without what stands beside it and is none of it."""
    while (bare := _NOT_IN_NAME.sub("", name).strip()) != name and bare:
        name = bare
    return name


def joined(learned: Cue, ruled: Cue) -> tuple[str, ...]:
    """The people of a line that both readings find there, each as whole as either has it."""
    whole = [bare_name(name) for name in ruled.people]
    for number, name in enumerate(whole):
        whole[number] = next((one for one in learned.people if _is_longer(one, name)), name)
    return tuple(whole)


def _is_longer(name: str, other: str) -> bool:
    """Whether a name is another with its surname or with who it is of: Callum's dad, Mercy Wanjiru."""
    return name.startswith(other) and re.match(r"['’]s | [A-Z]", name[len(other) :]) is not None


def is_somebody(name: str) -> bool:
    """Whether words can hardly name anything but a person: somebody's, kin, a role; in Chinese there is no telling."""
    words = fold(name).split()
    return has_han(name) or words[0] in {"my", "our", "his", "her", "their"} or words[-1] in KIN or is_doer(words[-1])
