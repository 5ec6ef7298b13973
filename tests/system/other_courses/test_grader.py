"""One notebook of another course: what the wall holds back, what is restored, what a lost process costs."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from hippograd.building.released import released_cells
from hippograd.course import Course, Offering
from hippograd.grading.grader import grader_for
from hippograd.grading.plan import Plan
from hippograd.grading.result import Graded, Result
from hippograd.other_courses.nbgrader_course import make_nbgrader_course
from hippograd.sandbox.servers import ForkServer
from tests import commands
from tests.refusals import refused
from tests.system.other_courses.conftest import FIRST, SOLVED, Cells, delete, notebook, put

SECONDS = 3
RELEASED = json.loads(json.dumps(notebook(FIRST)).replace("### BEGIN HIDDEN TESTS\\nassert square(-3) == 9\\n", ""))


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("plain")
    (root / "source" / "ps1").mkdir(parents=True)
    (root / "source" / "ps1" / "first.ipynb").write_text(json.dumps(notebook(FIRST)))
    (root / "source" / "ps1" / "data.csv").write_text("1\n2\n3\n4\n")
    return root


class Grading:
    def __init__(self, root: Path, server: ForkServer, seconds: float = 300) -> None:
        small, (name,) = make_nbgrader_course(root, "ps1", SECONDS)
        course = Course(small)
        offering = Offering.of(course, name, course.cohort())
        self.plan = Plan(offering, released_cells(offering), submission_seconds=seconds)
        self.grader = grader_for(self.plan, server)

    def grade(self, *edits: object) -> Graded:
        cells: Cells = json.loads(json.dumps(RELEASED["cells"]))
        for edit in edits:
            edit(cells)  # type: ignore[operator]
        data = json.dumps(RELEASED | {"cells": cells}).encode()
        return self.grader.grade(data, student="amber01", file="amber01.ipynb")

    def result(self, *edits: object) -> Result:
        return self.grade(*edits).result

    def points(self, *edits: object) -> dict[str, float]:
        return {task.name: task.points for task in self.result(*edits).tasks}


@pytest.fixture(scope="module")
def grading(course: Path, server: ForkServer) -> Grading:
    return Grading(course, server)


def test_a_right_answer_has_all_points_and_reads_the_data_beside_it(grading: Grading) -> None:
    full = {"public": 1, "hidden": 2, "shown": 1, "share": 2, "partial": 3, "is_one": 1, "last": 1}
    assert grading.points(*SOLVED) == full
    assert grading.points(*SOLVED, delete("hidden"), delete("public")) == full


def test_hidden_tests_are_those_of_the_source(grading: Grading) -> None:
    odd = put("square", "def square(x):\n    return x * abs(x)")
    assert grading.points(*SOLVED, odd, put("hidden", "assert True"))["hidden"] == 0


def test_a_cell_that_ends_the_process_costs_what_rests_on_it(grading: Grading) -> None:
    for end, status in (("exit_now()", "crashed"), ("loop()", "timeout")):
        prepared = "import os\ndef exit_now():\n    os._exit(0)\ndef loop():\n    while True:\n        pass\n"
        in_answer = grading.result(*SOLVED, put("one", prepared + end))
        assert [task.name for task in in_answer.tasks if task.points < task.max_points] == ["is_one"]
        in_test = grading.result(*SOLVED, put("one", f"{prepared}def one():\n    {end}"))
        assert {task.name: task.status for task in in_test.tasks if task.points < task.max_points} == {"is_one": status}


def test_an_endless_loop_costs_one_time_out_and_not_one_for_each_test(grading: Grading) -> None:
    began = time.monotonic()
    graded = grading.result(
        *SOLVED, put("square", "def square(x):\n    while x == 1 or x == 2:\n        pass\n    return x**2")
    )
    late = ["public", "hidden", "shown", "share"]
    assert time.monotonic() - began < len(late) * SECONDS
    assert [task.name for task in graded.tasks if task.status == "timeout"] == late
    assert {task.name: task.points for task in graded.tasks}["last"] == 1, "what does not hang keeps its points"


def test_when_the_time_of_the_notebook_is_over_every_test_is_late(course: Path, server: ForkServer) -> None:
    graded = Grading(course, server, seconds=0).grade(*SOLVED)
    assert {task.status for task in graded.result.tasks} == {"timeout"}


def test_the_source_the_gradebook_and_the_disk_are_out_of_reach(grading: Grading, course: Path) -> None:
    attack = f"""
