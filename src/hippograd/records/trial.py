"""A copy of the records for a run that leaves nothing: whose marks would change is seen before they do."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hippograd.course.late import EXTENSIONS, SECTIONS
from hippograd.errors import HippogradError
from hippograd.files import file_of
from hippograd.records.entries import copy_database
from hippograd.records.folder import Records


@contextmanager
def trial_records(records: Records, db_url: str, assignment: str) -> Iterator[tuple[Records, str]]:
    """Records in a folder of their own, with the journal, cache and gradebook of the real ones; and its address.

    A gradebook on a server is not copied: then it is as if the class were graded for the first time.

    Raises
    ------
    HippogradError
        When there is no room for the copy. Of what fails with the copy, the message names the original.
    """
    with tempfile.TemporaryDirectory(prefix="hippograd-preview-") as folder:
        copy = Records(Path(folder))
        book = file_of(db_url)
        files = [
            records.journal(assignment),
            records.results(assignment),
            records.cache,
            *(records.folder / name for name in (EXTENSIONS, SECTIONS)),
        ]
        originals = {copy.folder / file.name: file for file in files}
        if book is not None:
            originals[copy.folder / "gradebook.db"] = book
        try:
            for copied, original in originals.items():
                if original.is_file():
                    (copy_database if original == book else shutil.copy)(original, copied)
        except OSError as error:
            raise HippogradError(f"No room for a copy of the records: {error.strerror}.", "Make room.") from None
        try:
            yield copy, copy.db_url
        except HippogradError as error:
            for copied, original in originals.items():
                error.message = error.message.replace(str(copied), str(original))
            raise
