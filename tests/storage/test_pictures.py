"""Pictures are found by an id that nobody guesses, and go when nothing shows them any more."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Engine, insert, update

from domain import qr
from domain.messages import Message
from storage import outbox, pictures
from storage.outbox import Draft
from storage.retention import forget_old
from storage.schema import broadcasts, chats
from storage.schema import outbox as letters

BODY = qr.png("https://example.org")


def test_a_picture_is_found_by_its_id_whole_and_small(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        one, other = pictures.keep(tx, BODY, "image/png", now), pictures.keep(tx, BODY, "image/png", now, b"small")
        assert len(one) == 32
        assert one != other
        assert pictures.find(tx, one) == pictures.Kept("image/png", BODY)
        assert pictures.find(tx, other, small=True) == pictures.Kept("image/png", b"small")
        assert pictures.path_of(tx, one) == f"pictures/{one}.png"
        pictures.forget(tx, one)
        assert pictures.find(tx, one) is None
        assert pictures.path_of(tx, one) == ""


def test_an_old_picture_goes_unless_a_letter_or_a_broadcast_still_has_to_show_it(engine: Engine, now: datetime) -> None:
    long_ago = now - timedelta(days=181)
    with engine.begin() as tx:
        young = pictures.keep(tx, BODY, "image/png", now - timedelta(days=179))
        old, waiting, planned, done = (pictures.keep(tx, BODY, "image/png", long_ago) for _ in range(4))
        tx.execute(
            insert(chats).values(name="line:Umali", language="th", language_chosen=True, reachable=True, talk={})
        )
        outbox.write(tx, [Draft("line:Umali", (Message("ดูสิ", picture=f"pictures/{waiting}.png"),))], now)
        for name, picture, state in (("a", planned, "planned"), ("b", done, "done")):
            row = {"id": name, "state": state, "audience": {}, "way": "all", "written_at": long_ago}
            tx.execute(insert(broadcasts).values(**row, contents={"picture": f"pictures/{picture}.png"}))
        assert forget_old(tx, now) == 2
        kept = [each for each in (young, old, waiting, planned, done) if pictures.find(tx, each)]
        assert kept == [young, waiting, planned]
        tx.execute(update(letters).values(state="sent", settled_at=now))
        assert forget_old(tx, now) == 1
        assert pictures.find(tx, waiting) is None
