# ruff: noqa: E501 - a pattern is read best on one line
"""Does an English sentence say that its user is, or is about to be, in contact with somebody it names?

The name stands in the sentence as one mark, so that what is asked are relations: a contact word that takes the person as
its object, a person who calls or comes, something to be said to them. That they are named is no contact: they may be
spoken about, away, or met long ago. There must be a sign for contact, and none against it.
"""

from __future__ import annotations

from assistant.language.patterns import lazy_pattern

MARK = "\x01"
"""What stands for the name."""

_P = (
    MARK
    + r"(?: again)?(?:'s (?:wife|husband|office|assistant|team))?(?: (?:from|at) (?:the )?(?!\d|noon|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|my\b|our\b|me\b)[a-z]+| next door| \([^)]*\))?(?:,? (?:and|&) (?:his |her |their |the |my |some |two |three )?[a-z]+)?"
)

_MEETING = (
    r"(?:(?:phone|video|conference|voice|zoom|skype) ?)?(?:calls?|chats?|talks?|conversations?|meetings?|meet-?ups?|catch[ -]?ups?|lunch(?:es)?|dinners?|breakfast|brunch|supper|coffees?|tea|drinks?|beers?|pints?|wine|pizza|picnic|barbecue|bbq"
    r"|walks?|stroll|jog|hike|ride|date|appointments?|sessions?|lessons?|class|training|interview|visits?|sync|stand-?up|1[:-]1|one-on-one|one-to-one|check-?ins?|check-?up|reviews?|consultation|workshop|rehearsal|game|match|party"
    r"|evening|weekend|trip|outing|tennis|chess|football|golf|badminton|yoga|gym|cinema|movie|concert|zoom|teams|skype|facetime|hangout|reunion|meal|bite|errands?|viewing|handover|briefing|debrief|retro|demo|slot)"
)
_MESSAGE = r"(?:(?:phone|video|voice|missed) )?(?:calls?|e-?mails?|mails?|messages?|msgs?|texts?|letters?|notes?|repl(?:y|ies)|answers?|voicemails?|voice notes?|dms?|postcards?|invitations?|invites?|pings?|fax|sms|whatsapps?|requests?|questions?|responses?|number|line|name on (?:the|my) (?:phone|screen|display))"
_REACH = (
    r"(?:call(?:ing)?|phon(?:e|ing)|ring(?:ing)?(?: up)?|dial(?:l?ing)?|facetim(?:e|ing)|skyp(?:e|ing)|zoom(?:ing)?|text(?:ing)?|e-?mail(?:ing)?|mail(?:ing)?|messag(?:e|ing)|msg|dm(?:ing)?|ping(?:ing)?|whatsapp(?:ing)?|contact(?:ing)?|reach(?:ing)?(?: out to)?"
    r"|meet(?:ing)?(?: up)?|see(?:ing)?|visit(?:ing)?|join(?:ing)?|greet(?:ing)?|catch(?:ing)?(?: up)?|find(?:ing)?|fac(?:e|ing)|interview(?:ing)?|consult(?:ing)?|collect(?:ing)?|fetch(?:ing)?|host(?:ing)?|invit(?:e|ing)|hug(?:ging)?|thank(?:ing)?|tell(?:ing)?|ask(?:ing)?|brief(?:ing)?"
    r"|updat(?:e|ing)|remind(?:ing)?|congratulat(?:e|ing)|help(?:ing)?|show(?:ing)?|pick(?:ing)? up|drop(?:ping)? off|run(?:ning)? into|bump(?:ing)? into|grab(?:bing)?|spot(?:ting)?|answer(?:ing)?|forward(?:ing)?|let(?:ting)?|send(?:ing)?|giv(?:e|ing)|pay(?:ing)?|chas(?:e|ing)|hear(?:ing)?(?: back)? from|tak(?:e|ing)|bring(?:ing)?|pass(?:ing)?|nudg(?:e|ing)|tackl(?:e|ing))"
)
_QUICKLY = r"(?: (?:back|again|up|quickly|now|both|with|to))?"
_TOWARDS = r"(?:with|w/?|to|beside|opposite|across from|next to|behind|in front of|alongside|near|in|into|onto)"
_NOT_TOWARDS = lazy_pattern(
    rf"\b(?:belong(?:s|ed|ing)?|similar|married|related|compared?|comparing|happened|happens|thanks|according|due|attention|wrong|agree[ds]?|disagree[ds]?|familiar|happy|angry|annoyed|confus(?:e|ed|ing)|obsessed|love|do|fed up|matter|problem|issue|fine|used|engaged|dedicated|addressed|close|named|loyal|closer|new|interest(?:ed)?|believe|confidence|lent|lost|gave|sold|given|owed|left|went|mentioned) (?:to|with|in) {MARK}"
)
_COMING = r"(?:here|there|back(?! (?:next|on|in (?!town|the|a\b|five|ten)|from))|around|in|over|outside|inside|downstairs|upstairs|next|nearby|ready|late|early|online|free|up|on (?:the|my|line|his|her|a call|zoom|teams)|at (?:the|my|our|table|reception)|in (?:the|my|our|town|front|reception|ten|five|a)|with (?:me|us)|next to|beside|opposite|about to|due|my next|first|next door)"
_COMES = (
    r"(?:calls?|rings?|phones?|writes?|texts?|e-?mails?|messages?|pings?|asks?|wants?|needs|says|replies|answers?|suggests?|proposes?|arrives?|comes?|drops? (?:by|in)|stops? by|pops? (?:by|in|up|over)|walks? (?:in|up|over)|knocks?|sits?|stands?|waits?|joins?|invites?|wonders?|visits?|shows? up|turns? up|picks? (?:me|us) up|appears?|waves?|insists?|keeps? (?:calling|asking|texting)|confirms?|hopes?|expects?|would like|would love|can (?:meet|see|talk|come|do)"
    r"|sent|wrote|called|rang|phoned|texted|e-?mailed|messaged|pinged|replied|asked|invited|forwarded|suggested|proposed|answered|confirmed|got (?:back|in touch)|left (?:me )?a (?:message|voicemail|note)|knocked|arrived|popped|dropped (?:by|in)|showed up|turned up|tried to (?:call|reach)|has (?:sent|written|replied|called|arrived|asked|invited|answered|confirmed|joined)|(?:'s|is) (?:[a-z]+ing))"
)
_WHEN = r"(?:at (?:noon|midday|lunch|\d|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|in (?:a|an|five|ten|fifteen|twenty|half|\d+|two|three)\b|tonight|today|tomorrow|later|soon|now|next|first|this (?:afternoon|evening|morning|week)|\d{1,2}(?::\d\d| ?[ap]m)|after (?:work|lunch|school|this|dinner|breakfast|the)|before (?:lunch|work|dinner|the)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)"

