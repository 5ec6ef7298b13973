"""Answers in words that stand in cells of the student's own beside the blank: a person must see them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Any

import msgspec

from gradekit.cell_names import parsed
from gradekit.saved import shows_something
from hippograd.intake.matching.cells import MatchedCell
from hippograd.intake.notes import Note

PERHAPS = "*Perhaps the answer; it stands in a cell of its own:*"

BELOW = "*In the cells below it:*"

SHORT = 40
"""Characters of an answer that may only say where it stands, such as `See below.`."""


def with_words_beside(cells: list[MatchedCell]) -> tuple[list[MatchedCell], list[Note]]:
    """Put what a student wrote beside a blank, before the next task, into the blank: so it waits for a marker.

    Behind an answer that is hardly more than `See below.` comes what stands in the cells below it.
    """
    found, notes = list(cells), []
    for place, cell in enumerate(cells):
        if cell.kind != "written" or not (cell.is_blank or len(cell.source.strip()) < SHORT):
            continue
        above = list(_up_to_next_task(cells[:place][::-1]))[::-1] if cell.is_blank else []
        words = [(one, text) for one in (*above, *_up_to_next_task(cells[place + 1 :])) if (text := _words(one))]
        if words:
            found[place] = _with(cell, words)
        if words and cell.is_blank:
            names = " and ".join(one.name for one, _ in words)
            notes.append(Note.of("words-beside-a-blank", cells=names, blank=cell.name))
    return found, notes


def _up_to_next_task(cells: Sequence[MatchedCell]) -> Iterator[MatchedCell]:
    """Return the student's own cells before the first that belongs to a task, as a question does."""
    between = takewhile(lambda cell: cell.released is None or not cell.released.task, cells)
    return (cell for cell in between if cell.released is None)


def _words(cell: MatchedCell) -> str:
    """Return what a cell says in words: a text, or a cell of code with nothing but comments."""
    text = cell.source.strip()
    if cell.cell_type == "code":
        tree = parsed(text)
        is_comment = tree is not None and not tree.body
        text = "\n".join(line.strip(" #") for line in text.splitlines()) if is_comment else ""
    return text if shows_something(text) else ""


def _with(cell: MatchedCell, words: Sequence[tuple[MatchedCell, str]]) -> MatchedCell:
    """Return the answer with these words and their pictures."""
    texts = [PERHAPS] if cell.is_blank else [cell.source.strip(), BELOW]
    pictures: dict[str, Any] = {} if cell.submitted is None or cell.is_blank else cell.submitted.kept_attachments
    own = cell.submitted
    for number, (one, text) in enumerate(words, 1):
        attached = one.submitted.kept_attachments if one.submitted is not None else {}
        for name, picture in attached.items():  # two pasted pictures have the same name
            text = text.replace(f"attachment:{name}", f"attachment:{number}-{name}")
            pictures[f"{number}-{name}"] = picture
        texts.append(text)
        own = own or one.submitted
    if own is not None:
        own = msgspec.structs.replace(own, cell_type="markdown", attachments=msgspec.Raw(msgspec.json.encode(pictures)))
    return replace(cell, source="\n\n".join(texts), submitted=own)
