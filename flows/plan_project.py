"""Plan all sessions of a project from its dates: a list is proposed, each can be dropped or moved, then all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from domain import numbered_lines
from domain.messages import Choice
from domain.people import DAYS
from domain.project_plan import USUAL, propose
from domain.session_times import Hours, Refusal, read_day, read_hours
from domain.work import Project, Session
from flows import planning, session_draft
from flows import session_asking as asking
from flows.daytime import Times, times_on
from flows.engine import Ask, Audience, Do, End, Flow, Option, Read, Say, Turn, Unclear, Understood
from flows.engine.steps import NOT_KNOWN
from flows.project_answers import show_day, text_of
from storage import planning as acts
from storage import projects, sessions, staff
from texts import dates

PLAN: Final = ("plan", "not_yet")

Planned = dict[str, str]
"""One session of the list: its kind and its day."""


# ---------------------------------------------------------------- what is known of the project


def project(turn: Turn) -> Project:
    """The project, which an earlier step has made sure of."""
    found = projects.find(turn.tx, turn.answers["about"])
    if found is None:
        raise LookupError("projects are never removed")
    return found


def known_day(name: str) -> Any:
    """A date of the project, if it is known."""

    def known(turn: Turn) -> Any:
        found = getattr(project(turn), name)
        return found.isoformat() if found else NOT_KNOWN

    return known


def read_end(text: str, turn: Turn) -> Read:
    """The last day, which comes after the first."""
    found = read_day(text, turn.today)
    if isinstance(found, Refusal):
        return Unclear(str(found), values={"today": dates.weekday_and_day(turn.chat.language, turn.today)})
    if found.isoformat() <= turn.answers["starts_on"]:
        return Unclear("before_start", values={"day": show_day(turn, turn.answers["starts_on"])})
    return Understood(found.isoformat())


def begins(turn: Turn) -> date:
    """The first day."""
    return date.fromisoformat(turn.answers["starts_on"])


def ends(turn: Turn) -> date:
    """The last day; without one, after the usual three months."""
    said = turn.answers.get("ends_on")
    return date.fromisoformat(said) if said else begins(turn) + USUAL


def weekdays(turn: Turn) -> list[Option]:
    """The days of the week."""
    return [Option(day, turn.words(f"showing.day-{day}")) for day in DAYS]


def read_hours_of_day(text: str, _turn: Turn) -> Read:
    """From when until when."""
    found = read_hours(text)
    return Understood([found.start, found.end]) if isinstance(found, Hours) else Unclear(str(found))


# ---------------------------------------------------------------- the list


def make_list(turn: Turn) -> str | None:
    """Propose the sessions, without kinds that are there already and without what has passed."""
    there = {each.kind for each in sessions.of_project(turn.tx, project(turn).id)}
    weekday = DAYS.index(turn.answers["weekday"])
    found = propose(begins(turn), ends(turn), weekday, turn.today, there)
    turn.answers["planned"] = [{"kind": each.kind, "day": each.day.isoformat()} for each in found]
    drop_past(turn)
    return None if turn.answers["planned"] else "nothing_left"


def drop_past(turn: Turn) -> int:
    """Leave out what has passed meanwhile; gives how many that were."""
    before = listed(turn)
    turn.answers["planned"] = [each for each in before if times_of(turn, each)[0] > turn.now]
    return len(before) - len(listed(turn))


def listed(turn: Turn) -> list[Planned]:
    """The sessions as they are planned so far, in order."""
    found: list[Planned] = turn.answers["planned"]
    return sorted(found, key=lambda each: each["day"])


def times_of(turn: Turn, planned: Planned) -> Times:
    """From when until when one of them is."""
    return times_on(turn, date.fromisoformat(planned["day"]), turn.answers["times"])


def as_session(turn: Turn, planned: Planned) -> Session:
    """One of them as it would be."""
    return Session(
        "", turn.answers["about"], planned["kind"], *times_of(turn, planned), turn.answers["where"], "planned"
    )


def in_words(turn: Turn) -> dict[str, Any]:
    """The list by number, and who cannot well come."""
    lines = [
        turn.words("plan_project.line", number=number, session=session_words(turn, each))
        for number, each in enumerate(listed(turn), 1)
    ]
    clashes = planning.with_clashes(turn, people(turn), [times_of(turn, each) for each in listed(turn)])
    return {
        **planning.project_title(turn),
        "lines": "\n".join(lines),
        "where": turn.answers["where"],
        "clashes": clashes,
    }


def session_words(turn: Turn, planned: Planned) -> str:
    """One of them: its kind and when it is."""
    first, last = (dates.local(each, turn.network.timezone) for each in times_of(turn, planned))
    kind = turn.words(f"showing.kind-{planned['kind']}")
    return f"{kind} · {dates.span(turn.chat.language, first, last)}"


def options(turn: Turn) -> list[Option]:
    """Plan them, leave it, or give one of them another day, or drop it."""
    whole = [Option(each, turn.words(f"plan_project.list-{each}"), planning.also(turn, each)) for each in PLAN]
    numbers = range(1, len(listed(turn)) + 1)
    return [*whole[:1], *(numbered(turn, "day", each) for each in numbers), *drops(turn), *whole[1:]]


def drops(turn: Turn) -> list[Option]:
    """Drop one of them, as long as there are several."""
    count = len(listed(turn))
    return [numbered(turn, "drop", each) for each in range(1, count + 1)] if count > 1 else []


def numbered(turn: Turn, what: str, number: int) -> Option:
    """A button for one of them."""
    kind = turn.words(f"showing.kind-{listed(turn)[number - 1]['kind']}")
    return Option(f"{what}-{number}", turn.words(f"plan_project.list-{what}", number=number, kind=kind))


# ---------------------------------------------------------------- amending it


def read_amendment(text: str, turn: Turn) -> Read:
    """What is typed about one of them: ``2 ย้ายไป 15 ธ.ค.``, ``3 ไม่เอา``, ``ตัด 3``."""
    found = numbered_lines.read(text)
    if found is None:
        return Unclear()
    number, words, number_first = found
    return amendment(turn, number, words) if number_first or is_word(turn, "drop", words) else Unclear()


def amendment(turn: Turn, number: int, words: str) -> Read:
    """Another day for one of them, or that it is dropped."""
    if not 1 <= number <= len(listed(turn)):
        return Unclear("no_such_number", values={"number": number, "most": len(listed(turn))})
    if not words:
        return Understood(f"day-{number}")
    if is_word(turn, "drop", words):
        return Understood({"number": number}) if len(listed(turn)) > 1 else Unclear("last_one")
    day = read_day(without_verb(turn, words), turn.today)
    if isinstance(day, Refusal):
        return Unclear(str(day), values={"today": dates.weekday_and_day(turn.chat.language, turn.today)})
    return Understood({"number": number, "day": day.isoformat()})


def is_word(turn: Turn, what: str, words: str) -> bool:
    """Whether the words mean this, in either language."""
    return words.strip().casefold() in planning.also(turn, what)


def without_verb(turn: Turn, words: str) -> str:
    """What stands behind ``ย้ายไป`` or ``move to``."""
    verbs = sorted(planning.also(turn, "move"), key=len, reverse=True)
    verb = next((each for each in verbs if words.casefold().startswith(each)), "")
    return words[len(verb) :].strip()


def amend(turn: Turn) -> str | None:
    """Do what was said about one of them; ask for the day if only that it is another was said."""
    said: Any = turn.answers.pop("list")
    if isinstance(said, Mapping):
        put(turn, int(said["number"]), said.get("day"))
        return None
    what, _, number = str(said).partition("-")
    if not number.isdigit() or int(number) > len(listed(turn)):
        return None
    if what == "drop":
        put(turn, int(number), None)
        return None
    turn.answers["number"] = int(number)
    return "ask"


def put(turn: Turn, number: int, day: str | None) -> None:
    """Give one of them this day, or drop it."""
    before = listed(turn)
    chosen = before[number - 1]
    changed = [{**chosen, "day": day}] if day else []
    turn.answers["planned"] = [*before[: number - 1], *changed, *before[number:]]


def read_other_day(text: str, turn: Turn) -> Read:
    """Another day for the one that was chosen."""
    found = asking.read_when(text, turn)
    return Understood(found.value.partition(" ")[0]) if isinstance(found, Understood) else found


def chosen(turn: Turn) -> dict[str, str]:
    """The one that is given another day."""
    return {"session": session_words(turn, listed(turn)[turn.answers["number"] - 1])}


def put_day(turn: Turn) -> str | None:
    """Give the one that was chosen its day."""
    put(turn, turn.answers.pop("number"), turn.answers.pop("new_day"))
    return None


# ---------------------------------------------------------------- doing it


def people(turn: Turn) -> list[str]:
    """Who would be invited and hear of it: the team."""
    return planning.audience(turn, as_session(turn, listed(turn)[0])) if listed(turn) else []


def ways(turn: Turn) -> list[Option]:
    """Invite now, leave it to My roles and the reminders, or not at all."""
    return planning.ways(turn, people(turn), "invite")


def cost(turn: Turn) -> dict[str, Any]:
    """Whom inviting reaches, and what it takes: one letter for each."""
    return {"price": planning.price(turn, people(turn)), "count": len(listed(turn))}


def save(turn: Turn) -> str | None:
    """Plan them all, unless the time of one has passed meanwhile."""
    if drop_past(turn):
        turn.answers.pop("how")
        turn.answers.pop("list")
        return "passed" if listed(turn) else "nothing_left"
    keep_dates(turn)
    made = [news for each in listed(turn) for news in plan(turn, each)]
    turn.answers["done"] = planning.done(turn, made, planning.tell(turn, made, turn.answers["how"]))
    return None


def plan(turn: Turn, planned: Planned) -> Sequence[Any]:
    """Plan one of them."""
    said, where, by = turn.answers, turn.answers["where"], turn.person.id
    link = asking.link_in(said)
    return acts.plan(turn.tx, said["about"], planned["kind"], [times_of(turn, planned)], where, by, turn.now, link=link)


def keep_dates(turn: Turn) -> None:
    """Write the project's dates down where it had none."""
    found = project(turn)
    said = {"starts_on": begins(turn), "ends_on": ends(turn) if turn.answers.get("ends_on") else None}
    new = {name: day for name, day in said.items() if day and getattr(found, name) is None}
    if new:
        projects.change(turn.tx, found.id, **new)
        staff.record(turn.tx, turn.person.id, "project_changed", f"{found.id}:{','.join(sorted(new))}", turn.now)


