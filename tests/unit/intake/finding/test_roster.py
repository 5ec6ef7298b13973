"""The roster: each student by what is theirs for certain, whichever program wrote the file."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from hippograd.errors import HippogradError
from hippograd.intake import Naming, Roster, Submission, find_submissions, read_deadline, read_roster
from hippograd.intake.finding.roster import Key, Match

A = "1_linear_regression"
TWO = "amber01,Amber Example\nbasil02,Basil Other\n"


def roster_of(tmp_path: Path, content: str | bytes) -> Roster:
    path = tmp_path / "class.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_roster(path)


def found_in(tmp_path: Path, roster: str, *names: str) -> dict[str, Submission]:
    """The submissions in a folder of files with these names."""
    for name in names:
        path = tmp_path / "handed_in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}")
    known = roster_of(tmp_path, roster)
    return {one.student: one for one in find_submissions([tmp_path / "handed_in"], A, known)}


@pytest.mark.parametrize("heading", ["id", "moodle", "student_id", "username"])
def test_the_number_in_a_download_of_moodle_is_nobodys_id(tmp_path: Path, heading: str) -> None:
    roster = f"id,name,{heading}\n12345,Bob Byron,12345\n99,Ada Lovelace,99\n"
    found = found_in(tmp_path, roster, "Ada Lovelace_12345_assignsubmission_file_/work.ipynb")
    assert list(found) == ["99"]


def test_the_number_in_a_download_of_canvas_is_no_id_of_the_university(tmp_path: Path) -> None:
    roster = "id,name,canvas\n12345,Bob Byron,7\n99,Ada Lovelace,\n"
    found = found_in(tmp_path, roster, "lovelaceada_12345_900_work.ipynb", "nickname_7_901_work.ipynb")
    assert list(found) == ["12345", "99"]
    assert found["99"].path.name.startswith("lovelaceada")


def test_whoever_has_another_number_on_a_platform_that_numbers_people_is_a_namesake(tmp_path: Path) -> None:
    roster = "id,name,canvas\nada,Ada Lovelace,9002\nbob,Bob Byron,7\n"
    found = found_in(tmp_path, roster, "lovelaceada_9055_900_work.ipynb", "byronbob_7_901_work.ipynb")
    assert "bob" in found
    (problem,) = (one.problem for one in found.values() if one.problem is not None)
    assert "It has the name of ada, whose number on Canvas is 9002, not 9055:" in problem.message
    both = found_in(tmp_path, roster, "lovelaceada_9002_900_work.ipynb")
    assert both["ada"].problem is None, "the other one does not stand in their way"


def test_whoever_has_a_former_id_keeps_it_and_is_found_by_the_new_one(tmp_path: Path) -> None:
    roster = "id,name,former_id\nnoor77,Noor New,noor01\nbasil02,Basil Other,\n"
    assert roster_of(tmp_path, roster).students == {"noor01", "basil02"}
    found = found_in(tmp_path, roster, "noor77/work.ipynb", "basil02/work.ipynb")
    assert {one.student: one.problem for one in found.values()} == {"noor01": None, "basil02": None}
    with pytest.raises(HippogradError, match="line 3 gives the id noor01 of Noor New to Nils Second"):
        roster_of(tmp_path, "id,name,former_id\nnoor77,Noor New,noor01\nnoor01,Nils Second,\n")


def test_what_is_somebodys_id_is_nobodys_name(tmp_path: Path) -> None:
    found = found_in(tmp_path, "id,name\nbada,Bada Kim\nada01,Ada B\n", "bada.ipynb", "ada01.ipynb")
    assert {one.student: one.problem for one in found.values()} == {"bada": None, "ada01": None}


def test_a_worksheet_of_blind_marking_says_nothing_of_who_people_are(tmp_path: Path) -> None:
    path = tmp_path / "worksheet.csv"
    path.write_text("Identifier,Status,Grade\nParticipant 501,Submitted,\nParticipant 502,Submitted,\n")
    assert read_roster(path).is_blind
    assert not roster_of(tmp_path, "id,name\nbada,Bada Kim\n").is_blind
    assert not roster_of(tmp_path, "id\n500001\n").is_blind


def worksheet_of(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "worksheet.csv"
    numbered = [f"Participant {number},{line}" for number, line in enumerate(lines, 501)]
    path.write_text("\n".join(["Identifier,ID number,Full name,Email address", *numbered]) + "\n")
    return path


def test_who_has_another_address_is_found_by_name_and_told(tmp_path: Path) -> None:
    people = ["ada,Ada Lovelace,ada@uni.org", "bob,Bob Byron,bob@uni.org", "cem,Cem Ok,cem@uni.org"]
    roster_of(tmp_path, "\n".join(["id,name,email", *people]))
    lines = [",Ada Lovelace,ada@uni.org", ",Bob Byron,new@uni.org", ",Cem Ok,cem@uni.org"]
    roster = read_roster(tmp_path / "class.csv", worksheet_of(tmp_path, *lines))
    assert roster.strangers == ()
    doubt = "has the name of bob, but new@uni.org for bob@uni.org"
    assert roster.by_name_alone == (f"Bob Byron in worksheet.csv ({doubt})",)
    assert roster.having(Key("502", "Moodle")) == {"bob"}
    elsewhere = [line.replace("uni.org", "example.com") for line in lines]
    roster = read_roster(tmp_path / "class.csv", worksheet_of(tmp_path, *elsewhere))
    assert (roster.strangers, roster.by_name_alone) == ((), ()), "all have others, which says nothing of one"


def test_who_has_another_id_is_a_namesake(tmp_path: Path) -> None:
    roster_of(tmp_path, "id,name\n0017,Ada Lovelace\nbob,Bob Byron\ncem,Cem Ok\n")
    lines = ["17,Ada Lovelace,", "b77,Bob Byron,", "cem,Cem Ok,"]
    roster = read_roster(tmp_path / "class.csv", worksheet_of(tmp_path, *lines))
    assert roster.strangers == ("Bob Byron in worksheet.csv (has the name of bob, but b77 for bob)",)
    assert roster.having(Key("501", "Moodle")) == {"0017"}, "a program has cut the zeros off"


@pytest.mark.parametrize(
    ("here", "there"),
    [("Jürgen Müller", "Juergen Mueller"), ("Mueller, Juergen", "Jürgen Müller"), ("Łukasz Żak", "Lukasz Zak")],
)
def test_letters_that_others_write_otherwise_are_the_same_name(tmp_path: Path, here: str, there: str) -> None:
    roster = roster_of(tmp_path, f'id,name\none,"{here}"\ntwo,Ada Lovelace\n')
    assert roster.match((), there).students == ("one",)


@pytest.mark.parametrize(("login", "is_made_up"), [("", True), (40 * "a", True), ("test01", False)])
def test_canvas_test_student_is_nobody(tmp_path: Path, login: str, is_made_up: bool) -> None:
    headings = "Student,ID,SIS User ID,SIS Login ID,Section"
    lines = ["    Points Possible,,,,", '"Lovelace, Ada",11,,ada01,S1', f'"Student, Test",99,,{login},S1']
    roster = roster_of(tmp_path, "\n".join([headings, *lines]) + "\n")
    assert (len(roster.students) == 1) == is_made_up


def test_what_canvas_test_student_handed_in_is_passed_over_with_a_line(tmp_path: Path) -> None:
    roster = 'Student,ID,SIS User ID,SIS Login ID,Section\n"Lovelace, Ada",11,,ada01,S1\n"Student, Test",99,,,S1\n'
    found = found_in(tmp_path, roster, "lovelaceada_11_900_work.ipynb", "studenttest_99_901_work.ipynb")
    assert list(found) == ["ada01"]
    lines: list[str] = []
    handed_in, known = [tmp_path / "handed_in"], roster_of(tmp_path, roster)
    find_submissions(handed_in, A, known, say=lines.append)
    assert lines[1:] == ["studenttest_99_901_work.ipynb: passed over, as Canvas's test student handed it in"]
    for naming, whose in (
        (Naming(keeps_unmatched=True), "unmatched studenttest_99"),
        (Naming(owners={"studenttest_99_901_work.ipynb": ("ada01",)}), "ada01"),
    ):
        assert whose in {one.student for one in find_submissions(handed_in, A, known, naming=naming)}


@pytest.mark.parametrize("begin", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"], ids=["xlsx", "xls"])
def test_a_class_list_that_is_a_spreadsheet_is_to_be_saved_as_csv(tmp_path: Path, begin: bytes) -> None:
    with pytest.raises(HippogradError, match=r"class\.csv is a spreadsheet.* save it as CSV \(in Excel: CSV UTF-8\)"):
        roster_of(tmp_path, begin + bytes(range(256)))
    assert roster_of(tmp_path, "PK\tid\n1\tada01\n").students == {"ada01"}


def test_where_the_number_and_the_name_are_two_peoples_nobody_is_credited_and_a_person_is_asked(tmp_path: Path) -> None:
    roster = "id,name,canvas\nbob,Bob Byron,12345\nada,Ada Lovelace,8\n"
    found = found_in(tmp_path, roster, "lovelaceada_12345_900_work.ipynb", "lovelaceada_8_901_work.ipynb")
    assert list(found) == ["ada", "unmatched lovelaceada_12345"]
    assert "ada, bob" in str(found["unmatched lovelaceada_12345"].problem)


@pytest.mark.parametrize("file", ["somebob_44444_4_12345_1_2.ipynb", "somebob_LATE_44444_4_5_12345_1_2.ipynb"])
def test_a_name_that_begins_with_anothers_number_on_canvas_is_not_that_persons(tmp_path: Path, file: str) -> None:
    roster = "id,name,canvas\nvictim01,Vic Tim,12345\nann03,Ann Other,33333\n"
    found = found_in(tmp_path, roster, file, "otherann_33333_3_w.ipynb")
    assert list(found) == ["ann03", "unmatched somebob_44444"]
    found = found_in(tmp_path / "both", roster, file, "otherann_33333_3_w.ipynb", "timvic_12345_1_w.ipynb")
    assert list(found) == ["ann03", "unmatched somebob_44444", "victim01"]
    assert found["victim01"].problem is None


def test_a_persons_name_that_ends_in_anothers_number_gives_that_person_nothing(tmp_path: Path) -> None:
    roster = "id,name,canvas\nvictim01,Vic Tim,12345\neve02,Eve Other,555\nann03,Ann Third,333\n"
    found = found_in(tmp_path, roster, "othereve_12345_555_333_777_work.ipynb", "thirdann_333_3_w.ipynb")
    assert list(found) == ["ann03", "unmatched othereve_12345"]


def test_a_key_decides_between_two_of_one_name(tmp_path: Path) -> None:
    roster = "id,name,canvas\ncleo1,Cleo Twin,1\ncleo2,Cleo Twin,2\nada,Ada Other,3\n"
    found = found_in(tmp_path, roster, "twincleo_2_900_work.ipynb", "twincleo_3_901_work.ipynb")
    assert list(found) == ["cleo2", "unmatched twincleo_3"]


@pytest.mark.parametrize("first", ["first_name", "First name", "given name", "Forename"])
@pytest.mark.parametrize("last", ["last_name", "Surname", "family-name", "Last Name"])
def test_first_and_last_name_are_one_name(tmp_path: Path, first: str, last: str) -> None:
    roster = f"id,{first},{last},email\nkim01,Kim,Example,\nada01,Ada,One,\nada02,Ada,Two,\n"
    found = found_in(tmp_path, roster, "kim.ipynb", "ada.ipynb", "Two, Ada.ipynb", "kim example.ipynb")
    assert sorted(found) == ["ada02", "kim01", "unmatched ada", "unmatched kim"]
    assert found["kim01"].path.name == "kim example.ipynb"


@pytest.mark.parametrize(
    ("text", "student", "keys"),
    [
        (
            "Student,ID,SIS User ID,SIS Login ID,Section,Homework (12)\n,,,,,Manual Posting\n"
            '    Points Possible,,,,,10\n"Example, Amber",71,S1,amber01,A,3\n"Other, Basil",72,S2,basil02,A,3\n'
            '"Student, Test",99,,,A,3\n',
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
    assert roster.match([], "Amber Example") == Match((student,))
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
    with pytest.raises(HippogradError, match=r"line 3 gives the id \w+ of Amber Example to"):
        roster_of(tmp_path, f"id,name\namber01,Amber Example\n{second}\n")


def test_a_line_that_is_there_twice_is_one_student(tmp_path: Path) -> None:
    text = "id,name,section\namber01,Amber Example,1\namber01,Amber Example,2\n"
    roster = roster_of(tmp_path, text)
    assert roster.students == {"amber01"}
    assert roster.people["amber01"].section == "1, 2", "in neither of them alone"


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("name,email\nAda,a@b\n", "no column `id`; its headings are: name, email"),
        ("name,email\n", "no column `id`; its headings are: name, email"),
        ("", "its headings are: none"),
        ("id,name\n", "has headings, but no students"),
        ("id,name\nada01,Ada\n\n,Basil\n", "line 4 has no id: Basil"),
        ("id,name,email\nada01,Ada,\nchen03,Chen, Li,c@example.org\n", "line 3 has 4 cells, but there are 3 headings"),
        ('id,name\nada01,Ada\nbasil01,"Basil B\ncedar01,Cedar C\n', "line 3 is not CSV"),
        ('id,name\nada01,Ada\nbasil01,"Basil B\ncedar01,"Cedar C"\n', "line 3 is not CSV"),
    ],
    ids=[
        *("no id", "no id and no students", "empty", "no students", "a student without id", "a comma too many"),
        *("an open quotation mark", "an open quotation mark before another"),
    ],
)
def test_what_is_wrong_with_a_roster_is_said(tmp_path: Path, text: str, cause: str) -> None:
    with pytest.raises(HippogradError, match=cause) as error:
        roster_of(tmp_path, text)
    assert "class.csv" in error.value.message
    assert error.value.remedy


@pytest.mark.parametrize(
    "content",
    [
        f"id,name\n{TWO}".encode("utf-16"),
        f"id,name\n{TWO}".encode("utf-16-le"),
        f"id,name\n{TWO}".encode("utf-16-be"),
        f"id,name\n{TWO}".encode("utf-8-sig"),
        ("sep=;\r\nid;name\r\n" + TWO.replace(",", ";")).encode(),
        ('"sep=|"\n\nid|name\n' + TWO.replace(",", "|")).encode(),
        f"\r\n,,\n\nid,name\n{TWO}".encode(),
        ("id\tname\t\n" + TWO.replace(",", "\t")).encode("utf-16"),
    ],
    ids=[
        "UTF-16",
        "little end first",
        "big end first",
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
    assert roster.match([], "Amber Example") == Match(("amber01",))


def test_a_cell_of_two_lines_and_a_space_behind_a_quotation_mark_are_read(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, 'id,name,note\nada01,"Lovelace, Ada" ,\nben02,Ben,"is ""ill""\nuntil May"\n')
    assert roster.students == {"ada01", "ben02"}
    assert roster.match([], "Ada Lovelace") == Match(("ada01",))


def test_a_roster_from_excel_in_an_old_encoding(tmp_path: Path) -> None:
    text = "ID;Name;E-Mail\r\nzoe01;Zoë Müller;zoe@example.org\r\n"
    roster = roster_of(tmp_path, text.encode("cp1252"))
    assert roster.match([Key("ZOE@example.org")], "") == Match(("zoe01",))
    assert roster.match([], "MÜLLER, Zoë") == Match(("zoe01",))
    assert roster.match([], "Zoë").students == ()


WORKSHEET = (
    "\ufeffIdentifier,Full name,ID number,Email address,Status,Group,Grade,Last modified (submission)\r\n"
    'Participant 500003,Wei Chen,,wei1@example.org,Submitted,Red,,"Sunday, 1 November 2026, 2:14 PM"\r\n'
    'Participant 500004,Wei Chen,,wei2@example.org,Submitted,Red,,"Monday, November 2, 2026, 12:05 AM"\r\n'
    "Participant 500005,Ada Lovelace,,ada@example.org,No submission,,,-\r\n"
)


def two_rosters(tmp_path: Path, class_list: str) -> Roster:
    (tmp_path / "sheet.csv").write_text(WORKSHEET, encoding="utf-8")
    (tmp_path / "class.csv").write_text(class_list)
    return read_roster(tmp_path / "sheet.csv", tmp_path / "class.csv")


def test_the_grading_worksheet_of_moodle_tells_people_of_one_name_apart(tmp_path: Path) -> None:
    class_list = "id,name,email\nw1,Wei Chen,wei1@example.org\nw2,Wei Chen,wei2@example.org\nada,Ada Lovelace,\n"
    roster = two_rosters(tmp_path, class_list)
    assert roster.students == {"w1", "w2", "ada"}
    assert roster.match([Key("500004", "Moodle")], "Wei Chen") == Match(("w2",))
    assert roster.match([Key("500005", "Moodle")], "") == Match(("ada",))
    assert roster.match([], "Red") == Match(("w1", "w2"))
    assert roster.strangers == ()
    (tmp_path / "download").mkdir()
    for number in (500003, 500004):
        folder = tmp_path / "download" / f"Wei Chen_{number}_assignsubmission_file"
        folder.mkdir()
        (folder / "work.ipynb").write_text("{}")
    deadline = read_deadline("2026-11-01T23:59")
    found = find_submissions([tmp_path / "download"], A, roster, deadline)
    assert [(one.student, bool(one.timestamp), "late" in " ".join(map(str, one.notes))) for one in found] == [
        ("w1", True, False),
        ("w2", True, True),
    ]


def test_an_address_of_one_with_the_name_of_another_credits_neither(tmp_path: Path) -> None:
    class_list = "id,name,email\nada,Ada Lovelace,wei1@example.org\nwei,Wei Chen,ada@example.org\n"
    (tmp_path / "class.csv").write_text(class_list)
    rows = ("Participant 500003,Wei Chen,wei1@example.org", "Participant 500004,Ada Byron,ada@example.org")
    (tmp_path / "sheet.csv").write_text("\n".join(["Identifier,Full name,Email address", *rows, ""]))
    roster = read_roster(tmp_path / "sheet.csv", tmp_path / "class.csv")
    crossed = roster.match([Key("500003", "Moodle")], "Wei Chen")
    assert crossed.students == ()
    assert "Id, address and name fit different people in the roster, namely ada, wei." in crossed.doubt
    assert roster.match([Key("500004", "Moodle")], "Ada Byron").students == ("wei",), "a name that nobody else has"


def test_nobody_is_taken_for_one_who_has_a_line_by_name_alone(tmp_path: Path) -> None:
    (tmp_path / "class.csv").write_text(
        "id,name,email\nada,Ada Lovelace,ada@example.org\nbob,Bob Byron,b@example.org\n"
    )
    rows = ("Participant 501,Ada Lovelace,ada@example.org", "Participant 502,Ada Lovelace,other@example.org")
    (tmp_path / "sheet.csv").write_text("\n".join(["Identifier,Full name,Email address", *rows, ""]))
    roster = read_roster(tmp_path / "class.csv", tmp_path / "sheet.csv")
    assert roster.match([Key("501", "Moodle")], "Ada Lovelace").students == ("ada",)
    assert roster.match([Key("502", "Moodle")], "Ada Lovelace").students == ()
    assert roster.strangers == ("Ada Lovelace in sheet.csv",)


def test_people_who_share_an_address_are_told_apart_in_a_worksheet_without_ids(tmp_path: Path) -> None:
    (tmp_path / "class.csv").write_text("id,name,email\nada,Ada Lovelace,fam@x.org\nbo,Bo Lovelace,fam@x.org\n")
    rows = ("Participant 501,Ada Lovelace,fam@x.org", "Participant 502,Bo Lovelace,fam@x.org")
    (tmp_path / "sheet.csv").write_text("\n".join(["Identifier,Full name,Email address", *rows, ""]))
    roster = read_roster(tmp_path / "class.csv", tmp_path / "sheet.csv")
    assert [roster.match([Key(number, "Moodle")], "").students for number in ("501", "502")] == [("ada",), ("bo",)]


def test_who_is_in_the_worksheet_only_is_nobodys_row_and_is_said(tmp_path: Path) -> None:
    roster = two_rosters(tmp_path, "id,name\nw1,Wei Chen\nw2,Wei Chen\nada,Ada Lovelace\n")
    assert roster.students == {"w1", "w2", "ada"}
    assert roster.strangers == ("Wei Chen in sheet.csv", "Wei Chen in sheet.csv")
    assert roster.match([Key("500003", "Moodle")], "Wei Chen").students == ()


def test_the_worksheet_alone_is_a_roster(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, WORKSHEET)
    assert roster.students == {"wei1@example.org", "wei2@example.org", "ada@example.org"}
    blind = "Identifier,Status,Last modified (submission)\nParticipant 7,Submitted,yesterday\n"
    assert roster_of(tmp_path, blind).match([Key("7", "Moodle")], "Participant") == Match(("Participant 7",))
    (found,) = found_in(tmp_path, blind, "Participant_7_assignsubmission_file_/work.ipynb").values()
    assert (found.student, found.timestamp) == ("Participant 7", "")
    assert "is not understood, so this is not late: 'yesterday'. Moodle translates its times" in found.notes[0].text


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ('"Smith, Jr., John Paul"', "John Paul", "Smith, Jr."),
        ('"John Paul Smith, Jr."', "John Paul", "Smith, Jr."),
        ('"King, Martin, III"', "Martin", "King, III"),
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
    roster = roster_of(tmp_path, f'{text}"Example, Amber",71,amber01,A\n"Guest, Gus",72,,A\n"Student, Test",73,t3,A\n')
    assert roster.students == {"amber01", "72", "t3"}


GERMAN = (
    "\ufeffID,Vollständiger Name,E-Mail-Adresse,Status,Bewertung,Bestwertung,Bewertung kann geändert werden,"
    "Zuletzt geändert (Abgabe),Zuletzt geändert (Bewertung),Feedback als Kommentar\r\n"
    'Teilnehmer/in2431001,Ada Lovelace,ada@x.org,Abgegeben,,"24,00",Ja,"Freitag, 30. Oktober 2026, 14:03",-,\r\n'
    'Teilnehmer/in2431008,Wei Chen,wei1@x.org,Abgegeben,,"24,00",Ja,2026-11-02 10:15:00 UTC,-,\r\n'
    'Teilnehmer/in2431015,Wei Chen,wei2@x.org,Keine Abgabe,,"24,00",Ja,-,-,\r\n'
)
FRENCH = (
    "Identifiant,Nom complet,Statut,Note,Note maximale,La note peut être modifiée,"
    "Dernière modification (travail remis),Dernière modification (note),Feedback par commentaires\r\n"
    'Participant 2431001,Ada Lovelace,Remis pour évaluation,,"24,00",Oui,"vendredi 30 octobre 2026, 14:03",-,\r\n'
    'Participant 2431008,Wei Chen,Remis pour évaluation,,"24,00",Oui,-,-,\r\n'
)


def test_a_worksheet_in_another_language_says_what_its_columns_say_in_english(tmp_path: Path) -> None:
    class_list = "id,name,email\nada01,Ada Lovelace,\nw1,Wei Chen,wei1@x.org\nw2,Wei Chen,wei2@x.org\n"
    (tmp_path / "class.csv").write_text(class_list)
    (tmp_path / "sheet.csv").write_text(GERMAN, encoding="utf-8")
    roster = read_roster(tmp_path / "class.csv", tmp_path / "sheet.csv")
    assert (roster.students, roster.strangers) == ({"ada01", "w1", "w2"}, ())
    numbers = (2431001, 2431008, 2431015)
    assert [roster.match([Key(str(number), "Moodle")], "").students for number in numbers] == [
        ("ada01",),
        ("w1",),
        ("w2",),
    ]
    for name in ("Ada Lovelace_2431001", "Wei Chen_2431008"):
        (tmp_path / "download" / f"{name}_assignsubmission_file").mkdir(parents=True)
        (tmp_path / "download" / f"{name}_assignsubmission_file" / "work.ipynb").write_text("{}")
    ada, wei = find_submissions([tmp_path / "download"], A, roster, read_deadline("2026-11-01T23:59+00:00"))
    assert (ada.student, ada.timestamp) == ("ada01", "")
    assert "grading worksheet gives is not understood, so this is not late: 'Freitag, 30. Ok" in ada.notes[0].text
    assert "set your language there to English, download the worksheet again" in ada.notes[0].text
    assert wei.notes[0].text == "Handed in late: 2026-11-02 10:15:00 UTC."


@pytest.mark.parametrize(("sheet", "student"), [(GERMAN, "ada@x.org"), (FRENCH, "Participant 2431001")])
def test_a_worksheet_in_another_language_is_a_roster_by_itself(tmp_path: Path, sheet: str, student: str) -> None:
    roster = roster_of(tmp_path, sheet)
    assert roster.match([Key("2431001", "Moodle")], "Ada Lovelace") == Match((student,))
    assert roster.match([], "Lovelace, Ada") == Match((student,))


@pytest.mark.parametrize("column", ["name", "city"])
def test_an_at_in_what_a_student_writes_makes_no_column_one_of_addresses(tmp_path: Path, column: str) -> None:
    lines = [line.replace(",ada@x.org", ",Home,ada@x.org") for line in GERMAN.splitlines()]
    lines = [re.sub(r",(wei\d@|E-Mail)", r",Town,\1", line) for line in lines]
    lines[1] = lines[1].replace(*{"name": ("Ada Lovelace", "Ad@ Lovelace"), "city": ("Home", "ada@home")}[column])
    roster = roster_of(tmp_path, "\n".join(lines))
    assert roster.students == {"ada@x.org", "wei1@x.org", "wei2@x.org"}
    assert roster.match([Key("2431001", "Moodle")], "").students == ("ada@x.org",)


@pytest.mark.parametrize(
    ("sheet", "numbers"),
    [(WORKSHEET, ("500003", "500004")), (GERMAN, ("2431008", "2431015"))],
    ids=["English", "German"],
)
def test_whoever_takes_another_students_name_is_told_by_the_address(
    tmp_path: Path, sheet: str, numbers: tuple[str, str]
) -> None:
    people = "ada01,Ada Lovelace,ada@x.org\nw1,Wei Chen,wei1@x.org\nmal,Mal Mallory,wei2@x.org\n"
    (tmp_path / "class.csv").write_text(f"id,name,email\n{people}")
    (tmp_path / "sheet.csv").write_text(sheet.replace("example.org", "x.org"), encoding="utf-8")
    roster = read_roster(tmp_path / "class.csv", tmp_path / "sheet.csv")
    assert (roster.students, roster.strangers) == ({"ada01", "w1", "mal"}, ())
    for number in numbers:
        folder = tmp_path / "download" / f"Wei Chen_{number}_assignsubmission_file"
        folder.mkdir(parents=True)
        (folder / "work.ipynb").write_text("{}")
    found = find_submissions([tmp_path / "download"], A, roster)
    assert [(one.student, one.origin.number, one.problem) for one in found] == [
        ("mal", numbers[1], None),
        ("w1", numbers[0], None),
    ]


def test_in_a_blind_worksheet_in_another_language_the_status_is_nobodys_name(tmp_path: Path) -> None:
    lines = [line.split(",") for line in FRENCH.splitlines()]
    roster = roster_of(tmp_path, "\n".join(",".join([line[0], *line[2:]]) for line in lines))
    assert roster.match([Key("2431008", "Moodle")], "Participant") == Match(("Participant 2431008",))
    assert roster.by_name == {}


def test_a_class_list_with_numbered_ids_and_points_is_no_worksheet(tmp_path: Path) -> None:
    roster = roster_of(
        tmp_path, "id,email,points,max,passed,room,note\ns1,a@x.org,3,9,yes,12,\ns2,b@x.org,4,9,no,13,\n"
    )
    assert roster.students == {"s1", "s2"}


def test_a_group_is_all_its_members_and_somebody_elses_number_is_a_question(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, "id,name,canvas,group\na,Ada A,1,Group 1\nb,Ben B,2,Group 1\nc,Cem C,3,\n")
    assert roster.match([Key("2", "Canvas")], "group1") == Match(("a", "b"))
    assert roster.match([Key("group 1")], "") == Match(("a", "b"))
    assert roster.match([Key("3", "Canvas")], "group1").students == ()
    assert roster.match([Key("1", "Canvas")], "aada") == Match(("a",))


def test_a_name_of_one_word_is_a_name(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, "id,first name,last name\np,,Plato\nx,Plato,Xu\nm,Madonna,\n")
    assert roster.match([], "Plato") == Match(("p",))
    assert roster.match([], "Madonna.") == Match(("m",))


GITHUB_ROSTER = (
    '"identifier","github_username","github_id","name"\n"ada01","ada-l","1","Ada"\n"ben02","ben-b-2","2",""\n'
    '"cem03","cem","3",""\n"dora04","","",""\n'
)
CLONES = tuple(f"linear-{name}/work.ipynb" for name in ("ada-l", "ben-b-2", "cem"))


def test_the_roster_of_github_classroom_says_whose_a_repository_is(tmp_path: Path) -> None:
    found = found_in(tmp_path, GITHUB_ROSTER, *CLONES, "linear-somebody/work.ipynb")
    assert sorted(found) == ["ada01", "ben02", "cem03", "unmatched linear-somebody"]
    assert not any(one.problem for student, one in found.items() if not student.startswith("unmatched"))
    assert roster_of(tmp_path, GITHUB_ROSTER).students == {"ada01", "ben02", "cem03", "dora04"}


def test_the_roster_of_github_classroom_stands_beside_a_class_list(tmp_path: Path) -> None:
    (tmp_path / "class.csv").write_text("id,name\nada01,Ada Lovelace\nben02,Ben Byron\ncem03,Cem Yilmaz\n")
    (tmp_path / "github.csv").write_text(GITHUB_ROSTER.replace("cem03", "Cem Yilmaz"))
    roster = read_roster(tmp_path / "class.csv", tmp_path / "github.csv")
    assert roster.students == {"ada01", "ben02", "cem03"}
    assert roster.match([Key("ben-b-2", "GitHub")], "") == Match(("ben02",))
    assert roster.match([Key("cem", "GitHub")], "") == Match(("cem03",))
    assert roster.match([Key("ada-l")], "").students == ()
    assert roster.strangers == ("dora04 in github.csv",)


@pytest.mark.parametrize(
    ("name", "other"),
    [("राम शर्मा", "रमा शर्मा"), ("สมชาย ดี", "สมชาย ดู"), ("கமல் ராஜ்", "கோமள ரோஜ"), ("かき", "がき")],
)
def test_a_mark_that_is_no_accent_tells_names_apart(tmp_path: Path, name: str, other: str) -> None:
    class_list = f"id,name\ns1,{name}\ns2,Amber Example\n"
    found = found_in(tmp_path, class_list, f"{other}/w.ipynb", "Amber Example/w.ipynb")
    assert "s1" not in found
    assert len(found) == 2
    found = found_in(tmp_path, f"{class_list}s3,{other}\n", f"{other}/w.ipynb", f"{name}/v.ipynb")
    assert (found["s1"].origin.name, found["s3"].origin.name) == (f"{name}/v.ipynb", f"{other}/w.ipynb")


def test_a_name_with_its_accents_decides_before_one_without(tmp_path: Path) -> None:
    class_list = "id,name\ns1,Nguyễn Văn Hà\ns2,Nguyễn Văn Hạ\ns3,Zoë Ångström\n"
    decomposed = unicodedata.normalize("NFD", "Hạ, Nguyễn Văn")
    found = found_in(tmp_path, class_list, f"{decomposed}/a.ipynb", "nguyễn văn hà/b.ipynb", "Zoe Angstrom/c.ipynb")
    assert {student: one.label[-7:] for student, one in found.items()} == {
        "s1": "b.ipynb",
        "s2": "a.ipynb",
        "s3": "c.ipynb",
    }
    found = found_in(tmp_path, class_list, "Nguyen Van Ha/d.ipynb")
    assert found["unmatched Nguyen Van Ha"].problem, "it may be of either"


@pytest.mark.parametrize(("listed", "written"), [("İlker Işık", "Ilker Isik"), ("Ilker Isık", "İLKER ISIK")])
def test_the_two_letters_i_of_turkish_are_one(tmp_path: Path, listed: str, written: str) -> None:
    assert set(found_in(tmp_path, f"id,name\ns1,{listed}\n", f"{written}/w.ipynb")) == {"s1"}
