"""A notebook that is opened without its folder, and the files that containers are made from."""

from __future__ import annotations

import functools
import json
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from hippograd.building.opened_alone import notebook_opened_alone
from hippograd.building.zips import zip_release
from hippograd.course import Course, Offering

ZIP = "1_scaling-2030.zip"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None: ...


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder and the address where it is served."""
    folder = tmp_path / "served"
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{server.server_port}/{ZIP}"
    server.shutdown()


def of_2030(course: Course) -> Offering:
    return Offering.of(course, "1_scaling", course.cohort("2030"))


def first_cell(course: Course, packed: Path, address: str) -> str:
    text = notebook_opened_alone(of_2030(course), packed, address)
    cell = json.loads(text)["cells"][0]
    assert cell["cell_type"] == "code"
    return "".join(cell["source"])


def run(source: str, folder: Path, *options: str) -> str:
    """Run a cell with Python alone, in a folder; what it says at its end."""
    folder.mkdir()
    more = "\nimport gradekit.packages, os; print(os.getcwd(), gradekit.__file__)"
    done = subprocess.run(
        [sys.executable, *options, "-c", source + more], cwd=folder, capture_output=True, text=True, check=False
    )
    return (done.stdout + done.stderr).strip().splitlines()[-1]


def test_where_the_kit_is_missing_the_cell_fetches_the_folder_and_goes_into_it(
    built_once: Course, served: tuple[Path, str], tmp_path: Path
) -> None:
    folder, address = served
    packed = zip_release(of_2030(built_once), folder / ZIP)
    said = run(first_cell(built_once, packed, address), tmp_path / "content", "-S", "-I")
    inside = tmp_path / "content" / "1_scaling"
    assert said == f"{inside} {inside / 'gradekit' / '__init__.py'}"
    assert (inside / "data" / "cohort.json").is_file()


def test_a_folder_with_another_digest_is_refused_and_not_unpacked(
    built_once: Course, served: tuple[Path, str], tmp_path: Path
) -> None:
    folder, address = served
    packed = zip_release(of_2030(built_once), folder / ZIP)
    source = first_cell(built_once, packed, address)
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("1_scaling/gradekit/__init__.py", "raise SystemExit")
    said = run(source, tmp_path / "content", "-S", "-I")
    assert said == "RuntimeError: The files there are not those of this notebook: open it from the course's page again."
    assert list((tmp_path / "content").iterdir()) == []


def test_without_network_the_cell_says_so_and_where_the_kit_is_there_it_does_nothing(
    built_once: Course, tmp_path: Path
) -> None:
    packed = zip_release(of_2030(built_once), tmp_path / ZIP)
    source = first_cell(built_once, packed, f"http://127.0.0.1:9/{ZIP}")
    said = run(source, tmp_path / "content", "-S", "-I")
    assert said.startswith(f"RuntimeError: http://127.0.0.1:9/{ZIP} cannot be fetched: ")
    assert str(tmp_path / "elsewhere") in run(source, tmp_path / "elsewhere")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_zip_holds_what_a_dev_container_and_binder_need(built_once: Course, tmp_path: Path) -> None:
    packed = zip_release(of_2030(built_once), tmp_path / ZIP)
    with zipfile.ZipFile(packed) as archive:
        container = json.loads(archive.read("1_scaling/.devcontainer/devcontainer.json"))
        assert archive.read("1_scaling/runtime.txt") == b"python-3.12\n"
        assert "1_scaling/requirements.txt" in archive.namelist()
    assert container["postCreateCommand"] == "pip install -r requirements.txt"
    assert container["customizations"]["codespaces"]["openFiles"] == ["1_scaling.ipynb"]
