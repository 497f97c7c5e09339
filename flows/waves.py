"""Goes on with the searches of a project by itself: the next wave when too few have answered, or a word to staff."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from domain.announcing import Way
from domain.daytime import by_day
from domain.searching import Next, Search, what_next
from domain.work import OpenRole
from flows import telling
from flows.engine import Turn
from storage import announcements, chats, projects, searches, sign_ups, staff
from texts.dates import zone


def go_on(turn: Turn, project: str) -> None:
    """Decide for each search of the project that is due, and tell the next people of those that need it."""
    telling.lock(turn)
    wanting = [
        (search, found)
        for search in searches.due_of(turn.tx, project, turn.now)
        if (found := projects.find_role(turn.tx, search.role)) and settle(turn, search, found) == Next.TELL
    ]
    morning = by_day(turn.now, zone(turn.network.timezone))
    if morning > turn.now:
        for search, _ in wanting:
            searches.put_off(turn.tx, search.role, morning)
    elif wanting:
        tell_next(turn, wanting)


def settle(turn: Turn, search: Search, found: OpenRole) -> Next:
    """Write down what a search has come to, unless its next wave is to be told."""
    decided = what_next(search, found, len(sign_ups.of_role(turn.tx, search.role)), unheard(turn, search))
    match decided:
        case Next.FILLED:
            searches.end(turn.tx, search.role, "filled")
            announcements.drop(turn.tx, search.role)
        case Next.WAIT:
            searches.put_off(turn.tx, search.role, turn.now + telling.pause(turn))
        case Next.SPENT:
            give_up(turn, search, found, "last_wave")
        case Next.TELL:
            pass
    return decided


def unheard(turn: Turn, search: Search) -> int:
    """How many have not had the time to answer yet."""
    return announcements.count_unheard(turn.tx, search.role, turn.now - telling.pause(turn))


def give_up(turn: Turn, search: Search, found: OpenRole, why: str) -> None:
    """End a search that has found too few, and tell staff what they can do."""
    searches.end(turn.tx, search.role, "spent")
    values: dict[str, Any] = {
        "role": found.role.title,
        "project": found.project.title,
        "left": found.seats_left,
        "told": announcements.count_announced(turn.tx, search.role),
    }
    ways_out = (f"search:{search.role}", f"change_project:{found.project.id}", f"share:{search.role}")
    buttons = [each for each in ways_out if turn.network.flows.get(each.partition(":")[0])]
    for chat in who_hears(turn, search):
        turn.tell(chat, f"waves.{why}", values, buttons)


def who_hears(turn: Turn, search: Search) -> list[chats.Chat]:
    """Who of staff hears of a search: who began it, else everybody."""
    begun_by = search.begun_by
    if begun_by and staff.is_staff(turn.tx, begun_by) and (own := chats.of_person(turn.tx, begun_by)):
        return own[:1]
    return staff.chats_of_staff(turn.tx)


def nobody_left(turn: Turn, search: Search, found: OpenRole) -> None:
    """Wait for those who are still to hear; if there are none, the search has come to its end."""
    if unheard(turn, search):
        searches.put_off(turn.tx, search.role, turn.now + telling.pause(turn))
    else:
        give_up(turn, search, found, "nobody_left")


def tell_next(turn: Turn, wanting: Sequence[tuple[Search, OpenRole]]) -> None:
    """Tell the next wave of these roles within the month's budget as it is now, and within what staff saw."""
    fitting = telling.suited(turn, [found for _, found in wanting])
    sizes = {search.role: search.size for search, _ in wanting}
    pushes = {search.role: search.pushes for search, _ in wanting}
    chosen = telling.plan(turn, fitting, Way.TRAY, sizes, pushes)
    waves: dict[str, Search] = {}
    for search, found in wanting:
        if not chosen.count(search.role):
            nobody_left(turn, search, found)
            continue
        left = search.pushes - chosen.pushes(search.role)
        waves[search.role] = replace(
            search, wave=search.wave + 1, pushes=max(0, left), next_at=turn.now + telling.pause(turn)
        )
        staff.record(turn.tx, None, "role_announced", f"{search.role}:{chosen.count(search.role)}", turn.now)
    telling.write(turn, chosen, waves)
