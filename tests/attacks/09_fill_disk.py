"""Files of the largest size that is allowed, and many of them."""
import os

for number in range(20):
    with open(f"file{number}", "wb") as file:
        file.write(b"x" * 60_000_000)
for number in range(20_000):
    open(f"inode{number}", "w").close()
