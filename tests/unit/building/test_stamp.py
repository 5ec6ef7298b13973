"""From cell tags and placeholders to nbgrader metadata and numbers."""

from collections.abc import Callable
from typing import Any

import nbformat
import pytest

from hippograd.building.converting import stamped_notebook
from hippograd.building.placeholders import UnknownPlaceholder, fill_code, fill_text
from hippograd.course import Course
from tests.refusals import refused

Edit = Callable[..., None]


def stamped(course: Course, cohort: str = "2030") -> Any:
    return stamped_notebook(course.assignment("1_scaling"), course.cohort(cohort))


def test_every_tag_becomes_the_metadata_that_nbgrader_expects(course: Course) -> None:
    found = {}
    for cell in stamped(course).cells:
        if "nbgrader" in cell.metadata:
            data = cell.metadata.nbgrader
            flags = "".join(
                letter for letter, on in zip("gsl", (data.grade, data.solution, data.locked), strict=True) if on
            )
            found[data.grade_id] = (cell.cell_type, flags, data.get("points"))
    assert found == {
        "setup-imports": ("code", "l", None),
        "scaled_answer": ("code", "s", None),
        "scaled": ("code", "gl", 2.5),
        "why_linear_question": ("markdown", "l", None),
        "why_linear": ("markdown", "gs", 2),
        "shifted_answer": ("code", "s", None),
        "shifted": ("code", "gl", 2),
        "shifted_written_question": ("markdown", "l", None),
        "shifted_written": ("markdown", "gs", 1),
    }


def test_the_points_in_the_notebook_follow_the_grader(course: Course, cell: Any) -> None:
    grader = course.graders_folder / "1_scaling" / "test_scaled.py"
    grader.write_text(grader.read_text().replace("points=1.5", "points=4"))
    nb = stamped(course)
    assert cell(nb, "scaled-check").metadata.nbgrader.points == 5
    assert "· 5 points ·" in cell(nb, "scaled-text").source


def test_text_and_code_get_the_numbers_of_their_cohort(course: Course, cell: Any) -> None:
    for cohort, factor, shift in (("2030", "2.50", "-0.5"), ("2031", "4.00", "-1.5")):
        nb = stamped(course, cohort)
        assert f"is {factor}." in cell(nb, "title").source
        assert f"scaled(x) + ({shift})" in cell(nb, "shifted-answer").source
    assert "Task 1.3 builds on it" in cell(nb, "scaled-text").source
    heading = "### Task 1.1 · Stretching a number · 2.5 points · about 5 minutes"
    assert cell(nb, "scaled-text").source.startswith(heading)


@pytest.mark.parametrize(
    ("code", "filled"),
    [
        ("x = cohort.scaling.shift", "x = -0.5"),
        ("x = cohort.scaling.shift ** 2", "x = (-0.5) ** 2"),
        ("x = f(cohort.scaling.factor, y=cohort.scaling.shift)", "x = f(2.5, y=-0.5)"),
        ("é = cohort.scaling.factor + cohort.scaling.factor  # cohort.scaling.shift", None),
        ('print("cohort.scaling.factor", cohort.scaling.factor)', 'print("cohort.scaling.factor", 2.5)'),
        ("names = cohort.scaling.names", "names = ['Ada', 'Émilie']"),
        ("%matplotlib inline\nx = cohort.scaling.factor", "%matplotlib inline\nx = 2.5"),
        ("files = !ls\nx = cohort.scaling.factor", "files = !ls\nx = 2.5"),
        ("t = %timeit -o f()\nx = cohort.scaling.factor", "t = %timeit -o f()\nx = 2.5"),
        ("np.sum?\nx = cohort.scaling.factor", "np.sum?\nx = 2.5"),
        ("%time x = cohort.scaling.factor", "%time x = 2.5"),
        ("the_cohort.scaling = 1", "the_cohort.scaling = 1"),
    ],
)
def test_only_the_expressions_of_the_cohort_are_replaced_in_code(course: Course, code: str, filled: str | None) -> None:
    expected = filled or "é = 2.5 + 2.5  # cohort.scaling.shift"
    assert fill_code(code, course.cohort("2030")) == expected


