# ruff: noqa: E501 - a pattern or a table row is read best on one line
"""Whom an occasion names: kin, roles, titles and names behind a word of contact, as they are written."""

from __future__ import annotations

from assistant.language.detect import has_han
from assistant.language.han import simplified
from assistant.language.name_tables import SOUNDS, TRANSLITERATED
from assistant.language.names import KIN_CHINESE, KIN_ENGLISH, SURNAME_CHINESE, TITLE_CHINESE, TITLE_ENGLISH
from assistant.language.occasion_people import find_chinese_phrase, find_noun_phrase
from assistant.language.patterns import lazy_pattern
from assistant.language.time_text import readable

_CONTACT = lazy_pattern(
    r"(?<![-\w])(?:(?:talk|talking|speak|speaking|chat|chatting|write|writing|reply|replying|respond|responding|listen) (?:to|with|back to)|(?:meet|meeting)(?: up)?(?: with)?|see|seeing|call|calling|phone|ring|email|emailing|e-mail|text|texting|message|messaging|ping"
    r"|visit|visiting|run into|bump into|catch up with|hang out with|sit down with|get together with|work with|working with|hear from|be with|(?:'m|am|are|'re) (?:with|at)|(?:get |be |am |'m |are |'re )?in touch with|get(?:ting)? hold of|dealing with|deal with|had? a word with|touch base with|contact|cross paths with|catch(?:ing)?|(?:lunch|dinner|coffee|breakfast|drinks|call|chat|meeting|1[:-]1|one-on-one|appointment|session|sync|lesson|drink|visit|talk|catch-?up|check-?in|conversation) (?:with|to|at)|with) "
)
_KIN_EN = lazy_pattern(rf"(?:{KIN_ENGLISH})(?![\w-])")
_TITLED_EN = lazy_pattern(rf"(?:{TITLE_ENGLISH})\.? [a-z][\w'’-]*")
_ROLE_EN = lazy_pattern(
    r"(?:the|my|our|your|his|her|their) (?:[a-z]+[ -])??"
    r"(?:nurse|vet|physio(?:therapist)?|gp|coach|trainer|agent|clerk|guard|tenants?|colleagues?|intern|mentor|tutor|cousin|nephew|niece|uncle|aunt|friends?|mate"
    r"|roommate|flatmate|housemate|partner|boyfriend|girlfriend|fianc[ée]e?|parents|kids|children|in-laws|caretaker|janitor|concierge|receptionist|secretary|assistant"
    r"|manager|director|supervisor|editor|translator|designer|developer|engineer|architect|builder|carpenter|electrician|gardener|cleaner|painter|roofer|locksmith"
    r"|pharmacist|optician|therapist|surgeon|professor|librarian|principal|headmaster|babysitter|nanny|chef|cook|waiter|butcher|baker|florist|tailor|banker|broker"
    r"|notary|auditor|investor|recruiter|candidate|applicant|supplier|contractor|driver|courier|postman|handyman|estate agent|tax advis[eo]r|advis[eo]r|consultant"
    r"|team lead|choir leader|leader|chairman|chairwoman|chair|treasurer|president|mayor|priest|vicar|rabbi|imam|judge|officer|guy|lady|woman|man|girl|boy|family)\b"
)
_WORD_EN = lazy_pattern(r"[^\W\d_][\w’-]*(?:'(?!s\b)\w+)?")
_JOINS = lazy_pattern(r"(?:'s)?,? (?:and|or|&) |, ")
_NOT_NAMES_WORDS = """
a about again all an another any anybody anyone at back bed client clients colleagues customer customers each
every everybody everyone family for friday friends from good her here him his home i in it its kids last me monday
more my new next no not off old on one online other our out over people saturday school some somebody someone
she soon sunday support that the their them there these this those thursday to today tomorrow tonight town tuesday
two up us wednesday what who work you your
"""
_NOT_NAMES = frozenset(_NOT_NAMES_WORDS.split())
_BOUNDARY_WORDS = """
about after again and are at back before by for from he i if in is later next on or over regarding she soon they
this to today tomorrow tonight we when with
"""
_BOUNDARY = frozenset(_BOUNDARY_WORDS.split())
_THIRD_WHO = lazy_pattern(
    r"^\s*(?P<who>.{2,40}?)(?:'s (?:here|back|around|about|online|next)\b| (?:calls?|comes? |is (?:in |mentioned|here|back|about|around|online|on )|gets? |asks?|writes?|e-?mails?|texts?|messages?|arrives?|visits?|drops? |shows? up|mentions?|brings? |turns? up|pops? (?:up|in|by|over|round|around)|rings?|phones?|replies|walks? in|needs?|wants?|complains?|stops? by|pings?|answers?|talks?)(?:(?<= )|\b))"
)
_WITH_ME = lazy_pattern(
    r"^\s*(?:i and (?P<with>[^,]{2,40}?)|(?P<who>[^,]{2,40}?) and (?:i|me)) (?:next |finally |get to |are |'re )?(?:meet|talk|speak|chat|call|see|catch|work|have|sit|are|'re|get)\b"
)
_ABOUT = lazy_pattern(r"\b(?:about|regarding|on the subject of|concerning) (?P<topic>.+)$")

