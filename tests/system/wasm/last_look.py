"""Takes the last look at the notebook in its folder, as its last cell does; prints one line of JSON.

It runs in Pyodide.
"""

import asyncio
import json
import os
import sys
from pathlib import Path

os.environ["MPLBACKEND"] = "agg"
sys.path.insert(0, os.getcwd())

from gradekit.handing_in import look_at
from gradekit.public_checks import read_release

loop, task = asyncio.get_running_loop(), asyncio.current_task()
(notebook,) = Path().glob("*.ipynb")
says = look_at(notebook, read_release()).lines
kept = (loop, task) == (asyncio.get_running_loop(), asyncio.current_task())
print("\n" + json.dumps({"says": says, "kept": kept}))
