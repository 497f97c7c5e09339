"""One JSON line for each thing done: an action and its ids; never a name, a text or a token, whoever writes it."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Final, TextIO

from domain import quick_json

LOG: Final = logging.getLogger("handup")
FOREIGN: Final = (
    "aiohttp",
    "httpx",
    "httpcore",
    "telegram",
    "linebot",
    "apscheduler",
    "sqlalchemy",
    "asyncio",
    "psycopg",
)
HOUSE: Final = Path(__file__).parents[1]
MASK: Final = {"key": b""}
"""What makes a masked chat's number impossible to look up for whoever has the log alone."""


def set_up(level: int = logging.INFO, key: str = "") -> None:
    """Send our lines to standard output, and of everybody else's only where they came from.

    Libraries' words, and those of errors that nobody caught, may hold what people write. ``key`` is a secret by which
    chats are masked.
    """
    handler = Gathering(sys.stdout)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    LOG.setLevel(level)
    for name in FOREIGN:
        logging.getLogger(name).setLevel(logging.ERROR)
    for unread in ("logThreads", "logProcesses", "logMultiprocessing", "logAsyncioTasks"):
        setattr(logging, unread, False)  # what we write holds none of these
    MASK["key"] = hashlib.sha256(key.encode()).digest() if key else b""
    mask.cache_clear()


def take_over() -> None:
    """Let the whole process write nothing but our lines: warnings, and what nobody caught, are lines as well."""
    logging.raiseExceptions = False  # a line that cannot be written is not shown with what was to be in it
    logging.captureWarnings(capture=True)
    sys.excepthook = uncaught
    threading.excepthook = lambda told: failed("thread_died", told.exc_value, thread=told.thread and told.thread.name)
    sys.unraisablehook = lambda told: failed("unraisable", told.exc_value)


class Gathering(logging.StreamHandler[TextIO]):
    """Writes lines; those of one turn of the event loop in one go, as each write costs as much as making a line."""

    def __init__(self, stream: TextIO) -> None:
        """Build it."""
        super().__init__(stream)
        self.lines: list[str] = []
        self.asked: asyncio.AbstractEventLoop | None = None
        """The loop that will write them."""

    def emit(self, record: logging.LogRecord) -> None:
        """Take a line; at once goes what an operator should look at, and what no loop would write."""
        try:
            self.lines.append(self.format(record) + self.terminator)
            if record.levelno >= logging.WARNING or not (loop := running_loop()):
                self.flush()
            elif self.asked is not loop:
                self.asked = loop
                loop.call_soon(self.flush)
        except Exception:
            self.handleError(record)

    def flush(self) -> None:
        """Write what was taken."""
        self.acquire()
        try:
            lines, self.lines, self.asked = self.lines, [], None
            with suppress(OSError, ValueError):  # nobody reads any more
                self.stream.write("".join(lines))
                super().flush()
        finally:
            self.release()


def running_loop() -> asyncio.AbstractEventLoop | None:
    """The event loop of this thread, if one runs."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON; of a library's record only where it came from."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        line: dict[str, Any] = {"at": at(int(record.created)), "level": record.levelname.lower()}
        facts = getattr(record, "facts", None)
        if facts is None:
            line |= {"action": "library_warning", "library": record.name, "line": f"{record.filename}:{record.lineno}"}
        else:
            line |= {"action": record.getMessage(), **facts}
        if record.exc_info and record.exc_info[0]:
            line |= {"error": record.exc_info[0].__name__, "where": where(record.exc_info[2])}
        return quick_json.dumps(line, default=lambda odd: type(odd).__name__)


@lru_cache(maxsize=2)
def at(second: int) -> str:
    """A moment, in seconds since 1970, as it stands in a line."""
    return time.strftime("%Y-%m-%dT%H:%M:%S%z", time.localtime(second))


def log(action: str, **facts: Any) -> None:
    """Note something done: what, and the ids it concerns."""
    write(logging.INFO, action, facts)


def warn(action: str, **facts: Any) -> None:
    """Note something that an operator should look at."""
    write(logging.WARNING, action, facts)


def write(level: int, action: str, facts: Mapping[str, Any]) -> None:
    """Hand on a line, without looking for where in the code it was written: its action says that."""
    if LOG.isEnabledFor(level):
        LOG.handle(LOG.makeRecord(LOG.name, level, "", 0, action, (), None, extra={"facts": facts}))


def failed(action: str, error: BaseException | None, **facts: Any) -> None:
    """Note an error that nobody dealt with: its kind and its place, never its words."""
    of_error = {"error": type(error).__name__, "where": where(error.__traceback__)} if error is not None else {}
    write(logging.ERROR, action, facts | of_error)


def uncaught(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """Note the error that ends the process."""
    if not issubclass(kind, KeyboardInterrupt):
        failed("crashed", error)


def where(trace: TracebackType | None) -> str:
    """The last place in our own files that an error came through; elsewhere its very last."""
    found = ""
    while trace is not None:
        path, line = Path(trace.tb_frame.f_code.co_filename), trace.tb_lineno
        ours = path.is_relative_to(HOUSE) and "site-packages" not in path.parts
        if ours or not found.partition(":")[0].count("/"):
            found = f"{path.relative_to(HOUSE).as_posix()}:{line}" if ours else f"{path.name}:{line}"
        trace = trace.tb_next
    return found


@lru_cache(maxsize=4096)
def mask(chat: str) -> str:
    """A chat's name for the log: its channel, and a short number that says nothing but is always the same."""
    channel = chat.partition(":")[0]
    return f"{channel}:{hashlib.blake2s(chat.encode(), digest_size=4, key=MASK['key']).hexdigest()}"
