"""`hippograd grade` on a download: rows, gradebook, what is said, and how it ends."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from pathlib import Path

from tests.commands import hippograd
from tests.conftest import ROOT, Class
from tests.unit.intake.finding.downloads import A, zipped

FOLDER = "assignsubmission_file"


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return hippograd(*arguments, cwd=ROOT)


def test_a_download_of_moodle_with_its_worksheet(tmp_path: Path, classroom: Class) -> None:
    work = classroom.text().encode()
    handed_in = {
        f"Ada Lovelace_500003_{FOLDER}/work.ipynb": work,
        f"Wei Chen_500004_{FOLDER}/work.ipynb.txt": work,
        f"Wei Chen_500005_{FOLDER}/work.pdf": b"%PDF",
        f"Ben Byron_500006_{FOLDER}/work.docx": b"PK",
        f"Red_41_{FOLDER}/work.ipynb": work,
        f"Eve Stranger_500099_{FOLDER}/work.ipynb": work,
    }
    (tmp_path / "download.zip").write_bytes(zipped(handed_in))
    (tmp_path / "class.csv").write_text(
        "id,name,email\nada01,Ada Lovelace,ada@x.org\nwei1,Wei Chen,wei1@x.org\nwei2,Wei Chen,wei2@x.org\n"
        "ben02,Ben Byron,ben@x.org\nred1,Rosa Red,r1@x.org\nred2,Rolf Red,r2@x.org\n"
    )
    people = (("Ada Lovelace", "ada"), ("Wei Chen", "wei1"), ("Wei Chen", "wei2"), ("Ben Byron", "ben"))
    rows = [
        f'Participant {500003 + at},{name},{mail}@x.org,,"Sunday, 1 November 2026, 2:14 PM"'
        for at, (name, mail) in enumerate(people)
    ]
    rows += [f"Participant {500010 + at},{name},r{at}@x.org,Red,-" for at, name in ((1, "Rosa Red"), (2, "Rolf Red"))]
    sheet = ["Identifier,Full name,Email address,Group,Last modified (submission)", *rows]
    (tmp_path / "sheet.csv").write_text("\n".join(sheet))
    rosters = ["--roster", tmp_path / "class.csv", "--roster", tmp_path / "sheet.csv"]
    command = ["grade", tmp_path / "download.zip", "-a", A, "--records", tmp_path / "records", "-c", "2027", "-j", 2]

    done = run(*command, *rosters)
    assert done.returncode == 1, done.stderr
    said = " ".join(done.stdout.split())
    assert "download.zip: taken for a download of Moodle: 6 entries" in " ".join(done.stderr.split())
    assert "? 2 students: There is no notebook in what was handed in. Ask the student for the .ipynb file." in said
    assert "ben02 (work.docx); wei2 (work.pdf)" in said
    assert "? unmatched Eve Stranger_500099: The roster has no such id" in said
    assert f'"Eve Stranger_500099_{FOLDER}/work.ipynb"' in said
    lines = (tmp_path / "records" / f"{A}.jsonl").read_text().splitlines()
    results = {row["student"]: row for row in map(json.loads, lines)}
    assert sorted(student for student, row in results.items() if row["status"] == "graded") == ["ada01", "wei1"]
    assert results["wei1"]["origin"] == {
        "platform": "Moodle",
        "number": "500004",
        "name": f"Wei Chen_500004_{FOLDER}/work.ipynb.txt",
    }
    with sqlite3.connect(tmp_path / "records" / "gradebook.db") as book:
        students = {row[0] for row in book.execute("select student_id from submitted_assignment")}
    assert students == {"ada01", "wei1"}
    headings, stranger, *confirmed = (tmp_path / "records" / f"{A}-whose.csv").read_text().splitlines()
    assert stranger.startswith(f"Eve Stranger_500099_{FOLDER}/work.ipynb,,")
    assert [line.split(",")[:2] for line in confirmed] == [
        [f"Red_41_{FOLDER}/work.ipynb", "red1"],
        [f"Red_41_{FOLDER}/work.ipynb", "red2"],
    ]
    (tmp_path / "map.csv").write_text("\n".join([headings, *confirmed]))
    run(*command, *rosters, "--map", tmp_path / "map.csv")
    with sqlite3.connect(tmp_path / "records" / "gradebook.db") as book:
        students = {row[0] for row in book.execute("select student_id from submitted_assignment")}
    assert students == {"ada01", "red1", "red2", "wei1"}


def test_a_link_that_leads_to_itself_stops_no_command(tmp_path: Path) -> None:
    link = tmp_path / "class" / "loop.ipynb"
    link.parent.mkdir()
    link.symlink_to(link.name)
    options = ["-a", A, "--records", tmp_path / "records", "--json", tmp_path / "lines.jsonl"]
    for named in (link.parent, link):
        done = run("grade", named, *options)
        assert done.returncode == 1, done.stderr
        row = json.loads((tmp_path / "lines.jsonl").read_text())
        assert (row["student"], row["status"]) == ("loop", "not_gradable")
        assert "symbolic link" in row["problem"]["message"]
    checked = run("check", link)
    assert checked.returncode == 2
    assert "is a symbolic link" in " ".join(checked.stderr.split())
