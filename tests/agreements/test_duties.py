"""What needs a duty is begun and written by nobody without it, whatever they press; what is others' stays theirs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update

from domain import events
from domain.events import Arrival
from flows import FLOWS
from flows.engine import Audience, Flow
from handlers.turns import take_turns
from storage import audit, inbox, staff
from storage.database import make_engine
from storage.schema import chats, metadata, outbox, projects
from tests.agreements import everything
from tests.agreements.everything import ADMIN, FOR_STAFF, NOT_FOR_STAFF, OTHERS, contents
from tests.agreements.test_acts_of_staff import reached, steps_that_do
from tests.phone import Desk
from texts import LANGUAGES, all_texts

FROM_EVERYBODY = {
    "check_in": "who gives wrong codes is noted, and no more",
    "join_company": "as check_in",
    "join_staff": "whoever has a code that staff made",
    "join_organisation": "as join_staff",
    "connect_chat": "as check_in",
    "my_letters": "its owner ends a letter, and nobody else",
    "my_data": "staff who erase themselves leave staff",
    "organisation_review": "who speaks for the organisation",
    "verify_hours": "who may vouch: an organisation's, a team's lead, staff (domain.vouching)",
}
"""Flows for others that write into the audit log, and who is let in by their own steps."""


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, datetime, list[str]]:
    """A database with one of everything, the moment, and every button that staff are shown in it."""
    now = datetime.fromisoformat("2026-11-23T10:00:00+07:00")
    folder = tmp_path_factory.mktemp("network")
    built, probed = folder / "built.sqlite", folder / "probed.sqlite"
    engine = make_engine(f"sqlite:///{built}")
    metadata.create_all(engine)
    with engine.begin() as tx:
        everything.seed(tx, now)
    engine.dispose()
    shutil.copy(built, probed)
    probing = make_engine(f"sqlite:///{probed}")
    found = everything.targets(Desk(probing, now))
    probing.dispose()
    return built, now, found


@pytest.fixture
def desk(network: tuple[Path, datetime, list[str]], tmp_path: Path) -> Iterator[Desk]:
    shutil.copy(network[0], tmp_path / "handup.sqlite")
    engine = make_engine(f"sqlite:///{tmp_path / 'handup.sqlite'}")
    yield Desk(engine, network[1])
    engine.dispose()


def press(desk: Desk, chat: str, wanted: list[tuple[str, dict[str, object]]]) -> None:
    """Let somebody do all this, a second apart; a failure fails the test."""
    for some in (wanted[start : start + 30] for start in range(0, len(wanted), 30)):
        arrivals = [
            Arrival(str(next(desk.keys)), chat, kind, desk.now + timedelta(seconds=place), place, dict(facts))
            for place, (kind, facts) in enumerate(some)
        ]
        desk.now += timedelta(seconds=len(arrivals))
        with desk.engine.begin() as tx:
            inbox.keep(tx, arrivals, desk.now)
        while True:
            with desk.engine.begin() as tx:
                done = take_turns(tx, desk.network, desk.now, 10)
            assert all(each.outcome == "answered" for each in done), done
            if not done:
                break


def taps(values: list[str]) -> list[tuple[str, dict[str, object]]]:
    return [(events.BUTTON_PRESSED, {"value": value}) for value in values]


def words_of(flow: Flow) -> list[tuple[str, dict[str, object]]]:
    """Everything that can be typed to begin a flow, in both languages."""
    told = [all_texts().say(language, f"{flow.name}.{key}") for language in LANGUAGES for key in ("called", "words")]
    return [(events.MESSAGE_RECEIVED, {"text": word.strip()}) for each in told for word in each.split(",") if word]


def whom_we_wrote(engine: Engine) -> set[str]:
    with engine.begin() as tx:
        return set(tx.execute(select(outbox.c.chat)).scalars())


def talk_of(engine: Engine, chat: str) -> dict[str, object]:
    with engine.begin() as tx:
        return dict(tx.execute(select(chats.c.talk).where(chats.c.name == chat)).scalar_one_or_none() or {})


def not_for(flow: Flow) -> list[str]:
    """Those whose duty is another."""
    return [who for who in OTHERS if who != "coordinator" or flow.audience == Audience.ADMINS]


# ---------------------------------------------------------------- what is staff's


def test_there_is_one_of_everything_and_staff_are_shown_buttons_to_it(
    network: tuple[Path, datetime, list[str]], desk: Desk
) -> None:
    with desk.engine.begin() as tx:
        empty = {name for name in everything.IDS if tx.execute(select(metadata.tables[name]).limit(1)).first() is None}
    assert not empty
    begun = {target.split(":")[1] for target in network[2]}
    assert begun >= {flow.name for flow in FOR_STAFF}
    assert len(network[2]) > 10 * len(FOR_STAFF)


@pytest.mark.parametrize("flow", FOR_STAFF, ids=lambda flow: flow.name)
def test_whoever_lacks_the_duty_neither_begins_it_nor_writes_anything(
    network: tuple[Path, datetime, list[str]], desk: Desk, flow: Flow
) -> None:
    targets = [each for each in network[2] if each.split(":")[1] == flow.name]
    some = targets[:: max(1, len(targets) // 24)]
    before = contents(desk.engine)
    for who in not_for(flow):
        press(desk, OTHERS[who], taps(some) + words_of(flow))
        begun = json.dumps(talk_of(desk.engine, OTHERS[who]))
        assert f'"{flow.name}"' not in begun, who
        assert contents(desk.engine) == before, who
    assert whom_we_wrote(desk.engine) <= set(OTHERS.values())


@pytest.mark.parametrize("flow", FOR_STAFF, ids=lambda flow: flow.name)
def test_whoever_loses_the_duty_in_the_middle_of_it_writes_nothing_more(
    network: tuple[Path, datetime, list[str]], desk: Desk, flow: Flow
) -> None:
    targets = [each for each in network[2] if each.split(":")[1] == flow.name]
    asked = []
    for target in targets[:: max(1, len(targets) // 6)]:
        with desk.engine.begin() as tx:
            tx.execute(update(chats).where(chats.c.name == ADMIN).values(talk={}))
        press(desk, ADMIN, taps([target]))
        if (talk := talk_of(desk.engine, ADMIN)).get("now"):
            asked.append(talk)
    before = contents(desk.engine)
    for talk in asked[:2]:
        for who in not_for(flow):
            press(desk, OTHERS[who], [(events.MESSAGE_RECEIVED, {"text": "?"})])
            for act in answers_to(talk):
                with desk.engine.begin() as tx:
                    tx.execute(update(chats).where(chats.c.name == OTHERS[who]).values(talk=talk))
                press(desk, OTHERS[who], [act])
                goes_on = f'"flow": "{flow.name}"' in json.dumps(talk_of(desk.engine, OTHERS[who]))
                assert not goes_on or act[0] == events.PICTURE_KEPT, (who, act)
                assert contents(desk.engine) == before, (who, act)


def answers_to(talk: dict[str, object]) -> list[tuple[str, dict[str, object]]]:
    """What may be answered to the question that waits."""
    now, visit = talk["now"], talk.get("visits", 0)
    offered = now.get("offered", []) if isinstance(now, dict) else []
    values = [*offered[:2], "right", "done", "yes"]
    typed = [(events.MESSAGE_RECEIVED, {"text": text}) for text in ("1", "ใช่", "ถูกต้อง", "เขียนอะไรสักอย่าง")]
    return [*taps([f"a:{visit}:{value}" for value in values]), *typed, (events.PICTURE_KEPT, {"picture": "0" * 32})]


# ---------------------------------------------------------------- what is not only staff's


def test_what_others_do_is_no_act_of_staff_but_for_what_is_told_here() -> None:
    acting = {
        flow.name
        for flow in NOT_FOR_STAFF
        for _, run in steps_that_do(flow)
        if any(each is audit.record for each in reached(run, set()))
    }
    assert acting == set(FROM_EVERYBODY)


@pytest.mark.parametrize("flow", NOT_FOR_STAFF, ids=lambda flow: flow.name)
def test_what_is_somebody_elses_stays_as_it_is(desk: Desk, flow: Flow) -> None:
    for who in ("nobody", "volunteer", "organisation", "company", "left"):
        others_stay(desk, flow, OTHERS[who])


def others_stay(desk: Desk, flow: Flow, chat: str) -> None:
    """Press everything of the flow in this chat; nothing changes that does not name who is in it."""
    press(desk, chat, [(events.MESSAGE_RECEIVED, {"text": "เมนู"})])
    before = others_rows(desk.engine, chat)
    for about in everything.ids(desk.engine):
        press(desk, chat, taps([f"go:{flow.name}:{about}"]))
        talk = talk_of(desk.engine, chat)
        if talk.get("now"):
            press(desk, chat, answers_to(talk)[:6])
    assert others_rows(desk.engine, chat) == before


def others_rows(engine: Engine, chat: str) -> dict[str, list[str]]:
    """Every row that does not name who is in this chat (tried codes in vain, say); a QR code is nobody's."""
    with engine.begin() as tx:
        person = tx.execute(select(chats.c.person).where(chats.c.name == chat)).scalar_one()
    mine = {repr(each) for each in (person, chat, staff.hash_of(chat)[:40]) if each}
    return {
        name: [row for row in rows if not any(each in row for each in mine)]
        for name, rows in contents(engine).items()
        if name not in {"pictures", "projects"}
    } | {"projects": projects_as_written(engine)}


def projects_as_written(engine: Engine) -> list[str]:
    """Every project, but for when its team was complete: whoever takes the last seat completes it."""
    columns = [column for column in projects.c if column is not projects.c.teamed_at]
    with engine.begin() as tx:
        return sorted(map(repr, tx.execute(select(*columns)).all()))


def test_every_flow_is_looked_at() -> None:
    assert {flow.name for flow in (*FOR_STAFF, *NOT_FOR_STAFF)} == set(FLOWS.by_name)
