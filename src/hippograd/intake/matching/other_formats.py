"""Notebooks that are not of nbformat 4: the older formats with worksheets, and exports as a Python script."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from gradekit.saved import unix

Cell = dict[str, Any]

_MARK = re.compile(
    r"^#[ ]?(?:(?P<percent>%%)(?P<header>.*)|In\s?\[[\s\d*]*\]:?[ \t]*)$", re.MULTILINE
)  # `# %% [markdown] key=value` of Jupytext, VS Code and Spyder; `# In[3]:` of nbconvert
_TEXT_CELL = re.compile(r"\[(?:markdown|md)\]|cell_type=.markdown")
_GRADE_ID = re.compile(r"""["']grade_id["']\s*:\s*["']([\w-]+)["']""")
_CELL_ID = re.compile(r"""\bid=["']([\w-]+)["']""")
_FRONT_MATTER = re.compile(r"\A(?:#!.*\n|# coding.*\n|# -\*-.*\n|[ \t]*\n)*# ---\n(?:#.*\n)*?# ---\n")


def worksheet_cells(worksheets: list[dict[str, Any]]) -> list[Cell]:
    """Return the cells of nbformat 2 or 3 as nbformat 4 has them, outputs left out.

    Code stands in `input`, and headings are cells of their own kind with a `level`
    (nbformat 4's own conversion: https://nbformat.readthedocs.io/en/latest/changelog.html).
    """
    found = []
    for sheet in worksheets:
        cells = sheet.get("cells")
        for cell in cells if isinstance(cells, list) else []:
            if isinstance(cell, dict):
                found.append(_modern_cell(cell))
    return found


def _modern_cell(cell: dict[str, Any]) -> Cell:
    kind = cell.get("cell_type")
    source = in_one_piece(cell.get("input" if kind == "code" else "source"))
    if kind == "heading":
        level = cell.get("level")
        source = "#" * (level if isinstance(level, int) and 0 < level < 7 else 1) + " " + source
    metadata = cell.get("metadata")
    modern = {"code": "code", "markdown": "markdown", "heading": "markdown", "html": "markdown"}
    return {
        "cell_type": modern.get(kind, "raw") if isinstance(kind, str) else "raw",
        "source": source,
        "metadata": metadata if isinstance(metadata, dict) else {},
    }


def in_one_piece(value: Any) -> str:
    """Return text in one piece; nbformat allows a list of lines."""
    if isinstance(value, list):
        return "".join(line for line in value if isinstance(line, str))
    return value if isinstance(value, str) else ""


def is_script(text: str) -> bool:
    """Return whether a file is a notebook that was exported as a Python script: it has marks between cells."""
    return not text.lstrip().startswith(("{", "[")) and _MARK.search(text) is not None


def script_cells(text: str, most: int) -> list[Cell]:
    """Return the cells of a Python script with `# %%` or `# In[ ]:` between them; if they are more than `most`, some
    more."""
    text = _FRONT_MATTER.sub("", unix(text), count=1)
    marks = list(islice(_MARK.finditer(text), most + 1))
    found = _comment_cells(text[: marks[0].start()], most) if marks else []
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        if len(found) > most:
            break
        body = text[mark.end() : following.start() if following is not None else len(text)].strip("\n")
        if mark["percent"]:
            found.append(_percent_cell(mark["header"], body))
        else:
            found += _nbconvert_cells(body, most)
    return found


def _percent_cell(header: str, body: str) -> Cell:
    grade_id, cell_id = _GRADE_ID.search(header), _CELL_ID.search(header)
    is_text = _TEXT_CELL.search(header) is not None
    return {
        "cell_type": "markdown" if is_text else "code",
        "source": _uncommented(body) if is_text else body,
        "id": cell_id[1] if cell_id else "",
        "metadata": {"nbgrader": {"grade_id": grade_id[1]}} if grade_id else {},
    }


def _nbconvert_cells(body: str, most: int) -> list[Cell]:
    """Return a code cell and the text cells after it, which nbconvert writes as comments without a mark."""
    lines = body.split("\n")
    last_of_code = max((i for i, line in enumerate(lines) if line.strip() and not line.startswith("#")), default=-1)
    if last_of_code < 0:  # a cell of comments only: the first block is code, the rest is text
        first, *rest_of_body = re.split(r"\n{2,}", body, maxsplit=1)
        return [{"cell_type": "code", "source": first}, *_comment_cells("".join(rest_of_body), most)]
    rest = "\n".join(lines[last_of_code + 1 :])
    own, gap, texts = rest.partition("\n\n")  # comments right under the code belong to it
    code = "\n".join(lines[: last_of_code + 1]) + own.rstrip("\n")
    return [{"cell_type": "code", "source": code}, *(_comment_cells(texts, most) if gap else [])]


def _comment_cells(text: str, most: int) -> list[Cell]:
    blocks = [block.strip("\n") for block in re.split(r"\n{2,}", text, maxsplit=most + 1)[: most + 1]]
    wanted = [block for block in blocks if block.startswith("#") and not re.match(r"#!|# coding|# -\*-", block)]
    return [{"cell_type": "markdown", "source": _uncommented(block)} for block in wanted]


def _uncommented(text: str) -> str:
    if text.startswith(('"""', "'''")):  # another way in which text cells are written
        return text.strip("\"'").strip("\n")
    return re.sub(r"^# ?", "", text, flags=re.MULTILINE)
