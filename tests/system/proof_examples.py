"""The example course is built, graded and proved by the same commands, with nothing of this course at hand.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.system.test_examples import run, scaling

__all__ = ["scaling"]


def test_a_class_is_graded_and_gets_feedback(scaling: Path, tmp_path: Path) -> None:
    for student, answer in {"ada01": "x * factor", "ben02": "x + factor"}.items():
        nb = json.loads((scaling / "release" / "2030" / "1_scaling" / "1_scaling.ipynb").read_text())
        (cell,) = (cell for cell in nb["cells"] if cell["id"] == "scaled-answer")
        cell["source"] = f"def scaled(x):\n    return {answer}"
        (tmp_path / "class").mkdir(exist_ok=True)
        (tmp_path / "class" / f"{student}.ipynb").write_text(json.dumps(nb))
    options = ["-a", "1_scaling", "--cohort", "2030", "--records", tmp_path / "records", "-j", "1"]
    run(scaling, "grade", tmp_path / "class", *options, "--tier", "unconfined")
    rows = [json.loads(line) for line in (tmp_path / "records" / "1_scaling.jsonl").read_text().splitlines()]
    points = {row["student"]: [task["points"] for task in row["tasks"] if task["name"] == "scaled"] for row in rows}
    assert points == {"ada01": [2.5], "ben02": [0]}
    assert "2 pages" in run(scaling, "feedback", *options, "--unmarked")
