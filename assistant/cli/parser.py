"""The command line's grammar and help. A wrong use raises `UsageError`; `--help` raises `HelpShown`."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn, Protocol

import assistant
from assistant.cli.misuse import misfit, misuse_words
from assistant.cli.phrases import phrase
from assistant.domain.errors import UsageError
from assistant.domain.item import ItemKind, Language

COMMANDS = (
    "capture",
    "ask",
    "search",
    "mind",
    "digest",
    "today",
    "done",
    "later",
    "aside",
    "forget",
    "trash",
    "undo",
    "redo",
    "remind",
    "intentions",
    "models",
    "export",
    "doctor",
    "demo",
    "gui",
)
_TYPED_KINDS = (ItemKind.NOTE.value, ItemKind.TASK.value, ItemKind.QUESTION.value)


class HelpShown(Exception):
    """Help or the version was asked for; the text is the argument."""


class _Show(argparse.Action):
    """An option that ends parsing with a text."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        del namespace, values, option_string
        raise HelpShown(self.const or parser.format_help())


class _Parser(argparse.ArgumentParser):
    """Raises instead of printing and exiting, so that the owner can parse for other processes."""

    usage_word = "usage: "

    def format_usage(self) -> str:
        """How the command is used, in the reader's language."""
        return super().format_usage().replace("usage: ", self.usage_word, 1)

    def format_help(self) -> str:
        """The whole help, in the reader's language."""
        return super().format_help().replace("usage: ", self.usage_word, 1)

    def error(self, message: str) -> NoReturn:
        raise UsageError(reason=message, usage=self.format_usage().strip())


class _Commands(Protocol):
    """What argparse's own private type of subcommands does."""

    @property
    def choices(self) -> Mapping[str, argparse.ArgumentParser]:
        """The parsers by the names of their commands."""
        ...

    def add_parser(self, name: str, *, help: str, description: str, add_help: bool) -> argparse.ArgumentParser:  # noqa: A002
        """A parser for one command."""
        ...


