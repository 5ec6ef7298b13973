"""One submission, one result: what is right keeps its points, what is wrong loses its own and nothing else."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import msgspec
import numpy as np
import pytest

from gradekit import checks
from gradekit.cell_names import defined_names
from gradekit.failures import CheckFailed
from hippograd.course import TaskInfo
from hippograd.grading.checker import _fault
from hippograd.grading.grader import Grader
from hippograd.grading.plan import Plan
from hippograd.grading.regrader import Regrader, _as_again, _merged
from hippograd.grading.result import CheckResult, TaskResult, task_status
from hippograd.grading.running import MOST_OUTPUT, RunningNotebook, cells_to_run, is_demonstration
from hippograd.intake import read_notebook
from hippograd.intake.matching.cells import MatchedCell
from hippograd.intake.matching.match import match_cells
from hippograd.intake.matching.omitting import helpers_in
from hippograd.proofs.filling import filled_notebook, notebook_text
from hippograd.sandbox.process import StudentGone
from hippograd.sandbox.servers import ForkServer
from tests.conftest import ROOT, Class, losing_points, tasks_of

LOOP = "\n\nwhile True:\n    pass\n"


def test_the_solution_gets_every_point(classroom: Class) -> None:
    result = classroom.result()
    assert result.status == "graded"
    assert losing_points(result) == []
    assert result.points == result.max_points > 0


def test_a_blank_release_gets_no_point_and_is_called_not_attempted(classroom: Class) -> None:
    blank = {task: next(c.source for c in classroom.cells if c.task == task) for task in classroom.reference}
    result = classroom.grade(
        classroom.text(**{c.task: c.source for c in classroom.cells if c.kind in ("answer", "written")})
    ).result
    assert blank
    assert result.points == 0
    assert {task.status for task in result.tasks} == {"not_attempted"}


def test_where_the_grader_itself_fails_on_a_file_that_file_is_a_row_with_the_place(
    classroom: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("hippograd.grading.grader.match_cells", fail)
    result = classroom.result()
    assert result.status == "not_gradable"
    assert re.search(r"The grader itself failed: RecursionError in test_grader.py, line \d+\.", result.problem.message)
    assert "by hand" in result.problem.remedy


def test_a_fault_of_a_grader_is_said_with_its_line() -> None:
    @checks.check(points=1)
    def test_of_shapes(student: None) -> None:
        """Shapes."""
        np.zeross(3)

    with pytest.raises(AttributeError) as raised:
        test_of_shapes(None)
    said = _fault(test_of_shapes.check, raised.value)
    assert re.fullmatch(r"AttributeError in test_of_shapes, test_grader.py, line \d+: module 'numpy' has .*", said)


def with_own_cell(classroom: Class, source: str, below: str = "", **answers: str) -> dict[str, Any]:
    """The course's own notebook with a cell of the student's below the one that begins so, or at the end."""
    notebook: dict[str, Any] = json.loads(classroom.text(**answers))
    begins = ("".join(cell["source"]).startswith(below) for cell in notebook["cells"])
    place = next((place for place, one in enumerate(begins, 1) if one), 0) if below else len(notebook["cells"])
    assert place > 0
    notebook["cells"].insert(place, {"cell_type": "code", "metadata": {}, "source": source})
    return notebook


def test_a_cell_of_the_students_own_above_a_check_that_spoils_its_answer_is_named(classroom: Class) -> None:
    notebook = with_own_cell(classroom, "W_by_hand = None\nsigma_X = 3", "W_by_hand =")
    place = next(
        place
        for place, cell in enumerate(notebook["cells"], 1)
        if "".join(cell["source"]).startswith("W_by_hand = None")
    )
    result = classroom.grade(json.dumps(notebook)).result
    assert losing_points(result) == ["four_cells_by_hand"]
    (note,) = [task.note for task in result.tasks if task.name == "four_cells_by_hand"]
    assert note.startswith(f"Your cell {place} sets `W_by_hand` too")


@pytest.mark.parametrize("is_right_above", [False, True])
def test_what_a_notebook_leaves_at_its_end_is_graded_and_the_cell_below_is_named(
    classroom: Class, is_right_above: bool
) -> None:
    wrong, right = "n_linear_parameters = 51", classroom.reference["count_linear_parameters"]
    above, below = (right, wrong) if is_right_above else (wrong, right)
    notebook = with_own_cell(classroom, below, count_linear_parameters=above)
    result = classroom.grade(json.dumps(notebook)).result
    assert losing_points(result) == (["count_linear_parameters"] if is_right_above else [])
    if is_right_above:
        note = tasks_of(result)["count_linear_parameters"].note
        assert f"Your cell {len(notebook['cells'])} sets `n_linear_parameters` too" in note


def test_whoever_plays_with_new_names_loses_nothing(classroom: Class) -> None:
    notebook = with_own_cell(classroom, "again = 0 * W_by_hand\nfor one in (size, price):\n    again += one.sum()")
    assert losing_points(classroom.grade(json.dumps(notebook)).result) == []


def test_a_cell_that_takes_all_names_away_is_named(classroom: Class) -> None:
    notebook = json.loads(classroom.text())
    notebook["cells"].append({"cell_type": "code", "metadata": {}, "source": "%reset -f"})
    place = len(notebook["cells"])
    rows = tasks_of(classroom.grade(json.dumps(notebook)).result)
    assert rows["count_linear_parameters"].points == 0
    assert f"Your cell {place} has `%reset`" in rows["count_linear_parameters"].note


def test_a_task_that_rests_on_a_blank_is_graded_over_the_course_s_own_answer(classroom: Class) -> None:
    """The blank as it was released, and one with code below the line that was left in."""
    released = next(cell.source for cell in classroom.cells if cell.task == "linear_forward" and cell.kind == "answer")
    right = classroom.reference["linear_forward"]
    begun = right.replace("        return", "        raise NotImplementedError\n        return", 1)
    assert begun != right
    for forward, status in ((released, "not_attempted"), (begun, "error")):
        result = classroom.result(linear_forward=forward)
        assert losing_points(result) == ["linear_forward"]
        assert tasks_of(result)["linear_forward"].status == status
        assert "own answer" in tasks_of(result)["linear_test_error"].note


def test_a_cell_that_sets_the_name_of_an_answer_costs_that_answer_only(classroom: Class) -> None:
    below = classroom.reference["linear_forward"].partition("\n")[0]
    notebook = with_own_cell(classroom, "LinearModel = LinearModel(**session.arrays)", below)
    result = classroom.grade(json.dumps(notebook)).result
    assert "bias_term" not in losing_points(result)
    assert "four_cells_fitted" not in losing_points(result)
    assert "linear_forward" in losing_points(result)


FORWARD = "def forward(self, X):\n    return product(self, X)\n\nLinearModel.forward = forward"
PRODUCT = "def product(self, X):\n    return self.W @ X\n\nLinearModel.product = product"
FITTED = "W_1d = fit_1d(size, price)\nsigma_X, sigma_XY = np.sum(size * size), np.sum(size * price)"
FIT_1D = "def fit_1d(x, y):\n    return np.sum(x * y) / np.sum(x * x)"


@pytest.mark.parametrize(
    ("task", "cells"),
    [
        ("linear_forward", ["LinearModel.forward = lambda self, X: self.W @ X"]),
        ("linear_forward", ["class LinearModel(LinearModel):\n    def forward(self, X):\n        return self.W @ X"]),
        ("linear_forward", [FORWARD, PRODUCT]),
        ("fit_1d", [FIT_1D, FITTED]),
        ("fit_1d", [f"_old = fit_1d\n{FIT_1D}\n{FITTED}"]),
    ],
    ids=["attached", "extended", "in two cells", "a function and its results", "beside the blank's own"],
)
def test_an_answer_in_cells_of_their_own_below_the_blank_counts(classroom: Class, task: str, cells: list[str]) -> None:
    blank = next(cell.source for cell in classroom.cells if cell.task == task and cell.kind == "answer")
    notebook = json.loads(classroom.text(**{task: blank}))
    place = next(place for place, cell in enumerate(notebook["cells"]) if "".join(cell["source"]) == blank)
    new = [{"cell_type": "code", "metadata": {}, "source": source} for source in cells]
    notebook["cells"][place + 1 : place + 1] = new
    assert losing_points(classroom.grade(json.dumps(notebook)).result) == []


def test_a_line_of_a_blank_that_was_left_in_is_named_with_its_function(classroom: Class) -> None:
    right = classroom.reference["linear_forward"]
    begun = right.replace("        return", "        raise NotImplementedError\n        return", 1)
    said = [check.message for check in tasks_of(classroom.result(linear_forward=begun))["linear_forward"].failed]
    assert "`forward` is still blank: the line `raise NotImplementedError` stands in it." in said
    unfinished = 'raise NotImplementedError("this blank is still empty")\n' + classroom.reference["fit_1d"]
    assert "still stands in it" in tasks_of(classroom.result(fit_1d=unfinished))["fit_1d"].note
    calls = "fitted = LinearModel(**session.arrays).forward(session.X_test)\n" + classroom.reference["fit_1d"]
    noted = tasks_of(classroom.result(linear_forward=begun, fit_1d=calls))["fit_1d"].note
    assert "in a blank that it uses" in noted


def test_a_name_of_the_notebook_that_another_answer_uses_for_itself_is_named(classroom: Class) -> None:
    notebook = json.loads(classroom.text())
    sources = ["".join(cell["source"]) for cell in notebook["cells"]]
    place = next(place for place, source in enumerate(sources) if source.startswith("def fit_1d"))
    notebook["cells"].insert(place, {"cell_type": "code", "metadata": {}, "source": "size = size - 1"})
    result = classroom.grade(json.dumps(notebook)).result
    assert losing_points(result) == ["fit_1d"]
    assert f"Your cell {place + 1} sets `size` too" in tasks_of(result)["fit_1d"].note


def test_nothing_of_this_machine_is_in_what_a_student_reads(classroom: Class) -> None:
    blank = next(cell.source for cell in classroom.cells if cell.task == "bias_term" and cell.kind == "answer")
    notebook = json.loads(classroom.text(bias_term=blank, w_star="del LinearModel.forward"))
    own = "np.linalg.inv([1])"
    notebook["cells"].append({"cell_type": "code", "metadata": {}, "source": own})
    graded = classroom.grade(json.dumps(notebook))
    text = json.dumps(graded.notebook)
    assert str(ROOT) not in text
    assert "site-packages" not in text
    assert "numpy/linalg/" in text
    assert "decoding/models.py" in text


def test_graded_again_over_a_reference_nobody_reads_it_in_what_a_check_says(classroom: Class) -> None:
    """The course's answer is in the student's process then, and what a public check says is shown."""
    spy = """
