"""What was learned on this machine, in words."""

from __future__ import annotations

from datetime import datetime

from assistant.domain.item import Language
from assistant.domain.learning import Calibration, LearnedState
from assistant.language.phrases import PHRASES
from assistant.language.wording import list_words, words

_LEAST_EFFECT = 0.15  # logits for a standard deviation; less is not worth a word
_MOST_TOLD = 3


def learned_lines(state: LearnedState, language: Language) -> list[str]:
    """What was learned from use, and what there is to say of the last rehearsal and of the questions written for it."""
    if not state.is_on:
        return [words("learned.off", language)]
    lines = [_use_words(state.use, language)]
    if state.use is not None and state.use.is_formula:
        lines.append(words("learned.formula", language))
    if state.rehearsal is not None and state.rehearsal.count:
        key = "learned.rehearsal" if any(state.rehearsal.weights) else "learned.rehearsal.unchanged"
        effects = effect_words(state.rehearsal, language)
        lines.append(words(key, language, count=state.rehearsal.count, effects=effects))
    if state.written:
        lines.append(words("learned.written", language, count=state.written))
    if state.rehearsed_at_ms is not None:
        day = datetime.fromtimestamp(state.rehearsed_at_ms / 1000).astimezone()
        lines.append(words("learned.rehearsed_at", language, at=f"{day:%Y-%m-%d %H:%M}"))
    return lines


def effect_words(calibration: Calibration, language: Language) -> str:
    """What counts more or less now, strongest first: "names count more, dates count less"."""
    told = [
        words("learned.more" if effect > 0 else "learned.less", language, what=words(f"learned.{group}", language))
        for group, effect in calibration.effects
        if abs(effect) >= _LEAST_EFFECT and f"learned.{group}" in PHRASES
    ]
    return list_words(told[:_MOST_TOLD] or [words("learned.slightly", language)], language)


def _use_words(use: Calibration | None, language: Language) -> str:
    if use is None or not use.count:
        return words("learned.nothing", language)
    if not any(use.weights) and not use.silence:
        key = "learned.unchanged" if use.before else "learned.few"
        return words(key, language, count=use.count)
    return words("learned.use", language, count=use.count, effects=effect_words(use, language))
