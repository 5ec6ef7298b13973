"""Files that platforms exported come back with the right cells filled, and every other cell as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from hippograd.errors import HippogradError
from hippograd.intake import Origin, read_roster
from hippograd.records.export.filling import fill
from hippograd.records.export.grades import Grades
from hippograd.store.marks import CellMark, Known, Marks

A = "1_linear_regression"

# instructure/canvas-lms, lib/gradebook_importer.rb; the lines are those of PrairieLearn's canvas-matching.test.ts
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Linear regression (4711),Gradient descent (4712),Current Score\r\n"
    ",,,,,Manual Posting,,\r\n"
    "    Points Possible,,,,,25.00,16.00,(read only)\r\n"
    '"Lovelace, Ada",11,,ada01,XC 101,,7,55.1\r\n'
    '"Turing, Ben ""B""",12,,ben02,XC 101, 3.0 ,8,60\r\n'
    "Zoë Quint,13,,zoe03,XC 101,,,\r\n"
    "Nobody Known,14,,nob04,XC 101,,,\r\n"
    '"Student, Test",15,,x9,XC 101,,,\r\n'
)
# moodle/moodle, mod/assign/feedback/offline/importgradeslib.php
MOODLE = (
    "\ufeffIdentifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
    "Last modified (submission),Last modified (grade),Feedback comments\n"
    'Participant 500001,Ada Lovelace,ada@x.org,Submitted for grading,,25.00,Yes,"Sunday, 1 November 2026, 2:14 PM",-,\n'
    'Participant 500002,Ben Turing,ben@x.org,No submission,-,25.00,Yes,-,-,"<p>a ""word"",\nand a line</p>"\n'
    "Participant 500003,Zoë Quint,zoe@x.org,Submitted for grading,,25.00,Yes,-,-,\n"
)
# D2L's knowledge base, article 3538
BRIGHTSPACE = (
    "OrgDefinedId,Username,Last Name,First Name,Linear regression Points Grade <Numeric MaxPoints:25 Weight:10>,"
    "End-of-Line Indicator\n#ada01,al,Lovelace,Ada,,#\n#ben02,bt,Turing,Ben,,#\n#zoe03,zq,Quint,Zoë,1,#\n"
)
# nbeaver/offline-grades-upload: tab-delimited, in UTF-16, every field in quotes
BLACKBOARD = (
    '"Last Name"\t"First Name"\t"Username"\t"Availability"\t"Linear regression [Total Pts: 25 Score] |664617"\n'
    '"Lovelace"\t"Ada"\t"ada01"\t"Yes"\t""\n"Turing"\t"Ben"\t"ben02"\t"Yes"\t""\n'
    '"Quint"\t"Zoë"\t"zoe03"\t"No"\t"In Progress"\n'
)


def marks(student: str, first: str, last: str, auto: float, written: float | None, penalty: float = 0) -> Marks:
    cells = {"w_star": CellMark(17, auto, None, 0), "interpret_weights": CellMark(8, None, written, 0)}
    return Marks(student, None, penalty, first, last, f"{student[:3]}@x.org", cells=cells)


def grades(**more: Marks) -> Grades:
    """Ada has a mark, Ben handed in nothing, Zoë's answers are not marked yet."""
    people = {
        "ada01": marks("ada01", "Ada", "Lovelace", 12, 6.25, 1.5),
        "zoe03": marks("zoe03", "Zoë", "Quint", 12, None),
        **more,
    }
    return Grades(A, "Linear regression", {"w_star": "1.7", "interpret_weights": "1.11"}, people)


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "exported.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_canvas(tmp_path: Path) -> None:
    filled = fill(written(tmp_path, CANVAS), [grades(ben02=marks("ben02", "Ben", "Turing", 17, 8))])
    expected = CANVAS.replace("ada01,XC 101,,7", "ada01,XC 101,16.75,7").replace("XC 101, 3.0 ,8", "XC 101,25,8")
    assert filled.content == expected.encode()
    assert (filled.platform, filled.matched) == ("Canvas", 3)
    assert filled.changed == ["ben02 3.0 → 25"]
    assert filled.without_mark == {f"{A}: written answers missing": ["zoe03"]}
    assert filled.missing == filled.ambiguous == []


def test_moodle(tmp_path: Path) -> None:
    filled = fill(written(tmp_path, MOODLE), [grades()], heading="Grade")
    assert filled.content == MOODLE.replace("grading,,25.00", "grading,16.75,25.00", 1).encode()
    assert filled.without_mark == {f"{A}: written answers missing": ["zoe03"]}


