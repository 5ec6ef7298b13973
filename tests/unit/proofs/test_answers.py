"""The corpus: one file a task, whose cells are answers, or the lines in which they differ from another."""

from pathlib import Path

import pytest

from hippograd.course import Course
from hippograd.proofs.answers import Answers, Variant, answers_file, answers_to, of_tasks, read_corpus
from tests.conftest import ROOT
from tests.refusals import refused

SCALING = Course(ROOT / "examples" / "scaling")
CHAPTER = SCALING.assignment("1_scaling")

RIGHT = """\
# %% right summed
# Seen often: it adds.
# cohort: 2031
def scaled(x):
    y = x

    return y + x
"""


def read(root: Path, text: str, task: str = "scaled") -> Answers:
    file = answers_file(Course(root), CHAPTER, task)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return answers_to(Course(root), CHAPTER, task)


def test_a_cell_is_an_answer(tmp_path: Path) -> None:
    found = read(tmp_path, RIGHT + "\n# %% wrong same → half or other\n# points: 1.5\nscaled = abs\n")
    source = "def scaled(x):\n    y = x\n\n    return y + x\n"
    assert found.variants == [
        Variant("scaled", "summed", source, cohort="2031"),
        Variant("scaled", "same", "scaled = abs\n", "half or other", points=1.5),
    ]


def test_an_answer_of_another_cohort_is_left_out(tmp_path: Path) -> None:
    read(tmp_path, RIGHT)
    course = Course(tmp_path)
    assert [one.name for one in read_corpus(course, CHAPTER, "2031")] == ["summed"]
    assert [one.name for one in read_corpus(course, CHAPTER)] == ["summed"]
    assert read_corpus(course, CHAPTER, "2030") == []


def test_an_edit_changes_some_lines_of_a_right_answer(tmp_path: Path) -> None:
    edits = "# %% wrong thrice of summed -> factor\n# -     y = x\n# -\n# +     y = 2 * x\n# -     return y + x\n"
    wrong = read(tmp_path, f"{RIGHT}\n{edits}# +     return y\n# +\n").variants[1]
    assert wrong.source == "def scaled(x):\n    y = 2 * x\n    return y\n\n"
    assert wrong.cohort is None


def test_what_stands_below_and_what_has_the_shapes_is_no_answer(tmp_path: Path) -> None:
    found = read(tmp_path, "# %% below asserted\nassert scaled(1)\n# %% shape_alone\nscaled = None\n")
    assert found == Answers([], {"asserted": "assert scaled(1)\n"}, ["scaled = None\n"])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# %%\nx = 1\n", 1),
        ("# %% correct a\nx = 1\n", 1),
        (RIGHT + "# %% wrong half\nx = 1\n", 8),
        ("# %% right a → half\nx = 1\n", 1),
        (RIGHT + "# %% right summed\nx = 1\n", 8),
        (RIGHT + "# %% wrong a of sumed → half\n# - x = 1\n", 8),
        ("# %% wrong a → half\n# point: 1\nx = 1\n", 1),
        ("# %% wrong a → half\n# points: none\nx = 1\n", 1),
        ("# %% wrong a → half, twice\nx = 1\n", 1),
        (RIGHT + "# %% wrong a of summed → half\n# -     y = z\n# +     y = 1\n", 8),
        (RIGHT + "# %% wrong a of summed → half\n# -     y = x\n# +     y = 1\nreturn y\n", 8),
        (RIGHT + "# %% wrong a of summed → half\ny = 1\n", 8),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(tmp_path: Path, text: str, line: int) -> None:
    with refused("answers-bad", line=line):
        read(tmp_path, text)


def test_a_file_that_names_no_task_is_named(tmp_path: Path) -> None:
    read(tmp_path, RIGHT, "rescaled")
    with refused("answers-of-no-task"):
        read_corpus(Course(tmp_path), CHAPTER)


def test_tasks_are_found_in_their_assignments() -> None:
    assert of_tasks(SCALING, ["shifted", "scaled/moved"]) == {"1_scaling": ["shifted", "scaled/moved"]}
    with refused("assignment-or-task-unknown", name="scale"):
        of_tasks(SCALING, ["scale"])


def test_no_task_has_more_than_five_answers_of_one_diagnosis_without_a_reason() -> None:
    course = Course(ROOT)
    for name in course.assignments:
        found = [one for one in read_corpus(course, course.assignment(name)) if not one.is_correct]
        pairs = [(one.task, one.diagnosis) for one in found]
        assert [pair for pair in dict.fromkeys(pairs) if pairs.count(pair) > 5] == []
