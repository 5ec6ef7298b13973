"""Downloads of platforms that nobody described: an id in the same place of most names tells whose each is."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest

from hippograd.errors import HippogradError
from hippograd.intake import Submission, find_submissions, read_deadline, read_roster
from tests.unit.intake.finding.downloads import A, zipped

ROSTER = """id,name,email,github_username
ada01,Ada Lovelace,ada01@uni.example,ada-l
ben02,Ben Byron,ben02@uni.example,ben-b-2
cem03,Cem van der Berg,cem03@uni.example,cem
dora04,Dora Zoë,dora04@uni.example,cem-d
"""
PEOPLE = (
    ("ada01", "Lovelace", "Ada", "ada-l"),
    ("ben02", "Byron", "Ben", "ben-b-2"),
    ("cem03", "van der Berg", "Cem", "cem"),
    ("dora04", "Zoë", "Dora", "cem-d"),
)
FIRST_NAMES = ("Ada", "Binh", "Chi", "Dung", "Eve")
FORMS = {
    "Artemis": "dl26-Linear Regression-{number}-{id}/w.ipynb",
    "Artemis, zips": "dl26-Linear_Regression-{number}-{id}.zip",
    "ILIAS": "Sheet 1/Submissions/{last}_{first}_{id}_{number}/w.ipynb",
    "OpenOLAT": "{last}_{first}_{id}/1_submissions/w.ipynb",
    "Autolab": "{id}@uni.example_{number}_1_linear_regression.ipynb",
    "TLJH": f"home/jupyter-{{id}}/{A}/{A}.ipynb",
    "GitHub": "linear-regression-submissions/linear-regression-{github}/w.ipynb",
}


def path_of(form: str, at: int) -> str:
    student, last, first, github = PEOPLE[at]
    return form.format(id=student, last=last, first=first, github=github, number=5500 + at)


def found_in(tmp_path: Path, *paths: str, roster: str = ROSTER, said: list[str] | None = None) -> dict[str, Submission]:
    """The rows of a zip of files that hold their own names; in a zip, a notebook does."""
    files = {path: zipped({"w.ipynb": path.encode()}) if path.endswith(".zip") else path.encode() for path in paths}
    (tmp_path / "class.zip").write_bytes(zipped(files))
    (tmp_path / "class.csv").write_text(roster)
    say = said.append if said is not None else lambda line: None
    found = find_submissions([tmp_path / "class.zip"], A, read_roster(tmp_path / "class.csv"), say=say)
    return {one.student: one for one in found}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_an_id_in_one_place_of_all_names_tells_whose_each_is(tmp_path: Path, form: str) -> None:
    said: list[str] = []
    beside = ["Sheet 1/status.xlsx"] if form.startswith("Sheet") else []
    found = found_in(tmp_path, *(path_of(form, at) for at in range(4)), *beside, said=said)
    assert [student for student in found if not student.startswith("unmatched")] == [one[0] for one in PEOPLE]
    assert [found[one[0]].read().decode() for one in PEOPLE] == [path_of(form, at) for at in range(4)]
    assert "names with an id of the roster in the same place (" in said[0]
    assert "is ada01's): 4 entries" in said[0]


def test_of_a_platform_that_nobody_described_nothing_is_known_without_a_roster(tmp_path: Path) -> None:
    names = [path_of(FORMS["Artemis"], at) for at in range(4)]
    (tmp_path / "class.zip").write_bytes(zipped(dict.fromkeys(names, b"{}")))
    assert [one.student for one in find_submissions([tmp_path / "class.zip"], A)] == [
        name.rpartition("/")[0] for name in names
    ]


@pytest.mark.parametrize(
    ("entry", "doubt"),
    [
        ("dl26-LR-5503-ada01-dora04", "different people in the roster, namely ada01, dora04"),
        ("dl26-LR-Ada Lovelace-dora04", "different people in the roster, namely ada01, dora04"),
        ("dl26-LR-5503-zed99", "No student in the roster matches for certain"),
        ("dora04-LR-5503-zed99", "No student in the roster matches for certain"),
    ],
)
def test_an_entry_with_anything_of_another_student_is_nobodys(tmp_path: Path, entry: str, doubt: str) -> None:
    found = found_in(tmp_path, *(f"dl26-LR-{5500 + at}-{PEOPLE[at][0]}/w.ipynb" for at in range(3)), f"{entry}/w.ipynb")
    assert sorted(found) == ["ada01", "ben02", "cem03", f"unmatched {entry}"]
    assert doubt in str(found[f"unmatched {entry}"].problem)


@pytest.mark.parametrize("form", [FORMS["Artemis"], FORMS["Artemis, zips"], FORMS["ILIAS"]])
def test_a_platforms_number_that_is_another_students_id_gives_nothing_to_anybody(tmp_path: Path, form: str) -> None:
    roster = "id,name\n" + "".join(f"{5500 + (at + 1) % 4},{one[2]} {one[1]}\n" for at, one in enumerate(PEOPLE))
    with pytest.raises(HippogradError, match="4 of 4 who handed in could not be matched"):
        found_in(tmp_path, *(path_of(form, at) for at in range(4)), roster=roster)


def test_whoever_took_another_students_id_for_a_user_name_of_github_gives_nothing_to_them(tmp_path: Path) -> None:
    names = [f"linear-{one[3]}/w.ipynb" for one in PEOPLE[1:]]
    found = found_in(tmp_path, *names, "linear-ada01/w.ipynb")
    assert sorted(found) == ["ben02", "cem03", "dora04", "unmatched linear-ada01"]


@pytest.mark.parametrize("form", ["jupyter-{}", "dl26-LR-{}", "linear-regression-{}"])
def test_a_part_that_is_one_persons_user_name_of_github_and_anothers_id_is_nobodys(tmp_path: Path, form: str) -> None:
    """Most have their id for a user name; one took another's."""
    roster = "id,name,github_username\nada01,,ada01\nben02,,benny\ncem03,,cem03\ndora04,,dora04\nmal05,,ben02\n"
    everybody = ("ada01", "ben02", "cem03", "dora04", "mal05")
    found = found_in(tmp_path, *(f"{form.format(one)}/w.ipynb" for one in everybody), roster=roster)
    assert sorted(found) == ["ada01", "cem03", "dora04", "mal05", f"unmatched {form.format('ben02')}"]
    assert "namely ben02, mal05" in str(found[f"unmatched {form.format('ben02')}"].problem)


