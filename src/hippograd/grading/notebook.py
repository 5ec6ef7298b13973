"""The notebook as it was graded: for nbgrader's gradebook and formgrader, and for the student's feedback."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from hippograd.course.released import NOTEBOOK_METADATA
from hippograd.grading.result import CheckResult, TaskResult
from hippograd.intake.matching.cells import LOCKED, MatchedCell
from hippograd.intake.notes import Note
from hippograd.sandbox.process import CellRun, StudentGone

HIPPOGRAD = "hippograd"
"""The key of what is ours in the metadata of the notebook and of its cells."""

TASK, OUTPUTS, NOTES = "task", "outputs", "notes"
"""Below it: the result of the task, at its check cell; whose the outputs of a cell are; the notes for students."""

SHOWN = ("text/plain", "text/html", "text/markdown", "text/latex", "image/svg+xml")
"""Kinds of output that are text; pages for students clean them."""

PICTURES = ("image/png", "image/jpeg", "image/gif")
_PICTURES = {*PICTURES, "image/svg+xml"}
THEIRS = {OUTPUTS: "the student's own"}
"""Said of outputs that were handed in, and are not of this run."""

LARGEST = 1_500_000
"""Bytes of a notebook as it was graded, whatever was handed in; what the course's own solutions show has room."""

LONGEST_SOURCE, MOST_SOURCE = 50_000, 150_000
"""Bytes of the text of one cell of the student's that are kept, and of all; the longest chapter has 76 000, solved."""

LARGEST_TEXT = 200_000
"""Characters of an output of text that is more than plain: pages clean it piece by piece."""

CUT = "… cut here: the cell has {} characters."
"""Stands at the end of a cell that is not kept whole."""

MOST_NOTES, LONGEST_NOTE = 60, 400
"""Notes on a notebook that are kept, and their characters."""

NOTES_CELL = "hippograd-notes"
"""The id of the cell at the top with all notes, those for the TA too: pages for students leave it out."""

LEFT_OUT = "(left out: the outputs of this notebook are too large)\n"

BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")


def executed_notebook(
    cells: list[MatchedCell],
    runs: dict[str, CellRun],
    lost: dict[str, StudentGone],
    tasks: list[TaskResult],
    notes: Sequence[Note] = (),
) -> dict[str, Any]:
    """Return a notebook in nbformat 4.5 with what each cell gave.

    Cells that were run have the outputs of this run; demonstrations keep the student's own, and answers the figures
    that they drew there, marked as theirs. A check
    cell shows its report and, as its result, the points: the form in which nbgrader takes partial credit.
    """
    results = {task.name: task for task in tasks}

    def remarks(cell: MatchedCell) -> dict[str, Any]:
        if cell.kind == "check" and cell.name in results:
            return {TASK: msgspec.to_builtins(without_hidden(results[cell.name]))}
        is_own = cell.submitted is not None and cell.name not in runs and cell.kind == "demo"
        return THEIRS if is_own and cell.cell_type == "code" else {}

    executed = notebook_of(cells, lambda cell: _outputs(cell, runs, lost, results), notes, remarks)
    executed["metadata"] = {
        **NOTEBOOK_METADATA,
        HIPPOGRAD: {NOTES: [note.text for note in notes if not note.for_staff]},
    }
    return executed


def without_hidden(task: TaskResult) -> TaskResult:
    """Return a task's result without what its hidden checks tell the staff only."""
    checks = [check if check.public else msgspec.structs.replace(check, detail="") for check in task.checks]
    return msgspec.structs.replace(task, checks=checks)


def notebook_of(
    cells: list[MatchedCell],
    outputs: Callable[[MatchedCell], list[dict[str, Any]]],
    notes: Sequence[Note] = (),
    remarks: Callable[[MatchedCell], dict[str, Any]] = lambda cell: {},
) -> dict[str, Any]:
    """Return a notebook in nbformat 4.5: cells as they were graded, with outputs where they have code, notes at the
    top.

    What `remarks` says of a cell is kept in its metadata.
    """
    ids: set[str] = set()
    found: list[dict[str, Any]] = []
    for place, cell in enumerate(cells):
        entry: dict[str, Any] = {
            "id": _unique_id(cell, place, ids),
            "cell_type": cell.cell_type if cell.cell_type in ("code", "markdown", "raw") else "raw",
            "metadata": dict(cell.released.metadata) if cell.released is not None else {},
            "source": cell.source,
        }
        if said := remarks(cell):
            entry["metadata"][HIPPOGRAD] = said
        if cell.cell_type == "code":
            entry |= {"execution_count": None, "outputs": []}
        found.append(entry)
    room = LARGEST - _size([*found, *map(str, notes)])
    for cell, entry in sorted(zip(cells, found, strict=True), key=lambda pair: _importance(pair[0])):
        if cell.cell_type == "code":
            entry["outputs"], room = _within(room, outputs(cell), is_deciding=cell.kind == "check")
        elif cell.submitted is not None and (pictures := _attached(cell)) and _size(pictures) <= room:
            entry["attachments"] = pictures
            room -= _size(pictures)
    if notes:
        found.insert(0, _notes_cell(notes))
    return {"cells": found, "metadata": NOTEBOOK_METADATA, "nbformat": 4, "nbformat_minor": 5}


