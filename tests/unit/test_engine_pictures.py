"""A question that takes a picture: waits for it without blocking, and never takes words for one."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from domain import events
from flows.engine import Ask, DanglingFlow, End, Flow
from storage import pictures
from storage.schema import fetches
from storage.schema import pictures as table
from tests.unit.shop import Shop, bodies


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path)


def kept(shop: Shop) -> int:
    with shop.engine.begin() as tx:
        return tx.execute(select(func.count()).select_from(table)).scalar_one()


def test_a_picture_is_handed_to_the_question_once_it_is_kept(shop: Shop) -> None:
    shop.phone.say("poster")
    assert bodies(shop.phone.send("image")) == ["It hangs."]
    assert kept(shop) == 1


def test_words_are_read_there_too_and_other_things_are_thanked_for(shop: Shop) -> None:
    shop.phone.say("poster")
    [said] = shop.phone.send("video")
    assert said.body.startswith("Here I can take a picture")
    assert said.body.endswith("Which poster?")
    assert bodies(shop.phone.say("none")) == ["It hangs."]


def test_nobody_can_type_a_picture(shop: Shop) -> None:
    with shop.engine.begin() as tx:
        somebodys = pictures.keep(tx, b"x", "image/png", shop.desk.now)
    shop.phone.say("poster")
    assert bodies(shop.phone.say(f"picture:{somebodys}")) == ["That is no poster.\n\nWhich poster?"]


def test_where_no_picture_is_wanted_none_is_fetched(shop: Shop) -> None:
    shop.phone.say("by the way")
    [said] = shop.phone.send("image")
    assert said.body == "Thanks for the picture! I can only read text so far.\n\nReally?"
    with shop.engine.begin() as tx:
        assert tx.execute(select(func.count()).select_from(fetches)).scalar_one() == 0
    assert kept(shop) == 0


def test_who_has_moved_on_hears_nothing_and_the_picture_is_forgotten(shop: Shop) -> None:
    with shop.engine.begin() as tx:
        late = pictures.keep(tx, b"x", "image/png", shop.desk.now)
    shop.phone.say("by the way")
    assert shop.phone.new(events.PICTURE_KEPT, picture=late) == []
    assert kept(shop) == 0


@pytest.mark.parametrize(
    ("why", "words"), [("gone", "could not fetch that picture"), ("not_a_picture", "cannot open that as a picture")]
)
def test_a_picture_that_cannot_be_had_is_asked_for_again(shop: Shop, why: str, words: str) -> None:
    shop.phone.say("poster")
    [said] = shop.phone.new(events.PICTURE_KEPT, why=why)
    assert words in said.body
    assert said.body.endswith("Which poster?")


def test_a_question_that_takes_pictures_reads_them() -> None:
    with pytest.raises(DanglingFlow, match="takes pictures"):
        Flow("bad", Ask("which", ("a", "b"), pictures=True), End("done"))