def test_a_line_that_moodle_has_locked_stays(tmp_path: Path) -> None:
    sheet = MOODLE.replace("25.00,Yes", "25.00,No", 1)
    filled = fill(written(tmp_path, sheet), [grades()], heading="Grade")
    assert filled.content == sheet.encode()
    assert filled.without_mark[f"{A}: locked on the platform"] == ["ada01"]


def test_moodle_with_blind_marking_knows_the_number_of_the_hand_in(tmp_path: Path) -> None:
    sheet = "Identifier,Status,Grade,Last modified (grade)\nParticipant 77,x,,-\nParticipant 78,x,,-\n"
    origins = {"ada01": Origin("Moodle", "78", "Participant_78_assignsubmission_file_/work.ipynb")}
    one = Grades(A, "Linear regression", {}, {"ada01": grades().marks["ada01"]}, origins=origins)
    assert fill(written(tmp_path, sheet), [one]).content.decode().endswith("Participant 78,x,16.75,-\n")


def test_brightspace(tmp_path: Path) -> None:
    assert (
        fill(written(tmp_path, BRIGHTSPACE), [grades()]).content == BRIGHTSPACE.replace("Ada,,", "Ada,16.75,").encode()
    )


def test_blackboard(tmp_path: Path) -> None:
    filled = fill(written(tmp_path, BLACKBOARD, "utf-16"), [grades()])
    assert filled.content == BLACKBOARD.replace('"Yes"\t""', '"Yes"\t"16.75"', 1).encode("utf-16")


def test_semicolons_and_decimal_commas(tmp_path: Path) -> None:
    text = (
        CANVAS.replace('"Lovelace, Ada"', "Lovelace Ada").replace(",", ";").replace("25.00", "25,00").replace(".", ",")
    )
    filled = fill(written(tmp_path, text), [grades()]).content.decode()
    assert filled == text.replace("ada01;XC 101;;7", "ada01;XC 101;16,75;7")


def test_a_comment_or_a_section_that_looks_like_a_number_decides_nothing(tmp_path: Path) -> None:
    sheet = MOODLE.replace("grading,,25.00,Yes,-,-,\n", 'grading,,25.00,Yes,-,-,"3,5"\n')
    assert sheet != MOODLE
    filled = fill(written(tmp_path, sheet), [grades()], heading="Grade").content.decode()
    assert filled == sheet.replace("grading,,25.00", "grading,16.75,25.00", 1)
    section = CANVAS.replace("25.00,16.00", "25,16").replace("XC 101", '"1,2"')
    assert '"1,2",16.75,7' in fill(written(tmp_path, section), [grades()]).content.decode()


def test_who_is_excused_on_the_platform_stays_so(tmp_path: Path) -> None:
    excused = CANVAS.replace("ada01,XC 101,,7", "ada01,XC 101,EX,7")
    filled = fill(written(tmp_path, excused), [grades()])
    assert filled.content == excused.encode()
    assert filled.without_mark[f"{A}: excused on the platform"] == ["ada01"]


def test_an_old_encoding_stays(tmp_path: Path) -> None:
    path = written(tmp_path, CANVAS, "cp1252")
    assert fill(path, [grades()]).content == CANVAS.replace("101,,7", "101,16.75,7").encode("cp1252")


def test_who_handed_in_nothing_is_known_by_id_and_gets_nobodys_mark(tmp_path: Path) -> None:
    sheet = (
        "Student,ID,SIS User ID,SIS Login ID,Section,Linear regression (4711)\n    Points Possible,,,,,25\n"
        '"Lovelace, Ada",202,,ada02,S1,\n'
    )
    entered = [Known("ada01", "Ada", "Lovelace", "ada@x.org", "201"), Known("ada02", "Ada", "Lovelace", "", "202")]
    filled = fill(written(tmp_path, sheet), [grades()], people=entered)
    assert filled.content == sheet.encode()
    both = sheet + '"Lovelace, Ada",201,,ada01,S1,\n'
    filled = fill(written(tmp_path, both), [grades()], people=entered)
    assert filled.content == both.replace("201,,ada01,S1,", "201,,ada01,S1,16.75").encode()
    own = sheet.replace("202,,ada02", "999,,stranger") + '"Lovelace, Ada",201,,ada01,S1,\n'
    filled = fill(written(tmp_path, own), [grades()], people=entered[:1])
    assert filled.content == own.replace("201,,ada01,S1,", "201,,ada01,S1,16.75").encode(), "a name is no id"


