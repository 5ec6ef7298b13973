"""Google: what Drive shows of an assignment of Classroom, and of files that were uploaded to a form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hippograd.intake.finding.archives import Entry
from hippograd.intake.finding.attempts import Attempt, Claim
from hippograd.intake.finding.platforms.platform import Names, Platform, Top

_FIRST = re.compile(r"(?P<name>[^/]*?[^\W\d][^/]*?) - (?P<file>.+)", re.S)
_LAST = re.compile(r"(?P<file>.+) - (?P<name>[^/]*?[^\W\d][^/]*?)(?P<copy> ?\(\d+\))?(?P<suffix>\.\w+)?", re.S)


def first_and_last(name: str) -> tuple[str, str]:
    """What stands in the place of a person in Classroom, and in that of Forms; empty where nothing does."""
    first, last = _FIRST.fullmatch(name), _LAST.fullmatch(name)
    return first["name"] if first else "", last["name"] if last else ""


class Classroom(Platform):
    """`Ada Lovelace - work.ipynb`: the name, and what the student called the file, which Drive may number: `work(1)`.

    It says nothing else: no address, no time. Source: none that is public; it is what Drive shows.
    """

    name = "Classroom"
    file = _FIRST
    hint = "Classroom's downloads have names only: the roster needs them."

    def claim(self, match: re.Match[str]) -> Claim:
        return Claim(match["name"], match["name"])

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        return [_with_others(attempt) for attempt in super().read(tops, names)]


class Forms(Classroom):
    """`work - Ada Lovelace.ipynb`: what the student called the file, and the name; Drive may number what has one name.

    Source: none that is public; it is what Drive shows.
    """

    name = "Forms"
    file = _LAST
    hint = "Google Forms' downloads have names only: the roster needs them."

    @property
    def shown(self) -> str:
        return "uploads to a form of Google"

    def work(self, match: re.Match[str], top: Top) -> tuple[Entry, ...]:
        called = f"{match['file']}{match['copy'] or ''}{match['suffix'] or ''}"
        return tuple(replace(file, name=called) for file in top.files)


def _with_others(attempt: Attempt) -> Attempt:
    """An attempt that says which names stand in the place that is the person's by the other convention."""
    names = [name for file in attempt.files for name in first_and_last(file.listed.rpartition("/")[2])]
    others = tuple(dict.fromkeys(name for name in names if name and name != attempt.claim.name))
    return replace(attempt, claim=replace(attempt.claim, others=others))