import linecache
import traceback

asked = []
right = LinearModel.fit


def fit(model):
    by_a_check = any(frame.name in ("op_call", "op_make") for frame in traceback.extract_stack())
    if LinearModel.forward is None or (by_a_check and not asked):
        asked.append(model)
        raise ValueError("".join("".join(entry[2]) for name, entry in linecache.cache.items() if "forward" in name))
    return right(model)


LinearModel.fit = fit
"""
    wrong = classroom.reference["linear_forward"] + "\nLinearModel.forward = None  # mine\n"
    graded = classroom.grade(classroom.text(linear_forward=wrong, w_star=classroom.reference["w_star"] + spy))
    assert "course's own answer" in tasks_of(graded.result)["w_star"].note
    assert graded.notebook is not None
    shown = json.dumps([cell.get("outputs") for cell in graded.notebook["cells"]])
    assert "forward = None  # mine" in shown
    assert shown.count("class LinearModel") == shown.count("forward = None  # mine"), shown


RAISES = "def forward(self, X):\n    return self.W @ X @ X\n\nLinearModel.forward = forward"
NOT_FITTED = "linear_model = LinearModel(**session.arrays)"
FITTED_TO_ALL = f"{NOT_FITTED}\nlinear_model.X_train, linear_model.Y_train = session.X, session.Y\nlinear_model.fit()"


@pytest.mark.parametrize(
    ("answer", "points", "said", "note"),
    [
        (NOT_FITTED, 0, "no better than guessing", "that earns no more points"),
        (FITTED_TO_ALL, 1, "The test data were used in the fit.", "one mistake counts once"),
    ],
)
def test_what_is_said_over_the_course_s_own_answer_is_the_fault_of_this_one(
    classroom: Class, answer: str, points: float, said: str, note: str
) -> None:
    row = tasks_of(classroom.result(linear_forward=RAISES, linear_test_error=answer))["linear_test_error"]
    assert row.points == points
    assert note in row.note
    assert {said in check.message for check in row.failed} == {True}
    assert not any(check.detail for check in row.failed)


def test_over_the_course_s_own_answer_no_line_is_quoted(server: ForkServer) -> None:
    process = server.spawn(["def broken():\n    return [][3]  # the course's own line"])
    try:
        process.run_cell("def broken():\n    return [][3]  # the course's own line", "answer", 5)
        with pytest.raises(CheckFailed) as raised:
            process.student(quotes=False).broken()
    finally:
        process.close()
    assert raised.value.message.startswith("Your code raised IndexError. ")
    assert "own line" not in str(raised.value)


def test_graded_again_is_without_quotations(classroom: Class, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    class Noted(RunningNotebook):
        def __init__(self, *given: Any, quotes: bool = True, **named: Any) -> None:
            super().__init__(*given, quotes=quotes, **named)
            asked.append(quotes)

    for name in ("grader", "regrader"):
        monkeypatch.setattr(f"hippograd.grading.{name}.RunningNotebook", Noted)
    classroom.result(linear_forward=RAISES, linear_test_error=NOT_FITTED)
    assert asked == [True, *[False] * (len(asked) - 1)]
    assert len(asked) > 1


@pytest.mark.parametrize("comes_of_it", ["not_defined", "raised", "method_missing", "timeout"])
def test_what_comes_of_the_exchange_of_an_answer_is_not_said(comes_of_it: str) -> None:
    """What the student's own answer had beside it is gone, and so is its interface."""
    first = CheckResult("c", "idea", False, 0, 2, False, "It is half.", "received 1", "half", True)
    again = msgspec.structs.replace(first, message="x is not defined.", diagnosis=comes_of_it)
    assert _as_again(first, again) == first
    other = msgspec.structs.replace(first, message="It is transposed.", detail="received 3", diagnosis="transposed")
    assert _as_again(first, other) == msgspec.structs.replace(other, detail="")


