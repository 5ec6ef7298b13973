"""One thread for each process: there are as many processes as cores, and marks do not depend on how sums are split."""

_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")

ONE_THREAD = dict.fromkeys(_VARIABLES, "1")
"""What the environment of a process says before it loads what calculates.

OpenBLAS keeps a second core busy for 0.07 s as it starts, where it may use one."""
