"""What is said of an answer that lost points and whose checks name no cause."""

from __future__ import annotations

import pytest

from hippograd.grading.suspects import suspects
from hippograd.kit import NotebookData
from tests.conftest import Class

DATA = NotebookData(("session",), {4800: "training moments"})
REFERENCE = "def f(X):\n    return X @ X.T"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            "def f(X):\n    return X[:, :4800] @ X.T",
            "the number 4800, which is this notebook's number of training moments.",
        ),
        ("def f(X):\n    return (X @ X.T).round(2)", "rounds (`round`)."),
        ("def f(X):\n    return np.random.permutation(X) @ X.T", "draws at random (`permutation`)."),
        (
            "def f(X):\n    return sum(X[:, k] @ X.T for k in range(len(session.X)))",
            "uses `session` in a function that may be given other data.",
        ),
        ("def f(X):\n    return session.X @ X.T", "uses `session` in a function that may be given other data."),
        ("def f(X):\n    global kept\n    kept = X\n    return X @ X.T", "from one call to the next (`global`)."),
    ],
)
def test_what_the_reference_has_not_is_named(source: str, said: str) -> None:
    assert suspects(source, REFERENCE, DATA).endswith(said)
    assert suspects(source, source, DATA).endswith(said) == ("global" in source)


@pytest.mark.parametrize(
    "source",
    [
        REFERENCE,
        "M = session.X",
        "this is not Python (",
        "def f(X):\n    return X[:, :3]",
        "def f(X: int) -> int:\n    return X @ X.T",
        "def f(X):\n    return sum(X @ X.T for _ in range(int(len(X))))",
        "def f(X):\n    return X if isinstance(X, (int, float)) else X @ X.T",
        "def f(X):\n    return X[:, : int(0.5 * len(X))]",
    ],
)
def test_what_says_nothing_is_passed_over(source: str) -> None:
    assert suspects(source, REFERENCE, DATA) == ""


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("```python\nn_linear_parameters = 72\n```", "Lines such as ``` are no Python"),
        ("n_linear_parameters = 1,072", "no comma between the digits"),
    ],
)
def test_what_is_no_code_is_named(classroom: Class, answer: str, said: str) -> None:
    rows = classroom.result(count_linear_parameters=answer).tasks
    assert said in next(task.note for task in rows if task.name == "count_linear_parameters")


def test_it_is_said_only_where_no_check_names_the_cause(classroom: Class) -> None:
    fit = "def fit(self):\n    self.W = {}\n\n\nLinearModel.fit = fit"
    best = "self.Y_train @ np.linalg.pinv(self.X_train)"
    unnamed, named = (
        next(
            task for task in classroom.grade(classroom.text(w_star=fit.format(W))).result.tasks if task.name == "w_star"
        )
        for W in (f"({best} + 0.1 * np.sin({best})).round(9)", f"-({best}).round(9)")
    )
    assert (unnamed.points, unnamed.note) == (0, "Your answer rounds (`round`).")
    assert (named.points, named.note) == (2, ""), "all but the sign is right"
