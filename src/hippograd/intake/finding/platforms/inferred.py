"""Names that hold an id of the roster in the same place, whichever platform wrote them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple, TypeVar

from hippograd.intake.finding.attempts import Attempt, Claim
from hippograd.intake.finding.platforms.folders import Folders
from hippograd.intake.finding.platforms.platform import Names, Top
from hippograd.intake.finding.roster import GITHUB, Key, Roster, key_value, plain_name

T = TypeVar("T")

_LONGEST = 16
"""Words of the longest id or name, so that a file's name of a thousand signs is read at once."""

_FEWEST = 3
"""People whom a place must tell apart: of fewer, it is not seen that the place is the person's."""


class Span(NamedTuple):
    """Some of the words of a name that are, together, an id or a name of the roster."""

    first: int
    last: int
    words: int
    people: frozenset[str]

    @property
    def places(self) -> set[int]:
        """Where it begins, counted from the beginning, 0 and up; where it ends, from the end, -1 and down."""
        return {self.first, self.last - self.words}

    def is_within(self, other: Span) -> bool:
        return other.first <= self.first and self.last <= other.last and self[:2] != other[:2]

    def meets(self, other: Span) -> bool:
        return self.first <= other.last and other.first <= self.last


class Ids(NamedTuple):
    """What a download may call students."""

    known: Mapping[str, Collection[str]]
    """Whose each is."""

    elsewhere: Mapping[str, Collection[str]]
    """What else the roster has: whose name meets one of these that is another's is nobody's."""

    names: Mapping[str, Collection[str]]
    is_chosen: bool
    """Whether people choose them freely."""

    @classmethod
    def of_roster(cls, roster: Roster) -> tuple[Ids, Ids]:
        """The ids; and the user names of GitHub, with the ids of those of whom the roster has none."""
        ids, github = (
            {key.value: frozenset(students) for key, students in roster.by_key.items() if key.platform == platform}
            for platform in ("", GITHUB)
        )
        with_github = frozenset[str]().union(*github.values())
        others = {value: students - with_github for value, students in ids.items() if students - with_github}
        merged = {
            value: github.get(value, frozenset()) | others.get(value, frozenset()) for value in {*github, *others}
        }
        return cls(ids, github, roster.by_name, False), cls(merged, ids, roster.by_name, True)


