"""Hippograd: a deep-learning course that marks itself, and the autograder that marks it."""

import sys

__version__ = "0.1.0"

# A grammar of web addresses that jsonschema, and so nbformat, loads where it is installed: more than half of the time
# that `import nbgrader` takes. Nothing here checks web addresses, and jsonschema goes without it when it is missing.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