@pytest.mark.parametrize(
    ("helper", "name"),
    [("import math\n", "math"), ("def tidy(W):\n    return f\"{' '.join(W)}\"\n\n", "tidy")],
)
def test_what_stands_beside_a_wrong_answer_is_there_for_later_ones(classroom: Class, helper: str, name: str) -> None:
    wrong = f"{helper}def forward(self, X):\n    return X.T\n\nLinearModel.forward = forward"
    model = f"assert {name}\nlinear_model = LinearModel(**session.arrays)\nlinear_model.fit()"
    result = classroom.result(linear_forward=wrong, linear_test_error=model)
    assert losing_points(result) == ["linear_forward"]


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("def len(X):\n    return 0", ""),
        ("from numpy import round", ""),
        ("start = 1.4\nstart = -1.2", ""),
        ("import math; fit = 3", "import math"),
        ("from numpy import (\n    polyval,\n    sum,\n    fit,\n)", "from numpy import polyval"),
        ("import numpy.fit, os.path as fit, math", "import numpy.fit\nimport math"),
        ("from .tools import tidy as fit, mend", "from .tools import mend"),
        (
            "try:\n    import math\nexcept ImportError:\n    math = None",
            "try:\n    import math\nexcept ImportError:\n    math = None",
        ),
        ("try:\n    import fit\nexcept ImportError:\n    pass", ""),
        ("try:\n    import math\nexcept ImportError:\n    math = [1]", ""),
        ("try:\n    tidy = 1\nexcept ImportError:\n    pass", ""),
        ("@cache\ndef tidy():\n    pass", "@cache\ndef tidy():\n    pass"),
        ("%time 3\nimport math", ""),
        (f"import math\nx = {'1 + ' * 9000}1", ""),
    ],
)
def test_beside_a_wrong_answer_only_helpers_are_kept(source: str, kept: str) -> None:
    assert helpers_in(source, frozenset({"fit"})) == kept


