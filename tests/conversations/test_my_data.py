"""The copy of one's data, and consents taken back."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from flows import FLOWS
from flows.engine import Network
from storage import people
from tests.conversations import seeds
from tests.phone import Desk, Phone
from texts import all_texts

CHAT = "line:Umali"


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    return Desk(engine, now)


@pytest.fixture
def person(engine: Engine, desk: Desk) -> str:
    with engine.begin() as tx:
        return seeds.somebody(tx, desk.now, CHAT, "name=มะลิ province=BKK skills=design.graphic:able")


@pytest.fixture
def mali(desk: Desk, person: str) -> Phone:
    return desk.phone(CHAT)


def token(phone: Phone) -> str:
    """The token of the link that was said last."""
    [link] = [choice for message in phone.messages for choice in message.choices if choice.kind == "link"][-1:]
    return link.value.rpartition("/")[2]


def test_the_link_opens_the_copy_for_an_hour(engine: Engine, desk: Desk, person: str, mali: Phone) -> None:
    mali.say("ขอสำเนาข้อมูล")
    with engine.begin() as tx:
        assert people.behind_link(tx, token(mali), "my_data", desk.now) == person
        assert people.behind_link(tx, token(mali), "my_data", desk.now + timedelta(hours=1)) is None
        assert people.behind_link(tx, token(mali), "something_else", desk.now) is None


def test_the_token_is_nowhere_kept_but_in_the_message(engine: Engine, mali: Phone) -> None:
    from tests.conversations.test_forgetting import rows_naming

    mali.say("ขอสำเนาข้อมูล")
    assert {table for table, _ in rows_naming(engine, token(mali))} == {"outbox"}


def test_the_copy_holds_what_was_asked_of_staff(engine: Engine, person: str, mali: Phone) -> None:
    mali.say("คุยกับเจ้าหน้าที่")
    mali.say("มีงานวันอาทิตย์ไหมคะ")
    with engine.begin() as tx:
        held = people.everything_about(tx, person)
    assert held["help_requests"][0]["words"] == "มีงานวันอาทิตย์ไหมคะ"
    assert {"text": "มีงานวันอาทิตย์ไหมคะ"} in [row["facts"] for row in held["inbox"]]
    assert held["person_skills"] == [{"person": person, "skill": "design.graphic", "level": "able"}]


def test_without_an_address_the_copy_is_written_into_the_chat(desk: Desk, person: str, mali: Phone) -> None:
    desk.network = Network(FLOWS, all_texts())
    said = mali.say("ขอสำเนาข้อมูล")
    copy = json.loads("".join(message.body for message in said[:-1]))
    assert copy["people"][0]["name"] == "มะลิ"
    assert said[-1].body.startswith("นี่คือข้อมูลทั้งหมดของคุณ")


def test_each_consent_can_be_given_and_taken_back(engine: Engine, desk: Desk, person: str, mali: Phone) -> None:
    for purpose, answer, kept in (
        ("แจ้งงานใหม่ในแชต", "ไม่ได้", {"role_news": "no"}),
        ("แจ้งงานใหม่ในแชต", "ได้", {"role_news": "yes"}),
        ("ส่งโปรไฟล์ให้องค์กร", "ไม่ได้", {"share_profile": "no"}),
        ("ให้ที่ทำงานดูชั่วโมง", "ชื่อและชั่วโมง", {"employer": "name_and_hours"}),
        ("ให้ที่ทำงานดูชั่วโมง", "ไม่ให้", {"employer": "none"}),
        ("ใช้ภาพและเรื่อง", "ถามก่อนทุกครั้ง", {"stories": "ask_first"}),
    ):
        mali.say("ถอนความยินยอม")
        mali.tap(purpose)
        mali.tap(answer)
        with engine.begin() as tx:
            assert kept.items() <= people.consents_of(tx, person).items()
        assert mali.last.body.startswith(f"บันทึกแล้ว “{purpose}”: {answer}")


def test_a_button_from_elsewhere_leads_straight_to_a_wish(mali: Phone) -> None:
    from domain import events

    said = mali.new(events.BUTTON_PRESSED, value="go:my_data:erase")
    assert "กู้คืนไม่ได้" in said[0].body
    said = mali.new(events.BUTTON_PRESSED, value="go:my_data:nonsense")
    assert said[0].body.startswith("ข้อมูลของคุณที่เรามี")
