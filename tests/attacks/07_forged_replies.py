"""Writes replies that nobody asked for, twice, out of order, and to other numbers."""
import os
import struct
import threading


def frame(body):
    return struct.pack("<I", len(body)) + body


for number in (0, 1, 2, 3, 50, 127):
    body = b"\x82\xa6number" + bytes([number]) + b"\xa5value\x48"
    os.write(201, frame(body) * 2)
threading.Thread(target=lambda: [os.write(201, frame(b"\x80")) for _ in range(1000)]).start()