def shortened(cells: Sequence[MatchedCell]) -> tuple[list[MatchedCell], list[Note]]:
    """Return cells with no more text than is kept of a notebook, and a note where some of them lost a part of theirs.

    Answers have room before a student's other cells. What is run, and graded, is whole.
    """
    room = MOST_SOURCE
    kept: dict[int, MatchedCell] = {}
    cut = []
    for place, cell in sorted(enumerate(cells), key=lambda pair: (pair[1].released is None, pair[0])):
        source = cell.source
        if cell.kind not in LOCKED and not cell.is_blank:
            source = _first(source, min(room, LONGEST_SOURCE))
            room -= _size(source)
        if len(source) < len(cell.source):
            cut.append(cell.name)
            comment = "# " if cell.cell_type == "code" else "\n"
            source += f"\n{comment}{CUT.format(len(cell.source))}\n"
        kept[place] = cell if source is cell.source else replace(cell, source=source)
    many = f" and {len(cut) - 1} other cells are" if cut[1:] else " is"
    notes = [Note.of("cell-cut", cells=f"{cut[0]}{many}")] if cut else []
    return [kept[place] for place in range(len(cells))], notes


def whole_length(source: str) -> int | None:
    """Return how many characters a cell had that is kept cut; None of one that is kept whole."""
    before, _, after = CUT.partition("{}")
    found = re.search(rf"\n{re.escape(before)}(\d{{1,12}}){re.escape(after)}\n\Z", source)
    return int(found[1]) if found else None


def limited(notes: Sequence[Note]) -> list[Note]:
    """As many notes as people read, and these no longer than that; those for the TA stay before others."""
    few = list(notes)
    if len(few) > MOST_NOTES:
        few = sorted(few, key=lambda note: not note.for_staff)[:MOST_NOTES]
        few.append(Note.of("notes-left-out", count=len(notes) - MOST_NOTES))
    return [
        note if len(note.text) <= LONGEST_NOTE else Note(f"{note.text[:LONGEST_NOTE]}…", note.for_staff) for note in few
    ]


def _importance(cell: MatchedCell) -> int:
    """Return whose outputs have room first: points, then what was run or written to be marked, then demonstrations."""
    return 0 if cell.kind == "check" else 2 if cell.kind == "demo" else 1


def _within(room: int, outputs: list[dict[str, Any]], *, is_deciding: bool) -> tuple[list[dict[str, Any]], int]:
    """Return the outputs that there is room for, and the room that is left.

    Those that decide about points are kept, if need be without their text.
    """
    whole, size = room, _size(outputs)
    if size <= room:
        return outputs, room - size
    kept: list[dict[str, Any]] = []
    left_out: list[dict[str, Any]] = [{"output_type": "stream", "name": "stdout", "text": LEFT_OUT}]
    is_cut = False
    for output in outputs:
        room -= _size(output)
        if room >= 0:
            kept.append(output)
            continue
        kept += [] if is_cut else left_out
        is_cut = True
        if is_deciding and output["output_type"] == "error":
            kept.append({**output, "evalue": output["evalue"][:100], "traceback": []})
        elif is_deciding and output["output_type"] == "execute_result":
            kept.append({**output, "data": {"text/plain": output["data"].get("text/plain", "")[:100]}})
    return kept, whole - _size(kept)


def _attached(cell: MatchedCell) -> dict[str, dict[str, str]]:
    """Return the pictures that a student put into a written answer."""
    pictures = {}
    for name, bundle in (cell.submitted.kept_attachments if cell.submitted is not None else {}).items():
        shown = {kind: value for kind, value in _pictures(bundle) if BASE64.fullmatch(value)}
        if shown:
            pictures[name] = shown
    return pictures


def _size(value: Any) -> int:
    """Bytes of a part of a notebook on disk, where each line is indented."""
    text = msgspec.json.format(msgspec.json.encode(value), indent=1)
    return len(text) + 5 * (text.count(b"\n") + 1)


