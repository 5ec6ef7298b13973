"""A notebook's file as it was saved, read as data: what its cells are, what is blank, which release it belongs to."""

from __future__ import annotations

import hashlib
import html
import json
import os
import re
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from gradekit.cell_names import changed_names, looked_up_names
from gradekit.failures import EMPTY_BLANK
from gradekit.public_checks import Release, ReleasedTask

UNWRITTEN = "YOUR ANSWER HERE"
"""What stands in the cell of a written answer before anything is written."""


_EMPTY_SIGNS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\ufe0e\ufe0f\uffa0")
"""Letters and marks that leave their place empty: fillers, a Braille sign without dots, selectors of variants."""

_EMPTY_HTML = re.compile(r"<!--(?:-?>|(?:(?!<!--).)*?-->)|</?(?:br|div|p|span)\b[^<>]*>", re.DOTALL | re.IGNORECASE)
"""Comments that end, and tags that show nothing by themselves."""


_NO_SIGN = re.compile(r"&#[0-9]{8,};?")
"""Numbers that HTML has no sign for. Python reads none of more than 4300 digits, and raises."""


def unescaped(text: str) -> str:
    """A text with the signs for which references of HTML stand.

    Examples
    --------
    >>> unescaped("1 &lt; 2 &#38; &#" + "9" * 5000 + ";")
    '1 < 2 & \ufffd'
    """
    return html.unescape(_NO_SIGN.sub("\ufffd", text))


def shows_something(text: str) -> bool:
    """Whether a text has anything but white space and signs that nobody sees, also as HTML writes them.

    Examples
    --------
    >>> shows_something(" \\n\\u200b"), shows_something("&nbsp;<br><!-- so -->"), shows_something("no")
    (False, False, True)
    >>> shows_something("<!--> Where a comment ends at once, this is seen"), shows_something("<!-- and so is this")
    (True, True)
    """
    shown = unescaped(_EMPTY_HTML.sub("", text))
    return any(
        unicodedata.category(sign) not in ("Cc", "Cf", "Zl", "Zp", "Zs") and sign not in _EMPTY_SIGNS for sign in shown
    )


class NotANotebook(Exception):
    """A file that cannot be handed in; the text says why, and what to do."""

    def _render_traceback_(self) -> list[str]:
        return [f"✗ NOT YET: {self}"]  # shown by IPython in place of a traceback


@dataclass(frozen=True)
class Cell:
    """One cell of a saved notebook."""

    number: int
    kind: str
    source: str
    grade_id: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether something is still to be filled in."""
        if self.kind == "code":
            return EMPTY_BLANK in self.source
        return self.source.strip() == UNWRITTEN or not shows_something(self.source)


@dataclass(frozen=True)
class Saved:
    """A notebook's file."""

    path: Path
    cells: tuple[Cell, ...]
    belongs_to: tuple[str, str]
    """Assignment and cohort, as the release wrote them into it; empty where a program has removed them."""

    content: dict[str, Any]

    @property
    def by_grade_id(self) -> dict[str, Cell]:
        return {cell.grade_id: cell for cell in self.cells if cell.grade_id}

    def blanks(self, release: Release) -> list[ReleasedTask]:
        """The tasks of a release in which something is blank, or gone."""
        cells = self.by_grade_id
        return [
            task
            for task in release.tasks
            if any(name not in cells or cells[name].is_blank for name in (task.answer, task.written) if name)
        ]


def read_saved(path: Path) -> Saved:
    """Read a notebook's file.

    Raises
    ------
    NotANotebook
        When it is missing or is none.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
        cells = tuple(_cell(number, cell) for number, cell in enumerate(content["cells"], 1))
        ours = content.get("metadata", {}).get("hippograd", {})
    except FileNotFoundError:
        raise NotANotebook(f"{path} does not exist. Save the notebook under this name.") from None
    except (ValueError, KeyError, TypeError, AttributeError, OSError):
        raise NotANotebook(f"{path} is not a notebook. Hand in the .ipynb file that you have worked in.") from None
    return Saved(path, cells, (str(ours.get("assignment", "")), str(ours.get("cohort", ""))), content)


def _cell(number: int, cell: dict[str, Any]) -> Cell:
    source = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
    grade_id = cell.get("metadata", {}).get("nbgrader", {}).get("grade_id", "")
    return Cell(number, str(cell["cell_type"]), unix(source), str(grade_id))


def unix(text: str) -> str:
    """A text with the line ends of Unix, as every system reads it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def digest(text: str) -> str:
    """SHA-256 of a text without its white space: what a program saves otherwise is the same.

    Examples
    --------
    >>> digest("x = 1\\r\\n") == digest("x = 1")
    True
    """
    return hashlib.sha256("".join(text.split()).encode("utf-8", errors="replace")).hexdigest()


def live_notebook(release: Release) -> Path:
    """The file of the notebook that runs here: as the program that opened it says, or by the release's name."""
    main = vars(sys.modules["__main__"])
    named = main.get("__vsc_ipynb_file__") or os.environ.get("JPY_SESSION_NAME", "")
    here = [Path(str(named)), Path(PurePath(str(named)).name), release.folder / PurePath(str(named)).name]
    found = [path for path in here if path.suffix == ".ipynb" and path.is_file()]
    return found[0].absolute() if found else release.folder.absolute() / release.notebook


def copy_from_colab(release: Release) -> None:
    """On Colab, where the notebook is in the reader's Drive: write it, as it is on the screen, to the file."""
    if "google.colab" not in sys.modules:
        return
    from google.colab import _message

    answer = _message.blocking_request("get_ipynb", timeout_sec=30)
    if isinstance(answer, dict) and "ipynb" in answer:
        text = json.dumps(answer["ipynb"], ensure_ascii=False)
        (release.folder / release.notebook).write_text(text, encoding="utf-8", newline="\n")


def unsaved(saved: Saved, ran: Sequence[str]) -> bool:
    """Whether something was run that the file does not have: it was changed after it was saved last.

    Parameters
    ----------
    saved : Saved
        The file.
    ran : sequence of str
        What was run in this session, the cell that asks this last.
    """
    ran = [unix(text).strip() for text in ran]
    there = {cell.source.strip() for cell in saved.cells}
    if ran and ran[-1] not in there:
        return True
    last_run = {text: place for place, text in enumerate(ran)}
    kept = [(changed_names(cell.source), last_run.get(cell.source.strip(), -1)) for cell in saved.cells]
    decides = _names_that_decide(saved.cells)
    for text in set(ran) - there:
        names = changed_names(text) & decides
        when = last_run[text]
        before = frozenset().union(*(theirs for theirs, place in kept if place < when))
        after = frozenset().union(*(theirs for theirs, place in kept if place > when))
        if names & before - after:
            return True
    return False


def _names_that_decide(cells: Sequence[Cell]) -> frozenset[str]:
    """The names that the answers of tasks define or need, and what those need in their turn."""
    code = [cell for cell in cells if cell.kind == "code"]
    waiting = [cell for cell in code if cell.grade_id]
    seen, found = set[int](), set[str]()
    while waiting:
        for cell in waiting:
            seen.add(cell.number)
            found |= changed_names(cell.source) | looked_up_names(cell.source)
        waiting = [cell for cell in code if cell.number not in seen and changed_names(cell.source) & found]
    return frozenset(found)
