"""The page of a chapter: its release, executed as students get it, so that no answer can stand in it."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from hippograd.building.kernel import run_notebook
from hippograd.building.notebooks import load_notebook
from hippograd.course import Offering, package_of, points_text

YOUR_TURN = "hippograd-your-turn"
"""The tag of cells that students fill, which the style sheet marks."""


@dataclass(frozen=True)
class Links:
    """Where a chapter can be opened; empty where it cannot."""

    run: str
    colab: str
    download: str

    why_not_here: str = ""
    """Why it does not run in the browser."""

    @property
    def as_html(self) -> str:
        """The buttons below the title of a page."""
        named = (("Run it here", self.run), ("Open in Colab", self.colab), ("Download", self.download))
        links = [f'<a class="hippograd-button" href="{html.escape(url)}">{name}</a>' for name, url in named if url]
        why = f"<p>{html.escape(self.why_not_here)}</p>" if self.why_not_here else ""
        return f'<div class="hippograd-buttons">{" ".join(links)}</div>{why}'


def why_not_in_browser(offering: Offering) -> str:
    """Return why a chapter cannot run in a browser; empty where it can."""
    required = [package_of(requirement) for requirement in offering.assignment.requirements]
    return next((why for name, why in offering.course.kit.not_in_browsers.items() if name in required), "")


def page_of(offering: Offering, links: Links) -> str:
    """Return the text of the notebook that becomes the page of a chapter.

    Outputs are those of the release: where it stops at a blank, they are missing below.
    """
    release = offering.release
    executed, _ = run_notebook(load_notebook(release / offering.assignment.notebook.name), release, go_on=True)
    first = True
    for cell in executed.cells:
        if cell.cell_type == "code":
            _tidy(cell)
        elif first and cell.source.startswith("# "):
            title, _, rest = cell.source.partition("\n")
            cell.source = f"{title}\n\n{links.as_html}\n\n{_summary(offering)}\n{rest}"
            first = False
    executed.metadata.pop("widgets", None)
    return str(nbformat.writes(executed))


def _summary(offering: Offering) -> str:
    one = offering.assignment
    return f"*Cohort {offering.cohort.name} · {len(one.tasks)} tasks · {points_text(one.points)}*"


def _tidy(cell: NotebookNode) -> None:
    """Outputs without errors, which are those of blanks, without warnings and what only a kernel can show."""
    cell.outputs = [output for output in cell.outputs if _is_for_readers(output)]
    tags = cell.metadata.get("tags", [])
    cell.metadata["tags"] = [YOUR_TURN] if any(tag.startswith("answer:") for tag in tags) else []
    alt = next(_alt_texts(cell.outputs), "A figure; the text below describes it.")
    cell.metadata["mystnb"] = {"image": {"alt": alt.replace("\n", " ")}}


def _is_for_readers(output: NotebookNode) -> bool:
    if output.output_type == "error" or output.get("name") == "stderr":  # which names folders of this machine
        return False
    data = output.get("data", {})
    is_live = (
        "application/vnd.jupyter.widget-view+json" in data or "progressbar" in str(data.get("text/html", ""))[:200]
    )
    return not is_live


def _alt_texts(outputs: list[NotebookNode]) -> Iterator[str]:
    for output in outputs:
        metadata: dict[str, Any] = output.get("metadata", {})
        for about in metadata.values():
            if isinstance(about, dict) and isinstance(about.get("alt"), str):
                yield about["alt"]


def write_page(offering: Offering, links: Links, folder: Path) -> None:
    """Write the page of a chapter as the source of the site."""
    (folder / f"{offering.assignment.name}.ipynb").write_text(page_of(offering, links), encoding="utf-8", newline="\n")
