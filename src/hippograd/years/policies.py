"""Writing the late policy of a cohort into `cohorts.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import tomlkit
from tomlkit.items import Table

from hippograd.course import Course
from hippograd.course.late import LatePolicy, check_names, late_policy, same_section
from hippograd.course.root import COHORTS
from hippograd.course.toml import editable_toml
from hippograd.files import alone_in_folder, write_whole


def write_policy(
    root: Path, cohort: str, numbers: Mapping[str, float], deadlines: Mapping[str, datetime], section: str | None = None
) -> LatePolicy:
    """Write numbers and deadlines of a cohort; what is not named, and every comment, stays."""
    with alone_in_folder(root):  # or one of two commands at once would lose what it has written
        return _write_policy(root, cohort, numbers, deadlines, section)


def _write_policy(
    root: Path, cohort: str, numbers: Mapping[str, float], deadlines: Mapping[str, datetime], section: str | None
) -> LatePolicy:
    course = Course(root)
    course.cohort(cohort)
    file = root / COHORTS
    document = editable_toml(file)
    late = _table(document[cohort], "late")
    for name, number in numbers.items():
        late[name] = int(number) if float(number).is_integer() else number
    if deadlines:
        if section is None:
            times = _table(late, "deadlines")
        else:
            sections = _table(late, "sections", holds_tables=True)
            known = {same_section(name): name for name in sections}
            times = _table(sections, known.get(same_section(section), section))
        for assignment, time in deadlines.items():
            times[assignment] = time
    tables = {name: dict(course.tables(name)) for name in course.cohorts}
    tables[cohort] = document.unwrap()[cohort]
    check_names(cohort, tables, course.assignments)
    write_whole(file, _below_its_cohort(tomlkit.dumps(document), cohort).encode())
    return late_policy(cohort, Course(root).cohort(cohort).numbers)


def _below_its_cohort(text: str, cohort: str) -> str:
    """Return the text with what `tomlkit` added below the heading of the next cohort put above it."""
    heading, tables = r"(?:^#.*\n\s*)+", rf"(?:^\[{re.escape(cohort)}\..*\n(?:^[^\[#].*\n|^\n)*)+"
    return re.sub(rf"(?m)({heading})({tables})(?=^\[(?!{re.escape(cohort)}\.))", r"\2\n\1", text)


def _table(parent: Table, name: str, holds_tables: bool = False) -> Table:
    if name not in parent:
        parent[name] = tomlkit.table(is_super_table=holds_tables)
    table: Table = parent[name]
    return table
