"""Marks into a table that a platform exported: the right cells filled, the others as they were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from hippograd.course import points_text
from hippograd.errors import HippogradError
from hippograd.intake import UNMATCHED
from hippograd.intake.finding.roster import (
    Key,
    Match,
    Person,
    Roster,
    differing,
    known_person,
    people_in,
    plain_name,
    with_people,
)
from hippograd.records.export.exported_file import ExportedFile
from hippograd.records.export.grades import Grades
from hippograd.records.export.platforms import CANVAS_EXCUSED, MOODLES_LOCK, Column, Layout, layout_of
from hippograd.store.marks import Known


@dataclass
class Filled:
    """A filled table, and what is to be said about it."""

    platform: str
    content: bytes = b""
    matched: int = 0
    changed: list[str] = field(default_factory=list)
    """Marks that had another value in the file."""

    ambiguous: list[str] = field(default_factory=list)
    by_name: list[str] = field(default_factory=list)
    """Who was found by name, and has another address in the file."""

    without_mark: dict[str, list[str]] = field(default_factory=dict)
    """Who has none, by why; their cells are as they were."""

    excused: list[str] = field(default_factory=list)
    """Whom the platform excuses; their cells are as they were."""

    other_maxima: list[str] = field(default_factory=list)
    """Columns whose maximum is not that of the assignment."""

    missing: list[str] = field(default_factory=list)
    """Who has a mark and no line in the file."""

    of_nobody: list[str] = field(default_factory=list)
    """Lines that have a mark in the file, and are nobody's in the gradebook."""

    is_by_name: bool = False
    """Whether nobody was found by more than a name: every id, address and number there is another one."""


@dataclass(frozen=True)
class _Line:
    """A line of the file, and whose it is."""

    row: int
    person: Person
    student: str
    doubt: str
    is_locked: bool
    """Whether the platform takes no mark in it."""

    differs: str = ""
    """In what it differs from the student whose name it has."""

    doubtful: str = ""
    """Who has several lines, of which this is one."""


def fill(
    path: Path,
    grades: Sequence[Grades],
    roster: Roster | None = None,
    heading: str | None = None,
    people: Collection[Known] = (),
    others: Collection[Grades] = (),
) -> Filled:
    """Fill a table that Canvas, Moodle, Blackboard or Brightspace exported.

    Parameters
    ----------
    path : Path
        The file; it is read only.
    grades : sequence of Grades
        The assignments.
    roster : Roster, optional
        What else is known of the students.
    heading : str, optional
        The title of the column, where it is not the assignment's; with its number where two have the title.
    people : collection of Known
        Everybody in the gradebook: whoever handed in nothing has a line, and may have another's name.
    others : collection of Grades
        The other assignments of the course, without marks: their titles, and what platforms called their submissions.

    Raises
    ------
    HippogradError
        When it is no such table, another course's, year's or assignment's, has no column for an assignment, or a mark
        is above the maximum there.
    """
    table = ExportedFile.read(path)
    layout = layout_of([[cell.value for cell in row] for row in table.rows])
    if layout is None:
        raise _unknown(path, table)
    columns = {one.assignment: _column(path, layout, one, heading, len(grades)) for one in grades}
    known = _everybody(grades, layout.platform, roster, people)
    lines = _matched(path, table, layout, grades, known)
    _refuse_other_assignment(path, layout, lines, grades, others)
    filled = Filled(layout.platform, matched=sum(bool(line.student) for line in lines))
    found = [line for line in lines if line.student]
    filled.is_by_name = bool(found) and not any(known.match(line.person.keys, "").students for line in found)
    filled.ambiguous = [f"{line.person.shown} ({line.doubt})" for line in lines if line.doubt]
    filled.by_name = [f"{line.person.shown} ({line.differs})" for line in found if line.differs]
    values: dict[tuple[int, int], str] = {}
    has_decimal_commas = table.has_decimal_commas(layout.numbers)
    for one in grades:
        column = columns[one.assignment]
        most = round(one.max_points, 2)
        if column.most and most > 0 and round(column.most, 2) != most:
            filled.other_maxima.append(
                f"{column.heading} has {column.most:g} points there, {one.assignment} {most:g}: "
                f"full marks are {most / column.most:.0%} there"
            )
        for line in lines:
            if not line.student:
                if not line.doubt and (mark := _mark_in(table, line, column)):
                    filled.of_nobody.append(f"{line.person.shown} ({mark})")
                continue
            score = one.score(line.student)
            why = one.status(line.student) if score is None else "locked on the platform" if line.is_locked else ""
            if score is None or why:
                said = f"{line.student} ({mark} there)" if (mark := _mark_in(table, line, column)) else line.student
                filled.without_mark.setdefault(f"{one.assignment}: {why}", []).append(said)
                continue
            _refuse_above(path, one, column, line.student, score)
            if column.place >= len(table.rows[line.row]):
                raise HippogradError(f"{path}: the line of {line.student} has too few cells.", "Export it again.")
            before = table.rows[line.row][column.place].value.strip()
            after = _written(score, has_decimal_commas=has_decimal_commas)
            if before == CANVAS_EXCUSED:
                filled.excused.append(line.student)
                continue
            if before not in ("", "-") and not _same(before, score):
                filled.changed.append(f"{line.student} {before} → {after}")
            if not _same(before, score):
                values[line.row, column.place] = after
        there = {one for line in lines for one in (line.student, line.doubtful)}
        filled.missing += [who for who in sorted(one.marks) if who not in there and who not in filled.missing]
    filled.content = table.filled(values)
    return filled


