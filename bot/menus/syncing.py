"""Brings LINE's rich menus to what this program draws: makes what is missing, shows it, removes what is outdated."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from bot.channels import Channel
from bot.clock import Clock
from bot.menus import DEFAULT, OURS, RichMenu, rich_menus
from bot.menus.linking import Linking
from storage import rich_menus as rows
from storage.database import Database
from storage.rich_menus import Made
from texts import Texts

if TYPE_CHECKING:
    from bot.channels.line import LineChannel


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done; with nothing to do a second run changes nothing."""

    make: list[RichMenu] = field(default_factory=list)
    keep: list[RichMenu] = field(default_factory=list)
    remove: list[str] = field(default_factory=list)
    """LINE's ids of menus of ours that are outdated."""
    default: bool = False
    """Whether everybody is to be shown the default anew."""


def plan(wanted: list[RichMenu], made: Mapping[str, Made], at_line: Mapping[str, str], default: str) -> Plan:
    """What is to be done, given what we noted, what LINE has (name by id), and its default's id?"""
    keep = [menu for menu in wanted if is_there(menu, made, at_line)]
    kept = {made[menu.name].menu for menu in keep}
    shown = made[DEFAULT].menu if DEFAULT in {menu.name for menu in keep} else ""
    return Plan(
        make=[menu for menu in wanted if menu not in keep],
        keep=keep,
        remove=[menu for menu, name in at_line.items() if name.startswith(OURS) and menu not in kept],
        default=not shown or default != shown,
    )


def is_there(menu: RichMenu, made: Mapping[str, Made], at_line: Mapping[str, str]) -> bool:
    """Is this menu at LINE as it would be made today?"""
    known = made.get(menu.name)
    return known is not None and known.print == menu.print and known.menu in at_line


class Syncing:
    """One run; each step tells what it did in a line of words. Raises as the channel's calls do."""

    def __init__(self, channels: Mapping[str, Channel], database: Database, texts: Texts, clock: Clock) -> None:
        """Build it; LINE is among the channels, and open."""
        self.line: LineChannel = channels["line"]  # type: ignore[assignment]
        self.database = database
        self.texts = texts
        self.clock = clock

    async def plan(self) -> Plan:
        """Look what is to be done."""
        made = await self.database.run(rows.made)
        at_line, default = await self.line.menus.all(), await self.line.menus.default()
        return plan(rich_menus(self.texts), made, at_line, default)

    async def rehearse(self) -> AsyncIterator[str]:
        """Tell what would be done."""
        ahead = await self.plan()
        for menu in ahead.keep:
            yield f"{menu.name}: is as it should be."
        for menu in ahead.make:
            size = len(await asyncio.to_thread(menu.png))
            yield f"{menu.name}: would be made ({size // 1024} kB)."
        if ahead.default:
            yield f"{DEFAULT}: would be shown to everybody."
        if ahead.remove:
            yield f"{len(ahead.remove)} outdated menus would be removed."

    async def run(self) -> AsyncIterator[str]:
        """Do it: the new menus are shown before the old ones go, so that nobody is without."""
        ahead = await self.plan()
        for menu in ahead.keep:
            yield f"{menu.name}: is as it should be."
        for menu in ahead.make:
            await self.make(menu)
            yield f"{menu.name}: made."
        if ahead.default:
            made = await self.database.run(rows.made)
            await self.line.menus.show_to_all(made[DEFAULT].menu)
            yield f"{DEFAULT}: shown to everybody."
        yield f"{await self.show()} chats were shown their menu."
        for menu_id in ahead.remove:
            await self.line.menus.remove(menu_id)
        if ahead.remove:
            yield f"{len(ahead.remove)} outdated menus removed."

    async def make(self, menu: RichMenu) -> None:
        """Make one menu and note it at once: a run that is cut short is taken up by the next."""
        made = await self.line.menus.make(menu.to_json(), await asyncio.to_thread(menu.png))
        await self.database.run(
            partial(rows.note, name=menu.name, made_now=Made(made, menu.print), now=self.clock.now())
        )

    async def show(self) -> int:
        """Show every chat its menu; gives how many saw another one before."""
        linking = Linking(self.database, {"line": self.line}, self.texts)
        count = 0
        while found := await linking.look():
            count += found
        return count
