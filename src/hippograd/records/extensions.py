"""Writing the files of extensions and of sections."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import tomlkit

from hippograd.course import Offering
from hippograd.course.late import (
    EXTENSIONS,
    MOST_HOURS,
    SECTIONS,
    LatePolicy,
    more_time,
    read_extensions,
    read_sections,
    same_section,
)
from hippograd.course.toml import editable_toml
from hippograd.errors import HippogradError, few
from hippograd.files import alone_in_folder, write_whole
from hippograd.intake import Roster
from hippograd.records.folder import Records
from hippograd.text import day_of


def own_deadline(records: Records, offering: Offering, student: str, *, is_extended: bool = True) -> datetime:
    """Return when an assignment is due for a student, with or without the extension of their own."""
    name, policy = offering.assignment.name, offering.cohort.late
    if name not in policy.deadlines:
        raise HippogradError("deadline-missing", cohort=offering.cohort.name, assignment=name)
    later = (more_time(policy, records.folder, name) or {}).get(student, timedelta())
    extension = timedelta() if is_extended else (read_extensions(records.folder, name) or {}).get(student, timedelta())
    due: datetime = policy.deadlines[name] + later - extension
    return due


def extended(records: Records, offering: Offering, student: str, hours: float) -> str:
    """Write an extension into `extensions.toml`, whose comments stay; the student's deadline, in words."""
    if not 0 <= hours <= MOST_HOURS:
        raise HippogradError("hours-out-of-range", hours=hours, most=MOST_HOURS)
    name = offering.assignment.name
    own_deadline(records, offering, student)
    file = records.folder / EXTENSIONS
    with alone_in_folder(records.folder):
        read_extensions(records.folder, name, offering.course.assignments)
        document = editable_toml(file)
        table = document.setdefault(name, tomlkit.table())
        if hours:
            table[student] = int(hours) if hours == int(hours) else hours
        else:
            table.pop(student, None)
        write_whole(file, tomlkit.dumps(document).encode())
    due = own_deadline(records, offering, student)
    return f"{student}: {name} is due on {due:%A}, {day_of(due)}, {due:%H:%M %Z}."


def enter_sections(records: Path, roster: Roster) -> None:
    """Write down who is in which section; of whom the roster says nothing, what was known stays."""
    with alone_in_folder(records):
        sections = {**read_sections(records), **sections_of(roster)}
        if sections:
            write_whole(records / SECTIONS, tomlkit.dumps(dict(sorted(sections.items()))).encode())


def sections_of(roster: Roster) -> dict[str, str]:
    """Return the section of each student of whom a roster says one."""
    return {student: person.section for student, person in roster.people.items() if person.section}


def _may_be(section: str, name: str, there: Collection[str]) -> bool:
    """Return whether a name is another way to write a section: it stands in it, or begins it where nobody else is in
    it."""
    stands_in_it = re.search(rf"(?<!\w){re.escape(section)}(?!\w)", name) is not None
    return stands_in_it or (bool(name) and section.startswith(name[:3]) and section not in there)


def remarks_on_sections(policy: LatePolicy, before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """Yield what a person has to look at in who is in which section, where sections have deadlines of their own."""
    own = {same_section(one) for one in policy.sections}
    moved = sorted(who for who in now if same_section(before.get(who, now[who])) != same_section(now[who]))
    if own and moved:
        yield (
            f"Please check: {len(moved)} in another section than before, whose deadlines hold for earlier assignments, "
            f"too: {few(moved)}"
        )
    there = {same_section(one) for one in now.values()}
    for section in sorted(set(now.values())):
        name = same_section(section)
        if name not in own and any(_may_be(one, name, there) for one in own):
            yield (
                f"Please check: section {section!r} is not one of cohorts.toml, so the deadlines of the class hold for "
                f"those in it: {few(sorted(who for who, one in now.items() if one == section))}"
            )
