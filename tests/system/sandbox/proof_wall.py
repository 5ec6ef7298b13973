"""What student code can and cannot do behind the wall, tried for real.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from gradekit.proxy import results_of
from hippograd.course import Cohort, Course, Offering
from hippograd.grading.plan import Plan
from hippograd.sandbox.clock import running_time
from hippograd.sandbox.deadline import Deadline, ended_at
from hippograd.sandbox.process import ServerGone, StudentGone, StudentProcess
from hippograd.sandbox.servers import ForkServer
from tests.system.sandbox.test_wall import isolated, process, run, text_of, without_namespaces

__all__ = ["process", "without_namespaces"]


def test_an_answer_is_taken_whole_where_the_time_is_up_meanwhile(process: StudentProcess) -> None:
    run(process, "import time\ndef slow(): time.sleep(0.5); return 6")
    student, answers = process.student(), []

    def look() -> None:
        answers.append(student.slow())
        while True:
            pass

    with pytest.raises(TimeoutError):
        ended_at(running_time() + 0.1, TimeoutError, look)
    assert answers == [6]
    assert student.slow() == 6


def test_a_cell_is_not_charged_for_what_runs_beside_it(process: StudentProcess) -> None:
    loop = "    while True:\n        time.sleep(0.1)\n        await asyncio.sleep(0)\n"
    beside = f"import asyncio, time\nasync def beside():\n{loop}"
    started = time.monotonic()
    assert run(process, f"{beside}task = asyncio.create_task(beside())").error is None
    assert run(process, "task.cancel()").error is None
    assert time.monotonic() - started < 4


def test_what_waits_for_a_core_is_not_waited_for_beyond_the_end_of_all() -> None:
    """Threads and processes that keep each other waiting gain time for one request, but not for the submission."""
    core = min(os.sched_getaffinity(0))
    loop = f"import os\nos.sched_setaffinity(0, [{core}])\nwhile True:\n    pass"
    hogs = [subprocess.Popen([sys.executable, "-c", loop]) for _ in range(3)]
    never, other = os.pipe()
    poll = select.poll()
    poll.register(never, select.POLLIN)
    try:
        time.sleep(0.5)
        before = running_time()
        assert not Deadline(hogs[0].pid, 60, before + 1).await_event(poll)
        assert 1 <= running_time() - before < 1.6
        before = running_time()
        assert not Deadline(hogs[0].pid, 1, before + 60).await_event(poll)
        assert running_time() - before > 1.6
    finally:
        for hog in hogs:
            hog.kill()
            hog.wait()
        os.close(never)
        os.close(other)


def test_the_compiler_of_pytorch_is_imported_where_it_is_used(linear_course: Course, cohort: Cohort) -> None:
    """Optimisers, which only say that they are not to be compiled, do without it."""
    offering = Offering(linear_course, linear_course.assignment("4_pytorch"), cohort)
    step = (
        "import sys, torch\nw = torch.ones(1, requires_grad=True)\n"
        "optimiser = torch.optim.Adam([w], lr=0.5)\nw.sum().backward()\noptimiser.step()"
    )
    use = (
        "compiled = torch.compile(lambda x: 2 * x, backend='eager')\n"
        "found = round(float(compiled(w)), 5), torch._dynamo.__name__"
    )
    show = "'torch._dynamo.utils' in sys.modules"
    with Plan(offering, []).fork_server("unconfined") as server, server.spawn([step]) as process:
        assert text_of(run(process, f"{step}\nround(float(w), 5), {show}")) == "(0.5, False)"
        assert text_of(run(process, f"{use}\nfound, {show}", 30)) == "((1.0, 'torch._dynamo'), True)"


@pytest.mark.parametrize(
    "decorator",
    [
        "torch.compiler.disable",
        "torch.compiler.disable()",
        "torch.compiler.disable(recursive=False)",
        "torch._dynamo.disable",
        "torch._dynamo.disable()",
        "torch._dynamo.disable(recursive=False)",
    ],
)
def test_what_is_not_to_be_compiled_stays_as_it_is(linear_course: Course, cohort: Cohort, decorator: str) -> None:
    offering = Offering(linear_course, linear_course.assignment("4_pytorch"), cohort)
    source = f"import inspect, torch\n@{decorator}\ndef f(x):\n    return 2 * x\nf(torch.ones(1)).item()"
    asked = "torch._dynamo.__spec__.name, inspect.getsourcefile(torch._dynamo) == torch._dynamo.__file__"
    with Plan(offering, []).fork_server("unconfined") as server, server.spawn([source]) as process:
        assert text_of(run(process, source, 30)) == "2.0"
        assert text_of(run(process, asked)) == "('torch._dynamo', True)"
        assert run(process, "torch.set_num_interop_threads(1)").error is None


def test_several_results_that_are_asked_for_at_once_have_more_time_than_one(process: StudentProcess) -> None:
    run(process, "import time\ndef slow(x):\n    time.sleep(0.06)\n    return x")
    assert list(results_of(process.student(seconds=1.0).slow, range(25))) == list(range(25))


@pytest.fixture
def one_busy_core(process: StudentProcess):
    """A core that the process shares with three others, which always run."""
    core = min(os.sched_getaffinity(0))
    os.sched_setaffinity(process.pid, {core})
    others = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(3)]
    for other in others:
        os.sched_setaffinity(other.pid, {core})
    yield
    for other in others:
        other.kill()
        other.wait()


@pytest.mark.usefixtures("one_busy_core")
def test_a_busy_machine_takes_no_time_from_a_process(process: StudentProcess) -> None:
    work = "import time\nwhile time.process_time() < started + 1.5: pass\n'done'"
    run(process, "import time\nstarted = time.process_time()")
    began = time.monotonic()
    assert text_of(run(process, work, seconds=2)) == "'done'"
    assert time.monotonic() - began > 2, "the machine was busy"


@pytest.mark.usefixtures("one_busy_core")
def test_a_process_that_sleeps_on_a_busy_machine_ends_at_its_deadline(process: StudentProcess) -> None:
    began = time.monotonic()
    with pytest.raises(StudentGone, match="time"):
        run(process, "import time\ntime.sleep(20)", seconds=1)
    assert time.monotonic() - began < 4


@pytest.mark.parametrize(
    "flood",
    [
        "for i in range(5): open(f'file{i}', 'wb').write(b'x' * 60_000_000)",
        "import os\nheld = []\nfor i in range(5):\n    held.append(open('f', 'wb', 0))\n    os.unlink('f')\n"
        "    held[-1].write(b'x' * 60_000_000)",
        "for i in range(2_001): open(f'file{i}', 'w').close()",
        "import os\nfor i in range(2_001): os.mkdir('f'); os.chdir('f')",
        "import os\nos.mkdir('0')\ninside = os.open('0', os.O_DIRECTORY)\n"
        "for i in range(2_001): os.close(os.open(f'f{i}', os.O_CREAT, dir_fd=inside))\n"
        "for i in range(10**9): os.rename(str(i), str(i + 1))",
        "import os, threading\nos.mkdir('0')\ninside = os.open('0', os.O_DIRECTORY)\n"
        "def come_and_go():\n    while True: t = threading.Thread(target=int); t.start(); t.join()\n"
        "threading.Thread(target=come_and_go, daemon=True).start()\n"
        "for i in range(2_001): os.close(os.open(f'f{i}', os.O_CREAT, dir_fd=inside))\n"
        "for i in range(10**9): os.rename(str(i), str(i + 1))",
    ],
    ids=["bytes", "bytes of deleted files", "files", "folders", "in a folder that moves", "and threads that end"],
)
def test_a_process_that_fills_the_disk_is_ended(without_namespaces: ForkServer, flood: str) -> None:
    with without_namespaces.spawn() as process, pytest.raises(StudentGone) as gone:
        run(process, flood + "\nwhile True: pass", 10)
    assert gone.value.cause == "out_of_memory"
    assert "files" in gone.value.detail


def living(pid: int) -> list[int]:
    """A process and all below it that have not ended."""
    with contextlib.suppress(psutil.NoSuchProcess):
        found = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
        return [process.pid for process in found if process.status() != psutil.STATUS_ZOMBIE]
    return []


@isolated
@pytest.mark.parametrize("number", [0, 1], ids=["the one outside", "the first one inside"])
def test_whichever_process_of_a_server_is_killed_none_stays(linear_plan: Plan, number: int) -> None:
    server = linear_plan.fork_server()
    with server, server.spawn() as student:
        run(student, "import threading, time\nthreading.Thread(target=time.sleep, args=(60,)).start()")
        assert server._process is not None
        started = living(server._process.pid)
        assert len(started) == 3
        assert started[-1] == student.pid
        os.kill(started[number], signal.SIGKILL)
        until = time.monotonic() + 20
        while any(map(living, started)) and time.monotonic() < until:
            time.sleep(0.01)
        assert not any(map(living, started))
        with pytest.raises(ServerGone):
            server.end(student.pid)
    with server.again(), server.spawn() as student:
        assert text_of(run(student, "1 + 1")) == "2"


@isolated
def test_a_server_whose_worker_is_killed_ends_with_all_that_it_has_started(tmp_path: Path) -> None:
    code = f"""
