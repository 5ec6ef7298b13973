"""What students write, as HTML that shows it and runs nothing of it: Markdown, HTML, code."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

import nh3
from jinja2 import pass_context
from jinja2.runtime import Context
from nbconvert.filters import Highlight2HTML
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from gradekit.saved import unescaped
from hippograd.records.formulas import as_mathml

MATH_TAGS = {
    *("math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "ms", "mfrac", "msqrt", "mroot", "mstyle", "mpadded"),
    *("msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "mphantom"),
    *("mtable", "mtr", "mtd"),
}
"""MathML Core without what acts or links."""

_OF_OPERATORS = {"stretchy", "form", "fence", "separator", "symmetric", "minsize", "maxsize", "lspace", "rspace"}

TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "pre", "div", "span", "img", "details", "summary", "del"),
    *("table", "thead", "tbody", "tr", "th", "td", "sub", "sup", "ul", "ol", "li", "blockquote"),
    *("a", "abbr", "b", "code", "em", "i", "strong"),
    *MATH_TAGS,
}
ATTRIBUTES = {
    **{tag: {"align"} for tag in ("p", "div", "table", "th", "td")},
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "math": {"display"},
    "mo": _OF_OPERATORS,
    "mi": {"mathvariant"},
    "mspace": {"width", "height", "depth"},
    "mpadded": {"width", "height", "depth", "lspace", "voffset"},
    "mfrac": {"linethickness"},
    **{tag: {"accent", "accentunder"} for tag in ("mover", "munder", "munderover")},
    **{tag: {"displaystyle", "scriptlevel"} for tag in ("mstyle", "mtable")},
    "mtd": {"columnspan", "rowspan"},
    "mrow": {"style"},  # which may say a colour
}
"""No class and no id: with these a student's text could look like a part of the page that is not theirs."""

MISSING = "<em>(this picture is not in the notebook)</em>"
_PICTURE = re.compile(r'<img(?: [a-z]+="[^"]*")*>')
"""As the cleaner writes it, with all quotation marks in values escaped."""

LONGEST_HIGHLIGHTED = 10_000
"""Characters of the longest cell whose code gets colours: each word of it becomes a part of the page."""


MOST_WITHOUT_END = 100
"""Formulas of a text that begin and do not end. For each, the reader of Markdown looks through all the rest."""

_MANY_SPACES = re.compile(r"[ \t]{200,}")
_BEGINS = {r"\\\\\[": r"\\\\\]", r"\\\\\(": r"\\\\\)"}
_ENVIRONMENT = re.compile(r"\\(begin|end)\{([a-z]*\*?)\}")


def _formulas_without_end(source: str) -> int:
    """Return how many formulas begin after the last place where one of their kind ends."""
    count = 0
    for begin, end in _BEGINS.items():
        ends = [found.start() for found in re.finditer(end, source)]
        count += sum(found.start() >= (ends or [-1])[-1] for found in re.finditer(begin, source))
    last = {found[2]: found.start() for found in _ENVIRONMENT.finditer(source) if found[1] == "end"}
    begun = (found for found in _ENVIRONMENT.finditer(source) if found[1] == "begin")
    return count + sum(found.start() > last.get(found[2], -1) for found in begun)


@pass_context  # type: ignore[untyped-decorator]
def cleaned_markdown(context: Context, source: str) -> str:
    """Return what a student wrote in Markdown as HTML that shows it and runs nothing of it.

    nbgrader's templates, formgrader's among them, leave Markdown as it is, nbconvert's own switch notwithstanding.
    """
    return markdown_as_html(source, context.get("cell", {}).get("attachments", {}))


def markdown_as_html(source: str, attachments: Mapping[str, dict[str, str]]) -> str:
    """Markdown as HTML that shows it and runs nothing of it, with formulas, and the pictures that are attached."""
    source = _MANY_SPACES.sub(lambda spaces: spaces[0][:200], source)  # the reader of Markdown is slow with more
    if _formulas_without_end(source) > MOST_WITHOUT_END:
        return f"<pre>{html.escape(source)}</pre>"
    renderer = _Renderer(escape=False, attachments=_Attachments(attachments), exclude_anchor_links=True)
    return cleaned_html(MarkdownWithMath(renderer=renderer).render(source))


def cleaned_html(text: str) -> str:
    """HTML without what runs, loads, covers or pretends to be a part of the page."""
    cleaned: str = nh3.clean(
        text,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_without_remote_pictures,
        filter_style_properties={"color"},
        url_schemes={*nh3.ALLOWED_URL_SCHEMES, "data"},  # of pictures only, by that filter
    )
    return _PICTURE.sub(lambda tag: tag[0] if ' src="' in tag[0] else _missing(tag[0]), cleaned)


def _missing(tag: str) -> str:
    """Return what stands in the place of a picture that is not there: its words, and that it is missing."""
    words = re.search(r' alt="([^"]+)"', tag)
    return f"{html.escape(unescaped(words[1]))} {MISSING}" if words else MISSING


def highlighted_code(source: str, language: str | None = None, metadata: Any = None) -> str:
    """Code with colours; without them where it is so long that they would take gigabytes."""
    if len(source) > LONGEST_HIGHLIGHTED:
        return f'<div class="highlight"><pre>{html.escape(source)}</pre></div>'
    coloured: str = Highlight2HTML(pygments_lexer="python")(source, language, metadata)
    return coloured


class _Renderer(IPythonRenderer):  # type: ignore[misc]
    """nbconvert's, with formulas drawn; the page is cleaned afterwards, wherever a formula was written."""

    def task_list_item(self, text: str, checked: bool = False) -> str:
        return f"<li>{'☑' if checked else '☐'} {text}</li>\n"

    def inline_math(self, body: str) -> str:
        return as_mathml(body, False)

    def block_math(self, body: str) -> str:
        return as_mathml(body, True)

    def latex_environment(self, name: str, body: str) -> str:
        return as_mathml(f"\\begin{{{name}}}{body}\\end{{{name}}}", True)


class _Attachments(dict[str, dict[str, str]]):
    """The pictures of a cell. One that is missing is nothing, where nbconvert would give up the whole page."""

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> dict[str, str]:
        return {"text/plain": ""}


def _without_remote_pictures(tag: str, attribute: str, value: str) -> str | None:
    """Remove pictures from elsewhere: they would tell a server who reads the page, and when; `data:` is the notebook's
    own."""
    if tag == "img" and attribute == "src":
        return value if re.match(r"data:image/(png|jpeg|gif);base64,", value) else None
    return None if re.sub(r"[\x00-\x20]", "", value).lower().startswith("data:") else value