def test_numbers_that_overflow_warn_nobody(classroom: Class, recwarn: pytest.WarningsRecorder) -> None:
    fit = "LinearModel.fit = lambda model: setattr(model, 'W', 0 * model.W + 1e200)"
    assert "w_star" in losing_points(classroom.result(w_star=f"{classroom.reference['w_star']}\n{fit}\n"))
    assert [str(one.message) for one in recwarn] == []


def test_what_a_cell_shows_is_of_the_process_that_has_met_no_check(linear_plan: Plan, server: ForkServer) -> None:
    cell = MatchedCell("own", "code", "import os\nprint(os.getpid())", None, None)
    running = RunningNotebook(server, [cell], linear_plan)
    with pytest.raises(StudentGone):
        running.process().run_cell("os._exit(0)", "check", 5)
    first = running.runs["own"]
    running.process()
    running.close()
    assert running.runs["own"] is first


def test_no_task_is_graded_once_its_own_reference_was_in_a_process(
    classroom: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code in a process that holds a reference could hand it on to a later one, in which its own task is graded."""
    wrong = {task.name: "raise ValueError" for task in classroom.grader.plan.tasks}
    steps: list[tuple[frozenset[str], set[str]]] = []
    better_over = Regrader._better_over

    def seen(self: Grader, replaced: frozenset[str], group: list[TaskInfo], *rest: Any) -> dict[str, TaskResult]:
        steps.append((replaced, {task.name for task in group}))
        return better_over(self, replaced, group, *rest)

    monkeypatch.setattr(Regrader, "_better_over", seen)
    classroom.result(**wrong)
    assert len(steps) > 1
    shown: set[str] = set()
    for replaced, group in steps:
        assert not group & (shown | replaced)
        shown |= replaced


def test_nor_is_it_shown_which_cells_end_a_process_that_followed_a_check(linear_plan: Plan, server: ForkServer) -> None:
    own = MatchedCell("own", "code", "print('first')", None, None)
    crash = replace(own, name="crash", source="import os\nos._exit(1)")
    running = RunningNotebook(server, [own, crash], linear_plan)
    running.student(5)
    assert list(running.shown_lost) == ["crash"], "it ended before any check"
    with pytest.raises(StudentGone):
        running.process().run_cell("import os\nos._exit(0)", "check", 5)
    running._cells = [replace(own, source=crash.source), crash]  # as a cell that remembers what a check gave it
    running.process()
    running.close()
    assert sorted(running.lost) == ["crash", "own"]
    assert list(running.shown_lost) == ["crash"]


def test_the_same_file_gets_the_same_result_twice(classroom: Class) -> None:
    text = classroom.text(w_star="def fit(model):\n    model.W = 1 + model.X_train\n\nLinearModel.fit = fit")
    first, second = classroom.grade(text).result, classroom.grade(text).result
    assert first.tasks == second.tasks
    assert first.content_hash == second.content_hash


def test_an_endless_cell_costs_its_own_task_only(classroom: Class) -> None:
    result = classroom.result(fit_1d=classroom.reference["fit_1d"] + LOOP)
    assert losing_points(result) == ["fit_1d"]
    assert tasks_of(result)["fit_1d"].status == "timeout"


@pytest.mark.parametrize("end", ["import os\nos._exit(0)", "import ctypes\nctypes.string_at(0)"], ids=["exit", "crash"])
def test_a_cell_that_ends_python_costs_its_own_task_only(classroom: Class, end: str) -> None:
    result = classroom.result(count_linear_parameters=f"n_linear_parameters = 72\n{end}")
    assert losing_points(result) == ["count_linear_parameters"]
    assert tasks_of(result)["count_linear_parameters"].status == "crashed"


def test_a_cell_that_exits_politely_is_an_error_of_that_cell(classroom: Class) -> None:
    result = classroom.result(count_linear_parameters="import sys\nsys.exit()\nn_linear_parameters = 72")
    assert losing_points(result) == ["count_linear_parameters"]
    assert "SystemExit" in tasks_of(result)["count_linear_parameters"].note


def test_a_cell_that_raises_says_so_in_its_note(classroom: Class) -> None:
    result = classroom.result(count_linear_parameters="n_linear_parameters = undefined_name")
    task = tasks_of(result)["count_linear_parameters"]
    assert task.status == "error"
    assert "NameError" in task.note
    assert "undefined_name" in task.note


@pytest.mark.parametrize(
    "line",
    ["np.seterr(all='raise')", "import warnings; warnings.simplefilter('error')", "np.seterr = np.geterr = None"],
)
def test_what_an_answer_sets_for_all_code_decides_in_no_earlier_task(classroom: Class, line: str) -> None:
    overflows = classroom.reference["linear_forward"].replace("return W", "np.float64(1e308) * 10\n        return W")
    later = f"{line}\n{classroom.reference['four_cells_fitted']}"
    assert losing_points(classroom.result(linear_forward=overflows, four_cells_fitted=later)) == []


def test_what_a_cell_before_the_check_sets_holds_in_it(classroom: Class) -> None:
    overflows = classroom.reference["linear_forward"].replace("return W", "np.float64(1e308) * 10\n        return W")
    notebook = json.loads(classroom.text(linear_forward=f"np.seterr(all='raise')\n{overflows}"))
    check = next(at for at, cell in enumerate(notebook["cells"]) if cell["id"] == "linear-forward-check")
    own = {"cell_type": "code", "metadata": {}, "source": "np.seterr(all='ignore')"}
    notebook["cells"].insert(check, own)
    assert losing_points(classroom.grade(json.dumps(notebook)).result) == []


def with_own_cells(text: str, **sources: str) -> str:
    """A notebook with cells of a student's own, each before the cell that its name says."""
    notebook = json.loads(text)
    for name, source in sources.items():
        place = next(at for at, cell in enumerate(notebook["cells"]) if cell.get("id") == name.replace("_", "-"))
        notebook["cells"].insert(place, {"cell_type": "code", "metadata": {}, "source": source})
    return json.dumps(notebook)


def overflowing(classroom: Class, before: str = "") -> str:
    """The course's own `linear_forward`, with a line that numpy warns of."""
    reference = classroom.reference["linear_forward"]
    return f"{before}\n{reference.replace('return W', 'np.float64(1e308) * 10; return W')}"


def test_what_a_check_meets_does_not_hold_in_the_next_where_the_cell_before_it_ends_the_process(
    classroom: Class,
) -> None:
    text = classroom.text(linear_forward=overflowing(classroom, "np.seterr(all='warn')"))
    lost, raises = "import os\nos._exit(3)", "np.seterr(all='raise')"
    notebook = with_own_cells(text, four_cells_by_hand_check=raises, linear_forward_check=lost)
    assert losing_points(classroom.grade(notebook).result) == []


def test_what_numpy_calls_is_what_it_called_where_the_check_stands(classroom: Class) -> None:
    calls = "np.seterr(all='call'); np.seterrcall(lambda *what: None)"
    later = f"np.seterr(all='warn'); np.seterrcall(None)\n{classroom.reference['four_cells_fitted']}"
    answers = {"linear_forward": overflowing(classroom, calls), "four_cells_fitted": later}
    assert losing_points(classroom.result(**answers)) == []


def test_one_mistake_is_paid_for_once(classroom: Class) -> None:
    reference = classroom.reference["linear_forward"]
    result = classroom.result(linear_forward=reference.replace("@", "* 0 @"))
    assert losing_points(result) == ["linear_forward"]
    later = tasks_of(result)["linear_test_error"]
    assert later.points == later.max_points
    assert "course's own answer" in later.note


@pytest.mark.parametrize(
    "own",
    [
        "def fit(x, y):\n    return np.polyfit(x, y, 1)\n\n\n",
        "from scipy.optimize import curve_fit as fit\n",
        "for fit in (1, 2):\n    print(fit)\n",
        "if True:\n    LinearModel.fit = None\n",
    ],
)
def test_a_cell_that_sets_the_name_of_an_answer_keeps_what_else_it_defines(classroom: Class, own: str) -> None:
    answers = {
        "w_star": classroom.reference["w_star"].replace("np.linalg.inv(", "2 * ("),
        "four_cells_fitted": f"tidy(1)\n{classroom.reference['four_cells_fitted']}",
    }
    notebook = with_own_cells(classroom.text(**answers), w_star_check=f"{own}def tidy(W):\n    return np.array(W)")
    rows = tasks_of(classroom.grade(notebook).result)
    assert rows["w_star"].points < rows["w_star"].max_points
    assert rows["four_cells_fitted"].status == "passed"
    assert "course's own answer" in rows["four_cells_fitted"].note


def test_a_rewritten_wrong_message_is_a_protocol_break_not_a_mark(classroom: Class) -> None:
    forger = (
        "import os\n\n\nclass Forger:\n    def __getattr__(self, name):\n"
        "        os.write(201, b'\\x01\\0\\0\\0\\xc0')\n        return 72\n\n\nn_linear_parameters = Forger()"
    )
    result = classroom.result(count_linear_parameters=forger)
    assert losing_points(result) == ["count_linear_parameters"]


def test_objects_equal_to_everything_earn_nothing(classroom: Class) -> None:
    liar = "class Liar(float):\n    def __eq__(self, other):\n        return True\n    __hash__ = None\n\n\n"
    result = classroom.result(count_linear_parameters=liar + "n_linear_parameters = Liar(3)")
    assert tasks_of(result)["count_linear_parameters"].points == 0


def test_patched_libraries_do_not_reach_the_grader(classroom: Class) -> None:
    patch = (
        "import numpy as np\nimport decoding\nimport gradekit.checks\n\n"
        "np.allclose = lambda *a, **k: True\nnp.linalg.norm = lambda *a, **k: 0.0\n"
        "gradekit.checks.assert_close = lambda *a, **k: None\n\n\n"
        "def fit(model):\n    model.W = np.ones((2, model.X_train.shape[0]))\n\n\nLinearModel.fit = fit\n"
    )
    result = classroom.result(w_star=patch)
    assert tasks_of(result)["w_star"].points < tasks_of(result)["w_star"].max_points / 2


def test_a_deleted_check_cell_and_a_changed_one_are_put_back(classroom: Class) -> None:
    notebook = json.loads(classroom.text())
    changed = next(cell for cell in notebook["cells"] if cell["source"] == 'grader.check("w_star")')
    changed["source"] = "print('all fine')"
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["source"] != 'grader.check("fit_1d")']
    graded = classroom.grade(json.dumps(notebook))
    assert losing_points(graded.result) == []
    found = sorted((note.code, note.data["cell"]) for note in graded.result.notes)
    assert found == [("added-to-check", "w_star"), ("cell-put-back", "fit_1d"), ("cell-restored", "w_star")]
    assert graded.notebook is not None
    assert 'grader.check("fit_1d")' in [cell["source"] for cell in graded.notebook["cells"]]


