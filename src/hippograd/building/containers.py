"""Files that let a release be opened with everything in place: by VS Code or Codespaces, and by Binder."""

from __future__ import annotations

import json

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
