"""Downloads of learning platforms: every file is somebody's row, and the right attempt of the right student counts."""

from __future__ import annotations

import io
import json
import os
import stat
import warnings
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hippograd.errors import HippogradError
from hippograd.intake import Submission, find_submissions, read_deadline, read_notebook, read_roster
from tests.refusals import refused

A = "1_linear_regression"
ROSTER = """id,name,email,canvas,moodle
ada01,Ada Lovelace,ada@example.org,12345,
basil02,Basil Ångström-Núñez,basil@example.org,12346,
chen03,"Chen, Li",chen@example.org,12347,991
cleo04,Cleo Twin,cleo@example.org,12348,
cleo05,Cleo Twin,cleo.twin@example.org,12349,
"""
METADATA = """---
submission_700:
  :submitters:
  - :name: Ada Lovelace
    :sid: '5001'
    :email: ada@example.org
  - :name: Li Chen
    :sid: '5002'
    :email: CHEN@example.org
  :created_at: 2026-11-01 09:00:00.123456000 Z
  :score: 3.0
  :history:
  - :id: 699
    :created_at: !ruby/object:ActiveSupport::TimeWithZone 2026-10-30 09:00:00 Z
submission_701:
  :submitters:
  - :name: Basil
    :sid:
    :email: basil@example.org
  :created_at: 2026-11-02 09:00:00.000000000 Z
"""


def zipped(files: dict[str, bytes | str], system: int = 3) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (2026, 10, 30, 12, 0, 0))
            entry.create_system = system  # 0: Windows, 3: Unix
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def download(tmp_path: Path, names: list[str] | dict[str, bytes | str], *, unpacked: bool) -> Path:
    """A zip, or the folder that it unpacks to; each file holds its own name."""
    files = names if isinstance(names, dict) else {name: json.dumps(name) for name in names}
    if not unpacked:
        (tmp_path / "class.zip").write_bytes(zipped(files))
        return tmp_path / "class.zip"
    for name, content in files.items():
        path = tmp_path / "class" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return tmp_path / "class"


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, encoding="utf-8")
    return path


def found_in(path: Path, roster: Path | None = None, deadline: str = "") -> dict[str, Submission]:
    known = read_roster(roster) if roster is not None else None
    return {
        one.student: one for one in find_submissions([path], A, known, read_deadline(deadline) if deadline else None)
    }


unpacked = pytest.mark.parametrize("unpacked", [False, True], ids=["zip", "folder"])
CANVAS = [
    "lovelaceada_12345_900_1_linear_regression.ipynb",
    "ångströmnúñezbasil_LATE_12346_901_1_linear_regression-2.ipynb",
    "chenli_12347_902_my work (final).ipynb",
    "chenli_12347_903_notes.txt",
]


@unpacked
def test_canvas_with_late_marks_and_several_files(tmp_path: Path, roster: Path, unpacked: bool) -> None:
    found = found_in(download(tmp_path, CANVAS, unpacked=unpacked), roster)
    assert sorted(found) == ["ada01", "basil02", "chen03"]
    assert [note.code for note in found["basil02"].notes] == ["perhaps-late"]
    assert b"my work (final)" in found["chen03"].read()


def test_of_one_file_in_several_versions_the_highest_number_counts(tmp_path: Path, roster: Path) -> None:
    names = [f"lovelaceada_12345_{900 + i}_1_linear_regression{end}.ipynb" for i, end in enumerate(["", "-1", "-10"])]
    found = found_in(download(tmp_path, names, unpacked=False), roster)["ada01"]
    assert b"regression-10" in found.read()
    assert [(note.code, note.for_staff) for note in found.notes] == [
        ("notebook-chosen", False),
        ("notebook-to-check", True),
    ]


@pytest.mark.parametrize(("again", "count"), [([], 0), (["first-1.ipynb"], 2)])
def test_a_notebook_of_an_assignment_of_several_is_not_asked_about(
    tmp_path: Path, roster: Path, again: list[str], count: int
) -> None:
    names = [f"lovelaceada_12345_{900 + i}_{name}" for i, name in enumerate(["first.ipynb", "second.ipynb", *again])]
    path = download(tmp_path, names, unpacked=False)
    (found,) = find_submissions([path], A, read_roster(roster), called="first", is_one_of_several=True)
    assert len(found.notes) == count


