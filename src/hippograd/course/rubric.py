"""Rubrics: what a mark scheme gives points for, read from the scheme as people read it.

A scheme begins with its points; then comes one list line for each item, with its points and, in backquotes, an id that
never changes. What follows is for people::

    2 points.
    - 0.5 `strength`: something that the model gets right, with a reason.
    - one of:
      - 1.5 `why`: it says why no weights help.
      - 0.5 `where`: it says only where the model fails.
    - -0.5 `wrong_data`: argues from other data.
    - at most 1 `guarantee`: claims that it never fails.
    Accept an answer in pictures.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import msgspec

from hippograd.course.assignments import points_text
from hippograd.errors import HippogradError

_POINTS = re.compile(r"([\d.]+) points?\.?\s*$")
_ITEM = re.compile(r"(  )?- (at most )?(-?[\d.]+) `([a-z][a-z0-9_]*)`: (.+)")
_ONE_OF = re.compile(r"- one of:\s*$")
_NEARLY = re.compile(r" *- (at most )?-?[\d.]+\b")
DIGITS = 6
"""Of points: 0.1 + 0.2 is 0.3, here and on the desk's page."""

EXAMPLE = "- 0.5 `reason`: gives a reason."


class Item(msgspec.Struct, frozen=True):
    """Something that an answer does, and what that is worth."""

    id: str
    """What marks are kept under; it stays when text or points change."""

    points: float
    """What it adds, or takes off where negative; of a limit, what the answer earns at most."""

    text: str
    group: int = 0
    """Of the items with the same number, not 0, the one with the most points, added or taken off, counts."""

    is_limit: bool = False


class Rubric(msgspec.Struct, frozen=True):
    """The items of a mark scheme.

    Examples
    --------
    >>> rubric = read_rubric("2 points.\\n- 1 `what`: says what.\\n- 1 `why`: says why.\\n- at most 1 `all`: always.")
    >>> rubric.score({"what", "why"}), rubric.score({"what", "why", "all"})
    (2.0, 1.0)
    """

    points: float
    items: tuple[Item, ...]
    remarks: str = ""
    """What else the scheme says, as Markdown."""

    def score(self, chosen: Collection[str]) -> float:
        """Return the points of an answer that does what these items say, from 0 to the points of the task."""
        found = [item for item in self.items if item.id in chosen]
        limit = min((item.points for item in found if item.is_limit), default=self.points)
        counted: dict[str | int, float] = {}
        for item in found:
            if not item.is_limit:
                place = item.group or item.id
                counted[place] = max(counted.get(place, 0.0), item.points, key=lambda one: (abs(one), one))
        return round(max(0.0, min(sum(counted.values()), limit, self.points)), DIGITS)


def read_rubric(scheme: str, points: float | None = None) -> Rubric:
    """Return the rubric that a mark scheme states."""
    first, *lines = scheme.strip().splitlines() or [""]
    stated = _POINTS.match(first)
    if stated is None or (points is not None and float(stated[1]) != points):
        said = f"states {stated[0].strip().rstrip('.')}" if stated is not None else "states no points"
        wanted = 2 if points is None else points
        raise HippogradError(
            "scheme-other-points",
            said=said,
            declared="" if points is None else f", and assignment.toml written = {points:g}",
            wanted=points_text(wanted),
        )
    items, rest = _items(lines)
    rubric = Rubric(float(stated[1]), tuple(items), "\n".join(rest))
    _require_sound(rubric)
    return rubric


def _items(lines: list[str]) -> tuple[list[Item], list[str]]:
    """Return the items at the top of a scheme, and the lines below them."""
    items: list[Item] = []
    group, groups = 0, 0
    for place, line in enumerate(lines):
        if _ONE_OF.match(line):
            groups += 1
            group = groups
        elif found := _ITEM.match(line):
            indented, limit, points, name, text = found.groups()
            if not indented:
                group = 0
            items.append(Item(name, float(points), text, group if indented else 0, limit is not None))
        elif _NEARLY.match(line):
            raise HippogradError("scheme-without-id", line=line.strip()[:60], example=EXAMPLE)
        elif line.startswith("  ") and items:
            items[-1] = msgspec.structs.replace(items[-1], text=f"{items[-1].text} {line.strip()}")
        else:
            return items, lines[place:]
    return items, []


def _require_sound(rubric: Rubric) -> None:
    names = [item.id for item in rubric.items]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise HippogradError("scheme-id-twice", id=twice)
    out = next((item for item in rubric.items if item.is_limit and not 0 <= item.points < rubric.points), None)
    if out is not None:
        raise HippogradError("scheme-limit", id=out.id, points=out.points, of=points_text(rubric.points))
    most = sum(_most(rubric))
    if abs(most - rubric.points) > 1e-9:
        raise HippogradError("scheme-sum", most=most, of=points_text(rubric.points), example=EXAMPLE)


def _most(rubric: Rubric) -> Iterator[float]:
    adding = [item for item in rubric.items if not item.is_limit and item.points > 0]
    yield from (item.points for item in adding if not item.group)
    for group in {item.group for item in adding if item.group}:
        yield max(item.points for item in adding if item.group == group)
