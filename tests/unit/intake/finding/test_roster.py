"""The roster: an id, an address or a number says whose something is, and a name only whose it may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from hippograd.errors import HippogradError
from hippograd.intake import Roster, Submission, find_submissions, read_deadline, read_roster
from hippograd.intake.finding.roster import GROUP, Key, Match

A = "1_linear_regression"
TWO = "amber01,Amber Example\nbasil02,Basil Other\n"


def roster_of(tmp_path: Path, content: str | bytes) -> Roster:
    path = tmp_path / "class.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_roster(path)


def found_in(tmp_path: Path, roster: str, *names: str) -> dict[str, Submission]:
    return found_by(tmp_path, roster_of(tmp_path, roster), *names)


def found_by(tmp_path: Path, roster: Roster, *names: str) -> dict[str, Submission]:
    """The submissions in a folder of files with these names."""
    for name in names:
        path = tmp_path / "handed_in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}")
    return {one.student: one for one in find_submissions([tmp_path / "handed_in"], A, roster)}


def test_what_is_somebodys_id_is_nobodys_name(tmp_path: Path) -> None:
    found = found_in(tmp_path, "id,name\nbada,Bada Kim\nada01,Ada B\n", "bada.ipynb", "ada01.ipynb")
    assert {one.student: one.problem for one in found.values()} == {"bada": None, "ada01": None}


@pytest.mark.parametrize("begin", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"], ids=["xlsx", "xls"])
def test_a_class_list_that_is_a_spreadsheet_is_to_be_saved_as_csv(tmp_path: Path, begin: bytes) -> None:
    with pytest.raises(HippogradError) as error:
        roster_of(tmp_path, begin + bytes(range(256)))
    assert error.value.code == "table-is-spreadsheet"
    assert roster_of(tmp_path, "PK\tid\n1\tada01\n").students == {"ada01"}


@pytest.mark.parametrize("file", ["somebob_44444_4_12345_1_2.ipynb", "somebob_LATE_44444_4_5_12345_1_2.ipynb"])
def test_a_name_that_begins_with_anothers_number_on_canvas_is_not_that_persons(tmp_path: Path, file: str) -> None:
    roster = "id,name,canvas\nvictim01,Vic Tim,12345\nann03,Ann Other,33333\n"
    found = found_in(tmp_path, roster, file, "otherann_33333_3_w.ipynb")
    assert list(found) == ["ann03", "unmatched somebob_44444"]
    (tmp_path / "both").mkdir()
    found = found_in(tmp_path / "both", roster, file, "otherann_33333_3_w.ipynb", "timvic_12345_1_w.ipynb")
    assert list(found) == ["ann03", "unmatched somebob_44444", "victim01"]
    assert found["victim01"].problem is None


def test_a_persons_name_that_ends_in_anothers_number_gives_that_person_nothing(tmp_path: Path) -> None:
    roster = "id,name,canvas\nvictim01,Vic Tim,12345\neve02,Eve Other,555\nann03,Ann Third,333\n"
    found = found_in(tmp_path, roster, "othereve_12345_555_333_777_work.ipynb", "thirdann_333_3_w.ipynb")
    assert list(found) == ["ann03", "unmatched othereve_12345"]


@pytest.mark.parametrize(
    ("text", "student", "keys"),
    [
        (
            "Student,ID,SIS User ID,SIS Login ID,Section,Homework (12)\n,,,,,Manual Posting\n"
            '    Points Possible,,,,,10\n"Example, Amber",71,S1,amber01,A,3\n"Other, Basil",72,S2,basil02,A,3\n',
            "amber01",
            [Key("amber01"), Key("S1"), Key("71", "Canvas")],
        ),
        (
            "First name,Surname,ID number,Email address\nAmber,Example,S1,amber@example.org\n"
            "Basil,Other,S2,b@example.org\n",
            "S1",
            [Key("AMBER@example.org")],
        ),
        (
            "Last Name,First Name,Username,Student ID\nExample,Amber,amber01,\nOther,Basil,basil02,\n",
            "amber01",
            [Key("amber01")],
        ),
        (
            "First Name,Last Name,SID,Email,Role\nAmber,Example,S1,a@example.org,Student\n"
            "Basil,Other,S2,b@example.org,Student\nTea,Cher,,t@example.org,Instructor\n",
            "S1",
            [Key("a@example.org")],
        ),
    ],
    ids=["Canvas", "Moodle", "Blackboard", "Gradescope"],
)
def test_the_list_of_a_class_as_a_platform_exports_it(tmp_path: Path, text: str, student: str, keys: list[Key]) -> None:
    roster = roster_of(tmp_path, text)
    assert len(roster.students) == 2
    assert [roster.match([key], "") for key in keys] == [Match((student,))] * len(keys)
    assert roster.match([], "Amber Example").proposed == (student,)
    assert roster.match([Key("A"), Key("3"), Key("Amber")], "").students == ()


def test_values_that_several_have_decide_nothing_and_stop_nothing(tmp_path: Path) -> None:
    roster = roster_of(
        tmp_path, "id,name,email,canvas,section\na1,Ann,x@example.org,n/a,1\nb1,Ben,x@example.org,n/a,1\n"
    )
    for key in (Key("x@example.org"), Key("n/a", "Canvas"), Key("1"), Key("")):
        assert roster.match([key], "").students == ()
    assert roster.match([Key("b1")], "") == Match(("b1",))


@pytest.mark.parametrize("second", ["amber01,Basil Other", "AMBER01,Amber Example", "amber01,"])
def test_one_id_for_two_people_is_refused(tmp_path: Path, second: str) -> None:
    with pytest.raises(HippogradError) as error:
        roster_of(tmp_path, f"id,name\namber01,Amber Example\n{second}\n")
    assert (error.value.code, error.value.data["line"]) == ("roster-id-twice", 3)


def test_a_line_that_is_there_twice_is_one_student(tmp_path: Path) -> None:
    text = "id,name,section\namber01,Amber Example,1\namber01,Amber Example,2\n"
    roster = roster_of(tmp_path, text)
    assert roster.students == {"amber01"}
    assert roster.people["amber01"].section == "1, 2", "in neither of them alone"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("name,email\nAda,a@b\n", "roster-without-ids", None),
        ("", "roster-without-ids", None),
        ("id,name\n", "roster-without-students", None),
        ("id,name\nada01,Ada\n\n,Basil\n", "roster-line-without-id", 4),
        ("id,name,email\nada01,Ada,\nchen03,Chen, Li,c@example.org\n", "table-line-too-long", 3),
        ('id,name\nada01,Ada\nbasil01,"Basil B\ncedar01,Cedar C\n', "table-line-not-csv", 3),
        ('id,name\nada01,Ada\nbasil01,"Basil B\ncedar01,"Cedar C"\n', "table-line-not-csv", 3),
    ],
)
def test_what_is_wrong_with_a_roster_is_said(tmp_path: Path, text: str, code: str, line: int | None) -> None:
    with pytest.raises(HippogradError) as error:
        roster_of(tmp_path, text)
    assert (error.value.code, error.value.data.get("line")) == (code, line)
    assert error.value.data["file"].endswith("class.csv")


@pytest.mark.parametrize(
    "content",
    [
        f"id,name\n{TWO}".encode("utf-16"),
        f"id,name\n{TWO}".encode("utf-8-sig"),
        ("sep=;\r\nid;name\r\n" + TWO.replace(",", ";")).encode(),
        ('"sep=|"\n\nid|name\n' + TWO.replace(",", "|")).encode(),
        f"\r\n,,\n\nid,name\n{TWO}".encode(),
        ("id\tname\t\n" + TWO.replace(",", "\t")).encode("utf-16"),
    ],
    ids=[
        "UTF-16",
        "UTF-8 with its mark",
        "sep",
        "sep of one's own",
        "blank",
        "tabs",
    ],
)
def test_a_roster_as_excel_and_others_write_it(tmp_path: Path, content: bytes) -> None:
    roster = roster_of(tmp_path, content)
    assert roster.students == {"amber01", "basil02"}
    assert roster.people["amber01"].name == "Amber Example"


def test_a_cell_of_two_lines_and_a_space_behind_a_quotation_mark_are_read(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, 'id,name,note\nada01,"Lovelace, Ada" ,\nben02,Ben,"is ""ill""\nuntil May"\n')
    assert roster.students == {"ada01", "ben02"}
    assert roster.people["ada01"].name == "Lovelace, Ada"


def test_a_roster_from_excel_in_an_old_encoding(tmp_path: Path) -> None:
    text = "ID;Name;E-Mail\r\nzoe01;Zoë Müller;zoe@example.org\r\n"
    roster = roster_of(tmp_path, text.encode("cp1252"))
    assert roster.match([Key("ZOE@example.org")], "") == Match(("zoe01",))
    assert roster.match([], "MÜLLER, Zoë").proposed == ("zoe01",)


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ('"Smith, John"', "John", "Smith"),
        ("John van Smith", "John van", "Smith"),
        ("Plato", "", "Plato"),
    ],
)
def test_a_name_in_one_cell_is_cut_into_first_and_last(tmp_path: Path, line: str, first: str, last: str) -> None:
    (person,) = roster_of(tmp_path, f"id,name\nx,{line}\n").people.values()
    assert (person.first_name, person.last_name) == (first, last)


def test_whoever_has_no_account_of_the_university_has_canvas_number_for_an_id(tmp_path: Path) -> None:
    text = "Student,ID,SIS Login ID,Section\n    Points Possible,,,\n"
    roster = roster_of(tmp_path, f'{text}"Example, Amber",71,amber01,A\n"Guest, Gus",72,,A\n')
    assert roster.students == {"amber01", "72"}


NAMES = "id,name,email,canvas,group\na,Ada Lovelace,ada@x.org,1,Red\nb,Ben Byron,ben@x.org,2,Red\nc,Wei Chen,,3,\n"


@pytest.mark.parametrize(
    ("keys", "name", "students"),
    [
        ([Key("A")], "", ("a",)),
        ([Key("ADA@x.org")], "", ("a",)),
        ([Key("1", "Canvas")], "", ("a",)),
        ([Key("1")], "", ()),
        ([Key("1", "Moodle")], "", ()),
        ([Key("a"), Key("2", "Canvas")], "", ()),
        ([Key("a"), Key("unknown")], "", ("a",)),
        ([Key("red", GROUP)], "", ("a", "b")),
        ([Key("red")], "red", ()),
        ([Key("1", "Canvas")], "Red", ("a", "b")),
        ([Key("3", "Canvas")], "Red", ("c",)),
        ([], "Red", ()),
        ([], "Ada Lovelace", ()),
        ([Key("Ada Lovelace")], "Ada Lovelace", ()),
    ],
)
def test_only_a_key_says_whose_something_is(
    tmp_path: Path, keys: list[Key], name: str, students: tuple[str, ...]
) -> None:
    assert roster_of(tmp_path, NAMES).match(keys, name).students == students


@pytest.mark.parametrize("name", ["Ben Byron", "Wei Chen", "Red", "b", "ben@x.org", "Ada Lovelace"])
def test_a_name_takes_nothing_from_whom_a_key_tells(tmp_path: Path, name: str) -> None:
    """People choose what platforms call them, and may choose another's name."""
    found = roster_of(tmp_path, NAMES.replace("Red\n", "\n", 1)).match([Key("1", "Canvas")], name)
    assert found.students == ("a",)


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("Ada Lovelace", ("a",)),
        ("LOVELACE, Ada", ("a",)),
        ("lovelaceada", ("a",)),
        ("Red", ("a", "b")),
        ("Ada", ()),
        ("Nobody", ()),
        ("", ()),
    ],
)
def test_a_name_says_whose_something_may_be(tmp_path: Path, name: str, proposed: tuple[str, ...]) -> None:
    found = roster_of(tmp_path, NAMES).match([], name)
    assert (found.students, found.proposed) == ((), proposed)
    assert found.doubt


