"""What quick capture knows besides the letters: the kind, the recognised time, and what was waved away."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.domain.item import CaptureLine, Draft, ItemKind

KINDS = (ItemKind.NOTE, ItemKind.TASK, ItemKind.QUESTION)
READ_CHARACTERS = 2_000  # what is looked at while typing; capture itself looks at the whole text


@dataclass
class CapturePresenter:
    """The state of the capture window. `kind` is the user's choice, None while it is guessed."""

    text: str = ""
    kind: ItemKind | None = None
    line: CaptureLine | None = None
    is_read: bool = True
    _dismissed: frozenset[str] = field(default_factory=frozenset[str])

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
    def time_at_ms(self) -> int | None:
        """The recognised instant, unless it was waved away."""
        return self.line.time.at_ms if self.line is not None and self.line.time and self.has_time else None

    @property
    def has_time(self) -> bool:
        """Whether the recognised time counts."""
        return self.time_words() is not None and self.time_words() not in self._dismissed

    @property
    def is_time_dismissed(self) -> bool:
        """Whether the user waved the recognised time away."""
        return self.time_words() in self._dismissed

    def time_words(self) -> str | None:
        """The words that were recognised as a time."""
        if self.line is None or self.line.time is None:
            return None
        span = self.line.time
        return self.line.text[span.start : span.end].casefold()

    def change(self, text: str) -> None:
        """The text is another one now; when nothing is left, every choice is taken back."""
        self.text = text
        self.is_read = False
        if self.is_empty:
            self.is_read = True
            self.kind = None
            self.line = None
            self._dismissed = frozenset()

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

    def dismiss_time(self) -> None:
        """The recognised time is only text."""
        words = self.time_words()
        if words is not None:
            self._dismissed |= {words}

    def ends_with_time(self) -> bool:
        """Whether the text ends with a recognised time that counts: the moment when Backspace waves it away."""
        if self.line is None or self.line.time is None or not self.has_time or not self.is_read:
            return False
        return len(self.text) <= READ_CHARACTERS and not self.text[self.line.time.end :].strip()

    def clear(self) -> None:
        """Everything was kept; begin anew."""
        self.change("")
