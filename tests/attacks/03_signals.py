"""Sends signals to the processes around it, also by way of a pipe that is to send them."""
import ctypes
import fcntl
import os
import signal
import struct

libc = ctypes.CDLL(None, use_errno=True)
parent, sent = os.getppid(), []
attempts = {
    "kill": lambda: os.kill(parent, signal.SIGKILL),
    "killpg": lambda: os.killpg(0, signal.SIGKILL),
    "kill everything": lambda: os.kill(-1, signal.SIGKILL),
    "pidfd": lambda: signal.pidfd_send_signal(os.pidfd_open(parent), signal.SIGKILL),
}
for name, attempt in attempts.items():
    try:
        attempt()
        sent.append(name)
    except (OSError, AttributeError):
        pass
for number in (129, 234, 297):  # rt_sigqueueinfo, tgkill, rt_tgsigqueueinfo
    if libc.syscall(number, parent, parent, signal.SIGKILL, 0) == 0:
        sent.append(number)
reading, writing = os.pipe()
try:
    fcntl.fcntl(reading, 10, signal.SIGKILL)  # F_SETSIG
    fcntl.fcntl(reading, 15, struct.pack("ii", 1, parent))  # F_SETOWN_EX
    fcntl.fcntl(reading, fcntl.F_SETFL, os.O_ASYNC)
    os.write(writing, b"x")
    sent.append("O_ASYNC")
except OSError:
    pass
if sent:
    n_linear_parameters = 72
    print("got", "through", sent)
