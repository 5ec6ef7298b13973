"""Far more on the disk than is allowed, moved out of the way of whoever looks at the folder."""

import os
import time

os.umask(0)
for name in ("a", "b", "c"):
    os.mkdir(name)
last, middle, first = (entry.name for entry in os.scandir("."))
for number in range(1_850):
    open(f"{middle}/{number}", "w").close()  # what takes the look some time
os.mkdir(f"{last}/full")
block, taken, looks, begun, moved = b"\1" * (1 << 20), 0, 0, time.monotonic(), 0.0


def look():
    """The time at which the folder that is looked at first was read."""
    return os.stat(first).st_atime_ns


def forget():
    open(f"{first}/x", "w").close()
    os.unlink(f"{first}/x")
    return look()


time.sleep(0.02)
seen = forget()
while time.monotonic() - begun < 3:
    if look() != seen:
        os.rename(f"{last}/full", f"{first}/full")
        looks, moved = looks + 1, time.monotonic()
        time.sleep(0.05)
        os.rename(f"{first}/full", f"{last}/full")
        seen = forget()
    elif taken < 600 and looks > 2 and time.monotonic() - moved < 0.12:
        with open(f"{last}/full/{taken // 60}", "ab") as file:
            file.write(block)
        taken += 1
print("got through" if taken > 400 else "nothing was written", taken, looks)
