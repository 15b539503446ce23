# ruff: noqa: E501 - a pattern is read best on one line
"""Signs of a standing rule that need no fixed form: it holds for good, it is an order, and it is about the answers.

`standing_rules.py` knows the usual forms. A sentence in any other is a rule when all three signs are there, wherever they
stand: "no emojis please, ever", "when I paste a letter, summarise it first", 我发英文你也用中文回，一直这样.
"""

from __future__ import annotations

import re

from assistant.language.patterns import lazy_pattern

_GIVE = r"(?:ask|paste|say|type|share|request|inquire|speak|forward|quote|write (?:in|chinese|english|german|french|to you|something|all|you|code)|send you|give you|show you|tell you|make an? (?:\w+ )?(?:mistake|typo|error)|misspell|use (?:chinese|english|capitals)|sound|seem|am (?:tired|stressed|unsure)|correct you)"
_YOU_DO = r"(?:answer|reply|respond|write|explain|list|give|mention|cite|show|summari[sz]e|translate|suggest|recommend|quote|format|address|draft|compare|make|create|provide|generate|delete|change|edit|correct|rewrite|estimate|calculate|use|tell|refer|describe|are (?:not )?(?:sure|unsure|certain)|'?re (?:not )?(?:sure|unsure|certain)|aren'?t (?:sure|certain)|don'?t (?:know|understand)|can'?t (?:tell|find|answer)|are guessing|do(?:n't)? have)"
_OWN_WORK = r"(?:answer|reply|respond|summari[sz]|translat|explain|writ|draft|quot|list|format|suggest|recommend|edit|correct|proofread|review|convert|describ|compar)"
_PIECE = r"(?:letters?|e-?mails?|messages?|drafts?|summar(?:y|ies)|answers?|repl(?:y|ies)|questions?|recipes?|lists?|texts?|translations?|reports?|code|tables?|quotes?)"
_FOR_GOOD = lazy_pattern(
    rf"^(?:please |pls )?(?:answer|reply|respond) in (?:the|whatever|whichever) \w+ i\b|\bwhen(?:ever)? (?:you(?:'re| are) )?{_OWN_WORK}\w*ing\b|\bfor (?:every|each|all|any) (?:\w+ )?{_PIECE}\b|\b(?:always|never|ever|every ?time|each time|every (?:single )?(?:answer|reply|response|message|recipe|summary|list)|all (?:your |future |my )*(?:answers|replies|responses|lists|dates|prices|texts)|your (?:answers|replies|tone|responses|summaries|explanations)|from (?:now|here|today|this point|this day) on(?:wards?)?|from here on out|going forward|in (?:the )?future|in general|generally|as a (?:standing |general )?rule|by default|at all times|for good|all the time|any more|anymore|everything you|anything you|whatever you|whatever i|without exception|no matter what|(?:that|this) goes for|stop|quit|standing|permanently|again(?=[ .!]*$)|until i say|unless i (?:ask|say)|only)\b"
    rf"|\b(?:when(?:ever)?|if|any ?time|each time|every ?time|every time|as soon as) (?:i(?:'m)? {_GIVE}|you ?{_YOU_DO}|my (?:question|message|text))\b|^(?:please |pls )?(?:don'?t|do not|no more|stop|quit) (?:use|using|writ|add|includ|say|call|put|giv|end|start|translat|open|clos|apologi|repeat|suggest|recommend)\w*|\bfor (?:recipes|dates|numbers|prices|code|questions|translations|anything|everything)\b|以后|每次|永远"
)
_TOLD = lazy_pattern(
    r"^(?:(?:please|pls|plz|btw|ok|okay|so|and|also|but|then|just|hey|hi|always|never|ever|generally|in general|in future|in the future|going forward|from (?:now|here|today|this point) on(?:wards?)?|from here on out|as a (?:standing |general )?rule|by default|at all times|whenever possible|remember(?: to)?|note|kindly|if possible|请|以后|could you|can you|can u|would you|will you|make sure(?: to| you| that you)?|be sure to|you (?:should|must|have to|need to|are to|can)|i(?:'d| would) (?:like|prefer|love|want) (?:it if )?(?:you )?(?:to )?|i (?:want|need|prefer|expect|like)(?: you)?(?: to)?|do|don'?t|do not|dont|stop|quit|no(?: more)?|avoid|only|not|better|again|for (?:recipes|dates|numbers|prices|code|questions|all \w+(?: \w+)?|anything \w+|everything)),? )*"
    r"(?:(?:answer|repl|respond|includ|format|cit|summari[sz]|translat|explain|highlight|address|provid|list|mention|giv|show|writ|us|add|keep|start|begin|end|open|finish|put|convert|round|quot|avoid|assum|refer|spell|sort|number|say|speak|talk|tell|call|sign|stick|limit|skip|suggest|recommend|offer|present|structur|organi[sz]|break|compar|warn|point|stat|describ|check|double-check|double check|link|display|return|order|rank|group|label|leav|be|invent|fabricat|guess|repeat|apologi[sz]|flatter|lectur|shorten|simplif|abbreviat|capitali[sz]|correct|ask|praise|moraliz|exaggerat|preach|hedg|ignor|draft|treat|prefer|drop|remember|make|do|cut|split|wrap|separat|underlin|bold|mark|flag|note|define|consider|avoid|joke|comment|confirm|proofread|edit|chang|delet|touch|bother|worry|bring|push|rewrit|paraphras|remov|expand|mix|promis|pad|echo|restat|compliment|greet|nam|cap|trim)(?:e|y|ies|ing|ting|ning|ping|ding)?\b"
    r"|(?:\w+ ){0,3}(?:answers?|replies|reply|responses?|tone|language|summaries|explanations?|dates?|times|prices?|units?|lists?|recipes?|sentences|paragraphs|emojis?|jokes?|exclamation marks?|bullet points?|intros?|introductions?|headings?|tables?|numbers|metric|pleasantries|small talk|jargon|slang|acronyms?|disclaimers?|spelling|hype|terms|words|answer|it)(?: (?:about|in|on|for|to|from) \w+| \w+)? ?(?:please|should|must|shall|ought|need|have to|has to|explained|included|$|for me|ever|at all|from you|like|in (?:pounds|euros|dollars|grams|metric)|always|metric))"
)
_ABOUT_ANSWERS = lazy_pattern(
    r"\b(?:you|your|yourself|me|answers?|reply|replies|respond|responses?|drafts?|summar(?:y|ies|ise|ize)|translat\w*|explain|explanations?|bullet points?|emojis?|exclamation marks?|tables?|columns?|headings?|headers?|footnotes?|hyperlinks?|markdown|quotations?|intros?|introductions?|pleasantries|tone|jargon|slang|acronyms?|abbreviations?|sources?|citations?|units?|metric|celsius|fahrenheit|(?:24|12)[- ]hour|iso|dates?|spell(?:ing|ed)?|facts?|claims?|my (?:\w+ )?(?:texts?|letters?|essays?|poems?|words|writing|code|e-?mails?)|tone|friendly|rewrit\w*|sentences?|paragraphs?|words|steps?|numbered|options|jokes?|hype|pep talk|disclaimers?|apologi[sz]\w*|formal|informal|formally|british|american|plain|blunt|brief|concise|short|chinese|english|german|french|中文|英文|pounds|euros|dollars|yes or no|(?:suggest|recommend|cite|lecture|invent|fabricate|guess|preach)\w*|open with|one line|hex codes?|source|quote|most important|guidelines|terms|sums|step)\b"
)
_STORY = lazy_pattern(
    r"^(?:(?:ok|so|btw|and|but|well|oh|yeah) )*(?:he|she|they|we|it|this|that|these|those|there|who|what|why|how|where|did|does|do (?:you|i|we|they|people)|have you|is|are|was|were|has|had|my (?:answers|replies|watch|mum|mom|dad|daughter|son|boss|sister|brother|phone|kids?|husband|wife|back|head|feet)|the (?!answers?|replies|tone|most)|some|people|everyone|nobody|someone|last|next time|once|just this once|i (?!want|need|prefer|hate|like|'d|would|expect|dislike|can'?t stand|love|read|write|don'?t (?:like|want|need)|am|eat)|i'm |if only|when in|when (?:it|he|she|they|we|the)|every time (?:it|he|she|they|we|the|i (?:look|see|hear|try))|whenever (?:it|he|she|they|we|the)|never (?:mind|again|seen|heard|been|had|knew|thought|give up|trust|say never)|always (?:the|a|an|and|been|have|something|someone|nice|good))\b"
)
_ONLY_NOW = lazy_pattern(
    r"\b(?:just (?:this )?once|this time|for (?:now|today|this one)|this (?:one|answer|text|letter|email|question))\b|just for now"
)


