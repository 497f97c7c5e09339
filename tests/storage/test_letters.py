"""Letters on real databases: asked for, issued, replaced, revoked, ended and forgotten."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, insert, select

from domain.letters import Content, new_code, plain
from domain.signing import new_key, read_keys
from storage import letters, people
from storage.schema import letter_requests, praises
from storage.schema import letters as table
from tests.storage import some
from tests.storage.some import NOW

KEYS = read_keys(new_key()[0])
LATER = NOW + timedelta(days=1)
NAMES = ("มะลิ สุขใส", "Mali Suksai")


def role_and_person(tx: Connection) -> tuple[str, str]:
    return some.role(tx, some.project(tx)), some.person(tx)


def said(version: int = 1, **changes: Any) -> dict[str, Any]:
    names = {"name_th": NAMES[0], "name_en": NAMES[1]}
    what = {"role": "นักออกแบบ", "project": "เพจใหม่", "organisation": "บ้านอุ่นใจ", "minutes": 630, "praise": ""}
    when = {"began_on": date(2026, 9, 21), "ended_on": date(2026, 11, 9), "issued_on": date(2026, 11, 23)}
    more: dict[str, Any] = {"code": new_code(), "version": version, "skills": ("design.logo",), "issuer": "HandUp"}
    return plain(Content(**{**names, **what, **when, **more, **changes}))


def issue(tx: Connection, role: str, person: str, **changes: Any) -> letters.Letter:
    content = said(letters.next_version(tx, person, role), **changes)
    kept = letters.find(tx, letters.issue(tx, person, role, content, KEYS.sign(content), NOW, None))
    assert kept is not None
    return kept


def test_what_was_signed_is_kept_as_it_was_signed(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = role_and_person(tx)
        letter = issue(tx, role, person, praise="เก่ง “มาก” ๑๒")
    with engine.begin() as tx:
        found = letters.by_code(tx, letter.code)
        assert found is not None
        assert found.is_genuine(KEYS)
        assert (found.state, found.version, found.content["praise"]) == ("valid", 1, "เก่ง “มาก” ๑๒")
        assert not found.is_genuine(read_keys(new_key()[0]))


@pytest.mark.parametrize("change", [{"minutes": 631}, {"praise": " "}, {"code": new_code()}, {"more": 1}])
def test_one_change_of_what_is_kept_shows(engine: Engine, change: dict[str, Any]) -> None:
    with engine.begin() as tx:
        letter = issue(tx, *role_and_person(tx))
        tx.execute(table.update().values(content={**letter.content, **change}))
        found = letters.find(tx, letter.id)
        assert found is not None
        assert not found.is_genuine(KEYS)


def test_what_another_letter_says_under_its_own_signature_is_false(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = role_and_person(tx)
        first, second = issue(tx, role, person), issue(tx, some.role(tx, some.project(tx)), some.person(tx))
        copied = {"content": dict(second.content), "signature": second.signature, "key": second.key}
        tx.execute(table.update().where(table.c.id == first.id).values(**copied))
        found = letters.find(tx, first.id)
        assert found is not None
        assert not found.is_genuine(KEYS)


def test_a_newer_letter_replaces_the_older_of_the_same_role_only(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = role_and_person(tx)
        first, other = issue(tx, role, person), issue(tx, some.role(tx, some.project(tx)), person)
        second = issue(tx, role, person)
        assert second.version == 2
        states = {each.id: each.state for each in letters.of_person(tx, person)}
        assert states == {first.id: "replaced", second.id: "valid", other.id: "valid"}
        assert letters.valid_of(tx, person, role) == second
        assert not letters.revoke(tx, first.id, "x", NOW)


def test_what_a_request_wished_for_is_forgotten_once_it_is_answered(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = role_and_person(tx)
        first = letters.ask(tx, person, role, NAMES, "เก่งมาก", NOW)
        assert letters.names_before(tx, person) == NAMES
        second = letters.ask(tx, person, role, NAMES, "", LATER)
        assert [each.id for each in letters.requests(tx)] == [second]
        assert letters.settle(tx, second, "refused", LATER, "ยังไม่ครบ")
        assert not letters.settle(tx, second, "issued", LATER)
        rows = tx.execute(select(letter_requests).order_by(letter_requests.c.asked_at)).mappings().all()
        assert [(row["id"], row["state"], row["name_th"], row["praise"]) for row in rows] == [
            (first, "taken", "", ""),
            (second, "refused", "", ""),
        ]
        assert letters.names_before(tx, person) == ("", "")


def test_the_names_of_the_last_letter_are_known_again(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = role_and_person(tx)
        issue(tx, role, person, name_en="")
        assert letters.names_before(tx, person) == (NAMES[0], "")


def test_an_ended_letter_and_those_before_it_say_nothing_more(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = role_and_person(tx)
        issue(tx, role, person)
        last, other = issue(tx, role, person), issue(tx, some.role(tx, some.project(tx)), person)
        assert letters.end(tx, last, LATER)
        assert not letters.end(tx, last, LATER)
        kept = {each.id: (each.state, bool(each.content)) for each in letters.of_person(tx, person)}
        assert kept.pop(other.id) == ("valid", True)
        assert set(kept.values()) == {("revoked", False)}


def test_who_is_erased_leaves_codes_that_say_revoked(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = role_and_person(tx)
        letters.ask(tx, person, role, NAMES, "", NOW)
        codes = [issue(tx, role, person).code, issue(tx, role, person).code]
        people.erase(tx, person, LATER)
        for code in codes:
            found = letters.by_code(tx, code)
            assert found is not None
            assert (found.state, found.content, found.person) == ("revoked", {}, None)
        assert letters.requests(tx) == []
        assert letters.keys_in_use(tx) == set()


def test_the_organisations_words_are_those_of_the_project(engine: Engine) -> None:
    with engine.begin() as tx:
        project, person = some.project(tx), some.person(tx)
        tx.execute(insert(praises).values(project=project, person=person, words="เก่งมาก", at=NOW))
        assert letters.praise_of(tx, project, person) == "เก่งมาก"
        assert letters.praise_of(tx, some.project(tx), person) == ""


def test_valid_letters_are_listed_page_by_page_the_newest_first(engine: Engine) -> None:
    with engine.begin() as tx:
        made = [issue(tx, some.role(tx, some.project(tx)), some.person(tx)).id for _ in range(3)]
        pages = [each.id for skipped in (0, 2) for each in letters.valid(tx, 2, skipped)]
        assert sorted(pages) == sorted(made)
        assert letters.keys_in_use(tx) == {KEYS.keys[0].id}
