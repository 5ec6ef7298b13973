"""What students have in hand: how far they are, and the last look before they hand in."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest
import torch

from gradekit.handing_in import HandIn, Look, look_at, to_hand_in
from gradekit.progress import progress_of
from gradekit.public_checks import Release, outcomes, read_release
from gradekit.rerun import Rerun
from gradekit.saved import NotANotebook, read_saved, unsaved
from hippograd.building.kernel import run_notebook
from hippograd.course import Course
from hippograd.intake import read_notebook

NAME = "1_scaling.ipynb"
Edit = Callable[..., None]


@pytest.fixture
def folder(built_once: Course, tmp_path: Path) -> Path:
    """A student's copy of the release with the course's own answers in it."""
    copy = Path(shutil.copytree(built_once.release_folder / "2030" / "1_scaling", tmp_path / "1_scaling"))
    shutil.copy(built_once.solutions_folder / "2030" / "1_scaling" / NAME, copy)
    return copy


def last_look(folder: Path, file: str = NAME) -> tuple[int, list[str]]:
    """What the command says, in a process of its own as students run it."""
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [sys.executable, "-m", "gradekit.handing_in", file]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout.splitlines()


def test_a_solved_notebook_is_ready(folder: Path) -> None:
    status, said = last_look(folder)
    assert (status, said[-1]) == (0, f"✓ {NAME} IS READY: hand in this one file.")


def test_a_blank_and_a_wrong_answer_may_be_handed_in_and_are_named(folder: Path, edit_cell: Edit) -> None:
    edit_cell(folder / NAME, "scaled-answer", source="def scaled(x):\n    return x + 1")
    edit_cell(folder / NAME, "shifted-answer", source='raise NotImplementedError("this blank is still empty")')
    status, said = last_look(folder)
    assert status == 0
    assert said[-1] == f"! {NAME} CAN BE HANDED IN, with 1 of 3 tasks blank, 1 of 3 not right yet."
    assert any(line.startswith("▢ blank: 1.3") for line in said)


@pytest.mark.parametrize("magic", ["%%time", "%%capture seen"])
def test_what_a_magic_runs_is_what_the_checks_look_at(folder: Path, edit_cell: Edit, magic: str) -> None:
    edit_cell(folder / NAME, "scaled-answer", source=f"{magic}\ndef scaled(x):\n    return factor_of_it() * x")
    add_first = "def factor_of_it():\n    return factor"
    nb = nbformat.read(folder / NAME, as_version=4)
    place = next(place for place, cell in enumerate(nb.cells) if cell.source.startswith(magic))
    nb.cells.insert(place, nbformat.v4.new_code_cell(add_first))
    nbformat.write(nb, folder / NAME)
    _, said = last_look(folder)
    assert said[-1] == f"✓ {NAME} IS READY: hand in this one file.", said


def test_a_module_beside_the_notebook_is_not_there_as_it_is_not_handed_in(folder: Path, edit_cell: Edit) -> None:
    (folder / "my_helpers.py").write_text("def scaled(x):\n    return 3 * x\n")
    edit_cell(folder / NAME, "scaled-answer", source="from my_helpers import scaled")
    _, said = last_look(folder)
    assert any("without files of your own" in line for line in said)
    assert any("No module named 'my_helpers'" in line for line in said), said


def test_a_cell_that_raises_from_the_top_is_named_with_its_exception(folder: Path, edit_cell: Edit) -> None:
    edit_cell(folder / NAME, "scaled-answer", source="def scaled(x):\n    return x * 3\n\nnever_defined")
    _, said = last_look(folder)
    assert any("`never_defined`: NameError: name 'never_defined'" in line for line in said), said
    assert said[-1] == f"! {NAME} CAN BE HANDED IN, with 1 cell that raises."


def test_the_line_of_a_syntax_error_is_named(folder: Path, edit_cell: Edit) -> None:
    edit_cell(folder / NAME, "scaled-answer", source="def scaled(x):\n    return x * 3\n\nscaled(2")
    _, said = last_look(folder)
    assert any("`scaled(2`: SyntaxError" in line for line in said), said


def test_an_import_that_may_fail_where_it_is_graded_is_named(folder: Path, edit_cell: Edit) -> None:
    answer = "import os\nimport traitlets.config\nfrom pytest import approx\n\ndef scaled(x):\n    return x * 3"
    edit_cell(folder / NAME, "scaled-answer", source=answer)
    _, said = last_look(folder)
    assert "✗ it imports pytest, which may be missing where it is graded" in said
    assert said[-1] == f"! {NAME} CAN BE HANDED IN, with an import of pytest."


def test_a_blank_that_says_nothing_does_not_count_as_raised(folder: Path, edit_cell: Edit) -> None:
    edit_cell(folder / NAME, "scaled-answer", source="def scaled(x):\n    raise NotImplementedError\n\nscaled(1)")
    _, said = last_look(folder)
    assert any(line.endswith("none raised") for line in said), said


def test_cells_run_in_one_running_loop_as_in_a_kernel(folder: Path, edit_cell: Edit) -> None:
    start = "import asyncio\n\nasync def three():\n    return 3\n\ntask = asyncio.create_task(three())"
    edit_cell(folder / NAME, "scaled-answer", source=f"{start}\ndef scaled(x):\n    return x * asyncio.run(three())")
    wait = "factor = await task + asyncio.run(three()) - 3\ndef shifted(x):\n    return factor * x + shift"
    edit_cell(folder / NAME, "shifted-answer", source=wait)
    _, said = last_look(folder)
    assert said[-1] == f"✓ {NAME} IS READY: hand in this one file.", said


def test_a_name_of_a_demonstration_is_there_as_when_it_is_graded(folder: Path, edit_cell: Edit) -> None:
    edit_cell(folder / NAME, "shifted-answer", source="def shifted(x):\n    names\n    return scaled(x) + shift")
    _, said = last_look(folder)
    assert said[-1] == f"✓ {NAME} IS READY: hand in this one file."


def test_a_release_without_answers_is_not_handed_in(built_once: Course, folder: Path) -> None:
    shutil.copy(built_once.release_folder / "2030" / "1_scaling" / NAME, folder)
    status, said = last_look(folder)
    assert (status, said) == (1, [f"✗ NOT YET: {NAME} cannot be handed in: it has no answer at all."])


def test_another_cohorts_notebook_is_not_handed_in(folder: Path) -> None:
    notebook = json.loads((folder / NAME).read_text("utf-8"))
    notebook["metadata"]["hippograd"]["cohort"] = "2029"
    (folder / NAME).write_text(json.dumps(notebook), "utf-8")
    status, said = last_look(folder)
    assert status == 1
    assert "it is 1_scaling of cohort 2029, and this folder is 1_scaling of cohort 2030" in said[-1]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b'{"cells": 3}', b'{"cells": [{}]}'])
def test_what_is_not_a_notebook_is_said_in_a_sentence(folder: Path, content: bytes) -> None:
    (folder / NAME).write_bytes(content)
    with pytest.raises(NotANotebook, match="is not a notebook"):
        read_saved(folder / NAME)


def test_a_missing_file_is_said_in_a_sentence(folder: Path) -> None:
    assert last_look(folder, "2_other.ipynb") == (
        1,
        ["✗ NOT YET: 2_other.ipynb does not exist. Save the notebook under this name."],
    )


def test_what_ends_the_process_that_runs_the_cells_is_named(folder: Path) -> None:
    (folder / "checks" / "scaled.py").write_text("import never_installed\n", "utf-8")
    _, said = last_look(folder)
    assert any("No module named 'never_installed'" in line for line in said), said


ASKS = "grader.hand_in()"


@pytest.mark.parametrize(
    ("ran", "is_unsaved"),
    [
        (["{answer}", ASKS], False),
        (["def scaled(x):\n    return 0", "{answer}", ASKS], False),
        (["print('tried')", "{answer}", ASKS], False),
        (["{answer}", "def scaled(x):\n    return 0", ASKS], True),
        (["{answer}", "grader.hand_in( )"], True),
        (["{answer}", "for k in range(3):\n    scaled = k", ASKS], True),
        (["{answer}", "scaled: object = None", ASKS], True),
        (["{answer}", "if True:\n    import math as scaled", ASKS], True),
        (["{answer}", "%time scaled = None", ASKS], True),
        (["{answer}", "files = !ls\nscaled = None", ASKS], True),
        (["{answer}", "%time scaled = f()  # why?", ASKS], True),
        (["{answer}", "scaled.factors[0] = 2", ASKS], True),
        (["{answer}", "def other(x):\n    scaled[0] = x", ASKS], False),
        (["class Model: pass", "{answer}", "{attached}", "Model.fit = 1", "{attached}", ASKS], False),
        (["class Model: pass", "{answer}", "{attached}", "Model.fit = 1", ASKS], True),
        (["{answer}", "{plot}", "fig = None", ASKS], False),
    ],
    ids=[
        "as saved",
        "an earlier try",
        "a cell that was removed",
        "changed after saving",
        "asked from a new cell",
        "changed in a loop",
        "changed with its type",
        "changed by an import",
        "changed and timed",
        "changed beside a magic",
        "changed beside a question",
        "changed in one item",
        "not changed by a function",
        "a method corrected and saved",
        "a method changed after saving",
        "a figure that was removed",
    ],
)
def test_what_was_run_and_is_not_in_the_file_was_not_saved(
    folder: Path, edit_cell: Edit, ran: list[str], is_unsaved: bool
) -> None:
    answer = "def scaled(x):\n    return 3 * x"
    edit_cell(folder / NAME, "scaled-answer", source=answer)
    edit_cell(folder / NAME, "scaled-check", source=ASKS)
    more = {"attached": "Model.fit = scaled", "plot": "fig = 1"}
    nb = nbformat.read(folder / NAME, as_version=4)
    for number, source in enumerate(("class Model: pass", *more.values())):
        cell = nbformat.v4.new_code_cell(source)
        if number < 2:
            cell.metadata["nbgrader"] = {"grade_id": f"more-{number}"}
        nb.cells.append(cell)
    nbformat.write(nb, folder / NAME)
    assert unsaved(read_saved(folder / NAME), [text.format(answer=answer, **more) for text in ran]) is is_unsaved


def test_a_public_check_leaves_every_generator_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    random.seed(1), np.random.seed(1), torch.manual_seed(1)
    expected = random.random(), np.random.random(), torch.rand(1).item()
    for scaled in (lambda x: 3 * x, lambda x: x.nothing):
        random.seed(1), np.random.seed(1), torch.manual_seed(1)
        outcomes(read_release(), "scaled", {"scaled": scaled})
        assert (random.random(), np.random.random(), torch.rand(1).item()) == expected


def test_in_a_kernel_progress_and_last_look_tell_the_tasks_and_the_bar_follows(folder: Path) -> None:
    nb = nbformat.read(folder / NAME, as_version=4)
    nb.cells += [nbformat.v4.new_code_cell(source) for source in ("here = !pwd", "grader.progress()", ASKS)]
    nbformat.write(nb, folder / NAME)
    executed, stop = run_notebook(nb, folder)
    assert stop is None
    table, look = (cell.outputs for cell in executed.cells[-2:])
    assert "✓ 1.1" in table[0].data["text/plain"]
    assert "<table>" in table[0].data["text/html"]
    assert look[-1].data["text/plain"].splitlines()[-1] == f"✓ {NAME} IS READY: hand in this one file."
    (bar,) = (out for cell in executed.cells for out in cell.get("outputs", ()) if "progressbar" in str(out)[:400])
    assert bar.data["text/plain"] == table[0].data["text/plain"].splitlines()[-1]


def test_progress_shows_what_is_blank_raised_and_next(
    folder: Path, edit_cell: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    blank = 'raise NotImplementedError("this blank is still empty")'
    edit_cell(folder / NAME, "shifted-answer", source=blank)
    release = read_release()
    names: dict[str, Any] = {"scaled": lambda x: x.nothing}
    found = {task: outcomes(release, task, names) for task in release.checked}
    progress = progress_of(release, found, read_saved(folder / NAME))
    assert [one.state for one in progress.tasks] == ["raised", "done", "blank"]
    assert progress.minutes_left == progress.tasks[0].task.minutes + progress.tasks[2].task.minutes
    assert "next: 1.1 " in repr(progress).splitlines()[-1]
    assert "1.1: Your code raised AttributeError in the line `names: dict" in repr(progress)
    assert progress._repr_html_().count("background:#fff8c5") == 1


def test_the_file_that_a_browser_saves_has_the_same_cells(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    release: Release = read_release(folder)
    look = Look(read_saved(folder / NAME), release, rerun=Rerun(3, 1.0, [], {"scaled": [True, True]}))
    cells = read_notebook(to_hand_in(look.saved).encode(), NAME)
    assert [cell.text for cell in cells] == [cell.source for cell in look.saved.cells]
    assert HandIn(look)._repr_html_() is None
    monkeypatch.setattr(sys, "platform", "emscripten")
    assert f"download='{NAME}'" in str(HandIn(look)._repr_html_())


def test_where_there_is_one_process_only_the_notebook_runs_in_a_fresh_namespace_of_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "platform", "emscripten")
    look = look_at(folder / NAME, read_release())
    assert look.lines[-1] == f"✓ {NAME} IS READY: hand in this one file."
    assert "GRADEKIT_RERUN" not in os.environ
