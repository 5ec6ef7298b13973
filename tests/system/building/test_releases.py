"""Each proof about a release finds the defect that it is there for, and nothing in a sound release."""

from collections.abc import Callable

import nbformat
import pytest

from hippograd.course import Course
from hippograd.proofs import releases

Proof = Callable[..., list[str]]
PROOFS = [
    releases.leaks,
    releases.disagreeing_points,
    releases.missing_requirements,
    releases.notebooks_that_do_not_parse,
    releases.releases_that_do_not_start,
]


def findings(proof: Proof, course: Course) -> str:
    return "\n".join(proof(course, course.cohort("2030")))


def add_cell(course: Course, source: str, place: int = 2) -> None:
    path = course.release_folder / "2030" / "1_scaling" / "1_scaling.ipynb"
    nb = nbformat.read(path, as_version=4)
    nb.cells.insert(place, nbformat.v4.new_code_cell(source, id="added"))
    nbformat.write(nb, path)


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.__name__)
def test_a_sound_release_has_no_findings(built_once: Course, proof: Proof) -> None:
    assert findings(proof, built_once) == ""


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.__name__)
def test_a_release_that_is_missing_is_a_finding(course: Course, proof: Proof) -> None:
    assert "there is no release" in findings(proof, course)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        pytest.param("README.md", "   return  2.5 *x", id="line of a solution"),
        pytest.param("scaling/fixtures.py", "    return scaled(x) + (-0.5)", id="line of a solution in the kit"),
        pytest.param("README.md", "Because sums stay sums under it, and so do multiples.", id="model answer"),
        pytest.param("checks/scaled.py", "- 1 `additive`: additivity.", id="mark scheme"),
        pytest.param("checks/scaled.py", "SECRET_INPUTS = np.array([0.25, 4.5])", id="hidden input"),
        pytest.param("checks/shifted.py", "np.ndim(student.scaled(1.0)) == 0,", id="line of a hidden check"),
        pytest.param("checks/shifted.py", "# see test_moves_zero_by_the_shift", id="name of a hidden check"),
    ],
)
def test_a_leak_is_found_in_any_file_whatever_its_indentation(built: Course, file: str, text: str) -> None:
    path = built.release_folder / "2030" / "1_scaling" / file
    path.write_text(f"{path.read_text()}\n{text}\n")
    found = findings(releases.leaks, built)
    assert f"{file} " in found
    assert found.count("\n") == 0


def test_the_head_of_a_loop_gives_nothing_away(built: Course) -> None:
    path = built.release_folder / "2030" / "1_scaling" / "scaling" / "fixtures.py"
    path.write_text(f"{path.read_text()}\n    for secret_input in SECRET_INPUTS:\n        pass\n")
    assert findings(releases.leaks, built) == ""


def test_a_leak_is_found_in_a_cell_of_the_notebook(built: Course) -> None:
    add_cell(built, "if True:\n    return scaled(x) + (-0.5)")
    assert "1_scaling.ipynb shows a solution" in findings(releases.leaks, built)


def test_a_solution_under_other_names_is_found_in_a_public_check(built: Course, edit_cell: Callable[..., None]) -> None:
    """A helper that calculates what is right ships with the public check that calls it."""
    chapter = built.assignment("1_scaling")
    answer = (
        "### BEGIN SOLUTION\ndef scaled(x):\n    return np.linalg.solve(x @ x.T, x @ np.ones(3)).T\n### END SOLUTION"
    )
    edit_cell(chapter.notebook, "scaled-answer", source=answer)
    path = built.release_folder / "2030" / "1_scaling" / "checks" / "scaled.py"
    path.write_text(f"{path.read_text()}\n\ndef best(Z):\n    return np.linalg.solve(Z @ Z.T, Z @ np.ones(3)).T\n")
    found = findings(releases.leaks, built)
    assert "checks/scaled.py calculates what a solution does" in found
    assert "np.linalg.solve(v0 @ v0.T, v0 @ np.ones(3)).T" in found


def test_points_that_disagree_between_notebook_and_grader_are_found(built: Course) -> None:
    path = built.release_folder / "2030" / "1_scaling" / "1_scaling.ipynb"
    path.write_text(path.read_text().replace('"points": 2.5', '"points": 3'))
    expected = "scaled has 2.5 points in the course, 3.0 in the notebook, 2.5 in the gradebook"
    assert expected in findings(releases.disagreeing_points, built)


def test_an_undeclared_import_is_found_in_the_notebook_and_in_what_the_kit_loads(built: Course) -> None:
    add_cell(built, "%matplotlib inline\nimport scipy.linalg")
    kit = built.release_folder / "2030" / "1_scaling" / "scaling" / "fixtures.py"
    kit.write_text(f"{kit.read_text()}\nimport pandas\n\n\ndef lazily():\n    import torch\n")
    found = findings(releases.missing_requirements, built)
    assert "1_scaling.ipynb imports scipy" in found
    assert "scaling/fixtures.py imports pandas" in found
    assert "torch" not in found


def test_a_cell_that_is_no_python_is_found_and_magics_are_none_of_these(built: Course) -> None:
    add_cell(built, "%timeit sum([1])\n!ls\nY =")
    assert "cell added, line 3" in findings(releases.notebooks_that_do_not_parse, built)


@pytest.mark.parametrize(
    ("source", "place", "expected"),
    [
        pytest.param("unheard_of", 2, "cell added: NameError", id="fails before the first blank"),
        pytest.param("def scaled(x):\n    return 2 * x", 4, "although the first blank is empty", id="fills the blank"),
    ],
)
def test_a_release_that_does_not_run_up_to_its_first_blank_is_found(
    built: Course, source: str, place: int, expected: str
) -> None:
    add_cell(built, source, place)
    assert expected in findings(releases.releases_that_do_not_start, built)
