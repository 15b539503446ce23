"""What quick capture knows besides the letters: the kind, what was recognised, and what was waved away."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.domain.item import CaptureLine, Draft, ItemKind, Mark, MarkKind

KINDS = (ItemKind.NOTE, ItemKind.TASK, ItemKind.QUESTION)
READ_CHARACTERS = 2_000  # what is looked at while typing; capture itself looks at the whole text


@dataclass
class CapturePresenter:
    """The state of the capture window. `kind` is the user's choice, None while it is guessed."""

    text: str = ""
    kind: ItemKind | None = None
    line: CaptureLine | None = None
    is_read: bool = True
    _dropped: frozenset[str] = field(default_factory=frozenset[str])

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not self.text.strip()

    @property
    def shown_kind(self) -> ItemKind:
        """The kind to show: chosen, else guessed, else a note."""
        if self.kind is not None:
            return self.kind
        return self.line.kind if self.line is not None and not self.is_empty else ItemKind.NOTE

    @property
    def draft(self) -> Draft:
        """What must survive."""
        return Draft(self.text, self.kind)

    @property
    def dropped(self) -> frozenset[str]:
        """The keys of what the user waved away."""
        return self._dropped

    @property
    def shown_line(self) -> CaptureLine | None:
        """What was recognised, without what was waved away."""
        return None if self.line is None or self.is_empty else self.line.without(self._dropped)

    @property
    def shown_marks(self) -> tuple[Mark, ...]:
        """The marks to show, in the order of their keys; who is waited for is not shown a second time as a person."""
        line = self.shown_line
        if line is None:
            return ()
        return tuple(mark for mark in line.marks if mark.kind is not MarkKind.PERSON or mark.words != line.waiting_for)

    @property
    def has_time(self) -> bool:
        """Whether a recognised time counts."""
        return self.shown_line is not None and self.shown_line.time is not None

    def change(self, text: str) -> None:
        """The text is another one now; when nothing is left, every choice is taken back."""
        self.text = text
        self.is_read = False
        if self.is_empty:
            self.is_read = True
            self.kind = None
            self.line = None
            self._dropped = frozenset()

    def take_reading(self, text: str, line: CaptureLine) -> bool:
        """A reading of `text` arrived. False when it is out of date."""
        if text != self.text[:READ_CHARACTERS]:
            return False
        self.line = line
        self.is_read = True
        return True

    def cycle(self, step: int) -> ItemKind:
        """Choose the next kind (step 1) or the one before (step -1)."""
        self.kind = KINDS[(KINDS.index(self.shown_kind) + step) % len(KINDS)]
        self.is_read = False
        return self.kind

    def drop(self, key: str) -> None:
        """What this mark means is only text."""
        self._dropped |= {key}

    def mark_at(self, number: int) -> Mark | None:
        """The shown mark with this number, counted from 1."""
        marks = self.shown_marks
        return marks[number - 1] if 1 <= number <= len(marks) else None

    def mark_at_end(self) -> Mark | None:
        """The mark with which the text ends: the one that Backspace waves away."""
        if not self.is_read or len(self.text) > READ_CHARACTERS:
            return None
        return next((mark for mark in self.shown_marks if mark.end and not self.text[mark.end :].strip()), None)

    def clear(self) -> None:
        """Everything was kept; begin anew."""
        self.change("")
