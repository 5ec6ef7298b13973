"""The command of people who mark: the desk in a browser, a mark by hand, how far markers agree."""

from __future__ import annotations

import re
import tempfile
import webbrowser
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from hippograd.cli.app import (
    GRADING,
    Cohorts,
    GradebookUrl,
    RecordsFolder,
    app,
    person,
    records_of,
    terminal,
)
from hippograd.course import Cohort, Course, Offering, find_root
from hippograd.errors import HippogradError, printable

if TYPE_CHECKING:
    from hippograd.marking.desk import Desk
    from hippograd.marking.questions import Answers, Question
    from hippograd.marking.store import MarkStore


class _NumbersAreNoOptions(TyperCommand):
    """Takes ``-1`` for a number, which is refused for what it is."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        ctx.ignore_unknown_options = any(re.fullmatch(r"-\d[\d.]*", one) for one in args)
        return super().parse_args(ctx, args)


@app.command(rich_help_panel=GRADING, cls=_NumbersAreNoOptions)
def mark(
    what: Annotated[
        str | None, typer.Argument(metavar="[assignment | student]", help="Which assignment; all by default.")
    ] = None,
    task: Annotated[
        str | None, typer.Argument(help="With a student: what is marked by hand, such as large_steps_written or 2.7.")
    ] = None,
    points: Annotated[
        str | None,
        typer.Argument(metavar="[points | auto]", help="Its points; or auto: the automatic ones count again."),
    ] = None,
    why: Annotated[str, typer.Option("--why", help="The reason for a mark by hand, which the student reads.")] = "",
    only: Annotated[str | None, typer.Option("--task", help="Only this written task.")] = None,
    section: Annotated[str | None, typer.Option("--section", help="Only the answers of this section.")] = None,
    marker: Annotated[str | None, typer.Option("--marker", help="Who marks; by default who is logged in.")] = None,
    second: Annotated[
        float | None,
        typer.Option("--second", min=0.01, max=1, help="Mark this share of the class a second time, blind."),
    ] = None,
    agreement: Annotated[
        bool, typer.Option("--agreement", help="Show how far first and second marks agree, and where not.")
    ] = False,
    resolve: Annotated[
        bool, typer.Option("--resolve", help="Settle the answers about which first and second marks differ.")
    ] = False,
    names: Annotated[bool, typer.Option("--names", help="Show whose answers they are.")] = False,
    port: Annotated[
        int,
        typer.Option("--port", min=0, max=65535, help="Of this machine; by default that of last time if it is free."),
    ] = 0,
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
    cohort: Cohorts = None,
    records: RecordsFolder = None,
    db: GradebookUrl = None,
) -> None:
    """Mark written answers in the browser, with rubrics and groups of alike answers; or give one mark by hand."""
    from hippograd.course.late import students_of_section
    from hippograd.marking.agreement import to_settle
    from hippograd.marking.desk import Desk
    from hippograd.marking.override import override
    from hippograd.marking.questions import Answers
    from hippograd.marking.store import RESOLUTION, SECOND, MarkStore
    from hippograd.store.desk_marks import FIRST

    _refuse_more_than_one(
        {
            "Points": points is not None,
            "--agreement": agreement,
            "--resolve": resolve,
            "--second": second is not None,
        }
    )
    if points is None and (task is not None or why):
        raise HippogradError("mark-without-points")
    course = Course(find_root())
    chosen = course.cohort(cohort)
    kept, url = records_of(course, chosen, records, db)
    store = MarkStore(url)
    who = person(marker, "--marker")
    if points is not None:
        print(printable(override(course, store, what or "", task or "", _points(points), why, who)))
        return
    questions = _questions(course, chosen, what, only)
    answers = Answers(kept, questions, students_of_section(kept.folder, section) if section is not None else None)
    if agreement:
        _print_agreement(store, answers, questions, names)
        return
    if resolve:
        questions = to_settle(store, answers, questions)
        if not questions:
            print("No two marks differ: there is nothing to settle.")
            return
    kind = RESOLUTION if resolve else FIRST if second is None else SECOND
    desk = Desk(store, answers, questions, who, kind, second or 1.0)
    if kind == SECOND and (own := sum(len(desk.marked_first(question)) for question in questions)):
        terminal.print(f"{printable(who)} marked {own} of these answers first: left out.", markup=False)
    _serve(
        desk,
        names=names,
        port=port,
        usual=_port_of(kept.folder, who),
        pages=kept.pages if browser else None,
    )


def _refuse_more_than_one(ways: dict[str, bool]) -> None:
    asked = [name for name, is_asked in ways.items() if is_asked]
    if asked[1:]:
        raise HippogradError("options-exclude", one=asked[0], other=asked[1])


def _points(said: str) -> float | None:
    """Return the points that are given by hand; None where the automatic ones shall count again."""
    if said == "auto":
        return None
    try:
        return float(said)
    except ValueError:
        raise HippogradError("points-not-a-number", said=said) from None


def _questions(course: Course, cohort: Cohort, assignment: str | None, only: str | None) -> list[Question]:
    """Return the written tasks of an assignment, or of all; with `only`, the one of this cell or number."""
    from hippograd.marking.questions import questions_of

    named = [course.called(assignment)] if assignment is not None else list(course.assignments)
    questions = [one for name in named for one in questions_of(Offering.of(course, name, cohort))]
    if only is not None:
        known = [f"{question.number} {question.cell}" for question in questions]
        questions = [
            question
            for question in questions
            if only in (question.cell, question.cell.removesuffix("_written"), question.number)
        ]
        if not questions:
            raise HippogradError("written-task-unknown", name=only, known=known)
    if not questions:
        raise HippogradError("written-tasks-none")
    return questions


def _print_agreement(store: MarkStore, answers: Answers, questions: list[Question], names: bool) -> None:
    """How far first and second marks of each question agree, and the answers about which they do not."""
    from hippograd.marking.agreement import agreement
    from hippograd.marking.store import signs_of

    found = [(question, agreement(store, question, answers.to(question))) for question in questions]
    if not any(one.both for _, one in found):
        print("No answer has two marks. `hippograd mark --second 0.1 --marker NAME` marks a tenth a second time.")
    for question, one in found:
        if one.kappa is None:
            continue
        settled = f", {len(one.settled)} of {len(one.disagreements)} settled" if one.disagreements else ""
        print(f"{question.number} {question.title}: {one.both} marked twice, kappa {one.kappa:.2f}{settled}")
        scores = store.in_gradebook(question.assignment, question.cell)
        for student, first, other in one.disagreements:
            called = student if names or student not in scores else signs_of(scores[student].row)
            at = f", settled at {one.settled[student]:g}" if student in one.settled else ""
            print(f"  {printable(called)}: {first:g}, second {other:g}{at}")


def _port_of(records: Path, marker: str) -> int:
    """Return a port that stays the same, below those that systems give away: a browser finds there what it kept."""
    return 20_000 + zlib.crc32(f"{records.resolve()}\0{marker}".encode()) % 10_000


def _serve(desk: Desk, *, names: bool, port: int, usual: int, pages: Path | None) -> None:
    """Serve the desk; with `pages`, a folder to write to, open it in the browser."""
    missing = [name for name in ("starlette", "uvicorn", "sklearn") if find_spec(name) is None]
    if missing:
        raise HippogradError("desk-not-installed", missing=missing)
    from hippograd.marking.server import Page, serve

    with ExitStack() as stack:

        def ready(address: str) -> None:
            if not port and f":{usual}/" not in address:
                terminal.print(
                    f"Another program has port {usual}, where this desk was before: is a desk of yours still open? "
                    f"What is not saved stays in the browser for {usual}. Type nothing into a page there that you did "
                    "not open."
                )
            print(f"{address}  (Ctrl-C ends it)", flush=True)
            if pages is not None:
                webbrowser.open(stack.enter_context(leading_to(address, pages)).as_uri())

        serve(Page(desk, names), port, ready, usual)


@contextmanager
def leading_to(address: str, folder: Path) -> Iterator[Path]:
    """A page for this user alone that leads to an address: all users of a machine read the commands of all others."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix="desk-", suffix=".html", dir=folder)
    page = Path(name).resolve()
    try:
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(f'<!DOCTYPE html><title>Desk</title><meta http-equiv="refresh" content="0; url={address}">')
        yield page
    finally:
        page.unlink(missing_ok=True)
