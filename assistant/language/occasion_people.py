# ruff: noqa: E501 - a pattern is read best on one line
"""Whom an occasion is about, where no list knows the name: whoever stands as the object of a contact verb.

Nobody has a list of all jobs and relations ("the ward pharmacist", 我导, "Jonas's football coach"). But one talks to
people only, so what stands behind "talk to" is one; behind "see" and "call" it is one if it is somebody's ("my ex") or
sounds like one who does something (-er, -ist, 员, 师).
"""

from __future__ import annotations

import re

_STRONG = re.compile(
    r"\b(?:(?:talk|talking|speak|speaking|chat|chatting|write|writing|reply|replying|respond|responding|apologi[sz]e|get back|report|sit next|stand next|next) (?:to|with|back to)|(?:meet|meeting)(?: up)?(?: with)?|(?:run|running|bump|bumping|walk) into|catch(?:ing)?(?: up)?(?: with)?|hang(?:ing)? out with|sit(?:ting)? down with|get together with|hear(?:ing)? (?:back )?from"
    r"|(?:get |be |am |'m |are |'re )?in touch with|get(?:ting)? hold of|text|texting|ring|ringing|phone|phoning|ping|message|messaging|greet|thank|dealing with|deal with|(?:a |had )?word with|touch base with|cross(?:ing)? paths with|finish(?:ing)? with|leave|face|pass|reach|(?:lunch|dinner|coffee|breakfast|drinks?|calls?|chats?|meetings?|1[:-]1|one-on-one|appointments?|sessions?|syncs?|lessons?|talks?|catch-?ups?|check-?ins?|conversations?|contacts?|dealings|e-?mails?|messages?) (?:with|to|from)|get with|have|got|'ve got|i'm with|i am with|am with|be with|alone with|on the phone with) "
)
_WEAK = re.compile(
    r"\b(?:see|seeing|call|calling|e-?mail|e-?mailing|mail|visit|visiting|contact|find|spot|work with|working with|with|it's|it is|tell|ask|fetch|collect|pick up) "
)
_PAIR = re.compile(
    r"^\s*(?:(?P<before>[a-z][a-z' -]{1,40}?) and (?:i|me)|(?:i|me) and (?P<after>[a-z][a-z' -]{1,40}?)(?= (?:next|finally|end|both|get|are|meet|talk|speak|chat|call|see|catch|work|have|sit|in touch|write|email|text|cross)\b))"
)
_COMES = re.compile(
    r"^\s*(?P<who>(?:the|my|our|his|her|their|[a-z]+'s) [a-z' -]{2,40}?) (?:next |finally |actually )?(?:calls?|rings?|phones?|writes?|e-?mails?|texts?|messages?|pings?|comes?|is (?:here|around|back|in|on|mentioned|next)|gets? (?:in touch|back|here)|shows? up|turns? up|pops? (?:up|in|by)|drops? (?:by|in)|stops? by|walks? in|visits?|arrives?|asks?|needs?|wants?|answers?|replies|talks?)\b"
)
_LED = re.compile(r"(?:for|with|re|about) ")
_NP = re.compile(
    r"(?P<det>(?:the|my|our|his|her|their|[a-z]+'s) )?(?P<words>[a-z][\w-]*(?:'s)?(?: [a-z][\w-]*(?:'s)?){0,3}?)(?P<from> (?:from|at|in|of) (?:the )?[a-z][\w-]*(?: [a-z]+(?= (?:next|again)|$))?)?(?=$|[,.;:]| (?:next|again|and|or|about|on|at|to|today|tomorrow|tonight|this|for|in|is|the|when|before|after|by|over|regarding|with|soon|later|i|we|gets?|comes?|calls?|finally)\b)"
)
_NOBODY_WORDS = """
a an any some every each all no it this that these those there here who what one two someone somebody anyone anybody
everyone everybody people friends clients customers customer client colleagues guests guest visitors strangers him
her them me us you deadline deadlines traffic problem problems trouble budget bank office school shop team group class
work home town bed time meeting meetings letter letters paper papers computer laptop printer water dinner order orders
counter corner number folder weather server newsletter theatre center centre router scanner poster chapter offer kids
family supplier suppliers students phone inbox mail email spreadsheet taxes tax report car house garden lunch coffee
charger timer calendar drawer freezer cooker boiler heater shower sewer flower flowers river tower ladder leather
butter sugar summer winter october november december september number motor monitor mirror tractor error floor door
list checklist playlist
"""
_NOBODY = frozenset(_NOBODY_WORDS.split())
_DOES = re.compile(
    r"(?:\w{2,}(?:er|or|ist|ian)|\w*(?:student|agent|president|resident|patient|parent|assistant|accountant|consultant|attendant|tenant|registrar|man|woman|minder|sitter|nanny|rep|nurse|coach|guy|lady|lord|chef|vet|gp|ex|nan|nana|boss|girl|boy|mate|tutor|parents?|neighbou?r|aunt|uncle|cousin|niece|nephew|sis|bro|gran|granny|pal|friend|partner|fianc[eé]e?|priest|vicar|midwife|pm|cto|ceo|cfo|lead|head|chief|clerk|cook|host|judge|monk|nun|pilot|porter|teller|guide|intern|medic|principal|dean|concierge|crew|in-law|kid|son|daughter|wife|husband|twins?|folks|physio|super|rabbi|imam|pastor))$"
)


def find_noun_phrase(occasion: str, folded: str) -> tuple[int, int] | None:
    """Where the words stand that name whom an English occasion is about; None when it is about nobody.

    Args:
        occasion: as written.
        folded: the same in small letters.
    """
    pair = _PAIR.match(folded)
    if pair is not None:
        group = "before" if pair["before"] else "after"
        return _person_at(occasion, folded, pair.start(group), pair.end(group), is_strong=True)
    strong = _STRONG.search(folded)
    if strong is not None:
        found = _person_at(occasion, folded, strong.end(), len(folded), is_strong=True)
        if found is not None:
            return found
    weak = _WEAK.search(folded)
    if weak is not None:
        return _person_at(occasion, folded, weak.end(), len(folded), is_strong=False)
    led = _LED.match(folded)
    if led is not None:
        return _person_at(occasion, folded, led.end(), len(folded), is_strong=False)
    comes = _COMES.match(folded)
    if comes is not None:
        return _person_at(occasion, folded, comes.start("who"), comes.end("who"), is_strong=False)
    return None


def _person_at(occasion: str, folded: str, start: int, end: int, *, is_strong: bool) -> tuple[int, int] | None:
    match = _NP.match(folded[:end], start)
    if match is None:
        return None
    words = match["words"].split()
    if not _NOBODY.isdisjoint(words[-1:] + words[:1]):
        return None
    is_named = occasion[match.start("words")].isupper()
    is_owned = match["det"] is not None and match["det"].strip() != "the"
    has_sign = _DOES.search(words[-1]) is not None or is_named
    if not (has_sign or (is_strong and match["det"]) or (is_owned and len(words) == 1)):
        return None
    return match.start(), match.end()