def test_among_several_notebooks_the_one_of_the_assignment_counts(tmp_path: Path, roster: Path) -> None:
    names = ["lovelaceada_12345_1_scratch.ipynb", "lovelaceada_12345_2_1_linear_regression (3).ipynb"]
    assert b"(3)" in found_in(download(tmp_path, names, unpacked=False), roster)["ada01"].read()


def test_several_notebooks_of_other_names_are_not_chosen_between(tmp_path: Path, roster: Path) -> None:
    names = ["lovelaceada_12345_1_a.ipynb", "lovelaceada_12345_2_b.ipynb", "chenli_12347_3_c.ipynb"]
    found = found_in(download(tmp_path, names, unpacked=False), roster)
    assert not found["chen03"].problem
    with pytest.raises(HippogradError) as error:
        found["ada01"].read()
    assert error.value.code == "notebooks-several"
    assert A in error.value.remedy


def test_who_is_not_in_the_roster_is_listed_and_takes_nobodys_place(tmp_path: Path, roster: Path) -> None:
    names = ["ada01_77_900_work.ipynb", "lovelaceada_12345_901_work.ipynb", "stray.ipynb", *CANVAS[1:]]
    found = found_in(download(tmp_path, names, unpacked=False), roster)
    assert sorted(found) == ["ada01", "basil02", "chen03", "unmatched ada01_77", "unmatched stray"]
    assert b"lovelace" in found["ada01"].read()
    for nobodys in ("unmatched ada01_77", "unmatched stray"):
        with pytest.raises(HippogradError) as error:
            found[nobodys].read()
        assert (error.value.code, error.value.data["cause"]) == ("submission-is-nobodys", "owner-unknown")


@unpacked
def test_blackboard_takes_the_last_attempt_before_the_deadline(tmp_path: Path, unpacked: bool) -> None:
    start = "Linear Regression_ada_01_attempt_2026-11-0"
    files: dict[str, bytes | str] = {
        f"{start}{day}-10-11-12{end}": content
        for day in (1, 2, 3)
        for end, content in (("_my_work.ipynb", f'"{day}"'), (".txt", "Name: Eve (eve)"))
    }
    path = download(tmp_path, files, unpacked=unpacked)
    assert sorted(found_in(path)) == ["ada_01"]
    assert found_in(path)["ada_01"].read() == b'"3"'
    in_time = found_in(path, deadline="2026-11-02T23:59")["ada_01"]
    assert in_time.read() == b'"2"'
    assert datetime.fromisoformat(in_time.timestamp.replace(" UTC", "+00:00")).astimezone().hour == 10
    more_time = find_submissions([path], A, None, read_deadline("2026-11-01T23:59"), {"ada_01": timedelta(days=1)})
    assert more_time == [in_time]
    late = found_in(path, deadline="2026-10-01 12:00")["ada_01"]
    assert late.read() == b'"3"'
    assert late.notes[-1].code == "handed-in-late"


def test_a_file_named_like_anothers_attempt_is_of_who_handed_it_in(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "L_ada_attempt_2026-11-01-10-00-00_w.ipynb": "hers",
        "L_eve_attempt_2026-11-01-11-00-00_w_ada_attempt_2026-11-02-10-00-00_w.ipynb": "not hers",
        "L_eve_attempt_2026-11-01-11-00-00_w_ada_attempt_2026-11-02-10-00-00.txt": "Name: Ada (ada)",
    }
    found = found_in(download(tmp_path, files, unpacked=False))
    assert {student: submission.read() for student, submission in found.items()} == {"ada": b"hers", "eve": b"not hers"}


def test_a_last_attempt_without_a_notebook_does_not_hide_the_one_before(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "L_ada_attempt_2026-11-01-10-00-00_w.ipynb": "1",
        "L_ada_attempt_2026-11-02-10-00-00_w.docx": "2",
    }
    assert found_in(download(tmp_path, files, unpacked=False))["ada"].read() == b"1"