def _mark_in(table: ExportedFile, line: _Line, column: Column) -> str:
    """The mark that a line has in a column; the empty text where it has none."""
    cells = table.rows[line.row]
    mark = cells[column.place].value.strip() if column.place < len(cells) else ""
    return mark if any(sign.isdigit() for sign in mark) else ""


def _unknown(path: Path, table: ExportedFile) -> HippogradError:
    headings = ", ".join(cell.value for cell in table.rows[0][:12]) if table.rows else "none"
    return HippogradError(
        f"{path} is not a gradebook of Canvas, Blackboard or Brightspace, and not a grading worksheet of Moodle; "
        f"its headings are: {headings}.",
        "Export it again without changing headings; from Brightspace with a key field, from Moodle in English, to "
        "which you set your language there.",
    )


def _column(path: Path, layout: Layout, grades: Grades, heading: str | None, count: int) -> Column:
    """The column of an assignment: the one of the title that is asked for, or that has its name or title."""
    if layout.has_one_assignment:
        if count > 1:
            raise HippogradError(f"{path} is about one assignment.", "Name the assignment that it is about.")
        return layout.columns[0]
    found = _fitting(layout.columns, [heading.strip()] if heading is not None else [grades.title, grades.assignment])
    if heading is not None:
        as_written = [one for one in found if one.heading == heading.strip()]
        found = as_written or [one for one in found if one.title == heading.strip()] or found
    if len(found) != 1:
        titles = ", ".join(one.heading for one in layout.columns) or "none"
        many = f"{len(found)} columns" if found else "no column"
        raise HippogradError(
            f"{path} has {many} for {heading or f'{grades.assignment} ({grades.title})'}; its columns are: {titles}.",
            'Export one assignment, and name its column as it stands there: --column "Title (4711)".',
        )
    if found[0].is_locked:
        raise HippogradError(
            f"{path}: {layout.platform} takes no marks in the column {found[0].title}, which is read-only.",
            "Make the assignment there one whose marks are entered.",
        )
    return found[0]


def _fitting(columns: Sequence[Column], titles: Sequence[str]) -> list[Column]:
    """The columns that have one of these titles or, where none has, those whose title has one in it."""
    names = {plain_name(title) for title in titles}
    exact = [one for one in columns if names & {plain_name(one.title), plain_name(one.heading)}]
    return exact or [one for one in columns if any(name in plain_name(one.title) for name in names)]


def _matched(path: Path, table: ExportedFile, layout: Layout, grades: Sequence[Grades], known: Roster) -> list[_Line]:
    """Whose each line is; a line that two students fit is nobody's.

    Of two lines of one student it is the one with an id, an address or a number of theirs, where that is one alone.
    """
    places = [at for at in range(layout.first, len(table.rows)) if any(cell.value.strip() for cell in table.rows[at])]
    cells = [dict(zip(layout.headings, (c.value.strip() for c in table.rows[at]), strict=False)) for at in places]
    people = people_in(layout.headings, cells, path)
    lines = []
    others, addresses = differing(people, known)
    for number, (at, row, person) in enumerate(zip(places, cells, people, strict=True)):
        is_locked = row.get(MOODLES_LOCK, "").casefold() == "no"
        match = Match((), others[number]) if number in others else known.match(person.keys, person.name)
        is_sure = len(match.students) == 1
        fits = {who for key in person.keys for who in known.having(key)} | known.called(person.name)
        doubt = "" if is_sure or not fits else match.doubt if len(fits) == 1 else f"fits {', '.join(sorted(fits))}"
        differs = addresses.get(number, "") if is_sure else ""
        lines.append(_Line(at, person, match.students[0] if is_sure else "", doubt, is_locked, differs))
    own: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if line.student:
            own[line.student].append(place)
    for student, twice in own.items():
        by_key = [at for at in twice if known.match(lines[at].person.keys, "").students == (student,)]
        for place in twice if len(twice) > 1 else []:
            if by_key != [place]:
                doubt = f"{student} has {len(twice)} lines"
                lines[place] = replace(lines[place], student="", doubtful=student, doubt=doubt)
    _refuse_strangers(path, lines, grades)
    return lines


