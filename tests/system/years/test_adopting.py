"""A course of others becomes one's own, and takes over what they improve; nothing that is built is merged by hand."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from hippograd.building.build import build
from hippograd.course import Course
from hippograd.years.adopting import adopt, after_merge
from tests.conftest import ROOT
from tests.refusals import refused

NAMES = ("-c", "user.name=A", "-c", "user.email=a@localhost", "-c", "commit.gpgsign=false")


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *NAMES, *arguments], cwd=root, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "x")


@pytest.fixture
def upstream(tmp_path: Path) -> Path:
    root = shutil.copytree(
        ROOT / "examples" / "scaling", tmp_path / "upstream", ignore=shutil.ignore_patterns(".cache")
    )
    (root / ".gitignore").write_text(".*\n__pycache__/\n")
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    return root


@pytest.fixture
def clone(upstream: Path, tmp_path: Path) -> Callable[[], Path]:
    def make() -> Path:
        git(tmp_path, "clone", "--quiet", str(upstream), "mine")
        return tmp_path / "mine"

    return make


@pytest.mark.usefixtures("own_secret")
def test_an_adopted_course_has_a_secret_and_a_year_of_its_own(clone: Callable[[], Path]) -> None:
    root = clone()
    before = Course(root)
    secret = before.secret
    adopt(before, "2033", lambda _: None)
    course = Course(root)
    assert course.default_cohort == "2033"
    assert course.secret != secret
    assert not course.number_problems("2033")
    assert course.cohort("2033").numbers["scaling"]["factor"] != course.cohort("2031").numbers["scaling"]["factor"]
    for name in ("2030", "2031"):
        assert build(course, course.cohort(name), check=True) == [], "they are not built, and need not be"
        with refused("cohort-inherited", cohort=name):
            build(course, course.cohort(name))


def test_only_a_fresh_clone_and_a_new_year_are_adopted(clone: Callable[[], Path]) -> None:
    root = clone()
    with refused("year-inherited", year="2031"):
        adopt(Course(root), "2031", lambda _: None)
    with refused("merge-none"):
        after_merge(Course(root), lambda _: None)
    (root / "assignments" / "new.txt").touch()
    with refused("changes-not-committed"):
        adopt(Course(root), "2033", lambda _: None)
    (root / "assignments" / "new.txt").unlink()
    (root / "records" / "2031").mkdir(parents=True)
    (root / "records" / "2031" / "1_scaling.jsonl").touch()
    with refused("adopt-has-marks"):
        adopt(Course(root), "2033", lambda _: None)
    assert git(root, "status", "--porcelain", "--", "assignments", "autograder") == ""
