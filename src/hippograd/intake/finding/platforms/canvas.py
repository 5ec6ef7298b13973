"""Canvas: a file for each that was uploaded, with the student's name and number before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hippograd.intake.finding.attempts import Attempt, Claim
from hippograd.intake.finding.platforms.platform import Names, Platform, Top
from hippograd.intake.finding.roster import CANVAS_ANONYMOUS, Key

_NAME = r"[^\x00-/:-@A-Z\[-\x5e`{-\x7f]*?"
"""What is left of a name: of ASCII, lower-case letters, digits and `_` only."""


class Canvas(Platform):
    """`lovelaceada_LATE_12345_67890_work-1.ipynb`: family name first, whether it was late, numbers of person and file.

    What was typed into a form ends in `_text.html` or `_link.html`. With anonymous marking it is
    `anon_Ab1cD_67890_work.ipynb`. A group's file has the group's name, and the number of one member. Source:
    `lib/content_zipper.rb` of instructure/canvas-lms, `get_filename` and `sanitize_user_name`.
    """

    name = "Canvas"
    file = re.compile(
        r"(?:(?P<late_anonymous>LATE_)?anon_(?P<anonymous>[A-Za-z0-9]+)"
        rf"|(?P<name>{_NAME})_(?P<late>LATE_)?(?P<number>\d+))"
        r"_(?:(?:text|link)\.html|\d+_(?P<file>.+))",
        re.S,
    )
    hint = (
        "Canvas calls people by its own numbers: give the gradebook that it exports as --roster, or a roster with "
        "a column canvas. With anonymous marking it takes a column anonymous_id."
    )

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        found = super().read(tops, names)
        return [replace(one, claim=replace(one.claim, rivals=tuple(self._rivals(one)))) for one in found]

    def claim(self, match: re.Match[str]) -> Claim:
        if match["anonymous"]:
            key = Key(match["anonymous"], CANVAS_ANONYMOUS)
            return Claim(f"anon_{key.value}", "", (key,), key.value, is_late=bool(match["late_anonymous"]))
        number = match["number"]
        own_id = f"{match['name']}_{number}"
        return Claim(own_id, match["name"], (Key(number, self.name),), number, is_late=bool(match["late"]))

    def _rivals(self, attempt: Attempt) -> set[Key]:
        """Further numbers that may be the person's: a name that ends in `_123` has another one's before its own.

        They may as well be the beginning of the name that a student gave the file.
        """
        found = set()
        for file in attempt.files if attempt.claim.name else ():
            row = re.search(rf"_({attempt.claim.number}(?:_\d+)*)_", file.listed.rpartition("/")[2])
            found |= {Key(number, self.name) for number in (row[1].split("_")[1:-1] if row else ())}
        return found
