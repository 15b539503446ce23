# ruff: noqa: E501 - a pattern is read best on one line
"""English intentions in any order of words: an occasion ahead, a wish to be reminded, and what is to be done.

`intention_english.py` reads sentences that consist of an occasion and an action. People also say it in passing: "got to
return the drill, so when I see Bob next, shout". Here the message is cut where an occasion begins and ends; what is left,
without the wish and without asides, is what is to be done. So much freedom is allowed only where the wish is spoken out
("remind me", "don't let me forget", "shout") or where the occasion can be nothing else ("next time", "every time").
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from assistant.language.intention_english import Parts, is_action, is_ahead
from assistant.language.patterns import lazy_pattern

_MEETING = r"(?:calls?|chats?|talks?|conversations?|meetings?|catch[ -]?ups?|lunch(?:es)?|dinners?|coffees?|e-?mails?|messages?|letters?|visits?|appointments?|sessions?|lessons?|contacts?|syncs?|1[:-]1s?|one-on-ones?|check-?ins?|drinks?|walks?|dealings?|encounters?|interactions?|exchanges?|phone calls?|run-ins?|shifts?|reviews?|time)"
_REPEATING = r"whenever|(?:each and )?every(?: single)? ?time(?: that)?|each(?: and every)?(?: single)? time(?: that)?|any ?time(?: that)?|as often as|no matter (?:when|how often)|(?:doesn'?t|don'?t) (?:matter|care) (?:when|how often)|always when|每次|每回|每当|凡是|只要"
_ONCE = (
    r"(?:on |for )?(?:the )?(?:very )?next time(?: (?:when|that))?|when|as soon as|(?:the )?(?:minute|moment|second|instant|day)(?: that)?(?= (?:i|we|she|he|they|[a-z' ]+ and i)\b)|once(?= (?:i|we|she|he|they|[a-z' ]+ and i|[a-z' ]{2,24} (?:calls?|comes?|is|gets?|writes?|rings?))\b)|if(?: ever)?|in case|before(?= i\b)|after(?= i\b)|while(?= i\b)|should(?= (?:i|we|[a-z' ]+ and i)\b)"
    r"|(?:at |on )?(?:the )?first (?:chance|opportunity)(?: (?:i|we) (?:get|have))?|下次|下回|等"
)
_HEAD = lazy_pattern(
    rf"(?<![a-z])(?:(?P<many>{_REPEATING}|(?:(?:on|in|at|for|with|during|before|after) )?(?:every|each|any|all)(?: single)?(?: of)?(?: my)? (?:future )?(?={_MEETING} (?:with|to)\b))|(?P<one>{_ONCE}|(?:(?:for|at|in|on|during|before|after) )?(?:(?:my|our|the) )?next (?={_MEETING} (?:with|to)\b)))(?:(?<= )|(?![a-z]))"
)
_WISH = lazy_pattern(
    r"(?:(?:please|pls|plz|kindly|so|then|and|to|also|just|always|could you|can (?:you|u)|would you|will you|if you could|i(?:'d| would) like you to|i want you to|you (?:should|must|can)|be so kind as to|would you be so kind as to|make sure to|make sure you|remember to|do),? )*"
    r"(?:(?:remind|nudge|poke|ping|prompt|alert|nag|buzz|prod|pester|bug|mind|tell|notify|jog|kick|hassle|text|message|warn)(?:ing)? me\b(?: again)?(?! (?:what|who|how|why|where|when the|when does|which|a story|a joke|about yourself|of (?!this|that|it)))(?: (?:of|about) (?:this|that|it)(?: (?:each|every) time)?)?|(?:(?:do not|don'?t|never) (?:ever )?let me forget|don'?t forget)\b|shout(?: at me| out)?\b(?! (?:for|the|about))|give me a (?:nudge|shout|poke|reminder|ping|kick|heads[- ]up)|set (?:me )?a reminder|(?:send|show) me a reminder|let me know(?: that)?|have a word with me|i(?:'d| would) (?:like|want) (?:a reminder|to be (?:reminded|told|nudged))|i want to be (?:reminded|told|nudged)|bring (?:this|it) up|speak up|pipe up|remind\b(?=,|$))"
    r"(?: (?:please|pls|then|each time|every time|again|that i (?:wanted|need|needed|have|want|should|must|ought|still have|was going)(?: to)?|i (?:still )?(?:need|have|want|wanted|should|must|ought)(?: to)?|that i|to|tae|about|of|that|i))*"
)
_SPOKEN_BY_OTHERS = lazy_pattern(
    r"\b(?:no need to|not have to|stop|don'?t|do not|not|quit|without) (?:remind|nag|tell|nudg)\w* me(?! (?:what|how))|\b(?:he|she|they|it|app|phone|watch|song|smell|that|this|which|who|alarm|calendar|leaflet|poster|sign|letter|mum|mom|dad|everyone|people)(?:'d|'ll| will| would| keeps?| kept| always| never)*(?: (?:just|also|already|still))* (?:remind|tell|told|nag|nudge|warn)(?:s|ed|ing)?\b"
)
_STOP = lazy_pattern(
    r" ?(?:[,;:→(]| - | -> |(?<!\bdr)(?<!\bmr)(?<!\bms)(?<!\bmrs)(?<!\bprof)\.\s|!|\?) ?|(?= (?:and )?(?:please|pls|plz|kindly|could you|can (?:you|u)|would you|always|i (?:need|have|want|should|must|gotta|ought)\b|i'?(?:d like|ll)\b|i've got to|gotta |make sure|remember to)\b)| (?=i (?!(?:and|next|finally|ever|get|happen|am|do)\b)[a-z]+ )(?<=[a-z] )(?<!\bas )(?<!\band )(?<!\bor )(?<!\bthat )(?<!\bwhen )"
)
_TRAIL = lazy_pattern(
    r"(?:,? (?:next|again|please|pls|today|tomorrow|today or tomorrow|tonight|this (?:week|month|time)|next (?:week|time)|at some point(?: this week)?|finally|only|the next time|or (?:speak|write|later|tomorrow)|then|so|as well|too|sooner or later|some ?time|and|or|but|is around))+$"
)
_LEAD = lazy_pattern(
    r"^(?:(?:i|we) (?:(?:get round to it and|happen to|finally|next|ever|get to|am about to|'m about to|have to|need to|start to|start|begin to|go to|go and|want to|actually|again) )+)"
)
_COREFERENCE = lazy_pattern(
    r"^(?:(?:it|that|this) (?:happens|comes|does)|(?:i|we|they|she|he) do(?:es)?|the time comes|(?:i|we) (?:talk|speak|meet|chat|see (?:her|him|them)|talk to (?:her|him|them)|are in touch|get there)|(?:i|we) (?:call|email|text|meet|see) (?:her|him|them))$"
)
_ABOUT_THEM = lazy_pattern(
    r"(?:\bwith|\bfor|\bseeing|\bmeeting|\bsee|\bmeet|\bto|\binto|\bcalling|\bvisiting|\bringing)(?= )[^,.;:]*|^[^,.;:]+$"
)
_ASIDE = lazy_pattern(
    r"^(?:(?:ok|okay|so|btw|hey|hi|oh|and|but|right|note to self|dear [a-z]+|one (?:more )?thing|thanks?|thank you|cheers|please|pls|just (?:the )?once|just this once|only once|only need it once|once is enough|one[- ]off|every (?:single )?time|each time|every time not just once|not (?:just|only) once|without (?:fail|exception)|as a standing thing|new habit|ok new habit|it'?s a permanent one|permanent(?:ly)?|always|but always|same again|no exceptions?|from now on|as usual|before i forget|for good|even if i moan|will (?:ye|you)|if you (?:can|could|please|would)|it'?s never a one off|then it'?s done with|then you can forget about it|i (?:always|keep) forget(?:ting)?(?: (?:this|that|it))?(?:,? so)?|can u make it a habit|make it a habit|otherwise i'?ll forget|it slipped my mind.*|as i .*|because .*|otherwise .*|i forgot .*|my (?:head|memory|brain) .*|on reflection|best done|sooner or later|for (?:me|next time)|todo|to-?do|reminder|and i do mean always|yes|no|again|today|tomorrow)[ ,.!]*)+$"
)
_OWN_NEED = lazy_pattern(
    r"^(?:(?:i|we)(?:'ve| have)? ?(?:got|need|have|want|wanted|should|must|ought|gotta)(?: to)?|got to|gotta|need to|have to|must|i'?d better|want to|remember to|to|so|and|then|always|just|please|pls|that|still|do|in the habit of) "
)
_NEED = lazy_pattern(
    r"^(?:(?:ok|okay|so|btw|note to self|todo|reminder|right|oh|and|hey|remember)[,:]? )*(?:(?:i|we)(?:'ve| have)? ?(?:got to|need to|have to|want to|wanted to|should|must|ought to|gotta|'d better)|got to|gotta|need to|have to|must|remember to|don'?t forget to) "
)
_WITHOUT = lazy_pattern(
    r"\b(?:never|don'?t(?: ever)?|do not(?: ever)?) let me (?P<occasion>.{3,80}?) (?:without|before) (?:(?:reminding|telling|nudging|asking|prompting) me(?: (?:to|that i|about|of))?|i'?ve|i have|having) ?(?P<action>.{3,200})$"
)
_FOR_THEM = lazy_pattern(
    r"^(?:ok |so |btw |note |reminder )*(?P<occasion>(?:for|with|re|about) [^,:]{2,40}?)(?:,? (?:next time|when we (?:next )?(?:meet|talk|speak)))(?: [a-z ]{0,12})? ?[:,-] (?P<action>.{3,200})$"
)
_MANY = lazy_pattern(
    r"\b(?:every (?:single )?time|each (?:and every )?time|not (?:just|only) (?:the )?once|without (?:fail|exception)|standing thing|permanent(?:ly)?|from now on|never a one[- ]off|always(?! (?:forget|the same|late))|whenever|new habit|no exceptions?|for good)\b|每次|每回|次次"
)
_JUST_ONCE = lazy_pattern(
    r"(?<!not )(?<!not just )\b(?:just (?:the |this )?once|only once|once is enough|one[- ]off|only need it once)\b(?<!a one off)"
)
_HABIT = lazy_pattern(
    r"(?:(?:can|could) (?:you|u) )?(?:(?:please )?make (?:it|this) a (?:new )?(?:habit|rule)|(?:ok |my )?new (?:habit|rule)|rule for me|house rule)"
)
_LONGEST = 400


def find_parts(message: str) -> Parts | None:
    """Occasion and action of a folded English message; None when nothing is wished or nothing lies ahead."""
    message = message[:_LONGEST]
    for form, many in ((_WITHOUT, True), (_FOR_THEM, False)):
        match = form.search(message)
        if match is not None:
            occasion = match.span("occasion")
            return Parts(
                occasion, match.span("action"), "whenever" if many else "next time", is_reminding=True, repeats=many
            )
    wish = _wish(message)
    is_needed = _NEED.match(message) is not None
    for head in _HEAD.finditer(message):
        parts = _read(message, head, wish, is_needed=is_needed)
        if parts is not None:
            return replace(parts, repeats=_repeats(message, head))
    return None


def _repeats(message: str, head: re.Match[str]) -> bool:
    if head["many"]:
        return True
    return says_always(message)


def is_only_wish(words: str) -> bool:
    """Whether words only ask to be reminded and say nothing of what: "please remind me"."""
    match = _WISH.match(words.strip())
    return match is not None and match.end() >= len(words.strip(" .!?"))


def says_always(message: str) -> bool:
    """Whether a folded message says that it is for every time: "not just once", "without exception"."""
    return _MANY.search(message) is not None and _JUST_ONCE.search(message) is None


def without_asides(sentence: str) -> str:
    """The sentence with what is said in passing before and after it blanked; as long as before."""
    start, end = 0, len(sentence)
    while (cut := re.match(r"[^,;:]{1,60}[,;:] ?", sentence[start:end])) and _ASIDE.match(cut[0].strip(" ,;:")):
        start += cut.end()
    while (cut := re.search(r",[^,;:]{1,60}$", sentence[start:end])) and _ASIDE.match(cut[0].strip(" ,;:")):
        end = start + cut.start()
    return " " * start + sentence[start:end]


def _wish(message: str) -> re.Match[str] | None:
    if _SPOKEN_BY_OTHERS.search(message):
        return None
    return next((match for match in _WISH.finditer(message) if match[0].strip()), None)


def _read(message: str, head: re.Match[str], wish: re.Match[str] | None, *, is_needed: bool) -> Parts | None:
    start = head.end()
    while start < len(message) and message[start] in " ,":
        start += 1
    end = _end_of_occasion(message, start, wish)
    trail = _TRAIL.search(message, start, end)
    end = trail.start() if trail is not None else end
    occasion = message[start:end].strip()
    is_again = _COREFERENCE.match(occasion) is not None
    if len(occasion) < 2 or not (wish is not None or is_needed or is_again or _stands_alone(head)):
        return None
    span = (start, end)
    if is_again:
        before = _before(message, head.start())
        if before is None:
            return None
        span = before
    elif not _may_come(occasion, head, has_wish=wish is not None):
        return None
    is_listed = re.match(rf"{_MEETING} (?:with|to) ", occasion) is not None and message[end : end + 3].strip()[:1] in (
        ":",
        "-",
    )
    action = _action(message, (head.start(), end), wish, is_free=is_listed)
    return None if action is None else Parts(span, action, head[0].strip(), is_reminding=wish is not None)


def _stands_alone(head: re.Match[str]) -> bool:
    return bool(head["many"]) or "next" in head[0] or "first" in head[0] or "下" in head[0]


def _end_of_occasion(message: str, start: int, wish: re.Match[str] | None) -> int:
    end = len(message)
    stop = _STOP.search(message, start + 2)
    if stop is not None:
        end = stop.start()
    if wish is not None and start < wish.start() < end:
        end = wish.start()
    following = _HEAD.search(message, start + 2, end)
    if following is not None and following["many"]:
        end = following.start()
    return end


def _may_come(occasion: str, head: re.Match[str], *, has_wish: bool) -> bool:
    if re.match(rf"{_MEETING} (?:with|to) ", occasion) or occasion.startswith(
        ("with ", "it's time to ", "it's ", "i am ")
    ):
        return True
    return is_ahead(_LEAD.sub("i ", occasion), head[0].strip(), is_reminding=has_wish)


def _before(message: str, place: int) -> tuple[int, int] | None:
    """The clause that "when it happens" speaks of: the nearest before it that names whom."""
    clauses = list(re.finditer(r"[^,.;:]+", message[:place]))
    for clause in reversed(clauses):
        about = _ABOUT_THEM.search(clause[0].strip())
        if about is not None and len(about[0].strip()) > 3 and not _ASIDE.match(clause[0].strip()):
            offset = clause.start() + len(clause[0]) - len(clause[0].lstrip())
            return offset, clause.end()
    return None


def _action(
    message: str, taken: tuple[int, int], wish: re.Match[str] | None, *, is_free: bool
) -> tuple[int, int] | None:
    """What is to be done: after the wish if anything follows it there, else the longest clause that is no aside."""
    if wish is not None:
        span = _clause_from(message, wish.end(), taken)
        if span is not None:
            return span
    cuts = sorted({0, *taken, *(wish.span() if wish is not None else ()), len(message)})
    pieces = [(start, end) for start, end in pairwise(cuts) if not _inside(start, taken, wish)]
    clauses = [span for start, end in pieces for span in _clauses(message, start, end)]
    wanted = [
        span
        for span in clauses
        if _is_wanted(
            message[slice(*span)], has_wish=is_free or wish is not None, is_habit=_HABIT.search(message) is not None
        )
    ]
    return max(wanted, key=lambda span: span[1] - span[0], default=None)


def _clause_from(message: str, start: int, taken: tuple[int, int]) -> tuple[int, int] | None:
    end = taken[0] if taken[0] >= start else len(message)
    if taken[0] < start < taken[1]:
        return None
    spans = [span for span in _clauses(message, start, end) if not _ASIDE.match(message[slice(*span)])]
    return spans[0] if spans else None


def _inside(start: int, taken: tuple[int, int], wish: re.Match[str] | None) -> bool:
    return taken[0] <= start < taken[1] or (wish is not None and wish.start() <= start < wish.end())


def _clauses(message: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in re.finditer(r"[^,;:→.!?()]+(?:\.(?=\w)[^,;:→.!?()]+)*", message[start:end]):
        left = start + match.start() + len(match[0]) - len(match[0].lstrip(" -"))
        right = start + match.end() - (len(match[0]) - len(match[0].rstrip(" -")))
        if right - left > 2:
            found.append((left, right))
    return found


def _is_wanted(clause: str, *, has_wish: bool, is_habit: bool) -> bool:
    if _ASIDE.match(clause) or _HABIT.fullmatch(clause.strip()):
        return False
    if has_wish:
        return True
    bare = re.sub("^(?:i|we) ", "", clause) if is_habit else _OWN_NEED.sub("", clause)
    return is_action(clause) or is_action(bare)
