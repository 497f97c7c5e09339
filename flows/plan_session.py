"""Plan a session of a project, or one every week: what is ordinary is filled in, and can be changed first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from domain.messages import Choice
from domain.work import SESSION_KINDS, Session
from flows import planning, session_draft
from flows import session_asking as asking
from flows.daytime import Times, weekly
from flows.engine import Ask, AskMany, Audience, Do, End, Flow, Option, ReadBack, Say, Turn
from flows.engine.putting import shown
from flows.engine.steps import Question
from flows.project_answers import text_of
from storage import planning as acts

USUAL: Final[Mapping[str, Any]] = {
    "title": None,
    "link": None,
    "capacity": None,
    "invited": "team",
    "materials": None,
    "weeks": 1,
    "reminders": "usual",
}
"""What a session is unless staff say otherwise."""
ASKED: Final = ("kind", "day", "times", "where")
CAN_BE_SAID: Final = ("title", "link", "invited", "roles", "capacity", "materials", "weeks", "reminders")


# ---------------------------------------------------------------- what it will be


def is_for_roles(turn: Turn) -> bool:
    """Whether only some roles are invited."""
    return turn.answers.get("invited") == "roles"


def role_options(turn: Turn) -> list[Option]:
    """The project's roles."""
    return asking.roles(turn, turn.answers["about"])


def times(turn: Turn) -> list[Times]:
    """When it is: once, or every week."""
    said = turn.answers
    return weekly(turn, said["day"], said["times"], int(said["weeks"]))


def draft(turn: Turn) -> Session:
    """The first of the sessions as it would be."""
    said, (starts, ends) = turn.answers, times(turn)[0]
    return Session("", said["about"], said["kind"], starts, ends, said["where"], "planned", invited=said["invited"])


def invited(turn: Turn) -> list[str]:
    """Who would be invited and hear of it."""
    return planning.audience(turn, draft(turn), turn.answers.get("roles") or ())


def read_back(turn: Turn) -> dict[str, str]:
    """What was said, without what is as usual; who is invited; who cannot well come then."""
    people = invited(turn)
    lines = [line(turn, name) for name in (*ASKED, *CAN_BE_SAID) if is_worth_saying(turn, name)]
    facts = {
        "lines": "\n".join(lines),
        "count": str(len(people)),
        "clashes": planning.with_clashes(turn, people, times(turn)),
    }
    return {**planning.project_title(turn), **facts}


def is_worth_saying(turn: Turn, name: str) -> bool:
    """Whether an answer is another than the usual one; whom it is for is always said."""
    return name in turn.answers and (name == "invited" or turn.answers[name] != USUAL.get(name))


def line(turn: Turn, name: str) -> str:
    """One answer with its label."""
    flow = turn.network.flows["plan_session"]
    question = cast("Question", flow[name])
    return f"• {turn.words(f'{flow.key(question)}.label')}: {shown(turn, flow, question, turn.answers[name])}"


def ways(turn: Turn) -> list[Option]:
    """Invite now, leave it to My roles and the reminder, or not at all."""
    return planning.ways(turn, invited(turn), "invite")


def cost(turn: Turn) -> dict[str, Any]:
    """Whom inviting reaches, and what it takes."""
    return {"price": planning.price(turn, invited(turn)), "count": len(times(turn))}


# ---------------------------------------------------------------- doing it


def save(turn: Turn) -> str | None:
    """Plan it, unless its time has passed meanwhile; whom staff want to hear hears at once."""
    if planning.check(turn):
        return "closed"
    if times(turn)[0][0] <= turn.now:
        for name in ("day", "times", "how"):
            turn.answers.pop(name)
        return "passed"
    said, when = turn.answers, times(turn)
    facts = {"link": asking.link_in(said), "invited": said["invited"], **asking.columns(said)}
    only = (said.get("roles") or ()) if is_for_roles(turn) else ()
    del facts["where_held"]
    made = acts.plan(
        turn.tx, said["about"], said["kind"], when, said["where"], turn.person.id, turn.now, only=only, **facts
    )
    said["done"] = planning.done(turn, made, planning.tell(turn, made, said["how"]))
    said["made"] = made[0].session.id
    return None


def planned(turn: Turn) -> dict[str, Any]:
    """What was planned, and how many hear of it."""
    found: dict[str, Any] = {**turn.answers["done"], "way": turn.answers["how"]}
    return found


def onward(turn: Turn) -> list[Choice]:
    """See it, plan another, see them all."""
    project = turn.answers["about"]
    names = (f"session:{turn.answers['made']}", f"plan_session:{project}", f"sessions_of:{project}", "staff_menu")
    return [turn.button(each) for each in names]


def usually(name: str) -> Any:
    """The usual answer to a question, which nobody needs to be asked."""
    return lambda _turn: USUAL[name]


def weeks(turn: Turn) -> list[Option]:
    """How often: once, or some weeks in a row."""
    return [Option(str(count), turn.words("planning.weeks", count=count)) for count in (1, 2, 4, 8, 12)]


MORE: Final = (
    Ask("title", read=asking.read_words(120), show=asking.show_text, skippable=True, known=usually("title")),
    Ask("link", read=asking.read_link, show=asking.show_text, skippable=True, known=usually("link")),
    Ask("invited", asking.INVITED, labels="planning.invited", resets=("roles",), known=usually("invited")),
    AskMany("roles", role_options, when=is_for_roles),
    Ask("capacity", read=asking.read_capacity, show=asking.show_people, skippable=True, known=usually("capacity")),
    Ask(
        "materials",
        read=asking.read_words(asking.LONG),
        show=asking.show_text,
        skippable=True,
        known=usually("materials"),
    ),
    Ask("weeks", weeks, read=asking.read_weeks, show=asking.show_weeks, known=usually("weeks")),
    Ask("reminders", tuple(asking.REMINDERS), labels="planning.reminders", known=usually("reminders")),
)
"""What can be said besides: only who wants to is asked."""

PLAN_SESSION: Final = Flow(
    "plan_session",
    Do("look", planning.look, exits={"nothing": "nothing"}),
    Ask("about", planning.choices),
    Do("check", planning.check, exits={"gone": "gone", "closed": "closed"}),
    Ask("kind", SESSION_KINDS, labels="create_project.kind", values=planning.project_title),
    Ask(
        "day",
        read=asking.read_when,
        keep=asking.keep_when,
        picks="date",
        show=asking.show_when,
        resets=("times",),
    ),
    Ask(
        "times",
        read=session_draft.read_times,
        show=session_draft.show_times,
        values=session_draft.day_in_words,
        asks="create_project.times",
    ),
    Ask("where", read=text_of(200), asks="create_project.where"),
    *MORE,
    ReadBack("right", of=(*ASKED, *CAN_BE_SAID), values=read_back),
    Ask("how", ways, values=cost, exits={"not_yet": "left"}),
    Do("save", save, exits={"passed": "passed", "closed": "closed"}, final=True),
    Say("planned", values=planned, choices=onward),
    End("done", quiet=True),
    Say("passed", then="day"),
    End("left", offers=("sessions_of", "staff_menu")),
    End("closed", offers=("projects_list", "staff_menu")),
    End("gone", offers=("projects_list", "staff_menu")),
    End("nothing", offers=("create_project", "staff_menu")),
    audience=Audience.STAFF,
)
