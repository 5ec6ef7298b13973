"""`hippograd serve` over the example course, for tests that hand in at it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx

from hippograd.building.released import released_cells
from hippograd.course import Course, Offering
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers
from tests import commands
from tests.conftest import HIPPOGRAD
from tests.scaling import COHORT, A
from tests.waiting import wait_for

STAFF = "tess"
SITE = "https://course.example.org"
STUDENTS = ("ada01", "ben02")


class Server:
    """`hippograd serve`, as often as it is started."""

    def __init__(
        self, root: Path, students: Sequence[str] = STUDENTS, *how: str, cohort: str = COHORT, site: str = SITE
    ) -> None:
        self.root, self.how = root, (*(how or ("-j", "1", "--tier", "unconfined")), "--site", site)
        self.records = root / "records" / cohort
        self.log = root / "log.txt"
        self.environment = os.environ | {"HIPPOGRAD_ROOT": str(root), "HIPPOGRAD_COHORT": cohort}
        cohorts = root / "assignments" / "cohorts.toml"
        cohorts.write_text(f'{cohorts.read_text()}\n[{cohort}.door]\nstaff = ["{STAFF}"]\n')
        (root / "class.csv").write_text("id,name\n" + "".join(f"{student},{student}\n" for student in students))
        self.run("roster", "import", root / "class.csv", "--yes")
        links = self.run("serve", "invite", *students, STAFF, "--address", "http://127.0.0.1").splitlines()
        self.codes = {line.partition("\t")[0]: line.partition("#")[2] for line in links}
        self.cookies = {who: {"hippograd": code} for who, code in self.codes.items()}
        self.start()

    def run(self, *words: object) -> str:
        done = commands.hippograd(*words, cwd=self.root, env=self.environment)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(self) -> None:
        command = [HIPPOGRAD, "serve", "--port", "0", *self.how]
        with open(self.log, "a") as log:
            self.process = subprocess.Popen(
                command,
                cwd=self.root,
                env=self.environment | {"HOME": "/nonexistent"},
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def hand_in(self, who: str, data: bytes) -> httpx.Response:
        return self.ask(f"api/{A}", self.codes[who], data)

    def page(self, path: str, who: str, sent: object = None, kind: str = "application/json") -> httpx.Response:
        """What a browser of somebody sees; with `sent`, what their page posts."""
        header, address = {"Content-Type": kind}, self.address + path
        with httpx.Client(cookies=self.cookies.get(who), headers=header, timeout=60) as browser:
            return browser.get(address) if sent is None else browser.post(address, content=json.dumps(sent))

    def ask(self, path: str, token: str, data: bytes | None = None) -> httpx.Response:
        header = {"Authorization": f"token {token}"}
        if data is None:
            return httpx.get(self.address + path, headers=header, timeout=60)
        return httpx.post(self.address + path, headers=header, content=data, timeout=60)

    def answer(self, who: str, key: str) -> dict[str, Any]:
        """Wait until the public checks have run."""

        def look() -> httpx.Response | None:
            got = self.ask(f"api/{A}/{key}", self.codes[who])
            assert got.status_code in (200, 202)
            return got if got.status_code == 200 else None

        return wait_for(look).json()  # type: ignore[no-any-return]


def notebook(server: Server, answer: str, mine: str = "") -> bytes:
    course = Course(server.root)
    cells = released_cells(Offering.of(course, A, course.cohort(COHORT)))
    scaled = f"def scaled(x):{mine and f'  # {mine}'}\n    return {answer}"
    return notebook_text(filled_notebook(cells, reference_answers(cells) | {"scaled": scaled})).encode()


def key_of(receipt: dict[str, str]) -> str:
    return "+".join(receipt[part] for part in ("student", "assignment", "time", "digest"))
