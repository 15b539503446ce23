"""Protocols that services call; `store`, `models` and `platform` carry them out, `tests/fakes.py` imitates them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

from assistant.domain.action import Action, ActionKind, Trashed
from assistant.domain.conversation import Conversation, Message, ModelFile, Turn
from assistant.domain.diagnosis import Restored
from assistant.domain.intention import Intention, IntentionState
from assistant.domain.item import Draft, Found, Item, ItemVersion, SearchFilter
from assistant.domain.job import Job
from assistant.domain.learning_ports import Learned as Learned  # noqa: PLC0414 - ports like the others
from assistant.domain.learning_ports import WrittenQuestions as WrittenQuestions  # noqa: PLC0414
from assistant.domain.memory import ReasonKind, Tombstone, Use
from assistant.domain.reminder import Occurrence
from assistant.domain.reminder_ports import Notifier as Notifier  # noqa: PLC0414 - a port like the others
from assistant.domain.reminder_ports import Occurrences as Occurrences  # noqa: PLC0414
from assistant.domain.reminder_ports import Screen as Screen  # noqa: PLC0414

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]
PieceArray = npt.NDArray[np.uint16]


class Clock(Protocol):
    """The only source of time."""

    def now_ms(self) -> int:
        """UTC milliseconds since 1970."""
        ...

    def local(self, at_ms: int | None = None) -> datetime:
        """That instant (now when None) as an aware datetime in the user's zone."""
        ...

    def zone(self) -> str:
        """The user's IANA zone name."""
        ...


class Items(Protocol):
    """The items. Every write is durable when the call returns."""

    def add(self, item: Item, occurrence: Occurrence | None = None) -> bool:
        """Keep an item (with its reminder) in one transaction. False when this id is there already."""
        ...

    def get(self, item_id: str) -> Item:
        """One item. Raises `ItemMissing`."""
        ...

    def get_many(self, item_ids: Sequence[str]) -> dict[str, Item]:
        """The items that exist among these ids."""
        ...

    def save(self, item: Item) -> None:
        """Replace an item's fields; the previous text is kept in its history. Raises `ItemMissing`."""
        ...

    def forget(self, item_ids: Sequence[str]) -> int:
        """Erase items with every trace: index, history, uses, reminders, citations' text. How many were erased."""
        ...

    def recent(self, *, limit: int, offset: int = 0, where: SearchFilter | None = None) -> list[Item]:
        """Newest first; of what is set aside, what was set aside last."""
        ...

    def open_tasks(self, *, limit: int = 500) -> list[Item]:
        """Tasks not done, by due instant (those without last), then newest first."""
        ...

    def done_since(self, since_ms: int) -> list[Item]:
        """Items completed since then, newest first."""
        ...

    def roll_over(self, day_start_ms: int, now_ms: int, most_rolls: int) -> Sequence[str]:
        """Count one more day for every dated task left undone before the day began, once a day; which ones.

        One that moved more than `most_rolls` times (0: no limit) is set aside. Reminders of theirs that nobody
        answered are over. Nothing is written when there is nothing to do.
        """
        ...

    def pinned(self) -> list[Item]:
        """Pinned items, newest first."""
        ...

    def count(self) -> int:
        """How many items there are."""
        ...

    def everything(self) -> Iterator[Item]:
        """All items, oldest first, without holding them in memory."""
        ...

    def history(self, item_id: str) -> list[ItemVersion]:
        """Earlier texts of an item, latest first. Raises `ItemMissing`."""
        ...

    def count_citations(self, item_ids: Sequence[str]) -> int:
        """How many citations in kept answers point at these items."""
        ...


