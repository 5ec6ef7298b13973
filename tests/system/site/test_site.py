"""What the site is made of, without a browser."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from hippograd.building.notebooks import load_notebook
from hippograd.course import Course, Offering
from hippograd.errors import HippogradError
from hippograd.proofs.releases import leaks_in
from hippograd.records.formulas import as_mathml
from hippograd.site.build import MARKER, STATIC, _chapter, _index, _refuse, _sphinx, _write_download, build_site
from hippograd.site.chapters import YOUR_TURN, Links, _tidy, page_of, why_not_in_browser
from hippograd.site.lite import wheel_of
from tests.conftest import ROOT
from tests.refusals import refused

LINKS = Links("../run/1.html", "", "../download/1.zip")


@pytest.fixture(scope="module")
def offering() -> Offering:
    course = Course(ROOT)
    return Offering.of(course, "1_linear_regression", course.cohort("2027"))


@pytest.fixture(scope="module")
def page(offering: Offering) -> str:
    return page_of(offering, LINKS)


def test_the_page_of_a_chapter_has_buttons_figures_and_no_error(page: str) -> None:
    cells = json.loads(page)["cells"]
    outputs = [output for cell in cells if cell["cell_type"] == "code" for output in cell["outputs"]]
    assert "Run it here" in "".join(cells[0]["source"])
    assert "Open in Colab" not in "".join(cells[0]["source"])
    assert "error" not in {output["output_type"] for output in outputs}
    assert any("image/png" in output.get("data", {}) for output in outputs)
    assert sum(cell["metadata"].get("tags") == [YOUR_TURN] for cell in cells) == 8


def test_a_page_shows_no_answer_and_one_that_does_is_found(offering: Offering, page: str, tmp_path: Path) -> None:
    (tmp_path / "1.ipynb").write_text(page, "utf-8")
    assert leaks_in(tmp_path, [offering]) == []
    solution = "\n".join(cell.source for cell in load_notebook(offering.solution).cells)
    escaped = solution.replace("&", "&amp;").replace("<", "&lt;")
    (tmp_path / "a.html").write_text(f"<pre><span>{escaped}</span></pre>", "utf-8")
    (tmp_path / "secret.json").write_text(offering.course.secret, "utf-8")
    found = leaks_in(tmp_path, [offering])
    assert any(line.startswith("a.html shows what must stay hidden") for line in found)
    assert any(line.startswith("secret.json ") for line in found)


def test_a_chapter_that_needs_what_no_browser_has_says_why(offering: Offering) -> None:
    course, cohort = offering.course, offering.cohort
    assert why_not_in_browser(offering) == ""
    assert "PyTorch" in why_not_in_browser(Offering.of(course, "4_pytorch", cohort))
    assert "PyTorch" in Links("", "", "x.zip", why_not_in_browser(Offering.of(course, "4_pytorch", cohort))).as_html


@pytest.mark.parametrize("where", ["", "docs", "elsewhere"])
def test_a_site_does_not_replace_what_is_none(offering: Offering, where: str, tmp_path: Path) -> None:
    folder = tmp_path if where == "elsewhere" else ROOT / where
    (tmp_path / "thesis.tex").touch()
    (tmp_path / "index.html").touch()
    with refused("site-folder-in-use" if where else "site-is-course"):
        build_site(offering.course, offering.cohort, folder)
    assert (tmp_path / "thesis.tex").exists()


def test_a_site_replaces_a_site_that_is_no_repository(offering: Offering, tmp_path: Path) -> None:
    for folder in (tmp_path / "new", tmp_path):
        _refuse(offering.course, folder)
    (tmp_path / "index.html").touch()
    (tmp_path / MARKER).touch()
    _refuse(offering.course, tmp_path)
    (tmp_path / ".git").mkdir()
    with refused("site-is-repository") as raised:
        build_site(offering.course, offering.cohort, tmp_path)
    assert "copy the site into the repository" in raised.value.remedy
    with refused("site-folder-in-use"):
        build_site(offering.course, offering.cohort, tmp_path / "index.html")


def test_a_wheel_made_of_an_installed_package_is_whole(tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel_of("comm", tmp_path)) as wheel:
        names = wheel.namelist()
    assert "comm/__init__.py" in names
    assert any(name.endswith(".dist-info/METADATA") for name in names)
    assert not any("__pycache__" in name or name.endswith("INSTALLER") for name in names)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"address": "course.example.org"}, "address"),
        ({"repository": "https://github.com/owner/name"}, "repository"),
        ({"adress": "https://course.example.org"}, "adress"),
    ],
)
def test_a_place_of_the_site_that_cannot_be_used_is_named(offering: Offering, table: dict[str, str], said: str) -> None:
    cohort = replace(offering.cohort, numbers={**offering.cohort.numbers, "site": table})
    with pytest.raises(HippogradError, match=said):
        _ = cohort.site


def test_a_site_with_an_address_links_to_colab_and_has_the_notebook_that_fetches_its_folder(
    offering: Offering, tmp_path: Path
) -> None:
    where = {"address": "https://course.example.org/2027/", "repository": "owner/name/blob/gh-pages"}
    cohort = replace(offering.cohort, numbers={**offering.cohort.numbers, "site": where})
    chapter = _chapter(Offering.of(offering.course, offering.assignment.name, cohort))
    name = offering.assignment.name
    assert (
        chapter.links.colab == f"https://colab.research.google.com/github/owner/name/blob/gh-pages/colab/{name}.ipynb"
    )
    _write_download(chapter, tmp_path)
    cell = "".join(json.loads((tmp_path / "colab" / f"{name}.ipynb").read_text("utf-8"))["cells"][0]["source"])
    assert f"'https://course.example.org/2027/download/{name}-2027.zip'" in cell
    assert hashlib.sha256((tmp_path / "download" / f"{name}-2027.zip").read_bytes()).hexdigest() in cell


def test_links_of_the_home_page_lead_somewhere(offering: Offering, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    home = _index(offering.course, offering.cohort, [], tmp_path)
    links = re.findall(r"\]\(([\w/-]+\.md)", home)
    assert links
    assert [link for link in links if not (tmp_path / link).is_file()] == []


def test_a_page_names_no_folder_of_the_machine_that_built_it() -> None:
    cell = new_code_cell("exp(x)", outputs=[new_output("stream", name="stderr", text="/tmp/x/a.py:1: RuntimeWarning")])
    _tidy(cell)
    assert cell.outputs == []


def test_a_wider_row_of_a_formula_is_not_written_out() -> None:
    drawn = as_mathml(r"\begin{aligned} a &= b \\[1ex] c &= d \end{aligned}", True)
    assert "1" not in drawn
    assert drawn == as_mathml(r"\begin{aligned} a &= b \\ c &= d \end{aligned}", True)
    assert "x" in as_mathml(r"\begin{matrix} a \\ [x] \end{matrix}", True), "a row that begins with a bracket"


def test_formulas_in_outputs_are_drawn(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(STATIC / "css", source / "_static")
    (source / "conf.py").write_text((STATIC / "conf.py.txt").read_text("utf-8"), "utf-8")
    output = new_output("display_data", data={"text/markdown": "A loss\n$$\nL = a \\, W^2\n$$"})
    notebook = new_notebook(cells=[new_markdown_cell("# Title"), new_code_cell("show()", outputs=[output])])
    (source / "index.ipynb").write_text(nbformat.writes(notebook), "utf-8")
    _sphinx(source, tmp_path / "site")
    page = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "$$" not in page
    assert page.count("<math") == 1