def test_a_user_name_of_github_that_holds_another_students_id_makes_the_entry_nobodys(tmp_path: Path) -> None:
    roster = "id,name,github_username\nada01,,ada01\nben02,Ben Byron,benny\ncem03,,cem03\ndora04,,\nmal05,,x-ben02\n"
    names = [f"hw-Ben-Byron-{one}/w.ipynb" for one in ("ada01", "cem03", "dora04", "x-ben02")]
    found = found_in(tmp_path, *(name.replace("Ben-Byron", "A-B") for name in names[:3]), names[3], roster=roster)
    assert sorted(found) == ["ada01", "cem03", "dora04", "unmatched hw-Ben-Byron-x-ben02"]


def test_where_ids_explain_more_than_user_names_of_github_they_are_the_ids(tmp_path: Path) -> None:
    roster = "id,name,github_username\nada01,,ada01\nben02,,benny\ncem03,,cem03\ndora04,,dora04\n"
    found = found_in(tmp_path, *(f"jupyter-{one[0]}/w.ipynb" for one in PEOPLE), roster=roster)
    assert sorted(found) == ["ada01", "ben02", "cem03", "dora04"]


@pytest.mark.parametrize(
    "mal", ["linear", "regression", "linear-regression", "regression-ben-b-2", "linear-regression-ben-b-2"]
)
def test_a_user_name_of_github_like_the_assignments_moves_nobody_elses(tmp_path: Path, mal: str) -> None:
    names = [f"linear-regression-{one}/w.ipynb" for one in (*(one[3] for one in PEOPLE), mal)]
    found = found_in(tmp_path, *names, roster=f"{ROSTER}mal05,Mal,,{mal}\n")
    assert sorted(found) == ["ada01", "ben02", "cem03", "dora04", "mal05"]
    assert found["mal05"].read().decode() == names[-1]


@pytest.mark.parametrize("name", ["dl26", "Linear", "Linear Regression", "Regression Ben02"])
def test_a_name_like_the_assignments_moves_nobody_elses(tmp_path: Path, name: str) -> None:
    for form in ("dl26-Linear Regression-{}", "dl26_linear_regression_{}"):
        names = [f"{form.format(one)}/w.ipynb" for one in (*(one[0] for one in PEOPLE), "mal05")]
        found = found_in(tmp_path, *names, roster=f"{ROSTER}mal05,{name},,\n")
        assert sorted(found) == ["ada01", "ben02", "cem03", "dora04", "mal05"]


