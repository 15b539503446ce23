"""What the world does to the store: full, read-only, damaged, busy. One clear error each, and nothing lost."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.domain.errors import SpoolFailed, StoreBusy, StoreCorrupt, StoreError
from assistant.store import database
from assistant.store.spool import FileSpool
from tests.integration.stores import Store, an_item

NOBODY = 65534

# Root may write everywhere: the child does everything once, so that all is imported, and becomes nobody.
PRELUDE = f"""
import os, resource, sys, tempfile
from pathlib import Path
from assistant.domain.errors import AssistantError
from assistant.domain.item import Draft
from assistant.store.drafts import FileDrafts
from assistant.store.settings_file import SettingsFile
from assistant.store.spool import FileSpool
from tests.integration.stores import Store, an_item
with tempfile.TemporaryDirectory() as folder:
    trial = Store(Path(folder, "store.db"))
    trial.keep("x")
    FileSpool(Path(folder, "spool")).append(an_item(), None)
    FileDrafts(Path(folder, "draft")).save(Draft("x"))
    SettingsFile(Path(folder, "settings")).set("theme", "dark")
    trial.database.close()
path = Path(sys.argv[1])
if os.geteuid() == 0:
    os.setgid({NOBODY})
    os.setuid({NOBODY})
"""


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder that nobody may use, when we are root: pytest's own folders are closed to it."""
    folder = Path(tempfile.mkdtemp(prefix="sidemind-test-"))
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


def _give_away(home: Path) -> None:
    if os.geteuid() == 0:
        for path in (home, *home.rglob("*")):
            os.chown(path, NOBODY, NOBODY)


