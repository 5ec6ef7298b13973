"""Reading a submitted notebook as data. Nothing in it is trusted, run or imported."""

from __future__ import annotations

from typing import Any

import msgspec

from ..errors import HippogradError

LARGEST_KEPT_OUTPUT = 2 * 1024**2
"""Bytes of output of one cell that are kept for the TA; more is dropped, and said so."""


class SubmittedCell(msgspec.Struct):
    """One cell as the student left it. Outputs stay unparsed until they are needed."""

    cell_type: str
    source: str | list[str] = ""
    id: str = ""
    metadata: dict[str, Any] = {}
    outputs: msgspec.Raw = msgspec.Raw(b"[]")
    attachments: msgspec.Raw = msgspec.Raw(b"{}")

    @property
    def text(self) -> str:
        return self.source if isinstance(self.source, str) else "".join(self.source)

    @property
    def grade_id(self) -> str:
        """nbgrader's name of the cell, or an empty string."""
        found = self.metadata.get("nbgrader")
        name = found.get("grade_id") if isinstance(found, dict) else None
        return name if isinstance(name, str) else ""

    @property
    def kept_outputs(self) -> list[dict[str, Any]]:
        """The student's own outputs, if they are not too many and of nbformat's form."""
        if len(self.outputs) > LARGEST_KEPT_OUTPUT:
            text = f"Output of {len(self.outputs) // 1024**2} MB, not shown.\n"
            return [{"output_type": "stream", "name": "stdout", "text": text}]
        try:
            return msgspec.json.decode(self.outputs, type=list[dict[str, Any]])
        except msgspec.MsgspecError:
            return []


class _Notebook(msgspec.Struct):
    cells: list[SubmittedCell]
    nbformat: int = 4


def read_notebook(data: bytes, label: str) -> list[SubmittedCell]:
    """The cells of a notebook.

    Parameters
    ----------
    data : bytes
        The file.
    label : str
        What messages call it.

    Raises
    ------
    HippogradError
        When it is no notebook, is cut short, or is of another major version than 4.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    if not data.strip():
        raise HippogradError(f"{label} is empty.", "Ask the student to hand in the notebook again.")
    try:
        notebook = msgspec.json.decode(data, type=_Notebook)
    except msgspec.ValidationError as error:
        raise HippogradError(f"{label} is JSON but no notebook: {error}.", "Ask for the .ipynb file.") from None
    except (msgspec.DecodeError, RecursionError) as error:
        cause = "its JSON is cut short" if "truncated" in str(error) else f"it is no JSON ({error})"
        raise HippogradError(
            f"{label} is damaged: {cause}.", "Ask the student to open it in JupyterLab, save it and hand in again."
        ) from None
    except UnicodeDecodeError:
        raise HippogradError(f"{label} is damaged: it is not UTF-8.", "Ask the student to hand in again.") from None
    if notebook.nbformat != 4:
        raise HippogradError(
            f"{label} has notebook format {notebook.nbformat}, not 4.", "Open and save it in JupyterLab."
        )
    return notebook.cells
