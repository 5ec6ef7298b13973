"""Warm processes that student processes are forked from, and the trusted end of their control sockets."""

from __future__ import annotations

import contextlib
import fcntl
import math
import os
import re
import resource
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import msgspec

import gradekit
import hippograd
from hippograd.errors import MachineUnfit
from hippograd.files import new_folder
from hippograd.kit import CourseKit, load_kit
from hippograd.sandbox.clock import notice_stops
from hippograd.sandbox.confine import MOST_DESCRIPTORS, WITHOUT_LANDLOCK, keep_descriptors, probe
from hippograd.sandbox.orders import Order, Report, ServerSettings
from hippograd.sandbox.process import REQUEST_SECONDS, ServerGone, StudentGone, StudentProcess
from hippograd.sandbox.scratch import remove
from hippograd.sandbox.threads import ONE_THREAD
from hippograd.sandbox.tiers import demand_tier

START_SECONDS = 120.0
"""How long a fork server may take to import everything, s."""

MEMORY = 2 * 1024**3
"""Bytes that one student process may use beyond the warm libraries."""

FILE_SIZE = 64 * 1024**2
"""Bytes of the largest file that student code may write."""

ROOM = 512 * 1024**2
"""Bytes that must be free where submissions write."""

ROOM_SECONDS = 120.0
"""How long to wait for them, s: a submission that another worker grades may hold them for a while."""

_WORD = re.compile(r"\w+")

_SOURCES = dict.fromkeys(str(Path(file).resolve().parents[1]) for file in (hippograd.__file__, gradekit.__file__))
"""Where this package and `gradekit` are imported from."""

_OWN_FOLDER = Path(__file__).resolve().parent
"""Where servers start: it holds settings for matplotlib and nothing of a student's."""


