"""Processes without end."""
import os
import subprocess

children = 0
for _ in range(1000):
    try:
        if os.fork() == 0:
            while True:
                os.fork()
        children += 1
    except OSError:
        break
try:
    subprocess.Popen(["sleep", "1000"])
    children += 1
except OSError:
    pass
if children:
    print("got", "through")
