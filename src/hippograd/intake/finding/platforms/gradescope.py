"""Gradescope: a folder for each submission, and a table that says by whom it is, and when it was handed in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hippograd.errors import HippogradError
from hippograd.intake.finding.archives import Entry, label_of, read_file
from hippograd.intake.finding.platforms.platform import SMALL_FILE, Attempt, Names, Platform, Top
from hippograd.intake.finding.roster import Key
from hippograd.intake.finding.times import doubtful_time, time_of

TABLE = "submission_metadata.yml"

_NOTHING = ("", "~", "null")


class Gradescope(Platform):
    """A row whose table says who: all `:submitters`, by `:sid` and `:email`, handed in together, at `:created_at`."""

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        tables = [_table(top.files[0]) for top in tops if self.is_own(top) and not top.is_folder]
        table = tables[0] if tables else {}
        folders = {top.name: top.files for top in self.fitting(tops)}
        return [
            attempt
            for folder in {**folders, **table}
            for attempt in _attempts(folder, folders.get(folder, ()), table.get(folder, {}))
        ]


GRADESCOPE = Gradescope(
    "Gradescope",
    r"submission_\d+/",
    "assignment_1_export/submission_700/work.ipynb, and submission_metadata.yml beside it",
    "Download Submissions of Gradescope, as public scripts read it; Gradescope itself documents no form",
    "the SID or the address in submission_metadata.yml, as id, email or in a column gradescope",
    re.escape(TABLE),
)


def _table(entry: Entry) -> dict[str, dict[str, Any]]:
    """Return what the table says of each folder."""
    import yaml  # only such a table needs it

    label = label_of(entry.path, entry.members)
    loader: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # no tag, Ruby's or another, is obeyed
    if entry.problem:
        raise HippogradError("gradescope-table-unreadable", file=label, cause=entry.problem)
    try:
        tables = yaml.load(read_file(entry.path, entry.members, SMALL_FILE), Loader=loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        cause = str(error).splitlines()[0]
        raise HippogradError("gradescope-table-unreadable", file=label, cause=cause) from None
    rows = tables.items() if isinstance(tables, dict) else ()
    return {str(folder): row for folder, row in rows if isinstance(row, dict)}


def _attempts(folder: str, files: tuple[Entry, ...], row: dict[str, Any]) -> list[Attempt]:
    """Return a folder as an attempt of each of those who handed it in together."""
    stamp = _text(row.get(":created_at"))
    time = time_of(stamp)
    notes = (doubtful_time(TABLE, stamp),) if stamp and time is None else ()
    people = row.get(":submitters")
    blank = Attempt(files, folder, number=folder, time=time, notes=notes)
    found = []
    for person in people if isinstance(people, list) else []:
        if isinstance(person, dict):
            name, sid, email = (_text(person.get(key)) for key in (":name", ":sid", ":email"))
            keys = tuple(key for key in (Key(sid), Key(email), Key(sid, GRADESCOPE.name)) if key.value)
            found.append(replace(blank, own_id=sid or email or name or folder, name=name, keys=keys))
    return found or [blank]


def _text(value: Any) -> str:
    """Return a value of the table, where it says something; a list is none, which may name itself over and over."""
    return value.strip() if isinstance(value, str) and value not in _NOTHING else ""