import os, signal
from pathlib import Path
from hippograd.sandbox.servers import ForkServer
server = ForkServer(Path({str(tmp_path)!r})).__enter__()
student = server.spawn()
print(server._process.pid, student.pid, flush=True)
student.run_cell("import os, time\\nwhile True: time.sleep(60)", "x", 100)
"""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        outer, student = map(int, worker.stdout.readline().split())
        assert student in living(outer)
        worker.kill()
    until = time.monotonic() + 20
    while (living(outer) or living(student)) and time.monotonic() < until:
        time.sleep(0.01)
    assert not living(outer)
    assert not living(student)


RENAMED_AND_MOVING = """
import ctypes, os, threading
libc = ctypes.CDLL(None)
def move(number):
    libc.prctl(15, b"\\xff\\xfe\\xff", 0, 0, 0)
    while True:
        os.mkdir(f"{number}a")
        os.rename(f"{number}a", f"{number}b")
        os.rmdir(f"{number}b")
for number in range(8):
    threading.Thread(target=move, args=[number], daemon=True).start()
import time
time.sleep(4)
"""


def test_a_process_whose_threads_have_names_that_are_no_text_does_not_end_the_server(server: ForkServer) -> None:
    with server.spawn() as process:
        run(process, RENAMED_AND_MOVING, 8)
    with server.spawn() as next_one:
        assert text_of(run(next_one, "1 + 1")) == "2"