@pytest.mark.parametrize("text", ["{{ cohort.scaling.factor }", "{ cohort.scaling.factor }}", "{ task.scaled }"])
def test_a_placeholder_that_lacks_a_brace_is_refused(course: Course, text: str) -> None:
    with pytest.raises(UnknownPlaceholder, match="has one brace on a side"):
        fill_text(text, course.cohort("2030"), course.assignment("1_scaling"))


@pytest.mark.parametrize("code", ["cohort = 3", "print(cohort)", "x = cohort.scaling", "x = cohort.unheard.of"])
def test_code_that_cannot_be_filled_is_refused(course: Course, code: str) -> None:
    with pytest.raises(UnknownPlaceholder):
        fill_code(code, course.cohort("2030"))


def test_a_number_in_an_f_string_is_filled_rightly_or_refused(course: Course) -> None:
    try:
        code = fill_code("a = f'é {cohort.scaling.factor:.1f} m'", course.cohort("2030"))
    except UnknownPlaceholder:
        return
    names: dict[str, str] = {}
    exec(code, names)
    assert names["a"] == "é 2.5 m"


@pytest.mark.parametrize(
    "text", ["{{ cohort.x }}", "{{ task.x }}", "{{ chort.scaling.factor }}", "{{ cohort.name:.1f }}"]
)
def test_text_that_cannot_be_filled_is_refused(course: Course, text: str) -> None:
    with pytest.raises(UnknownPlaceholder):
        fill_text(text, course.cohort("2030"), course.assignment("1_scaling"))


def test_braces_of_formulas_are_left_alone(course: Course) -> None:
    formula = r"$\frac{{a}}{b}$ and {{1}}"
    assert fill_text(formula, course.cohort("2030"), course.assignment("1_scaling")) == formula


def test_what_depends_on_who_saved_the_notebook_is_dropped(course: Course, edit_cell: Edit, cell: Any) -> None:
    path = course.assignment("1_scaling").notebook
    output = nbformat.v4.new_output("stream", text="saved by somebody")
    edit_cell(path, "imports", outputs=[output], execution_count=7, metadata={"tags": ["setup"], "scrolled": True})
    nb = stamped(course)
    assert cell(nb, "imports").outputs == []
    assert cell(nb, "imports").execution_count is None
    assert "scrolled" not in cell(nb, "imports").metadata
    assert "version" not in nb.metadata.language_info


SOLUTION = "### BEGIN SOLUTION\nx = 1\n### END SOLUTION"


