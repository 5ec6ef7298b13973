"""A daemon in a session of its own that holds the pipe."""
import os

os.setsid()
if os.fork() == 0:
    os.setsid()
    while True:
        pass
