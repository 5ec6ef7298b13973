"""The tables of a new cohort in `cohorts.toml`, with the comments of the earlier ones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import tomlkit
from tomlkit.items import Table

from hippograd.course.cohorts import CURRENT

LATE = "late"
DAYS_OF_A_YEAR = 365.2425


def with_cohort(text: str, name: str, tables: Mapping[str, Any], source: str, current: str) -> str:
    """Return the text of `cohorts.toml` with the tables of one more cohort at its end."""
    document = tomlkit.parse(text)
    if CURRENT not in document:
        text = f'{CURRENT} = "{current}"\n\n{text}'
    commented = [document[source], *(item for item in document.values() if isinstance(item, Table))]
    made = tomlkit.table(is_super_table=True)
    for heading, numbers in tables.items():
        made.add(heading, _table(numbers, [one[heading] for one in commented if heading in one]))
        made[heading].add(tomlkit.nl())
    block = tomlkit.document()
    block.add(name, made)
    line = f"# {'-' * 117}\n# {name}: made from {source}.\n"
    return f"{text.rstrip()}\n\n{line}\n{block.as_string().rstrip()}\n"


def _table(numbers: Mapping[str, Any], models: list[Any]) -> Table:
    made = tomlkit.table()
    if said := _comment(models):
        made.comment(said)
    for key, value in numbers.items():
        if isinstance(value, Mapping):
            made.add(key, _table(value, [model[key] for model in models if key in model]))
            continue
        made.add(key, value)
        if said := _comment([model[key] for model in models if key in model]):
            made[key].comment(said)
    return made


def _comment(models: list[Any]) -> str:
    return next((model.trivia.comment.removeprefix("#").strip() for model in models if model.trivia.comment), "")


def shifted_deadlines(late: Mapping[str, Any], years: int) -> dict[str, Any]:
    """Return the table of late submissions with every deadline some years on, on the same day of the week."""
    weeks = timedelta(weeks=round(years * DAYS_OF_A_YEAR / 7))
    return {name: _moved(value, weeks) for name, value in late.items()}


def _moved(value: Any, by: timedelta) -> Any:
    """Return all times in a value that many weeks on, however deep they stand."""
    if isinstance(value, Mapping):
        return {name: _moved(one, by) for name, one in value.items()}
    return _later(value, by) if isinstance(value, datetime) else value


def _later(time: datetime, by: timedelta) -> datetime:
    """As late on the day, also where clocks here have been changed meanwhile; elsewhere nobody knows when they are."""
    here = time.astimezone()
    return (here.replace(tzinfo=None) + by).astimezone() if here.utcoffset() == time.utcoffset() else time + by


def years_between(source: str, name: str) -> int:
    """Return how many years lie between two cohorts that are named after their years; one where they are not."""
    return int(name) - int(source) if source.isdigit() and name.isdigit() else 1
