"""Students hand in at a server that really runs, over the example course, with codes in place of a hub."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from gradekit.handing_in import look_at
from gradekit.public_checks import read_release
from hippograd.course import Course
from hippograd.records.folder import Records
from hippograd.serve.identity import Codes
from hippograd.serve.inbox import Inbox
from hippograd.store.gradebook import Gradebook
from tests import commands
from tests.conftest import KNOWN
from tests.scaling import COHORT, A, copy_scaling
from tests.system.serve.door import SITE, STAFF, STUDENTS, Server, key_of, notebook
from tests.waiting import wait_for

INVITE = ("serve", "invite", "--address", "http://127.0.0.1")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(copy_scaling(tmp_path_factory.mktemp("door")))
    yield running
    running.kill()


def test_a_student_hands_in_and_sees_what_public_checks_say_and_nothing_hidden(server: Server) -> None:
    got = server.hand_in("ada01", notebook(server, "x * 2"))  # only the hidden check finds it
    assert got.status_code == 202
    answer = server.answer("ada01", key_of(got.json()["receipt"]))
    assert [task["checks"][0]["passed"] for task in answer["tasks"]] == [True, True]
    assert [len(task["checks"]) for task in answer["tasks"]] == [1, 1]
    assert "points" not in json.dumps(answer)
    wrong = server.hand_in("ada01", notebook(server, "x + 1"))
    (scaled, _) = server.answer("ada01", key_of(wrong.json()["receipt"]))["tasks"]
    assert [(one["passed"], bool(one["message"])) for one in scaled["checks"]] == [(False, True)]
    assert wrong.json()["attempt"] == 2


def test_the_same_file_twice_is_one_attempt_with_one_receipt(server: Server) -> None:
    first, again = (server.hand_in("ben02", notebook(server, "x * factor")).json() for _ in range(2))
    assert (first["receipt"], first["attempt"]) == (again["receipt"], again["attempt"])


def test_an_older_file_again_is_the_last_attempt(server: Server) -> None:
    """Who goes back to what they had before is marked for that."""
    good, bad = notebook(server, "x * factor", "once"), notebook(server, "x - factor", "then")
    handed_in = [server.hand_in("ben02", data).json()["receipt"] for data in (good, bad, good)]
    assert handed_in[0]["digest"] == handed_in[2]["digest"]
    assert handed_in[0]["time"] < handed_in[1]["time"] < handed_in[2]["time"]
    assert server.answer("ben02", key_of(handed_in[2]))["status"] == "graded"


def test_a_code_of_another_cohort_lets_nobody_in(server: Server) -> None:
    secret = Course(server.root).secret
    theirs = Codes(secret, "2019", lambda: ["ada01"], lambda: [STAFF])
    ours = Codes(secret, COHORT, lambda: ["ada01"], lambda: [STAFF])
    for name, page in (("ada01", ""), (STAFF, "staff")):
        for codes, status in ((theirs, 403), (ours, 200)):
            cookie = {"hippograd": codes.code(name, time.time() + 60)}
            assert httpx.get(server.address + page, cookies=cookie).status_code == status


def test_no_address_is_made_from_what_a_request_names(server: Server) -> None:
    for path in ("staff/", f"desk/{A}", "feedback/"):
        told = httpx.get(server.address + path, headers={"Host": "evil.example"}, cookies=server.cookies[STAFF])
        assert "evil.example" not in told.headers.get("Location", "")


def test_whoever_is_removed_leaves_nothing_at_the_door(tmp_path: Path) -> None:
    records = Records(tmp_path)
    for student in ("ada01", "ada"):
        for assignment in (A, "2_other"):
            inbox = Inbox(tmp_path, "a secret")
            attempt = inbox.put(student, assignment, f"{student} {assignment}".encode())
            inbox.keep_answer(attempt, {"status": "graded"})
    assert [path.name.split("+")[:2] for path in records.at_the_door("ada", A)] == [["ada", A]] * 2
    assert {path.name.split("+")[0] for path in records.at_the_door("ada")} == {"ada"}
    assert len(records.at_the_door("ada")) == 4


def test_nobody_sees_what_is_somebody_elses(server: Server) -> None:
    receipt = server.hand_in("ada01", notebook(server, "x * factor")).json()["receipt"]
    for who, status in (("ada01", (200, 202)), ("ben02", (404,))):
        assert server.ask(f"api/{A}/{key_of(receipt)}", server.codes[who]).status_code in status
    code = server.codes["ada01"]
    forged = code[:5] + ("B" if code[5] == "A" else "A") + code[6:]
    for token in ("-", "ada01", forged):
        assert server.ask(f"api/{A}", token, b"{}").status_code == 403
    assert httpx.post(f"{server.address}api/{A}", headers={"Referer": "/user/ada01/"}, content=b"{}").status_code == 403
    assert server.ask("api/9_none", server.codes["ada01"], b"{}").status_code == 404


def test_a_code_ends_with_its_time_and_with_its_students_place_in_the_roster(server: Server) -> None:
    short = server.run(*INVITE, "ada01", "--days", "0.01").partition("#")[2].strip()
    assert server.ask(f"api/{A}", short, notebook(server, "x * 3")).status_code == 202
    past = server.run(*INVITE, "ada01", "--days", "0.01").partition("#")[2].strip()
    assert past != server.codes["ada01"]
    refused = commands.hippograd(
        "serve", "invite", "zoe99", "--address", "http://127.0.0.1", cwd=server.root, env=server.environment
    )
    assert (refused.returncode, "(student-unknown-to-roster)" in refused.stderr) == (2, True)


def test_without_an_address_no_link_is_printed(server: Server) -> None:
    refused = commands.hippograd("serve", "invite", cwd=server.root, env=server.environment)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "(serve-without-address)" in refused.stderr


@pytest.mark.usefixtures("own_secret")
def test_with_a_secret_that_others_know_nobody_is_let_in(tmp_path: Path) -> None:
    root = copy_scaling(tmp_path)
    Course(root).secret_file.write_text(KNOWN)
    refused = commands.hippograd("--root", root, "serve", "invite", "--cohort", COHORT)
    assert (refused.returncode, "(serve-known-secret)" in refused.stderr) == (2, True)


def test_what_is_no_notebook_is_kept_and_its_student_is_told(server: Server) -> None:
    got = server.hand_in("ben02", b"{")
    answer = server.answer("ben02", key_of(got.json()["receipt"]))
    assert (answer["status"], "JSON" in answer["message"]) == ("not_gradable", True)
    assert str(server.root) not in answer["message"]


def test_staff_sees_hand_ins_gives_back_and_marks_and_nobody_else_does(server: Server) -> None:
    server.hand_in("ada01", notebook(server, "x * factor", "seen by staff"))
    paths = ("staff", f"desk/{A}/", f"desk/{A}/tasks")
    for who in (*STUDENTS, "nobody"):
        assert [server.page(path, who).status_code for path in paths] == [403, 403, 403]
        assert server.page("staff/return", who, {"assignment": A}).status_code == 403
    page = server.page("staff", STAFF)
    assert page.status_code == 200
    assert "<td>ada01</td>" in page.text
    assert "<td>ada01</td>" not in server.page("", "ben02").text
    assert server.page("staff/return", STAFF, {"assignment": A}, "text/plain").status_code == 403, "of another origin"
    assert server.page("staff/return", STAFF, {"assignment": "../.."}).status_code == 404
    for undo, given in ((False, [A]), (True, [])):
        assert server.page("staff/return", STAFF, {"assignment": A, "undo": undo}).status_code == 204
        assert json.loads((server.records / "returned.json").read_text()) == given
    server.hand_in("ben02", notebook(server, "x * factor", "for the desk"))
    server.run("grade", server.records / "inbox", "-a", A, "-j", "1", "--tier", "unconfined")
    (question,) = [one for one in server.page(f"desk/{A}/tasks", STAFF).json() if one["all"]][:1]
    cell = question["cell"]
    answer = server.page(f"desk/{A}/{cell}/answer", STAFF).json()["answer"]
    mark = {"seen": {answer["key"]: answer["seen"]}, "items": [], "points": 0.0, "comment": "No."}
    assert server.page(f"desk/{A}/{cell}/mark", "ada01", mark).status_code == 403
    assert server.page(f"desk/{A}/{cell}/mark", STAFF, mark).json()["marked"] == 1
    assert server.page(f"desk/{A}/tasks", STAFF).json()[0]["mine"] == 1


def test_who_teaches_no_more_sees_nothing_from_the_next_request_on(server: Server) -> None:
    cohorts = server.root / "assignments" / "cohorts.toml"
    before = cohorts.read_text()
    assert server.page("staff", STAFF).status_code == 200
    try:
        cohorts.write_text(before.replace(f'"{STAFF}"', '"somebody"'))
        assert server.page("staff", STAFF).status_code == 403
        assert server.page(f"desk/{A}/tasks", STAFF).status_code == 403
    finally:
        cohorts.write_text(before)


def test_a_fault_of_the_grader_is_not_graded_yet_and_staff_sees_it(server: Server) -> None:
    grader = server.root / "autograder" / "graders" / A / "test_scaled.py"
    before = grader.read_text()
    server.kill()
    try:
        grader.write_text(
            before.replace("def test_", "def test_broken(student):\n    raise KeyError('of ours')\n\n\ndef test_", 1)
        )
        server.start()
        key = key_of(server.hand_in("ben02", notebook(server, "x * factor", "a fault")).json()["receipt"])
        answer = server.answer("ben02", key)
        assert (answer["status"], "staff knows" in answer["message"], "tasks" in answer) == (
            "not_gradable",
            True,
            False,
        )
        assert "fault" not in answer
        assert "not the student" in server.page("staff", STAFF).text
        server.kill()
    finally:
        grader.write_text(before)
    server.start()
    wait_for(lambda: server.answer("ben02", key)["status"] == "graded")


def test_sizes_cells_and_depth_are_bounded_and_the_next_file_is_graded(server: Server) -> None:
    assert server.hand_in("ada01", bytes(20_000_001)).status_code == 413
    cells = b'{"cell_type": "raw"},' * 2_001
    assert server.hand_in("ada01", b'{"cells": [' + cells[:-1] + b"]}").status_code == 413
    for bad in (b"[" * 1_000_000, b'{"cells": ' + b'[{"cell_type": "raw", "metadata": ' * 1_000 + b"{}", b"\0" * 1_000):
        key = key_of(server.hand_in("ada01", bad).json()["receipt"])
        assert server.answer("ada01", key)["status"] == "not_gradable"
    key = key_of(server.hand_in("ada01", notebook(server, "x * factor", "after bad ones")).json()["receipt"])
    assert server.answer("ada01", key)["status"] == "graded"


def test_the_courses_site_may_ask_from_a_browser_and_no_other_origin(server: Server) -> None:
    for origin, allowed in ((SITE, SITE), ("https://evil.example.org", None), ("null", None)):
        asks = {
            "Origin": origin,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "authorization",
        }
        answer = httpx.options(f"{server.address}api/{A}", headers=asks)
        assert answer.headers.get("Access-Control-Allow-Origin") == allowed
        assert "Access-Control-Allow-Credentials" not in answer.headers, "a cookie is no proof from elsewhere"


def content(path: Path) -> bytes:
    """What is in a file; nothing where the server has renamed it meanwhile, as it does after writing."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def test_nobody_else_reads_the_inbox_and_no_code_is_in_a_log(server: Server) -> None:
    receipt = server.hand_in("ada01", notebook(server, "x * factor", "modes")).json()["receipt"]
    for path in (server.records / "inbox", server.records / "inbox" / key_of(receipt), server.records / "answers"):
        assert path.stat().st_mode & 0o077 == 0
    server.answer("ada01", key_of(receipt))
    codes = [code.encode() for code in server.codes.values()]
    written = [path for path in server.root.rglob("*") if path.is_file()]
    assert [path for path in written if any(code in content(path) for code in codes)] == []
    command = Path(f"/proc/{server.process.pid}/cmdline")
    assert not command.exists() or not any(code in command.read_bytes() for code in codes)


