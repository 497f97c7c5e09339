"""Open a paused project or role again: people can sign up, and free seats are offered to who waits."""

from __future__ import annotations

from typing import Final

from flows import moving
from flows.engine import Ask, Audience, Do, End, Flow

RESUME_PROJECT: Final = Flow(
    "resume_project",
    Do("look", moving.look, exits={"nothing": "nothing"}),
    Ask("about", moving.choices),
    Do("check", moving.check, exits={"refused": "refused"}),
    Do("move", moving.move, exits={"refused": "refused"}, final=True),
    End("done", values=moving.done, offers=("projects_list", "staff_menu")),
    End("refused", values=moving.why, offers=("projects_list", "staff_menu")),
    End("nothing", offers=("projects_list", "staff_menu")),
    audience=Audience.STAFF,
)
