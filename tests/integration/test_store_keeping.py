from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.domain.conversation import Citation, Role
from assistant.domain.errors import ExportFailed, StoreBusy, StoreCorrupt, StoreError
from assistant.domain.item import ItemKind
from assistant.services.maintaining import Maintaining
from assistant.store.keeping import StoreKeeper, worth_keeping
from assistant.store.passages import SqlitePassages
from assistant.store.spool import FileSpool
from tests.fakes import FixedClock
from tests.integration.stores import NOW, Store, a_conversation, a_turn, an_item, an_occurrence

HOUR_MS = 3_600_000


class Home:
    """A store with its spool, a clock and the service."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder / "store.db")
        self.folder = folder
        self.spool = FileSpool(folder / "spool.jsonl")
        self.clock = FixedClock(NOW)
        self.keeper = StoreKeeper(self.store.database)
        store = self.store
        self.maintaining = Maintaining(
            store.items, store.occurrences, store.conversations, self.spool, self.keeper, self.clock
        )

    def damage(self) -> None:
        """Ruin the page on which the first items lie."""
        self.store.database.close()
        content = bytearray(self.store.path.read_bytes())
        place = content.index(b"note 3 ") // 4096 * 4096
        content[place : place + 8] = b"\xff" * 8
        self.store.path.write_bytes(content)

    def quarantined(self) -> list[Path]:
        return sorted(self.folder.glob("store.db.damaged-*"))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def test_backups_are_thinned_as_they_age() -> None:
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    made = [now - timedelta(hours=hours) for hours in range(24 * 500)]
    kept = worth_keeping(made, now)
    assert {instant for instant in made if now - instant < timedelta(days=2)} <= kept
    assert 48 + 12 < len(kept) <= 48 + 12 + 10 + 9
    assert min(kept) < now - timedelta(days=200)
    assert worth_keeping(sorted(kept), now) == kept
    assert worth_keeping([], now) == set()


def test_a_backup_is_one_private_file_with_everything(home: Home) -> None:
    home.store.keep("note")
    path = home.maintaining.backup()
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    copy = Store(path)
    assert copy.found("note") == ["note"]
    copy.database.close()


def test_a_backup_is_made_hourly_when_something_changed(home: Home) -> None:
    home.store.keep("note")
    # The store's files bear the machine's time, so the clock goes by it, a second later.
    home.clock.set(int(datetime.now(UTC).timestamp() * 1000) + 1000)
    assert home.maintaining.backup_when_due() is not None
    assert home.maintaining.backup_when_due() is None
    home.clock.advance(HOUR_MS)
    assert home.maintaining.backup_when_due() is None  # nothing changed since
    os.utime(home.store.path, (home.clock.now_ms() / 1000,) * 2)
    assert home.maintaining.backup_when_due() is not None


def test_a_damaged_store_is_not_backed_up_and_old_backups_stay(home: Home) -> None:
    for number in range(300):
        home.store.keep(f"note {number} ")
    first = home.maintaining.backup()
    home.damage()
    with pytest.raises(StoreCorrupt):
        home.maintaining.backup()
    assert list(first.parent.iterdir()) == [first]


def test_a_damaged_store_is_set_aside_and_the_newest_sound_backup_comes_back(home: Home) -> None:
    for number in range(300):
        home.store.keep(f"note {number} ", NOW + number)
    oldest = home.maintaining.backup()
    home.clock.advance(1000)
    home.maintaining.backup().write_bytes(b"ruined")
    for number in range(300, 400):
        home.store.keep(f"note {number} ", NOW + number)
    home.damage()
    with pytest.raises(StoreCorrupt):
        home.store.items.count()
    restored = home.maintaining.restore()
    assert restored is not None
    assert restored.made_at_ms == made_at_ms(oldest)
    assert restored.taken_over == 100
    assert Path(restored.damaged) == home.quarantined()[0]
    assert home.maintaining.check() == []
    # What was kept after the backup is read from the damaged file.
    assert [item.text for item in home.store.items.everything()] == [f"note {number} " for number in range(400)]
    assert home.store.found("399") == ["note 399 "]
    assert home.quarantined()[0].stat().st_size > 100_000


def made_at_ms(backup: Path) -> int:
    return round(datetime.strptime(f"{backup.stem}+0000", "backup-%Y%m%dT%H%M%S%fZ%z").timestamp() * 1000)


def test_without_a_sound_backup_a_new_store_begins_with_what_can_be_read(home: Home) -> None:
    for number in range(300):
        home.store.keep(f"note {number} ")
    home.damage()
    before = home.store.path.read_bytes()
    restored = home.maintaining.restore()
    assert restored is not None
    assert restored.made_at_ms is None
    assert 0 < restored.taken_over <= 300
    assert home.maintaining.check() == []
    assert home.store.items.count() == restored.taken_over
    assert home.quarantined()[0].read_bytes() == before


def test_after_a_restore_questions_do_not_read_what_was_known_of_the_other_file(home: Home) -> None:
    home.store.keep("apples ")
    home.maintaining.backup()
    home.store.keep("pears ")
    home.store.keep("plums ")
    passages = SqlitePassages(home.store.database)
    assert passages.table().numbers.size == 3
    [pears] = passages.table().item_rows[passages.postings("pear")[0]]
    home.store.database.close()
    for tail in ("", "-wal", "-shm"):
        home.store.path.with_name(home.store.path.name + tail).unlink(missing_ok=True)
    home.store.path.write_bytes(b"rubbish" * 1000)
    assert home.maintaining.restore() is not None
    assert passages.table().numbers.size == 1
    assert passages.postings("pear")[0].size == 0
    assert pears == 1


def test_a_sound_store_is_never_replaced(home: Home) -> None:
    home.store.keep("old")
    home.maintaining.backup()
    home.store.keep("new")
    assert home.maintaining.restore() is None
    assert home.store.items.count() == 2


def test_a_file_that_is_no_database_is_replaced(home: Home) -> None:
    home.store.keep("old")
    home.maintaining.backup()
    home.store.database.close()
    home.store.path.write_bytes(b"rubbish" * 1000)
    assert home.maintaining.restore() is not None
    assert home.store.found("old") == ["old"]
    assert home.quarantined()[0].read_bytes() == b"rubbish" * 1000


def test_a_store_that_another_process_has_open_is_not_replaced(home: Home) -> None:
    for number in range(300):
        home.store.keep(f"note {number} ")
    home.maintaining.backup()
    home.damage()
    code = (
        "import sys; from pathlib import Path; from assistant.store.linking import connect;"
        "c = connect(Path(sys.argv[1]));"
        "print(c.execute('SELECT count(*) FROM sqlite_master').fetchone(), flush=True); input()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(home.store.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout
    assert other.stdout.readline()
    with pytest.raises(StoreBusy):
        home.maintaining.restore()
    assert home.quarantined() == []
    other.communicate("\n")
    assert home.maintaining.restore() is not None


def test_an_export_holds_everything(home: Home) -> None:
    store = home.store
    task = store.keep("pay rent <b>\nat once", NOW, ItemKind.TASK, due_at_ms=NOW + 5, done_at_ms=NOW + 9, tags=("家",))
    store.occurrences.add(an_occurrence(task))
    edited = store.keep("old words", NOW + 1)
    store.items.save(type(edited)(edited.id, edited.kind, "new words", edited.created_at_ms))
    conversation = a_conversation("Rent?")
    store.conversations.start(conversation)
    store.conversations.add_turn(
        a_turn(conversation, "paid [1]", Role.ASSISTANT, citations=(Citation(1, task.id, "r", 1),))
    )
    waiting = an_item("waits \ud800", NOW - 40 * 24 * HOUR_MS)
    home.spool.append(waiting, an_occurrence(waiting))
    home.spool.append(task, None)  # replayed, not yet cleared
    paths = home.maintaining.export(home.folder / "export")
    names = ["items.jsonl", "conversations.jsonl", "markdown/2026-08.md", "markdown/2026-09.md"]
    assert [str(path.relative_to(home.folder / "export")) for path in paths] == names
    first, second, third = (json.loads(line) for line in paths[0].read_text(encoding="utf-8").splitlines())
    assert (first["id"], first["text"], first["tags"]) == (task.id, task.text, ["家"])
    assert first["due_at"] == "2026-09-21T14:13:20.005+00:00"
    assert first["reminders"][0]["wall_time"] == "2026-09-21T15:33"
    assert second["history"][0]["text"] == "old words"
    assert (third["is_spooled"], first["is_spooled"], len(third["reminders"])) == (True, False, 1)
    [talk] = (json.loads(line) for line in paths[1].read_text(encoding="utf-8").splitlines())
    assert talk["turns"][0]["citations"] == [{"number": 1, "item": task.id, "text": "r"}]
    september = paths[3].read_text(encoding="utf-8")
    assert "## 2026-09-21" in september
    assert "\n> pay rent <b>\n> at once\n" in september
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths} == {0o600}


def test_an_export_of_nothing_is_two_empty_files(home: Home) -> None:
    paths = home.maintaining.export(home.folder / "export")
    assert [path.read_bytes() for path in paths] == [b"", b""]


def test_an_export_into_a_file_is_said(home: Home) -> None:
    (home.folder).mkdir()
    (home.folder / "export").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError):
        home.maintaining.export(home.folder / "export")


def test_the_store_is_checked_whole_once_a_day(home: Home) -> None:
    home.keeper.check = lambda: ["page 7 is damaged"]  # type: ignore[method-assign]
    assert home.maintaining.check_when_due() == ["page 7 is damaged"]
    assert home.maintaining.check_when_due() == []
    home.clock.advance(24 * HOUR_MS)
    assert home.maintaining.check_when_due() == ["page 7 is damaged"]


def test_an_export_to_a_folder_that_cannot_be_made_speaks_of_the_folder(home: Home) -> None:
    home.store.keep("note")
    in_the_way = home.folder / "file"
    in_the_way.write_text("not a folder")
    with pytest.raises(ExportFailed) as caught:
        home.maintaining.export(in_the_way)
    assert caught.value.facts == {"path": str(in_the_way), "reason": "File exists"}
