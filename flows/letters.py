"""Staff and work references: who asks for one, issuing with one tap, refusing, replacing and revoking with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from domain import events
from domain.letters import content_of, read_code
from domain.messages import Choice
from flows import letter_facts, showing
from flows.engine import Ask, Audience, Do, End, Flow, Say, Turn
from flows.few_words import few_words
from flows.letter_facts import Refusal, Wish
from flows.letters_issued import Card, card, go, letter, letter_cards, other_pages, parts
from storage import letters, notices, staff
from storage.letters import Letter, Request

MOST_REQUESTS: Final = 8


def recognises(text: str, turn: Turn) -> Mapping[str, Any] | None:
    """A letter's code, typed by staff."""
    code = read_code(text) if turn.is_staff else None
    found = letters.by_code(turn.tx, code) if code else None
    return {"about": f"letter:{found.id}"} if found else None


def look(turn: Turn) -> str | None:
    """Whether something is to be done with one request or letter, or issued letters are to be listed."""
    verb, which = parts(turn)
    if verb in {"issue", "refuse"}:
        return verb if request(turn) else "gone"
    if verb in {"reissue", "revoke"}:
        return verb if letter(turn) else "gone"
    if verb == "letter":
        return "list" if letters.find(turn.tx, which) else "gone"
    return "list" if verb == "list" else None


def request(turn: Turn) -> Request | None:
    """The request that the button names, if it still waits."""
    found = letters.find_request(turn.tx, parts(turn)[1])
    return found if found and found.state == "asked" else None


# ---------------------------------------------------------------- who asks


def cannot_sign(turn: Turn) -> bool:
    """Whether no letter can be issued, since nothing can be signed."""
    return not turn.network.keys.can_sign


def request_cards(turn: Turn) -> list[Card]:
    """A card for each request, the longest waiting first."""
    return [request_card(turn, each) for each in letters.requests(turn.tx)[:MOST_REQUESTS]]


def request_card(turn: Turn, asked: Request) -> Card:
    """Who asks, what the letter would say, what is not verified, and what can be done."""
    done = letter_facts.work(turn, asked.person, asked.role)
    facts = {
        "name": showing.name_of(turn, asked.person),
        "when": showing.moment(turn, asked.asked_at),
        "says": letter_facts.says(turn, wish_of(asked)),
        "waiting": letter_facts.waiting(turn, done),
        "own": "yes" if asked.person == turn.person.id else "no",
    }
    can = bool(done.minutes) and not cannot_sign(turn) and asked.person != turn.person.id
    named = [go(turn, "issue", asked.id)] if can else []
    checks = [turn.button("verify_hours")] if done.waiting and "verify_hours" in turn.network.flows.by_name else []
    return facts, [*named, go(turn, "refuse", asked.id), *checks]


def wish_of(asked: Request) -> Wish:
    """What was asked for."""
    return Wish(asked.person, asked.role, asked.name_th, asked.name_en, asked.praise)


def summary(turn: Turn) -> dict[str, int]:
    """How many ask."""
    return {"count": len(letters.requests(turn.tx))}


def ways_on(turn: Turn) -> list[Choice]:
    """The letters that were issued, and the menu."""
    issued = [go(turn, "list", "1")] if letters.valid(turn.tx, 1) else []
    return [*issued, turn.button("staff_menu")]


# ---------------------------------------------------------------- issuing, refusing


def asked_for(turn: Turn) -> dict[str, str]:
    """Who asks, and about which role."""
    found = request(turn)
    if found is None:
        return {"name": turn.words("showing.somebody"), "role": turn.words("engine.nothing")}
    return {"name": showing.name_of(turn, found.person), "role": letter_facts.role_of(turn, found.role).role.title}


def issue(turn: Turn) -> str | None:
    """Issue what was asked for, once: whoever of staff does so first."""
    asked = request(turn)
    if asked is not None:
        letters.one_at_a_time(turn.tx, asked.person)
        asked = request(turn)
    if asked is None:
        return "gone"
    issued = letter_facts.issue(turn, wish_of(asked))
    if isinstance(issued, Letter):
        letters.settle(turn.tx, asked.id, "issued", turn.now)
    return outcome(turn, asked.person, issued)


def outcome(turn: Turn, person: str, issued: Letter | Refusal) -> str | None:
    """Let the owner hear of their letter, and remember it; or why there is none."""
    if isinstance(issued, Refusal):
        return issued.value
    told = notices.tell(turn.tx, person, events.LETTER_ISSUED, issued.id, turn.now, letter=issued.id)
    turn.answers.update(letter=issued.id, told=told)
    return None


def issued(turn: Turn) -> dict[str, Any]:
    """The letter that was issued, and whether its owner is reached."""
    found = letters.find(turn.tx, turn.answers["letter"])
    facts = letter_facts.card(turn, found) if found else {}
    return {**facts, "told": "yes" if turn.answers["told"] else "no"}


