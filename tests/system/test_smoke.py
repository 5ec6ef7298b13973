"""Every command does its usual job once, on the example course, as somebody types it."""

from __future__ import annotations

import getpass
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from typer.main import get_command

from hippograd.cli import app
from tests.commands import hippograd
from tests.conftest import HIPPOGRAD, ROOT, set_deadline

A = "1_scaling"

COMMANDS = {
    "build": "build --check",
    "calibrate": "calibrate --cohort 2031 shifted -j 1",
    "changes": f"changes -a {A}",
    "check": "check class/amber01/1_scaling/1_scaling.ipynb -k scaled",
    "cohort archive": "cohort archive 2030 2030-records.zip",
    "cohort check": "cohort check",
    "cohort close": "cohort close 2030",
    "cohort diff": "cohort diff 2030 2031",
    "cohort erase": "cohort erase 2030 --yes",
    "cohort list": "cohort list",
    "doctor": "doctor",
    "export": "export --to marks.csv --unmarked",
    "feedback": f"feedback -a {A} --unmarked",
    "grade": f"grade class -a {A} -j 1 --tier unconfined",
    "gradescope": f"gradescope {A} -o scaling-gradescope.zip",
    "list": "list --status unmarked",
    "mark": "mark amber01 scaled 1 --why because",
    "new chapter": "new chapter 2_more",
    "new secret": "new secret --replace",
    "new task": "new task 1_scaling doubled",
    "publish": "publish ../public",
    "regrade": f"regrade {A} -j 1 --tier unconfined",
    "release": "release",
    "report": "report",
    "roster import": "roster import class.csv --yes",
    "sample-class": f"sample-class other -a {A} --students 1",
    "similar": f"similar {A}",
    "student extend": f"student extend amber01 {A} 48h",
    "student late": f"student late amber01 {A} 26h",
    "student remove": "student remove amber01 --yes",
    "verify": f"verify {A} -j 1",
}
ELSEWHERE = {
    "adopt": "tests/system/years",
    "cohort new": "tests/system/years",
    "freeze": "tests/course",
    "grade-course": "tests/system/other_courses",
    "preview": "below",
    "serve invite": "tests/system/serve",
    "serve return": "tests/system/serve",
    "site": "tests/system/site",
}
"""Commands whose usual job needs more than a graded class, and where they are tried."""


def run(root: Path, *words: str) -> str:
    """Return all that a command prints."""
    environment = os.environ | {"HIPPOGRAD_ROOT": str(root), "HIPPOGRAD_COHORT": "2030", "COLUMNS": "120"}
    done = hippograd(*words, cwd=root, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example course with a class of three, graded, in a repository of git."""
    root = tmp_path_factory.mktemp("term") / "scaling"
    shutil.copytree(ROOT / "examples" / "scaling", root)
    set_deadline(root, "2030")
    for command in (
        f"build {A} --cohort 2031",
        f"build {A}",
        f"sample-class class -a {A} --students 3",
        f"grade class -a {A} -j 1 --tier unconfined",
    ):
        run(root, *command.split())
    (root / "class.csv").write_text("id,name\namber01,Amber Ash\n", encoding="utf-8")
    (root / ".gitignore").write_text((ROOT / ".gitignore").read_text("utf-8") + "/class/\n", encoding="utf-8")
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "--quiet"], ["add", "--all"], [*who, "commit", "--quiet", "--message", "A course"]):
        subprocess.run(["git", *words], cwd=root, check=True)
    return root


@pytest.fixture
def root(graded: Path, tmp_path: Path) -> Path:
    """A copy of it for one command."""
    return Path(shutil.copytree(graded, tmp_path / "scaling", symlinks=True))


CHANGING = (
    (r"^sandbox tier .*\n", ""),
    (r"^.* ━+ .*\n?", ""),
    (r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\.\d+)?(\+\d\d:\d\d)?", "DATE"),
    (r"\d:\d\d:\d\d", "TIME"),
    (r"\b\d\.\d (?=│$)|\b\d\.\d(?=  unmarked)", "  S "),
    (r"as of [0-9a-f]{7,40}", "as of HASH"),
    (f"by {getpass.getuser()},", "by ME,"),
)
"""What differs from run to run and from machine to machine in what a command prints."""


def printed(root: Path, words: str) -> list[str]:
    """What a command prints, line by line, without what changes from run to run."""
    said = run(root, *words.split()).replace(str(root.parent), "…")
    for pattern, constant in CHANGING:
        said = re.sub(pattern, constant, said, flags=re.MULTILINE)
    return [line.rstrip() for line in said.splitlines()]


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "doctor"])
def test_a_command_does_its_usual_job(root: Path, command: str, snapshot: SnapshotAssertion) -> None:
    assert printed(root, COMMANDS[command]) == snapshot


def test_doctor_tells_the_tier_of_the_sandbox(root: Path) -> None:
    assert "sandbox" in run(root, *COMMANDS["doctor"].split())


def test_preview_serves_a_chapter_until_it_is_ended(root: Path) -> None:
    environment = os.environ | {"HIPPOGRAD_ROOT": str(root), "HIPPOGRAD_COHORT": "2030"}
    command = [HIPPOGRAD, "preview", A, "--no-browser"]
    with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert "http://127.0.0.1:" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0


def names(group: object, before: tuple[str, ...] = ()) -> Iterator[str]:
    for name, command in getattr(group, "commands", {}).items():
        yield from names(command, (*before, name)) if hasattr(command, "commands") else [" ".join((*before, name))]


def test_every_command_is_tried() -> None:
    assert {*names(get_command(app))} == {*COMMANDS, *ELSEWHERE}


WINGS = {
    ("dask.py",): set(),
    ("marking",): {"mark"},
    ("other_courses",): {"grade-course"},
    ("reports", "similarity"): {"list", "report", "similar"},
    ("serve",): {"serve"},
    ("site",): {"site"},
}
"""Parts that nothing else needs, and the commands that go with them."""


def without(wings: Iterable[str], folder: Path) -> dict[str, str]:
    """Return the environment in which a copy of the engine counts that lacks some wings."""
    for package in ("hippograd", "gradekit"):
        shutil.copytree(ROOT / "src" / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (folder / "hippograd" / wing for wing in wings):
        path.unlink() if path.is_file() else shutil.rmtree(path)
    return {"PYTHONPATH": str(folder)}


@pytest.mark.parametrize("wing", WINGS, ids=" and ".join)
def test_where_a_wing_is_missing_its_commands_are(wing: tuple[str, ...], tmp_path: Path) -> None:
    code = "from typer.main import get_command; from hippograd.cli import app; print(*get_command(app).commands)"
    environment = os.environ | without(wing, tmp_path / "src")
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert {*done.stdout.split()} == {command.split()[0] for command in (*COMMANDS, *ELSEWHERE)} - WINGS[wing]


@pytest.mark.parametrize("command", ["grade", "export"])
def test_a_class_is_graded_where_all_wings_are_missing(root: Path, tmp_path: Path, command: str) -> None:
    bare = without((name for wing in WINGS for name in wing), tmp_path / "src")
    environment = os.environ | bare | {"HIPPOGRAD_ROOT": str(root), "HIPPOGRAD_COHORT": "2030"}
    words = [HIPPOGRAD, *COMMANDS[command].split()]
    done = subprocess.run(words, cwd=root, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
