"""Cohorts: the numbers that may change from year to year, and the bounds calibrated for them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Annotated, Any

import msgspec

from gradekit.release import namespace_of
from hippograd.course.late import NOT_IN_NOTEBOOKS, LatePolicy, late_policy
from hippograd.course.toml import convert, read_toml
from hippograd.course.total import Total, total_of
from hippograd.errors import HippogradError

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
"""What a cohort may be called: folders and commands carry its name."""


_OF_WINDOWS = re.compile(r"(?i)con|prn|aux|nul|(com|lpt)[0-9]")
"""What no folder may be called there."""


class Site(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where students find the course."""

    address: Annotated[str, msgspec.Meta(pattern=r"^https?://")] | None = None
    """The address of the site, from which a notebook on Colab fetches its folder."""

    repository: Annotated[str, msgspec.Meta(pattern=r"^[\w.-]+/[\w.-]+/blob/[\w./-]+$")] | None = None
    """Where the site's files are in a public repository, as Colab names it: ``"owner/name/blob/gh-pages"``."""


class Door(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The server that students hand in at."""

    address: Annotated[str, msgspec.Meta(pattern=r"^(https?://\S+)?$")] = ""
    """Where students' notebooks find it; each release says so. Not where a hub's notebooks find it."""

    staff: tuple[str, ...] = ()
    """Who teaches, by the names that they log in with."""


@dataclass(frozen=True)
class Cohort:
    """One cohort's numbers."""

    name: str
    """Such as ``"2026"``."""

    numbers: dict[str, Any]
    """The cohort's table in `cohorts.toml`, nested as it stands there."""

    bounds: dict[str, float]
    """The calibrated bound of each task whose mark depends on training; never part of a release."""

    @property
    def namespace(self) -> SimpleNamespace:
        """The numbers for attribute access, ``cohort.namespace.session.n_cells``, with the cohort's name on top."""
        found: SimpleNamespace = namespace_of(self.public)
        return found

    @property
    def public(self) -> dict[str, Any]:
        """What students get of it: the name and the numbers that notebooks read."""
        return {"name": self.name, **read_by_notebooks(self.numbers)}

    @property
    def late(self) -> LatePolicy:
        """The deadlines, and what a late submission loses."""
        return late_policy(self.name, self.numbers)

    @property
    def site(self) -> Site:
        """Where its site is."""
        place = f"assignments/cohorts.toml, [{self.name}.site]"
        return convert(self.numbers.get("site", {}), Site, place, 'Write address = "https://…" and repository = "…".')

    @property
    def door(self) -> Door:
        """Where students hand in, and who teaches there."""
        place = f"assignments/cohorts.toml, [{self.name}.door]"
        return convert(self.numbers.get("door", {}), Door, place, 'Write address = "https://…" and staff = ["…"].')

    @property
    def total(self) -> Total:
        """How the assignments are summed up."""
        return total_of(self.name, self.numbers)


CURRENT = "current"
"""The key of `cohorts.toml` that names the cohort which commands take by default."""


def current_cohort(cohorts: Path) -> str | None:
    """Return the cohort that `cohorts.toml` calls current; None where it names none."""
    tables = read_toml(cohorts)
    named = tables.get(CURRENT)
    if named is not None and not isinstance(tables.get(str(named)), dict):
        raise HippogradError("cohort-current-unknown", file=cohorts, name=named)
    return None if named is None else str(named)


def read_cohorts(cohorts: Path, calibration: Path) -> dict[str, Cohort]:
    """Return all cohorts of `cohorts.toml`, with the bounds that `calibration.toml`, where it exists, holds for
    them."""
    tables = {name: table for name, table in read_toml(cohorts).items() if name != CURRENT}
    bounds = read_toml(calibration) if calibration.exists() else {}
    if not tables:
        raise HippogradError("cohorts-empty", file=cohorts)
    for name, numbers in tables.items():
        check_name(cohorts, name)
        if not isinstance(numbers, dict):
            raise HippogradError("cohort-not-a-table", file=cohorts, name=name)
    return {
        name: Cohort(name, numbers, _bounds(calibration, name, bounds.get(name, {})))
        for name, numbers in tables.items()
    }


def read_by_notebooks(tables: Mapping[str, Any]) -> dict[str, Any]:
    """Return the tables of a cohort without those that are about marks."""
    return {name: table for name, table in tables.items() if name not in NOT_IN_NOTEBOOKS}


def check_name(cohorts: Path, name: str) -> None:
    """Refuse what cannot be the name of a cohort."""
    if not _NAME.fullmatch(name) or name == CURRENT or _OF_WINDOWS.fullmatch(name):
        raise HippogradError("cohort-name-bad", file=cohorts, name=name)


class _Calibrated(msgspec.Struct):
    """A table of `calibration.toml`; what else stands in it is for people."""

    bound: float


def _bounds(file: Path, cohort: str, tables: dict[str, Any]) -> dict[str, float]:
    remedy = f"Remove the table, and run `hippograd calibrate --cohort {cohort}`."
    return {
        task: convert(table, _Calibrated, f"{file}, [{cohort}.{task}]", remedy).bound for task, table in tables.items()
    }
