"""Marks into a table that a platform exported: the right cells filled, the others as they were."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from hippograd.course import points_text
from hippograd.errors import HippogradError
from hippograd.intake import UNMATCHED
from hippograd.intake.finding.roster import Csv, Key, Person, Roster, people_in, plain_name
from hippograd.records.export.grades import Grades
from hippograd.records.export.platforms import CANVAS_EXCUSED, MOODLES_LOCK, Column, Layout, layout_of
from hippograd.store.marks import Known
from hippograd.text import some_names


@dataclass
class Filled:
    """A filled table, and what is to be said about it."""

    platform: str
    content: bytes = b""
    matched: int = 0
    changed: list[str] = field(default_factory=list)
    """Marks that had another value in the file."""

    ambiguous: list[str] = field(default_factory=list)
    """Lines whose ids are those of several, or of somebody who has another line; their cells are as they were."""

    without_mark: dict[str, list[str]] = field(default_factory=dict)
    """Who has none, by why; their cells are as they were."""

    other_maxima: list[str] = field(default_factory=list)
    """Columns whose maximum is not that of the assignment."""

    missing: list[str] = field(default_factory=list)
    """Who has a mark and no line in the file."""

    of_nobody: list[str] = field(default_factory=list)
    """Lines that have a mark in the file, and no id of the gradebook."""


class _Line(NamedTuple):
    """A line of the file, and whose it is: by an id, an address or a number, never by a name."""

    cells: list[str]
    person: Person
    student: str
    doubt: str
    is_locked: bool
    """Whether the platform takes no mark in it."""

    def mark(self, column: Column) -> str:
        """Return the mark that it has in a column; the empty text where it has none."""
        said = self.cells[column.place].strip() if column.place < len(self.cells) else ""
        return said if any(sign.isdigit() for sign in said) else ""


def fill(
    path: Path,
    grades: Sequence[Grades],
    roster: Roster | None = None,
    heading: str | None = None,
    people: Collection[Known] = (),
) -> Filled:
    """Fill a table that Canvas, Moodle, Blackboard or Brightspace exported."""
    table = Csv.read(path)
    layout = layout_of(table.rows)
    if layout is None:
        raise HippogradError("export-unknown", file=path, headings=table.rows[0] if table.rows else ["none"])
    columns = [_column(path, layout, one, heading, len(grades)) for one in grades]
    lines = _matched(path, table, layout, _everybody(grades, layout.platform, roster, people))
    _refuse_strangers(path, lines, grades)
    if layout.has_one_assignment and heading is None:
        _refuse_other_assignment(path, layout, lines, grades[0])
    filled = Filled(layout.platform, matched=sum(bool(line.student) for line in lines))
    filled.ambiguous = [f"{line.person.shown} ({line.doubt})" for line in lines if line.doubt]
    sign = "," if _has_decimal_commas(table, layout.numbers) else "."
    for one, column in zip(grades, columns, strict=True):
        filled.other_maxima += _other_maximum(one, column)
        for line in lines:
            if line.student:
                _fill_line(path, filled, line, one, column, sign)
            elif (mark := line.mark(column)) and not line.doubt:
                filled.of_nobody.append(f"{line.person.shown} ({mark})")
    there = {line.student for line in lines}
    filled.missing = sorted({who for one in grades for who in one.marks} - there)
    filled.content = table.written()
    return filled


def _fill_line(path: Path, filled: Filled, line: _Line, grades: Grades, column: Column, sign: str) -> None:
    """Write the mark of a student into their line, or say why it stays as it was."""
    score, had = grades.score(line.student), line.mark(column)
    if column.place >= len(line.cells):
        raise HippogradError("export-line-too-short", file=path, student=line.student)
    before = line.cells[column.place].strip()
    on_platform = "locked" if line.is_locked else "excused" if before == CANVAS_EXCUSED else ""
    if score is None or on_platform:
        why = grades.status(line.student) if score is None else f"{on_platform} on the platform"
        filled.without_mark.setdefault(f"{grades.assignment}: {why}", []).append(
            f"{line.student} ({had} there)" if had else line.student
        )
        return
    _refuse_above(path, grades, column, line.student, score)
    if not _same(before, score):
        after = f"{score:.2f}".rstrip("0").rstrip(".").replace(".", sign)
        filled.changed += [f"{line.student} {before} → {after}"] if before not in ("", "-") else []
        line.cells[column.place] = after


def _other_maximum(grades: Grades, column: Column) -> list[str]:
    most = round(grades.max_points, 2)
    if not column.most or most <= 0 or round(column.most, 2) == most:
        return []
    return [
        f"{column.heading} has {column.most:g} points there, {grades.assignment} {most:g}: "
        f"full marks are {most / column.most:.0%} there"
    ]


def _has_decimal_commas(table: Csv, columns: Collection[int]) -> bool:
    """Return whether marks in these columns are written 1,5: some are, or semicolons separate cells; and none has a
    point."""
    values = [row[at].strip() for row in table.rows for at in columns if at < len(row)]
    if any(re.fullmatch(r"\d+\.\d+", value) for value in values):
        return False
    return table.delimiter == ";" or any(re.fullmatch(r"\d+,\d+", value) for value in values)


def _column(path: Path, layout: Layout, grades: Grades, heading: str | None, count: int) -> Column:
    """Return the column of an assignment: the one of the title that is asked for, or that has its name or title."""
    if layout.has_one_assignment:
        if count > 1:
            raise HippogradError("export-of-one-assignment", file=path)
        return layout.columns[0]
    names = {plain_name(title) for title in ([heading] if heading is not None else [grades.title, grades.assignment])}
    found = [column for column in layout.columns if names & {plain_name(column.title), plain_name(column.heading)}]
    if heading is not None and len(found) > 1:
        found = [column for column in found if heading.strip() in (column.heading, column.title)]
    if len(found) != 1:
        raise HippogradError(
            "export-column-not-certain",
            file=path,
            found=len(found),
            wanted=heading or f"{grades.assignment} ({grades.title})",
            columns=[column.heading for column in layout.columns],
        )
    if found[0].is_locked:
        raise HippogradError("export-column-read-only", file=path, platform=layout.platform, column=found[0].title)
    return found[0]


def _matched(path: Path, table: Csv, layout: Layout, known: Roster) -> list[_Line]:
    """Return whose each line is; of two lines of one student, and where ids are those of several, none is anybody's."""
    rows = [row for row in table.rows[layout.first :] if any(cell.strip() for cell in row)]
    named = [dict(zip(layout.headings, (cell.strip() for cell in row), strict=False)) for row in rows]
    lines = []
    for cells, row, person in zip(rows, named, people_in(layout.headings, named, path), strict=True):
        match, fits = known.match(person.keys), {who for key in person.keys for who in known.by_key.get(key, ())}
        student = match.students[0] if len(match.students) == 1 else ""
        doubt = f"fits {', '.join(sorted(fits))}" if fits and not student else ""
        lines.append(_Line(cells, person, student, doubt, row.get(MOODLES_LOCK, "").casefold() == "no"))
    counts = Counter(line.student for line in lines if line.student)
    return [
        line._replace(student="", doubt=f"{line.student} has {counts[line.student]} lines")
        if counts[line.student] > 1
        else line
        for line in lines
    ]


