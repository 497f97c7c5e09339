"""Messages: as plain data and back, and in fewer bubbles."""

from __future__ import annotations

from domain.messages import Choice, Message, from_json, to_json, together

CARD = Message("a role", title="Designer", choices=(Choice("Sign up", "go:sign_up:x"),), lasting=True)


def test_become_plain_data_and_back() -> None:
    message = Message("which?", choices=(Choice("One", "a:1:one"),), ways=(Choice("Back", "a:1:<"),))
    assert from_json(to_json(message)) == message
    assert from_json(to_json(CARD)) == CARD
    shown = Message("look", picture="pictures/x.png")
    assert from_json(to_json(shown)) == shown
    given = Message("here you are", file="letters/x/letter.pdf")
    assert from_json(to_json(given)) == given


def test_five_stay_as_they_are() -> None:
    said = [Message(str(number)) for number in range(5)]
    assert together(said) == said


def test_plain_words_join_the_bubble_after_them() -> None:
    said = [
        Message("hello"),
        Message("look"),
        CARD,
        CARD,
        CARD,
        Message("welcome back"),
        Message("which?", ways=(Choice("Back"),)),
    ]
    fewer = together(said)
    assert [message.body for message in fewer] == [
        "hello\n\nlook",
        "a role",
        "a role",
        "a role",
        "welcome back\n\nwhich?",
    ]
    assert fewer[-1].ways == (Choice("Back"),)


def test_a_picture_keeps_its_own_bubble() -> None:
    shown = Message("look", picture="pictures/x.png")
    said = [Message("hello"), shown, Message("hello"), shown, Message("hello"), shown]
    assert together(said) == said


def test_cards_never_join() -> None:
    assert together([CARD] * 7) == [CARD] * 7
