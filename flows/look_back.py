"""The person looks back on a role that is done: their skills now, what they learned, whether they would do it again."""

from __future__ import annotations

from typing import Any, Final

from domain.messages import Choice
from domain.outcomes import ADVISES, MOST_INVITE
from domain.people import LEVELS
from domain.push_budget import FREE_CHANNELS
from domain.work import OpenRole
from flows import showing
from flows.engine import NOT_KNOWN, Ask, Do, End, Flow, Option, Say, Turn
from flows.few_words import few_words
from storage import look_backs, projects


def look(turn: Turn) -> str | None:
    """Settle on which role: the one that was named, or the only one."""
    found = look_backs.wanted(turn.tx, turn.person.id)
    about = turn.answers.get("about")
    if about and about not in {each.role.id for each in found}:
        return "given"
    return None if found else "none"


def which(turn: Turn) -> list[Option]:
    """The roles that are done and not looked back on."""
    return [Option(each.role.id, each.role.title) for each in look_backs.wanted(turn.tx, turn.person.id)]


def the_only_one(turn: Turn) -> Any:
    """The role, if there is just one."""
    found = which(turn)
    return found[0].value if len(found) == 1 else NOT_KNOWN


def role(turn: Turn) -> OpenRole | None:
    """The role that is looked back on."""
    return projects.find_role(turn.tx, str(turn.answers["about"]))


def facts(turn: Turn) -> dict[str, Any]:
    """The role, and how well the person knew its skills when they began."""
    found = role(turn)
    before = look_backs.before(turn.tx, str(turn.answers["about"]), turn.person.id)
    known = [showing.skill_and_level(turn, skill, level) for skill, level in before.items() if level]
    title, project = (found.role.title, found.project.title) if found else ("", "")
    return {"role": title, "project": project, "before": ", ".join(known) or "none"}


def skills(turn: Turn) -> list[Option]:
    """The skills that the role asked for."""
    found = role(turn)
    return [Option(skill, showing.skill(turn, skill)) for skill in found.role.skills] if found else []


def scale(_turn: Turn) -> list[Option]:
    """From 0 to 10."""
    return [Option(str(number), str(number)) for number in range(MOST_INVITE + 1)]


def number(turn: Turn, name: str) -> int | None:
    """What was answered as a number; ``None`` if it was skipped."""
    said = turn.answers.get(name)
    return None if said is None else int(said)


def save(turn: Turn) -> str | None:
    """Write it down, once."""
    said = {
        "after": turn.answers.get("after") or {},
        "learned": turn.answers.get("learned") or "",
        "would_invite": number(turn, "invite"),
        "advises": number(turn, "advise"),
    }
    written = look_backs.answer(turn.tx, str(turn.answers["about"]), turn.person.id, turn.now, **said)
    return None if written else "given"


def ask(turn: Turn, about: str) -> None:
    """Ask once, where that costs nothing, if the role is done and was not looked back on."""
    if turn.chat.channel not in FREE_CHANNELS or not turn.welcomed:
        return
    if about not in {each.role.id for each in look_backs.wanted(turn.tx, turn.person.id)}:
        return
    found = projects.find_role(turn.tx, about)
    if found is None or not look_backs.note_asked(turn.tx, about, turn.person.id, turn.now):
        return
    names = {"role": found.role.title, "project": found.project.title}
    turn.say(turn.words("look_back.asked", **names), buttons(turn, about), lasting=True)


def buttons(turn: Turn, about: str) -> list[Choice]:
    """The way to look back."""
    return [turn.button(f"look_back:{about}")]


LOOK_BACK: Final = Flow(
    "look_back",
    Do("look", look, exits={"given": "given", "none": "none"}),
    Ask("about", which, known=the_only_one),
    Say("begin", values=facts),
    Ask("after", LEVELS, labels="words.level", each=skills, skippable=True, when=lambda turn: bool(skills(turn))),
    Ask("learned", read=few_words, skippable=True),
    Ask("invite", scale, skippable=True),
    Ask("advise", tuple(map(str, ADVISES)), skippable=True),
    Do("save", save, exits={"given": "given"}, final=True),
    End("thanks", values=facts, offers=("my_record", "menu")),
    End("given", offers=("my_roles", "menu")),
    End("none", offers=("my_roles", "menu")),
)
