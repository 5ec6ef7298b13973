"""How files find their students where the names of platforms do not say it: `--platform`, `--pattern`, `--map`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from hippograd.errors import HippogradError
from hippograd.intake.finding.archives import Entry
from hippograd.intake.finding.attempts import Attempt, Claim
from hippograd.intake.finding.platforms import PLATFORMS, Names, Platform, Top
from hippograd.intake.finding.platforms.inferred import outermost, spans_in, text_of
from hippograd.intake.finding.roster import Key, Roster, table_of
from hippograd.intake.finding.times import doubtful_time, local_time, time_of
from hippograd.unicode import normalized

_GROUPS = ("id", "email", "name", "group", "number", "time", "late", "attempt", "file")
"""What a pattern may tell; one of the first four it must."""

MOST_EXAMPLES = 30
"""Names of which each suggests a pattern."""

_DIGITS = re.compile(r"(\d{4})\D?(\d\d)\D?(\d\d)\D?(\d\d)\D?(\d\d)(?:\D?(\d\d))?", re.ASCII)
"""`2026-11-01-10-11-12`, `20261101T1011`."""


@dataclass(frozen=True)
class Naming:
    """What the user says about the names in a download.

    Parameters
    ----------
    platform : Platform or None
        Whose convention they follow; by default whichever most of them follow.
    owners : mapping of str to tuple of str
        The ids of the students whose a file or folder is, by its path in the folder or zip that is graded.
    table : Path or None
        Where the owners were read from.
    keeps_unmatched : bool
        Whether work that is nobody's in the roster is graded too, under an id that begins with `unmatched`.
    """

    platform: Platform | None = None
    owners: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    table: Path | None = None
    keeps_unmatched: bool = False

    def owners_of(self, listed: str) -> tuple[str, ...]:
        """The owners of a file, by itself or by the innermost folder that has any; empty if none are given."""
        path = listed
        while path:
            if path in self.owners:
                return self.owners[path]
            path = path.rpartition("/")[0]
        return ()


def read_naming(
    platform: str | None = None, pattern: str | None = None, table: Path | None = None, *, keeps_unmatched: bool = False
) -> Naming:
    """What the user says about names, from the options of the command line.

    Raises
    ------
    HippogradError
        When there is no such platform, or the pattern or the table is not usable.
    """
    if platform and pattern:
        raise HippogradError("--platform and --pattern are two ways to say the same.", "Give one of them.")
    convention = _platform(platform) if platform else _pattern(pattern) if pattern else None
    owners = _owners(table) if table is not None else {}
    return Naming(convention, owners, table, keeps_unmatched)


class Pattern(Platform):
    """A convention that the user describes: a regular expression that paths in the download begin with."""

    name = "--pattern"
    hint = "Does the pattern's id, email, name or group stand in the roster?"

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    @property
    def shown(self) -> str:
        return "what --pattern describes"

    def fitting(self, tops: Sequence[Top]) -> list[Top]:
        return [top for top in tops if any(self._pattern.match(path) for path, _ in _paths(top))]

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        found: dict[Claim, list[Entry]] = defaultdict(list)
        for path, file in (pair for top in tops for pair in _paths(top)):
            match = self._pattern.match(path)
            if match is not None:
                called = match.groupdict().get("file") or path[match.end() :].strip("/_ -") or path.rpartition("/")[2]
                found[self.claim(match)].append(replace(file, name=called))
        return [Attempt(claim, tuple(files)) for claim, files in found.items()]

    def claim(self, match: re.Match[str]) -> Claim:
        told = {name: (text or "").strip() for name, text in match.groupdict().items()}
        name = told.get("name", "") or told.get("group", "")
        stamp = told.get("time", "")
        time = _time(stamp) if stamp else None
        notes = (doubtful_time("the name", stamp),) if stamp and time is None else ()
        return Claim(
            told.get("id") or told.get("email") or name or "unnamed",
            name,
            tuple(Key(told[one]) for one in ("id", "email") if told.get(one)),
            told.get("number", ""),
            int("".join(re.findall(r"[0-9]", told.get("attempt", "")))[:9] or 0),
            time,
            is_late=bool(told.get("late")),
            notes=notes,
        )


def fitted_pattern(tops: Sequence[Top], roster: Roster) -> str:
    """A pattern that finds a student in more than half of the names, as one of them suggests; empty if none does."""
    suggested = dict.fromkeys(pattern for top in tops[:MOST_EXAMPLES] for pattern in _suggested(top, roster))
    counts = {pattern: _count_of_found(pattern, tops, roster) for pattern in suggested}
    best = max(counts, key=lambda pattern: counts[pattern], default="")
    return best if 2 * counts.get(best, 0) > len(tops) else ""


def _suggested(top: Top, roster: Roster) -> list[str]:
    """What tells a student's name or address from the rest of an entry's name, all numbers being alike."""
    found = [("name", span) for span in outermost(spans_in(top.called, roster.by_name, is_name=True))]
    addresses = {key.value: people for key, people in roster.by_key.items() if "@" in key.value}
    found += [("email", span) for span in spans_in(top.called, addresses)]
    patterns = []
    for group, span in found:
        before, _, after = top.called.partition(text_of(top.called, span))
        separator = re.match(r"[\W_]+", after)
        end = _escaped(separator[0]) if separator else "" if after else "/" if top.is_folder else r"\.\w+$"
        patterns += [f"{_escaped(before)}(?P<{group}>.+?){end}"] if end else []
    return patterns


def _escaped(text: str) -> str:
    return re.sub(r"\d+", lambda _: r"\d+", re.sub(r"[.^$*+?{}\[\]\\|()]", r"\\\g<0>", text))


def _count_of_found(pattern: str, tops: Sequence[Top], roster: Roster) -> int:
    claims = [one.claim for one in Pattern(re.compile(pattern)).read(tops, Names(""))]
    return sum(bool(roster.match(claim.keys, claim.name).students) for claim in claims)


def _paths(top: Top) -> list[tuple[str, Entry]]:
    return [(f"{top.name}/{file.name}" if top.is_folder else top.name, file) for file in top.files]


def _time(text: str) -> datetime | None:
    digits = _DIGITS.fullmatch(text)
    if digits:
        return local_time("".join(part or "00" for part in digits.groups()), "%Y%m%d%H%M%S")
    return local_time(text) or time_of(text)


def _platform(name: str) -> Platform:
    for platform in PLATFORMS:
        if platform.name.casefold() == name.strip().casefold():
            return platform
    known = ", ".join(platform.name.casefold() for platform in PLATFORMS)
    raise HippogradError(f"There is no platform {name!r}.", f"There are {known}; for others, see --pattern.")


def _pattern(text: str) -> Pattern:
    example = r"Write it as '(?P<id>\w+)_(?P<time>[\d-]+)_': a Python regular expression that paths begin with."
    try:
        pattern = re.compile(text)
    except (re.error, RecursionError, OverflowError) as error:
        raise HippogradError(f"--pattern {text!r} is not a regular expression: {error}.", example) from None
    unknown = sorted(set(pattern.groupindex) - set(_GROUPS))
    if unknown:
        raise HippogradError(f"--pattern has a group {unknown[0]!r}.", f"Groups are {', '.join(_GROUPS)}.")
    if not set(pattern.groupindex) & set(_GROUPS[:4]):
        raise HippogradError(f"--pattern {text!r} has no group id, email, name or group, so it tells nobody.", example)
    return Pattern(pattern)


def _owners(path: Path) -> dict[str, tuple[str, ...]]:
    headings, rows = table_of(path)
    if not {"path", "id"} <= set(headings):
        raise HippogradError(
            f"{path} has no columns `path` and `id`; its headings are: {', '.join(filter(None, headings)) or 'none'}.",
            "Write the headings in its first line: path,id.",
        )
    owners: dict[str, tuple[str, ...]] = {}
    for line, row in rows:
        listed, student = written_path(row.get("path", "")), row.get("id", "")
        if not listed or not student:
            raise HippogradError(
                f"{path}: line {line} has no {'id' if listed else 'path'}.", "Fill it, or take it out."
            )
        owners[listed] = (*owners.get(listed, ()), student)
    return owners


def written_path(path: str) -> str:
    """A path in the form in which files are listed."""
    parts = normalized("NFC", path).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", "."))