_ROLE_ZH = r"(?:物业|保安|前台|客服|中介|室友|舍友|同桌|保姆|月嫂|家长|业主|租客|房客|助理|秘书|主编|裁缝|司机|师傅|房东太太|[\u4e00-\u9fff]{0,3}?(?:[管保店服快推销球队成议记演教船飞售导消理裁办科社]员|医师|厨师|设计师|工程师|理发师|摄影师|美容师|药剂师|队长|组长|班长|校长|院长|店长|部长|科长|顾问|代理人|合伙人|负责人|联系人|经纪人|编辑))"
_CONTACT_ZH = r"(?:打电话给|发消息给|发邮件给|写信给|写邮件给|见到?|碰到|碰见|遇到|遇见|看到|看见|联系(?:到|上)?|拜访|约(?:到|上)?|找到?|问(?!题)|跟|和|与|(?<![合会共协陪])同(?![意学事时样])|给|向|陪|去看|收到|听到)"
_AFTER_ZH = r"(?=的时候|时候|时|打电话|打个|发|写|买|送|寄|聊|谈|说|讲|见|开会|开|吃|喝|讨论|商量|沟通|碰|通话|视频|一起|回|联系|讲话|约|面谈|对|交流|合作|共|汇报|的|了|之前|之后|以后|后|前|来|去|提|[，,。 :：]|$)"
_PERSON_ZH = lazy_pattern(
    rf"(?:{_CONTACT_ZH})\s?(?P<name>{_ROLE_ZH}|(?:{KIN_CHINESE})|(?:{'|'.join(sorted(TRANSLITERATED, key=len, reverse=True))})|[{SOUNDS}]{{2,5}}|(?:{SURNAME_CHINESE})[\u4e00-\u9fff]{{0,2}}?(?:{TITLE_CHINESE})|[老小阿大](?:{SURNAME_CHINESE})|[a-z][a-z'-]+(?: [a-z][a-z'-]+)?|(?:{SURNAME_CHINESE})[\u4e00-\u9fff]{{1,2}}?(?!的?[部门项目]){_AFTER_ZH})"
)
_SUBJECT_ZH = lazy_pattern(
    rf"^(?:再|我)?(?P<name>{_ROLE_ZH}|(?:{KIN_CHINESE})|(?:{'|'.join(sorted(TRANSLITERATED, key=len, reverse=True))})|[{SOUNDS}]{{2,5}}|(?:{SURNAME_CHINESE})[\u4e00-\u9fff]{{0,2}}?(?:{TITLE_CHINESE})|[老小阿](?:{SURNAME_CHINESE})|[a-z][a-z'-]+|(?:{SURNAME_CHINESE})[\u4e00-\u9fff]{{1,2}}?)(?=打电话|打来|来|给我|联系我|找我|问|发|回|到|提|说|出现|在)"
)
_ABOUT_ZH = lazy_pattern(
    r"(?:聊到?|谈到?|讨论|提到?|说到?|沟通|商量|关于)(?![起上下完过着了话]|一聊|的时候)(?P<topic>[^的，,]{2,20}?)(?:的?(?:时候?|话|事情?))?$"
)


def find_occasion_people(occasion: str, folded: str) -> tuple[str, ...]:
    """The people of an occasion, as written. `folded` is the occasion in small, simplified letters."""
    found: list[tuple[int, int]] = []
    if has_han(folded):
        for pattern in (_PERSON_ZH, _SUBJECT_ZH):
            found += [
                match.span("name") for match in pattern.finditer(folded) if match["name"][0] not in "跟和与见给同"
            ]
        found = _longer(list(dict.fromkeys(found)), find_chinese_phrase(folded))
    else:
        match = _CONTACT.search(folded)
        if match is not None:
            found += _names_at(occasion, folded, match.end())
        pair = _WITH_ME.match(folded) if not found else None
        if pair is not None:
            group = "who" if pair["who"] else "with"
            found += _names_at(occasion, folded, pair.start(group), pair.end(group))
        third = _THIRD_WHO.match(folded) if not found else None
        if third is not None and not folded.startswith(("i ", "we ", "i'")):
            found += _names_at(occasion, folded, third.start("who"), third.end("who"))
        found = _longer(found, find_noun_phrase(occasion, folded))
    return tuple(dict.fromkeys(occasion[slice(*_name_alone(folded, *span))] for span in found))


