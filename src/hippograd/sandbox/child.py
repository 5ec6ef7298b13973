"""The student's process: answers numbered requests by running cells and performing a grader's operations."""

from __future__ import annotations

import os
import struct
import traceback
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import numpy as np

import gradekit
from gradekit.cell_loop import CellLoop
from gradekit.failures import usual_name
from gradekit.proxy import NotDefined, StudentSide
from hippograd.sandbox.notebook_shell import CELL, NotebookShell, without_folders
from hippograd.sandbox.wire import Codec, Raised, Reply, Request

T = TypeVar("T")

_OURS = (str(Path(__file__).parent), str(Path(gradekit.__file__).parent))


def serve(requests: int, replies: int, shell: NotebookShell) -> NoReturn:
    """Answer requests until the trusted side closes the pipe; the names of the shell are the student's names.

    What a request without a number raises is the answer to the next that has one; a check that begins forgets it.
    """
    shell.cells = CellLoop()
    side = StudentSide(shell.user_ns)
    codec = Codec()
    coming = _Coming(requests)
    failed: Reply | None = None
    while True:
        request = codec.request(coming.frame())
        if request.op == "begin":
            failed = None
        reply = failed or _answer(request, side, shell)
        if not request.number:
            failed = reply if reply.raised is not None or reply.not_defined is not None else None
            continue
        reply.number, failed = request.number, None
        try:
            frame = codec.frame(reply)
        except Exception as error:  # noqa: BLE001
            frame = codec.frame(Reply(request.number, raised=_raised(error)))
        _write(replies, frame)


def _answer(request: Request, side: StudentSide, shell: NotebookShell) -> Reply:
    try:
        value: Any
        if request.op == "run_cell":
            outputs, error = shell.run(**request.fields)
            shell.cells.call(side.remember, request.fields["name"])
            value = {"outputs": outputs, "error": error}
        elif request.op == "run_example":
            value = shell.cells.call(shell.run_example, **request.fields)
        else:
            value = shell.cells.call(side.perform, request.op, **request.fields)
    except NotDefined as missing:
        return Reply(request.number, not_defined=str(missing))
    except BaseException as error:  # noqa: BLE001 (SystemExit in a student's function is an error like any other)
        return Reply(request.number, raised=_raised(error))
    return Reply(request.number, value=value)


def _raised(error: BaseException) -> Raised:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if not frame.filename.startswith(_OURS)]
    lines = [*traceback.format_list(frames[-5:]), *traceback.format_exception_only(error)]
    try:
        text = str(error)
    except Exception:  # noqa: BLE001
        text = "(its text cannot be shown)"
    place = next((frame for frame in reversed(frames) if frame.filename.startswith(CELL)), None)
    cell, line = (place.filename.removeprefix(CELL), place.lineno or 0) if place is not None else ("", 0)
    return Raised(usual_name(error), text, without_folders("".join(lines)), cell, line).cut()


class _Coming:
    """The frames that come through a pipe, several at once or one in pieces."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._rest = memoryview(b"")

    def frame(self) -> memoryview:
        """The body of the next frame."""
        while len(self._rest) < 4:
            self._rest = memoryview(bytes(self._rest) + _some(os.read(self._descriptor, 65_536)))
        size, self._rest = struct.unpack_from("<I", self._rest)[0], self._rest[4:]
        if len(self._rest) >= size:
            body, self._rest = self._rest[:size], self._rest[size:]
            return body
        done, body = len(self._rest), np.empty(size, np.uint8).data
        body[:done], self._rest = self._rest, memoryview(b"")
        while done < size:
            done += _some(os.readv(self._descriptor, [body[done:]]))
        return body


def _some(read: T) -> T:
    """What was read; nothing means that the trusted side has closed the pipe."""
    if not read:
        os._exit(0)
    return read


def _write(descriptor: int, data: bytearray) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
