"""Rich menus: what we made at LINE, and which one each chat shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    case,
    exists,
    literal_column,
    null,
    or_,
    select,
    update,
)

from storage.prepared import Prepared
from storage.schema import chats, rich_menus, rooms, staff
from storage.writing import insert_into

NOBODY_KNOWS: Final = "?"
"""What a chat shows that is new to us or has come back: whatever it is, it is set right."""


@dataclass(frozen=True, slots=True)
class Made:
    """A menu as it was made at LINE."""

    menu: str
    """LINE's id."""
    print: str
    """Tells whether it would be made the same today."""


def made(tx: Connection) -> dict[str, Made]:
    """Which menus did we make, by their names?"""
    rows = tx.execute(select(rich_menus.c.name, rich_menus.c.menu, rich_menus.c.print))
    return {row[0]: Made(row[1], row[2]) for row in rows}


def note(tx: Connection, name: str, made_now: Made, now: datetime) -> None:
    """Write down that this menu was made (anew): whoever should see it is to be shown it again."""
    values = {"menu": made_now.menu, "print": made_now.print, "at": now}
    statement = insert_into(tx, rich_menus).values(name=name, **values)
    tx.execute(statement.on_conflict_do_update(index_elements=["name"], set_=values))
    tx.execute(update(chats).where(chats.c.menu == name).values(menu=NOBODY_KNOWS))


def wrongly_shown(tx: Connection, channel: str, limit: int) -> dict[str | None, list[str]]:
    """Which reachable chats of a channel do not show the menu that they should, by that menu (none: everybody's)?

    They are looked for often: neither query walks through all chats.
    """
    wanted: dict[str | None, list[str]] = defaultdict(list)
    for query in (staff_shown_another(channel), others_shown_another(channel)):
        for row in tx.execute(query.limit(limit)):
            wanted[row[1]].append(row[0])
    return {menu: sorted(names) for menu, names in wanted.items()}


MEMBER = exists().where(staff.c.person == chats.c.person, staff.c.left_at.is_(None))
STAFFS = literal_column("'staff-'").concat(chats.c.language)


def staff_shown_another(channel: str) -> Select[Any]:
    """The query of staff's chats that show something else than staff's menu in their language."""
    members = select(staff.c.person).where(staff.c.left_at.is_(None))
    another = or_(chats.c.menu.is_(None), chats.c.menu != STAFFS)
    return select(chats.c.name, STAFFS).where(chats.c.person.in_(members), on(channel), another)


def others_shown_another(channel: str) -> Select[Any]:
    """The query of everybody else's chats that show something else than they should.

    Thai is everybody's menu on LINE, and on Telegram (which goes by the phone's language) there is no other.
    """
    english = chats.c.language == literal_column("'en'")
    if channel != "line":
        theirs: ColumnElement[Any] = null()
        another = and_(chats.c.menu.is_not(None), chats.c.menu != NOBODY_KNOWS)
    else:
        theirs = case((english, "volunteer-en"), else_=null())
        wanted = or_(chats.c.menu.is_not(None), english)  # as the index has it
        another = and_(wanted, or_(~english, chats.c.menu.is_(None), chats.c.menu != "volunteer-en"))
    return select(chats.c.name, theirs).where(another, on(channel), ~MEMBER)


def on(channel: str) -> ColumnElement[bool]:
    """Only reachable chats of this channel, and no groups: these have no menus."""
    is_room = exists().where(rooms.c.chat == chats.c.name)
    return and_(chats.c.name.startswith(f"{channel}:"), chats.c.reachable, ~is_room)


def note_shown(tx: Connection, names: Sequence[str], menu: str | None) -> None:
    """Write down which menu these chats show now."""
    if names:
        tx.execute(update(chats).where(chats.c.name.in_(names)).values(menu=menu))


def forget_shown(tx: Connection, chat: str) -> None:
    """Note that nobody knows what this chat shows: whoever comes back may have lost their menu."""
    FORGET_SHOWN.once(tx, {"chat": chat})


THIS_CHAT = chats.c.name == bindparam("chat")
FORGET_SHOWN = Prepared(lambda _: update(chats).where(THIS_CHAT, chats.c.menu.is_not(None)).values(menu=NOBODY_KNOWS))
