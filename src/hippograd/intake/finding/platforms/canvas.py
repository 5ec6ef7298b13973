"""Canvas: a file for each that was uploaded, with the student's name and number before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hippograd.intake.finding.attempts import Attempt, Claim
from hippograd.intake.finding.platforms.platform import Names, Platform, Top
from hippograd.intake.finding.roster import Key

_NAME = r"[^\x00-/:-@A-Z\[-\x5e`{-\x7f]*?"
"""What is left of a name: of ASCII, lower-case letters, digits and `_` only."""


class Canvas(Platform):
    """A row with two ids, one of them with anonymous marking; a name that ends in `_123` makes the other doubtful."""

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        found = super().read(tops, names)
        return [replace(one, claim=replace(one.claim, rivals=self._rivals(one))) for one in found]

    def claim(self, match: re.Match[str]) -> Claim:
        claim, anonymous = super().claim(match), match["anonymous"]
        if not anonymous:
            return claim
        keys, is_late = (Key(anonymous, self.name),), bool(match["late_anonymous"])
        return replace(claim, own_id=f"anon_{anonymous}", keys=keys, number=anonymous, is_late=is_late)

    def _rivals(self, attempt: Attempt) -> tuple[Key, ...]:
        """Further numbers that may be the person's; or they begin the name that the student gave the file."""
        found = set()
        for file in attempt.files if attempt.claim.name else ():
            row = re.search(rf"_({attempt.claim.number}(?:_\d+)*)_", file.listed.rpartition("/")[2])
            found |= {Key(number, self.name) for number in (row[1].split("_")[1:-1] if row else ())}
        return tuple(sorted(found))


CANVAS = Canvas(
    "Canvas",
    r"(?:(?P<late_anonymous>LATE_)?anon_(?P<anonymous>[A-Za-z0-9]+)"
    rf"|(?P<name>{_NAME})_(?P<late>LATE_)?(?P<number>\d+))_(?:(?:text|link)\.html|\d+_(?P<file>[^/]+))\Z",
    "lovelaceada_LATE_12345_67890_work-1.ipynb, anon_Ab1cD_67890_work.ipynb",
    "lib/content_zipper.rb of instructure/canvas-lms, get_filename and sanitize_user_name",
    "the gradebook that Canvas exports, or a column canvas, or anonymous_id, with the number or id in the names",
)
