"""JupyterLite: the notebooks of a site in the reader's own browser, without a server."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from hippograd.building.zips import FIRST_STAMP
from hippograd.course import Offering
from hippograd.errors import HippogradError
from hippograd.files import files_in

PYODIDE = "https://cdn.jsdelivr.net/pyodide/v0.27.7/full/"
"""Where browsers fetch Python from, unless a bundle of it lies beside the site; the version that tests run with."""

WHEELS = ("comm",)
"""Pure packages that a kernel needs and Pyodide does not have."""

KERNEL = "@jupyterlite/pyodide-kernel-extension"
NOT_THERE = ("tests", "requirements.txt", "README.md")
"""What of a release a browser has no use for."""


def build_lite(offerings: Sequence[Offering], out: Path, work: Path, bundle: Path | None) -> None:
    """Build JupyterLite with the folders of these releases."""
    contents, wheels = work / "contents", work / "pypi"
    for offering in offerings:
        for name, path in files_in(offering.release).items():
            if name.partition("/")[0] not in NOT_THERE:
                target = contents / offering.assignment.name / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
        _zip_of("ipywidgets", contents / offering.assignment.name)
    wheels.mkdir()
    for package in WHEELS:
        wheel_of(package, wheels)
    (work / "jupyter-lite.json").write_text(json.dumps(_settings(bundle is not None)), encoding="utf-8")
    (work / "overrides.json").write_text(json.dumps(_OVERRIDES), encoding="utf-8")
    if bundle is not None:
        _check_bundle(bundle)
        shutil.copytree(bundle, work / "static" / "pyodide")
    _run(work, out, contents)


_OVERRIDES = {
    "@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": 5},
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
}
"""Settings of JupyterLab: it saves every five seconds."""


def _settings(is_offline: bool) -> dict[str, Any]:
    kernel: dict[str, Any] = {"disablePyPIFallback": True}
    if not is_offline:
        kernel["pyodideUrl"] = f"{PYODIDE}pyodide.js"
    data = {"exposeAppInBrowser": True, "litePluginSettings": {f"{KERNEL}:kernel": kernel}}
    return {"jupyter-lite-schema-version": 0, "jupyter-config-data": data}


def _check_bundle(bundle: Path) -> None:
    needed = ("pyodide.js", "pyodide.asm.wasm", "pyodide-lock.json")
    if missing := [name for name in needed if not (bundle / name).is_file()]:
        raise HippogradError("pyodide-incomplete", folder=bundle, missing=missing[0])


def _run(work: Path, out: Path, contents: Path) -> None:
    extensions = [_extension("jupyterlite-pyodide-kernel"), _extension("jupyterlab-widgets")]
    command = [sys.executable, "-m", "jupyterlite_core.app", "build", "--ignore-sys-prefix", "--no-libarchive"]
    command += ["--apps", "notebooks", "--apps", "lab", "--no-unused-shared-packages", "--no-sourcemaps"]
    command += [f"--lite-dir={work}", f"--output-dir={out}", f"--contents={contents}"]
    command += [f"--LiteBuildConfig.federated_extensions={extension}" for extension in extensions]
    done = subprocess.run(command, cwd=work, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode:
        said = (done.stdout + done.stderr).strip().splitlines()[-5:]
        raise HippogradError("jupyterlite-not-built", cause=" ".join(said))


def _distribution(package: str) -> Distribution:
    try:
        return distribution(package)
    except PackageNotFoundError:
        raise HippogradError("package-missing", package=package) from None


def _extension(package: str) -> Path:
    """Return the folder of the extension of JupyterLab that a package installs."""
    files = _distribution(package).files or []
    (found,) = (file for file in files if file.name == "install.json" and "labextensions" in file.parts)
    return Path(str(found.locate())).resolve().parent


def _zip_of(package: str, folder: Path) -> None:
    """The modules of an installed package in a zip, from which Python imports them."""
    with zipfile.ZipFile(folder / f"{package}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(_distribution(package).files or [], key=str):
            if file.parts[0] == package and file.suffix == ".py" and "tests" not in file.parts:
                content = Path(str(file.locate())).read_bytes()
                archive.writestr(zipfile.ZipInfo(file.as_posix(), FIRST_STAMP), content)


def wheel_of(package: str, folder: Path) -> Path:
    """Pack an installed package of pure Python as the wheel that it came from: nothing is fetched."""
    found = _distribution(package)
    target = folder / f"{package.replace('-', '_')}-{found.version}-py3-none-any.whl"
    written_by_pip = ("INSTALLER", "REQUESTED", "direct_url.json")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(found.files or [], key=str):
            is_own = not str(file).startswith("..") and "__pycache__" not in file.parts
            if is_own and file.name not in written_by_pip:
                archive.writestr(zipfile.ZipInfo(file.as_posix(), FIRST_STAMP), Path(str(file.locate())).read_bytes())
    return target
