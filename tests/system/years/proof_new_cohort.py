"""A new cohort is made from an old one: its numbers, its data, its release, its bounds.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

import json
import signal
import subprocess
import time
import tomllib
from pathlib import Path

import pytest

from hippograd.course import Course
from hippograd.course.root import COHORTS
from hippograd.years.new import to_look_at
from tests.system.years.test_new_cohort import make, root

__all__ = ["root"]


def test_from_numbers_to_a_verified_release(root: Path) -> None:
    before = (root / COHORTS).read_text("utf-8")
    said = make(root)
    course = Course(root)
    made, old = course.cohort("2033"), course.cohort("2031")
    assert made.numbers["scaling"]["factor"] not in (2.5, 4.0)
    assert made.numbers["scaling"]["names"] == old.numbers["scaling"]["names"]
    assert made.bounds["shifted"] > 0
    assert (root / "release" / "2033" / "1_scaling" / "1_scaling.ipynb").is_file()
    assert any("the solution gets" in line for line in said)

    text = (root / COHORTS).read_text("utf-8")
    assert before in text, "what stood in the file stays as it was"
    assert f"factor = {made.numbers['scaling']['factor']} # times" in text
    assert course.default_cohort == "2031", "the current cohort is left alone"

    deadline = made.late.deadlines["1_scaling"]
    assert deadline.weekday() == old.late.deadlines["1_scaling"].weekday()
    assert deadline.year == 2033
    looked_at = "\n".join(to_look_at(course, made, "2031"))
    assert "1_scaling Thu 03 Nov 2033" in looked_at
    assert "still 2031" in looked_at

    made_again = make(root)
    assert made_again[0] == "2033 has all that it needs; it is verified."
    assert any("the solution gets" in line for line in made_again)
    assert (root / COHORTS).read_text("utf-8") == text


def test_begun_again_it_goes_on_from_where_it_stopped(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("hippograd.years.new.build", stop)
        with pytest.raises(KeyboardInterrupt):
            make(root)
    numbers = tomllib.loads((root / COHORTS).read_text("utf-8"))["2033"]
    assert not (root / "release" / "2033").exists()
    said = make(root)
    assert said[0] == "2033 has its numbers; what is missing is done."
    assert tomllib.loads((root / COHORTS).read_text("utf-8"))["2033"] == numbers


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM], ids=lambda sent: sent.name)
def test_stopped_while_a_solution_runs_it_says_so_in_one_line(root: Path, sent: signal.Signals) -> None:
    notebook = root / "assignments" / "1_scaling" / "1_scaling.ipynb"
    marker = root / "reached"
    text = json.loads(notebook.read_text("utf-8"))
    (cell,) = (cell for cell in text["cells"] if cell["id"] == "imports")
    cell["source"] = [
        *cell["source"],
        f"\nimport pathlib, time\npathlib.Path({str(marker)!r}).touch()\ntime.sleep(600)",
    ]
    notebook.write_text(json.dumps(text), "utf-8")
    command = ["hippograd", "--root", str(root), "cohort", "new", "2033", "--from", "2031"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        while not marker.exists():
            assert running.poll() is None
            time.sleep(0.1)
        running.send_signal(sent)
        assert running.stderr is not None
        said = running.stderr.read()
    assert "Traceback" not in said
    assert "error Stopped." in said
    assert "Run `hippograd cohort new 2033 --from 2031` again to go on" in said
    assert running.returncode == 2
    assert not list(root.rglob(".building-*"))