def test_grade_reads_the_inbox_and_the_page_is_seen_once_it_is_given_back(server: Server) -> None:
    server.hand_in("ada01", notebook(server, "x * factor", "the last one"))
    server.hand_in("ben02", notebook(server, "x + factor", "the last one"))
    said = server.run("grade", server.records / "inbox", "-a", A, "-j", "1", "--tier", "unconfined")
    assert "Exchange" in said or "ada01" in said
    server.run("feedback", "-a", A, "--unmarked", "-j", "1")
    cookies = server.cookies
    page = f"{server.address}feedback/{A}"
    assert httpx.get(page, cookies=cookies["ada01"]).status_code == 404
    server.run("serve", "return", A)
    ada, ben = (httpx.get(page, cookies=cookies[who]) for who in ("ada01", "ben02"))
    assert (ada.status_code, ben.status_code) == (200, 200)
    assert ada.text != ben.text
    assert "sandbox" in ada.headers["Content-Security-Policy"]
    assert httpx.get(page).status_code == 403
    server.run("serve", "return", A, "--undo")
    assert httpx.get(page, cookies=cookies["ada01"]).status_code == 404


def test_the_last_attempt_on_time_counts_and_what_is_handed_in_says_when_it_is_due(tmp_path: Path) -> None:
    server = Server(copy_scaling(tmp_path))
    try:
        for answer in ("x + factor", "x * factor"):
            due = datetime.now(UTC) + timedelta(hours=1)
            said = server.hand_in("ada01", notebook(server, answer)).json()
        assert said["deadline"] == ""
    finally:
        server.kill()
    cohorts = server.root / "assignments" / "cohorts.toml"
    where = "https://grade.example.org/"
    text = cohorts.read_text().replace(f"[{COHORT}.door]", f'[{COHORT}.door]\naddress = "{where}"')
    cohorts.write_text(f"{text}\n[{COHORT}.late.deadlines]\n{A} = {due:%Y-%m-%dT%H:%M:%SZ}\n")
    server.run("build", A)
    release = read_release(folder := server.root / "release" / COHORT / A)
    assert (datetime.fromisoformat(release.deadline), release.server) == (due.replace(microsecond=0), where)
    assert f"due {due:%A}" in (folder / "README.md").read_text()
    file = folder / f"{A}.ipynb"
    file.write_bytes(notebook(server, "x * factor"))
    assert look_at(file, release).lines[-1].endswith("minutes left.")
    assert f"{where}login#" in server.run("serve", "invite", "ada01")
    first, last = sorted((server.records / "inbox").iterdir(), key=lambda path: path.name.split("+")[2])
    for folder, hours in ((first, -1), (last, 1)):
        at = f"{due + timedelta(hours=hours):%Y-%m-%d %H:%M:%S.%f} UTC"
        (folder / "timestamp.txt").write_text(at)
        student, assignment, _, digest = folder.name.split("+")
        folder.rename(folder.with_name(f"{student}+{assignment}+{at}+{digest}"))
    server.run("grade", server.records / "inbox", "-a", A, "-j", "1", "--tier", "unconfined")
    marks = Gradebook(f"sqlite:///{server.records}/gradebook.db").marks(A)
    assert marks["ada01"].points < 4.5, "the wrong answer was on time"
    server.start()
    try:
        said = server.hand_in("ada01", notebook(server, "x * 2")).json()
        assert datetime.fromisoformat(said["deadline"]) == due.replace(microsecond=0)
        assert "minutes left" in server.page("", "ada01").text
    finally:
        server.kill()
