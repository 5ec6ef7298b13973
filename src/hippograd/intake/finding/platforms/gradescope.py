"""Gradescope: a folder for each submission, and a table that says by whom it is, and when it was handed in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import yaml

from hippograd.errors import HippogradError
from hippograd.intake.finding.archives import Entry, label_of, read_file
from hippograd.intake.finding.attempts import SMALL_FILE, Attempt, Claim
from hippograd.intake.finding.platforms.platform import Names, Platform, Top
from hippograd.intake.finding.roster import Key
from hippograd.intake.finding.times import doubtful_time, time_of, usable_time

TABLE = "submission_metadata.yml"

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Data(_Loader):  # type: ignore[misc]
    """Reads YAML as plain data; what Ruby tagged as its own objects, too."""


def _untagged(loader: Any, _suffix: str, node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_scalar(node)


_Data.add_multi_constructor("!", _untagged)


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
    label = label_of(entry.path, entry.members)
    if entry.problem:
        raise HippogradError(f"{label} cannot be read: {entry.problem}.", "Download the export again.")
    try:
        tables = yaml.load(read_file(entry.path, entry.members, SMALL_FILE), Loader=_Data)
    except (yaml.YAMLError, ValueError, RecursionError, TypeError, AttributeError, LookupError) as error:
        cause = (str(error) or type(error).__name__).splitlines()[0]
        raise HippogradError(f"{label} cannot be read: {cause}.", "Download the export again.") from None
    rows = tables.items() if isinstance(tables, dict) else ()
    return {str(folder): row for folder, row in rows if isinstance(row, dict)}


def _claims(folder: str, row: dict[str, Any]) -> list[Claim]:
    """A claim for each of those who handed a folder in together."""
    stamp = row.get(":created_at")
    time = _time(stamp)
    notes = (doubtful_time(TABLE, str(stamp)),) if stamp is not None and time is None else ()
    people = row.get(":submitters")
    blank = Claim(folder, number=folder, time=time, notes=notes)
    claims = []
    for person in people if isinstance(people, list) else []:
        if isinstance(person, dict):
            name, sid, email = (str(person.get(key) or "").strip() for key in (":name", ":sid", ":email"))
            keys = (Key(email), Key(sid), Key(sid, Gradescope.name))
            claims.append(replace(blank, own_id=sid or email or name or folder, name=name, keys=keys))
    return claims or [blank]


def _time(value: Any) -> datetime | None:
    if isinstance(value, datetime):
        return usable_time(value if value.tzinfo is not None else value.replace(tzinfo=UTC))
    return time_of(str(value))
