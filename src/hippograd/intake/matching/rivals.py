"""Several pieces for one released cell: which of them counts."""

from __future__ import annotations

from dataclasses import replace

from gradekit.cell_names import defined_names, parsed, read_at_once
from hippograd.course.released import ReleasedCell
from hippograd.intake.matching.cells import squeezed
from hippograd.intake.matching.pieces import Found, Piece, ReleasedNotebook, changed, listed, taken
from hippograd.intake.notes import Note


def settle(pieces: list[Piece], release: ReleasedNotebook) -> Found:
    """Leave one piece for each released cell."""
    notes: list[Note] = []
    for index in taken(pieces):
        pieces, more = settled(pieces, index, release)
        notes += more
    return pieces, notes


def settled(pieces: list[Piece], index: int, release: ReleasedNotebook) -> Found:
    """Leave one piece for one released cell."""
    rivals, cell = taken(pieces)[index], release.cells[index]
    if len(rivals) < 2:
        return pieces, []
    if cell.kind in ("demo", "plain"):
        return changed(pieces, {piece: [replace(piece, twin=None)] for piece in rivals[1:]}), []
    full = _distinct([piece for piece in rivals if not release.is_blank(piece)])
    asked = defined_names(cell.reference)
    changes = {piece: [replace(piece, aside=True)] for piece in rivals}
    if cell.kind not in ("answer", "written") or not full:
        kept = rivals[-1] if cell.kind == "check" else (full or rivals)[0]  # checks stand below the last answer
        return changed(pieces, changes | {kept: [kept]}), []
    if len(full) > 1 and (cell.kind == "written" or _are_parts([piece.text for piece in full], asked)):
        return changed(pieces, changes | {piece: [] for piece in full} | {full[-1]: [_joined(full, cell)]}), [
            Note.of("cells-joined", cells=_numbers(full), task=cell.task)
        ]
    return changed(pieces, changes | {full[-1]: [full[-1]]}), _choice(full, cell)


def _joined(full: list[Piece], cell: ReleasedCell) -> Piece:
    between = "\n\n" if cell.kind == "written" else "\n"
    covers = frozenset().union(*(piece.covers for piece in full))
    return replace(full[-1], text=between.join(piece.text for piece in full), covers=covers)


def _choice(full: list[Piece], cell: ReleasedCell) -> list[Note]:
    """Return what to say where the last of different answers counts, or one that occurs more than once."""
    kept = full[-1]
    if len(full) > 1:
        return [Note.of("answers-differ", task=cell.task, cells=_numbers(full))]
    if kept.how == "id":
        return [Note.of("answer-twice", task=cell.task, cell=kept.number)]
    return []


def _numbers(pieces: list[Piece]) -> str:
    return listed(piece.number for piece in pieces)


def _are_parts(texts: list[str], asked: frozenset[str]) -> bool:
    """Return whether cells are one that was split: together they are Python, or none defines anew what another does.

    Where each defines something that is asked for, only that counts. A cell that reads a name before it sets it, such
    as `class Model(Model)`, builds on what is there.
    """
    if any(parsed(text) is None for text in texts):
        return parsed("\n".join(texts)) is not None
    names = [defined_names(text) for text in texts]
    if all(theirs & asked for theirs in names):
        names = [theirs & asked for theirs in names]
    anew = [names[0], *(theirs - read_at_once(text) for text, theirs in zip(texts[1:], names[1:], strict=True))]
    return len(frozenset().union(*anew)) == sum(map(len, anew))


def _distinct(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces without those whose text came before."""
    first: dict[str, Piece] = {}
    for piece in pieces:
        first.setdefault(squeezed(piece.text), piece)
    return list(first.values())
