"""What a notebook imports that may be missing where it is graded."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, packages_distributions, requires

from gradekit.cell_names import parsed


def not_promised(sources: Iterable[str], packages: Iterable[str], beside: Iterable[str]) -> list[str]:
    """The modules that cells import from packages which are neither promised nor needed by one that is.

    Parameters
    ----------
    sources : iterable of str
        Cells of code. Of what is not installed here nothing is said: to import it raises.
    packages : iterable of str
        Those that are there when the notebook is graded.
    beside : iterable of str
        The modules that lie beside the notebook in its release.
    """
    trees = [tree for tree in map(parsed, sources) if tree is not None]
    modules = {module for tree in trees for node in ast.walk(tree) for module in imported_modules(node)}
    promised = _with_their_needs(packages)
    others = {module for module in modules - sys.stdlib_module_names - {*beside} if _same_name(module) not in promised}
    installed = packages_distributions() if others else {}  # which reads the files of all packages
    return sorted(
        module for module in others & installed.keys() if not promised & {*map(_same_name, installed[module])}
    )


def imported_modules(node: ast.AST) -> list[str]:
    """The top-level modules that a statement imports."""
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module.partition(".")[0]]
    return []


def _with_their_needs(packages: Iterable[str]) -> set[str]:
    """Packages with all that they require, extras aside."""
    found, waiting = set[str](), [_same_name(package) for package in packages]
    while waiting:
        package = waiting.pop()
        if package not in found:
            found.add(package)
            with suppress(PackageNotFoundError):
                needed = [one for one in requires(package) or [] if "extra ==" not in one]
                waiting += [_same_name(re.split(r"[^A-Za-z0-9._-]", one, maxsplit=1)[0]) for one in needed]
    return found


def _same_name(package: str) -> str:
    """A package's name as indexes compare it: `Scikit_Learn` is `scikit-learn`."""
    return re.sub(r"[-_.]+", "-", package).lower()
