"""Students hand in at a server that really runs, over the example course, with codes in place of a hub.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import httpx

from hippograd.store.gradebook import Gradebook
from hippograd.store.results import Results
from tests import commands
from tests.conftest import HIPPOGRAD
from tests.scaling import COHORT, A, copy_scaling
from tests.system.proof_faults import ROOT_ONLY, disk
from tests.system.serve.door import STUDENTS, Server, key_of, notebook
from tests.system.serve.test_door import server
from tests.waiting import wait_for

__all__ = ["server"]


def test_what_was_acknowledged_is_graded_after_a_kill(server: Server) -> None:
    receipts = [server.hand_in("ada01", notebook(server, "x * factor", f"{n}")).json()["receipt"] for n in range(3)]
    server.kill()
    server.start()
    for receipt in receipts[-1:]:
        assert server.answer("ada01", key_of(receipt))["status"] == "graded"
    assert all((server.records / "inbox" / key_of(receipt) / f"{A}.ipynb").is_file() for receipt in receipts)


@ROOT_ONLY
def test_on_a_full_disk_there_is_no_receipt_and_nothing_half_kept(server: Server) -> None:
    inbox = server.records / "inbox"
    before = sorted(path.name for path in inbox.iterdir())
    with disk(inbox, "size=16k"):
        assert server.hand_in("ada01", b" " * 100_000).status_code == 507
        assert list(inbox.iterdir()) == []
    assert sorted(path.name for path in inbox.iterdir()) == before


def test_the_same_files_have_the_same_marks_by_nbgraders_exchange(server: Server, tmp_path: Path) -> None:
    exchange, handed_in = tmp_path / "exchange", {"ada01": "x * 2", "ben02": "x + factor"}
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    course = tmp_path / "course"
    (course / "release" / A).mkdir(parents=True)
    (course / "release" / A / f"{A}.ipynb").write_bytes(notebook(server, "x"))
    nbgrader(course, exchange, "release_assignment", A)
    for who, answer in handed_in.items():
        key = key_of(server.hand_in(who, notebook(server, answer, "both ways")).json()["receipt"])
        shutil.copytree(server.records / "inbox" / key, tmp_path / "door" / key)
        home = tmp_path / who
        (home / A).mkdir(parents=True)
        (home / A / f"{A}.ipynb").write_bytes(notebook(server, answer, "both ways"))
        nbgrader(home, exchange, "submit", A, f"--student={who}")
    nbgrader(course, exchange, "collect", A)
    marks = []
    for way in (tmp_path / "door", course / "submitted"):
        records = tmp_path / f"marks-{way.name}"
        server.run("grade", way, "-a", A, "-j", "1", "--tier", "unconfined", "--records", records)
        found = Gradebook(f"sqlite:///{records}/gradebook.db").marks(A)
        marks.append({who: one.points for who, one in found.items()})
    assert marks[0] == marks[1]
    assert len(set(marks[0].values())) == 2


def nbgrader(folder: Path, exchange: Path, *words: str) -> None:
    """Hand in or collect as nbgrader's own command does."""
    shared = ["--course=c", f"--Exchange.root={exchange}", f"--Exchange.cache={folder / 'cache'}"]
    done = commands.run("nbgrader", *words, *shared, cwd=folder, env=os.environ | {"HOME": str(folder)})
    assert done.returncode == 0, done.stdout + done.stderr


CLIENT = """
import json, sys
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from gradekit.handing_in import look_at
from gradekit.public_checks import read_release
from gradekit.submitting import submit
print(submit(look_at(Path(sys.argv[1]), read_release())))
"""


