"""What we say: the same entries with the same values in both languages, and none that nobody says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from flows import FLOWS
from storage.schema import metadata
from texts import LANGUAGES, Texts, all_texts
from texts.words import FOLDER

ROOT = FOLDER.parent
ROOMS = ("flows", "handlers", "bot", "simulator", "texts", "storage", "domain")
THAI = re.compile(r"[\u0e00-\u0e7f]")
FILES = sorted({path.name for language in LANGUAGES for path in (FOLDER / language).glob("*.ftl")})


class Values(Visitor):
    """Collects the values that a pattern is filled with."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802 (the library's)
        self.found.add(node.id.name)


def entries(language: str, file: str) -> dict[str, set[str]]:
    """Every key of a file, attributes included, with the values that it is filled with."""
    path = FOLDER / language / file
    assert path.exists(), f"{file} does not exist in {language}"
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
        assert not isinstance(entry, fluent.Junk), f"{language}/{file}: {entry.content}"
        if isinstance(entry, fluent.Message):
            patterns = [(entry.id.name, entry.value)]
            patterns += [(f"{entry.id.name}.{each.id.name}", each.value) for each in entry.attributes]
            for name, pattern in patterns:
                if pattern is not None:
                    assert name not in found, f"{name} stands twice in {language}/{file}"
                    found[name] = values_in(pattern)
    return found


def values_in(pattern: fluent.Pattern) -> set[str]:
    values = Values()
    values.visit(pattern)
    return values.found


FOR_READING = re.compile(r"words|\w+_words|names|greetings|.+\.also")
"""Entries that list what people may type: each language has its own."""
IN_BOTH_LANGUAGES = {
    "welcome.language",
    "welcome.language.retry",
    "welcome.language-th",
    "choose_language.language",
    "choose_language.language-th",
}
"""What is said before anybody has chosen a language."""


@pytest.mark.parametrize("file", FILES)
def test_both_languages_have_the_same_entries_with_the_same_values(file: str) -> None:
    thai, english = entries("th", file), entries("en", file)
    assert {name for name in set(thai) ^ set(english) if not name.endswith(".also")} == set()
    assert {name for name in set(thai) & set(english) if thai[name] != english[name]} == set()


def test_each_language_is_written_in_its_own_letters() -> None:
    texts = all_texts()
    odd = {
        key
        for key, words in plain_words(texts, "en").items()
        if THAI.search(words) and not FOR_READING.fullmatch(key.partition(".")[2])
    }
    assert odd - IN_BOTH_LANGUAGES == set()
    without_thai = {key for key, words in plain_words(texts, "th").items() if re.search(r"[a-z]{3} [a-z]{3}", words)}
    assert {key for key in without_thai if not THAI.search(texts.say("th", key))} == set()


def plain_words(texts: Texts, language: str) -> dict[str, str]:
    """The entries without values to fill in."""
    return {key: words for (each, key), words in texts.plain.items() if each == language}


def source_files(*rooms: str) -> Iterator[Path]:
    for room in rooms:
        yield from sorted((ROOT / room).rglob("*.py"))


def strings_in(path: Path) -> Iterator[str]:
    """Every string of a file; of those with values to fill in, a pattern that stands for them."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(part.value if isinstance(part, ast.Constant) else "\0" for part in node.values)  # type: ignore[misc]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def keys_in_the_code() -> tuple[set[str], list[re.Pattern[str]]]:
    """Keys that stand in the code as they are, and patterns of those that are put together there."""
    strings = {string for path in source_files(*ROOMS) for string in strings_in(path)}
    whole = {string for string in strings if re.fullmatch(r"[a-z_]+(\.[\w-]+){1,2}", string)}
    made = {string for string in strings if re.fullmatch(r"[\w.\0-]*\.[\w\0-]+", string) and "\0" in string}
    keyed = [string for string in made if re.search(r"[a-z]", string)]
    return whole, [re.compile(re.escape(string).replace("\0", r"[\w.-]+")) for string in keyed]


def keys_of_the_flows() -> set[str]:
    """Keys that the engine speaks because a flow declares a step."""
    return {key for flow in FLOWS.by_name.values() for key in flow.texts_needed()}


def labels_of_steps() -> set[str]:
    """Where steps find the labels of their options."""
    steps = [step for flow in FLOWS.by_name.values() for step in flow.steps]
    return {label for step in steps if (label := getattr(step, "labels", None))} | keys_of_the_flows()


def reasons() -> set[str]:
    """Every single word that stands in flows and rules as a string: reasons of not understanding are named so."""
    return {
        string
        for path in source_files("flows", "domain")
        for string in strings_in(path)
        if re.fullmatch(r"\w+", string)
    }


def test_no_entry_is_dead() -> None:
    whole, made = keys_in_the_code()
    labels, named = tuple(f"{label}-" for label in labels_of_steps()), reasons()
    said = whole | keys_of_the_flows()

    def spoken(key: str) -> bool:
        entry, _, attribute = key.rpartition(".")
        explains = attribute in named and "." in entry and spoken(entry)
        return key in said or explains or key.startswith(labels) or any(each.fullmatch(key) for each in made)

    keys = {f"{file.removesuffix('.ftl')}.{name}" for file in FILES for name in entries("th", file)}
    assert {key for key in keys if not spoken(key)} == set()


def test_every_key_in_the_code_has_its_words() -> None:
    files = {file.removesuffix(".ftl") for file in FILES}
    there = {f"{file.removesuffix('.ftl')}.{name}" for file in FILES for name in entries("th", file)}
    columns = {f"{table.name}.{column.name}" for table in metadata.sorted_tables for column in table.c}
    wanted = {key for key in keys_in_the_code()[0] - columns if key.partition(".")[0] in files}
    missing = {
        key for key in wanted if not any(each == key or each.startswith(key.rstrip("-") + "-") for each in there)
    }
    assert missing == set()


READS_THAI = {
    "flows/engine/answering.py",
    "flows/engine/matching_words.py",
    "flows/profile_reading.py",
    "flows/welcome.py",
}
"""Files that recognise what people write in Thai."""


def code_strings(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a file that are no docstrings, with their lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.lineno, node.value


def test_no_words_for_people_stand_in_flows_or_handlers() -> None:
    odd = [
        f"{path.relative_to(ROOT)}:{line}: {string}"
        for path in source_files("flows", "handlers")
        if str(path.relative_to(ROOT)) not in READS_THAI
        for line, string in code_strings(path)
        if THAI.search(string)
    ]
    assert odd == []


def test_nothing_is_said_in_flows_or_handlers_but_what_the_texts_say() -> None:
    speaking = {"say", "tell", "Message", "Choice", "tell_staff"}
    odd = []
    for path in source_files("flows", "handlers"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in speaking:
                words = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
                odd += [f"{path.name}:{node.lineno}: {word}" for word in words if re.search(r"[^\W_] [^\W_]", word)]
    assert odd == []
