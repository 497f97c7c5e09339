"""Every environment variable, read once into a frozen Config; a wrong value is refused with its name and an example."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from domain.signing import WrongKey, read_keys


class WrongSetting(ValueError):
    """A setting cannot be used; the message names it and shows an example, never its value."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable."""

    name: str
    default: str
    meaning: str
    example: str


SETTINGS: Final = (
    Setting(
        "DATABASE_URL", "sqlite:///handup.sqlite", "where everything is kept", "postgresql://user:password@host/handup"
    ),
    Setting(
        "LINE_CHANNEL_SECRET",
        "",
        "proves that a webhook comes from LINE; new,old while changed",
        "32 letters and digits",
    ),
    Setting("LINE_CHANNEL_ACCESS_TOKEN", "", "lets us send in LINE", "a long-lived channel access token"),
    Setting("LINE_API_BASE", "https://api.line.me", "LINE's API, or the simulator", "http://127.0.0.1:8090"),
    Setting("TELEGRAM_BOT_TOKEN", "", "lets us send in Telegram", "123456789:AAExampleExampleExampleExampleExample"),
    Setting(
        "TELEGRAM_WEBHOOK_SECRET",
        "",
        "proves that a webhook comes from Telegram; new,old while changed",
        "1 to 256 of A-Z a-z 0-9 _ -",
    ),
    Setting(
        "TELEGRAM_API_BASE", "https://api.telegram.org", "Telegram's API, or the simulator", "http://127.0.0.1:8090"
    ),
    Setting("HOST", "0.0.0.0", "the address to listen on", "127.0.0.1"),  # noqa: S104 (a server listens)
    Setting("PORT", "8080", "the port to listen on", "8080"),
    Setting("PUBLIC_URL", "", "our address as the world sees it", "https://bot.example.org"),
    Setting("NETWORK_NAME", "HandUp Network", "who issues letters and reports", "HandUp Network"),
    Setting("LETTER_KEYS", "", "signs letters; older keys still check", "made by: handup keys new"),
    Setting("TIMEZONE", "Asia/Bangkok", "the network's own clock", "Asia/Bangkok"),
    Setting("CONTACT", "", "who answers for personal data, as shown in the privacy notice", "privacy@example.org"),
)


@dataclass(frozen=True, slots=True)
class Config:
    """What the program was told; secrets never show in its representation."""

    database_url: str
    line_channel_secret: str
    line_channel_access_token: str
    line_api_base: str
    telegram_bot_token: str
    telegram_webhook_secret: str
    telegram_api_base: str
    host: str
    port: int
    public_url: str
    network_name: str
    letter_keys: str
    timezone: str
    contact: str

    def __repr__(self) -> str:
        """Name the settings that are in use, without a value that could be secret."""
        return f"Config(line={self.has_line}, telegram={self.has_telegram}, port={self.port})"

    @property
    def mask_key(self) -> str:
        """What chats are masked by in the log: the same for every process of the network."""
        return f"{self.line_channel_access_token} {self.telegram_bot_token}".strip()

    @property
    def has_line(self) -> bool:
        """Whether LINE is set up."""
        return bool(self.line_channel_secret)

    @property
    def has_telegram(self) -> bool:
        """Whether Telegram is set up."""
        return bool(self.telegram_bot_token)


def read_config(environment: Mapping[str, str]) -> Config:
    """Read every setting; raises :class:`WrongSetting` for the first one that cannot be used."""
    given = {setting.name: environment.get(setting.name, "").strip() or setting.default for setting in SETTINGS}
    for setting in SETTINGS:
        problem = CHECKS[setting.name](given[setting.name])
        if problem:
            raise WrongSetting(f"{setting.name} {problem}. Example: {setting.example}")
    check_pairs(given)
    values = {name.lower(): value for name, value in given.items()}
    return Config(**{**values, "port": int(values["port"])})  # type: ignore[arg-type]


def check_pairs(given: Mapping[str, str]) -> None:
    """Refuse a platform that is only half set up."""
    for one, other in (
        ("LINE_CHANNEL_SECRET", "LINE_CHANNEL_ACCESS_TOKEN"),
        ("LINE_CHANNEL_ACCESS_TOKEN", "LINE_CHANNEL_SECRET"),
        ("TELEGRAM_WEBHOOK_SECRET", "TELEGRAM_BOT_TOKEN"),
    ):
        if given[one] and not given[other]:
            example = next(setting.example for setting in SETTINGS if setting.name == other)
            raise WrongSetting(f"{other} is missing although {one} is set. Example: {example}")


def database(value: str) -> str:
    """What is wrong with a database's address?"""
    try:
        address = make_url(value)
    except (ArgumentError, ValueError):  # its words could show a password
        return "is not the address of a database"
    if address.drivername not in {"sqlite", "postgresql", "postgresql+psycopg"}:
        return "must begin with sqlite:/// or postgresql://"
    if address.drivername == "sqlite" and address.database in {None, "", ":memory:"}:
        return "must name a file: what is only in memory is lost"
    return ""


def web_address(value: str) -> str:
    """What is wrong with a web address?"""
    try:
        parts = urlsplit(value)
        port_is_odd = parts.port == 0
    except ValueError:
        return "is not a web address"
    if re.search(r"[^!-~]|[?#@]", value) or port_is_odd:
        return "has something in it that does not belong into it"
    if value and (parts.scheme not in {"http", "https"} or not parts.hostname):
        return "must be a web address that begins with http:// or https://"
    return "must not end with a slash" if value.endswith("/") else ""


def port(value: str) -> str:
    """What is wrong with a port?"""
    return "" if re.fullmatch("[0-9]{1,5}", value) and int(value) < 65536 else "must be a number from 0 to 65535"


def timezone(value: str) -> str:
    """What is wrong with a time zone?"""
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "is not the name of a time zone"
    return ""


def letter_keys(value: str) -> str:
    """What is wrong with the keys that sign letters?"""
    try:
        read_keys(value)
    except WrongKey as problem:
        return str(problem)
    return ""


def shaped(pattern: str, problem: str) -> Callable[[str], str]:
    """A check that a value, if there is one, has a shape."""
    return lambda value: "" if not value or re.fullmatch(pattern, value) else problem


def anything(value: str) -> str:
    """Nothing is wrong with any value."""
    del value
    return ""


CHECKS: Final[Mapping[str, Callable[[str], str]]] = {
    "DATABASE_URL": database,
    "LINE_CHANNEL_SECRET": shaped(r"[!-+\--~]+(, *[!-+\--~]+)?", "has a space or a character that no secret has"),
    "LINE_CHANNEL_ACCESS_TOKEN": shaped(r"[!-~]+", "has a space or a character that no token has"),
    "LINE_API_BASE": web_address,
    "TELEGRAM_BOT_TOKEN": shaped(r"\d+:[A-Za-z0-9_-]+", "does not look like a bot's token"),
    "TELEGRAM_WEBHOOK_SECRET": shaped(
        r"[A-Za-z0-9_-]{1,256}(, *[A-Za-z0-9_-]{1,256})?", "may hold only A-Z a-z 0-9 _ - (at most 256)"
    ),
    "TELEGRAM_API_BASE": web_address,
    "HOST": shaped(r"[A-Za-z0-9.:-]+", "is not an address to listen on"),
    "PORT": port,
    "PUBLIC_URL": web_address,
    "NETWORK_NAME": shaped(r".{1,80}", "is longer than 80 characters, or has a line break"),
    "LETTER_KEYS": letter_keys,
    "TIMEZONE": timezone,
    "CONTACT": shaped(r".{1,200}", "is longer than 200 characters, or has a line break"),
}