def test_otters_calls_run_behind_the_wall_and_decide_nothing(classroom: Class) -> None:
    notebook = json.loads(classroom.text(count_linear_parameters="n_linear_parameters = 51"))
    calls = (
        "import otter\nfrom otter import Notebook as Grader\n\n"
        "for grader in (grader, otter.Notebook('x.ipynb'), Grader()):\n"
        "    grader.check('count_linear_parameters')\n    grader.check_all()\n    grader.export(pdf=False)"
    )
    own = {"id": "x", "cell_type": "code", "metadata": {}, "source": calls, "outputs": [], "execution_count": None}
    notebook["cells"].append(own)
    graded = classroom.grade(json.dumps(notebook))
    assert losing_points(graded.result) == ["count_linear_parameters"]
    assert graded.notebook is not None
    assert graded.notebook["cells"][-1]["outputs"] == []


def test_a_deleted_answer_costs_its_own_task_only(classroom: Class) -> None:
    notebook = json.loads(classroom.text())
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] != "fit-1d-answer"]
    assert len(notebook["cells"]) < len(classroom.cells)
    assert losing_points(classroom.grade(json.dumps(notebook)).result) == ["fit_1d"]


def test_cells_of_the_students_own_run_too(classroom: Class) -> None:
    notebook = json.loads(classroom.text(count_linear_parameters="n_linear_parameters = rows * 36"))
    own = {"id": "x", "cell_type": "code", "metadata": {}, "source": "rows = 2", "outputs": [], "execution_count": None}
    notebook["cells"].insert(2, own)
    assert losing_points(classroom.grade(json.dumps(notebook)).result) == []


