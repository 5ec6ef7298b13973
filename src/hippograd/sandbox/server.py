"""The fork server: a clean process that imports the libraries once, then forks one confined child for each submission.

It holds no grader, no expected value, no submission. It is started as `python -m hippograd.sandbox.server` with a
control socket and obeys two words: spawn and end. With a listening socket it serves several workers: for each that
connects it forks a server like itself, so that the libraries are imported once for all of them. One thread, always: a
process that forks after PyTorch has used two threads hangs.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import select
import shutil
import signal
import socket
import sys
import tempfile
import threading
from dataclasses import dataclass
from itertools import count
from multiprocessing.context import BaseContext
from multiprocessing.heap import Arena
from pathlib import Path
from typing import NoReturn

import msgspec

from gradekit.proxy import StudentSide
from hippograd.kit import COURSE_FILE, CourseKit, load_kit
from hippograd.sandbox import namespaces
from hippograd.sandbox.child import serve
from hippograd.sandbox.confine import (
    ISOLATED,
    WITHOUT_LANDLOCK,
    Confinement,
    die_with_parent,
    keep_descriptors,
    leave_signals_alone,
    readable_paths,
)
from hippograd.sandbox.notebook_shell import NotebookShell, module_folders
from hippograd.sandbox.orders import Order, Report, ServerSettings
from hippograd.sandbox.scratch import LOOK_SECONDS, LOOKS_AT_FILES, empty, overfull, remove, too_many_threads

_REQUESTS, _REPLIES = 200, 201
"""The descriptors of a child's two pipes: above every other, so that all others can be closed."""

RELEASE_DATA = "data"
"""What the folder of a release's data is called."""

_PACKAGE = str(Path(__file__).parents[1])


@dataclass
class _Child:
    """A student's process: its id here, its id outside, and why it was ended, if it was."""

    pid: int
    number: int
    reason: str = ""


def main() -> None:
    """Warm up, then serve one worker, or all that connect."""
    control = socket.socket(fileno=int(sys.argv[1]))
    settings = msgspec.json.decode(sys.argv[2], type=ServerSettings)
    leave_signals_alone()
    if settings.tier in WITHOUT_LANDLOCK:
        keep_descriptors()
    shell = warm_up(settings)
    sys.dont_write_bytecode = True  # what was imported until here is ours; what a child imports may be a student's
    settle()
    if control.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
        serve_workers(control, lifeline=int(sys.argv[3]), shell=shell)
    else:
        serve_worker(control, settings, shell)


def settle() -> None:
    """Put what is in memory where forked children share it as long as can be."""
    gc.collect()
    gc.freeze()


def serve_workers(listener: socket.socket, lifeline: int, shell: NotebookShell) -> None:
    """Fork a server for each worker that connects, until the other end of the lifeline is closed."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system takes the exit statuses
    while True:
        ready, _, _ = select.select([listener.fileno(), lifeline], [], [])
        if lifeline in ready:
            return
        control, _ = listener.accept()
        if os.fork() == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            listener.close()
            os.close(lifeline)
            message = control.recv(65536)
            if message:
                serve_worker(control, msgspec.json.decode(message, type=ServerSettings), shell)
            os._exit(0)
        control.close()


def serve_worker(control: socket.socket, settings: ServerSettings, shell: NotebookShell) -> None:
    """Obey one worker's orders until its control socket closes."""
    if settings.tier == ISOLATED:
        namespaces.enter()
        die_with_parent()
    os.environ["GRADEKIT_DATA"] = settings.data  # a folder of this worker's, which its students may read
    kit = kit_of(settings)
    readable = [Path(settings.data)] + ([kit.package] if kit.package is not None else [])
    confinement = Confinement(
        Path(settings.scratch),
        readable_paths(readable, [Path(settings.course)] if settings.course else []),
        tier=settings.tier,
        memory=settings.memory,
        file_size=settings.file_size,
    )
    _forget_own_files(settings)
    scratch = Path(settings.scratch) if settings.tier != ISOLATED else None
    control.send(msgspec.msgpack.encode(Report(os.getpid())))
    child: _Child | None = None
    while True:
        if child is not None:
            _watch(control, child, scratch)
        message, descriptors, _, _ = socket.recv_fds(control, 4096, 2)
        if not message:
            if child is not None:
                os.kill(child.pid, signal.SIGKILL)
            if scratch is not None:
                remove(scratch)
            return
        order = msgspec.msgpack.decode(message, type=Order)
        if order.op == "spawn":
            if child is not None:  # one at a time: no two share a folder, whatever the other end has missed
                end_child(child, scratch)
            with contextlib.suppress(Exception):  # of one that is missing or broken, the child's import fails
                if warm_up_libraries(kit, order.libraries):
                    settle()
            pid = os.fork()
            if pid == 0:
                control.close()
                run_child(descriptors, settings, confinement, shell)
            for descriptor in descriptors:
                os.close(descriptor)
            child = _Child(pid, pid if scratch is not None else namespaces.newest_child())
            report = Report(child.number)
        elif child is not None and order.pid == child.number:
            report, child = end_child(child, scratch), None
        else:
            report = Report(order.pid, error=f"process {order.pid} is not a child of this server")
        control.send(msgspec.msgpack.encode(report))


