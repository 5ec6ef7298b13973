"""The trusted side of the wall: starts fork servers, speaks with student processes, keeps every deadline."""

from __future__ import annotations

import contextlib
import fcntl
import math
import os
import re
import select
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

import gradekit
import hippograd
from gradekit.failures import CheckFailed, StudentRaised, not_defined
from gradekit.proxy import Student, inbound
from hippograd.errors import HippogradError, MachineUnfit
from hippograd.kit import CourseKit, load_kit
from hippograd.sandbox.confine import probe
from hippograd.sandbox.deadline import Deadline
from hippograd.sandbox.orders import Order, Report, Settings
from hippograd.sandbox.scratch import remove
from hippograd.sandbox.wire import LARGEST_FRAME, Codec, Reply, Request, WireError

START_SECONDS = 120.0
"""How long a fork server may take to import everything, s."""

TIERS = ("unconfined", "container", "confined")
"""What machines offer, the weakest first; see `hippograd.sandbox.confine.probe`."""

MEMORY = 2 * 1024**3
"""Bytes that one student process may use beyond the warm libraries."""

FIRST_READ = 4096
"""Bytes that are read at once of an answer whose length is not known yet."""

MOST_LINES = 2_000
"""Lines of code in a notebook up to which messages quote one: which line raised is for student code to choose."""

LONGEST_LINE = 120
"""Characters that are quoted of a line."""

FILE_SIZE = 64 * 1024**2
"""Bytes of the largest file that student code may write."""


_SOURCES = dict.fromkeys(str(Path(file).resolve().parents[1]) for file in (hippograd.__file__, gradekit.__file__))
"""Where this package and `gradekit` are imported from."""

_OWN_FOLDER = Path(__file__).resolve().parent
"""Where servers start: it holds settings for matplotlib and nothing of a student's."""


class StudentGone(CheckFailed):
    """The student's process is gone or no longer believed; a fresh one is needed.

    Parameters
    ----------
    cause : str
        ``"timeout"``, ``"crashed"``, ``"out_of_memory"`` or ``"tampered"``.
    detail : str
        What happened, for the TA.
    """

    def __init__(self, cause: str, detail: str) -> None:
        sentences = {
            "timeout": "Your code did not finish in time; is there a loop without an end?",
            "crashed": "Your code ended the Python process.",
            "out_of_memory": "Your code ran out of memory, wrote too many files, or started too many threads.",
            "tampered": "Your code interfered with the grader's messages.",
        }
        super().__init__(sentences[cause], detail, cause, "gone")
        self.cause = cause


class ServerGone(HippogradError):
    """The fork server itself ended: nobody's submission is to blame, and it can be started again."""


class CellRun(msgspec.Struct):
    """What running one cell gave: outputs and, where it raised, the error output, in nbformat's form."""

    outputs: list[dict[str, Any]]
    error: dict[str, Any] | None


