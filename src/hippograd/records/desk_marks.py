"""The marking desk's table in a gradebook, as far as those need it who do not mark: items given, versions marked."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, inspect, text

DESK_TABLE, FIRST = "hippograd_marks", "mark"
"""The name of the table, and its kind of marks that count."""

LONGEST_ANSWER = 100_000
"""Characters of an answer that the desk shows."""

_LATEST = text(
    f"select cell, points, digest from {DESK_TABLE} "
    f"where assignment = :assignment and student = :student and kind = '{FIRST}' order by number"
)


@dataclass(frozen=True)
class Given:
    """What the desk gave an answer last."""

    points: float | None
    """None where it was taken back."""

    digest: str
    """Of the version that was marked; empty for a mark by hand, which is for every version."""


def digest_of_answer(source: str, attachments: Mapping[str, dict[str, str]]) -> str:
    """Of all that a marker sees of an answer."""
    seen = msgspec.json.encode([source[: LONGEST_ANSWER + 1], attachments], order="sorted")
    return hashlib.sha256(seen).hexdigest()


def has_desk_marks(connection: Connection) -> bool:
    return bool(inspect(connection).has_table(DESK_TABLE))


def given_at_desk(connection: Connection, assignment: str, student: str) -> dict[str, Given]:
    """What the desk gave a student's answers last, by their cells."""
    rows = connection.execute(_LATEST, {"assignment": assignment, "student": student})
    return {cell: Given(points, digest) for cell, points, digest in rows}


def mark_of_version(before: float | None, given: Given | None, cell: Mapping[str, Any]) -> float | None:
    """The mark that an answer has once it is handed in (again): that of the version which it is.

    A mark that somebody gave elsewhere, or by hand, stays whatever the answer.

    Parameters
    ----------
    before : float or None
        What the gradebook has.
    given : Given or None
        What the desk gave last.
    cell : mapping
        The answer's cell.
    """
    if given is None or not given.digest or before not in (None, given.points):
        return before
    source = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
    is_same = given.digest == digest_of_answer(source, cell.get("attachments") or {})
    return given.points if is_same else None