def test_a_name_that_two_have_proposes_neither(tmp_path: Path) -> None:
    found = roster_of(tmp_path, f"{NAMES}d,Wei Chén,,,\n").match([], "Wei Chen")
    assert (found.students, found.proposed) == ((), ())
    assert found.doubt is not None
    assert (found.doubt.code, found.doubt.data["students"]) == ("owner-name-of-several", ["c", "d"])


WORKSHEET = (
    "\ufeffIdentifier,Full name,ID number,Email address,Status,Group,Grade,Last modified (submission)\r\n"
    'Participant 500003,Wei Chen,,wei1@example.org,Submitted,Red,,"Sunday, 1 November 2026, 2:14 PM"\r\n'
    'Participant 500004,Wei Chen,,wei2@example.org,Submitted,Red,,"Monday, November 2, 2026, 12:05 AM"\r\n'
    "Participant 500005,Ada Lovelace,,ada@example.org,No submission,,,-\r\n"
)


def with_sheet(tmp_path: Path, class_list: str, sheet: str = WORKSHEET) -> Roster:
    (tmp_path / "sheet.csv").write_text(sheet, encoding="utf-8")
    (tmp_path / "class.csv").write_text(class_list)
    return read_roster(tmp_path / "sheet.csv", tmp_path / "class.csv")


