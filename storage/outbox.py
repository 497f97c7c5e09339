"""What we have to say and have not said yet: every message leaves here, after the state that it follows from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import (
    Connection,
    Text,
    and_,
    bindparam,
    case,
    cast,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from domain.messages import MOST_TOGETHER, Message, to_json
from storage.columns import idempotency_key
from storage.prepared import Among, Prepared
from storage.schema import broadcast_people, chats, outbox
from storage.schema.of_the_path import FORGOTTEN, PAID, STUCK

REPLY: Final = 0
REMINDER: Final = 1
BULK: Final = 2
"""Ranks: what is said first when not everything can be said at once."""
MANY: Final = "many"
"""``line:many:<uuid>`` is the chat of a letter for many people; who they are is looked up when it is sent."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One row of the outbox: up to five messages for one chat."""

    number: int
    id: str
    chat: str
    rank: int
    messages: list[dict[str, Any]]
    free_reply: dict[str, Any] | None
    worth_push: bool
    attempts: int
    in_doubt: bool
    progress: int
    first_tried_at: datetime | None
    reachable: bool
    broadcast: str | None = None
    people: int = 1
    """For how many people it is."""
    event: int | None = None
    """The event that it answers, where it may have to be taken back."""
    good_until: datetime | None = None
    """After this moment it is not sent: it would no longer be true."""
    abandoned: bool = False
    """Whoever was sending it last has not said what came of it."""
    to: tuple[str, ...] = ()
    """The chats of a letter for many."""
    said: tuple[Message, ...] = ()
    """The messages as they were written, where they did not have to be read back."""

    @property
    def can_be_taken_back(self) -> bool:
        """Whether what it says follows from a state that may change: then it is said once, or anew."""
        return self.event is not None

    @property
    def surely_unsent(self) -> bool:
        """Whether nothing of it can have arrived before this attempt."""
        return not self.in_doubt and self.progress == 0

    @property
    def channel(self) -> str:
        """The name of the channel that it goes by."""
        return self.chat.partition(":")[0]

    @property
    def is_for_many(self) -> bool:
        """Whether it goes to several people in one call."""
        return f":{MANY}:" in self.chat


@dataclass(frozen=True, slots=True)
class Draft:
    """Messages that a turn wants said, before they have a row."""

    chat: str
    messages: tuple[Message, ...]
    rank: int = REPLY
    free_reply: dict[str, Any] | None = None
    worth_push: bool = True
    broadcast: str | None = None
    people: int = 1
    due_at: datetime | None = None
    """Not before then; ``None``: at once."""
    event: int | None = None
    """As of a letter."""
    good_until: datetime | None = None

    @property
    def channel(self) -> str:
        """The name of the channel that it goes by."""
        return self.chat.partition(":")[0]


def write(tx: Connection, drafts: Sequence[Draft], now: datetime) -> None:
    """Put messages into the outbox, each with the idempotency key that all its attempts will carry."""
    WRITE.many(tx, [row_of(draft, now) for draft in drafts])


WRITE = Prepared(
    lambda _: insert(outbox).inline(), [column.name for column in outbox.c if column is not outbox.c.number]
)


def post(tx: Connection, drafts: Sequence[Draft], now: datetime) -> list[int]:
    """As :func:`write`; gives the letters' numbers, in the same order."""
    rows = [row_of(draft, now) for draft in drafts]
    WRITE.many(tx, rows)
    return numbers_of(tx, [row["id"] for row in rows])


def numbers_of(tx: Connection, ids: Sequence[str]) -> list[int]:
    """The numbers of letters, in the order of their ids."""
    found = {row[0]: row[1] for row in NUMBERS.all(tx, {"ids": ids})} if ids else {}
    return [found[each] for each in ids]


NUMBERS = Prepared(lambda _: select(outbox.c.id, outbox.c.number).where(Among(outbox.c.id, "ids")))


