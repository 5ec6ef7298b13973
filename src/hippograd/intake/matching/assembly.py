"""The notebook to grade, made of the pieces that were recognised and of released cells where some are missing."""

from __future__ import annotations

from gradekit.cell_names import defined_names, used_names, within_reach
from hippograd.course.released import ReleasedCell
from hippograd.intake.matching.cells import NEEDED, MatchedCell, has_own_code, is_changed, is_given, matched_cell
from hippograd.intake.matching.pieces import Piece, ReleasedNotebook, covered, listed, unknown
from hippograd.intake.notes import Note

FEW = 5
"""Notes of one kind that are given one by one."""

Notebook = tuple[list[MatchedCell], list[Note]]


def assembled(pieces: list[Piece], release: ReleasedNotebook) -> Notebook:
    """Return the pieces as a notebook: nothing needed is missing, and nothing stands below what needs it."""
    cells, notes = _matched(pieces, release)
    cells, missing = _with_missing(cells, pieces, release)
    cells, moved = _in_working_order(cells, release)
    return cells, notes + missing + moved


def _matched(pieces: list[Piece], release: ReleasedNotebook) -> Notebook:
    """Return the pieces as cells to grade, each of the kind that its twin is."""
    found: list[MatchedCell] = []
    notes: list[Note] = []
    for piece in pieces:
        cells, more = _matched_piece(piece, None if piece.aside else release.twin(piece))
        found += cells
        notes += more
    return found, notes + _questions_to_look_at(found)


def _matched_piece(piece: Piece, twin: ReleasedCell | None) -> Notebook:
    """Return a piece beside its twin, and above or below it what was added to a locked cell."""
    notes = []
    cell_type = "raw" if piece.aside else piece.cell.cell_type
    if twin is not None and twin.cell_type != cell_type:
        cell_type = twin.cell_type
        if twin.kind in NEEDED:
            notes.append(Note.of("cell-type-restored", cell=twin.grade_id, kind=cell_type))
    cell = matched_cell(piece.cell, cell_type, piece.text, twin, piece.number)
    own = matched_cell(piece.cell, cell_type, piece.text, None, piece.number)
    if cell.kind == "setup" and is_changed(cell):
        return [own, cell], notes  # what they added to a setup counts, too
    if cell.kind == "question" and is_changed(cell):
        return [cell, own], notes
    if has_own_code(cell):
        return [own, cell], [*notes, Note.of("added-to-check", cell=cell.name)]
    return [cell], notes


def _questions_to_look_at(matched: list[MatchedCell]) -> list[Note]:
    """Tell which changed questions may hold the answer that is blank: it may stand in the question."""
    written = [cell for cell in matched if cell.kind == "written" and not cell.is_blank]
    answered = {cell.released.task for cell in written if cell.released}
    return [
        Note.of("question-changed", task=cell.released.task)
        for cell in matched
        if cell.released and cell.kind == "question" and is_changed(cell) and cell.released.task not in answered
    ]


def _with_missing(matched: list[MatchedCell], pieces: list[Piece], release: ReleasedNotebook) -> Notebook:
    """Return the notebook with the needed cells that are nowhere, as they were released."""
    there = {cell.released.id for cell in matched if cell.released is not None}
    defined = {name for cell in _readable_code(matched) for name in defined_names(cell.source)}
    elsewhere = covered(pieces)
    names: list[str] = []
    questions: list[Note] = []
    for index, cell in enumerate(release.cells):
        if cell.id in there:
            continue
        if is_given(cell) and not defined & defined_names(cell.source):
            matched = _put_back(matched, release, index)
        if cell.kind in NEEDED and index not in elsewhere:
            matched = _put_back(matched, release, index)
            names.append(cell.grade_id)
            questions += _text_to_look_at(cell, pieces)
    return matched, questions + _put_back_notes(names, sum(cell.kind in NEEDED for cell in release.cells))


