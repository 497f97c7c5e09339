"""What a day of work is worth, now and to come; admins add a rate, or take back one that has not begun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from domain import baht
from domain.reading.skills import read_skills
from domain.value import BASE, DAY, LEAST_BAHT, MOST_BAHT, Rate, Refusal, last_begun, last_day, of_kind, problem
from flows import showing
from flows.engine import Ask, Audience, Do, End, Flow, Option, Read, ReadBack, Turn, Unclear, Understood
from flows.project_answers import read_day, show_day, text_of
from storage import rates, staff
from texts import dates

MOST_COMING: Final = 5
"""So many rates to come can be taken back from one list."""


# ---------------------------------------------------------------- what there is


def listed(turn: Turn) -> dict[str, str]:
    """What holds now and what is to come, a line each."""
    known = rates.all_of_them(turn.tx)
    coming = [line(turn, each, known) for each in to_come(turn)]
    return {
        "now": "\n".join(line(turn, each, known) for each in holding_now(turn, known)),
        "coming": "\n".join(coming) or turn.words("rates.nothing_coming"),
    }


def holding_now(turn: Turn, known: Sequence[Rate]) -> list[Rate]:
    """The rate of today of each kind, the network's first."""
    kinds = dict.fromkeys(["", *(each.skill for each in known)])
    begun = [last_begun(of_kind(known, kind), turn.today) for kind in kinds]
    holding = [each for each in begun if each is not None and each.holds_on(turn.today)]
    return holding if any(not each.skill for each in holding) else [BASE, *holding]


def to_come(turn: Turn) -> list[Rate]:
    """The rates that have not begun, the soonest first."""
    coming = [each for each in rates.all_of_them(turn.tx) if each.from_on > turn.today]
    return sorted(coming, key=lambda each: (each.from_on, each.skill))[:MOST_COMING]


def line(turn: Turn, rate: Rate, known: Sequence[Rate]) -> str:
    """A rate in two lines: what it is of, how much, from when until when, and who says so."""
    return turn.words(
        "rates.line",
        what=kind_name(turn, rate.skill),
        baht=f"{rate.baht_a_day:,}",
        span=span(turn, rate, known),
        source=turn.words("rates.our_own") if rate == BASE else rate.source,
    )


def span(turn: Turn, rate: Rate, known: Sequence[Rate]) -> str:
    """From when until when a rate holds."""
    if rate == BASE:
        return turn.words("rates.span-unset")
    until, language = last_day(rate, known), turn.chat.language
    since = dates.day(language, rate.from_on)
    if until is None:
        return turn.words("rates.span-open", since=since)
    return turn.words("rates.span-ends", since=since, until=dates.day(language, until))


def kind_name(turn: Turn, skill: str) -> str:
    """What a rate is of: every skill, or one."""
    return showing.skill(turn, skill) if skill else turn.words("rates.every_skill")


# ---------------------------------------------------------------- taking one back


def what_to_do(turn: Turn) -> list[Option]:
    """Add one, take back one that is to come, or leave them."""
    taken = [Option(f"back-{each.id}", turn.words("rates.take", rate=short(turn, each))) for each in to_come(turn)]
    named = {name: turn.network.texts.both(f"rates.{name}.also") for name in ("add", "leave")}
    add, leave = (Option(name, turn.words(f"rates.{name}"), also(words)) for name, words in named.items())
    return [add, *taken, leave]


def also(words: dict[str, str]) -> tuple[str, ...]:
    """Other words for an answer, of both languages."""
    return tuple(word for each in words.values() for word in each.split(","))


def short(turn: Turn, rate: Rate) -> str:
    """A rate in a few words, for a button: from which day, without the year, and how much."""
    day = dates.day(turn.chat.language, rate.from_on).rsplit(" ", 1)[0]
    return f"{day} {rate.baht_a_day:,}"


def chosen(turn: Turn) -> Rate | None:
    """The rate that is to be taken back, if it is still to come."""
    wanted = str(turn.answers.get("what", "")).removeprefix("back-")
    return next((each for each in to_come(turn) if each.id == wanted), None)


def look(turn: Turn) -> str | None:
    """Whether there still is a rate to take back."""
    return "begun" if chosen(turn) is None else None


def taken_rate(turn: Turn) -> dict[str, str]:
    """The rate that is to be taken back."""
    rate = chosen(turn)
    return {"rate": line(turn, rate, rates.all_of_them(turn.tx)) if rate else ""}


def take_back(turn: Turn) -> str | None:
    """Take the rate back, unless it has begun meanwhile."""
    rate = chosen(turn)
    if rate is None or not rates.take_back(turn.tx, rate.id, turn.today):
        return "begun"
    subject = f"{rate.from_on.isoformat()}:{rate.skill}"
    staff.record(turn.tx, turn.person.id, "rate_taken_back", subject, turn.now, {"count": rate.baht_a_day})
    return None


# ---------------------------------------------------------------- setting one


def is_of_a_skill(turn: Turn) -> bool:
    """Whether the rate is of one skill."""
    return turn.answers.get("kind") == "skill"


def read_skill(text: str, turn: Turn) -> Read:
    """The one skill that was named."""
    reading = read_skills(text)
    found = list(dict.fromkeys(each.value for each in reading.explanation if each.meaning in {"skill", "need"}))
    if len(found) == 1:
        return Understood(found[0])
    likely = (found or list(reading.suggestions))[:3]
    return Unclear("which" if found else "retry", tuple(Option(each, showing.skill(turn, each)) for each in likely))