@pytest.mark.parametrize(
    ("cell_id", "change", "code"),
    [
        pytest.param("scaled-answer", {"tags": ["answr:scaled"]}, "tag-unknown", id="misspelt kind"),
        pytest.param("imports", {"tags": ["setup:scaled"]}, "tag-unknown", id="setup of a task"),
        pytest.param("imports", {"tags": ["setup", "demo"]}, "tags-several", id="two tags"),
        pytest.param("title", {"tags": ["check:scaled"]}, "cell-type-wrong", id="type of the cell"),
        pytest.param("scaled-answer", {"tags": ["answer:scald"]}, "cell-out-of-order", id="unknown task"),
        pytest.param("scaled-check", {"remove": True}, "cell-out-of-order", id="no check"),
        pytest.param("shifted-written", {"remove": True}, "cell-missing", id="last is missing"),
        pytest.param(
            "scaled-check", {"source": 'grader.check("scaled")\nprint(1)'}, "check-cell-changed", id="busy check"
        ),
        pytest.param("scaled-answer", {"source": "x = 1"}, "solution-missing", id="no solution"),
        pytest.param("scaled-demo", {"source": SOLUTION}, "solution-misplaced", id="solution elsewhere"),
        pytest.param(
            "scaled-answer", {"source": "### BEGIN SOLUTION\nx = 1"}, "markers-unpaired", id="region left open"
        ),
        pytest.param("why-question", {"source": "Why?"}, "scheme-missing", id="no mark scheme"),
        pytest.param(
            "why-question",
            {"source": "=== BEGIN MARK SCHEME ===\n3 points.\n=== END MARK SCHEME ==="},
            "scheme-other-points",
            id="other points",
        ),
        pytest.param(
            "why-question",
            {"source": "=== BEGIN MARK SCHEME ===\n- Because.\n=== END MARK SCHEME ==="},
            "scheme-other-points",
            id="no points",
        ),
        pytest.param(
            "title",
            {"source": "=== BEGIN MARK SCHEME ===\n1\n=== END MARK SCHEME ==="},
            "scheme-misplaced",
            id="mark scheme elsewhere",
        ),
        pytest.param("title", {"source": "{{ cohort.nothing }}"}, "placeholder-unknown", id="placeholder"),
        pytest.param("title", {"source": "$x$ { cohort.scaling.factor }"}, "placeholder-unknown", id="half"),
        pytest.param("scaled-demo", {"source": "cohort.scaling.factor +"}, "code-bad", id="syntax error"),
    ],
)
def test_an_error_names_notebook_cell_cause_and_remedy(
    course: Course, edit_cell: Edit, cell_id: str, change: dict[str, Any], code: str
) -> None:
    edit_cell(course.assignment("1_scaling").notebook, cell_id, **change)
    with refused(code) as raised:
        stamped(course)
    assert "1_scaling.ipynb" in raised.value.message
    assert raised.value.remedy
    assert code == "cell-missing" or change.get("remove") or f"cell {cell_id}" in raised.value.message


def test_a_task_without_its_heading_is_refused(course: Course) -> None:
    path = course.assignment("1_scaling").notebook
    path.write_text(path.read_text("utf-8").replace("{{ task.scaled }}", "Scaling"), "utf-8")
    with refused("heading-count", number="1.1", headings="0 headings") as raised:
        stamped(course)
    assert "{{ task.scaled }}" in raised.value.remedy


def test_a_task_with_two_headings_is_refused(course: Course) -> None:
    path = course.assignment("1_scaling").notebook
    path.write_text(path.read_text("utf-8").replace("{{ task.scaled }}", "{{ task.scaled }} {{task.scaled}}"), "utf-8")
    with refused("heading-count", number="1.1", headings="2 headings"):
        stamped(course)


def test_a_written_answer_away_from_its_question_is_refused(course: Course) -> None:
    path = course.assignment("1_scaling").notebook
    nb = nbformat.read(path, as_version=4)
    nb.cells.insert(-1, nbformat.v4.new_markdown_cell("In between.", id="between"))
    nbformat.write(nb, path)
    with refused("written-misplaced"):
        stamped(course)


def test_cells_that_share_an_id_are_refused(course: Course) -> None:
    path = course.assignment("1_scaling").notebook
    path.write_text(path.read_text().replace('"id": "imports"', '"id": "title"'))
    with refused("cell-id-bad", cell=2, problem="shares the id title"):
        stamped(course)


def test_a_conflict_that_git_has_left_is_told_with_its_line(course: Course) -> None:
    path = course.assignment("1_scaling").notebook
    lines = path.read_text().split("\n")
    lines[5:5] = ["<<<<<<< HEAD", '"one"', "=======", '"another"', ">>>>>>> upstream/main"]
    path.write_text("\n".join(lines))
    with refused("git-conflict", file=str(path), line=6):
        stamped(course)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"cells": 3}'])
def test_a_source_that_is_no_notebook_is_refused(course: Course, content: str) -> None:
    course.assignment("1_scaling").notebook.write_text(content)
    with refused("notebook-bad"):
        stamped(course)
