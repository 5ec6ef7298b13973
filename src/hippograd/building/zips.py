"""Zips of releases, for a learning management system."""

import json
import zipfile
from collections.abc import Collection, Mapping
from pathlib import Path

from hippograd.course import Offering
from hippograd.errors import HippogradError
from hippograd.files import beside, files_in, put_in_place

FIRST_STAMP = (1980, 1, 1, 0, 0, 0)
REGULAR_FILE, EXECUTABLE_FILE = 0o100644, 0o100755


def zip_release(offering: Offering, target: Path) -> Path:
    """Pack one assignment's release folder, with the files that a container is made from.

    The same folder always gives the same bytes.
    """
    release = offering.release
    files = files_in(release)
    if not files:
        raise HippogradError("release-missing", folder=release, command=offering.how_to_build)
    with beside(target) as work:
        built = work / target.name
        contents = {name: path.read_bytes() for name, path in files.items()}
        contents |= {name: text.encode() for name, text in container_files(f"{release.name}.ipynb").items()}
        zip_files(built, {f"{release.name}/{name}": content for name, content in contents.items()})
        put_in_place(built, target, work)
    return target


def zip_files(target: Path, files: Mapping[str, bytes], executable: Collection[str] = ()) -> None:
    """Write a zip of files, by their names in it; the same files always give the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, FIRST_STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (EXECUTABLE_FILE if name in executable else REGULAR_FILE) << 16
            archive.writestr(entry, content)


PYTHON = "3.12"


def container_files(notebook: str) -> dict[str, str]:
    """Return the files, by their name in the folder of a release."""
    container = {
        "name": notebook.removesuffix(".ipynb"),
        "image": f"mcr.microsoft.com/devcontainers/python:{PYTHON}",
        "postCreateCommand": "pip install -r requirements.txt",
        "customizations": {
            "vscode": {"extensions": ["ms-python.python", "ms-toolsai.jupyter"]},
            "codespaces": {"openFiles": [notebook]},
        },
    }
    return {
        ".devcontainer/devcontainer.json": json.dumps(container, indent=2) + "\n",
        "runtime.txt": f"python-{PYTHON}\n",
    }
