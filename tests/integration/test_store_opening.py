from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from assistant.domain.errors import LibraryTooOld, StoreCorrupt, StoreError, StoreTooNew
from assistant.store import migrations, opening, schema
from assistant.store.database import Database
from assistant.store.linking import SqliteError, connect
from tests.integration.stores import Store

TABLES = {
    "action_items": "action_number item_id before",
    "actions": "number kind at undone newest_item",
    "calibrations": "source model at content",
    "citations": "turn_number number item_id text created_at",
    "conversations": "id title created_at updated_at",
    "exposure_rows": "exposure_number place item_id logit features",
    "exposures": "number at model need",
    "index_state": "removals terms_version",
    "intentions": "item_id kind start end occasion action people topic is_repeating language created_at state"
    " expires_at shown_at shown_count episode settled_at",
    "item_versions": "number item_number text replaced_at",
    "items": "number id kind text created_at provenance language updated_at due_at done_at is_pinned not_before_at"
    " session position speaker tags people is_indexed revision rrule first_wall zone"
    " is_deadline waiting_for effort_minutes rolls rolled_at set_aside_at"
    " repeats_after_done except_days is_absolute is_insistent",
    "occurrences": "id item_id due_at zone wall_time state claimed_by claims shown_at answered_at asks",
    "passages": "number item_number position start end length",
    "rehearsal_questions": "item_id text_hash question written_at",
    "residents": "item_id weight",
    "tombstones": "number item_id let_go_at cause weight",
    "trash": "item_id trashed_at content",
    "turns": "number id conversation_id role text created_at state model notice item_id",
    "uses": "number item_id kind at amount",
    "vectors": "number passage_number model pieces vector",
    "on_screen": "server number occurrence_id item_id",
}


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_blank_store_has_these_tables_and_all_are_strict(tmp_path: Path) -> None:
    with Database(tmp_path / "store.db").reading() as connection:
        rows = connection.execute(
            "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
            " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlite_%'"
        ).fetchall()
        names = "SELECT name FROM pragma_table_info(?)"
        names = "SELECT name FROM pragma_table_info(?)"
        columns = {name: connection.execute(names, (name,)).fetchall() for name, _ in rows}
    assert {name: " ".join(row[0] for row in found) for name, found in columns.items()} == TABLES
    assert all(strict for _, strict in rows)


def test_a_connection_has_our_settings(tmp_path: Path) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "busy_timeout": 5000,
    }
    database = Database(tmp_path / "store.db")
    with database.writing() as connection:
        connection.execute("UPDATE index_state SET removals = 1")
    for connection in (database.connection(), connect(database.path)):
        assert {name: connection.execute(f"PRAGMA {name}").fetchone() for name in wanted} == {
            name: (value,) for name, value in wanted.items()
        }
        if connection is not database.connection():
            connection.close()


def test_the_names_of_the_steps_are_the_steps() -> None:
    names = [step.name for step in migrations.migrations._migrations]
    assert tuple(names) == schema.STEPS


def test_nobody_else_can_read_the_files(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        store = Store(tmp_path / "one" / "two" / "store.db")
        store.keep("x")
        store.database.backup_to(tmp_path / "one" / "backups" / "copy.sqlite")
        files = [path for path in (tmp_path / "one").rglob("*") if path.is_file()]
        assert {path.name for path in files} == {"store.db", "store.db-wal", "store.db-shm", "copy.sqlite"}
        assert {_mode(path) for path in files} == {0o600}
        folders = [tmp_path / "one", tmp_path / "one" / "two", tmp_path / "one" / "backups"]
        assert {_mode(path) for path in folders} == {0o700}
    finally:
        os.umask(before)


def test_open_modes_are_repaired_at_the_start(tmp_path: Path) -> None:
    path = tmp_path / "home" / "store.db"
    Store(path).keep("x")
    path.chmod(0o644)
    path.parent.chmod(0o755)
    assert Store(path).items.count() == 1
    assert (_mode(path), _mode(path.parent)) == (0o600, 0o700)


def test_a_shared_folder_of_the_system_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "like-tmp"
    folder.mkdir()
    folder.chmod(0o1777)
    Store(folder / "store.db").keep("x")
    assert Store(folder / "store.db").items.count() == 1
    assert _mode(folder) == 0o1777


def test_a_newer_store_is_refused_and_untouched(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.db")
    store.keep("x")
    with store.database.writing() as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('sidemind', 'm0999_new', '')"
        )
    store.database.close()
    before = store.path.read_bytes()
    with pytest.raises(StoreTooNew) as caught:
        store.items.count()
    assert caught.value.facts == {"path": str(store.path), "version": "m0999_new"}
    assert store.path.read_bytes() == before


def test_another_programs_database_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    connection = connect(path)
    connection.execute("CREATE TABLE mine (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreCorrupt):
        Store(path).items.count()
    assert path.read_bytes() == before


def test_an_old_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "SQLITE_VERSION", (3, 51, 2))
    with pytest.raises(LibraryTooOld) as caught:
        Store(tmp_path / "store.db").items.count()
    assert caught.value.facts == {"version": "3.51.2", "needed": "3.51.3"}
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "store.db").touch()
    Store(tmp_path / "store.db").keep("x")


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "store.db").mkdir()
    with pytest.raises(StoreError):
        Store(tmp_path / "store.db").items.count()


@pytest.fixture
def two_steps(monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """A program with a second step, which can be made to fail."""
    fails = {"now": False}
    newer = migrations.Migrations(schema.MIGRATION_SET)
    for name in schema.STEPS:
        newer(name=name)(getattr(migrations, name))

    @newer()
    def m9999_more(db: migrations.SchemaDatabase) -> None:
        db.execute("CREATE TABLE more (x INTEGER) STRICT")
        db.execute("UPDATE items SET text = text || '!'")
        if fails["now"]:
            raise SqliteError

    def upgrade() -> None:
        monkeypatch.setattr(migrations, "migrations", newer)
        monkeypatch.setattr(opening, "STEPS", (*schema.STEPS, "m9999_more"))

    fails["upgrade"] = upgrade  # type: ignore[assignment]
    return fails


def test_an_old_store_is_copied_and_then_upgraded(tmp_path: Path, two_steps: dict[str, bool]) -> None:
    store = Store(tmp_path / "store.db")
    item = store.keep("x")
    store.database.close()
    two_steps["upgrade"]()  # type: ignore[operator]
    assert store.items.get(item.id).text == "x!"
    [copy] = (tmp_path / "backups").iterdir()
    assert copy.name.startswith("before-m9999_more-")
    assert _mode(copy) == 0o600
    reader = connect(copy)
    assert reader.execute("SELECT text FROM items").fetchall() == [("x",)]
    reader.close()
    store.database.close()
    assert store.items.count() == 1
    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_a_step_that_fails_leaves_the_store_as_it_was(tmp_path: Path, two_steps: dict[str, bool]) -> None:
    store = Store(tmp_path / "store.db")
    item = store.keep("x")
    store.database.close()
    two_steps["now"] = True
    two_steps["upgrade"]()  # type: ignore[operator]
    for _ in range(5):
        with pytest.raises(SqliteError):
            store.items.count()
    assert len(list((tmp_path / "backups").iterdir())) == opening.KEPT_BEFORE_MIGRATION
    two_steps["now"] = False
    assert store.items.get(item.id).text == "x!"
    assert store.database.check() == []
