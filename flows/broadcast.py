"""Say something to many: whom, what, how it looks, what it takes, when; a minute is left to think again."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, Final

from domain import send_times, session_times
from domain.broadcasts import FREE_WAYS, UNDO, Broadcast, To, Way, languages_of, messages, price
from domain.messages import Choice
from domain.people import CAUSES
from domain.session_times import Refusal
from flows import broadcast_draft as draft
from flows import broadcast_price as cost
from flows import role_draft
from flows.broadcasts import look_closer
from flows.engine import (
    Ask,
    AskMany,
    Audience,
    Do,
    End,
    Flow,
    Read,
    Say,
    Turn,
    Unclear,
    Understood,
)
from storage import broadcasts, staff
from texts import dates
from texts.dates import zone

BY: Final = ("skills", "provinces", "causes", "company", "never_placed", "language", "channel")
WORDS: Final = ("title", "text", "caption", "in_english", "title_in_english")
WRITTEN: Final = ("kind", "picture", *WORDS, "leads_to", "card_role", "link")


# ---------------------------------------------------------------- how it looks


def this_draft(turn: Turn) -> Broadcast:
    """The draft of this conversation."""
    found = broadcasts.find(turn.tx, turn.answers["draft"])
    if found is None:
        raise LookupError("the draft is gone")
    return found


def show(turn: Turn) -> str | None:
    """Write the draft down and show it exactly as people will see it, in each language that it has."""
    draft.write_draft(turn)
    say_it(turn)
    return None


def say_it(turn: Turn) -> None:
    """Say it in this chat."""
    found = this_draft(turn)
    for language in languages_of(found.contents):
        turn.said.extend(messages(found, language))


def try_out(turn: Turn) -> str | None:
    """Send it to oneself, as a letter of its own; then the choice is put again."""
    say_it(turn)
    turn.answers.pop("way")
    return None


def write_anew(turn: Turn) -> str | None:
    """Forget what was written; whom it is for stays."""
    for name in (*WRITTEN, "way"):
        turn.answers.pop(name, None)
    return None


def read_way(text: str, _turn: Turn) -> Read:
    """A tap on a way that the month allowed when it was offered: looked at again before anything is sent."""
    return Understood(text) if text in set(Way) else Unclear()


# ---------------------------------------------------------------- when it goes


def chosen_way(turn: Turn) -> dict[str, Any]:
    """How it goes, and to how many at once."""
    way = turn.answers["way"]
    return {"how": way, "count": price(cost.reach(turn), cost.month(turn), way).told}


def read_day(text: str, turn: Turn) -> Read:
    """The day on which it is sent, typed or picked."""
    found = session_times.read_day(text, turn.today)
    if isinstance(found, Refusal):
        return Unclear(str(found), values={"today": dates.weekday_and_day(turn.chat.language, turn.today)})
    return Understood(found.isoformat())


def read_time(text: str, turn: Turn) -> Read:
    """The time at which it is sent, today only what is still to come."""
    found = send_times.read_clock(text)
    if isinstance(found, Refusal):
        return Unclear(str(found))
    return Understood(found) if at_minute(turn, found) > turn.now else Unclear("past")


def at_minute(turn: Turn, minute: int) -> datetime:
    """A moment of the chosen day, so many minutes after its midnight."""
    midnight = datetime.combine(date.fromisoformat(turn.answers["day"]), time(), zone(turn.network.timezone))
    return midnight + timedelta(minutes=minute)


def starts_at(turn: Turn) -> datetime:
    """When it begins: in a minute, or when staff said."""
    return turn.now + UNDO if turn.answers["when"] == "now" else at_minute(turn, turn.answers["time"])


def day_in_words(turn: Turn) -> dict[str, str]:
    """The day that was chosen."""
    return {"day": dates.weekday_and_day(turn.chat.language, date.fromisoformat(turn.answers["day"]))}


def plan(turn: Turn) -> str | None:
    """Let it begin then, unless that has passed or the month does not allow it any more."""
    if starts_at(turn) <= turn.now:
        turn.answers.pop("day")
        turn.answers.pop("time")
        return "passed"
    cost.lock(turn)
    people, way = cost.reach(turn), turn.answers["way"]
    taken = price(people, cost.month(turn), way)
    if way == Way.ALL and taken.held_back:
        turn.answers.pop("way")
        turn.answers.pop("when")
        return "beyond"
    if not broadcasts.plan(turn.tx, turn.answers["draft"], way, starts_at(turn), taken.paid):
        return "gone"
    turn.answers["people"] = {"told": taken.told, "tray": sum(people.values()) - taken.told if way in FREE_WAYS else 0}
    subject = f"{turn.answers['draft']}:{way}:{sum(people.values())}"
    staff.record(turn.tx, turn.person.id, "broadcast_planned", subject, turn.now)
    return None


def planned(turn: Turn) -> dict[str, Any]:
    """When it begins, and for how many it is."""
    here = dates.local(starts_at(turn), turn.network.timezone)
    clock = dates.clock(turn.chat.language, here)
    when = f"{dates.weekday_and_day(turn.chat.language, here.date())} {clock}"
    soon = "yes" if turn.answers["when"] == "now" else "no"
    return {"soon": soon, "when": when, **turn.answers["people"]}


def ways_on(turn: Turn) -> list[Choice]:
    """Undo it, or see where it stands."""
    undo = Choice(turn.words("broadcasts.act-undo"), f"go:broadcasts:{turn.answers['draft']}.undo")
    return [undo, look_closer(turn, turn.answers["draft"])]


def take_role(turn: Turn) -> str | None:
    """Begin with the role that a button named, if there is one."""
    draft.begun_with(turn)
    return None


BROADCAST: Final = Flow(
    "broadcast",
    Do("begin", take_role),
    Ask("to", tuple(To)),
    Ask("role", draft.open_roles, when=draft.is_for(To.ROLE)),
    AskMany("by", BY, when=draft.is_for(To.SEGMENT)),
    AskMany(
        "skills",
        role_draft.skill_options,
        read=role_draft.read_needed,
        most=draft.MOST_SKILLS,
        when=draft.narrowed_by("skills"),
    ),
    AskMany("provinces", role_draft.all_provinces, read=draft.read_provinces, when=draft.narrowed_by("provinces")),
    AskMany("causes", CAUSES, labels="words.cause", when=draft.narrowed_by("causes")),
    Ask("company", draft.companies, when=draft.narrowed_by("company")),
    Ask("language", ("th", "en"), when=draft.narrowed_by("language")),
    Ask("channel", ("line", "telegram"), when=draft.narrowed_by("channel")),
    Do("anybody", draft.is_anybody_there, exits={"nobody": "nobody"}),
    Ask("kind", ("text", "card", "picture")),
    Ask("picture", read=draft.read_picture, pictures=True, when=draft.is_kind("picture")),
    Ask("title", read=draft.read_words(draft.LONGEST_TITLE), when=draft.is_kind("card")),
    Ask("text", read=draft.read_words(draft.LONGEST_TEXT), when=draft.is_kind("text", "card")),
    Ask("caption", read=draft.read_words(draft.LONGEST_TEXT), skippable=True, when=draft.is_kind("picture")),
    Ask("in_english", read=draft.read_words(draft.LONGEST_TEXT), skippable=True, when=draft.has_words),
    Ask("title_in_english", read=draft.read_words(draft.LONGEST_TITLE), when=draft.has_english_title),
    Ask("leads_to", ("role", "link", "nothing"), when=draft.is_kind("card")),
    Ask("card_role", draft.open_roles, when=draft.needs_role),
    Ask("link", read=draft.read_link, when=draft.leads_to("link")),
    Say("looks_like"),
    Do("show", show),
    Ask(
        "way",
        cost.ways,
        read=read_way,
        values=cost.before_sending,
        exits={"test": "test", "rewrite": "rewrite", "not_now": "unsent"},
    ),
    Ask("when", ("now", "later"), values=chosen_way, exits={"now": "plan"}),
    Ask("day", read=read_day, picks="date", resets=("time",)),
    Ask("time", read=read_time, picks="time", values=day_in_words),
    Do("plan", plan, exits={"passed": "passed", "beyond": "changed", "gone": "unsent"}, final=True),
    Say("planned", values=planned, choices=ways_on),
    End("done", quiet=True),
    Say("nobody", then="to"),
    Do("test", try_out, then="way"),
    Do("rewrite", write_anew, then="kind"),
    Say("passed", then="day"),
    Say("changed", then="way"),
    End("unsent", offers=("broadcasts", "staff_menu")),
    audience=Audience.STAFF,
)
