"""Each student's feedback page, by nbgrader's own converter and template."""

from __future__ import annotations

import logging
import multiprocessing
import re
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import nh3
from nbconvert.filters import markdown2html
from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader.api import MissingEntry
from nbgrader.converters import GenerateFeedback
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearMarkScheme, GetGrades
from sqlalchemy.exc import SQLAlchemyError
from traitlets.config import Config

from hippograd.errors import HippogradError
from hippograd.nbgrader_env import Gradebook
from hippograd.records.entries import SQLITE
from hippograd.records.folder import Records
from hippograd.records.gradebook import unusable
from hippograd.records.lateness import Lateness

TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "pre", "div", "span", "img", "details", "summary", "del"),
    *("table", "thead", "tbody", "tr", "th", "td", "sub", "sup", "ul", "ol", "li", "blockquote"),
    *("a", "abbr", "b", "code", "em", "i", "strong"),
}
ATTRIBUTES = {
    **{tag: {"align"} for tag in ("p", "div", "table", "th", "td")},
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height"},
}
"""No class and no id: with these a student's text could look like a part of the page that is not theirs."""


def cleaned_markdown(source: str) -> str:
    """What a student wrote in Markdown as HTML that shows it and runs nothing of it.

    nbgrader's templates, the feedback page's and formgrader's, leave Markdown as it is, nbconvert's own switch
    notwithstanding.
    """
    cleaned: str = nh3.clean(
        markdown2html(source), tags=TAGS, attributes=ATTRIBUTES, attribute_filter=_without_remote_pictures
    )
    return cleaned


def _without_remote_pictures(tag: str, attribute: str, value: str) -> str | None:
    """A picture from elsewhere would tell a server who reads the page, and when; `data:` is the notebook's own."""
    if tag == "img" and attribute == "src":
        return value if re.match(r"data:image/(png|jpeg|gif);base64,", value) else None
    return value


def feedback_config(config: Config) -> Config:
    """What nbgrader's `generate_feedback` and formgrader are told, here and by `nbgrader_config.py`."""
    config.HTMLExporter.sanitize_html = True  # outputs alone: Markdown has its filter
    config.HTMLExporter.filters = {"markdown2html": f"{__name__}.{cleaned_markdown.__name__}"}
    config.GenerateFeedback.preprocessors = [ClearMarkScheme, GetGrades, CSSHTMLHeaderPreprocessor]
    config.ClearMarkScheme.enforce_metadata = False
    return config


def students_with_feedback_due(records: Records, assignment: str) -> list[str]:
    """The students whose notebook was graded.

    Raises
    ------
    HippogradError
        When nobody's was.
    """
    found = sorted(path.parent.name for path in records.autograded.glob(f"*/{assignment}") if path.is_dir())
    if not found:
        raise HippogradError(
            f"{records.autograded} holds no graded submission for {assignment}.", "Run `hippograd grade` first."
        )
    return found


def write_feedback(
    records: Records, db_url: str, assignment: str, students: list[str], jobs: int, lateness: Lateness | None = None
) -> Iterator[Path]:
    """Write the pages and give the path of each as it is done.

    Parameters
    ----------
    records : Records
        Where the graded notebooks are and the pages go: feedback/<student>/<assignment>/<assignment>.html.
    db_url : str
        The gradebook, whose scores and comments the pages show.
    assignment : str
        Which assignment.
    students : list of str
        Whose pages.
    jobs : int
        Number of processes.
    lateness : Lateness, optional
        Penalties are entered anew before the pages are written: what was marked since grading counts in them.

    Raises
    ------
    HippogradError
        When there is no such gradebook, or nbgrader could not convert a notebook or write a page.
    """
    _demand_gradebook(db_url)
    if lateness is not None:
        _enter_penalties(db_url, assignment, students, lateness)
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        pages = [pool.submit(_write_page, records, db_url, assignment, student) for student in students]
        for page in pages:
            yield page.result()


def _demand_gradebook(db_url: str) -> None:
    """Refuse an SQLite file that is not there, which nbgrader would make, with nothing in it."""
    file = Path(db_url.removeprefix(SQLITE).partition("?")[0])
    if db_url.startswith(SQLITE) and not file.is_file():
        raise HippogradError(
            f"The gradebook {file} does not exist.", "Name the right one with --db, or run `hippograd grade` first."
        )


def _enter_penalties(db_url: str, assignment: str, students: list[str], lateness: Lateness) -> None:
    try:
        with Gradebook(db_url) as book:
            for student in students:
                submission = book.find_submission(assignment, student)
                lateness.enter(book.db, submission, submission.notebooks)
            book.db.commit()
    except (SQLAlchemyError, OSError) as error:
        raise unusable(db_url, error) from None
    except MissingEntry as missing:
        raise HippogradError(f"The gradebook has no submission: {missing}.", "Run `hippograd grade` first.") from None


def _write_page(records: Records, db_url: str, assignment: str, student: str) -> Path:
    config = feedback_config(Config())
    config.CourseDirectory.root = str(records.folder.resolve())
    config.CourseDirectory.autograded_directory = records.autograded.name
    config.CourseDirectory.feedback_directory = records.feedback.name
    config.CourseDirectory.assignment_id = assignment
    config.CourseDirectory.student_id = student
    config.CourseDirectory.db_url = db_url
    converter = GenerateFeedback(coursedir=CourseDirectory(config=config), config=config)
    converter.force = True
    log = logging.Logger(f"{__name__}.nbgrader")
    said = _LastTraceback()
    log.addHandler(said)
    converter.log = converter.coursedir.log = log
    logging.getLogger("traitlets").addHandler(logging.NullHandler())
    try:
        converter.start()
    except NbGraderException as error:
        cause = said.cause or str(error)
        raise HippogradError(
            f"nbgrader could not write the feedback of {student} for {assignment}: {cause}.",
            f"Make room in {records.feedback}, or check its permissions; then run the command again."
            if said.is_about_files
            else "Grade the submission again.",
        ) from None
    return records.feedback / student / assignment / f"{assignment}.html"


class _LastTraceback(logging.Handler):
    """Keeps why nbgrader failed, which it only logs."""

    cause = ""

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage().strip()
        if message.startswith("Traceback"):
            self.cause = message.splitlines()[-1]

    @property
    def is_about_files(self) -> bool:
        return "[Errno " in self.cause
