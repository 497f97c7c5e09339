"""Settings: what can be used is read, and what cannot is refused with its name and an example, never with its value."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import CHECKS, SETTINGS, Config, WrongSetting, read_config

NAMES = [setting.name for setting in SETTINGS]
EXAMPLES = {setting.name: setting.example for setting in SETTINGS}
LINE = {"LINE_CHANNEL_SECRET": "0123456789abcdef", "LINE_CHANNEL_ACCESS_TOKEN": "token/with+signs="}
TELEGRAM = {"TELEGRAM_BOT_TOKEN": "4711:abc-DEF_1", "TELEGRAM_WEBHOOK_SECRET": "a-secret"}
WRONG = [
    ("DATABASE_URL", "nonsense"),
    ("DATABASE_URL", "mysql://me:hunter2@host/name"),
    ("DATABASE_URL", "postgresql://me:hunter2@host:port/name"),
    ("DATABASE_URL", "postgresql://me:hunt@er:2@host/name"),
    ("DATABASE_URL", "postgresql+asyncpg://me:hunter2@host/name"),
    ("DATABASE_URL", "sqlite+aiosqlite:///file"),
    ("DATABASE_URL", "sqlite://"),
    ("DATABASE_URL", "sqlite:///:memory:"),
    ("LINE_CHANNEL_SECRET", "hunter2 hunter2"),
    ("LINE_CHANNEL_SECRET", "ความลับ"),
    ("LINE_CHANNEL_ACCESS_TOKEN", "hunter2\nhunter2"),
    *product(
        ("LINE_API_BASE", "TELEGRAM_API_BASE", "PUBLIC_URL"),
        ["https://[", "https://host:0", "https://host?a", "host/path"],
    ),
    ("LINE_API_BASE", "api.line.me"),
    ("LINE_API_BASE", "https://api.line.me/"),
    ("LINE_API_BASE", "ftp://api.line.me"),
    ("TELEGRAM_BOT_TOKEN", "hunter2"),
    ("TELEGRAM_BOT_TOKEN", "4711:hunter2!"),
    ("TELEGRAM_WEBHOOK_SECRET", "hunter2!"),
    ("TELEGRAM_WEBHOOK_SECRET", "a" * 257),
    ("TELEGRAM_API_BASE", "http://"),
    ("TELEGRAM_API_BASE", "http://host:port"),
    ("TELEGRAM_API_BASE", "http://host:99999"),
    ("HOST", "here and there"),
    ("PORT", "eighty"),
    ("PORT", "65536"),
    ("PORT", "-1"),
    ("PORT", "000000999999"),
    ("PORT", "²"),
    ("PUBLIC_URL", "bot.example.org"),
    ("PUBLIC_URL", "https://me:hunter2@bot.example.org"),
    ("PUBLIC_URL", "https://bot.example.org?token=hunter2"),
    ("TIMEZONE", "Asia/Krungthep"),
    ("TIMEZONE", "../../etc/passwd"),
    ("TIMEZONE", "a\0b"),
    ("CONTACT", "x" * 201),
    ("CONTACT", "two\nlines"),
    ("NETWORK_NAME", "x" * 81),
    ("NETWORK_NAME", "two\nlines"),
    ("LETTER_KEYS", "hunter2"),
    ("LETTER_KEYS", f"{'A' * 43},pub.{'A' * 42}"),
    ("LETTER_KEYS", f"{'A' * 21} {'A' * 21}"),
]


def settings(**given: str) -> dict[str, str]:
    """Settings with both platforms set up."""
    return LINE | TELEGRAM | given


def test_without_any_setting_the_defaults_hold() -> None:
    config = read_config({})
    assert (config.port, config.timezone, config.database_url) == (8080, "Asia/Bangkok", "sqlite:///handup.sqlite")
    assert (config.has_line, config.has_telegram) == (False, False)


def test_what_is_given_is_read_and_blanks_around_it_do_not_matter() -> None:
    config = read_config(settings(PORT=" 9000 ", HOST="127.0.0.1", PUBLIC_URL="https://bot.example.org"))
    assert (config.port, config.host, config.public_url) == (9000, "127.0.0.1", "https://bot.example.org")
    assert (config.has_line, config.has_telegram) == (True, True)


def test_an_empty_setting_is_one_that_is_not_given() -> None:
    assert read_config(dict.fromkeys(NAMES, "")) == read_config({})


@pytest.mark.parametrize(
    "address",
    ["sqlite:///handup.sqlite", "sqlite:////var/lib/handup.sqlite", "postgresql://me:p%40ss@host:5432/handup",
     "postgresql://me@/handup?host=/run/postgresql", "postgresql+psycopg://host/handup"],
)  # fmt: skip
def test_addresses_of_databases_that_can_be_used_are_taken(address: str) -> None:
    assert read_config({"DATABASE_URL": address}).database_url == address


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_value_is_refused_with_its_name_and_an_example(name: str, value: str) -> None:
    with pytest.raises(WrongSetting) as refused:
        read_config(settings(**{name: value}))
    told = str(refused.value)
    assert told.startswith(f"{name} ")
    assert EXAMPLES[name] in told
    assert "hunter2" not in told
    assert value.strip() not in told.replace(EXAMPLES[name], "") or value.strip() == "http://"


def test_every_setting_has_a_wrong_value_among_these_tests() -> None:
    assert {name for name, _ in WRONG} == set(NAMES)


@pytest.mark.parametrize("missing", ["LINE_CHANNEL_SECRET", "LINE_CHANNEL_ACCESS_TOKEN", "TELEGRAM_BOT_TOKEN"])
def test_a_platform_that_is_half_set_up_is_refused(missing: str) -> None:
    with pytest.raises(WrongSetting, match=f"^{missing} is missing") as refused:
        read_config(settings(**{missing: ""}))
    assert EXAMPLES[missing] in str(refused.value)
    assert not any(value in str(refused.value) for value in settings().values())


@pytest.mark.parametrize("name", NAMES)
@given(value=st.text(st.characters(codec="utf-8"), max_size=60))
def test_a_refusal_is_one_of_few_sentences_whatever_the_value(name: str, value: str) -> None:
    assert refusal(settings(**{name: value})) in SAID[name]


def refusal(given: dict[str, str]) -> str:
    """What is said about these settings, or nothing; settings that are taken never show but for the port."""
    try:
        config = read_config(given)
    except WrongSetting as refused:
        return str(refused)
    assert repr(config) == f"Config(line={config.has_line}, telegram={config.has_telegram}, port={config.port})"
    return ""


SAID = {
    name: {"", *(refusal(settings(**{name: value})) for wrong, value in WRONG if wrong == name)}
    | {refusal(settings(**{name: ""}))}
    for name in NAMES
}
"""Whatever can be said of a setting: of every kind of wrong value, and of none."""


@given(password=st.text("abc:@/?#[]%& ", min_size=1, max_size=12))
def test_no_password_in_a_databases_address_is_ever_shown(password: str) -> None:
    secret = f"hunter2{password}hunter2"
    assert "hunter2" not in refusal({"DATABASE_URL": f"postgresql://me:{secret}@host/handup"})


def test_a_config_shows_no_value_and_cannot_be_changed() -> None:
    config = read_config(settings())
    assert not any(value in repr(config) for value in settings().values())
    with pytest.raises(FrozenInstanceError):
        config.port = 1  # type: ignore[misc]


def test_every_setting_is_checked_and_becomes_a_field() -> None:
    assert set(CHECKS) == set(NAMES)
    assert {name.lower() for name in NAMES} == set(Config.__dataclass_fields__)
