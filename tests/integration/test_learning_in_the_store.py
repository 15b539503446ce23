"""Learning from use through the real store, recall and scorer: what is opened is found sooner; it can be taken back."""

from __future__ import annotations

import json
from datetime import datetime

import numpy as np
import pytest

from assistant.app import Paths, build
from assistant.cli.run import Request, run_command
from assistant.domain.diagnosis import Health
from assistant.domain.errors import ModelMissing
from assistant.domain.identity import new_id
from assistant.domain.item import Item, ItemKind, Language
from assistant.domain.job import Job
from assistant.domain.learning import Calibration, LearnedFrom, LearnedState
from assistant.domain.memory import ReasonKind, Use, UseKind
from assistant.language.learning_words import learned_lines
from assistant.memory import attention, features
from assistant.services.learning import WITHIN_MS
from tests.fakes import FixedClock

HOUR_MS = 3_600_000
NOON_MS = FixedClock.at("2026-11-24T12:00").now_ms()
NOON = f"{datetime.fromtimestamp(NOON_MS / 1000).astimezone():%Y-%m-%d %H:%M}"


class ContraryScorer:
    """Puts last what the formula puts first."""

    name = f"{features.VERSION}-contrary"
    groups = features.GROUPS
    provider = "NumPy"

    def score(self, pairs, *, explain=True):
        energies, _, contributions = attention.score(attention.baseline_weights(), pairs)
        return -energies, attention.softmax(-energies) * np.float32(0.9), -contributions


TOPICS = (
    *("garden", "invoice", "passport", "dentist", "kitchen", "holiday"),
    *("printer", "insurance", "bicycle", "lecture", "piano", "marathon"),
)


@pytest.fixture
def clock():
    return FixedClock.at("2026-11-24T10:00")


@pytest.fixture
def app(tmp_path, clock):
    made = build(Paths.under(tmp_path), clock=clock)
    yield made
    made.close()


@pytest.fixture
def asked(app, clock):
    """A user who always opens what was said to Ben, though what was said to Anna fits the question better."""
    ids = {}
    for topic in TOPICS:
        for kind, text in (
            ("wanted", f"Ben heard something about the {topic} plan and budget in March"),
            ("words", f"{topic} plan and the {topic} budget were made with Anna in March"),
            ("other", f"the plan and the budget in March, told to Anna, no {topic}"),
        ):
            item = Item(new_id(clock.now_ms()), ItemKind.NOTE, text, clock.now_ms() - HOUR_MS)
            app.items.add(item)
            ids[topic, kind] = item.id
    for topic in TOPICS:
        app.answering.ask(question(topic), Job())
        clock.advance(60_000)
        app.curating.open(ids[topic, "wanted"])
        clock.advance(2 * HOUR_MS)
    return ids


def question(topic):
    return f"What about the {topic} plan and budget with Anna in March?"


def places(app, ids):
    """Where the wanted note stands for each question."""
    found = []
    for topic in TOPICS:
        ranked = [one.item.id for one in app.recalling.recall(question(topic), limit=50)]
        found.append(ranked.index(ids[topic, "wanted"]))
    return found


def state(app):
    return app.learning.state()


def test_what_is_opened_is_found_sooner_and_a_reset_takes_it_back(app, asked):
    before = places(app, asked)
    assert app.learning.relearn_when_due()
    assert not app.learning.relearn_when_due()  # nothing new
    after = places(app, asked)
    assert sum(after) < sum(before)
    assert (state(app).use.count, state(app).shown) == (12, 12)
    assert state(app).use.after < state(app).use.before
    app.learning.reset()
    assert places(app, asked) == before
    assert state(app) == LearnedState(True, 0, None, None)


def test_the_same_log_teaches_the_same_in_another_process(app, asked, tmp_path, clock):
    first = app.learning.relearn()
    app.close()
    again = build(Paths.under(tmp_path), clock=clock)
    assert again.learning.relearn() == first
    assert again.learning.calibration() == first
    again.close()


def test_the_switch_stops_noting_and_correcting(app, asked, clock):
    before = places(app, asked)
    app.learning.relearn()
    app.settings.set("is_learning_enabled", "false")
    assert places(app, asked) == before
    app.answering.ask(question("garden"), Job())
    app.curating.open(asked["garden", "wanted"])
    assert state(app).shown == 12
    assert not app.learning.relearn_when_due()


def test_what_the_answer_cites_by_itself_teaches_nothing(app, clock):
    for place in range(20):
        item = Item(new_id(clock.now_ms()), ItemKind.NOTE, f"the key number {place} is blue", clock.now_ms())
        app.items.add(item)
    for place in range(15):
        answer = app.answering.ask(f"where is the key number {place}?", Job())
        assert answer.citations
    assert app.learning.relearn().count == 0


