# pyright: basic
"""The schema as an append-only list of steps. A released step is never edited; a change is a new step.

Tables are STRICT and plural; `*_at` are UTC milliseconds since 1970; ids are the domain's texts, `number` is SQLite's.
sqlite-utils takes 0.1 s to import, so this module is imported only when there is a step to take.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlite_utils import Database as SchemaDatabase
from sqlite_utils import Migrations

from assistant.language import tokens
from assistant.store.schema import APPLICATION_ID, MIGRATION_SET

if TYPE_CHECKING:
    from assistant.store.connection import Connection

migrations = Migrations(MIGRATION_SET)

_ITEMS = """
CREATE TABLE items (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    provenance TEXT NOT NULL,
    language TEXT NOT NULL,
    updated_at INTEGER,
    due_at INTEGER,
    done_at INTEGER,
    is_pinned INTEGER NOT NULL DEFAULT 0,
    not_before_at INTEGER,
    session TEXT,
    position INTEGER,
    speaker TEXT,
    tags TEXT NOT NULL DEFAULT '[]',
    people TEXT NOT NULL DEFAULT '[]',
    is_indexed INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX items_by_creation ON items (created_at);
CREATE INDEX items_open ON items (due_at IS NULL, due_at, created_at DESC) WHERE kind = 'task' AND done_at IS NULL;
CREATE INDEX items_done ON items (done_at) WHERE done_at IS NOT NULL;
CREATE INDEX items_pinned ON items (created_at) WHERE is_pinned = 1;
CREATE INDEX items_by_session ON items (session, position) WHERE session IS NOT NULL;
CREATE INDEX items_to_index ON items (number) WHERE is_indexed = 0;
CREATE TABLE item_versions (
    number INTEGER PRIMARY KEY,
    item_number INTEGER NOT NULL REFERENCES items (number) ON DELETE CASCADE,
    text TEXT NOT NULL,
    replaced_at INTEGER NOT NULL
) STRICT;
CREATE INDEX item_versions_by_item ON item_versions (item_number);
"""

_INDEX = """
CREATE TABLE passages (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    item_number INTEGER NOT NULL REFERENCES items (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    length INTEGER NOT NULL
) STRICT;
CREATE INDEX passages_by_item ON passages (item_number);
CREATE VIRTUAL TABLE passage_terms USING fts5 (terms, tokenize = 'ascii');
INSERT INTO passage_terms (passage_terms, rank) VALUES ('secure-delete', 1);
CREATE VIRTUAL TABLE passage_vocabulary USING fts5vocab (passage_terms, 'instance');
CREATE TABLE index_state (removals INTEGER NOT NULL, terms_version INTEGER NOT NULL) STRICT;
"""

_LEDGER = """
CREATE TABLE occurrences (
    id TEXT NOT NULL PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    due_at INTEGER NOT NULL,
    zone TEXT NOT NULL,
    wall_time TEXT NOT NULL,
    state TEXT NOT NULL,
    claimed_by TEXT,
    claims INTEGER NOT NULL DEFAULT 0,
    shown_at INTEGER,
    answered_at INTEGER,
    UNIQUE (item_id, due_at)
) STRICT;
CREATE INDEX occurrences_waiting ON occurrences (state, due_at) WHERE state IN ('armed', 'presenting', 'shown');
"""

_MIND = """
CREATE TABLE uses (
    number INTEGER PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    amount REAL NOT NULL
) STRICT;
CREATE INDEX uses_by_item ON uses (item_id, at);
CREATE INDEX uses_by_time ON uses (at);
CREATE TABLE residents (
    item_id TEXT NOT NULL PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,
    weight REAL NOT NULL
) STRICT;
CREATE TABLE tombstones (
    number INTEGER PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    let_go_at INTEGER NOT NULL,
    cause TEXT NOT NULL,
    weight REAL NOT NULL
) STRICT;
CREATE INDEX tombstones_by_item ON tombstones (item_id);
CREATE INDEX tombstones_by_time ON tombstones (let_go_at);
"""

_CONVERSATIONS = """
CREATE TABLE conversations (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX conversations_by_use ON conversations (updated_at);
CREATE TABLE turns (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    model TEXT,
    notice TEXT NOT NULL,
    item_id TEXT REFERENCES items (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX turns_by_conversation ON turns (conversation_id);
CREATE INDEX turns_by_item ON turns (item_id) WHERE item_id IS NOT NULL;
CREATE TABLE citations (
    turn_number INTEGER NOT NULL REFERENCES turns (number) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    item_id TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (turn_number, number)
) STRICT;
CREATE INDEX citations_by_item ON citations (item_id);
"""


@migrations()
def m0001_initial(db: SchemaDatabase) -> None:
    """Everything the first version keeps. `application_id` tells our file from another program's."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for script in (_ITEMS, _INDEX, _LEDGER, _MIND, _CONVERSATIONS):
        for statement in script.split(";\n"):
            if statement.strip():
                db.execute(statement)
    db.execute("INSERT INTO index_state VALUES (0, ?)", [tokens.VERSION])


_INTENTIONS = """
CREATE TABLE intentions (
    item_id TEXT NOT NULL PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    occasion TEXT NOT NULL,
    action TEXT NOT NULL,
    people TEXT NOT NULL,
    topic TEXT NOT NULL,
    is_repeating INTEGER NOT NULL,
    language TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    expires_at INTEGER,
    shown_at INTEGER,
    shown_count INTEGER NOT NULL DEFAULT 0,
    episode TEXT,
    settled_at INTEGER
) STRICT;
CREATE INDEX intentions_open ON intentions (created_at) WHERE state IN ('armed', 'fired');
"""


@migrations()
def m0002_intentions(db: SchemaDatabase) -> None:
    """Reminders by event and standing rules, each derived from the item whose words it is."""
    for statement in _INTENTIONS.split(";\n"):
        if statement.strip():
            db.execute(statement)


_REPEATS = """
ALTER TABLE items ADD COLUMN rrule TEXT NOT NULL DEFAULT '';
ALTER TABLE items ADD COLUMN first_wall TEXT NOT NULL DEFAULT '';
ALTER TABLE items ADD COLUMN zone TEXT NOT NULL DEFAULT '';
CREATE INDEX items_repeating ON items (id) WHERE rrule <> '';
"""


@migrations()
def m0003_repeats(db: SchemaDatabase) -> None:
    """How an item repeats: its RFC 5545 rule, the wall time that the rule counts from, and the zone of that time."""
    for statement in _REPEATS.split(";\n"):
        if statement.strip():
            db.execute(statement)


_TASKS = """
ALTER TABLE items ADD COLUMN is_deadline INTEGER NOT NULL DEFAULT 0;
ALTER TABLE items ADD COLUMN waiting_for TEXT;
ALTER TABLE items ADD COLUMN effort_minutes INTEGER;
ALTER TABLE items ADD COLUMN rolls INTEGER NOT NULL DEFAULT 0;
ALTER TABLE items ADD COLUMN rolled_at INTEGER;
ALTER TABLE items ADD COLUMN set_aside_at INTEGER;
CREATE INDEX items_set_aside ON items (set_aside_at) WHERE set_aside_at IS NOT NULL;
CREATE TABLE trash (
    item_id TEXT NOT NULL PRIMARY KEY,
    trashed_at INTEGER NOT NULL,
    content TEXT NOT NULL
) STRICT;
CREATE INDEX trash_by_time ON trash (trashed_at);
CREATE TABLE actions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE action_items (
    action_number INTEGER NOT NULL REFERENCES actions (number) ON DELETE CASCADE,
    item_id TEXT NOT NULL,
    before TEXT,
    PRIMARY KEY (action_number, item_id)
) STRICT;
CREATE INDEX action_items_by_item ON action_items (item_id);
"""


@migrations()
def m0004_tasks(db: SchemaDatabase) -> None:
    """What a task knows of itself; the trash, out of reach of every query over items; and how to take actions back."""
    for statement in _TASKS.split(";\n"):
        if statement.strip():
            db.execute(statement)


_LEARNING = """
CREATE TABLE exposures (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    model TEXT NOT NULL,
    need REAL NOT NULL
) STRICT;
CREATE TABLE exposure_rows (
    exposure_number INTEGER NOT NULL REFERENCES exposures (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    item_id TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    logit REAL NOT NULL,
    features BLOB NOT NULL,
    PRIMARY KEY (exposure_number, place)
) STRICT;
CREATE INDEX exposure_rows_by_item ON exposure_rows (item_id);
CREATE TABLE calibrations (
    source TEXT NOT NULL PRIMARY KEY,
    model TEXT NOT NULL,
    at INTEGER NOT NULL,
    content TEXT NOT NULL
) STRICT;
"""


@migrations()
def m0005_learning(db: SchemaDatabase) -> None:
    """What was shown for a question, as numbers and without its text, and what was learned from how it was used."""
    for statement in _LEARNING.split(";\n"):
        if statement.strip():
            db.execute(statement)


_REMINDING = """
ALTER TABLE items ADD COLUMN repeats_after_done INTEGER NOT NULL DEFAULT 0;
ALTER TABLE items ADD COLUMN except_days TEXT NOT NULL DEFAULT '[]';
ALTER TABLE items ADD COLUMN is_absolute INTEGER NOT NULL DEFAULT 0;
ALTER TABLE items ADD COLUMN is_insistent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE occurrences ADD COLUMN asks INTEGER NOT NULL DEFAULT 0;
"""


@migrations()
def m0006_reminding(db: SchemaDatabase) -> None:
    """How a repeating item counts, what travels with its user, and what is asked until it is answered."""
    for statement in _REMINDING.split(";\n"):
        if statement.strip():
            db.execute(statement)


_VECTORS = """
CREATE TABLE vectors (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    passage_number INTEGER NOT NULL UNIQUE REFERENCES passages (number) ON DELETE CASCADE,
    model TEXT NOT NULL,
    pieces BLOB NOT NULL,
    vector BLOB NOT NULL
) STRICT;
"""


@migrations()
def m0007_vectors(db: SchemaDatabase) -> None:
    """What the encoder made of each passage. The number grows with every write, so that what is new is read alone."""
    for statement in _VECTORS.split(";\n"):
        if statement.strip():
            db.execute(statement)


@migrations()
def m0008_on_screen(db: SchemaDatabase) -> None:
    """Which notification stands for which reminder, for the process that comes after one that was killed."""
    db.execute(
        "CREATE TABLE on_screen (server TEXT NOT NULL, number INTEGER NOT NULL, occurrence_id TEXT NOT NULL,"
        " item_id TEXT NOT NULL, PRIMARY KEY (server, number)) STRICT"
    )


@migrations()
def m0009_redo(db: SchemaDatabase) -> None:
    """What was taken back and can be done again: its place in that line, and the newest capture when it got there."""
    db.execute("ALTER TABLE actions ADD COLUMN undone INTEGER")
    db.execute("ALTER TABLE actions ADD COLUMN newest_item TEXT")


@migrations()
def m0010_rehearsal_questions(db: SchemaDatabase) -> None:
    """What the language model wrote about an item as it read then, so that no night writes it twice; empty: no use."""
    db.execute(
        "CREATE TABLE rehearsal_questions (item_id TEXT NOT NULL PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,"
        " text_hash TEXT NOT NULL, question TEXT NOT NULL, written_at INTEGER NOT NULL) STRICT"
    )


def apply(connection: Connection) -> None:
    """Take the steps that this file has not seen, inside the caller's transaction."""
    untyped: Any = connection  # sqlite-utils names the standard library's class; sqlcipher3's is its equal
    migrations.apply(SchemaDatabase(untyped, execute_plugins=False))
