"""The cells of a notebook as it was graded, read as data, without what they put out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from hippograd.errors import NO_JSON, HippogradError

MOST_BYTES = 50_000_000
"""Of a notebook; a larger one is not read."""


class GradedCell(msgspec.Struct, frozen=True):
    """A cell."""

    cell_type: str
    source: str | list[str] = ""
    metadata: dict[str, Any] = {}
    attachments: dict[str, dict[str, str]] = {}

    @property
    def text(self) -> str:
        return self.source if isinstance(self.source, str) else "".join(self.source)

    @property
    def grade_id(self) -> str:
        """nbgrader's name of it; empty where it has none."""
        said = self.metadata.get("nbgrader")
        name = said.get("grade_id", "") if isinstance(said, dict) else ""
        return name if isinstance(name, str) else ""


class _Notebook(msgspec.Struct):
    cells: list[GradedCell] = []


def graded_cells(path: Path) -> list[GradedCell]:
    """Return the cells of a notebook."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise HippogradError("notebook-damaged", file=path, cause="it is too large")
        return msgspec.json.decode(path.read_bytes(), type=_Notebook).cells
    except (OSError, *NO_JSON) as error:
        raise HippogradError("notebook-damaged", file=path, cause=error) from None
