"""Finds the words for a key such as ``about_me.sector`` or ``about_me.sector.help`` in a person's language.

The first part of a key is the file, the second the entry, the third the entry's attribute.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

LANGUAGES: Final = ("th", "en")
FOLDER: Final = Path(__file__).parent


class MissingText(LookupError):
    """There is no such entry in that language."""


class UnfilledText(ValueError):
    """An entry was asked for without a value that it needs, or is broken."""


ENTRY: Final = re.compile(r"^(?:([a-zA-Z][\w-]*)|[ \t]+\.([a-zA-Z][\w-]*)) *=[ \t]*(.*)$", re.MULTILINE)
"""Where an entry, or an attribute of one, begins: its name, and what stands on the same line."""


class Texts:
    """All words in all languages; Fluent reads a file only when one of its entries is more than words on a line."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Find every entry of every language."""
        self.patterns: dict[tuple[str, str], Any] = {}
        """Every entry; ``None`` while Fluent has not read its file."""
        self.plain: dict[tuple[str, str], str] = {}
        self.bundles: dict[tuple[str, str], FluentBundle] = {}
        self.folder = folder
        for language in LANGUAGES:
            for path in sorted((folder / language).glob("*.ftl")):
                self.find(language, path.stem, path.read_text(encoding="utf-8"))

    def find(self, language: str, file: str, source: str) -> None:
        """Find the entries of one file; words alone on a single line are ready to be said."""
        found = list(ENTRY.finditer(source))
        entry = ""
        for place, match in enumerate(found):
            entry = match[1] or entry
            key = f"{file}.{entry}" if match[1] else f"{file}.{entry}.{match[2]}"
            following = found[place + 1].start() if place + 1 < len(found) else len(source)
            words, more = match[3].rstrip(), any(map(is_said, source[match.end() : following].splitlines()))
            if not words and not more:
                continue
            self.patterns[language, key] = None
            if not more and "{" not in words and "}" not in words:
                self.plain[language, key] = words

    def read(self, language: str, file: str) -> None:
        """Have Fluent read one file."""
        path = self.folder / language / f"{file}.ftl"
        resource = FluentResource(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise UnfilledText(f"{language}/{path.name} cannot be read: {(entry.content or '').strip()[:60]}")
        bundle = FluentBundle([language], use_isolating=False)
        bundle.add_resource(resource)
        self.bundles[language, file] = bundle
        for entry in resource.body:
            if isinstance(entry, ast.Message):
                self.index(language, file, bundle, entry)

    def index(self, language: str, file: str, bundle: FluentBundle, entry: ast.Message) -> None:
        """Remember where an entry and its attributes are; entries of words alone are made ready."""
        message = bundle.get_message(entry.id.name)
        named = [(f"{file}.{entry.id.name}", entry.value, message.value)]
        named += [
            (f"{file}.{entry.id.name}.{attribute.id.name}", attribute.value, message.attributes[attribute.id.name])
            for attribute in entry.attributes
        ]
        for key, pattern, compiled in named:
            if pattern is None:
                continue
            self.patterns[language, key] = compiled
            if all(isinstance(element, ast.TextElement) for element in pattern.elements):
                self.plain[language, key] = self.render(language, key)

    def has(self, key: str, language: str | None = None) -> bool:
        """Whether the entry exists, in one language or in all."""
        return all((each, key) in self.patterns for each in ([language] if language else LANGUAGES))

    def keys(self, language: str) -> set[str]:
        """Every key of a language."""
        return {key for each, key in self.patterns if each == language}

    def say(self, language: str, key: str, **values: Any) -> str:
        """The words; raises :class:`MissingText` or :class:`UnfilledText`."""
        found = self.plain.get((language, key))
        return found if found is not None else self.render(language, key, **values)

    def render(self, language: str, key: str, **values: Any) -> str:
        """Fill an entry with values."""
        if (language, key) not in self.patterns:
            raise MissingText(f"{key} is missing in {language}")
        file = key.partition(".")[0]
        if (language, file) not in self.bundles:
            self.read(language, file)
        bundle, pattern = self.bundles[language, file], self.patterns[language, key]
        words, errors = bundle.format_pattern(pattern, values)
        if errors:
            raise UnfilledText(f"{key} in {language}: {errors[0]}")
        return str(words)

    def both(self, key: str) -> dict[str, str]:
        """The words in each language, of an entry without values."""
        return {language: self.say(language, key) for language in LANGUAGES}


def is_said(line: str) -> bool:
    """Whether a line that begins no entry goes on saying one."""
    return line.startswith((" ", "\t")) and bool(line.strip())


@lru_cache(maxsize=1)
def all_texts() -> Texts:
    """The project's texts, read once."""
    return Texts()
