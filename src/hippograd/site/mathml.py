"""Sphinx extension: formulas as MathML, which a browser draws without a script."""

from __future__ import annotations

from typing import Any

from hippograd.records.formulas import as_mathml

LONG = 40
"""Letters of a formula in TeX from which it may be wider than a telephone: it scrolls by itself."""


def setup(app: Any) -> dict[str, Any]:
    """Register the renderer under the name `mathml`."""
    app.add_html_math_renderer("mathml", inline_renderers=(_inline, None), block_renderers=(_block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _inline(translator: Any, node: Any) -> None:
    from docutils.nodes import SkipNode

    drawn = as_mathml(node.astext(), False)
    is_long = len(node.astext()) > LONG
    translator.body.append(f'<span class="hippograd-long" tabindex="0">{drawn}</span>' if is_long else drawn)
    raise SkipNode


def _block(translator: Any, node: Any) -> None:
    from docutils.nodes import SkipNode

    translator.body.append(f'<div class="math" tabindex="0">{as_mathml(node.astext(), True)}</div>')
    raise SkipNode
