"""The data that cross the wall: numbered messages of plain values and numeric arrays, and nothing else.

A frame is a length of four bytes and a msgpack message. Arrays travel as raw bytes under an allow-listed dtype. Nothing
that arrives is executed, imported or unpickled; sizes are checked before anything is parsed.
"""

from __future__ import annotations

import math
import struct
from typing import Any

import msgspec
import numpy as np

from gradekit.proxy import Handle, Reference

Buffer = bytes | bytearray | memoryview

LARGEST_FRAME = 256 * 1024 * 1024
"""Bytes of the largest message that either side reads."""

MOST_VALUES = 100_000
"""Values in one message. A byte of msgpack can become 64 of memory; arrays and text are one value each."""

LONGEST_NAME, LONGEST_TEXT, LONGEST_TRACE = 100, 500, 4_000
"""Characters that are kept of an exception's name, text and traceback, whoever wrote them."""

DEEPEST_VALUE = 50
"""Lists in lists: more than the student's side ever sends, and far from the end of Python's stack."""

_DTYPES = ("|b1", "|i1", "|u1", "<i2", "<u2", "<i4", "<u4", "<i8", "<u8", "<f2", "<f4", "<f8")
_KINDS = tuple(map(np.dtype, _DTYPES))
_NUMBERS = {name: number for number, name in enumerate(_DTYPES)}
_MOST_DIMENSIONS = 32
"""As many as every version of numpy knows."""

_SHAPES = tuple(struct.Struct(f"<{dimensions}Q") for dimensions in range(_MOST_DIMENSIONS + 1))

_HEADS = {0xCA: 4, 0xCB: 8, 0xCC: 1, 0xCD: 2, 0xCE: 4, 0xCF: 8, 0xD0: 1, 0xD1: 2, 0xD2: 4, 0xD3: 8, 0xD4: 2, 0xD5: 3}
_HEADS |= {0xD6: 5, 0xD7: 9, 0xD8: 17, 0xDC: 2, 0xDD: 4, 0xDE: 2, 0xDF: 4}
"""Bytes behind a msgpack code, for numbers, extensions of fixed size, and the heads of lists and maps."""

_LENGTHS = {0xC4: (1, 0), 0xC5: (2, 0), 0xC6: (4, 0), 0xC7: (1, 1), 0xC8: (2, 1), 0xC9: (4, 1)}
_LENGTHS |= {0xD9: (1, 0), 0xDA: (2, 0), 0xDB: (4, 0)}
"""Bytes that state a length behind a msgpack code, and bytes that come on top, for bytes, extensions and text."""

_ARRAY, _HANDLE, _REFERENCE, _DEFINE_CONSTANT, _CONSTANT = 1, 2, 3, 4, 5


class WireError(Exception):
    """Bytes that are not a message of this protocol."""


class Request(msgspec.Struct):
    """One wish of the trusted side: numbered, or 0 where no answer is wanted."""

    number: int
    op: str
    fields: dict[str, Any]


class Raised(msgspec.Struct):
    """An exception in the student's code: the name of its type, its text, its traceback.

    `cell` and `line` are the last place in a cell that it came through; empty and 0 where there is none.
    """

    type_name: str
    text: str
    trace: str
    cell: str = ""
    line: int = 0

    def cut(self) -> Raised:
        """The same without what is too long."""
        texts = self.type_name[:LONGEST_NAME], self.text[:LONGEST_TEXT], self.trace[-LONGEST_TRACE:]
        return Raised(*texts, self.cell[:LONGEST_NAME], self.line)


class Reply(msgspec.Struct):
    """The answer to the request of the same number: a value, an exception, or the name that is not defined."""

    number: int
    value: Any = None
    raised: Raised | None = None
    not_defined: str | None = None


