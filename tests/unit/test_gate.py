"""The gate of a process that has the platforms to itself: what goes, what waits, what is spared for answers."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.clock import Clock
from bot.gate import Gate
from bot.limits import LANES, LINE_MULTICAST, LINE_PUSH, LINE_REPLY, MOST_IN_A_GROUP, TELEGRAM, Limit, lane_of
from storage.outbox import BULK, REMINDER, REPLY, Letter

KEPT = int(LANES[TELEGRAM].kept)
MOST = int(LANES[TELEGRAM].burst)


class Still(Clock):
    """A clock that goes on only when told to."""

    def __init__(self) -> None:
        super().__init__()
        self.began = super().machine()

    def machine(self):
        return self.began


def letter(number: int = 1, rank: int = BULK, chat: str = "telegram:1", token: str = "") -> Letter:
    free_reply = {"token": token} if token else None
    return Letter(number, "id", chat, rank, [{"body": "."}], free_reply, True, 0, False, 0, None, True)


@pytest.fixture
def gate() -> Gate:
    return Gate(Still(), ["line", "telegram"])


def pass_on(gate: Gate, seconds: float) -> None:
    gate.clock.move(timedelta(seconds=seconds))


def test_each_letter_goes_by_the_lane_that_its_platform_counts() -> None:
    assert lane_of(letter()) == TELEGRAM
    assert lane_of(letter(chat="line:U1", token="t", rank=REPLY)) == LINE_REPLY
    assert lane_of(letter(chat="line:U1", rank=REMINDER)) == LINE_PUSH
    assert lane_of(letter(chat="line:many:1")) == LINE_MULTICAST


async def test_bulk_leaves_some_to_answers(gate: Gate) -> None:
    now = gate.clock.now()
    room = gate.rooms(now)["telegram"]
    assert room == MOST - KEPT
    gate.charge((letter(number) for number in range(room)), now)
    assert gate.rooms(now)["telegram"] == 0
    waits = [await gate.enter(letter(number, REPLY, f"telegram:{number}")) for number in range(KEPT)]
    assert waits == [0] * KEPT


async def test_what_answers_took_bulk_waits_for(gate: Gate) -> None:
    for number in range(MOST):
        assert await gate.enter(letter(number, REPLY, f"telegram:{number}")) == 0
        gate.leave(letter(number, REPLY, f"telegram:{number}"))
    pass_on(gate, KEPT / LANES[TELEGRAM].per_second)
    assert gate.rooms(gate.clock.now())["telegram"] == 0
    pass_on(gate, 1)
    assert gate.rooms(gate.clock.now())["telegram"] == MOST - KEPT


async def test_answers_wait_in_line_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LANES, TELEGRAM, Limit(50, 2))
    gate, went = Gate(Clock(), ["telegram"]), []

    async def go(number: int) -> None:
        assert await gate.enter(letter(number, REPLY, f"telegram:{number}")) == 0
        went.append(number)

    waiting = [asyncio.ensure_future(go(number)) for number in range(6)]
    await asyncio.sleep(0)
    assert went == [0, 1]
    await asyncio.gather(*waiting)
    assert went == [0, 1, 2, 3, 4, 5]


async def test_who_is_in_a_hurry_waits_for_nothing_but_counts() -> None:
    gate = Gate(Still(), ["telegram"], hurried=True)
    for number in range(3 * MOST):
        assert await gate.enter(letter(number, REPLY)) == 0
    assert gate.rooms(gate.clock.now())["telegram"] == 0


async def enter(gate: Gate, sent: Letter) -> float:
    """Let a letter that was just claimed go."""
    gate.charge([sent], gate.clock.now())
    return await gate.enter(sent)


async def test_what_nobody_waits_for_does_not_wait_for_a_chat_but_comes_back(gate: Gate) -> None:
    assert [await enter(gate, letter()) for _ in range(3)] == [0, 0, 0]
    assert await enter(gate, letter()) == 1
    assert await enter(gate, letter(chat="telegram:2")) == 0
    pass_on(gate, 1)
    assert await enter(gate, letter()) == 0


async def test_what_was_counted_too_long_ago_is_counted_anew(gate: Gate) -> None:
    gate.charge([letter()], gate.clock.now())
    pass_on(gate, 10)
    assert gate.rooms(gate.clock.now())["telegram"] == MOST - KEPT
    assert await gate.enter(letter()) == 0
    gate.leave(letter())
    assert gate.rooms(gate.clock.now())["telegram"] == MOST - KEPT - 1


async def test_no_more_than_twenty_go_into_a_group_within_a_minute(gate: Gate) -> None:
    went = 0
    for _ in range(30):
        went += await enter(gate, letter(chat="telegram:-5")) == 0
        pass_on(gate, 1)
    assert went == MOST_IN_A_GROUP
    assert await gate.enter(letter(chat="telegram:-5", rank=REPLY)) == pytest.approx(30.5), "answers as well"
    pass_on(gate, 30.5)
    assert await enter(gate, letter(chat="telegram:-5")) == 0


async def test_a_slow_call_is_counted_again_and_meanwhile_no_bulk_goes(gate: Gate) -> None:
    answer = letter(1, REPLY)
    assert await gate.enter(answer) == 0
    pass_on(gate, 5)
    assert gate.rooms(gate.clock.now())["telegram"] == 0
    gate.leave(answer)
    assert gate.rooms(gate.clock.now())["telegram"] == MOST - KEPT - 1


async def test_a_chat_that_was_too_fast_rests_alone(gate: Gate) -> None:
    await gate.too_fast(letter(), 7, everyone=False)
    assert await enter(gate, letter()) == 7
    assert await gate.enter(letter(rank=REPLY)) == 7
    assert await gate.enter(letter(chat="telegram:2", rank=REPLY)) == 0
    assert gate.rooms(gate.clock.now())["telegram"] > 0


async def test_a_second_chat_that_was_too_fast_meanwhile_means_the_whole_bot(gate: Gate) -> None:
    await gate.too_fast(letter(), 7, everyone=False)
    await gate.too_fast(letter(chat="telegram:2"), 9, everyone=False)
    assert gate.rooms(gate.clock.now())["telegram"] == 0
    assert await gate.enter(letter(chat="telegram:3", rank=REPLY)) == 9
    assert gate.rooms(gate.clock.now())["line"] > 0


async def test_a_second_chat_that_is_too_fast_long_after_is_another_matter(gate: Gate) -> None:
    await gate.too_fast(letter(), 7, everyone=False)
    pass_on(gate, 8)
    await gate.too_fast(letter(chat="telegram:2"), 9, everyone=False)
    assert gate.rooms(gate.clock.now())["telegram"] > 0


@pytest.mark.parametrize("before", [0.001, 0.5, 3600])
async def test_a_moment_noted_earlier_or_a_clock_put_back_gives_nothing(gate: Gate, before: float) -> None:
    now = gate.clock.now()
    for number in range(MOST):
        assert await gate.enter(letter(number, REPLY, f"telegram:{number}")) == 0
        gate.leave(letter(number, REPLY, f"telegram:{number}"))
    assert gate.rooms(now - timedelta(seconds=before))["telegram"] == 0
    pass_on(gate, 1 - before if before > 1 else 1)
    assert gate.rooms(gate.clock.now())["telegram"] == MOST - KEPT


async def test_a_group_has_no_more_room_after_a_clock_was_put_back(gate: Gate) -> None:
    for number in range(MOST_IN_A_GROUP):
        assert await gate.enter(letter(number, REMINDER, "telegram:-5")) == 0
        pass_on(gate, 1)
    pass_on(gate, -3600)
    wait = await gate.enter(letter(99, REMINDER, "telegram:-5"))
    assert 39 < wait < 42