class ForkServer:
    """A warm process that forks confined students' processes, one at a time.

    Parameters
    ----------
    data : Path
        The `data` folder of the release that the submissions answer.
    readable : sequence of Path, optional
        What else student code may read.
    course : Path, optional
        The course's folder: its kit is made ready; the rest of it stays hidden even where libraries lie around it.
    libraries : sequence of str, optional
        Those of the course's large libraries that are made ready at the start.
    tier : str
        The weakest tier that is accepted: ``"confined"``, ``"container"`` or ``"unconfined"``. The last must be
        asked for by name.
    shared : Path, optional
        Socket of a `SharedServer` to fork from; without it, or when it is gone, this server imports for itself.

    Raises
    ------
    HippogradError
        When the machine offers less than `tier`, or the server does not start.
    """

    def __init__(
        self,
        data: Path,
        readable: Sequence[Path] = (),
        *,
        course: Path | None = None,
        libraries: Sequence[str] = (),
        tier: str = "container",
        shared: Path | None = None,
    ) -> None:
        self._shared = shared
        self._process: subprocess.Popen[bytes] | None = None
        self.tier, self.reason = demand_tier(tier)
        self._scratch = _new_folder()
        self._large = list((load_kit(course) if course is not None else CourseKit()).libraries)
        self._settings = _settings(self._scratch, data, self.tier, readable, course, libraries)
        self._start()

    def _start(self) -> None:
        self._ready = False
        self._process = None
        if self._shared is not None:
            try:
                self._control = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
                self._control.settimeout(START_SECONDS)
                self._control.connect(str(self._shared))
                self._control.send(msgspec.json.encode(self._settings))
                return
            except OSError:
                self._control.close()  # the shared server is gone: this one imports for itself
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._process = _start_server(theirs, self._settings)
        self._control = ours
        self._control.settimeout(START_SECONDS)

    @property
    def scratch(self) -> Path:
        """The one folder that student code may write to, and starts in; it is emptied after each child."""
        return self._scratch

    def await_ready(self) -> None:
        """Wait until the server has imported everything; what is done in between costs no time."""
        if self._ready:
            return
        try:
            self._report()
            self._ready = True
        except ServerGone:
            said = self._process.communicate()[1] if self._process is not None else b""
            trace = said.decode(errors="replace").strip().splitlines()
            self.close()
            last = trace[-1] if trace else "it said nothing"
            missing = re.search(r"No module named '(\w+)", last)
            remedy = "Run `hippograd doctor` to see what is missing."
            if missing:
                remedy = f"Install {missing[1]} where submissions are graded: this assignment needs it."
            raise MachineUnfit(f"The sandbox's fork server did not start: {last}.", remedy) from None

    def _report(self) -> Report:
        try:
            message = self._control.recv(65536)
        except OSError as error:
            raise ServerGone(f"The fork server does not answer: {error}.") from None
        if not message:
            raise ServerGone("The fork server ended.")
        return msgspec.msgpack.decode(message, type=Report)

    def spawn(self, sources: Sequence[str] = ()) -> StudentProcess:
        """Fork a fresh, confined child, with all restrictions on and generators of random numbers seeded.

        Parameters
        ----------
        sources : sequence of str
            The cells that it will run: the large libraries that they import are made ready.

        Raises
        ------
        ServerGone
            When the server died, or the child cannot be confined; `restart` the server and try again.
        """
        self.await_ready()
        read_requests, write_requests = os.pipe()
        read_replies, write_replies = os.pipe()
        for pipe in (write_requests, write_replies):
            _enlarge(pipe)
        try:
            order = msgspec.msgpack.encode(Order("spawn", libraries=imported(self._large, sources)))
            socket.send_fds(self._control, [order], [read_requests, write_replies])
            pid = self._report().pid
        except (OSError, ServerGone) as error:
            os.close(write_requests)
            os.close(read_replies)
            raise ServerGone(f"The fork server does not answer: {error}.") from None
        finally:
            os.close(read_requests)
            os.close(write_replies)
        process = StudentProcess(self, pid, write_requests, read_replies)
        try:
            process.student.begin(0)
        except StudentGone as gone:  # no line of a student's has run
            raise ServerGone(f"The sandbox cannot be put on, or its folder is gone: {gone.detail}.") from None
        return process

    def end(self, pid: int) -> Report:
        """Kill a child, take its exit status, and empty the scratch folder."""
        try:
            self._control.send(msgspec.msgpack.encode(Order("end", pid)))
        except OSError as error:
            raise ServerGone(f"The fork server does not answer: {error}.") from None
        report = self._report()
        if report.error:
            self.restart()
        return report

    def restart(self) -> None:
        """Start again from nothing, with an empty scratch folder."""
        self._stop()
        remove(self._scratch)
        self._scratch = _new_folder()
        self._settings = msgspec.structs.replace(self._settings, scratch=str(self._scratch))
        self._start()

    def _stop(self) -> None:
        if self._control.fileno() < 0:
            return
        self._control.close()
        if self._process is not None:
            _end(self._process)

    def close(self) -> None:
        """End the server and all that it started, and remove the scratch folder."""
        self._stop()
        remove(self._scratch)

    def __enter__(self) -> ForkServer:
        self.await_ready()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class SharedServer:
    """A warm process from which several workers' fork servers are forked: the libraries are imported once.

    Parameters
    ----------
    data : Path
        The `data` folder of the release that the submissions answer.
    course : Path, optional
        The course's folder.
    libraries : sequence of str, optional
        Those of the course's large libraries that are made ready.
    """

    def __init__(self, data: Path, course: Path | None = None, libraries: Sequence[str] = ()) -> None:
        self._folder = _new_folder()
        self.socket = self._folder / "socket"
        """What `ForkServer` takes as `shared`."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
            listener.bind(str(self.socket))
            listener.listen(64)  # workers may connect while the libraries are still being imported
            lifeline, self._lifeline = os.pipe()
            settings = _settings(self._folder, data, probe()[0], (), course, libraries)
            self._process = _start_server(listener, settings, lifeline)
        os.close(lifeline)

    def close(self) -> None:
        """End the process; the servers that were forked from it end with their workers."""
        os.close(self._lifeline)
        self._process.kill()
        _end(self._process)
        remove(self._folder)


class StudentProcess:
    """One confined child that runs one submission: a transport for `gradekit.proxy`."""

    def __init__(self, server: ForkServer, pid: int, requests: int, replies: int) -> None:
        self._server = server
        self.pid = pid
        self._requests = requests
        self._replies = replies
        self._codec = Codec()
        self._number = 0
        self._sources: dict[str, list[str]] = {}
        self.seconds = 10.0
        """Deadline of each request, s; see `Deadline`."""
        self.until = math.inf
        """When all requests must have been answered, on the monotonic clock, s."""
        self.gone: StudentGone | None = None
        os.set_blocking(requests, False)
        os.set_blocking(replies, False)

    @property
    def student(self) -> Student:
        """The names of the notebook, for graders."""
        return Student(self)

    def run_cell(self, source: str, name: str, seconds: float) -> CellRun:
        """Run one cell of the notebook.

        Raises
        ------
        StudentGone
            When it does not finish, ends the process or breaks the protocol.
        """
        self.seconds = seconds
        self._sources[name] = source.splitlines()
        value = self._ask("run_cell", {"source": source, "name": name}).value
        try:
            run = msgspec.convert(value, CellRun)
            msgspec.msgpack.encode(run)  # an array is no part of an output
        except (msgspec.ValidationError, TypeError, ValueError) as error:
            raise self._lost("tampered", f"a cell's result of another form: {error}") from None
        return run

    def request(self, op: str, **fields: Any) -> Any:
        """Perform one operation on the student's objects; see `gradekit.proxy.StudentSide`."""
        reply = self._ask(op, fields)
        if reply.not_defined is not None:
            raise not_defined(str(fields.get("name")))
        if reply.raised is not None:
            raised = reply.raised
            raise StudentRaised(raised.type_name, raised.text, raised.trace, self._line(raised.cell, raised.line))
        return inbound(reply.value, self)

    def _line(self, cell: str, line: int) -> str:
        """A line of the notebook as handed in; empty where there is none, or so many that one could tell much."""
        lines = self._sources.get(cell, [])
        if not 1 <= line <= len(lines) or sum(map(len, self._sources.values())) > MOST_LINES:
            return ""
        return lines[line - 1].strip()[:LONGEST_LINE]

    def _ask(self, op: str, fields: dict[str, Any]) -> Reply:
        if self.gone is not None:
            raise self.gone
        self._number += 1
        left = max(self.until - time.monotonic(), 0)
        deadline = Deadline(self.pid, min(self.seconds, left))
        self._send(self._codec.frame(Request(self._number, op, fields)), deadline)
        try:
            reply = self._codec.reply(self._receive_frame(deadline))
        except WireError as error:
            raise self._lost("tampered", f"a message that cannot be read: {error}") from None
        if reply.number != self._number:
            raise self._lost("tampered", f"reply {reply.number} came to request {self._number}")
        if time.monotonic() > self.until:
            raise self._lost("timeout", "reading its answers took what was left of the submission's time")
        return reply

    def _send(self, data: bytearray, deadline: Deadline) -> None:
        view = memoryview(data)
        while view:
            try:
                view = view[os.write(self._requests, view) :]
            except BlockingIOError:
                self._wait(self._requests, select.POLLOUT, deadline)
            except BrokenPipeError:
                raise self._ended() from None

    def _receive_frame(self, deadline: Deadline) -> memoryview:
        """The body of one frame; small ones, the most, come in one piece."""
        head = self._receive(np.empty(FIRST_READ, np.uint8), deadline, least=4)
        size = struct.unpack_from("<I", head)[0]
        if size > LARGEST_FRAME:
            raise self._lost("tampered", f"a message of {size} bytes was announced")
        if len(head) > 4 + size:
            raise self._lost("tampered", f"{len(head) - 4 - size} bytes came after the answer")
        if len(head) == 4 + size:
            return head[4:]
        body = np.empty(size, np.uint8)  # a length that lies takes no memory until there are bytes
        done = len(head) - 4
        body[:done] = head[4:]
        self._receive(body[done:], deadline, least=size - done)
        return body.data

    def _receive(self, room: np.ndarray[Any, Any], deadline: Deadline, least: int) -> memoryview:
        """Read what has come into `room`, and wait until it is `least` bytes."""
        data, done = room.data, 0
        while done < least:
            self._wait(self._replies, select.POLLIN, deadline)
            got = os.readv(self._replies, [data[done:]])
            if not got:
                raise self._ended()
            done += got
        return data[:done]

    def _wait(self, descriptor: int, event: int, deadline: Deadline) -> None:
        poll = select.poll()
        poll.register(descriptor, event)
        if not deadline.await_event(poll):
            late = time.monotonic() >= self.until
            allowed = "the time that one submission has" if late else f"{self.seconds:g} s"
            raise self._lost("timeout", f"no answer within {allowed}")

    def _ended(self) -> StudentGone:
        return self._lost("crashed", "")

    def _lost(self, cause: str, detail: str) -> StudentGone:
        report = self._close()
        if cause == "crashed":
            cause, detail = _cause_of_death(report)
        self.gone = StudentGone(cause, detail)
        return self.gone

    def _close(self) -> Report:
        os.close(self._requests)
        os.close(self._replies)
        self.gone = StudentGone("crashed", "the process was closed")  # also when the server does not answer
        return self._server.end(self.pid)

    def close(self) -> None:
        """End the process if it still lives."""
        if self.gone is None:
            self._close()

    def __enter__(self) -> StudentProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _new_folder() -> Path:
    try:
        return Path(tempfile.mkdtemp(prefix="hippograd-"))
    except OSError as error:
        raise MachineUnfit(
            f"No temporary folder can be made: {error.strerror or error}.",
            "Make room in the temporary folder, or name another with the environment variable TMPDIR.",
        ) from None


