"""Makes the corpus of the fuzz test of `src/hippograd/sandbox/wire.py`: real replies, and what became of them.

    python tests/frames/make.py

`good-*` are replies, `bad-*` must be refused. To keep what a fuzzer finds, put it beside them under such a name.
"""

import random
import struct
from pathlib import Path

import msgspec
import numpy as np

from gradekit.proxy import Handle
from hippograd.sandbox.wire import Codec, Raised, Reply, pack_array

HERE = Path(__file__).parent
OUTPUTS = [{"output_type": "stream", "name": "stdout", "text": "hello\n"}]


def ext(code: int, payload: bytes) -> bytes:
    return msgspec.msgpack.encode({"number": 1, "value": msgspec.msgpack.Ext(code, payload)})


def value(raw: bytes) -> bytes:
    return b"\x82\xa6number\x01\xa5value" + raw


good = {
    "nothing": Reply(1),
    "numbers": Reply(2, [1, -1, 2**63 - 1, 0.5, True, None, "text \u00e9"]),
    "array": Reply(3, np.arange(6.0).reshape(2, 3)),
    "array-of-truths": Reply(4, np.array([True, False])),
    "array-of-nothing": Reply(5, np.zeros((0, 4), np.float32)),
    "dict": Reply(6, {"a": [1, {"b": np.ones(2, np.int8)}]}),
    "handle": Reply(7, [Handle(7, "LinearModel"), Handle(8, "torch.Tensor")]),
    "raised": Reply(8, raised=Raised("ValueError", "no", "Traceback")),
    "not-defined": Reply(9, not_defined="fit_1d"),
    "cell": Reply(10, {"outputs": OUTPUTS, "error": None}),
    "not-finite": Reply(11, [float("nan"), float("inf"), np.array([np.nan, -np.inf])]),
}
frames = {f"good-{name}": Codec().frame(reply)[4:] for name, reply in good.items()}
frames |= {
    "good-duplicate-keys": b"\x84\xa6number\x01\xa6number\x02\xa5value\x01\xa5value\x02",
    "good-unknown-keys": b"\x83\xa6number\x01\xa5value\x02\xa4evil\xc4\x03abc",
    "good-bytes-and-time": value(b"\x92\xc4\x03abc\xd6\xff\x00\x00\x00\x01"),
    "bad-empty": b"",
    "bad-list": b"\x92\x01\x02",
    "bad-number-is-text": b"\x81\xa6number\xa1x",
    "good-number-too-large": b"\x81\xa6number\xcf" + b"\xff" * 8,
    "bad-more-behind": frames["good-numbers"] + b"\x01",
    "bad-cut": frames["good-array"][:-3],
    "bad-list-of-4-billion": value(b"\xdd\xff\xff\xff\xff\x01"),
    "bad-dict-of-4-billion": value(b"\xdf\xff\xff\xff\xff\x01"),
    "bad-text-of-4-billion": value(b"\xdb\xff\xff\xff\xffx"),
    "bad-text-no-utf-8": value(b"\xa2\xff\xfe"),
    "bad-code-c1": value(b"\xc1"),
    "bad-deep": value(b"\x91" * 60 + b"\x01"),
    "bad-deeper": value(b"\x91" * 900 + b"\x01"),
    "bad-deepest": value(b"\x91" * 30_000 + b"\x01"),
    "bad-deep-dicts": value(b"\x81\xa1a" * 100 + b"\x01"),
    "good-key-is-list": value(b"\x81\x91\x91\x01\x02"),
    "bad-array-huge": ext(1, struct.pack("<BBQ", 11, 1, 2**40) + b"\0" * 8),
    "bad-array-overflow": ext(1, struct.pack("<BBQQ", 11, 2, 2**63, 2)),
    "bad-array-dtype": ext(1, struct.pack("<BB", 99, 0) + b"\0" * 8),
    "bad-array-dimensions": ext(1, struct.pack("<BB", 11, 200)),
    "bad-array-no-truth": ext(1, struct.pack("<BBQ", 0, 1, 1) + b"\x07"),
    "bad-array-empty": ext(1, b""),
    "bad-handle-form": ext(2, msgspec.msgpack.encode(["x", 1])),
    "bad-handle-empty": ext(2, b""),
    "bad-reference": ext(3, struct.pack("<Q", 1)),
    "bad-constant": ext(5, struct.pack("<Q", 0)),
    "bad-define-constant": ext(4, struct.pack("<Q", 0) + pack_array(np.zeros(2))),
    "bad-extension": ext(77, b"abc"),
    "bad-pickle": b"\x80\x05\x95\x1c\x00\x00\x00\x00\x00\x00\x00\x8c\x05posix\x94\x8c\x06system\x94\x93\x94\x8c\x01x\x94\x85\x94R\x94.",
}
for old in HERE.glob("*.bin"):
    old.unlink()
for name, body in frames.items():
    (HERE / f"{name}.bin").write_bytes(body)
chance = random.Random(4)
for number in range(40):
    body = bytearray(chance.choice([body for name, body in frames.items() if len(body) < 300]))
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(body) + 1)
        body[place : place + chance.randint(0, 2)] = chance.randbytes(chance.randint(0, 3))
    (HERE / f"mutated-{number:02d}.bin").write_bytes(bytes(body))
