"""Questions written for the rehearsal: how they are kept and go, and that a real model's process gives way at once."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.app import App, Paths, build
from assistant.cli.run import Request, run_command
from assistant.domain.item import Item, ItemKind
from assistant.domain.job import Cancelled, Job
from assistant.domain.learning import LearnedFrom, WrittenQuestion
from assistant.models.generator import LlamaGenerator
from assistant.services import rehearsing
from assistant.services.learning import Learning
from assistant.store.written_questions import SqliteWrittenQuestions
from tests.fakes import FakeItems, FakeWrittenQuestions
from tests.integration.stores import Store
from tests.tiny_gguf import write_tiny_gguf

BLUE = Item("01BLUE", ItemKind.NOTE, "the door is blue", 1)
CODE = Item("01CODE", ItemKind.NOTE, "门的密码是 4711", 2)


@pytest.fixture(params=["fake", "sqlite"])
def kept(request: pytest.FixtureRequest, tmp_path: Path):
    """The items and the questions about them."""
    if request.param == "fake":
        items = FakeItems()
        made = items, FakeWrittenQuestions(items)
    else:
        store = Store(tmp_path / "store.db")
        made = store.items, SqliteWrittenQuestions(store.database)
    for item in (BLUE, CODE):
        made[0].add(item)
    return made


def test_what_was_written_is_read_back_oldest_first(kept) -> None:
    _, questions = kept
    questions.add(CODE, "怎么进门？", 20)
    questions.add(BLUE, "Which colour was it?", 10)
    assert questions.usable() == [
        WrittenQuestion("Which colour was it?", BLUE.id),
        WrittenQuestion("怎么进门？", CODE.id),
    ]
    assert questions.tried([BLUE, CODE]) == {BLUE.id, CODE.id}
    assert questions.tries(20) == (2, 1)


def test_a_try_that_was_of_no_use_counts_and_asks_nothing(kept) -> None:
    _, questions = kept
    questions.add(BLUE, "", 10)
    assert questions.usable() == []
    assert questions.tried([BLUE, CODE]) == {BLUE.id}
    assert questions.tries(0) == (1, 1)


def test_a_question_about_an_item_that_reads_otherwise_is_not_asked(kept) -> None:
    items, questions = kept
    questions.add(BLUE, "Which colour was it?", 10)
    green = replace(BLUE, text="the door is green", updated_at_ms=11)
    items.save(green)
    assert questions.usable() == []
    assert questions.tried([green]) == set()
    questions.add(green, "Which colour is it now?", 12)
    assert [one.text for one in questions.usable()] == ["Which colour is it now?"]
    assert questions.tries(0) == (1, 1)


def test_a_question_goes_with_its_item(kept) -> None:
    items, questions = kept
    questions.add(BLUE, "Which colour was it?", 10)
    items.forget([BLUE.id])
    assert questions.tries(0) == (0, 0)
    assert questions.usable() == []


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setattr("assistant.platform.quiet.is_on_mains", lambda: True)
    monkeypatch.setattr(Learning, "can_prove", lambda _: True)  # nothing was used in these stores
    monkeypatch.setattr(rehearsing, "LEAST_ITEMS", 4)
    made = build(Paths.under(tmp_path / "home"))
    for number in range(6):
        made.capturing.capture(f"some words about the thing number {number}", ItemKind.NOTE)
    yield made
    made.close()


@pytest.fixture
def questioned(app: App) -> App:
    """With a question about its newest item."""
    (newest,) = app.items.recent(limit=1)
    app.written_questions.add(newest, "Which secret word was zebrafish?", 10)
    return app


def told(app: App, *argv: str, locale: str = "en_GB.UTF-8") -> str:
    return run_command(app, Request(list(argv), locale=locale)).stdout


def test_settings_and_the_doctor_say_how_many_were_written(questioned: App) -> None:
    sentence = "The local language model wrote 1 question for rehearsals."
    assert sentence in told(questioned, "mind", "--learned").splitlines()
    assert json.loads(told(questioned, "mind", "--learned", "--json"))["written"] == 1
    assert "本地语言模型为演练写了 1 个问题。" in told(questioned, "mind", "--learned", locale="zh_CN.UTF-8")
    facts = {fact["subject"]: fact for fact in json.loads(told(questioned, "doctor", "--json"))}
    assert facts["written"]["value"] == "1"


def test_nothing_is_said_of_questions_where_there_are_none(app: App) -> None:
    assert "language model wrote" not in told(app, "mind", "--learned")
    assert "written" not in {fact["subject"] for fact in json.loads(told(app, "doctor", "--json"))}


def test_a_reset_erases_them_from_every_file(questioned: App) -> None:
    told(questioned, "mind", "--reset-learning")
    assert questioned.written_questions.tries(0) == (0, 0)
    assert not holds(questioned, b"zebrafish")


def test_what_is_forgotten_takes_its_question_along(questioned: App) -> None:
    assert holds(questioned, b"zebrafish")
    (newest,) = questioned.items.recent(limit=1)
    told(questioned, "forget", newest.id)
    assert questioned.written_questions.tries(0) == (0, 0)
    told(questioned, "trash", "erase", newest.id)
    assert not holds(questioned, b"zebrafish")


def holds(app: App, text: bytes) -> bool:
    folder = app.paths.database.parent
    return any(text in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_rehearsal_asks_what_was_written_first(questioned: App, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    recall = questioned.recalling.recall

    def noting(text: str, **options: int):
        asked.append(text)
        return recall(text, **options)

    monkeypatch.setattr(questioned.recalling, "recall", noting)
    monkeypatch.setattr(rehearsing, "QUESTIONS", 12)
    assert questioned.rehearsing.rehearse(Job(), pause=lambda _: None) is not None
    assert asked[0] == "Which secret word was zebrafish?"
    assert len(asked) == 12


def test_without_a_language_model_nothing_is_written(app: App) -> None:
    assert not app.writing_questions.is_due()
    told(app, "mind", "--rehearse")
    assert app.written_questions.tries(0) == (0, 0)
    assert app.learning.state().rehearsal is not None


@pytest.fixture
def tiny(app: App, tmp_path: Path) -> App:
    app.model_files.add(str(write_tiny_gguf(tmp_path / "tiny-chatml.gguf", context_tokens=2048)))
    return app


def test_a_model_that_writes_nonsense_is_tried_once_for_each_item_and_leaves_no_process(tiny: App) -> None:
    assert tiny.writing_questions.is_due()
    tiny.writing_questions.write(Job(), pause=lambda _: None)
    assert tiny.written_questions.tries(0)[0] == 6
    assert tiny.generator.process_id is None  # type: ignore[attr-defined]
    assert not tiny.writing_questions.is_due()


def test_the_command_line_writes_before_it_rehearses(tiny: App) -> None:
    emitted: list[str] = []
    request = Request(["mind", "--rehearse"], locale="en_GB.UTF-8", is_terminal=True)
    outcome = run_command(tiny, request, emit=emitted.append)
    assert outcome.status == 0
    assert ["Ctrl+C" in piece for piece in emitted] == [True]
    assert tiny.written_questions.tries(0)[0] == 6
    assert tiny.learning._learned.load(LearnedFrom.REHEARSAL) is not None


class _Endless:
    """A real model told to write on and on; says when it begins."""

    def __init__(self, generator: LlamaGenerator, began: Callable[[], object]) -> None:
        self._generator = generator
        self._began = began
        self.model_name = generator.model_name

    def stream(self, messages, *, max_tokens, job, variation=0):
        del max_tokens
        for piece in self._generator.stream(messages, max_tokens=100_000, job=job, variation=variation):
            self._began()
            yield piece

    def forget(self) -> None:
        self._generator.forget()


@pytest.mark.parametrize("by", ["a key", "somebody at another window"])
def test_the_model_is_stopped_in_the_middle_of_a_question(tiny: App, by: str, monkeypatch: pytest.MonkeyPatch) -> None:
    generator, job, is_wanted = tiny.generator, Job(), threading.Event()
    began = job.cancel if by == "a key" else is_wanted.set
    monkeypatch.setattr(tiny.writing_questions, "_generator", _Endless(generator, began))  # type: ignore[arg-type]
    try:
        tiny.writing_questions.write(job, may_go_on=lambda: not is_wanted.is_set(), pause=lambda _: None)
    except Cancelled:
        assert by == "a key"
    else:
        assert by != "a key"
    assert tiny.written_questions.tries(0) == (0, 0)
    assert generator.process_id is None  # type: ignore[attr-defined]
