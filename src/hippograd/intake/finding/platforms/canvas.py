"""Canvas: a file for each that was uploaded, with the student's name and number before it."""

from __future__ import annotations

import re
from dataclasses import replace

from hippograd.intake.finding.archives import Entry
from hippograd.intake.finding.platforms.platform import Attempt, Platform
from hippograd.intake.finding.roster import Key

_NAME = r"[^\x00-/:-@A-Z\[-\x5e`{-\x7f]*?"
"""What is left of a name: of ASCII, lower-case letters, digits and `_` only."""


class Canvas(Platform):
    """A row with two ids, one of them with anonymous marking; a name that ends in `_123` makes the other doubtful."""

    def attempt(self, match: re.Match[str], files: tuple[Entry, ...]) -> Attempt:
        found, anonymous = super().attempt(match, files), match["anonymous"]
        if anonymous:
            keys = (Key(anonymous, self.name),)
            is_late = bool(match["late_anonymous"])
            return replace(found, own_id=f"anon_{anonymous}", keys=keys, number=anonymous, is_late=is_late)
        # further numbers may be the person's; or they begin the name that the student gave the file
        rows = (re.search(rf"_({found.number}(?:_\d+)*)_", file.listed.rpartition("/")[2]) for file in files)
        numbers = sorted({number for row in rows if row for number in row[1].split("_")[1:-1]})
        return replace(found, rivals=tuple(Key(number, self.name) for number in numbers))


CANVAS = Canvas(
    "Canvas",
    r"(?:(?P<late_anonymous>LATE_)?anon_(?P<anonymous>[A-Za-z0-9]+)"
    rf"|(?P<name>{_NAME})_(?P<late>LATE_)?(?P<number>\d+))_(?:(?:text|link)\.html|\d+_(?P<file>[^/]+))\Z",
    "lovelaceada_LATE_12345_67890_work-1.ipynb, anon_Ab1cD_67890_work.ipynb",
    "lib/content_zipper.rb of instructure/canvas-lms, get_filename and sanitize_user_name",
    "the gradebook that Canvas exports, or a column canvas, or anonymous_id, with the number or id in the names",
)