def _everybody(grades: Sequence[Grades], platform: str, roster: Roster | None, entered: Collection[Known]) -> Roster:
    """All that is known of the students: the roster, the gradebook, and what the platform called their submissions."""
    people = []
    for who in entered:
        keys = [Key(who.number, platform)] if who.number else []
        people.append(known_person(who.student, who.first_name, who.last_name, who.email, keys))
    for one in grades:
        for student in {one for one in {*one.marks, *one.not_gradable} if not one.startswith(UNMATCHED)}:
            marks, origin = one.marks.get(student), (one.origins or {}).get(student)
            keys = [Key(origin.number, platform)] if origin and origin.platform == platform and origin.number else []
            names = (marks.first_name, marks.last_name, marks.email) if marks is not None else ("", "", "")
            people.append(known_person(student, *names, keys))
    return with_people(roster if roster is not None else Roster(frozenset(), {}, {}), people)


def _refuse_strangers(path: Path, lines: Sequence[_Line], grades: Sequence[Grades]) -> None:
    if not lines:
        raise HippogradError(
            f"{path} has no lines of students, or they do not stand below the others.",
            "Export it again, and do not sort its lines: Canvas's Points Possible stands above the students.",
        )
    graded = {student for one in grades for student in one.marks}
    found = {line.student for line in lines} - {""}
    if graded and 2 * len(found) < min(len(graded), max(len(lines), 1)):
        doubtful = [f"{line.person.shown}: {line.doubt}" for line in lines if line.doubt]
        names = ", ".join(doubtful[:3] or [line.person.shown for line in lines[:3]])
        raise HippogradError(
            f"{path}: only {len(found)} of its {len(lines)} lines ({names} …) could be matched to people of the "
            "gradebook.",
            "Is it another course's, year's or assignment's? If it is the right one, say who they are with --roster, a "
            "class list with the ids, addresses or numbers of this file.",
        )


def _refuse_other_assignment(
    path: Path, layout: Layout, lines: Sequence[_Line], grades: Sequence[Grades], others: Collection[Grades]
) -> None:
    """Moodle numbers hand-ins anew for each assignment, and puts its title into the file's name."""
    if not layout.has_one_assignment:
        return
    agree, differ = _numbers_in(lines, layout, grades[0])
    why = f"it has other numbers for {differ} of {agree + differ} students" if differ > agree else ""
    called = plain_name(path.stem)
    for one in others if not agree else ():
        same, differ = _numbers_in(lines, layout, one)
        is_named = plain_name(one.title) in called and plain_name(grades[0].title) not in called
        if same > differ or is_named:
            why = f"its {'numbers are those' if same > differ else 'name is that'} of {one.assignment}"
    if why:
        raise HippogradError(
            f"{path} is the worksheet of another assignment than {grades[0].assignment}: {why}.",
            "Export the worksheet of this assignment.",
        )


def _numbers_in(lines: Sequence[_Line], layout: Layout, grades: Grades) -> tuple[int, int]:
    """How many students have the number there that their hand-in of an assignment had, and how many another one."""
    origins = grades.origins or {}
    numbers = {who: one.number for who, one in origins.items() if one.platform == layout.platform and one.number}
    found = [Key(numbers[one.student], layout.platform) in one.person.keys for one in lines if one.student in numbers]
    return sum(found), len(found) - sum(found)


def _refuse_above(path: Path, grades: Grades, column: Column, student: str, score: float) -> None:
    if column.most is not None and round(score, 2) > column.most:
        raise HippogradError(
            f"{path}: {student} has {score:g} of {points_text(grades.max_points)} in {grades.assignment}, and the "
            f"maximum of {column.title} is {column.most:g} there.",
            f"Set it to {grades.max_points:g} on the platform, and export again.",
        )


def _same(before: str, score: float) -> bool:
    try:
        return round(float(before.replace(",", ".")), 2) == round(score, 2)
    except ValueError:
        return False


def _written(score: float, *, has_decimal_commas: bool) -> str:
    text = f"{score:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if has_decimal_commas else text
