"""The marking desk's table in a gradebook, as far as those need it who do not mark: items given, versions marked."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol, TypeVar

import msgspec
from sqlalchemy import Connection, Engine, inspect, text

DESK_TABLE, FIRST = "hippograd_marks", "mark"
"""The name of the table, and its kind of marks that count."""

UNDO = "undo "
"""Before the batch that a mark takes back, in its own."""

FORMGRADER = "formgrader"
"""Stands for whoever gave a mark there, or took one away."""

EARLIER = "earlier"
"""In place of the digest of an answer's version that is not there any more: the mark stays in sight, and waits."""

LONGEST_ANSWER = 100_000
"""Characters of an answer that the desk shows."""

_GIVEN = text(
    f"select cell, points, digest, comment, batch from {DESK_TABLE} "
    f"where assignment = :assignment and student = :student and kind = '{FIRST}' order by number"
)

_COLUMNS = "assignment, cell, student, kind, number, marker, items, points, comment, digest, text, batch, time"
_NEXT = (
    f"select max(number) + 1 from {DESK_TABLE} "
    f"where assignment = :assignment and cell = :cell and student = :student and kind = '{FIRST}'"
)
_TAKEN_AWAY = text(
    f"insert into {DESK_TABLE} ({_COLUMNS}) select :assignment, :cell, :student, '{FIRST}', ({_NEXT}), :marker, '[]', "
    "null, '', :digest, '', :marker, :time"
)
_AGAIN = text(
    f"insert into {DESK_TABLE} ({_COLUMNS}) select assignment, cell, student, kind, ({_NEXT}), marker, items, points, "
    f"comment, digest, text, :batch, :time from {DESK_TABLE} where assignment = :assignment and cell = :cell "
    f"and student = :student and kind = '{FIRST}' and digest = :digest order by number desc limit 1"
)


class _OfBatch(Protocol):
    @property
    def batch(self) -> str: ...


Entry = TypeVar("Entry", bound=_OfBatch)


@dataclass(frozen=True)
class Given:
    """What the desk gave an answer last."""

    points: float | None
    """None where it was taken back."""

    digest: str
    """Of the version that was marked; empty for a mark by hand, which is for every version."""

    comment: str = ""
    batch: str = ""


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
    """The same, of a notebook's cell."""
    source = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
    return digest_of_answer(source, cell.get("attachments") or {})


def is_of_version(marked: str, digest: str) -> bool:
    """Whether a mark of the version `marked` is one of this version; one by hand, of none, is of every version."""
    return marked in ("", digest)


def has_desk_marks(connection: Connection) -> bool:
    return bool(inspect(connection).has_table(DESK_TABLE))


def removed_marks(engine: Engine, student: str, assignment: str | None = None) -> int:
    """Delete all marks of a student, or those for one assignment; return how many there were."""
    of = " and assignment = :assignment" if assignment is not None else ""
    with engine.begin() as connection:
        if not has_desk_marks(connection):
            return 0
        delete = text(f"delete from {DESK_TABLE} where student = :student{of}")
        return int(connection.execute(delete, {"student": student, "assignment": assignment}).rowcount)


def given_at_desk(connection: Connection, assignment: str, student: str) -> dict[str, list[Given]]:
    """What the desk gave a student's answers, by their cells, the last at the end."""
    found: dict[str, list[Given]] = {}
    for cell, *one in connection.execute(_GIVEN, {"assignment": assignment, "student": student}):
        found.setdefault(cell, []).append(Given(*one))
    return found


def standing(history: Iterable[Entry]) -> list[Entry]:
    """The marks of an answer that were not taken back, in order."""
    found: list[Entry] = []
    for mark in history:
        if mark.batch.startswith(UNDO):
            found = found[:-1]
        elif found and found[-1].batch == mark.batch:
            found[-1] = mark  # its comment was edited
        else:
            found.append(mark)
    return found


def given_for(history: list[Given], digest: str) -> Given | None:
    """The mark that the desk gave a version of an answer, if it was not taken back, and none by hand came since."""
    if history and not history[-1].digest:
        return None
    there: list[Given] = []
    latest: dict[str, Given] = {}
    for given in history:
        before, there = there, standing([*there, given])
        if len(there) < len(before):
            latest.pop(before[-1].digest, None)
        latest[given.digest] = given  # what is gone back to, where one is taken back
    found = latest.get(digest)
    return found if found is not None and found.points is not None else None


def is_mark_of_desk(manual: float | None, given: Given | None) -> bool:
    """Whether the mark in the gradebook is what the desk gave last, and nobody changed it in formgrader since."""
    return given is not None and given.points is not None and given.points == manual


def entered_of_version(before: Entered, given: Given | None, digest: str, earlier: str | None) -> Entered:
    """What the gradebook has of an answer once it is handed in (again): the mark of the version that it is.

    A mark by hand stays whatever the answer; one of formgrader's stays in sight there, and waits if the answer changed.

    Parameters
    ----------
    before : Entered
        What the gradebook has.
    given : Given or None
        What the desk gave last.
    digest : str
        Of the answer.
    earlier : str or None
        The digest of the version before, where there is one.
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


@dataclass(frozen=True)
class AnswerOf:
    """Whose answer to which written task."""

    assignment: str
    cell: str
    student: str

    @property
    def _keys(self) -> dict[str, str]:
        return {"assignment": self.assignment, "cell": self.cell, "student": self.student}

    def enter(
        self, connection: Connection, before: Entered, history: list[Given], digest: str, earlier: str | None
    ) -> Entered:
        """What the gradebook has of this answer once it is handed in (again).

        That formgrader took the desk's mark away, and that one counts again, is written into the desk's table.

        Parameters
        ----------
        connection : Connection
            To the gradebook.
        before : Entered
            What the gradebook has.
        history : list of Given
            What the desk gave, the last at the end.
        digest : str
            Of the answer.
        earlier : str or None
            The digest of the version before, where there is one.
        """
        last = history[-1] if history else None
        if last is not None and _was_taken_away(before.manual, last, earlier):
            self._note_taken_away(connection, last)
            last = None
        now = entered_of_version(before, last, digest, earlier)
        again = given_for(history, digest) if earlier != digest else None
        if now.manual is not None or again is None:
            return now
        is_last = again is history[-1]
        if not is_last:
            self._give_again(connection, again)
        comment = now.comment if is_last and now.comment is not None else again.comment
        return Entered(again.points, comment, is_waiting=False)

    def _note_taken_away(self, connection: Connection, given: Given) -> None:
        """As a mark that follows on the one that was taken away."""
        one = {"marker": FORMGRADER, "digest": given.digest, "time": datetime.now(UTC).isoformat(timespec="seconds")}
        connection.execute(_TAKEN_AWAY, self._keys | one)

    def _give_again(self, connection: Connection, given: Given) -> None:
        """The version that it was given is back, and another was marked since."""
        one = {"batch": secrets.token_hex(8), "time": datetime.now(UTC).isoformat(timespec="seconds")}
        connection.execute(_AGAIN, self._keys | {"digest": given.digest} | one)


def _was_taken_away(manual: float | None, given: Given, earlier: str | None) -> bool:
    """Whether the desk's mark of the version that there was is in the gradebook no more."""
    if given.points is None or manual is not None:
        return False
    return earlier is not None and is_of_version(given.digest, earlier)
