"""Marking at the desk: what counts, what is taken back, and what nbgrader has of it.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

from pathlib import Path

from hippograd.marking.store import RESOLUTION, SECOND
from tests.system.marking.conftest import (
    A,
    give,
    give_group,
    in_nbgrader,
)
from tests.system.marking.test_desk import Sit
from tests.system.reports.conftest import hippograd


def test_commands_say_what_is_left_to_settle(course: Path, sit_down: Sit) -> None:
    first, second = sit_down("tess"), sit_down("zoe", SECOND)
    why, shifted = first.questions
    give_group(first, why, ["amber01", "ben02"], ["additive"])
    give(first, why, "cem03", ["additive", "homogeneous"])
    give(first, shifted, "amber01", [])
    give_group(second, why, ["amber01", "ben02"], ["additive", "homogeneous"])
    give(second, shifted, "amber01", [])
    notebook = course / "assignments" / A / f"{A}.ipynb"
    text = notebook.read_text()

    def said(command: str, *options: object) -> list[str]:
        done = hippograd(course, command, *options, "-c", "2030", "--unmarked")
        assert done.returncode == 0, done.stderr
        return [line.removeprefix("to settle  ") for line in done.stdout.splitlines() if line.startswith("to settle")]

    export = ("export", A, "--to", course / "marks.csv")
    differing = "{} whose first and second marks differ: hippograd mark 1_scaling --resolve --cohort 2030"
    assert said(*export) == [differing.format("2 answers")]
    give(sit_down("kim", RESOLUTION), why, "ben02", ["additive"])
    assert said(*export) == [differing.format("1 answer")]
    notebook.write_text(text.replace("- 1 `additive`", "- 1.5 `additive`").replace("- 1 `homo", "- 0.5 `homo"))
    earlier = "{} whose items are worth something else by now: hippograd mark 1_scaling --cohort 2030, key r"
    assert said(*export) == [earlier.format("2 answers"), differing.format("1 answer")]
    assert said("feedback", "-a", A, "-j", "1", "ben02") == [earlier.format("1 answer")]
    assert said("feedback", "-a", A, "-j", "1", "cem03") == [], "what changed cancels out"
    notebook.write_text(text.replace("- 1 `additive`", "- 1 additive"))
    assert said(*export)[0].startswith(f"not known for {A}: ")


def test_commands_say_which_marks_are_above_what_a_task_is_worth(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why, _ = desk.questions
    give(desk, why, "amber01", ["additive", "homogeneous"])
    give(desk, why, "ben02", ["additive"])
    command = ["mark", "cem03", "why_linear", 1.5, "--why", "By hand.", "-c", "2030"]
    assert hippograd(course, *command).returncode == 0
    run = ("grade", course / "handed_in", "-a", A, "-c", "2030", "-j", 1, "--tier", "unconfined")
    assert "is worth by now" not in hippograd(course, *run).stdout
    folder = course / "assignments" / A
    settings, notebook = (folder / "assignment.toml", folder / f"{A}.ipynb")
    settings.write_text(settings.read_text().replace("written = 2", "written = 1"))
    scheme = notebook.read_text().replace("2 points.", "1 point.")
    notebook.write_text(scheme.replace("- 1 `additive`", "- 0.5 `additive`").replace("- 1 `homo", "- 0.5 `homo"))
    said = (
        "to settle  2 marks of more than why_linear is worth by now: amber01, cem03; "
        "hippograd mark STUDENT why_linear POINTS --why … --cohort 2030\n"
    )
    export = ("export", A, "--to", course / "marks.csv", "-c", "2030", "--unmarked")
    for words in (export, run, export):
        assert said in hippograd(course, *words).stdout, "also before the class is graded again"
    page = ("feedback", "-a", A, "-j", 1, "-c", "2030", "--unmarked", "cem03")
    assert said.replace("2 marks", "1 mark").replace("amber01, ", "") in hippograd(course, *page).stdout
    assert in_nbgrader(course, "amber01")[0] == 2, "only said"
    for student in ("amber01", "cem03"):
        assert hippograd(course, "mark", student, "why_linear", 1, "--why", "All.", "-c", "2030").returncode == 0
    assert "is worth by now" not in hippograd(course, *export).stdout
