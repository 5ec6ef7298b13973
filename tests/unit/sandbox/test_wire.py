"""Only well-formed data cross the wall; everything else is refused with one kind of error."""

from __future__ import annotations

import contextlib
import struct
import tracemalloc
from datetime import datetime
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from gradekit.proxy import Handle, Reference
from hippograd.sandbox.wire import Codec, Raised, Reply, Request, WireError, pack_array, unpack_array
from tests.conftest import ROOT

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


def test_an_array_of_many_dimensions_arrives() -> None:
    assert unpack_array(pack_array(np.zeros((1,) * 32))).shape == (1,) * 32


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


@pytest.mark.parametrize("number", [-1, 2**63])
def test_a_handle_whose_number_could_not_be_sent_back_is_refused(number: int) -> None:
    with pytest.raises(WireError):
        through([Handle(number, "LinearModel")])


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


FRAMES = {path.stem: path.read_bytes() for path in sorted((ROOT / "tests" / "frames").glob("*.bin"))}
PLAIN = (type(None), bool, int, float, str, bytes, datetime, Handle)


def read(body: bytes) -> Reply | None:
    """A reply of nothing but plain values, or None where the message was refused; never much more memory than it."""
    tracemalloc.start()
    try:
        reply = Codec().reply(body)
    except WireError:
        return None
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 1_000_000 + 100 * len(body)
    assert isinstance(reply, Reply)
    waiting = [reply.value]
    while waiting:
        value = waiting.pop()
        if type(value) in (list, tuple):
            waiting += value
        elif type(value) is dict:
            waiting += [*value.keys(), *value.values()]
        elif type(value) is np.ndarray:
            assert value.dtype.kind in "biuf"
            assert value.flags.owndata
        else:
            assert type(value) in PLAIN
    return reply


@pytest.mark.parametrize("name", FRAMES)
def test_each_frame_of_the_corpus_is_a_plain_reply_or_refused(name: str) -> None:
    reply = read(FRAMES[name])
    assert name.startswith("mutated") or (reply is not None) == name.startswith("good")


def mutations() -> st.SearchStrategy[bytes]:
    """Frames of the corpus with some stretches taken out, put in, or put in from another."""
    some = st.sampled_from([body for body in FRAMES.values() if len(body) < 2_000])
    piece = st.binary(max_size=9) | some.flatmap(
        lambda body: st.tuples(st.integers(0, len(body)), st.integers(0, 40)).map(lambda at: body[at[0] : sum(at)])
    )
    cuts = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 20), piece), min_size=1, max_size=5)

    def cut(body: bytes, places: list[tuple[int, int, bytes]]) -> bytes:
        for start, length, inserted in places:
            start %= len(body) + 1
            body = body[:start] + inserted + body[start + length :]
        return body

    return st.builds(cut, some, cuts)


@given(mutations())
def test_whatever_becomes_of_a_frame_is_a_plain_reply_or_refused(body: bytes) -> None:
    read(body)


def test_a_message_of_very_many_values_is_refused_before_it_takes_the_memory() -> None:
    body = b"\x82\xa6number\x01\xa5value\xdd" + struct.pack(">I", 20_000_000) + b"\x90" * 20_000_000
    tracemalloc.start()
    with pytest.raises(WireError, match="values"):
        Codec().reply(body)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000


def test_what_is_said_of_an_exception_is_cut_as_it_arrives() -> None:
    sent = Reply(1, raised=Raised(*("x" * 1_000_000 for _ in range(4))))
    arrived = Codec().reply(Codec().frame(sent)[4:]).raised
    assert arrived is not None
    assert [len(text) for text in (arrived.type_name, arrived.text, arrived.trace, arrived.cell)] == [
        100,
        500,
        4_000,
        100,
    ]


def test_a_large_array_and_a_long_text_are_not_many_values() -> None:
    arrived = through([np.zeros(3_000_000), "x" * 3_000_000, Handle(1, "y"), 1, -1, 0.5, True, None, {"a": [2**40]}])
    assert arrived[0].shape == (3_000_000,)
    assert arrived[1] == "x" * 3_000_000
