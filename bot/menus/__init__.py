"""The rich menus at the foot of LINE's chats: what is on them, how they are drawn, made and shown."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any, Final

from bot.menus import drawing
from bot.menus.drawing import HEIGHT, WIDTH
from texts import LANGUAGES, Texts

DEFAULT: Final = "volunteer-th"
"""What everybody sees who has no menu of their own."""
OURS: Final = "HandUp "
"""How the names of our menus begin at LINE, where others may have made some too."""

PLACES: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "volunteer": (
        ("find_role", "search"),
        ("my_roles", "calendar"),
        ("log_hours", "clock"),
        ("my_record", "medal"),
        ("about_me", "person"),
        ("talk_to_person", "talk"),
    ),
    "staff": (
        ("staff_menu", "tiles"),
        ("create_project", "new"),
        ("projects_list", "list"),
        ("applicants", "people"),
        ("broadcast", "megaphone"),
        ("answer_person", "answer"),
    ),
}
"""Who sees which flows, from left to right and top to bottom, each with its symbol."""
COLUMNS: Final = 3
ROWS: Final = 2


@dataclass(frozen=True, slots=True)
class RichMenu:
    """One menu, ready to be made."""

    name: str
    """Who sees it, and its language: ``staff-th``."""
    body: dict[str, Any]
    """As LINE's API takes it, without the name."""
    drawn: str
    """What is drawn, as :func:`bot.menus.drawing.png` takes it."""

    @property
    def print(self) -> str:
        """Tells whether a menu would be made the same again; nothing has to be drawn for it."""
        source = json.dumps([self.body, self.drawn, drawing.template()], sort_keys=True)
        return hashlib.sha256(source.encode()).hexdigest()

    def png(self) -> bytes:
        """The menu's picture."""
        return drawing.png(self.drawn)

    def to_json(self) -> dict[str, Any]:
        """The menu as LINE's API takes it."""
        return {"name": f"{OURS}{self.name} {self.print[:8]}", **self.body}


def rich_menus(texts: Texts) -> list[RichMenu]:
    """All our menus, the default first."""
    return [rich_menu(who, language, texts) for who in PLACES for language in LANGUAGES]


def rich_menu(who: str, language: str, texts: Texts) -> RichMenu:
    """One menu, in one language."""
    labels = [texts.say(language, f"{flow}.called") for flow, _ in PLACES[who]]
    areas = [area(place, flow, label) for place, ((flow, _), label) in enumerate(zip(PLACES[who], labels, strict=True))]
    bar = texts.say(language, "staff_menu.called" if who == "staff" else "menu.called")
    size = {"width": WIDTH, "height": HEIGHT}
    body = {"size": size, "selected": True, "chatBarText": bar, "areas": areas}
    places = [{"symbol": symbol, "words": label} for (_, symbol), label in zip(PLACES[who], labels, strict=True)]
    drawn = json.dumps({"dark": who == "staff", "places": places}, ensure_ascii=False)
    return RichMenu(f"{who}-{language}", body, drawn)


def area(place: int, flow: str, label: str) -> dict[str, Any]:
    """The part of the picture that begins a flow; together they cover all of it."""
    row, column = divmod(place, COLUMNS)
    left, right = (column * WIDTH // COLUMNS, (column + 1) * WIDTH // COLUMNS)
    top, bottom = (row * HEIGHT // ROWS, (row + 1) * HEIGHT // ROWS)
    bounds = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    action = {"type": "postback", "label": label, "data": f"go:{flow}", "displayText": label}
    return {"bounds": bounds, "action": action}