def _child(code: str, path: Path) -> list[str]:
    command = [sys.executable, "-c", PRELUDE + code, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("limit", [1_000_000, 4_000_000])
def test_a_full_disk_is_said_and_nothing_acknowledged_is_lost(home: Path, limit: int) -> None:
    _give_away(home)
    lines = _child(
        f"""
store = Store(path)
store.items.count()
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, resource.RLIM_INFINITY))
try:
    for number in range(100000):
        print("kept", store.keep(f"note {{number}} " + "filler " * 50).id)
except AssistantError as error:
    print(type(error).__name__)
try:
    print("kept", store.keep("filler " * 2000).id)
except AssistantError as error:
    print(type(error).__name__)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print("kept", store.keep("after").id)
""",
        home / "store.db",
    )
    assert lines.count("StoreFull") == 2
    store = Store(home / "store.db")
    kept = [line.removeprefix("kept ") for line in lines if line.startswith("kept ")]
    assert len(kept) > 10
    assert list(store.items.get_many(kept)) == kept
    assert store.found("after") == ["after"]
    assert store.database.check() == []
    store.database.close()


def test_a_full_disk_stops_the_spool_without_half_a_line(home: Path) -> None:
    _give_away(home)
    lines = _child(
        """
spool = FileSpool(path)
resource.setrlimit(resource.RLIMIT_FSIZE, (20000, resource.RLIM_INFINITY))
try:
    for number in range(1000):
        spool.append(an_item(f"note {number}"), None)
        print("kept", number)
except AssistantError as error:
    print(type(error).__name__)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
spool.append(an_item("after"), None)
print([item.text for item, _ in spool.pending()] == [f"note {n}" for n in range(int(number))] + ["after"])
""",
        home / "spool.jsonl",
    )
    assert lines[-2:] == ["SpoolFailed", "True"]
    assert not (home / "spool.jsonl.damaged").exists()


def test_a_read_only_folder_is_said(home: Path) -> None:
    home.chmod(0o555)
    _give_away(home)
    lines = _child(
        """
for action in (
    lambda: Store(path).items.count(),
    lambda: Store(path.parent / "below" / "store.db").items.count(),
    lambda: FileSpool(path.with_name("spool")).append(an_item(), None),
    lambda: FileDrafts(path.with_name("draft")).save(Draft("x")),
    lambda: SettingsFile(path.with_name("settings")).set("theme", "dark"),
):
    try:
        action()
    except AssistantError as error:
        print(type(error).__name__)
""",
        home / "store.db",
    )
    assert lines == ["StoreReadOnly", "StoreReadOnly", "SpoolFailed", "StoreReadOnly", "StoreReadOnly"]
    assert list(home.iterdir()) == []


def test_a_read_only_file_can_be_read_and_says_so_when_written(home: Path) -> None:
    store = Store(home / "store.db")
    store.keep("x")
    store.database.close()
    store.path.chmod(0o444)
    _give_away(home)
    lines = _child(
        """
os.umask(0)
store = Store(path)
for action in (store.items.count, lambda: store.keep("y"), store.items.count):
    try:
        print(action())
    except AssistantError as error:
        print(type(error).__name__)
""",
        home / "store.db",
    )
    assert lines == ["1", "StoreReadOnly", "1"]


@pytest.mark.parametrize("content", [b"not a database, but long " * 200, b"SQLite format 3\0" + b"\xff" * 9000])
def test_a_file_that_is_no_database_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(content)
    with pytest.raises(StoreCorrupt) as caught:
        Store(path).items.count()
    assert caught.value.facts["path"] == str(path)
    assert path.read_bytes() == content


def test_damage_never_ends_in_anything_but_a_store_error(tmp_path: Path) -> None:
    """Pages zeroed, bytes turned, ends cut: every call works or says so."""
    sound = Store(tmp_path / "sound.db")
    for number in range(300):
        sound.keep(f"note {number} with some words to fill pages {number * 7919}")
    sound.database.close()
    content = sound.path.read_bytes()
    chance = random.Random(7)
    outcomes = {"said": 0, "silent": 0}
    for trial in range(60):
        damaged = bytearray(content)
        place = chance.randrange(len(content))
        if trial % 3 == 0:
            page = place // 4096 * 4096
            damaged[page : page + 4096] = bytes(4096)
        elif trial % 3 == 1:
            damaged[place : place + 64] = chance.randbytes(len(damaged[place : place + 64]))
        else:
            del damaged[place:]
        path = tmp_path / f"damaged-{trial}" / "store.db"
        path.parent.mkdir()
        path.write_bytes(damaged)
        store = Store(path)
        try:
            for action in (
                lambda store=store: store.keep("new words"),
                lambda store=store: store.found("note"),
                lambda store=store: list(store.items.everything()),
                lambda store=store: store.items.forget([next(store.items.everything()).id]),
            ):
                action()
            outcomes["silent"] += 1
        except StoreError:
            outcomes["said"] += 1
        finally:
            store.database.close()
    assert outcomes["said"] >= 35, outcomes


def test_a_writer_that_never_ends_makes_the_others_say_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 0.05)
    store = Store(tmp_path / "store.db")
    other = Store(tmp_path / "store.db")
    store.keep("x")
    with other.database.writing():
        assert store.items.count() == 1
        with pytest.raises(StoreBusy):
            store.keep("y")
    assert store.keep("y").text == "y"


def test_a_file_that_may_be_written_again_is_not_held_up_by_its_read_only_wal(home: Path) -> None:
    Store(home / "store.db").keep("x")
    for tail in ("-wal", "-shm"):
        (home / f"store.db{tail}").touch()
        (home / f"store.db{tail}").chmod(0o400)
    _give_away(home)
    lines = _child(
        """
store = Store(path)
store.keep("y")
print(store.items.count())
""",
        home / "store.db",
    )
    assert lines == ["2"]


def test_why_the_spool_failed_is_told_without_numbers_and_paths(home: Path) -> None:
    (home / "file").write_text("")
    spool = FileSpool(home / "file" / "spool")
    with pytest.raises(SpoolFailed) as caught:
        spool.append(an_item(), None)
    assert caught.value.facts["reason"] in ("File exists", "Not a directory")
