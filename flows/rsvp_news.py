"""What is said unasked about answers to an invitation: a place is free, staff ask once more; as it stands then."""

from __future__ import annotations

from flows import rsvp, showing
from flows.engine import Turn
from storage import sessions
from storage.sessions import Meeting


def freed(turn: Turn, session: str) -> None:
    """The person who waited has a place; nothing, if that is no longer so."""
    found = ahead(turn, session)
    if found is None or found.answer != "yes":
        return
    body = turn.words("rsvp_news.freed", **showing.session_facts(turn, found.session, found.project))
    calendar = turn.button(f"calendar:{session}")
    turn.say(body, [calendar, *rsvp.other_answers(turn, session, "yes"), turn.button("my_roles")], lasting=True)
    turn.good_until = found.session.starts_at


def wanted(turn: Turn, session: str) -> None:
    """Whether the person comes; nothing, if they have said so meanwhile."""
    found = ahead(turn, session)
    if found is None or found.answer not in {None, "maybe"}:
        return
    facts = {**showing.session_facts(turn, found.session, found.project), "said": found.answer or "open"}
    turn.say(turn.words("rsvp_news.wanted", **facts), rsvp.other_answers(turn, session, found.answer), lasting=True)
    turn.good_until = found.session.starts_at


def ahead(turn: Turn, session: str) -> Meeting | None:
    """The session as the person sees it, if it will take place and they can be told."""
    if not (turn.known and turn.chat.reachable):
        return None
    ahead = sessions.of_person(turn.tx, turn.person.id, turn.now)
    return next((each for each in ahead if each.session.id == session), None)