def _settings(
    scratch: Path, data: Path, tier: str, readable: Sequence[Path], course: Path | None, libraries: Sequence[str]
) -> Settings:
    return Settings(
        scratch=str(scratch),
        data=str(data.resolve()),
        course=str(course.resolve()) if course is not None else "",
        readable=[str(path) for path in readable],
        libraries=list(libraries),
        tier=tier,
        memory=MEMORY,
        file_size=FILE_SIZE,
    )


def _enlarge(pipe: int) -> None:
    """Room for an array of a megabyte, where the system allows it: each time that a pipe is full costs two switches."""
    with contextlib.suppress(OSError):
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, 1 << 20)


def imported(names: Sequence[str], texts: Sequence[str]) -> list[str]:
    """Which of the libraries cells import."""
    return [name for name in names if any(re.search(rf"\b(import|from)\s[^#\n]*\b{name}\b", text) for text in texts)]


def _start_server(control: socket.socket, settings: Settings, *more: int) -> subprocess.Popen[bytes]:
    """Start a server process that holds `control` and the descriptors in `more`, and nothing else of ours."""
    command = [sys.executable, "-P", "-s", "-W", "ignore", "-m", "hippograd.sandbox.server"]
    command += [str(control.fileno()), msgspec.json.encode(settings).decode(), *map(str, more)]
    process = subprocess.Popen(
        command,
        cwd=_OWN_FOLDER,  # the working directory may be a student's, and libraries look for settings in it
        pass_fds=[control.fileno(), *more],
        env=_clean_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    control.close()
    return process


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(2)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stderr is not None:
        process.stderr.close()


def _cause_of_death(report: Report) -> tuple[str, str]:
    if report.overfull:
        return "out_of_memory", f"the process was killed: {report.overfull}"
    if os.WIFSIGNALED(report.status):
        number = os.WTERMSIG(report.status)
        name = signal.Signals(number).name if number in set(signal.Signals) else f"signal {number}"
        if number == signal.SIGKILL:
            return "out_of_memory", f"the system killed the process ({report.peak_memory // 1024**2} MB used)"
        return "crashed", f"the process ended by {name}"
    return "crashed", f"the process ended with exit status {os.waitstatus_to_exitcode(report.status)}"


def demand_tier(wanted: str) -> tuple[str, str]:
    """This machine's sandbox tier and why it is that.

    Raises
    ------
    HippogradError
        When it is less than `wanted`.
    """
    offered, reason = probe()
    if TIERS.index(offered) < TIERS.index(wanted):
        raise HippogradError(
            f"This machine's sandbox tier is {offered!r}, less than the {wanted!r} that is asked for: {reason}.",
            f"Grade on Linux 5.13 (Docker 23) or newer, or accept the weaker tier by name: --tier {offered}. "
            "docs/threat-model.md says what submissions can do then.",
        )
    return offered, reason


def _clean_environment() -> dict[str, str]:
    kept = ("PATH", "LANG", "LC_ALL", "HOME", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "MPLCONFIGDIR", "VIRTUAL_ENV")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    threads = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
    ours = {"PYTHONPATH": os.pathsep.join(_SOURCES)}  # the server is of the same package as this end
    ours |= {"MATPLOTLIBRC": str(_OWN_FOLDER / "matplotlibrc")}
    return environment | ours | dict.fromkeys(threads, "1") | {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