_TOLD_WHEN = lazy_pattern(
    rf"\b(?:when(?:ever)?|if|any ?time|each time|every ?time) (?:i {_GIVE}|you ?{_YOU_DO})\b.{{0,50}}? (?:give|keep|answer|say|use|put|add|start|begin|show|include|mention|reply|respond|don'?t|always|never|list|make|leave|write|translate|do|be|spell|skip|explain|convert|name|cite|provide|note|tell|link|attach|highlight|round|stick|limit|avoid|warn|check|ask|mark|it must|it should)\b"
)


def is_english(sentence: str) -> bool:
    """Whether a folded English sentence has all three signs."""
    bare = sentence.strip(" .!?")
    if _STORY.match(bare) or _ONLY_NOW.search(bare) or _FOR_GOOD.search(bare) is None:
        return False
    clauses = [clause.strip() for clause in re.split(r"[,;:.!]| - | (?=always |when(?:ever)? |if |unless )", bare)]
    if _TOLD_WHEN.search(bare):
        return True
    return _ABOUT_ANSWERS.search(bare) is not None and any(_TOLD.match(clause) for clause in clauses if clause)


_CHINESE_FOR_GOOD = lazy_pattern(
    r"以后|今后|往后|此后|从今|从现在|从今天|每[次回]|每一[步次个]|每个回答|每回答|一律|永远|始终|总是|一直|全部|统统|统一|凡是?|只要|任何时候|默认|不许|不准|禁止|别再|不要再|再也|记住|规矩|长期|称呼我|叫我[^，,]{1,6}(?:就行|就好|吧)[。.!]*$|(?:我|你)(?:用|拿|说|发|讲)[^，,]{1,10}(?:我|你)?就(?:用|拿|说|发|讲)|不(?:确定|知道|清楚|懂)就|没把握|(?:回答|回复|答复|答案|回话)(?:里面?|中|时)?(?:请)?(?:不要|别|不许|少|不能|避免)|都(?!市|可以了|[是会很挺能有])|要是|的时候|最多|之?前(?:都)?(?:先|一定)|from now on|always|never|(?:别|不要)(?:用|说|加|给|再|总|老|问|叫|每|在回答|跟我|替我|写|编|猜)"
)
_CHINESE_ANSWERS = lazy_pattern(
    r"回答|回复|答复|回我|答案|答是|再答|你(?:就|都|先|也|的|要是|说话|写|给|用|直说|答|以后|确定|不确定|只|要|别|不|再)|您(?:回|答|说|用|写|始终|一直)|称呼我|叫我(?!起床|吃|一声)|跟我说话|对我(?:都)?(?:用|说)|训我|夸我|给我(?:列|写|推荐|做成|报|翻译|讲|编号|代码|看|用|灌|加|选|太多|英|举|分|一句|两个|的(?:邮件|草稿|回答|方案|清单))|告诉我(?:大概|来源|出处|依据|结果|理由|理|要)|(?:跟|和|对|向|给)我(?:讲(?!价|一?[声下句嘴])|解释|道歉|说教|唠叨|算账|建议|方案)|推荐我|问我(?:还|要|需)|先问我|问我$|一定要问我|替我(?:下|做)|帮我(?:改|译|写|润色|总结)"
    r"|表情|emoji|感叹号|惊叹号|语气|瞎编|乱编|编造|编数据|大白话|堆术语|术语|音标|注明|标[注明出]|出处|来源|引用|翻译|解释|总结|摘要|对比东西|举例|例子|打比方|要点|小标题|分标题|标题|编号|缩写|网络用语|敬语|客气|客套|开场白|鸡汤|保健品|结论|精确到|保留[一两三\d]|公制|国际单位|英里|英尺|摄氏|24小时|单位|写成|换算|配色|格式|落款|口语化|书面语|书面|中文回|英文回|用(?:中文|英文|英语|繁体|简体|粤语|人民币|表格|列表|python|markdown)|推荐(?:菜|给我|都)|素的|好问题|报价|字数|句话|拆细|replies|reply|answer|公式|示例|直接指出|不确定|原句|代码|回话|注释|复核|验算|标点|拼音|排序|数字(?:都|一律|要|用)|[大小]写|用词|单词|道歉|大道理|选项|[给提]建议|方案|解法|开头|结尾|指出|语言|口吻|篇幅|直说|我的(?:文章|稿子?|文字|原文|邮件|简历)"
)
_CHINESE_STORY = lazy_pattern(
    r"(?:一直|从来|总是|都|还)没(?:有)?(?:回|答)|^(?:我(?!用英|用中|问|发|写|说|用|要(?:是|的)|喜欢|希望|想要|更|比较|不(?:喜欢|要|想)|讨厌|们?$|要你|要求|吃|让你|给你|贴|打错|错别)|他|她|它|我们|他们|公司|学校|老师|店|食堂|书上|牌子|广告|说明|小时候|当时|以前|上次|下次|昨|那|这(?!样)|谁|什么|怎么|为什么|如果当|一到|一直以为|从来|总觉得)|(?:吗|呢|么)[。.!]*$|[?？]$|就这一次|这一次|这次|只这|提醒我|说的是|公告|时候[^，,]{0,6}(?:我|他|她)(?:就|都)(?!问)"
)


def is_chinese(sentence: str) -> bool:
    """Whether a folded, simplified Chinese sentence has the signs."""
    bare = sentence.strip()
    if _CHINESE_STORY.search(bare):
        return False
    return _CHINESE_FOR_GOOD.search(bare) is not None and _CHINESE_ANSWERS.search(bare) is not None


_OF_WISHES = lazy_pattern(r"叫我|告诉我|跟我说|帮我|提醒我|代码|总结")


def is_about_answers(words: str) -> bool:
    """Whether folded Chinese words speak of the assistant's answers, beside what every reminder may say."""
    return _CHINESE_ANSWERS.search(_OF_WISHES.sub(" ", words)) is not None


def is_story(words: str) -> bool:
    """Whether a folded, simplified sentence is told of somebody, or holds for this once."""
    bare = words.strip(" .!?")
    return any(pattern.search(bare) for pattern in (_CHINESE_STORY, _ONLY_NOW)) or _STORY.match(bare) is not None
