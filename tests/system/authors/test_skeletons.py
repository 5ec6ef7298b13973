"""A chapter and tasks that the commands write build, grade and prove themselves before anybody edits them."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest

from hippograd.authors.skeletons import new_chapter, new_task
from hippograd.building.build import build
from hippograd.course import Course
from hippograd.ignored import missing_lines
from tests.conftest import ROOT
from tests.refusals import refused


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "examples" / "scaling", tmp_path / "scaling"))


@pytest.mark.parametrize(
    "signature", ["softmax", "softmax()", "softmax(Z, Z)", "soft max(Z)", "softmax(np)", "f(class)"]
)
def test_what_is_no_signature_is_refused_and_nothing_is_written(root: Path, signature: str) -> None:
    with refused("signature-bad", signature=signature):
        new_task(Course(root), "1_scaling", "softmax_loss", is_written=False, signature=signature)
    assert not list(root.rglob("*softmax*"))


def test_a_task_joins_a_chapter_that_exists_and_leaves_the_rest(root: Path) -> None:
    folder = root / "assignments" / "1_scaling"
    before = (folder / "assignment.toml").read_text("utf-8")
    notebook = nbformat.read(folder / "1_scaling.ipynb", as_version=4)
    notebook.cells.append(nbformat.v4.new_markdown_cell("The end.", id="the-end"))
    nbformat.write(notebook, folder / "1_scaling.ipynb")
    new_task(Course(root), "1_scaling", "doubled", is_written=False)
    ids = [cell.id for cell in nbformat.read(folder / "1_scaling.ipynb", as_version=4).cells]
    assert ids == [
        *[cell.id for cell in notebook.cells[:-1]],
        "doubled-text",
        "doubled-answer",
        "doubled-check",
        "the-end",
    ]
    assert (folder / "assignment.toml").read_text("utf-8").startswith(before.rstrip())
    assert [task.name for task in Course(root).assignment("1_scaling").tasks][-1] == "doubled"
    build(Course(root), Course(root).cohort("2030"))


@pytest.mark.parametrize(
    ("chapter", "task", "code"),
    [
        ("scaling", "", "chapter-name-bad"),
        ("../2_evil", "", "chapter-name-bad"),
        ("1_scaling", "", "chapter-exists"),
        ("1_scaling", "scaled", "task-exists"),
        ("1_scaling", "Two Words", "new-task-name-bad"),
        ("1_scaling", "n" * 60, "new-task-name-bad"),
        ("1_scaling", "lambda", "task-name-has-meaning"),
        ("1_scaling", "student", "task-name-has-meaning"),
        ("3_unheard_of", "doubled", "assignment-unknown"),
    ],
)
def test_names_that_cannot_be_used_are_refused(root: Path, chapter: str, task: str, code: str) -> None:
    before = written(root)
    course = Course(root)
    with refused(code):
        _ = new_task(course, chapter, task, is_written=False) if task else new_chapter(course, chapter, "A title")
    assert written(root) == before


def written(root: Path) -> list[Path]:
    """All that is in a folder but what Python writes for itself."""
    return sorted(path for path in root.rglob("*") if "__pycache__" not in path.parts)


def test_the_first_chapter_of_a_course_keeps_data_of_students_out_of_git(root: Path) -> None:
    ignored = root / ".gitignore"
    ignored.unlink(missing_ok=True)
    new_chapter(Course(root), "2_doubling", "Doubling")
    assert missing_lines(root) == []
    ignored.write_text("mine\n")
    new_chapter(Course(root), "3_tripling", "Tripling")
    assert ignored.read_text() == "mine\n"
