"""A computation in C that no signal handler of Python's interrupts and that holds the lock of the interpreter."""
import signal

for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM):
    signal.signal(number, signal.SIG_IGN)
pow(7, 10**9)
