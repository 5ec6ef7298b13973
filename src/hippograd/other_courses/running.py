"""The cells of another course's notebook, run with its tests in one confined process."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath

from hippograd.errors import HippogradError
from hippograd.grading.grader import Beside
from hippograd.intake.matching.cells import MatchedCell
from hippograd.sandbox.clock import running_time
from hippograd.sandbox.process import CellRun, StudentGone, StudentProcess
from hippograd.sandbox.scratch import empty
from hippograd.sandbox.servers import ForkServer

_START = "import sys\nsys.path.insert(0, '')"
"""What a kernel does first: modules beside the notebook can be imported."""


class Running:
    """A notebook that runs from its first cell to its last; what ends the process is left out when all runs again."""

    def __init__(
        self, server: ForkServer, files: Mapping[str, Path], beside: Beside, cell_seconds: float, until: float
    ) -> None:
        self._server = server
        self._files = files
        self._beside = _harmless(beside, files)
        self.cell_seconds = cell_seconds
        self.until = until
        self.runs: dict[str, CellRun] = {}
        """What cells gave, by name."""
        self.lost: dict[str, StudentGone] = {}
        """What ended the process, by name."""
        self.now = ""
        """The name of what runs."""

    def run(self, everything: Callable[[StudentProcess], None]) -> None:
        """Run all in a process, which is lost where `StudentGone` is raised; then once more without what was `now`."""
        while not self.lost or running_time() < self.until:
            self._put()
            with self._server.spawn() as process:
                self.now = "start"
                try:
                    process.run_cell(_START, "start", self.cell_seconds, self.until)
                    everything(process)
                    return
                except StudentGone as gone:
                    self.runs.pop(self.now, None)
                    self.lost[self.now] = StudentGone(gone.cause, gone.detail)  # anew: this one holds all frames
            if self.now == "start":
                return

    def cell(self, process: StudentProcess, name: str, source: str, share: float = 1.0) -> CellRun:
        """Run one cell."""
        self.now = name
        self.runs[name] = process.run_cell(source, name, share * self.cell_seconds, self.until)
        return self.runs[name]

    def late(self, cells: Iterable[MatchedCell]) -> None:
        """Say of cells that had no time left that they are lost."""
        for cell in cells:
            if cell.name not in self.runs and cell.source.strip():
                self.lost.setdefault(cell.name, StudentGone("timeout", "the notebook ran for too long"))

    def _put(self) -> None:
        """Put files where the notebook will run: into an empty folder, which is empty again if one of them resists."""
        try:
            empty(self._server.scratch)
            files: dict[str, Path | bytes] = {**self._beside, **self._files}
            for name, file in files.items():
                target = self._server.scratch / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, target) if isinstance(file, Path) else target.write_bytes(file)
        except OSError as error:
            self._server.restart()  # with another folder
            raise HippogradError(
                "file-not-copied", file=error.filename2 or error.filename, cause=error.strerror
            ) from None


def _harmless(beside: Beside, files: Iterable[str]) -> Beside:
    """Return the student's files that stand in the way of none of the course's, nor of a module of it."""
    paths = [PurePosixPath(name) for name in files]
    folders = {folder for path in paths for folder in path.parents}
    modules = {path.with_suffix("") for path in paths if path.suffix == ".py"}
    return {
        name: data
        for name, data in beside.items()
        if (path := PurePosixPath(name)) not in folders and not {*path.parents} & {*paths, *modules}
    }
