"""Links that lead from outside to one thing in our chats: a role, a project, an invitation; and what they send us.

On Telegram a link starts us with a parameter; on LINE it puts words into the person's hands, which they send.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import Connection

from domain import qr
from domain.pictures import PNG, path
from flows.engine import Turn
from storage import pictures, settings
from storage.columns import ALPHABET
from texts import Texts

GAP: Final = r"[\s_:\-‐‑–—]*"
ID: Final = rf"[{ALPHABET}]{{12}}"


@dataclass(frozen=True, slots=True)
class Door:
    """What a link leads to, on either channel."""

    payload: str
    """Telegram's start parameter: at most 64 of ``A-Za-z0-9_-``."""
    words: str
    """What is sent on LINE, or typed anywhere."""


def door_to(turn: Turn, kind: str, thing: str) -> Door:
    """The door to a ``role`` or a ``project``."""
    return Door(f"{kind}_{thing}", f"{words_for(turn, kind)[0]} {thing}")


def door_of_code(code: str) -> Door:
    """The door that an invitation code opens: ``staff-k3f9-m2xw-p4qr``, ``team-k3f9m2``."""
    kind, _, rest = code.partition("-")
    return Door(f"{kind}_{rest.replace('-', '')}", code)


def door_of_check_in(texts: Texts, language: str, code: str) -> Door:
    """The door that checks in to the session with this code: ``in-482193``, ``เช็คอิน 482193``."""
    return Door(f"in-{code}", f"{texts.say(language, 'check_in.called')} {code}")


def words_for(turn: Turn, kind: str) -> list[str]:
    """The words that name a role or a project in a line from outside, the one of the turn's language first."""
    both = turn.network.texts.both(f"links.{kind}_words")
    lists = [both.pop(turn.chat.language), *both.values()]
    return [word.strip() for words in lists for word in words.split(",")]


# ---------------------------------------------------------------- what we give away


def addresses(turn: Turn, door: Door) -> dict[str, str]:
    """The address of the door on each channel that has told us its name."""
    return addresses_of(turn.tx, door)


def addresses_of(tx: Connection, door: Door) -> dict[str, str]:
    """As :func:`addresses`, outside of a turn."""
    found = {"line": line_address(tx, door), "telegram": telegram_address(tx, door)}
    return {channel: address for channel, address in found.items() if address}


def line_address(tx: Connection, door: Door) -> str:
    """``https://line.me/R/oaMessage/%40handup/?role%20k3f9…``, if LINE has told us our basic id."""
    known = settings.fact(tx, "line_basic_id")
    return f"https://line.me/R/oaMessage/{quote(known, safe='')}/?{quote(door.words, safe='')}" if known else ""


def telegram_address(tx: Connection, door: Door) -> str:
    """``https://t.me/handup_bot?start=role_k3f9…``, if Telegram has told us our name."""
    known = settings.fact(tx, "telegram_username")
    return f"https://t.me/{str(known).removeprefix('@')}?start={door.payload}" if known else ""


def ways_in(turn: Turn, door: Door) -> str:
    """Every way through the door, a line each; what can be typed comes last."""
    lines = [turn.words(f"links.{channel}", address=each) for channel, each in addresses(turn, door).items()]
    return "\n".join([*lines, turn.words("links.typed", words=door.words)])


def which_pictures(turn: Turn, door: Door) -> str:
    """Which QR pictures can be shown, the first one first: ``both`` (LINE, Telegram), one of them, or ``none``."""
    shown = list(addresses(turn, door)) if turn.network.public_url else []
    return "both" if len(shown) == 2 else shown[0] if shown else "none"


def show_pictures(turn: Turn, door: Door) -> None:
    """Show the QR picture of each address; without a public address of our own nobody could load one."""
    for address in addresses(turn, door).values() if turn.network.public_url else ():
        picture = pictures.keep(turn.tx, qr.png(address), PNG, turn.now)
        turn.say("", picture=path(picture, PNG))


# ---------------------------------------------------------------- what comes in


def named(turn: Turn, kind: str, text: str) -> Mapping[str, Any] | None:
    """The role or project that a line from outside names: ``role k3f9…``, ``งาน k3f9…``, ``/start role_k3f9…``."""
    words = "|".join(re.escape(word) for word in words_for(turn, kind))
    found = re.fullmatch(rf"(?:/start\s+)?(?:{words}){GAP}({ID})", text.strip(), re.IGNORECASE)
    return {"about": found[1].lower()} if found else None