class Constants:
    """Read-only arrays that were sent before: each crosses the wall once for each process."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, tuple[int, ...], tuple[int, ...], str], int] = {}
        self._alive: list[np.ndarray[Any, Any]] = []  # an address stays taken as long as its array lives
        self.received: dict[int, np.ndarray[Any, Any]] = {}

    def number_of(self, array: np.ndarray[Any, Any]) -> tuple[int, bool]:
        """The number of a read-only array, and whether it was sent before."""
        key = (array.__array_interface__["data"][0], array.shape, array.strides, array.dtype.str)
        if key in self._numbers:
            return self._numbers[key], True
        self._numbers[key] = len(self._alive)
        self._alive.append(array)
        return self._numbers[key], False


def pack_array(array: np.ndarray[Any, Any], before: bytes = b"") -> bytes:
    """A numeric array as bytes: dtype, number of dimensions, shape, values.

    Raises
    ------
    TypeError
        When the dtype is not one of the allowed ones, or there are too many dimensions.
    """
    if array.ndim > _MOST_DIMENSIONS:
        raise TypeError(f"arrays of {array.ndim} dimensions do not cross the wall")
    if array.dtype.str not in _NUMBERS:
        array = array.astype(array.dtype.newbyteorder("<"))
    number = _NUMBERS.get(array.dtype.str)
    if number is None:
        raise TypeError(f"arrays of dtype {array.dtype} do not cross the wall")
    head = bytes((number, array.ndim)) + _SHAPES[array.ndim].pack(*array.shape)
    values = array.data if array.flags.c_contiguous else array.tobytes()
    return b"".join((before, head, values))


def unpack_array(data: Buffer) -> np.ndarray[Any, Any]:
    """The array in `data`: a view of it, perhaps not aligned.

    Raises
    ------
    WireError
        When dtype, number of dimensions, shape and length do not fit together.
    """
    data = memoryview(data)
    if len(data) < 2 or data[0] >= len(_KINDS) or data[1] > _MOST_DIMENSIONS or len(data) < 2 + 8 * data[1]:
        raise WireError("an array with a broken head")
    dtype = _KINDS[data[0]]
    shape = _SHAPES[data[1]].unpack_from(data, 2)
    body = data[2 + 8 * data[1] :]
    if math.prod(shape) * dtype.itemsize != len(body):
        raise WireError("an array whose length is not that of its shape")
    if dtype.kind == "b" and np.frombuffer(body, np.uint8).max(initial=0) > 1:
        raise WireError("a truth value that is neither true nor false")
    return np.frombuffer(body, dtype).reshape(shape)


def _refuse_too_many_values(body: bytes | bytearray | memoryview) -> None:
    """Count the values by their codes alone: those in a list or map stand behind its head."""
    place, values = 0, 0
    while place < len(body):
        code = body[place]
        place += 1
        if 0xA0 <= code <= 0xBF:
            place += code & 0x1F
        elif code in _HEADS:
            place += _HEADS[code]
        elif code in _LENGTHS:
            size, more = _LENGTHS[code]
            place += size + more + int.from_bytes(body[place : place + size], "big")
        values += 1
        if values > MOST_VALUES:
            raise WireError(f"a message of more than {MOST_VALUES} values")


def _refuse_too_deep(value: Any) -> None:
    layer, depth = [value], 0
    while layer := [
        item
        for container in layer
        if type(container) in (list, dict)
        for item in (container.values() if type(container) is dict else container)
        if type(item) in (list, dict)
    ]:
        depth += 1
        if depth > DEEPEST_VALUE:
            raise WireError(f"a message with more than {DEEPEST_VALUE} lists in one another")


class Codec:
    """Turns messages into frames and back, remembering the constants that were sent."""

    def __init__(self) -> None:
        self.constants = Constants()
        self._encoder = msgspec.msgpack.Encoder(enc_hook=self._encode)
        self._requests = msgspec.msgpack.Decoder(Request, ext_hook=self._decode_sent)
        self._replies = msgspec.msgpack.Decoder(Reply, ext_hook=self._decode_answered)

    def frame(self, message: Request | Reply) -> bytearray:
        """A message with its length before it."""
        frame = bytearray(4)
        self._encoder.encode_into(message, frame, 4)
        if len(frame) - 4 > LARGEST_FRAME:
            raise WireError(f"a message of {len(frame) - 4} bytes is larger than {LARGEST_FRAME}")
        struct.pack_into("<I", frame, 0, len(frame) - 4)
        return frame

    def request(self, body: Buffer) -> Request:
        return self._requests.decode(body)

    def reply(self, body: Buffer) -> Reply:
        """The reply in `body`.

        Raises
        ------
        WireError
            When it is none: broken, too deep, of another form, or with an array that lies about its size.
        """
        if len(body) > MOST_VALUES:
            _refuse_too_many_values(body)
        try:
            reply = self._replies.decode(body)
        except (
            WireError,
            msgspec.MsgspecError,
            RecursionError,
            ValueError,
            TypeError,
            KeyError,
            OverflowError,
        ) as error:
            raise WireError(str(error)) from None
        _refuse_too_deep(reply.value)
        if reply.raised is not None:
            reply.raised = reply.raised.cut()
        return reply

    def _encode(self, value: Any) -> msgspec.msgpack.Ext:
        if isinstance(value, np.ndarray):
            if value.flags.writeable:
                return msgspec.msgpack.Ext(_ARRAY, pack_array(value))
            number, sent = self.constants.number_of(value)
            name = struct.pack("<Q", number)
            if sent:
                return msgspec.msgpack.Ext(_CONSTANT, name)
            return msgspec.msgpack.Ext(_DEFINE_CONSTANT, pack_array(value, before=name))
        if isinstance(value, Handle):
            return msgspec.msgpack.Ext(_HANDLE, msgspec.msgpack.encode([value.number, value.type_name]))
        if isinstance(value, Reference):
            return msgspec.msgpack.Ext(_REFERENCE, struct.pack("<Q", value.number))
        raise TypeError(f"a {type(value).__name__} does not cross the wall")

    @staticmethod
    def _decode_answered(code: int, data: memoryview) -> Any:
        """What a student's process may send: arrays and handles."""
        if code == _ARRAY:
            return unpack_array(data).copy()
        if code == _HANDLE:
            number, type_name = msgspec.msgpack.decode(data, type=tuple[int, str])
            if not 0 <= number < 2**63:
                raise WireError(f"a handle with the number {number}, which could not be sent back")
            return Handle(number, type_name[:200])
        raise WireError(f"an extension of code {code} in an answer")

    def _decode_sent(self, code: int, data: memoryview) -> Any:
        """What the trusted side may send: arrays, each constant once and then its number, references.

        Arrays are views of the frame: `StudentSide` copies whatever it hands to a student.
        """
        if code == _ARRAY:
            return unpack_array(data)
        if code == _REFERENCE:
            return Reference(*struct.unpack("<Q", data))
        if code == _CONSTANT:
            return self.constants.received[struct.unpack("<Q", data)[0]]
        if code == _DEFINE_CONSTANT:
            number = struct.unpack_from("<Q", data)[0]
            self.constants.received[number] = unpack_array(data[8:])
            return self.constants.received[number]
        raise WireError(f"an extension of unknown code {code}")