class Inferred(Folders):
    """`dl26-Linear Regression-5500-ada01`: between separators, and in the same place in most names, there is an id.

    The place is the one, counted from the beginning or from the end, in which ids of the most people begin, or end. An
    entry is somebody's if nothing else in its name is another's id or name, but for words that the names of most people
    have in the same place. An id of digits only may be a platform's number, and one that does not both begin and end
    where most do may be a part of a stranger's: these need their owner's name beside them. Of files, all else in the
    names is the same but for digits, as otherwise it may be the student's choice. People are counted, not names, as one
    person may hand in often, and an entry counts for one person in each place, whatever else is in its name.

    Parameters
    ----------
    called : sequence of str
        The names from which all this is inferred: of folders or of files, with work in them.
    beside : int
        How many others there are.
    ids : Ids
        What they may hold.
    is_folder : bool
        Whether these are names of folders.
    """

    name = "Ids"
    hint = "A name tells whose it is if there is one id of the roster in it, and no other student's id or name."

    def __init__(self, called: Sequence[str], beside: int, ids: Ids, *, is_folder: bool) -> None:
        self._ids, self._is_folder = ids, is_folder
        spans = {name: spans_in(name, ids.known) for name in called}
        self._places = _usual_places(spans.values())
        placed = {name: found[0] for name, here in spans.items() if (found := self._placed(here))}
        names_of: dict[frozenset[str], list[str]] = defaultdict(list)
        for name, span in placed.items():
            names_of[span.people].append(name)
        self._common = _usual({one for name in names for one in _words_by_place(name)} for names in names_of.values())
        self._rests = _usual({_rest(name, placed[name]) for name in names} for names in names_of.values())
        claims = {name: claim for name in placed if (claim := self._claim(name)) is not None}
        everybody = len(names_of) + len(called) - len(placed) + beside
        is_usual = 2 * len({placed[name].people for name in claims}) > everybody
        self._sure = {name: one.keys[0].value for name, one in claims.items() if is_usual and _is_sure(one)}
        self._by_other = {
            whose for name, whose in self._sure.items() if key_value(text_of(name, placed[name])) not in ids.elsewhere
        }
        """Whom it tells by what the other way of telling has not."""

    @classmethod
    def of(cls, tops: Sequence[Top], roster: Roster) -> Inferred | None:
        """What the names at the top have in common; None where most have no id in one place, or are ids.

        User names of GitHub are what a download has if it tells as many people by one that is nobody's id as by their
        ids, of those whom the roster gives one that is not their id, and not fewer of all.
        """
        with_work = [top for top in tops if top.has_work]
        found: list[Inferred] = []
        for is_folder in (True, False):
            called = [top.called for top in with_work if top.is_folder == is_folder]
            if 2 * sum(map(roster.knows, called)) > len(with_work):
                continue
            by_id, by_github = (
                cls(called, len(with_work) - len(called), ids, is_folder=is_folder) for ids in Ids.of_roster(roster)
            )
            with_github = frozenset[str]().union(*by_id._ids.elsewhere.values())
            by_other = len(by_github._by_other) >= max(1, len(by_id._by_other & with_github))
            found.append(by_github if by_other and by_github.count >= by_id.count else by_id)
        best = max(found, key=lambda one: one.count, default=None)
        return best if best is not None and best.count >= _FEWEST else None

    @property
    def count(self) -> int:
        """How many people it tells."""
        return len({*self._sure.values()})

    @property
    def shown(self) -> str:
        name, whose = next(iter(self._sure.items()))
        return f"names with an id of the roster in the same place ({name} is {whose}'s)"

    def fitting(self, tops: Sequence[Top]) -> list[Top]:
        return [top for top in tops if top.is_folder == self._is_folder and self._claim(top.called) is not None]

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        found = super().read(self.fitting(tops), names)
        claims = ((one, self._claim(one.claim.own_id)) for one in found)
        return [replace(one, claim=replace(claim, notes=one.claim.notes)) for one, claim in claims if claim is not None]

    def _placed(self, spans: Sequence[Span]) -> list[Span]:
        """The ids that stand in all the usual places, else those in any."""
        places = self._places
        return [span for span in spans if places <= span.places] or [span for span in spans if places & span.places]

    def _claim(self, name: str) -> Claim | None:
        """Whose an entry is: the one whose id is in its place, if nothing of anybody else's is in the name."""
        spans = spans_in(name, self._ids.known)
        placed = self._placed(spans)
        if not placed or (not self._is_folder and _rest(name, placed[0]) not in self._rests):
            return None
        others = [span for span in self._not_common(name, spans) if not any(map(span.is_within, placed))]
        others += [span for span in spans_in(name, self._ids.elsewhere) if any(map(span.meets, placed))]
        people = frozenset[str]().union(*(span.people for span in (*placed, *others)))
        called = spans_in(name, self._ids.names, is_name=True)
        names = outermost(self._not_common(name, called))
        strangers = [span for span in names if not people & span.people]
        keys = tuple(Key(one) for one in sorted(people))
        if strangers or len(keys) > 1:
            return Claim(name, text_of(name, strangers[0]) if strangers else "", keys)
        is_named = any(people & span.people for span in self._not_all_common(name, called)) and not self._ids.is_chosen
        is_all = any(span.last - span.first + 1 == span.words for span in placed)
        # Where the id begins and ends; otherwise it may be a part of a stranger's: `ada` of `ada-x`.
        has_ends = len(self._places) > 1 and any(self._places <= span.places for span in placed)
        is_number = all(text_of(name, span).isdecimal() for span in placed)
        return Claim(name, "", keys if is_named or is_all or (has_ends and not is_number) else ())

    def _not_common(self, name: str, spans: Sequence[Span]) -> list[Span]:
        """Without those that begin with a word which the names of most people have there: that is nobody's."""
        common = self._common_words(name)
        return [span for span in spans if span.first not in common]

    def _not_all_common(self, name: str, spans: Sequence[Span]) -> list[Span]:
        """Without those of which the names of most people have all words there; they may share a family name."""
        common = self._common_words(name)
        return [span for span in spans if not common >= {*range(span.first, span.last + 1)}]

    def _common_words(self, name: str) -> set[int]:
        """Which of its words the names of most people have in the same place."""
        return {at // 2 for at, word in enumerate(_words_by_place(name)) if word in self._common}


def _is_sure(claim: Claim) -> bool:
    return len(claim.keys) == 1 and not claim.name


def _usual(found: Iterable[Collection[T]]) -> set[T]:
    """What more than half of them hold."""
    everything = [*found]
    counts = Counter(one for held in everything for one in held)
    return {one for one, count in counts.items() if 2 * count > len(everything)}


def _usual_places(found: Iterable[Sequence[Span]]) -> set[int]:
    """The place in which ids of the most people begin, and that in which they end; one of them if it has far more."""
    people_at: dict[int, set[frozenset[str]]] = defaultdict(set)
    for span in chain.from_iterable(found):
        for place in span.places:
            people_at[place].add(span.people)
    counts = {place: len(people) for place, people in sorted(people_at.items())}
    most = max(counts.values(), default=0)
    begin, end = ([place for place in counts if (place < 0) == is_end] for is_end in (False, True))
    best = [max(places, key=counts.__getitem__) for places in (begin, end) if places]
    return {place for place in best if 2 * counts[place] > most}


def _words_by_place(name: str) -> Iterator[tuple[int, str]]:
    """Each word twice: with its place from the beginning, and from the end."""
    words = [name[start:end].casefold() for start, end in _words(name)]
    for at, word in enumerate(words):
        yield at, word
        yield at - len(words), word


def _words(name: str) -> list[tuple[int, int]]:
    """Where the words of a name begin and end: letters and digits of any language, with their marks."""
    found: list[tuple[int, int]] = []
    for at, sign in enumerate(name):
        if sign.isalnum() or unicodedata.category(sign).startswith("M"):
            start = found.pop()[0] if found and found[-1][1] == at else at
            found.append((start, at + 1))
    return found


def spans_in(name: str, known: Mapping[str, Collection[str]], *, is_name: bool = False) -> list[Span]:
    """Where something that is known stands in a name."""
    words = _words(name)
    found = []
    for first, (start, _) in enumerate(words):
        for last, (_, end) in enumerate(words[first : first + _LONGEST], first):
            text = name[start:end]
            people = known.get(plain_name(text) if is_name else key_value(text))
            if people:
                found.append(Span(first, last, len(words), frozenset(people)))
    return found


def outermost(spans: Sequence[Span]) -> list[Span]:
    return [span for span in spans if not any(span.is_within(other) for other in spans)]


def _ends(name: str, span: Span) -> tuple[int, int]:
    words = _words(name)
    return words[span.first][0], words[span.last][1]


def text_of(name: str, span: Span) -> str:
    start, end = _ends(name, span)
    return name[start:end]


def _rest(name: str, span: Span) -> str:
    """All but the id, and any number the same."""
    start, end = _ends(name, span)
    return re.sub(r"\d+", "0", f"{name[:start]}/{name[end:]}")
