"""A student's process, seen from the trusted side: it is asked, within a deadline, and never believed."""

from __future__ import annotations

import math
import os
import select
import signal
import struct
import time
from collections.abc import Callable
from itertools import dropwhile
from typing import Any

import msgspec
import numpy as np

from gradekit.cell_names import function_at
from gradekit.failures import CheckFailed, StudentRaised, is_blank_error, not_defined
from gradekit.proxy import Student, Transport, inbound
from hippograd.errors import HippogradError
from hippograd.sandbox.clock import running_time
from hippograd.sandbox.deadline import Deadline
from hippograd.sandbox.orders import Report
from hippograd.sandbox.scratch import has_ended
from hippograd.sandbox.wire import LARGEST_FRAME, Codec, Raised, Reply, Request, WireError

FIRST_READ = 4096
"""Bytes that are read at once of an answer whose length is not known yet."""

REQUEST_SECONDS = 10.0
"""Deadline of one request where the caller gives no other, s; see `Deadline`."""

FOR_EACH_NOTE = 0.05
"""Part of that time that comes on top for each of several results that are asked for at once."""

MOST_LINES = 2_000
"""Lines of code in a notebook up to which messages quote one: which line raised is for student code to choose."""

LONGEST_LINE = 120
"""Characters that are quoted of a line."""


MORE_MEMORY = "its messages take more memory than the grader has"
"""Why a process is ended where our end runs out of memory: what was remembered or read by then may be half of it."""

DEATH_SECONDS = 1.0
"""How long a process that has closed its pipes may take to end, s: one that ends closes them a moment before."""


class ServerGone(HippogradError):
    """The fork server ended, or somebody killed a process: no submission is to blame, and all can be started again."""


class StudentGone(CheckFailed):
    """The student's process is gone or no longer believed; a fresh one is needed. The detail is for the TA."""

    def __init__(self, cause: str, detail: str) -> None:
        sentences = {
            "timeout": "Your code did not finish in time: look for an endless loop, or for huge arrays.",
            "crashed": "Your code ended the Python process.",
            "out_of_memory": "Your code ran out of memory, wrote too many files, or started too many threads.",
            "tampered": "Your code interfered with the grader's messages.",
        }
        super().__init__(sentences[cause], detail, cause, "gone")
        self.cause = cause


def _as_output(raised: Raised) -> dict[str, Any]:
    """An exception in nbformat's form."""
    trace = raised.trace.splitlines()
    return {"output_type": "error", "ename": raised.type_name, "evalue": raised.text, "traceback": trace}


class CellRun(msgspec.Struct):
    """What running one cell gave: outputs and, where it raised, the error output, in nbformat's form."""

    outputs: list[dict[str, Any]]
    error: dict[str, Any] | None


class ExampleRun(msgspec.Struct):
    """What one example of a doctest gave: what it printed, and the last line of what it raised."""

    printed: str
    raised: str | None