_BEHIND_NAME = lazy_pattern(
    r",? (?:sooner|later|soon|again|always|next|now|today|tomorrow|tonight|it'?s|is|and|i|we|please|pls|sometime|some)\b.*"
    r"|(?<=[\u4e00-\u9fff]{2})(?:我?(?:得|必须|要(?!好))|我$|聊?上了$).*"
)
_BEFORE_NAME = lazy_pattern(r"[着了过到](?=[\u4e00-\u9fff]{2})")


def _name_alone(folded: str, start: int, end: int) -> tuple[int, int]:
    """Without what stands beside a name and is none of it: "Anna sooner or later", 王总我得问."""
    lead = _BEFORE_NAME.match(folded, start, end)
    start = lead.end() if lead is not None else start
    behind = _BEHIND_NAME.search(folded, start + 1, end)
    return start, behind.start() if behind is not None else end


def _longer(found: list[tuple[int, int]], phrase: tuple[int, int] | None) -> list[tuple[int, int]]:
    """The names, or the phrase that contains the only one: "Dave from IT" for "Dave"."""
    if phrase is None:
        return found
    if not found:
        return [phrase]
    is_same = len(found) == 1 and phrase[0] <= found[0][0] and found[0][1] <= phrase[1]
    return [phrase] if is_same else found


def _names_at(occasion: str, folded: str, start: int, end: int | None = None) -> list[tuple[int, int]]:
    """Names that begin at `start`: kin and roles, titles, capitalised words, or one word without an article."""
    found: list[tuple[int, int]] = []
    end = len(folded) if end is None else end
    while start < end:
        stop = _name_end(occasion, folded, start, end)
        if stop is None:
            break
        found.append((start, stop))
        join = _JOINS.match(folded, stop)
        if join is None:
            break
        start = join.end()
    return found


def _name_end(occasion: str, folded: str, start: int, end: int) -> int | None:
    for pattern in (_KIN_EN, _ROLE_EN, _TITLED_EN):
        match = pattern.match(folded, start, end)
        if match is not None:
            return match.end() if pattern is _ROLE_EN else _with_surname(occasion, folded, match.end(), end)
    match = _WORD_EN.match(folded, start, end)
    if match is None or match[0] in _NOT_NAMES:
        return None
    is_capital = occasion[start].isupper() or has_han(match[0])
    following = _WORD_EN.match(folded, match.end() + 1, end)
    if not is_capital and following is not None and following[0] not in _BOUNDARY:
        return None  # "see fresh spinach": no name
    if not is_capital and (match[0].endswith(("s", "ing")) or len(match[0]) < 3):
        return None
    return _with_surname(occasion, folded, match.end(), end) if is_capital else match.end()


def _with_surname(occasion: str, folded: str, stop: int, end: int) -> int:
    match = _WORD_EN.match(folded, stop + 1, end) if stop + 1 < end and folded[stop] == " " else None
    if match is not None and occasion[match.start()].isupper() and match[0] not in _BOUNDARY:
        return match.end()
    return stop


def topic_besides(occasion: str, folded: str, *, is_person: bool) -> str:
    """What the occasion is about besides people: all of it without a person, else only what "about" introduces."""
    if not is_person:
        return occasion
    about = (_ABOUT_ZH if has_han(folded) else _ABOUT).search(folded)
    return occasion[about.start("topic") : about.end("topic")] if about is not None else ""


_ADDRESSED = lazy_pattern(
    r"^(?:(?:i(?= owe)|got to|gotta|i should|i must|i need to|i have to|have to|need to|must|should|remember to|to) )?"
    r"(?:ask|tell|give|remind|thank|show|bring|invite|warn|congratulate|lend|pay|return|send|help|owe) (?!back|out|up)"
)
_TO_SOMEBODY = lazy_pattern(r"\b(?:to|with|for|from) (?=[^\W\d_])")


def addressed_people(action: str, *, is_said: bool) -> tuple[str, ...]:
    """Whom an action is for: "ask Anna for it", "give the drill back to Steve". `is_said`: it is for somebody."""
    folded = simplified(readable(action))
    match = _ADDRESSED.match(folded)
    places = [match.end()] if match is not None and (is_said or _looks_a_name(action, folded, match.end())) else []
    places += [one.end() for one in _TO_SOMEBODY.finditer(folded) if _looks_a_name(action, folded, one.end())]
    each = (_names_at(action, folded, place) for place in places)
    found = next((names for names in each if names), list[tuple[int, int]]())
    return tuple(action[start:end] for start, end in found)


def _looks_a_name(action: str, folded: str, place: int) -> bool:
    """Whether what begins there can be nobody but somebody: a capital, kin, a role; not the cake of "bring cake"."""
    return action[place : place + 1].isupper() or any(pattern.match(folded, place) for pattern in (_KIN_EN, _ROLE_EN))
