"""Small tests that keep one place the only place (design paper 3, section 14)."""

from __future__ import annotations

import ast
import inspect
import re
from dataclasses import fields
from pathlib import Path

import pytest

from assistant.cli.parser import COMMANDS, build_parser
from assistant.cli.run import Request
from assistant.domain import errors, ports
from assistant.domain.item import Language
from assistant.domain.settings import Settings
from assistant.language.wording import error_sentence
from tests import fakes

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "assistant"


def source(*parts: str) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(PACKAGE.joinpath(*parts).rglob("*.py")))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_both_languages(command: str):
    english, chinese = (build_parser(language).format_help() for language in Language)
    [line] = re.findall(rf"^ +{command} +(.+)$", english, re.MULTILINE)
    [translated] = re.findall(rf"^ +{command} +(.+)$", chinese, re.MULTILINE)
    assert line.isascii()
    assert line != translated


def test_every_command_is_a_command_of_the_parser():
    parser = build_parser(Language.ENGLISH)
    assert f"{{{','.join(COMMANDS)}}}" not in parser.format_usage()  # one readable word stands there
    assert parser.parse_args(["digest", "--json"]).command == "digest"
    assert Request(["digest"]).argv == ["digest"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(command: str):
    assert re.search(rf"sidemind {command}\b", (ROOT / "README.md").read_text("utf-8"))


@pytest.mark.parametrize("field", [field.name for field in fields(Settings)])
def test_every_setting_is_read_somewhere(field: str):
    rooms = [source(room) for room in ("services", "ui", "cli", "memory", "models")] + [
        (PACKAGE / "app.py").read_text("utf-8")
    ]
    assert any(f".{field}" in text for text in rooms)


def classes_of_errors() -> list[type[errors.AssistantError]]:
    return [
        each
        for _, each in inspect.getmembers(errors, inspect.isclass)
        if issubclass(each, errors.AssistantError) and each.__module__ == errors.__name__
    ]


@pytest.mark.parametrize("kind", classes_of_errors())
def test_every_error_has_words_of_its_own_in_both_languages(kind: type[errors.AssistantError]):
    english, chinese = (error_sentence(kind(), language) for language in Language)
    assert english
    assert english.isascii() or "“" in english
    assert re.search("[\u4e00-\u9fff]", chinese)
    if kind is not errors.AssistantError:
        assert english != error_sentence(errors.AssistantError(), Language.ENGLISH)


@pytest.mark.parametrize("kind", classes_of_errors())
def test_every_error_is_raised_or_a_parent(kind: type[errors.AssistantError]):
    is_parent = bool(kind.__subclasses__())
    rooms = [source(room) for room in ("store", "models", "services", "platform", "cli")]
    assert is_parent or any(re.search(rf"\b{kind.__name__}\b", text) for text in rooms)


# The extractor is a pure function of its input, and what a keeper does is files: tests use the real ones.
REAL_ONES_ARE_USED = {"Extractor", "Keeper"}


def attributes_of(made: type) -> set[str]:
    return set(re.findall(r"self\.(\w+)\b.*=", inspect.getsource(made)))


def names_of_ports() -> list[str]:
    tree = ast.parse(inspect.getsource(ports))
    return [
        node.name
        for node in tree.body
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id == "Protocol" for base in node.bases)
    ]


@pytest.mark.parametrize("port", names_of_ports())
def test_every_port_has_a_fake(port: str):
    if port in REAL_ONES_ARE_USED:
        return
    asked = {name for name, _ in inspect.getmembers(getattr(ports, port)) if not name.startswith("_")}
    made = [each for _, each in inspect.getmembers(fakes, inspect.isclass) if each.__module__ == fakes.__name__]
    assert any(asked <= set(dir(each)) | attributes_of(each) for each in made), (
        f"no class in tests/fakes.py does {sorted(asked)}"
    )


@pytest.mark.parametrize("path", sorted((PACKAGE / "ui").rglob("*.py")), ids=lambda path: path.name)
def test_every_translated_text_is_a_literal(path: Path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("tr", "translate")
        ):
            texts = node.args[:1] if node.func.attr == "tr" else node.args[:2]
            assert all(isinstance(text, ast.Constant) for text in texts), f"{path.name}:{node.lineno}"


def test_the_package_brings_no_path_of_a_machine_and_no_registry_along():
    wrong = re.compile("|".join(["/wo" + "rk/", r"\.\./sha" + "red", "pypi" + r"\.org", "files.python" + "hosted"]))
    suffixes = {".py", ".sh", ".md", ".toml", ".txt", ".ts", ".qss", ".json", ".svg"}
    folders = [ROOT / name for name in ("assistant", "packaging", "resources", "tests")]
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in suffixes and path.is_file()]
    faults = [str(path.relative_to(ROOT)) for path in files if wrong.search(path.read_text("utf-8", "replace"))]
    assert not faults


def test_every_lock_pins_with_hashes():
    for lock in (ROOT / "packaging").glob("constraints*.txt"):
        text = lock.read_text("utf-8")
        pins = re.findall(r"^[a-z0-9-]+==\S+.*$", text, re.MULTILINE)
        assert pins
        assert all(pin.endswith("\\") for pin in pins), lock.name
        assert text.count("--hash=sha256:") >= len(pins)


def test_what_the_program_needs_has_the_same_release_in_both_locks():
    def pins(name: str) -> set[str]:
        text = (ROOT / "packaging" / name).read_text("utf-8")
        return {pin.split(" ")[0] for pin in re.findall(r"^[a-z0-9-]+==\S+", text, re.MULTILINE)}

    everything = pins("constraints-test.txt")
    assert pins("constraints.txt") <= everything
    assert pins("constraints-build.txt") <= everything