@unpacked
def test_gradescope_gives_each_of_a_group_the_submission(tmp_path: Path, roster: Path, unpacked: bool) -> None:
    files: dict[str, bytes | str] = {
        "assignment_1_export/submission_metadata.yml": METADATA,
        "assignment_1_export/submission_700/work.ipynb": "700",
        "assignment_1_export/submission_700/figure.png": "x",
        "assignment_1_export/submission_701/sub/work.ipynb": "701",
        "assignment_1_export/submission_702/work.ipynb": "702",
    }
    path = download(tmp_path, files, unpacked=unpacked)
    found = found_in(path, roster, "2026-11-01 12:00+00:00")
    assert sorted(found) == ["ada01", "basil02", "chen03", "unmatched submission_702"]
    assert found["ada01"].read() == found["chen03"].read() == b"700"
    assert found["ada01"].timestamp == "2026-11-01 09:00:00.123456 UTC"
    assert [note.data for note in found["basil02"].notes] == [{"time": "2026-11-02 09:00:00 UTC"}]
    assert sorted(found_in(path)) == ["5001", "5002", "basil@example.org", "unmatched submission_702"]


def test_a_student_who_sent_something_else_is_a_row_that_says_so(tmp_path: Path) -> None:
    names = ["a.ipynb", "b/essay.docx", "b/figure.png"]
    with pytest.raises(HippogradError) as error:
        found_in(download(tmp_path, names, unpacked=False))["b"].read()
    assert error.value.code == "handed-in-no-notebook"


