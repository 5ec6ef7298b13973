"""Commands about what students ask to have looked at again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from hippograd.cli.app import (
    GRADING,
    Cohorts,
    GradebookUrl,
    RecordsFolder,
    app,
    called,
    offered,
    options_given,
    person,
    records_of,
)
from hippograd.cli.show import output, plain, say
from hippograd.course import Course, find_root
from hippograd.errors import HippogradError, counted, printable, printable_lines

if TYPE_CHECKING:
    from hippograd.records.requests import Request

requests = typer.Typer(help="What students ask to have looked at again, and the answers.", no_args_is_help=True)
app.add_typer(requests, name="request", rich_help_panel=GRADING)

Number = Annotated[int, typer.Argument(help="The number of the request.")]


@requests.command("add")
def add(
    forms: Annotated[list[Path], typer.Argument(help="Forms of students, Markdown or TOML.")],
    student: Annotated[str | None, typer.Option("--student", help="Whose they are, whatever they say.")] = None,
    assignment: Annotated[
        str | None,
        typer.Option("--assignment", "-a", callback=called, help="Which they are about, whatever they say."),
    ] = None,
    cohort: Cohorts = None,
    records: RecordsFolder = None,
) -> None:
    """Take requests down; a form that cannot be used is named, and the others are taken."""
    from hippograd.records.requests import Requests, checked_form, read_form
    from hippograd.records.results import read_results

    course = Course(find_root())
    kept, _ = records_of(course, course.cohort(cohort), records)
    failed = False
    for path in forms:
        try:
            form = read_form(path)
            form = form._replace(student=student or form.student, assignment=assignment or form.assignment)
            name = course.assignment(form.assignment).name
            known = {result.student for result in read_results(kept.results(name))[0]}
            made = Requests(kept.folder).add(checked_form(course, form, known))
        except HippogradError as error:
            failed = True
            say(f"error {path.name}: {error}")
        else:
            print(f"request    {made.number}: {printable(made.student)}, {made.assignment}, {made.task}")
    if failed:
        raise typer.Exit(1)


@requests.command("list")
def list_requests(
    everything: Annotated[bool, typer.Option("--all", help="Those that are answered, too.")] = False,
    cohort: Cohorts = None,
    records: RecordsFolder = None,
) -> None:
    """List the requests that wait for an answer."""
    from hippograd.records.requests import Requests

    course = Course(find_root())
    kept, _ = records_of(course, course.cohort(cohort), records)
    found = Requests(kept.folder).all()
    table = Table("no.", "student", "assignment", "task", "received", "reason", box=None, pad_edge=False)
    shown = [one for one in found if everything or one.is_open]
    for one in shown:
        reason = one.reason if len(one.reason) <= 60 else f"{one.reason[:59]}…"
        state = one.received if one.is_open else f"{one.received}, answered by {one.by}"
        table.add_row(str(one.number), *map(plain, (one.student, one.assignment, one.task, state, reason)))
    if shown:
        output().print(table)
    print(f"{counted(len(found), 'request')}, {sum(one.is_open for one in found)} without an answer")


@requests.command("show")
def show(number: Number, cohort: Cohorts = None, records: RecordsFolder = None, db: GradebookUrl = None) -> None:
    """Show a request beside the student's code, each check with its diagnosis, and the points."""
    from hippograd.records.marks import read_marks
    from hippograd.records.requests import Requests
    from hippograd.reports.asked import lines_beside, not_as_answered

    course = Course(find_root())
    kept, url = records_of(course, course.cohort(cohort), records, db)
    request = Requests(kept.folder).one(number)
    marks = read_marks(url, request.assignment, [request.student]).get(request.student)
    for line in lines_beside(request, course.assignment(request.assignment), kept, marks):
        print(printable_lines(line))
    for line in not_as_answered(request, marks, options_given(cohort, records, db)):
        print(printable(line))


@requests.command("answer")
def answer(
    number: Number,
    text: Annotated[str, typer.Argument(help="What the student reads.")],
    points: Annotated[float | None, typer.Option("--points", help="Also these points, in place of the mark.")] = None,
    task: Annotated[
        str | None, typer.Option("--task", help="Which mark, where a task has two, such as large_steps_written.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who answers; by default who is logged in.")] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Put it in the place of an answer that was given already.")
    ] = False,
    cohort: Cohorts = None,
    records: RecordsFolder = None,
    db: GradebookUrl = None,
) -> None:
    """Answer a request; the answer stands on the student's feedback page when that is written again."""
    from hippograd.marking.override import override
    from hippograd.marking.store import MarkStore
    from hippograd.records.requests import Requests

    course = Course(find_root())
    kept, url = records_of(course, course.cohort(cohort), records, db)
    waiting, who, options = Requests(kept.folder), person(by, "--by"), options_given(cohort, records, db)
    request = waiting.one(number)
    offered(request.assignment, cohort)
    if points is None:
        before = waiting.answer(number, text, who, again=again)
    else:
        cell, store = _cell_of(course, request, task), MarkStore(url)

        def mark() -> None:
            print(printable(override(course, store, request.student, cell, points, text, who, options)))

        before = waiting.answer(number, text, who, again=again, mark=mark, points={cell: points})
    if not before.is_open:
        print(f"instead of what {printable(before.by)} answered, {before.answered}:")
        print(printable_lines(before.answer))
    page = f"hippograd feedback -a {request.assignment} {printable(request.student)}"
    print(f"answered   {number}; the page: {page}{options}")


@requests.command("remove")
def remove(
    numbers: Annotated[list[int], typer.Argument(help="The numbers of requests that wait for an answer.")],
    cohort: Cohorts = None,
    records: RecordsFolder = None,
) -> None:
    """Delete requests that are not meant, such as those that somebody made in another's name."""
    from hippograd.records.requests import Requests

    course = Course(find_root())
    kept, _ = records_of(course, course.cohort(cohort), records)
    for number in numbers:
        removed = Requests(kept.folder).remove(number)
        print(f"removed    {number}: {printable(removed.student)}, {removed.assignment}, {removed.task}")


def _cell_of(course: Course, request: Request, said: str | None) -> str:
    """Which of a task's marks a request is about; where it has two, that must be said."""
    cells = next(one for one in course.assignment(request.assignment).tasks if one.name == request.task).grade_ids
    if said is None and len(cells) == 1:
        return next(iter(cells))
    if said in cells:
        return said
    either = " or ".join(f"--task {cell}" for cell in cells)
    if said is None:
        raise HippogradError(f"{request.task} has a mark for its checks and one for its words.", f"Add {either}.")
    raise HippogradError(f"Request {request.number} is about {request.task}, not {said!r}.", f"Write {either}.")
