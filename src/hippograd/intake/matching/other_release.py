"""Which release a submission answers, as the notebook itself declares: last year's, or that of another assignment."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress

import msgspec

from hippograd.errors import NO_JSON, HippogradError
from hippograd.intake.notes import Note


class Release(msgspec.Struct, frozen=True):
    """What `hippograd build` writes into a notebook; a student's file may say anything here, or nothing."""

    assignment: str = ""
    cohort: str = ""


class _Metadata(msgspec.Struct):
    hippograd: Release = Release()


class _Notebook(msgspec.Struct):
    metadata: _Metadata = msgspec.field(default_factory=_Metadata)


def release_of(data: bytes) -> Release:
    """Return which release a notebook says that it is of."""
    with suppress(*NO_JSON):
        return msgspec.json.decode(data, type=_Notebook).metadata.hippograd
    return Release()


def refuse_other_assignment(told: str, assignment: str, known: Collection[str], file: str) -> None:
    """Refuse the notebook of another assignment of the course, whose texts would be taken for answers."""
    if told in known and told != assignment:
        raise HippogradError("notebook-of-another-assignment", file=file, told=told, assignment=assignment)


def notes_on_cohort(told: str, cohort: str, known: Collection[str]) -> list[Note]:
    """Return notes for the TA and the student on a notebook of another cohort of the course."""
    if told not in known or told == cohort:
        return []
    return [
        Note.of("notebook-of-another-cohort", told=told, cohort=cohort),
        Note.of("your-notebook-of-another-cohort", told=told, cohort=cohort),
    ]
