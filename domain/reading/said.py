"""What a line says of each of its groups: free, refused, or neither; taken in from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.reading.groups import Group
from domain.reading.slots import ALL_PARTS
from domain.reading.tokens import Token

REFUSALS: Final = frozenset({"busy", "no_time", "working", "gone"})
_BOUNDARIES: Final = frozenset({"but", "comma", "line", "then"})
_SHORT: Final = 2


@dataclass(slots=True)
class Said:
    """A group and whether it is free time."""

    group: Group
    free: bool = True
    settled: bool = False
    """A word beside it said which."""
    working: bool = False
    strange: bool = False
    """Beside words that may say what is done then (``ไปวัดวันอาทิตย์``)."""
    apart: bool = False
    """Right behind a word such as ว่าง that belongs to something before."""
    turned: bool = False
    """The first behind a word such as แต่."""


class Balance:
    """Goes through the tokens once, from left to right."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.said: list[Said] = []
        self.open: Said | None = None
        """The last group, if no word beside it has settled it."""
        self.refusal: str = ""
        """A refusal that waits for its group."""
        self.unclear = False
        """A group was said to be free and not free (``ว่างเฉพาะเสาร์ อาทิตย์ไม่ว่าง``)."""
        self.fresh = False
        """The refusal has met no group yet."""
        self.granted = False
        """The next group is free."""
        self.refused_to = -1
        """Where the refusal ends that settled the last group."""
        self.past = False
        """Inside what used to be."""
        self.turned = False
        """The last boundary was a word such as แต่."""

    def read(self, tokens: Sequence[Token]) -> None:
        """Take in the whole line."""
        for index, token in enumerate(tokens):
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            self._take(token, self._before(tokens, index), following)

    def _before(self, tokens: Sequence[Token], index: int) -> Token | None:
        """The token before; what clings to an unknown word (``ขับรถแต่เสาร์``, ``nurse, nights``) is part of that."""
        before = tokens[index - 1] if index else None
        if before is not None and _in_a_phrase(tokens, index - 1):
            return before._replace(kind="other", start=before.end - _SHORT - 1)
        if before is None or index < 2 or not _activity(tokens[index - 2]):
            return before
        clings = before.kind == "but" and tokens[index - 2].end == before.start
        return tokens[index - 2] if clings or before.kind in {"comma", "line"} else before

    def _take(self, token: Token, before: Token | None, following: Token | None) -> None:
        if token.kind == "group":
            self._group(token, before, following)
        elif token.kind == "job_group":
            self.said.append(Said(token.value, free=False, settled=True, working=True))
            self.refusal, self.fresh, self.open = "", False, None
        elif token.kind == "free" and token.value == 1:
            self._then()
        elif token.kind in REFUSALS:
            self._refuse(token, before, following)
        elif token.kind == "free":
            self._grant(token, before, following)
        elif token.kind in _BOUNDARIES or token.kind == "now":
            self.refusal, self.fresh, self.granted, self.open = "", False, False, None
            self.past = self.past and token.kind == "line"
            self.turned = token.kind == "but"
        elif token.kind == "the_rest":
            self.refusal, self.fresh, self.open = "", False, None
            self.granted = following is not None and following.kind == "group" and following.value.days is None
        elif token.kind == "used_to":
            self.past = True
        elif (
            token.kind == "correction" and self.said and following is not None and following.kind in {"group", "comma"}
        ):
            self.said.pop()

    def _group(self, token: Token, before: Token | None, following: Token | None) -> None:
        if self.past or (before is not None and before.kind == "name_mark"):
            return
        gap = token.start - self.refused_to
        if (
            self.refused_to > 0
            and token.value.days is None
            and (not gap or (gap == 1 and token.value.parts == ALL_PARTS))
        ):
            self._narrow(token.value)
            return
        if token.value.said_free:
            self.refusal = ""
        said = Said(
            token.value, free=not self.refusal, settled=self.fresh or self.granted, working=self.refusal == "working"
        )
        said.turned, self.turned = self.turned, False
        said.apart = before is not None and before.kind in REFUSALS | {"free"}
        said.strange = _activity(before) or _activity(following)
        self.said.append(said)
        self.fresh = self.granted = False
        self.open = None if said.settled else said

    def _refuse(self, token: Token, before: Token | None, following: Token | None) -> None:
        """Busy: the group before, unless it is settled or the word clings to the group after."""
        if self.open is not None and not self._clings(token, before, following):
            self.open.working = token.kind == "working"
            self._settle(free=False)
            self.refused_to = token.end
        else:
            touches = before is not None and before.kind == "group" and before.end == token.start
            self.unclear = self.unclear or (touches and not self._clings(token, before, following))
            self.refusal, self.fresh = token.kind, True

    def _narrow(self, group: Group) -> None:
        """``เสาร์มีเรียนครึ่งวันเช้า``: the days before are taken for that part only."""
        last = self.said[-1]
        last.group = last.group._replace(parts=group.parts)

    def _grant(self, token: Token, before: Token | None, following: Token | None) -> None:
        """Free: the group before, or the one after if the word clings to that."""
        self.refusal, self.fresh = "", False
        if token.value == 2 and following is not None and following.kind == "group" and following.value.days:
            self._only()
        if self._clings(token, before, following):
            self.granted, self.open = True, None
        else:
            self._settle(free=True)

    def _only(self) -> None:
        """``วันธรรมดา ว่างแค่วันอาทิตย์``: days named before, of which nothing was said, are not free."""
        for one in self.said:
            if not one.settled:
                one.free, one.working = False, True

    def _then(self) -> None:
        """``ทุกวันเสาร์ 9-12 เราว่างช่วงนั้น``: free at what was said last, whatever else was said of it."""
        for one in self.said[-1:]:
            one.free, one.settled, one.working = True, True, False

    def _clings(self, token: Token, before: Token | None, following: Token | None) -> bool:
        """A group follows without a blank, and none stands before without one."""
        if following is None or following.kind != "group":
            return False
        if token.kind == "free" and (token.value == 2 or (before is not None and before.kind in _BOUNDARIES)):
            return True
        if " " in self.line[token.end : following.start]:
            return False
        return before is None or before.kind != "group" or " " in self.line[before.end : token.start]

    def _settle(self, *, free: bool) -> None:
        if self.open is not None:
            self.open.free, self.open.settled = free, True
            self.open = None


def _in_a_phrase(tokens: Sequence[Token], at: int) -> bool:
    """``สอนหนังสือเด็ก``, ``รับจ้างทั่วไป``, ``รับงานถึง``: a known word that closes a phrase of unknown ones."""
    token, behind = tokens[at], tokens[at - 1] if at else None
    if token.kind == "counter":
        return behind is None or behind.kind in {"other", "name_mark"}
    touches = behind is not None and behind.kind in {"other", "counter"} and behind.end == token.start
    return touches and (token.kind == "joiner" or (token.kind == "onwards" and token.value == 1))


def _activity(token: Token | None) -> bool:
    if token is None:
        return False
    return token.kind == "appointment" or (token.kind == "other" and token.end - token.start > _SHORT)
