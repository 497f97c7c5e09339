"""Rich menus from the drawing to the phone: made once, shown to whom they are for, and changed without a gap."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select
from telegram import BotCommandScopeChat

from bot.channels.line_asking import TooOften
from bot.menus import DEFAULT, OURS, rich_menus
from bot.menus.linking import Linking
from bot.menus.syncing import Syncing
from simulator.faults import Fault
from simulator.phone import Phone
from storage import chats as chat_rows
from storage import people, staff
from storage.schema import chats
from tests.journeys.world import World, chat_of, until
from texts import all_texts


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look often at what is shown."""
    monkeypatch.setattr("bot.menus.linking.SECONDS", 0.05)


def syncing(here: World) -> Syncing:
    return Syncing(here.bot.channels, here.bot.database, all_texts(), here.clock)


async def sync(here: World) -> list[str]:
    """Run it once; gives what it told."""
    return [words async for words in syncing(here).run()]


def at_line(here: World) -> dict[str, Any]:
    """The menus that LINE has, by our names for them."""
    return {menu.body["name"].split()[1]: menu for menu in here.simulator.line.menus.menus.values()}


def shown_to(here: World, phone: Phone) -> str | None:
    """The name of the menu that a phone shows."""
    names = {f"/desk/rich-menus/{menu.id}": name for name, menu in at_line(here).items()}
    return names.get(phone.menu.image) if phone.menu else None


def make_staff(here: World, phone: Phone) -> str:
    """Make somebody staff beside a colleague, as the flow does; gives the person."""
    with here.engine.begin() as tx:
        staff.join(tx, people.join(tx, here.clock.now()), here.clock.now())
        person = people.join(tx, here.clock.now())
        tx.execute(chats.update().where(chats.c.name == chat_of(phone)).values(person=person))
        staff.join(tx, person, here.clock.now())
    return person


def speak(here: World, phone: Phone, language: str) -> None:
    with here.engine.begin() as tx:
        tx.execute(chats.update().where(chats.c.name == chat_of(phone)).values(language=language))


async def test_the_menus_are_made_once_and_begin_their_flows(here: World) -> None:
    phone = await here.phone("line")
    assert (await sync(here))[-1].endswith("were shown their menu.")
    assert set(at_line(here)) == {menu.name for menu in rich_menus(all_texts())}
    assert shown_to(here, phone) == DEFAULT
    before = dict(here.simulator.line.menus.menus)
    assert all(words.endswith(("as it should be.", "were shown their menu.")) for words in await sync(here))
    assert here.simulator.line.menus.menus == before
    await phone.tap("คุยกับเจ้าหน้าที่")
    assert phone.last("person").text == "คุยกับเจ้าหน้าที่"  # type: ignore[union-attr]
    await phone.next()


async def test_who_becomes_or_leaves_staff_or_changes_the_language_sees_it_soon(anywhere: World) -> None:
    phone = await anywhere.phone("line")
    await sync(anywhere)
    person = make_staff(anywhere, phone)
    await until(lambda: shown_to(anywhere, phone) == "staff-th")
    speak(anywhere, phone, "en")
    await until(lambda: shown_to(anywhere, phone) == "staff-en")
    with anywhere.engine.begin() as tx:
        staff.leave(tx, person, anywhere.clock.now())
    await until(lambda: shown_to(anywhere, phone) == "volunteer-en")
    speak(anywhere, phone, "th")
    await until(lambda: shown_to(anywhere, phone) == DEFAULT)


async def test_staff_who_blocked_us_and_came_back_have_their_menu_again(here: World) -> None:
    phone = await here.phone("line")
    await sync(here)
    make_staff(here, phone)
    await until(lambda: shown_to(here, phone) == "staff-th")
    await phone.block()
    here.simulator.line.menus.linked.clear()
    await phone.unblock()
    await until(lambda: shown_to(here, phone) == "staff-th")


async def test_a_menu_that_is_drawn_anew_replaces_the_old_one_for_everybody(
    here: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = await here.phone("line")
    await sync(here)
    make_staff(here, phone)
    await until(lambda: shown_to(here, phone) == "staff-th")
    old = at_line(here)
    theirs = here.simulator.line.menus.create({**old[DEFAULT].body, "name": "made by somebody else"})
    monkeypatch.setattr("bot.menus.COLUMNS", 2)
    monkeypatch.setattr("bot.menus.ROWS", 3)
    told = await sync(here)
    assert "4 outdated menus removed." in told
    assert theirs.id in here.simulator.line.menus.menus
    assert len(here.simulator.line.menus.menus) == 5
    assert at_line(here)["staff-th"].id != old["staff-th"].id
    await until(lambda: shown_to(here, phone) == "staff-th")
    assert here.simulator.line.menus.default == at_line(here)[DEFAULT].id


async def test_a_rehearsal_changes_nothing(here: World) -> None:
    told = [words async for words in syncing(here).rehearse()]
    assert sum("would be made" in words for words in told) == 4
    assert at_line(here) == {}


async def test_a_run_that_line_stops_is_taken_up_by_the_next(here: World) -> None:
    here.simulator.faults.add(Fault("too_many", count=1, endpoint="/content"))
    with pytest.raises(TooOften):
        await sync(here)
    assert len(here.simulator.line.menus.menus) == 1
    told = await sync(here)
    assert "1 outdated menus removed." in told
    assert len(here.simulator.line.menus.menus) == 4
    assert all(menu.body["name"].startswith(OURS) for menu in here.simulator.line.menus.menus.values())


async def test_many_are_linked_together_and_one_whom_line_does_not_know_spoils_nothing(here: World) -> None:
    phones = [await here.phone("line") for _ in range(5)]
    await sync(here)
    with here.engine.begin() as tx:
        chat_rows.take(tx, ["line:Unobody"])
        tx.execute(chats.update().values(language="en"))
    await until(lambda: all(shown_to(here, phone) == "volunteer-en" for phone in phones))
    await until(lambda: noted(here) == {"volunteer-en"})


def noted(here: World) -> set[str | None]:
    """What our own notes say is shown; they are written once LINE has answered."""
    with here.engine.begin() as tx:
        return set(tx.execute(select(chats.c.menu)).scalars())


async def test_where_no_menu_was_made_none_is_missed(here: World) -> None:
    phone = await here.phone("line")
    make_staff(here, phone)
    assert await Linking(here.bot.database, {"line": here.bot.channels["line"]}, all_texts()).look() == 0
    assert phone.menu is None


async def commands_of(here: World, phone: Phone) -> list[str]:
    """The commands that Telegram offers in one chat."""
    telegram: Any = here.bot.channels["telegram"]
    told = await telegram._bot.get_my_commands(BotCommandScopeChat(int(phone.address)))
    return [command.command for command in told]


async def test_staff_on_telegram_are_offered_staffs_commands_while_they_are_staff(here: World) -> None:
    phone = await here.phone("telegram")
    person = make_staff(here, phone)
    linking = Linking(here.bot.database, here.bot.channels, all_texts())
    await linking.look()
    assert (await commands_of(here, phone))[0] == "staff"
    with here.engine.begin() as tx:
        staff.leave(tx, person, here.clock.now())
    await linking.look()
    assert await commands_of(here, phone) == []
