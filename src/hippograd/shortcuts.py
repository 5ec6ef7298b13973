"""What processes of our own leave out of what they import, to start in half the time.

This changes the interpreter for all that it runs, so that only a process that we began may take them.
"""

import gc
import importlib
import sys
from types import ModuleType
from typing import Any

GRAMMARS = ("rfc3987_syntax", "isoduration")
"""Of web addresses and of durations: jsonschema, and so nbformat, loads them where they are installed. Nothing here
checks such text, and jsonschema goes without when they are missing."""

SERVER_EXTENSIONS = ("assignment_list", "course_list", "validate_assignment", "formgrader")
"""Parts of Jupyter's server that `import nbgrader` loads; there is no such server here."""

NEW_OBJECTS = 100_000
"""That are made before garbage is looked for: imports make several times as many, and drop few."""

UNPACKING = "setuptools.archive_util"
"""nbgrader imports it, and with it all of setuptools, for what it collects; that is not called here."""


class _Unpacking(ModuleType):
    """Stands in for the module until something of it is called, or anything else of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name in ("unpack_archive", "unpack_tarfile", "unpack_zipfile"):
            return lambda *given, **named: getattr(self._itself(), name)(*given, **named)
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._itself(), name)

    def _itself(self) -> ModuleType:
        if sys.modules.get(UNPACKING) is self:
            del sys.modules[UNPACKING]
        return importlib.import_module(UNPACKING)


def take_shortcuts() -> None:
    """Have what is never used count as missing, or as empty, where it is not imported yet; look for garbage rarely."""
    gc.set_threshold(NEW_OBJECTS)
    for name in GRAMMARS:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]
    for name in SERVER_EXTENSIONS:
        empty = ModuleType(f"nbgrader.server_extensions.{name}")
        empty.load_jupyter_server_extension = None  # type: ignore[attr-defined]
        sys.modules.setdefault(empty.__name__, empty)
    sys.modules.setdefault(UNPACKING, _Unpacking(UNPACKING))