def planned(turn: Turn) -> dict[str, Any]:
    """What was planned, and how many hear of it."""
    found: dict[str, Any] = {**turn.answers["done"], "way": turn.answers["how"]}
    return found


def onward(turn: Turn) -> list[Choice]:
    """See them, plan one more."""
    about = turn.answers["about"]
    return [turn.button(each) for each in (f"sessions_of:{about}", f"plan_session:{about}", "staff_menu")]


PLAN_PROJECT: Final = Flow(
    "plan_project",
    Do("look", planning.look, exits={"nothing": "nothing"}),
    Ask("about", planning.choices),
    Do("check", planning.check, exits={"gone": "gone", "closed": "closed"}),
    Ask("starts_on", read=read_other_day, picks="date", show=show_day, known=known_day("starts_on")),
    Ask("ends_on", read=read_end, picks="date", show=show_day, skippable=True, known=known_day("ends_on")),
    Ask("weekday", weekdays),
    Ask("times", read=read_hours_of_day, show=session_draft.show_times),
    Ask("where", read=text_of(200)),
    Do("propose", make_list, exits={"nothing_left": "nothing_left"}),
    Ask("list", options, read=read_amendment, values=in_words, exits={"plan": "how", "not_yet": "left"}),
    Do("amend", amend, exits={"ask": "new_day"}, then="list"),
    Ask("new_day", read=read_other_day, picks="date", values=chosen),
    Do("put_day", put_day, then="list"),
    Ask("how", ways, values=cost, exits={"not_yet": "left"}),
    Do("save", save, exits={"passed": "passed", "nothing_left": "nothing_left"}, final=True),
    Say("planned", values=planned, choices=onward),
    End("done", quiet=True),
    Say("passed", then="list"),
    Say("nothing_left", values=planning.project_title, choices=onward, then="done"),
    End("left", offers=("sessions_of", "staff_menu")),
    End("closed", offers=("projects_list", "staff_menu")),
    End("gone", offers=("projects_list", "staff_menu")),
    End("nothing", offers=("create_project", "staff_menu")),
    audience=Audience.STAFF,
)
