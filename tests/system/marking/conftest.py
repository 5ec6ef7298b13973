"""A class of the example course, graded: its written answers wait for a marker."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Callable, Collection
from pathlib import Path
from threading import Thread

import pytest
from nbgrader.api import Gradebook

from hippograd.building.released import released_cells
from hippograd.course import Course, Offering
from hippograd.intake import find_submissions
from hippograd.marking.desk import Desk, TakenBack
from hippograd.marking.questions import Answers, Question, questions_of
from hippograd.marking.server import Page, server_of
from hippograd.marking.store import MarkStore
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers
from hippograd.records.folder import Records
from hippograd.run import ClassRun
from hippograd.store.desk_marks import FIRST, Mark
from tests.conftest import ROOT

A = "1_scaling"
WHY = f"{A}:why_linear"
WRITTEN = {
    "amber01": "Sums stay sums under it, and multiples stay multiples.",
    "ben02": "Sums stay sums  under it, and multiples stay   multiples",
    "cem03": "Because **sums stay sums** under it, and also multiples stay multiples, which is what linear means.",
    "dora04": "It is a straight line, as $y = ax$ shows. <script>alert(1)</script>![](http://elsewhere.example/a.png)",
    "emil05": "",
    "fay06": "YOUR ANSWER HERE",
}


@pytest.fixture(scope="session")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course, with the records of six students in `records/2030`."""
    root = tmp_path_factory.mktemp("marking") / "scaling"
    shutil.copytree(ROOT / "examples" / "scaling", root, ignore=shutil.ignore_patterns("release", "solutions"))
    grade(root, WRITTEN)
    return root


def grade(root: Path, written: dict[str, str], *, everything: bool = False) -> None:
    """Grade notebooks whose first written answer is this, by student; with `everything`, also what was graded."""
    course = Course(root)
    offering = Offering.of(course, A, course.cohort("2030"))
    cells = released_cells(offering)
    folder = root / "handed_in"
    folder.mkdir(exist_ok=True)
    for student, text in written.items():
        answers = reference_answers(cells) | {"why_linear": text}
        (folder / f"{student}.ipynb").write_text(notebook_text(filled_notebook(cells, answers)))
    grade_files(root, folder, written, everything=everything)


def grade_files(root: Path, folder: Path, students: Collection[str], *, everything: bool = False) -> None:
    course = Course(root)
    offering = Offering.of(course, A, course.cohort("2030"))
    submissions = [one for one in find_submissions([folder], A) if one.student in students]
    records = Records(course.records_folder / "2030")
    records.prepare()
    run = ClassRun(offering, records, tier="unconfined", everything=everything, takes_older=True)
    assert all(result.status == "graded" for result in run.grade(submissions))


@pytest.fixture
def course(graded: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copytree(graded, tmp_path / "scaling"))


@pytest.fixture
def sit_down(course: Path) -> Callable[..., Desk]:
    """Makes desks on this class."""

    def desk(marker: str = "tess", kind: str = FIRST, share: float = 1.0) -> Desk:
        return desk_at(course, marker, kind, share)

    return desk


def desk_at(root: Path, marker: str = "tess", kind: str = FIRST, share: float = 1.0) -> Desk:
    course = Course(root)
    questions = questions_of(Offering.of(course, A, course.cohort("2030")))
    records = Records(root / "records" / "2030")
    return Desk(MarkStore(records.db_url), Answers(records, questions), questions, marker, kind, share)


class Served:
    """A desk that is served for real, in a thread of this process: to start a command takes longer than most tests."""

    def __init__(self, desk: Desk) -> None:
        self.page = Page(desk)
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        self.outside = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        self.server = server_of(self.page)
        self.thread = Thread(target=self.server.run, kwargs={"sockets": [listening]})
        self.thread.start()

    @property
    def address(self) -> str:
        return f"{self.outside}{self.page.token}/"

    def close(self) -> None:
        self.server.should_exit = True
        self.thread.join()


def in_formgrader(root: Path, student: str, points: float | None, comment: str | None = None) -> None:
    """Give a mark as formgrader does."""
    with Gradebook(f"sqlite:///{root / 'records' / '2030' / 'gradebook.db'}") as book:
        grade = book.find_grade("why_linear", A, A, student)
        grade.manual_score = points
        grade.needs_manual_grade = points is None and grade.auto_score is None
        book.find_comment("why_linear", A, A, student).manual_comment = comment
        book.db.commit()


def in_nbgrader(course: Path, student: str) -> tuple[float | None, bool, str | None]:
    """Mark, whether one is needed, and comment, as formgrader shows them."""
    with Gradebook(f"sqlite:///{course / 'records' / '2030' / 'gradebook.db'}") as book:
        one = book.find_grade("why_linear", A, A, student)
        comment = book.find_comment("why_linear", A, A, student)
        return one.manual_score, one.needs_manual_grade, comment.manual_comment


def give(
    desk: Desk, question: Question, student: str, items: list[str], comment: str = "", points: float | None = None
) -> Mark:
    """Mark an answer as it is seen now."""
    return desk.mark(question, student, items, comment, desk.look(question).states[student].seen, points)


def give_group(desk: Desk, question: Question, students: list[str], items: list[str], comment: str = "") -> list[Mark]:
    """Mark several as they are seen now."""
    states = desk.look(question).states
    return desk.mark_group(question, students, items, comment, {one: states[one].seen for one in students})


def undo(desk: Desk, question: Question, student: str) -> TakenBack:
    """Take a mark back as it is seen now."""
    return desk.take_back(question, student, desk.look(question).states[student].seen)
