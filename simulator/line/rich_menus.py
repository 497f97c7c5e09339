"""LINE's rich menus: what is made, who sees which, and the rules of both."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from simulator.bubbles import Menu, Plain
from simulator.checks import Problem, Problems, at, graphemes, number, thing_at, things, truth, words
from simulator.line.limits_actions import RICH_MENU, check_action
from simulator.line.parts import Buttons
from simulator.phone import Phone
from simulator.phones import Phones


@dataclass(slots=True)
class RichMenu:
    """A menu as the bot made it, and its image once uploaded."""

    id: str
    body: Plain
    image: bytes = b""
    mime: str = ""

    def to_json(self) -> Plain:
        """The menu as LINE's API shows it."""
        return {"richMenuId": self.id, **self.body}


@dataclass(slots=True)
class RichMenus:
    """Every menu of the account, its aliases, the default and whose own menus."""

    phones: Phones
    menus: dict[str, RichMenu] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    default: str | None = None
    linked: dict[str, str] = field(default_factory=dict)
    """Menu id by user id."""

    def create(self, body: Plain) -> RichMenu:
        """Make a menu, without an image yet."""
        menu = RichMenu(f"richmenu-{secrets.token_hex(16)}", body)
        self.menus[menu.id] = menu
        return menu

    def delete(self, menu_id: str) -> None:
        """Remove a menu from everywhere."""
        del self.menus[menu_id]
        self.linked = {user: linked for user, linked in self.linked.items() if linked != menu_id}
        self.default = None if self.default == menu_id else self.default
        self.show_to_all()

    def set_default(self, menu_id: str | None) -> None:
        """Everyone without a menu of their own sees this one."""
        self.default = menu_id
        self.show_to_all()

    def link(self, user_id: str, menu_id: str | None) -> None:
        """Let a person see this menu, or the default again."""
        if menu_id is None:
            self.linked.pop(user_id, None)
        elif (phone := self.phones.at(user_id)) and phone.role != "group" and phone.opened and not phone.blocked:
            self.linked[user_id] = menu_id
        if phone := self.phones.at(user_id):
            self.show_to(phone)

    def switch(self, phone: Phone, alias: str) -> Plain:
        """Show the menu behind an alias to this person; the params of the postback that tells the bot."""
        menu_id = self.aliases.get(alias)
        status = "RICHMENU_ALIAS_ID_NOTFOUND" if menu_id is None else "SUCCESS"
        if menu_id is not None and menu_id not in self.menus:
            status = "RICHMENU_NOTFOUND"
        if status == "SUCCESS":
            self.link(str(phone.address), menu_id)
        return {"newRichMenuAliasId": alias, "status": status}

    def show_to_all(self) -> None:
        """Let every phone show what it should."""
        for phone in self.phones:
            self.show_to(phone)

    def show_to(self, phone: Phone) -> None:
        """Let one phone show what it should: its own menu, else the default, and none unless a friend."""
        seen = phone.channel == "line" and phone.role != "group" and phone.opened and not phone.blocked
        menu_id = self.linked.get(str(phone.address)) or self.default
        menu = self.menus.get(menu_id) if seen and menu_id else None
        phone.menu = shown(menu) if menu else None
        phone.tell()


def shown(menu: RichMenu) -> Menu:
    """The menu as a phone shows it."""
    buttons = Buttons()
    areas = tuple((area["bounds"], buttons.make(area["action"])) for area in menu.body["areas"])
    size = menu.body["size"]
    return Menu(f"/desk/rich-menus/{menu.id}", size["width"], size["height"], areas)


def check_rich_menu(body: Plain) -> list[Problem]:
    """What is wrong with a menu that is to be made?"""
    size, problems = thing_at(body, "size", "")
    problems.extend(_size(size))
    problems.extend(truth(body, "selected", ""))
    problems.extend(words(body, "name", "", 300, graphemes))
    problems.extend(words(body, "chatBarText", "", 14, graphemes))
    areas, wrong = things(body, "areas", "", 0, 20)
    for where, area in areas:
        problems.extend(_area(area, where))
    return problems + wrong


def _size(size: Plain) -> Problems:
    wrong = [*number(size, "width", "size", 800, 2500), *number(size, "height", "size", 250, 2500)]
    yield from wrong
    if not wrong and size["width"] / size["height"] < 1.45:
        yield Problem("size", "The aspect ratio must be 1.45 or more")


def _area(area: Plain, path: str) -> Problems:
    bounds, problems = thing_at(area, "bounds", path)
    yield from problems
    for side in ("x", "y", "width", "height"):
        yield from number(bounds, side, at(path, "bounds"), 0, 2500)
    yield from check_action(area.get("action"), at(path, "action"), RICH_MENU)
