"""Nobody hears too often or at a bad hour, and what was planned is looked at again before it is said."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine, select, update

from storage import (
    announcements,
    people,
    projects,
    seats,
    sign_ups,
)
from storage.schema import inbox
from storage.schema import people as people_rows
from storage.schema import projects as project_rows
from tests.conversations.telling import (
    FITTING,
    desk_of_waves,
    draft,
    join,
    later,
    named,
    of,
    publish,
    spend,
    sweep,
)
from tests.phone import Desk


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    """A desk where waves are of two people."""
    return desk_of_waves(engine, now)


def test_nobody_hears_of_more_than_two_roles_in_a_week(desk: Desk) -> None:
    mali = join(desk, "line:mali", f"name=มะลิ {FITTING}")
    for _ in range(3):
        draft(desk)
        publish(desk)
    assert len(mali.messages) == 2
    desk.now += timedelta(days=7, minutes=1)
    fa = desk.phone("telegram:1")
    with desk.engine.begin() as tx:
        third = next(each.id for each in projects.published(tx) if not announced(tx, each.id))
    desk.happen(fa.name, "button_pressed", value=f"go:publish_project:{third}")
    fa.tap("แจ้งอีก 1 คน")
    assert len(mali.messages) == 3


def announced(tx: Connection, project: str) -> int:
    return sum(announcements.count_announced(tx, role.id) for role in projects.roles_of(tx, project))


def test_a_wave_in_somebodys_quiet_hours_reaches_them_when_they_are_over(desk: Desk) -> None:
    draft(desk)
    mali = join(desk, "line:mali", f"name=มะลิ {FITTING} quiet_from=22:00 quiet_until=11:00")
    publish(desk)
    sweep(desk)
    assert mali.messages == []
    later(desk, timedelta(hours=1))
    assert "งานใหม่: นักออกแบบ" in mali.last.title


@pytest.mark.parametrize("change", ["closed", "full", "answered", "withdrawn", "erased"])
def test_what_was_planned_is_looked_at_again_before_it_is_said(desk: Desk, change: str) -> None:
    role = draft(desk, seats=1)
    mali = join(desk, "line:mali", f"name=m {FITTING} quiet_from=22:00 quiet_until=11:00")
    other = join(desk, "line:o", f"name=o {FITTING} quiet_from=22:00 quiet_until=11:00")
    publish(desk)
    with desk.engine.begin() as tx:
        own = named(tx, "m")
        if change == "closed":
            tx.execute(update(project_rows).values(state="closed"))
        elif change == "full":
            seats.ask(tx, role, of(tx, other), None, desk.now)
        elif change == "answered":
            sign_ups.decline(tx, role, own, "not_now", desk.now)
        elif change == "withdrawn":
            people.consent(tx, own, "role_news", "no", desk.now)
        else:
            people.erase(tx, own, desk.now)
    later(desk, timedelta(hours=2))
    assert mali.messages == []
    with desk.engine.begin() as tx:
        assert announcements.find(tx, role, own) is None


def test_who_begins_to_rest_before_the_news_is_said_hears_it_afterwards(desk: Desk) -> None:
    role, mali = draft(desk), join(desk, "line:mali", f"name=มะลิ {FITTING} quiet_from=09:00 quiet_until=10:30")
    publish(desk)
    with desk.engine.begin() as tx:
        tx.execute(update(people_rows).values(quiet_until="12:30"))
    later(desk, timedelta(minutes=40))
    assert mali.messages == []
    later(desk, timedelta(hours=2))
    assert "งานใหม่" in mali.last.title
    with desk.engine.begin() as tx:
        assert announcements.count_announced(tx, role) == 1


def test_a_digest_is_one_letter_with_the_roles_of_a_week(desk: Desk) -> None:
    mali = join(desk, "line:mali", f"name=มะลิ {FITTING} news=weekly")
    for _ in range(3):
        draft(desk)
        publish(desk)
        later(desk, timedelta(hours=1))
    assert mali.messages == []
    later(desk, timedelta(days=7) - timedelta(hours=3))
    assert [message.title for message in mali.messages] == ["", *["งานใหม่: นักออกแบบ"] * 3]
    assert mali.messages[0].body == "สัปดาห์นี้มี 3 งานที่เหมาะกับคุณ"
    with desk.engine.begin() as tx:
        assert tx.execute(select(inbox.c.id).where(inbox.c.kind == "news_due")).all() != []
        assert len(tx.execute(select(inbox.c.id).where(inbox.c.kind == "news_due")).all()) == 1


def test_planned_news_that_the_month_no_longer_allows_waits_in_the_tray(desk: Desk) -> None:
    draft(desk)
    mali = join(desk, "line:mali", f"name=มะลิ {FITTING} news=weekly")
    publish(desk)
    spend(desk, 0)
    later(desk, timedelta(days=7))
    assert mali.messages == []
    mali.say("เมนู")
    assert "มีข่าว 1 เรื่องรอคุณอยู่" in mali.last.body