class ForkServer:
    """A warm process that forks confined students' processes, one at a time, which find the release's `data`.

    The kit of the `course` is made ready, with those of its large `libraries` that are named; the rest of its folder
    stays hidden even where libraries lie around it. Where the machine offers less than `tier`, this raises. It forks
    from the `SharedServer` behind a socket; without one, or when it is gone, it imports for itself.
    """

    def __init__(
        self,
        data: Path,
        *,
        course: Path | None = None,
        libraries: Sequence[str] = (),
        tier: str = "container",
        shared: Path | None = None,
    ) -> None:
        notice_stops()
        self._shared = shared
        self._is_again = False
        self._process: subprocess.Popen[bytes] | None = None
        self.tier, self.reason = demand_tier(tier)
        if self.tier in WITHOUT_LANDLOCK:
            keep_descriptors()
        self._scratch = new_folder()
        self._large = list((load_kit(course) if course is not None else CourseKit()).libraries)
        self._settings = _settings(self._scratch, data, self.tier, course, libraries)
        self._start()

    def _start(self) -> None:
        self._ready = False
        self._in_step = True
        self._process = None
        if self._shared is not None:
            try:
                self._control = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
                self._control.settimeout(START_SECONDS)
                with _address(self._shared) as address:
                    self._control.connect(address)
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
        """Wait until the server has imported everything; what is done in between costs no time.

        One that is killed meanwhile is started once more.
        """
        if self._ready:
            return
        for is_last in (False, True):
            try:
                self._obeyed(lambda: None)
                break
            except ServerGone:
                said = self._last_words()
                if said or is_last:
                    self.close()
                    raise _unfit(said or "it was killed") from None
                self._start()
        self._ready = True

    def _last_words(self) -> str:
        """What the server that ended said last; empty when it was killed, or was forked from one that is gone."""
        self._control.close()
        if self._process is None:
            return ""
        try:
            said = self._process.communicate(timeout=2)[1].decode(errors="replace").strip().splitlines()
        except subprocess.TimeoutExpired:
            said = []
        _end(self._process)
        return "" if self._process.returncode < 0 else said[-1] if said else "it said nothing"

    def _obeyed(self, order: Callable[[], object]) -> Report:
        """Give an order and take its report.

        Whatever breaks this off leaves a report that the next order would take for its own: then the server, and all
        that it has started, is ended before it gets another (`_in_step`).
        """
        self._in_step = False
        order()
        report = self._report()
        self._in_step = True
        return report

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

        The large libraries that the cells in `sources` import are made ready.

        Raises
        ------
        ServerGone
            When the server died, or the child cannot be confined; `restart` the server and try again.
        MachineUnfit
            When its disk is nearly full.
        """
        if not self._in_step:
            self.restart()
        self.await_ready()
        self._require_room()
        read_requests, write_requests = os.pipe()
        read_replies, write_replies = os.pipe()
        for pipe in (write_requests, write_replies):
            _enlarge(pipe)
        try:
            order = msgspec.msgpack.encode(Order("spawn", libraries=imported(self._large, sources)))
            descriptors = [read_requests, write_replies]
            pid = self._obeyed(partial(socket.send_fds, self._control, [order], descriptors)).pid
        except (OSError, ServerGone) as error:
            os.close(write_requests)
            os.close(read_replies)
            raise ServerGone(f"The fork server does not answer: {error}.") from None
        finally:
            os.close(read_requests)
            os.close(write_replies)
        process = StudentProcess(pid, write_requests, read_replies, self.end, forgives_kill=not self._is_again)
        try:
            process.ask("begin", {"seed": 0}, REQUEST_SECONDS, math.inf)  # an answer means that it is confined
        except StudentGone as gone:  # no line of a student's has run
            raise ServerGone(f"The sandbox cannot be put on, or its folder is gone: {gone.detail}.") from None
        return process

    def _require_room(self) -> None:
        """Grade nobody where a full disk would take marks from them; another submission's files are soon gone."""
        until = time.monotonic() + ROOM_SECONDS
        while self._free() < ROOM:
            if time.monotonic() > until:
                raise MachineUnfit("disk-full", folder=self._scratch.parent, room=ROOM >> 20)
            time.sleep(0.2)

    def _free(self) -> float:
        try:
            return shutil.disk_usage(self._scratch).free
        except FileNotFoundError:
            return math.inf  # the folder is gone: that is said when it is needed

    def end(self, pid: int) -> Report:
        """Kill a child, take its exit status, and empty the scratch folder."""
        if not self._in_step:
            self.restart()
            return Report(pid)
        try:
            report = self._obeyed(partial(self._control.send, msgspec.msgpack.encode(Order("end", pid))))
        except OSError as error:
            raise ServerGone(f"The fork server does not answer: {error}.") from None
        if report.error:
            self.restart()
        return report

    def restart(self) -> None:
        """Start again from nothing, with an empty scratch folder."""
        self._stop()
        remove(self._scratch)
        self._scratch = new_folder()
        self._settings = msgspec.structs.replace(self._settings, scratch=str(self._scratch))
        self._start()

    @contextlib.contextmanager
    def again(self) -> Iterator[None]:
        """Started again, for a second try at what ended with `ServerGone`: a process that is killed in it is lost."""
        self.restart()
        self._is_again = True
        try:
            yield
        finally:
            self._is_again = False

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
    """A warm process from which several workers' fork servers are forked: the libraries are imported once."""

    def __init__(self, data: Path, course: Path | None = None, libraries: Sequence[str] = ()) -> None:
        self._folder = new_folder()
        self.socket = self._folder / "socket"
        """What `ForkServer` takes as `shared`."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
            with _address(self.socket) as address:
                listener.bind(address)
            listener.listen(64)  # workers may connect while the libraries are still being imported
            lifeline, self._lifeline = os.pipe()
            settings = _settings(self._folder, data, probe()[0], course, libraries)
            self._process = _start_server(listener, settings, lifeline)
        os.close(lifeline)

    def close(self) -> None:
        """End the process; the servers that were forked from it end with their workers."""
        os.close(self._lifeline)
        self._process.kill()
        _end(self._process)
        remove(self._folder)


def _unfit(said: str) -> MachineUnfit:
    """Why a server did not start, by what it said last."""
    missing = re.search(r"No module named '(\w+)", said)
    if missing:
        return MachineUnfit("server-without-package", cause=said, package=missing[1])
    return MachineUnfit("server-not-started", cause=said)


@contextlib.contextmanager
def _address(path: Path) -> Iterator[str]:
    """A name of a socket that is short enough for the system, however deep its folder lies."""
    folder = os.open(path.parent, os.O_PATH)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)


def _settings(scratch: Path, data: Path, tier: str, course: Path | None, libraries: Sequence[str]) -> ServerSettings:
    return ServerSettings(
        scratch=str(scratch),
        data=str(data.resolve()),
        course=str(course.resolve()) if course is not None else "",
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
    begun = [line.partition("#")[0].partition("import ") for text in texts for line in text.splitlines()]
    words = {word for before, keyword, after in begun if keyword for word in _WORD.findall(f"{before} {after}")}
    return [name for name in names if name in words]


def _start_server(control: socket.socket, settings: ServerSettings, *more: int) -> subprocess.Popen[bytes]:
    """Start a server process that holds `control` and the descriptors in `more`, and nothing else of ours."""
    _require_descriptors()
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


def _require_descriptors() -> None:
    """Have a student's process and its pipes find the descriptors that they need."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if 0 <= hard < MOST_DESCRIPTORS:
        raise MachineUnfit("descriptors-too-few", hard=hard, needed=MOST_DESCRIPTORS)
    if 0 <= soft < MOST_DESCRIPTORS:
        resource.setrlimit(resource.RLIMIT_NOFILE, (MOST_DESCRIPTORS, hard))


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(2)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stderr is not None:
        process.stderr.close()


def _clean_environment() -> dict[str, str]:
    kept = ("PATH", "LANG", "LC_ALL", "HOME", "MPLCONFIGDIR", "VIRTUAL_ENV", "PYTHONDONTWRITEBYTECODE")
    of_blas = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
    environment = {name: os.environ[name] for name in (*kept, *of_blas) if name in os.environ}
    ours = {"PYTHONPATH": os.pathsep.join(_SOURCES)}  # the server is of the same package as this end
    ours |= {"MATPLOTLIBRC": str(_OWN_FOLDER / "matplotlibrc")}
    return environment | ours | ONE_THREAD | {"PYTHONHASHSEED": "0"}
