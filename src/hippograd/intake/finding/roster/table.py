"""A CSV file in any encoding, with any separator, line by line."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hippograd.errors import HippogradError
from hippograd.files import is_spreadsheet

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


@dataclass(frozen=True)
class Csv:
    """The cells of a CSV file, and all that is needed to write it again."""

    encoding: str
    above: str
    """What says the separator, for Excel, or blank lines."""

    delimiter: str
    is_quoted: bool
    """Whether quotation marks stand around each cell."""

    end_of_line: str
    rows: list[list[str]]
    numbers: list[int]
    """Of the lines in which rows end."""

    @classmethod
    def read(cls, path: Path) -> Csv:
        """Read a file in whichever encoding Excel, Blackboard or an editor wrote it."""
        encoding, text = _decoded(path)
        lines = text.splitlines(keepends=True)
        stated = next((re.fullmatch(r'"?sep=(.)"?[,;\t]*', line.strip("\r\n"), re.I) for line in lines[:1]), None)
        start = 1 if stated else 0
        while start < len(lines) and not lines[start].strip(" \t\r\n,;\ufeff"):
            start += 1
        first = lines[start] if start < len(lines) else ""
        delimiter = stated[1] if stated else max(",;\t", key=first.count)
        rest = io.StringIO("".join(lines[start:]), newline="").readlines()
        found = list(_rows(path, rest, delimiter, start))
        rows, numbers = [row for _, row in found], [number for number, _ in found]
        end = "\r\n" if first.endswith("\r\n") else "\n"
        return cls(encoding, "".join(lines[:start]), delimiter, first.startswith('"'), end, rows, numbers)

    def written(self) -> bytes:
        """Return the file with its cells as they are now."""
        text = io.StringIO(newline="")
        table = csv.writer(
            text,
            delimiter=self.delimiter,
            quoting=csv.QUOTE_ALL if self.is_quoted else csv.QUOTE_MINIMAL,
            lineterminator=self.end_of_line,
        )
        table.writerows(self.rows)
        return (self.above + text.getvalue()).encode(self.encoding)


def table_of(path: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """Return the headings of a CSV file, in lower case, and for each line its number and the cells by heading."""
    table = Csv.read(path)
    lines = [
        (number, [cell.strip() for cell in row])
        for number, row in zip(table.numbers, table.rows, strict=True)
        if any(cell.strip() for cell in row)
    ]
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


def _rows(path: Path, lines: list[str], delimiter: str, start: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row, with the number of the line in which it ends."""
    reader, done = csv.reader(lines, delimiter=delimiter), 0
    try:
        for cells in reader:
            if reader.line_num > done + 1:  # of an open quotation mark all lines below would be one cell
                next(csv.reader(lines[done : reader.line_num], delimiter=delimiter, strict=True))
            done = reader.line_num
            yield start + done, cells
    except csv.Error as error:
        raise HippogradError("table-line-not-csv", file=path, line=start + done + 1, cause=error) from None


def _decoded(path: Path) -> tuple[str, str]:
    """Return the encoding of a file, and its text."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise HippogradError("table-unreadable", file=path, cause=error.strerror or error) from None
    if is_spreadsheet(data):
        raise HippogradError("table-is-spreadsheet", file=path)
    encodings = [name for mark, name in _MARKS.items() if data.startswith(mark)][:1]
    for encoding in encodings or ("utf-8", "cp1252", "latin-1"):
        try:
            return encoding, data.decode(encoding)
        except UnicodeDecodeError as error:
            cause = error.reason
    raise HippogradError("export-not-text", file=path, encoding=encodings[0], cause=cause)
