"""Whoever may vouch for hours looks at those that wait: verifies, asks, or rejects; singly or many at once."""

from __future__ import annotations

from typing import Any, Final

from domain.ledger import Line
from domain.vouching import Voice
from flows import vouched, vouching_acts
from flows.engine import Ask, Audience, Do, End, Flow, Option, Say, Turn
from flows.vouching_reading import PAGE, VERBS, read_act, read_words
from storage import ledger, vouching
from storage.ledger import Wanted

WAITING, SETTLED = "waiting", "settled"
EVERYTHING: Final = "all"

# ---------------------------------------------------------------- the list


def look(turn: Turn) -> str | None:
    """Whether the person may vouch for anything, and something waits (or was settled and can be taken back)."""
    if not turn.known or not voice(turn).counts:
        return "not_yours"
    turn.answers.update(which=WAITING, page=0)
    return None if renew(turn) else "settled" if found(turn, SETTLED) else "nothing"


def voice(turn: Turn) -> Voice:
    """What the person may vouch for."""
    return vouching.voice_of(turn.tx, turn.person.id)


def found(turn: Turn, which: str) -> list[Line]:
    """The entries of a list, of one project if a button named it; those of one person together."""
    query = vouching.waiting if which == WAITING else vouching.settled
    project = turn.answers.get("about")
    return vouched.together(query(turn.tx, voice(turn), str(project) if project else None))


def renew(turn: Turn) -> list[Line]:
    """Look anew, and remember the order and how each stood, so that numbers hold."""
    lines = found(turn, turn.answers["which"])
    turn.answers["listed"] = [[each.entry, each.check.value] for each in lines]
    return lines


def page(turn: Turn) -> list[Line]:
    """The entries of the page that is shown, as they stand now."""
    start = turn.answers["page"] * PAGE
    wanted = [entry for entry, _ in turn.answers["listed"][start : start + PAGE]]
    lines = {each.entry: each for each in ledger.lines(turn.tx, Wanted(entries=wanted))}
    return [lines[each] for each in wanted if each in lines]


