"""The student's process: answers numbered requests by running cells and performing a grader's operations."""

from __future__ import annotations

import os
import struct
import traceback
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import numpy as np

import gradekit
from gradekit.proxy import NotDefined, StudentSide
from hippograd.sandbox.notebook_shell import CELL, NotebookShell
from hippograd.sandbox.wire import Codec, Raised, Reply, Request

T = TypeVar("T")

_OURS = (str(Path(__file__).parent), str(Path(gradekit.__file__).parent))


def serve(requests: int, replies: int, shell: NotebookShell) -> NoReturn:
    """Answer requests until the trusted side closes the pipe.

    Parameters
    ----------
    requests, replies : int
        File descriptors of the two pipes.
    shell : NotebookShell
        Runs the cells; its names are the student's names.
    """
    side = StudentSide(shell.user_ns)
    codec = Codec()
    while True:
        request = codec.request(_receive(requests))
        reply = _answer(request, side, shell)
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
            value = {"outputs": outputs, "error": error}
        else:
            value = side.perform(request.op, **request.fields)
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
    return Raised(type(error).__name__, text, "".join(lines), cell, line).cut()


def _receive(descriptor: int) -> memoryview:
    """The body of one frame; the next comes only after the answer."""
    head = bytearray()
    while len(head) < 4:
        head += _some(os.read(descriptor, 4096))
    size = struct.unpack_from("<I", head)[0]
    done = len(head) - 4
    if done == size:
        return memoryview(head)[4:]
    body = np.empty(size, np.uint8).data
    body[:done] = memoryview(head)[4:]
    while done < size:
        done += _some(os.readv(descriptor, [body[done:]]))
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
