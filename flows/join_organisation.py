"""Join as who speaks for a project's organisation, with a one-time code; one need not be a volunteer for that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from domain.messages import Choice
from domain.people import NOTICE_VERSION
from domain.short_answers import read_name
from domain.work import Project
from flows import codes, showing
from flows.codes import GAP
from flows.engine import NOT_KNOWN, Ask, Audience, Do, End, Flow, Read, Say, Turn, Unclear, Understood
from flows.welcome import chosen_language, language_of, speak
from storage import organisation_people, people, projects, staff
from storage.organisation_people import Invite
from texts import LANGUAGES

LETTERS: Final = GAP.join(["([0-9a-z])"] * 12)
APART: Final = r"[\s\-–—_.:]+"
CODE: Final = re.compile(rf"(?:/start\s+)?(?:org{APART})?{LETTERS}", re.IGNORECASE)
MEANT_AS_CODE: Final = re.compile(
    rf"(?:/start\s+)?org{APART}(?:{LETTERS}|(?=\S*\d)[0-9a-z\s\-–—_.:]{{4,24}})", re.IGNORECASE
)
"""Begins like a code, and is one or holds a digit: then it was meant to be one."""

# ---------------------------------------------------------------- the code


def written_as_kept(text: str) -> str:
    """A code the way it was made: ``org-k3f9-m2xw-p4qr``; what cannot be one stays as it is."""
    found = CODE.fullmatch(text.strip())
    if found is None:
        return text.strip()
    letters = "".join(found.groups()).lower()
    return f"org-{letters[:4]}-{letters[4:8]}-{letters[8:]}"


def recognise(text: str, _turn: Turn) -> Mapping[str, str] | None:
    """A line that is a code of ours, or was meant to be one."""
    return {"code": written_as_kept(text)} if MEANT_AS_CODE.fullmatch(text.strip()) else None


def read_code(text: str, _turn: Turn) -> Read:
    """A typed code, with or without its first word."""
    return Understood(written_as_kept(text)) if text.strip() else Unclear()


def check(turn: Turn) -> str | None:
    """Whether the code is good, and the person can use it; after too many wrong ones none is looked at."""
    if codes.too_many_were_wrong(turn):
        return "enough"
    found = invite(turn)
    if found is None:
        codes.note_wrong(turn)
        return "wrong"
    turn.answers["project"] = found.project
    return why_not(turn, found)


def invite(turn: Turn) -> Invite | None:
    """What the code makes, if it is good still."""
    return organisation_people.find_invite(turn.tx, turn.answers["code"], turn.now)


def why_not(turn: Turn, found: Invite) -> str | None:
    """Why the person cannot use this code: they are that already, or of the team whose hours they would verify."""
    if not turn.known:
        return None
    if organisation_people.is_of_the_team(turn.tx, found.project, turn.person.id):
        return "conflict"
    return "already" if organisation_people.part_of(turn.tx, found.project, turn.person.id) == found.part else None


def project(turn: Turn) -> Project:
    """The project that the code is for; projects are never removed."""
    found = projects.find(turn.tx, turn.answers["project"])
    if found is None:
        raise LookupError("the project is gone")
    return found


def whose(turn: Turn) -> dict[str, str]:
    """The organisation, its project, and what the person would be there."""
    found, made = project(turn), invite(turn)
    part = made.part if made else turn.answers.get("part", "lead")
    return {"organisation": found.organisation, "project": found.title, "part": turn.words(f"words.part-{part}")}


# ---------------------------------------------------------------- who they are


def is_new(turn: Turn) -> bool:
    """Whether the person was never told what becomes of their data."""
    return not turn.known or turn.person.noticed_at is None


def notice(turn: Turn) -> dict[str, str]:
    """What the notice is filled with: its version, and where a human can be reached."""
    return {"version": NOTICE_VERSION, "contact": turn.network.contact or "none"}


def known_name(turn: Turn) -> Any:
    """What we call the person, if they told us before."""
    return (turn.person.name if turn.known else None) or NOT_KNOWN


def name(text: str, _turn: Turn) -> Read:
    """What somebody wants to be called."""
    found = read_name(text)
    return Understood(found) if found else Unclear()


def join(turn: Turn) -> str | None:
    """Use the code up, and write down who they are and for whom they speak; or say why it cannot be any more."""
    if not turn.known:
        turn.chat.person = people.join(turn.tx, turn.now)
    if is_new(turn):
        turn.learn(noticed_at=turn.now, notice_version=NOTICE_VERSION)
    if turn.person.name is None:
        turn.learn(name=turn.answers["name"])
    organisation_people.hold(turn.tx, turn.person.id)
    found = invite(turn)
    reason = why_not(turn, found) if found else "wrong"
    return reason or begin(turn, organisation_people.use_invite(turn.tx, turn.answers["code"], turn.now))


def begin(turn: Turn, made: Invite | None) -> str | None:
    """Let the person speak for the organisation, and tell whoever made the code; nothing if it was used meanwhile."""
    if made is None:
        return "wrong"
    turn.answers["part"] = made.part
    organisation_people.join(turn.tx, made.project, turn.person.id, made.part, turn.now)
    details = {"part": made.part, "invite": staff.invite_number(turn.answers["code"])}
    subject = f"{made.project}:{turn.person.id}"
    staff.record(turn.tx, turn.person.id, "organisation_joined", subject, turn.now, details)
    if made.made_by and staff.is_staff(turn.tx, made.made_by):
        showing.tell_person(turn, made.made_by, "join_organisation.told_inviter", joined)
    turn.talk.parked = [each for each in turn.talk.parked if each.flow != "welcome"]
    return None


def joined(there: Turn) -> dict[str, str]:
    """Who speaks for which organisation now, as whoever made the code reads it."""
    return {"name": showing.person_name(there), **whose(there)}


def ways(turn: Turn) -> list[Choice]:
    """What they can do here."""
    return [turn.button(each) for each in ("verify_hours", "talk_to_person", "menu")]


JOIN_ORGANISATION: Final = Flow(
    "join_organisation",
    Ask("code", read=read_code),
    Do(
        "check",
        check,
        exits={"wrong": "not_good", "enough": "later", "conflict": "conflict", "already": "already"},
    ),
    Ask("language", LANGUAGES, asks="welcome.language", read=language_of, known=chosen_language, keep=speak),
    Ask("yours", ("yes", "no"), values=whose, exits={"no": "not_joined"}),
    Ask("notice", ("accept", "refuse"), values=notice, when=is_new, exits={"refuse": "not_joined"}),
    Ask("name", read=name, known=known_name),
    Do("join", join, exits={"wrong": "not_good", "conflict": "conflict", "already": "already"}, final=True),
    Say("joined", values=whose, choices=ways),
    End("done", quiet=True),
    End("not_joined", offers=("talk_to_person",)),
    End("conflict", values=whose, offers=("talk_to_person", "menu")),
    End("already", values=whose, offers=("verify_hours", "menu")),
    End("not_good", offers=("talk_to_person",)),
    End("later", offers=("talk_to_person",)),
    audience=Audience.ANYONE,
    recognises=recognise,
    unmistakable=True,
)
