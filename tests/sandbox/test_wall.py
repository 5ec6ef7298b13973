"""What student code can and cannot do behind the wall, tried for real."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest

from autograder.sandbox.client import CellRun, ForkServer, StudentGone, StudentProcess
from autograder.sandbox.confine import readable_paths
from decoding.checks import CheckFailed, StudentRaised, keep, type_name, value_of

ROOT = Path(__file__).parents[2]


def run(process: StudentProcess, source: str, seconds: float = 5) -> CellRun:
    return process.run_cell(source, "answer", seconds)


def text_of(cell: CellRun) -> str:
    return "".join(output.get("text", "") or output["data"].get("text/plain", "") for output in cell.outputs)


@pytest.fixture
def process(server: ForkServer):
    with server.spawn() as running:
        yield running


def test_a_cell_shows_what_it_prints_and_its_last_value(process: StudentProcess) -> None:
    cell = run(process, "print('hello')\n6 * 7")
    assert [output["output_type"] for output in cell.outputs] == ["stream", "execute_result"]
    assert text_of(cell) == "hello\n42"
    assert cell.error is None


def test_names_live_on_from_cell_to_cell(process: StudentProcess) -> None:
    run(process, "import numpy as np\nW = np.eye(2)")
    run(process, "W = 3 * W")
    np.testing.assert_array_equal(process.student.W, 3 * np.eye(2))


def test_an_error_in_a_cell_is_reported_with_its_type(process: StudentProcess) -> None:
    cell = run(process, "1 / 0")
    assert cell.error is not None
    assert cell.error["ename"] == "ZeroDivisionError"


@pytest.mark.parametrize(
    "path",
    [
        ROOT / "autograder" / "graders" / "1_linear_regression" / "test_w_star.py",
        ROOT / "assignments" / "1_linear_regression" / "1_linear_regression.ipynb",
        ROOT / "assignments" / "calibration.toml",
        ROOT / "solutions" / "2026" / "1_linear_regression" / "1_linear_regression.ipynb",
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
    assert cell.error["ename"] == "PermissionError" or not path.exists()


def test_no_grader_is_among_the_readable_paths() -> None:
    graders = ROOT / "autograder" / "graders"
    for path in readable_paths([]):
        assert path not in (graders, *graders.parents)
        assert graders not in path.parents


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.socket()",
        "import socket; socket.socketpair()",
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


def test_threads_work_and_torch_uses_one(process: StudentProcess) -> None:
    source = "import threading, torch\nt = threading.Thread(target=print, args=['from a thread'])\nt.start(); t.join()"
    assert text_of(run(process, source + "\ntorch.get_num_threads()")) == "from a thread\n1"


def test_system_commands_are_not_run(process: StudentProcess) -> None:
    assert "does not run system commands" in text_of(run(process, "!ls /"))


def test_an_endless_loop_ends_at_its_deadline(server: ForkServer) -> None:
    with server.spawn() as process:
        started = time.monotonic()
        with pytest.raises(StudentGone) as gone:
            run(process, "while True:\n    try:\n        while True: pass\n    except BaseException: pass", 0.5)
        assert gone.value.cause == "timeout"
        assert time.monotonic() - started < 3


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


def test_output_is_cut(process: StudentProcess) -> None:
    assert len(text_of(run(process, "print('x' * 50_000_000)"))) < 2_100_000


def test_nothing_is_left_for_the_next_student(server: ForkServer) -> None:
    with server.spawn() as first:
        run(
            first,
            "import os, numpy as np, builtins, decoding\nopen('note.txt', 'w').write('answers')\nos.mkdir('deep')",
        )
        run(first, "np.mean = lambda *a: 1\nbuiltins.hint = 7\ndecoding.loss = None\nsecret = 3")
        assert text_of(run(first, "sorted(os.listdir('.'))")) == "['deep', 'note.txt']"
    with server.spawn() as second:
        assert text_of(run(second, "import os; os.listdir('.')")) == "[]"
        assert text_of(run(second, "import numpy as np; float(np.mean([1, 3]))")) == "2.0"
        assert (
            text_of(run(second, "import decoding; 'hint' in dir(__builtins__), 'secret' in globals()"))
            == "(False, False)"
        )
        with pytest.raises(CheckFailed, match="secret is not defined"):
            _ = second.student.secret


def test_objects_stay_behind_and_data_come_out(process: StudentProcess) -> None:
    run(
        process,
        "import numpy as np, torch\nclass Model:\n    def fit(self, X):\n        X += 1\n        self.W = X @ X.T",
    )
    run(process, "def tensor(): return torch.ones(2, requires_grad=True)")
    X = np.arange(6.0).reshape(2, 3)
    model = process.student.Model()
    kept = process.student.keep(X)
    model.fit(kept)
    np.testing.assert_array_equal(X, np.arange(6.0).reshape(2, 3))
    np.testing.assert_array_equal(value_of(kept), X + 1)
    np.testing.assert_array_equal(model.W, (X + 1) @ (X + 1).T)
    tensor = keep(process.student.tensor)()
    assert type_name(tensor) == "torch.Tensor"
    assert tensor.requires_grad is True
    np.testing.assert_array_equal(value_of(tensor), np.ones(2))


@pytest.mark.parametrize(
    "liar",
    [
        "class Liar:\n    def __eq__(self, other): return True\n    def __array__(self, *a, **k): return 1 / 0",
        "from numpy import *\nclass Liar(ndarray):\n    shape = 2, 2\n    def __new__(cls): return ones(3).view(cls)",
        "class Liar(float):\n    def __eq__(self, other): return True\n    def __float__(self): return 3.0",
    ],
    ids=["equal to everything", "lying shape", "float subclass"],
)
def test_objects_that_lie_arrive_as_plain_data_or_as_a_handle(process: StudentProcess, liar: str) -> None:
    run(process, liar + "\nanswer = Liar()")
    answer = process.student.answer
    assert type(answer) in (np.ndarray, float) or type_name(answer).endswith("Liar")
    assert type(answer) is not np.ndarray or answer.shape == (3,)


def test_an_exception_in_student_code_carries_its_line(process: StudentProcess) -> None:
    run(process, "def f(x):\n    y = x\n    return y['a']")
    with pytest.raises(StudentRaised) as raised:
        process.student.f([1])
    assert raised.value.type_name == "TypeError"
    assert "line 3" in raised.value.detail
    assert "autograder" not in raised.value.detail


def test_the_text_of_an_exception_stays_out_of_the_message(process: StudentProcess) -> None:
    run(process, "def f(x): raise type('E' + str(x[0]), (Exception,), {})(x)")
    with pytest.raises(StudentRaised) as raised:
        process.student.f([4711])
    assert "4711" not in raised.value.message
    assert "4711" in raised.value.detail
