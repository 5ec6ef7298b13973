"""Submissions are found wherever people put them, and what is wrong with a path is said in one line."""

from __future__ import annotations

import os
import unicodedata
import zipfile
from pathlib import Path

import pytest

from hippograd.errors import HippogradError
from hippograd.intake import find_submissions
from hippograd.intake.finding.roster.person import student_id

A = "1_linear_regression"


def put(path: Path, text: str = "{}") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def students(*paths: Path) -> list[str]:
    return [submission.student for submission in find_submissions(list(paths), A)]


def test_a_single_notebook_is_named_after_its_file(tmp_path: Path) -> None:
    assert students(put(tmp_path / "amber01.ipynb")) == ["amber01"]


def test_a_folder_of_notebooks_in_the_order_of_names(tmp_path: Path) -> None:
    put(tmp_path / "basil01.ipynb")
    put(tmp_path / "amber01.ipynb")
    put(tmp_path / ".hidden.ipynb")
    assert students(tmp_path) == ["amber01", "basil01"]


def test_the_layout_of_nbgrader_with_its_timestamp(tmp_path: Path) -> None:
    submitted = tmp_path / "submitted"
    put(submitted / "amber01" / A / f"{A}.ipynb")
    put(submitted / "amber01" / A / "timestamp.txt", "2026-11-02 10:00:00 UTC")
    put(submitted / "amber01" / "0_neural_data" / "0_neural_data.ipynb")
    (found,) = find_submissions([submitted], A)
    assert find_submissions([submitted / "amber01"], A)[0].timestamp == found.timestamp
    assert (found.student, found.timestamp, found.path.name) == ("amber01", "2026-11-02 10:00:00 UTC", f"{A}.ipynb")


def test_a_renamed_notebook_in_the_layout_of_nbgrader(tmp_path: Path) -> None:
    put(tmp_path / "amber01" / A / "final version.ipynb")
    assert students(tmp_path) == ["amber01"]


@pytest.mark.parametrize("name", ["amber01.ipynb", f"amber01/{A}/{A}.ipynb", f"submitted/amber01/{A}/{A}.ipynb"])
def test_a_zip_of_any_of_these(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        archive.writestr(name, "{}")
        archive.writestr("__MACOSX/._amber01.ipynb", "x")
    (found,) = find_submissions([tmp_path / "class.zip"], A)
    assert (found.student, found.read()) == ("amber01", b"{}")


def test_a_name_in_a_zip_cannot_leave_the_folder_of_its_student(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        archive.writestr(f"../../{A}/{A}.ipynb", "{}")
    (found,) = find_submissions([tmp_path / "class.zip"], A)
    assert found.student.startswith("unnamed-")
    for name in ("..", "a/b", "../x", ".hidden", "a\0b", "", "-rf", "+1+1", "@SUM", "=1"):
        made = student_id(name)
        assert made[0] not in "-+@="
        assert made not in ("", ".", "..")
        assert os.sep not in made
        assert not made.startswith(".")


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda folder: folder / "nowhere", "path-missing"),
        (lambda folder: put(folder / "essay.docx"), "path-no-submission"),
        (lambda folder: put(folder / "class.zip", "PK no"), "zip-broken"),
        (lambda folder: folder, "nothing-to-grade"),
    ],
    ids=["missing", "another file", "broken zip", "empty folder"],
)
def test_what_is_wrong_with_a_path_is_said(tmp_path: Path, make, code: str) -> None:
    path = make(tmp_path)
    with pytest.raises(HippogradError) as error:
        find_submissions([path], A)
    assert error.value.code == code
    assert str(path) in error.value.data.values()


def test_two_submissions_of_one_student_are_not_chosen_between_and_the_others_are_found(tmp_path: Path) -> None:
    one, two = put(tmp_path / "a" / "amber01.ipynb"), put(tmp_path / "b" / "amber01.ipynb")
    amber, basil = find_submissions([one, two, put(tmp_path / "b" / "basil01.ipynb")], A)
    assert (amber.student, basil.student, basil.problem) == ("amber01", "basil01", None)
    with pytest.raises(HippogradError) as error:
        amber.read()
    assert (error.value.code, error.value.data["files"]) == ("attempts-without-times", [str(one), str(two)])


def emptied(folder: Path) -> None:
    """Students who handed in no file, in ways that leave a folder."""
    put(folder / "amber01" / f"{A}.ipynb")
    (folder / "basil01").mkdir()
    put(folder / "cedar01" / ".ipynb_checkpoints" / f"{A}-checkpoint.ipynb")
    put(folder / "dill01" / "__MACOSX" / f"{A}.ipynb")
    (folder / "elder01" / A).mkdir(parents=True)
    (folder / "amber01" / "figures").mkdir()


def test_two_files_whose_names_differ_in_unicode_form_alone_are_both_there(tmp_path: Path) -> None:
    for form in ("NFC", "NFD"):
        (tmp_path / unicodedata.normalize(form, "n_é.ipynb")).write_text(form)
    (tmp_path / "bb.ipynb").write_text("{}")
    found = find_submissions([tmp_path], A, None, None)
    assert {one.student for one in found} >= {"bb", "n_é"}
    assert sorted(one.read() for one in found) == [b"NFC", b"NFD", b"{}"]


@pytest.mark.parametrize("name", ["basil01.ipynb", "basil01.zip", "basil01"])
@pytest.mark.parametrize("target", ["basil01{}", "nowhere"])
def test_a_link_that_leads_nowhere_is_a_row_and_the_others_are_found(tmp_path: Path, name: str, target: str) -> None:
    put(tmp_path / "amber01.ipynb")
    link = tmp_path / name
    link.symlink_to(target.format(link.suffix))
    named = find_submissions([tmp_path / "amber01.ipynb", link], A)
    for found in (named, find_submissions([tmp_path], A)) if link.suffix else (named,):
        assert [one.student for one in found] == ["amber01", "basil01"]
        with pytest.raises(HippogradError, match="symbolic link"):
            found[1].read()