def test_outputs_without_end_are_left_out_and_cost_no_mark(classroom: Class) -> None:
    notebook = json.loads(classroom.text())
    own = {"cell_type": "code", "metadata": {}, "source": "print('x' * 2_000_000)", "outputs": []}
    notebook["cells"] += [{**own, "id": f"own-{number}", "execution_count": None} for number in range(12)]
    graded = classroom.grade(json.dumps(notebook))
    assert losing_points(graded.result) == []
    assert graded.notebook is not None
    assert len(json.dumps(graded.notebook)) < 1.2 * MOST_OUTPUT
    assert "left out" in graded.notebook["cells"][-1]["outputs"][0]["text"]


def test_the_executed_notebook_gives_nbgrader_the_points(classroom: Class) -> None:
    graded = classroom.grade(classroom.text(count_linear_parameters="n_linear_parameters = 51"))
    assert graded.notebook is not None
    cells = {cell["source"]: cell for cell in graded.notebook["cells"]}
    report, points = cells['grader.check("count_linear_parameters")']["outputs"]
    assert points["data"]["text/plain"] == repr(float(tasks_of(graded.result)["count_linear_parameters"].points))
    assert "✗" in report["text"]


def test_hidden_details_are_not_in_the_executed_notebook(classroom: Class) -> None:
    fit = (
        "def fit(model):\n"
        "    if model.n_train < 1000:  # the data of the session are no secret\n"
        "        raise ValueError(model.X_train[0, :3])\n"
        "\nLinearModel.fit = fit"
    )
    graded = classroom.grade(classroom.text(w_star=fit))
    hidden = [check for check in tasks_of(graded.result)["w_star"].checks if not check.public and check.detail]
    assert hidden
    shown = json.dumps(graded.notebook)
    for check in hidden:
        for line in check.detail.splitlines():
            assert "ValueError: [" not in line or line.strip() not in shown


TELL = """
told = 0


def tell(*args, **kwargs):
    global told
    told += 1
    raise ValueError(f"call {told}")


class LinearModel:
    __init__ = tell


LinearModelWithBias = tell
"""