def read_start(text: str, turn: Turn) -> Read:
    """A day after today."""
    found = read_day(text, turn)
    if isinstance(found, Understood) and date.fromisoformat(found.value) <= turn.today:
        return Unclear("past", values=today(turn))
    return found


def read_end(text: str, turn: Turn) -> Read:
    """A day that is not before the first."""
    found = read_day(text, turn)
    if isinstance(found, Understood) and found.value < turn.answers["from_on"]:
        return Unclear("end_first", values={"since": show_day(turn, turn.answers["from_on"])})
    return found


def read_baht(text: str, _turn: Turn) -> Read:
    """Whole baht a day."""
    number = baht.read(text)
    if number is None:
        return Unclear()
    if number != int(number):
        return Unclear("not_whole")
    if not LEAST_BAHT <= number <= MOST_BAHT:
        return Unclear("out_of_bounds", values={"least": f"{LEAST_BAHT:,}", "most": f"{MOST_BAHT:,}"})
    return Understood(int(number))


def today(turn: Turn) -> dict[str, str]:
    """Today, and the first day from which a rate can hold."""
    words = {"today": turn.today, "tomorrow": turn.today + DAY}
    return {name: dates.weekday_and_day(turn.chat.language, day) for name, day in words.items()}


def show_skill(turn: Turn, value: Any) -> str:
    """A skill by its name."""
    return showing.skill(turn, str(value))


def show_baht(turn: Turn, value: Any) -> str:
    """Baht a day."""
    return turn.words("rates.a_day", baht=f"{int(value):,}")


def new_rate(turn: Turn) -> Rate:
    """The rate as it was answered so far."""
    answers = turn.answers
    until = answers.get("until_on")
    return Rate(
        str(answers["skill"]) if is_of_a_skill(turn) else "",
        date.fromisoformat(answers["from_on"]),
        int(answers.get("baht") or LEAST_BAHT),
        str(answers.get("source", "")),
        date.fromisoformat(until) if until else None,
    )


def check(turn: Turn) -> str | None:
    """Whether the rate can be set on these days; else say why not, and ask for them again."""
    new, known = new_rate(turn), rates.all_of_them(turn.tx)
    return refuse(turn, why, known) if (why := problem(new, known, turn.today)) else None


def refuse(turn: Turn, why: Refusal, known: Sequence[Rate]) -> str:
    """Say why the days cannot be taken, with what stands in the way."""
    new = new_rate(turn)
    same = [line(turn, each, known) for each in of_kind(known, new.skill)] or [line(turn, BASE, known)]
    turn.say(turn.words(f"rates.why-{why}", rates="\n".join(same), **today(turn)))
    for name in ("from_on", "until_on"):
        turn.answers.pop(name, None)
    return "again"


def after_it(turn: Turn) -> dict[str, str]:
    """What a day is worth once the new rate has ended."""
    new = new_rate(turn)
    known = [*rates.all_of_them(turn.tx), replace(new, id="new")]
    until = last_day(new, known)
    if until is None:
        return {"after": turn.words("rates.after-open")}
    day = dates.day(turn.chat.language, until)
    following = any(each.from_on == until + DAY for each in of_kind(known, new.skill))
    way = "next" if following else "network" if new.skill else "base"
    return {"after": turn.words(f"rates.after-{way}", until=day, baht=f"{BASE.baht_a_day:,}")}


def add(turn: Turn) -> str | None:
    """Set the rate, unless somebody has set another meanwhile that stands in its way."""
    new = new_rate(turn)
    if why := rates.add(turn.tx, new, turn.today, turn.now, turn.person.id):
        return refuse(turn, why, rates.all_of_them(turn.tx))
    subject = f"{new.from_on.isoformat()}:{new.skill}"
    staff.record(turn.tx, turn.person.id, "rate_set", subject, turn.now, {"count": new.baht_a_day})
    return None


def added(turn: Turn) -> dict[str, str]:
    """The rate as it was set."""
    new = new_rate(turn)
    return {"rate": line(turn, new, rates.all_of_them(turn.tx))}


RATES: Final = Flow(
    "rates",
    Ask("what", what_to_do, values=listed, exits={"add": "kind", "leave": "left_alone"}),
    Do("look", look, exits={"begun": "begun"}),
    Ask("sure", ("yes", "no"), values=taken_rate, exits={"no": "left_alone"}),
    Do("take_back", take_back, exits={"begun": "begun"}, final=True),
    End("taken_back", offers=("rates", "staff_menu")),
    Ask("kind", ("network", "skill"), resets=("skill",)),
    Ask("skill", read=read_skill, show=show_skill, when=is_of_a_skill),
    Ask("from_on", read=read_start, picks="date", show=show_day, values=today, resets=("until_on",)),
    Ask("until_on", read=read_end, picks="date", show=show_day, skippable=True),
    Do("check", check, exits={"again": "from_on"}),
    Ask("baht", read=read_baht, show=show_baht),
    Ask("source", read=text_of(200)),
    ReadBack("right", of=("kind", "skill", "from_on", "until_on", "baht", "source"), values=after_it),
    Do("add", add, exits={"again": "from_on"}, final=True),
    End("added", values=added, offers=("rates", "staff_menu")),
    End("begun", offers=("rates", "staff_menu")),
    End("left_alone", offers=("rates", "staff_menu")),
    audience=Audience.ADMINS,
)
