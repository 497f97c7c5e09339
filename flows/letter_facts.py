"""What a work reference says, in a turn: from the ledger, the role and what the person chose; and how it is issued."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from domain.ledger import grouped
from domain.letters import Content, Work, new_code, on_paper, plain, quoted, work_of
from domain.work import OpenRole
from flows import showing
from flows.engine import Turn
from storage import closings, ledger, letters, projects, sign_ups, staff
from storage.ledger import Wanted
from texts import dates


@dataclass(frozen=True, slots=True)
class Wish:
    """What the letter is to say beside the work itself, as its owner was shown it."""

    person: str
    role: str
    name_th: str
    name_en: str
    praise: str


class Refusal(StrEnum):
    """Why no letter is issued; each has its words in the texts."""

    NO_KEYS = "no_keys"
    """Nothing can be signed."""
    NO_HOURS = "no_hours"
    """Nobody has verified any hours."""
    OWN = "own"
    """Nobody issues their own."""


# ---------------------------------------------------------------- what it is about


def work(turn: Turn, person: str, role: str) -> Work:
    """What somebody's entries for a role come to."""
    return work_of(ledger.lines(turn.tx, Wanted(person=person, role=role)))


def worth_asking(turn: Turn) -> list[OpenRole]:
    """The roles of the person that a letter could be about: with verified hours, or done."""
    lines = ledger.lines(turn.tx, Wanted(person=turn.person.id))
    by_role = grouped(lines, lambda line: line.role)
    worked = [role for role, entries in by_role.items() if role and work_of(entries).minutes]
    done = [each.role.id for each in sign_ups.roles_of(turn.tx, turn.person.id, "completed")]
    return [found for role in dict.fromkeys([*worked, *done]) if (found := projects.find_role(turn.tx, role))]


def praise(turn: Turn, role: OpenRole, person: str) -> str:
    """What the organisation says of somebody, as a letter quotes it."""
    return quoted(letters.praise_of(turn.tx, role.project.id, person))


def role_of(turn: Turn, role: str) -> OpenRole:
    """The role that a letter is about; roles are never removed."""
    found = projects.find_role(turn.tx, role)
    if found is None:
        raise LookupError("there is no such role")
    return found


def says(turn: Turn, wish: Wish) -> str:
    """What a letter would say now, line by line."""
    found, done = role_of(turn, wish.role), work(turn, wish.person, wish.role)
    return turn.words(
        "letter_facts.says",
        names=" / ".join(name for name in (wish.name_th, wish.name_en) if name),
        role=on_paper(found.role.title),
        project=on_paper(found.project.title),
        organisation=on_paper(found.project.organisation),
        period=period(turn, done),
        hours=dates.duration(turn.chat.language, done.minutes),
        skills=showing.skills(turn, done.skills or found.role.skills),
        praise=wish.praise or "none",
    )


def period(turn: Turn, done: Work) -> str:
    """From when until when the work was."""
    if done.began_on is None or done.ended_on is None:
        return turn.words("engine.nothing")
    return dates.days(turn.chat.language, done.began_on, done.ended_on)


def waiting(turn: Turn, done: Work) -> str:
    """How much nobody has verified; ``no`` if that is nothing."""
    return dates.duration(turn.chat.language, done.waiting) if done.waiting else "no"


def card(turn: Turn, letter: letters.Letter) -> dict[str, Any]:
    """What the words of an issued letter are filled with."""
    said = letter.content
    return {
        "names": " / ".join(name for name in (said["name"]["th"], said["name"]["en"]) if name),
        "role": said["role"],
        "project": said["project"],
        "hours": dates.duration(turn.chat.language, said["minutes"]),
        "issued": dates.day(turn.chat.language, dates.local(letter.issued_at, turn.network.timezone).date()),
        "code": letter.code,
        "state": letter.state,
    }


# ---------------------------------------------------------------- issuing


def issue(turn: Turn, wish: Wish, *, again: bool = False) -> letters.Letter | Refusal:
    """Sign and keep the letter, and close the entries that it counts; or why not."""
    if not turn.network.keys.can_sign:
        return Refusal.NO_KEYS
    if wish.person == turn.person.id:
        return Refusal.OWN
    version = letters.next_version(turn.tx, wish.person, wish.role)
    closings.hold(turn.tx, work(turn, wish.person, wish.role).entries)
    done = work(turn, wish.person, wish.role)
    content = content_of(turn, wish, done, version)
    if content is None:
        return Refusal.NO_HOURS
    said, by = plain(content), turn.person.id
    letter = letters.issue(turn.tx, wish.person, wish.role, said, turn.network.keys.sign(said), turn.now, by)
    closings.close(turn.tx, "letter", letter, done.entries, turn.now, by, done.began_on, done.ended_on)
    facts = {"letter": letter, "code": content.code, "version": version}
    about = f"{wish.role}:{wish.person}"
    staff.record(turn.tx, by, "letter_reissued" if again else "letter_issued", about, turn.now, facts)
    return kept(turn, letter)


def content_of(turn: Turn, wish: Wish, done: Work, version: int) -> Content | None:
    """Everything that the letter says; nothing if there are no verified hours to speak of."""
    if not done.minutes or done.began_on is None or done.ended_on is None:
        return None
    found = role_of(turn, wish.role)
    return Content(
        code=new_code(),
        version=version,
        name_th=wish.name_th,
        name_en=wish.name_en,
        role=on_paper(found.role.title),
        project=on_paper(found.project.title),
        organisation=on_paper(found.project.organisation),
        began_on=done.began_on,
        ended_on=done.ended_on,
        minutes=done.minutes,
        skills=done.skills or found.role.skills,
        praise=wish.praise,
        issuer=on_paper(turn.network.name),
        issued_on=turn.today,
    )


def kept(turn: Turn, letter: str) -> letters.Letter:
    """The letter that was just kept."""
    found = letters.find(turn.tx, letter)
    if found is None:
        raise LookupError("the letter is gone in the middle of a turn")
    return found
