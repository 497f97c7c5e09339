"""A small network whose clock, chats and platforms the tests move as they like; what arrives is looked at closely."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine, select, text, update

from bot.channels import Outcome, QuotaSpent, Sent, TryLater, Unreachable
from bot.delivery import LEASE
from bot.noting import note
from bot.parcels import plain_already
from domain import events
from domain.events import Arrival
from flows import FLOWS
from flows.engine import Network as Shared
from handlers.turns import take_turns
from scheduler.sweeper import run_sweep
from scheduler.sweeps import SWEEPS
from storage import chats, inbox, outbox
from storage.database import past_clashes
from storage.outbox import Letter
from storage.schema import inbox as inbox_table
from storage.schema import metadata, projects, sessions
from storage.schema import outbox as outbox_table
from storage.schema import reminders as reminder_table
from tests.reminders import truth
from tests.storage import some
from texts import all_texts

T = TypeVar("T")
Key = tuple[str, str, str, datetime]
"""Session, person, lead, start: what is said once at most."""
SWEEP: Final = next(each for each in SWEEPS if each.name == "reminders")
SECOND: Final = timedelta(seconds=1)
EVERY: Final = timedelta(seconds=SWEEP.seconds)
KEPT: Final = {"audit"}
"""Tables that only grow, whatever a test would like."""


@dataclass
class Flight:
    """A letter in a sender's hands, and what will come of it."""

    letter: Letter
    outcome: Outcome | None
    """``None``: the sender dies, and nobody hears what came of it."""