def test_what_a_public_check_tells_comes_before_any_hidden_input(classroom: Class) -> None:
    notebook = json.loads(notebook_text(filled_notebook(classroom.cells, {})))
    own = {"id": "own", "cell_type": "code", "metadata": {}, "source": TELL, "outputs": [], "execution_count": None}
    notebook["cells"].append(own)
    checks = [check for task in classroom.grade(json.dumps(notebook)).result.tasks for check in task.checks]
    calls: dict[bool, list[int]] = {True: [], False: []}
    for check in checks:
        calls[check.public] += [int(number) for number in re.findall(r"ValueError: call (\d+)$", check.detail, re.M)]
    assert len(calls[True]) > 1
    assert max(calls[True]) < min(calls[False])


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "is empty"),
        (b"{", "cut short"),
        (b"hello", "not JSON"),
        (b'{"cells": 3}', "no notebook"),
        (b'{"a": 1}', "no notebook"),
        (b'{"cells": [{"cell_type": "code", "metadata": {"a": ' + b"[" * 100_000, "damaged"),
        (b'{"cells": [], "x": ' + b"[" * 100_000, "damaged"),
        (b'{"cells": [], "nbformat": 3}', "format 3"),
        (b'{"cells": [], "nbformat": 4}', "none of the tasks"),
        (b"\xff\xfe{\x00", "damaged"),
    ],
)
def test_a_file_that_is_no_submission_is_not_gradable_and_says_why(classroom: Class, data: bytes, cause: str) -> None:
    result = classroom.grade(data, student="basil01").result
    assert result.status == "not_gradable"
    assert result.problem is not None
    assert cause in result.problem.message
    assert "basil01.ipynb" in result.problem.message
    assert result.problem.remedy


def test_a_notebook_with_enormous_outputs_is_graded(classroom: Class) -> None:
    notebook = json.loads(classroom.text())
    flood = {"output_type": "stream", "name": "stdout", "text": "x" * 200_000_000}
    demo = next(cell for cell in notebook["cells"] if cell["metadata"].get("tags") == ["demo"])
    demo["outputs"] = [flood]
    graded = classroom.grade(json.dumps(notebook))
    assert losing_points(graded.result) == []
    assert len(json.dumps(graded.notebook)) < 5_000_000