def _everybody(grades: Sequence[Grades], platform: str, roster: Roster | None, entered: Collection[Known]) -> Roster:
    """Return everybody by id, address and number: of the roster, of the gradebook, and of what was handed in there."""
    found = dict(roster.people) if roster is not None else {}
    keys = [(person.student, [Key(person.email), Key(person.number, platform)]) for person in entered]
    for one in grades:
        for student in [who for who in {*one.marks, *one.not_gradable} if not who.startswith(UNMATCHED)]:
            email = one.marks[student].email if student in one.marks else ""
            origin = (one.origins or {}).get(student)
            is_there = origin is not None and origin.platform == platform
            keys.append((student, [Key(email), Key(origin.number if origin and is_there else "", platform)]))
    for student, own in keys:
        plain = frozenset(key.plain for key in (Key(student), *own) if key.value)
        found[student] = found.get(student, Person(student)).with_more(Person(student, keys=plain))
    return Roster(found)


def _refuse_strangers(path: Path, lines: Sequence[_Line], grades: Sequence[Grades]) -> None:
    if not lines:
        raise HippogradError("export-without-students", file=path)
    graded = {student for one in grades for student in one.marks}
    found = {line.student for line in lines} - {""}
    if graded and 2 * len(found) < min(len(graded), len(lines)):
        strangers = [line.person.shown for line in lines if not line.student]
        raise HippogradError("export-other-ids", file=path, found=len(found), lines=len(lines), strangers=strangers)


def _refuse_other_assignment(path: Path, layout: Layout, lines: Sequence[_Line], grades: Grades) -> None:
    """Refuse a worksheet that may be another assignment's.

    Moodle gives new numbers for each assignment, so those of the hand-ins tell. Where none is known, because the marks
    came from elsewhere, the name of the file has to be the assignment's.
    """
    origins = grades.origins or {}
    numbers = {who: one.number for who, one in origins.items() if one.platform == layout.platform and one.number}
    agree = [
        Key(numbers[line.student], layout.platform) in line.person.keys for line in lines if line.student in numbers
    ]
    if 2 * sum(agree) < len(agree):
        raise HippogradError(
            "export-other-assignment",
            file=path,
            assignment=grades.assignment,
            differ=len(agree) - sum(agree),
            students=len(agree),
        )
    names = {plain_name(grades.title), plain_name(grades.assignment)} - {""}
    if not agree and not any(name in plain_name(path.stem) for name in names):
        (column,) = layout.columns
        there = [f"{line.student} {mark}" for line in lines if line.student and (mark := line.mark(column))]
        raise HippogradError(
            "export-assignment-not-certain",
            file=path,
            assignment=grades.assignment,
            title=grades.title,
            most=f"{column.most:g}" if column.most is not None else "no number",
            points=points_text(grades.max_points),
            marks=some_names(there) if there else "none",
        )


def _refuse_above(path: Path, grades: Grades, column: Column, student: str, score: float) -> None:
    if column.most is not None and round(score, 2) > column.most:
        raise HippogradError(
            "export-above-maximum",
            file=path,
            student=student,
            assignment=grades.assignment,
            points=f"{score:g} of {points_text(grades.max_points)}",
            column=column.title,
            most=f"{column.most:g}",
            needed=f"{grades.max_points:g}",
        )


def _same(before: str, score: float) -> bool:
    try:
        return round(float(before.replace(",", ".")), 2) == round(score, 2)
    except ValueError:
        return False
