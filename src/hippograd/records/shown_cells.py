"""Cells of a graded notebook as HTML: text, code with colours, what it printed and drew. All of it is a student's."""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from hippograd.grading.notebook import HIPPOGRAD, OUTPUTS
from hippograd.records.cleaning import LONGEST_HIGHLIGHTED, cleaned_html, markdown_as_html
from hippograd.records.formulas import as_mathml

LONGEST_OUTPUT = 4_000
"""Characters of the longest printed output that is shown whole."""

_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_HEADING = re.compile(r"<(/?)h([1-6])>")
_TAG = re.compile(r'<[^<>"]*(?:"[^"]*"[^<>"]*)*>')
_WIDE = {
    "<table>": '<div class="wide" tabindex="0"><table>',
    "</table>": "</table></div>",
    '<math display="block">': '<math display="block" tabindex="0">',
}
_PYTHON = PythonLexer()
_FORMATTER = HtmlFormatter(nowrap=True)
_PLAIN_TOKEN = re.compile(r'<span class="(?:n|p|o|w|nb|bp|nn|ne|vm|si|fm|sa|ow|m[if]|kc)">([^<]*)</span>')
_KEPT = 1024
"""Texts and codes whose HTML is kept: most of a notebook is the same for the whole class."""

_PICTURES = {"image/png": "png", "image/jpeg": "jpeg", "image/gif": "gif", "image/svg+xml": "svg+xml"}


@dataclass(frozen=True)
class Picture:
    """What code drew: where it is, and what a screen reader says of it."""

    source: str
    alt: str


@dataclass(frozen=True)
class CellShown:
    """A cell of the folded notebook."""

    kind: str
    body: Markup
    outputs: tuple[Markup, ...] = ()


def prose(source: str, attachments: Mapping[str, dict[str, str]] | None = None) -> Markup:
    """Markdown as HTML, its headings below those of the page."""
    return _with_attachments(source, attachments) if attachments else _prose(source)


def own_words(source: str, attachments: Mapping[str, dict[str, str]]) -> Markup:
    """Return a student's Markdown as HTML: its headings below that of the task, whose text goes on after it."""
    return Markup(_HEADING.sub(lambda tag: f"<{tag[1]}h6>", prose(source, attachments)))


@lru_cache(maxsize=_KEPT)
def _prose(source: str) -> Markup:
    return _with_attachments(source, {})


def _with_attachments(source: str, attachments: Mapping[str, dict[str, str]]) -> Markup:
    return _fitted(markdown_as_html(source, attachments).strip())


def _fitted(cleaned: str) -> Markup:
    """Clean HTML as a part of the page: headings below the page's own; what is wide scrolls."""
    return Markup(_HEADING.sub(lambda tag: f"<{tag[1]}h{min(6, int(tag[2]) + 2)}>", scrolling(cleaned)))


def scrolling(cleaned: str) -> str:
    """Clean HTML whose tables and formulas scroll in a box of their own where they are wide, by keyboard too."""
    return _TAG.sub(lambda tag: _WIDE.get(tag[0], tag[0]), cleaned)


@lru_cache(maxsize=_KEPT)
def code_shown(source: str) -> Markup:
    """Code with colours; without them where it is very long."""
    if len(source) > LONGEST_HIGHLIGHTED:
        return Markup(html.escape(source))
    return Markup(_PLAIN_TOKEN.sub(r"\1", highlight(source, _PYTHON, _FORMATTER).rstrip("\n")))


_TYPED_FORMULA = re.compile(r"\$\$(.+?)\$\$|\$(?![\s$])([^$\n]+?)(?<!\s)\$(?!\d)", re.DOTALL)
"""As pandoc reads them: in `$5 and $6` there is none."""


def lines_of(text: str) -> Markup:
    """Plain text as a person has typed it, with its lines, and formulas between dollar signs."""
    shown, done = [], 0
    for found in _TYPED_FORMULA.finditer(text):
        formula = cleaned_html(as_mathml(found[1] or found[2], found[1] is not None))
        shown += [html.escape(text[done : found.start()]), formula]
        done = found.end()
    shown.append(html.escape(text[done:]))
    return _fitted(f"<p>{'<br>'.join(''.join(shown).splitlines())}</p>")


