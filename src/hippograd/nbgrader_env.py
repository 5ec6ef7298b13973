"""nbgrader's gradebook as this package uses it: without running commands of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import cache
from pathlib import Path

import nbgrader.api
import nbgrader.dbutil
from nbgrader.api import Gradebook
from sqlalchemy import create_engine, text

from hippograd.files import alone_in_folder, file_of

__all__ = ["COURSE_ID", "Gradebook", "alone_in", "schema_version"]

COURSE_ID = "default_course"
"""nbgrader's own name for a course without one; PostgreSQL insists on a name, as assignments refer to it."""

_REVISION = re.compile(r"^(down_)?revision\s*=\s*['\"](\w+)['\"]", re.MULTILINE)


_ENTERING = 0x68697070
"""The number of PostgreSQL's lock that is held while an assignment is entered: one in each database."""


@contextmanager
def alone_in(db_url: str) -> Iterator[None]:
    """Wait until no other command of ours makes a gradebook or enters an assignment into it, and keep others waiting.

    nbgrader does that in many transactions, and of two at once each deletes what the other has just entered. A file is
    locked by its folder, so nothing is left there.
    """
    if db_url.startswith("postgresql"):
        engine = create_engine(db_url)
        try:
            with engine.connect() as connection:
                connection.execute(text(f"select pg_advisory_lock({_ENTERING})"))
                yield
        finally:
            engine.dispose()
        return
    file = file_of(db_url)
    with alone_in_folder(file.parent) if file is not None else nullcontext():
        yield


@cache
def schema_version() -> str:
    """The version that nbgrader writes into a new gradebook: the last of its migrations.

    nbgrader runs the command `alembic` for it, which takes seconds and reads settings, and with them code, from the
    working directory. The scripts of the migrations say the same.
    """
    scripts = Path(nbgrader.dbutil.ALEMBIC_DIR, "versions").glob("*.py")
    found = [match for script in scripts for match in _REVISION.findall(script.read_text(encoding="utf-8"))]
    (last,) = {name for down, name in found if not down} - {name for down, name in found if down}
    return str(last)


nbgrader.api.get_alembic_version = schema_version
