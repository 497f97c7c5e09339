"""Staff, their codes, and the network in four numbers."""

from datetime import datetime, timedelta
from threading import Barrier, Thread

from sqlalchemy import Engine, select

from domain.duties import ADMIN, COORDINATOR
from storage import people, projects, seats, staff
from storage.schema import audit, staff_invites
from tests.storage import some


def test_a_code_works_once(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        code = staff.invite(tx, now)
        assert staff.use_invite(tx, code, now)
        assert not staff.use_invite(tx, code, now)


def test_a_code_works_for_one_of_two_who_type_it_at_once(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        code = staff.invite(tx, now)
    together = Barrier(2)
    used: list[bool] = []

    def use() -> None:
        together.wait()
        with engine.begin() as tx:
            used.append(staff.use_invite(tx, code, now) is not None)

    threads = [Thread(target=use) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(used) == [False, True]


def test_a_code_expires(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        code = staff.invite(tx, now)
        assert not staff.use_invite(tx, code, now + staff.INVITE_LIFE)
        assert staff.use_invite(tx, code, now + staff.INVITE_LIFE - timedelta(seconds=1))


def test_only_the_hash_of_a_code_is_kept(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        code = staff.invite(tx, now)
        assert code not in str(tx.execute(select(staff_invites)).all())


def test_who_left_is_staff_no_more_and_may_return(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        person = people.join(tx, now)
        assert not staff.is_staff(tx, person)
        staff.join(tx, person, now, COORDINATOR)
        assert staff.is_staff(tx, person)
        assert staff.count(tx) == 1
        staff.leave(tx, person, now)
        assert not staff.is_staff(tx, person)
        assert staff.count(tx) == 0
        staff.join(tx, person, now)
        assert staff.is_staff(tx, person)


def test_counts_refused_codes_of_one_chat_since_a_moment(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        for minutes in (0, 30, 59):
            staff.note_refused_code(tx, "line:Ufa", now + timedelta(minutes=minutes))
        staff.note_refused_code(tx, "line:Uton", now)
        assert staff.refused_codes(tx, "line:Ufa", now - timedelta(hours=1)) == 3
        assert staff.refused_codes(tx, "line:Ufa", now + timedelta(minutes=10)) == 2
        assert staff.refused_codes(tx, "line:Unok", now - timedelta(hours=1)) == 0


def test_a_refused_code_does_not_name_the_chat(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        staff.note_refused_code(tx, "line:Ufa", now)
        assert "Ufa" not in str(tx.execute(select(audit)).all())


def test_the_network_at_a_glance(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        volunteer, newcomer = people.join(tx, now), people.join(tx, now)
        people.learn(tx, volunteer, noticed_at=now, adult=True)
        staff.join(tx, newcomer, now)
        role = {"skills": [], "hours_per_week": 2.0, "place": "online", "province": None, "slots": []}
        open_project = projects.draft(tx, "o", "open", "a", None, now)
        full = projects.add_role(tx, open_project, title="full", seats=1, **role)
        projects.add_role(tx, open_project, title="free", seats=3, **role)
        projects.publish(tx, open_project, now)
        draft = projects.draft(tx, "o", "draft", "a", None, now)
        projects.add_role(tx, draft, title="hidden", seats=9, **role)
        seats.ask(tx, full, volunteer, None, now)
        assert staff.at_a_glance(tx) == staff.Glance(volunteers=1, projects=1, roles=1, seats_left=3)


def test_a_code_makes_the_duty_that_it_was_made_for(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        code = staff.invite(tx, now, COORDINATOR, "fa")
        assert staff.find_invite(tx, code, now) == staff.Invite(COORDINATOR, "fa")
        assert staff.use_invite(tx, code, now) == staff.Invite(COORDINATOR, "fa")
        assert staff.find_invite(tx, code, now) is None


def test_without_a_duty_a_code_makes_an_admin_only_while_there_is_none(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        first = staff.find_invite(tx, staff.invite(tx, now), now)
        staff.join(tx, some.person(tx), now, ADMIN)
        second = staff.find_invite(tx, staff.invite(tx, now), now)
        assert [each and each.duty for each in (first, second)] == [ADMIN, COORDINATOR]


def test_members_are_listed_with_their_duty_the_longest_serving_first(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        fa, tong, gone = (some.person(tx, name) for name in ("ฟ้า", "ต้อง", "นก"))
        staff.join(tx, tong, now, COORDINATOR)
        staff.join(tx, fa, now - timedelta(days=1), ADMIN)
        staff.join(tx, gone, now, COORDINATOR)
        staff.leave(tx, gone, now)
        assert [(each.name, each.duty) for each in staff.members(tx)] == [("ฟ้า", ADMIN), ("ต้อง", COORDINATOR)]


def test_the_last_admin_stays_admin(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        fa, tong = some.person(tx, "ฟ้า"), some.person(tx, "ต้อง")
        staff.join(tx, fa, now, ADMIN)
        staff.join(tx, tong, now, COORDINATOR)
        assert not staff.leave(tx, fa, now)
        assert not staff.give_duty(tx, fa, COORDINATOR)
        assert staff.give_duty(tx, tong, ADMIN)
        assert staff.leave(tx, fa, now)
        assert staff.duty_of(tx, fa) is None
        assert not staff.leave(tx, tong, now)


def test_two_admins_who_leave_at_once_do_not_both_leave(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        admins = [some.person(tx, name) for name in ("ฟ้า", "ต้อง")]
        for each in admins:
            staff.join(tx, each, now, ADMIN)
    together = Barrier(2)
    left: list[bool] = []

    def leave(person: str) -> None:
        together.wait()
        with engine.begin() as tx:
            left.append(staff.leave(tx, person, now))

    threads = [Thread(target=leave, args=(each,)) for each in admins]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(left) == [False, True]
    with engine.begin() as tx:
        assert staff.count_admins(tx) == 1
