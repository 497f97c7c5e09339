"""Join staff with a one-time code, typed at any moment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from domain.duties import COORDINATOR
from flows import codes, showing
from flows.codes import GAP
from flows.engine import Ask, Audience, Do, End, Flow, Go, Read, Say, Turn, Unclear, Understood
from storage import people, staff
from storage.staff import Invite

CODE: Final = re.compile(rf"(?:/start\s+)?(?:staff{GAP})?({GAP.join(['([0-9a-z])'] * 12)})", re.IGNORECASE)
MEANT_AS_CODE: Final = re.compile(r"staff[\s\-–—_.:]+(?=\S*\d)[0-9a-z\s\-–—_.:]{4,24}", re.IGNORECASE)
"""Begins like a code and holds a digit, but is too short or too long to be one."""


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
    is_code = re.match(r"(?:/start\s+)?staff", line, re.IGNORECASE) and CODE.fullmatch(line)
    return {"code": written_as_kept(line)} if is_code or MEANT_AS_CODE.fullmatch(line) else None


def read_code(text: str, _turn: Turn) -> Read:
    """A typed code, with or without its first word."""
    return Understood(written_as_kept(text)) if text.strip() else Unclear()


def look(turn: Turn) -> str | None:
    """Whether there is anything to join: a coordinator's code may make them admin."""
    return "staff" if turn.is_admin or (turn.is_staff and "code" not in turn.answers) else None


def use_code(turn: Turn) -> str | None:
    """Make the person staff if the code is good; too many wrong ones, and it is not looked at."""
    code = turn.answers["code"]
    if codes.too_many_were_wrong(turn):
        return "enough"
    found = staff.find_invite(turn.tx, code, turn.now)
    if found and turn.is_staff and found.duty == COORDINATOR:
        return "staff"
    invite = staff.use_invite(turn.tx, code, turn.now)
    if invite is None:
        codes.note_wrong(turn)
        return "wrong"
    become_staff(turn, invite)
    return None


def become_staff(turn: Turn, invite: Invite) -> None:
    """Write down the new member of staff; who was in the middle of the welcome can take it up later."""
    if not turn.known:
        turn.chat.person = people.join(turn.tx, turn.now)
    staff.join(turn.tx, turn.person.id, turn.now, invite.duty)
    details = {"duty": invite.duty, "invite": staff.invite_number(turn.answers["code"])}
    staff.record(turn.tx, turn.person.id, "staff_joined", turn.person.id, turn.now, details)
    turn.answers["duty"] = invite.duty
    tell_who_invited(turn, invite)
    if not turn.welcomed:
        turn.talk.parked = [each for each in turn.talk.parked if each.flow != "welcome"]


def tell_who_invited(turn: Turn, invite: Invite) -> None:
    """Let the admin who made the code know that it was used, and by whom."""
    if invite.made_by and staff.is_staff(turn.tx, invite.made_by):
        showing.tell_person(turn, invite.made_by, "join_staff.told_inviter", joined)


def joined(there: Turn) -> dict[str, str]:
    """Who joined, as the admin who invited them reads it."""
    return {"name": showing.person_name(there), "duty": there.answers["duty"]}


def ways_on(turn: Turn) -> dict[str, str]:
    """Whether the person is a volunteer too, and their duty."""
    return {"volunteer": "yes" if turn.welcomed else "no", "duty": turn.answers["duty"]}


JOIN_STAFF = Flow(
    "join_staff",
    Do("look", look, exits={"staff": "already"}),
    Ask("code", read=read_code),
    Do("use", use_code, exits={"wrong": "not_good", "enough": "later", "staff": "already"}, final=True),
    Say("joined", values=ways_on),
    Go("menu", "staff_menu"),
    Say("already", then="menu"),
    End("not_good", offers=("talk_to_person",)),
    End("later", offers=("talk_to_person",)),
    audience=Audience.ANYONE,
    recognises=recognise,
    unmistakable=True,
)
