"""The table of everything, its kinds of files, and the zips of pages."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from hippograd.course.total import Total, total_of
from hippograd.errors import HippogradError
from hippograd.intake import Origin, read_roster
from hippograd.records.export.class_table import Table, class_table
from hippograd.records.export.grades import Grades
from hippograd.records.export.spreadsheet import harmless, write_table
from hippograd.records.export.zips import zip_pages
from hippograd.records.people import Known, read_people
from hippograd.store.marks import CellMark, Marks
from tests.refusals import refused


def grades(name: str, **scores: float | None) -> Grades:
    """An assignment of 10 points in two cells; None is a written answer that nobody has marked."""
    marks = {
        who: Marks(who, None, 0.0, who.title(), "=1+1", cells={
            "code": CellMark(6, min(score or 0, 6), None, 0), "text": CellMark(4, None, score and max(score - 6, 0), 0)
        })
        for who, score in scores.items()
    }  # fmt: skip
    return Grades(name, name, {"code": "1.1 Code", "text": "1.2 Text"}, marks, frozenset({"dora"}))


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))


def test_a_row_for_each_student_and_a_column_for_each_task(tmp_path: Path) -> None:
    roster = tmp_path / "class.csv"
    roster.write_text("id,first name,last name,email\nada,Ada,L,a@x\nben,Ben,T,b@x\ncyd,Cyd,Q,c@x\ndora,Dora,M,d@x\n")
    one, two = grades("1_one", ada=9.5, ben=None), grades("2_two", ada=5.0, cyd=8.0)
    people = read_people(f"sqlite:///{tmp_path / 'none.db'}", read_roster(roster))
    write_table(class_table([one, two], Total(), people), tmp_path / "marks.csv")
    ada, ben, cyd, dora = rows(tmp_path / "marks.csv")
    assert (ada["1_one: 1.1 Code"], ada["1_one: 1.2 Text"], ada["1_one: score of 10"]) == ("6", "3.5", "9.5")
    assert (ada["total"], ada["total of"], ada["2_two: status"]) == ("14.5", "20", "graded")
    assert (ben["1_one: 1.1 Code"], ben["1_one: 1.2 Text"], ben["1_one: score of 10"], ben["total"]) == (
        "0",
        "",
        "",
        "",
    )
    assert ben["1_one: status"] == "written answers missing: 0 of the 6 points marked so far"
    assert (cyd["1_one: status"], cyd["1_one: score of 10"], cyd["total"]) == ("not handed in", "", "8")
    assert (dora["1_one: status"], dora["1_one: score of 10"], dora["total"]) == ("not gradable", "", "")
    assert (dora["first name"], dora["email"]) == ("Dora", "d@x")


def test_who_is_known_has_a_name_and_a_row_without_a_mark() -> None:
    people = {who: Known(who, who.title(), "L", f"{who}@example.org") for who in ("dora", "zephyr")}
    table = class_table([grades("1_one", ada=9.0)], Total(), people)
    by_id = {row[0]: dict(zip(table.headings, row, strict=True)) for row in table.rows}
    assert list(by_id) == ["ada", "dora", "zephyr"]
    assert (by_id["dora"]["first name"], by_id["dora"]["1_one: status"]) == ("Dora", "not gradable")
    assert (by_id["zephyr"]["email"], by_id["zephyr"]["1_one: status"]) == ("zephyr@example.org", "not handed in")


def test_a_row_has_as_many_values_as_there_are_headings() -> None:
    with pytest.raises(ValueError, match="not every row has the 2 values"):
        Table(["id", "points"], [["ada", 1.0], ["ben", "Thu", 2.0]])


def test_what_a_spreadsheet_would_take_for_a_formula_is_text(tmp_path: Path) -> None:
    table = class_table([grades("1_one", **{"@sum": 9.0})], Total())
    write_table(table, tmp_path / "marks.csv")
    row, _ = rows(tmp_path / "marks.csv")
    assert (row["id"], row["last name"]) == ("'@sum", "'=1+1")
    write_table(table, tmp_path / "marks.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "marks.xlsx").active
    values = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert (values["last name"].value, values["last name"].data_type) == ("'=1+1", "s")
    assert values["1_one: score of 10"].value == 9


@pytest.mark.parametrize("text", ["=1+1", "＝1+1", " =1+1", "\t1", "a;=1+1", "a\t=1+1", 'a;"=1+1', "a\r\n-1+1"])
def test_no_cell_begins_as_a_formula_whatever_separates_cells(text: str) -> None:
    for cell in re.split(r"[;\t\r\n]", harmless(text)):
        assert cell.startswith("'") or not re.match(r'\s*"?[=+@\-＝＋－＠]', cell)
    assert harmless(text) != text
    assert harmless("Ada\x1b[31m\x0bL") == "Ada\N{REPLACEMENT CHARACTER}[31m\N{REPLACEMENT CHARACTER}L"
    assert harmless("Ada; Bob, -1 by mistake") == "Ada; Bob, -1 by mistake"


def test_an_override_says_what_it_was(tmp_path: Path) -> None:
    marks = Marks("ada", None, 0.5, cells={"code": CellMark(6, 2.0, 4.5, 0.0)})
    table = class_table([Grades("1_one", "One", {"code": "1.1 Code"}, {"ada": marks})], Total())
    row = dict(zip(table.headings, table.rows[0], strict=True))
    assert (row["1_one: 1.1 Code"], row["1_one: points"], row["1_one: late penalty"]) == (4.5, 4.5, 0.5)
    assert (row["1_one: score of 6"], row["1_one: changed by hand"]) == (4.0, "1.1 Code: 4.5 instead of 2")


def test_a_mark_by_hand_that_the_grader_gives_too_is_named() -> None:
    marks = Marks("ada", None, 0.0, cells={"code": CellMark(6, 2.0, 2.0, 0.0), "words": CellMark(2, None, 2.0, 0.0)})
    table = class_table([Grades("1_one", "One", {"code": "1.1 Code"}, {"ada": marks})], Total())
    row = dict(zip(table.headings, table.rows[0], strict=True))
    assert row["1_one: changed by hand"] == "1.1 Code: 2 by hand, the same as the automatic mark"


def test_extra_credit_is_said_to_be_extra() -> None:
    marks = Marks("ada", None, 0.0, cells={"code": CellMark(6, 2.0, None, 1.0)})
    table = class_table([Grades("1_one", "One", {"code": "1.1 Code"}, {"ada": marks})], Total())
    row = dict(zip(table.headings, table.rows[0], strict=True))
    assert row["1_one: changed by hand"] == "1.1 Code: 3 (+1 extra) instead of 2"


def test_extra_credit_on_a_written_answer_is_on_top_of_its_mark() -> None:
    marks = Marks("ada", None, 0.0, cells={"words": CellMark(2, None, 2.0, 0.5)})
    table = class_table([Grades("1_one", "One", {"words": "1.2 Words"}, {"ada": marks})], Total())
    row = dict(zip(table.headings, table.rows[0], strict=True))
    assert row["1_one: changed by hand"] == "1.2 Words: 2.5 (+0.5 extra) instead of 2"


def test_sections_are_a_column_where_there_are_some() -> None:
    one = grades("1_one", ada=10.0, ben=5.0)
    table = class_table([one], Total(), sections={"ben": "Thu"})
    place = table.headings.index("section")
    assert [row[place] for row in table.rows] == ["", "Thu", ""]
    assert "section" not in class_table([one], Total()).headings


def test_weights_and_the_best_ones() -> None:
    three = [grades("1_one", ada=10.0), grades("2_two", ada=5.0), grades("3_three", ada=0.0)]
    total = total_of("2027", {"total": {"best": 2, "weights": {"1_one": 1, "2_two": 3, "3_three": 6}}})
    table = class_table(three, total)
    assert table.headings[-1] == "total in %"
    assert table.rows[0][-1] == pytest.approx(100 * (1 * 1 + 3 * 0.5) / 4)


@pytest.mark.parametrize(
    "table", [{"best": 0}, {"best": True}, {"weights": {"a": -1}}, {"weights": 3}, {"worst": 1}, 5]
)
def test_a_total_that_cannot_be_is_named(table: object) -> None:
    with pytest.raises(HippogradError, match=r"cohorts.toml: \[2027\] total"):
        total_of("2027", {"total": table})


@pytest.mark.parametrize("lock", [".~lock.marks.csv#", "~$marks.csv"])
def test_a_file_that_is_open_elsewhere_is_left_alone(tmp_path: Path, lock: str) -> None:
    (tmp_path / "marks.csv").write_text("before")
    (tmp_path / lock).touch()
    with pytest.raises(HippogradError, match="open in another program"):
        write_table(class_table([grades("1_one", ada=1.0)], Total()), tmp_path / "marks.csv")
    assert (tmp_path / "marks.csv").read_text() == "before"


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    with refused("file-not-written", cause="File name too long"):
        write_table(class_table([grades("1_one", ada=1.0)], Total()), tmp_path / f"{'m' * 251}.csv")


def test_an_unknown_kind_of_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(HippogradError, match="of no known kind"):
        write_table(class_table([grades("1_one", ada=1.0)], Total()), tmp_path / "marks.ods")


PAGES = {"ada01": b"<p>Ada", "ben02": b"<p>Ben", "cyd03": b"<p>Cyd"}


around = pytest.mark.parametrize("above", ["", "submissions/", "a/b/"])
"""Folders around everything in a download."""


@around
def test_pages_go_back_to_moodle_under_its_numbers(above: str) -> None:
    origins = {
        "ada01": Origin("Moodle", "500003", f"{above}Ada Lovelace_500003_assignsubmission_file_/work.ipynb"),
        "ben02": Origin("Moodle", "500004", f"{above}Ben Turing_500004_assignsubmission_file_work.ipynb"),
    }
    found = zip_pages(PAGES, origins, "1_one", "moodle")
    packed = zipfile.ZipFile(io.BytesIO(found.content))
    assert packed.namelist() == [
        "Ada Lovelace_500003_assignfeedback_file_/1_one.html",
        "Ben Turing_500004_assignfeedback_file_/1_one.html",
    ]
    assert packed.read(packed.namelist()[1]) == b"<p>Ben"
    assert found.left_out == ["cyd03"]


@around
def test_pages_go_back_to_canvas_under_the_names_of_its_download(above: str) -> None:
    group = Origin("Canvas", "12", f"{above}redgroup_12_67891_work.ipynb")
    origins = {
        "ada01": Origin("Canvas", "11", f"{above}lovelaceada_LATE_11_67890_work-1.ipynb"),
        "ben02": group,
        "cyd03": group,
    }
    found = zip_pages(PAGES, origins, "1_one", "canvas")
    names = zipfile.ZipFile(io.BytesIO(found.content)).namelist()
    assert names == ["lovelaceada_LATE_11_67890_work-1.html", "redgroup_12_67891_work.html"]
    assert found.shared == ["cyd03"]


def test_pages_in_folders() -> None:
    found = zip_pages(PAGES, {}, "1_one", "folders")
    assert zipfile.ZipFile(io.BytesIO(found.content)).namelist()[0] == "ada01/1_one.html"
    assert found.count == 3