@dataclass
class Network:
    """Everybody's clock, chats and platforms."""

    engine: Engine
    now: datetime
    shared: Shared = field(default_factory=lambda: Shared(FLOWS, all_texts()))
    flights: list[Flight] = field(default_factory=list)
    blocked: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)
    """Retry keys that LINE has seen."""
    arrived: dict[Key, datetime] = field(default_factory=dict)
    excused: set[Key] = field(default_factory=set)
    """What nobody can know to have arrived, so that it is not said again."""
    keys: Any = field(default_factory=lambda: itertools.count(1))
    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(4))

    # ------------------------------------------------------------ the program

    def do(self, work: Callable[[Connection], T]) -> T:
        """Do something in a transaction; one that met another writer is done again, as the database's door does."""

        def attempt() -> T:
            with self.engine.begin() as tx:
                return work(tx)

        return past_clashes(attempt)

    def at_once(self, works: Iterable[Callable[[Connection], Any]]) -> None:
        """Do several things at the same moment, each in a transaction of its own."""
        for done in [self.pool.submit(self.do, work) for work in works]:
            done.result()

    def sweep(self, tx: Connection) -> None:
        """Look who is due a reminder."""
        run_sweep(tx, SWEEP, self.now)

    def turns(self, tx: Connection) -> int:
        """Answer what waits; gives how much that was. What is no reminder arrives at once."""
        done = take_turns(tx, self.shared, self.now, 10)
        assert all(each.outcome == "answered" for each in done), done
        remind = select(inbox_table.c.id).where(inbox_table.c.kind == events.REMINDER_DUE)
        reminders = outbox_table.c.event.is_not(None) & outbox_table.c.event.in_(remind)
        others = update(outbox_table).where(~reminders, outbox_table.c.state == "waiting")
        tx.execute(others.values(state="sent", settled_at=self.now))
        return len(done)

    def happen(self, chat: str, kind: str) -> None:
        """Let something happen to a chat; it is answered when its turn comes."""
        arrival = Arrival(f"t{next(self.keys)}", chat, kind, self.now)
        self.do(lambda tx: inbox.keep(tx, [arrival], self.now))

    # ------------------------------------------------------------ the senders

    def claim(self, limit: int, fate: Callable[[Letter], str]) -> int:
        """Take letters and hand them to their platforms; what came of it is noted later, or never."""
        letters = self.do(lambda tx: outbox.claim(tx, self.now, LEASE, limit))
        for letter in letters:
            known = plain_already(letter, self.now)
            if known is not None:
                if isinstance(known, Sent):
                    self.excuse(letter)
                self.flights.append(Flight(letter, known))
            else:
                self.flights.append(Flight(letter, self.hand_over(letter, fate(letter))))
        return len(letters)

    def hand_over(self, letter: Letter, fate: str) -> Outcome | None:
        """What a platform makes of a letter, and what the sender hears of it."""
        line = letter.channel == "line"
        if fate in {"lost", "killed_before"}:
            self.excuse(letter)
            return TryLater("no answer", unknown=True) if fate == "lost" else None
        if fate == "busy" or (fate == "spent" and not line):
            return TryLater("rate", seconds=30)
        if fate == "spent":
            return QuotaSpent()
        if letter.chat in self.blocked and not line:
            return Unreachable("blocked")
        self.take(letter)
        if fate == "taken" and line:
            self.excuse(letter)
            return TryLater("no answer", unknown=True)
        return None if fate == "killed_after" else Sent(paid=line)

    def take(self, letter: Letter) -> None:
        """A platform takes a letter: LINE once for each retry key, and into nothing where it is blocked."""
        if letter.channel == "line" and letter.id in self.taken:
            return
        self.taken.add(letter.id)
        if letter.chat in self.blocked:
            self.excuse(letter)
            return
        reminded = self.reminded(letter)
        assert len(reminded) == len(letter.messages), "each bubble is a reminder that is written down"
        said = "\n".join(message["body"] for message in letter.messages)
        for key in reminded:
            assert key not in self.arrived, f"said twice: {key}"
            self.arrived[key] = self.now
            self.do(lambda tx, key=key: truth.check(tx, key, said, self.now))  # type: ignore[misc]

    def reminded(self, letter: Letter) -> list[Key]:
        """Of what a letter reminds."""
        columns = [reminder_table.c[name] for name in ("session", "person", "lead", "starts_at")]
        query = select(*columns).where(reminder_table.c.event == letter.event)
        return self.do(lambda tx: [tuple(row) for row in tx.execute(query)])  # type: ignore[misc]

    def excuse(self, letter: Letter) -> None:
        """Nobody can say any more whether this arrived."""
        self.excused.update(self.reminded(letter))

    def land(self, flight: Flight) -> None:
        """Note what came of a letter, if its sender is alive."""
        self.flights.remove(flight)
        if flight.outcome is not None:
            outcome = flight.outcome
            self.do(lambda tx: note(tx, [(flight.letter, outcome)], self.now))

    # ------------------------------------------------------------ time running normally

    def live(self, until: datetime) -> None:
        """Let time run with everything in order: whatever becomes due is done at once."""
        for flight in list(self.flights):
            self.land(flight)
        while True:
            self.do(self.sweep)
            while self.do(self.turns):
                pass
            while self.claim(50, lambda _letter: "fine"):
                for flight in list(self.flights):
                    self.land(flight)
            upcoming = self.do(self.next_moment)
            if upcoming is None or upcoming > until:
                break
            self.now = max(upcoming, self.now + SECOND)
        self.now = max(self.now, until)

    def next_moment(self, tx: Connection) -> datetime | None:
        """When something becomes due next; a session about which something has changed waits for the next sweep."""
        awake = (sessions.c.state == "planned") & (sessions.c.starts_at > self.now - timedelta(days=3))
        query = select(sessions.c.look_at).join(projects, projects.c.id == sessions.c.project)
        looks = tx.execute(query.where(awake, projects.c.state == "published")).scalars()
        moments = [self.now + EVERY if each is None else each for each in looks]
        return min([*moments, *filter(None, [outbox.next_due(tx)])], default=None)

    # ------------------------------------------------------------ beginning

    def person(self, *channels: str) -> str:
        """Somebody with a chat in each of these channels."""

        def join(tx: Connection) -> str:
            found = some.person(tx, f"คนที่ {next(self.keys)}")
            for channel in channels:
                self.link(tx, found, channel)
            return found

        return self.do(join)

    def link(self, tx: Connection, person: str, channel: str) -> str:
        """Give somebody a chat."""
        name = f"{channel}:{next(self.keys)}"
        taken = chats.take(tx, [name])[name]
        taken.person = person
        chats.save(tx, [taken])
        return name

    def clear(self) -> None:
        """Forget everything, for the next story, the lines of ledgers too."""
        with self.engine.begin() as tx:
            let_go_of_ledgers(tx)
            for table in reversed(metadata.sorted_tables):
                if table.name not in KEPT:
                    tx.execute(table.delete())


def let_go_of_ledgers(tx: Connection) -> None:
    """Let the lines of ledgers be removed, which the database refuses otherwise; the audit log stays."""
    if tx.dialect.name == "postgresql":
        tx.execute(text("SET LOCAL session_replication_role = replica"))
        return
    triggers = text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name <> 'audit'")
    for name in tx.execute(triggers).scalars().all():
        tx.execute(text(f"DROP TRIGGER {name}"))


__all__ = ["Key", "Network", "events"]
