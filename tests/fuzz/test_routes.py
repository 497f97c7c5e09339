"""Every route is described in docs/openapi.yaml, and answers as described whatever it is asked, and is guarded."""

from __future__ import annotations

import asyncio
import itertools
import os
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import schemathesis
import yaml
from hypothesis import HealthCheck, given, settings

from bot import pages
from bot.web import make_app
from tests.journeys.world import World

DESCRIPTION = Path(__file__).parents[2] / "docs" / "openapi.yaml"
EXAMPLES = int(os.environ.get("HANDUP_FUZZ", "1")) * 20
"""How many requests each route gets."""
ADDRESSES = itertools.count(1)


def described() -> set[tuple[str, str]]:
    told = yaml.safe_load(DESCRIPTION.read_text(encoding="utf-8"))
    return {(method.upper(), path) for path, methods in told["paths"].items() for method in methods}


async def test_every_route_is_described_and_none_is_made_up(here: World) -> None:
    routes = {
        (route.method, route.resource.canonical) for route in make_app(here.bot).router.routes() if route.resource
    }
    assert {each for each in routes if each[0] != "HEAD"} == described()


async def test_every_route_answers_as_described(here: World) -> None:
    schema = schemathesis.openapi.from_path(DESCRIPTION)
    before = here.states()
    address = f"http://127.0.0.1:{here.bot.port}"
    tried = await asyncio.to_thread(lambda: [examined(each.ok(), address) for each in schema.get_all_operations()])
    assert len(tried) == len(described())
    assert min(tried) > 0
    assert here.states() == before


def examined(operation: Any, address: str) -> int:
    """Ask a route all sorts of things, each from another address; gives how many."""
    tried = 0

    @given(operation.as_strategy())
    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def ask(case: Any) -> None:
        nonlocal tried
        tried += 1
        number = next(ADDRESSES)
        answer = case.call(
            base_url=address, headers={"X-Forwarded-For": f"9.9.{number >> 8}.{number & 255}"}, timeout=10
        )
        case.validate_response(answer)
        assert guarded({name: values[0] for name, values in answer.headers.items()}) == []

    ask()
    return tried


def guarded(headers: dict[str, str]) -> list[str]:
    """Which of the headers that keep a page safe and private are missing?"""
    given_names = {name.lower() for name in headers}
    return [name for name in pages.HEADERS if name.lower() not in given_names]


@pytest.mark.parametrize("path", ["/", "/admin", "/robots.txt", "/my-data/", "/verify/a/b", "/.env", "/%00", "/live"])
async def test_every_answer_is_guarded_and_says_nothing_of_what_runs_here(here: World, path: str) -> None:
    async with aiohttp.ClientSession() as session:
        answer = await session.get(f"http://127.0.0.1:{here.bot.port}{path}")
        assert answer.status == (200 if path == "/live" else 404)
        assert guarded(dict(answer.headers)) == []
        assert answer.headers["X-Robots-Tag"].startswith("noindex")
        assert answer.headers["Server"] == "handup"
        wrong = await session.delete(f"http://127.0.0.1:{here.bot.port}/live")
        assert (wrong.status, guarded(dict(wrong.headers))) == (405, [])
