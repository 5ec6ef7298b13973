"""Names that hold an id of the roster in the same place, whichever platform wrote them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, takewhile
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

    def is_over(self, other: Span) -> bool:
        return self.first <= other.first and other.last <= self.last

    def is_within(self, other: Span) -> bool:
        return other.is_over(self) and self[:2] != other[:2]


class Inferred(Folders):
    """`dl26-Linear Regression-5500-ada01`: between separators, and in the same place in most names, there is an id.

    Where user names of GitHub's tell as many people, they are the ids, and the roster's do not count, as people choose
    user names freely; but one that is or holds the id of another person is nobody's. An entry is somebody's if nothing
    else in its name is another's id or name. What stands in one place beside most people's ids, or begins most people's
    names, is nobody's. An id of digits only may be a platform's number, and one of which both ends are not in a usual
    place may be a part of a stranger's: these need their owner's name beside them. Of files, all else in the names is
    the same but for digits, as otherwise it may be the student's choice.

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
        found: list[tuple[int, Inferred]] = []
        for is_folder in (True, False):
            called = [top.called for top in with_work if top.is_folder == is_folder]
            is_new = 2 * sum(map(roster.knows, called)) <= len(with_work)
            for platform in (GITHUB, "") if is_new else ():
                claims = _claims(called, len(with_work) - len(called), roster, platform, is_folder=is_folder)
                people = {claim.keys for claim in claims.values() if _is_sure(claim)}
                if len(people) >= _FEWEST:
                    found.append((len(people), cls(claims, is_folder=is_folder)))
        return max(found, key=lambda one: one[0])[1] if found else None

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


def _claims(called: Sequence[str], beside: int, roster: Roster, platform: str, *, is_folder: bool) -> dict[str, Claim]:
    """What each name tells that has an id in the place in which most have one; empty where there is no such place.

    People are counted, not names, as one person may hand in often. Names without an id, and the `beside` other ones,
    are a person each.
    """
    known, known_elsewhere = (
        {key.value: students for key, students in roster.by_key.items() if key.platform == one}
        for one in (platform, "" if platform else GITHUB)
    )
    spans = {name: spans_in(name, known) for name in called}
    names = _without_common({name: spans_in(name, roster.by_name, is_name=True) for name in called}, spans)
    spans = _without_common(spans, spans)
    people_at: dict[int, set[frozenset[str]]] = defaultdict(set)
    for span in chain.from_iterable(spans.values()):
        for place in span.places:
            people_at[place].add(span.people)
    most = max(map(len, people_at.values()), default=0)
    places = {place for place, people in people_at.items() if 2 * len(people) > most}
    placed = {name: found for name, ids in spans.items() if (found := _placed(ids, places))}
    owners = {name: found[0].people for name, found in placed.items()}
    everybody = len({*owners.values()}) + len(spans) - len(placed) + beside
    if not is_folder:
        rests = {name: _rest(name, found[0]) for name, found in placed.items()}
        people_with: dict[str, set[frozenset[str]]] = defaultdict(set)
        for name, rest in rests.items():
            people_with[rest].add(owners[name])
        usual = max(people_with, key=lambda rest: len(people_with[rest]), default="")
        placed = {name: found for name, found in placed.items() if rests[name] == usual}
    if 2 * len({owners[name] for name in placed}) <= everybody:
        return {}
    beginning = _usual_beginning({name: owners[name] for name in placed})
    claims = {}
    for name, found in placed.items():
        begin = min(_shared(_parts(name), beginning), *(span.first for span in found))
        over = [span for span in spans_in(name, known_elsewhere) if any(map(span.is_over, found))]
        ids = [span for span in (*spans[name], *over) if span.first >= begin]
        claims[name] = _claim(name, found, ids, [span for span in names[name] if span.first >= begin], places, platform)
    return claims


def _without_common(spans: Mapping[str, list[Span]], ids: Mapping[str, list[Span]]) -> dict[str, list[Span]]:
    """Without what stands in one place beside the ids of more than half of the people: that is nobody's id or name."""
    everybody = {span.people for found in ids.values() for span in found}
    beside: dict[tuple[int, frozenset[str]], set[frozenset[str]]] = defaultdict(set)
    for name, found in spans.items():
        for span in found:
            others = {one.people for one in ids[name] if one.people != span.people}
            for place in span.places:
                beside[place, span.people] |= others
    return {
        name: [span for span in found if all(2 * len(beside[at, span.people]) <= len(everybody) for at in span.places)]
        for name, found in spans.items()
    }


def _parts(name: str) -> list[str]:
    return [part.casefold() for part in _PART.findall(name)]


def _usual_beginning(owners: Mapping[str, frozenset[str]]) -> list[str]:
    """The parts with which the names of more than half of the people begin."""
    beginning: list[str] = []
    everybody = set(owners.values())
    rest = {name: _parts(name) for name in owners}
    while True:
        at = len(beginning)
        people_with: dict[str, set[frozenset[str]]] = defaultdict(set)
        for name, parts in rest.items():
            for part in parts[at : at + 1]:
                people_with[part].add(owners[name])
        usual = max(people_with, key=lambda part: len(people_with[part]), default="")
        if 2 * len(people_with[usual]) <= len(everybody):
            return beginning
        beginning.append(usual)
        rest = {name: parts for name, parts in rest.items() if parts[at : at + 1] == [usual]}


def _shared(parts: Sequence[str], beginning: Sequence[str]) -> int:
    """With how many parts of a beginning a name begins."""
    pairs = zip(parts, beginning, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def _placed(spans: Sequence[Span], places: set[int]) -> list[Span]:
    """The ids that stand in all the usual places, else those in any."""
    return [span for span in spans if places <= {*span.places}] or [span for span in spans if places & {*span.places}]


def _claim(
    name: str, placed: Sequence[Span], ids: Sequence[Span], names: Sequence[Span], places: set[int], platform: str
) -> Claim:
    """Whose an entry is: the one whose id is there, if nobody else's id or name is."""
    others = [span for span in ids if not any(span.is_within(other) for other in placed)]
    people = frozenset[str]().union(*(span.people for span in (*placed, *others)))
    keys = tuple(Key(one) for one in sorted(people))
    names = outermost(names)
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