def after_issuing(turn: Turn) -> list[Choice]:
    """The page that says that it is valid; the other requests."""
    found, address = letters.find(turn.tx, turn.answers["letter"]), turn.network.public_url
    others = [turn.button("letters"), turn.button("staff_menu")]
    if found is None or not address:
        return others
    return [Choice(turn.words("letters.see_page"), f"{address}/verify/{found.code}", "link"), *others]


def refuse(turn: Turn) -> str | None:
    """Answer no, with the reason that the person hears."""
    asked = request(turn)
    if asked is None or not letters.settle(turn.tx, asked.id, "refused", turn.now, turn.answers["why_not"]):
        return "gone"
    about = f"{asked.role}:{asked.person}"
    staff.record(turn.tx, turn.person.id, "letter_refused", about, turn.now, {"request": asked.id})
    notices.tell(turn.tx, asked.person, events.LETTER_REFUSED, asked.id, turn.now, request=asked.id)
    return None


# ---------------------------------------------------------------- replacing, revoking


def old(turn: Turn) -> dict[str, Any]:
    """The letter that is meant, whatever became of it meanwhile; letters are never removed."""
    found = letters.find(turn.tx, parts(turn)[1])
    if found is None:
        raise LookupError("there is no such letter")
    return card(turn, found)


def old_and_new(turn: Turn) -> dict[str, Any]:
    """The letter that is meant, and what a new one would say."""
    found = letter(turn)
    says = letter_facts.says(turn, wish_again(found)) if found else turn.words("engine.nothing")
    return {**old(turn), "says": says}


def wish_again(found: Letter) -> Wish:
    """The same names and words as in a letter before."""
    said = content_of(found.content)
    return Wish(found.person or "", found.role, said.name_th, said.name_en, said.praise)


def is_false(turn: Turn) -> str | None:
    """Whether the letter is not what was signed: nothing is made of it then."""
    found = letter(turn)
    if found is None:
        return "gone"
    return None if found.is_genuine(turn.network.keys) else "broken"


def reissue(turn: Turn) -> str | None:
    """Issue it anew, from the ledger as it stands; the old code then says that it was replaced."""
    found = letter(turn)
    if found is not None:
        letters.one_at_a_time(turn.tx, str(found.person))
        found = letter(turn)
    if found is None or not found.is_genuine(turn.network.keys):
        return "gone"
    issued = letter_facts.issue(turn, wish_again(found), again=True)
    return outcome(turn, str(found.person), issued)


def revoke(turn: Turn) -> str | None:
    """Revoke it, with the reason that its owner hears."""
    found = letter(turn)
    if found is None or not letters.revoke(turn.tx, found.id, turn.answers["why_revoke"], turn.now):
        return "gone"
    facts, about = {"letter": found.id, "code": found.code}, f"{found.role}:{found.person}"
    staff.record(turn.tx, turn.person.id, "letter_revoked", about, turn.now, facts)
    notices.tell(turn.tx, str(found.person), events.LETTER_REVOKED, found.id, turn.now, letter=found.id)
    return None


REFUSED: Final = {each.value: each.value for each in Refusal} | {"gone": "gone"}

LETTERS: Final = Flow(
    "letters",
    Do(
        "look",
        look,
        exits={
            "issue": "issue",
            "refuse": "why_not",
            "list": "letter",
            "reissue": "check",
            "revoke": "why_revoke",
            "gone": "gone",
        },
    ),
    Say("unsigned", when=cannot_sign),
    Say("request", many=request_cards),
    Say("summary", values=summary, choices=ways_on),
    End("shown", quiet=True),
    Do("issue", issue, exits=REFUSED, final=True),
    Say("issued", values=issued, choices=after_issuing, then="shown"),
    Ask("why_not", read=few_words, values=asked_for),
    Do("refuse", refuse, exits={"gone": "gone"}, final=True),
    End("refused", offers=("letters", "staff_menu")),
    Say("letter", many=letter_cards),
    Say("listed", choices=other_pages, then="shown"),
    Do("check", is_false, exits={"gone": "gone", "broken": "broken"}),
    Ask("sure", options=("yes", "no"), values=old_and_new, exits={"no": "kept"}),
    Do("reissue", reissue, exits=REFUSED, then="issued", final=True),
    Ask("why_revoke", read=few_words, values=old),
    Do("revoke", revoke, exits={"gone": "gone"}, final=True),
    End("revoked", offers=("letters", "staff_menu")),
    End("kept", offers=("letters", "staff_menu")),
    End("no_keys", offers=("letters", "staff_menu")),
    End("no_hours", offers=("letters", "staff_menu")),
    End("own", offers=("letters", "staff_menu")),
    End("broken", offers=("letters", "staff_menu")),
    End("gone", offers=("letters", "staff_menu")),
    audience=Audience.STAFF,
    recognises=recognises,
    unmistakable=True,
)
