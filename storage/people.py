"""People: what they told us about themselves, their consents, and how to forget them."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from domain.people import CAUSES, NOTICE_VERSION, SLOTS, Person, bits_of
from storage import answers, fetches, inbox, ledger, letters
from storage import chats as chat_rows
from storage import erasures as erasures_rows
from storage import outbox as outbox_rows
from storage.columns import new_id
from storage.schema import (
    chats,
    consents,
    erasures,
    help_requests,
    hour_checks,
    hours,
    people,
    person_skills,
    person_wishes,
    private_links,
    staff,
)
from storage.writing import insert_into

LISTS = ("causes", "slots", "answered", "learns", "conflicts")
FACTS = tuple(people.c[each.name] for each in fields(Person))


def join(tx: Connection, now: datetime) -> str:
    """Write down a new person; gives their id."""
    person = new_id()
    tx.execute(insert(people).values(id=person, joined_at=now, causes=[], slots=[], answered=[]))
    return person


def find(tx: Connection, person: str) -> Person | None:
    """Who is this?"""
    row = tx.execute(select(*FACTS).where(people.c.id == person)).mappings().one_or_none()
    return person_of(row) if row else None


def person_of(row: Mapping[Any, Any]) -> Person:
    """The facts in a row of people."""
    facts = dict(row)
    facts["causes"] = tuple(facts["causes"])
    facts["slots"] = frozenset(facts["slots"])
    facts["answered"] = frozenset(facts["answered"])
    facts["learns"] = tuple(facts["learns"])
    facts["conflicts"] = tuple(facts["conflicts"])
    facts["away"] = stretches(facts["away"])
    return Person(**facts)


def stretches(away: Iterable[Sequence[str]]) -> tuple[tuple[date, date], ...]:
    """Days away as they are kept, as first and last days."""
    return tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in away)


def learn(tx: Connection, person: str, **facts: Any) -> None:
    """Write down what the person said of themselves (columns of people)."""
    plain = {name: sorted(value) if name in LISTS else value for name, value in facts.items()}
    if "away" in facts:
        plain["away"] = [[first.isoformat(), last.isoformat()] for first, last in facts["away"]]
    if "slots" in facts:
        plain["slot_bits"] = bits_of(facts["slots"], SLOTS)
    if "causes" in facts:
        plain["cause_bits"] = bits_of(facts["causes"], CAUSES)
    tx.execute(update(people).where(people.c.id == person).values(**plain))
    if "learns" in facts:
        set_wishes(tx, person, facts["learns"])


def set_wishes(tx: Connection, person: str, skills: Iterable[str]) -> None:
    """Replace what the person would like to learn, where matching looks for it."""
    tx.execute(delete(person_wishes).where(person_wishes.c.person == person))
    rows = [{"person": person, "skill": skill} for skill in sorted(set(skills))]
    if rows:
        tx.execute(insert(person_wishes), rows)


def skills_of(tx: Connection, person: str) -> dict[str, str | None]:
    """Which skills does this person offer, and at which level, by skill id?"""
    query = select(person_skills.c.skill, person_skills.c.level).where(person_skills.c.person == person)
    return {row.skill: row.level for row in tx.execute(query.order_by(person_skills.c.skill))}


def set_skills(tx: Connection, person: str, skills: Mapping[str, str | None]) -> None:
    """Replace the person's skills."""
    tx.execute(delete(person_skills).where(person_skills.c.person == person))
    if skills:
        rows = [{"person": person, "skill": skill, "level": level} for skill, level in skills.items()]
        tx.execute(insert(person_skills), rows)


def consent(tx: Connection, person: str, purpose: str, answer: str, now: datetime) -> None:
    """Note a consent given, limited or withdrawn; earlier answers stay on record."""
    tx.execute(
        insert(consents).values(person=person, purpose=purpose, answer=answer, notice_version=NOTICE_VERSION, at=now)
    )
    if purpose == "role_news":
        tx.execute(update(people).where(people.c.id == person).values(hears_of_roles=answer == "yes"))


def consents_of(tx: Connection, person: str) -> dict[str, str]:
    """What did this person last answer for each purpose?"""
    query = select(consents.c.purpose, consents.c.answer).where(consents.c.person == person)
    return {row.purpose: row.answer for row in tx.execute(query.order_by(consents.c.number))}