def test_a_line_with_the_ids_of_several_or_one_of_two_is_left_as_it_was(tmp_path: Path) -> None:
    more = grades(ben02=marks("ben02", "Ben", "Turing", 17, 8))
    expected = CANVAS.replace("ada01,XC 101,,7", "ada01,XC 101,16.75,7")
    filled = fill(written(tmp_path, CANVAS), [more], people=[Known("ada01", number="12")])
    assert filled.content == expected.encode()
    assert filled.ambiguous == ['Turing, Ben "B" (fits ada01, ben02)']
    filled = fill(written(tmp_path, CANVAS.replace("nob04", "ben02")), [more])
    assert filled.content == expected.replace("nob04", "ben02").encode()
    assert filled.ambiguous == ['Turing, Ben "B" (ben02 has 2 lines)', "Nobody Known (ben02 has 2 lines)"]
    assert filled.missing == ["ben02"]


def test_a_name_alone_fills_no_line_and_a_file_of_names_is_refused(tmp_path: Path) -> None:
    one = CANVAS.replace(",11,,ada01,", ",77,,ada77,")
    (tmp_path / "class.csv").write_text("id,name\nada01,Ada Lovelace\n")
    more = grades(ben02=marks("ben02", "Ben", "Turing", 17, 8))
    filled = fill(written(tmp_path, one), [more], read_roster(tmp_path / "class.csv"))
    assert filled.content == one.replace("XC 101, 3.0 ,8", "XC 101,25,8").encode()
    assert filled.missing == ["ada01"]
    with pytest.raises(HippogradError) as error:
        fill(written(tmp_path, one.replace("zoe03", "zoe99")), [grades()])
    assert (error.value.code, error.value.data["found"], error.value.data["lines"]) == ("export-other-ids", 0, 5)


def test_marks_that_stay_are_said_with_what_they_are(tmp_path: Path) -> None:
    text = CANVAS.replace("zoe03,XC 101,,", "zoe03,XC 101,9,").replace("nob04,XC 101,,", "nob04,XC 101,4,")
    filled = fill(written(tmp_path, text), [grades()])
    assert filled.without_mark == {f"{A}: written answers missing": ["zoe03 (9 there)"]}
    assert filled.of_nobody == ['Turing, Ben "B" (3.0)', "Nobody Known (4)"]


def test_a_platforms_number_is_nobodys_id(tmp_path: Path) -> None:
    sheet = (
        "Student,ID,SIS User ID,SIS Login ID,Section,Linear regression (4711)\n    Points Possible,,,,,25\n"
        '"Em, Cyd",202,,303,S1,\n"Ox, Ben",201,,202,S1,\n'
    )
    entered = [Known("202", "Ben", "Ox", "", "201"), Known("303", "Cyd", "Em", "", "202")]
    marked = {who.student: marks(who.student, who.first_name, who.last_name, 12, 6.25) for who in entered}
    filled = fill(written(tmp_path, sheet), [grades(**marked)], people=entered)
    assert filled.content == sheet.replace("S1,\n", "S1,18.25\n").encode()


def test_a_canvas_number_is_not_looked_up_as_an_id(tmp_path: Path) -> None:
    sheet = (
        "Student,ID,SIS User ID,SIS Login ID,Section,Linear regression (4711)\n    Points Possible,,,,,25\n"
        '"Auditor, Zoe",101,,zoe,S1,\n"Stone, Ben",902,,102,S1,\n'
    )
    entered = [Known("101", "Ada", "Lovelace"), Known("102", "Ben", "Stone")]
    marked = {who.student: marks(who.student, who.first_name, who.last_name, 12, 6.25) for who in entered}
    one = Grades(A, "Linear regression", {}, marked)
    filled = fill(written(tmp_path, sheet), [one], people=entered)
    assert filled.content == sheet.replace("102,S1,\n", "102,S1,18.25\n").encode()


