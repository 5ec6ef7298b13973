"""A course of others becomes one's own, and takes over what they improve; nothing that is built is merged by hand."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from hippograd.building.build import build
from hippograd.course import Course
from hippograd.course.closed import is_inherited
from hippograd.course.root import COHORTS
from hippograd.files import own_digests
from hippograd.years.adopting import adopt, after_merge
from hippograd.years.new import draw_cohort
from tests.conftest import ROOT
from tests.refusals import refused

NAMES = ("-c", "user.name=A", "-c", "user.email=a@localhost", "-c", "commit.gpgsign=false")
NOTEBOOK = Path("assignments", "1_scaling", "1_scaling.ipynb")


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


def test_improvements_are_merged_and_what_is_built_takes_care_of_itself(
    upstream: Path, clone: Callable[[], Path]
) -> None:
    def edited(root: Path, words: str, year: str) -> None:
        text = (root / NOTEBOOK).read_text("utf-8")
        (root / NOTEBOOK).write_text(text.replace("# Scaling", f"# Scaling {words}"), "utf-8")
        build(Course(root), Course(root).cohort(year))
        commit(root)

    build(Course(upstream), Course(upstream).cohort("2030"))
    commit(upstream)
    root = clone()
    adopt(Course(root), "2033", lambda _: None)
    edited(root, "by us", "2033")
    draw_cohort(Course(upstream), Course(upstream).cohort("2031"), "2032", lambda _: None)
    edited(upstream, "by them", "2030")
    build(Course(upstream), Course(upstream).cohort("2032"))
    commit(upstream)

    assert "CONFLICT" in git(root, "pull", "--no-rebase", "--no-commit", "origin", "main")
    with refused("merge-conflicts", files=[str(NOTEBOOK), str(COHORTS)]):
        after_merge(Course(root), lambda _: None)
    git(root, "checkout", "--theirs", "--", str(NOTEBOOK))
    ours, theirs = (git(root, "show", f":{stage}:{COHORTS}") for stage in (2, 3))
    (root / COHORTS).write_text(f"{ours}\n{theirs[theirs.index('[2032') :]}", "utf-8")
    git(root, "add", str(NOTEBOOK), str(COHORTS))
    after_merge(Course(root), lambda _: None)
    commit(root)

    course = Course(root)
    assert build(course, course.cohort("2033"), check=True) == []
    assert "by them" in (root / "release" / "2033" / "1_scaling" / "1_scaling.ipynb").read_text("utf-8")
    for name in ("2030", "2032"):
        ours, theirs = (own_digests(where / "release" / name) for where in (root, upstream))
        assert {**theirs, "inherited.txt": ours["inherited.txt"]} == ours
        assert is_inherited(course.release_folder, name)
    assert git(root, "status", "--porcelain") == ""
