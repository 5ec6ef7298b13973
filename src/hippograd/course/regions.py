"""The marked regions of a cell: solutions in code, mark schemes in questions. The marks are those of nbgrader."""

from collections.abc import Iterator
from functools import lru_cache

BEGIN_SOLUTION, END_SOLUTION = "BEGIN SOLUTION", "END SOLUTION"
BEGIN_SCHEME, END_SCHEME = "BEGIN MARK SCHEME", "END MARK SCHEME"


def split_regions(source: str, begin: str, end: str) -> Iterator[tuple[str, bool]]:
    """Yield each line of a cell except the markers, with whether it stands between a `begin` and an `end` line."""
    inside = False
    for line in source.split("\n"):
        if begin in line or end in line:
            inside = begin in line
        else:
            yield line, inside


def scheme_of(source: str) -> str:
    """Return the mark scheme in a cell."""
    return "\n".join(line for line, inside in split_regions(source, BEGIN_SCHEME, END_SCHEME) if inside)


def without_regions(source: str, begin: str, end: str) -> str:
    """Return the source without the marked regions."""
    return "\n".join(line for line, inside in split_regions(source, begin, end) if not inside)


def without_markers(source: str, begin: str, end: str) -> str:
    """Return the source without the lines that mark regions."""
    return "\n".join(line for line, _ in split_regions(source, begin, end))


@lru_cache(maxsize=256)
def without_scheme(source: str) -> str:
    """Return a question as students have it."""
    return without_regions(source, BEGIN_SCHEME, END_SCHEME)
