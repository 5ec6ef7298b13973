"""A table that a learning platform exported: cells to be filled, while every other byte stays as it is."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from hippograd.errors import HippogradError
from hippograd.files import is_spreadsheet

_MARKS_OF_ORDER = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_STATED_DELIMITER = re.compile(r'"?sep=(.)"?[,;\t]*\r?\n', re.IGNORECASE)


class Cell(NamedTuple):
    """A cell, and where in the text it stands, quotation marks included."""

    start: int
    end: int
    value: str
    is_quoted: bool


@dataclass(frozen=True)
class ExportedFile:
    """The text of a CSV file, its encoding, and its cells by line."""

    path: Path
    mark_of_order: bytes
    encoding: str
    text: str
    delimiter: str
    rows: list[list[Cell]]

    @classmethod
    def read(cls, path: Path) -> ExportedFile:
        """Read a file."""
        try:
            data = path.read_bytes()
        except OSError as error:
            raise HippogradError("table-unreadable", file=path, cause=error.strerror or error) from None
        if is_spreadsheet(data):
            raise HippogradError("table-is-spreadsheet", file=path)
        mark, encoding = next(((mark, name) for mark, name in _MARKS_OF_ORDER if data.startswith(mark)), (b"", ""))
        encoding = encoding or _encoding(data)
        try:
            text = data[len(mark) :].decode(encoding)
        except UnicodeDecodeError as error:
            raise HippogradError("export-not-text", file=path, encoding=encoding, cause=error.reason) from None
        stated = _STATED_DELIMITER.match(text)
        first = stated.end() if stated else 0
        heading = text[first:].lstrip("\r\n").partition("\n")[0]
        delimiter = stated[1] if stated else max(",;\t", key=heading.count)
        rows = list(_rows(text, first, delimiter, path))
        return cls(path, mark, encoding, text, delimiter, rows)

    def has_decimal_commas(self, columns: Collection[int]) -> bool:
        """Return whether marks in these columns are written 1,5: some are, or semicolons separate cells; and none has a
        point.

        Elsewhere a comment or a section may look like a number.
        """
        values = [row[at].value.strip() for row in self.rows for at in columns if at < len(row)]
        if any(re.fullmatch(r"\d+\.\d+", value) for value in values):
            return False
        return self.delimiter == ";" or any(re.fullmatch(r"\d+,\d+", value) for value in values)

    def filled(self, values: Mapping[tuple[int, int], str]) -> bytes:
        """Return the file with some cells, by line and column, replaced."""
        pieces, done = [], 0
        for (line, column), value in sorted(values.items()):
            cell = self.rows[line][column]
            must_quote = cell.is_quoted or self.delimiter in value
            pieces += [self.text[done : cell.start], f'"{value}"' if must_quote else value]
            done = cell.end
        text = "".join([*pieces, self.text[done:]])
        return self.mark_of_order + text.encode(self.encoding)


def _encoding(data: bytes) -> str:
    """Of a file that does not say; Latin-1 gives any bytes back as they were."""
    if b"\0" in data[:2]:
        return "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "latin-1"
    return "utf-8"


def _rows(text: str, first: int, delimiter: str, path: Path) -> Iterator[list[Cell]]:
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*")
    row: list[Cell] = []
    place = first
    while place < len(text):
        cell = _quoted(text, place, plain, path) if text[place] == '"' else None
        if cell is None:
            found = plain.match(text, place)
            assert found is not None, "it may be empty"
            cell = Cell(place, found.end(), found[0], False)
        row.append(cell)
        place = cell.end
        if text[place : place + 1] == delimiter:
            place += 1
            if place == len(text):
                row.append(Cell(place, place, "", False))
            continue
        place += 2 if text[place : place + 2] == "\r\n" else 1
        yield row
        row = []
    if row:
        yield row


def _quoted(text: str, start: int, plain: re.Pattern[str], path: Path) -> Cell:
    end = start + 1
    while True:
        end = text.find('"', end) + 1
        if not end:
            line = text.count("\n", 0, start) + 1
            raise HippogradError("export-quote-not-closed", file=path, line=line)
        if text[end : end + 1] != '"':
            break
        end += 1
    rest = plain.match(text, end)
    assert rest is not None, "it may be empty"
    value = text[start + 1 : end - 1].replace('""', '"') + rest[0]
    return Cell(start, rest.end(), value, True)
