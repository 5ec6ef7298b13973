"""What students write is shown to people and never run: in the feedback page, in the results, on the terminal.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from hippograd.records.cleaning import markdown_as_html
from tests.conftest import ROOT, UNACTIVATED, Class
from tests.system.records.injected import ANSI, SCRIPT, Page
from tests.system.records.test_injection import FORGED, A, graded

__all__ = ["graded"]

BIN = Path(sys.executable).parent


def makes_harmless_links(page: Page) -> bool:
    """MathJax makes links of formulas; with its extension Safe, none that runs a script."""
    (loaded,) = [one for one in page.active if one.startswith("<script") and "mathjax" in one and "src" in one]
    return ",Safe" in loaded


def test_nothing_of_a_student_runs_in_formgrader(graded: tuple[Path, str], tmp_path: Path) -> None:
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    for name in ("assignments", "sessions"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "2027").symlink_to(graded[0])
    with Gradebook(f"sqlite:///{graded[0] / 'gradebook.db'}") as book:
        shown = {entry.student.id[:4]: entry.notebooks[0].id for entry in book.assignment_submissions(A)}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(BIN / "jupyter"), "server", "--no-browser", "--allow-root", f"--port={port}"]
    command += ["--IdentityProvider.token=this-test", f"--ServerApp.root_dir={tmp_path}"]
    environment = UNACTIVATED | {"HIPPOGRAD_COHORT": "2027", "HOME": str(tmp_path), "PATH": f"{BIN}:{os.defpath}"}
    with open(tmp_path / "log", "w") as log:
        server = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=log, stderr=log)
    try:
        pages = {who: fetched(f"http://127.0.0.1:{port}/formgrader/submissions/{shown[who]}/") for who in shown}
    finally:
        server.terminate()
        server.wait(30)
    evil, amber = Page(pages["evil"]), Page(pages["ambe"])
    assert "my words" in evil.text
    assert evil.active - amber.active == Counter()
    assert makes_harmless_links(evil)


def fetched(url: str) -> str:
    """A page of a Jupyter server that may still be starting."""
    until = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(f"{url}?token=this-test", timeout=30) as answer:
                text: str = answer.read().decode()
                return text
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.3)


@pytest.mark.parametrize("unit", [r"\\[", r"\\(", r"\begin{a}", r"\begin{a}\begin{b}"])
def test_a_text_of_formulas_without_end_is_shown_at_once(unit: str) -> None:
    started = time.process_time()
    page = markdown_as_html(unit * 20_000, {})
    assert time.process_time() - started < 2
    assert page.startswith("<pre>")
    assert "<math" in markdown_as_html(r"\\[ a \\] and $b$ " * 200, {})


def test_a_text_of_very_many_spaces_is_shown_at_once() -> None:
    started = time.process_time()
    assert "a" in markdown_as_html("a" + " " * 49_000 + "b", {})
    assert time.process_time() - started < 2


def test_debugging_a_submission_shows_no_control_character(classroom: Class, tmp_path: Path) -> None:
    text = SCRIPT + ANSI + FORGED
    raising = f"def fit_1d(x, y):\n    raise ValueError({text!r})\n\n\nW_1d = sigma_X = sigma_XY = 0"
    (tmp_path / "evil.ipynb").write_text(classroom.text(fit_1d=raising))
    command = [str(BIN / "pytest"), f"autograder/graders/{A}", "-k", "fit_1d"]
    named = os.environ | {"HIPPOGRAD_SUBMISSION": str(tmp_path / "evil.ipynb")}
    done = subprocess.run(command, cwd=ROOT, env=named, capture_output=True, text=True, timeout=300)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "alert('ran')" in done.stdout
    assert "forged" in done.stdout
    assert not any(line.lstrip().startswith("✓") for line in done.stdout.splitlines())
    assert [sign for sign in done.stdout if not sign.isprintable() and sign not in "\n\t"] == []
