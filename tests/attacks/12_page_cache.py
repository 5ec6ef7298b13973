"""Tells the next submission a number by which pages of a library's file are in memory, and counters of the whole machine."""
import ctypes
import mmap
import os
import resource

import numpy as np

SIZE = 16 * mmap.PAGESIZE
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
file = os.open(np._core._multiarray_umath.__file__, os.O_RDONLY)
at = libc.mmap(None, ctypes.c_size_t(SIZE), mmap.PROT_READ, mmap.MAP_SHARED, file, ctypes.c_long(0))
told = []
if libc.mincore(ctypes.c_void_p(at), ctypes.c_size_t(SIZE), ctypes.create_string_buffer(16)) == 0:
    told.append("mincore")
for advice in (9, 12, 20, 21, 22, 25, 100, 101):  # REMOVE, MERGEABLE, COLD, PAGEOUT, POPULATE_READ, COLLAPSE, HWPOISON
    if libc.madvise(ctypes.c_void_p(at), ctypes.c_size_t(SIZE), advice) == 0:
        told.append(advice)
if libc.syscall(187, file, 0, SIZE) == 0:
    told.append("readahead")
if libc.syscall(451, file, (ctypes.c_uint64 * 2)(0, SIZE), (ctypes.c_uint64 * 5)(), 0) == 0:
    told.append("cachestat")
for name, attempt in {
    "preadv2": lambda: os.preadv(file, [bytearray(1)], 0, os.RWF_NOWAIT),
    "statfs": lambda: os.statvfs("."),
    "limits": lambda: resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE),
}.items():
    try:
        attempt()
        told.append(name)
    except OSError:
        pass
if libc.sysinfo(ctypes.create_string_buffer(512)) == 0:
    told.append("sysinfo")
if told:
    print("got", "through", told)