def test_a_notebook_hands_itself_in_and_says_so(server: Server, tmp_path: Path) -> None:
    server.run("build", A)
    release = server.root / "release" / COHORT / A
    (release / f"{A}.ipynb").write_bytes(notebook(server, "x * factor", "from a notebook"))
    command = [sys.executable, "-c", CLIENT, f"{A}.ipynb"]
    ours = {"HIPPOGRAD_SERVER": server.address, "JUPYTERHUB_API_TOKEN": server.codes["ben02"]}

    def submitted(**more: str) -> list[str]:
        environment = os.environ | ours | more
        done = subprocess.run(command, cwd=release, env=environment, capture_output=True, text=True, timeout=120)
        return (done.stdout + done.stderr).splitlines()

    assert "IS HANDED IN" in submitted()[-1]
    assert "NOT HANDED IN" not in "".join(submitted())
    assert "nobody's" in submitted(JUPYTERHUB_API_TOKEN="forged")[-1]
    assert "cannot be reached" in submitted(HIPPOGRAD_SERVER="http://127.0.0.1:1/")[-1]
    with socket.create_server(("127.0.0.1", 0)) as dies:
        threading.Thread(target=lambda: dies.accept()[0].close(), daemon=True).start()
        killed = submitted(HIPPOGRAD_SERVER=f"http://127.0.0.1:{dies.getsockname()[1]}/")
    assert "NOT HANDED IN" in killed[-1] or "cannot be reached" in killed[-1]
    assert "hand in this one file" in submitted(HIPPOGRAD_SERVER="")[-1]


def test_a_shared_folder_is_graded_whenever_a_file_comes(server: Server, tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    (folder / "ada01.ipynb").write_bytes(notebook(server, "x * factor"))
    command = [HIPPOGRAD, "grade", folder, "-a", A, "-j", "1", "--tier", "unconfined", "--records", tmp_path, "--watch"]
    with open(tmp_path / "log.txt", "w") as log:
        process = subprocess.Popen(command, env=server.environment, stdout=log, stderr=log)
    try:
        wait_for(lambda: Results(Gradebook(f"sqlite:///{tmp_path}/gradebook.db"), A).students() == {"ada01"})
        (folder / "half.ipynb").write_text("{")
        (folder / "ben02.ipynb").write_bytes(notebook(server, "x + factor"))
        wait_for(lambda: "ben02" in Results(Gradebook(f"sqlite:///{tmp_path}/gradebook.db"), A).students())
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(30) in (2, 130), (tmp_path / "log.txt").read_text()[-2000:]


def test_whatever_is_killed_receipts_files_and_answers_are_the_same(tmp_path: Path) -> None:
    """Students press on while the server is killed and started again."""
    server = Server(copy_scaling(tmp_path))
    texts = {who: [notebook(server, "x * factor", f"{who} {n}") for n in range(8)] for who in STUDENTS}
    receipts: list[dict[str, str]] = []
    chance, done = random.Random(5), threading.Event()

    def press_on(who: str) -> None:
        for text in texts[who]:
            while True:
                with suppress(httpx.HTTPError, KeyError):
                    receipts.append(server.hand_in(who, text).json()["receipt"])
                    break
                time.sleep(0.05)

    def kill_and_start() -> None:
        for _ in range(3):
            time.sleep(chance.uniform(0.1, 0.6))
            server.kill()
            server.start()
        done.set()

    threads = [threading.Thread(target=press_on, args=(who,)) for who in STUDENTS]
    threads.append(threading.Thread(target=kill_and_start))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    try:
        assert done.is_set()
        keys = sorted(map(key_of, receipts))
        assert len(keys) == len(set(keys)) == 16
        assert sorted(path.name for path in (server.records / "inbox").iterdir()) == keys
        newest = {receipt["student"]: key_of(receipt) for receipt in receipts}
        assert {who: server.answer(who, key)["status"] for who, key in newest.items()} == dict.fromkeys(
            STUDENTS, "graded"
        )
    finally:
        server.kill()


def test_where_the_hub_is_down_nobody_is_let_in_and_that_is_said(tmp_path: Path) -> None:
    root = copy_scaling(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    hub = {"JUPYTERHUB_API_TOKEN": "ours", "JUPYTERHUB_API_URL": "http://127.0.0.1:1/hub/api"}
    hub |= {"JUPYTERHUB_SERVICE_URL": f"http://127.0.0.1:{port}", "JUPYTERHUB_SERVICE_NAME": "hippograd"}
    environment = os.environ | hub | {"HIPPOGRAD_ROOT": str(root), "HIPPOGRAD_COHORT": COHORT}
    command = [HIPPOGRAD, "serve", "-j", "1", "--tier", "unconfined"]
    with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True) as running:
        try:
            assert running.stdout is not None
            address = running.stdout.readline().strip()
            header = {"Authorization": "token somebodys"}
            assert httpx.post(f"{address}api/{A}", headers=header, content=b"{}", timeout=60).status_code == 503
            assert list((root / "records" / COHORT / "inbox").iterdir()) == []
        finally:
            running.kill()