class Trash(Protocol):
    """What was forgotten and can still be restored: out of reach of every other port."""

    def put(self, item_ids: Sequence[str], at_ms: int) -> int:
        """Move items there with all that hangs on them, in one transaction. How many there were."""
        ...

    def restore(self, item_ids: Sequence[str]) -> list[str]:
        """Bring items back with all that hung on them, in one transaction. Which were there."""
        ...

    def list(self, *, limit: int, offset: int = 0) -> list[Trashed]:
        """What lies there, latest first."""
        ...

    def get(self, item_id: str) -> Trashed | None:
        """One of them, None when it is not there."""
        ...

    def older_than(self, at_ms: int) -> Sequence[str]:
        """The ids of those that got there before an instant."""
        ...

    def count(self) -> int:
        """How many lie there."""
        ...


class Actions(Protocol):
    """The log of what the user did to items, each with its inverse."""

    def begin(self, kind: ActionKind, item_ids: Sequence[str], at_ms: int) -> int:
        """Write down how these items stand before an action. Its number."""
        ...

    def settle(self, number: int) -> None:
        """The action has ended: one that changed nothing is struck off."""
        ...

    def recent(self, limit: int = 100) -> list[Action]:
        """What can be taken back, latest first."""
        ...

    def undo(self, number: int, at_ms: int) -> list[str]:
        """Take an action back in one transaction; from then on `redo` can do it again. Which items that brought back.

        What changed since in another way (a reminder that came) stays as it is.
        """
        ...

    def undo_capture(self, item_id: str, captured_at_ms: int, at_ms: int) -> bool:
        """Move what was kept to the trash as an action that was taken back. False when it is not there any more."""
        ...

    def undone(self, limit: int = 100) -> list[Action]:
        """What was taken back and can be done again, the latest first; nothing once something else was done or kept."""
        ...

    def redo(self, number: int, at_ms: int) -> list[str]:
        """Do again what was taken back, in one transaction; it can be taken back again. Which items that changed."""
        ...


class Search(Protocol):
    """Full-text search over words and CJK bigrams. No input raises."""

    def is_partial(self, text: str) -> bool:
        """Whether so many passages hold words of a text that `search` would look at some of them only."""
        ...

    def search(self, text: str, *, limit: int, offset: int = 0, where: SearchFilter | None = None) -> list[Found]:
        """Best first. Empty or unsearchable text gives an empty list."""
        ...


class Names(Protocol):
    """Items by what a user calls them, found without reading every item."""

    def ending(self, end: str, limit: int) -> Sequence[Item]:
        """Items whose id ends so, in capitals or not, newest first. Raises `StoreError`."""
        ...

    def perhaps_holding(self, text: str, first: Literal["open", "done"] | None = None) -> Iterator[Item]:
        """All items that may hold the words of a text, and some that do not; the caller looks at the words themselves.

        Those in the state that is `first` go before the others, then the newest before the older. Raises `StoreError`.
        """
        ...


PLACES_PER_ITEM = 1 << 20
"""More passages than an item has."""


@dataclass(frozen=True, slots=True)
class PassageTable:
    """All passages as columns; row r of each array is one passage. Grown incrementally, never rebuilt per question.

    numbers: passage numbers, ascending, int64 (n,). item_rows: row of the passage's item in `item_ids`, int64 (n,).
    lengths: terms in the passage, float32 (n,). sessions: session number, int64 (n,).
    positions: order inside the session, the item's place times `PLACES_PER_ITEM` plus the passage's in it, int64 (n,).
    Passages of one session need not be adjacent rows;
    a passage outside any conversation or long text is a session of its own.
    previous, following: rows of the passages before and after it in its session or -1, int64 (n,).
    kinds: index into `list(ItemKind)`, int64 (n,). created_at_ms: int64 (n,).
    speakers: number of who said it in `speaker_names` or -1, int64 (n,).
    derived, earlier: what was computed from the table, and from one that was the beginning of it; see
    `memory/derived.py`.
    """

    numbers: IntArray
    item_ids: Sequence[str]
    item_rows: IntArray
    lengths: FloatArray
    sessions: IntArray
    positions: IntArray
    previous: IntArray
    following: IntArray
    kinds: IntArray
    created_at_ms: IntArray
    speakers: IntArray
    speaker_names: Sequence[str]
    derived: dict[object, object] = field(default_factory=dict[object, object], compare=False, repr=False)
    earlier: dict[object, object] = field(default_factory=dict[object, object], compare=False, repr=False)


