"""How much of the month's paid messages is left, and what is on its way."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, select, update

from domain.events import MESSAGE_RECEIVED, ROLE_ANNOUNCED, Arrival
from domain.messages import Message
from storage import inbox, outbox, quotas
from storage.outbox import Draft
from storage.quotas import Quota
from storage.schema import outbox as letters


def write(tx: Connection, chat: str, now: datetime, free_reply: dict[str, str] | None = None) -> None:
    outbox.write(tx, [Draft(chat, (Message("สวัสดี"),), free_reply=free_reply)], now)


def sent(tx: Connection, at: datetime, *, paid: bool) -> None:
    """Everything that waits was sent then."""
    waiting = update(letters).where(letters.c.state == "waiting")
    tx.execute(waiting.values(state="sent", paid=paid, settled_at=at))


def test_nothing_is_known_before_the_channel_was_asked(engine: Engine) -> None:
    with engine.begin() as tx:
        assert quotas.latest(tx, "line") is None


def test_the_newest_figure_counts(engine: Engine, now: datetime) -> None:
    later = now + timedelta(hours=1)
    with engine.begin() as tx:
        quotas.note(tx, "line", 300, 12, now)
        quotas.note(tx, "telegram", None, 0, now)
        quotas.note(tx, "line", 500, 40, later)
        assert quotas.latest(tx, "line") == Quota("line", 500, 40, later)
        assert quotas.latest(tx, "telegram") == Quota("telegram", None, 0, now)


def test_what_we_sent_since_it_was_read_is_used_too(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        quotas.note(tx, "line", 300, 12, now)
        write(tx, "line:Umali", now)
        sent(tx, now - timedelta(minutes=5), paid=True)
        write(tx, "line:Umali", now)
        write(tx, "line:Unok", now)
        sent(tx, now + timedelta(minutes=5), paid=True)
        write(tx, "line:Uton", now)
        sent(tx, now + timedelta(minutes=6), paid=False)
        quota = quotas.latest(tx, "line")
        assert quota is not None
        assert quotas.used_by(tx, quota) == 14


def test_letters_that_wait_are_on_their_way_but_not_free_replies(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        write(tx, "line:Umali", now)
        write(tx, "line:Unok", now, {"token": "t", "until": now.isoformat()})
        write(tx, "telegram:77", now)
        assert quotas.on_their_way(tx, "line") == 1
        assert quotas.on_their_way(tx, "telegram") == 1


def test_news_that_nobody_has_read_yet_is_on_its_way(engine: Engine, now: datetime) -> None:
    news = [Arrival(f"announce:r:{who}", f"line:U{who}", ROLE_ANNOUNCED, now, facts={"role": "r"}) for who in "abc"]
    words = Arrival("1", "line:Ua", MESSAGE_RECEIVED, now, facts={"text": "สวัสดี"})
    with engine.begin() as tx:
        inbox.keep(tx, [*news, words], now)
        assert quotas.on_their_way(tx, "line") == 3
        inbox.mark_done(tx, [inbox.waiting(tx, ["line:Ub"])[0].id])
        assert quotas.on_their_way(tx, "line") == 2


def test_a_lock_makes_up_a_figure_only_where_there_is_none(engine: Engine, now: datetime) -> None:
    assumed = Quota("line", 200, 0, now)
    with engine.begin() as tx:
        quotas.lock(tx, assumed)
        assert quotas.latest(tx, "line") == assumed
        quotas.note(tx, "line", 300, 7, now)
        quotas.lock(tx, assumed)
        assert quotas.latest(tx, "line") == Quota("line", 300, 7, now)


def test_only_one_at_a_time_spends_from_a_month(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        quotas.note(tx, "line", 300, 7, now)
    with engine.begin() as tx:
        quotas.lock(tx, Quota("line", 200, 0, now))
        assert not can_lock(engine)
    assert can_lock(engine)


def can_lock(engine: Engine) -> bool:
    """Whether another worker could spend now: it is refused instead of made to wait."""
    if engine.dialect.name == "sqlite":
        return can_write(engine)
    with engine.begin() as tx:
        query = select(quotas.quotas.c.channel).with_for_update(skip_locked=True)
        return tx.execute(query).first() is not None


def can_write(engine: Engine) -> bool:
    """Whether SQLite's one write lock is free."""
    connection = engine.raw_connection()
    try:
        connection.execute("PRAGMA busy_timeout=0")  # type: ignore[attr-defined]
        connection.execute("BEGIN IMMEDIATE")  # type: ignore[attr-defined]
        connection.execute("ROLLBACK")  # type: ignore[attr-defined]
    except Exception:
        return False
    else:
        return True
    finally:
        connection.close()
