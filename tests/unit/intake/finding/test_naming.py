"""What no platform's names say: a platform, a pattern or a table of the user's, and where they are wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hippograd.errors import HippogradError
from hippograd.intake import (
    Submission,
    find_submissions,
    read_naming,
    read_roster,
    require_most_matched,
    write_proposals,
)
from hippograd.intake.finding.roster.person import DIGITS, LONGEST_ID, student_id
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
    assert found["ada01"].notes[-1].code == "handed-in-late"
    assert found["ben02"].notes[0].code == "time-not-understood"


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        (r".*/(?P<id>\w+)\.", ["a/b/ada01.ipynb", "a/c/ben02.ipynb"]),
        (r"team (?P<group>\w+)", ["team red.ipynb"]),
        (r"(?P<id>[a-z]+\d+)", ["ada01.ipynb", "ben02.ipynb"]),
        (r"\d+ (?P<email>\S+@\S+) ", ["1 ada@x.org w.ipynb", "2 BEN@x.org w.ipynb"]),
    ],
)
def test_a_pattern_is_held_against_the_beginning_of_paths(tmp_path: Path, pattern: str, names: list[str]) -> None:
    assert sorted(found_in(tmp_path, names, pattern=pattern)) == ["ada01", "ben02"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"pattern": "(?P<id>"}, "pattern-not-regular"),
        ({"pattern": r"(\w+)_"}, "pattern-tells-nobody"),
        ({"pattern": r"(?P<student>\w+)_"}, "pattern-group-unknown"),
        ({"pattern": r"(?P<id>\d+)/"}, "platform-not-there"),
        ({"platform": "schoology"}, "platform-unknown"),
        ({"platform": "Moodle"}, "platform-not-there"),
        ({"platform": "moodle", "pattern": "(?P<id>.)"}, "platform-and-pattern"),
        ({"pattern": r"(?P<id>w)(?P<assignment>\W)"}, "titles-of-others"),
        ({"map": "file,id\nw.ipynb,ada01\n"}, "map-without-headings"),
        ({"map": "path,id\nw.ipynb,\n"}, "map-line-incomplete"),
        ({"map": "path,id\nv.ipynb,ada01\n"}, "map-path-unknown"),
        ({"map": "path,id\nw.ipynb,eve99\n"}, "map-id-unknown"),
        ({"map": "path,id\nw.ipynb,Ada Lovelace\n"}, "map-id-unknown"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else value,
)
def test_what_is_wrong_with_an_option_is_said(tmp_path: Path, options: dict[str, str], code: str) -> None:
    with pytest.raises(HippogradError) as error:
        found_in(tmp_path, ["w.ipynb"], **options)
    assert error.value.code == code


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
    names = ["hw_1_2_attempt_2026-11-01-10-00-00_w.ipynb", "hw_3_4_attempt_2026-11-01-10-00-00_w.ipynb"]
    with pytest.raises(HippogradError) as error:
        found_in(tmp_path, names, roster="")
    assert (error.value.code, error.value.data["platforms"]) == ("platforms-alike", ["canvas", "blackboard"])
    assert sorted(found_in(tmp_path, names, roster="", platform="Blackboard")) == ["1_2", "3_4"]
    assert sorted(found_in(tmp_path, names, roster="", platform="folders")) == [name[:-6] for name in names]


@pytest.mark.parametrize(
    ("names", "paths"),
    [
        (["Homework FINAL (2).ipynb"], ["Homework FINAL (2).ipynb"]),
        (["Fay, 2/w.ipynb", "Fay, 2/data/rows.csv"], ["Fay, 2"]),
        (['a "quoted" name.ipynb'], ['a "quoted" name.ipynb']),
    ],
)
def test_what_a_map_has_to_name_is_said(tmp_path: Path, names: list[str], paths: list[str]) -> None:
    others = ["ada01.ipynb"]
    found = found_in(tmp_path, names + others)
    (stray,) = (one for student, one in found.items() if student != "ada01")
    assert stray.problem is not None
    assert stray.problem.code == "submission-is-nobodys"
    said = stray.problem.data["paths"]
    assert [path[1:-1].replace('""', '"') for path in said] == sorted(paths)
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


@pytest.mark.parametrize("archive", ["work.rar", "work.7z", "work.tar.gz"])
def test_another_archive_is_named_with_what_to_do(tmp_path: Path, archive: str) -> None:
    (found,) = found_in(tmp_path, [f"ada01/{archive}"]).values()
    with pytest.raises(HippogradError) as error:
        found.read()
    assert error.value.code == "handed-in-archive"


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


def test_a_name_is_a_line_that_a_person_confirms_and_gives_back(tmp_path: Path) -> None:
    people = ("Ada Lovelace", "=Ben Byron", "Wei Chen", "A Stranger")
    names = [f"{name}/w.ipynb" for name in people]
    found = found_in(tmp_path, names)
    assert all(one.problem is not None and one.student.startswith("unmatched ") for one in found.values())
    table = write_proposals([*found.values()], read_naming(), tmp_path, A)
    assert table is not None
    rows = [line.split(",")[:2] for line in table.read_text().splitlines()]
    assert rows[0] == ["path", "id"]
    assert sorted(rows[1:]) == [
        ["./=Ben Byron/w.ipynb", "ben02"],
        ["A Stranger/w.ipynb", ""],
        ["Ada Lovelace/w.ipynb", "ada01"],
        ["Wei Chen/w.ipynb", ""],
    ]
    table.write_text("\n".join(",".join(row) for row in rows if row[1]))
    confirmed = found_in(tmp_path, names, map=table.read_text())
    assert {who: one.read().decode() for who, one in confirmed.items() if not one.problem} == {
        "ada01": names[0],
        "ben02": names[1],
    }


def test_a_further_table_keeps_the_confirmed_lines_and_what_somebody_filled_in(tmp_path: Path) -> None:
    names = ["Ada Lovelace.ipynb", "Ben Byron.ipynb"]
    first = write_proposals([*found_in(tmp_path, names).values()], read_naming(), tmp_path, A)
    assert first == write_proposals([*found_in(tmp_path, names).values()], read_naming(), tmp_path, A)
    assert first is not None
    first.write_text("path,id\nAda Lovelace.ipynb,ada01\n")
    found = found_in(tmp_path, names, map=first.read_text())
    second = write_proposals([*found.values()], read_naming(None, None, first), tmp_path, A)
    assert second is not None
    assert first.read_text() == "path,id\nAda Lovelace.ipynb,ada01\n"
    assert [line.split(",")[1] for line in second.read_text().splitlines()] == ["id", "ada01", "ben02"]
    assert write_proposals([found["ada01"]], read_naming(), tmp_path, A) is None


@pytest.mark.parametrize("roster", [ROSTER, ""], ids=["roster", "no roster"])
def test_most_being_nobodys_stops_before_grading_and_says_what_is_needed(tmp_path: Path, roster: str) -> None:
    people = ("Eve_1", "Fay_2", "Ada Lovelace_3")
    found = [*found_in(tmp_path, [f"{who}_assignsubmission_file/w.ipynb" for who in people], roster=roster).values()]
    known = read_roster(tmp_path / "class.csv") if roster else None
    with pytest.raises(HippogradError) as error:
        require_most_matched(found, known, tmp_path / "whose.csv")
    assert (error.value.code, error.value.data["lost"]) == ("most-are-nobodys", 3)
    for said in ("grading worksheet", "--pattern", "--map", *(() if roster else ("--roster",))):
        assert said in error.value.remedy
    few = [*found_in(tmp_path, ["ada01.ipynb", "ben02.ipynb", "x.ipynb"]).values()]
    require_most_matched(few, read_roster(tmp_path / "class.csv"), None)


def test_a_single_folder_of_files_named_by_id_needs_nothing(tmp_path: Path) -> None:
    found = found_in(tmp_path, ["ada01.ipynb", "ben02/w.ipynb"], roster="")
    assert {who: one.problem for who, one in found.items()} == {"ada01": None, "ben02": None}
    require_most_matched([*found.values()], None, None)
