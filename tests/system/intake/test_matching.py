"""What is whole is left alone, what lost its ids is recognised, and what was done is said."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from gradekit.cell_names import defined_names, looked_up_names, used_names
from hippograd.building.released import released_cells
from hippograd.course import Cohort, Course, Offering
from hippograd.course.regions import without_scheme
from hippograd.course.released import ReleasedCell
from hippograd.intake import Note, read_notebook
from hippograd.intake.matching import match
from hippograd.intake.matching.cells import LOCKED, MatchedCell
from hippograd.intake.matching.match import match_cells
from hippograd.intake.matching.omitting import without_definitions
from hippograd.proofs.filling import filled_notebook, reference_answers
from tests.conftest import Class, tasks_of


def matched(notebook: dict[str, Any], released: list[ReleasedCell]) -> tuple[list[MatchedCell], list[str]]:
    return match_cells(read_notebook(json.dumps(notebook).encode(), "f"), released, "f")


def as_handed_in(classroom: Class, **answers: str) -> dict[str, Any]:
    notebook = json.loads(classroom.text(**answers))
    for cell in notebook["cells"]:
        cell["source"] = without_scheme(cell["source"])
    return notebook


def test_a_whole_notebook_is_matched_by_ids_alone(classroom: Class, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(match, "repaired_notebook", None)
    notebook = as_handed_in(classroom)
    notebook["cells"].insert(4, {"cell_type": "code", "id": "mine", "metadata": {}, "source": "x = 1"})
    cells, notes = matched(notebook, classroom.cells)
    assert notes == []
    assert [cell.kind for cell in cells].count("own") == 1
    assert len(cells) == len(classroom.cells) + 1


def test_a_mark_scheme_is_known_by_the_words_of_its_marks(classroom: Class) -> None:
    cells = [msgspec.structs.replace(cell, source=cell.source.replace("===", "###")) for cell in classroom.cells]
    assert any("### BEGIN MARK SCHEME" in cell.source for cell in cells)
    _, notes = matched(as_handed_in(classroom), cells)
    assert notes == []


def test_a_notebook_that_is_half_done_needs_no_word(classroom: Class) -> None:
    blanks = {cell.task: cell.source for cell in classroom.cells if cell.kind in ("answer", "written")}
    for task in ("w_star", "bias_term", "four_cells_fitted"):
        cells, notes = matched(as_handed_in(classroom, **{task: blanks[task]}), classroom.cells)
        assert notes == []
        assert [cell.name for cell in cells if cell.kind == "answer" and cell.is_blank] == [f"{task}_answer"]
    cells, notes = matched(as_handed_in(classroom, **blanks), classroom.cells)
    assert notes == []


def test_a_locked_cell_that_the_course_has_corrected_since_is_none_that_a_student_changed(classroom: Class) -> None:
    corrected = [
        msgspec.structs.replace(cell, source=f"{cell.source}\n# Corrected.") if cell.kind in LOCKED else cell
        for cell in classroom.cells
    ]
    offering = classroom.grader.plan.offering
    notebook = json.loads((offering.release / f"{offering.assignment.name}.ipynb").read_text())
    cells, notes = matched(notebook, corrected)
    assert notes == []
    assert {cell.kind for cell in cells if cell.source.endswith("# Corrected.")} == set(LOCKED)
    place = next(n for n, cell in enumerate(notebook["cells"]) if cell["id"] == "interpret-weights-question")
    for damaged in ({"points": "many"}, {"grade_id": None, "checksum": "0" * 32}, {}):
        question = notebook["cells"][place]
        question["source"] = "".join(question["source"]) + "\nMy answer."
        question["metadata"]["nbgrader"] |= damaged
        _, notes = matched(notebook, corrected)
        assert any("its question was changed" in str(note) for note in notes)


def test_nobody_is_asked_about_blanks_without_ids_that_are_as_they_were_given(
    linear_course: Course, cohort: Cohort
) -> None:
    released = released_cells(Offering(linear_course, linear_course.assignment("2_gradient_descent"), cohort))
    notebook = filled_notebook(released, {"derivative": reference_answers(released)["derivative"]})
    for cell in notebook["cells"]:
        cell["metadata"], cell["id"], cell["source"] = {}, "", without_scheme(cell["source"])
    cells, notes = matched(notebook, released)
    assert [note for note in notes if note.for_staff] == []
    assert [cell.name for cell in cells if cell.kind == "answer" and not cell.is_blank] == ["derivative_answer"]


def test_a_blank_with_an_answer_elsewhere_is_kept_as_text(classroom: Class) -> None:
    notebook = as_handed_in(classroom)
    answer = next(cell for cell in notebook["cells"] if cell["id"] == "fit-1d-answer")
    own = {"cell_type": "code", "id": "mine", "metadata": {}, "source": answer["source"]}
    answer["source"] = next(cell.source for cell in classroom.cells if cell.id == "fit-1d-answer")
    at = notebook["cells"].index(answer)
    notebook["cells"].insert(at + 1, own)
    cells, notes = matched(notebook, classroom.cells)
    assert [(note.code, note.data["cell"], note.data["task"]) for note in notes] == [
        ("cell-recognised-by-names", at + 2, "fit_1d")
    ]
    assert cells[at + 1].name == "fit_1d_answer"
    (blank,) = [cell for cell in cells if cell.submitted is not None and cell.submitted.text == answer["source"]]
    assert (blank.kind, blank.cell_type) == ("own", "raw")


def test_two_answers_are_named_to_the_person_who_decides(classroom: Class) -> None:
    notebook = as_handed_in(classroom)
    at = next(place for place, cell in enumerate(notebook["cells"]) if cell["id"] == "fit-1d-answer")
    notebook["cells"].insert(at, notebook["cells"][at] | {"source": "def fit_1d(x, y):\n    return 1"})
    _, notes = matched(notebook, classroom.cells)
    assert [(note.code, note.for_staff, note.data["task"]) for note in notes] == [("answers-differ", True, "fit_1d")]


def test_what_was_added_to_a_setup_runs_before_the_released_one(classroom: Class) -> None:
    notebook = as_handed_in(classroom)
    setup = next(cell for cell in notebook["cells"] if cell["id"] == "setup")
    setup["source"] += "\nnp = 'spoiled'"
    cells, notes = matched(notebook, classroom.cells)
    places = [place for place, cell in enumerate(cells) if "load_session()" in cell.source and cell.cell_type == "code"]
    assert [cells[place].kind for place in places] == ["own", "setup"]
    assert "spoiled" not in cells[places[1]].source
    assert [(note.code, note.data["cell"]) for note in notes] == [("cell-restored", "setup-setup")]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("a, (b, *c) = 1, (2, 3)\nd: int = 4\ne += 1", "a b c d e"),
        ("for i in range(3):\n    with f() as g:\n        import os.path as p, sys", "i g p sys"),
        ("def f(x):\n    y = 1\nclass K:\n    z = 2\n    def m(self): self.w = 1", "f K K.z K.m"),
        ("K.m = m\nsetattr(K, 'n', m)\nK.x.y = 3", "K.m K.n"),
        ("[q for q in 'ab']\nlambda r: r\n(s := 1)", "s"),
        ("[(q := p) for p in 'ab' if (r := p)]", "q r"),
        (
            "match f():\n    case [q, *r] | {'a': q, **r}: pass\n    case T(u=s) as t: v = 1\n    case _: pass",
            "q r s t v",
        ),
        ("%%time\nx = !ls\ny = %pwd\n!pip install z\n%matplotlib inline\nprint?\nw = 5 % 3", "x y w"),
        ("%time v = f()\n%time for u in v: pass\n%time t?\n%time s = !ls\nw = 1", "s v w"),
        ("%time v = f()  # why? so\n%time (u) = f()  # why?\n%prun t = f('?')\n%timeit s = 1", "t u v"),
        ("this is not Python", ""),
        ("x = (", ""),
    ],
)
def test_the_names_that_a_cell_defines(source: str, names: str) -> None:
    assert defined_names(source) == set(names.split())


def test_the_names_that_a_cell_uses() -> None:
    assert used_names("def f(x):\n    return x + W\nmodel.fit()") == {"x", "W", "model", ".fit"}


def test_what_was_put_right_stands_at_the_top_of_the_graded_notebook(classroom: Class) -> None:
    notebook = as_handed_in(classroom)
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] != "fit-1d-check"]
    data = json.dumps(notebook).encode()
    graded = classroom.grader.grade(
        data, student="a", file="f", notes=[Note("Handed in late."), Note("a <b>.ipynb was graded.")]
    )
    assert (graded.result.notes[-1].code, graded.result.notes[-1].data["cell"]) == ("cell-put-back", "fit_1d")
    assert graded.notebook is not None
    top = graded.notebook["cells"][0]
    assert top["cell_type"] == "markdown"
    assert "- Handed in late.\n- a \\<b\\>.ipynb was graded.\n- The cell fit\\_1d was missing" in top["source"]


@pytest.mark.parametrize("deep", ["lambda: " * 9000 + "x", "x" + ".a" * 50_000, "nonlocal x\nx", "-" * 15_000 + "x"])
def test_code_that_is_too_deep_to_be_read_looks_up_nothing(deep: str) -> None:
    assert looked_up_names(deep) == frozenset()


def test_of_a_task_that_stands_there_twice_the_check_below_the_last_answer_counts(classroom: Class) -> None:
    notebook = as_handed_in(classroom)
    ids = [cell["id"] for cell in notebook["cells"]]
    at, check = ids.index("fit-1d-answer"), ids.index("fit-1d-check")
    first = [notebook["cells"][at] | {"source": "def fit_1d(x, y):\n    return 1"}, notebook["cells"][check]]
    notebook["cells"][at:at] = first
    cells, _ = matched(notebook, classroom.cells)
    kept = [place for place, cell in enumerate(cells) if cell.released is not None and cell.name.startswith("fit_1d")]
    assert [cells[place].kind for place in kept] == ["answer", "check"]
    assert "return 1" not in cells[kept[0]].source


FORWARD = "def forward(self, X):\n    return self.W @ self.add_bias_row(X)\n"
FIT = """\
def fit(self):
    X = self.add_bias_row(self.X_train)
    self.W = (self.Y_train @ X.T) @ np.linalg.inv(X @ X.T)