def row_of(
    draft: Draft, now: datetime, leased_until: datetime | None = None, leased_by: int | None = None
) -> dict[str, Any]:
    """The outbox row of a draft; with ``leased_until`` that of a letter that is being sent already."""
    leased = leased_until is not None
    return {
        "leased_by": leased_by if leased else None,
        "leased_until": leased_until,
        "first_tried_at": now if leased else None,
        "settled_at": None,
        "why": None,
        "id": idempotency_key(now),
        "chat": draft.chat,
        "rank": draft.rank,
        "messages": [to_json(message) for message in draft.messages],
        "free_reply": draft.free_reply,
        "worth_push": draft.worth_push,
        "written_at": now,
        "due_at": draft.due_at or now,
        "state": "waiting",
        "attempts": int(leased),
        "in_doubt": False,
        "progress": 0,
        "paid": False,
        "broadcast": draft.broadcast,
        "people": draft.people,
        "event": draft.event,
        "good_until": draft.good_until,
    }


earlier = outbox.alias("earlier")

CLAIM = (
    select(
        outbox.c.number,
        outbox.c.id,
        outbox.c.chat,
        outbox.c.rank,
        outbox.c.messages,
        outbox.c.free_reply,
        outbox.c.worth_push,
        outbox.c.attempts,
        or_(outbox.c.in_doubt, outbox.c.leased_until.is_not(None)).label("in_doubt"),
        outbox.c.progress,
        outbox.c.first_tried_at,
        func.coalesce(chats.c.reachable, True).label("reachable"),
        outbox.c.broadcast,
        outbox.c.people,
        outbox.c.event,
        outbox.c.good_until,
        outbox.c.leased_until.is_not(None).label("abandoned"),
    )
    .outerjoin(chats, chats.c.name == outbox.c.chat)
    .where(outbox.c.state == "waiting")
    .where(
        or_(
            outbox.c.due_at <= bindparam("now"),
            # An answer is never written for later, nor put off for long: the clock was put back since.
            and_(
                outbox.c.rank == REPLY,
                or_(outbox.c.due_at == outbox.c.written_at, outbox.c.due_at > bindparam("too_far")),
            ),
        )
    )
    .where(
        or_(
            outbox.c.leased_until.is_(None),
            outbox.c.leased_until <= bindparam("now"),
            outbox.c.leased_until > bindparam("longest"),
        )
    )
    .where(
        ~exists().where(
            and_(
                earlier.c.chat == outbox.c.chat,
                earlier.c.number < outbox.c.number,
                earlier.c.state == "waiting",
                earlier.c.rank <= outbox.c.rank,
            )
        )
    )
    .order_by(outbox.c.rank, outbox.c.number)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True, of=outbox)
)


ASTRAY: Final = 10
"""A lease that runs so many times longer than any is from a moment to come: the clock was put back since.

Other processes' clocks may differ from ours by seconds; their leases are theirs all the same.
"""


TOO_FAR: Final = timedelta(hours=1)
"""No answer is put off for so long."""


def claim(
    tx: Connection,
    now: datetime,
    lease: timedelta,
    limit: int,
    channels: Sequence[str] = (),
    unasked: Mapping[str, int] | None = None,
    by: int | None = None,
) -> list[Letter]:
    """What may be sent now: each chat's oldest letter, replies before reminders before bulk? They are leased to us.

    ``channels`` that are at rest are left out. ``unasked`` says how many letters that nobody waits for each channel has
    room for (without it, any number); an answer never waits behind one. A letter whose sender died comes back when its
    lease has run out, in doubt: nobody knows whether it was sent. ``by`` is our number (:mod:`storage.processes`).
    """
    query = CLAIM
    for channel in channels:
        query = query.where(~outbox.c.chat.startswith(f"{channel}:"))
    if unasked is not None:
        query = query.where(outbox.c.rank == REPLY)
    moments = {"now": now, "longest": now + ASTRAY * lease, "too_far": now + TOO_FAR}
    found = [Letter(*row) for row in tx.execute(query, {**moments, "limit": limit})]
    for channel, room in (unasked or {}).items():
        if room > 0 and channel not in channels:
            found += claim_unasked(tx, moments, channel, min(room, limit))
    letters = with_addresses(tx, found)
    if letters:
        numbers = [letter.number for letter in letters]
        tx.execute(LEASE, {"numbers": numbers, "until": now + lease, "now": now, "by": by})
    return letters


def claim_unasked(tx: Connection, moments: Mapping[str, datetime], channel: str, limit: int) -> list[Letter]:
    """Which letters that nobody waits for may go by this channel now, reminders before bulk?"""
    query = CLAIM.where(outbox.c.rank > REPLY, outbox.c.chat.startswith(f"{channel}:"))
    return [Letter(*row) for row in tx.execute(query, {**moments, "limit": limit})]


