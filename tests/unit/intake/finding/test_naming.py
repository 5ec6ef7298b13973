"""What no platform's names say: a platform, a pattern or a table of the user's, and where they are wrong."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from hippograd.errors import HippogradError
from hippograd.intake import Submission, find_submissions, read_naming, read_roster
from hippograd.intake.finding.student_ids import DIGITS, LONGEST_ID, student_id
from hippograd.sandbox.scratch import empty
from tests.unit.intake.finding.downloads import A, zipped

ROSTER = (
    "id,name,group,email\nada01,Ada Lovelace,Red,ada@x.org\nben02,Ben Byron,Red,ben@x.org\n"
    "cem03,Wei Chen,,\ndora04,Wei Chen,,\n"
)


def found_in(tmp_path: Path, names: list[str], *, roster: str = ROSTER, **options: str) -> dict[str, Submission]:
    """The rows of a zip of files that hold their own names."""
    path = tmp_path / "class.zip"
    path.write_bytes(zipped({name: name.encode() for name in names}))
    table = options.pop("map", None)
    if table is not None:
        (tmp_path / "map.csv").write_text(table)
    naming = read_naming(options.get("platform"), options.get("pattern"), tmp_path / "map.csv" if table else None)
    (tmp_path / "class.csv").write_text(roster)
    known = read_roster(tmp_path / "class.csv") if roster else None
    return {one.student: one for one in find_submissions([path], A, known, naming=naming)}


def test_a_pattern_tells_id_time_attempt_lateness_and_the_file(tmp_path: Path) -> None:
    ada = "hw_ada01_2026-11-01-10-11-1"
    names = [f"{ada}3_1_LATE_a.ipynb", f"{ada}2_2_LATE_b.ipynb", "hw_ben02_x_1_c.ipynb"]
    pattern = r"hw_(?P<id>\w+?)_(?P<time>[\d-]+|x)_(?P<attempt>\d)_(?P<late>LATE_)?"
    found = found_in(tmp_path, names, pattern=pattern)
    assert sorted(found) == ["ada01", "ben02"]
    assert found["ada01"].read().endswith(b"b.ipynb")
    assert found["ada01"].notes[-1].text.startswith("Handed in late")
    assert str(found["ben02"].notes[0]).startswith("Please check: the time that the name gives is not")


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        (r"(?P<name>[^/]+)/", ["Lovelace, Ada/w.ipynb", "Byron Ben/x/w.ipynb"]),
        (r".*/(?P<id>\w+)\.", ["a/b/ada01.ipynb", "a/c/ben02.ipynb"]),
        (r"team (?P<group>\w+)", ["team red.ipynb"]),
        (r"(?P<id>[a-z]+\d+)", ["ada01.ipynb", "ben02.ipynb"]),
        (r"\d+ (?P<email>\S+@\S+) ", ["1 ada@x.org w.ipynb", "2 BEN@x.org w.ipynb"]),
    ],
)
def test_a_pattern_is_held_against_the_beginning_of_paths(tmp_path: Path, pattern: str, names: list[str]) -> None:
    assert sorted(found_in(tmp_path, names, pattern=pattern)) == ["ada01", "ben02"]


@pytest.mark.parametrize(
    ("form", "pattern"),
    [
        ("{} - 2026-10-30T14.03/w.ipynb", r"'(?P<name>.+?) - '"),
        ("1_linear_{}.ipynb", r"'\d+_linear_(?P<name>.+?)\.\w+$'"),
        ("HW (7)_{}_12.ipynb", r"'HW \(\d+\)_(?P<name>.+?)_'"),
    ],
)
def test_where_names_of_the_roster_stand_in_a_download_the_refusal_has_a_pattern(
    tmp_path: Path, form: str, pattern: str
) -> None:
    roster = "id,name\nada01,Ada Lovelace\nben02,Ben Byron\n"
    names = [form.format(name) for name in ("Ada Lovelace", "Ben Byron", "A Stranger")]
    with pytest.raises(HippogradError, match="could not be matched") as error:
        found_in(tmp_path, names, roster=roster)
    assert f"--pattern {pattern} fits, if that part of the names is the platform's" in error.value.remedy
    assert sorted(found_in(tmp_path, names, roster=roster, pattern=pattern[1:-1]))[:2] == ["ada01", "ben02"]


def test_a_refusal_offers_unmatched_only_where_it_keeps_people_apart(tmp_path: Path) -> None:
    people = [f"Stranger {letter}" for letter in "ABCDE"]
    with pytest.raises(HippogradError) as error:
        found_in(tmp_path, [f"work_{name}.ipynb" for name in people])
    assert "--unmatched" in error.value.remedy
    assert "fits" not in error.value.remedy
    with pytest.raises(HippogradError, match="could not be matched") as error:
        found_in(tmp_path, [f"work - {name}.ipynb" for name in people], platform="classroom")
    assert "--unmatched" not in error.value.remedy


@pytest.mark.parametrize(
    ("options", "cause"),
    [
        ({"pattern": "(?P<id>"}, "is not a regular expression"),
        ({"pattern": r"(\w+)_"}, "has no group id, email, name or group"),
        ({"pattern": r"(?P<student>\w+)_"}, "has a group 'student'"),
        ({"pattern": r"(?P<id>\d+)/"}, r"Nothing in .*class.zip is what --pattern describes, but: w\.ipynb"),
        ({"platform": "schoology"}, "There is no platform 'schoology'"),
        ({"platform": "Moodle"}, r"Nothing in .*class.zip is a download of Moodle, but: w\.ipynb"),
        ({"platform": "moodle", "pattern": "(?P<id>.)"}, "two ways to say the same"),
        ({"map": "file,id\nw.ipynb,ada01\n"}, "has no columns `path` and `id`; its headings are: file, id"),
        ({"map": "path,id\nw.ipynb,\n"}, "line 2 has no id"),
        ({"map": "path,id\nv.ipynb,ada01\n"}, r"names v\.ipynb, which is not there"),
        ({"map": "path,id\nw.ipynb,eve99\n"}, r"gives w\.ipynb to eve99, who is not in the roster"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else value[:25],
)
def test_what_is_wrong_with_an_option_is_said_with_a_remedy(
    tmp_path: Path, options: dict[str, str], cause: str
) -> None:
    with pytest.raises(HippogradError, match=cause) as error:
        found_in(tmp_path, ["w.ipynb"], **options)
    assert error.value.remedy


def test_a_table_says_whose_files_and_folders_are_whatever_they_are_called(tmp_path: Path) -> None:
    names = ["Wei Chen/w.ipynb", "mystery/deep/w.ipynb", "mystery/other/w.ipynb", "ben02.ipynb"]
    table = "path,id\nWei Chen/,cem03\nmystery\\deep,dora04\nmystery/other/w.ipynb,ada01\n"
    found = found_in(tmp_path, names, map=table)
    assert {student: one.read().decode() for student, one in found.items()} == {
        "ada01": "mystery/other/w.ipynb",
        "ben02": "ben02.ipynb",
        "cem03": "Wei Chen/w.ipynb",
        "dora04": "mystery/deep/w.ipynb",
    }


def test_a_table_gives_a_file_to_several_and_keeps_what_the_platform_says(tmp_path: Path) -> None:
    people = (("x", 1), ("x", 2), ("cem03", 1))
    names = [f"L_{who}_attempt_2026-11-0{day}-10-00-00_w.ipynb" for who, day in people]
    table = "path,id\n" + "".join(f"{name},{student}\n" for name in names[:2] for student in ("ada01", "ben02"))
    found = found_in(tmp_path, names, map=table)
    assert sorted(found) == ["ada01", "ben02", "cem03"]
    assert found["ada01"].read() == found["ben02"].read() == names[1].encode()
    assert found["ada01"].timestamp


def test_a_platform_that_is_named_overrides_the_vote(tmp_path: Path) -> None:
    names = ["hw_1_2_ada_attempt_2026-11-01-10-00-00_w.ipynb", "hw_1_2_ben_attempt_2026-11-01-10-00-00_w.ipynb"]
    with pytest.raises(HippogradError, match=r"class.zip looks like Blackboard and like Canvas") as error:
        found_in(tmp_path, names, roster="")
    assert "--platform blackboard or --platform canvas" in error.value.remedy
    assert sorted(found_in(tmp_path, names, roster="", platform="Blackboard")) == ["ada", "ben"]
    assert sorted(found_in(tmp_path, names, roster="", platform="folders")) == [name[:-6] for name in names]


def test_most_being_nobodys_stops_before_grading_and_says_what_it_looks_like(tmp_path: Path) -> None:
    people = ("Eve_1", "Fay_2", "Ada Lovelace_3")
    names = [f"{who}_assignsubmission_file/w.ipynb" for who in people]
    with pytest.raises(
        HippogradError, match=r"2 of 3 who handed in could not be matched to class.csv for certain: Eve, F"
    ) as error:
        found_in(tmp_path, names)
    for said in ("a download of Moodle: 3 entries", "grading worksheet", "--pattern", "--map", "--unmatched"):
        assert said in error.value.remedy
    found = found_in(tmp_path, names[1:])
    with pytest.raises(HippogradError, match="No student in the roster matches for certain"):
        found["unmatched Fay"].read()


@pytest.mark.parametrize(
    ("names", "paths"),
    [
        (["Homework FINAL (2).ipynb"], ["Homework FINAL (2).ipynb"]),
        (["Fay, 2/w.ipynb", "Fay, 2/data/rows.csv"], ["Fay, 2"]),
        ([f"Fay_2_assignsubmission_file_{file}" for file in ("w.ipynb", "rows.csv")], None),
        (['a "quoted" name.ipynb'], ['a "quoted" name.ipynb']),
    ],
)
def test_what_a_map_has_to_name_is_said(tmp_path: Path, names: list[str], paths: list[str] | None) -> None:
    others = ["Ada Lovelace_1_assignsubmission_file_w.ipynb"] if paths is None else ["ada01.ipynb"]
    found = found_in(tmp_path, names + others)
    (stray,) = (one for student, one in found.items() if student != "ada01")
    assert stray.problem is not None
    said = re.findall(r'"(?:[^"]|"")*"', stray.problem.message)
    assert [path[1:-1].replace('""', '"') for path in said] == sorted(paths or names)
    table = "path,id\n" + "".join(f"{path},ben02\n" for path in said)
    solved = found_in(tmp_path, names + others, map=table)
    assert {student: one.problem for student, one in solved.items()} == {"ada01": None, "ben02": None}


def test_what_a_download_was_taken_for_is_said(tmp_path: Path) -> None:
    said: list[str] = []
    path = tmp_path / "class.zip"
    for names in (
        ["x/Ada_1_assignsubmission_file/w.ipynb", "x/Ben_2_assignsubmission_file/w.ipynb", "x/notes.txt"],
        [f"c/submitted/ada/{A}/{A}.ipynb"],
        ["ada.ipynb", "ben/w.ipynb"],
    ):
        path.write_bytes(zipped(dict.fromkeys(names, b"{}")))
        find_submissions([path], A, say=said.append)
    assert [line.partition(": taken for ")[2] for line in said] == [
        "a download of Moodle: 2 of 3 entries, below x/",
        "the layout of nbgrader: 1 entry, below c/submitted/",
        "students' own files and folders: 2 entries",
    ]


def test_ids_that_only_cleaning_makes_one_stay_apart_whoever_else_is_there(tmp_path: Path) -> None:
    names = ["a:b.ipynb", "a?b.ipynb", "a_b.ipynb"]
    every = found_in(tmp_path, names, roster="")
    assert {one.read().decode() for one in every.values()} == set(names)
    assert not any(one.problem for one in every.values())
    assert set(found_in(tmp_path, names[:1], roster="")) <= set(every)


def test_a_name_that_is_anothers_id_is_not_theirs(tmp_path: Path) -> None:
    names = ["a:b.ipynb"]
    (taken,) = found_in(tmp_path, names, roster="")
    every = found_in(tmp_path, [*names, f"{taken}.ipynb"], roster="")
    assert {one.read().decode() for one in every.values()} == {*names, f"{taken}.ipynb"}


@pytest.mark.parametrize("letter", ["a", "é", "中", "🐁"])
def test_an_id_fits_into_the_name_of_a_folder_in_any_script(letter: str) -> None:
    ids = {student_id(letter * length) for length in (30, 120, 300)}
    assert len(ids) == 3
    assert max(len(one.encode()) for one in ids) <= LONGEST_ID + 1 + DIGITS


def test_of_two_people_of_one_name_nobody_is_credited_where_the_platform_numbers_people(tmp_path: Path) -> None:
    names = [
        "13394-901 - Ben Byron - Nov 2, 2026 1205 PM/w.ipynb",
        "13394-902 - Ben Byron - Nov 1, 2026 1205 PM/w.ipynb",
        "13394-903 - Ada Lovelace - Nov 1, 2026 1205 PM/w.ipynb",
        "13394-903 - Ada Lovelace - Nov 2, 2026 1205 PM/w.ipynb",
    ]
    found = found_in(tmp_path, names)
    problem = found["ben02"].problem
    assert problem is not None
    assert "13394-901, 13394-902" in problem.message
    assert found["ada01"].problem is None
    known = found_in(tmp_path, names, roster="id,name,brightspace\nben02,Ben Byron,13394-902\nada01,Ada Lovelace,\n")
    assert known["ben02"].problem is not None, "the other one is still taken for Ben by the name"


@pytest.mark.parametrize("archive", ["work.rar", "work.7z", "work.tar.gz"])
def test_another_archive_is_named_with_what_to_do(tmp_path: Path, archive: str) -> None:
    (found,) = found_in(tmp_path, [f"ada01/{archive}"]).values()
    with pytest.raises(HippogradError, match=f"What was handed in is an archive: {archive}") as error:
        found.read()
    assert "only zips are opened: unpack it" in error.value.remedy


@pytest.mark.parametrize("platform", ["folders", "nbgrader"])
def test_a_lone_students_folder_is_one_student_also_where_folders_are_asked_for(tmp_path: Path, platform: str) -> None:
    for name in ("ada.ipynb", "ben.ipynb"):
        (tmp_path / "class" / "mallory").mkdir(parents=True, exist_ok=True)
        (tmp_path / "class" / "mallory" / name).write_text("{}")
    (found,) = find_submissions([tmp_path / "class"], A, naming=read_naming(platform))
    assert found.student == "mallory"


def test_a_folder_that_is_very_deep_stops_nobody(tmp_path: Path) -> None:
    for student in ("ada01", "ben02"):
        (tmp_path / "class" / student).mkdir(parents=True)
        (tmp_path / "class" / student / "w.ipynb").write_text(student)
    here = os.open(tmp_path / "class" / "ben02", os.O_RDONLY)
    for _ in range(1_500):
        os.mkdir("a", dir_fd=here)
        deeper = os.open("a", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = deeper
    os.close(here)
    try:
        found = find_submissions([tmp_path / "class"], A)
        assert {one.student: one.read().decode() for one in found} == {"ada01": "ada01", "ben02": "ben02"}
    finally:
        empty(tmp_path / "class")  # deeper than pytest can delete