class StudentProcess:
    """One confined child that runs one submission, behind two pipes; `end` has its server kill it.

    With `forgives_kill` it is no fault of its own to be killed from outside: student code can send no signal.
    """

    def __init__(
        self, pid: int, requests: int, replies: int, end: Callable[[int], Report], *, forgives_kill: bool = False
    ) -> None:
        self._forgives_kill = forgives_kill
        self._end = end
        self.pid = pid
        self._requests = requests
        self._replies = replies
        self._codec = Codec()
        self._number = 0
        self._told = bytearray()
        self._names: set[str | None] = set()
        self._sources: dict[str, list[str]] = {}
        self.kinds: dict[tuple[str, str], str] = {}
        """What checks have found to be functions and classes."""
        self._gone: tuple[str, str] | None = None
        self._writable, self._readable = _poll(requests, select.POLLOUT), _poll(replies, select.POLLIN)
        os.set_blocking(requests, False)
        os.set_blocking(replies, False)

    @property
    def gone(self) -> StudentGone | None:
        """Why it is gone, if it is; each time anew: one that was raised would keep all that those frames hold."""
        return StudentGone(*self._gone) if self._gone is not None else None

    def student(
        self, seconds: float = REQUEST_SECONDS, until: float = math.inf, after: str = "", *, quotes: bool = True
    ) -> Student:
        """Give graders the names of the notebook; each request has so many seconds, all have `until`.

        The settings of the cell `after` hold, see `Student`. Without `quotes`, what is said of an exception shows no
        line and no traceback.
        """
        return Student(_Requests(self, seconds, until, quotes=quotes), after)

    def run_cell(self, source: str, name: str, seconds: float, until: float = math.inf) -> CellRun:
        """Run one cell of the notebook; `StudentGone` is raised as by `ask`."""
        lines = source.splitlines()
        self._sources[name] = list(dropwhile(lambda line: not line.strip(), lines))  # IPython counts from there
        reply = self.ask("run_cell", {"source": source, "name": name}, seconds, until)
        if reply.raised is not None:  # what it shows cannot be sent
            return CellRun([], _as_output(reply.raised))
        try:
            run = msgspec.convert(reply.value, CellRun)
            msgspec.msgpack.encode(run)  # an array is not part of an output
        except (msgspec.ValidationError, TypeError, ValueError, IndexError) as error:  # the last, of an array
            raise self._lost("tampered", f"a cell's result of another form: {error}") from None
        return run

    def run_example(self, source: str, seconds: float, until: float = math.inf, *, is_first: bool = True) -> ExampleRun:
        """Run one example of a doctest, the first of a test or a later one; what is expected of it stays here."""
        reply = self.ask("run_example", {"source": source, "is_first": is_first}, seconds, until)
        try:
            return msgspec.convert(reply.value, ExampleRun)
        except msgspec.ValidationError as error:
            raise self._lost("tampered", f"an example's result of another form: {error}") from None

    def line(self, cell: str, line: int) -> str:
        """A line of the notebook as handed in; empty where there is none, or so many that one could tell much."""
        lines = self._sources.get(cell, [])
        if not 1 <= line <= len(lines) or sum(map(len, self._sources.values())) > MOST_LINES:
            return ""
        return lines[line - 1].strip()[:LONGEST_LINE]

    def function(self, cell: str, line: int) -> str:
        """The function that a line of the notebook stands in; empty where it is in none, or is not quoted."""
        return function_at("\n".join(self._sources[cell]), line) if self.line(cell, line) else ""

    def ask(self, op: str, fields: dict[str, Any], seconds: float, until: float) -> Reply:
        """Have the child perform one operation within a deadline; see `gradekit.proxy.StudentSide`.

        Where no answer comes in time, or something that is not one, `StudentGone` is raised.
        """
        try:
            return self._ask(op, fields, seconds, until)
        except MemoryError:
            raise self._lost("out_of_memory", MORE_MEMORY) from None

    def _ask(self, op: str, fields: dict[str, Any], seconds: float, until: float) -> Reply:
        if self._gone is not None:
            raise StudentGone(*self._gone)
        self._number += 1
        deadline = Deadline(self.pid, seconds, until)
        told, self._told = self._told, bytearray()
        names, self._names = self._names, set()
        self._send(told + self._codec.frame(Request(self._number, op, fields)), deadline)
        try:
            reply = self._codec.reply(self._receive_frame(deadline))
        except WireError as error:
            raise self._lost("tampered", f"a message that cannot be read: {error}") from None
        if reply.not_defined is not None and reply.not_defined not in names | {fields.get("name")}:
            raise self._lost("tampered", "a name is said to be missing that nobody asked for")
        if reply.number != self._number:
            raise self._lost("tampered", f"reply {reply.number} came to request {self._number}")
        if running_time() > until:
            raise self._lost("timeout", "reading its answers took what was left of the submission's time")
        return reply

    def tell(self, op: str, fields: dict[str, Any]) -> None:
        """Have the child perform one operation before the next that is asked for; see `Transport.tell`."""
        if self._gone is not None:
            raise StudentGone(*self._gone)
        try:
            self._told += self._codec.frame(Request(0, op, fields))
        except MemoryError:
            raise self._lost("out_of_memory", MORE_MEMORY) from None
        if op == "look_up":
            self._names.add(fields["name"])

    def settle(self, seconds: float, until: float) -> Reply | None:
        """Ask for what went wrong, where something was told and nothing asked since."""
        return self.ask("settle", {}, seconds, until) if self._told else None

    def _send(self, data: bytearray, deadline: Deadline) -> None:
        view = memoryview(data)
        while view:
            try:
                view = view[os.write(self._requests, view) :]
            except BlockingIOError:
                self._wait(self._writable, deadline)
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
            self._wait(self._readable, deadline)
            got = os.readv(self._replies, [data[done:]])
            if not got:
                raise self._ended()
            done += got
        return data[:done]

    def _wait(self, poll: select.poll, deadline: Deadline) -> None:
        if not deadline.await_event(poll):
            raise self._lost("timeout", f"no answer within {deadline.allowed}")

    def _ended(self) -> StudentGone:
        return self._lost("crashed", "")

    def _lost(self, cause: str, detail: str) -> StudentGone:
        if self._gone is not None:
            return StudentGone(*self._gone)
        is_dead = cause != "crashed" or self._ends()
        report = self._close()
        if not is_dead:
            cause, detail = "tampered", "it closed its pipes"
        elif cause == "crashed":
            if self._forgives_kill and _was_killed(report):
                raise ServerGone("The process of a submission was killed.")
            cause, detail = _cause_of_death(report)
        self._gone = cause, detail
        return StudentGone(cause, detail)

    def _ends(self) -> bool:
        """Whether the process, which has closed its pipes, has ended or does so in a moment."""
        until = running_time() + DEATH_SECONDS
        while running_time() < until:
            if has_ended(self.pid):
                return True
            time.sleep(0.001)
        return False

    def _close(self) -> Report:
        os.close(self._requests)
        os.close(self._replies)
        self._gone = "crashed", "the process was closed"  # also when the server does not answer
        return self._end(self.pid)

    def close(self, why: StudentGone | None = None) -> None:
        """End the process if it still lives; whoever asks for it then hears why."""
        if self._gone is None:
            self._close()
            if why is not None:
                self._gone = why.cause, why.detail

    def __enter__(self) -> StudentProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Requests(Transport):
    """Operations on the objects of a process, each within a deadline."""

    def __init__(self, process: StudentProcess, seconds: float, until: float, *, quotes: bool) -> None:
        super().__init__(process.kinds)
        self.process, self.seconds, self.until, self.quotes = process, seconds, until, quotes

    def tell(self, op: str, **fields: Any) -> None:
        self.process.tell(op, fields)

    def settle(self) -> None:
        reply = self.process.settle(self.seconds, self.until)
        if reply is not None:
            self._value(reply)

    def request(self, op: str, **fields: Any) -> Any:
        seconds = self.seconds * (1 + FOR_EACH_NOTE * len(fields["numbers"])) if op == "noted" else self.seconds
        return self._value(self.process.ask(op, fields, seconds, self.until))

    def _value(self, reply: Reply) -> Any:
        if reply.not_defined is not None:
            raise not_defined(reply.not_defined)
        if reply.raised is not None:
            raised = reply.raised
            if not self.quotes:
                raise StudentRaised(raised.type_name, raised.text)
            line, function = self.process.line(raised.cell, raised.line), ""
            if is_blank_error(raised.type_name, raised.text):
                function = self.process.function(raised.cell, raised.line)
            raise StudentRaised(raised.type_name, raised.text, raised.trace, line, function)
        return inbound(reply.value, self)


def _poll(descriptor: int, event: int) -> select.poll:
    poll = select.poll()
    poll.register(descriptor, event)
    return poll


def _was_killed(report: Report) -> bool:
    """Whether neither it nor its server ended it."""
    return not report.overfull and os.WIFSIGNALED(report.status) and os.WTERMSIG(report.status) == signal.SIGKILL


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
