"""Shows each chat the menu that is its person's: staff theirs, others the volunteers', in their language."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection

from bot import logs
from bot.channels import Channel, CredentialsRefused
from bot.platforms import STAFF_COMMANDS, commands_in
from storage import rich_menus
from storage.database import Database
from texts import Texts

if TYPE_CHECKING:
    from bot.channels.line import LineChannel
    from bot.channels.telegram import TelegramChannel

SECONDS: Final = 2.0
"""Who becomes or leaves staff sees it so soon."""
REST_SECONDS: Final = 30.0
MOST_AT_ONCE: Final = 2000


class Linking:
    """The worker that compares what each chat shows with what it should, and sets it right."""

    def __init__(self, database: Database, channels: Mapping[str, Channel], texts: Texts) -> None:
        """Build it."""
        self.database = database
        self.channels = channels
        self.texts = texts
        self.is_ours: Callable[[], bool] = lambda: True
        """Whether this process does it for all that share a database."""

    async def run(self) -> None:
        """Work until cancelled; who is away is asked again later."""
        while True:
            try:
                if self.is_ours():
                    await self.look()
                await asyncio.sleep(SECONDS)
            except (CredentialsRefused, OSError) as error:
                logs.warn("menus_not_shown", error=type(error).__name__)
                await asyncio.sleep(REST_SECONDS)
            except Exception as error:
                logs.warn("menus_failed", error=type(error).__name__)
                await asyncio.sleep(REST_SECONDS)

    async def look(self) -> int:
        """Set right once what is shown wrongly; gives in how many chats."""
        count = 0
        for channel, show in (("line", self.show_on_line), ("telegram", self.show_on_telegram)):
            if channel in self.channels:
                work = partial(rich_menus.wrongly_shown, channel=channel, limit=MOST_AT_ONCE)
                for menu, names in (await self.database.run(work)).items():
                    count += await show(menu, names)
        return count

    async def show_on_line(self, menu: str | None, names: Sequence[str]) -> int:
        """Link these chats to a menu, or to none of their own; menus that were never made are not missed."""
        made = await self.database.run(rich_menus.made)
        if not made or (menu is not None and menu not in made):
            return 0
        line: LineChannel = self.channels["line"]  # type: ignore[assignment]
        shown = made[menu].menu if menu is not None else None
        await line.menus.show_to([address_of(name) for name in names], shown)
        return await self.database.run(partial(note, names=names, menu=menu, shown=shown))

    async def show_on_telegram(self, menu: str | None, names: Sequence[str]) -> int:
        """Give these chats staff's commands, or everybody's again."""
        telegram: TelegramChannel = self.channels["telegram"]  # type: ignore[assignment]
        commands = commands_in(menu.rpartition("-")[2], STAFF_COMMANDS, self.texts) if menu is not None else None
        for name in names:
            await telegram.show_commands(address_of(name), commands)
            await self.database.run(partial(rich_menus.note_shown, names=[name], menu=menu))
        return len(names)


def note(tx: Connection, names: Sequence[str], menu: str | None, shown: str | None) -> int:
    """Write down what these chats show, unless the menu was made anew meanwhile."""
    if menu is not None and rich_menus.made(tx)[menu].menu != shown:
        return 0
    rich_menus.note_shown(tx, names, menu)
    return len(names)


def address_of(chat: str) -> str:
    """A chat's address on its channel."""
    return chat.partition(":")[2]
