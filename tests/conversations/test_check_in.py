"""However a code is typed it checks in, and a number that answers something else stays an answer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from storage import attendance
from storage.schema import chats, sessions
from tests.conversations import seeds
from tests.conversations.test_refusals import NOW
from tests.phone import Desk, Phone
from texts import all_texts


def at_the_training(engine: Engine) -> tuple[Phone, str, str]:
    """Mali's phone when the training begins, the session and its code."""
    desk = Desk(engine, NOW)
    with engine.begin() as tx:
        seeds.demo(tx, NOW)
        seeds.training(tx, NOW)
        seeds.somebody(tx, NOW, "line:Umali", "name=มะลิ")
        seeds.sign_up(tx, NOW, "line:Umali", "accepted", "นักออกแบบกราฟิก")
        found = tx.execute(select(sessions.c.id, sessions.c.code).where(sessions.c.kind == "training")).one()
    desk.now = NOW + timedelta(hours=2)
    return desk.phone("line:Umali"), found.id, found.code


@pytest.mark.parametrize(
    "line",
    [
        "{code}",
        "{halves}",
        "เช็คอิน {code}",
        "เช็คอิน{code}",
        "เช็กอิน {halves}",
        "check in {code}",
        "Check-In {code}",
        "CHECKIN {code}",
        "in-{code}",
        "/start in-{code}",
        "ลงชื่อเข้าร่วม {code}",
    ],
)
def test_a_code_checks_in_however_it_is_typed(engine: Engine, line: str) -> None:
    phone, session, code = at_the_training(engine)
    phone.say(line.format(code=code, halves=f"{code[:3]} {code[3:]}"))
    with engine.begin() as tx:
        assert attendance.count(tx, session) == 1
    assert phone.last.choices[0].value == f"go:leave_early:{session}"


def test_thai_digits_are_digits(engine: Engine) -> None:
    phone, session, code = at_the_training(engine)
    phone.say("เช็คอิน " + code.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")))
    with engine.begin() as tx:
        assert attendance.count(tx, session) == 1


@pytest.mark.parametrize("line", ["0812345678", "1234567", "12345", "{code}1", "2569"])
def test_any_other_number_is_no_code(engine: Engine, line: str) -> None:
    phone, session, code = at_the_training(engine)
    said = phone.say(line.format(code=code))
    assert all_texts().say("th", "engine.lost") in said[0].body
    with engine.begin() as tx:
        assert attendance.count(tx, session) == 0


def test_six_digits_answer_the_question_that_waits_unless_they_are_a_code(engine: Engine) -> None:
    phone, session, code = at_the_training(engine)
    phone.say("คุยกับเจ้าหน้าที่")
    other = "100001" if code != "100001" else "100002"
    phone.say(other)
    with engine.begin() as tx:
        assert attendance.count(tx, session) == 0
    assert all_texts().say("th", "check_in.wrong") not in [message.body for message in phone.messages]
    phone.say("คุยกับเจ้าหน้าที่")
    phone.say(code)
    with engine.begin() as tx:
        assert attendance.count(tx, session) == 1


def test_the_moment_that_counts_is_when_it_was_sent(engine: Engine) -> None:
    phone, session, code = at_the_training(engine)
    sent = phone.desk.now
    phone.say(f"เช็คอิน {code}")
    with engine.begin() as tx:
        person = tx.execute(select(chats.c.person).where(chats.c.name == phone.name)).scalar_one()
        seen = attendance.of(tx, session, person)
    assert seen is not None
    assert seen.arrived_at == sent