def _put_back(matched: list[MatchedCell], release: ReleasedNotebook, index: int) -> list[MatchedCell]:
    """Insert a missing released cell after the nearest released cell before it."""
    missing = release.cells[index]
    before = {cell.id for cell in release.cells[:index]}
    known = [place for place, cell in enumerate(matched, 1) if cell.released is not None and cell.released.id in before]
    place = known[-1] if known else 0
    cell = MatchedCell(missing.grade_id or missing.id, missing.cell_type, missing.source, missing, None)
    return [*matched[:place], cell, *matched[place:]]


def _text_to_look_at(cell: ReleasedCell, pieces: list[Piece]) -> list[Note]:
    """Tell which answer in words is nowhere: it may be among the cells of text that are the student's own."""
    numbers = [piece.number for piece in unknown(pieces) if piece.cell.cell_type != "code"]
    if cell.kind != "written" or not numbers:
        return []
    where = f"cell {numbers[0]}" if len(numbers) == 1 else f"cells {listed(numbers)}"
    return [Note.of("answer-not-recognised", task=cell.task, where=where)]


def _put_back_notes(names: list[str], needed: int) -> list[Note]:
    if len(names) <= FEW:
        notes = [Note.of("cell-put-back", cell=name) for name in names]
    else:
        notes = [Note.of("cells-put-back", count=len(names), cells=", ".join(names))]
    if 3 * len(names) > 2 * needed:
        notes.append(Note.of("most-cells-missing"))
    return notes


def _in_working_order(matched: list[MatchedCell], release: ReleasedNotebook) -> Notebook:
    """Return the student's order, except that a released cell is moved before the cells that need what it defines."""
    order = {cell.id: index for index, cell in enumerate(release.cells)}
    places = [order[cell.released.id] for cell in matched if cell.released is not None]
    if places == sorted(places):
        return matched, []
    matched = list(matched)
    uses = {id(cell): used_names(cell.source) for cell in _readable_code(matched)}
    moved = []
    for released in reversed(release.cells):
        at = next((i for i, cell in enumerate(matched) if cell.released is released), None)
        if at is None or released.cell_type != "code" or released.kind in ("check", "demo"):
            continue
        names, place = _needed_names(matched[at].source), order[released.id]
        for index, cell in enumerate(matched[:at]):
            is_later = cell.released is None or order[cell.released.id] > place
            if is_later and cell.kind != "check" and names & uses.get(id(cell), frozenset()):
                matched.insert(index, matched.pop(at))
                moved.append(released.grade_id or released.id)
                break
    return matched, [Note.of("cell-moved-up", cell=name) for name in reversed(moved)]


def _needed_names(source: str) -> frozenset[str]:
    """Return what other cells read of a cell: its names, and `.fit` where it gives a class of another cell that
    method."""
    names = defined_names(source)
    parts = [name.split(".", 1) for name in names if "." in name]
    return frozenset(
        {name for name in names if "." not in name} | {f".{part}" for owner, part in parts if owner not in names}
    )


def _readable_code(cells: list[MatchedCell]) -> list[MatchedCell]:
    found = [cell for cell in cells if cell.cell_type == "code"]
    return found[: within_reach([cell.source for cell in found])]


def how_recognised(pieces: list[Piece], release: ReleasedNotebook) -> list[Note]:
    """Return how the answers without ids were recognised, in a few sentences."""
    answers = [
        (piece, twin.task)
        for piece in pieces
        if not piece.aside and (twin := release.twin(piece)) is not None and twin.kind in ("answer", "written")
    ]
    found = [
        Note.of("cell-recognised", cell=piece.number, task=task, sign=piece.how)
        for piece, task in answers
        if piece.how in ("likeness", "place")
    ]
    named = [(piece, task) for piece, task in answers if piece.how == "names"]
    if len(named) > FEW:
        found.append(Note.of("ids-lost", count=len(named)))
    else:
        found += [Note.of("cell-recognised-by-names", cell=piece.number, task=task) for piece, task in named]
    return found
