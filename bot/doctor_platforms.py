"""The doctor's look at a platform: does it accept us, does it send to us, is our clock its clock?"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit

import aiohttp

from bot.channels import Channel, CredentialsRefused, Webhook
from bot.clock import Clock
from bot.config import Config
from bot.finding import Finding
from bot.standing import SECRETS, TOKENS

MOST_ASTRAY: Final = timedelta(seconds=30)
LOOPBACK: Final = {"127.0.0.1", "::1", "localhost"}
LATELY: Final = timedelta(hours=1)
MANY: Final = 50
"""So many events that a platform has not got rid of are no coincidence."""
UNASKED: Final = {
    "line": "Set it in the LINE Developers Console (Messaging API, Webhook URL): {url}",
    "telegram": "handup serve tells it where, once PUBLIC_URL is set; with --poll it is meant to be so.",
}


async def findings(channel: Channel, config: Config) -> AsyncIterator[Finding]:
    """Look at one platform, one thing after the other."""
    name = channel.name
    await channel.open()
    try:
        await channel.whoami()
        yield Finding(True, f"{name}: the platform accepts our token.")
        quota = await channel.quota()
        if quota.limit is not None:
            left = quota.limit - quota.used
            yield Finding(left > 0, f"{name}: {left} of {quota.limit} pushes left this month.")
        if config.public_url:
            url = f"{config.public_url}/webhooks/{name}"
            yield webhook_finding(name, url, await channel.webhook(), Clock().now())
    except CredentialsRefused:
        yield Finding(
            False, f"{name}: the platform refuses our token. Is {TOKENS[name]} right? Issue a new one and set it."
        )
    except OSError as error:
        yield Finding(False, f"{name}: the platform does not answer ({type(error).__name__}).")
    else:
        yield await clock_finding(name, config.line_api_base if name == "line" else config.telegram_api_base)
    finally:
        await channel.close()


def webhook_finding(name: str, ours: str, told: Webhook, now: datetime) -> Finding:
    """Does the platform send to us, and does that work?"""
    if not told.url:
        return Finding(False, f"{name}: the platform sends to nobody. {UNASKED[name].format(url=ours)}")
    if told.url != ours:
        where = urlsplit(told.url).hostname or "nowhere"
        return Finding(False, f"{name}: the platform sends to another address (at {where}); ours is {ours}.")
    if not told.active:
        return Finding(False, f"{name}: the webhook is switched off. Switch “Use webhook” on.")
    lately = told.since is None or now - told.since < LATELY
    if told.trouble and lately:
        return Finding(
            False, f"{name}: the platform does not get through to us: {told.trouble}.{hint(name, told.trouble)}"
        )
    if told.waiting > MANY:
        return Finding(False, f"{name}: {told.waiting} events wait at the platform. Is handup serve running?")
    return Finding(True, f"{name}: the platform sends to {ours}.")


def hint(name: str, trouble: str) -> str:
    """What an answer of ours tells about why."""
    refused = str(HTTPStatus.UNAUTHORIZED.value) in trouble
    return f" Our bot refuses what it sends: is {SECRETS[name]} right?" if refused else " Is handup serve running?"


async def clock_finding(name: str, address: str) -> Finding:
    """Does our clock agree with the platform's? Reply tokens, reminders and certificates go by it."""
    try:
        timeout, far = aiohttp.ClientTimeout(total=10), urlsplit(address).hostname not in LOOPBACK
        async with (
            aiohttp.ClientSession(timeout=timeout, trust_env=far) as session,
            session.get(address) as answer,
        ):
            theirs = parsedate_to_datetime(answer.headers["Date"])
    except (aiohttp.ClientError, OSError, KeyError, ValueError, TypeError):
        return Finding(True, f"Clock: {name} does not say what time it is there.")
    return compared(name, Clock().now() - theirs)


def compared(name: str, ahead: timedelta) -> Finding:
    """What there is to say of so much between our clock and the platform's."""
    seconds = round(abs(ahead.total_seconds()))
    if abs(ahead) > MOST_ASTRAY:
        way = "ahead of" if ahead > timedelta() else "behind"
        return Finding(False, f"Clock: {seconds} seconds {way} {name}'s. Let the machine set its clock by NTP.")
    return Finding(True, f"Clock: agrees with {name}'s.")
