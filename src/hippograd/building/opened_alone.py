"""A notebook that is opened without its folder, as Colab does from a link: its first cell fetches the rest.

What it fetches is the zip of the release at an address of the course's; a file with another SHA-256 is refused.
"""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell

from hippograd.building.notebooks import load_notebook
from hippograd.course import Offering
from hippograd.files import sha256

CELL = """\
# Opened without its folder, as on Colab, this notebook fetches the other files. Elsewhere nothing happens.
import importlib.util

if importlib.util.find_spec("gradekit") is None:
    import hashlib, io, os, sys, urllib.request, zipfile

    address = {address!r}
    try:
        fetched = urllib.request.urlopen(address, timeout=60).read()
    except OSError as error:
        raise RuntimeError(f"{{address}} cannot be fetched: {{error}}. Run this cell again.") from None
    if hashlib.sha256(fetched).hexdigest() != {digest!r}:
        raise RuntimeError("The files there are not those of this notebook: open it from the course's page again.")
    zipfile.ZipFile(io.BytesIO(fetched)).extractall()
    os.chdir({folder!r})
    sys.path.insert(0, os.getcwd())
"""


def notebook_opened_alone(offering: Offering, packed: Path, address: str) -> str:
    """Return the text of a release's notebook with one more cell at its top."""
    nb = load_notebook(offering.release / offering.assignment.notebook.name)
    source = CELL.format(address=address, digest=sha256(packed.read_bytes()), folder=offering.assignment.name)
    nb.cells.insert(0, new_code_cell(source.rstrip("\n"), id="fetch-the-folder", metadata={"tags": ["demo"]}))
    return str(nbformat.writes(nb)) + "\n"