class _Grammar:
    """Builds the parsers in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.root = self._dress(
            _Parser(prog="sidemind", add_help=False, description=self("about"), epilog=self("epilog"))
        )
        version = f"sidemind {assistant.__version__}\n"
        self.root.add_argument("-V", "--version", nargs=0, action=_Show, const=version, help=self("version"))
        self.commands = self.root.add_subparsers(dest="command", metavar="COMMAND", title=self("commands"))

    def __call__(self, key: str) -> str:
        return phrase(key, self.language)

    def _dress(self, parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
        if isinstance(parser, _Parser):
            parser.usage_word = self("usage")
        parser.add_argument("-h", "--help", nargs=0, action=_Show, help=self("help"))
        for group in parser._action_groups[:2]:  # noqa: SLF001 - argparse has no other way to name its groups
            title = str(group.title)
            group.title = self("arguments" if title.startswith("positional") else "options")
        return parser

    def usage_of(self, command: str) -> str:
        """How one command is used."""
        return self.commands.choices[command].format_usage().strip()

    def command(self, name: str, *, has_json: bool = True, parent: _Commands | None = None) -> argparse.ArgumentParser:
        """A command with its help, described by the phrase of the same name."""
        key = name if parent is None else f"models.{name}"
        parser = self._dress(
            (parent or self.commands).add_parser(name, help=self(key), description=self(key), add_help=False)
        )
        if has_json:
            default = False if parent is None else argparse.SUPPRESS  # an inner command must not unset it
            parser.add_argument("--json", action="store_true", dest="is_json", default=default, help=self("json"))
        return parser


def build_parser(language: Language) -> argparse.ArgumentParser:
    """The whole grammar, its help in `language`."""
    return _built(language).root


def _built(language: Language) -> _Grammar:
    grammar = _Grammar(language)
    _text_commands(grammar)
    _list_commands(grammar)
    _item_commands(grammar)
    _intention_command(grammar)
    _model_commands(grammar)
    export = grammar.command("export")
    export.add_argument("folder", nargs="?", metavar="FOLDER", help=grammar("export.folder"))
    doctor = grammar.command("doctor")
    doctor.add_argument("--restore", action="store_true", help=grammar("doctor.restore"))
    demo = grammar.command("demo", has_json=False)
    demo.add_argument("folder", nargs="?", metavar="FOLDER", help=grammar("demo.folder"))
    gui = grammar.command("gui", has_json=False)
    start = gui.add_mutually_exclusive_group()
    for name in ("capture", "today", "background"):
        start.add_argument(f"--{name}", action="store_const", dest="start", const=name, help=grammar(f"gui.{name}"))
    gui.set_defaults(start="main")
    return grammar


def _text_commands(grammar: _Grammar) -> None:
    capture = grammar.command("capture")
    capture.add_argument("text", nargs="*", metavar="TEXT", help=grammar("capture.text"))
    capture.add_argument("--kind", choices=_TYPED_KINDS, help=grammar("capture.kind"))
    capture.add_argument("--lines", action="store_true", help=grammar("capture.lines"))
    ask = grammar.command("ask")
    ask.add_argument("text", nargs="*", metavar="QUESTION", help=grammar("ask.question"))
    search = grammar.command("search")
    search.add_argument("text", nargs="*", metavar="WORDS", help=grammar("search.text"))
    search.add_argument("--limit", type=_count, default=20, metavar="N", help=grammar("search.limit"))
    search.add_argument("--kind", choices=[kind.value for kind in ItemKind], help=grammar("search.kind"))
    search.add_argument("--tag", metavar="TAG", help=grammar("search.tag"))
    search.add_argument("--open", action="store_true", dest="is_open", help=grammar("search.open"))


def _list_commands(grammar: _Grammar) -> None:
    mind = grammar.command("mind").add_mutually_exclusive_group()
    mind.add_argument("--learned", action="store_true", help=grammar("mind.learned"))
    mind.add_argument("--rehearse", action="store_true", help=grammar("mind.rehearse"))
    mind.add_argument("--reset-learning", action="store_true", dest="is_reset", help=grammar("mind.reset"))
    grammar.command("digest")
    remind = grammar.command("remind")
    one = remind.add_mutually_exclusive_group()
    one.add_argument("--watch", action="store_true", help=grammar("remind.watch"))
    one.add_argument("--done", metavar="ID", help=grammar("remind.done"))
    one.add_argument("--snooze", metavar="ID", help=grammar("remind.snooze"))
    one.add_argument("--stop", metavar="ID", help=grammar("remind.stop"))
    one.add_argument("--insist", metavar="ID", help=grammar("remind.insist"))
    one.add_argument("--once", metavar="ID", help=grammar("remind.once"))
    until = remind.add_mutually_exclusive_group()
    until.add_argument("--until", nargs="+", metavar="WHEN", help=grammar("remind.until"))
    until.add_argument("--minutes", type=_count, metavar="N", help=grammar("remind.minutes"))


def _item_commands(grammar: _Grammar) -> None:
    today = grammar.command("today")
    today.add_argument("action", nargs="?", choices=("clear",), help=grammar("today.clear"))
    today.add_argument("--to", nargs="+", metavar="WHEN", help=grammar("today.to"))
    done = grammar.command("done")
    done.add_argument("ids", nargs="+", metavar="ID", help=grammar("item.ids"))
    done.add_argument("--reopen", action="store_true", help=grammar("done.reopen"))
    later = grammar.command("later")
    later.add_argument("id", metavar="ID", help=grammar("item.ids"))
    later.add_argument("when", nargs="+", metavar="WHEN", help=grammar("later.when"))
    aside = grammar.command("aside")
    aside.add_argument("ids", nargs="*", metavar="ID", help=grammar("aside.ids"))
    aside.add_argument("--back", action="store_true", help=grammar("aside.back"))
    forget = grammar.command("forget")
    forget.add_argument("ids", nargs="+", metavar="ID", help=grammar("item.ids"))
    forget.add_argument("--now", action="store_true", help=grammar("forget.now"))
    trash = grammar.command("trash")
    trash.add_argument("action", nargs="?", choices=("restore", "erase", "empty"), help=grammar("trash.action"))
    trash.add_argument("ids", nargs="*", metavar="ID", help=grammar("trash.ids"))
    undo = grammar.command("undo")
    undo.add_argument("--list", action="store_true", dest="show", help=grammar("undo.list"))
    redo = grammar.command("redo")
    redo.add_argument("--list", action="store_true", dest="show", help=grammar("redo.list"))


def _intention_command(grammar: _Grammar) -> None:
    parser = grammar.command("intentions")
    parser.add_argument("action", nargs="?", choices=("done", "rearm"), help=grammar("intentions.action"))
    parser.add_argument("ids", nargs="*", metavar="ID", help=grammar("intentions.id"))


def _model_commands(grammar: _Grammar) -> None:
    models = grammar.command("models")
    actions = models.add_subparsers(dest="action", metavar="ACTION", title=grammar("commands"))
    models.set_defaults(action="list")
    add = grammar.command("add", parent=actions)
    add.add_argument("file", metavar="FILE", help=grammar("models.file"))
    grammar.command("list", parent=actions)
    for name in ("use", "remove"):
        parser = grammar.command(name, parent=actions)
        parser.add_argument("name", metavar="NAME", help=grammar("models.name"))


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 1_000_000:
        raise ValueError(text)
    return number


def parse(argv: Sequence[str], language: Language) -> argparse.Namespace:
    """What `argv` asks for. Raises `UsageError` and `HelpShown`."""
    grammar = _built(language)
    try:
        arguments = grammar.root.parse_args(list(argv))
    except UsageError as error:
        facts = {**error.facts, "reason": misuse_words(str(error.facts["reason"]), language)}
        if argv and argv[0] in grammar.commands.choices and facts.get("usage") == grammar.root.format_usage().strip():
            facts["usage"] = grammar.usage_of(argv[0])  # what a command has left over is told by the parser above it
        raise UsageError(**facts) from None
    wrong = misfit(arguments, language)
    if wrong is not None:
        raise UsageError(reason=wrong, usage=grammar.usage_of(arguments.command))
    if arguments.command is None:
        arguments.command, arguments.start = "gui", "main"
    return arguments
