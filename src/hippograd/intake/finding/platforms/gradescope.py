"""Gradescope: a folder for each submission, and a table that says by whom it is, and when it was handed in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hippograd.errors import HippogradError
from hippograd.intake.finding.archives import Entry, label_of, read_file
from hippograd.intake.finding.attempts import SMALL_FILE, Attempt, Claim
from hippograd.intake.finding.platforms.platform import Names, Platform, Top
from hippograd.intake.finding.roster import Key
from hippograd.intake.finding.times import doubtful_time, time_of

TABLE = "submission_metadata.yml"

_NOTHING = ("", "~", "null")


class Gradescope(Platform):
    """`assignment_1_export/submission_700/work.ipynb`; `submission_metadata.yml` beside says who handed in what.

    Its `:submitters`, each with `:name`, `:sid` and `:email`, are all who handed in together; `:created_at` is when.
    Source: *Download Submissions* of Gradescope, as public scripts read it; Gradescope itself documents no form.
    """

    name = "Gradescope"
    folder = re.compile(r"submission_\d+")
    own = re.compile(re.escape(TABLE))
    hint = "Gradescope calls people by SID and address: the roster needs one of them."

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        tables = [_table(top.files[0]) for top in tops if self.is_own(top) and not top.is_folder]
        table = tables[0] if tables else {}
        folders = {top.name: top.files for top in tops if self.match(top)}
        found = []
        for folder in [*folders, *(name for name in table if name not in folders)]:
            claims = _claims(folder, table[folder]) if folder in table else [Claim(folder, number=folder)]
            found += [Attempt(claim, folders.get(folder, ())) for claim in claims]
        return found

    def claim(self, match: re.Match[str]) -> Claim:
        return Claim(match[0], number=match[0])


def _table(entry: Entry) -> dict[str, dict[str, Any]]:
    """What the table says of each folder.

    Raises
    ------
    HippogradError
        When it is not YAML.
    """
    import yaml  # only such a table needs it

    label = label_of(entry.path, entry.members)
    loader: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # no tag, Ruby's or another, is obeyed
    if entry.problem:
        raise HippogradError(f"{label} cannot be read: {entry.problem}.", "Download the export again.")
    try:
        tables = yaml.load(read_file(entry.path, entry.members, SMALL_FILE), Loader=loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        cause = str(error).splitlines()[0]
        raise HippogradError(f"{label} cannot be read: {cause}.", "Download the export again.") from None
    rows = tables.items() if isinstance(tables, dict) else ()
    return {str(folder): row for folder, row in rows if isinstance(row, dict)}


def _claims(folder: str, row: dict[str, Any]) -> list[Claim]:
    """A claim for each of those who handed a folder in together."""
    stamp = _text(row.get(":created_at"))
    time = time_of(stamp)
    notes = (doubtful_time(TABLE, stamp),) if stamp and time is None else ()
    people = row.get(":submitters")
    blank = Claim(folder, number=folder, time=time, notes=notes)
    claims = []
    for person in people if isinstance(people, list) else []:
        if isinstance(person, dict):
            name, sid, email = (_text(person.get(key)) for key in (":name", ":sid", ":email"))
            keys = (Key(email), Key(sid), Key(sid, Gradescope.name))
            claims.append(replace(blank, own_id=sid or email or name or folder, name=name, keys=keys))
    return claims or [blank]


def _text(value: Any) -> str:
    """A value of the table, where it says something; a list is none, which may name itself over and over."""
    return value.strip() if isinstance(value, str) and value not in _NOTHING else ""
