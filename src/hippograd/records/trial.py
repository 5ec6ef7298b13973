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
from hippograd.records.folder import Records
from hippograd.store.gradebook import Gradebook, copy_database


@contextmanager
def trial_records(records: Records, db_url: str) -> Iterator[tuple[Records, str]]:
    """Records in a folder of their own, with the cache and the gradebook of the real ones; and its address."""
    with tempfile.TemporaryDirectory(prefix="hippograd-preview-") as folder:
        copy = Records(Path(folder))
        files = [records.cache, *(records.folder / name for name in (EXTENSIONS, SECTIONS))]
        originals = {copy.folder / file.name: file for file in files if file.is_file()}
        book, target = file_of(db_url), copy.folder / "gradebook.db"
        try:
            for copied, original in originals.items():
                shutil.copy(original, copied)
            if book is None:
                Gradebook(db_url).copy_to(target)
            elif book.is_file():
                copy_database(book, target)
                originals[target] = book
        except OSError as error:
            raise HippogradError("no-room-for-preview", cause=error.strerror) from None
        try:
            yield copy, copy.db_url
        except HippogradError as error:
            for copied, original in originals.items():
                error.message = error.message.replace(str(copied), str(original))
            raise