_FOR = tuple(
    lazy_pattern(pattern)
    for pattern in (
        rf"\b{_REACH}{_QUICKLY} (?:(?:my|our|the|dear|old|[a-z]+ and|[a-z]+,) )?{_P}",
        rf"\b{_TOWARDS} (?:(?:my|our|both|[a-z]+ and|[a-z]+,) )?{_P}(?!'s (?!place|house|office|flat|desk|room|party|door|table|kitchen|garden|apartment|shop|practice|clinic|studio|workshop))",
        rf"\b{_MEETING}\b[^.!?]{{0,30}}?\b(?:with|at|between|:|and|from) (?:[a-z]+ and )?{_P}",
        rf"\b{_MESSAGE}\b[^,.!?]{{0,20}}? (?:from|to|for|by) {_P}",
        rf"\b(?:hear|heard|word|news|back|ping|reply|it's|its|is|incoming)[:,]? (?:\w+ )?(?:from )?{_P}$",
        rf"\b(?:wait|waiting|look|looking|searching|ready|late|early|cooking|prepar(?:e|ing)|questions?|list|agenda|wait(?:ing)?|here|there|notes?|points?|talking points|time) (?:[a-z ]{{1,20}}? )?for {_P}",
        rf"{_P}(?:'s| is| are| has| have|'ve|'s)?(?: \w+)? just\b",
        rf"\b(?:i have|i've got|we have|we've got|got|have got|having) {_P} (?:on|here|with|at|over|in|for)\b",
        rf"\b(?:just )?(?:got hold|get hold|getting hold) of {_P}|\b(?:popp?|dropp?|call|check|look)(?:ing|ed)? (?:in )?on {_P}|\b(?:just )?(?:hung up|off the phone|done|finished) (?:with|on) {_P}",
        rf"\bjust (?:\w+ ){{0,5}}?{_P}",
        rf"\b(?:writ|send|giv|bring|offer|hand|show|tell|read|pass|forward|serv|buy|cook|mak)(?:e|ing) {_P} (?:a|an|the|my|our|some|back|another)\b",
        rf"{_P}(?: is| are|'s|'re|,? who is)(?: (?:still|now|already|finally|just|really|currently|also|both|all|suddenly|almost|nearly|right|running|again))* (?:{_COMING}|(?!going (?!to (?:call|be here|come|visit|join|drop|meet)))[a-z]+ing)\b",
        rf"{_P}(?: (?:still|now|already|finally|just|really|also|suddenly|again|always))* {_COMES}\b",
        rf"{_P}(?: will|'ll| might| should| may| can| is going to| is about to| and i| and me| and i will)(?: \w+)? ",
        rf"{_P}'s? (?:\w+ )?{_MESSAGE}\b",
        rf"{_P}'s (?:\w+ )?{_MEETING}\b",
        rf"\b(?:at|to|outside|near|off to|around|by|reach(?:ed|ing)?|visiting) {_P}'s\b",
        rf"^\W*{_P}\W*$|^\W*{_P} ?[:,–-] |[,:;] {_P}$|{_P},? {_WHEN}",
        rf"\b(?:got|have|getting|received?|answering) (?:a|an|another|the) (?:[a-z]+ )?(?:[a-z]+ )?from {_P}|\bput (?:me|us) [a-z ]{{2,12}} {_P}",
        rf"\bhere(?: come)?s? {_P}|\bthere(?:'s| is) {_P}|\b(?:it|that)(?:'s| is| was| must be) {_P}\b(?!')|\bhi,? {_P}|\bhello,? {_P}|\bdear {_P}|\bknock.{{1,20}}{_P}",
        rf"\b(?:my|our|his|her|their) turn with {_P}|\b(?:with|in) {_P}",
        rf"\b(?:ran|bumped|run|walked) (?:right |straight )?into {_P}|\b(?:cross|crossed|crossing) paths with {_P}",
    )
)
_TO_SAY = lazy_pattern(
    rf"\b(?:what|anything|something|which|how|do i|did i|is there|remind me)\b.*\b(?:tell|ask|say|promised?|owed?|bring|give|discuss|show|want|wanted|need|needed|mention|raise|return|know|remember|forget|forgotten|for|to|with)\b.*{MARK}"
)
_MET_BEFORE = lazy_pattern(
    rf"\b(?:met|saw|visited|spoke|talked|chatted|ran into|bumped into|caught up|hung out|went (?:to|out|for|with)|had|was|were|did|drove|walked|ate|played|worked|sat|spent|took|gave|told|asked|wrote|called|rang|phoned|texted|e-?mailed|messaged|dropped|picked|thanked|paid|showed|helped|enjoyed|watched|left|bought|made|knew|studied|lived|shared|dated|heard|stayed|came)\b(?:(?!\bto\b [a-z]+ {MARK}).)*{MARK}"
)
_STATE_PAST = lazy_pattern(
    rf"{_P}(?: and i)?(?: \w+ly)? (?:was|were|had|did|used to|lived|moved|told|taught|gave|made|got married|got a|got the|grew|studied|worked|knew|bought|won|broke|became|loved|liked|hated|lost|sold|started|stopped|retired|died|met|saw|looked|seemed|wore|talked|spoke|spent|went|took|helped|cooked|sang|played|ran|drove|forgot|found|left|said|came|visited|liked|enjoyed|married|wanted|needed|stayed|paid|brought|showed|kept|thought|felt|fell|passed|built|drew|painted|missed|explained)\b"
)
_LONG_AGO = lazy_pattern(
    r"\b(?:yesterday|last (?:night|week|weekend|month|year|summer|winter|spring|autumn|fall|christmas|easter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|time|january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|(?:days?|weeks?|months?|years?|decades?|ages|fortnights?|nights?|a while|long time|while) (?:ago|back|earlier|before)\b|ages ago|back in (?!an?\b|five|ten|\d|town|half)(?:the|(?:19|20)\d\d|school|college|january|february|march|april|may|june|july|august|september|october|november|december|my|\w+)|in (?:19|20)\d\d|used to|the other (?:day|week|night|evening)|once (?:told|said|met|gave|lived|taught|showed|lent|worked|had|was|wrote)"
    r"|as a (?:child|kid|boy|girl|student|teenager)|when (?:i|we) (?:was|were|first|met|lived)|back (?:then|when)|at the time|in (?:college|school|university|high school|primary school|childhood|those days)|years before|long before|over (?:the summer|christmas|easter|the weekend)|earlier (?:this|in the) (?:week|month|year)|since (?:last|then|\w+ (?:moved|left))|for (?:years|months|ages|weeks)|a (?:few|couple of) (?:days|weeks|months|years) (?:ago|back)|in ages|previously|formerly|old (?:photos?|letters?|days|pictures?))\b"
)
_RIGHT_NOW = lazy_pattern(
    r"\b(?:just|now|right now|as we speak|atm|rn|at the moment|currently|about to|in a (?:minute|moment|bit|sec)|(?:a|one|two|five|ten|\d+) (?:minutes?|seconds?|hours?) ago|soon|tonight|going to|will|i'm|we're|today|tomorrow|later|again|finally)\b"
)
_NOT = lazy_pattern(
    r"\b(?:not|never|won'?t|isn'?t|aren'?t|don'?t|doesn'?t|didn'?t|can'?t|cannot|couldn'?t|wouldn'?t|wasn'?t|weren'?t|hasn'?t|haven'?t|hadn'?t|shan'?t|shouldn'?t|no longer|nor|neither|without|instead of|rather than|hardly|rarely|skip(?:ping|ped|s)?|avoid(?:ing|ed|s)?|nobody|no one|none|unable|fail(?:ed|s|ing)?|refus(?:ed|es|ing)|gave up|give up|giving up|stopped|too busy|too late|forgot to|missed (?!calls?)|missing|unless|out of touch|lost touch|no (?:call|calls|meeting|lunch|dinner|breakfast|coffee|chat|visit|appointment|lesson|session|date|answer|reply|response|word|news|sign|time|trace|luck|need|show|plans?|contact|more|point|reason|way|chance))\b"
)
_NOT_SO = lazy_pattern(
    r"\b(?:can'?t wait|cannot wait|could not wait|don'?t (?:let me )?forget|must(?:n'?t| not) forget|do not forget|not (?:only|long|far|sure what|sure how|yet sure)|don'?t know (?:what|how|whether)|no idea what|why (?:not|don'?t)|no later|if not|not to forget|can'?t forget|haven'?t (?:yet )?(?:decided|asked|told|thanked)|not late|isn'?t it|won'?t be long|never know what|without fail)\b"
)
_OFF = lazy_pattern(
    r"\b(?:cancel(?:led|ed|s|l?ing|lation)?|call(?:ed|s|ing)? (?:it |this |things |our \w+ |the \w+ |\w+ )?off|postpon\w+|rescheduled|pushed (?:back|to)|put off|fell through|falls through|fallen through|scrapped|dropped out|bail(?:ed|s|ing)|backed out|stood (?:me|us) up|no-show|ghosted|had to (?:cancel|postpone|leave)|is off\b(?! to)|are off\b(?! to)|was off|not happening|won'?t happen|called in sick|voicemail again|straight to voicemail|went to voicemail|rang out|hung up(?! with)|line (?:is|was) (?:busy|dead|engaged)|unanswered|ruled out|off the (?:table|calendar|agenda)|moved to next (?:week|month|year)|stays? (?:home|away|in bed)|calls? it off|tried (?:to (?:call|reach|ring|phone|contact|catch|get)|calling|ringing|reaching|phoning)(?! (?:me|us)))\b"
)
_AWAY = lazy_pattern(
    rf"{MARK}(?:[^,.;!?]{{0,24}}?\b(?:is|are|was|were|be|am|stays?|remains?|'s|'re|being)|'s|'re)(?: (?:still|currently|now|also|both|all|probably|already|off|away|out|home))* (?:away|out(?! (?:with|for|there|in front|of (?!office|town|reach|the office|the country)))|off(?! to)|absent|ill|unwell|sick|abroad|overseas|unavailable|busy|gone|asleep|retired|travell?ing|hospitali[sz]ed|unreachable|missing|tied up|booked|on (?:holidays?|vacation|leave|maternity|paternity|parental|sabbatical|sick|a (?:trip|business|cruise|break|retreat)|honeymoon|annual|tour)|at the end of|out of|in (?:hospital|bed|spain|france|italy|germany|china|japan|america|london|paris|berlin|rome|beijing|shanghai|\w+ (?:until|till|for|all|this week|these days))|back (?:next|on|in (?!town|the|a (?:minute|moment|bit)|five|ten|\d+ min)|from)|down with)\b"
    rf"|\b(?:away|absence|absent|holiday|vacation|leave|sick|ill|abroad)\b[^,.;!?]{{0,20}}: {MARK}|{MARK} (?:has|had|have)?(?: \w+)? ?(?:left (?:the company|town|for|already|early|us|yesterday)|moved (?:away|out|to|house)|quit|resigned|retired|gone (?:home|on|to|abroad|away)|emigrated|passed away|died|no time|the flu|a cold|covid|flown|a day off|the day off|taken)\b|{MARK}'s (?:holiday|vacation|leave|absence)"
)
_ABOUT = lazy_pattern(
    rf"\b(?:about|of|like|unlike|than|by|named after|called after|as|on|without|except|besides|regarding|concerning|via|behind|named|called|starring|featuring|inspired by|after|not) (?:my |our |the |how |what |whether |that )?{MARK}(?!'s (?:place|house))"
    rf"|\b(?:remind(?:s|ed) me of|look(?:s|ed)? like|sound(?:s|ed)? like|dream(?:t|ed|ing|s)? (?:of|about|that)|miss(?:es)?|missed|thought of|think of|love|loves|hate|hates|know|knows|knew|like|likes|admire|quote|quoting|recommended by|impersonat\w+|resembles?)\b[^,.]{{0,16}} {MARK}|\bbetween you and me\b"
)
_REACHED = lazy_pattern(rf"\b(?:(?:get|got|getting) hold of|(?:popp?|dropp?|call|check|look)(?:ing|ed)? in on) {MARK}")
_HEARSAY = lazy_pattern(
    rf"\b(?:says?|said|told (?:me|us|him|her|them|everyone)|mentioned|mentions|heard (?!back from|from)|reckons?|claims?|claimed|reported|reports|apparently|rumou?rs?|gossip|read|reads|remember(?:s|ed|ing)?|recall(?:s|ed)?|found (?:out|an?|the)|wonders?|wondered|wish|imagine|if only|story|stories|anecdote|article|novel|film|movie|documentary|podcast|painting|portrait|photos?|pictures?|song|poem|biography|birthday|anniversary|obituary|according)\b(?: [^,.;!?]{{0,60}})?{MARK}"
)
_HEARSAY_NOT = lazy_pattern(
    rf"\b(?:remind me|remember to|remembering to|say (?:to|hi|hello)|says? (?:to|hi|hello)|read .{{0,20}} to {MARK}|what|(?:i'm|i am|we're|going|have|need|about) .{{0,30}}{MARK}|photos? (?:to|for) {MARK})\b"
)
_BELONGS = lazy_pattern(
    rf"{MARK}'s? (?!just|here|back|calling|coming|on\b|at\b|now|already|finally|in\b|\w+ing\b|also|over|late|outside|waiting|about|asked|arrived|sent|written|replied|early|online|still|free|up\b)(?:\w+ ){{0,2}}\w+"
)


