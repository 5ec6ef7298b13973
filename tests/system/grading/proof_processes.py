"""Worker processes: what happens to the work when one dies at a bad moment, cannot start, or raises.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from hippograd.grading.processes import Processes
from hippograd.sandbox.confine import LINUX
from tests.system.grading.test_processes import nothing


def wait_for_ever(number: int) -> str:
    while number:
        time.sleep(1)
    return "done"


def test_closing_ends_what_does_not_end_by_itself() -> None:
    processes = Processes(wait_for_ever, 1, nothing)
    next(processes.run([0, 1]))
    process = processes._processes[0].process
    assert process.poll() is None
    processes.close()
    assert process.poll() is not None


def test_work_that_takes_too_long_is_given_back_and_the_rest_is_done() -> None:
    with Processes(wait_for_ever, 1, nothing, seconds=1) as processes:
        done = dict(processes.run([0, 1, 2]))
    assert done == {0: "done", 1: None, 2: None}


WHAT_CAN_BE_OPENED = """
import os, stat, threading
from contextlib import suppress
from pathlib import Path
import psutil
from hippograd.grading import processes

processes.probe = lambda: ("container", "")
is_open = "__import__('ctypes').CDLL(None).prctl(3)"
pipes, done = set(), threading.Event()

def look():
    while not done.is_set():
        for child in psutil.Process().children():
            with suppress(OSError, psutil.Error):
                if child.cmdline() in ([], psutil.Process().cmdline()):
                    continue  # still this program, which nobody can look into
                for path in Path(f"/proc/{child.pid}/fd").iterdir():
                    pipes.update([os.readlink(path)] if stat.S_ISFIFO(path.stat().st_mode) else [])

watch = threading.Thread(target=look)
watch.start()
try:
    with processes.Processes(eval, 2, os.getpid) as running:
        print([open for _, open in running.run([is_open])], eval(is_open))
finally:
    done.set()
watch.join()
print("pipes:", *pipes)
"""


@pytest.mark.skipif(not LINUX, reason="there is no /proc")
def test_nothing_that_is_sent_or_seen_can_be_opened_by_others() -> None:
    """Without Landlock, who may open a pipe takes what it is sent, from the first moment of a process on."""
    done = subprocess.run([sys.executable, "-c", WHAT_CAN_BE_OPENED], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[0] 0", "pipes:"]
