"""The Gradescope zip, unpacked and run as Gradescope does, and by `otter run`.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Class
from tests.system.integrations.test_gradescope import SCRIPTS, WRONG, autograder, command, results_of, run, zip_file

__all__ = ["autograder", "zip_file"]


def test_a_run_that_is_killed_has_left_results(autograder: Path, classroom: Class) -> None:
    (autograder / "submission" / "work.ipynb").write_text(classroom.text(**WRONG))
    process = subprocess.Popen(**command(autograder), start_new_session=True)
    entry = wait_for_python(autograder)
    os.kill(entry, 9)
    process.wait(60)
    output = results_of(autograder)
    assert output["output"].startswith("Not graded. The autograder failed.")
    assert "it ran out of memory or time" in output["tests"][0]["output"]


def wait_for_python(root: Path) -> int:
    """The process that grades, once it runs."""
    wanted = b"\0-m\0hippograd.integrations.gradescope\0" + bytes(root)
    for _ in range(600):
        for process in Path("/proc").glob("[0-9]*"):
            try:
                words = (process / "cmdline").read_bytes()
            except OSError:
                continue
            if wanted in words and words.startswith(b"python\0"):
                return int(process.name)
        time.sleep(0.05)
    raise AssertionError("the entry did not start")


DENY = """
import os, sys
import seccompy
from seccompy import Action, ArgCmp, CmpOp
rules = seccompy.Filter(default=Action.ALLOW)
for call in ("landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self"):
    rules.errno(call, 38)
if sys.argv[1] == "both":
    rules.errno("seccomp", 38)
    rules.errno("prctl", 1, args=[ArgCmp(0, CmpOp.EQ, 22)])
rules.load()
os.execv(sys.argv[2], sys.argv[2:])
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, which Gradescope's entry is: only root gives files away")
def test_a_container_that_denies_landlock_names_the_tier_and_still_keeps_the_graders_from_students(
    autograder: Path, classroom: Class
) -> None:
    source = autograder / "source"
    files = [path.relative_to(source) for path in source.rglob("*") if path.is_file()]
    own = [str(path) for path in files if path.parts[:2] not in (("src", "gradekit"), ("autograder", "decoding"))]
    assert {"hippograd.json", "autograder/cohort_numbers.py", "autograder/course.py"} <= {*own}
    thief = (
        f"import os, pathlib\nimport decoding.waking\nfound = []\nfor name in {' '.join(own)!r}.split():\n"
        f"    file = pathlib.Path({str(source)!r}, name)\n"
        "    try:\n        os.chmod(file, 0o777)\n        file.read_bytes()\n        found.append(name)\n"
        "    except OSError:\n        pass\n"
        "raise ValueError(f'{len(found)} are open: {found[:3]}')"
    )
    (autograder / "submission" / "work.ipynb").write_text(classroom.text(count_linear_parameters=thief))
    output = run(autograder, sys.executable, "-c", DENY, "landlock")
    assert "sandbox tier: container" in output["output"]
    assert output["score"] == classroom.result().max_points - 1
    stolen = next(test["output"] for test in output["tests"] if "count_linear_parameters" in test["tags"])
    assert "your cell raised ValueError: 0 are open: []\n" in stolen


def test_a_container_without_a_sandbox_runs_nothing_and_withholds_the_mark(autograder: Path, classroom: Class) -> None:
    (autograder / "submission" / "work.ipynb").write_text(classroom.text())
    output = run(autograder, sys.executable, "-c", DENY, "both")
    assert output["output"].startswith("Not graded.")
    assert "sandbox tier is unconfined, which is weaker than container" in output["tests"][0]["output"]


class Touch:
    """Unpickling it makes a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, (f"touch '{self.path}'",)


def test_otter_run_gives_the_same_marks_and_runs_nothing_of_the_students(
    zip_file: Path, tmp_path: Path, classroom: Class
) -> None:
    escaped = tmp_path / "escaped"
    wrong = WRONG | {"count_linear_parameters": f"import pathlib\npathlib.Path({str(escaped)!r}).touch()"}
    text = classroom.text(**wrong)
    with zipfile.ZipFile(tmp_path / "work.zip", "w") as archive:
        archive.writestr("work.ipynb", text)
        archive.writestr(".OTTER_LOG", pickle.dumps(Touch(escaped)))
        archive.writestr("numpy.py", f"import pathlib\npathlib.Path({str(escaped)!r}).touch()")
    done = subprocess.run(
        [f"{SCRIPTS}/otter", "run", "-a", str(zip_file), "work.zip"],
        cwd=tmp_path,
        env={"PATH": f"{SCRIPTS}:/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    tests = json.loads((tmp_path / "results.json").read_text())["tests"]
    expected = classroom.grade(text).result
    assert {test["name"]: test["score"] for test in tests if "score" in test} == {
        task.name: pytest.approx(task.points) for task in expected.tasks
    }
    assert "it is twice what it should be" in next(test["output"] for test in tests if test["name"] == "w_star")
    assert not escaped.exists()
