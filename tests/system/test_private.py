"""Data of students are for who grades: no other user of the machine reads them, and git does not take them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from hippograd.errors import HippogradError
from hippograd.ignored import IGNORED, missing_lines, refuse_unignored
from tests import commands
from tests.conftest import HIPPOGRAD, ROOT
from tests.system.reports.conftest import hippograd

A = "1_scaling"
SCALING = ROOT / "examples" / "scaling"
NOBODY = 65534
OF_DOCUMENTS = re.compile(r"(?:--(?:to|csv|json|export)[ =]|archive \d+ )([\w-]+\.\w+)")
"""Files that our documents have commands write into."""

DEFAULTS = [
    "records/2031/gradebook.db",
    "records/2031/1_scaling.jsonl",
    "records/2031/pages/report/report.html",
    "submitted/ada01/1_scaling/1_scaling.ipynb",
    "feedback/ada01/1_scaling/1_scaling.html",
    "2031-records.zip",
    "2031-records-again.zip",
    "2031-records.zip.age",
    "1_scaling-gradescope.zip",
    "class.csv",
    "roster.csv",
    "ada01.ipynb",
]


@pytest.fixture
def open_course() -> Iterator[Path]:
    """A course in a folder that all users of this machine may enter, with a notebook that was handed in."""
    with tempfile.TemporaryDirectory(prefix="hippograd-open-") as folder:
        os.chmod(folder, 0o755)
        os.umask(0o022)
        root = Path(folder) / "course"
        shutil.copytree(SCALING, root)
        secret = root / "autograder" / "graders" / "secret.txt"
        secret.write_text("of long ago\n")
        secret.chmod(0o644)
        yield root


def run(root: Path, *words: str | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [HIPPOGRAD, "--root", root, *words]
    return subprocess.run(command, cwd=root, capture_output=True, umask=0o022, check=False, **options)  # type: ignore[call-overload, no-any-return]


def readable_by_nobody(folder: Path) -> set[str]:
    """The names of the files that another user of this machine can read."""
    if os.getuid() != 0:
        pytest.skip("only root becomes another user")
    command = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    command += ["find", folder, "-type", "f", "-readable", "-printf", "%f\n"]
    return set(subprocess.run(command, capture_output=True, text=True, check=False).stdout.split())


def git(root: Path, *words: str) -> str:
    return subprocess.run(["git", "-C", root, *words], capture_output=True, text=True, check=True).stdout


@pytest.mark.usefixtures("own_secret")
def test_no_other_user_reads_what_commands_write_about_students(open_course: Path) -> None:
    kept = open_course / "records" / "2031"
    kept.mkdir(parents=True)
    (kept / "of_last_year.csv").write_text("ada01")
    assert {"of_last_year.csv", "secret.txt"} <= readable_by_nobody(open_course)
    (open_course / "handed_in").mkdir()
    (open_course / "handed_in" / "ada01.ipynb").write_text("{")
    words = (A, "--json", "results.jsonl", "-j", "1", "--tier", "unconfined")
    done = run(open_course, "grade", "handed_in", "-a", *words)
    assert (done.returncode, str(kept) in done.stderr.decode()) == (1, True), "it says what was open until now"
    done = run(open_course, "export", "--to", "marks.csv")
    assert (done.returncode, done.stderr) == (0, b""), "and does not say so again"
    assert run(open_course, "new", "secret", "--replace").returncode == 0
    written = {"gradebook.db", "marks.csv", "results.jsonl", "secret.txt", "of_last_year.csv", f"{A}.jsonl"}
    assert written <= {path.name for path in open_course.rglob("*")}
    assert not written & readable_by_nobody(open_course)


def test_what_others_read_stays_readable(open_course: Path) -> None:
    assert run(open_course, "build", "1_scaling", "--cohort", "2031").returncode == 0
    assert {"manifest.json", "1_scaling.ipynb"} <= readable_by_nobody(open_course / "release")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A course in git, whose .gitignore holds what ours do."""
    root = tmp_path / "course"
    shutil.copytree(SCALING, root)
    git(root, "init", "--quiet")
    return root


def test_what_the_commands_of_our_documents_write_is_ignored(repository: Path) -> None:
    documents = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    named = {name for file in documents for name in OF_DOCUMENTS.findall(file.read_text("utf-8"))}
    assert {"marks.xlsx", "filled.csv"} <= named
    refuse_unignored(repository, [repository / name for name in (*named, *DEFAULTS)])


def test_every_course_of_ours_has_the_whole_list() -> None:
    assert missing_lines(ROOT) == missing_lines(SCALING) == []


