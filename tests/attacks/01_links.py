"""Where links lead that are not the student's: a name says what it is, and who keeps it there."""
import os

for path in ("/proc/self/exe", "/proc/self/cwd", "/proc/self/root", "/etc/mtab"):
    for ask in (os.readlink, os.path.realpath):
        try:
            target = ask(path)
        except OSError:
            continue
        if target != path:
            print("got", "through")
