"""Companies that send their people: add one, give out its code and links, call it otherwise, or change its code."""

from __future__ import annotations

from typing import Any, Final

from flows import links
from flows.engine import Ask, Audience, Do, End, Flow, Go, Option, Read, Say, Turn, Unclear, Understood
from storage import companies, staff
from storage.companies import Company

LONGEST: Final = 120


def look(turn: Turn) -> str | None:
    """Whether there are companies to choose from."""
    return "named" if "about" in turn.answers else None if companies.all_of_them(turn.tx) else "none"


def listed(turn: Turn) -> dict[str, str]:
    """Every company with how many came by its code, a line each."""
    return {"companies": "\n".join(line(turn, each) for each in companies.all_of_them(turn.tx))}


def line(turn: Turn, company: Company) -> str:
    """One company in a line."""
    count = companies.people_of(turn.tx, company.id)
    return turn.words("companies.line", company=company.name, count=count)


def which(turn: Turn) -> list[Option]:
    """Add one, or choose one."""
    found = [Option(each.id, each.name) for each in companies.all_of_them(turn.tx)]
    return [Option("add", turn.words("companies.add")), *found]


def check(turn: Turn) -> str | None:
    """Whether the company is there still."""
    return None if companies.find(turn.tx, str(turn.answers["about"])) else "gone"


def company(turn: Turn) -> Company:
    """The company that was chosen or made."""
    found = companies.find(turn.tx, str(turn.answers["about"]))
    if found is None:
        raise LookupError("the company is gone in the middle of a turn")
    return found


def facts(turn: Turn) -> dict[str, Any]:
    """What the company is called, its code, and how many came by it."""
    found = company(turn)
    count = companies.people_of(turn.tx, found.id)
    door = links.door_of_code(found.code)
    ways = {"ways": links.ways_in(turn, door), "pictures": links.which_pictures(turn, door)}
    return {"company": found.name, "code": found.code, "count": count, **ways}


def show_pictures(turn: Turn) -> None:
    """Show the QR pictures of the company's links."""
    links.show_pictures(turn, links.door_of_code(company(turn).code))


def acts(turn: Turn) -> list[Option]:
    """What can be done about a company; only admins may erase one."""
    names = ("report", "links", "rename", "renew", *(["erase"] if turn.is_admin else []), "nothing")
    return [Option(each, turn.words(f"companies.act-{each}")) for each in names]


def read_name(text: str, _turn: Turn) -> Read:
    """A company's name on one line."""
    name = " ".join(text.split())
    if len(name) > LONGEST:
        return Unclear("too_long", values={"most": LONGEST})
    return Understood(name) if any(letter.isalpha() for letter in name) else Unclear()


def make(turn: Turn) -> str | None:
    """Write the company down with a code; one of that name is shown instead of written twice."""
    known = companies.by_name(turn.tx, turn.answers["name"])
    turn.answers["about"] = (known or companies.make(turn.tx, turn.answers["name"], turn.now)).id
    if known:
        return "known"
    staff.record(turn.tx, turn.person.id, "company_added", turn.answers["about"], turn.now)
    return None


def rename(turn: Turn) -> str | None:
    """Call the company otherwise, unless another one is called so."""
    if check(turn):
        return "gone"
    known = companies.by_name(turn.tx, turn.answers["new_name"])
    if known and known.id != turn.answers["about"]:
        return "taken"
    companies.rename(turn.tx, company(turn), turn.answers["new_name"])
    staff.record(turn.tx, turn.person.id, "company_renamed", turn.answers["about"], turn.now)
    return None


def renew(turn: Turn) -> str | None:
    """Give the company another code."""
    if check(turn):
        return "gone"
    companies.renew_code(turn.tx, turn.answers["about"])
    staff.record(turn.tx, turn.person.id, "company_code_renewed", turn.answers["about"], turn.now)
    return None


COMPANIES: Final = Flow(
    "companies",
    Do("look", look, exits={"none": "name", "named": "check"}),
    Ask("about", which, values=listed, exits={"add": "name"}),
    Do("check", check, exits={"gone": "gone"}),
    Ask(
        "act",
        acts,
        values=facts,
        exits={"report": "report", "rename": "new_name", "renew": "sure", "erase": "erase", "nothing": "left_alone"},
    ),
    Do("check_again", check, exits={"gone": "gone"}),
    Say("forward", values=facts),
    Say("invitation", values=facts),
    Do("pictures", show_pictures),
    End("done", quiet=True),
    Ask("name", read=read_name),
    Do("make", make, exits={"known": "known"}, final=True),
    Say("made", values=facts, then="invitation"),
    Say("known", values=facts, then="act"),
    Ask("new_name", read=read_name, values=facts),
    Do("rename", rename, exits={"gone": "gone", "taken": "taken"}, final=True),
    End("renamed", values=facts, offers=("companies", "staff_menu")),
    Ask("sure", ("yes", "no"), values=facts, exits={"no": "left_alone"}),
    Do("renew", renew, exits={"gone": "gone"}, final=True),
    Say("renewed", values=facts, then="invitation"),
    Go("report", "company_report", answers=lambda turn: {"about": turn.answers["about"]}),
    Go("erase", "erase_company", answers=lambda turn: {"about": turn.answers["about"]}),
    End("left_alone", offers=("companies", "staff_menu")),
    End("taken", offers=("companies", "staff_menu")),
    End("gone", offers=("companies", "staff_menu")),
    audience=Audience.STAFF,
)
