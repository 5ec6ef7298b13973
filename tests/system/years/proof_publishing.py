"""What everybody may see, in a folder of its own.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

from pathlib import Path

from hippograd.course import Course
from hippograd.files import digests, files_in
from hippograd.years.publishing import publish
from tests.conftest import ROOT, copy_course
from tests.refusals import refused


def test_what_is_public_is_written_whole_and_nothing_else_is_touched(tmp_path: Path) -> None:
    course = Course(ROOT)
    (tmp_path / ".git").mkdir()
    (tmp_path / "index.html").write_text("ours")
    (tmp_path / "1_linear_regression").mkdir()
    (tmp_path / "1_linear_regression" / "old.txt").write_text("of last year")
    for _ in range(2):
        publish(course, course.cohort("2027"), tmp_path)
        for name in course.assignments:
            assert digests(tmp_path / name) == digests(ROOT / "release" / "2027" / name)
            assert not any(path.is_symlink() for path in (tmp_path / name).rglob("*"))
    assert (tmp_path / "index.html").read_text() == "ours"
    names = set(files_in(tmp_path))
    assert {"README.md", "LICENSE", "1_linear_regression/README.md"} <= names
    assert not [name for name in names if "graders" in name or "answers" in name or "secret" in name]


def test_a_release_that_shows_a_secret_is_not_published(tmp_path: Path) -> None:
    root = copy_course(tmp_path / "course", "release")
    page = root / "release" / "2027" / "1_linear_regression" / "README.md"
    page.write_text(page.read_text() + "\n" + Course(root).secret)
    course = Course(root)
    with refused("leaks"):
        publish(course, course.cohort("2027"), tmp_path / "public")
    assert not (tmp_path / "public").exists()