def test_a_roster_says_who_people_are(tmp_path: Path) -> None:
    roster = tmp_path / "class.csv"
    roster.write_text("id,name,canvas\nada01,A. L.,11\nzoe03,Z. Q.,13\n")
    unnamed = {who: marks(who, "", "", 17, 8) for who in ("ada01", "zoe03")}
    text = CANVAS.replace("ada01", "").replace("zoe03", "")
    filled = fill(written(tmp_path, text), [Grades(A, "Linear regression", {}, unnamed)], read_roster(roster))
    assert filled.content.count(b",25,") == 2


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfStudent,ID\n\xff\xfe,1\n", "Student,ID\n".encode("utf-16") + b"x"])
def test_bytes_that_are_not_the_text_which_the_file_says_are_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "export.csv").write_bytes(content)
    with pytest.raises(HippogradError) as error:
        fill(tmp_path / "export.csv", [grades()])
    assert error.value.code == "export-not-text"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Benutzer;Bewertung\nada01;\n", "export-unknown"),
        ("", "export-unknown"),
        (CANVAS.replace("Linear regression (", "Lineare Regression ("), "export-column-not-certain"),
        (CANVAS.replace("Gradient descent (", "Linear regression ("), "export-column-not-certain"),
        (CANVAS.replace("25.00", "10.00"), "export-above-maximum"),
        (CANVAS.replace("25.00", "(read only)"), "export-column-read-only"),
        (CANVAS.partition('"Lovelace')[0], "export-without-students"),
        (CANVAS.replace("ada01,XC 101,,7,55.1", "ada01"), "export-line-too-short"),
        ('Student,ID\n"never closed,3\nx,4\n', "table-line-not-csv"),
    ],
)
def test_bad_files_are_named(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(HippogradError) as error:
        fill(written(tmp_path, text), [grades()])
    assert error.value.code == code
    assert error.value.data["file"].endswith("exported.csv")


def test_a_worksheet_is_of_one_assignment_and_is_refused_with_the_numbers_of_another(tmp_path: Path) -> None:
    with pytest.raises(HippogradError) as error:
        fill(written(tmp_path, MOODLE), [grades(), grades()])
    assert error.value.code == "export-of-one-assignment"
    origins = {who: Origin("Moodle", number) for who, number in (("ada01", "600001"), ("zoe03", "600003"))}
    one = Grades(A, "x", {}, grades().marks, origins=origins)
    with pytest.raises(HippogradError) as error:
        fill(written(tmp_path, MOODLE), [one])
    assert (error.value.code, error.value.data["differ"]) == ("export-other-assignment", 2)


def test_a_worksheet_that_nothing_ties_to_the_assignment_is_refused_with_what_it_would_replace(tmp_path: Path) -> None:
    """The marks came from Canvas: no number of Moodle's is known."""
    sheet = written(tmp_path, MOODLE.replace(",-,25.00", ",30,25.00"))
    with pytest.raises(HippogradError) as error:
        fill(sheet, [grades(ben02=marks("ben02", "Ben", "Turing", 12, 3))])
    assert error.value.code == "export-assignment-not-certain"
    assert (error.value.data["most"], error.value.data["marks"]) == ("25", "ben02 30")
    assert fill(sheet, [grades()], heading="Grade").matched == 2
    named = sheet.rename(tmp_path / "Grades-COURSE-Linear regression-77.csv")
    assert fill(named, [grades()]).matched == 2
    other = named.rename(tmp_path / "Grades-COURSE-3 Backpropagation-77.csv")
    with pytest.raises(HippogradError):
        fill(other, [grades()])


def test_a_column_can_be_named(tmp_path: Path) -> None:
    text = CANVAS.replace("Linear regression (", "Woche 3 (")
    assert b"ada01,XC 101,16.75,7" in fill(written(tmp_path, text), [grades()], heading="Woche 3").content


def test_of_two_columns_that_are_called_alike_one_is_named_as_it_stands_there(tmp_path: Path) -> None:
    text = CANVAS.replace("Linear", "1. Linear").replace("Gradient descent (", "1_linear_regression (")
    text = text.replace("16.00", "25.00")
    path = written(tmp_path, text)
    with pytest.raises(HippogradError) as error:
        fill(path, [grades()])
    assert error.value.data["columns"] == ["1. Linear regression (4711)", "1_linear_regression (4712)"]
    first, second = b"ada01,XC 101,16.75,7", b"ada01,XC 101,,16.75"
    for heading in ("1. Linear regression (4711)", "1. Linear regression"):
        assert first in fill(path, [grades()], heading=heading).content
    for heading in ("1_linear_regression (4712)", "1_linear_regression"):
        assert second in fill(path, [grades()], heading=heading).content
    twice = written(tmp_path, text.replace("1_linear_regression (", "1. Linear regression ("))
    with pytest.raises(HippogradError) as error:
        fill(twice, [grades()], heading="1. Linear regression")
    assert error.value.data["found"] == 2
    assert second in fill(twice, [grades()], heading="1. Linear regression (4712)").content


@pytest.mark.parametrize(("most", "share"), [(33, "76%"), (24, "104%")])
def test_another_maximum_than_ours_is_said(tmp_path: Path, most: int, share: str) -> None:
    assert fill(written(tmp_path, CANVAS), [grades()]).other_maxima == []
    (said,) = fill(written(tmp_path, CANVAS.replace("25.00", f"{most}.00")), [grades()]).other_maxima
    assert said == f"Linear regression (4711) has {most} points there, {A} 25: full marks are {share} there"
