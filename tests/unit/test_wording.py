from __future__ import annotations

import re
from datetime import datetime
from string import Formatter
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.cli.phrases import _PHRASES as COMMAND_LINE
from assistant.domain import errors
from assistant.domain.conversation import AnswerNotice, TurnState
from assistant.domain.diagnosis import Fact, Health
from assistant.domain.digest import SectionKind
from assistant.domain.item import ItemKind, Language, Provenance
from assistant.domain.memory import LetGoCause, Reason, ReasonKind
from assistant.domain.reminder import OccurrenceState
from assistant.domain.settings import LanguageChoice
from assistant.language import wording
from assistant.language.capture_line import read_line
from assistant.language.phrases import PHRASES
from assistant.resources import resource

NOW = datetime(2026, 9, 30, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
EN, ZH = Language.ENGLISH, Language.CHINESE


def instant(wall: str) -> int:
    return round(datetime.fromisoformat(wall).replace(tzinfo=NOW.tzinfo).timestamp() * 1000)


def error_classes() -> list[type[errors.AssistantError]]:
    found = [value for value in vars(errors).values() if isinstance(value, type)]
    return [cls for cls in found if issubclass(cls, errors.AssistantError)]


def test_every_error_class_has_its_own_sentence():
    assert [cls.__name__ for cls in error_classes() if f"error.{cls.__name__}" not in PHRASES] == []


@pytest.mark.parametrize(
    ("prefix", "members"),
    [
        ("kind", ItemKind),
        ("provenance", Provenance),
        ("section", SectionKind),
        ("notice", AnswerNotice),
        ("turn", TurnState),
        ("let_go", LetGoCause),
        ("reason", ReasonKind),
        ("state", OccurrenceState),
    ],
)
def test_every_member_has_words(prefix: str, members: type):
    assert [member for member in members if f"{prefix}.{member}" not in PHRASES] == []


def test_both_languages_are_there_and_take_the_same_facts():
    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    for key, (english, chinese) in PHRASES.items():
        assert bool(english) == bool(chinese), key
        assert fields(english) == fields(chinese), key
        assert key in ("doctor.python", "doctor.sqlite", "doctor.qt", "assistant", "fallback.other", "comma") or (
            not english or re.search(r"[\u4e00-\u9fff]", chinese)
        ), key
        assert not re.search(r"[\u4e00-\u9fff]", english), key


def chinese_texts() -> list[str]:
    """All that the program says in Chinese: the shared sentences, those of the command line, the widgets' own."""
    catalogue = ET.parse(resource("i18n", "app_zh_CN.ts"))
    said = [chinese for _, chinese in (*PHRASES.values(), *COMMAND_LINE.values())]
    said += [text for each in catalogue.iter("translation") for text in each.itertext()]
    return [text for text in said if re.search(HAN, text)]


HAN = "[\u4e00-\u9fff]"
NARROW = re.compile(r"[()]|(?<=[\u4e00-\u9fff}”》])[,;:!?.]|[,;!?](?=[\u4e00-\u9fff{“《])|\.\.\.")
OTHER_GRAMMAR = ("tag:名称", "(*.gguf);;")  # what the search field reads, and what Qt's file dialog reads


def test_chinese_sentences_have_the_punctuation_of_their_script():
    texts = chinese_texts()
    assert len(texts) > 500
    assert [text for text in texts if NARROW.search(text) and not any(mark in text for mark in OTHER_GRAMMAR)] == []


@pytest.mark.parametrize(("language", "said"), [(EN, "(today)"), (ZH, "（today）")])
def test_brackets_are_those_of_the_language(language: Language, said: str):
    assert wording.bracketed("today", language) == said


def test_a_fact_of_the_doctor_says_why_in_both_languages():
    gone = Fact("model", Health.BAD, "tiny", reason="gone", detail="/models/tiny.gguf")
    damaged = Fact("items", Health.BAD, errors=(errors.StoreBusy(),))

    assert wording.fact_reason(gone, EN) == "/models/tiny.gguf is gone"
    assert wording.fact_reason(gone, ZH) == "/models/tiny.gguf 已不存在"
    assert wording.fact_reason(damaged, ZH) == wording.error_sentence(errors.StoreBusy(), ZH)
    assert wording.fact_reason(Fact("display", Health.NOTE, reason="Xlib said so"), ZH) == "Xlib said so"


@pytest.mark.parametrize("language", [EN, ZH])
def test_a_sentence_reads_well_even_when_facts_are_missing(language: Language):
    for cls in error_classes():
        sentence = wording.error_sentence(cls(), language)
        assert "{" not in sentence
        assert sentence[-1] in ".。"


def test_an_error_sentence_names_the_path_and_ends_with_the_reason():
    error = errors.StoreCorrupt(path="/home/me/store.db", reason="malformed page 3")

    assert "/home/me/store.db" in wording.error_sentence(error, EN)
    assert wording.error_sentence(error, EN).endswith("(malformed page 3)")
    assert wording.error_sentence(error, ZH).endswith("（malformed page 3）")


def test_an_unknown_child_uses_its_parents_sentence():
    class StoreOdd(errors.StoreFull):
        """A child without a sentence."""

    assert wording.error_sentence(StoreOdd(path="/x"), EN) == wording.error_sentence(errors.StoreFull(path="/x"), EN)


def test_a_bug_gets_one_general_sentence():
    assert wording.error_sentence(ZeroDivisionError("secret"), EN) == wording.words("error.bug", EN)


def test_english_counts_agree_with_their_noun():
    assert wording.words("answer.reading", EN, count=1) == "Reading 1 memory…"
    assert wording.words("answer.reading", EN, count=6) == "Reading 6 memories…"
    assert wording.words("answer.reading", ZH, count=6) == "正在读 6 条记忆…"


def test_zero_is_a_fact_and_not_a_missing_one():
    assert wording.words("search.count", EN, count=0) == "0 items found"


@pytest.mark.parametrize(
    ("wall", "english", "chinese"),
    [
        ("2026-09-30 15:00", "today 15:00", "今天 15:00"),
        ("2026-10-01 09:05", "tomorrow 09:05", "明天 09:05"),
        ("2026-09-29 23:59", "yesterday 23:59", "昨天 23:59"),
        ("2026-10-02 15:00", "Fri 15:00", "后天 15:00"),
        ("2026-10-05 15:00", "Mon 15:00", "周一 15:00"),
        ("2026-10-07 15:00", "Wed 7 Oct 15:00", "10月7日周三 15:00"),
        ("2026-09-20 15:00", "Sun 20 Sep 15:00", "9月20日周日 15:00"),
        ("2027-01-02 08:00", "Sat 2 Jan 2027 08:00", "2027年1月2日周六 08:00"),
    ],
)
def test_an_instant_is_said_as_a_person_would(wall: str, english: str, chinese: str):
    assert wording.when_words(instant(wall), NOW, EN) == english
    assert wording.when_words(instant(wall), NOW, ZH) == chinese


def test_a_day_without_a_clock_time_is_said_alone():
    assert wording.when_words(instant("2026-10-01 09:00"), NOW, EN, has_clock=False) == "tomorrow"


@pytest.mark.parametrize(
    ("late_s", "english", "chinese"),
    [
        (0, "on time", "准时"),
        (59, "on time", "准时"),
        (12 * 60, "12 min late", "晚了 12 分钟"),
        (5 * 3600, "5 h late", "晚了 5 小时"),
        (3 * 86400 + 5, "3 days late", "晚了 3 天"),
    ],
)
def test_lateness_is_said_in_the_largest_sensible_unit(late_s: int, english: str, chinese: str):
    assert wording.late_words(late_s * 1000, EN) == english
    assert wording.late_words(late_s * 1000, ZH) == chinese


@pytest.mark.parametrize(
    ("reason", "english", "chinese"),
    [
        (Reason(ReasonKind.WORDS, 1, "budget"), "mentions “budget”", "提到“budget”"),
        (Reason(ReasonKind.WORDS, 1), "shares words with what you do now", "与眼前的事用词相近"),
        (Reason(ReasonKind.DUE, 1, str(instant("2026-10-01 15:00"))), "due tomorrow 15:00", "明天 15:00 到期"),
        (Reason(ReasonKind.DUE, 1, "soon"), "has a time coming up", "时间快到了"),
        (Reason(ReasonKind.PINNED, 1), "pinned by you", "你置顶的"),
        (Reason(ReasonKind.WAITING, 1, "Li Wei"), "waiting for Li Wei", "在等Li Wei"),
    ],
)
def test_a_reason_is_said_in_a_few_words(reason: Reason, english: str, chinese: str):
    assert wording.reason_words(reason, EN, NOW) == english
    assert wording.reason_words(reason, ZH, NOW) == chinese


@given(st.sampled_from(list(ReasonKind)), st.text(), st.sampled_from([EN, ZH]))
def test_no_detail_breaks_a_reason(kind: ReasonKind, detail: str, language: Language):
    assert wording.reason_words(Reason(kind, 0.5, detail), language, NOW)


def test_the_interface_follows_the_system_unless_told():
    assert wording.interface_language(LanguageChoice.SYSTEM, "zh_TW.UTF-8") is ZH
    assert wording.interface_language(LanguageChoice.SYSTEM, "de_DE.UTF-8") is EN
    assert wording.interface_language(LanguageChoice.CHINESE, "en_US") is ZH
    assert wording.interface_language(LanguageChoice.ENGLISH, "zh_CN") is EN


@pytest.mark.parametrize("line", ["等李医生回复：检查结果", "waiting for Anna: the contract", "等李伟：签好的合同"])
def test_whom_a_line_waits_for_is_said_once(line: str) -> None:
    read = read_line(line, NOW)

    assert read.waiting_for
    assert read.cue is not None
    assert wording.line_cue_words(read, Language.ENGLISH) == ""


def test_what_else_a_line_waits_for_is_said() -> None:
    assert "Anna" in wording.line_cue_words(
        read_line("when I talk to Anna, ask about the budget", NOW), Language.ENGLISH
    )
    assert wording.line_cue_words(read_line("the spare key is under the pot", NOW), Language.ENGLISH) == ""


def test_a_note_in_brackets_stands_apart_as_its_language_wants() -> None:
    assert wording.noted("On my mind", "7", Language.ENGLISH) == "On my mind (7)"
    assert wording.noted("心上的事", "7", Language.CHINESE) == "心上的事（7）"
    assert wording.titled("已记下", "买奶", Language.CHINESE) == "已记下：买奶"
