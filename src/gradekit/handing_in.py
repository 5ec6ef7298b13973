"""The last look at a notebook before it is handed in: ``grader.hand_in()``, or ``python -m gradekit.handing_in FILE``.

Nothing is sent anywhere. The last line says whether the file can be handed in.
"""

from __future__ import annotations

import base64
import copy
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

from gradekit.packages import not_promised
from gradekit.public_checks import Release, ReleasedTask, read_release
from gradekit.rerun import LONGEST, Rerun, rerun
from gradekit.saved import NotANotebook, Saved, read_saved, unsaved

MOST_NAMED = 5
"""Cells that raise and are named; the first is the one to mend."""


@dataclass(frozen=True)
class Look:
    """What was found in a notebook's file."""

    saved: Saved
    release: Release
    is_unsaved: bool = False
    rerun: Rerun | None = None
    """None where something else has to be put right first."""

    @property
    def blanks(self) -> list[ReleasedTask]:
        return self.saved.blanks(self.release)

    @property
    def failed(self) -> list[str]:
        """The numbers of the tasks that have a public check which does not hold, blanks aside."""
        blanks = {task.name for task in self.blanks}
        found = self.rerun.checks if self.rerun is not None else {}
        tasks = self.release.checked
        return [tasks[name].number for name, held in found.items() if not all(held) and name not in blanks]

    @cached_property
    def not_promised(self) -> list[str]:
        """The modules that the notebook imports and that may be missing where it is graded."""
        sources = [cell.source for cell in self.saved.cells if cell.kind == "code"]
        return not_promised(sources, self.release.packages, self.release.folders)

    @property
    def obstacle(self) -> str:
        """Why this file is not to be handed in; empty where it may be."""
        ours = self.release.assignment, self.release.cohort
        theirs = self.saved.belongs_to
        if theirs[0] and theirs != ours:
            return f"it is {theirs[0]} of cohort {theirs[1]}, and this folder is {ours[0]} of cohort {ours[1]}"
        if len(self.blanks) == len(self.release.tasks):
            return (
                "it has no answer at all" if self.saved.by_grade_id else "it has none of the tasks of this assignment"
            )
        if self.is_unsaved:
            return (
                "it was changed after it was saved; save it (Ctrl+S, on a Mac ⌘S), then run this again. "
                "If it is saved, restart and run all cells first"
            )
        return ""

    @property
    def lines(self) -> list[str]:
        """The report, the verdict last."""
        path = self.saved.path
        if self.obstacle:
            return [f"✗ NOT YET: {path.name} cannot be handed in: {self.obstacle}."]
        run = self.rerun
        assert run is not None, "without an obstacle it was run"
        there = f"{run.cells} cells ran from the top, without files of your own, in {run.seconds:.0f} s"
        lines = [f"{path.name}, {self.release.assignment}, cohort {self.release.cohort}"]
        lines += [f"✓ {there}, none raised"] if not run.raised else [f"✗ {there}, {len(run.raised)} raised:"]
        lines += [f"    {sentence}" for sentence in run.raised[:MOST_NAMED]]
        foreign = self.not_promised
        lines += [f"✗ it imports {', '.join(foreign)}, which may be missing where it is graded"] if foreign else []
        held = f"{run.held} of {run.count} public checks hold"
        sign = "✓" if run.held == run.count else "▢"
        lines.append(f"✗ {held}; look at {', '.join(self.failed)}" if self.failed else f"{sign} {held}")
        blank = ", ".join(f"{task.number} {task.title}" for task in self.blanks)
        lines.append(f"▢ blank: {blank}" if blank else "✓ nothing is blank")
        return [*lines, f"The file to hand in: {path}", self._verdict()]

    def _verdict(self) -> str:
        name, tasks = self.saved.path.name, len(self.release.tasks)
        raised = len(self.rerun.raised) if self.rerun is not None else 0
        left = [
            f"{len(self.blanks)} of {tasks} tasks blank" if self.blanks else "",
            f"{len(self.failed)} of {tasks} not right yet" if self.failed else "",
            f"an import of {', '.join(self.not_promised)}" if self.not_promised else "",
            f"{raised} cell{'s' * (raised > 1)} that raise{'s' * (raised == 1)}" if raised else "",
        ]
        until = due(self.release.deadline)
        if any(left):
            return f"! {name} CAN BE HANDED IN, with {', '.join(filter(None, left))}.{until}"
        return f"✓ {name} IS READY: hand in this one file.{until}"


def look_at(path: Path, release: Release, ran: Sequence[str] = ()) -> Look:
    """Read a notebook's file, and run it from the top unless there is an obstacle.

    Parameters
    ----------
    path : Path
        The file.
    release : Release
        What it should be.
    ran : sequence of str
        What was run in the session that asks.

    Raises
    ------
    NotANotebook
        When the file is missing or is none.
    """
    saved = read_saved(path)
    look = Look(saved, release, bool(ran) and unsaved(saved, ran))
    if look.obstacle:
        return look
    return replace(look, rerun=rerun(saved, release))


def due(deadline: str, now: datetime | None = None) -> str:
    """Return when it is due and the time that is left, as the end of a line; nothing without a deadline."""
    if not deadline:
        return ""
    time = datetime.fromisoformat(deadline)
    seconds = (time - (now or datetime.now(UTC))).total_seconds()
    days, hours, minutes = int(abs(seconds) // 86400), int(abs(seconds) // 3600), int(abs(seconds) // 60)
    span = f"{days} days" if days > 1 else f"{hours} hours" if hours > 1 else f"{minutes} minutes"
    said = f"{time.day} {time:%B %Y, %H:%M %Z}"
    return f" Due {said}: {span} left." if seconds > 0 else f" It was due {said}, {span} ago."


@dataclass(frozen=True)
class HandIn:
    """The report of a last look, shown as text; in a browser with a link that saves the file."""

    look: Look

    def __repr__(self) -> str:
        return "\n".join(self.look.lines)

    def _repr_html_(self) -> str | None:
        if sys.platform != "emscripten" or self.look.rerun is None:
            return None
        data = base64.b64encode(to_hand_in(self.look.saved).encode()).decode()
        *report, verdict = (escape(line) for line in self.look.lines)
        name = escape(self.look.release.notebook)
        link = f"<a download='{name}' href='data:application/octet-stream;base64,{data}'>Save {name} to hand it in</a>"
        return f"<pre>{chr(10).join(report)}</pre><p>{link}</p><pre><b>{verdict}</b></pre>"


def to_hand_in(saved: Saved) -> str:
    """The notebook without outputs."""
    content: dict[str, Any] = copy.deepcopy(saved.content)
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    return json.dumps(content, ensure_ascii=False, indent=1)


def main(arguments: Sequence[str]) -> int:
    """Look at a file from the command line; 0 where it can be handed in."""
    if len(arguments) != 1:
        print("Name the notebook: python -m gradekit.handing_in 1_linear_regression.ipynb")
        return 2
    print(f"{arguments[0]} runs from the top, for {LONGEST // 60} minutes at the most …", file=sys.stderr)
    try:
        look = look_at(Path(arguments[0]), read_release())
    except NotANotebook as error:
        print(*error._render_traceback_())
        return 1
    print(HandIn(look))
    return 1 if look.obstacle else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # of Windows
    sys.exit(main(sys.argv[1:]))
