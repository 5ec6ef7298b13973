"""What people gave at the marking desk, as a list of marks of which none is ever changed; and what counts of it."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

FIRST = "mark"
"""The kind of marks that count."""

UNDO = "undo "
"""Before the batch that a mark takes back, in its own."""

FORMGRADER = "formgrader"
"""Stands for whoever gave a mark there, or took one away."""

EARLIER = "earlier"
"""In place of the digest of an answer's version that is not there any more: the mark stays in sight, and waits."""

LONGEST_ANSWER = 100_000
"""Characters of an answer that the desk shows."""


class Mark(msgspec.Struct, frozen=True):
    """What a marker gave an answer."""

    student: str
    marker: str
    items: list[str]
    points: float | None
    """None where a mark was taken back."""

    comment: str
    digest: str
    """Of the answer that was marked; empty for a mark by hand, which is for every version."""

    text: str
    """The answer that was marked."""

    batch: str = ""
    """What all marks have in common that one key press made."""

    kind: str = FIRST
    number: int = 0
    """How many marks of this kind the answer had before."""

    time: str = ""


class Score(NamedTuple):
    """A mark in the gradebook."""

    manual: float | None
    """What a person gave; None where nobody did."""

    auto: float | None
    """What was given without one: 0 for a blank."""

    comment: str
    """What a person wrote, or the empty text."""

    row: str
    """Its name in the gradebook: random, the same for all markers, and nothing of the student's."""

    is_waiting: bool = False
    """Whether it still needs a mark: none has been given, or one of an earlier version of the answer."""

    extra: float = 0.0
    """What somebody gave on top in formgrader."""


@dataclass(frozen=True)
class Entered:
    """What the gradebook has of an answer."""

    manual: float | None
    comment: str | None
    """None where nobody has written any since the desk's last one; empty where somebody took that away."""

    is_waiting: bool
    """Whether the mark, if there is one, is of an earlier version."""


def digest_of_answer(source: str, attachments: Mapping[str, dict[str, str]]) -> str:
    """Of all that a marker sees of an answer; white space at its end is not seen."""
    seen = msgspec.json.encode([source.rstrip()[: LONGEST_ANSWER + 1], attachments], order="sorted")
    return hashlib.sha256(seen).hexdigest()


def digest_of_cell(cell: Mapping[str, Any]) -> str:
    """Return the same, of a notebook's cell."""
    source = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
    return digest_of_answer(source, cell.get("attachments") or {})


def is_of_version(marked: str, digest: str) -> bool:
    """Return whether a mark of the version `marked` is one of this version; one by hand, of none, is of every
    version."""
    return marked in ("", digest)


def standing(history: Iterable[Mark]) -> list[Mark]:
    """Return the marks of an answer that were not taken back, in order."""
    found: list[Mark] = []
    for mark in history:
        if mark.batch.startswith(UNDO):
            found = found[:-1]
        elif found and found[-1].batch == mark.batch:
            found[-1] = mark  # its comment was edited
        else:
            found.append(mark)
    return found


def given_for(history: list[Mark], digest: str) -> Mark | None:
    """Return the mark that the desk gave a version of an answer, if it was not taken back, and none by hand came
    since."""
    if history and not history[-1].digest:
        return None
    there: list[Mark] = []
    latest: dict[str, Mark] = {}
    for given in history:
        before, there = there, standing([*there, given])
        if len(there) < len(before):
            latest.pop(before[-1].digest, None)
        latest[given.digest] = given  # what is gone back to, where one is taken back
    found = latest.get(digest)
    return found if found is not None and found.points is not None else None


def is_mark_of_desk(manual: float | None, given: Mark | None) -> bool:
    """Return whether the mark in the gradebook is what the desk gave last, and nobody changed it in formgrader
    since."""
    return given is not None and given.points is not None and given.points == manual


