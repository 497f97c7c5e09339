"""What LINE's answers mean."""

import json

import pytest

from bot.channels import BadAddress, Outcome, QuotaSpent, Refused, ReplySpent, Sent, TryLater, Unreachable
from bot.channels.line_outcomes import Answer, answer_of, outcome_of_multicast, outcome_of_push, outcome_of_reply


def said(message: str, *properties: str) -> str:
    details = [{"message": "May not be empty", "property": name} for name in properties]
    return json.dumps({"message": message, "details": details} if details else {"message": message})


RATE = said("The API rate limit has been exceeded. Try again later.")
TWO_ERRORS = said("The request body has 2 error(s)", "messages[0].text", "to")

BOTH = [
    (500, "", TryLater("LINE failed (500)", unknown=True, silent=True)),
    (502, "<html>Bad Gateway</html>", TryLater("LINE failed (502)", unknown=True, silent=True)),
    (401, said("Authentication failed"), TryLater("credentials", everyone=True)),
    (403, said("Access to this API is not available"), TryLater("credentials", everyone=True)),
    (429, RATE, TryLater("rate", everyone=True)),
    (429, "", TryLater("rate", everyone=True)),
    (429, said("Too many messages to the same user"), TryLater("rate")),
    (429, said("You have reached your monthly limit."), QuotaSpent()),
    (400, TWO_ERRORS, Refused("400 The request body has 2 error(s): messages[0].text, to")),
    (413, "", Refused("413")),
    (400, '{"message": 5, "details": 7}', Refused("400")),
    (400, '{"message": "x", "details": [5, {"property": 7}]}', Refused("400 x")),
    (400, "[" * 100_000, Refused("400")),
]


@pytest.mark.parametrize(("status", "body", "outcome"), BOTH)
def test_replies_and_pushes_fail_alike(status: int, body: str, outcome: Outcome) -> None:
    answer = answer_of(status, body, None)
    assert outcome_of_push(answer) == outcome
    assert outcome_of_reply(answer) == outcome


def test_a_push_is_paid_for_and_a_reply_is_not() -> None:
    assert outcome_of_push(Answer(200)) == Sent(paid=True)
    assert outcome_of_reply(Answer(200)) == Sent(paid=False)


def test_a_push_that_line_has_already_is_sent() -> None:
    assert outcome_of_push(answer_of(409, said("The retry key is already accepted"), None)) == Sent(paid=True)


def test_a_used_or_late_reply_token_is_spent() -> None:
    assert outcome_of_reply(answer_of(400, said("Invalid reply token"), None)) == ReplySpent()


def test_a_push_to_a_stranger_reaches_nobody() -> None:
    assert outcome_of_push(answer_of(400, said("Failed to send messages"), None)) == Unreachable("no such person here")


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        (said("The property, to[7], in the request body is invalid (line: -, column: -)"), BadAddress(7)),
        (said("The request body has 1 error(s)", "to[12]"), BadAddress(12)),
        (said("Failed to send messages"), BadAddress(None)),
        (said("The property, to, in the request body is invalid (line: -, column: -)"), BadAddress(None)),
        ("", BadAddress(None)),
        (TWO_ERRORS, Refused("400 The request body has 2 error(s): messages[0].text, to")),
        (said("The request body has 1 error(s)", "messages"), Refused("400 The request body has 1 error(s): messages")),
        (said("The X-Line-Retry-Key header is invalid"), Refused("400 The X-Line-Retry-Key header is invalid")),
    ],
)
def test_a_refused_address_of_many_is_told_apart_from_our_own_mistakes(body: str, outcome: Outcome) -> None:
    assert outcome_of_multicast(answer_of(400, body, None)) == outcome


def test_a_parcel_for_many_fares_like_a_push_otherwise() -> None:
    assert outcome_of_multicast(Answer(200)) == Sent(paid=True)
    assert outcome_of_multicast(answer_of(409, said("The retry key is already accepted"), None)) == Sent(paid=True)
    assert outcome_of_multicast(answer_of(429, said("You have reached your monthly limit."), None)) == QuotaSpent()
    assert outcome_of_multicast(answer_of(401, "", None)) == TryLater("credentials", everyone=True)
    assert outcome_of_multicast(Answer(0)) == TryLater("no answer", unknown=True, silent=True)


def test_the_rate_of_parcels_for_many_keeps_nobody_else_waiting() -> None:
    assert outcome_of_multicast(answer_of(429, RATE, None)) == TryLater("rate", everyone=False)


def test_without_an_answer_nobody_knows_unless_it_never_left() -> None:
    assert outcome_of_push(Answer(0)) == TryLater("no answer", unknown=True, silent=True)
    assert outcome_of_push(Answer(0, left=False)) == TryLater("no answer", silent=True)


@pytest.mark.parametrize(("asked", "seconds"), [("7", 7.0), ("soon", None), ("-1", None), ("٣", None), ("9" * 9, None)])
def test_a_wait_that_line_asks_for_is_kept(asked: str, seconds: float | None) -> None:
    assert outcome_of_push(answer_of(429, RATE, {"retry-after": asked})) == TryLater(
        "rate", seconds=seconds, everyone=True
    )


def test_what_was_said_is_never_in_the_reason() -> None:
    detail = {"message": "Invalid value: my secret words", "property": "messages[0].text"}
    body = json.dumps({"message": "The request body has 1 error(s)", "details": [detail]})
    outcome = outcome_of_push(answer_of(400, body, None))
    assert outcome == Refused("400 The request body has 1 error(s): messages[0].text")
