"""The log: one JSON line for each thing done, and nothing personal in it, whoever writes the line."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from bot import logs

SECRET = "0891234567 ความลับ"


@pytest.fixture(autouse=True)
def quiet_again() -> Iterator[None]:
    """Give the other tests their loggers back."""
    root = logging.getLogger()
    before = (root.handlers[:], root.level, logs.LOG.level)
    yield
    root.handlers[:], level, own = before
    root.setLevel(level)
    logs.LOG.setLevel(own)
    for name in logs.FOREIGN:
        logging.getLogger(name).setLevel(logging.NOTSET)


def written(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """What was written to the log since, line by line."""
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_an_action_is_one_line_with_its_ids(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up()
    logs.log("event_answered", event=7, chat="line:0a1b2c3d")
    (line,) = written(capsys)
    assert (line["action"], line["level"], line["event"], line["chat"]) == (
        "event_answered",
        "info",
        7,
        "line:0a1b2c3d",
    )
    assert line["at"][:2] == "20"


def test_a_warning_says_that_it_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up()
    logs.warn("turns_failed", error="OperationalError")
    assert written(capsys)[0]["level"] == "warning"


@pytest.mark.parametrize("library", ["aiohttp.server", "sqlalchemy.engine", "telegram.Bot", "somebody.else"])
def test_of_a_librarys_line_only_its_place_is_kept(capsys: pytest.CaptureFixture[str], library: str) -> None:
    logs.set_up()
    try:
        int(SECRET)
    except ValueError:
        logging.getLogger(library).exception("could not handle %s", SECRET)
    (line,) = written(capsys)
    assert SECRET not in json.dumps(line, ensure_ascii=False)
    assert (line["action"], line["library"], line["error"]) == ("library_warning", library, "ValueError")


def test_the_libraries_chatter_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up()
    for library in ("httpx", "telegram", "apscheduler", "sqlalchemy.engine", "asyncio", "aiohttp.access", "whoever"):
        logging.getLogger(library).info(SECRET)
        logging.getLogger(library).debug(SECRET)
    assert written(capsys) == []


def test_odd_facts_do_not_break_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up()
    logs.log("odd", thing=object(), several=[1, {"a": None}], words='a"b\nc')
    (line,) = written(capsys)
    assert line["words"] == 'a"b\nc'


def test_a_masked_chat_is_always_the_same_and_says_nothing() -> None:
    chat = "line:U4af4980629aaaaaaaaaaaaaaaaaaaaaa"
    assert logs.mask(chat) == logs.mask(chat) != logs.mask(chat + "b")
    assert logs.mask(chat).startswith("line:")
    assert "4af498" not in logs.mask(chat)


def test_the_log_goes_to_standard_output() -> None:
    logs.set_up()
    (handler,) = logging.getLogger().handlers
    assert isinstance(handler, logging.StreamHandler)
    assert handler.stream is sys.stdout


class Stream(io.StringIO):
    """Knows what was written at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[list[str]] = []
        self.gone = False

    def write(self, text: str) -> int:
        if self.gone:
            raise BrokenPipeError
        self.written.append([json.loads(line)["action"] for line in text.splitlines()])
        return len(text)


@pytest.fixture
def stream(monkeypatch: pytest.MonkeyPatch) -> Stream:
    stream = Stream()
    monkeypatch.setattr(sys, "stdout", stream)
    logs.set_up()
    return stream


async def test_lines_of_one_turn_of_the_loop_are_written_in_one_go(stream: Stream) -> None:
    for action in ("one", "two", "three"):
        logs.log(action)
    assert stream.written == []
    await asyncio.sleep(0)
    assert stream.written == [["one", "two", "three"]]
    logs.log("four")
    await asyncio.sleep(0)
    assert stream.written == [["one", "two", "three"], ["four"]]


async def test_what_an_operator_should_look_at_is_written_at_once_behind_what_was_before(stream: Stream) -> None:
    logs.log("one")
    logs.warn("two")
    assert stream.written == [["one", "two"]]


def test_where_no_loop_runs_each_line_is_written_at_once(stream: Stream) -> None:
    logs.log("one")
    logs.log("two")
    assert stream.written == [["one"], ["two"]]


def test_what_a_loop_left_is_written_at_the_end(stream: Stream) -> None:
    async def leave() -> None:
        logs.log("left")
        asyncio.get_running_loop().stop()

    for _ in range(2):
        loop = asyncio.new_event_loop()
        task = loop.create_task(leave())
        loop.run_forever()
        assert task.done()
        loop.close()
    assert stream.written == []
    logging.getLogger().handlers[0].flush()
    assert stream.written == [["left", "left"]]


async def test_a_log_that_nobody_reads_any_more_troubles_nobody(
    stream: Stream, capsys: pytest.CaptureFixture[str]
) -> None:
    stream.gone = True
    logs.log("one")
    await asyncio.sleep(0)
    logs.warn("two")
    assert capsys.readouterr().err == ""
    stream.gone = False
    logs.warn("three")
    assert stream.written == [["three"]]
