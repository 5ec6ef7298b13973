"""The ways in which notebooks arrive damaged, each made from a notebook that is whole, with the marks it should get.

A recipe takes the JSON of a filled release and gives JSON or the bytes of a file. Its marks are those of the whole
notebook, except for the tasks in `loses` (no point left), and for those with an answer in `instead` (the marks of that
answer). `asks` says whether a person has to be asked to look, `keeps_words` whether written answers are in it.
"""

from __future__ import annotations

import codecs
import json
import random
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbconvert import PythonExporter

Notebook = dict[str, Any]
Cell = dict[str, Any]

LINEAR, DESCENT = "1_linear_regression", "2_gradient_descent"
BLANK = '# YOUR CODE HERE\nraise NotImplementedError("this blank is still empty")'


@dataclass(frozen=True)
class Recipe:
    """One kind of damage."""

    name: str
    damage: Callable[[Notebook], Notebook | bytes]
    assignments: tuple[str, ...]
    answers: dict[str, str] = field(default_factory=dict)
    instead: dict[str, str] = field(default_factory=dict)
    loses: tuple[str, ...] = ()
    asks: bool = False
    gradable: bool = True
    keeps_words: bool = True


RECIPES: list[Recipe] = []


def recipe(*assignments: str, **expected: Any) -> Callable[[Callable[[Notebook], Any]], Callable[[Notebook], Any]]:
    """Enter a function into the list, for these assignments, or for all."""

    def enter(damage: Callable[[Notebook], Any]) -> Callable[[Notebook], Any]:
        RECIPES.append(Recipe(damage.__name__, damage, assignments or (LINEAR, DESCENT), **expected))
        return damage

    return enter


# what recipes are made of


def cell_of(notebook: Notebook, cell_id: str) -> Cell:
    return next(cell for cell in notebook["cells"] if cell["id"] == cell_id)


def place_of(notebook: Notebook, cell_id: str) -> int:
    return notebook["cells"].index(cell_of(notebook, cell_id))


def kind_of(cell: Cell) -> str:
    tags = cell["metadata"].get("tags", [""])
    return tags[0].split(":")[0]


def cells_of_kind(notebook: Notebook, *kinds: str) -> list[Cell]:
    return [cell for cell in notebook["cells"] if kind_of(cell) in kinds]


