"""What student code can and cannot do behind the wall, tried for real."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import psutil
import pytest
import torch

from gradekit import checks
from gradekit.failures import CheckFailed, StudentRaised
from gradekit.proxy import Notes, keep, results_of, told, type_name, value_of
from hippograd.grading.plan import Plan
from hippograd.kit import CourseKit
from hippograd.sandbox.confine import ISOLATED, Confinement, probe, readable_paths
from hippograd.sandbox.process import CellRun, StudentGone, StudentProcess
from hippograd.sandbox.scratch import _kept, empty, overfull, remove
from hippograd.sandbox.server import _Child, _excess, warm_up_libraries
from hippograd.sandbox.servers import ForkServer, imported
from tests.refusals import refused
from tests.system.sandbox.conditions import USER

ROOT = Path(__file__).parents[3]
TIER = probe()[0]
HIDDEN = ROOT / "autograder" / "graders"


def run(process: StudentProcess, source: str, seconds: float = 5) -> CellRun:
    return process.run_cell(source, "answer", seconds)


def text_of(cell: CellRun) -> str:
    return "".join(output.get("text", "") or output["data"].get("text/plain", "") for output in cell.outputs)


@pytest.fixture
def process(server: ForkServer):
    with server.spawn() as running:
        yield running


isolated = pytest.mark.skipif(TIER != ISOLATED, reason="needs the namespaces of a user, which this machine denies")


@pytest.fixture(scope="module")
def without_namespaces(linear_plan: Plan) -> Iterator[ForkServer]:
    """As on a machine that denies them."""
    with linear_plan.fork_server("unconfined") as running:
        if running.tier == ISOLATED:
            running._settings = msgspec.structs.replace(running._settings, tier="confined")
            running.restart()
        yield running


@pytest.fixture
def with_torch(server: ForkServer):
    with server.spawn(["import torch"]) as running:
        yield running


def test_a_cell_shows_what_it_prints_and_its_last_value(process: StudentProcess) -> None:
    cell = run(process, "print('hello')\n6 * 7")
    assert [output["output_type"] for output in cell.outputs] == ["stream", "execute_result"]
    assert text_of(cell) == "hello\n42"
    assert cell.error is None


@pytest.mark.parametrize("half", [r"'\ud83d'", r"__import__('os').fsdecode(b'\xff')"])
def test_half_a_sign_is_shown_as_a_question_mark(process: StudentProcess, half: str) -> None:
    printed = run(process, f"x = 1; print('half: ' + {half})")
    assert (text_of(printed), printed.error) == ("half: ?\n", None)
    raised = run(process, f"raise ValueError({half})").error
    assert raised is not None
    assert raised["evalue"] == "?"
    shown = run(
        process, f"class A:\n    def _repr_html_(self): return {half}\n    def __repr__(self): return {half}\nA()"
    )
    assert shown.error is None
    assert [output["data"] for output in shown.outputs] == [{"text/plain": "?", "text/html": "?"}]


def test_names_live_on_from_cell_to_cell(process: StudentProcess) -> None:
    run(process, "import numpy as np\nW = np.eye(2)")
    run(process, "W = 3 * W")
    np.testing.assert_array_equal(process.student().W, 3 * np.eye(2))


def test_an_order_whose_report_nobody_took_ends_the_server_and_all_that_it_has_started(
    server: ForkServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    process = server.spawn()
    run(process, "open('answers', 'w').write('W = 3')")
    with monkeypatch.context() as patched:
        patched.setattr(server, "_report", interrupted)
        with pytest.raises(KeyboardInterrupt):
            process.close()
    with server.spawn() as another:
        assert text_of(run(another, "import os\nos.listdir()")) == "['data']"
        assert another.pid != process.pid
        status = Path(f"/proc/{process.pid}/status")
        assert not status.exists() or "State:\tZ" in status.read_text()


ANNOUNCES_MUCH_AND_ENDS = "import os, struct\nos.write(201, struct.pack('<I', 250 << 20))\nos._exit(0)"


def test_of_a_process_that_is_gone_nothing_is_kept(server: ForkServer) -> None:
    def megabytes() -> int:
        return int(Path("/proc/self/statm").read_text().split()[5]) * os.sysconf("SC_PAGE_SIZE") >> 20

    gone = []
    before = megabytes()
    gc.disable()
    try:
        for _ in range(3):
            with server.spawn() as process:
                with pytest.raises(StudentGone):
                    run(process, ANNOUNCES_MUCH_AND_ENDS)
                gone.append(process.gone)
        assert megabytes() < before + 200
    finally:
        gc.enable()


def test_a_first_thread_that_ends_alone_is_no_end_of_its_process(process: StudentProcess) -> None:
    cell = "import ctypes, threading, time, os\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start()\n"
    with pytest.raises(StudentGone) as raised:
        run(process, cell + "os.close(201)\nctypes.CDLL(None).syscall(60, 0)")
    assert raised.value.cause == "tampered"


RAISES_AT_THREE = """
class Model:
    def __setattr__(self, name, value):
        if value == 3:
            raise OverflowError
        object.__setattr__(self, name, value)

    def seen(self):
        return self.W

