"""What students write is not run by formgrader of another course, which shows notebooks as they are."""

from __future__ import annotations

import base64
import json
from collections import Counter
from pathlib import Path

import nbformat
import pytest
from nbconvert.exporters import HTMLExporter
from nbgrader import utils

from hippograd.other_courses.grader import PlainGrader
from hippograd.other_courses.source import OtherCourse
from hippograd.sandbox.servers import ForkServer
from tests.system.other_courses.conftest import SECOND, Cells, notebook
from tests.system.records.injected import MARKDOWN, PICTURE, SHOW, Page

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> OtherCourse:
    root = tmp_path_factory.mktemp("plain")
    (root / "source" / "ps1").mkdir(parents=True)
    (root / "source" / "ps1" / "second.ipynb").write_text(json.dumps(notebook(SECOND)))
    return OtherCourse.at(root)


def graded(course: OtherCourse, server: ForkServer, written: str, code: str, own: Cells) -> nbformat.NotebookNode:
    (source,) = course.notebooks("ps1")
    handed_in = notebook(SECOND)
    why, draw, word = (handed_in["cells"][place] for place in (0, 1, 2))
    why["source"], draw["source"], word["source"] = written, code, "word = 'square'"
    why["attachments"] = {"mine.png": {"image/png": PIXEL}, "x.svg": {"image/svg+xml": PICTURE}}
    handed_in["cells"] += own
    done = PlainGrader(server, cell_seconds=5).grade(json.dumps(handed_in).encode(), source, "ada.ipynb", {})
    return nbformat.from_dict(done.notebook)


def page_of(shown: nbformat.NotebookNode) -> Page:
    """By nbconvert's template that formgrader's extends, with nothing cleaned."""
    return Page(HTMLExporter(template_name="classic").from_notebook_node(shown)[0])


def test_nothing_of_a_student_runs_where_another_courses_notebook_is_shown(
    course: OtherCourse, server: ForkServer, tmp_path: Path
) -> None:
    own = [
        {"id": "own-1", "cell_type": "markdown", "metadata": {}, "source": MARKDOWN},
        {"id": "own-2", "cell_type": "raw", "metadata": {"raw_mimetype": "text/html"}, "source": MARKDOWN},
    ]
    evil = page_of(graded(course, server, MARKDOWN, SHOW, own))
    plain = page_of(graded(course, server, "It grows.", "picture = 'a line'", []))
    assert "my words" in evil.text
    assert "words of HTML" in evil.text
    assert evil.active - plain.active == Counter()


def test_a_drawing_of_a_student_is_a_picture_in_which_nothing_runs(course: OtherCourse, server: ForkServer) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(3)"/>'
    shown = graded(course, server, "It grows.", f"from IPython.display import SVG\nSVG({drawing!r})", [])
    (data,) = (output.data for output in shown.cells[1].outputs)
    assert set(data) == {"text/html", "text/plain"}
    source = f"data:image/svg+xml;base64,{base64.b64encode(drawing.encode()).decode()}"
    assert data["text/html"].startswith(f'<img src="{source}" alt=')


def test_what_was_written_stays_readable_and_its_pictures_are_shown(course: OtherCourse, server: ForkServer) -> None:
    written = "It **grows**, $a < b$:\n\n![mine](attachment:mine.png)\n\n```\nx = 1\n\n[no](link)\n```\n"
    shown = graded(course, server, written, "picture = 'a line'", [])
    page = HTMLExporter(template_name="classic").from_notebook_node(shown)[0]
    assert "It <strong>grows</strong>, <math" in page
    assert "<mi>a</mi><mo>&lt;</mo><mi>b</mi>" in page
    assert f'src="data:image/png;base64,{PIXEL}"' in page
    assert "[no](link)" in Page(page).text
    plain = graded(course, server, "It **grows**.", "picture = 'a line'", [])
    assert plain.cells[0].source == "It **grows**."


def test_points_and_blanks_are_told_as_before(course: OtherCourse, server: ForkServer) -> None:
    shown = graded(course, server, "YOUR ANSWER HERE", "from IPython.display import HTML\nHTML('<b>x</b>')", [])
    tests = [cell for cell in shown.cells if utils.is_grade(cell) and cell.cell_type == "code"]
    assert [utils.determine_grade(cell) for cell in tests if not utils.is_solution(cell)] == [(1, 1)]
