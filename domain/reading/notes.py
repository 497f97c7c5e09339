"""What is left of a line when the time in it is taken out: the words for what was done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from domain.reading.tokens import Token

_TAKEN: Final = frozenset(
    """date duration span off rest_off total_of amount vague clock day_long media_length off_work log particle approx comma line open close question
    question_word correction and_ then or_ joiner equals plus from chao sai bai yen night noon total each more one again
    lead did quiet ordinal hour minute day full half per tonight the_nth number clockface relative_day rest minus article plan
    """.split()
)
_EDGES: Final = re.compile(r"^[\s,.;:()\[\]/+=~'\"-]+|[\s,.;:(\[/+=~'\"-]+$")


def note_of(tokens: Sequence[Token], tidied: str) -> str:
    """The words that stand for the project, the role or the work, in the order and case they were typed."""
    pieces: list[str] = []
    end = -1
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        if not _kept(token, following):
            continue
        piece = tidied[token.start : token.end]
        if pieces and token.start - end <= 1:
            pieces[-1] += tidied[end : token.start] + piece
        else:
            pieces.append(piece)
        end = token.end
    return " ".join(filter(None, (_EDGES.sub("", piece) for piece in pieces)))


def _kept(token: Token, following: Token | None) -> bool:
    """Words of content, and a verb or link that touches one (``ทำโลโก้``)."""
    if token.kind not in _TAKEN:
        return True
    touches = following is not None and following.start == token.end and following.kind not in _TAKEN
    return token.kind in {"did", "lead", "plan", "and_", "question_word"} and touches
