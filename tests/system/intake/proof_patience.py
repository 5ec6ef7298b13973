"""Texts that a pattern could read for hours are read at once, and what is large takes little memory."""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import re
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from gradekit.saved import shows_something
from hippograd.course.released import ReleasedCell
from hippograd.errors import HippogradError
from hippograd.intake import find_submissions, read_notebook
from hippograd.intake.finding.archives import files_in_zip
from hippograd.intake.matching.match import given_anew, match_cells
from hippograd.intake.matching.notebooks import LARGEST_PARSED, MOST_CELLS, SubmittedCell
from hippograd.marking.groups import form_of, plain_words
from tests.conftest import Class

PATIENCE = 30
"""Much longer than any of these takes, and much shorter than what they took, s."""


def names_of_files(folder: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        for end in ("x", "-" + "1" * 5_000):
            archive.writestr(f"{' ' * 60_000}{end}.ipynb", "{}")
    (folder / "ada.zip").write_bytes(inner.getvalue())
    (found,) = find_submissions([folder], "1_linear_regression")
    with pytest.raises(HippogradError, match="2 notebooks were handed in"):
        found.read()


def many_marks_on_a_sign(folder: Path) -> None:
    marks = "\N{COMBINING ACUTE ACCENT}" * 1_000_000 + "\N{COMBINING DOT BELOW}" * 1_000_000
    with zipfile.ZipFile(folder / "ada.zip", "w") as archive:
        archive.writestr("work.ipynb", "{}")
        for number in range(40):
            archive.writestr(f"{number}a{marks[984_000:1_016_000]}.txt", "")
    (found,) = find_submissions([folder], "1_linear_regression")
    assert found.read() == b"{}"
    assert form_of(f"a{marks}")
    assert plain_words(f"a{marks}") == "a"


def a_path_through_many_folders(folder: Path) -> None:
    with zipfile.ZipFile(folder / "ada.zip", "w") as archive:
        archive.writestr("work.ipynb", "{}")
        for number in range(20):
            archive.writestr(f"{number}/" + "a/" * 32_000 + "x.txt", "")
    tracemalloc.start()
    assert len(files_in_zip(folder / "ada.zip")) == 21
    assert tracemalloc.get_traced_memory()[1] < 50e6
    (found,) = find_submissions([folder], "1_linear_regression")
    assert found.read() == b"{}"


def comments_without_end() -> None:
    assert shows_something("<!--" * 250_000)
    assert not shows_something("<!-- so -->" * 100_000)


def an_answer_of_line_ends() -> None:
    assert form_of("It rises." + "\n" * 200_000 + "x")[:2] == ("It", "rises")


def marks_of_a_scheme_without_end(cells: list[ReleasedCell]) -> None:
    question = next(cell for cell in cells if cell.kind == "question")
    texts = [question.source + "=== BEGIN MARK SCHEME ===\n" * 400_000, "=== END MARK SCHEME ===\n" * 400_000]
    submitted = [SubmittedCell("markdown", text, question.id) for text in texts]
    with pytest.raises(HippogradError, match="none of the tasks"):
        match_cells(submitted, cells, "amber01.ipynb")


def cells_that_are_slow_to_parse(cells: list[ReleasedCell]) -> None:
    answered = [
        SubmittedCell(cell.cell_type, "pass" if cell.kind == "answer" else cell.source, cell.id) for cell in cells
    ]
    own = [SubmittedCell("code", f"#{number}\n{'a, ' * 6_640}!", f"own-{number}") for number in range(1_500)]
    matched, _ = match_cells([*answered, *own], cells, "amber01.ipynb")
    assert len(matched) > 1_500
    assert given_anew(matched) == {}


def in_time(function: Callable[..., None], *arguments: object) -> None:
    """Run it in a process of its own, which can be ended."""
    process = multiprocessing.get_context("fork").Process(target=function, args=arguments)
    process.start()
    process.join(PATIENCE)
    process.kill()
    process.join()
    assert process.exitcode == 0


def test_names_of_files_take_time_in_proportion(tmp_path: Path) -> None:
    in_time(names_of_files, tmp_path)


def test_signs_with_many_marks_take_time_in_proportion(tmp_path: Path) -> None:
    in_time(many_marks_on_a_sign, tmp_path)


def test_a_path_through_many_folders_takes_memory_in_proportion(tmp_path: Path) -> None:
    in_time(a_path_through_many_folders, tmp_path)


def test_comments_without_end_take_time_in_proportion() -> None:
    in_time(comments_without_end)


def test_an_answer_of_line_ends_takes_time_in_proportion() -> None:
    in_time(an_answer_of_line_ends)


def test_a_cell_of_blank_lines_takes_time_in_proportion(classroom: Class) -> None:
    notebook = json.loads(classroom.text())
    notebook["cells"] = [{**cell, "id": "", "metadata": {}} for cell in notebook["cells"]]
    notebook["cells"].append({"cell_type": "code", "source": "x" + "\n" * 150_000 + "y", "metadata": {}, "outputs": []})
    cells = read_notebook(json.dumps(notebook).encode(), "x.ipynb")

    def match() -> None:
        match_cells(cells, classroom.cells, "x.ipynb")

    in_time(match)


def test_marks_of_a_scheme_take_time_in_proportion(classroom: Class) -> None:
    in_time(marks_of_a_scheme_without_end, classroom.cells)


def test_a_notebook_of_too_many_cells_is_refused() -> None:
    cells = [{"cell_type": "code", "source": "", "metadata": {}, "outputs": []}] * (MOST_CELLS + 1)
    with pytest.raises(HippogradError, match=r"x\.ipynb has more cells than the"):
        read_notebook(json.dumps({"cells": cells, "nbformat": 4}).encode(), "x.ipynb")


def test_nested_metadata_take_little_more_memory_than_the_file() -> None:
    nested = "[" * 50 + "[]," * 1_000_000 + "[]" + "]" * 50
    cell = {"cell_type": "code", "source": "x = 1", "metadata": {"id": "mine"}}
    data = json.dumps({"cells": [cell], "nbformat": 4}).replace('"mine"', f'"mine", "more": {nested}').encode()
    tracemalloc.start()
    (read,) = read_notebook(data, "amber01.ipynb")
    assert (read.text, read.own_id) == ("x = 1", "")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 3 * len(data)


def test_a_damaged_zip_of_any_kind_is_said(tmp_path: Path) -> None:
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        path = tmp_path / f"{method}.zip"
        with zipfile.ZipFile(path, "w", method) as archive:
            archive.writestr("amber01.ipynb", "amber" * 1000)
            start = archive.infolist()[0].header_offset + 30 + len("amber01.ipynb")
        data = bytearray(path.read_bytes())
        data[start : start + 12] = b"\xff" * 12
        path.write_bytes(data)
        (found,) = find_submissions([path], "1_linear_regression")
        with pytest.raises(HippogradError, match="cannot be unpacked"):
            found.read()


def test_a_file_on_which_reading_itself_fails_is_said_with_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    (tmp_path / "amber01.ipynb").write_text("{}")
    (found,) = find_submissions([tmp_path], "1_linear_regression")
    monkeypatch.setattr("hippograd.intake.finding.submissions.read_file", fail)
    with pytest.raises(HippogradError, match=r"The grader itself failed: ZeroDivisionError in proof_patience.py"):
        found.read()


def test_a_name_in_another_encoding_can_be_written_down(tmp_path: Path) -> None:
    path = Path(os.fsdecode(bytes(tmp_path) + b"/b\xfcrger.ipynb"))
    path.write_text("{}")
    (found,) = find_submissions([tmp_path], "1_linear_regression")
    assert found.label.encode().endswith(b"b?rger.ipynb")
    assert re.fullmatch(rb"b_rger-[0-9a-f]{12}", found.student.encode())
    assert found.read() == b"{}"


@pytest.mark.parametrize(
    "odd",
    [
        *('"id": null', '"id": 7', '"metadata": []', '"metadata": null', '"outputs": 3'),
        *('"attachments": null', '"source": null', '"execution_count": "x"'),
    ],
)
def test_a_field_of_another_type_costs_at_most_that_field(odd: str) -> None:
    text = '{"cells": [{"cell_type": "code", "source": "x = 1", %s}, {"cell_type": "raw"}], "nbformat": "4"}'
    cells = read_notebook((text % odd).encode(), "amber01.ipynb")
    assert [cell.text for cell in cells] == ["" if "source" in odd else "x = 1", ""]
    assert (cells[0].own_id, cells[0].grade_id, cells[0].kept_outputs) == ("", "", [])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"cells": [], "nbformat": 4, "more": [NaN, "%s"]}', id="not quite JSON"),
    ],
)
def test_what_must_be_parsed_as_a_whole_may_be_so_large_and_no_larger(text: str) -> None:
    assert read_notebook((text % "x").encode(), "amber01.ipynb") == []
    with pytest.raises(HippogradError, match=r"amber01.ipynb is not quite .* 32 MB too large") as error:
        read_notebook((text % ("x" * LARGEST_PARSED)).encode(), "amber01.ipynb")
    assert "clear all outputs" in error.value.remedy


def test_many_cells_that_are_slow_to_parse_are_not_all_parsed(classroom: Class) -> None:
    in_time(cells_that_are_slow_to_parse, classroom.cells)
