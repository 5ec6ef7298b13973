"""What processes of our own leave out of what they import, to start in half the time.

This changes the interpreter for all that it runs, so that only a process that we began may take them.
"""

import gc
import sys
from types import ModuleType

GRAMMARS = ("rfc3987_syntax", "isoduration")
"""Of web addresses and of durations: jsonschema, and so nbformat, loads them where they are installed. Nothing here
checks such text, and jsonschema goes without when they are missing."""

SERVER_EXTENSIONS = ("assignment_list", "course_list", "validate_assignment", "formgrader")
"""Parts of Jupyter's server that `import nbgrader` loads; there is no such server here."""

NEW_OBJECTS = 100_000
"""That are made before garbage is looked for: imports make several times as many, and drop few."""


def take_shortcuts() -> None:
    """Have what is never used count as missing, or as empty, where it is not imported yet; look for garbage rarely."""
    gc.set_threshold(NEW_OBJECTS)
    for name in GRAMMARS:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]
    for name in SERVER_EXTENSIONS:
        empty = ModuleType(f"nbgrader.server_extensions.{name}")
        empty.load_jupyter_server_extension = None  # type: ignore[attr-defined]
        sys.modules.setdefault(empty.__name__, empty)
