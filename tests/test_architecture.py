"""The import table: who may import whom. Changing it is an architecture change; say why in the commit.

Imports inside functions count too, so that a cycle cannot hide there; imports under TYPE_CHECKING count for the table
and not for cycles, because they do not happen when the program runs.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "assistant"

CORE = {"domain", "language", "memory", "services", "store", "models", "platform", "resources", "paths", "hub", "lazy"}
MAY_IMPORT: dict[str, set[str]] = {
    "domain": set(),
    "resources": set(),
    "paths": {"domain"},
    "hub": {"domain"},
    "lazy": set(),
    "language": {"domain", "resources"},  # resources: tables of learned weights
    "memory": {"domain", "language"},
    "services": {"domain", "language", "memory"},
    "store": {"domain", "language"},
    "models": {"domain", "language"},  # language: the token estimate, and the sentences the extractive answerer reads
    "platform": {"domain"},
    "app": CORE,
    "cli": {
        "domain",
        "language",
        "services",
        "app",
        "platform",
        "paths",
    },  # platform: the owner's socket and the display
    "ui": {"domain", "language", "services", "app", "platform", "resources", "paths"},
    "evaluation": {"domain", "language", "memory", "services", "store", "models", "app", "resources"},
    "training": {"domain", "language", "memory", "models", "evaluation"},
    "__main__": {"cli", "platform", "paths"},
}
UI_FROM_CLI = {"cli/desktop.py", "cli/demo.py"}  # the commands that open windows, inside a function

HOMES: dict[str, set[str]] = {
    "PySide6": {"ui"},
    "shiboken6": {"ui"},
    "sqlite_utils": {"store"},
    "sqlcipher3": {"store"},
    "sqlite3": {"store"},
    "onnxruntime": {"models"},
    "llama_cpp": {"models"},
    "jeepney": {"platform"},
    "Xlib": {"platform"},
    "onnx": {"training"},
    "torch": {"training"},
    "platformdirs": {"paths"},
    "Stemmer": {"language"},
    "borax": {"language"},
    "hijridate": {"language"},
    "pyluach": {"language"},
    "sentencepiece": {"models", "training"},
    "tomlkit": {"store"},
    "dateutil": {"memory"},
}
LONG_FILES = {"domain/ports.py", "app.py"}  # lists of ports and of parts: splitting would hide them from readers
NETWORK = {"http", "urllib.request", "ftplib", "smtplib", "requests", "httpx", "asyncio", "xmlrpc", "socketserver"}


@dataclass(frozen=True)
class Import:
    importer: str  # a path under assistant/
    room: str  # its package
    target: str  # the dotted name
    line: int
    is_typing_only: bool
    is_in_function: bool

    def __str__(self) -> str:
        return f"assistant/{self.importer}:{self.line} imports {self.target}"


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room_of(relative: Path) -> str:
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def targets(node: ast.AST, importer: str) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        assert node.level == 0, f"assistant/{importer}:{node.lineno}: relative import"
        assert node.module is not None
        is_package = (ROOT / node.module.replace(".", "/")).is_dir() and node.module.startswith("assistant")
        return [f"{node.module}.{alias.name}" for alias in node.names] if is_package else [node.module]
    return []


def is_typing_guard(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def walk(node: ast.AST, *, typing_only: bool, in_function: bool) -> Iterator[tuple[ast.AST, bool, bool]]:
    for child in ast.iter_child_nodes(node):
        typed = typing_only or is_typing_guard(node)
        inside = in_function or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
        yield child, typed, inside
        yield from walk(child, typing_only=typed, in_function=inside)


@cache
def imports() -> tuple[Import, ...]:
    found: list[Import] = []
    for path in sources():
        relative = path.relative_to(PACKAGE)
        for node, typing_only, in_function in walk(tree(path), typing_only=False, in_function=False):
            found += [
                Import(relative.as_posix(), room_of(relative), target, node.lineno, typing_only, in_function)
                for target in targets(node, relative.as_posix())
            ]
    return tuple(found)


def own_room(target: str) -> str | None:
    parts = target.split(".")
    return parts[1] if parts[0] == "assistant" and len(parts) > 1 else None


def test_every_package_has_a_line_in_the_table():
    rooms = {room_of(path.relative_to(PACKAGE)) for path in sources()} - {"__init__"}
    assert rooms == set(MAY_IMPORT) & rooms, f"no line in the table for {rooms - set(MAY_IMPORT)}"


def test_packages_import_only_what_the_table_allows():
    faults: list[str] = []
    for each in imports():
        target = own_room(each.target)
        if target is None or target in (each.room, "__version__") or each.target == "assistant":
            continue
        if target in MAY_IMPORT[each.room]:
            continue
        if target == "ui" and each.importer in UI_FROM_CLI and each.is_in_function:
            continue
        faults.append(f"{each}: {each.room} may not use {target}")
    assert not faults, "\n".join(faults)


def test_nothing_imports_the_evaluation_or_the_training_of_models():
    allowed = {"evaluation": {"evaluation", "training"}, "training": {"training"}}
    faults = [
        str(each)
        for each in imports()
        if own_room(each.target) in allowed and each.room not in allowed[str(own_room(each.target))]
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("library", sorted(HOMES))
def test_a_library_is_known_in_its_home_only(library: str):
    faults = [
        str(each)
        for each in imports()
        if each.target.split(".")[0] == library and each.room not in HOMES[library] | {"training"}
    ]
    assert not faults, "\n".join(faults)


def test_nothing_speaks_to_a_network():
    faults = [
        str(each)
        for each in imports()
        if any(each.target == name or each.target.startswith(f"{name}.") for name in NETWORK)
    ]
    assert not faults, "\n".join(faults)


def test_modules_do_not_import_each_other_in_a_circle():
    graph: dict[str, set[str]] = {}
    modules = {".".join(("assistant", *path.relative_to(PACKAGE).with_suffix("").parts)) for path in sources()}
    for each in imports():
        if each.is_typing_only or not each.target.startswith("assistant."):
            continue
        importer = "assistant." + each.importer.removesuffix(".py").replace("/", ".")
        target = each.target if each.target in modules else each.target.rpartition(".")[0]
        if target in modules and target != importer:
            graph.setdefault(importer, set()).add(target)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail("a circle: " + " -> ".join(error.args[1]))


def test_broad_excepts_stand_at_the_three_borders_only():
    borders = {"ui/tasks.py", "__main__.py", "cli/main.py", "cli/run.py", "platform/owner.py"}
    faults: list[str] = []
    for path in sources():
        relative = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.ExceptHandler) or relative in borders:
                continue
            names = {name.id for name in ast.walk(node.type) if isinstance(name, ast.Name)} if node.type else {""}
            reraises = any(isinstance(inner, ast.Raise) and inner.exc is None for inner in ast.walk(node))
            if names & {"", "Exception", "BaseException"} and not reraises:
                faults.append(f"assistant/{relative}:{node.lineno}")
    assert not faults, "\n".join(faults)


def test_files_fit_a_sitting_and_functions_a_screen():
    faults: list[str] = []
    for path in sources():
        relative = path.relative_to(PACKAGE)
        lines = len(path.read_text(encoding="utf-8").splitlines())
        most = 650 if relative.as_posix() in LONG_FILES else 500 if room_of(relative) == "training" else 400
        if lines > most:
            faults.append(f"assistant/{relative.as_posix()} has {lines} lines")
        limit = 80 if room_of(relative) == "training" else 50
        for node in ast.walk(tree(path)):
            length = (node.end_lineno or 0) - node.lineno + 1 if isinstance(node, ast.FunctionDef) else 0
            if length > limit:
                faults += [f"assistant/{relative.as_posix()}:{node.lineno} has {length} lines"]
    assert not faults, "\n".join(faults)


def test_files_that_touch_untyped_libraries_say_so():
    untyped = {"onnxruntime", "llama_cpp", "sqlite_utils", "sqlcipher3", "Xlib"}
    faults = {
        each.importer
        for each in imports()
        if each.target.split(".")[0] in untyped
        and not (PACKAGE / each.importer).read_text(encoding="utf-8").startswith("# pyright: basic")
    }
    assert not faults


def test_nothing_is_left_to_be_done():
    marks = ("TO" + "DO", "FIX" + "ME", "X" * 3)
    faults = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in [*sources(), *(ROOT / "tests").rglob("*.py"), *(ROOT / "packaging").glob("*.sh")]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if any(f"# {mark}" in line for mark in marks)
    ]
    assert not faults, "\n".join(faults)