def test_where_one_person_has_most_names_their_id_is_still_theirs(tmp_path: Path) -> None:
    names = [f"hw-{one[0]}/w.ipynb" for one in PEOPLE] + [f"ada-lovelace-hw-{at}-ada01/w.ipynb" for at in range(6)]
    found = found_in(tmp_path, *names, "ada-lovelace-hw-7-ben02/w.ipynb")
    assert sorted(found) == ["ada01", "ben02", "cem03", "dora04", "unmatched ada-lovelace-hw-7-ben02"]


def test_how_often_somebody_hands_in_moves_nobody_elses(tmp_path: Path) -> None:
    names = [f"{one[0]}@uni.example_{at}_work.ipynb" for at, one in enumerate(PEOPLE[:3])]
    others = [f"dora04@uni.example_{at}_another.ipynb" for at in (20, 21, 22)]
    found = found_in(tmp_path, *names, *others)
    assert [one for one in sorted(found) if not one.startswith("unmatched")] == ["ada01", "ben02", "cem03"]


@pytest.mark.parametrize("stranger", ["linear-cem-x", "linear-cem-yilmaz", "linear-x-cem", "linear-cem_2"])
def test_an_id_that_is_a_part_of_a_strangers_is_not_that_students(tmp_path: Path, stranger: str) -> None:
    for roster in (ROSTER, ROSTER.replace("cem03,", "cem,").replace("github", "unused")):
        people = [one[3] if roster is ROSTER else one[0].replace("cem03", "cem") for one in PEOPLE]
        names = [f"linear-{one}/w.ipynb" for one in (people[0], people[1], people[3])]
        found = found_in(tmp_path, *names, f"{stranger}/w.ipynb", roster=roster)
        assert sorted(found) == ["ada01", "ben02", "dora04", f"unmatched {stranger}"]


def test_of_two_ids_that_begin_alike_none_is_chosen_where_a_number_may_follow(tmp_path: Path) -> None:
    roster = f"{ROSTER}ada,Ada Other,,\nada_01,Ada Third,,\n".replace("ada-l", "")
    names = [f"hw_{one}_01/w.ipynb" for one in ("ada", "ben02", "cem03", "dora04")]
    found = found_in(tmp_path, *names, roster=roster)
    assert sorted(found) == ["ben02", "cem03", "dora04", "unmatched hw_ada_01"]
    names = [f"hw_{one}/w.ipynb" for one in ("ada_01", "ben02", "cem03", "dora04")]
    assert sorted(found_in(tmp_path, *names, roster=roster)) == ["ada_01", "ben02", "cem03", "dora04"]


@pytest.mark.parametrize("twice", ["cem-cem", "cem-x-cem"])
def test_an_id_that_begins_here_and_ends_there_is_not_that_students(tmp_path: Path, twice: str) -> None:
    names = [f"linear-{one}/w.ipynb" for one in ("ada-l", "ben-b-2", "cem-d")]
    found = found_in(tmp_path, *names, f"linear-{twice}/w.ipynb")
    assert sorted(found) == ["ada01", "ben02", "dora04", f"unmatched linear-{twice}"]


@pytest.mark.parametrize(
    "form", ["{}_work.ipynb", "{}@uni.example_12_work.ipynb", "linear-{}/w.ipynb", "jupyter-{}/w.ipynb"]
)
def test_one_name_with_the_ids_of_all_others_takes_nobodys_row(tmp_path: Path, form: str) -> None:
    names = [form.format(one[0]) for one in PEOPLE]
    entry = form.format("dora04-ben02-cem03-ada01")
    found = found_in(tmp_path, *names, entry, roster=ROSTER.replace("github", "unused"))
    unmatched = entry.removesuffix(".ipynb").removesuffix("/w")
    assert sorted(found) == ["ada01", "ben02", "cem03", "dora04", f"unmatched {unmatched}"]


def test_one_persons_files_called_after_others_take_nobodys_row(tmp_path: Path) -> None:
    names = [f"{one[0]}_12_work.ipynb" for one in PEOPLE]
    mine = [f"dora04_12_{one[0]}.ipynb" for one in PEOPLE[:3]]
    found = found_in(tmp_path, *names, *mine)
    assert [one for one in sorted(found) if not one.startswith("unmatched")] == ["ada01", "ben02", "cem03", "dora04"]