def test_a_script_counts_where_there_is_no_notebook(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {"a.py": "# %%\nx = 1\n", "b.py": "x = 1\n", "c/c.py": "x = 1\n", "c/d.py": "y"}
    found = found_in(download(tmp_path, files, unpacked=False))
    assert not found["a"].problem
    assert not found["b"].problem, "a course whose work is scripts has a grader that takes them"
    assert found["c"].problem, "which of two it is, nobody says"
    with refused("handed-in-no-notebook"):
        read_notebook(found["b"].read(), "b.py")


@unpacked
def test_a_zip_in_the_download_is_opened(tmp_path: Path, unpacked: bool) -> None:
    inner = zipped({f"hw/{A}.ipynb": "inside", "__MACOSX/hw/._x.ipynb": "no", "hw/.ipynb_checkpoints/x.ipynb": "no"})
    found = found_in(download(tmp_path, {"a.zip": inner, "b.ipynb": "b"}, unpacked=unpacked))
    assert found["a"].read() == b"inside"
    assert found["a"].label.endswith(f"a.zip!hw/{A}.ipynb")


def test_zips_beyond_the_second_are_not_opened(tmp_path: Path) -> None:
    deep = zipped({"three.zip": zipped({"w.ipynb": "x"})})
    found = found_in(download(tmp_path, {"a.zip": zipped({"two.zip": deep})}, unpacked=False))
    assert found["a"].problem is not None
    assert found["a"].problem.code == "handed-in-no-notebook"


def test_students_folders_with_folders_in_them(tmp_path: Path) -> None:
    names = ["ada01/deep/er/w.ipynb", "basil02/w.ipynb", "basil02/data/x.csv", "figures/x.png"]
    assert sorted(found_in(download(tmp_path, names, unpacked=True))) == ["ada01", "basil02", "figures"]


def test_names_in_utf_8_without_its_flag_are_read_as_utf_8(tmp_path: Path) -> None:
    name = "Zoe\u0308 O'Hara_1_assignsubmission_file_/Übung 1.ipynb".encode()
    files: dict[str, bytes | str] = {"n" * len(name): "x"}
    (tmp_path / "class.zip").write_bytes(zipped(files).replace(b"n" * len(name), name))
    (found,) = find_submissions([tmp_path / "class.zip"], A)
    assert (found.student, found.origin.platform) == ("unmatched Zoë O'Hara_1", "Moodle")
    assert [line.path for line in found.proposals] == ["Zoë O'Hara_1_assignsubmission_file_/Übung 1.ipynb"]


@pytest.mark.parametrize("system", [0, 3])
def test_a_backslash_in_the_name_of_a_students_only_file_gives_it_to_nobody_else(tmp_path: Path, system: int) -> None:
    (tmp_path / "class.zip").write_bytes(zipped({"lovelaceada_101_70101_x\\basil02.ipynb": "1"}, system=system))
    assert sorted(found_in(tmp_path / "class.zip")) == ["unmatched lovelaceada_101"]


@pytest.mark.parametrize("name", ["../../../etc/w.ipynb", "/etc/w.ipynb", "C:\\w.ipynb", "a/../../w.ipynb"])
def test_names_that_lead_out_of_a_zip_lead_nowhere(tmp_path: Path, name: str) -> None:
    files: dict[str, bytes | str] = {name: "1", "bbb/w.ipynb": "2", "ccc/w.ipynb": "3"}
    found = find_submissions([download(tmp_path, files, unpacked=False)], A)
    assert len(found) >= 2
    for one in found:
        assert "/" not in one.student
        assert "\\" not in one.student
        assert not one.student.startswith(".")


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "solution.ipynb"
    secret.write_text("secret")
    folder = download(tmp_path, ["a.ipynb"], unpacked=True)
    (folder / "b.ipynb").symlink_to(secret)
    with pytest.raises(HippogradError, match="symbolic link"):
        found_in(folder)["b"].read()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    folder = download(tmp_path, ["a.ipynb"], unpacked=True)
    os.mkfifo(folder / "b.ipynb")
    with pytest.raises(HippogradError) as error:
        found_in(folder)["b"].read()
    assert error.value.code == "notebook-not-readable"
    with pytest.raises(HippogradError) as error:
        Submission("basil02", folder / "b.ipynb").read()
    assert error.value.code == "file-not-plain"


def test_a_symbolic_link_in_a_zip_is_not_taken_for_a_notebook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        link = zipfile.ZipInfo("a.ipynb")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(HippogradError, match="symbolic link"):
        found_in(tmp_path / "class.zip")["a"].read()


@pytest.mark.parametrize("names", [("w\u00f6.ipynb", "wo\u0308.ipynb"), ("w.ipynb", "w.ipynb")])
def test_of_two_files_that_have_one_name_none_is_chosen_unsaid(tmp_path: Path, names: tuple[str, str]) -> None:
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Python's own about names that are there twice
        for name, content in zip(names, ('"1"', '"2"'), strict=True):
            archive.writestr(f"aaa/{name}", content)
        archive.writestr("bbb/w.ipynb", '"3"')
    found = found_in(tmp_path / "class.zip")
    assert found["bbb"].read() == b'"3"'
    with pytest.raises(HippogradError) as error:
        found["aaa"].read()
    assert error.value.code in ("notebooks-several", "notebook-not-readable")


def test_a_bomb_is_one_row_and_the_others_are_found(tmp_path: Path) -> None:
    bomb = zipped({"w.ipynb": b"\0" * 80 * 1024**2})
    found = found_in(download(tmp_path, {"a.zip": bomb, "b.ipynb": "b"}, unpacked=False))
    assert found["b"].read() == b"b"
    with pytest.raises(HippogradError) as error:
        found["a"].read()
    assert error.value.code == "zip-bomb"


def test_a_broken_zip_of_a_student_is_one_row(tmp_path: Path) -> None:
    found = found_in(download(tmp_path, {"a.zip": b"PK no", "b.ipynb": "b"}, unpacked=False))
    assert found["b"].read() == b"b"
    with pytest.raises(HippogradError) as error:
        found["a"].read()
    assert error.value.code == "zip-broken"


@pytest.mark.parametrize("text", ["next Sunday", "9999-12-31T23:59", "0001-01-01T00:00+14:00"])
def test_a_deadline_that_is_no_time_is_said(text: str) -> None:
    with pytest.raises(HippogradError) as error:
        read_deadline(text)
    assert error.value.code == "deadline-not-a-time"


@pytest.mark.parametrize("day", ["2026-11-01", "20261101", "2026-W44-7", " 2026-11-01 "])
def test_a_deadline_without_a_time_of_the_day_is_refused(day: str) -> None:
    with pytest.raises(HippogradError) as error:
        read_deadline(day)
    assert error.value.code == "deadline-without-time"


@unpacked
def test_a_student_of_moodle_or_canvas_who_typed_a_text_only_is_a_row(tmp_path: Path, unpacked: bool) -> None:
    names = [
        "Ada Lovelace_1_assignsubmission_file_/w.ipynb",
        "Ada Lovelace_1_assignsubmission_onlinetext_/onlinetext.html",
        "Bob Byron_2_assignsubmission_onlinetext_/onlinetext.html",
        "Bob Byron_2_assignfeedback_file_/hint.pdf",
    ]
    sheet = "Identifier,Email address\nParticipant 1,ada@example.org\nParticipant 2,bob@example.org\n"
    (tmp_path / "sheet.csv").write_text(sheet)
    found = found_in(download(tmp_path, names, unpacked=unpacked), tmp_path / "sheet.csv")
    assert sorted(found) == ["ada@example.org", "bob@example.org"]
    assert "onlinetext.html" in str(found["bob@example.org"].problem)
    assert not found["ada@example.org"].problem


def test_who_typed_a_text_into_canvas_is_a_row(tmp_path: Path) -> None:
    names = ["lovelaceada_1_900_w.ipynb", "byronbob_LATE_2_text.html"]
    found = found_in(download(tmp_path, names, unpacked=False))
    assert sorted(found) == ["unmatched byronbob_2", "unmatched lovelaceada_1"]


def test_what_lies_in_a_download_and_follows_no_convention_is_a_row(tmp_path: Path) -> None:
    names = ["lovelaceada_12345_900_w.ipynb", "chenli_12347_901_w.ipynb", "x/w.ipynb", "x/notes.txt", "stray.pdf"]
    (tmp_path / "roster.csv").write_text(f"{ROSTER}x,,,,\nstray,,,,\n", encoding="utf-8")
    found = found_in(download(tmp_path, names, unpacked=True), tmp_path / "roster.csv")
    assert sorted(found) == ["ada01", "chen03", "stray", "x"]
    assert not found["x"].problem


def test_a_submission_of_gradescope_without_files_is_a_row(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {"submission_metadata.yml": METADATA, "submission_700/work.ipynb": "700"}
    found = found_in(download(tmp_path, files, unpacked=True))
    assert sorted(found) == ["5001", "5002", "basil@example.org"]
    assert found["basil@example.org"].problem


@pytest.mark.parametrize("created", ["yesterday", "2026-11-01", "5"])
def test_a_time_of_gradescope_that_is_not_understood_is_shown(tmp_path: Path, created: str) -> None:
    table = METADATA.replace("2026-11-02 09:00:00.000000000 Z", created)
    files: dict[str, bytes | str] = {"submission_metadata.yml": table, "submission_701/w.ipynb": "701"}
    found = found_in(download(tmp_path, files, unpacked=True))["basil@example.org"]
    assert found.timestamp == ""
    assert [note.for_staff and created in note.text for note in found.notes] == [True]


def test_a_list_that_names_lists_over_and_over_is_no_value_of_gradescopes(tmp_path: Path) -> None:
    levels = [f"  - &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]" for n in range(1, 12)]
    bomb = "\n".join(["---", "bomb:", "  - &l0 x", *levels, METADATA.removeprefix("---\n")])
    table = bomb.replace("2026-11-02 09:00:00.000000000 Z", "*l11")
    files: dict[str, bytes | str] = {"submission_metadata.yml": table, "submission_701/w.ipynb": "701"}
    assert found_in(download(tmp_path, files, unpacked=True))["basil@example.org"].timestamp == ""


@pytest.mark.parametrize("feedback", ["Feedback Attachment(s)", "Feedback attachment(s)"])
def test_what_teachers_attached_in_sakai_is_not_the_students(tmp_path: Path, roster: Path, feedback: str) -> None:
    who = "Linear/Lovelace, Ada(ada01)"
    files: dict[str, bytes | str] = {
        f"{who}/Submission attachment(s)/{A}.ipynb": "hers",
        f"{who}/{feedback}/{A} (9).ipynb": "teacher's",
        f"Linear/Chen, Li(chen03)/{feedback}/{A}.ipynb": "teacher's",
        f"Linear/Ångström-Núñez, Basil(basil02)/Submission attachment(s)/{A}.ipynb": "his",
    }
    found = found_in(download(tmp_path, files, unpacked=False), roster)
    read = {student: one.read() for student, one in found.items() if not one.problem}
    assert read == {"ada01": b"hers", "basil02": b"his"}
    assert not found["ada01"].notes


@pytest.mark.parametrize("end", ["/", " - "], ids=["folders", "flat"])
def test_brightspace_may_have_its_dash_directly_behind_the_name(tmp_path: Path, roster: Path, end: str) -> None:
    names = [
        f"3301-998000 - {name}- Oct 30, 2026 203 PM{end}work.ipynb" for name in ("Ada Lovelace", "Basil Ångström-Núñez")
    ]
    found = found_in(download(tmp_path, names, unpacked=False), roster)
    assert [line.student for one in found.values() for line in one.proposals] == ["ada01", "basil02"]
    assert {one.origin.platform for one in found.values()} == {"Brightspace"}
    assert all(one.timestamp for one in found.values())
