"""Who asked for a role: a card each, what to do with one of them or with several at once, and nobody forgotten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from domain.ledger import Grade, Sum, by_grade
from domain.matching import Match
from domain.messages import Choice
from domain.work import OpenRole
from flows import roster, showing
from flows.engine import Ask, Audience, Do, End, Flow, Option, Read, Say, Turn, Understood
from flows.roster import Seat
from storage import attendance, ledger, people, projects, settings, sign_ups
from storage.ledger import Wanted
from storage.sign_ups import SignUp
from texts import dates

VERBS: Final = ("offer", "shortlist", "line", "turn_down")
LISTED: Final = ("shortlisted", "interested", "waiting", "offered", "expired")
"""Whom staff see, in this order."""
PAGE: Final = 10
WAYS: Final = ("offer_shortlisted", "decline_rest", "more", "done")


# ---------------------------------------------------------------- which role


def look(turn: Turn) -> str | None:
    """Whether a role is named, or there are roles to choose from."""
    return None if "about" in turn.answers or roles(turn) else "nobody_waits"


def roles(turn: Turn) -> list[Option]:
    """The roles that somebody asked for, those that owe an answer first."""
    return [
        Option(each.role, turn.words("applicants.role_option", role=each.title, count=each.count), (each.title,))
        for each in sign_ups.asked_for(turn.tx)
    ]


def check(turn: Turn) -> str | None:
    """Whether there is such a role, and somebody who asked for it; remembers their order, so that numbers hold."""
    found = projects.find_role(turn.tx, str(turn.answers["about"]))
    if found is None:
        return "gone"
    turn.answers["listed"] = [each.person for each in in_order(turn, found)]
    turn.answers["page"] = 0
    return None if turn.answers["listed"] else "nobody"


def role(turn: Turn) -> OpenRole:
    """The role of this conversation."""
    found = projects.find_role(turn.tx, str(turn.answers["about"]))
    if found is None:
        raise LookupError("the role is gone")
    return found


def in_order(turn: Turn, found: OpenRole) -> list[SignUp]:
    """Who asked: the short list and the new ones by how well the role suits them, then the line, then the rest."""
    asked = sign_ups.of_role(turn.tx, found.role.id, LISTED)
    score = {each.person: suits(turn, found, each.person).score for each in asked if each.state in LISTED[:2]}
    return sorted(asked, key=lambda each: (LISTED.index(each.state), -score.get(each.person, 0.0)))


def suits(turn: Turn, found: OpenRole, person: str) -> Match:
    """How well the role suits somebody."""
    who = people.find(turn.tx, person)
    if who is None:
        return Match(0.0, (), (), near=False, cause=None)
    return showing.suits_person(turn, who, found)


# ---------------------------------------------------------------- the cards


def cards(turn: Turn) -> Sequence[tuple[Mapping[str, Any], Sequence[Choice]]]:
    """A page of people, each with what can be done."""
    found, listed = role(turn), turn.answers["listed"]
    first = turn.answers["page"] * PAGE
    page = list(enumerate(listed[first : first + PAGE], first + 1))
    mine = [(number, sign_ups.standing(turn.tx, found.role.id, person)) for number, person in page]
    return [card(turn, found, number, each) for number, each in mine if each]


def card(turn: Turn, found: OpenRole, number: int, mine: SignUp) -> tuple[Mapping[str, Any], Sequence[Choice]]:
    """One person: where they stand, why the role suits them, what they answered, and what they have done so far."""
    reasons = showing.reasons(turn, suits(turn, found, mine.person)) or turn.words("applicants.no_reasons")
    said = turn.words("applicants.answer", why=mine.why) if mine.why else ""
    facts = {
        "number": number,
        "name": showing.name_of(turn, mine.person),
        "standing": standing(turn, mine),
        "reasons": reasons,
        "answer": said,
        "record": record(turn, mine.person),
    }
    return facts, roster.buttons(turn, mine.state, mine.role, mine.person, VERBS)


def standing(turn: Turn, mine: SignUp) -> str:
    """Where they stand, since when they wait or until when they have time, and whether their answer is overdue."""
    state = roster.state_words(turn, mine.state)
    if mine.state == "offered" and mine.expires_at:
        return turn.words("applicants.until", state=state, until=showing.moment(turn, mine.expires_at))
    since = showing.moment(turn, mine.asked_at or mine.changed_at)
    return turn.words("applicants.since", state=state, since=since, late="yes" if is_late(turn, mine) else "no")


def is_late(turn: Turn, mine: SignUp) -> bool:
    """Whether they wait for an answer longer than was promised."""
    promised = timedelta(hours=settings.number(turn.tx, "answer_hours"))
    return mine.state in LISTED[:2] and mine.asked_at is not None and mine.asked_at + promised <= turn.now


def record(turn: Turn, person: str) -> str:
    """Roles, sessions and hours so far: the verified ones, and apart from them those that nobody vouches for yet."""
    found = by_grade(ledger.lines(turn.tx, Wanted(person=person)))
    return turn.words(
        "applicants.record",
        roles=len(sign_ups.roles_of(turn.tx, person)),
        sessions=attendance.behind(turn.tx, person, turn.now),
        verified=dates.duration(turn.chat.language, found[Grade.VERIFIED].minutes),
        attended=amount(turn, found[Grade.ATTENDED]),
        self_reported=amount(turn, found[Grade.SELF_REPORTED]),
    )


def amount(turn: Turn, found: Sum) -> str:
    """So many hours in words; ``no`` if there are none."""
    return dates.duration(turn.chat.language, found.minutes) if found.minutes else "no"


# ---------------------------------------------------------------- what to do


def summary(turn: Turn) -> dict[str, Any]:
    """The role, its seats, and how many stand where."""
    found = role(turn)
    standing_so = [each.state for each in sign_ups.of_role(turn.tx, found.role.id, LISTED)]
    counts = {state: standing_so.count(state) for state in LISTED}
    titles = {"role": found.role.title, "project": found.project.title}
    return {**titles, "left": found.seats_left, "seats": found.role.seats, **counts}


def acts(turn: Turn) -> list[Option]:
    """What can be done with several at once, the next page, or nothing more."""
    counts = {"offer_shortlisted": len(shortlisted(turn)), "decline_rest": len(rest(turn))}
    named = [name for name in WAYS if counts.get(name, 1) and (name != "more" or more_pages(turn))]
    return [option(turn, name, counts.get(name, 0)) for name in named]


def option(turn: Turn, name: str, count: int) -> Option:
    """One of the ways, with the other words for it, in either language."""
    both = turn.network.texts.both(f"applicants.act-{name}.also").values()
    return Option(name, turn.words(f"applicants.act-{name}", count=count), tuple(",".join(both).split(",")))


def shortlisted(turn: Turn) -> list[Seat]:
    """Who is on the short list, the best first, as many as there are seats."""
    found = role(turn)
    short = [each for each in in_order(turn, found) if each.state == "shortlisted"]
    return [(found.role.id, each.person) for each in short[: found.seats_left]]


def rest(turn: Turn) -> list[Seat]:
    """Who has had no answer and is not on the short list; once there are no seats left, also who is."""
    found = role(turn)
    states = ("interested",) if found.seats_left else ("interested", "shortlisted")
    return [(found.role.id, each.person) for each in sign_ups.of_role(turn.tx, found.role.id, states)]


def more_pages(turn: Turn) -> bool:
    """Whether there are people who were not shown yet."""
    return int(turn.answers["page"] + 1) * PAGE < len(turn.answers["listed"])


def next_page(turn: Turn) -> None:
    """Turn the page."""
    turn.answers["page"] += 1
    turn.answers.pop("act")


def read_act(text: str, turn: Turn) -> Read:
    """Something to do with some of those who are listed, by their numbers."""
    if text in WAYS:
        return Understood(text)
    listed = [(str(turn.answers["about"]), person) for person in turn.answers["listed"]]
    return roster.read_several(text, turn, VERBS, listed)


def wanted(turn: Turn) -> tuple[str, list[Seat]]:
    """What is to be done with whom."""
    act = turn.answers["act"]
    if act == "offer_shortlisted":
        return "offer", shortlisted(turn)
    if act == "decline_rest":
        return "turn_down", rest(turn)
    return act["verb"], roster.seats_in(act["people"])


def will_be_told(turn: Turn) -> bool:
    """Whether the people hear of it, so that it is priced and asked first."""
    return wanted(turn)[0] in roster.TOLD


def before(turn: Turn) -> dict[str, Any]:
    """What is going to happen to whom, and what it costs."""
    verb, chosen = wanted(turn)
    names = ", ".join(showing.name_of(turn, person) for _, person in chosen)
    return {"verb": verb, "count": len(chosen), "names": names, "price": roster.price(turn, chosen)}


def apply(turn: Turn) -> None:
    """Do it, and remember what came of it."""
    verb, chosen = wanted(turn)
    turn.answers["result"] = roster.result(turn, verb, roster.take(turn, verb, chosen))


def result(turn: Turn) -> dict[str, str]:
    """What came of it."""
    return {"result": turn.answers["result"]}


def go_on(turn: Turn) -> str | None:
    """Forget what was chosen; whether anybody is left to answer."""
    for name in ("act", "sure", "result"):
        turn.answers.pop(name, None)
    return None if acts(turn)[:-1] or sign_ups.of_role(turn.tx, role(turn).role.id, LISTED[:2]) else "all_answered"


APPLICANTS: Final = Flow(
    "applicants",
    Do("look", look, exits={"nobody_waits": "nobody_waits"}),
    Ask("about", options=roles),
    Do("check", check, exits={"gone": "gone", "nobody": "nobody"}),
    Say("card", many=cards),
    Ask("act", options=acts, read=read_act, values=summary, exits={"done": "done", "more": "page"}),
    Ask("sure", options=("yes", "no"), values=before, when=will_be_told, exits={"no": "go_on"}),
    Do("apply", apply, final=True),
    Say("result", values=result),
    Do("go_on", go_on, exits={"all_answered": "all_answered"}, then="act"),
    Do("page", next_page, then="card"),
    End("done", offers=("applicants", "staff_menu")),
    End("all_answered", offers=("applicants", "staff_menu")),
    End("nobody", values=summary, offers=("applicants", "staff_menu")),
    End("gone", offers=("applicants", "staff_menu")),
    End("nobody_waits", offers=("staff_menu",)),
    audience=Audience.STAFF,
)
