"""The student's process: answers numbered requests by running cells and performing a grader's operations."""

from __future__ import annotations

import os
import struct
import traceback
from pathlib import Path
from typing import Any, NoReturn

from decoding.proxy import NotDefined, StudentSide

from .notebook_shell import NotebookShell
from .wire import Codec, Raised, Reply, Request

_OURS = (str(Path(__file__).parent), str(Path(__file__).parents[1] / "kit"))


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
        head = _read(requests, 4)
        request = codec.request(_read(requests, struct.unpack("<I", head)[0]))
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
    return Raised(type(error).__name__[:100], text[:2000], "".join(lines)[-4000:])


def _read(descriptor: int, size: int) -> bytes:
    parts = bytearray()
    while len(parts) < size:
        part = os.read(descriptor, min(size - len(parts), 1 << 20))
        if not part:
            os._exit(0)
        parts += part
    return bytes(parts)


def _write(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