model = Model()
"""


def test_what_is_told_is_done_in_order_and_its_error_comes_with_the_next_answer(process: StudentProcess) -> None:
    run(process, RAISES_AT_THREE)
    student = process.student()
    student.begin(1)
    model = student.model
    model.W = 1
    model.W = 2
    assert model.seen() == 2
    model.W = 3
    model.W = 4  # not done any more
    with pytest.raises(StudentRaised, match="OverflowError"):
        model.seen()
    assert model.seen() == 2
    model.W = 3
    with pytest.raises(StudentRaised, match="OverflowError"):
        student.settle()
    student.settle()
    model.W = 3
    student.begin(2)  # another check, which is not to be blamed for it
    assert student.model.seen() == 2


def test_what_is_asked_for_at_once_comes_in_order_and_an_error_in_its_place(process: StudentProcess) -> None:
    run(process, "def inverse(x):\n    return 1 / x\n\n\ndef grow(x):\n    x += 1\n    return [x, None]")
    student = process.student()
    student.begin(1)
    array, notes = student.keep(np.zeros(2)), Notes()
    notes.call(student.inverse, 2)
    notes.values(array)
    notes.call(student.grow, array)
    notes.values(array)
    notes.call(student.inverse, 0)
    notes.call(student.inverse, 4)
    asked = process._number
    found = iter(notes)
    assert next(found) == 0.5
    assert next(found)[0].tolist() == [0, 0]
    grown, nothing = next(found)
    assert (grown.tolist(), nothing, next(found)[0].tolist()) == ([1, 1], None, [1, 1])
    with pytest.raises(StudentRaised, match="ZeroDivisionError"):
        next(found)
    assert process._number == asked + 2
    assert list(results_of(student.inverse, [1, 2, 8])) == [1, 0.5, 0.125]
    assert process._number == asked + 3


@pytest.mark.parametrize("answer", ["[]", "[1.0]", "[1.0] * 3", "{'a': 1.0}", "None"])
def test_as_many_answers_come_as_were_asked_for(process: StudentProcess, answer: str) -> None:
    source = f"gradekit.proxy.StudentSide.op_noted = lambda self, numbers: {answer}"
    run(process, f"import gradekit.proxy\n{source}\n\n\ndef half(x):\n    return x / 2")

    @checks.check(points=1)
    def test_halves(student: Any) -> None:
        """They are halves."""
        found = results_of(student.half, [2.0, 2.0])
        assert next(found) == next(found) == 1

    outcome = checks.run_check(test_halves.check, process.student(), {}, cohort="2027", task="t")  # type: ignore[attr-defined]
    assert (outcome.passed, outcome.diagnosis) in {(False, "not_completed"), (False, "wrong_type")}


def test_what_is_made_without_waiting_says_with_the_next_answer_what_went_wrong(process: StudentProcess) -> None:
    run(process, "class Model:\n    def __init__(self, x):\n        self.x = 1 / x")
    student = process.student()
    student.begin(1)
    assert told(student.Model)(2).x == 0.5
    with pytest.raises(StudentRaised, match="ZeroDivisionError"):
        told(student.Model)(0).x  # noqa: B018
    told(student.Model)(0)
    with pytest.raises(StudentRaised, match="ZeroDivisionError"):
        student.settle()


def test_a_name_that_is_gone_is_named_although_nobody_waited_for_it(process: StudentProcess) -> None:
    run(process, "def half(x):\n    return x / 2\n\n\ndef other(x):\n    return x")
    student = process.student()
    assert student.half(4) == 2
    run(process, "del half")
    with pytest.raises(CheckFailed, match="half is not defined"):
        student.half(4)
    assert student.other(4) == 4


def test_what_one_check_found_to_be_a_function_the_next_one_calls_without_looking(process: StudentProcess) -> None:
    run(process, "def half(x):\n    return x / 2")
    assert process.student().half(4) == 2
    asked = process._number
    assert process.student().half(6) == 3
    assert process._number == asked + 1
    run(process, "half = 0.5")
    with pytest.raises(StudentRaised, match="TypeError"):
        process.student().half(4)


def test_a_missing_name_that_nobody_asked_for_breaks_a_rule(process: StudentProcess) -> None:
    run(
        process,
        "import gradekit.proxy\ndef found(self, target, name):\n    raise gradekit.proxy.NotDefined('seven')\n"
        "gradekit.proxy.StudentSide._found = found",
    )
    with pytest.raises(StudentGone) as gone:
        process.student().half(4)
    assert gone.value.cause == "tampered"


def test_an_error_in_a_cell_is_reported_with_its_type(process: StudentProcess) -> None:
    cell = run(process, "1 / 0")
    assert cell.error is not None
    assert cell.error["ename"] == "ZeroDivisionError"


def test_a_cell_too_deep_to_be_compiled_raises_and_breaks_no_rule(process: StudentProcess) -> None:
    error = run(process, "+".join(["1"] * 40_000)).error
    assert error is not None
    assert error["ename"] in ("RecursionError", "MemoryError")
    assert run(process, "x = 1; x").error is None


@pytest.mark.parametrize(
    "path",
    [
        ROOT / "autograder" / "graders" / "1_linear_regression" / "test_w_star.py",
        ROOT / "assignments" / "1_linear_regression" / "1_linear_regression.ipynb",
        ROOT / "assignments" / "calibration.toml",
        ROOT / "solutions" / "2027" / "1_linear_regression" / "1_linear_regression.ipynb",
        ROOT / "README.md",
        Path("/etc/passwd"),
        Path("/proc/self/environ"),
        Path("/proc/1/cmdline"),
        Path.home() / ".bashrc",
    ],
    ids=lambda path: path.name,
)
def test_no_file_of_ours_can_be_opened(process: StudentProcess, path: Path) -> None:
    cell = run(process, f"open({str(path)!r}).read()")
    assert cell.error is not None
    assert cell.error["ename"] in ("PermissionError", "FileNotFoundError")
    assert cell.error["ename"] == "PermissionError" or TIER == ISOLATED or not path.exists()


def test_no_grader_is_among_the_readable_paths() -> None:
    graders = ROOT / "autograder" / "graders"
    for path in readable_paths([]):
        assert path not in (graders, *graders.parents)
        assert graders not in path.parents


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.socket()",
        "import socket; socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)[0].sendto(b'x', '/dev/log')",
        "import socket; socket.send_fds(socket.socketpair()[0], [b'x'], [0])",
        "import os; os.fork()",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.kill(os.getppid(), 9)",
        "import os; os.setuid(0); os.chroot('/')",
        "import os; os.symlink('/', 'root')",
        "open('/tmp/left-behind', 'w')",
        "import os; os.mkfifo('pipe')",
        "import ctypes, os\nif ctypes.CDLL(None).ptrace(16, os.getppid(), 0, 0) < 0: raise PermissionError",
        "import ctypes\nif ctypes.CDLL(None).unshare(0x10000000) < 0: raise PermissionError",
        "import ctypes\nif ctypes.CDLL(None).syscall(425, 1, 0) < 0: raise PermissionError",
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (-1, -1))",
    ],
    ids=lambda attempt: attempt.replace("import ", "")[:40],
)
def test_the_system_refuses(process: StudentProcess, attempt: str) -> None:
    cell = run(process, attempt)
    assert cell.error is not None
    assert cell.error["ename"] in ("PermissionError", "OSError", "ValueError")


def test_code_that_asks_finds_that_it_is_graded(process: StudentProcess) -> None:
    assert text_of(run(process, "import os\nos.environ['NBGRADER_EXECUTION']")) == "'autograde'"


def test_threads_work_and_torch_uses_one(with_torch: StudentProcess) -> None:
    source = "import threading, torch\nt = threading.Thread(target=print, args=['from a thread'])\nt.start(); t.join()"
    assert text_of(run(with_torch, source + "\ntorch.get_num_threads()")) == "from a thread\n1"


def test_system_commands_are_not_run(process: StudentProcess) -> None:
    assert "does not run system commands" in text_of(run(process, "!ls /"))
    assert text_of(run(process, "files = !ls /\nfiles")).endswith("[]")


def test_a_notebook_may_change_into_a_folder_of_its_own(process: StudentProcess) -> None:
    cell = run(process, "import os\nos.mkdir('deep')\n%cd deep\nhere = os.path.basename(os.getcwd())\n%cd ..\nhere")
    assert (cell.error, cell.outputs[-1]["data"]) == (None, {"text/plain": "'deep'"})
    assert "No such file" in text_of(run(process, "%cd /content/1_linear_regression"))


def test_what_waits_and_what_runs_beside_it_work(process: StudentProcess) -> None:
    source = "import asyncio\nawait asyncio.sleep(0)\n"
    cell = run(process, source + "await asyncio.gather(asyncio.to_thread(sum, [1, 2]), asyncio.sleep(0.01, 4))")
    assert (cell.error, text_of(cell)) == (None, "[3, 4]")
    run(process, "import threading\ndone = []")
    own = "beside = threading.Thread(target=lambda: done.append(asyncio.run(asyncio.sleep(0, 5)))); beside.start()"
    assert text_of(run(process, own + "\nbeside.join(); done")) == "[5]"


STARTED = "import asyncio\nasync def f():\n    await asyncio.gather(asyncio.sleep(0), asyncio.sleep(0))\n    return 4\n"


@pytest.mark.parametrize("start", ["asyncio.create_task(f())", "asyncio.get_event_loop().create_task(f())"])
@pytest.mark.parametrize("end", ["await task", "task.result()"])
def test_every_cell_runs_in_one_running_loop(process: StudentProcess, start: str, end: str) -> None:
    assert run(process, f"{STARTED}task = {start}\nloop = asyncio.get_running_loop()").error is None
    assert text_of(run(process, "await asyncio.sleep(0); asyncio.get_running_loop() is loop")) == "True"
    cell = run(process, end)
    assert (cell.error, text_of(cell)) == (None, "4")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (
            "from multiprocessing.pool import ThreadPool\nwith ThreadPool(2) as pool: found = pool.map(abs, [-1, 2])",
            "[1, 2]",
        ),
        ("import multiprocessing as mp\nwith mp.Lock(), mp.get_context('spawn').RLock(): found = 5", "5"),
        (
            "from multiprocessing import Queue, Value\nn, q = Value('i', 3), Queue()\nq.put(n.value)\nfound = q.get()",
            "3",
        ),
    ],
)
def test_what_processes_would_share_works_for_threads(process: StudentProcess, source: str, shown: str) -> None:
    cell = run(process, f"{source}\nfound")
    assert (cell.error, text_of(cell)) == (None, shown)


def test_reloading_of_modules_has_nothing_to_say(process: StudentProcess) -> None:
    cells = [run(process, source) for source in ("%load_ext autoreload\n%autoreload 2", "import os", "os.sep")]
    assert [text_of(cell) for cell in cells] == ["", "", "'/'"]


def test_every_name_of_a_module_stands_for_one(process: StudentProcess) -> None:
    assert text_of(run(process, "import sys\n[name for name, one in sys.modules.items() if one is None]")) == "[]"


def test_what_is_called_after_the_cells_runs_in_their_loop(process: StudentProcess) -> None:
    """As it does in the cell of a check."""
    run(process, f"{STARTED}def g():\n    return asyncio.run(f())\nawait f()")
    assert process.student().g() == 4
    assert text_of(run(process, "g() + asyncio.run(f())")) == "8"
    assert text_of(run(process, "asyncio.create_task(f()); asyncio.current_task() in asyncio.all_tasks()")) == "True"
    run(process, "def h():\n    asyncio.create_task(f())\n    return asyncio.get_running_loop() is loop\n")
    run(process, "loop = asyncio.get_running_loop()")
    assert process.student().h() is True


def test_a_notebook_imports_what_it_has_written(process: StudentProcess) -> None:
    run(process, "%%writefile my_own.py\nk = 2")
    assert text_of(run(process, "import my_own; my_own.k")) == "2"


def test_the_data_lie_beside_the_notebook(process: StudentProcess) -> None:
    cell = run(process, "import os; os.listdir('data')")
    assert "cohort.json" in text_of(cell)
    assert run(process, "open('data/cohort.json').read(); open('data/own.txt', 'w').write('x')").error is None
    assert run(process, "import shutil; shutil.copytree('data', 'copy')").error is None
    here = text_of(run(process, "from pathlib import Path; Path('data/cohort.json').resolve().read_text()"))
    run(process, "open('data/cohort.json', 'w').write('changed')")
    assert text_of(run(process, "open(os.path.join(os.environ['GRADEKIT_DATA'], 'cohort.json')).read()")) == here


@pytest.mark.parametrize("which", ["server", "without_namespaces"])
def test_what_was_put_into_its_folder_is_there_for_a_process_to_change(
    request: pytest.FixtureRequest, which: str
) -> None:
    server: ForkServer = request.getfixturevalue(which)
    (server.scratch / "deep").mkdir()
    (server.scratch / "deep" / "file").write_text("text")
    with server.spawn() as process:
        assert text_of(run(process, "file = open('deep/file', 'r+'); file.read()")) == "'text'"
        assert run(process, "file.write('more'); file.close(); import os; os.remove('deep/file')").error is None
    empty(server.scratch)


def test_where_there_are_no_data_there_is_no_folder_of_them(tmp_path: Path) -> None:
    server = ForkServer(tmp_path, tier="unconfined")
    try:
        with server.spawn() as process:
            assert run(process, "import os; os.mkdir('data')").error is None
    finally:
        server.close()


def test_a_file_is_made_by_touching_it(process: StudentProcess) -> None:
    assert run(process, "from pathlib import Path; Path('empty').touch(); open('empty').read()").error is None
    assert run(process, "Path('empty').touch(); Path('empty').touch(exist_ok=True)").error is None
    assert text_of(run(process, "import os; os.path.getsize('empty')")) == "0"


def test_what_was_shown_last_has_a_name(process: StudentProcess) -> None:
    assert text_of(run(process, "_, __")) == "('', '')"
    run(process, "6 * 7")
    run(process, "'text'")
    assert text_of(run(process, "_, __")) == "('text', 42)"
    run(process, "_ = 5")
    run(process, "1 + 1")
    assert text_of(run(process, "_")) == "5"


def test_what_a_cell_sets_holds_in_later_cells_and_calls(process: StudentProcess) -> None:
    source = "import asyncio, contextvars\nseen = contextvars.ContextVar('seen')\ndef look():\n    return seen.get()\n"
    assert run(process, source + "await asyncio.sleep(0); token = seen.set(3)").error is None
    assert process.student().look() == 3
    assert run(process, "token = seen.reset(token) or seen.set(5)").error is None
    assert process.student().look() == 5


@pytest.mark.parametrize("end", ["raise SystemExit", "asyncio.current_task().cancel()", "asyncio.create_task(exits())"])
def test_a_cell_that_ends_early_is_not_continued_and_ends_no_other(process: StudentProcess, end: str) -> None:
    run(process, "import asyncio\nn = 0\nasync def exits():\n    raise SystemExit")
    assert run(process, f"{end}\nawait asyncio.sleep(0.01)\nn += 1").error is not None
    cell = run(process, "await asyncio.sleep(0.05); n")
    assert (cell.error, text_of(cell).splitlines()[-1]) == (None, "0")  # after what asyncio logs of a lost task


def test_pairs_of_sockets_are_as_few_as_other_files_and_hold_little(process: StudentProcess) -> None:
    fill = "import socket\npairs, sent = [], 0\ntry:\n    while True: pairs.append(socket.socketpair())\n"
    fill += "except OSError as error: print(error.errno)\nfor one, _ in pairs:\n    one.setblocking(False)\n    try:\n"
    fill += "        while True: sent += one.send(bytes(65_536))\n    except BlockingIOError: pass\nsent < 64 * 2**20"
    assert text_of(run(process, fill, 20)) == "24\nTrue"


@pytest.mark.parametrize("line", ["%matplotlib widget", "%matplotlib qt", "import matplotlib; matplotlib.use('TkAgg')"])
def test_what_a_students_screen_draws_with_may_be_missing(process: StudentProcess, line: str) -> None:
    assert run(process, line).error is None
    assert run(process, "import matplotlib.pyplot as plt\nplt.plot([1, 2]); plt.show()").error is None


def test_an_endless_loop_ends_at_its_deadline(server: ForkServer) -> None:
    with server.spawn() as process:
        with pytest.raises(StudentGone) as gone:
            run(process, "while True:\n    try:\n        while True: pass\n    except BaseException: pass", 0.5)
        assert gone.value.cause == "timeout"


@pytest.mark.parametrize(
    ("source", "cause"),
    [
        ("import os; os._exit(0)", "crashed"),
        ("import ctypes; ctypes.string_at(0)", "crashed"),
        ("import os; os.write(201, b'\\x05\\0\\0\\0hello')", "tampered"),
        ("import os, struct; os.write(201, struct.pack('<I', 2**32 - 1))", "tampered"),
        (
            "import os\nbody = b'\\x81\\xa6number\\x63'\nos.write(201, len(body).to_bytes(4, 'little') + body)",
            "tampered",
        ),
    ],
    ids=["exit", "segfault", "garbage", "huge announcement", "another number"],
)
def test_the_cause_of_a_lost_process_is_known(server: ForkServer, source: str, cause: str) -> None:
    with server.spawn() as process, pytest.raises(StudentGone) as gone:
        run(process, source)
    assert gone.value.cause == cause


def test_memory_is_limited(process: StudentProcess) -> None:
    cell = run(process, "import numpy as np\nnp.ones((5, 1024, 1024, 128))")
    assert cell.error is not None
    assert cell.error["ename"] == "MemoryError"


@isolated
@pytest.mark.parametrize(
    ("flood", "written"),
    [
        ("for i in range(9): open(f'file{i}', 'wb').write(b'x' * 60_000_000)", "range(3, 5)"),
        (
            "f = []\n    for i in range(9): f.append(open('f', 'wb')); os.unlink('f'); f[-1].write(b'x' * 60_000_000)",
            "range(3, 5)",
        ),
        ("for i in range(9_999): open(f'file{i}', 'w').close()", "range(1_900, 2_001)"),
        ("for i in range(9_999): os.mkdir('f'); os.chdir('f')", "range(1_900, 2_001)"),
    ],
    ids=["bytes", "bytes of deleted files", "files", "folders"],
)
def test_a_folder_of_a_process_is_full_before_the_disk_is(server: ForkServer, flood: str, written: str) -> None:
    source = f"import os\ntry:\n    {flood}\nexcept OSError as error: print(error.errno)\n"
    with server.spawn() as process:
        assert text_of(run(process, f"{source}i in {written}", 20)) == "28\nTrue"
    with server.spawn() as process:
        assert run(process, "open('file', 'wb').write(b'x' * 60_000_000)").error is None


@isolated
@pytest.mark.parametrize(
    "path",
    ["/etc/passwd", "/proc", "/proc/1", "/sys", "/var", "/dev/shm", ROOT / "README.md", HIDDEN],
    ids=str,
)
def test_what_student_code_may_not_read_does_not_even_exist(process: StudentProcess, path: object) -> None:
    assert text_of(run(process, f"import os\nos.path.lexists({str(path)!r})")) == "False"


@isolated
def test_a_library_cannot_be_changed_even_by_its_owner(process: StudentProcess) -> None:
    attempts = ["os.chmod(path, 0o777)", "os.utime(path, (1, 1))"]
    for attempt in attempts:
        cell = run(process, f"import os, numpy\npath = numpy.__file__\n{attempt}")
        assert cell.error is not None
        assert "Read-only file system" in cell.error["evalue"]


@isolated
def test_of_its_own_files_a_notebook_sets_modes_and_times(process: StudentProcess) -> None:
    source = (
        "import os, shutil\nopen('a', 'w').close()\nos.chmod('a', 0o640)\nos.utime('a', (5, 7))\nshutil.copy2('a', 'b')"
    )
    assert text_of(run(process, f"{source}\noct(os.stat('b').st_mode), os.stat('b').st_mtime")) == "('0o100640', 7.0)"


@isolated
def test_reading_a_file_leaves_no_time_of_access(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")
    os.utime(tmp_path / "file", (1, 1))
    with ForkServer(tmp_path) as server, server.spawn() as process:
        assert text_of(run(process, "import os\nopen(os.environ['GRADEKIT_DATA'] + '/file').read()")) == "'text'"
        assert run(process, "open('data/file').read()").error is None
    assert (tmp_path / "file").stat().st_atime == 1


@isolated
@pytest.mark.parametrize("folder", ["deep/folder", "link/folder"])
def test_modules_are_found_by_the_links_that_lead_to_them(tmp_path: Path, folder: str) -> None:
    (tmp_path / "deep" / "folder").mkdir(parents=True)
    (tmp_path / "deep" / "folder" / "text").write_text("text")
    (tmp_path / "other").symlink_to(tmp_path / "deep")
    (tmp_path / "link").symlink_to("other")
    code = f"""