def _first(text: str, room: int) -> str:
    """Return the beginning of a text that takes no more than `room` bytes on disk."""
    text = text[: max(room, 0)] if len(text) > room else text
    while text and (size := _size(text)) > room:
        text = text[: len(text) * max(room, 0) // size]
    return text


def _notes_cell(notes: Sequence[Note]) -> dict[str, Any]:
    """Return the notes as text; names of students' files in them are not Markdown."""
    lines = [re.sub(r"([\\`*_{}\[\]<>#|$~!&])", r"\\\1", " ".join(str(note).split())) for note in notes]
    source = "**Before grading**\n\n" + "\n".join(f"- {line}" for line in lines)
    return {"id": NOTES_CELL, "cell_type": "markdown", "metadata": {}, "source": source}


def report(task: TaskResult) -> str:
    """Return what a student reads about one task: each check, its points, and why it does not hold."""
    lines = [f"{task.title}: {task.points:g} of {task.max_points:g}"]
    if task.note:
        lines.append(" ".join(task.note.split()))
    lines += [_check_lines(check) for check in task.checks]
    return "\n".join(lines) + "\n"


def _check_lines(check: CheckResult) -> str:
    mark = "✓" if check.passed else "✗"
    lines = [f"{mark} {check.points:g}/{check.max_points:g}  {check.idea}"]
    if check.message:
        lines.append(f"        {' '.join(check.message.splitlines())}")
    if check.public and check.detail:
        lines += [f"        {line}" for line in quoted(check.detail)]
    return "\n".join(lines)


def quoted(detail: str) -> list[str]:
    """Return the lines of a detail, each marked as such: what a student's exception says may look like a line of
    ours."""
    return [f"│ {line}" for line in detail.strip().splitlines()]


def _outputs(
    cell: MatchedCell, runs: dict[str, CellRun], lost: dict[str, StudentGone], results: dict[str, TaskResult]
) -> list[dict[str, Any]]:
    if cell.kind == "check":
        task = results.get(cell.name)
        return [] if task is None or task.status == "not_gradable" else _outputs_of_check(task)
    if cell.name in lost:
        return [output_of_lost(lost[cell.name])]
    if cell.name in runs:
        run = runs[cell.name]
        error = [run.error] if run.error is not None else []
        return [*plain_outputs([*run.outputs, *error]), *_own_figures(cell)]
    if cell.kind == "demo" and cell.submitted is not None:
        return plain_outputs(cell.submitted.kept_outputs)
    return []


def output_of_lost(gone: StudentGone) -> dict[str, Any]:
    """Return what stands below a cell in which the process was lost."""
    return {"output_type": "error", "ename": gone.diagnosis, "evalue": gone.message, "traceback": [gone.message]}


def _outputs_of_check(task: TaskResult) -> list[dict[str, Any]]:
    """Return the report, and the points in the form in which nbgrader takes them."""
    points = {"text/plain": repr(float(task.points))}
    return [
        {"output_type": "stream", "name": "stdout", "text": report(task)},
        {"output_type": "execute_result", "data": points, "metadata": {}, "execution_count": None},
    ]


def with_tasks(notebook: dict[str, Any], tasks: Mapping[str, TaskResult]) -> dict[str, Any]:
    """Return an executed notebook with other results of some tasks."""
    cells = []
    for cell in notebook["cells"]:
        task = tasks.get(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))
        if task is not None and cell["metadata"]["nbgrader"].get("grade"):
            said = {**cell["metadata"].get(HIPPOGRAD, {}), TASK: msgspec.to_builtins(without_hidden(task))}
            cell = {**cell, "metadata": {**cell["metadata"], HIPPOGRAD: said}, "outputs": _outputs_of_check(task)}
        cells.append(cell)
    return {**notebook, "cells": cells}


def _own_figures(cell: MatchedCell) -> list[dict[str, Any]]:
    """Return what an answer drew in the student's notebook: where it is graded, figures are not drawn."""
    if cell.kind != "answer" or cell.submitted is None:
        return []
    drawn = [
        output for output in plain_outputs(cell.submitted.kept_outputs) if _PICTURES & output.get("data", {}).keys()
    ]
    return [{**output, "metadata": {HIPPOGRAD: THEIRS}} for output in drawn]


def plain_outputs(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return those outputs that have nbformat's form, in the kinds that a page shows without running anything.

    All outputs are a student's to choose: those of this run too, as they come from the student's process.
    """
    found: list[dict[str, Any]] = []
    for output in outputs:
        kind, data = output.get("output_type"), output.get("data")
        if kind == "stream":
            name = "stderr" if output.get("name") == "stderr" else "stdout"
            found.append({"output_type": kind, "name": name, "text": in_one_piece(output.get("text"))})
        elif kind == "error":
            lines = output.get("traceback")
            entry = {name: in_one_piece(output.get(name)) for name in ("ename", "evalue")}
            traceback = [in_one_piece(line) for line in lines] if isinstance(lines, list) else []
            found.append({"output_type": kind, **entry, "traceback": traceback})
        elif kind in ("display_data", "execute_result") and isinstance(data, dict):
            shown = {name: in_one_piece(data[name]) for name in SHOWN if name in data}
            shown = {name: text for name, text in shown.items() if len(text) <= LARGEST_TEXT or name == "text/plain"}
            shown |= {name: value for name, value in _pictures(data) if BASE64.fullmatch(value)}
            count = {"execution_count": None} if kind == "execute_result" else {}
            found.append({"output_type": kind, "data": shown, "metadata": {}, **count})
    return found


def _pictures(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    return ((name, in_one_piece(data[name])) for name in PICTURES if name in data)


def in_one_piece(value: Any) -> str:
    """Return text in one piece; nbformat allows a list of lines."""
    if isinstance(value, list):
        return "".join(line for line in value if isinstance(line, str))
    return value if isinstance(value, str) else ""


def _unique_id(cell: MatchedCell, place: int, taken: set[str]) -> str:
    wish = cell.released.id if cell.released is not None else f"own-{place}"
    if wish in taken:
        wish = f"{wish[:50]}-{place}"
    taken.add(wish)
    return wish
