"""Without a public address: the bot fetches Telegram's updates itself, and each is answered once."""

from __future__ import annotations

from functools import partial

from bot.assemble import Bot
from tests.journeys.world import said, until, world


class Fetching(Bot):
    """A bot that was started with ``--poll``."""

    async def start(self, *, poll: bool = True) -> None:
        """Start, and fetch."""
        await super().start(poll=poll)


async def test_who_writes_to_a_bot_without_an_address_is_answered_once(sqlite_url: str) -> None:
    async with world(sqlite_url, bots=0) as here:
        await here.start_bot(Fetching)
        here.simulator.telegram_bot_url = ""
        phone = await here.phone("telegram")
        first = len(said(phone))
        assert first
        await phone.say("ไทย")
        await until(partial(count_at_least, phone, first + 1))
        await here.settled()
        assert len(said(phone)) == first + 1
        assert set(here.states()) == {"done"}


def count_at_least(phone: object, count: int) -> bool:
    """Whether the phone has heard so much."""
    return len(said(phone)) >= count  # type: ignore[arg-type]
