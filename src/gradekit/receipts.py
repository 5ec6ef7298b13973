"""Receipts: one line that says when a notebook was checked before it was handed in, and what its public checks gave.

A receipt proves nothing, as whoever can write a notebook can write the line. It tells that student and staff speak of
the same file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

RECEIPT = re.compile(
    r"RECEIPT (?P<assignment>\w{1,80}) (?P<cohort>[\w-]{1,40}) (?P<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"
    r" (?P<held>\d{1,4}) of (?P<checks>\d{1,4}) public checks (?P<digest>[0-9a-f]{64})",
    re.ASCII,
)


@dataclass(frozen=True)
class Receipt:
    """When which notebook was checked, and how many of its public checks held."""

    assignment: str
    cohort: str
    time: str
    held: int
    checks: int
    digest: str

    def __str__(self) -> str:
        ours = f"{self.assignment} {self.cohort} {self.time}"
        return f"RECEIPT {ours} {self.held} of {self.checks} public checks {self.digest}"


def last_receipt(text: str) -> Receipt | None:
    """The last receipt in a text.

    Examples
    --------
    >>> line = f"RECEIPT 1_scaling 2030 2030-02-01T08:00:00Z 2 of 3 public checks {'0' * 64}"
    >>> str(last_receipt(f"…\\n{line}\\n")) == line
    True
    >>> last_receipt("RECEIPT")
    """
    found = None
    for match in RECEIPT.finditer(text):
        said = match.groupdict()
        ours = said["assignment"], said["cohort"], said["time"]
        found = Receipt(*ours, int(said["held"]), int(said["checks"]), said["digest"])
    return found