import os, sys
from pathlib import Path
from hippograd.sandbox.namespaces import OwnRoot, unshare
scratch, path = Path({str(tmp_path)!r}, "scratch"), Path({str(tmp_path)!r}, {folder!r})
scratch.mkdir()
unshare()
OwnRoot(scratch, [path]).move_in(2**20, 10)
print(os.listdir("/"), (path / "text").read_text(), os.listdir(scratch))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stderr == ""
    assert done.stdout.endswith("text []\n")


@pytest.mark.skipif(os.geteuid() != 0, reason="other users: needs root")
def test_root_grades_with_data_that_another_user_has_closed() -> None:
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "data").mkdir()
        (Path(name) / "data" / "file").write_text("text")
        os.chown(name, USER, USER)
        with ForkServer(Path(name) / "data") as server, server.spawn() as process:
            assert text_of(run(process, "open('data/file').read()")) == "'text'"


@isolated
def test_the_file_system_of_a_process_ends_with_it(server: ForkServer) -> None:
    def mounted() -> list[str]:
        return Path(f"/proc/{first}/mountinfo").read_text().splitlines()

    with server.spawn() as process:
        first = psutil.Process(process.pid).ppid()
        before = mounted()
    with server.spawn():
        assert mounted() == before
    assert str(server.scratch) not in Path("/proc/self/mountinfo").read_text()


