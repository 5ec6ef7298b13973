"""`nbgrader autograde` reads what students handed in as intake does; what is odd costs only its own student."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from hippograd.intake.finding.archives import LARGEST_INNER_ZIP
from tests.conftest import Class, copy_course
from tests.system.other_courses.conftest import nbgrader, other_course  # noqa: F401 (a fixture)
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


def test_odd_folders_of_another_course_cost_only_themselves(
    tmp_path: Path,
    other_course: Path,  # noqa: F811
) -> None:
    course = tmp_path / "course"
    for name in ("source", "nbgrader_config.py", "gradebook.db"):
        copy = shutil.copytree if (other_course / name).is_dir() else shutil.copy
        course.mkdir(exist_ok=True)
        copy(other_course / name, course / name)
    with open(course / "nbgrader_config.py", "a") as file:
        file.write("from pathlib import Path\nfrom hippograd.other_courses.nbgrader import grade_behind_the_wall\n")
        file.write("grade_behind_the_wall(c, Path(__file__).parent)\n")
    right = other_course / "submitted" / "right" / "ps1"
    hand_in(course / "submitted", "ps1", [right / "first.ipynb", right / "second.ipynb", right / "mine.py"])
    odd = {"iris01": "zeros.dat", "jonah01": "first.ipynb", "kestrel01": "second.ipynb"}
    for student in odd:
        shutil.copytree(right, course / "submitted" / student / "ps1")
    os.truncate(course / "submitted" / "iris01" / "ps1" / "mine.py", LARGEST_INNER_ZIP + 1)
    for student in ("jonah01", "kestrel01"):
        (course / "submitted" / student / "ps1" / odd[student]).unlink()
    os.mkfifo(course / "submitted" / "jonah01" / "ps1" / "first.ipynb")
    (course / "submitted" / "kestrel01" / "ps1" / "second.ipynb").symlink_to(right / "second.ipynb")
    done = nbgrader(course, "autograde", "ps1")
    said = said_of(done)
    assert f"Not graded, and left as before: {', '.join([*REFUSED, *odd])}." in said
    graded = {path.parts[0] for path in map(Path, files_below(course / "autograded"))}
    assert sorted(graded) == GRADED
    own = ["data.csv", "first.ipynb", "mine.py", "second.ipynb"]
    assert files_below(course / "autograded" / "amber01" / "ps1") == own
    assert files_below(course / "autograded" / "basil01" / "ps1") == own
