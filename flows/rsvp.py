"""What one can say to an invitation, what falls at the same time, and that staff hear of a no: for every such flow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from domain.messages import Choice
from domain.suiting import away_on
from domain.work import overlap
from flows import named, showing
from flows.engine import Turn
from storage import answers, sessions
from storage.sessions import Meeting
from texts import dates

FLOW_OF: Final = {"yes": "coming", "no": "not_coming", "maybe": "maybe_later"}
SOON: Final = timedelta(days=3)
"""A no that comes so late, staff hear of at once, even if nobody counted on the person."""

# ---------------------------------------------------------------- what can be said


def other_answers(turn: Turn, session: str, said: str | None) -> list[Choice]:
    """The answers that the person has not given."""
    given = "yes" if said == "waiting" else said
    return [turn.button(f"{flow}:{session}") for answer, flow in FLOW_OF.items() if answer != given]


def answer(turn: Turn, meeting: Meeting, says: str) -> str:
    """Write an answer down; gives how the person stands. Staff hear of a no that changes something for them."""
    stands = answers.give(turn.tx, meeting.session.id, turn.person.id, says, turn.now)
    if stands == "no" and meeting.answer != "no" and concerns_staff(meeting, turn):
        showing.tell_staff(turn, "not_coming.told_staff", lambda there: told(there, meeting))
    return stands


def concerns_staff(meeting: Meeting, turn: Turn) -> bool:
    """Whether staff hear of a no by a message: somebody counted on the person, or the session is near."""
    return meeting.answer == "yes" or meeting.session.starts_at - turn.now <= SOON


def told(there: Turn, meeting: Meeting) -> dict[str, Any]:
    """What staff hear."""
    facts = showing.session_facts(there, meeting.session, meeting.project)
    return {**facts, "name": showing.person_name(there)}


# ---------------------------------------------------------------- in words


def facts(turn: Turn) -> dict[str, Any]:
    """The session that is meant in words, with its link and what to prepare."""
    return named.where_and_when(turn)


def number(turn: Turn, session: str) -> int:
    """The person's place in line."""
    return answers.place_in_line(turn.tx, session, turn.person.id) or 0


# ---------------------------------------------------------------- what falls at the same time


def at_that_time(turn: Turn) -> list[Meeting]:
    """The other sessions to which the person said yes and that fall together with the one that is meant."""
    mine, ahead = named.session(turn), sessions.of_person(turn.tx, turn.person.id, turn.now)
    held = [each for each in ahead if each.answer in {"yes", "waiting"} and each.session.id != mine.id]
    return [each for each in held if overlap(each.session, mine)]


def is_away(turn: Turn) -> bool:
    """Whether the session that is meant is on a day on which the person is away."""
    return away_on(turn.person, named.session(turn).starts_at, dates.zone(turn.network.timezone))


def lines(turn: Turn, meetings: Sequence[Meeting]) -> str:
    """Sessions, a line each."""
    return "\n".join(
        turn.words("rsvp.line", **showing.session_facts(turn, each.session, each.project)) for each in meetings
    )
