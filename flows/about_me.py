"""Asks what matching needs: who you are, what you can do, when; useful after the second block, changeable for ever."""

from __future__ import annotations

from typing import Final

from domain.people import CAUSES, LEVELS, NEWS, PLACES, SECTORS
from flows import profile_reading as reading
from flows import profile_saving as saving
from flows.engine import NOT_KNOWN, Ask, AskMany, Do, End, Flow, ReadBack, Turn
from flows.profile import BUNDLES, DAYS_A_MONTH, SHOWN, known
from storage import people

MOST_SKILLS: Final = 5
MOST_CAUSES: Final = 3
MOST_WISHES: Final = 3
EMPLOYED: Final = frozenset({"private", "government", "social"})
LAST_QUESTIONS: Final = frozenset({"causes", "starts", "quiet", "stories"})


def employed(turn: Turn) -> bool:
    """Whether there is an employer to name."""
    return turn.answers.get("sector") in EMPLOYED


def has_employer(turn: Turn) -> bool:
    """Whether an employer was named."""
    return bool(turn.answers.get("employer"))


def wants_news(turn: Turn) -> bool:
    """Whether the person agreed to hear of roles."""
    return people.consents_of(turn.tx, turn.person.id).get("role_news") == "yes"


def half_way(turn: Turn) -> bool:
    """Whether matching works already, and most of the rest is still open."""
    open_questions = [name for name in LAST_QUESTIONS if known(name)(turn) is NOT_KNOWN]
    return "halfway" not in turn.person.answered and len(open_questions) == len(LAST_QUESTIONS)


def employer_of(turn: Turn) -> dict[str, str]:
    """The employer that was named."""
    return {"employer": turn.answers.get("employer") or ""}


def called(turn: Turn) -> dict[str, str]:
    """What the person is called."""
    return {"name": turn.answers.get("name") or ""}


ABOUT_ME: Final = Flow(
    "about_me",
    # who
    Ask("name", read=reading.a_name, known=known("name"), keep=saving.keeps("name"), show=SHOWN["name"]),
    Ask(
        "sector",
        SECTORS,
        labels="words.sector",
        known=known("sector"),
        keep=saving.keeps("sector"),
        skippable=True,
        values=called,
    ),
    Ask(
        "employer",
        read=reading.an_employer,
        known=known("employer"),
        keep=saving.save_employer,
        show=SHOWN["employer"],
        skippable=True,
        when=employed,
        resets=("employer_sees",),
    ),
    Ask(
        "employer_sees",
        ("none", "total_only", "name_and_hours"),
        labels="words.consent",
        known=known("employer_sees"),
        keep=saving.consents_to("employer_sees", "employer"),
        when=has_employer,
        values=employer_of,
    ),
    Ask(
        "province",
        reading.all_provinces,
        read=reading.a_province,
        known=known("province"),
        keep=saving.keeps("province"),
        show=SHOWN["province"],
        skippable=True,
    ),
    Ask("place", PLACES, labels="words.place", known=known("place"), keep=saving.keeps("place"), skippable=True),
    # what
    AskMany(
        "skills",
        reading.all_skills,
        read=reading.some_skills,
        known=known("skills"),
        keep=saving.keeps_unless_heard("skills", saving.save_skills),
        show=SHOWN["skills"],
        most=MOST_SKILLS,
        skippable=True,
        resets=("sure_skills",),
    ),
    Ask(
        "sure_skills",
        ("right", "again"),
        when=saving.heard("skills"),
        keep=saving.keeps_if_right("skills", saving.save_skills),
        exits={"again": "other_skills"},
        values=saving.as_understood("skills"),
    ),
    Ask(
        "levels",
        LEVELS,
        labels="words.level",
        each=reading.chosen_skills,
        known=known("levels"),
        keep=saving.save_levels,
        show=SHOWN["levels"],
        skippable=True,
    ),
    # when
    AskMany(
        "slots",
        tuple(BUNDLES),
        read=reading.some_times,
        known=known("slots"),
        keep=saving.keeps_unless_heard("slots", saving.save_slots),
        show=SHOWN["slots"],
        skippable=True,
        resets=("sure_slots",),
    ),
    Ask(
        "sure_slots",
        ("right", "again"),
        when=saving.heard("slots"),
        keep=saving.keeps_if_right("slots", saving.save_slots),
        exits={"again": "other_slots"},
        values=saving.as_understood("slots"),
    ),
    Ask("halfway", ("go_on", "later"), when=half_way, keep=saving.notes("halfway"), exits={"later": "until_later"}),
    # and more
    AskMany(
        "causes",
        CAUSES,
        labels="words.cause",
        known=known("causes"),
        keep=saving.keeps("causes"),
        show=SHOWN["causes"],
        most=MOST_CAUSES,
        skippable=True,
    ),
    AskMany(
        "learns",
        reading.all_skills,
        read=reading.some_wishes,
        known=known("learns"),
        keep=saving.keeps_unless_heard("learns", saving.keeps("learns")),
        show=SHOWN["learns"],
        most=MOST_WISHES,
        skippable=True,
        resets=("sure_learns",),
    ),
    Ask(
        "sure_learns",
        ("right", "again"),
        when=saving.heard("learns"),
        keep=saving.keeps_if_right("learns", saving.keeps("learns")),
        exits={"again": "other_learns"},
        values=saving.as_understood("learns"),
    ),
    Ask(
        "days",
        tuple(DAYS_A_MONTH),
        read=reading.days_a_month,
        known=known("days"),
        keep=saving.save_days,
        show=SHOWN["days"],
        skippable=True,
    ),
    Ask(
        "starts",
        ("now", "next_month", "not_yet"),
        read=reading.a_start,
        picks="date",
        known=known("starts"),
        keep=saving.save_start,
        show=SHOWN["starts"],
        skippable=True,
    ),
    Ask(
        "away",
        ("none",),
        read=reading.days_away,
        known=known("away"),
        keep=saving.save_away,
        show=SHOWN["away"],
        skippable=True,
    ),
    Ask("news", NEWS, labels="words.news", known=known("news"), keep=saving.keeps("news"), when=wants_news),
    Ask(
        "quiet",
        ("usual", "none"),
        read=reading.quiet_hours,
        known=known("quiet"),
        keep=saving.save_quiet,
        show=SHOWN["quiet"],
        skippable=True,
    ),
    Ask(
        "conflicts",
        ("none",),
        read=reading.some_organisations,
        known=known("conflicts"),
        keep=saving.save_conflicts,
        show=SHOWN["conflicts"],
        skippable=True,
    ),
    Ask(
        "stories",
        ("yes", "ask_first", "no"),
        labels="words.consent",
        known=known("stories"),
        keep=saving.consents_to("stories", "stories"),
    ),
    ReadBack("summary", tuple(SHOWN)),
    End("done", offers=("find_role", "my_data", "menu")),
    End("until_later", offers=("find_role", "about_me", "menu")),
    Do("other_skills", saving.asks_again("skills"), then="skills"),
    Do("other_slots", saving.asks_again("slots"), then="slots"),
    Do("other_learns", saving.asks_again("learns"), then="learns"),
)
