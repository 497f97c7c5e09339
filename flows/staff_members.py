"""Who is staff, and since when; invite another, change what one may do, or remove one: at once."""

from __future__ import annotations

from typing import Any, Final

from domain.duties import ADMIN, COORDINATOR, DUTIES
from flows import links, showing
from flows.engine import Ask, Audience, Do, End, Flow, Go, Option, Say, Turn
from storage import staff
from storage.staff import Member
from texts import dates

# ---------------------------------------------------------------- who they are


def listed(turn: Turn) -> dict[str, Any]:
    """Everybody who is staff, a line each."""
    members = staff.members(turn.tx)
    return {"members": "\n".join(f"• {line(turn, each)}" for each in members), "count": len(members)}


def line(turn: Turn, member: Member) -> str:
    """One member in a line: name, duty, since when."""
    return turn.words("staff_members.line", **facts(turn, member))


def facts(turn: Turn, member: Member) -> dict[str, str]:
    """What the words of a member are filled with."""
    joined = dates.local(member.joined_at, turn.network.timezone).date()
    return {
        "name": name_of(turn, member),
        "duty": turn.words(f"words.duty-{member.duty}"),
        "since": dates.day(turn.chat.language, joined),
    }


def name_of(turn: Turn, member: Member) -> str:
    """What a member is called, and whether it is oneself."""
    name = member.name or turn.words("staff_members.no_name")
    return turn.words("staff_members.yourself", name=name) if member.person == turn.person.id else name


def who(turn: Turn) -> list[Option]:
    """Invite somebody, or choose one of the members."""
    members = [Option(each.person, name_of(turn, each)) for each in staff.members(turn.tx)]
    return [Option("invite", turn.words("staff_members.invite")), *members]


# ---------------------------------------------------------------- one of them


def member(turn: Turn) -> Member | None:
    """The member that was chosen, if they are staff still."""
    return next((each for each in staff.members(turn.tx) if each.person == turn.answers["who"]), None)


def look(turn: Turn) -> str | None:
    """Whether the member is staff still."""
    return None if member(turn) else "gone"


def this_member(turn: Turn) -> dict[str, Any]:
    """The member that was chosen, in words."""
    found = member(turn)
    return (
        facts(turn, found) if found else {"name": showing.name_of(turn, turn.answers["who"]), "duty": "", "since": ""}
    )


def acts(turn: Turn) -> list[Option]:
    """What can be done about the member: the other duty, removing them (or leaving oneself), nothing."""
    found = member(turn)
    other = COORDINATOR if found and found.duty == ADMIN else ADMIN
    out = "leave" if turn.answers["who"] == turn.person.id else "remove"
    return [Option(each, turn.words(f"staff_members.act-{each}"), also(turn, each)) for each in (other, out, "nothing")]


def also(turn: Turn, act: str) -> tuple[str, ...]:
    """What else one may type for it, in either language."""
    both = turn.network.texts.both(f"staff_members.act-{act}.also")
    return tuple(word for each in both.values() for word in each.split(","))


def change_duty(turn: Turn) -> str | None:
    """Give the member the other duty, and tell them."""
    found, duty = member(turn), turn.answers["act"]
    if found is None:
        return "gone"
    if not staff.give_duty(turn.tx, found.person, duty):
        return "last"
    details = {"before": found.duty, "after": duty}
    staff.record(turn.tx, turn.person.id, "duty_changed", found.person, turn.now, details)
    if found.person != turn.person.id:
        showing.tell_person(turn, found.person, "staff_members.told_duty", lambda _there: {"duty": duty})
    return None


def remove(turn: Turn) -> str | None:
    """End the member's being staff, and tell them; what they had under way as staff ends at their next word."""
    person = turn.answers["who"]
    if member(turn) is None:
        return "gone"
    if not staff.leave(turn.tx, person, turn.now):
        return "last"
    staff.record(turn.tx, turn.person.id, "staff_removed", person, turn.now)
    showing.tell_person(turn, person, "staff_members.told_removed", lambda _there: {})
    return None


# ---------------------------------------------------------------- another one


def make_code(turn: Turn) -> None:
    """Make a code that works once."""
    duty = turn.answers["duty"]
    code = staff.invite(turn.tx, turn.now, duty, turn.person.id)
    details = {"duty": duty}
    staff.record(turn.tx, turn.person.id, "staff_invited", staff.invite_number(code), turn.now, details)
    turn.answers["code"] = code


def made(turn: Turn) -> dict[str, Any]:
    """What the code makes, and how long it is good."""
    return {"duty": turn.words(f"words.duty-{turn.answers['duty']}"), "days": staff.INVITE_LIFE.days}


def invitation(turn: Turn) -> dict[str, str]:
    """What is sent on to whom is invited; the code is kept nowhere else."""
    return {"ways": links.ways_in(turn, links.door_of_code(turn.answers.pop("code")))}


STAFF_MEMBERS: Final = Flow(
    "staff_members",
    Ask("who", who, values=listed, exits={"invite": "duty"}),
    Do("look", look, exits={"gone": "gone"}),
    Ask("act", acts, values=this_member, exits={"remove": "sure", "leave": "leave", "nothing": "left_alone"}),
    Do("change", change_duty, exits={"gone": "gone", "last": "last_admin"}, final=True),
    End("changed", values=this_member, offers=("staff_members", "staff_menu")),
    Ask("sure", ("remove", "keep"), values=this_member, exits={"keep": "left_alone"}),
    Do("remove", remove, exits={"gone": "gone", "last": "last_admin"}, final=True),
    End("removed", values=this_member, offers=("staff_members", "staff_menu")),
    Ask("duty", DUTIES, labels="words.duty"),
    Do("make_code", make_code, final=True),
    Say("forward", values=made),
    Say("invitation", values=invitation),
    End("invited", quiet=True),
    Go("leave", "leave_staff"),
    End("left_alone", offers=("staff_menu",)),
    End("last_admin", offers=("staff_members", "staff_menu")),
    End("gone", offers=("staff_members", "staff_menu")),
    audience=Audience.ADMINS,
)