"""
WRONG = "def forward(self, X):\n    return self.W @ X\n"


def inside(method: str) -> str:
    """A class that adds a method to the one of its name."""
    return "class LinearModelWithBias(LinearModelWithBias):\n    " + method.replace("\n", "\n    ")


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ((f"{FORWARD}\nLinearModelWithBias.forward = forward", f"{FIT}\nLinearModelWithBias.fit = fit"), "joined"),
        ((inside(FORWARD), inside(FIT)), "joined"),
        (
            (
                f"{FORWARD.replace('forward', 'new')}\nLinearModelWithBias.forward = new",
                f"{FIT.replace('fit', 'new')}\nLinearModelWithBias.fit = new",
            ),
            "joined",
        ),
        (
            (
                f"{WRONG}\n{FIT}\nLinearModelWithBias.forward, LinearModelWithBias.fit = forward, fit",
                f"{FORWARD}\n{FIT}\nLinearModelWithBias.forward, LinearModelWithBias.fit = forward, fit",
            ),
            "different answers",
        ),
    ],
    ids=["attached", "classes", "one-helper", "rivals"],
)
def test_cells_that_give_the_class_of_a_blank_its_methods_are_an_answer(
    classroom: Class, cells: tuple[str, ...], said: str
) -> None:
    notebook = as_handed_in(classroom)
    at = next(place for place, cell in enumerate(notebook["cells"]) if cell["id"] == "bias-term-answer")
    notebook["cells"][at]["source"] = next(cell.source for cell in classroom.cells if cell.id == "bias-term-answer")
    own = [{"cell_type": "code", "id": f"mine{n}", "metadata": {}, "source": text} for n, text in enumerate(cells)]
    notebook["cells"][at + 1 : at + 1] = own
    result = classroom.grade(json.dumps(notebook)).result
    assert tasks_of(result)["bias_term"].status == "passed"
    assert any(said in note.text for note in result.notes)


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("import a\nfit = 1\nb = 2", "import a\npass\nb = 2"),
        ("@d\ndef fit(x):\n    return x\n\n\ndef g(): ...", "pass\n\n\n\n\ndef g(): ..."),
        ("if a:\n    Model.fit = b\n    c = 1\nelse:\n    fit = 2", "if a:\n    pass\n    c = 1\nelse:\n    pass"),
        ("for fit in a:\n    b = 1\nc = 2", "pass\n\nc = 2"),
        ("with a:\n  try:\n    fit()\n  except b:\n    fit = 1", "with a:\n  try:\n    fit()\n  except b:\n    pass"),
        ("ä = 1; fit = 'ö'; b = 2", "ä = 1; pass; b = 2"),
        ("fig, fit = f(\n    1\n)  # so\nb = 2", "pass  # so\n\n\nb = 2"),
        ("class Model(Model):\n    def fit(self): ...\n    def g(self): ...\nb = 1", "pass\n\n\nb = 1"),
        ("%matplotlib inline\nfit = 1\nb = 2", ""),
        ("this is not Python, fit = 1", "this is not Python, fit = 1"),
        ("b = fit", "b = fit"),
    ],
)
def test_only_the_statements_that_set_a_name_are_left_out(source: str, left: str) -> None:
    own = MatchedCell("your cell 1", "code", source, None, None)
    (cell,) = without_definitions(frozenset({"fit", "Model.fit"}), [own])
    assert cell.source == left
