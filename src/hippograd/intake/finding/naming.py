"""How files find their students where the names of platforms do not say it: `--platform`, `--pattern`, `--map`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hippograd.errors import HippogradError
from hippograd.intake.finding.platforms import PLATFORMS, Platform
from hippograd.intake.finding.platforms.platform import GROUPS, TELLING
from hippograd.intake.finding.roster import table_of
from hippograd.text import normalized


@dataclass(frozen=True)
class Naming:
    """What the user says about the names in a download."""

    platform: Platform | None = None
    """Whose convention they follow; by default whichever most of them follow."""

    owners: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The ids of the students whose a file or folder is, by its path in the folder or zip that is graded."""

    table: Path | None = None
    """Where the owners were read from."""

    def owners_of(self, listed: str) -> tuple[str, ...]:
        """Return the owners of a file, by itself or by the innermost folder that has any; empty if none are given."""
        path = listed
        while path:
            if path in self.owners:
                return self.owners[path]
            path = path.rpartition("/")[0]
        return ()


def read_naming(platform: str | None = None, pattern: str | None = None, table: Path | None = None) -> Naming:
    """Return what the user says about names, from the options of the command line."""
    if platform and pattern:
        raise HippogradError("platform-and-pattern")
    convention = _platform(platform) if platform else _pattern(pattern) if pattern else None
    owners = _owners(table) if table is not None else {}
    return Naming(convention, owners, table)


def _platform(name: str) -> Platform:
    for platform in PLATFORMS:
        if platform.name.casefold() == name.strip().casefold():
            return platform
    raise HippogradError("platform-unknown", name=name, known=[platform.name.casefold() for platform in PLATFORMS])


def _pattern(text: str) -> Platform:
    try:
        pattern = re.compile(text)
    except (re.error, RecursionError, OverflowError) as error:
        raise HippogradError("pattern-not-regular", pattern=text, cause=error) from None
    unknown = sorted(set(pattern.groupindex) - set(GROUPS))
    if unknown:
        raise HippogradError("pattern-group-unknown", group=unknown[0], known=list(GROUPS))
    if not set(pattern.groupindex) & set(TELLING):
        raise HippogradError("pattern-tells-nobody", pattern=text, needed=list(TELLING))
    return Platform("--pattern", text, needs=f"what it calls {' and '.join(sorted(pattern.groupindex))}")


def _owners(path: Path) -> dict[str, tuple[str, ...]]:
    headings, rows = table_of(path)
    if not {"path", "id"} <= set(headings):
        raise HippogradError("map-without-headings", file=path, headings=[*filter(None, headings)] or ["none"])
    owners: dict[str, tuple[str, ...]] = {}
    for line, row in rows:
        listed, student = written_path(row.get("path", "")), row.get("id", "")
        if not listed or not student:
            raise HippogradError("map-line-incomplete", file=path, line=line, missing="id" if listed else "path")
        owners[listed] = (*owners.get(listed, ()), student)
    return owners


def written_path(path: str) -> str:
    """Return a path in the form in which files are listed."""
    parts = normalized("NFC", path).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", "."))
