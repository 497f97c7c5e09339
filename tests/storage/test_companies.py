"""Companies, their codes and their people."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from sqlalchemy import Engine, select, update

from storage import companies, people
from storage.schema import roles
from tests.storage import some


def test_every_code_has_a_digit_so_that_no_word_looks_like_one() -> None:
    codes = {companies.new_code() for _ in range(500)}
    assert len(codes) == 500
    assert all(re.fullmatch(r"team-(?=.*\d)[2-9a-z]{6}", code) for code in codes)


def test_a_company_is_found_by_its_code_its_name_and_its_id(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        made = companies.make(tx, "Siam Example", now)
        assert companies.by_code(tx, f" {made.code.upper()} ") == made
        assert companies.by_name(tx, "siam EXAMPLE ") == made
        assert companies.find(tx, made.id) == made
        assert companies.by_code(tx, "team-22222a") is None


def test_companies_are_listed_by_name(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        for name in ("B", "A", "C"):
            companies.make(tx, name, now)
        assert [each.name for each in companies.all_of_them(tx)] == ["A", "B", "C"]


def test_a_new_code_makes_the_old_one_useless(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        made = companies.make(tx, "A", now)
        code = companies.renew_code(tx, made.id)
        assert companies.by_code(tx, made.code) is None
        found = companies.by_code(tx, code)
        assert found is not None
        assert found.id == made.id


def test_a_new_name_is_the_employer_of_its_people_but_not_of_who_named_another(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        made = companies.make(tx, "Old", now)
        stayed, moved, other = (some.person(tx, name) for name in ("มะลิ", "ต้น", "นก"))
        people.learn(tx, stayed, company=made.id, employer="Old")
        people.learn(tx, moved, company=made.id, employer="Elsewhere")
        people.learn(tx, other, employer="Old")
        companies.rename(tx, made, "New")
        employers = [found.employer for each in (stayed, moved, other) if (found := people.find(tx, each))]
        assert employers == ["New", "Elsewhere", "Old"]
        assert companies.people_of(tx, made.id) == 2


def test_an_erased_company_leaves_its_people(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        made = companies.make(tx, "A", now)
        person = some.person(tx)
        people.learn(tx, person, company=made.id, employer="A")
        assert companies.erase(tx, made.id)
        found = people.find(tx, person)
        assert found is not None
        assert (found.company, found.employer) == (None, "A")
        assert not companies.erase(tx, made.id)


def test_a_company_that_seats_are_kept_for_is_not_erased_until_the_role_is_over(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        made = companies.make(tx, "A", now)
        role = some.role(tx, some.project(tx), seats=2)
        kept = {"reserved": 1, "reserved_for": made.id, "reserved_until": now + timedelta(days=1)}
        tx.execute(update(roles).where(roles.c.id == role).values(**kept))
        assert companies.keeps_seats(tx, made.id)
        assert not companies.erase(tx, made.id)
        tx.execute(update(roles).where(roles.c.id == role).values(state="closed"))
        assert companies.erase(tx, made.id)
        assert tx.execute(select(roles.c.reserved_for).where(roles.c.id == role)).scalar_one() is None


def test_a_pledge_is_of_one_year_and_another_takes_its_place(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        made = companies.make(tx, "A", now)
        for hours in (100, 250):
            companies.pledge(tx, made.id, 2026, hours, None, now)
        assert companies.pledged(tx, made.id, 2026) == 250
        assert companies.pledged(tx, made.id, 2027) is None


def test_a_company_knows_of_its_people_what_they_said_last(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        made = companies.make(tx, "A", now)
        first, second, stranger = (some.person(tx, name) for name in ("ก", "ข", "ค"))
        for person in (first, second):
            people.learn(tx, person, company=made.id, office="ลำปาง")
        for answer in ("name_and_hours", "total_only"):
            people.consent(tx, first, "employer", answer, now)
        people.consent(tx, stranger, "employer", "name_and_hours", now)
        found = {each.person: each.sees for each in companies.employees(tx, made.id)}
        assert found == {first: "total_only", second: "none"}
