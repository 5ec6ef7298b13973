"""Gradescope's submission_metadata.yml: who handed in which folder, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import yaml

from ..errors import HippogradError
from .times import time_of

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


@dataclass(frozen=True)
class Person:
    """One of those who handed in a submission."""

    name: str
    sid: str
    email: str


@dataclass(frozen=True)
class Handed:
    """One submission: by whom, and when; what the file says of that where it is not understood."""

    people: tuple[Person, ...]
    time: datetime | None
    unread: str = ""


def read_metadata(data: bytes, label: str) -> dict[str, Handed]:
    """The people and the time of each submission folder.

    Raises
    ------
    HippogradError
        When the file is no YAML.
    """
    try:
        tables = yaml.load(data, Loader=_Data)
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        cause = str(error).splitlines()[0]
        raise HippogradError(f"{label} cannot be read: {cause}.", "Download the export again.") from None
    found = {}
    for folder, table in tables.items() if isinstance(tables, dict) else ():
        if isinstance(table, dict):
            people = table.get(":submitters")
            people = [_person(one) for one in people if isinstance(one, dict)] if isinstance(people, list) else []
            stamp = table.get(":created_at")
            time = _time(stamp)
            found[str(folder)] = Handed(tuple(people), time, str(stamp) if stamp is not None and time is None else "")
    return found


def _person(table: dict[Any, Any]) -> Person:
    name, sid, email = (str(table.get(key) or "").strip() for key in (":name", ":sid", ":email"))
    return Person(name, sid, email)


def _time(value: Any) -> datetime | None:
    if isinstance(value, datetime):
        return value if value.tzinfo is not None else value.replace(tzinfo=UTC)
    return time_of(str(value))
