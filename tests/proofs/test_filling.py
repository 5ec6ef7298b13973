"""Notebooks that are filled in as students would."""

from __future__ import annotations

import json

from hippograd.building.cells import BEGIN_SCHEME
from hippograd.course.released import ReleasedCell
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers


def test_a_filled_notebook_has_the_answers_and_no_mark_scheme(linear_cells: list[ReleasedCell]) -> None:
    assert any(BEGIN_SCHEME in cell.source for cell in linear_cells)
    answers = reference_answers(linear_cells)
    filled = json.loads(notebook_text(filled_notebook(linear_cells, answers)))
    sources = ["".join(cell["source"]) for cell in filled["cells"]]
    assert not [source for source in sources if BEGIN_SCHEME in source]
    assert answers["w_star"] in sources