def share_link(tx: Connection, person: str, purpose: str, expires_at: datetime, about: str | None = None) -> str:
    """Make a private link's token (``about`` a session, say); only its hash is kept."""
    token = secrets.token_urlsafe(24)
    facts = {"person": person, "purpose": purpose, "expires_at": expires_at, "about": about}
    tx.execute(insert(private_links).values(token_hash=hash_of(token), **facts))
    return token


def hash_of(token: str) -> str:
    """The form in which a token is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


def behind_link(tx: Connection, token: str, purpose: str, now: datetime) -> str | None:
    """Whose link is this, if it is still good for this purpose?"""
    found = link_of(tx, token, now)
    return found.person if found and found.purpose == purpose else None


@dataclass(frozen=True, slots=True)
class Link:
    """What is behind a private link."""

    person: str
    purpose: str
    about: str | None


def link_of(tx: Connection, token: str, now: datetime) -> Link | None:
    """What is behind this private link, if it is still good?"""
    query = select(private_links.c.person, private_links.c.purpose, private_links.c.about)
    row = tx.execute(
        query.where(private_links.c.token_hash == hash_of(token), private_links.c.expires_at > now)
    ).one_or_none()
    return Link(*row) if row else None


def revoke_links(tx: Connection, person: str, purpose: str, but: int = 0) -> int:
    """Let the person's links for this purpose lead nowhere any more, ``but`` so many of the newest; gives how many."""
    mine = (private_links.c.person == person) & (private_links.c.purpose == purpose)
    newest = select(private_links.c.token_hash).where(mine).order_by(private_links.c.expires_at.desc()).limit(but)
    kept = tx.execute(newest).scalars().all() if but else []
    return tx.execute(delete(private_links).where(mine, private_links.c.token_hash.not_in(kept))).rowcount


def everything_about(tx: Connection, person: str) -> dict[str, list[dict[str, Any]]]:
    """What do we hold about this person, table by table?"""
    from storage.schema import metadata  # noqa: PLC0415 (the tables that mention a person are found, not listed)

    names = select(chats.c.name).where(chats.c.person == person)
    held: dict[str, list[dict[str, Any]]] = {}
    for table in metadata.sorted_tables:
        column = table.c.get("person") if table.name != "people" else table.c.id
        if table.name == "inbox":
            held["inbox"] = inbox.of_chats(tx, tx.execute(names).scalars().all())
            continue
        if table.name == "help_requests":
            query = select(table).where(table.c.chat.in_(names))
        elif table is hour_checks:
            query = select(table).join(hours, hours.c.id == table.c.entry).where(hours.c.person == person)
        elif column is not None and table.name != "private_links":
            query = select(table).where(column == person)
        else:
            continue
        held[table.name] = [dict(row) for row in tx.execute(query).mappings()]
    return {name: rows for name, rows in held.items() if rows}


def erase(tx: Connection, person: str, now: datetime, event: int | None = None) -> None:
    """Forget this person: what is left are sums of hours without a name, and that an erasure took place.

    ``event`` is the one being answered, in which they ask for it.
    """
    for name in tx.execute(select(chats.c.name).where(chats.c.person == person)).scalars().all():
        forget_chat(tx, name, now, event)
    answers.give_up(tx, person, now, everything=True)
    ledger.note_who_came(tx, hours.c.person == person)
    letters.forget(tx, person, now)
    theirs = hour_checks.c.entry.in_(select(hours.c.id).where(hours.c.person == person))
    tx.execute(update(hour_checks).where(or_(theirs, hour_checks.c.by == person)).values(words=""))
    tx.execute(update(hours).where(hours.c.person == person).values(note=""))
    for table in (private_links, staff, consents, person_skills, person_wishes):
        tx.execute(delete(table).where(table.c.person == person))
    tx.execute(delete(people).where(people.c.id == person))
    tx.execute(insert_into(tx, erasures).values(person=person, at=now).on_conflict_do_nothing())


def forget_chat(tx: Connection, name: str, now: datetime, event: int | None = None) -> None:
    """Forget a chat and all that was written in it; ``event`` is the one being answered, the others that wait stay."""
    for request in tx.execute(select(help_requests.c.id).where(help_requests.c.chat == name)).scalars().all():
        outbox_rows.forget_button(tx, f"answer_person:{request}")
    outbox_rows.forget(tx, name)
    fetches.forget(tx, name)
    tx.execute(delete(help_requests).where(help_requests.c.chat == name))
    inbox.forget(tx, name, event)
    chat_rows.forget(tx, name)
    erasures_rows.note_chat(tx, name, now)


LINK_LIFE = timedelta(hours=1)
