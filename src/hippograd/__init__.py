"""Hippograd: a deep-learning course that marks itself, and the autograder that marks it."""

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

__version__ = "0.2.0"

# Grammars of web addresses and of durations that jsonschema, and so nbformat, loads where they are installed: more than
# half of the time that `import nbgrader` takes. Nothing here checks such text, and jsonschema goes without when they
# are missing.
for _grammar in ("rfc3987_syntax", "isoduration"):
    sys.modules.setdefault(_grammar, None)  # type: ignore[arg-type]


def _server_extension(name: str, folder: Path, module: str) -> ModuleType:
    """A server extension of nbgrader's that imports Jupyter's server when it is loaded into one, and not before."""
    package = ModuleType(f"nbgrader.server_extensions.{name}")
    package.__path__ = [str(folder / name)]

    def load(app: Any) -> None:
        import_module(f"{package.__name__}.{module}").load_jupyter_server_extension(app)

    package.load_jupyter_server_extension = package._load_jupyter_server_extension = load  # type: ignore[attr-defined]
    return package


def _keep_servers_out_of_nbgrader() -> None:
    """`import nbgrader.api` imports four server extensions of Jupyter's, which take two fifths of its time."""
    spec = find_spec("nbgrader")
    if spec is None or spec.origin is None or "nbgrader" in sys.modules:
        return
    folder = Path(spec.origin).parent / "server_extensions"
    for name in ("assignment_list", "course_list", "validate_assignment", "formgrader"):
        module = "formgrader" if name == "formgrader" else "handlers"
        extension = _server_extension(name, folder, module)
        sys.modules.setdefault(extension.__name__, extension)


def _require_own_gradekit() -> None:
    """Graders are written with `gradekit`: a folder of this name in the working directory may be a student's."""
    spec = find_spec("gradekit")
    found = Path(spec.origin).resolve() if spec is not None and spec.origin is not None else None
    if found is None or found.parents[1] != Path(__file__).resolve().parents[1]:
        raise ImportError(f"{found} is not the gradekit of this hippograd: run it elsewhere, or install it again.")


_require_own_gradekit()
_keep_servers_out_of_nbgrader()