def test_a_use_long_after_the_answer_is_not_the_answers(app, asked, clock):
    app.learning.reset()
    for topic in TOPICS:
        app.answering.ask(question(topic), Job())
        clock.advance(WITHIN_MS + 1)
        app.curating.open(asked[topic, "wanted"])
        clock.advance(1)
    assert app.learning.relearn().count == 0


def test_pinned_and_put_off_are_noted(app, asked, clock):
    app.learning.reset()
    app.answering.ask(question("garden"), Job())
    app.curating.pin(asked["garden", "wanted"])
    app.curating.pin(asked["garden", "wanted"])  # again: nothing new
    app.curating.not_now(asked["garden", "words"])
    kinds = [use.kind for use in app.residents.uses([asked["garden", "wanted"]])[asked["garden", "wanted"]]]
    assert kinds.count(UseKind.PINNED) == 1
    assert app.learning.relearn().count == 1


def test_another_scorer_starts_anew(app, asked):
    learned = app.learning.relearn()
    app.learning.keep(LearnedFrom.USE, Calibration("9-other", learned.weights, count=12), 1)
    assert app.learning.calibration() is None


def test_no_word_of_a_question_is_in_the_log(app, asked, tmp_path):
    with app.database.reading() as connection:
        rows = connection.execute("SELECT * FROM exposures").fetchall()
        kept = connection.execute("SELECT * FROM exposure_rows").fetchall()
    assert not any("plan" in str(value) for row in [*rows, *kept] for value in row)
    assert len(kept) > len(rows)


def test_the_command_line_tells_and_forgets(app, asked):
    app.learning.relearn()
    told = run_command(app, Request(["mind", "--learned"], locale="en_GB.UTF-8"))
    assert told.status == 0
    assert told.stdout.startswith("Learned from 12 uses: ")
    data = json.loads(run_command(app, Request(["mind", "--learned", "--json"])).stdout)
    assert data["use"]["count"] == 12
    gone = run_command(app, Request(["mind", "--reset-learning"], locale="zh_CN.UTF-8"))
    assert gone.stdout == "已忘记学到的内容。\n"
    told = run_command(app, Request(["mind", "--learned"], locale="en_GB.UTF-8"))
    assert told.stdout == "Nothing learned from use yet.\n"


EFFECTS = ((ReasonKind.DATES, 0.9), (ReasonKind.WORDS, -0.4), (ReasonKind.SESSION, 0.01))


@pytest.mark.parametrize(
    ("given", "english", "chinese"),
    [
        (LearnedState(False, 3, None, None), ["Learning is switched off."], ["学习已关闭。"]),
        (LearnedState(True, 0, None, None), ["Nothing learned from use yet."], ["还没有从使用中学到什么。"]),
        (
            LearnedState(True, 4, Calibration("m", count=1), None),
            ["Nothing learned from use yet: 1 use is noted, and it takes some more."],
            ["还没有从使用中学到什么：目前记下 1 次使用，还需要再多一些。"],
        ),
        (
            LearnedState(True, 40, Calibration("m", count=34, before=1.0, after=1.1), None),
            ["Went through 34 uses: what you use is found well as it is."],
            ["看过 34 次使用：现在的排序已经合适，没有改动。"],
        ),
        (
            LearnedState(True, 40, Calibration("m", (1.0,), 0.0, EFFECTS, 34), Calibration("m", (1.0,), count=200)),
            [
                "Learned from 34 uses: dates count more, shared words count less.",
                "Rehearsed your notes with 200 questions: small changes everywhere.",
            ],
            ["从 34 次使用中学到：更看重日期、不太看重相同的词。", "用 200 个问题演练过你的笔记：各处略有调整。"],
        ),
        (
            LearnedState(True, 0, None, Calibration("m", count=200), NOON_MS),
            [
                "Nothing learned from use yet.",
                "Rehearsed your notes with 200 questions: your use bears nothing of it out, so nothing changed.",
                f"Last rehearsal: {NOON}.",
            ],
            [
                "还没有从使用中学到什么。",
                "用 200 个问题演练过你的笔记：你的使用没有证实什么变化，因此未作改动。",
                f"上次演练：{NOON}。",
            ],
        ),
    ],
)
def test_what_was_learned_is_said_in_words(given, english, chinese):
    assert learned_lines(given, Language.ENGLISH) == english
    assert learned_lines(given, Language.CHINESE) == chinese