def warm_up(settings: ServerSettings) -> NotebookShell:
    """Import and use once whatever student code is likely to need, so that a child starts with all of it."""
    os.environ["GRADEKIT_DATA"] = settings.data
    from hippograd.sandbox import otter_stub

    sys.modules["otter"] = otter_stub  # the check cells of a notebook say nothing that a grader listens to
    import gradekit.notebook

    gradekit.notebook.Notebook = otter_stub.Notebook  # type: ignore[misc, assignment]
    kit = kit_of(settings)
    kit.prepare(Path(settings.data))
    shell = NotebookShell.make()
    shell.run("1 + 1", "warm-up")
    shell.displayhook.flush()
    shell.push(dict.fromkeys(("_", "__", "___"), ""), interactive=False)
    shell.cells.close()  # a child makes its own
    StudentSide({}).perform("begin", seed=0)  # numpy imports its generators when they are first asked for
    warm_up_libraries(kit, settings.libraries)
    module_folders()
    _without_processes()
    return shell


def _without_processes() -> None:
    """Make what `multiprocessing` shares between processes for threads alone: a child can start no others."""
    for name in ("Barrier", "BoundedSemaphore", "Condition", "Event", "Lock", "RLock", "Semaphore"):
        of_threads = getattr(threading, name)
        setattr(multiprocessing, name, of_threads)
        setattr(BaseContext, name, staticmethod(of_threads))
    Arena._dir_candidates = []  # type: ignore[attr-defined]  # not in shared memory, but in the scratch folder


def _forget_own_files(settings: ServerSettings) -> None:
    """Let modules say nothing of files that a child cannot read: `%autoreload` would complain of each.

    Names of modules that are left out of what we import stand for nothing, and are no modules. What sets Python up for
    a machine has done so, and lies in `/etc` on some.
    """
    for name in ("sitecustomize", "usercustomize"):
        sys.modules.pop(name, None)
    for name in [name for name, module in sys.modules.items() if module is None]:
        del sys.modules[name]
    own = (_PACKAGE, str(Path(settings.course, COURSE_FILE)))
    for module in sys.modules.values():
        if str(getattr(module, "__file__", "")).startswith(own):
            del module.__file__  # None would break `inspect`, which looks at the files of all modules


def kit_of(settings: ServerSettings) -> CourseKit:
    """The kit of the course that is graded."""
    return load_kit(Path(settings.course)) if settings.course else CourseKit()


def warm_up_libraries(kit: CourseKit, names: list[str]) -> bool:
    """Make those of the course's large libraries ready that are named and not here yet; tell whether there were any.

    They make every fork slower, so a server has them only once a release or a submission asks for them.
    """
    missing = [name for name in names if name in kit.libraries and name not in sys.modules and name not in _BROKEN]
    for name in missing:
        _BROKEN.add(name)
        kit.libraries[name]()
        _BROKEN.discard(name)
    return bool(missing)


_BROKEN: set[str] = set()
"""Large libraries that could not be imported; they are not tried again."""


def run_child(
    descriptors: list[int], settings: ServerSettings, confinement: Confinement, shell: NotebookShell
) -> NoReturn:
    """Become the student's process: two pipes, an empty environment, a scratch folder, every restriction."""
    try:
        confinement.enter()
        requests, replies = os.dup2(descriptors[0], _REQUESTS), os.dup2(descriptors[1], _REPLIES)
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        rules = confinement.descriptor or _REQUESTS
        os.closerange(3, rules)
        os.closerange(rules + 1, _REQUESTS)
        os.closerange(_REPLIES + 1, 65536)
        os.setsid()
        os.chdir(settings.scratch)
        if settings.tier == ISOLATED:
            shutil.copytree(namespaces.GIVEN, ".", copy_function=shutil.copyfile, dirs_exist_ok=True)
        if os.listdir(settings.data):
            shutil.copytree(settings.data, RELEASE_DATA, copy_function=shutil.copyfile)  # no link could be resolved
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "GRADEKIT_DATA") if name in os.environ}
        os.environ.clear()
        os.environ.update(kept, HOME=settings.scratch, TMPDIR=settings.scratch, MPLBACKEND="Agg")
        tempfile.tempdir = None  # a library may have asked for the server's while it was made ready
        os.environ["NBGRADER_EXECUTION"] = "autograde"  # as nbgrader has it while it grades, for code that asks
        sys.argv[:] = ["notebook"]
        confinement.apply()
        sys.path.insert(0, "")  # a notebook may import what it has written; before, nothing of it may be imported
    except BaseException:  # noqa: BLE001
        os._exit(97)
    serve(requests, replies, shell)


def _watch(control: socket.socket, child: _Child, scratch: Path | None) -> None:
    """Until the next order comes, see that the child takes no more than it may; kill it otherwise, and note why."""
    looks = count(1)
    while not child.reason and not select.select([control], [], [], LOOK_SECONDS)[0]:
        child.reason = _excess(child, scratch if next(looks) % LOOKS_AT_FILES == 0 else None)
        if child.reason:
            os.kill(child.pid, signal.SIGKILL)


def _excess(child: _Child, scratch: Path | None) -> str:
    """Why a child is ended; empty while it has taken no more than it may.

    A look that fails ends the child: whatever it did to make it fail, the server goes on.
    """
    try:
        return too_many_threads(child.number) or (overfull(scratch, child.pid) if scratch is not None else "")
    except Exception as error:  # noqa: BLE001 (what is looked at is the child's to shape)
        return f"it could not be watched: {type(error).__name__}"


def end_child(child: _Child, scratch: Path | None) -> Report:
    """Kill a child if it still lives, take its exit status, and empty the scratch folder where it does not end too."""
    os.kill(child.pid, signal.SIGKILL)  # it is there until its status is taken
    _, status, usage = os.wait4(child.pid, 0)
    error = ""
    try:
        if scratch is not None:
            empty(scratch)
    except OSError as problem:
        error = f"the scratch folder could not be emptied: {problem}"
    return Report(child.number, status, usage.ru_maxrss * 1024, child.reason, error)


if __name__ == "__main__":
    main()
