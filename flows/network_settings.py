"""The numbers that admins set about how the network works: what each means, what it says, and changing one."""

from __future__ import annotations

import re
from typing import Any, Final

from domain.network_settings import NETWORK_SETTINGS as SETTINGS
from domain.network_settings import NetworkSetting
from domain.small_numbers import read as read_number
from flows.engine import Ask, Audience, Do, End, Flow, Option, Read, Turn, Unclear, Understood
from storage import reminders, settings, staff

USUAL: Final = "usual"
"""Back to what holds until somebody sets something."""


def listed(turn: Turn) -> dict[str, str]:
    """Every setting with what it says now, a line each."""
    now = settings.numbers(turn.tx)
    lines = [f"• {label(turn, each)}: {amount(turn, each, now[each])}" for each in SETTINGS]
    return {"settings": "\n".join(lines)}


def label(turn: Turn, name: str) -> str:
    """What a setting is called."""
    return turn.words(f"network_settings.setting-{name}")


def amount(turn: Turn, name: str, number: int) -> str:
    """A number with what it counts."""
    return turn.words(f"network_settings.amount-{name}", number=number)


def which(turn: Turn) -> list[Option]:
    """The settings, by name."""
    return [Option(each, label(turn, each)) for each in SETTINGS]


def chosen(turn: Turn) -> NetworkSetting:
    """The setting that was chosen."""
    return SETTINGS[turn.answers["which"]]


def meaning(turn: Turn) -> dict[str, Any]:
    """What the setting means, what it says now, and what it may say."""
    setting = chosen(turn)
    now = settings.number(turn.tx, setting.name)
    turn.answers["before"] = now
    return {
        "setting": label(turn, setting.name),
        "meaning": turn.words(f"network_settings.meaning-{setting.name}"),
        "now": amount(turn, setting.name, now),
        **bounds(turn),
    }


def bounds(turn: Turn) -> dict[str, str]:
    """From what to what the setting may go."""
    setting = chosen(turn)
    return {"least": f"{setting.least:,}", "most": amount(turn, setting.name, setting.most)}


def usual(turn: Turn) -> list[Option]:
    """The number that holds until somebody sets something."""
    setting = chosen(turn)
    words = turn.words("network_settings.usual", amount=amount(turn, setting.name, setting.default))
    return [Option(USUAL, words)]


def read_value(text: str, turn: Turn) -> Read:
    """A whole number within the setting's bounds."""
    number = read_number(re.sub(r"(?<=\d),(?=\d{3})", "", text))
    setting = chosen(turn)
    if number is None:
        return Unclear()
    if number != int(number):
        return Unclear("not_whole")
    if not setting.least <= number <= setting.most:
        return Unclear("out_of_bounds", values=bounds(turn))
    return Understood(int(number))


def after(turn: Turn) -> int:
    """What the setting is to say."""
    value = turn.answers["value"]
    return chosen(turn).default if value == USUAL else int(value)


def compare(turn: Turn) -> str | None:
    """Whether anything is to change."""
    return "same" if after(turn) == settings.number(turn.tx, chosen(turn).name) else None


def read_back(turn: Turn) -> dict[str, str]:
    """The setting before and after."""
    name = chosen(turn).name
    return {
        "setting": label(turn, name),
        "before": amount(turn, name, turn.answers["before"]),
        "after": amount(turn, name, after(turn)),
    }


def write(turn: Turn) -> str | None:
    """Write the number down, unless somebody else has changed it since it was shown."""
    name, before = chosen(turn).name, turn.answers["before"]
    if settings.number(turn.tx, name) != before:
        return "meanwhile"
    settings.note(turn.tx, name, after(turn), turn.now, turn.person.id)
    details = {"before": before, "after": after(turn)}
    staff.record(turn.tx, turn.person.id, "setting_changed", name, turn.now, details)
    if name.startswith("remind_"):
        reminders.begin_all_anew(turn.tx, turn.now)
    return None


NETWORK_SETTINGS: Final = Flow(
    "network_settings",
    Ask("which", which, values=listed),
    Ask("value", usual, read=read_value, values=meaning),
    Do("compare", compare, exits={"same": "same"}),
    Ask("sure", ("yes", "no"), values=read_back, exits={"no": "left_alone"}),
    Do("write", write, exits={"meanwhile": "meanwhile"}, final=True),
    End("changed", values=read_back, offers=("network_settings", "staff_menu")),
    End("same", values=read_back, offers=("network_settings", "staff_menu")),
    End("meanwhile", offers=("network_settings", "staff_menu")),
    End("left_alone", offers=("network_settings", "staff_menu")),
    audience=Audience.ADMINS,
)
