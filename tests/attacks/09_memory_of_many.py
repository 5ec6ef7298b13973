"""Memory in many processes, and in every kind that is not counted as the process's own."""
import ctypes
import mmap
import multiprocessing
import os

libc = ctypes.CDLL(None, use_errno=True)
kept, made = [], []
try:
    with multiprocessing.get_context("fork").Pool(8) as pool:
        pool.map(bytearray, [10**9] * 8)
    made.append("processes")
except BaseException:
    pass
try:
    descriptor = os.memfd_create("hoard")
    os.ftruncate(descriptor, 2**40)
    made.append("memfd")
except (OSError, AttributeError):
    pass
if libc.shmget(0, 2**30, 0o1600) >= 0:
    made.append("shmget")
if libc.mlockall(3) == 0:
    made.append("mlockall")
if made:
    print("got", "through", made)
while True:
    kept.append(mmap.mmap(-1, 2**28))
    kept[-1].write(b"x" * 2**28)
