"""Every attack of the corpus: it earns, leaks and leaves nothing, and the next submission gets its marks."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from hippograd.grading.grader import Grader
from hippograd.grading.plan import Plan
from hippograd.grading.result import Graded
from hippograd.proofs.filling import filled_notebook, notebook_text
from hippograd.sandbox.confine import probe
from hippograd.sandbox.servers import ForkServer
from tests.conftest import ROOT, Class

ONE = "count_linear_parameters"
ATTACKS = sorted((ROOT / "tests" / "attacks").glob("*.py"))
TIER = probe()[0]
TRACES = ("/tmp/boom", "/tmp/answers.txt", "/dev/shm/answers.txt", "/dev/shm/answers", "/var/tmp/answers.txt")

NEEDS_CONFINEMENT = {
    "01_read_files",
    "01_read_shared_folders",
    "01_links",
    "02_other_processes",
    "03_other_calling_conventions",
    "03_ptrace",
    "03_signals",
    "09_disk_behind_threads",
    "09_fork_bomb",
    "09_memory_of_many",
    "09_threads_on_one_stack",
    "10_daemon",
    "11_network",
    "11_unix_and_names",
    "12_keyrings",
    "12_locks",
    "12_page_cache",
    "12_state_for_the_next",
}
"""What only Landlock and seccomp stop. Without them these would harm the machine, and are left out."""

SUCCEEDS = {"confined": {"01_links"}, "container": {"01_links", "01_read_files", "01_read_shared_folders"}}
"""What is known to get through, by tier: without a root of its own student code sees names, and with nothing but
seccomp it reads every file that the user can read."""


@pytest.fixture(scope="module")
def grader(linear_plan: Plan, server: ForkServer) -> Grader:
    return Grader(replace(linear_plan, cell_seconds=2, submission_seconds=8), server)


@pytest.mark.parametrize(
    "attack",
    [path for path in ATTACKS if TIER != "unconfined" or path.stem not in NEEDS_CONFINEMENT],
    ids=lambda path: path.stem,
)
def test_an_attack_earns_nothing_and_harms_nobody(
    grader: Grader, server: ForkServer, classroom: Class, attack: Path
) -> None:
    notebook = filled_notebook(classroom.cells, {})
    cell = {"id": "attack", "cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    notebook["cells"].insert(3, cell | {"source": attack.read_text()})
    attacked = grader.grade(json.dumps(notebook).encode(), student="umber01", file="umber01.ipynb")
    assert attacked.result.status == "graded"
    assert bool(gains_of(attacked)) == (attack.stem in SUCCEEDS.get(TIER, set())), gains_of(attacked)
    assert not any(os.path.exists(trace) for trace in TRACES)

    one_task = Grader(replace(grader.plan, only=(ONE,)), server)
    answered = notebook_text(filled_notebook(classroom.cells, {ONE: classroom.reference[ONE]}))
    following = one_task.grade(answered.encode(), student="amber01", file="amber01.ipynb").result
    assert 0 < following.points == following.max_points
    with server.spawn() as process:
        assert process.run_cell("import os; print(os.listdir('.'))", "x", 5).outputs[0]["text"] == "['data']\n"


def test_a_process_that_takes_its_time_is_no_attack(server: ForkServer) -> None:
    with server.spawn() as process:
        ran = process.run_cell("import time\ntime.sleep(1)\nprint('done')", "x", 10)
    assert ran.outputs[0]["text"] == "done\n"


def test_a_file_that_many_threads_have_open_is_one_file(server: ForkServer) -> None:
    source = """
import os, tempfile, threading, time
files = [tempfile.TemporaryFile() for _ in range(20)]
files[0].write(bytes(60_000_000))
copies = [os.dup(files[0].fileno()) for _ in range(60)]
threads = [threading.Thread(target=time.sleep, args=(1,)) for _ in range(30)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(threads))
"""
    with server.spawn() as process:
        ran = process.run_cell(source, "x", 10)
    assert ran.error is None
    assert ran.outputs[0]["text"] == "30\n"


def test_temporary_files_can_be_made_whichever_libraries_are_ready(server: ForkServer) -> None:
    with server.spawn(["import torch"]) as process:
        ran = process.run_cell(
            "import tempfile\nwith tempfile.TemporaryFile() as file:\n    print(file.write(b'x'))", "x", 5
        )
    assert ran.error is None
    assert ran.outputs[0]["text"] == "1\n"


@pytest.mark.parametrize(
    "source",
    [
        "import sys\nfor k in range(7500):\n    print(k)\n    print(k, file=sys.stderr)",
        "for k in range(12_000):\n    display({'text/plain': ''}, raw=True)",
    ],
    ids=["to two streams in turn", "pictures"],
)
def test_of_very_many_outputs_the_first_are_kept(server: ForkServer, source: str) -> None:
    with server.spawn() as process:
        ran = process.run_cell(source, "x", 10)
        assert ran.error is None
        assert ran.outputs[-1]["text"].strip() == "… output cut here: there is too much of it."
        assert process.run_cell("print(1)", "y", 10).outputs[0]["text"] == "1\n"


def gains_of(attacked: Graded) -> list[str]:
    """What the attack got: points, what it says itself, hidden inputs in what the student will read."""
    found = [f"{task.points:g} points for {task.name}" for task in attacked.result.tasks if task.points]
    assert attacked.notebook is not None
    shown = [json.dumps(cell.get("outputs")) for cell in attacked.notebook["cells"]]
    found += [text for text in shown if "got through" in text]
    hidden = [check for task in attacked.result.tasks for check in task.checks if not check.public]
    said = [re.sub("`[^`]*`", "", check.message) for check in hidden]  # in these stand lines of the attack's own text
    return found + [message for message in said if "HIDDEN" in message or "31337" in message]