def test_a_demonstration_keeps_the_students_own_output_in_one_piece(classroom: Class) -> None:
    notebook = json.loads(classroom.text())
    demo = next(cell for cell in notebook["cells"] if cell["metadata"].get("tags") == ["demo"])
    shown = {"output_type": "display_data", "metadata": {}, "data": {"text/html": ["<b>", "</b>"]}}
    demo["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["a\n", "b"]}, shown]
    graded = classroom.grade(json.dumps(notebook)).notebook
    assert graded is not None
    (kept,) = (cell["outputs"] for cell in graded["cells"] if cell["id"] == demo["id"])
    assert [kept[0]["text"], kept[1]["data"]] == ["a\nb", {"text/html": "<b></b>"}]


def check(passed: bool, diagnosis: str = "", points: float = 1) -> CheckResult:
    return CheckResult("c", "idea", True, points if passed else 0, points, passed, "", "", diagnosis)


@pytest.mark.parametrize(
    ("checks", "raised", "blank", "status"),
    [
        ([check(True)], False, False, "passed"),
        ([check(True), check(False, "twice")], False, False, "partial"),
        ([check(False, "twice")], False, False, "failed"),
        ([check(False, "not_defined")], False, True, "not_attempted"),
        ([check(False, "not_attempted")], False, False, "error"),
        ([check(False, "raised")], False, False, "error"),
        ([check(False, "not_defined")], True, False, "error"),
        ([check(True), check(False, "timeout")], False, False, "timeout"),
        ([check(False, "tampered"), check(False, "timeout")], False, False, "tampered"),
        ([check(False, "out_of_memory")], False, False, "out_of_memory"),
    ],
)
def test_status_of_a_task(checks: list[CheckResult], raised: bool, blank: bool, status: str) -> None:
    assert task_status(checks, raised, blank) == status


def test_a_number_that_was_not_there_is_guessed_once_over_references() -> None:
    """Code can tell over which answers it runs: each set of them would be another guess."""

    @checks.check(points=1, again=False)
    def test_number(student: None) -> None:
        """It is right."""

    task = TaskInfo("a", "t", "1.1", "T", 1, 0, None)
    vars(task)["checks"] = (test_number.check,)  # type: ignore[attr-defined]

    def found(passed: bool, diagnosis: str = "") -> TaskResult:
        return TaskResult("t", "T", float(passed), 1, "failed", [check(passed, diagnosis)])

    first = found(False, "not_defined")
    guessed: set[tuple[str, str]] = set()
    checks_run = list(task.checks)
    assert _merged(task, checks_run, first, found(False, "not_defined"), guessed).points == 0
    assert _merged(task, checks_run, first, found(True), set()).points == 1
    assert _merged(task, checks_run, first, found(False, "wrong_value"), guessed).points == 0
    assert _merged(task, checks_run, first, found(True), guessed).points == 0


def test_a_copy_of_a_cell_is_a_cell_of_the_students_own(classroom: Class) -> None:
    notebook = json.loads(classroom.text())
    twice = next(cell for cell in notebook["cells"] if cell["id"] == "fit-1d-answer")
    notebook["cells"].append(twice)
    matched, _ = match_cells(read_notebook(json.dumps(notebook).encode(), "f"), classroom.cells, "f")
    assert [cell.kind for cell in matched if cell.source == twice["source"]] == ["answer", "own"]


def test_weights_too_large_to_compute_with_solve_no_equations(classroom: Class) -> None:
    huge = (
        "self.W = np.where(np.arange(self.X_train.shape[0]) % 2, 1.7e308, -1.7e308) * np.ones((len(self.Y_train), 1))"
    )
    (task,) = [
        t
        for t in classroom.result(w_star=f"def fit(self):\n    {huge}\n\n\nLinearModel.fit = fit").tasks
        if t.name == "w_star"
    ]
    assert not [check.name for check in task.checks if check.passed]


def test_a_name_that_only_a_demonstration_defines_can_be_used_in_an_answer(classroom: Class) -> None:
    answers = {
        "four_cells_fitted": "m = LinearModel(**four_cells.arrays)\nm.fit()\nW_four_cells = m.W",
        "linear_test_error": "linear_model = untrained\nlinear_model.fit()",
    }
    assert losing_points(classroom.result(**answers)) == []


def test_only_those_demonstrations_run_that_define_what_is_looked_up(classroom: Class) -> None:
    def shown(**answers: str) -> list[str]:
        text = classroom.text(**answers).encode()
        cells, _ = match_cells(read_notebook(text, "x"), classroom.cells, "x")
        return [cell.source for cell in cells_to_run(cells) if is_demonstration(cell)]

    assert shown() == []
    (cell,) = shown(linear_test_error="linear_model = untrained\nlinear_model.fit()")
    assert "untrained =" in cell


def test_a_helper_is_the_students_whatever_a_demonstration_further_down_calls_so(classroom: Class) -> None:
    code = [cell.source for cell in classroom.cells if cell.cell_type == "code"]
    assert any("row" in defined_names(source) for source in code), "a demonstration sets `row`"
    answer = classroom.reference["bias_term"]
    answers = {
        "w_star": "def row(n):\n    return np.ones((1, n))\n\n\n" + classroom.reference["w_star"],
        "bias_term": answer.replace(
            "self.add_bias_row(X)", "(np.vstack([row(X.shape[1]), X]) if self.use_bias else X)"
        ),
    }
    assert answers["bias_term"] != answer
    assert losing_points(classroom.result(**answers)) == []


def test_where_an_answer_passes_and_yet_breaks_a_later_one_that_is_graded_over_the_course_s_own(
    classroom: Class,
) -> None:
    """The check of linear_forward cannot see everything: here, that the model forgets its test data."""
    answer = classroom.reference["linear_forward"] + "\n_init = LinearModel.__init__\n"
    answer += "def __init__(self, *a, **k):\n    _init(self, *a, **k)\n    self.Y_train = 0 * self.Y_train + 1\n"
    result = classroom.result(linear_forward=answer + "LinearModel.__init__ = __init__")
    rows = tasks_of(result)
    assert rows["linear_forward"].status == "passed"
    assert rows["w_star"].status == "passed"
    assert "course's own answer to task 1.4" in rows["w_star"].note


def test_what_a_process_says_of_an_exception_is_cut_whoever_wrote_it(classroom: Class) -> None:
    forged = """
import sys
for name, module in list(sys.modules.items()):
    if name.endswith("sandbox.child"):
        Raised = module.Raised
        class Long(Raised):
            def cut(self):
                return self
        module._raised = lambda error: Long("ValueError", "x" * 10**7, "A" * 10**7)


def fit_1d(x, y):
    raise ValueError
"""
    result = classroom.result(fit_1d=forged)
    assert "fit_1d" in losing_points(result)
    assert len(msgspec.json.encode(result)) < 100_000


def test_an_exception_in_a_hidden_check_names_the_line_of_the_students_that_raised_it(classroom: Class) -> None:
    answer = "def fit_1d(x, y):\n    assert len(x) == 3  # as in the example\n    return (x @ y) / (x @ x)\n"
    row = tasks_of(classroom.result(fit_1d="\n \n" + classroom.reference["fit_1d"] + "\n" + answer))["fit_1d"]
    hidden = [check.message for check in row.checks if not check.public and not check.passed]
    assert any("`assert len(x) == 3  # as in the example`" in message for message in hidden), row.checks


def test_a_demonstration_that_uses_a_name_of_an_answer_costs_no_mark(classroom: Class, server: ForkServer) -> None:
    """With `--full` demonstrations run and are shown; their names do not meet the checks."""
    (demonstration,) = [cell for cell in classroom.cells if cell.kind == "demo" and "untrained = " in cell.source]
    own = classroom.reference["linear_forward"].replace(
        "class ", "def untrained(W, X):\n    return W @ X\n\n\nclass ", 1
    )
    head, _, tail = own.rpartition("return W @ X")
    own = f"{head}return untrained(W, X){tail}"
    full = Grader(classroom.grader.plan, server, everything=True)
    graded = full.grade(classroom.text(linear_forward=own).encode(), student="amber01", file="a.ipynb")
    assert losing_points(graded.result) == []
    assert graded.notebook is not None
    (shown,) = [cell for cell in graded.notebook["cells"] if cell["id"] == demonstration.id]
    assert shown["outputs"]


def test_files_of_a_notebook_stay_while_it_is_checked_though_all_its_cells_ran_too(
    classroom: Class, server: ForkServer
) -> None:
    """With `--full` two processes of a notebook take the folder in turns."""
    reads = "\n    np.load('data/place.npz')\n    one = float(open('kept').read())\n    return one * "
    head, found, tail = classroom.reference["fit_1d"].partition("\n    return ")
    assert found
    answer = f"print(1, file=open('kept', 'w'))\n{head}{reads}{tail}"
    full = Grader(classroom.grader.plan, server, everything=True)
    graded = full.grade(classroom.text(fit_1d=answer).encode(), student="amber01", file="a.ipynb")
    assert losing_points(graded.result) == []
