"""Tables as CSV and XLSX. A text that a spreadsheet would take for a formula stays text."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Callable
from pathlib import Path

from hippograd.errors import HippogradError
from hippograd.files import write_whole
from hippograd.records.export.class_table import Table, Value

FORMULA = re.compile(r"(?:^|[;\t\r\n])(?=\s*[\"']?[=+@\-＝＋－＠])|^(?=[\t\r])")
"""The place before a formula, for one spreadsheet or another, and for one that separates cells by another sign."""


_OBEYED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Control characters but tabs and ends of lines."""


def write_table(table: Table, path: Path) -> None:
    """Write a table, whole or not at all; its kind follows from the name of the file."""
    make = KINDS.get(path.suffix.lower())
    if make is None:
        raise HippogradError("table-kind-unknown", file=path, kinds=list(KINDS))
    write_export(path, make(table))


def write_export(path: Path, content: bytes) -> None:
    """Write a file that people open in a spreadsheet."""
    for lock in (path.with_name(f".~lock.{path.name}#"), path.with_name(f"~${path.name}")):
        if os.path.exists(lock):  # of a name that is too long, too: the one to write may not be
            raise HippogradError("table-open-elsewhere", file=path, lock=lock.name)
    write_whole(path, content)


def as_csv(table: Table) -> bytes:
    """Return a table as Excel reads it, too: UTF-8 that says so."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(map(harmless, table.headings))
    writer.writerows(
        [harmless(value) if isinstance(value, str) else _number(value) for value in row] for row in table.rows
    )
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def as_xlsx(table: Table) -> bytes:
    """Return a table as Excel has it: numbers are numbers, texts are texts."""
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("marks")
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for column, heading in enumerate(table.headings):
            sheet.write_string(0, column, heading, bold)
        for place, row in enumerate(table.rows, 1):
            for column, value in enumerate(row):
                if isinstance(value, str) and value:
                    sheet.write_string(place, column, harmless(value))
                elif value is not None and not isinstance(value, str):
                    sheet.write_number(place, column, value)
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 3, 18)
    return content.getvalue()


KINDS: dict[str, Callable[[Table], bytes]] = {".csv": as_csv, ".xlsx": as_xlsx}


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, without signs that a terminal obeys.

    Examples
    --------
    >>> harmless("=HYPERLINK(1)")
    "'=HYPERLINK(1)"
    >>> harmless("a;=1+1")
    "a;'=1+1"
    >>> harmless("Ada")
    'Ada'
    """
    return FORMULA.sub(r"\g<0>'", _OBEYED.sub("\N{REPLACEMENT CHARACTER}", text))


def _number(value: Value) -> str:
    return "" if value is None else f"{value:.10g}"