def test_of_whom_the_roster_has_a_user_name_of_github_that_alone_counts(tmp_path: Path) -> None:
    """Dora has called herself after Ben, who has not handed in under his own name."""
    roster = "id,name,github_username\nada01,,\nben02,,benny\ncem03,,cem-b\ndora04,,dd\nevi05,,\n"
    everybody = ("ada01", "cem-b", "ben02", "evi05")
    found = found_in(tmp_path, *(f"linear-{one}/w.ipynb" for one in everybody), roster=roster)
    assert sorted(found) == ["ada01", "cem03", "evi05", "unmatched linear-ben02"]
    found = found_in(tmp_path, *(f"linear-{one}/w.ipynb" for one in (*everybody, "benny")), roster=roster)
    assert sorted(found) == ["ada01", "ben02", "cem03", "evi05", "unmatched linear-ben02"]


@pytest.mark.parametrize(
    "form",
    [
        "王伟（{}）",
        "【{}】work",
        "hw1－{}",
        "hw1、{}",
        "hw1.{}",
        "[{}] work",
        "Sheet 1 ({})",
        "#{} work",
        "hw1—{}",
        "hw1＿{}",
        "hw1_{}\u200b",
    ],
)
def test_whatever_stands_around_ids_they_are_found(tmp_path: Path, form: str) -> None:
    found = found_in(tmp_path, *(f"{form.format(one[0])}/w.ipynb" for one in PEOPLE))
    assert sorted(found) == [one[0] for one in PEOPLE]


def test_one_user_name_of_github_makes_no_download_one_of_github(tmp_path: Path) -> None:
    roster = "id,name,github_username\nada01,,ada-l\nben02,,benny\ncem03,,\ndora04,,\nmal05,,jupyter-mal05\n"
    everybody = ("ada01", "ben02", "cem03", "dora04", "mal05")
    assert sorted(found_in(tmp_path, *(f"jupyter-{one}/w.ipynb" for one in everybody), roster=roster)) == [*everybody]


def test_an_id_is_found_however_its_signs_are_composed(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "zoë04")
    for roster, names in ((decomposed, "zoë04"), ("zoë04", decomposed), (decomposed, decomposed)):
        everybody = [*(one[0] for one in PEOPLE[:3]), names]
        table = ROSTER.replace("dora04,", f"{roster},")
        for form in ("hw1-{}/w.ipynb", "{}/w.ipynb"):
            found = found_in(tmp_path, *(form.format(one) for one in everybody), roster=table)
            assert not any(one.startswith("unmatched") for one in found), sorted(found)


@pytest.mark.parametrize("stray", ["work - Ada Lovelace.ipynb", "Ada Lovelace - HW1.ipynb", "mail - Ada Lovelace.txt"])
@pytest.mark.parametrize(
    "form", ["{}/w.ipynb", "{}.ipynb", "hw1-{}/w.ipynb", "submitted/{}/1_linear_regression/w.ipynb"]
)
def test_one_file_called_like_those_of_a_form_stops_nobody(tmp_path: Path, stray: str, form: str) -> None:
    found = found_in(tmp_path, *(form.format(one[0]) for one in PEOPLE[1:]), stray)
    assert [one for one in found if not one.startswith("unmatched") and one != "ada01"] == ["ben02", "cem03", "dora04"]


def test_an_entry_without_work_is_that_persons_too(tmp_path: Path) -> None:
    found = found_in(tmp_path, *(f"lr-{one[0]}/w.ipynb" for one in PEOPLE[:3]), "lr-dora04/report.pdf")
    assert sorted(found) == [one[0] for one in PEOPLE]
    assert "report.pdf" in str(found["dora04"].problem)


def test_a_name_of_very_many_parts_is_read_at_once(tmp_path: Path) -> None:
    names = [f"{'-a' * 450}-{one[0]}/w.ipynb" for one in PEOPLE]
    started = time.process_time()
    assert sorted(found_in(tmp_path, *names)) == [one[0] for one in PEOPLE]
    assert time.process_time() - started < 5


def test_a_number_is_an_id_beside_its_owners_name(tmp_path: Path) -> None:
    roster = "id,name\n" + "".join(f"{7100 + at},{one[2]} {one[1]}\n" for at, one in enumerate(PEOPLE))
    names = [f"{one[1]}_{one[2]}_{7100 + at}/w.ipynb" for at, one in enumerate(PEOPLE)]
    assert sorted(found_in(tmp_path, *names, roster=roster)) == ["7100", "7101", "7102", "7103"]


