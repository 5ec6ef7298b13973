"""A CSV file in any encoding, with any separator, line by line."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from hippograd.errors import HippogradError
from hippograd.files import is_spreadsheet


def table_of(path: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """Return the headings of a CSV file, in lower case, and for each line its number and the cells by heading."""
    lines = list(_lines(path))
    if not lines:
        return [], []
    headings = [plain_heading(cell) for cell in lines[0][1]]
    rows = []
    for number, cells in lines[1:]:
        if any(cells[len(headings) :]):
            raise HippogradError(
                "table-line-too-long", file=path, line=number, cells=len(cells), headings=len(headings)
            )
        named = [(heading, cell) for heading, cell in zip(headings, cells, strict=False) if heading]
        rows.append((number, dict(reversed(named))))  # of two columns of one name, the first
    return headings, rows


def plain_heading(cell: str) -> str:
    """Return a heading in lower case, with a space for what separates its words."""
    return re.sub(r"[\s_-]+", " ", cell.casefold()).strip()


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines that are not blank, with their numbers, each cut into its cells."""
    lines = _text(path).splitlines(keepends=True)
    start = next((at for at, line in enumerate(lines) if line.strip(" \t\r\n,;\ufeff")), len(lines))
    first = lines[start] if start < len(lines) else ""
    stated = re.fullmatch(r'"?sep=(.)"?[,;\t]*', first.strip("\r\n"), re.IGNORECASE)  # for Excel
    if stated:
        start += 1
    while start < len(lines) and not lines[start].strip(" \t\r\n,;"):
        start += 1
    delimiter = stated[1] if stated else max(",;\t", key=first.count)
    rest = io.StringIO("".join(lines[start:]), newline="").readlines()
    reader = csv.reader(rest, delimiter=delimiter)
    done = 0
    try:
        for cells in reader:
            if reader.line_num > done + 1:  # of an open quotation mark all lines below would be one cell
                next(csv.reader(rest[done : reader.line_num], delimiter=delimiter, strict=True))
            done = reader.line_num
            if any(cell.strip() for cell in cells):
                yield start + done, [cell.strip() for cell in cells]
    except csv.Error as error:
        raise HippogradError("table-line-not-csv", file=path, line=start + done + 1, cause=error) from None


def _text(path: Path) -> str:
    """Return the file in whichever encoding Excel, Blackboard or an editor wrote it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise HippogradError("table-unreadable", file=path, cause=error.strerror or error) from None
    if is_spreadsheet(data):
        raise HippogradError("table-is-spreadsheet", file=path)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data[:2]:  # headings are of letters that need one byte, so the other one is zero
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
