"""Change what a session says, one thing after the other: place, link, title, materials, places, who is invited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from domain.messages import Choice
from domain.work import Session
from flows import planning, staff_session
from flows import session_asking as asking
from flows.engine import Ask, AskMany, Audience, Do, End, Flow, Go, Option, Say, Turn
from flows.project_answers import NONE, none_option, text_of
from storage import answers, invitations, projects, sessions
from storage import planning as acts
from storage.planning import Refusal
from storage.session_news import CHANGED, PLANNED, News

FACTS: Final = ("where", "link", "title", "materials", "capacity", "invited", "reminders")


# ---------------------------------------------------------------- what there is to change


def words_of(turn: Turn, session: Session, fact: str) -> str:
    """What a fact says now, in words; nothing where nothing was said."""
    if fact == "capacity":
        return asking.show_people(turn, session.capacity or NONE)
    if fact == "invited":
        return invited_words(turn, session)
    if fact == "reminders":
        return turn.words(f"planning.reminders-{reminders_of(session)}")
    return str(getattr(session, fact))


def invited_words(turn: Turn, session: Session) -> str:
    """Who is invited."""
    if session.invited != "roles":
        return turn.words(f"planning.invited-{session.invited}")
    return ", ".join(title for title, _ in projects.titles(turn.tx, sessions.only_for(turn.tx, session.id)).values())


def reminders_of(session: Session) -> str:
    """Which of the choices of reminders a session has; another is as usual to those who choose."""
    own = {name: getattr(session, name) for name in asking.REMINDERS["usual"]}
    return next((choice for choice, columns in asking.REMINDERS.items() if columns == own), "usual")


def label(turn: Turn, fact: str) -> str:
    """What a fact is called."""
    flow = turn.network.flows["change_session"]
    return turn.words(f"{flow.key(flow[fact])}.label")


def what(turn: Turn) -> list[Option]:
    """Enough, another time, or one fact."""
    enough = Option("enough", turn.words("changing.enough"), planning.also(turn, "enough"))
    return [
        enough,
        Option("move", turn.words("move_session.called")),
        *(Option(each, label(turn, each)) for each in FACTS),
    ]


def overview(turn: Turn) -> dict[str, Any]:
    """The session as it stands."""
    found = staff_session.chosen(turn)
    said = {fact: words_of(turn, found, fact) for fact in FACTS}
    lines = "\n".join(f"• {label(turn, fact)}: {words}" for fact, words in said.items() if words)
    return {**staff_session.facts(turn), "lines": lines, "again": turn.answers.get("again", "no")}


def this_session(turn: Turn) -> dict[str, Any]:
    """The session, for moving it."""
    return {"about": turn.answers["about"]}


def is_for_roles(turn: Turn) -> bool:
    """Whether only some roles are invited."""
    return turn.answers.get("invited") == "roles"


def role_options(turn: Turn) -> list[Option]:
    """The project's roles."""
    return asking.roles(turn, staff_session.chosen(turn).project)


# ---------------------------------------------------------------- weighing an answer


def weigh(turn: Turn) -> str | None:
    """Whether the answer changes anything, can be, and is something that people hear of."""
    found, fact = staff_session.chosen(turn), turn.answers["what"]
    if fact == "invited":
        return "same" if invites_the_same(turn, found) else None if people(turn) else "save"
    if all(column_of(found, name) == value for name, value in changed(turn).items()):
        return "same"
    if acts.too_few(turn.tx, found.id, changed(turn).get("capacity")):
        turn.answers.pop("capacity")
        return Refusal.BELOW_COMING
    return None if people(turn) else "save"


def changed(turn: Turn) -> dict[str, Any]:
    """The columns that the answer changes; a place that is an address is the link too."""
    facts = asking.columns({name: turn.answers.get(name) for name in FACTS})
    found = asking.link_in(turn.answers)
    return facts | ({"link": found} if found and turn.answers["what"] == "where" else {})


def column_of(session: Session, name: str) -> Any:
    """What a column of a session holds now."""
    return getattr(session, "where" if name == "where_held" else name)


def invites_the_same(turn: Turn, found: Session) -> bool:
    """Whether the same are invited as before."""
    same_roles = sorted(turn.answers.get("roles") or []) == sessions.only_for(turn.tx, found.id)
    return turn.answers["invited"] == found.invited and (found.invited != "roles" or same_roles)


def people(turn: Turn) -> list[str]:
    """Who would hear of the change."""
    found = staff_session.chosen(turn)
    if turn.answers["what"] == "invited":
        return planning.told_of(turn, new_people(turn, found))
    news = [name for name in acts.NEWS if name in changed(turn)]
    return planning.told_of(turn, [News(found, CHANGED, facts=tuple(news))]) if news else []