def with_addresses(tx: Connection, letters: Sequence[Letter]) -> list[Letter]:
    """The letters, those for many with the chats that they go to."""
    numbers = [letter.number for letter in letters if letter.is_for_many]
    if not numbers:
        return list(letters)
    query = select(broadcast_people.c.letter, broadcast_people.c.chat).where(broadcast_people.c.letter.in_(numbers))
    to: dict[int, list[str]] = {number: [] for number in numbers}
    for row in tx.execute(query.order_by(broadcast_people.c.place)):
        to[row.letter].append(row.chat)
    return [replace(letter, to=tuple(to.get(letter.number, ()))) for letter in letters]


LEASE = (
    update(outbox)
    .where(outbox.c.number.in_(bindparam("numbers", expanding=True)))
    .values(
        leased_until=bindparam("until", type_=outbox.c.leased_until.type),
        leased_by=bindparam("by", type_=outbox.c.leased_by.type),
        in_doubt=or_(outbox.c.in_doubt, outbox.c.leased_until.is_not(None)),
        attempts=outbox.c.attempts + 1,
        first_tried_at=func.coalesce(outbox.c.first_tried_at, bindparam("now", type_=outbox.c.first_tried_at.type)),
    )
)


def renew(tx: Connection, numbers: Sequence[int], until: datetime, by: int | None = None) -> None:
    """Keep the leases of letters that are still being sent."""
    if numbers:
        leased = outbox.c.number.in_(numbers) & outbox.c.leased_until.is_not(None)
        tx.execute(update(outbox).where(leased).values(leased_until=until, leased_by=by))


def let_go(tx: Connection, numbers: Sequence[int]) -> None:
    """Give up the leases of letters whose sending was cut off: nobody knows whether they were sent."""
    if numbers:
        leased = outbox.c.number.in_(numbers) & outbox.c.leased_until.is_not(None)
        tx.execute(update(outbox).where(leased).values(leased_until=None, in_doubt=True))


def give_back(tx: Connection, numbers: Sequence[int]) -> None:
    """Give up the leases of letters that were claimed and never handed to anybody."""
    if numbers:
        tx.execute(update(outbox).where(outbox.c.number.in_(numbers)).values(leased_until=None))


def inherit(tx: Connection, now: datetime) -> None:
    """Let nobody wait for the leases of a process that is dead; what became of its letters nobody knows."""
    leased = (outbox.c.state == "waiting") & (outbox.c.leased_until > now)
    tx.execute(update(outbox).where(leased).values(leased_until=now))


def settle(
    tx: Connection, numbers: Sequence[int], now: datetime, *, state: str, paid: bool = False, why: str | None = None
) -> None:
    """Close letters: sent, unreachable, refused, expired or held. Only those that are held keep their words.

    Whom they were for is kept only where a human has to look.
    """
    if numbers:
        statement = SETTLE_HELD if state == "held" else SETTLE_REFUSED if state == "refused" else SETTLE
        statement.once(tx, {"numbers": list(numbers), "state": state, "now": now, "paid": paid, "why": why})


def settling(**words: Any) -> Any:
    """The statement that closes letters."""
    given = {name: bindparam(name, type_=outbox.c[name].type) for name in ("state", "paid", "why")}
    closed = {"settled_at": bindparam("now", type_=outbox.c.settled_at.type), "leased_until": None, "free_reply": None}
    return update(outbox).where(Among(outbox.c.number, "numbers")).values(**given, **closed, **words)


SETTLE = Prepared(lambda _: settling(messages=[], chat=FORGOTTEN))
SETTLE_REFUSED = Prepared(lambda _: settling(messages=[]))
SETTLE_HELD = Prepared(lambda _: settling())


def put_off(tx: Connection, number: int, due_at: datetime, *, in_doubt: bool, progress: int, why: str) -> None:
    """Try a letter again at ``due_at``; ``in_doubt`` if an attempt may have been taken after all.

    What can be taken back was due at a moment, and is never sent before it, wherever the clock is put.
    """
    too_early = and_(outbox.c.event.is_not(None), outbox.c.due_at > due_at)
    tx.execute(
        update(outbox)
        .where(outbox.c.number == number)
        .values(
            due_at=case((too_early, outbox.c.due_at), else_=due_at),
            leased_until=None,
            in_doubt=or_(outbox.c.in_doubt, literal(in_doubt)),
            progress=progress,
            why=why,
        )
    )


