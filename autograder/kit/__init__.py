"""Where the kit is; importing this makes it importable as `decoding`.

Its folder goes first on the import path: a student's release holds a folder of that name too, and must never be loaded
here in its place.
"""

import sys
from pathlib import Path

KIT = Path(__file__).resolve().parent

if str(KIT) not in sys.path:
    sys.path.insert(0, str(KIT))
