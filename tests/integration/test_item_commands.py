"""The commands on single items over a real store, in both languages, and undo of each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.app import App, build
from assistant.cli.output import Outcome
from assistant.cli.run import Request, run_command
from assistant.paths import Paths
from tests.fakes import FakeNotifier, FixedClock

Run = Callable[..., Outcome]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock.at("2026-11-24T09:00", "Europe/Berlin")


@pytest.fixture
def app(tmp_path: Path, clock: FixedClock) -> Iterator[App]:
    app = build(Paths.under(tmp_path / "home"), clock=clock, notifier=FakeNotifier())
    yield app
    app.close()


@pytest.fixture
def run(app: App, tmp_path: Path) -> Run:
    def carry_out(*argv: str, locale: str = "en_GB.UTF-8") -> Outcome:
        return run_command(app, Request(argv, None, str(tmp_path), locale))

    return carry_out


def data(outcome: Outcome):
    assert outcome.status == 0, outcome.stderr
    return json.loads(outcome.stdout)


def keep(run: Run, text: str) -> str:
    return data(run("capture", text, "--json"))["id"]


def test_a_capture_says_everything_it_recognised(run: Run):
    outcome = run("capture", "waiting for Anna: contract ~1h30m from Monday")
    assert "waiting for Anna" in outcome.stdout
    assert "about 1 h 30 min" in outcome.stdout
    assert "from Mon" in outcome.stdout
    kept = data(run("capture", "等王老师回复 约半小时 从周一开始", "--json"))
    assert (kept["waiting_for"], kept["effort_minutes"], kept["not_before"]) == (
        "王老师",
        30,
        "2026-11-29T23:00:00.000Z",
    )
    assert "每周一" in run("capture", "每周一九点开会", locale="zh_CN.UTF-8").stdout


def test_today_alone_is_the_digest(run: Run):
    keep(run, "call Anna today 3pm")

    assert run("today").stdout == run("digest").stdout
    assert data(run("today", "--json")) == data(run("digest", "--json"))


def test_the_day_is_cleared_and_comes_back(run: Run, app: App):
    ids = [keep(run, line) for line in ("call Anna today 3pm", "buy shoes")]
    tomorrow = keep(run, "call Bob tomorrow 3pm")

    assert run("today", "clear").stdout == "2 things moved to tomorrow\n"
    assert run("today", "clear").stdout == "Nothing is left for today.\n"
    assert run("undo").stdout == "Taken back: Day cleared\n"
    cleared = data(run("today", "clear", "--to", "shelf", "--json"))
    assert set(cleared["moved"]) == set(ids)
    assert cleared["to"] == "shelf"
    assert {item["id"] for item in data(run("aside", "--json"))} == set(ids)
    assert "Set aside" in run("digest").stdout
    run("undo")
    assert run("today", "clear", "--to", "next", "monday").stdout == "2 things moved to Mon 09:00\n"
    assert not app.items.get(tomorrow).is_set_aside
    assert run("today", "clear", "--to", "nonsense").status == 2


def test_done_and_open_again(run: Run, app: App):
    item_id = keep(run, "call Anna today 3pm")

    assert "Done: call Anna" in run("done", item_id).stdout
    assert app.items.get(item_id).is_done
    assert data(run("done", item_id, "--reopen", "--json"))[0]["done_at"] is None
    assert run("undo").stdout == "Taken back (Open again): call Anna today 3pm\n"
    assert app.items.get(item_id).is_done


def test_a_task_gets_another_time_in_words(run: Run):
    item_id = keep(run, "call Anna today 3pm")

    assert "Fri 16:00" in run("later", item_id, "friday", "4pm").stdout
    assert data(run("later", item_id, "never", "--json"))[0]["due_at"] is None
    assert "周五 16:00" in run("later", item_id, "周五下午四点", locale="zh_CN.UTF-8").stdout
    assert run("later", item_id, "whenever").status == 2


def test_aside_and_back(run: Run, app: App):
    item_id = keep(run, "call Anna today 3pm")
    assert run("aside").stdout == "Nothing is set aside.\n"

    assert "Set aside" in run("aside", item_id).stdout
    assert "call Anna" in run("aside").stdout
    assert "today 15:00" in run("aside", item_id, "--back").stdout
    assert not app.items.get(item_id).is_set_aside


def test_the_trash_from_the_command_line(run: Run, clock: FixedClock):
    first, second = keep(run, "call Anna"), keep(run, "call Bob")
    assert run("trash").stdout == "The trash is empty.\n"

    assert run("forget", first).stdout == "Moved to the trash: call Anna\n"
    assert [hit["id"] for hit in data(run("search", "call", "--json"))] == [second]
    assert "call Anna  (erased Thu 24 Dec)" in run("trash").stdout
    (listed,) = data(run("trash", "--json"))
    assert (listed["id"], listed["erased_at"]) == (first, "2026-12-24T08:00:00.000Z")
    assert run("trash", "restore", first).stdout == "Restored: call Anna\n"
    assert run("undo").stdout == "Taken back (Restored): call Anna\n"
    assert run("trash", "restore", first[-5:]).stdout == "Restored: call Anna\n"
    run("forget", first)
    assert data(run("trash", "erase", "anna", "--json")) == {"erased": 1}
    assert run("trash", "restore", first).status == 1
    assert run("trash", "restore").status == 2
    assert run("forget", second, "--now").stdout == "1 item erased for good\n"
    assert run("trash", "empty").stdout == "0 items erased for good\n"
    assert data(run("search", "call", "--json")) == []
    assert run("undo").stdout == "There is nothing to take back.\n"


def test_an_export_says_what_is_in_the_trash(run: Run, tmp_path: Path):
    keep(run, "call Bob")
    assert "trash" not in run("export", "first").stdout
    run("forget", keep(run, "call Anna"))

    assert "trash.jsonl holds what lies in the trash: 1 item" in run("export", "second").stdout

    (line,) = (tmp_path / "second" / "trash.jsonl").read_text("utf-8").splitlines()
    assert (json.loads(line)["text"], json.loads(line)["erased_at"][:10]) == ("call Anna", "2026-12-24")
    assert "call Anna" not in (tmp_path / "second" / "items.jsonl").read_text("utf-8")


def test_what_can_be_taken_back_is_listed(run: Run):
    item_id = keep(run, "call Anna today 3pm")
    run("done", item_id)
    run("forget", item_id)

    lines = run("undo", "--list").stdout.splitlines()
    assert lines == ["today 09:00  Moved to the trash: call Anna today 3pm", "today 09:00  Done: call Anna today 3pm"]
    assert [each["kind"] for each in data(run("undo", "--list", "--json"))] == ["forgotten", "done"]
    assert "已移到回收站" in run("undo", "--list", locale="zh_CN.UTF-8").stdout
    assert data(run("undo", "--json"))["ids"] == [item_id]


@pytest.mark.parametrize("command", ["done", "later", "aside", "forget"])
def test_an_unknown_id_is_said(run: Run, command: str):
    outcome = run(command, "nothing", *(["tomorrow"] if command == "later" else []))

    assert outcome.status == 1
    assert outcome.stderr.startswith("sidemind: ")


@pytest.mark.parametrize(("text", "said"), [("buy oat milk", "Oat milk"), ("给王老师买牛奶", "牛奶")])
def test_an_item_is_named_by_its_words_or_the_end_of_its_id(run: Run, app: App, text: str, said: str):
    item_id = keep(run, text)
    keep(run, "call Anna")

    assert data(run("done", *said.split(), "--json"))[0]["id"] == item_id
    assert data(run("done", item_id[-4:].lower(), "--reopen", "--json"))[0]["id"] == item_id
    assert data(run("later", said, "tomorrow 3pm", "--json"))[0]["id"] == item_id
    assert run("done", "oat mil").status == 1
    assert not app.items.get(item_id).is_done


@pytest.mark.parametrize(
    ("locale", "sentence"), [("en_GB.UTF-8", "More than one item fits"), ("zh_CN.UTF-8", "有几个条目")]
)
def test_of_several_items_none_is_taken(run: Run, app: App, locale: str, sentence: str):
    ids = [keep(run, "buy milk"), keep(run, "buy milk powder")]

    outcome = run("forget", "milk", locale=locale)

    assert outcome.status == 2
    assert sentence in outcome.stderr
    assert all(item_id[-6:] in outcome.stderr for item_id in ids)
    assert len(app.items.get_many(ids)) == 2
    assert data(run("done", "powder", "--json"))[0]["id"] == ids[1]
    assert data(run("done", "milk", "--json"))[0]["id"] == ids[0]  # the open one
    assert run("forget", "milk").status == 2  # whether done or not


def test_what_was_taken_back_is_done_again(run: Run, app: App):
    item_id = keep(run, "call Anna today 3pm")
    run("done", item_id)
    run("undo")

    assert run("redo", "--list").stdout == "today 09:00  Done: call Anna today 3pm\n"
    assert [each["kind"] for each in data(run("redo", "--list", "--json"))] == ["done"]
    assert run("redo").stdout == "Done again (Done): call Anna today 3pm\n"
    assert app.items.get(item_id).is_done
    assert run("redo").stdout == "There is nothing to do again.\n"
    assert run("redo", "--list").stdout == "There is nothing to do again.\n"
    assert data(run("redo", "--json")) is None
    run("undo")
    assert data(run("redo", "--json"))["ids"] == [item_id]
    run("undo")
    assert run("redo", locale="zh_CN.UTF-8").stdout == "已重做（已完成）：call Anna today 3pm\n"


def test_a_capture_that_was_taken_back_is_kept_again(run: Run, app: App):
    item_id = keep(run, "call Anna today 3pm")
    assert run("undo").stdout == "Taken back (Kept): call Anna today 3pm\n"
    assert app.items.count() == 0

    assert run("redo").stdout == "Done again (Kept): call Anna today 3pm\n"
    assert [item.id for item in app.items.everything()] == [item_id]
    assert run("undo").stdout == "Taken back (Kept): call Anna today 3pm\n"


def test_nothing_is_done_again_after_something_new(run: Run):
    item_id = keep(run, "call Anna today 3pm")
    run("done", item_id)
    run("undo")
    keep(run, "buy milk")

    assert run("redo").stdout == "There is nothing to do again.\n"