class Passages(Protocol):
    """The full-text index seen as numbers: what the first stage and the pair features are computed from."""

    def table(self) -> PassageTable:
        """The current table; picks up what was added or removed since the last call."""
        ...

    def postings(self, term: str) -> tuple[IntArray, FloatArray]:
        """Rows of `table()` that hold `term`, ascending, and how often each does. Cached; cheap when asked again."""
        ...


class Scorer(Protocol):
    """The attention scorer, an ONNX graph."""

    @property
    def name(self) -> str:
        """The version of the features that it reads, "-", and what names this very scorer; empty when there is none."""
        ...

    @property
    def groups(self) -> tuple[ReasonKind, ...]:
        """The feature groups, in the order of the contributions' columns."""
        ...

    @property
    def provider(self) -> str:
        """What it runs on, with the reason for a fallback: "CUDA", "CPU (no CUDA device)"."""
        ...

    def score(self, features: FloatArray, *, explain: bool = True) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Pair features (n, k) -> logits (n,), softmax weights (n,), contributions (n, len(groups)) in logits.

        Without `explain` the contributions may be left at 0, which takes an eighth of the time. Those of a row do not
        depend on the other rows.
        """
        ...


@dataclass(frozen=True, slots=True)
class PieceBags:
    """The pieces of n texts in a row: uint16 (total,), and how many each text has, int64 (n,); 0 is allowed."""

    pieces: PieceArray
    lengths: IntArray


class Encoder(Protocol):
    """The encoder: texts become pieces of a shared vocabulary, and pieces become vectors that mean what they mean.

    All but `name` raise `ModelMissing` or `ModelInvalid` when there is none to be used.
    """

    @property
    def name(self) -> str:
        """What names this very encoder, kept with every vector it made; empty when there is none to be used."""
        ...

    @property
    def dimension(self) -> int:
        """Numbers in a vector, d."""
        ...

    @property
    def provider(self) -> str:
        """What it runs on, with the reason for a fallback: "CUDA", "CPU (no CUDA device)"."""
        ...

    def pieces(self, text: str) -> PieceArray:
        """The pieces of a text, uint16 (p,), never empty; a very long text counts with its beginning."""
        ...

    def vectors(self, texts: Sequence[PieceArray]) -> FloatArray:
        """The meanings of n texts given by their pieces: float32 (n, d), rows of unit length."""
        ...

    def similarities(self, left: PieceArray, right: PieceArray) -> FloatArray:
        """How alike single pieces are: cosines, float32 (len(left), len(right))."""
        ...

    def weights(self, pieces: PieceArray) -> FloatArray:
        """How much each piece of a focus counts when it is looked for in a passage, float32 (p,), 0 or more."""
        ...

    def rest(self, unused_s: float) -> bool:
        """Give back its memory when it was not used for so long; the next use loads it again. Whether it did."""
        ...


class Vectors(Protocol):
    """What the encoder said about every passage, made once and kept. `model` is `Encoder.name`."""

    @property
    def is_estimating(self) -> bool:
        """Whether the last cosines were estimates."""
        ...

    def has(self, model: str) -> bool:
        """Whether the latest vector is one of this model. Raises `StoreError`."""
        ...

    def cosines(self, model: str, numbers: IntArray, vector: FloatArray) -> FloatArray:
        """The likeness of passages to a vector of unit length (d,): float32 (n,), 0 where none is kept.

        `numbers` are all passage numbers as in `PassageTable`. In a large store the values are estimated from signs, a
        bit a dimension; `closer` has the exact ones of a few. Raises `StoreError`.
        """
        ...

    def closer(self, model: str, numbers: IntArray, vector: FloatArray) -> tuple[PieceBags, FloatArray]:
        """A closer look at a few passages: their pieces, and their exact cosines with a vector of unit length (d,).

        Where none is kept there are no pieces and the cosine is 0: float32 (n,). Raises `StoreError`.
        """
        ...

    def pending(self, model: str, limit: int, *, below: int | None = None) -> list[tuple[int, str]]:
        """Numbers and texts of passages without a vector of this model, newest first, under a number if one is given.

        The text is as the encoder reads it, with its speaker. Raises `StoreError`.
        """
        ...

    def newest(self) -> int:
        """The highest passage number, 0 for none. Raises `StoreError`."""
        ...

    def settle(self, model: str, newest: int) -> None:
        """All passages up to this number have a vector of this model: `pending` need not look at them again."""
        ...

    def add(self, model: str, numbers: Sequence[int], pieces: Sequence[PieceArray], vectors: FloatArray) -> int:
        """Keep vectors (n, d) in one transaction, in place of older ones; passages gone meanwhile are left out.

        How many were kept. Raises `StoreError`.
        """
        ...

    def counts(self, model: str) -> tuple[int, int]:
        """Passages with a vector of this model, and all passages. Raises `StoreError`."""
        ...


class Residents(Protocol):
    """The dynamic memory's rows: the log of uses, who is resident, tombstones."""

    def record(self, uses: Sequence[Use]) -> None:
        """Append events."""
        ...

    def uses(self, item_ids: Sequence[str]) -> dict[str, list[Use]]:
        """The events of these items, oldest first."""
        ...

    def recently_used(self, since_ms: int, limit: int) -> list[str]:
        """Ids of items with an event since then, latest first."""
        ...

    def load(self) -> dict[str, float]:
        """Current residents' ids and weights."""
        ...

    def replace(self, weights: dict[str, float], let_go: Sequence[Tombstone]) -> None:
        """Make these the residents and keep the tombstones of those let go, in one transaction."""
        ...

    def tombstones(self, limit: int = 100) -> list[Tombstone]:
        """Latest first."""
        ...


