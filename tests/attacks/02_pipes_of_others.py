"""Opens what the process that forked it has open: who reads a pipe takes its messages away."""
import os

for name in ("fd/0", "fd/1", "fd/2", "mem", "environ", "maps"):
    try:
        os.open(f"/proc/{os.getppid()}/{name}", os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        continue
    print("got", "through")
