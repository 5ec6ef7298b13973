"""Files without end, each of no size."""
number = 0
while True:
    open(f"inode{number}", "w").close()
    number += 1
