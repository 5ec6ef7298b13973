"""`nbgrader autograde` reads what students handed in as intake does; what is odd costs only its own student."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.conftest import Class, copy_course
from tests.system.records.conftest import A, run

SECRET = "nobody's business"
GRADED = ["amber01", "basil01", "grove01"]
REFUSED = ["fjord\N{REPLACEMENT CHARACTER}01", "heath01", "cedar01", "delta01", "ember01"]
"""Those whose folder is not looked into come first."""

NAMES = ("amber", "basil", "cedar", "delta", "ember")


def hand_in(submitted: Path, assignment: str, notebooks: Iterable[Path]) -> None:
    """A class with something odd in most folders; the links lead to what a student must not read."""
    secret = submitted.parent / "secret.txt"
    secret.write_text(SECRET)
    for student in ("amber01", "basil01", "cedar01", "delta01", "ember01", "fjord\n01", "grove01"):
        folder = submitted / student / assignment
        folder.mkdir(parents=True)
        for notebook in notebooks:
            shutil.copy(notebook, folder)
    amber, basil, cedar, delta, ember = (submitted / f"{name}01" / assignment for name in NAMES)
    (amber / "notes.txt").symlink_to(secret)
    (amber / "zeros.dat").symlink_to("/dev/zero")
    os.mkfifo(amber / "data.fifo")
    (basil / "\x1b[31m\n[ERROR] forged.txt").write_text("a name that a terminal obeys")
    os.mkfifo(cedar / "timestamp.txt")
    (delta / "timestamp.txt").touch()
    os.truncate(delta / "timestamp.txt", 64 << 20)
    (ember / "timestamp.txt").symlink_to(secret)
    (submitted / "heath01").symlink_to(submitted / "grove01")


def said_of(done: subprocess.CompletedProcess[str]) -> str:
    """What a command said, in which no sign is a terminal's to obey and no line a student's."""
    text = done.stdout + done.stderr
    assert [sign for sign in text if not sign.isprintable() and sign != "\n"] == []
    assert "\n[ERROR] forged" not in text
    assert SECRET not in text
    return text


def files_below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def test_odd_folders_of_this_course_cost_only_themselves(tmp_path: Path, classroom: Class) -> None:
    copy_course(tmp_path, "nbgrader_config.py", "release")
    (tmp_path / f"{A}.ipynb").write_text(classroom.text())
    hand_in(tmp_path / "submitted", A, [tmp_path / f"{A}.ipynb"])
    (tmp_path / "submitted" / "grove01" / A / "timestamp.txt").write_text("2026-11-02 10:00:00 UTC")
    said = said_of(run(tmp_path, "nbgrader", "autograde", A))
    assert f"Not graded, and left as before: {', '.join(REFUSED)}." in said
    kept = files_below(tmp_path / "records" / "2027" / "autograded")
    assert kept == [*(f"{student}/{A}/{A}.ipynb" for student in GRADED), f"grove01/{A}/timestamp.txt"]
