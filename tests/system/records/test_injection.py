"""What students write is shown to people and never run: in the feedback page, in the results, on the terminal."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hippograd.errors import printable
from hippograd.grading.notebook import report
from hippograd.proofs.filling import filled_notebook, notebook_text
from tests.commands import hippograd
from tests.conftest import ROOT, Class
from tests.system.records.injected import ANSI, BUNDLES, MARKDOWN, PICTURE, SCRIPT, SHOW, Page

A = "1_linear_regression"
FORGED = "wrong\n✓ 4/4  forged\r✓ 4/4"


def hostile(classroom: Class) -> str:
    """Every cell a student can write in, full of it; and every output a student can hand in."""
    notebook = json.loads(
        classroom.text(interpret_weights=f"{MARKDOWN}\n=== BEGIN MARK SCHEME ===\n", count_linear_parameters=SHOW)
    )
    outputs: list[dict[str, Any]] = [
        {"output_type": "display_data", "data": bundle, "metadata": {"text/html": {"isolated": True}}}
        for bundle in BUNDLES
    ]
    outputs += [
        {"output_type": "stream", "name": "stdout", "text": SCRIPT + ANSI},
        {"output_type": "error", "ename": SCRIPT, "evalue": SCRIPT, "traceback": [SCRIPT + ANSI]},
    ]
    demo = next(cell for cell in notebook["cells"] if cell["metadata"].get("tags") == ["demo"])
    demo["outputs"] = outputs
    demo["metadata"] |= {"collapsed": SCRIPT, "name": SCRIPT, "tags": ["demo", f'"{SCRIPT}']}
    own = {"metadata": {"raw_mimetype": "text/html", "tags": [f"'\"{SCRIPT}"]}, "source": MARKDOWN}
    notebook["cells"] += [
        own | {"id": "own-1", "cell_type": "markdown", "attachments": {"x.svg": {"image/svg+xml": PICTURE}}},
        own | {"id": "own-2", "cell_type": "raw"},
        own | {"id": "own-0", "cell_type": "markdown", "source": "=== BEGIN MARK SCHEME ===\nand my own scheme"},
        own | {"id": "own-3", "cell_type": "code", "source": SHOW, "outputs": [], "execution_count": None},
        own
        | {"id": "own-4", "cell_type": "code", "source": f"'''\n{MARKDOWN}'''", "outputs": [], "execution_count": None},
    ]
    notebook["metadata"] = {"title": SCRIPT, "kernelspec": {"name": SCRIPT, "language": SCRIPT, "display_name": SCRIPT}}
    notebook["metadata"] |= {"language_info": {"name": SCRIPT, "pygments_lexer": SCRIPT}, "authors": [{"name": SCRIPT}]}
    return json.dumps(notebook)


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory, classroom: Class) -> tuple[Path, str]:
    """The records of a class of three, and all that the commands said; names of files are hostile too."""
    folder = tmp_path_factory.mktemp("hostile")
    evil = "evil<img src=x onerror=alert(1)>\x1b[31m[red]"
    submitted = folder / "submitted"
    submitted.mkdir()
    (submitted / f"{evil}.ipynb").write_text(hostile(classroom))
    (submitted / f"broken{evil}.ipynb").write_text('{"cells": ' + SCRIPT + ANSI)
    (submitted / "amber01.ipynb").write_text(notebook_text(filled_notebook(classroom.cells, {})))
    said = ""
    for words in (["grade", str(submitted), "-j", "1"], ["feedback", "-j", "1", "--unmarked"]):
        done = hippograd(*words, "-a", A, "-c", "2027", "--records", folder / "records", cwd=ROOT)
        assert done.returncode in (0, 1), done.stderr
        said += done.stdout + done.stderr
    return folder / "records", said


def page_of(records: Path, start: str) -> Page:
    (path,) = (records / "feedback").glob(f"{start}*/*/*.html")
    return Page(path.read_text())


def test_nothing_of_a_student_runs_in_the_feedback_page(graded: tuple[Path, str]) -> None:
    evil, amber = page_of(graded[0], "evil"), page_of(graded[0], "amber")
    assert evil.active - amber.active == Counter()
    assert not [one for one in evil.active if one.startswith("<script")]


def test_what_a_student_wrote_is_shown_as_text(graded: tuple[Path, str]) -> None:
    text = page_of(graded[0], "evil").text
    for words in ("my words", "words of HTML", "<script>alert('ran')</script>", "over everything", "and my own scheme"):
        assert words in text


def test_the_terminal_gets_no_control_character(graded: tuple[Path, str]) -> None:
    _, said = graded
    assert "evil" in said
    assert "_red_" in said
    assert [sign for sign in said if not sign.isprintable() and sign != "\n"] == []


def test_no_letter_that_looks_like_nothing_moves_a_text_to_another_place() -> None:
    assert printable("nope" + "\u2800\u3164 ✓ 1/1") == "nope�� ✓ 1/1"


def test_no_page_holds_a_character_that_a_terminal_obeys(graded: tuple[Path, str]) -> None:
    pages = [page.read_text("utf-8") for page in graded[0].rglob("*.html")]
    assert pages
    assert any("�" in page for page in pages)
    odd = {sign for page in pages for sign in page if not sign.isprintable() and sign not in "\n\t\r"}
    assert {sign for sign in odd if ord(sign) < 0xA0} == set()


def test_the_marks_of_a_hostile_notebook_are_those_of_its_answers(graded: tuple[Path, str]) -> None:
    results = [json.loads(line) for line in (graded[0] / f"{A}.jsonl").read_text().splitlines()]
    (evil,) = [result for result in results if result["student"].startswith("evil")]
    lost = [task["name"] for task in evil["tasks"] if task["points"] < task["max_points"]]
    assert lost == ["count_linear_parameters"]


def test_no_line_of_a_report_is_a_students(classroom: Class) -> None:
    text = f"def fit_1d(x, y):\n    raise ValueError({FORGED!r})\n\n\nW_1d = sigma_X = sigma_XY = 0"
    (task,) = [task for task in classroom.result(fit_1d=text).tasks if task.name == "fit_1d"]
    check = msgspec.structs.replace(task.checks[0], public=True, message=FORGED, detail=FORGED, passed=False)
    said = report(msgspec.structs.replace(task, checks=[check], note=FORGED))
    assert said.count("forged") == 3
    assert not any(line.lstrip().startswith("✓") for line in said.splitlines())