import pathlib, socket
found = []
for reach in (
    lambda: pathlib.Path({str(course / "source" / "ps1" / "first.ipynb")!r}).read_text(),
    lambda: pathlib.Path({str(course)!r}).joinpath("owned").write_text("x"),
    lambda: pathlib.Path("/etc/passwd").read_text(),
    lambda: socket.socket(),
):
    try:
        found.append(reach())
    except OSError:
        found.append("denied")
print(found)
"""
    graded = grading.grade(*SOLVED, put("one", attack))
    assert graded.notebook is not None
    (cell,) = (cell for cell in graded.notebook["cells"] if cell["source"] == attack)
    assert cell["outputs"][0]["text"] == "['denied', 'denied', 'denied', 'denied']\n"
    assert not (course / "owned").exists()


def test_another_language_is_refused(tmp_path: Path) -> None:
    (tmp_path / "source" / "ps1").mkdir(parents=True)
    other = notebook(FIRST)
    other["metadata"]["kernelspec"]["language"] = "R"
    (tmp_path / "source" / "ps1" / "first.ipynb").write_text(json.dumps(other))
    with refused("source-language", language="R"):
        make_nbgrader_course(tmp_path, "ps1", None)


def test_a_configuration_that_fails_is_named(tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").write_text("c = get_conf()")
    with refused("config-fails", error="NameError"):
        make_nbgrader_course(tmp_path, "ps1", None)


def test_data_that_would_fill_the_scratch_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "source" / "ps1").mkdir(parents=True)
    (tmp_path / "source" / "ps1" / "first.ipynb").write_text(json.dumps(notebook(FIRST)))
    with open(tmp_path / "source" / "ps1" / "video.bin", "wb") as file:
        file.truncate(200 * 1024**2)
    with refused("source-too-large"):
        make_nbgrader_course(tmp_path, "ps1", None)


def test_a_header_is_looked_for_from_the_courses_folder_and_a_notebook_of_several_is_one_assignment(
    tmp_path: Path,
) -> None:
    course = tmp_path / "physics"
    (course / "source" / "ps1").mkdir(parents=True)
    for name in ("first", "second"):
        (course / "source" / "ps1" / f"{name}.ipynb").write_text(json.dumps(notebook(FIRST)))
    (course / "source" / "header.ipynb").write_text(json.dumps(notebook([("plain", "markdown", "rules", 0, "Rules")])))
    (course / "nbgrader_config.py").write_text(
        "c = get_config()\nc.IncludeHeaderFooter.header = 'source/header.ipynb'\nc.CourseDirectory.root = '.'\n"
    )
    small, names = make_nbgrader_course(course, "ps1", None)
    assert names == ["1_ps1_first", "2_ps1_second"]
    made = json.loads((small / "assignments" / names[0] / "made_of.json").read_text())
    assert made["cells"][0]["source"] == "Rules"


def test_a_header_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "source" / "ps1").mkdir(parents=True)
    (tmp_path / "source" / "ps1" / "first.ipynb").write_text(json.dumps(notebook(FIRST)))
    (tmp_path / "nbgrader_config.py").write_text("get_config().IncludeHeaderFooter.header = 'source/top.ipynb'")
    with refused("nbgrader-file-missing", step="IncludeHeaderFooter", file="source/top.ipynb"):
        make_nbgrader_course(tmp_path, "ps1", None)


def test_what_lies_in_the_scratch_folder_is_gone_before_files_are_put_there(grading: Grading) -> None:
    left = grading.grader._server.scratch / "left"
    left.mkdir()
    look = put("one", "import os\n\ndef one():\n    return 1 + os.path.exists('left')")
    assert grading.points(*SOLVED, look)["is_one"] == 1
    assert not left.exists()


def test_a_master_notebook_is_refused_for_an_nbgrader_course(course: Path, tmp_path: Path) -> None:
    master = course / "source" / "ps1" / "first.ipynb"
    done = commands.hippograd("grade-course", course, master, "-a", "ps1", "--master", master, cwd=tmp_path)
    assert done.returncode == 2
    assert "(master-not-otter)" in " ".join(done.stderr.split())
