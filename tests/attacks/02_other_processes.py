"""The process group and the session of another process, which say what runs beside."""
import os

for ask in (os.getpgid, os.getsid):
    try:
        ask(os.getppid())
    except OSError:
        continue
    print("got", "through")
