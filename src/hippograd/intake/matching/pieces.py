"""The cells of a damaged notebook while they are being recognised, and the release that they are compared with."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from gradekit.cell_names import defined_names, within_reach
from hippograd.course.regions import without_scheme
from hippograd.course.released import ReleasedCell
from hippograd.intake.matching.cells import is_left_blank, squeezed
from hippograd.intake.matching.notebooks import SubmittedCell
from hippograd.intake.notes import Note


@dataclass(frozen=True, eq=False)
class Piece:
    """A cell of the submission, or a part that was cut out of one."""

    number: int
    """Which cell it is or comes from, counted from 1, as messages count."""

    cell: SubmittedCell
    """As handed in."""

    text: str
    """Its text."""

    twin: int | None
    """Index of the released cell that it stands for."""

    how: str = "id"
    """How that was recognised."""

    aside: bool = False
    """Whether it is kept as text only."""

    covers: frozenset[int] = frozenset()
    """Indices of the other answers that stand inside it."""


Found = tuple[list[Piece], list[Note]]
"""What a step makes of the pieces, and what it says about that."""


@dataclass(frozen=True)
class ReleasedNotebook:
    """The released cells, and what tells them apart."""

    cells: Sequence[ReleasedCell]

    @cached_property
    def answers(self) -> list[int]:
        return [index for index, cell in enumerate(self.cells) if cell.kind == "answer"]

    @cached_property
    def written(self) -> list[int]:
        return [index for index, cell in enumerate(self.cells) if cell.kind == "written"]

    @cached_property
    def checks(self) -> dict[str, int]:
        """The check cell of each task."""
        return {cell.task: index for index, cell in enumerate(self.cells) if cell.kind == "check"}

    @cached_property
    def texts(self) -> list[str]:
        """Of each cell, what students are given, without white space."""
        return [squeezed(without_scheme(cell.source)) for cell in self.cells]

    @cached_property
    def unique_texts(self) -> dict[str, int]:
        """Texts, without white space, that only one released cell has."""
        counts = Counter(self.texts)
        return {text: index for index, text in enumerate(self.texts) if text and counts[text] == 1}

    @cached_property
    def distinctive_names(self) -> dict[int, frozenset[str]]:
        """For each cell with a reference answer, the names that no other cell defines."""
        defined = [defined_names(cell.reference or cell.source) for cell in self.cells]
        counts = Counter(chain.from_iterable(defined))
        return {
            index: frozenset(name for name in names if counts[name] == 1)
            for index, (names, cell) in enumerate(zip(defined, self.cells, strict=True))
            if cell.reference
        }

    def twin(self, piece: Piece) -> ReleasedCell | None:
        """Return the cell that a piece stands for."""
        return self.cells[piece.twin] if piece.twin is not None else None

    def kind(self, piece: Piece) -> str:
        twin = self.twin(piece)
        return twin.kind if twin is not None else "own"

    def is_blank(self, piece: Piece) -> bool:
        """Return whether a piece is as its twin was released."""
        twin = self.twin(piece)
        return twin is not None and is_left_blank(piece.text, twin)


def taken(pieces: Iterable[Piece]) -> dict[int, list[Piece]]:
    """Return the pieces that stand for each released cell."""
    found: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        if piece.twin is not None and not piece.aside:
            found[piece.twin].append(piece)
    return found


def covered(pieces: Iterable[Piece]) -> frozenset[int]:
    """Return the answers that stand inside the cell of another task."""
    return frozenset(chain.from_iterable(piece.covers for piece in pieces))


def unknown(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces that stand for no released cell so far, without empty ones."""
    return readable(piece for piece in pieces if piece.twin is None and not piece.aside and piece.text.strip())


def readable(pieces: Iterable[Piece]) -> list[Piece]:
    """As many of these as are parsed at one step."""
    found = list(pieces)
    return found[: within_reach([piece.text for piece in found])]


def changed(pieces: Iterable[Piece], changes: Mapping[Piece, Iterable[Piece]]) -> list[Piece]:
    """Return the pieces, with others in place of some of them."""
    return [new for piece in pieces for new in changes.get(piece, [piece])]


def listed(numbers: Iterable[int]) -> str:
    """Return numbers of two or more cells, as in "1, 2 and 3"."""
    texts = [str(number) for number in numbers]
    return ", ".join(texts[:-1]) + " and " + texts[-1]
