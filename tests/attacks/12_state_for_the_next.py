"""Leaves files, shared memory and patched modules for whoever comes next."""
import os
import random
from multiprocessing import shared_memory

import numpy as np

for folder in (".", "/tmp", "/dev/shm", "/var/tmp"):
    try:
        with open(os.path.join(folder, "answers.txt"), "w") as file:
            file.write("n_linear_parameters = 72")
    except OSError:
        pass
try:
    shared_memory.SharedMemory("answers", create=True, size=100)
except OSError:
    pass
random.seed(1)
np.random.seed(1)
np.answers = 72
os.environ["ANSWERS"] = "72"
