"""Which chats show another menu than they should, on both databases."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, insert, select

from storage import people, rich_menus, staff
from storage.database import make_engine
from storage.rich_menus import Made
from storage.schema import chats, metadata


def chat(
    tx: Connection, now: datetime, name: str, language: str = "th", menu: str | None = None, **more: object
) -> str:
    """A chat that shows a menu; gives its person."""
    person = people.join(tx, now)
    row = {"name": name, "person": person, "language": language, "language_chosen": True, "reachable": True, "talk": {}}
    tx.execute(insert(chats).values(**(row | more), menu=menu))
    return person


def wrong(tx: Connection, channel: str = "line") -> dict[str | None, list[str]]:
    return rich_menus.wrongly_shown(tx, channel, 100)


def test_staff_see_theirs_in_their_language_others_the_volunteers(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        chat(tx, now, "line:Uthai")
        chat(tx, now, "line:Uenglish", "en")
        for name, language in (("line:Unok", "th"), ("line:Uben", "en")):
            staff.join(tx, chat(tx, now, name, language), now)
        assert wrong(tx) == {"staff-th": ["line:Unok"], "staff-en": ["line:Uben"], "volunteer-en": ["line:Uenglish"]}
        for menu, names in wrong(tx).items():
            rich_menus.note_shown(tx, names, menu)
        assert wrong(tx) == {}


def test_who_leaves_staff_or_changes_the_language_sees_another(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        left = chat(tx, now, "line:Uleft", menu="staff-th")
        staff.join(tx, left, now)
        staff.join(tx, chat(tx, now, "line:Uchanged", "en", menu="staff-th"), now)
        chat(tx, now, "line:Uback", "th", menu="volunteer-en")
        assert wrong(tx) == {"staff-en": ["line:Uchanged"], None: ["line:Uback"]}
        staff.leave(tx, left, now)
        assert wrong(tx) == {"staff-en": ["line:Uchanged"], None: ["line:Uback", "line:Uleft"]}


def test_who_is_new_or_has_come_back_is_set_right_and_who_is_away_waits(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        chat(tx, now, "line:Unew", menu=rich_menus.NOBODY_KNOWS)
        away = chat(tx, now, "line:Uaway", menu="staff-th", reachable=False)
        staff.join(tx, away, now)
        assert wrong(tx) == {None: ["line:Unew"]}
        tx.execute(chats.update().where(chats.c.name == "line:Uaway").values(reachable=True))
        rich_menus.forget_shown(tx, "line:Uaway")
        assert wrong(tx) == {None: ["line:Unew"], "staff-th": ["line:Uaway"]}


def test_on_telegram_only_staff_have_their_own(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        chat(tx, now, "telegram:1", "en", menu=rich_menus.NOBODY_KNOWS)
        chat(tx, now, "telegram:2", "en", menu="staff-en")
        staff.join(tx, chat(tx, now, "telegram:3", menu=rich_menus.NOBODY_KNOWS), now)
        assert wrong(tx, "telegram") == {"staff-th": ["telegram:3"], None: ["telegram:2"]}
        assert wrong(tx) == {}


def test_a_menu_that_was_made_anew_is_shown_again(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        rich_menus.note(tx, "volunteer-en", Made("richmenu-1", "a"), now)
        chat(tx, now, "line:Uenglish", "en", menu="volunteer-en")
        assert wrong(tx) == {}
        rich_menus.note(tx, "volunteer-en", Made("richmenu-2", "b"), now)
        assert rich_menus.made(tx) == {"volunteer-en": Made("richmenu-2", "b")}
        assert wrong(tx) == {"volunteer-en": ["line:Uenglish"]}


def test_a_new_chat_shows_nobody_knows_what(engine: Engine) -> None:
    from storage.chats import take

    with engine.begin() as tx:
        take(tx, ["line:Ufresh"])
        assert tx.execute(select(chats.c.menu)).scalar_one() == rich_menus.NOBODY_KNOWS


@pytest.mark.parametrize(
    ("question", "index"),
    [(rich_menus.others_shown_another, "ix_chats_menu"), (rich_menus.staff_shown_another, "ix_chats_person")],
)
def test_each_question_is_answered_from_an_index(sqlite_url: str, question: Any, index: str) -> None:
    engine = make_engine(sqlite_url)
    metadata.create_all(engine)
    query = question("line").compile(engine, compile_kwargs={"literal_binds": True})
    with engine.begin() as tx:
        plan = " ".join(row[-1] for row in tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}"))
    engine.dispose()
    assert f"chats USING INDEX {index}" in plan