def test_a_use_belongs_to_the_latest_answer_that_showed_the_item(app, asked, clock):
    app.learning.reset()
    app.answering.ask(question("garden"), Job())
    clock.advance(60_000)
    app.answering.ask(question("garden"), Job())
    app.residents.record([Use(asked["garden", "wanted"], UseKind.OPENED, clock.now_ms())])
    assert app.learning.relearn().count == 1


def facts(app):
    return {fact.subject: fact for fact in app.diagnosing.facts()}


def test_the_doctor_tells_what_weighs_and_what_was_learned(app, asked):
    assert facts(app)["scorer"].value == app.scorer.name
    assert facts(app)["learned"].word == "none"
    app.learning.relearn()
    assert (facts(app)["learned"].value, facts(app)["learned"].reason) == ("12", "in_force")
    app.learning.keep(LearnedFrom.REHEARSAL, Calibration(app.scorer.name, count=200), app.clock.now_ms())
    assert facts(app)["rehearsed"].reason == "unchanged"
    app.settings.set("is_learning_enabled", "false")
    assert facts(app)["learned"].word == "doctor.learned.off"


class NoScorer:
    name = ""
    groups = ()

    @property
    def provider(self):
        raise ModelMissing(path="scorer.onnx")


def test_the_doctor_says_when_the_formula_takes_over(tmp_path, clock):
    made = build(Paths.under(tmp_path), clock=clock)
    made.parts["scorer"] = NoScorer()
    assert facts(made)["scorer"].word == "doctor.scorer.formula"
    told = run_command(made, Request(["doctor"], locale="en_GB.UTF-8"))
    assert "none: the built-in formula takes their place" in told.stdout
    made.close()


class NoEncoder:
    name = ""

    @property
    def provider(self):
        raise ModelMissing(path="encoder.onnx")


def test_the_doctor_says_how_many_passages_are_known_by_meaning(tmp_path, clock):
    made = build(Paths.under(tmp_path), clock=clock)
    made.items.add(Item(id="1", kind=ItemKind.NOTE, text="tea", created_at_ms=clock.now_ms()))
    assert (facts(made)["encoder"].value, facts(made)["encoder"].reason) == ("0/1", "pending")
    made.encoding.catch_up(Job())
    assert (facts(made)["encoder"].value, facts(made)["encoder"].reason) == ("1/1", "")
    made.close()


def test_the_doctor_says_when_search_goes_by_words_alone(tmp_path, clock):
    made = build(Paths.under(tmp_path), clock=clock)
    made.parts["encoder"] = NoEncoder()
    told = run_command(made, Request(["doctor"], locale="en_GB.UTF-8"))
    assert "encoder.onnx is not the encoder this program came with; notes are found by words alone" in told.stdout
    assert facts(made)["encoder"].health is Health.BAD  # "install it again" is something to do
    made.close()


def test_the_formula_takes_over_from_a_scorer_that_loses_and_a_reset_gives_it_back(tmp_path, clock):
    app = build(Paths.under(tmp_path), clock=clock)
    app.parts["scorer"] = ContraryScorer()
    for topic in TOPICS:
        text = f"the {topic} plan and budget in March"
        app.items.add(Item(new_id(clock.now_ms()), ItemKind.NOTE, text, clock.now_ms() - HOUR_MS))
    focus = "What about the {} plan and budget in March?"

    def first(topic):
        return app.recalling.recall(focus.format(topic), limit=50)[0].item.text

    def teach():
        for topic in TOPICS:
            weighed = app.recalling.recall(focus.format(topic), limit=20)
            app.learning.shown(weighed)
            used = next(one.item.id for one in weighed if one.item.text == f"the {topic} plan and budget in March")
            app.curating.open(used)
            clock.advance(HOUR_MS)

    teach()
    assert not app.learning.relearn().is_formula  # a dozen answers are too few
    before = first("garden")
    teach()
    assert app.learning.relearn().is_formula
    assert before != first("garden") == "the garden plan and budget in March"
    assert facts(app)["scorer"].word == "doctor.scorer.taken_over"
    assert any("formula" in line for line in learned_lines(state(app), Language.ENGLISH))
    assert any("公式" in line for line in learned_lines(state(app), Language.CHINESE))
    app.close()

    app = build(Paths.under(tmp_path), clock=clock)
    app.parts["scorer"] = ContraryScorer()
    assert first("garden") == "the garden plan and budget in March"  # also after a restart
    app.learning.reset()
    assert first("garden") == before
    assert facts(app)["scorer"].word != "doctor.scorer.taken_over"
    app.close()
