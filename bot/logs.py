"""One JSON line for each thing done: an action and its ids; never a name, a text or a token."""

from __future__ import annotations

import json
import logging
import sys
import zlib
from typing import Any, Final

LOG: Final = logging.getLogger("handup")
FOREIGN: Final = ("aiohttp", "httpx", "httpcore", "telegram", "linebot", "apscheduler", "sqlalchemy", "asyncio")


def set_up(level: int = logging.INFO) -> None:
    """Send our lines to standard output, and only the warnings of the libraries: theirs may hold what people write."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    LOG.setLevel(level)
    for name in FOREIGN:
        logging.getLogger(name).setLevel(logging.ERROR)


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON; of a library's record only where it came from."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        line: dict[str, Any] = {"at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"), "level": record.levelname.lower()}
        facts = getattr(record, "facts", None)
        if facts is None:
            line |= {"action": "library_warning", "library": record.name, "line": f"{record.filename}:{record.lineno}"}
        else:
            line |= {"action": record.getMessage(), **facts}
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
        return json.dumps(line, ensure_ascii=False, default=str)


def log(action: str, **facts: Any) -> None:
    """Note something done: what, and the ids it concerns."""
    LOG.info(action, extra={"facts": facts})


def warn(action: str, **facts: Any) -> None:
    """Note something that an operator should look at."""
    LOG.warning(action, extra={"facts": facts})


def mask(chat: str) -> str:
    """A chat's name for the log: its channel, and a short number that says nothing but is always the same."""
    channel = chat.partition(":")[0]
    return f"{channel}:{zlib.crc32(chat.encode()):08x}"
