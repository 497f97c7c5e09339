"""A private link opens one thing, for a while: not another route, not afterwards; and nobody can guess one."""

from __future__ import annotations

import ast
import base64
import re
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import event, select

from bot.charts import CHARTS
from bot.web import make_app
from domain import qr
from domain.letters import ALPHABET, GROUPS, LETTERS, new_code
from domain.signing import new_key, read_keys
from flows.calendar import FILE_LASTS
from storage import attendance, letters, organisation_people, people, pictures, staff
from storage.companies import new_code as company_code
from storage.connections import offer
from storage.schema import metadata, sessions
from tests.agreements import everything
from tests.conversations import seeds
from tests.journeys.world import World

ROOT = Path(__file__).parents[2]
DAY = timedelta(days=1)
OPENS = {
    "/my-data/{}": "my_data",
    "/calendar/{}.ics": "calendar",
    "/calendar/{}": "calendar",
    "/sessions/{}.ics": "session",
    "/check-in/{}": "check_in",
    "/letters/{}/handup.pdf": "letter",
    "/charts/{}.th.png": "chart:record",
}
"""Every route behind a private link, and for what the link has to be made."""
PURPOSES = sorted({*OPENS.values(), *(f"chart:{name}" for name in CHARTS)})
MAKERS = {"flows/calendar.py", "flows/my_data.py", "flows/check_in_code.py", "flows/letter_news.py", "flows/charts.py"}
"""Where private links are made."""


@pytest.fixture
def there(here: World) -> World:
    """A network with one of everything, whose letters are signed."""
    object.__setattr__(here.bot.network, "keys", read_keys(new_key()[0]))
    with here.engine.begin() as tx:
        everything.seed(tx, here.clock.now())
    return here


def links(here: World, lasts: timedelta = DAY) -> dict[str, str]:
    """A link for every purpose, all of the same person."""
    now = here.clock.now()
    with here.engine.begin() as tx:
        who = seeds.person_in(tx, "line:Umali")
        if not staff.is_staff(tx, who):
            staff.join(tx, who, now)
        session = tx.execute(select(sessions.c.id).order_by(sessions.c.starts_at)).scalars().first()
        attendance.code_of(tx, str(session))
        said = everything.plain(everything.reference(now))
        letter = letters.issue(
            tx, who, seeds.role_called(tx, "คนเขียนคอนเทนต์"), said, here.bot.network.keys.sign(said), now, None
        )
        about = {"session": session, "check_in": session, "letter": letter, "chart:record": "none"}
        return {each: people.share_link(tx, who, each, now + lasts, about.get(each)) for each in PURPOSES}


async def get(here: World, path: str, caller: str = "9.9.9.9") -> tuple[int, str, dict[str, str]]:
    """What a path answers."""
    address, headers = f"http://127.0.0.1:{here.bot.port}{path}", {"X-Forwarded-For": caller}
    async with (
        aiohttp.ClientSession() as session,
        session.get(address, allow_redirects=False, headers=headers) as found,
    ):
        return found.status, (await found.read()).decode(errors="replace"), dict(found.headers)


def is_kind(page: tuple[int, str, dict[str, str]]) -> bool:
    """Whether it is the page that says, in both languages, that there is no such thing."""
    status, words, headers = page
    both = re.search(r'<p>[\u0e00-\u0e7f]{4}.*<p lang="en">[A-Z]\w+ ', words, re.DOTALL)
    return status == 404 and headers["Content-Type"].startswith("text/html") and both is not None


@pytest.mark.parametrize("route", OPENS)
async def test_a_link_opens_what_it_is_for_and_nothing_else(there: World, route: str) -> None:
    made = links(there)
    opened = {purpose for purpose in PURPOSES if (await get(there, route.format(made[purpose])))[0] < 400}
    allowed = (
        {OPENS[route]} if not route.startswith("/charts") else {each for each in PURPOSES if each.startswith("chart:")}
    )
    assert OPENS[route] in opened
    assert opened <= allowed
    assert all([is_kind(await get(there, route.format(made[each]))) for each in PURPOSES if each not in allowed])


@pytest.mark.parametrize("route", OPENS)
async def test_a_link_that_is_over_or_was_never_made_gets_a_kind_page(there: World, route: str) -> None:
    made = links(there)
    there.clock.move(DAY + timedelta(seconds=1))
    tokens = [made[OPENS[route]], "A" * 32, "x", "A" * 200, "%E0%B8%81", made[OPENS[route]].swapcase()]
    assert [is_kind(await get(there, route.format(token))) for token in tokens] == [True] * len(tokens)


