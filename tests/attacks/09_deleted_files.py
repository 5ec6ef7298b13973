"""Fills the disk with files that no folder shows any more: deleted, and held open."""
import os

held = []
for number in range(200):
    file = open(f"file{number}", "wb")
    os.unlink(f"file{number}")
    file.write(b"x" * 60_000_000)
    file.flush()
    held.append(file)
