"""The commands that look after things: models, export, doctor."""

from __future__ import annotations

from dataclasses import asdict, replace

from assistant.cli.call import Call
from assistant.cli.output import Outcome, as_json, columns, one_line, printed, size_words
from assistant.domain.conversation import ModelFile
from assistant.domain.diagnosis import Fact, Health
from assistant.domain.item import Language
from assistant.language.wording import bracketed, fact_reason, list_words, noted, restored_words, words

_MARKS = {Health.GOOD: "✓", Health.NOTE: "·", Health.BAD: "✗"}


def models(call: Call) -> Outcome:
    """Add, list, use or remove a language model."""
    files = call.app.model_files
    action: str = call.arguments.action
    if action == "list":
        return _models_list(files.all(), call)
    if action == "remove":
        files.remove(call.arguments.name)
        if call.is_json:
            return Outcome(stdout=as_json({"name": call.arguments.name}))
        return printed(words("models.removed", call.language, name=call.arguments.name))
    model = files.add(str(call.path(call.arguments.file))) if action == "add" else files.use(call.arguments.name)
    if call.is_json:
        return Outcome(stdout=as_json(_model_data(model)))
    lines = [words("models.added" if action == "add" else "models.using", call.language, name=model.name)]
    if action == "add" and model.is_current:
        lines.append(words("models.using", call.language, name=model.name))
    return printed(*lines)


def _models_list(models: list[ModelFile], call: Call) -> Outcome:
    if call.is_json:
        return Outcome(stdout=as_json([_model_data(model) for model in models]))
    if not models:
        return printed(words("models.none", call.language))
    lines: list[str] = []
    for model in models:
        state = [words("models.current", call.language)] if model.is_current else []
        state += [words("models.set_aside", call.language)] if model.is_set_aside else []
        mark = "▸" if model.is_current else " "
        said = f"{mark} {model.name}  {size_words(model.size_bytes)}  {model.family}"
        said = noted(said, list_words(state, call.language), call.language) if state else said
        lines.append(f"{said}\n    {model.path}")
    return printed(*lines)


def _model_data(model: ModelFile) -> dict[str, object]:
    return {
        "name": model.name,
        "path": model.path,
        "size_bytes": model.size_bytes,
        "sha256": model.sha256,
        "family": model.family,
        "current": model.is_current,
        "set_aside": model.is_set_aside,
    }


def export(call: Call) -> Outcome:
    """Write everything the user ever gave."""
    default = f"sidemind-export-{call.now:%Y-%m-%d-%H%M%S}"
    folder = call.path(call.arguments.folder or default)
    paths = call.app.maintaining.export(folder)
    if call.is_json:
        return Outcome(stdout=as_json({"folder": str(folder), "files": [str(path) for path in paths]}))
    lines = [words("export.done", call.language, folder=folder), *(f"  {path}" for path in paths)]
    trashed = call.app.trash.count()
    if trashed:
        lines.append(words("export.trash", call.language, count=trashed))
    return printed(*lines)


def doctor(call: Call) -> Outcome:
    """Say what works here and why not; with --restore bring back the newest sound backup."""
    if call.arguments.restore:
        return _restore(call)
    facts = call.app.diagnosing.facts()
    status = 1 if any(fact.health is Health.BAD for fact in facts) else 0
    if call.is_json:
        data = [
            {
                "subject": fact.subject,
                "health": fact.health.value,
                "value": fact.value or fact.word,
                "reason": fact_reason(fact, Language.ENGLISH),
            }
            for fact in facts
        ]
        return Outcome(status=status, stdout=as_json(data))
    titles = [words(f"doctor.{fact.subject}", call.language) for fact in facts]
    width = max(columns(title) for title in titles)
    lines = [_fact_line(fact, title, width, call) for fact, title in zip(facts, titles, strict=True)]
    return replace(printed(*lines), status=status)


def _fact_line(fact: Fact, title: str, width: int, call: Call) -> str:
    why = one_line(fact_reason(fact, call.language), 200)
    reason = f"  {bracketed(why, call.language)}" if why else ""
    value = fact.value or words(fact.word, call.language)
    return f"{_MARKS[fact.health]} {title}{' ' * (width - columns(title))}  {one_line(value, 300)}{reason}"


def _restore(call: Call) -> Outcome:
    restored = call.app.maintaining.restore()
    if call.is_json:
        return Outcome(stdout=as_json({"restored": None if restored is None else asdict(restored)}))
    return printed(restored_words(restored, call.now, call.language))