def test_the_grading_worksheet_of_moodle_adds_numbers_groups_and_times(tmp_path: Path) -> None:
    class_list = "id,name,email\nw1,Wei Chen,wei1@example.org\nw2,Wei Chen,wei2@example.org\nada,,ada@example.org\n"
    roster = with_sheet(tmp_path, class_list)
    assert roster.students == {"w1", "w2", "ada"}
    assert roster.match([Key("500004", "Moodle")], "Wei Chen") == Match(("w2",))
    assert roster.match([Key("Red", GROUP)]) == Match(("w1", "w2"))
    assert roster.people["ada"].name == "Ada Lovelace"
    assert roster.strangers == ()
    for number in (500003, 500004):
        folder = tmp_path / "download" / f"Wei Chen_{number}_assignsubmission_file"
        folder.mkdir(parents=True)
        (folder / "work.ipynb").write_text("{}")
    deadline = read_deadline("2026-11-01T23:59")
    found = find_submissions([tmp_path / "download"], A, roster, deadline)
    assert [(one.student, bool(one.timestamp), "late" in " ".join(map(str, one.notes))) for one in found] == [
        ("w1", True, False),
        ("w2", True, True),
    ]


def test_in_a_second_list_a_name_alone_is_nobodys_and_is_said(tmp_path: Path) -> None:
    roster = with_sheet(tmp_path, "id,name,email\nw1,Wei Chen,wei1@example.org\nada,Ada Lovelace,\n")
    assert roster.strangers == ("Wei Chen in sheet.csv", "Ada Lovelace in sheet.csv")
    assert roster.match([Key("500003", "Moodle")]).students == ("w1",)
    assert roster.match([Key("500005", "Moodle")], "Ada Lovelace").students == ()