def test_where_namespaces_are_denied_the_rest_holds(tmp_path: Path) -> None:
    """As in Docker, and where Ubuntu restricts them."""
    code = f"""
from pathlib import Path
from hippograd.sandbox.servers import ForkServer
with ForkServer(Path({str(tmp_path)!r})) as server, server.spawn() as student:
    print(server.tier, student.run_cell("open('/etc/passwd')", "x", 5).error["ename"])
"""
    conditions = [sys.executable, str(Path(__file__).parent / "conditions.py"), "docker", "same", "--"]
    done = subprocess.run([*conditions, sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "confined PermissionError\n", done.stderr


def test_a_look_that_fails_ends_the_child_and_not_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(folder: Path, pid: int) -> str:
        raise ValueError(pid)

    monkeypatch.setattr("hippograd.sandbox.server.overfull", fails)
    child = _Child(os.getpid(), os.getpid())
    assert _excess(child, tmp_path) == "it could not be watched: ValueError"


def test_the_memory_of_a_process_holds_no_answer_of_the_course(process: StudentProcess) -> None:
    source = "import sys\n[name for name, one in sys.modules.items() if 'numbers' in name and 'course' in name]"
    assert text_of(run(process, source)) == "[]"
    source = "import gc, types\n[one.__name__ for one in gc.get_objects() if isinstance(one, types.FunctionType) and "
    assert text_of(run(process, source + "one.__name__ in ('valleys', 'answers', '_momentum', 'draw')]")) == "[]"


def test_no_room_is_reserved_beyond_the_largest_file(process: StudentProcess) -> None:
    reserve = "import ctypes, os\nfile = os.open('file', os.O_CREAT | os.O_WRONLY)\nKEEP_SIZE = 1\n"
    reserve += "room = ctypes.c_long(0), ctypes.c_long(2**31)\n"
    reserve += "answers = [ctypes.CDLL(None).fallocate(file, how, *room) for how in (0, KEEP_SIZE)]"
    assert text_of(run(process, reserve + "\nanswers, os.fstat(file).st_blocks")) == "([-1, -1], 0)"


def test_files_that_are_deleted_again_do_not_add_up(process: StudentProcess) -> None:
    source = "import time\nfor i in range(8):\n    open('file', 'wb').write(b'x' * 60_000_000)\n    time.sleep(0.1)"
    assert run(process, source, 20).error is None


def test_the_permissions_and_times_of_our_files_stay_as_they_are(process: StudentProcess, tmp_path: Path) -> None:
    path = tmp_path / "gradebook.db"
    path.touch(0o600)
    before = path.stat()
    run(process, f"import os\nos.chmod({str(path)!r}, 0o777)\nos.utime({str(path)!r}, (1, 1))")
    assert (path.stat().st_mode, path.stat().st_mtime) == (before.st_mode, before.st_mtime)


def test_files_can_be_copied_in_the_folder_of_the_submission(process: StudentProcess) -> None:
    source = "import shutil\nopen('a', 'w').write('text')\nshutil.copy2('a', 'b')\nopen('b').read()"
    assert text_of(run(process, source)) == "'text'"


def test_what_is_closed_and_deep_is_deleted_all_the_same(tmp_path: Path) -> None:
    here = os.getcwd()
    os.chdir(tmp_path)
    try:
        for _ in range(1_500):
            os.mkdir("deeper")
            os.chdir("deeper")
    finally:
        os.chdir(here)
    (tmp_path / "closed" / "file").parent.mkdir()
    (tmp_path / "closed" / "file").touch()
    (tmp_path / "closed").chmod(0)
    (tmp_path / "link").symlink_to(ROOT)
    empty(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert ROOT.is_dir()


def test_what_a_link_in_the_place_of_a_scratch_folder_leads_to_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ours" / "file").parent.mkdir()
    (tmp_path / "ours" / "file").touch()
    link = tmp_path / "scratch"
    link.symlink_to("ours")
    remove(link)
    with pytest.raises(NotADirectoryError):
        empty(link)
    assert "a link stands in its place" in overfull(link, os.getpid())
    assert (tmp_path / "ours" / "file").exists()


def test_a_closed_folder_hides_nothing_and_ends_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hippograd.sandbox.scratch.MOST_FILES", 4)
    user = {"user": USER} if os.geteuid() == 0 else {}
    with (
        tempfile.TemporaryDirectory() as name,
        subprocess.Popen(  # type: ignore[call-overload]
            ["sleep", "60"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **user
        ) as process,
    ):
        closed, pid, states = Path(name) / "closed", process.pid, list[str]()

        def kept(folder: Path) -> Iterator[os.stat_result]:
            states.append(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0])
            return _kept(folder)

        monkeypatch.setattr("hippograd.sandbox.scratch._kept", kept)
        if os.geteuid() == 0:  # nothing is closed to root
            os.chown(name, USER, USER)
            os.seteuid(USER)
        try:
            (closed / "deeper").mkdir(parents=True)
            (closed / "deeper" / "file").touch()
            (closed / "deeper").chmod(0)
            closed.chmod(0o400)
            assert overfull(Path(name), pid) == ""
            (closed / "deeper" / "another").touch()
            (closed / "deeper" / "one more").touch()
            closed.chmod(0)
            assert overfull(Path(name), pid) == "it keeps more than 4 files"
            assert set(states) == {"T"}, "what moves may not see how far a look has got"
        finally:
            os.seteuid(os.getuid())
            process.kill()


def test_no_grader_is_readable_where_the_package_is_installed_below_usr() -> None:
    package = next(path for path in sorted(Path("/usr/lib").iterdir()) if path.is_dir() and not path.is_symlink())
    for forbidden in (package, Path("/usr/src/course/autograder"), Path("/usr/local/course/autograder")):
        for path in readable_paths([], [forbidden]):
            assert path != forbidden
            assert path not in forbidden.parents


def outcome_of(folder: Path, attempts: list[str], allowed: str, *, read_only: bool) -> int:
    """How a process ends that tries them without Landlock: 0 if each is refused and what is `allowed` is not."""
    (folder / "ours").write_text("ours")
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        confinement = Confinement(folder, [], tier="container", memory=2**30, file_size=2**20)
        if not read_only:
            confinement._seccomp = Confinement._build_seccomp("confined")
        confinement.enter()
        confinement.apply()
        for attempt in attempts:
            try:
                eval(attempt)
                os._exit(1)
            except PermissionError:
                continue
        os._exit(0 if eval(allowed) else 2)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_no_file_is_cut_off_where_landlock_does_not_know_of_it(tmp_path: Path) -> None:
    """As before Linux 6.2: what is left is seccomp."""
    attempts = ["os.truncate('ours', 0)"]
    attempts += [f"os.open('ours', {mode} | os.O_TRUNC)" for mode in ("os.O_RDONLY", "3")]
    assert outcome_of(tmp_path, attempts, "Path('new').write_text('1')", read_only=False) == 0
    assert (tmp_path / "ours").read_text() == "ours"


def test_without_landlock_nothing_can_be_changed_anywhere(tmp_path: Path) -> None:
    attempts = ["open('ours', 'w')", "open('ours', 'a')", "open('new', 'x')", "os.unlink('ours')", "os.mkdir('d')"]
    attempts += ["os.rename('ours', 'x')", "os.truncate('ours', 0)", "os.open('ours', os.O_RDONLY | os.O_TRUNC)"]
    assert outcome_of(tmp_path, attempts, "Path('ours').read_text() == 'ours'", read_only=True) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["ours"]
    assert (tmp_path / "ours").read_text() == "ours"


def test_without_landlock_no_pipe_of_the_graders_can_be_opened(tmp_path: Path) -> None:
    """Who reads a pipe of another process takes its messages away."""
    code = "from hippograd.sandbox.confine import keep_descriptors; keep_descriptors(); print(); input()"
    program = [sys.executable, "-c", code]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        other.stdout.readline()
        attempts = [f"os.open('/proc/{other.pid}/{name}', os.O_RDONLY)" for name in ("fd/0", "mem", "environ")]
        assert outcome_of(tmp_path, attempts, "os.listdir('/proc/self/fd')", read_only=True) == 0
        other.communicate("")


def test_output_is_cut(process: StudentProcess) -> None:
    assert len(text_of(run(process, "print('x' * 50_000_000)"))) < 2_100_000


@pytest.mark.parametrize(
    "cell",
    [
        "display({f'text/x{number}': 'a' for number in range(50_000)}, raw=True)",
        "for _ in range(4_990): display({f'text/x{number}': 'a' for number in range(8)}, raw=True)",
    ],
    ids=["of one", "of many"],
)
def test_forms_of_what_is_shown_are_cut(process: StudentProcess, cell: str) -> None:
    shown = run(process, f"from IPython.display import display\n{cell}")
    assert "output cut here" in text_of(shown)
    assert text_of(run(process, "1 + 1")) == "2"


def test_nothing_is_left_for_the_next_student(server: ForkServer) -> None:
    with server.spawn() as first:
        run(
            first,
            "import os, numpy as np, builtins, decoding\nopen('note.txt', 'w').write('answers')\nos.mkdir('deep')",
        )
        run(first, "np.mean = lambda *a: 1\nbuiltins.hint = 7\ndecoding.loss = None\nsecret = 3")
        assert text_of(run(first, "sorted(os.listdir('.'))")) == "['data', 'deep', 'note.txt']"
    with server.spawn() as second:
        assert text_of(run(second, "import os; os.listdir('.')")) == "['data']"
        assert text_of(run(second, "import numpy as np; float(np.mean([1, 3]))")) == "2.0"
        assert (
            text_of(run(second, "import decoding; 'hint' in dir(__builtins__), 'secret' in globals()"))
            == "(False, False)"
        )
        with pytest.raises(CheckFailed, match="secret is not defined"):
            _ = second.student().secret


@isolated
def test_the_folder_of_the_next_student_tells_nothing_of_this_ones(server: ForkServer) -> None:
    """A folder keeps the size that it had with many files in it, and the time at which it was last changed."""
    look = "import os\nfolder = os.stat('.')\nfolder.st_size"
    with server.spawn() as process:
        run(process, "for number in range(1_500): open(f'{number:0>200}', 'w').close()", 20)
        grown = int(text_of(run(process, look)))
    with server.spawn() as process:
        assert int(text_of(run(process, look))) < grown
        assert run(process, "open('file', 'w').close()").error is None


def test_clocks_of_other_processes_do_not_exist(process: StudentProcess) -> None:
    others = "import os, time\nclock = (~os.getppid() << 3) | 2\ntime.clock_gettime(clock)"
    failed = run(process, others)
    assert failed.error is not None
    assert failed.error["ename"] == "PermissionError"
    assert run(process, "time.process_time(), time.thread_time(), time.sleep(0.01)").error is None


def test_a_session_loaded_again_is_as_it_was_recorded(process: StudentProcess) -> None:
    run(process, "from decoding import load_session\nfirst = load_session().X\nlocked = not first.flags.writeable")
    run(process, "first.flags.writeable = True\nfirst[:] = 0\nleft = load_session().X.max()")
    assert process.student().locked  # as on a student's own machine
    assert process.student().left > 0


def test_a_library_that_no_text_mentions_can_still_be_imported(linear_plan: Plan) -> None:
    if torch.version.cuda:
        pytest.skip("PyTorch is here with CUDA, which maps more than student code may use: its CPU build is missing")
    with linear_plan.fork_server("unconfined") as server, server.spawn() as process:
        made = run(process, "import importlib\nnames = importlib.import_module('to' + 'rch').ones(2)", seconds=60)
        assert made.error is None
        np.testing.assert_array_equal(process.student().names, [1, 1])


def test_objects_stay_behind_and_data_come_out(with_torch: StudentProcess) -> None:
    run(
        with_torch,
        "import numpy as np, torch\nclass Model:\n    def fit(self, X):\n        X += 1\n        self.W = X @ X.T",
    )
    run(with_torch, "def tensor(): return torch.ones(2, requires_grad=True)")
    X = np.arange(6.0).reshape(2, 3)
    model = with_torch.student().Model()
    kept = with_torch.student().keep(X)
    model.fit(kept)
    np.testing.assert_array_equal(X, np.arange(6.0).reshape(2, 3))
    np.testing.assert_array_equal(value_of(kept), X + 1)
    np.testing.assert_array_equal(model.W, (X + 1) @ (X + 1).T)
    tensor = keep(with_torch.student().tensor)()
    assert type_name(tensor) == "torch.Tensor"
    assert tensor.requires_grad is True
    np.testing.assert_array_equal(value_of(tensor), np.ones(2))


@pytest.mark.parametrize(
    "liar",
    [
        "class Liar:\n    def __eq__(self, other): return True\n    def __array__(self, *a, **k): return 1 / 0",
        "import numpy\nclass Liar(numpy.ndarray):\n    shape = 2, 2\n    def __new__(c): return numpy.ones(3).view(c)",
        "class Liar(float):\n    def __eq__(self, other): return True\n    def __float__(self): return 3.0",
    ],
    ids=["equal to everything", "lying shape", "float subclass"],
)
def test_objects_that_lie_arrive_as_plain_data_or_as_a_handle(process: StudentProcess, liar: str) -> None:
    assert run(process, liar + "\nanswer = Liar()").error is None
    answer = process.student().answer
    assert type(answer) in (np.ndarray, float) or repr(answer) == "<student's __main__.Liar>"
    assert type_name(answer) in ("ndarray", "float", "object")
    assert type(answer) is not np.ndarray or answer.shape == (3,)


def test_an_exception_in_student_code_carries_its_line(process: StudentProcess) -> None:
    run(process, "def f(x):\n    y = x\n    return y['a']")
    with pytest.raises(StudentRaised) as raised:
        process.student().f([1])
    assert raised.value.type_name == "TypeError"
    assert "line 3" in raised.value.detail
    assert "autograder" not in raised.value.detail


def test_the_text_of_an_exception_stays_out_of_the_message(process: StudentProcess) -> None:
    run(process, "def f(x): raise type('E' + str(x[0]), (Exception,), {})(x)")
    with pytest.raises(StudentRaised) as raised:
        process.student().f([4711])
    assert "4711" not in raised.value.message
    assert "4711" in raised.value.detail


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import torch", ["torch"]),
        ("import numpy, torch.nn as nn", ["torch"]),
        ("    from torch import nn", ["torch"]),
        ("# PyTorch is torch, and torches are not imported", []),
        ("print('torch')", []),
        ("import matplotlib  # not torch", []),
        pytest.param("import " * 200_000 + "\nimport torch", ["torch"], id="a long line"),
    ],
)
def test_a_large_library_is_made_ready_where_it_is_imported_not_where_it_is_mentioned(
    source: str, found: list[str]
) -> None:
    assert imported(["torch", "ratinabox"], [source]) == found


def test_nobody_is_graded_where_the_disk_is_nearly_full(server: ForkServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hippograd.sandbox.servers.ROOM", 2**62)
    monkeypatch.setattr("hippograd.sandbox.servers.ROOM_SECONDS", 0.3)
    with refused("disk-full"):
        server.spawn()


def test_a_large_library_that_cannot_be_imported_is_tried_once() -> None:
    tried = []

    def broken() -> None:
        tried.append(1)
        raise ImportError("no such library here")

    kit = CourseKit(libraries={"missing": broken})
    with pytest.raises(ImportError):
        warm_up_libraries(kit, ["missing"])
    assert not warm_up_libraries(kit, ["missing"])
    assert tried == [1]
