"""The roster: who is in the class, and who of them handed something in."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..errors import HippogradError

_ID_COLUMNS = ("id", "student_id", "student id", "username")
_NAME_COLUMNS = ("name", "full name", "full_name", "student", "student name")
_EMAIL_COLUMNS = ("email", "e-mail", "email address")


@dataclass(frozen=True)
class Roster:
    """The students of a class, and all that a learning platform may call them.

    Parameters
    ----------
    by_key : dict
        Student ids by id, e-mail address or a platform's id, in small letters.
    by_name : dict
        Student ids by name, without spaces and accents; several where names are shared.
    """

    by_key: dict[str, str]
    by_name: dict[str, set[str]]

    @property
    def students(self) -> set[str]:
        """The ids of all."""
        return set(self.by_key.values())

    def match(self, keys: Iterable[str], name: str) -> str:
        """The student's id, or an empty string where it is not certain.

        Parameters
        ----------
        keys : iterable of str
            Ids and addresses from the download; the first that the roster has decides.
        name : str
            The name from the download.
        """
        for key in keys:
            found = self.by_key.get(key.strip().casefold(), "")
            if found:
                return found
        same = self.by_name.get(plain_name(name), set())
        return next(iter(same)) if len(same) == 1 else ""


def read_roster(path: Path) -> Roster:
    """Read a roster: a CSV file with a row of headings, one of them `id`.

    `name` and `email` are known by these headings; every other column is taken for ids of a learning platform. Commas,
    semicolons and tabs may separate the columns.

    Raises
    ------
    HippogradError
        When the file cannot be read, has no column `id`, or gives two students the same id.
    """
    rows = _rows(path)
    columns = {heading.strip().casefold(): heading for heading in (rows[0] if rows else {}) if heading}
    id_column = next((columns[name] for name in _ID_COLUMNS if name in columns), "")
    if not id_column:
        raise HippogradError(
            f"{path} has no column `id`; its headings are: {', '.join(columns) or 'none'}.",
            "Write the headings in its first line: id,name,email.",
        )
    name_columns = [columns[name] for name in _NAME_COLUMNS if name in columns]
    by_key: dict[str, str] = {}
    by_name: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        student = (row.get(id_column) or "").strip()
        if not student:
            continue
        for column in columns.values():
            value = (row.get(column) or "").strip()
            if value and column in name_columns:
                for key in _name_keys(value):
                    by_name[key].add(student)
            elif value and by_key.setdefault(value.casefold(), student) != student:
                raise HippogradError(
                    f"{path}: {value} ({column}) belongs to {by_key[value.casefold()]} and to {student}.",
                    "Give each student ids and an address of their own.",
                )
    return Roster(by_key, dict(by_name))


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise HippogradError(f"{path} cannot be read: {error.strerror or error}.", "Check the path.") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise HippogradError(f"{path} is no CSV file: {error}.", "Save it as CSV.") from None


def plain_name(name: str) -> str:
    """A name in small letters without accents, spaces and signs: `Zoë O'Hara` is `zoeohara`."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[\W_]+", "", "".join(sign for sign in letters if not unicodedata.combining(sign)))


def _name_keys(name: str) -> set[str]:
    """A name with its parts in all orders that lists use: first name first, or a family name of any length first."""
    parts = [part for part in re.split(r"[\s,]+", name) if part]
    return {plain_name("".join(parts[turn:] + parts[:turn])) for turn in range(len(parts))} - {""}