async def test_every_route_with_a_token_stands_in_the_table(here: World) -> None:
    resources = {route.resource.canonical for route in make_app(here.bot).router.routes() if route.resource}
    behind = {each for each in resources if "{token}" in each}
    filled = {each.replace("{token}", "{}").replace("{name}", "handup").replace("{language}", "th") for each in behind}
    assert filled == set(OPENS)


def test_every_place_that_makes_links_is_known() -> None:
    found = set()
    for path in sorted(
        each for room in ("flows", "handlers", "bot", "scheduler") for each in (ROOT / room).rglob("*.py")
    ):
        calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
        if any(getattr(call.func, "attr", "") == "share_link" for call in calls):
            found.add(str(path.relative_to(ROOT)))
    assert found == MAKERS


# ---------------------------------------------------------------- how they are made and kept


async def test_links_and_codes_that_open_something_are_long_and_kept_only_as_hashes(there: World) -> None:
    made, now = links(there), there.clock.now()
    with there.engine.begin() as tx:
        project = seeds.projects.project_of(tx, seeds.role_called(tx, "หัวหน้าทีม"))
        who = seeds.person_in(tx, "line:Umali")
        codes = [staff.invite(tx, now), organisation_people.invite(tx, project, "lead", None, now), offer(tx, who, now)]
    with there.engine.connect() as tx:
        tables = [table for table in metadata.sorted_tables if table.name not in {"outbox", "inbox"}]
        kept = "".join(repr(row) for table in tables for row in tx.execute(select(table)))
    for secret in (*made.values(), *codes):
        assert secret not in kept
    assert min(8 * len(base64.urlsafe_b64decode(token)) for token in made.values()) >= 128
    with there.engine.begin() as tx:
        assert 4 * len(pictures.keep(tx, qr.png("x"), "image/png", now)) >= 128


def test_what_is_typed_is_short_and_therefore_counted() -> None:
    """Codes that people type: the letters' is public and long; of the others five wrong ones an hour are looked at."""
    assert len(ALPHABET) ** (GROUPS * LETTERS) > 2**77
    assert re.fullmatch(r"[A-Z0-9]{4}(-[A-Z0-9]{4}){3}", new_code())
    assert len(company_code()) >= 6
    counted = {"join_staff", "join_company", "join_organisation", "connect_chat", "check_in"}
    flows = {
        path.stem
        for path in (ROOT / "flows").glob("*.py")
        if "too_many_were_wrong(" in path.read_text(encoding="utf-8")
    }
    assert counted <= flows


# ---------------------------------------------------------------- guessing


async def test_an_unknown_code_and_no_code_get_the_same_answer_for_the_same_work(there: World) -> None:
    asked: list[str] = []
    event.listen(there.bot.database.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    answers = []
    for typed in (new_code(), "nothing", "0" * 400, "7K3M-9QPD"):
        asked.clear()
        status, page, headers = await get(there, f"/verify/{typed}")
        mine = [statement for statement in asked if "letters" in statement]
        answers.append((status, page, {name: each for name, each in headers.items() if name != "Date"}, mine))
    assert answers[0][0] == 404
    assert len(answers[0][3]) == 1
    assert all(each == answers[0] for each in answers[1:])


async def test_who_guesses_has_to_wait_and_others_do_not(there: World) -> None:
    token = links(there)["my_data"]
    found = [(await get(there, f"/my-data/{'A' * 30}{number:02}"))[0] for number in range(70)]
    assert found == sorted(found)
    assert set(found) == {404, 429}
    status, words, headers = await get(there, f"/my-data/{token}")
    assert (status, headers["Content-Type"], "try again" in words) == (429, "text/plain; charset=utf-8", True)
    assert headers["X-Robots-Tag"].startswith("noindex")
    assert (await get(there, f"/my-data/{token}", caller="9.9.9.8"))[0] == 200
    assert (await get(there, f"/my-data/{token}", caller="9.9.9.8, 9.9.9.9"))[0] == 429
    assert (await get(there, "/verify"))[0] == 200
    there.clock.move(timedelta(seconds=int(headers["Retry-After"])))
    assert (await get(there, f"/my-data/{token}"))[0] == 200


async def test_a_page_is_given_so_often_and_a_picture_to_everybody(there: World) -> None:
    with there.engine.begin() as tx:
        picture = pictures.keep(tx, qr.png("x"), "image/png", there.clock.now())
    statuses = [(await get(there, "/verify"))[0] for _ in range(300)]
    assert (statuses[:240], 429 in statuses) == ([200] * 240, True)
    assert {(await get(there, f"/pictures/{picture}.png"))[0] for _ in range(300)} == {200}


def test_links_end() -> None:
    assert timedelta(days=366) >= FILE_LASTS
