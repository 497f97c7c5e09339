"""People: what they told us, their consents as they stand, their private links, and being forgotten for good."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, insert, select

from domain.events import MESSAGE_RECEIVED, Arrival
from domain.messages import Message
from domain.people import NOTICE_VERSION
from storage import chats, inbox, outbox, people
from storage.outbox import Draft
from storage.schema import help_requests, metadata, private_links
from storage.schema import inbox as inbox_rows

HOUR = timedelta(hours=1)
SECRET = "ความลับ"


def test_a_newcomer_has_told_nothing(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        found = people.find(tx, people.join(tx, now))
    assert found is not None
    assert (found.joined_at, found.name, found.causes, found.slots, found.welcomed) == (
        now,
        None,
        (),
        frozenset(),
        False,
    )


def test_nobody_is_found_under_a_wrong_id(engine: Engine) -> None:
    with engine.begin() as tx:
        assert people.find(tx, "nobody") is None


def test_what_somebody_says_of_themselves_is_kept(engine: Engine, now: datetime) -> None:
    facts: dict[str, Any] = {
        "name": "มะลิ ใจดี", "sector": "private", "employer": "บริษัทสมมติ", "province": "BKK", "days_per_month": 2.5,
        "starts_on": date(2026, 12, 1), "causes": ("health", "education"), "slots": frozenset({"sat:morning"}),
        "answered": frozenset({"name", "sector"}), "adult": True, "noticed_at": now,
    }  # fmt: skip
    with engine.begin() as tx:
        person = people.join(tx, now)
        people.learn(tx, person, **facts)
        found = people.find(tx, person)
    assert found is not None
    assert {name: getattr(found, name) for name in facts} == facts | {"causes": ("education", "health")}
    assert found.welcomed


@pytest.mark.parametrize(("adult", "noticed"), [(True, False), (False, True), (None, True)])
def test_only_who_is_of_age_and_saw_the_notice_is_welcomed(
    engine: Engine, now: datetime, adult: bool | None, noticed: bool
) -> None:
    with engine.begin() as tx:
        person = people.join(tx, now)
        people.learn(tx, person, adult=adult, noticed_at=now if noticed else None)
        found = people.find(tx, person)
    assert found is not None
    assert not found.welcomed


def test_skills_are_replaced_as_a_whole(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        person, other = people.join(tx, now), people.join(tx, now)
        people.set_skills(tx, other, {"tech.web": None})
        people.set_skills(tx, person, {"design.logo": "able", "mkt.content": None})
        assert people.skills_of(tx, person) == {"design.logo": "able", "mkt.content": None}
        people.set_skills(tx, person, {"tech.web": "teaching"})
        assert people.skills_of(tx, person) == {"tech.web": "teaching"}
        people.set_skills(tx, person, {})
        assert (people.skills_of(tx, person), people.skills_of(tx, other)) == ({}, {"tech.web": None})


def test_the_last_answer_counts_and_every_answer_stays_on_record(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        person = people.join(tx, now)
        for answer, purpose in (("yes", "role_news"), ("no", "employer"), ("no", "role_news")):
            people.consent(tx, person, purpose, answer, now)
        assert people.consents_of(tx, person) == {"role_news": "no", "employer": "no"}
        held = people.everything_about(tx, person)["consents"]
        assert [(row["purpose"], row["answer"]) for row in held if row["purpose"] == "role_news"] == [
            ("role_news", "yes"),
            ("role_news", "no"),
        ]
        assert {row["notice_version"] for row in held} == {NOTICE_VERSION}


def test_a_private_link_is_good_for_its_person_its_purpose_and_its_time_only(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        person = people.join(tx, now)
        token = people.share_link(tx, person, "my_data", now + HOUR)
        assert people.behind_link(tx, token, "my_data", now) == person
        assert people.behind_link(tx, token, "something_else", now) is None
        assert people.behind_link(tx, token, "my_data", now + HOUR) is None
        assert people.behind_link(tx, token[:-1], "my_data", now) is None
        assert people.behind_link(tx, "", "my_data", now) is None


def test_of_a_private_link_only_a_hash_is_kept(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        token = people.share_link(tx, people.join(tx, now), "my_data", now + HOUR)
        kept = tx.execute(select(private_links.c.token_hash)).scalar_one()
    assert kept == hashlib.sha256(token.encode()).hexdigest()
    assert len(token) >= 32


def somebody(tx: Connection, now: datetime, chat: str) -> str:
    """Somebody who told us a secret in every way there is."""
    person = people.join(tx, now)
    people.learn(tx, person, name=SECRET, employer=SECRET)
    people.set_skills(tx, person, {"design.logo": None})
    people.consent(tx, person, "role_news", "yes", now)
    people.share_link(tx, person, "my_data", now + HOUR)
    taken = chats.take(tx, [chat])[chat]
    taken.person, taken.talk = person, {"answers": SECRET}
    chats.save(tx, [taken])
    told = Arrival(chat, chat, MESSAGE_RECEIVED, now, facts={"text": SECRET})
    inbox.keep(tx, [told], now)
    inbox.mark_done(tx, [event.id for event in inbox.waiting(tx, [chat])])
    outbox.write(tx, [Draft(chat, (Message(SECRET),))], now)
    asked = {"id": chat[-12:], "chat": chat, "words": SECRET, "asked_at": now}
    tx.execute(insert(help_requests).values(**asked))
    return person


def everything(tx: Connection) -> str:
    """The whole database as text."""
    return "\n".join(str(list(tx.execute(select(table)))) for table in metadata.sorted_tables)


def test_who_is_erased_leaves_no_trace_and_others_lose_nothing(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        person = somebody(tx, now, "line:U00000000001")
        people.erase(tx, person, now)
        left = everything(tx)
        assert SECRET not in left
        assert "U00000000001" not in left.replace("'line:line:U00000000001'", "")
        assert people.find(tx, person) is None
        people.erase(tx, person, now)
        other = somebody(tx, now, "line:U00000000002")
        people.erase(tx, somebody(tx, now, "line:U00000000003"), now)
        assert set(people.everything_about(tx, other)) >= {"people", "person_skills", "consents", "chats", "inbox"}
        assert SECRET in everything(tx)


def test_an_erased_persons_repeated_message_is_not_answered_again(engine: Engine, now: datetime) -> None:
    chat = "line:U00000000001"
    with engine.begin() as tx:
        people.erase(tx, somebody(tx, now, chat), now)
        inbox.keep(tx, [Arrival(chat, chat, MESSAGE_RECEIVED, now, facts={"text": SECRET})], now)
        assert inbox.chats_waiting(tx, now, 10) == []
        assert tx.execute(select(inbox_rows.c.facts)).scalar_one() == {}


def test_what_somebody_gets_to_see_is_theirs_alone(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        person = somebody(tx, now, "line:U00000000001")
        stranger = somebody(tx, now, "line:U00000000002")
        held = people.everything_about(tx, person)
    assert stranger not in str(held)
    assert "U00000000002" not in str(held)
    assert "private_links" not in held, "a copy that is passed on must not open the door again"
    assert SECRET in str(held["inbox"])
    assert SECRET in str(held["help_requests"])