def is_contact(sentence: str) -> bool | None:
    """Whether a folded sentence with `MARK` in the place of the name speaks of contact now or soon; None if no sign tells.

    Args:
        sentence: small letters, straight apostrophes, the name replaced by `MARK`.
    """
    if _TO_SAY.search(sentence) and not _LONG_AGO.search(sentence):
        return True
    if _is_off(sentence):
        return False
    clause = _clause(sentence)
    if _is_past(sentence, clause) or _is_spoken_of(clause):
        return False
    return None if not _has_sign(sentence, clause) else _NOT_TOWARDS.search(clause) is None


def _clause(sentence: str) -> str:
    place = sentence.find(MARK)
    start = max((sentence.rfind(mark, 0, place) for mark in (",", ";", ":", " but ", " - ")), default=-1) + 1
    ends = [end for mark in (",", ";", " but ", " - ") if (end := sentence.find(mark, place)) >= 0]
    return sentence[start : min(ends, default=len(sentence))].strip()


def _is_off(sentence: str) -> bool:
    """Whether it will not happen: negated, cancelled, or the person is away."""
    rest = _NOT_SO.sub(" ", sentence)
    return any(pattern.search(rest) is not None for pattern in (_OFF, _AWAY, _NOT))


def _is_past(sentence: str, clause: str) -> bool:
    is_now = _RIGHT_NOW.search(clause) is not None
    if _LONG_AGO.search(sentence):
        return True
    return not is_now and (_MET_BEFORE.search(clause) is not None or _STATE_PAST.search(clause) is not None)


def _is_spoken_of(clause: str) -> bool:
    if _ABOUT.search(_REACHED.sub(MARK, clause)):
        return True
    return _HEARSAY.search(clause) is not None and _HEARSAY_NOT.search(clause) is None


def _has_sign(sentence: str, clause: str) -> bool:
    return any(pattern.search(clause) is not None or pattern.search(sentence) is not None for pattern in _FOR)
