"""Pages as HTML, all in the same clothes; nothing is fetched when one is read."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, Template
from markupsafe import Markup

TEMPLATES = Path(__file__).with_name("templates")

CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]")
"""What a terminal obeys and what turns the direction of text: a page may be read with `cat`, too."""


def rendered(template: Path, styles: str = "feedback.css", **values: Any) -> str:
    """Return a page."""
    made = _template(template)
    loader = made.environment.loader
    assert loader is not None
    css = Markup("\n".join(loader.get_source(made.environment, name)[0] for name in styles.split()))
    return CONTROL.sub("\N{REPLACEMENT CHARACTER}", made.render(css=css, **values).lstrip())


@lru_cache(maxsize=8)
def _template(file: Path) -> Template:
    loader = FileSystemLoader([file.parent, TEMPLATES])
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template(file.name)