def summary(turn: Turn) -> dict[str, Any]:
    """The page in words, and what waits in all: looked at anew whenever it is shown, so that the numbers are those."""
    lines = renew(turn)
    turn.answers["page"] = min(turn.answers["page"], max(0, len(lines) - 1) // PAGE)
    first = turn.answers["page"] * PAGE
    return {
        "which": turn.answers["which"],
        "waiting": "yes" if found(turn, WAITING) else "no",
        "entries": "".join(f"\n\n{each}" for each in vouched.listed(turn, lines[first : first + PAGE], first + 1)),
        "count": len(lines),
        "total": vouched.total(turn, lines),
    }


def entries(turn: Turn, wanted: list[str]) -> list[Line]:
    """Entries as they stand, in the order of their days."""
    return ledger.lines(turn.tx, Wanted(entries=wanted))


# ---------------------------------------------------------------- what to do


def acts(turn: Turn) -> list[Option]:
    """All at once, one of them, more of them, those on the other list, nothing more."""
    shown, first, waits = page(turn), turn.answers["page"] * PAGE + 1, turn.answers["which"] == WAITING
    other = SETTLED if waits else WAITING
    more = len(turn.answers["listed"]) >= first + PAGE
    ways = {"more": more, other: bool(found(turn, other)), "done": True}
    return [
        *([option(turn, EVERYTHING, len(shown))] if waits and len(shown) > 1 else []),
        *(single(turn, number, each) for number, each in enumerate(shown, first)),
        *(option(turn, name, len(shown)) for name, there in ways.items() if there),
    ]


def single(turn: Turn, number: int, line: Line) -> Option:
    """One entry as a button; its number means it, wherever it stands among the buttons."""
    label = f"{number}. {vouched.amount(turn, line.minutes)} {vouched.names(turn, [line])}"
    return Option(str(number), label, (str(number),))


def option(turn: Turn, name: str, count: int) -> Option:
    """One of the ways, with the other words for it, in either language."""
    both = turn.network.texts.both(f"verify_hours.act-{name}.also").values()
    return Option(name, turn.words(f"verify_hours.act-{name}", count=count), tuple(",".join(both).split(",")))


def is_single(turn: Turn) -> bool:
    """Whether one entry was chosen, and not yet what to do with it."""
    return isinstance(turn.answers["act"], str) and turn.answers["act"] != EVERYTHING


def wanted(turn: Turn) -> tuple[str, list[list[str]]]:
    """What is to be done with which entries, each with how it stood when it was shown."""
    act, listed = turn.answers["act"], turn.answers["listed"]
    start = turn.answers["page"] * PAGE
    if act == EVERYTHING:
        return "verify", listed[start : start + PAGE]
    if isinstance(act, str):
        return turn.answers["one"], [listed[int(act) - 1]]
    return act["verb"], [listed[number - 1] for number in act["numbers"]]


def one(turn: Turn) -> dict[str, str]:
    """The entry that was chosen."""
    line = entries(turn, [turn.answers["listed"][int(turn.answers["act"]) - 1][0]])
    words = [f"{vouched.names(turn, line)}\n{vouched.in_words(turn, each)}{vouched.said(turn, each)}" for each in line]
    return {"entry": "".join(words) or turn.words("vouched.gone")}


def known_words(turn: Turn) -> str:
    """What was typed with the numbers."""
    act = turn.answers["act"]
    return str(act["words"]) if isinstance(act, dict) else ""


def needs_words(turn: Turn) -> bool:
    """Whether a question or a reason is missing."""
    return wanted(turn)[0] != "verify" and not known_words(turn)


def words_said(turn: Turn) -> str:
    """The question or the reason."""
    return known_words(turn) or str(turn.answers.get("say") or "")


def before(turn: Turn) -> dict[str, Any]:
    """What is going to be said of whose entries, and what these come to."""
    verb, chosen = wanted(turn)
    lines = entries(turn, [entry for entry, _ in chosen])
    facts = {"names": vouched.names(turn, lines), "total": vouched.total(turn, lines), "words": words_said(turn)}
    return {"verb": verb, "count": len(chosen), **facts}


# ---------------------------------------------------------------- done


def apply(turn: Turn) -> None:
    """Say it of each, as far as it can be said, and remember what came of it."""
    verb, chosen = wanted(turn)
    turn.answers["result"] = vouching_acts.apply(turn, voice(turn), VERBS[verb], chosen, words_said(turn))


def result(turn: Turn) -> dict[str, str]:
    """What came of it."""
    return {"result": turn.answers["result"]}


def forget(turn: Turn) -> None:
    """Forget what was chosen."""
    for name in ("act", "one", "say", "sure", "result"):
        turn.answers.pop(name, None)


def go_on(turn: Turn) -> str | None:
    """Look anew what waits; whether anything does."""
    forget(turn)
    turn.answers["page"] = 0
    return None if renew(turn) else "all_done"


def next_page(turn: Turn) -> None:
    """Turn the page."""
    forget(turn)
    turn.answers["page"] += 1


def turn_over(turn: Turn) -> str | None:
    """Show the other list: what waits, or (as well if nothing waits) what is settled."""
    turn.answers["which"] = turn.answers.get("act", SETTLED)
    return go_on(turn)


VERIFY_HOURS: Final = Flow(
    "verify_hours",
    Do("look", look, exits={"not_yours": "not_yours", "nothing": "nothing", "settled": "over"}),
    Ask(
        "act",
        acts,
        read=read_act,
        values=summary,
        resets=("one", "say", "sure"),
        exits={"done": "done", "more": "page", "settled": "over", "waiting": "over"},
    ),
    Ask("one", tuple(VERBS), values=one, when=is_single),
    Ask("say", read=read_words, values=before, when=needs_words),
    Ask("sure", ("yes", "no"), values=before, exits={"no": "go_on"}),
    Do("apply", apply, final=True),
    Say("result", values=result),
    Do("go_on", go_on, exits={"all_done": "all_done"}, then="act"),
    Do("page", next_page, then="act"),
    Do("over", turn_over, exits={"all_done": "all_done"}, then="act"),
    End("done", offers=("verify_hours", "menu")),
    End("all_done", offers=("menu",)),
    End("nothing", offers=("menu",)),
    End("not_yours", offers=("talk_to_person", "menu")),
    audience=Audience.ANYONE,
)