class Intentions(Protocol):
    """The intentions. They are derived when an item is kept or edited, and go when it is forgotten."""

    def open(self, now_ms: int) -> list[Intention]:
        """Those that can be shown, and the standing rules, newest first; none of an item that is done."""
        ...

    def recent(self, limit: int = 500) -> list[Intention]:
        """All of them, newest first, whatever their state."""
        ...

    def get(self, item_id: str) -> Intention:
        """One intention. Raises `ItemMissing`."""
        ...

    def fire(self, item_ids: Sequence[str], episode: str, now_ms: int) -> list[str]:
        """Mark them shown in one transaction; those that may be shown now. Another process may have come first."""
        ...

    def settle(self, item_id: str, state: IntentionState, at_ms: int) -> None:
        """Move one to DONE or EXPIRED, or back to ARMED. Raises `ItemMissing`."""
        ...

    def frequencies(self, terms: Sequence[str]) -> tuple[dict[str, int], int]:
        """In how many passages of the store each term stands, and how many passages there are."""
        ...


class Conversations(Protocol):
    """Conversations and their turns."""

    def start(self, conversation: Conversation) -> None:
        """Keep a new conversation."""
        ...

    def add_turn(self, turn: Turn, item: Item | None = None) -> None:
        """Keep a turn, and the item of a user's turn, in one transaction."""
        ...

    def update_turn(self, turn: Turn) -> None:
        """Replace the text, state, citations, model and notice of a turn."""
        ...

    def turns(self, conversation_id: str) -> list[Turn]:
        """Oldest first."""
        ...

    def recent(self, limit: int = 50) -> list[Conversation]:
        """Latest used first."""
        ...

    def delete(self, conversation_id: str) -> None:
        """Erase a conversation with its turns; the user's own items stay."""
        ...


class Spool(Protocol):
    """The append-only file beside the store for captures the store cannot take now."""

    def append(self, item: Item, occurrence: Occurrence | None) -> None:
        """Durable (fsync) when it returns. Raises `SpoolFailed` when even this is impossible."""
        ...

    def pending(self) -> list[tuple[Item, Occurrence | None]]:
        """Everything not yet replayed, oldest first; damaged lines are set aside, never dropped."""
        ...

    def clear(self, item_ids: Sequence[str]) -> None:
        """Forget the entries that are safely in the store."""
        ...

    def is_empty(self) -> bool:
        """Cheap check."""
        ...


