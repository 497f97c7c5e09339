"""Telegram's formatted texts: reading HTML, trimming, and finding links, commands and mentions."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from simulator.bubbles import Plain
from simulator.checks import utf16
from simulator.telegram.calls import RefusedCallError, bad

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_TOKEN = re.compile(r"<(?P<end>/?)(?P<tag>[a-zA-Z0-9-]*)(?P<attributes>[^<>]*)>|(?P<named>&#?\w+;)|(?P<lone><)")
_ATTRIBUTE = re.compile(r"([a-z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(\S+))")
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>]+[^\s<>.,!?;:)\]])"
    r"|(?<![\w/])(?P<bot_command>/\w{1,32}(?:@[A-Za-z0-9_]{4,32})?)"
    r"|(?<![\w@/])(?P<mention>@[A-Za-z0-9_]{4,32})"
)


@dataclass(slots=True)
class _Open:
    tag: str
    start: int
    more: Plain


@dataclass(slots=True)
class _Reader:
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[Plain] = field(default_factory=list)

    def write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += utf16(text)

    def start(self, tag: str, attributes: str, offset: int) -> None:
        if tag not in KINDS:
            raise _unparsable(f'Unsupported start tag "{tag}" at byte offset {offset}')
        found = {name: a or b or c for name, a, b, c in _ATTRIBUTE.findall(attributes)}
        if tag == "span" and found.get("class") != "tg-spoiler":
            raise _unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {offset}')
        self.stack.append(_Open(tag, self.length, {name: html.unescape(value) for name, value in found.items()}))

    def end(self, tag: str, offset: int) -> None:
        if not self.stack:
            raise _unparsable(f"Unexpected end tag at byte offset {offset}")
        opened = self.stack.pop()
        if tag not in {"", opened.tag}:
            expected = f'expected "</{opened.tag}>", found "</{tag}>"'
            raise _unparsable(f"Unmatched end tag at byte offset {offset}, {expected}")
        if entity := _entity(opened, self.length):
            self.entities.append(entity)


def read_html(text: str) -> tuple[str, list[Plain]]:
    """The plain text and the entities of a text in Telegram's HTML; refuses what Telegram refuses."""
    reader, place = _Reader(), 0
    for token in _TOKEN.finditer(text):
        reader.write(text[place : token.start()])
        place = token.end()
        offset = len(text[: token.start()].encode())
        if token["named"]:
            reader.write(html.unescape(token["named"]))
        elif token["lone"]:
            raise _unparsable(f'Unsupported start tag "" at byte offset {offset}')
        elif token["end"]:
            reader.end(token["tag"].lower(), offset)
        else:
            reader.start(token["tag"].lower(), token["attributes"], offset)
    reader.write(text[place:])
    if reader.stack:
        raise _unparsable(f'Can\'t find end tag corresponding to start tag "{reader.stack[-1].tag}"')
    return "".join(reader.pieces), reader.entities


def check_entities(entities: list[Plain]) -> None:
    """Refuse entities that do not say what they are and where."""
    for entity in entities:
        numbers = (entity.get("offset"), entity.get("length"))
        if not isinstance(entity.get("type"), str) or not all(isinstance(number, int) for number in numbers):
            raise bad("can't parse MessageEntity: it needs a type, an offset and a length")


def trimmed(text: str, entities: list[Plain]) -> tuple[str, list[Plain]]:
    """The text without space around it, the entities moved along and sorted."""
    shift = utf16(text) - utf16(text.lstrip())
    text = text.strip()
    end = utf16(text)
    moved = []
    for entity in entities:
        start = max(0, entity["offset"] - shift)
        length = min(end, entity["offset"] - shift + entity["length"]) - start
        if length > 0:
            moved.append({**entity, "offset": start, "length": length})
    return text, sorted(moved, key=lambda entity: (entity["offset"], -entity["length"]))


def with_found(text: str, entities: list[Plain]) -> list[Plain]:
    """The entities, and the links, commands and mentions that Telegram finds by itself."""
    found = list(entities)
    for match in _FOUND.finditer(text):
        offset, length = utf16(text[: match.start()]), utf16(match[0])
        if not any(_overlap(entity, offset, length) for entity in entities):
            found.append({"type": match.lastgroup, "offset": offset, "length": length})
    return sorted(found, key=lambda entity: (entity["offset"], -entity["length"]))


def _overlap(entity: Plain, offset: int, length: int) -> bool:
    return bool(entity["offset"] < offset + length and offset < entity["offset"] + entity["length"])


def _entity(opened: _Open, end: int) -> Plain | None:
    entity: Plain = {"type": KINDS[opened.tag], "offset": opened.start, "length": end - opened.start}
    if opened.tag == "a":
        entity["url"] = opened.more.get("href", "")
    if opened.tag == "tg-emoji":
        entity["custom_emoji_id"] = opened.more.get("emoji-id", "")
    if not entity["length"] or (opened.tag == "a" and not entity["url"]):
        return None
    return entity


def _unparsable(reason: str) -> RefusedCallError:
    return bad(f"can't parse entities: {reason}")