def test_a_course_without_the_list_is_told_which_lines_it_lacks(repository: Path) -> None:
    (repository / ".gitignore").write_text("/records/\n")
    assert missing_lines(repository) == [line for line in IGNORED if line != "/records/"]
    assert "*-gradescope.zip" in hippograd(repository, "doctor").stdout


@pytest.mark.parametrize(
    ("line", "files", "folders"), [("/of/marks.ods", ["of/marks.ods"], []), ("/of/all/", [], ["of/all"])]
)
def test_what_git_would_take_is_refused_with_the_line_that_helps(
    repository: Path, line: str, files: list[str], folders: list[str]
) -> None:
    targets = [[repository / name for name in names] for names in (["marks.csv", *files], ["records/2031", *folders])]
    with pytest.raises(HippogradError) as refused:
        refuse_unignored(repository, *targets)
    assert f" {line} " in refused.value.remedy
    with open(repository / ".gitignore", "a") as ignored:
        ignored.write(f"{line}\n")
    refuse_unignored(repository, *targets)


def test_what_lies_elsewhere_or_in_no_repository_is_not_asked_about(repository: Path, tmp_path: Path) -> None:
    refuse_unignored(repository, [tmp_path / "marks.ods"])
    (repository / "records").symlink_to(tmp_path)
    refuse_unignored(repository, folders=[repository / "records" / "2031"])
    refuse_unignored(SCALING, [tmp_path / "marks.ods"])


def test_a_repository_of_a_student_is_never_asked(repository: Path, tmp_path: Path) -> None:
    theirs = repository / "records" / "ada01"
    theirs.mkdir(parents=True)
    git(theirs, "init", "--quiet")
    git(theirs, "config", "core.fsmonitor", f"touch {tmp_path / 'ran'}")
    refuse_unignored(repository, [theirs / "marks.csv"])
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("grade", "ada01.ipynb", "-a", A, "--records", "mine"),
        ("grade", "ada01.ipynb", "-a", A, "--json", "lines.txt"),
        ("grade", "ada01.ipynb", "-a", A, "--db", "sqlite:///marks.sqlite"),
        ("export", "--to", "marks.ods"),
        ("report", "--to", "pages"),
        ("list", "--csv", "names.ods"),
        ("similar", A, "--to", "alike.htm"),
        ("roster", "import", "class.csv", "--records", "mine"),
        ("cohort", "archive", "2031", "kept.tgz"),
    ],
)
def test_a_command_writes_nothing_that_git_would_take(
    repository: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "ada01.ipynb").write_text("{}")
    before = git(repository, "status", "--porcelain", "--ignored")
    monkeypatch.chdir(repository)
    done = hippograd(repository, *words)
    assert (done.returncode, ".gitignore" in done.stderr) == (2, True), done.stderr
    assert git(repository, "status", "--porcelain", "--ignored") == before


def test_who_grades_another_course_needs_none_of_ours(tmp_path: Path) -> None:
    words = ("grade-course", tmp_path, tmp_path, "-a", A, "--json", tmp_path / "lines.txt")
    done = commands.hippograd(*words, cwd=tmp_path, env={**os.environ, "HIPPOGRAD_ROOT": ""})
    assert "(otter-nothing)" in done.stderr, "what was named is no course; that ours is missing is another code"


def test_who_says_so_writes_it_anyway_and_may_delete_it(repository: Path) -> None:
    (repository / "class.csv").write_text("id,name\nada01,Ada\n")
    mine = ("--records", repository / "mine", "--yes")
    assert hippograd(repository, "--anyway", "roster", "import", repository / "class.csv", *mine).returncode == 0
    assert hippograd(repository, "student", "remove", "ada01", *mine).returncode == 0


def test_an_archive_goes_through_a_pipe(repository: Path, tmp_path: Path) -> None:
    (repository / "class.csv").write_text("id,name\nada01,Ada\n")
    git(repository, "add", "--all")
    git(repository, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "Course")
    assert hippograd(repository, "roster", "import", repository / "class.csv", "--yes").returncode == 0
    before = {*(repository / "records").rglob("*")}
    done = run(repository, "cohort", "archive", "2031", "-")
    assert done.returncode == 0, done.stderr
    (tmp_path / "sent.zip").write_bytes(done.stdout)
    with zipfile.ZipFile(tmp_path / "sent.zip") as packed:
        assert packed.testzip() is None
        assert "records/gradebook.db" in packed.namelist()
    assert {*(repository / "records").rglob("*")} == before, "nothing is left on the disk"
