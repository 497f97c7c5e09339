"""Our standing with the platforms: who we are there, where they send to, what is left of the month."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from bot import logs
from bot.channels import CREDENTIALS, Channel, CredentialsRefused
from bot.clock import Clock
from bot.intake import Intake
from bot.standing import Standing
from flows.engine import Network
from storage import outbox, quotas, rooms, settings
from storage.database import Database
from texts import LANGUAGES, Texts

if TYPE_CHECKING:
    from bot.channels.telegram import TelegramChannel

POLL_SECONDS: Final = 25
COMMANDS: Final = {
    "menu": "menu",
    "roles": "find_role",
    "hours": "log_hours",
    "record": "my_record",
    "mydata": "my_data",
    "language": "choose_language",
}
"""Telegram's commands and the flows that they begin; each is one of its flow's words."""
STAFF_COMMANDS: Final = {"staff": "staff_menu", **COMMANDS}
"""What staff have instead."""

MOST_ROOMS: Final = 500

PUBLIC_NAMES: Final = {"line": "line_basic_id", "telegram": "telegram_username"}
"""The facts (:mod:`storage.settings`) under which we note what people find us by."""


def commands_in(language: str, commands: Mapping[str, str], texts: Texts) -> list[tuple[str, str]]:
    """Telegram's commands with their descriptions."""
    return [(command, texts.say(language, f"{flow}.called")) for command, flow in commands.items()]


class Platforms:
    """What is said with the platforms themselves, not with people."""

    def __init__(
        self,
        channels: Mapping[str, Channel],
        database: Database,
        network: Network,
        clock: Clock,
        standing: Standing | None = None,
    ) -> None:
        """Build it; nobody is asked yet."""
        self.channels = channels
        self.database = database
        self.network = network
        self.clock = clock
        self.standing = standing or Standing(channels)

    @property
    def telegram(self) -> TelegramChannel | None:
        """Telegram's channel, where it is set up."""
        return self.channels.get("telegram")  # type: ignore[return-value]

    async def introduce(self, *, poll: bool) -> None:
        """Learn who we are, tell Telegram where to send, and read the quotas; who is away now is asked again later."""
        for name, channel in self.channels.items():
            await self.attempt(name, self.learn_who_we_are(name, channel))
        if self.telegram is not None:
            await self.attempt("telegram", self.telegram.greet_menu(self.commands()))
            if self.network.public_url and not poll:
                address = f"{self.network.public_url}/webhooks/telegram"
                await self.attempt("telegram", self.telegram.set_webhook(address))
        await self.read_quotas()
        await self.count_rooms(anew=True)

    async def learn_who_we_are(self, name: str, channel: Channel) -> None:
        """Ask one platform who we are there, and note what people find us by."""
        us = await channel.whoami()
        self.standing.token_accepted(name)
        await self.database.run(partial(outbox.bring_forward, channel=name, why=CREDENTIALS, now=self.clock.now()))
        if us.public_name:
            note = partial(settings.note, name=PUBLIC_NAMES[name], value=us.public_name, now=self.clock.now())
            await self.database.run(note)

    async def attempt(self, name: str, call: object) -> bool:
        """Await a call to a platform; says whether it was answered."""
        try:
            await call  # type: ignore[misc]
        except CredentialsRefused:
            self.standing.token_refused(name)
            return False
        except OSError as error:
            logs.warn("platform_away", channel=name, error=type(error).__name__)
            return False
        return True

    def commands(self) -> dict[str, list[tuple[str, str]]]:
        """Telegram's commands with their descriptions, in each language."""
        return {language: commands_in(language, COMMANDS, self.network.texts) for language in LANGUAGES}

    async def read_quotas(self) -> None:
        """Ask each platform what is left of the month, and write it down for staff."""
        for name, channel in self.channels.items():
            await self.attempt(name, self.read_quota(name, channel))

    async def read_quota(self, name: str, channel: Channel) -> None:
        """Ask one platform what is left of the month."""
        quota = await channel.quota()
        note = partial(quotas.note, channel=name, allowed=quota.limit, used=quota.used, now=self.clock.now())
        await self.database.run(note)

    async def count_rooms(self, *, anew: bool = False) -> None:
        """Ask how many people are in the groups that were not counted yet, or (``anew``) in all."""
        for name, channel in self.channels.items():
            work = partial(rooms.to_count, channel=name, limit=MOST_ROOMS, anew=anew)
            for chat in await self.database.run(work):
                await self.attempt(name, self.count_room(channel, chat))

    async def count_room(self, channel: Channel, chat: str) -> None:
        """Ask how many people are in one group; one that we are not in has nobody to hear us."""
        members = await channel.members(chat.partition(":")[2])
        if members is None:
            await self.database.run(partial(rooms.leave, chat=chat, now=self.clock.now()))
        else:
            await self.database.run(partial(rooms.count, chat=chat, members=members))

    async def poll(self, intake: Intake) -> None:
        """Fetch Telegram's updates ourselves until cancelled, for people without a public address."""
        offset: int | None = None
        while self.telegram is not None:
            try:
                arrivals, following = await self.telegram.poll(offset, POLL_SECONDS, self.clock.now)
                if arrivals:
                    await intake.keep(arrivals)
                    for arrival in arrivals:
                        await self.telegram.acknowledge(arrival.free_reply or {})
                offset = following
            except Exception as error:
                logs.warn("poll_failed", error=type(error).__name__)
                await asyncio.sleep(2)