def shown_cell(cell: Any, without_pictures_of: str = "", report_of: str = "") -> CellShown:
    """Return a cell as it is shown in the folded notebook."""
    if cell.cell_type != "code":
        text = cell.source if cell.cell_type == "markdown" else f"```\n{cell.source}\n```"
        is_answer = cell.metadata.get("nbgrader", {}).get("solution", False)
        return CellShown("text", (own_words if is_answer else prose)(text, cell.get("attachments", {})))
    outputs = tuple(_outputs(cell.get("outputs", []), without_pictures_of))
    if report_of:
        outputs = (Markup('<p><a href="#task-{}">See task {}.</a></p>').format(report_of, report_of),)
    return CellShown("code", code_shown(cell.source), outputs)


def shown_pictures(cells: Iterable[Any], number: str) -> list[Picture]:
    """Return what some cells drew, with words for those who do not see it."""
    found = [
        (source, ", as you handed it in" if _is_handed_in(cell) or _is_handed_in(output) else "")
        for cell in cells
        for output in cell.get("outputs", [])
        for source in [picture_of(output.get("data", {}))]
        if source
    ]
    count = f" of {len(found)}" if len(found) > 1 else ""
    return [
        Picture(source, f"Figure {place}{count} that your code for task {number} drew{whose}")
        for place, (source, whose) in enumerate(found, 1)
    ]


def _is_handed_in(part: Any) -> bool:
    """Return whether outputs of a cell, or one of them, are not of the run that was graded."""
    return OUTPUTS in part.get("metadata", {}).get(HIPPOGRAD, {})


def _outputs(outputs: Iterable[Any], without_pictures_of: str) -> Iterator[Markup]:
    for output in outputs:
        if output.output_type == "stream":
            yield _printed(output.text)
        elif output.output_type == "error":
            lines = output.get("traceback") or [f"{output.ename}: {output.evalue}"]
            yield _printed("\n".join(lines))
        else:
            yield _shown_data(output.get("data", {}), without_pictures_of)


def _shown_data(data: Mapping[str, Any], without_pictures_of: str) -> Markup:
    source = picture_of(data)
    if source and without_pictures_of:
        return Markup('<p><a href="#task-{}">The figure is shown at task {}.</a></p>').format(
            without_pictures_of, without_pictures_of
        )
    if source:
        return drawn(source)
    if "text/html" in data:
        return _fitted(cleaned_html(data["text/html"]))
    if "text/markdown" in data:
        return prose(data["text/markdown"])
    if "text/latex" in data:
        text = data["text/latex"].strip()
        return _fitted(cleaned_html(as_mathml(text.strip("$"), text.startswith("$$"))))
    return _printed(data.get("text/plain", ""))


def drawn(source: str) -> Markup:
    """Return what a cell drew, from the address of the picture."""
    return Markup('<img src="{}" alt="A figure that this cell drew">').format(source)


def _printed(text: str) -> Markup:
    plain = _ESCAPE.sub("", text)
    if len(plain) > LONGEST_OUTPUT:
        plain = f"{plain[:LONGEST_OUTPUT]}\n… ({len(plain) - LONGEST_OUTPUT} more characters)"
    return Markup("<pre>{}</pre>").format(plain) if plain else Markup()


def picture_of(data: Mapping[str, Any]) -> str:
    """Return the address of a picture that is a part of the page; empty where there is none. None of them runs
    anything."""
    for kind, name in _PICTURES.items():
        if kind not in data:
            continue
        value = str(data[kind])
        if name == "svg+xml":
            value = base64.b64encode(value.encode()).decode()
        try:
            base64.b64decode(value, validate=False)
        except binascii.Error:
            continue
        return f"data:image/{name};base64,{re.sub(r'[^A-Za-z0-9+/=]', '', value)}"
    return ""
