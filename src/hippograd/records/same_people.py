"""Whether the people of a run or a roster are those of the gradebook: a class goes by the ids of its roster."""

from __future__ import annotations

from collections.abc import Collection

from hippograd.errors import HippogradError

_FEWEST = 3
"""Of fewer people, other ones may well hand in next."""


def refuse_other_people(entered: Collection[str], students: Collection[str], *, is_roster: bool) -> None:
    """Refuse people most of whom are new to a gradebook, if most of whom it has are not among them.

    They would be there twice, or be a second class; and a class that grew, or handed in a part at a time, is neither.
    """
    new, gone = sorted({*students} - {*entered}), sorted({*entered} - {*students})
    if min(len(students), len(entered)) < _FEWEST or 2 * len(new) <= len(students) or 2 * len(gone) <= len(entered):
        return
    if is_roster:
        raise HippogradError("roster-other-ids", new=new, gone=gone, students=len(students), entered=len(entered))
    raise HippogradError("students-other-ids", new=new, gone=gone, students=len(students), entered=len(entered))
