"""A course of others becomes one's own, and takes over what they improve; nothing that is built is merged by hand.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

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
from tests.refusals import refused
from tests.system.years.test_adopting import clone, commit, git, upstream

__all__ = ["clone", "upstream"]


NOTEBOOK = Path("assignments", "1_scaling", "1_scaling.ipynb")


@pytest.mark.usefixtures("own_secret")
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
