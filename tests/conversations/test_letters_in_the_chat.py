"""What a transcript does not show well: two who issue at once, what is closed, what is false, what came meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import Engine, select

from domain import events
from domain.events import Arrival
from domain.signing import Keys
from handlers.turns import take_turns
from storage import checks, closings, hours, inbox, letters, people
from storage.schema import audit, closed_hours, sign_ups
from storage.schema import closings as closings_table
from storage.schema import letters as table
from tests.conversations import seeds
from tests.phone import Desk, Phone

ASKED = ("work reference", "ask now", "มะลิ สุขใส", "Mali Suksai", "yes", "right")


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    """Mali has worked, and two of staff could issue her letter."""
    desk = Desk(engine, now)
    with engine.begin() as tx:
        seeds.demo(tx, now)
        seeds.somebody(tx, now, "telegram:1", "name=Mali language=en")
        seeds.somebody(tx, now, "telegram:2", "name=Fa language=en staff=yes")
        seeds.somebody(tx, now, "line:Utong", "name=Tong language=en staff=coordinator")
        seeds.sign_up(tx, now, "telegram:1", "active", "นักออกแบบกราฟิก")
        seeds.worked(tx, now)
    return desk


@pytest.fixture
def mali(desk: Desk) -> Phone:
    return desk.phone("telegram:1")


@pytest.fixture
def fa(desk: Desk) -> Phone:
    return desk.phone("telegram:2")


def ask(mali: Phone) -> None:
    for words in ASKED:
        mali.say(words)


def all_letters(engine: Engine) -> list[Any]:
    with engine.begin() as tx:
        return list(tx.execute(select(table).order_by(table.c.version)).all())


def test_two_who_issue_at_once_issue_one_letter(engine: Engine, desk: Desk, mali: Phone, fa: Phone) -> None:
    ask(mali)
    fa.say("letters")
    tap = {"value": fa.button("Issue").value, "picked": None}
    with engine.begin() as tx:
        both = [Arrival(f"tap:{chat}", chat, events.BUTTON_PRESSED, desk.now, facts=tap) for chat in CHATS_OF_STAFF]
        inbox.keep(tx, both, desk.now)
    workers = [Thread(target=work, args=(engine, desk)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    desk.settle()
    assert [(row.version, row.state) for row in all_letters(engine)] == [(1, "valid")]
    said = [desk.phone(chat).last.body for chat in CHATS_OF_STAFF]
    assert sorted(words.split()[0] for words in said) == ["Issued", "Somebody"]


CHATS_OF_STAFF = ("telegram:2", "line:Utong")


def work(engine: Engine, desk: Desk) -> None:
    with engine.begin() as tx:
        take_turns(tx, desk.network, desk.now, 1)


def test_issuing_closes_what_the_letter_counts_and_nothing_else(engine: Engine, mali: Phone, fa: Phone) -> None:
    ask(mali)
    fa.say("letters")
    fa.tap("Issue")
    [letter] = all_letters(engine)
    with engine.begin() as tx:
        closing = tx.execute(select(closings_table)).one()
        assert (closing.kind, closing.about) == ("letter", letter.id)
        closed = closings.entries_of(tx, closing.id)
        minutes = {each.id: each.minutes for each in hours.standing(tx, letter.person)}
        assert sorted(minutes[each] for each in closed) == [150, 480]
        checker = people.join(tx, mali.desk.now)
        refusals = {checks.say(tx, each, checks.Check.REJECTED, checker, "staff", mali.desk.now) for each in closed}
        assert refusals == {checks.Refusal.CLOSED}


def test_a_new_letter_counts_anew_and_closes_all_that_it_counts(engine: Engine, mali: Phone, fa: Phone) -> None:
    ask(mali)
    fa.say("letters")
    fa.tap("Issue")
    with engine.begin() as tx:
        seeds.all_verified(tx, mali.desk.now)
        seeds.less_verified(tx, mali.desk.now)
    fa.say(all_letters(engine)[0].code)
    fa.tap("Issue anew")
    fa.tap("Issue anew")
    first, second = all_letters(engine)
    assert [(each.state, each.content["minutes"]) for each in (first, second)] == [("replaced", 630), ("valid", 660)]
    with engine.begin() as tx:
        assert len(set(tx.execute(select(closed_hours.c.entry)).scalars())) == 4
        acts = tx.execute(select(audit.c.act).where(audit.c.act.like("letter%")).order_by(audit.c.number)).scalars()
        assert list(acts) == ["letter_issued", "letter_reissued"]


def test_of_a_letter_that_is_false_no_new_one_is_made(engine: Engine, mali: Phone, fa: Phone) -> None:
    ask(mali)
    fa.say("letters")
    fa.tap("Issue")
    [letter] = all_letters(engine)
    with engine.begin() as tx:
        tx.execute(table.update().values(content={**letter.content, "name": {"th": "คนอื่น", "en": ""}}))
    fa.say(letter.code)
    assert "no longer matches its signature" in fa.tap("Issue anew")[-1].body
    assert len(all_letters(engine)) == 1


def test_without_a_key_nothing_is_issued_and_the_request_stays(
    engine: Engine, desk: Desk, mali: Phone, fa: Phone
) -> None:
    ask(mali)
    fa.say("letters")
    desk.network = replace(desk.network, keys=Keys())
    assert "LETTER_KEYS" in fa.tap("Issue")[-1].body
    assert all_letters(engine) == []
    with engine.begin() as tx:
        assert len(letters.requests(tx)) == 1


def test_without_verified_hours_one_can_ask_but_nobody_can_issue(engine: Engine, desk: Desk, fa: Phone) -> None:
    with engine.begin() as tx:
        seeds.somebody(tx, desk.now, "telegram:5", "name=Kai language=en")
        seeds.sign_up(tx, desk.now, "telegram:5", "completed", "คนเขียนคอนเทนต์")
    kai = desk.phone("telegram:5")
    for words in ("work reference", "skip", "Kai Jai", "right"):
        kai.say(words)
    [card, _] = fa.say("letters")
    assert "Verified hours: 0 h" in card.body
    assert [choice.label for choice in card.choices] == ["Not now"]
    issue = card.choices[0].value.replace(":refuse:", ":issue:")
    assert "no hours are verified" in fa.new(events.BUTTON_PRESSED, value=issue, picked=None)[-1].body
    with engine.begin() as tx:
        assert len(letters.requests(tx)) == 1
    assert all_letters(engine) == []


def test_nobody_issues_their_own_not_even_by_an_odd_button(engine: Engine, desk: Desk, fa: Phone) -> None:
    with engine.begin() as tx:
        seeds.sign_up(tx, desk.now, "telegram:2", "completed", "คนเขียนคอนเทนต์")
    for words in ("work reference", "skip", "Fa Jaidee", "right"):
        fa.say(words)
    [card, _] = fa.say("letters")
    assert "somebody else of staff" in card.body
    issue = card.choices[0].value.replace(":refuse:", ":issue:")
    assert "somebody else of staff" in fa.new(events.BUTTON_PRESSED, value=issue, picked=None)[-1].body
    assert all_letters(engine) == []


def test_a_letter_that_was_revoked_meanwhile_is_not_handed_over(engine: Engine, desk: Desk, mali: Phone) -> None:
    ask(mali)
    desk.phone("telegram:2").say("letters")
    desk.phone("telegram:2").tap("Issue")
    [letter] = all_letters(engine)
    with engine.begin() as tx:
        letters.revoke(tx, letter.id, "wrong name", desk.now)
    assert mali.new(events.LETTER_ISSUED, letter=letter.id) == []
    assert "wrong name" in mali.new(events.LETTER_REVOKED, letter=letter.id)[-1].body


def test_nobody_touches_the_letters_of_another(engine: Engine, desk: Desk, mali: Phone, fa: Phone) -> None:
    ask(mali)
    fa.say("letters")
    fa.tap("Issue")
    [letter] = all_letters(engine)
    with engine.begin() as tx:
        seeds.somebody(tx, desk.now, "telegram:6", "name=Kai language=en")
    kai = desk.phone("telegram:6")
    for verb in ("send", "end"):
        pressed = kai.new(events.BUTTON_PRESSED, value=f"go:my_letters:{verb}:{letter.id}", picked=None)
        assert "cannot find" in pressed[-1].body
    assert kai.new(events.LETTER_ISSUED, letter=letter.id) == []
    assert all_letters(engine)[0].state == "valid"


def test_without_an_address_of_our_own_the_person_hears_the_code(desk: Desk, mali: Phone, fa: Phone) -> None:
    desk.network = replace(desk.network, public_url="")
    ask(mali)
    fa.say("letters")
    fa.tap("Issue")
    assert "cannot send files" in mali.last.body
    assert mali.last.file == ""


def test_many_codes_are_read_as_nothing_else(engine: Engine, mali: Phone, fa: Phone) -> None:
    ask(mali)
    fa.say("letters")
    fa.tap("Issue")
    for code in ("3H2M-4HRS-8A2B-5C6D", "2222-2222-2222-2222", "5MAY-2H22-9AM3-PMAM"):
        with engine.begin() as tx:
            tx.execute(table.update().values(code=code))
        assert fa.say(code.lower())[0].title == "นักออกแบบกราฟิก"


def test_who_has_two_roles_is_asked_about_which(engine: Engine, desk: Desk, mali: Phone) -> None:
    with engine.begin() as tx:
        seeds.sign_up(tx, desk.now, "telegram:1", "completed", "คนเขียนคอนเทนต์")
        assert len(tx.execute(select(sign_ups)).all()) == 2
    assert [choice.label for choice in mali.say("work reference")[-1].choices] == ["นักออกแบบกราฟิก", "คนเขียนคอนเทนต์"]
    assert "Your full name in Thai" in mali.tap("คนเขียนคอนเทนต์")[-1].body
