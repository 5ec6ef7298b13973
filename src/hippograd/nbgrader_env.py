"""nbgrader's gradebook as this package uses it: without running commands of its own."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import nbgrader.api
import nbgrader.dbutil
from nbgrader.api import Gradebook

__all__ = ["COURSE_ID", "Gradebook", "schema_version"]

COURSE_ID = "default_course"
"""nbgrader's own name for a course without one; PostgreSQL insists on a name, as assignments refer to it."""

_REVISION = re.compile(r"^(down_)?revision\s*=\s*['\"](\w+)['\"]", re.MULTILINE)


@cache
def schema_version() -> str:
    """Return the version that nbgrader writes into a new gradebook: the last of its migrations.

    nbgrader runs the command `alembic` for it, which takes seconds and reads settings, and with them code, from the
    working directory. The scripts of the migrations say the same.
    """
    scripts = Path(nbgrader.dbutil.ALEMBIC_DIR, "versions").glob("*.py")
    found = [match for script in scripts for match in _REVISION.findall(script.read_text(encoding="utf-8"))]
    (last,) = {name for down, name in found if not down} - {name for down, name in found if down}
    return str(last)


nbgrader.api.get_alembic_version = schema_version
