"""The last look at a notebook before it is handed in: ``python -m decoding.check 1_linear_regression.ipynb``."""

import sys

from gradekit.handing_in import main

if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # consoles of Windows have another
    sys.exit(main(sys.argv[1:]))
