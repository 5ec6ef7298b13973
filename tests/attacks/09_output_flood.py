"""Output without end."""
import sys

for _ in range(3000):
    print("x" * 100_000)
    sys.stderr.write("y" * 100_000)