def test_the_worksheet_alone_is_a_roster_by_its_addresses(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, WORKSHEET)
    assert roster.students == {"wei1@example.org", "wei2@example.org", "ada@example.org"}
    assert roster.match([Key("500005", "Moodle")]) == Match(("ada@example.org",))
    with pytest.raises(HippogradError) as error:
        roster_of(tmp_path, "Identifier,Status\nParticipant 7,Submitted\n")
    assert (error.value.code, error.value.data["line"]) == ("roster-line-without-id", 2)


def test_a_time_that_is_not_understood_is_asked_about(tmp_path: Path) -> None:
    class_list = "id,email\nw1,wei1@example.org\nw2,wei2@example.org\nada,ada@example.org\n"
    roster = with_sheet(tmp_path, class_list, WORKSHEET.replace("Sunday, 1 November", "Sonntag, 1. November"))
    found = found_by(tmp_path, roster, "Wei Chen_500003_assignsubmission_file_/work.ipynb")
    (note,) = found["w1"].notes
    assert (note.for_staff, note.code) == (True, "time-not-understood")


@pytest.mark.parametrize(
    ("names", "columns"), [("Ada Lovelace", "first name,last name"), ("Lovelace Ada", "Surname,given-name")]
)
def test_first_and_last_name_are_one_name(tmp_path: Path, names: str, columns: str) -> None:
    roster = roster_of(tmp_path, f"id,{columns}\na,{','.join(names.split())}\np,,Plato\n")
    assert [roster.match([], name).proposed for name in ("ada lovelace", "Lovelace, Ada", "Plato")] == [
        ("a",),
        ("a",),
        ("p",),
    ]