class State(NamedTuple):
    """Where the marking of an answer stands."""

    standing: list[Mark]
    """What the desk gave and nobody has taken back."""

    last: Mark | None
    """What was given last, at the desk or in formgrader, on whichever version of the answer."""

    counts: Mark | None
    """The mark that counts: of the version that there is now."""

    unsaved: Mark | None
    """What was done in formgrader since the desk's last mark, as a mark that follows on this one."""

    number: int
    """How many marks the desk ever gave it."""


def state(student: str, history: list[Mark], score: Score | None, digest: str, answer: str = "") -> State:
    """Return where the marking of an answer stands."""
    there, last = standing(history), history[-1] if history else None
    number = last.number + 1 if last is not None else 0
    is_of_now = last is not None and last.points is not None and is_of_version(last.digest, digest)
    if score is None:
        return State(there, last, last if is_of_now else None, None, number)
    is_desks = is_mark_of_desk(score.manual, last)
    if last is not None and is_desks and is_of_now:
        reworded = replace(last, comment=score.comment, batch=(there or history)[-1].batch, number=number)
        is_same = score.comment == last.comment
        return State(there, last, replace(last, comment=score.comment), None if is_same else reworded, number)
    is_earlier = score.manual is not None and score.is_waiting
    version = (EARLIER, "") if is_earlier else (digest, answer)
    since = Mark(student, FORMGRADER, [], score.manual, score.comment, *version, batch=FORMGRADER, number=number)
    if (is_desks and score.is_waiting) or (score.manual is None and not is_of_now):  # no mark was given or taken there
        is_ours = last is not None and last.points is None and is_of_version(last.digest, digest)
        is_known = is_ours and last is not None and last.comment == score.comment
        return State(
            there, last, None, since if score.manual is None and score.comment and not is_known else None, number
        )
    return State(there, since, since if score.manual is not None and not score.is_waiting else None, since, number)


def entered_of_version(before: Entered, given: Mark | None, digest: str, earlier: str | None) -> Entered:
    """Return what the gradebook has of an answer once it is handed in (again): the mark of the version that it is.

    A mark by hand stays whatever the answer; one of formgrader's stays in sight there, and waits if the answer changed.
    """
    is_desks = is_mark_of_desk(before.manual, given)
    if (
        given is not None
        and is_desks
        and (earlier is None or is_of_version(given.digest, digest) or is_of_version(given.digest, earlier))
    ):
        if is_of_version(given.digest, digest):
            return Entered(before.manual, before.comment, is_waiting=False)
        said = before.comment or ""
        return Entered(None, None if said == given.comment else said, is_waiting=True)
    if before.manual is not None:
        return Entered(before.manual, before.comment, before.is_waiting or earlier not in (None, digest))
    return Entered(None, before.comment, is_waiting=True)


def handed_in_again(
    before: Entered, history: list[Mark], digest: str, earlier: str | None
) -> tuple[Entered, list[Mark]]:
    """Return what the gradebook has of an answer once it is handed in (again), and the marks that follow on the others.

    These say that formgrader took the desk's mark away, or that an earlier one counts again.
    """
    last, added = history[-1] if history else None, list[Mark]()
    if last is not None and _was_taken_away(before.manual, last, earlier):
        added.append(Mark(last.student, FORMGRADER, [], None, "", last.digest, ""))
        last = None
    now = entered_of_version(before, last, digest, earlier)
    again = given_for(history, digest) if earlier != digest else None
    if now.manual is not None or again is None:
        return now, added
    is_last = again is history[-1]
    if not is_last:  # the version that it was given is back, and another was marked since
        added.append(replace(again, batch=secrets.token_hex(8)))
    comment = now.comment if is_last and now.comment is not None else again.comment
    return Entered(again.points, comment, is_waiting=False), added


def _was_taken_away(manual: float | None, given: Mark, earlier: str | None) -> bool:
    """Return whether the desk's mark of the version that there was is in the gradebook no more."""
    if given.points is None or manual is not None:
        return False
    return earlier is not None and is_of_version(given.digest, earlier)
