"""Announces a huge message, sends deep nesting, duplicate keys and an array that is not there."""
import os
import struct

body = b"\x82\xa6number\x01\xa5value" + b"\x91" * 200_000
os.write(201, struct.pack("<I", len(body)) + body)
os.write(201, struct.pack("<I", 2**32 - 1))
