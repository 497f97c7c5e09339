"""Broadcasts: who hears them, how they fan out, and what came of them for each person."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, func, select, update

from bot.fan_out import MOST_WAITING, fan_out
from domain.broadcasts import Audience, Contents, Way
from domain.sign_ups import HOLDING
from storage import audiences, broadcast_results, broadcasts, chats, outbox, people, quotas, sign_ups, staff
from storage.outbox import Letter
from storage.schema import announcements, inbox
from storage.schema import chats as chat_table
from storage.schema import outbox as letters
from tests.storage import some
from tests.storage.some import NOW
from texts.dates import local

EVERYONE = Audience("everyone")
WORDS = Contents("text", {"th": "สวัสดี", "en": "Hello"})
LEASE = timedelta(seconds=10)
SECOND = timedelta(seconds=1)


def crowd(tx: Connection, line: int = 0, telegram: int = 0, english: int = 0) -> None:
    """So many people who agreed to hear of roles; ``english`` of those on LINE chose English."""
    for number in range(line):
        some.person(tx, f"line {number}", f"line:U{number:03}")
    for number in range(telegram):
        some.person(tx, f"telegram {number}", f"telegram:{number + 1}")
    names = [f"line:U{number:03}" for number in range(english)]
    tx.execute(update(chat_table).where(chat_table.c.name.in_(names)).values(language="en"))


def member(tx: Connection) -> str:
    """A member of staff, in Telegram, who does not want to hear of roles."""
    found = some.person(tx, "ทีมงาน", "telegram:999", news="no")
    staff.join(tx, found, NOW)
    return found


def planned(tx: Connection, audience: Audience = EVERYONE, way: Way = Way.ALL, role: str | None = None) -> str:
    """A broadcast that is to begin now."""
    found = broadcasts.draft(tx, audience, WORDS, role, member(tx), NOW)
    assert broadcasts.plan(tx, found, way, NOW, paid=0)
    return found


def step(tx: Connection, at: datetime = NOW) -> int:
    """One step of the worker."""
    return fan_out(tx, at, local(at, "Asia/Bangkok"))


def run(tx: Connection, at: datetime = NOW) -> bool:
    """Steps of the worker until nothing is left to do for now; says whether there was anything."""
    worked = False
    while step(tx, at):
        worked = True
    return worked


def states(tx: Connection, broadcast: str) -> dict[str, int]:
    """How many people are in each state?"""
    found = broadcasts.find(tx, broadcast)
    assert found is not None
    return dict(broadcasts.funnel(tx, found, NOW).states)


def state(tx: Connection, broadcast: str) -> str:
    found = broadcasts.find(tx, broadcast)
    assert found is not None
    return found.state


def claim(tx: Connection, at: datetime = NOW + timedelta(minutes=1)) -> list[Letter]:
    return outbox.claim(tx, at, LEASE, 100)


def deliver(tx: Connection, at: datetime = NOW + timedelta(minutes=1)) -> list[Letter]:
    """Send everything that waits."""
    found = claim(tx, at)
    outbox.settle(tx, [letter.number for letter in found], at, state="sent")
    broadcast_results.settle(tx, [letter.number for letter in found], at, state="sent")
    return found


# ---------------------------------------------------------------- who hears it


def test_only_those_who_agreed_are_of_age_and_can_be_reached_hear_it(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, line=2, telegram=1)
        some.person(tx, "no", "line:Uno", news="no")
        minor = some.person(tx, "young", "line:Uyoung")
        people.learn(tx, minor, adult=False)
        some.person(tx, "gone", "line:Ugone")
        chats.mark_unreachable(tx, "line:Ugone")
        some.person(tx, "nowhere")
        assert audiences.reach(tx, EVERYONE, None, NOW) == {"telegram": 1, "line": 2}


def test_who_has_both_channels_hears_it_on_the_free_one(engine: Engine) -> None:
    with engine.begin() as tx:
        both = some.person(tx, "both", "line:Uboth")
        taken = chats.take(tx, ["telegram:5"])["telegram:5"]
        taken.person = both
        chats.save(tx, [taken])
        (hearer,) = audiences.sample(tx, EVERYONE, None, NOW, 5)
    assert (hearer.chat, hearer.lane) == ("telegram:5", "telegram")


def test_a_segment_is_narrowed_by_each_of_its_conditions(engine: Engine) -> None:
    with engine.begin() as tx:
        able = some.person(tx, "able", "line:Uable")
        people.set_skills(tx, able, {"design.graphic": "able"})
        people.learn(tx, able, province="CMI", causes=["health"])
        seated = some.person(tx, "seated", "telegram:7")
        people.learn(tx, seated, province="BKK", seated_at=NOW)
        for audience, expected in (
            (Audience("segment", skills=("design.graphic", "tech.web")), ["able"]),
            (Audience("segment", provinces=("BKK",)), ["seated"]),
            (Audience("segment", causes=("health", "arts")), ["able"]),
            (Audience("segment", never_placed=True), ["able"]),
            (Audience("segment", channel="telegram"), ["seated"]),
            (Audience("segment", language="en"), []),
            (Audience("segment", company="none"), []),
            (Audience("segment", provinces=("BKK",), never_placed=True), []),
        ):
            found = [people.find(tx, each.person) for each in audiences.sample(tx, audience, None, NOW, 9)]
            assert [person.name for person in found if person] == expected, audience


def test_who_said_never_or_has_a_seat_does_not_hear_of_the_role_again(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx))
        refuser = some.person(tx, "no", "line:Uno")
        sign_ups.decline(tx, role, refuser, "never", NOW)
        some.person(tx, "yes", "line:Uyes")
        assert audiences.reach(tx, EVERYONE, role, NOW) == {"telegram": 0, "line": 1}
        assert audiences.reach(tx, EVERYONE, None, NOW) == {"telegram": 0, "line": 2}


def test_the_matches_of_a_role_hear_it_best_first(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx))
        for name, level in (("good", "able"), ("best", "professional"), ("other", None)):
            found = some.person(tx, name, f"line:U{name}")
            people.set_skills(tx, found, {"design.graphic": level} if level else {"finance.tax": None})
        audience = Audience("role", role=role)
        found = [people.find(tx, each.person) for each in audiences.sample(tx, audience, role, NOW, 9)]
        assert [person.name for person in found if person] == ["best", "good"]
        assert audiences.reach(tx, audience, role, NOW) == {"telegram": 0, "line": 2}
        broadcast = planned(tx, audience, role=role)
        run(tx)
        assert states(tx, broadcast) == {"written": 2}
        told = select(func.count()).where(announcements.c.role == role)
        assert tx.execute(told).scalar_one() == 2, "nobody tells them of it again"


# ---------------------------------------------------------------- fanning out


def test_who_hears_it_is_written_down_in_small_steps_even_by_several_hands(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audiences, "GATHERED_AT_ONCE", 3)
    with engine.begin() as tx:
        crowd(tx, line=5, telegram=3)
        broadcast = planned(tx)
    for expected in ({"queued": 3}, {"queued": 6}, {"queued": 8}):
        with engine.begin() as tx:
            assert step(tx)
            assert states(tx, broadcast) == expected
    with engine.begin() as tx:
        run(tx)
        assert states(tx, broadcast) == {"written": 8}


def test_on_line_all_of_a_language_share_a_letter_and_on_telegram_everybody_has_their_own(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, line=5, telegram=3, english=2)
        broadcast = planned(tx)
        assert run(tx)
        found = claim(tx)
        many = {letter.messages[0]["body"]: letter for letter in found if letter.is_for_many}
        assert set(many["สวัสดี"].to) == {"line:U002", "line:U003", "line:U004"}
        assert set(many["Hello"].to) == {"line:U000", "line:U001"}
        assert (many["Hello"].people, many["Hello"].broadcast) == (2, broadcast)
        assert sorted(letter.chat for letter in found if not letter.is_for_many) == [f"telegram:{n}" for n in (1, 2, 3)]
        assert states(tx, broadcast) == {"written": 8}


def test_the_outbox_stays_shallow_and_nobody_is_left_out(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, telegram=150)
        broadcast = planned(tx)
        seen: list[str] = []
        for second in range(4):
            run(tx, NOW + second * SECOND)
            waiting = tx.execute(select(letters.c.chat).where(letters.c.state == "waiting")).scalars().all()
            assert len(waiting) <= MOST_WAITING["telegram"]
            seen += [letter.chat for letter in deliver(tx)]
        assert sorted(seen) == sorted(f"telegram:{number + 1}" for number in range(150))
        assert (state(tx, broadcast), states(tx, broadcast)) == ("done", {"sent": 150})


def test_two_processes_never_write_to_the_same_people(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, telegram=3)
        planned(tx)
        run(tx)
    if engine.dialect.name == "sqlite":
        return
    with engine.begin() as one:
        assert not run(one)
        with engine.begin() as other:
            assert not run(other), "the row is in the first one's hands"


def test_who_left_or_wants_no_news_any_more_is_passed_by(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, line=3)
        broadcast = planned(tx)
        step(tx)
        assert states(tx, broadcast) == {"queued": 3}
        chats.mark_unreachable(tx, "line:U000")
        unwilling = chats.take(tx, ["line:U001"])["line:U001"].person
        people.consent(tx, str(unwilling), "role_news", "no", NOW)
        run(tx)
        (letter,) = claim(tx)
        assert letter.to == ("line:U002",)
        assert states(tx, broadcast) == {"unreachable": 1, "left_out": 1, "written": 1}


def test_who_rests_is_told_when_the_quiet_hours_end(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, line=2)
        resting = str(chats.take(tx, ["line:U000"])["line:U000"].person)
        people.learn(tx, resting, quiet_from="08:00", quiet_until="12:00")
        broadcast = planned(tx)
        run(tx)
        (letter,) = deliver(tx)
        assert letter.to == ("line:U001",)
        assert (run(tx), state(tx, broadcast)) == (False, "running")
        found = broadcasts.find(tx, broadcast)
        assert found is not None
        noon = NOW + timedelta(hours=2)
        assert broadcasts.funnel(tx, found, NOW).resting_until == noon
        run(tx, noon)
        (letter,) = deliver(tx, noon)
        assert letter.to == ("line:U000",)
        run(tx, noon)
        assert state(tx, broadcast) == "done"


def test_who_is_forgotten_in_the_middle_is_not_sent_to(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, line=2)
        broadcast = planned(tx)
        run(tx)
        people.erase(tx, str(chats.take(tx, ["line:U000"])["line:U000"].person), NOW)
        (letter,) = deliver(tx)
        assert letter.to == ("line:U001",)
        run(tx)
        assert (state(tx, broadcast), states(tx, broadcast)) == ("done", {"sent": 1})


def test_a_chat_that_is_forgotten_in_the_middle_holds_nothing_up(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, telegram=2)
        broadcast = planned(tx)
        run(tx)
        outbox.forget(tx, "telegram:1")
        deliver(tx)
        run(tx)
        assert (state(tx, broadcast), states(tx, broadcast)) == ("done", {"sent": 1, "unreachable": 1})


def test_who_wrote_it_hears_that_it_is_done(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, telegram=1)
        broadcast = planned(tx)
        run(tx)
        deliver(tx)
        run(tx)
        (event,) = tx.execute(select(inbox)).all()
    assert (event.chat, event.kind) == ("telegram:999", "broadcast_changed")
    assert event.facts == {"broadcast": broadcast, "what": "done"}


# ---------------------------------------------------------------- undo, pause, stop


def test_what_is_undone_costs_nothing_and_tells_nobody(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, line=2)
        quotas.note(tx, "line", 300, 0, NOW)
        broadcast = broadcasts.draft(tx, EVERYONE, WORDS, None, member(tx), NOW)
        broadcasts.plan(tx, broadcast, Way.ALL, NOW + 60 * SECOND, paid=2)
        assert quotas.on_their_way(tx, "line") == 2
        assert not run(tx, NOW + 59 * SECOND)
        assert broadcasts.undo(tx, broadcast, NOW)
        assert quotas.on_their_way(tx, "line") == 0
        assert not run(tx, NOW + 61 * SECOND)
        assert claim(tx) == []


def test_what_has_begun_cannot_be_undone(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, line=2)
        broadcast = planned(tx)
        run(tx)
        assert not broadcasts.undo(tx, broadcast, NOW)


def test_a_pause_takes_back_what_nobody_has_begun_to_send(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, line=2, telegram=100)
        broadcast = planned(tx)
        run(tx)
        in_hand = outbox.claim(tx, NOW + SECOND, LEASE, 10, unasked={"telegram": 5})
        assert broadcasts.pause(tx, broadcast)
        assert states(tx, broadcast) == {"written": 5, "queued": 97}
        assert not run(tx, NOW + SECOND)
        assert claim(tx, NOW + 9 * SECOND) == []
        outbox.settle(tx, [letter.number for letter in in_hand], NOW, state="sent")
        broadcast_results.settle(tx, [letter.number for letter in in_hand], NOW, state="sent")
        assert broadcasts.resume(tx, broadcast)
        while run(tx, NOW + 10 * SECOND):
            deliver(tx)
        assert (state(tx, broadcast), states(tx, broadcast)) == ("done", {"sent": 102})


def test_a_pause_leaves_alone_what_may_have_arrived_but_not_what_surely_has_not(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, telegram=2)
        broadcast = planned(tx)
        run(tx)
        for letter, unknown in zip(claim(tx), (True, False), strict=True):
            outbox.put_off(tx, letter.number, NOW, in_doubt=unknown, progress=0, why="")
        broadcasts.pause(tx, broadcast)
        assert states(tx, broadcast) == {"written": 1, "queued": 1}


def test_a_stop_leaves_the_others_out_for_good(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, line=3)
        broadcast = planned(tx)
        run(tx)
        assert broadcasts.stop(tx, broadcast, NOW)
        assert (state(tx, broadcast), states(tx, broadcast)) == ("done", {"left_out": 3})
        assert claim(tx) == []
        assert not broadcasts.stop(tx, broadcast, NOW)
        assert not broadcasts.resume(tx, broadcast)


# ---------------------------------------------------------------- the month and the tray


def test_only_the_best_who_fit_into_the_month(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, line=5, telegram=1)
        quotas.note(tx, "line", 63, 0, NOW)
        broadcast = planned(tx, way=Way.BEST)
        run(tx)
        assert states(tx, broadcast) == {"written": 4, "left_out": 2}


def test_what_the_month_does_not_allow_by_then_is_held_and_staff_hear_of_it(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, line=5)
        quotas.note(tx, "line", 63, 0, NOW)
        broadcast = planned(tx)
        run(tx)
        assert states(tx, broadcast) == {"written": 3, "held": 2}
        assert tx.execute(select(inbox.c.facts["what"].as_string())).scalars().all() == ["held"]
        deliver(tx)
        run(tx)
        assert state(tx, broadcast) == "done"
        assert broadcasts.send_held(tx, broadcast, 1, NOW) == 1
        assert (state(tx, broadcast), states(tx, broadcast)) == ("running", {"sent": 3, "queued": 1, "held": 1})
        run(tx)
        assert [letter.people for letter in deliver(tx)] == [1]


def test_the_others_read_it_from_their_tray(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, line=2, telegram=1)
        broadcast = planned(tx, way=Way.TELEGRAM)
        run(tx)
        assert states(tx, broadcast) == {"written": 1, "tray": 2}
        first = str(chats.take(tx, ["line:U000"])["line:U000"].person)
        assert [each.id for each in broadcasts.in_tray(tx, first)] == [broadcast]
        assert tray(tx, "line:U000") == 1
        assert broadcasts.read_from_tray(tx, broadcast, first, NOW)
        assert not broadcasts.read_from_tray(tx, broadcast, first, NOW)
        assert (tray(tx, "line:U000"), broadcasts.in_tray(tx, first)) == (0, [])
        assert broadcasts.stop(tx, broadcast, NOW)
        assert tray(tx, "line:U001") == 0
        assert states(tx, broadcast)["left_out"] == 2


def tray(tx: Connection, chat: str) -> int:
    return tx.execute(select(chat_table.c.tray).where(chat_table.c.name == chat)).scalar_one()


def test_people_are_counted_not_letters(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, line=4)
        broadcast = planned(tx)
        run(tx)
        assert quotas.on_their_way(tx, "line") == 4
        broadcasts.pause(tx, broadcast)
        assert quotas.on_their_way(tx, "line") == 4
        broadcasts.resume(tx, broadcast)
        run(tx)
        (letter,) = claim(tx)
        outbox.settle(tx, [letter.number], NOW, state="sent", paid=True)
        broadcast_results.settle(tx, [letter.number], NOW, state="sent")
        assert quotas.on_their_way(tx, "line") == 0
        assert outbox.paid_since(tx, NOW) == 4


# ---------------------------------------------------------------- what came of it


def test_a_bad_address_does_not_sink_its_letter(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, line=4)
        broadcast = planned(tx)
        run(tx)
        (letter,) = claim(tx)
        broadcast_results.without_bad_address(tx, letter, 1, NOW)
        outbox.settle(tx, [letter.number], NOW, state="refused")
        (again,) = claim(tx)
        assert (again.to, again.people) == (letter.to[:1] + letter.to[2:], 3)
        assert again.id != letter.id, "another call needs another retry key"
        assert states(tx, broadcast) == {"failed": 1, "written": 3}
        assert not chats.take(tx, [letter.to[1]])[letter.to[1]].reachable


def test_an_unnamed_bad_address_is_found_by_halves(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, line=9)
        broadcast = planned(tx)
        run(tx)
        sent: list[str] = []
        calls = 0
        while found := claim(tx):
            for letter in found:
                calls += 1
                bad = "line:U005" in letter.to
                if bad:
                    broadcast_results.without_bad_address(tx, letter, None, NOW)
                else:
                    sent += letter.to
                    broadcast_results.settle(tx, [letter.number], NOW, state="sent")
                outbox.settle(tx, [letter.number], NOW, state="refused" if bad else "sent")
        assert len(sent) == len(set(sent)) == 8
        assert states(tx, broadcast) == {"failed": 1, "sent": 8}
        assert calls <= 9


def test_used_up_pushes_hold_those_on_line_and_let_the_others_go_on(engine: Engine) -> None:
    with engine.begin() as tx:
        crowd(tx, line=3, telegram=2, english=1)
        broadcast = planned(tx)
        run(tx)
        letter = next(each for each in claim(tx, NOW) if each.is_for_many)
        outbox.settle(tx, [letter.number], NOW, state="held")
        broadcast_results.settle(tx, [letter.number], NOW, state="held")
        broadcast_results.hold(tx, broadcast, NOW)
        run(tx)
        assert states(tx, broadcast)["held"] >= len(letter.to)
        assert {each.chat for each in claim(tx) if not each.is_for_many} == {"telegram:1", "telegram:2"}


def test_a_funnel_counts_taps_and_those_who_signed_up(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx), seats=5)
        crowd(tx, line=3)
        broadcast = planned(tx, role=role)
        run(tx)
        deliver(tx)
        keen, curious = (str(chats.take(tx, [f"line:U00{n}"])[f"line:U00{n}"].person) for n in (0, 1))
        for person in (keen, keen, curious):
            broadcasts.note_tap(tx, broadcast, person, NOW)
        signed_up(tx, role, keen)
        found = broadcasts.find(tx, broadcast)
        assert found is not None
        funnel = broadcasts.funnel(tx, found, NOW)
    assert (funnel.of("sent"), funnel.tapped, funnel.signed_up, funnel.all) == (3, 2, 1, 3)


def signed_up(tx: Connection, role: str, person: str) -> None:
    """Let somebody have asked for the role."""
    from storage.schema import sign_ups as rows

    values: dict[str, Any] = {"id": "s", "role": role, "person": person, "state": HOLDING[0]}
    tx.execute(rows.insert().values(**values, changed_at=NOW, asked_at=NOW))
