"""Blackboard: a file for each that was attached, and for each attempt a text about it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from hippograd.errors import HippogradError
from hippograd.intake.finding.archives import Entry, read_file
from hippograd.intake.finding.attempts import SMALL_FILE, Attempt, Claim
from hippograd.intake.finding.platforms.platform import Names, Platform, Top
from hippograd.intake.finding.roster import Key
from hippograd.intake.finding.times import doubtful_time, local_time

_WHO = re.compile(r"[^:\n]+:[ \t]*(?P<name>[^\n]*?)[ \t]*\((?P<user>[^()\n]+)\)[ \t]*(?:\n|$)")
"""`Name: Ada Lovelace (ada01)`, the first line; the word before it is in the server's language. What comes further down
may be the student's own text."""


class Blackboard(Platform):
    """`Assignment_ada01_attempt_2026-11-01-10-11-12_work.ipynb`, and the same up to the time with `.txt` behind it.

    The word before the time is in the server's language. The first that reads so is Blackboard's: all behind it is of
    the student's choosing. A user name may have a `_` in it; the whole of it is in the text. A group's name stands in
    the place of the user name. Source: `bbcleanup.py` of kwurst/bb-file-cleanup, which says nothing of groups.
    """

    name = "Blackboard"
    file = re.compile(
        r"[^/]*?_(?P<user>[^_/]+)_[^\W\d_]+_(?P<time>\d{4}(?:-\d\d){5})(?:(?P<about>\.txt)|_(?P<file>.+))", re.S
    )
    hint = "Blackboard calls people by their user names: the roster needs them, as id or in a column username."

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        matches = [(top, match) for top in tops if (match := self.match(top)) is not None]
        people = {top.name.removesuffix(".txt"): _who(top.files[0]) for top, match in matches if match["about"]}
        found: dict[Claim, list[Entry]] = defaultdict(list)
        for top, match in matches:
            claim = self.claim(match)
            name, user = people.get(top.name[: match.end("time")], ("", ""))
            if user:
                claim = replace(claim, own_id=user, name=name, keys=self._keys(user))
            found[claim] += () if match["about"] else self.work(match, top)
        return [Attempt(claim, tuple(files)) for claim, files in found.items()]

    def claim(self, match: re.Match[str]) -> Claim:
        user, stamp = match["user"], match["time"]
        time = local_time(stamp, "%Y-%m-%d-%H-%M-%S")
        notes = () if time is not None else (doubtful_time("the file's name", stamp),)
        return Claim(user, "", self._keys(user), user, time=time, notes=notes)

    def _keys(self, user: str) -> tuple[Key, ...]:
        return (Key(user), Key(user, self.name))


def _who(about: Entry) -> tuple[str, str]:
    """The name and the user name in Blackboard's text; empty where they are not there."""
    try:
        data = b"" if about.problem else read_file(about.path, about.members, SMALL_FILE)
    except HippogradError:
        return "", ""  # the user name in the file's name is left
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    found = _WHO.match(text[:2000].replace("\r\n", "\n"))
    return (found["name"], found["user"]) if found else ("", "")
