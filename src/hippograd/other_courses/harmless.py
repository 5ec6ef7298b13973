"""A notebook of another course that any viewer may show: formgrader there leaves HTML and Markdown as they are.

This course's pages clean what they show; those of another course are not ours, so its notebooks are clean themselves.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import Any

from hippograd.grading.notebook import LARGEST, plain_outputs
from hippograd.intake.matching.cells import MatchedCell
from hippograd.records.cleaning import cleaned_html, markdown_as_html
from hippograd.records.shown_cells import drawn, picture_of

_MAY_BE_MORE_THAN_TEXT = re.compile(r"[<\]]")
"""What HTML, links and pictures in Markdown cannot do without."""


def harmless(notebook: dict[str, Any], cells: Sequence[MatchedCell]) -> dict[str, Any]:
    """Return the notebook, in which nothing that a student wrote or showed can run or load anything."""
    first = len(notebook["cells"]) - len(cells)
    shown = [_cell(entry, cell) for entry, cell in zip(notebook["cells"][first:], cells, strict=True)]
    return {**notebook, "cells": [*notebook["cells"][:first], *shown]}


def _cell(entry: dict[str, Any], cell: MatchedCell) -> dict[str, Any]:
    if entry["cell_type"] == "code":
        return {**entry, "outputs": [_output(output) for output in plain_outputs(entry["outputs"])]}
    if cell.released is not None and cell.source == cell.released.source:
        return entry  # the instructor's
    if entry["cell_type"] == "raw":
        text = _on_one_line(f"<pre>{html.escape(entry['source'])}</pre>")
        return {**entry, "cell_type": "markdown", "source": text}
    if not _MAY_BE_MORE_THAN_TEXT.search(entry["source"]):
        return entry
    attachments = entry.get("attachments", {})
    text = _on_one_line(markdown_as_html(entry["source"], _few(entry["source"], attachments)))
    return {**{name: value for name, value in entry.items() if name != "attachments"}, "source": text}


def _output(output: dict[str, Any]) -> dict[str, Any]:
    if "data" not in output:
        return output
    data = dict(output["data"])
    if "text/html" in data:
        data["text/html"] = cleaned_html(data["text/html"])
    if "text/markdown" in data:
        data["text/markdown"] = _on_one_line(markdown_as_html(data["text/markdown"], {}))
    if "image/svg+xml" in data:  # in an `img`, nothing of it runs or loads
        picture = drawn(picture_of({"image/svg+xml": data.pop("image/svg+xml")}))
        data.setdefault("text/html", str(picture))
    return {**output, "data": data}


def _few(source: str, attachments: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Return the pictures, unless a text that shows one again and again would become many times larger than they
    are."""
    empty = {name: dict.fromkeys(bundle, "") for name, bundle in attachments.items()}
    uses = markdown_as_html(source, empty).count("data:image/")
    largest = max((len(data) for bundle in attachments.values() for data in bundle.values()), default=0)
    return attachments if uses * largest <= 2 * LARGEST else {}


def _on_one_line(text: str) -> str:
    """HTML that stays HTML where it is read as Markdown: a block of it ends at an empty line, however lines end."""
    return f"<div>{'&#10;'.join(text.strip().splitlines())}</div>"
