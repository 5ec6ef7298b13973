"""Reading a submitted notebook as data, whatever saved it. Nothing in it is trusted, run or imported."""

from __future__ import annotations

import codecs
import json
from typing import Any

import msgspec

from gradekit.saved import unix
from hippograd.errors import NO_JSON, HippogradError

LARGEST_KEPT_OUTPUT = 2 * 1024**2
"""Bytes of output of one cell that are kept for the TA; more is dropped, and said so."""

LARGEST_METADATA = 64 * 1024
"""Bytes of the metadata of one cell that are read; nbgrader's and Colab's ids take a hundred."""

LARGEST_PARSED = 32 * 1024**2
"""Bytes of the largest notebook that is parsed as a whole, which can take twenty times its size in memory. It is done
for what is not quite JSON; of others the outputs stay as they are."""

MOST_CELLS = 2_000
"""Cells of one notebook. Matching them to the release takes time that grows with their number."""


class SubmittedCell(msgspec.Struct):
    """One cell as the student left it. What may be large stays unparsed until it is needed."""

    cell_type: str
    source: str | list[str] | None = ""
    id: str | int | float | None = ""
    metadata: msgspec.Raw = msgspec.Raw(b"{}")
    outputs: msgspec.Raw = msgspec.Raw(b"[]")
    attachments: msgspec.Raw = msgspec.Raw(b"{}")

    @property
    def text(self) -> str:
        """The source in one piece, with the line ends of Unix."""
        text = self.source if isinstance(self.source, str) else "".join(self.source or [])
        return unix(text)

    @property
    def grade_id(self) -> str:
        """nbgrader's name of the cell, or an empty string."""
        found = self.own_metadata.get("nbgrader")
        name = found.get("grade_id") if isinstance(found, dict) else None
        return name if isinstance(name, str) else ""

    @property
    def own_id(self) -> str:
        """The cell's id; Colab keeps it in the metadata."""
        if self.id and isinstance(self.id, str):
            return self.id
        name = self.own_metadata.get("id")
        return name if isinstance(name, str) else ""

    @property
    def is_as_released(self) -> bool:
        """Whether its text is that of the release which it is from, by the checksum that nbgrader gave it there."""
        if not self.grade_id:
            return False
        from nbformat import from_dict  # both take long to import, and few need them
        from nbgrader.utils import compute_checksum

        marked = self.own_metadata["nbgrader"]
        cell = {"cell_type": self.cell_type, "source": self.text, "metadata": {"nbgrader": marked}}
        try:
            return bool(compute_checksum(from_dict(cell)) == marked.get("checksum"))
        except (KeyError, OverflowError, RecursionError, TypeError, ValueError):  # of points that are no number
            return False

    @property
    def own_metadata(self) -> dict[str, Any]:
        """What it says of itself; nothing if that is too long or cannot be read."""
        if len(self.metadata) > LARGEST_METADATA:
            return {}
        try:
            return msgspec.json.decode(self.metadata, type=dict[str, Any])
        except NO_JSON:
            return {}

    @property
    def kept_outputs(self) -> list[dict[str, Any]]:
        """The student's own outputs, if they are not too many and of nbformat's form."""
        if len(self.outputs) > LARGEST_KEPT_OUTPUT:
            text = f"Output of {len(self.outputs) // 1024**2} MB, not shown.\n"
            return [{"output_type": "stream", "name": "stdout", "text": text}]
        try:
            return msgspec.json.decode(self.outputs, type=list[dict[str, Any]])
        except NO_JSON:
            return []

    @property
    def kept_attachments(self) -> dict[str, dict[str, Any]]:
        """The pictures put into a cell of text, if they are not too large and of nbformat's form."""
        if len(self.attachments) > LARGEST_KEPT_OUTPUT:
            return {}
        try:
            return msgspec.json.decode(self.attachments, type=dict[str, dict[str, Any]])
        except NO_JSON:
            return {}


class _Notebook(msgspec.Struct):
    cells: list[SubmittedCell] | None = None
    nbformat: int | float | str = 4


def read_notebook(data: bytes, label: str) -> list[SubmittedCell]:
    """Return the cells of a notebook of nbformat 4 in UTF-8, -16 or -32, also with NaN or Infinity in it."""
    cells = _cells_of(data, label)
    if len(cells) > MOST_CELLS:
        raise HippogradError("notebook-too-long", file=label, most=MOST_CELLS)
    return cells


def _cells_of(data: bytes, label: str) -> list[SubmittedCell]:
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise HippogradError("notebook-empty", file=label)
    data = _as_utf8(data, label)
    try:
        notebook = msgspec.json.decode(data, type=_Notebook)
    except NO_JSON as error:
        if label.casefold().endswith(".py"):  # a grader that takes scripts has not asked
            raise HippogradError("handed-in-no-notebook", files=[label]) from None
        notebook = _repaired(_decoded(data), error, label)
    if notebook.nbformat not in (4, "4"):
        raise HippogradError("notebook-old", file=label, format=str(notebook.nbformat))
    if notebook.cells is None:
        raise HippogradError("notebook-other-json", file=label, cause="it has no cells")
    return notebook.cells


def _as_utf8(data: bytes, label: str) -> bytes:
    """Return the same text in UTF-8 without a byte-order mark."""
    encoding = json.detect_encoding(data)
    if encoding in ("utf-8", "utf-8-sig"):
        return data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode(encoding).encode("utf-8", errors="replace")
    except UnicodeDecodeError:
        raise HippogradError(
            "file-damaged", file=label, cause="its text is broken off or of no known encoding"
        ) from None


def _decoded(data: bytes) -> str:
    """Return text in UTF-8, or else in what Windows used before it."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _repaired(text: str, error: Exception, label: str) -> _Notebook:
    """Return the notebook as Python's reader takes it, which lets pass what JSON forbids and some programs write."""
    if len(text) > LARGEST_PARSED:
        raise HippogradError("notebook-too-large-to-repair", file=label, size=len(text) // 1024**2)
    try:
        value = json.loads(text, parse_constant=lambda _: None, strict=False)
        text = json.dumps(value, ensure_ascii=False)
        return msgspec.json.decode(text.encode("utf-8", errors="replace"), type=_Notebook)
    except msgspec.ValidationError as invalid:
        raise HippogradError("notebook-other-json", file=label, cause=invalid) from None
    except (ValueError, RecursionError, msgspec.MsgspecError):
        cause = "its JSON is cut short" if "truncated" in str(error) else f"it is not JSON ({error})"
        raise HippogradError("file-damaged", file=label, cause=cause) from None
