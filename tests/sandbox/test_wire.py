"""Only well-formed data cross the wall; everything else is refused with one kind of error."""

from __future__ import annotations

import contextlib
import struct
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from autograder.sandbox.wire import Codec, Reply, Request, WireError, pack_array, unpack_array
from decoding.proxy import Handle, Reference

DTYPES = st.sampled_from(["bool", "int8", "uint16", "int32", "int64", "float16", "float32", "float64"])


def through(value: Any) -> Any:
    """The value as the other side receives it."""
    return Codec().reply(Codec().frame(Reply(1, value))[4:]).value


@given(DTYPES.flatmap(lambda dtype: npst.arrays(dtype, npst.array_shapes(min_dims=0, max_dims=4, min_side=0))))
def test_an_array_arrives_with_its_values_shape_and_dtype(array: np.ndarray) -> None:
    arrived = unpack_array(pack_array(array))
    assert arrived.dtype == array.dtype
    assert arrived.shape == array.shape
    np.testing.assert_array_equal(arrived, array)


@pytest.mark.parametrize("dtype", ["object", "complex128", "U5", "datetime64[s]", "V8"])
def test_other_dtypes_do_not_cross(dtype: str) -> None:
    with pytest.raises(TypeError, match="do not cross"):
        pack_array(np.zeros(2, dtype))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_plain_values_arrive_unchanged(value: Any) -> None:
    assert through(value) == value


def test_handles_arrive_as_handles_and_nothing_else() -> None:
    arrived = through([Handle(7, "LinearModel")])[0]
    assert (type(arrived), arrived.number, arrived.type_name) == (Handle, 7, "LinearModel")


def test_a_read_only_array_is_sent_once_and_then_by_number() -> None:
    sender, receiver = Codec(), Codec()
    array = np.arange(1000.0)
    array.setflags(write=False)
    first = sender.frame(Request(1, "call", {"args": [array]}))
    second = sender.frame(Request(2, "call", {"args": [array, Reference(3)]}))
    assert len(second) < len(first) / 10
    for frame in (first, second):
        np.testing.assert_array_equal(receiver.request(frame[4:]).fields["args"][0], array)


@given(st.binary(max_size=300))
def test_random_bytes_are_an_error_or_a_reply_and_nothing_else(data: bytes) -> None:
    with contextlib.suppress(WireError):
        assert isinstance(Codec().reply(data), Reply)


@given(st.binary(max_size=200), st.integers(0, 127))
def test_random_extensions_are_refused_or_data(payload: bytes, code: int) -> None:
    body = msgspec.msgpack.encode({"number": 1, "value": msgspec.msgpack.Ext(code, payload)})
    try:
        value = Codec().reply(body).value
    except WireError:
        return
    assert isinstance(value, np.ndarray | Handle)


@pytest.mark.parametrize(
    "payload",
    [
        struct.pack("<BBQ", 11, 1, 2**40) + b"\0" * 8,
        struct.pack("<BBQ", 11, 1, 2) + b"\0" * 8,
        struct.pack("<BBQQ", 11, 2, 2**63, 2) + b"",
        struct.pack("<BB", 99, 0) + b"\0" * 8,
        struct.pack("<BB", 11, 200),
        struct.pack("<BBQ", 0, 1, 1) + b"\x07",
        b"",
    ],
    ids=["huge", "too short", "overflowing", "unknown dtype", "too many dimensions", "no truth value", "empty"],
)
def test_an_array_that_lies_about_itself_is_refused(payload: bytes) -> None:
    with pytest.raises(WireError):
        unpack_array(payload)


def test_a_message_too_deep_to_parse_is_refused() -> None:
    body = b"\x82\xa6number\x01\xa5value" + b"\x91" * 100_000 + b"\x01"
    with pytest.raises(WireError):
        Codec().reply(body)
