"""Reading the course's own notebooks."""

import json
import re
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from hippograd.errors import HippogradError


def load_notebook(path: Path) -> NotebookNode:
    """Return a notebook of the course, each cell with an id of its own."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        _refuse_conflict(text, path)
        raw = json.loads(text)
        _check_ids(raw["cells"], path)  # nbformat would give random ids where they lack or repeat
        nb: NotebookNode = nbformat.from_dict(raw)
        nbformat.validate(nb)
    except OSError as error:
        raise HippogradError("notebook-unreadable", file=path, cause=error.strerror) from error
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError, nbformat.ValidationError) as error:
        cause = str(error).partition("\n")[0] or type(error).__name__
        raise HippogradError("notebook-bad", file=path, cause=cause) from error
    for cell in nb.cells:
        cell.source = "".join(cell.source)
    return nb


def _refuse_conflict(text: str, path: Path) -> None:
    if found := re.search(r"^(<<<<<<<|=======|>>>>>>>)", text, re.MULTILINE):  # no line of JSON begins so
        line = text.count("\n", 0, found.start()) + 1
        raise HippogradError("git-conflict", file=path, line=line)


def _check_ids(cells: list[dict[str, Any]], path: Path) -> None:
    seen: set[str] = set()
    for place, cell in enumerate(cells, 1):
        cell_id = cell.get("id")
        if not cell_id or cell_id in seen:
            problem = f"shares the id {cell_id}" if cell_id else "has no id"
            raise HippogradError("cell-id-bad", file=path, cell=place, problem=problem)
        seen.add(cell_id)