@pytest.mark.parametrize(
    "names",
    [
        ("dl26-LR-5500-ada01", "dl26-LR-5501-ben02"),
        ("dl26-LR-5500-ada01", "dl26-LR-5501-zed98", "dl26-LR-5502-zed99", "dl26-LR-5503-ben02", "dl26-LR-5504-zed97"),
        ("ada01-LR-1", "x-ben02-LR-x-1", "1-cem03"),
    ],
    ids=["two entries", "few known", "in all places"],
)
def test_a_place_is_not_inferred_from_few(tmp_path: Path, names: tuple[str, ...]) -> None:
    with pytest.raises(HippogradError, match="could not be matched"):
        found_in(tmp_path, *(f"{name}/w.ipynb" for name in names))


def test_an_id_in_what_students_called_their_files_is_not_believed(tmp_path: Path) -> None:
    """A form that puts the answerer's nickname behind the name of the file, which one student called after another."""
    names = ("ada01_Addy.ipynb", "ben02_Benny.ipynb", "dora04_Jem.ipynb")
    with pytest.raises(HippogradError, match="could not be matched"):
        found_in(tmp_path, *names)


def test_folders_that_are_called_after_students_are_taken_for_that(tmp_path: Path) -> None:
    said: list[str] = []
    assert sorted(found_in(tmp_path, *(f"{one[0]}/w.ipynb" for one in PEOPLE), said=said)) == [one[0] for one in PEOPLE]
    assert "students' own files and folders" in said[0]


def test_the_exchange_of_nbgrader_has_times_and_attempts(tmp_path: Path) -> None:
    for name, text in {
        f"ada01+{A}+2026-10-29 08:00:00.5 UTC+b2xk": "first",
        f"ada01+{A}+2026-10-30 13:03:22.123456 UTC+bmV3": "second",
        f"ben02+{A}+2026-11-02 09:15:00 UTC": "late",
        "cem03+2_gradient_descent+2026-10-30 13:00:00 UTC+eA": "another",
    }.items():
        folder = tmp_path / "exchange" / "inbound" / name
        folder.mkdir(parents=True)
        (folder / f"{A}.ipynb").write_text(text)
        (folder / "timestamp.txt").write_text("2026-01-01 00:00:00 UTC")
    (tmp_path / "class.csv").write_text(ROSTER)
    for path in (tmp_path / "exchange", tmp_path / "exchange" / "inbound"):
        for roster in (None, read_roster(tmp_path / "class.csv")):
            said: list[str] = []
            deadline = read_deadline("2026-11-01T23:59+00:00")
            found = {one.student: one for one in find_submissions([path], A, roster, deadline, say=said.append)}
            assert sorted(found) == ["ada01", "ben02"]
            assert found["ada01"].read() == b"second"
            assert found["ada01"].timestamp == "2026-10-30 13:03:22.123456 UTC"
            assert found["ben02"].notes[0].text == "Handed in late: 2026-11-02 09:15:00 UTC."
            assert "taken for the exchange of nbgrader" in said[0]


@pytest.mark.parametrize("common", [3, 5], ids=["most", "all"])
def test_numbers_are_told_by_the_names_beside_them_where_many_share_a_family_name(tmp_path: Path, common: int) -> None:
    people = [(f"200{at}", "Nguyen" if at < common else f"Moss{at}", first) for at, first in enumerate(FIRST_NAMES)]
    roster = "id,name\n" + "".join(f"{one},{first} {last}\n" for one, last, first in people)
    paths = [f"{last}_{first}_{one}_3400/w.ipynb" for one, last, first in people]
    found = found_in(tmp_path, *paths, roster=roster)
    assert {student: one.read().decode() for student, one in found.items()} == {
        one: path for (one, _, _), path in zip(people, paths, strict=True)
    }


def test_one_user_name_of_github_does_not_make_a_download_by_numbers_one_of_github(tmp_path: Path) -> None:
    people = [(f"100{at}", first, f"Moss{at}") for at, first in enumerate(FIRST_NAMES)]
    rows = [f"{one},{first} {last}," for one, first, last in people]
    rows[-1] += f"{people[-1][1]}-{people[-1][2]}-{people[-1][0]}".lower()
    paths = [f"{first}-{last}-{one}/w.ipynb" for one, first, last in people]
    found = found_in(tmp_path, *paths, roster="\n".join(["id,name,github_username", *rows, ""]))
    assert {student: one.read().decode() for student, one in found.items()} == {
        one: path for (one, _, _), path in zip(people, paths, strict=True)
    }
