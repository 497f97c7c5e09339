"""Join staff with a one-time code, typed at any moment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from flows.engine import Ask, Audience, Do, End, Flow, Go, Read, Say, Turn, Unclear, Understood
from storage import people, staff

GAP: Final = r"[\s\-‐‑–—_.:]*"
CODE: Final = re.compile(rf"(?:staff{GAP})?({GAP.join(['([0-9a-z])'] * 12)})", re.IGNORECASE)
MEANT_AS_CODE: Final = re.compile(r"staff[\s\-–—_.:]+(?=\S*\d)[0-9a-z\s\-–—_.:]{4,24}", re.IGNORECASE)
"""Begins like a code and holds a digit, but is too short or too long to be one."""
PATIENCE: Final = 5
"""So many codes may be wrong …"""
WITHIN: Final = timedelta(hours=1)
"""… in this time, before none is looked at any more."""


def written_as_kept(text: str) -> str:
    """A code the way it was made: ``staff-k3f9-m2xw-p4qr``; what cannot be one stays as it is."""
    found = CODE.fullmatch(text.strip())
    if found is None:
        return text.strip()
    letters = "".join(found.groups()[1:]).lower()
    return f"staff-{letters[:4]}-{letters[4:8]}-{letters[8:]}"


def recognise(text: str, _turn: Turn) -> Mapping[str, str] | None:
    """A line that is a code of ours, or was meant to be one."""
    line = text.strip()
    is_code = line[:5].lower() == "staff" and CODE.fullmatch(line)
    return {"code": written_as_kept(line)} if is_code or MEANT_AS_CODE.fullmatch(line) else None


def read_code(text: str, _turn: Turn) -> Read:
    """A typed code, with or without its first word."""
    return Understood(written_as_kept(text)) if text.strip() else Unclear()


def look(turn: Turn) -> str | None:
    """Whether there is anything to join."""
    return "staff" if turn.is_staff else None


def use_code(turn: Turn) -> str | None:
    """Make the person staff if the code is good; too many wrong ones, and it is not looked at."""
    if staff.refused_codes(turn.tx, turn.chat.name, turn.now - WITHIN) >= PATIENCE:
        return "enough"
    if not staff.use_invite(turn.tx, turn.answers["code"], turn.now):
        staff.note_refused_code(turn.tx, turn.chat.name, turn.now)
        return "wrong"
    become_staff(turn)
    return None


def become_staff(turn: Turn) -> None:
    """Write down the new member of staff; who was in the middle of the welcome can take it up later."""
    if not turn.known:
        turn.chat.person = people.join(turn.tx, turn.now)
    staff.join(turn.tx, turn.person.id, turn.now)
    staff.record(turn.tx, turn.person.id, "staff_joined", turn.person.id, turn.now)
    if not turn.welcomed:
        turn.talk.parked = [each for each in turn.talk.parked if each.flow != "welcome"]


def ways_on(turn: Turn) -> dict[str, str]:
    """Whether the person is a volunteer too."""
    return {"volunteer": "yes" if turn.welcomed else "no"}


JOIN_STAFF = Flow(
    "join_staff",
    Do("look", look, exits={"staff": "already"}),
    Ask("code", read=read_code),
    Do("use", use_code, exits={"wrong": "not_good", "enough": "later"}, final=True),
    Say("joined", values=ways_on),
    Go("menu", "staff_menu"),
    Say("already", then="menu"),
    End("not_good", offers=("talk_to_person",)),
    End("later", offers=("talk_to_person",)),
    audience=Audience.ANYONE,
    recognises=recognise,
    unmistakable=True,
)
