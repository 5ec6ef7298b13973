"""Names that hold an id of the roster in the same place, whichever platform wrote them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from hippograd.intake.finding.attempts import Attempt, Claim
from hippograd.intake.finding.platforms.folders import Folders
from hippograd.intake.finding.platforms.platform import Names, Top
from hippograd.intake.finding.roster import GITHUB, Key, Roster, plain_name

_PART = re.compile(r"[^-_+@\s]+")
"""What stands between separators."""

_LONGEST = 16
"""Parts of the longest id or name, so that a file's name of a thousand signs is read at once."""

_FEWEST = 3
"""People whom a place must tell apart: of fewer, it is not seen that the place is the person's."""


class Span(NamedTuple):
    """Some of the parts of a name that are, together, an id or a name of the roster."""

    first: int
    last: int
    parts: int
    people: frozenset[str]

    @property
    def places(self) -> tuple[int, int]:
        """Where it stands: from the beginning, 0 and up; from the end, -1 and down."""
        return self.first, self.last - self.parts

    def is_within(self, other: Span) -> bool:
        return other.first <= self.first and self.last <= other.last and self[:2] != other[:2]


class Inferred(Folders):
    """`dl26-Linear Regression-5500-ada01`: between separators, and in the same place in most names, there is an id.

    Where most have a user name of GitHub's in one place, only these count, as people choose them freely. An entry is
    somebody's if nothing else in its name is another's id or name. An id of digits only may be a platform's number, and
    one of which both ends are not in a usual place may be a part of a stranger's: these need their owner's name beside
    them. Of files, all else in the names is the same but for digits, as otherwise it may be the student's choice.

    Parameters
    ----------
    claims : mapping of str to Claim
        What each name tells.
    is_folder : bool
        Whether these are names of folders.
    """

    name = "Ids"
    hint = "A name tells whose it is if there is one id of the roster in it, and no other student's id or name."

    def __init__(self, claims: Mapping[str, Claim], *, is_folder: bool) -> None:
        self._claims, self._is_folder = claims, is_folder

    @classmethod
    def of(cls, tops: Sequence[Top], roster: Roster) -> Inferred | None:
        """What the names at the top have in common; None where most have no id in one place, or are ids."""
        with_work = [top for top in tops if top.has_work]
        for platform, is_folder in product((GITHUB, ""), (True, False)):
            called = [top.called for top in with_work if top.is_folder == is_folder]
            claims = _claims(called, roster, platform, is_folder=is_folder)
            people = {claim.keys for claim in claims.values() if _is_sure(claim)}
            is_new = 2 * sum(map(roster.knows, called)) <= len(with_work)
            if 2 * len(claims) > len(with_work) and len(people) >= _FEWEST and is_new:
                return cls(claims, is_folder=is_folder)
        return None

    @property
    def shown(self) -> str:
        name, whose = next((name, claim.keys[0].value) for name, claim in self._claims.items() if _is_sure(claim))
        return f"names with an id of the roster in the same place ({name} is {whose}'s)"

    def fitting(self, tops: Sequence[Top]) -> list[Top]:
        return [top for top in tops if top.is_folder == self._is_folder and top.called in self._claims]

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        found = super().read(self.fitting(tops), names)
        return [replace(one, claim=replace(self._claims[one.claim.own_id], notes=one.claim.notes)) for one in found]


def _is_sure(claim: Claim) -> bool:
    return len(claim.keys) == 1 and not claim.name


def _claims(called: Sequence[str], roster: Roster, platform: str, *, is_folder: bool) -> dict[str, Claim]:
    """What each name tells that has an id in the place in which most have one; empty where there is no such place."""
    known = {key.value: students for key, students in roster.by_key.items() if key.platform == platform}
    spans = {name: spans_in(name, known) for name in called}
    counts = Counter(place for found in spans.values() for place in {at for span in found for at in span.places})
    places = {place for place, count in counts.items() if 2 * count > max(counts.values())}
    placed = {name: found for name, ids in spans.items() if (found := _placed(ids, places))}
    if placed and not is_folder:
        rests = {name: _rest(name, found[0]) for name, found in placed.items()}
        usual = Counter(rests.values()).most_common(1)
        placed = {name: found for name, found in placed.items() if rests[name] == usual[0][0]}
    return {name: _claim(name, found, spans[name], places, roster, platform) for name, found in placed.items()}


def _placed(spans: Sequence[Span], places: set[int]) -> list[Span]:
    """The ids that stand in all the usual places, else those in any."""
    return [span for span in spans if places <= {*span.places}] or [span for span in spans if places & {*span.places}]


def _claim(
    name: str, placed: Sequence[Span], ids: Sequence[Span], places: set[int], roster: Roster, platform: str
) -> Claim:
    """Whose an entry is: the one whose id is there, if nobody else's id or name is."""
    others = [span for span in ids if not any(span.is_within(other) for other in placed)]
    people = frozenset[str]().union(*(span.people for span in (*placed, *others)))
    keys = tuple(Key(one) for one in sorted(people))
    names = outermost(spans_in(name, roster.by_name, is_name=True))
    strangers = [span for span in names if not people & span.people]
    if strangers or len(keys) > 1:
        return Claim(name, text_of(name, strangers[0]) if strangers else "", keys)
    is_named = platform != GITHUB and any(people & span.people for span in names)
    is_all = any(span.last - span.first + 1 == span.parts for span in placed)
    # Where the id begins and ends; otherwise it may be a part of a stranger's: `ada` of `ada-x`.
    has_ends = min(places) < 0 <= max(places) and places <= {place for span in placed for place in span.places}
    is_number = all(text_of(name, span).isdecimal() for span in placed)
    return Claim(name, "", keys if is_named or is_all or (has_ends and not is_number) else ())


def spans_in(name: str, known: Mapping[str, set[str]], *, is_name: bool = False) -> list[Span]:
    """Where something that is known stands in a name."""
    parts = list(_PART.finditer(name))
    found = []
    for first in range(len(parts)):
        for last in range(first, min(first + _LONGEST, len(parts))):
            text = name[parts[first].start() : parts[last].end()]
            people = known.get(plain_name(text) if is_name else text.casefold())
            if people:
                found.append(Span(first, last, len(parts), frozenset(people)))
    return found


def outermost(spans: Sequence[Span]) -> list[Span]:
    return [span for span in spans if not any(span.is_within(other) for other in spans)]


def _ends(name: str, span: Span) -> tuple[int, int]:
    parts = list(_PART.finditer(name))
    return parts[span.first].start(), parts[span.last].end()


def text_of(name: str, span: Span) -> str:
    start, end = _ends(name, span)
    return name[start:end]


def _rest(name: str, span: Span) -> str:
    """All but the id, and any number the same."""
    start, end = _ends(name, span)
    return re.sub(r"\d+", "0", f"{name[:start]}/{name[end:]}")