def bring_forward(tx: Connection, channel: str, why: str, now: datetime) -> None:
    """Let a channel's letters go at once that were put off for a reason that is gone."""
    put_off_so = and_(WAITS, outbox.c.why == why, outbox.c.chat.startswith(f"{channel}:"))
    tx.execute(update(outbox).where(put_off_so, outbox.c.due_at > now).values(due_at=now))


def merge_into_next(tx: Connection, letter: Letter, now: datetime) -> bool:
    """Let a letter ride in front of the chat's next one; false if there is none, or they do not fit together.

    What can be taken back takes nothing along.
    """
    query = select(outbox.c.number, outbox.c.messages, outbox.c.event).where(
        outbox.c.chat == letter.chat, outbox.c.state == "waiting", outbox.c.number > letter.number
    )
    following = tx.execute(query.order_by(outbox.c.number).limit(1)).one_or_none()
    if (
        following is None
        or following.event is not None
        or len(letter.messages) + len(following.messages) > MOST_TOGETHER
    ):
        return False
    messages = [*letter.messages, *following.messages]
    tx.execute(update(outbox).where(outbox.c.number == following.number).values(messages=messages, worth_push=True))
    settle(tx, [letter.number], now, state="merged")
    return True


def turn_into_push(tx: Connection, number: int, now: datetime) -> None:
    """Send a letter whose free reply is spent as a paid push instead."""
    tx.execute(
        update(outbox)
        .where(outbox.c.number == number)
        .values(free_reply=None, due_at=now, leased_until=None, in_doubt=False, why="reply spent")
    )


def withdraw(tx: Connection, broadcast: str) -> list[int]:
    """Take back a broadcast's letters of which nothing can have arrived, nor is about to; gives their numbers."""
    unsent = and_(outbox.c.state == "waiting", outbox.c.leased_until.is_(None), outbox.c.progress == 0)
    sure = unsent & outbox.c.in_doubt.is_(False)
    statement = delete(outbox).where(outbox.c.broadcast == broadcast, sure).returning(outbox.c.number)
    return list(tx.execute(statement).scalars())


def next_due(tx: Connection) -> datetime | None:
    """When does the next letter become due, as far as is known now?"""
    soonest = func.min(func.coalesce(outbox.c.leased_until, outbox.c.due_at))
    found = tx.execute(select(soonest).where(outbox.c.state == "waiting")).scalar()
    return found if found is None or isinstance(found, datetime) else None


def count_stuck(tx: Connection) -> dict[str, int]:
    """How many letters wait for a human, ``held`` and ``refused``?"""
    query = select(outbox.c.state, func.count()).where(STUCK).group_by(outbox.c.state)
    return {"held": 0, "refused": 0} | {row[0]: row[1] for row in tx.execute(query)}


def backlog(tx: Connection) -> list[tuple[int, int, datetime]]:
    """How many letters of each rank wait, and since when has the first?"""
    query = select(outbox.c.rank, func.count(), func.min(outbox.c.written_at)).where(WAITS)
    return [(row[0], row[1], row[2]) for row in tx.execute(query.group_by(outbox.c.rank).order_by(outbox.c.rank))]


def paid_since(tx: Connection, moment: datetime) -> int:
    """How many paid pushes did we send since then, one for each person?"""
    query = select(func.coalesce(func.sum(outbox.c.people), 0)).where(PAID, outbox.c.settled_at >= moment)
    return int(tx.execute(query).scalar_one())


def forget(tx: Connection, chat: str) -> None:
    """Remove everything we said or were going to say in a chat."""
    for naming in (WAITS, STUCK):
        tx.execute(delete(outbox).where(naming, outbox.c.chat == chat))


def forget_button(tx: Connection, target: str) -> None:
    """Remove every letter, in any chat, with the button that begins ``target``: ``flow:argument``."""
    for worded in (WAITS, STUCK):
        tx.execute(delete(outbox).where(worded, cast(outbox.c.messages, Text).contains(f'"go:{target}"')))


WAITS: Final = outbox.c.state == literal("waiting", literal_execute=True)
"""Spelt out in the query: SQLite sees only so that the index of what waits has it all."""