def code(source: str, name: str = "own") -> Cell:
    return {"id": name, "cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None}


def released_text(assignment: str, cell_id: str) -> str:
    """A cell as students get it, its blanks empty."""
    release = Path(__file__).parents[2] / "release" / "2027" / assignment / f"{assignment}.ipynb"
    return "".join(cell_of(json.loads(release.read_text(encoding="utf-8")), cell_id)["source"])


def beside(notebook: Notebook, assignment: str, side: int) -> Notebook:
    """Each answer in a cell of its own above (0) or below (1) its blank."""
    for cell in cells_of_kind(notebook, "answer"):
        own = code(cell["source"], f"own-{cell['id']}")
        notebook["cells"].insert(place_of(notebook, cell["id"]) + side, own)
        cell["source"] = released_text(assignment, cell["id"])
    return notebook


def without_ids(notebook: Notebook) -> Notebook:
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        cell.pop("id", None)
    return notebook | {"nbformat_minor": 4}


def keep(notebook: Notebook, wanted: Callable[[Cell], bool]) -> Notebook:
    return notebook | {"cells": [cell for cell in notebook["cells"] if wanted(cell)]}


def move(notebook: Notebook, cell_id: str, place: int) -> Notebook:
    cell = notebook["cells"].pop(place_of(notebook, cell_id))
    notebook["cells"].insert(place, cell)
    return notebook


def split(notebook: Notebook, cell_id: str, before: str, *, copies: bool) -> Notebook:
    """Split a cell before a piece of text; JupyterLab copies the metadata, others do not."""
    cell, place = cell_of(notebook, cell_id), place_of(notebook, cell_id)
    at = cell["source"].index(before)
    rest = deepcopy(cell) | {"id": f"{cell_id}-rest", "source": cell["source"][at:].strip("\n")}
    if not copies:
        rest["metadata"] = {}
    cell["source"] = cell["source"][:at].rstrip("\n")
    notebook["cells"].insert(place + 1, rest)
    return notebook


def merge(notebook: Notebook, first: str, last: str, *, text_too: bool = False) -> Notebook:
    """Join all code cells from one to another into the first, as Shift-M does with selected cells."""
    start, end = place_of(notebook, first), place_of(notebook, last)
    group = notebook["cells"][start : end + 1]
    codes = [cell for cell in group if cell["cell_type"] == "code"]
    rest = [] if text_too else [cell for cell in group if cell["cell_type"] != "code"]
    codes[0]["source"] = "\n\n".join(cell["source"] for cell in codes)
    notebook["cells"][start : end + 1] = [codes[0], *rest]
    return notebook


def as_file(notebook: Notebook, **options: Any) -> str:
    return json.dumps(notebook, indent=1, ensure_ascii=False, **options)


# ids and metadata gone


@recipe()
def nbgrader_metadata_gone(notebook: Notebook) -> Notebook:
    """VS Code and other editors that drop metadata they do not know."""
    for cell in notebook["cells"]:
        cell["metadata"] = {}
    return notebook


@recipe()
def ids_and_metadata_gone(notebook: Notebook) -> Notebook:
    return without_ids(notebook)


@recipe()
def ids_new_and_metadata_gone(notebook: Notebook) -> Notebook:
    for number, cell in enumerate(notebook["cells"]):
        cell["id"], cell["metadata"] = f"{number:08x}", {}
    return notebook


@recipe()
def colab_with_ids_of_its_own(notebook: Notebook) -> Notebook:
    for number, cell in enumerate(without_ids(notebook)["cells"]):
        cell["metadata"] = {"id": f"xY{number:010d}", "colab": {"base_uri": "https://localhost:8080/"}}
        cell["source"] = cell["source"].splitlines(keepends=True)
    return notebook | {"metadata": {"colab": {"provenance": []}}, "nbformat_minor": 0}


@recipe()
def colab_with_our_ids_in_its_metadata(notebook: Notebook) -> Notebook:
    for cell in notebook["cells"]:
        cell["metadata"] = {"id": cell.pop("id")}
    return notebook | {"nbformat_minor": 0}


@recipe()
def metadata_of_every_second_cell_gone(notebook: Notebook) -> Notebook:
    for cell in notebook["cells"][::2]:
        cell["metadata"] = {}
        cell["id"] = f"new-{cell['id']}"
    return notebook


@recipe()
def all_ids_the_same(notebook: Notebook) -> Notebook:
    for cell in notebook["cells"]:
        cell["id"] = "cell"
    return notebook


@recipe()
def all_ids_the_same_and_metadata_gone(notebook: Notebook) -> Notebook:
    for cell in notebook["cells"]:
        cell["id"], cell["metadata"] = "cell", {}
    return notebook


@recipe()
def metadata_is_null(notebook: Notebook) -> Notebook:
    for cell in notebook["cells"][::3]:
        cell["metadata"] = None
    return notebook


@recipe(LINEAR, answers={"w_star": "def fit(self):\n    self.W = np.ones((2, self.n_in))\n\n\nLinearModel.fit = fit"})
def ids_gone_and_one_answer_wrong(notebook: Notebook) -> Notebook:
    return without_ids(notebook)


@recipe(LINEAR, answers={"fit_1d": BLANK, "w_star": BLANK, "bias_term": BLANK})
def ids_gone_and_answers_blank(notebook: Notebook) -> Notebook:
    return without_ids(notebook)


@recipe(LINEAR, answers={"count_linear_parameters": "number_of_weights = 2 * 25", "four_cells_fitted": "answer = 3"})
def ids_gone_and_answers_under_other_names(notebook: Notebook) -> Notebook:
    return without_ids(notebook)


# cells deleted


@recipe()
def setup_deleted(notebook: Notebook) -> Notebook:
    return keep(notebook, lambda cell: kind_of(cell) != "setup")


@recipe()
def checks_deleted(notebook: Notebook) -> Notebook:
    return keep(notebook, lambda cell: kind_of(cell) != "check")


@recipe()
def checks_deleted_and_ids_gone(notebook: Notebook) -> Notebook:
    return without_ids(keep(notebook, lambda cell: kind_of(cell) != "check"))


@recipe(keeps_words=False)
def text_deleted(notebook: Notebook) -> Notebook:
    return keep(notebook, lambda cell: cell["cell_type"] == "code")


@recipe(keeps_words=False)
def text_deleted_and_ids_gone(notebook: Notebook) -> Notebook:
    return without_ids(keep(notebook, lambda cell: cell["cell_type"] == "code"))


@recipe()
def demonstrations_deleted(notebook: Notebook) -> Notebook:
    return keep(notebook, lambda cell: kind_of(cell) != "demo")


@recipe()
def given_code_deleted(notebook: Notebook) -> Notebook:
    return keep(notebook, lambda cell: cell["cell_type"] != "code" or "tags" in cell["metadata"])


@recipe()
def only_answers_left(notebook: Notebook) -> Notebook:
    return keep(notebook, lambda cell: kind_of(cell) in ("answer", "written"))


@recipe(DESCENT)
def only_answers_left_and_ids_gone(notebook: Notebook) -> Notebook:
    return without_ids(only_answers_left(notebook))


@recipe(LINEAR, asks=True, keeps_words=False)
def only_answers_left_two_in_words_side_by_side_and_ids_gone(notebook: Notebook) -> Notebook:
    return without_ids(only_answers_left(notebook))


@recipe(LINEAR, loses=("fit_1d",))
def an_answer_deleted(notebook: Notebook) -> Notebook:
    return keep(notebook, lambda cell: cell["id"] != "fit-1d-answer")


@recipe(DESCENT, loses=("other_side",))
def an_answer_deleted_and_ids_gone(notebook: Notebook) -> Notebook:
    return without_ids(keep(notebook, lambda cell: cell["id"] != "other-side-answer"))


# cells duplicated

WRONG_SUM = "def fit_1d(x, y):\n    return np.sum(x * y)\n\n\nsigma_X = 1\nsigma_XY = 2\nW_1d = 3"


def twice(notebook: Notebook, cell_id: str, above: str | None = None, below: str | None = None) -> Notebook:
    """A copy of a cell with the same ids, with another text, above or below it."""
    cell, place = cell_of(notebook, cell_id), place_of(notebook, cell_id)
    if below is not None:
        notebook["cells"].insert(place + 1, deepcopy(cell) | {"source": below})
    if above is not None:
        notebook["cells"].insert(place, deepcopy(cell) | {"source": above})
    return notebook


@recipe(LINEAR)
def an_answer_twice(notebook: Notebook) -> Notebook:
    return twice(notebook, "fit-1d-answer", below=cell_of(notebook, "fit-1d-answer")["source"])


@recipe(LINEAR)
def a_blank_above_its_answer(notebook: Notebook) -> Notebook:
    return twice(notebook, "four-cells-by-hand-answer", above=BLANK)


@recipe(LINEAR)
def a_blank_below_its_answer(notebook: Notebook) -> Notebook:
    return twice(notebook, "linear-forward-answer", below=released_text(LINEAR, "linear-forward-answer"))


@recipe(LINEAR)
def a_blank_below_its_answer_and_ids_gone(notebook: Notebook) -> Notebook:
    return without_ids(twice(notebook, "linear-forward-answer", below=released_text(LINEAR, "linear-forward-answer")))


@recipe(LINEAR, asks=True)
def a_wrong_answer_above_the_right_one(notebook: Notebook) -> Notebook:
    return twice(notebook, "fit-1d-answer", above=WRONG_SUM)


@recipe(LINEAR, asks=True, instead={"fit_1d": WRONG_SUM})
def a_wrong_answer_below_the_right_one(notebook: Notebook) -> Notebook:
    return twice(notebook, "fit-1d-answer", below=WRONG_SUM)


@recipe(LINEAR, asks=True, instead={"fit_1d": WRONG_SUM})
def two_answers_and_ids_gone(notebook: Notebook) -> Notebook:
    return without_ids(twice(notebook, "fit-1d-answer", below=WRONG_SUM))


@recipe()
def every_cell_twice(notebook: Notebook) -> Notebook:
    return notebook | {"cells": [deepcopy(cell) for cell in notebook["cells"] for _ in range(2)]}


@recipe()
def the_whole_notebook_twice(notebook: Notebook) -> Notebook:
    return notebook | {"cells": notebook["cells"] + deepcopy(notebook["cells"])}


@recipe()
def the_whole_notebook_twice_and_ids_gone(notebook: Notebook) -> Notebook:
    return without_ids(the_whole_notebook_twice(notebook))


@recipe(LINEAR)
def blanks_kept_and_answers_in_cells_below(notebook: Notebook) -> Notebook:
    return beside(notebook, LINEAR, 1)


@recipe(LINEAR)
def blanks_kept_and_answers_in_cells_above(notebook: Notebook) -> Notebook:
    return beside(notebook, LINEAR, 0)


@recipe(DESCENT)
def blanks_kept_and_answers_in_cells_above_and_ids_gone(notebook: Notebook) -> Notebook:
    return without_ids(beside(notebook, DESCENT, 0))


@recipe(LINEAR)
def an_answer_written_into_its_check_cell(notebook: Notebook) -> Notebook:
    answer, check = cell_of(notebook, "fit-1d-answer"), cell_of(notebook, "fit-1d-check")
    check["source"] = answer["source"] + "\n\n" + check["source"]
    answer["source"] = released_text(LINEAR, "fit-1d-answer")
    return notebook


@recipe()
def answers_written_into_check_cells_and_remarks_where_they_belong(notebook: Notebook) -> Notebook:
    for answer in cells_of_kind(notebook, "answer"):
        check = cell_of(notebook, answer["id"].replace("-answer", "-check"))
        check["source"] = answer["source"] + "\n\n" + check["source"]
        answer["source"] = "# see below"
    return notebook


@recipe(LINEAR)
def a_first_try_corrected_in_the_check_cell(notebook: Notebook) -> Notebook:
    check = cell_of(notebook, "fit-1d-check")
    check["source"] = cell_of(notebook, "fit-1d-answer")["source"] + "\n" + check["source"]
    cell_of(notebook, "fit-1d-answer")["source"] = "sigma_X = sigma_XY = W_1d = 0\n\n\ndef fit_1d(x, y):\n    return 0"
    return notebook


@recipe(LINEAR)
def an_import_in_a_check_cell_that_a_later_answer_uses(notebook: Notebook) -> Notebook:
    cell_of(notebook, "count-linear-parameters-check")["source"] += "\nimport numpy as numbers"
    answer = cell_of(notebook, "w-star-answer")
    answer["source"] = answer["source"].replace("np.", "numbers.")
    return notebook


# cells split


@recipe(LINEAR)
def split_between_statements(notebook: Notebook) -> Notebook:
    return split(notebook, "fit-1d-answer", "sigma_X =", copies=True)


@recipe(LINEAR)
def split_between_statements_without_copied_ids(notebook: Notebook) -> Notebook:
    return split(notebook, "fit-1d-answer", "sigma_X =", copies=False)


@recipe(LINEAR)
def split_inside_a_function(notebook: Notebook) -> Notebook:
    return split(notebook, "linear-forward-answer", "        W = self.W", copies=True)


@recipe(LINEAR)
def split_and_ids_gone(notebook: Notebook) -> Notebook:
    return without_ids(split(notebook, "fit-1d-answer", "sigma_X =", copies=True))


@recipe(LINEAR)
def split_in_three_with_a_cell_between(notebook: Notebook) -> Notebook:
    split(notebook, "fit-1d-answer", "W_1d =", copies=True)
    split(notebook, "fit-1d-answer", "sigma_X =", copies=True)
    notebook["cells"].insert(place_of(notebook, "fit-1d-answer") + 1, code("print(fit_1d(size, price))"))
    return notebook


@recipe(DESCENT)
def split_quartic(notebook: Notebook) -> Notebook:
    return split(notebook, "quartic-answer", "W_stuck", copies=True)


@recipe()
def written_answers_split(notebook: Notebook) -> Notebook:
    for cell in cells_of_kind(notebook, "written"):
        cell["source"] = "First thought.\n\nSecond thought."
        split(notebook, cell["id"], "Second", copies=False)
    return without_ids(notebook)


# cells merged


@recipe(LINEAR)
def two_answers_merged(notebook: Notebook) -> Notebook:
    return merge(notebook, "w-star-answer", "linear-test-error-answer")


@recipe(LINEAR)
def two_answers_merged_and_ids_gone(notebook: Notebook) -> Notebook:
    return without_ids(merge(notebook, "w-star-answer", "linear-test-error-answer"))


@recipe()
def an_answer_merged_with_its_check(notebook: Notebook) -> Notebook:
    for cell in cells_of_kind(notebook, "answer"):
        merge(notebook, cell["id"], cell["id"].replace("-answer", "-check"))
    return notebook


@recipe()
def answers_merged_with_checks_and_ids_gone(notebook: Notebook) -> Notebook:
    return without_ids(an_answer_merged_with_its_check(notebook))


@recipe()
def all_code_in_one_cell(notebook: Notebook) -> Notebook:
    codes = [cell for cell in notebook["cells"] if cell["cell_type"] == "code" and kind_of(cell) != "demo"]
    return merge(keep(notebook, lambda cell: kind_of(cell) != "demo"), codes[0]["id"], codes[-1]["id"])


@recipe()
def all_answers_in_one_cell_and_ids_gone(notebook: Notebook) -> Notebook:
    answers = cells_of_kind(notebook, "answer")
    answers[-1]["source"] = "\n\n".join(cell["source"] for cell in answers)
    return without_ids(keep(notebook, lambda cell: kind_of(cell) != "answer" or cell is answers[-1]))


FIT_INSIDE = "\n\n    def fit(self):\n        X = self.X_train\n        self.W = self.Y_train @ np.linalg.pinv(X)\n"


@recipe(LINEAR)
def two_answers_in_one_class_and_a_blank_kept(notebook: Notebook) -> Notebook:
    cell_of(notebook, "linear-forward-answer")["source"] += FIT_INSIDE
    cell_of(notebook, "w-star-answer")["source"] = released_text(LINEAR, "w-star-answer")
    return notebook


@recipe(LINEAR)
def two_answers_in_one_class_in_a_cell_below_and_blanks_kept(notebook: Notebook) -> Notebook:
    both = cell_of(notebook, "linear-forward-answer")["source"] + FIT_INSIDE
    for name in ("linear-forward-answer", "w-star-answer"):
        cell_of(notebook, name)["source"] = released_text(LINEAR, name)
    notebook["cells"].insert(place_of(notebook, "w-star-answer") + 1, code(both))
    return notebook


@recipe(LINEAR)
def two_answers_in_one_class_and_a_cell_deleted(notebook: Notebook) -> Notebook:
    cell_of(notebook, "linear-forward-answer")["source"] += FIT_INSIDE
    return keep(notebook, lambda cell: cell["id"] != "w-star-answer")


# cells moved


@recipe()
def setup_at_the_end(notebook: Notebook) -> Notebook:
    return move(notebook, "setup", len(notebook["cells"]) - 1)


@recipe()
def upside_down(notebook: Notebook) -> Notebook:
    return notebook | {"cells": notebook["cells"][::-1]}


@recipe()
def shuffled(notebook: Notebook) -> Notebook:
    random.Random(1).shuffle(notebook["cells"])
    return notebook


@recipe(asks=True, keeps_words=False)  # what stands below a question by chance is joined to its answer, and said
def shuffled_and_ids_gone(notebook: Notebook) -> Notebook:
    random.Random(2).shuffle(notebook["cells"])
    return without_ids(notebook)


@recipe(LINEAR)
def given_data_below_its_use(notebook: Notebook) -> Notebook:
    return move(notebook, "house-data", place_of(notebook, "fit-1d-check"))


@recipe(LINEAR)
def an_answer_above_what_it_needs(notebook: Notebook) -> Notebook:
    return move(notebook, "linear-test-error-answer", place_of(notebook, "linear-forward"))


@recipe()
def answers_at_the_end(notebook: Notebook) -> Notebook:
    answers = cells_of_kind(notebook, "answer")
    return notebook | {"cells": [cell for cell in notebook["cells"] if kind_of(cell) != "answer"] + answers}


# cells of another type


@recipe(LINEAR)
def an_answer_made_text(notebook: Notebook) -> Notebook:
    cell_of(notebook, "w-star-answer")["cell_type"] = "markdown"
    return notebook


@recipe(LINEAR)
def an_answer_made_text_and_ids_gone(notebook: Notebook) -> Notebook:
    return without_ids(an_answer_made_text(notebook))


@recipe()
def answers_made_raw(notebook: Notebook) -> Notebook:
    for cell in cells_of_kind(notebook, "answer"):
        cell["cell_type"] = "raw"
    return notebook


@recipe()
def written_answers_made_code(notebook: Notebook) -> Notebook:
    for cell in cells_of_kind(notebook, "written"):
        cell["cell_type"] = "code"
    return notebook


@recipe()
def setup_and_checks_made_text(notebook: Notebook) -> Notebook:
    for cell in cells_of_kind(notebook, "setup", "check"):
        cell["cell_type"] = "markdown"
    return notebook


# locked cells edited

FIT_BY_SUM = "W_1d = sum(size * price) / sum(size * size)"


@recipe()
def checks_edited(notebook: Notebook) -> Notebook:
    for cell in cells_of_kind(notebook, "check"):
        cell["source"] = "print('all fine')"
    return notebook


@recipe()
def checks_edited_and_ids_gone(notebook: Notebook) -> Notebook:
    for cell in cells_of_kind(notebook, "check"):
        cell["source"] = "# is it right?\n" + cell["source"].replace('"', "'") + "  # yes"
    return without_ids(notebook)


@recipe()
def setup_edited(notebook: Notebook) -> Notebook:
    cell_of(notebook, "setup")["source"] = "import numpy\nprint(numpy.__version__)"
    return notebook


@recipe()
def setup_edited_and_ids_gone(notebook: Notebook) -> Notebook:
    cell_of(notebook, "setup")["source"] += "\nimport os\nimport sys\n\nplt.rcParams['figure.dpi'] = 80"
    return without_ids(notebook)


@recipe(LINEAR, answers={"fit_1d": "W_1d = tall(size * price) / tall(size * size)"}, instead={"fit_1d": FIT_BY_SUM})
def an_import_added_to_the_setup(notebook: Notebook) -> Notebook:
    cell_of(notebook, "setup")["source"] += "\nfrom math import fsum as tall"
    return notebook


@recipe(asks=True)
def answers_written_into_the_questions(notebook: Notebook) -> Notebook:
    for question, written in zip(*(cells_of_kind(notebook, kind) for kind in ("question", "written")), strict=True):
        question["source"] = question["source"].split("===")[0] + "\n\n" + written["source"]
        written["source"] = "YOUR ANSWER HERE"
    return notebook


@recipe()
def questions_edited(notebook: Notebook) -> Notebook:
    for cell in cells_of_kind(notebook, "question"):
        cell["source"] = cell["source"].split("===")[0] + "\nI asked about this in the tutorial."
    return without_ids(notebook)


# what editors and people add


@recipe()
def magics_added_and_ids_gone(notebook: Notebook) -> Notebook:
    for cell in cells_of_kind(notebook, "answer"):
        cell["source"] = "%%time\n" + cell["source"] + "\n%matplotlib inline\n!pip list\n"
    return without_ids(notebook)


@recipe()
def line_ends_of_windows(notebook: Notebook) -> bytes:
    for cell in notebook["cells"]:
        cell["source"] = cell["source"].replace("\n", "\r\n")
    return as_file(without_ids(notebook)).replace("\n", "\r\n").encode()


@recipe()
def sources_as_lists_of_lines(notebook: Notebook) -> Notebook:
    for cell in notebook["cells"]:
        cell["source"] = cell["source"].splitlines(keepends=True)
    return notebook


@recipe()
def not_a_number_in_the_json(notebook: Notebook) -> bytes:
    shown = {"output_type": "display_data", "metadata": {"scale": float("nan")}, "data": {"a": float("-inf")}}
    cells_of_kind(notebook, "demo")[0]["outputs"] = [shown]
    notebook["metadata"]["limit"] = float("inf")
    return as_file(notebook).encode()


@recipe()
def a_byte_order_mark(notebook: Notebook) -> bytes:
    return codecs.BOM_UTF8 + as_file(notebook).encode()


@recipe()
def utf_16_with_its_mark(notebook: Notebook) -> bytes:
    return as_file(notebook).encode("utf-16")


@recipe()
def utf_16_without_a_mark(notebook: Notebook) -> bytes:
    return as_file(notebook).encode("utf-16-le")


@recipe()
def half_of_an_emoji(notebook: Notebook) -> bytes:
    cells_of_kind(notebook, "answer")[0]["source"] += "  # done \ud83d"
    return json.dumps(notebook).encode()


@recipe(LINEAR)
def text_in_the_old_encoding_of_windows(notebook: Notebook) -> bytes:
    cell_of(notebook, "w-star-answer")["source"] += "\n# trés bien"
    text = as_file(notebook)
    return "".join(sign if ord(sign) < 256 else "?" for sign in text).encode("cp1252", errors="replace")


# other formats


@recipe()
def nbformat_4_0(notebook: Notebook) -> Notebook:
    for cell in notebook["cells"]:
        cell.pop("id")
    return notebook | {"nbformat_minor": 0}


# what no one can put right


@recipe(gradable=False)
def cut_short(notebook: Notebook) -> bytes:
    text = as_file(notebook)
    return text[: len(text) // 2].encode()


@recipe(gradable=False)
def a_web_page(notebook: Notebook) -> bytes:
    return b"<!DOCTYPE html><html><body>Sign in to continue</body></html>"


@recipe(gradable=False)
def a_notebook_of_something_else(notebook: Notebook) -> Notebook:
    return notebook | {"cells": [code("print('hello')"), code("import pandas as pd\npd.read_csv('x.csv')", "b")]}
