"""Receipts of students' own last look (`gradekit.receipts`): in a notebook's outputs, or in a file beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gradekit.receipts import Receipt, last_receipt
from gradekit.saved import digest_of_cells
from hippograd.intake.matching.notebooks import SubmittedCell
from hippograd.intake.notes import Note

SUFFIX = ".receipt.txt"
"""How the name of a receipt's file ends."""

LARGEST = 2_000
"""Bytes of a receipt's file that are read."""


def note_on_receipt(cells: Sequence[SubmittedCell], beside: Iterable[str] = ()) -> list[Note]:
    """What is said of the last receipt: whether the notebook is the one that it was written for.

    Parameters
    ----------
    cells : sequence of SubmittedCell
        The submission.
    beside : iterable of str
        The texts of receipts that were handed in with it.
    """
    inside = "\n".join(text for cell in cells for text in _printed(cell))
    found = [receipt for text in (*beside, inside) if (receipt := last_receipt(text)) is not None]
    return [Note(_sentence(max(found, key=lambda one: one.time), cells))] if found else []


def _printed(cell: SubmittedCell) -> Iterable[str]:
    """What a cell printed, as text; outputs that hold no receipt are not parsed."""
    if b"RECEIPT" not in bytes(cell.outputs):
        return
    for output in cell.kept_outputs:
        shown = output.get("data")
        for text in (output.get("text"), shown.get("text/plain") if isinstance(shown, dict) else None):
            if isinstance(text, str):
                yield text
            elif isinstance(text, list):
                yield "".join(part for part in text if isinstance(part, str))


def _sentence(receipt: Receipt, cells: Sequence[SubmittedCell]) -> str:
    held = f"{receipt.held} of {receipt.checks} public checks held when it ran from the top"
    said = f"By a receipt of {receipt.time.replace('T', ' ').removesuffix('Z')} UTC for {receipt.assignment}"
    is_same = digest_of_cells(cell.text for cell in cells) == receipt.digest
    state = "the notebook is as it was then" if is_same else "the notebook was changed after that"
    return f"{said}, cohort {receipt.cohort}, {held}; {state}. A receipt proves nothing: its writer can change it."
