"""Drive's files of Classroom and of Forms: the person stands first in one, last in the other, and is never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from hippograd.errors import HippogradError
from hippograd.intake import Submission, find_submissions, read_naming, read_roster
from tests.unit.intake.finding.downloads import A, zipped

ROSTER = "id,name\nada01,Ada Lovelace\nben02,Ben Byron\ncem03,Cem Yilmaz\nsean04,Seán O'Brien\n"


def found_in(
    tmp_path: Path, *names: str, platform: str | None = None, has_roster: bool = True
) -> dict[str, Submission]:
    """The rows of a zip of files that hold their own names."""
    (tmp_path / "class.zip").write_bytes(zipped({f"Upload/{name}": name.encode() for name in names}))
    (tmp_path / "class.csv").write_text(ROSTER)
    roster = read_roster(tmp_path / "class.csv") if has_roster else None
    found = find_submissions([tmp_path / "class.zip"], A, roster, naming=read_naming(platform))
    return {one.student: one for one in found}


def test_where_the_people_stand_last_it_is_a_form(tmp_path: Path) -> None:
    names = (f"{A} - Ada Lovelace.ipynb", f"{A} - Ben Byron.ipynb", "my - work - Seán O'Brien (1).ipynb")
    found = found_in(tmp_path, *names, f"{A} - A Stranger.ipynb")
    assert sorted(found) == ["ada01", "ben02", "sean04", "unmatched A Stranger"]
    assert found["sean04"].read().decode() == names[2]
    assert {one.origin.platform for one in found.values()} == {"Forms"}
    assert sorted(found_in(tmp_path, *names[:2], has_roster=False)) == ["Ada Lovelace", "Ben Byron"]


def test_where_nobody_is_known_the_same_in_all_files_is_nobodys_name(tmp_path: Path) -> None:
    names = ("work - A Stranger.ipynb", "work - B Stranger.ipynb", "work - C Stranger.ipynb")
    with pytest.raises(HippogradError, match="3 of 3 who handed in could not be matched") as error:
        found_in(tmp_path, *names)
    assert "taken for uploads to a form of Google" in error.value.remedy


@pytest.mark.parametrize("form", ["{0} - {1}.ipynb", "{1} - {0}.ipynb"], ids=["Classroom", "Forms"])
def test_a_file_called_after_another_student_is_its_owners_and_a_person_is_asked(tmp_path: Path, form: str) -> None:
    pairs = (("Ada Lovelace", "work"), ("Ben Byron", "ben02"), ("Seán O'Brien", "Ada Lovelace"))
    found = found_in(tmp_path, *(form.format(*pair) for pair in pairs))
    assert sorted(found) == ["ada01", "ben02", "sean04"]
    assert found["sean04"].read().decode() == form.format(*pairs[2])
    (note,) = found["sean04"].notes
    assert note.for_staff
    assert "says Seán O'Brien, and the student called the file after ada01" in note.text
    assert not found["ada01"].notes + found["ben02"].notes


@pytest.mark.parametrize(
    "names",
    [
        ("Ben Byron - Ben Byron.ipynb", "Cem Yilmaz - Cem Yilmaz.ipynb", "Ada Lovelace - Seán O'Brien.ipynb"),
        ("Ada Lovelace - Ben Byron.ipynb", "Ben Byron - Cem Yilmaz.ipynb", "Cem Yilmaz - Ada Lovelace.ipynb"),
        ("Ada Lovelace - work.ipynb", "work - Ben Byron.ipynb", "Cem Yilmaz - work.ipynb"),
        ("Ada Lovelace - Ada Lovelace.ipynb", "Cem Yilmaz - Cem Yilmaz.ipynb", "Ben Byron - x - A Stranger.ipynb"),
        ("Ada Lovelace - Ada Lovelace.ipynb", "Cem Yilmaz - Cem Yilmaz.ipynb", "A Stranger - Ben Byron.ipynb"),
        ("Ada Lovelace - Ada Lovelace.ipynb", "Ada Lovelace - A Stranger.ipynb", "Ben Byron - A Stranger.ipynb"),
    ],
    ids=[
        "by their own names",
        "by others' names",
        "on both sides",
        "one on the first only",
        "one on the last only",
        "a stranger twice",
    ],
)
def test_where_people_stand_on_both_sides_the_user_says_which_it_is(tmp_path: Path, names: tuple[str, ...]) -> None:
    with pytest.raises(HippogradError, match="looks like Classroom and like Forms") as error:
        found_in(tmp_path, *names)
    assert error.value.remedy == "Say which it is: --platform classroom or --platform forms."


def test_the_user_says_on_which_side_the_person_stands(tmp_path: Path) -> None:
    names = ("Ben Byron - Ben Byron.ipynb", "Ada Lovelace - Seán O'Brien.ipynb")
    assert sorted(found_in(tmp_path, *names, platform="classroom")) == ["ada01", "ben02"]
    assert sorted(found_in(tmp_path, *names, platform="forms")) == ["ben02", "sean04"]


def test_a_file_whose_name_has_several_dashes_gives_nothing_to_another_student(tmp_path: Path) -> None:
    names = (
        "work - Ben Byron.ipynb",
        "work - Cem Yilmaz.ipynb",
        "Ada Lovelace - x - Ada Lovelace - Seán O'Brien.ipynb",
    )
    assert sorted(found_in(tmp_path, *names)) == ["ben02", "cem03", "sean04"]
    names = ("Ben Byron - a.ipynb", "Cem Yilmaz - a.ipynb", "Seán O'Brien - x - Ada Lovelace.ipynb")
    assert sorted(found_in(tmp_path, *names)) == ["ben02", "cem03", "sean04"]


def test_one_person_on_both_sides_is_that_person_either_way(tmp_path: Path) -> None:
    found = found_in(tmp_path, "Ada Lovelace - lovelace_ada.ipynb", "Ben Byron - Ben Byron.ipynb")
    assert sorted(found) == ["ada01", "ben02"]
    assert not found["ada01"].notes + found["ben02"].notes
