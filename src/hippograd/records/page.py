"""What a feedback page says: one student's notebook as it was graded, beside the marks in the gradebook."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import msgspec
from markupsafe import Markup
from nbgrader import utils

from hippograd.course import Assignment, TaskInfo
from hippograd.course.rubric import Rubric
from hippograd.grading.notebook import HIPPOGRAD, NOTES, NOTES_CELL, TASK
from hippograd.grading.result import CheckResult, TaskResult
from hippograd.intake.finding.submissions import HANDED_IN_LATE
from hippograd.records.shown_cells import CellShown, Picture, code_shown, lines_of, prose, shown_cell, shown_pictures
from hippograd.store.marks import CellMark, Marks

_STARS = re.compile(r"^\*Importance [^*]*\*$", re.MULTILINE)
_HINT = re.compile(r"<details>\s*<summary>[^<]*</summary>(.*?)</details>", re.S)


@dataclass(frozen=True)
class Question:
    """What a task asked for."""

    line: Markup = field(default_factory=Markup)
    """One paragraph."""

    place: int = -1
    """Of the cell of the notebook in which the whole of it stands; none is -1."""

    hints: tuple[Markup, ...] = ()


@dataclass(frozen=True)
class Written:
    """A written answer."""

    mark: CellMark
    answer: Markup
    is_blank: bool
    items: tuple[Markup, ...] = ()
    """What a marker found in it, with its points."""


@dataclass(frozen=True)
class TaskShown:
    """One task, as the student reads about it."""

    number: str
    title: str
    marks: tuple[CellMark, ...]
    summary: str
    question: Question = field(default_factory=Question)
    code: Markup = field(default_factory=Markup)
    run: str = ""
    """The line of the notebook that runs its public checks."""

    result: TaskResult | None = None
    report: str = ""
    """What the check cell said, where there is no result: of a notebook that an older version graded."""

    written: Written | None = None
    override: CellMark | None = None
    comments: tuple[Markup, ...] = ()
    pictures: tuple[Picture, ...] = ()

    @property
    def points(self) -> float | None:
        """Of what is marked; None where nothing is."""
        marked = [mark.points for mark in self.marks if mark.points is not None]
        return sum(marked) if marked else None

    @property
    def max_points(self) -> float:
        return sum(mark.max_points for mark in self.marks)

    @property
    def is_unmarked(self) -> bool:
        """Whether some of it is not marked yet."""
        return any(mark.points is None for mark in self.marks)

    @property
    def has_lost(self) -> bool:
        return any(mark.points is not None and mark.points < mark.max_points for mark in self.marks)

    @property
    def is_told(self) -> bool:
        """Whether there is more to say than a line."""
        return self.has_lost or bool(self.failed or self.comments) or self.override is not None

    @property
    def failed(self) -> list[CheckResult]:
        return self.result.failed if self.result is not None else []

    @property
    def held(self) -> list[CheckResult]:
        return [check for check in (self.result.checks if self.result else ()) if check.passed]


@dataclass(frozen=True)
class PageData:
    """All that a page says."""

    assignment: Assignment
    marks: Marks
    tasks: list[TaskShown]
    notes: list[str]
    cells: list[CellShown] = field(default_factory=list)
    is_late: bool = False
    """Whether it was handed in after the deadline and the minutes of grace."""


def page_data(
    notebook: Any,
    assignment: Assignment,
    marks: Marks,
    rubrics: Mapping[str, Rubric] | None = None,
    grace: timedelta = timedelta(),
) -> PageData:
    """Return what the page of a graded notebook says."""
    cells = [cell for cell in notebook.cells if cell.get("id") != NOTES_CELL]
    places = {cell.metadata.get("nbgrader", {}).get("grade_id"): place for place, cell in enumerate(cells)}
    tasks: list[TaskShown] = []
    shown: dict[int, str] = {}
    reported: dict[int, str] = {}
    for task in assignment.tasks:
        told = _task(task, cells, places, marks, (rubrics or {}).get(task.written_id))
        if told is not None:
            tasks.append(told)
            if told.is_told and told.result is not None and task.auto_id in places:
                reported[places[task.auto_id]] = told.number
            if told.pictures:
                shown |= dict.fromkeys(_places_of_pictures(task, cells, places), told.number)
    noted = notebook.metadata.get(HIPPOGRAD, {}).get(NOTES, [])
    is_told = marks.late is not None  # by the deadline of today: the student may have more time since it was graded
    notes = [note for note in noted if not (is_told and note.startswith(HANDED_IN_LATE))]
    folded = [shown_cell(cell, shown.get(place, ""), reported.get(place, "")) for place, cell in enumerate(cells)]
    return PageData(assignment, marks, tasks, notes, folded, marks.late is not None and marks.late > grace)


def _task(
    task: TaskInfo,
    cells: Sequence[Any],
    places: Mapping[str, int],
    marks: Marks,
    rubric: Rubric | None,
) -> TaskShown | None:
    """Return a task; None where the gradebook knows none of its cells."""
    names = [name for name in ((task.auto_id,) if task.is_auto else ()) if name in marks.cells]
    names += [task.written_id] if task.is_written and task.written_id in marks.cells else []
    if not names:
        return None
    auto = marks.cells.get(task.auto_id) if task.is_auto else None
    check = cells[places[task.auto_id]] if task.is_auto and task.auto_id in places else None
    result = _result(check)
    written = _written(task, cells, places, marks, rubric)
    comments = [marks.comments[name] for name in dict.fromkeys(task.cell_ids) if marks.comments.get(name)]
    told = TaskShown(
        task.number,
        task.title,
        tuple(marks.cells[name] for name in names),
        _summary(auto, result, written),
        result=result,
        written=written,
        override=auto if auto is not None and _is_by_hand(auto) else None,
        comments=tuple(lines_of(comment) for comment in comments),
    )
    if not told.is_told:
        return told
    answer = cells[places[task.answer_id]] if task.answer_id in places else None
    first = places.get(task.answer_id if task.is_auto else task.written_id, 0)
    return replace(
        told,
        question=_question(task, cells, first),
        code=code_shown(answer.source) if answer is not None and _has_tried(auto, result) else Markup(),
        run=check.source if check is not None else "",
        report=_report(check) if check is not None and result is None else "",
        pictures=tuple(
            shown_pictures([cells[place] for place in _places_of_pictures(task, cells, places)], task.number)
        ),
    )


def _has_tried(auto: CellMark | None, result: TaskResult | None) -> bool:
    """Return whether there is code that is worth a look."""
    if auto is None or (result is not None and result.status == "not_attempted"):
        return False
    return _lost(auto) or bool(result is not None and result.failed)


def _is_by_hand(mark: CellMark) -> bool:
    return mark.is_override or bool(mark.extra)


def _lost(mark: CellMark) -> bool:
    return mark.points is None or mark.points < mark.max_points


def _result(check: Any) -> TaskResult | None:
    """Return the result that the grader left at a check cell."""
    said = check.metadata.get(HIPPOGRAD, {}).get(TASK) if check is not None else None
    return msgspec.convert(said, TaskResult) if said is not None else None


def _report(check: Any) -> str:
    return "".join(output.text for output in check.get("outputs", []) if output.output_type == "stream")


def _written(
    task: TaskInfo, cells: Sequence[Any], places: Mapping[str, int], marks: Marks, rubric: Rubric | None
) -> Written | None:
    mark = marks.cells.get(task.written_id) if task.is_written else None
    if mark is None:
        return None
    cell = cells[places[task.written_id]] if task.written_id in places else None
    if cell is None:
        return Written(mark, Markup(), is_blank=True)
    is_blank = cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(cell)
    chosen = marks.items.get(task.written_id, [])
    items = [item for item in (rubric.items if rubric is not None else ()) if item.id in chosen and not item.is_limit]
    found = tuple(prose(f"{item.points:+g}: {item.text}") for item in items)
    return Written(mark, prose(cell.source, cell.get("attachments", {})), is_blank, found)


def _summary(auto: CellMark | None, result: TaskResult | None, written: Written | None) -> str:
    """Return a line about a task."""
    said = []
    if auto is not None and (why := _why(auto, result)):
        said.append(why)
    if written is not None:
        said += _about_text(written, beside_code=auto is not None)
    return " ".join(said) or ("All checks hold." if written is None else "Full points.")


def _why(auto: CellMark, result: TaskResult | None) -> str:
    """Return why the checks of a task have the points that they have; nothing where all of them hold."""
    if auto.points is None:
        return "Not graded yet: the grader could not look at it, which is no fault of yours."
    if _is_by_hand(auto):
        return "Marked by hand."
    if result is None:
        return "Some checks do not hold." if _lost(auto) else ""
    if result.is_kept:
        return "The published mark was kept."
    if result.status == "not_attempted":
        return "The blank was left as it was."
    if result.status == "error" and result.note:
        return " ".join(result.note.split())
    if not result.failed:
        return ""
    told = next((check for check in result.failed if check.names_cause), result.failed[0])
    return " ".join((told.message or f"Does not hold: {told.idea}").split())


def _about_text(written: Written, *, beside_code: bool) -> Iterator[str]:
    before = "The written part: " if beside_code else ""
    mark = written.mark
    if mark.points is None:
        yield f"{before}not marked yet." if beside_code else "Not marked yet."
    elif written.is_blank and not mark.points:
        yield f"{before}no answer." if beside_code else "No answer."
    elif mark.points < mark.max_points:
        yield f"{before}marked by a person." if beside_code else "Marked by a person."


def _question(task: TaskInfo, cells: Sequence[Any], answer: int) -> Question:
    """Return what the notebook asks for above an answer."""
    texts = [place for place in range(answer) if cells[place].cell_type == "markdown"]
    heading = f"Task {task.number} ·"
    place = next((place for place in reversed(texts) if heading in cells[place].source), -1)
    after = cells[place].source.rpartition(heading)[2].partition("\n")[2] if place >= 0 else ""
    text = "\n\n".join([after, *(cells[other].source for other in texts if other > place >= 0)]).strip()
    hints = tuple(prose(hint.strip()) for hint in _HINT.findall(text))
    whole = _STARS.sub("", _HINT.sub("", text)).strip()
    asked = whole if task.is_written and not task.is_auto else _asked(whole)  # in words, each part of it counts
    return Question(prose(asked), place, hints)


def _asked(text: str) -> str:
    """Return the first paragraph that names something in code, with what its colon leads up to; else the first.

    Examples
    --------
    >>> _asked("Models inherit.\\n\\nWrite `forward(X)`:\\n\\n    forward(2)\\n\\nThat is all.")
    'Write `forward(X)`:\\n\\n    forward(2)'
    """
    paragraphs = [part for part in re.split(r"\n\s*\n", text) if not part.lstrip().startswith(("*Worked", "|", "$$"))]
    start = next((at for at, part in enumerate(paragraphs) if "`" in part), 0)
    end = start + 1
    while end < len(paragraphs) and paragraphs[end - 1].rstrip().endswith(":"):
        end += 1
    return "\n\n".join(paragraphs[start:end])


def _places_of_pictures(task: TaskInfo, cells: Sequence[Any], places: Mapping[str, int]) -> list[int]:
    """Return the answer, and what code shows below its check until text begins the next part."""
    if not task.is_auto or task.answer_id not in places:
        return []
    found = [places[task.answer_id]]
    for place in range(places.get(task.auto_id, found[0]) + 1, len(cells)):
        if cells[place].cell_type == "code":
            found.append(place)
        elif cells[place].cell_type == "markdown" and "Task " in cells[place].source and "#" in cells[place].source:
            break
    return found