class Drafts(Protocol):
    """The unfinished text of the capture window; survives kill -9."""

    def save(self, draft: Draft) -> None:
        """Durable when it returns."""
        ...

    def load(self) -> Draft:
        """The last draft, empty when there is none."""
        ...


class Keeper(Protocol):
    """Care for the store's file: copies, checks, restore; and the files of an export."""

    def backup(self, now: datetime) -> Path:
        """Make a verified copy and thin out old ones. Raises `StoreError`; then no old one is lost."""
        ...

    def last_backup(self) -> datetime | None:
        """When the newest copy was made."""
        ...

    def has_changed_since(self, instant: datetime) -> bool:
        """Whether the store was written after that."""
        ...

    def check(self) -> list[str]:
        """What a full check finds; empty when all is well."""
        ...

    def restore(self, now: datetime) -> Restored | None:
        """Set a damaged store aside; the newest sound copy, else a new store, takes its place with what can be read.

        None when the store is sound; nothing was changed then.
        """
        ...

    def write_export(self, folder: Path, name: str, lines: Iterable[str]) -> Path:
        """Write one file of an export."""
        ...


class Generator(Protocol):
    """The local language model, seen from the program."""

    @property
    def model_name(self) -> str | None:
        """The current model's name; None when none is installed or it was set aside."""
        ...

    def stream(self, messages: Sequence[Message], *, max_tokens: int, job: Job, variation: int = 0) -> Iterator[str]:
        """Pieces of the answer. `Cancelled` within 200 ms of `job.cancel()`.

        The same messages give the same answer, unless `variation` is another number.

        Raises `ModelMissing`, `ModelInvalid`, `ModelCrashed` or `ModelSetAside`.
        """
        ...

    def count_tokens(self, text: str) -> int:
        """Tokens of `text`, estimated without a model (never loads one)."""
        ...

    def forget(self) -> None:
        """Let go of every text the model was given: at once, or as soon as the answer under way has ended."""
        ...

    def close(self) -> None:
        """End the child process."""
        ...


class ModelFiles(Protocol):
    """The registry of language models the user added."""

    def all(self) -> list[ModelFile]:
        """By name."""
        ...

    def add(self, path: str) -> ModelFile:
        """Check and register a GGUF file, current when it is the first. Raises `ModelMissing`, `ModelInvalid`."""
        ...

    def use(self, name: str) -> ModelFile:
        """Make it current and take back a set-aside mark. Raises `ModelMissing`."""
        ...

    def remove(self, name: str) -> None:
        """Take it off the list; the user's file stays. Raises `ModelMissing`."""
        ...

    def current(self) -> ModelFile | None:
        """The model to use, if any."""
        ...

    def set_aside(self, name: str) -> None:
        """Mark a model that killed its process three times."""
        ...

    def add_death(self, name: str) -> int:
        """Note that a model killed its process just now. How often it did in the last five minutes."""
        ...

    def is_there(self, file: ModelFile) -> bool:
        """Whether a file of its size still lies in its place: a glance, for lists."""
        ...

    def check(self, file: ModelFile) -> None:
        """Raises `ModelMissing` or `ModelInvalid` when the file is gone or no longer the one that was added."""
        ...


class Extractor(Protocol):
    """Writes an answer without a language model."""

    def answer(
        self, question: str, sources: Sequence[Item], now: datetime, odds: Sequence[float | None] = ()
    ) -> tuple[str, list[int]]:
        """A short direct text in the question's language and the indexes of the sources it cites, in order.

        `odds` holds for each source the log-odds that it answers, before its sentences are read; None where nobody
        knows. Without any the words decide alone.
        The text cites source index i (0-based, in the returned list's order) as [position + 1].
        Empty text when the sources do not answer.
        """
        ...