def new_people(turn: Turn, found: Session) -> list[News]:
    """Who would be invited and is not."""
    before = set(invitations.invited(turn.tx, found))
    after = invitations.invited(turn.tx, as_invited(turn, found), turn.answers.get("roles") or ())
    return [News(found, PLANNED, people=tuple(each for each in after if each not in before))]


def as_invited(turn: Turn, found: Session) -> Session:
    """The session as it would be."""
    return replace(found, invited=turn.answers["invited"])


def ways(turn: Turn) -> list[Option]:
    """Tell them now, leave it to My roles and the reminder, or do not change it."""
    return planning.ways(turn, people(turn), "tell_now")


def change_in_words(turn: Turn) -> dict[str, Any]:
    """What changes, from what to what, and what telling takes."""
    found, fact = staff_session.chosen(turn), turn.answers["what"]
    nothing = turn.words("engine.nothing")
    new = turn.answers[fact]
    said = turn.words(f"planning.invited-{new}") if fact == "invited" else nothing if new == NONE else str(new)
    return {
        "fact": label(turn, fact),
        "old": words_of(turn, found, fact) or nothing,
        "new": said,
        "price": planning.price(turn, people(turn)),
    }


# ---------------------------------------------------------------- doing it


def save(turn: Turn) -> str | None:
    """Write it down, unless it cannot be any more; whom staff want to hear hears at once."""
    found, by, now = staff_session.chosen(turn), turn.person.id, turn.now
    if turn.answers["what"] == "invited":
        only = turn.answers.get("roles") or ()
        made = acts.invite(turn.tx, found.id, turn.answers["invited"], only if is_for_roles(turn) else (), by, now)
    else:
        made = acts.change(turn.tx, found.id, by, now, **changed(turn))
    if isinstance(made, Refusal):
        return str(made)
    planning.tell(turn, made, turn.answers.get("how", "quiet"))
    return None


def saved(turn: Turn) -> dict[str, str]:
    """What was written down."""
    fact = turn.answers["what"]
    words = words_of(turn, staff_session.chosen(turn), fact)
    return {"fact": label(turn, fact), "new": words or turn.words("engine.nothing")}


def coming(turn: Turn) -> dict[str, int]:
    """How many come."""
    return {"coming": len(answers.coming(turn.tx, staff_session.chosen(turn).id))}


def following(turn: Turn) -> None:
    """Forget the answer that was dealt with."""
    for name in (*FACTS, "roles", "how", "what"):
        turn.answers.pop(name, None)
    turn.answers["again"] = "yes"


def onward(turn: Turn) -> list[Choice]:
    """The session, and the others."""
    return staff_session.ways_on(turn, "staff_menu")


NO_WAY: Final[Mapping[str, str]] = {**staff_session.REFUSED, "below_coming": "below_coming"}

CHANGE_SESSION: Final = Flow(
    "change_session",
    Do("look", staff_session.look, exits={"nothing": "nothing"}),
    Ask("about", staff_session.choices, values=staff_session.numbered),
    Do("check", staff_session.check, exits=staff_session.REFUSED),
    Ask("what", what, values=overview, exits={**{each: each for each in FACTS}, "move": "move", "enough": "enough"}),
    Go("move", "move_session", answers=this_session),
    Ask("where", read=text_of(200), asks="create_project.where", then="weigh"),
    Ask("link", none_option, read=asking.read_link, asks="plan_session.link", then="weigh"),
    Ask("title", none_option, read=asking.read_words(120), asks="plan_session.title", then="weigh"),
    Ask("materials", none_option, read=asking.read_words(asking.LONG), asks="plan_session.materials", then="weigh"),
    Ask("capacity", none_option, read=asking.read_capacity, asks="plan_session.capacity", then="weigh"),
    Ask("reminders", tuple(asking.REMINDERS), labels="planning.reminders", asks="plan_session.reminders", then="weigh"),
    Ask("invited", asking.INVITED, labels="planning.invited", asks="plan_session.invited"),
    AskMany("roles", role_options, when=is_for_roles, asks="plan_session.roles"),
    Do("weigh", weigh, exits={"same": "same", "save": "save", "below_coming": "below_coming"}),
    Ask("how", ways, values=change_in_words, exits={"not_yet": "next"}),
    Do("save", save, exits=NO_WAY, final=True),
    Say("saved", values=saved),
    Do("next", following, then="what", final=True),
    Say("same", then="next"),
    Say("below_coming", values=coming, then="capacity"),
    Say("enough", choices=onward, then="done"),
    End("done", quiet=True),
    Say("begun", values=staff_session.facts, choices=staff_session.ways_on, then="done"),
    Say("called_off", values=staff_session.facts, choices=staff_session.instead, then="done"),
    End("gone", offers=("sessions_of", "staff_menu")),
    End("nothing", offers=("plan_session", "staff_menu")),
    audience=Audience.STAFF,
)
