"""What a benchmark yields: figures with the limits they are held against."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value. A ratio has the unit "x" and says in `of` what it is a ratio of."""

    name: str
    value: float
    unit: str
    of: str = ""
    at_most: float | None = None
    at_least: float | None = None

    @property
    def is_kept(self) -> bool:
        """Whether it keeps its limit; true without one."""
        is_low = self.at_most is None or self.value <= self.at_most
        return is_low and (self.at_least is None or self.value >= self.at_least)

    def line(self) -> str:
        """One line for people."""
        limit = f"at most {self.at_most:g}" if self.at_most is not None else ""
        limit = f"at least {self.at_least:g}" if self.at_least is not None else limit
        verdict = f"   ({limit}: {'kept' if self.is_kept else 'MISSED'})" if limit else ""
        basis = f" of {self.of}" if self.of else ""
        return f"{self.name}: {self.value:.2f} {self.unit}{basis}{verdict}"
