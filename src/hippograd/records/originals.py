"""The files that count, as they were handed in: a regrade reads them, and nobody has to look for downloads."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec

from hippograd.errors import NO_JSON, HippogradError
from hippograd.files import write_whole
from hippograd.intake import Note, Origin, Submission
from hippograd.intake.finding.archives import Entry
from hippograd.records.folder import Records

_FILE, _SAID, _BESIDE = "handed_in", "handed_in.json", "beside"
"""Names of the copy, of what is known of it, and of the folder with what lies beside it, by number."""


class _Said(msgspec.Struct):
    called: str
    timestamp: str
    notes: list[Note]
    origin: Origin
    content_hash: str
    beside: list[str] = []
    """The names of the files beside it."""


def keep_original(records: Records, submission: Submission, assignment: str) -> None:
    """Keep a copy of the file that counts, in the place of the one before."""
    place = records.originals / submission.student / assignment
    content_hash = submission.content_hash()
    if submission.is_copy or ((said := _read(place / _SAID)) is not None and said.content_hash == content_hash):
        return
    now = _Said(
        submission.label,
        submission.timestamp,
        list(submission.notes),
        submission.origin,
        content_hash,
        [file.name for file in submission.beside],
    )
    shutil.rmtree(place / _BESIDE, ignore_errors=True)
    for number, data in enumerate(submission.read_beside().values()):
        write_whole(place / _BESIDE / str(number), data)
    write_whole(place / _FILE, submission.read())
    write_whole(place / _SAID, msgspec.json.encode(now))


def originals(records: Records, assignment: str) -> list[Submission]:
    """Return the file that counts of everybody of whom a copy is kept, in the order of their ids."""
    found = []
    for path in sorted(records.originals.glob(f"*/{assignment}/{_SAID}")):
        said = _read(path)
        if said is None:
            raise HippogradError("original-damaged", file=path)
        student = path.parts[-3]
        found.append(
            Submission(
                student,
                path.with_name(_FILE),
                timestamp=said.timestamp,
                notes=tuple(said.notes),
                origin=said.origin,
                called=said.called,
                beside=tuple(
                    Entry(path.with_name(_BESIDE) / str(number), (), name) for number, name in enumerate(said.beside)
                ),
            )
        )
    return found


def _read(path: Path) -> _Said | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Said)
    except (OSError, *NO_JSON):
        return None
