"""What people put together themselves: whoever handed something in is a row, as a folder and as a zip."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from hippograd.errors import HippogradError
from hippograd.intake import Submission, find_submissions, read_naming, read_roster

A = "1_linear_regression"
OTHERS = ("0_neural_data", A, "2_gradient_descent")
ADA = {f"ada/{A}/{A}.ipynb": "{}"}


def handed_in(tmp_path: Path, names: list[str] | dict[str, str], kind: str) -> Path:
    """A zip, or a folder, of files with these names."""
    files = names if isinstance(names, dict) else dict.fromkeys(names, "{}")
    if kind == "zip":
        with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
            for name, text in files.items():
                entry = zipfile.ZipInfo(name)
                entry.create_system = 0 if "\\" in "".join(files) else 3
                archive.writestr(entry, text)
        return tmp_path / "class.zip"
    for name, text in files.items():
        path = tmp_path / "class" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "class"


def found_in(path: Path, others: tuple[str, ...] = OTHERS) -> dict[str, Submission]:
    return {one.student: one for one in find_submissions([path], A, others=others)}


both = pytest.mark.parametrize("kind", ["folder", "zip"])


@both
@pytest.mark.parametrize("above", ["", "submitted/", "course/submitted/"])
def test_a_folder_of_the_assignment_in_itself_is_still_the_students(tmp_path: Path, kind: str, above: str) -> None:
    names = [f"{above}{student}/{A}/{A}/{A}.ipynb" for student in ("ada", "bob")] + [f"{above}cy/{A}/{A}.ipynb"]
    found = found_in(handed_in(tmp_path, names, kind))
    assert sorted(found) == ["ada", "bob", "cy"]
    assert not any(one.problem for one in found.values())


@both
def test_a_notebook_beside_the_folders_of_the_assignment_is_the_students(tmp_path: Path, kind: str) -> None:
    files = ADA | {f"bob/{A}.ipynb": "bob", f"cy/{A}.ipynb": "cy", "dan.ipynb": "dan"}
    found = found_in(handed_in(tmp_path, files, kind))
    assert {name: one.read() for name, one in found.items() if name != "ada"} == {
        "bob": b"bob",
        "cy": b"cy",
        "dan": b"dan",
    }
    assert not any(one.notes for one in found.values())


@both
def test_in_folders_of_students_nobody_is_dropped(tmp_path: Path, kind: str) -> None:
    files = {
        "ada/work.ipynb": "{}",
        "bob/work.py": "",
        "cy/work.pdf": "",
        "dan/work.ipynb.txt": "{}",
        "eve/deep/report.docx": "",
        "__MACOSX/ada/._work.ipynb": "",
        "fay/.DS_Store": "",
        "Thumbs.db": "",
    }
    found = found_in(handed_in(tmp_path, files, kind))
    assert sorted(found) == ["ada", "bob", "cy", "dan", "eve"]
    assert [name for name, one in found.items() if one.problem] == ["cy", "eve"]
    assert "work.pdf" in str(found["cy"].problem)
    assert [note.code for note in found["dan"].notes] == ["notebook-renamed"]


@both
def test_among_files_side_by_side_nobody_is_dropped(tmp_path: Path, kind: str) -> None:
    files = {
        "ada.ipynb": "{}",
        "ada.pdf": "a copy of the notebook",
        "bob.ipynb": "{}",
        "bob.txt": "and a word about it",
        "cy.pdf": "",
        "dan.ipynb.txt": "{}",
        "fay.json": "{}",
        "gus": "",
        "timestamp.txt": "",
        "desktop.ini": "",
    }
    found = found_in(handed_in(tmp_path, files, kind))
    assert sorted(found) == ["ada", "bob", "cy", "dan", "fay", "gus"]
    assert [name for name, one in found.items() if one.problem] == ["cy", "fay", "gus"]
    assert [name for name, one in found.items() if one.notes] == ["dan"]


@both
def test_in_the_layout_of_nbgrader_nobody_is_dropped(tmp_path: Path, kind: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    work = handed_in(inner, {f"{A}.ipynb": "in the zip"}, "zip")
    names = [
        "bob/1_linear_regresion/1_linear_regresion.ipynb",
        "cy/final/work.ipynb",
        "dan/work.ipynb",
        "eve/report.pdf",
    ]
    names += [f"fay/{A}/report.pdf", "gus/1_Linear_Regression/1_Linear_Regression.ipynb"]
    path = handed_in(tmp_path, ADA | dict.fromkeys(names, "{}"), kind)
    if kind == "zip":
        with zipfile.ZipFile(path, "a") as archive:
            archive.write(work, f"ida/{A}.zip")
    else:
        (path / "ida").mkdir()
        work.rename(path / "ida" / f"{A}.zip")
    found = found_in(path)
    assert sorted(found) == ["ada", "bob", "cy", "dan", "eve", "fay", "gus", "ida"]
    assert [name for name, one in found.items() if one.problem] == ["eve", "fay"]
    assert not any(one.notes for one in found.values())
    assert found["ida"].read() == b"in the zip"


@both
def test_who_handed_in_another_assignment_only_is_no_row(tmp_path: Path, kind: str) -> None:
    names = [*ADA, "ada/0_neural_data/0_neural_data.ipynb", "bob/2_gradient_descent/2_gradient_descent.ipynb"]
    names += ["bob/2_gradient_descent/figure.png", "bob/2_gradient_descent/timestamp.txt"]
    names += ["bob/timestamp.txt"]
    assert sorted(found_in(handed_in(tmp_path, names, kind))) == ["ada"]


@both
def test_the_name_of_an_assignment_says_nobody(tmp_path: Path, kind: str) -> None:
    found = found_in(handed_in(tmp_path, ["bob/w.ipynb", f"{A}/{A}.ipynb", "0_neural_data.ipynb"], kind))
    assert sorted(found) == ["bob", "unmatched 0_neural_data", f"unmatched {A}"]
    assert [line.path for line in found[f"unmatched {A}"].proposals] == [f"{A}/{A}.ipynb"]


def test_a_renamed_notebook_of_another_assignment_is_told_by_the_course(tmp_path: Path) -> None:
    path = handed_in(tmp_path, ["bob/2_gradient_descent/final version.ipynb", "cy/work.ipynb"], "folder")
    assert sorted(found_in(path)) == ["cy"]
    assert sorted(found_in(path, ())) == ["bob", "cy"]


@both
def test_a_whole_course_of_nbgrader_holds_what_was_submitted(tmp_path: Path, kind: str) -> None:
    names = [f"c/{folder}/{A}/{A}.ipynb" for folder in ("source", "release", "submitted/ada", "autograded/ada")]
    names += ["c/gradebook.db", "c/bob.ipynb"] if kind == "zip" else []
    names = names if kind == "zip" else [name.removeprefix("c/") for name in names]
    found = found_in(handed_in(tmp_path, names, kind))
    assert sorted(found) == (["ada", "bob"] if kind == "zip" else ["ada"])
    assert "submitted" in found["ada"].label


def test_the_roster_among_the_submissions_is_nobodys(tmp_path: Path) -> None:
    path = handed_in(tmp_path, {"ada.ipynb": "{}", "class.csv": "id,name\nada,Ada Lovelace\n"}, "folder")
    roster = read_roster(path / "class.csv")
    assert [one.student for one in find_submissions([path], A, roster)] == ["ada"]


def test_a_folder_of_other_assignments_only_is_said(tmp_path: Path) -> None:
    path = handed_in(tmp_path, ["bob/2_gradient_descent/2_gradient_descent.ipynb"], "folder")
    with pytest.raises(HippogradError) as error:
        found_in(path)
    assert error.value.code == "nothing-to-grade"


def test_a_notebook_in_capital_letters_is_a_notebook(tmp_path: Path) -> None:
    (tmp_path / "Ada.IPYNB").write_text("{}")
    assert list(found_in(tmp_path / "Ada.IPYNB")) == ["Ada"]
    path = handed_in(tmp_path, ["bob/scratch.ipynb", "bob/1_Linear_Regression.IPYNB"], "folder")
    assert found_in(path)["bob"].path.name == "1_Linear_Regression.IPYNB"


def test_the_folders_of_students_one_by_one(tmp_path: Path) -> None:
    names = [*ADA, "ada/0_neural_data/0_neural_data.ipynb", f"bob/{A}/final.ipynb", f"cy/{A}/report.pdf"]
    names += ["dan/2_gradient_descent/final.ipynb", "eve/work.ipynb"]
    submitted = handed_in(tmp_path, names, "folder").rename(tmp_path / "submitted")
    found = find_submissions(sorted(submitted.iterdir()), A, others=OTHERS)
    assert [one.student for one in found] == ["ada", "bob", "cy", "eve"]
    with pytest.raises(HippogradError) as error:
        find_submissions([submitted / "dan"], A, others=OTHERS)
    assert error.value.code == "nothing-to-grade"


def test_a_file_that_is_called_like_the_folder_of_submissions_stops_nobody(tmp_path: Path) -> None:
    names = [f"submitted/ada/{A}/{A}.ipynb", "submitted", "submitted/submitted", "bob.ipynb"]
    assert sorted(found_in(handed_in(tmp_path, names, "zip"))) == ["ada", "bob", "submitted"]


@both
@pytest.mark.parametrize("above", ["ada/", f"ada/{A}/", "submitted/ada/"])
def test_a_time_stamp_that_may_be_the_students_own_is_not_believed(tmp_path: Path, kind: str, above: str) -> None:
    stamp = "2026-11-02 10:00:00 UTC"
    names = [f"{above}work.ipynb", f"{above.partition('ada')[0]}bob/work.ipynb"]
    found = found_in(handed_in(tmp_path, dict.fromkeys(names, "{}") | {f"{above}timestamp.txt": stamp}, kind))
    assert [one.timestamp for one in found.values()] == ["", ""]


@both
def test_the_time_stamp_of_nbgrader_is_read(tmp_path: Path, kind: str) -> None:
    files = {f"submitted/ada/{A}/{A}.ipynb": "{}", f"submitted/ada/{A}/timestamp.txt": "2026-11-02 10:00:00.5 UTC"}
    (found,) = found_in(handed_in(tmp_path, files, kind)).values()
    assert (found.timestamp, found.notes) == ("2026-11-02 10:00:00.500000 UTC", ())


@both
def test_a_folder_called_like_no_assignment_of_the_course_is_a_row(tmp_path: Path, kind: str) -> None:
    found = found_in(handed_in(tmp_path, ["1_a/1_a.ipynb", "cy.ipynb"], kind))
    assert sorted(found) == ["1_a", "cy"]


def test_folders_side_by_side_are_single_students_whatever_lies_in_them(tmp_path: Path) -> None:
    path = handed_in(
        tmp_path, ["mallory/ada.ipynb", f"mallory/submitted/ada/{A}/{A}.ipynb", "ada/work.ipynb"], "folder"
    )
    said: list[str] = []
    found = find_submissions(sorted(path.iterdir()), A, others=OTHERS, say=said.append)
    assert [one.student for one in found] == ["ada", "mallory"]
    assert [one.origin.name for one in found] == ["work.ipynb", f"submitted/ada/{A}/{A}.ipynb"]
    assert [line.partition(":")[0] for line in said] == [f"{path}/ada and others"]


def test_a_folder_that_the_roster_knows_is_that_students(tmp_path: Path) -> None:
    path = handed_in(tmp_path, ["mallory/ada.ipynb"], "folder") / "mallory"
    (tmp_path / "class.csv").write_text("id\nada\nmallory\n")
    roster = read_roster(tmp_path / "class.csv")
    assert [one.student for one in find_submissions([path], A, roster)] == ["mallory"]
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        archive.write(path / "ada.ipynb", "mallory/ada.ipynb")
    assert [one.student for one in find_submissions([tmp_path / "class.zip"], A, roster)] == ["mallory"]


def test_folders_of_sections_side_by_side_are_read_where_the_user_says_so(tmp_path: Path) -> None:
    path = handed_in(tmp_path, ["monday/ada.ipynb", "monday/bob.ipynb", "friday/cy.ipynb"], "folder")
    (tmp_path / "class.csv").write_text("id\nada\nbob\ncy\n")
    roster = read_roster(tmp_path / "class.csv")
    sections = sorted(path.iterdir())
    assert not {one.student for one in find_submissions(sections, A, roster)} & roster.students
    found = find_submissions(sections, A, roster, naming=read_naming("folders"))
    assert [(one.student, one.origin.name) for one in found] == [(who, f"{who}.ipynb") for who in ("ada", "bob", "cy")]


def test_a_zip_that_lists_very_many_files_is_not_opened(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as inner:
        inner.writestr("work.ipynb", "{}")
    directory = made.getvalue().index(b"PK\x01\x02")
    listed = made.getvalue()[:directory] + made.getvalue()[directory:] * 30_000
    (tmp_path / "class" / "ada01").mkdir(parents=True)
    (tmp_path / "class" / "ada01" / "work.zip").write_bytes(listed)
    (found,) = find_submissions([tmp_path / "class"], "1_linear_regression")
    assert found.problem is not None
    assert (found.problem.code, found.problem.data["most"]) == ("zip-too-full", 2000)


def test_of_zips_side_by_side_one_that_cannot_be_read_is_a_row(tmp_path: Path) -> None:
    for who, name in (("ada", "w.ipynb"), ("bob", "c/w.ipynb")):
        with zipfile.ZipFile(tmp_path / f"{who}.zip", "w") as archive:
            archive.writestr(name, who)
    (tmp_path / "broken.zip").write_bytes(b"PK no")
    found = {one.student: one for one in find_submissions(sorted(tmp_path.glob("*.zip")), A)}
    assert list(found) == ["ada", "bob", "broken"]
    assert [found[who].read() for who in ("ada", "bob")] == [b"ada", b"bob"]
    with pytest.raises(HippogradError) as error:
        found["broken"].read()
    assert error.value.code == "zip-broken"


@both
def test_a_folder_of_other_files_is_no_class(tmp_path: Path, kind: str) -> None:
    path = handed_in(tmp_path, ["start.md", "tas.md", "pictures/desk.png"], kind)
    with pytest.raises(HippogradError) as error:
        found_in(path)
    assert error.value.code == "nothing-to-grade"


def rows_of(tmp_path: Path, class_list: str, names: list[str], kind: str = "zip") -> dict[str, Submission]:
    """The rows of a class, by student."""
    roster = tmp_path / "class.csv"
    roster.write_text(class_list)
    path = handed_in(tmp_path, names, kind)
    return {one.student: one for one in find_submissions([path], A, read_roster(roster), others=OTHERS)}


@pytest.mark.parametrize("is_known", [True, False])
def test_a_student_who_is_called_like_the_folder_of_nbgrader_changes_no_others_row(
    tmp_path: Path, is_known: bool
) -> None:
    names = ["ada/w.ipynb", f"submitted/ada/{A}/{A}.ipynb", *(["bob/w.ipynb"] if is_known else [])]
    found = rows_of(tmp_path, f"id\nada\nbob\n{'submitted' if is_known else 'cem'}\n", names)
    assert found["ada"].origin.name == "ada/w.ipynb"
    assert "submitted" in found if is_known else "unmatched submitted" in found


def test_where_the_layout_is_said_to_be_nbgraders_it_is(tmp_path: Path) -> None:
    path = handed_in(tmp_path, [f"submitted/ada/{A}/{A}.ipynb", "old/w.ipynb"], "folder")
    found = find_submissions([path], A, others=OTHERS, naming=read_naming("nbgrader", None, None))
    assert [one.student for one in found] == ["ada", "old"]


def test_many_files_of_one_student_stop_no_class(tmp_path: Path) -> None:
    people = [f"person{number:02d}" for number in range(8)]
    names = [f"{one}.ipynb" for one in people] + [f"x{number}.ipynb" for number in range(9)]
    found = rows_of(tmp_path, "\n".join(["id", *people, ""]), names)
    assert [one for one in found if not one.startswith("unmatched")] == people
    assert len(found) == 17


def test_notebooks_of_one_name_are_told_by_their_folders(tmp_path: Path) -> None:
    names = [f"submitted/{place}/w.ipynb" for place in (f"ada/{A}", f"ada/{A.upper()}", f"bob/{A}")]
    found = found_in(handed_in(tmp_path, names, "folder"))
    assert found["ada"].problem is not None
    assert found["ada"].problem.data["files"] == [f"submitted/ada/{A.upper()}/w.ipynb", f"submitted/ada/{A}/w.ipynb"]


def test_that_a_later_attempt_holds_no_notebook_is_asked(tmp_path: Path) -> None:
    names = [
        f"HW_{who}_attempt_2026-11-0{day}-10-11-12_w.{end}"
        for who, day, end in (("ada", 1, "ipynb"), ("ada", 2, "rar"))
    ]
    found = rows_of(tmp_path, "id\nada\nbob\n", [*names, names[0].replace("ada", "bob")])
    assert found["ada"].origin.name == names[0]
    (note,) = [note for note in found["ada"].notes if note.for_staff]
    assert note.code == "attempt-unreadable"
    assert names[1] in note.data["file"]
    assert not found["bob"].notes
