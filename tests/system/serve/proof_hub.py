"""The door as a service of a JupyterHub that really runs: the hub says who hands in."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import httpx
import psutil
import pytest
from platformdirs import user_cache_path

from tests import commands
from tests.browser.conftest import browser
from tests.conftest import HIPPOGRAD
from tests.machine import missing
from tests.scaling import COHORT, A, copy_scaling, hand_in_distinct
from tests.waiting import wait_for

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import Browser, Page, expect  # noqa: E402

from tests.browser.proof_browser import answer_and_check, go_to, wait_until_idle  # noqa: E402

__all__ = ["browser"]

CONFIG = """
import os, sys
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_port = {hub}
c.JupyterHub.db_url = "sqlite:///{folder}/hub.sqlite"
c.JupyterHub.cookie_secret_file = "{folder}/cookie_secret"
c.ConfigurableHTTPProxy.command = ["{proxy}"]
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api}"
c.ConfigurableHTTPProxy.pid_file = "{folder}/proxy.pid"
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = "of-the-tests"
c.Authenticator.allowed_users = {{"ada01", "ben02", "tess"}}
c.JupyterHub.load_groups = {{"hippograd-staff": ["tess"]}}
# What docs/serve.md has: the service, and what a notebook's own token may do.
c.JupyterHub.services = [
    {{
        "name": "hippograd",
        "url": "http://127.0.0.1:{service}",
        "command": ["{hippograd}", "serve", "--jobs", "1", "--tier", "unconfined"],
        "environment": {environment},
        "oauth_no_confirm": True,
    }}
]
c.JupyterHub.load_roles = [
    {{"name": "user", "scopes": ["self", "access:services!service=hippograd"]}},
]
c.Spawner.notebook_dir = "{folder}/home"
c.Spawner.args = ["--allow-root", "--LabApp.expose_app_in_browser=True"]
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = "{folder}/home"
c.Spawner.environment = {{"HIPPOGRAD_SERVER": "http://127.0.0.1:{service}/services/hippograd/"}}
c.Spawner.server_token_scopes = ["access:services!service=hippograd", "users:activity!user", "access:servers!server"]
"""


def proxy() -> Path:
    """The program of configurable-http-proxy, from npm, once for this user."""
    if found := shutil.which("configurable-http-proxy"):
        return Path(found)
    folder = user_cache_path("hippograd") / "configurable-http-proxy-5"
    program = folder / "node_modules" / ".bin" / "configurable-http-proxy"
    if not program.exists():
        if shutil.which("npm") is None:
            missing("npm")
        command = ["npm", "install", "--silent", "--prefix", folder, "configurable-http-proxy@5"]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            missing("configurable-http-proxy")
    return program


def free_ports(count: int) -> list[int]:
    taken = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in taken]
    for one in taken:
        one.close()
    return ports


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    folder = tmp_path_factory.mktemp("hub")
    root = copy_scaling(folder)
    port, inner, api, service = free_ports(4)
    (folder / "home").mkdir()
    environment = {"HIPPOGRAD_ROOT": str(root), "HIPPOGRAD_COHORT": COHORT, "PATH": os.environ["PATH"]}
    config = folder / "jupyterhub_config.py"
    told = {"port": port, "hub": inner, "api": api, "service": service, "folder": folder, "proxy": proxy()}
    config.write_text(CONFIG.format(**told, hippograd=HIPPOGRAD, environment=environment))
    command = [sys.executable, "-m", "jupyterhub", "-f", config]
    with open(folder / "log.txt", "w") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, start_new_session=True)
    (folder / "hub.pid").write_text(str(process.pid))
    try:
        address = f"http://127.0.0.1:{port}"
        until = time.monotonic() + 90
        while not _answers(f"{address}/services/hippograd/login.js"):
            assert time.monotonic() < until, (folder / "log.txt").read_text()[-3000:]
            assert process.poll() is None, (folder / "log.txt").read_text()[-3000:]
            time.sleep(0.3)
        yield address, folder
    finally:
        for one in psutil.process_iter():  # notebook servers have sessions of their own, and outlive a killed hub
            with suppress(psutil.Error):
                if Path(one.cwd()).is_relative_to(folder):
                    one.kill()
        process.wait()


@pytest.fixture(scope="module")
def hub(running: tuple[str, Path]) -> str:
    return running[0]


def _answers(address: str) -> bool:
    try:
        return httpx.get(address).status_code == 200
    except httpx.HTTPError:
        return False


@contextmanager
def logged_in(hub: str, name: str) -> Iterator[httpx.Client]:
    """A browser in which somebody logged in at the hub."""
    with httpx.Client(base_url=hub, follow_redirects=True) as browser:
        browser.get("/hub/login")
        form = {"username": name, "password": "of-the-tests", "_xsrf": browser.cookies["_xsrf"]}
        browser.post("/hub/login", data=form)
        yield browser


def test_a_student_solves_two_tasks_in_jupyterlab_hands_in_and_nobody_else_sees_it(
    browser: Browser, running: tuple[str, Path]
) -> None:
    hub, folder = running
    root, home = folder / "scaling", folder / "home"
    commands.hippograd("--root", root, "build", A, "--cohort", COHORT, check=True)
    shutil.copytree(root / "release" / COHORT / A, home, dirs_exist_ok=True)
    notebook = home / f"{A}.ipynb"
    answers = {
        "scaled": "def scaled(x):\n    return factor * x",
        "shifted": "def shifted(x):\n    return scaled(x) + shift",
    }
    cells = json.loads(notebook.read_text())["cells"]
    places = {cell["metadata"].get("nbgrader", {}).get("grade_id"): n for n, cell in enumerate(cells)}
    page = signed_in(browser, hub, "ada01", f"/hub/spawn?next=%2Fhub%2Fuser-redirect%2Flab%2Ftree%2F{A}.ipynb")
    page.locator(".jp-NotebookPanel .jp-Cell").first.wait_for()
    wait_until_idle(page)
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.get_by_text("this blank is still empty").first.wait_for()
    for task, answer in answers.items():
        assert "✓" in answer_and_check(page, answer, places[f"{task}_answer"], places[task])
    go_to(page, len(cells) - 1)
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:insert-cell-below')")
    go_to(page, len(cells))
    page.locator(".jp-Cell.jp-mod-active .cm-content").click()
    page.keyboard.type("grader.submit()")
    page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-cell')")
    expect(page.get_by_text("IS HANDED IN")).to_be_visible()
    page.goto(f"{hub}/services/hippograd/")
    expect(page.get_by_role("heading", name="ada01")).to_be_visible()
    expect(page.get_by_text(A).first).to_be_visible()
    page.context.close()
    others = signed_in(browser, hub, "ben02", "/services/hippograd/")
    expect(others.get_by_role("heading", name="ben02")).to_be_visible()
    assert "ada01" not in others.content()
    others.context.close()


def signed_in(browser: Browser, hub: str, name: str, then: str) -> Page:
    """A browser of somebody's own, logged in at the hub."""
    page = browser.new_context().new_page()
    page.set_default_timeout(120_000)
    page.goto(f"{hub}/hub/login?next={quote(then, safe='')}")
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", "of-the-tests")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/hub/login" not in address)
    return page


def token_of(hub: str, name: str) -> str:
    """Ask for a token as a notebook server has one."""
    with logged_in(hub, name) as browser:
        header = {"X-XSRFToken": browser.cookies.get("_xsrf", path="/hub/"), "Referer": f"{hub}/hub/home"}
        asked = {"scopes": ["access:services!service=hippograd"], "expires_in": 600}
        got = browser.post(f"/hub/api/users/{name}/tokens", json=asked, headers=header)
        assert got.status_code == 201, got.text
        return str(got.json()["token"])


def test_the_hub_says_who_hands_in_whatever_else_is_sent(hub: str, tmp_path: Path) -> None:
    file = hand_in_distinct(copy_scaling(tmp_path), tmp_path / "work", 1) / "student00.ipynb"
    at = f"{hub}/services/hippograd/api/{A}"
    ada, ben, tess = (token_of(hub, name) for name in ("ada01", "ben02", "tess"))

    def ask(address: str, token: str, data: bytes | None = None) -> httpx.Response:
        header = {"Authorization": f"token {token}", "Referer": f"{hub}/user/ben02/lab"}
        return httpx.request("GET" if data is None else "POST", address, headers=header, content=data, timeout=60)

    handed_in = ask(at, ada, file.read_bytes())
    assert (handed_in.status_code, handed_in.json()["receipt"]["student"]) == (202, "ada01")
    receipt = handed_in.json()["receipt"]
    key = "+".join(receipt[part] for part in ("student", "assignment", "time", "digest"))
    until = time.monotonic() + 90
    while (answer := ask(f"{at}/{key}", ada)).status_code == 202:
        assert time.monotonic() < until
        time.sleep(0.2)
    assert answer.json()["status"] == "graded"
    assert ask(f"{at}/{key}", ben).status_code == 404
    assert ask(at, "f" * 32, file.read_bytes()).status_code == 403
    assert httpx.post(at, headers={"Referer": f"{hub}/user/ada01/lab"}, content=file.read_bytes()).status_code == 403
    for token, status in ((ada, 403), (tess, 200)):
        page = httpx.get(f"{hub}/services/hippograd/staff", cookies={"hippograd": token})
        assert (page.status_code, "<td>ada01</td>" in page.text) == (status, status == 200)


def test_a_browser_logs_in_at_the_hub_and_sees_its_own_page(hub: str) -> None:
    with logged_in(hub, "ben02") as browser:
        page = browser.get("/services/hippograd/")
        assert (page.status_code, "<h1>ben02</h1>" in page.text) == (200, True)
        assert "token" not in str(page.url)
        (path,) = {one.path for one in browser.cookies.jar if one.name == "hippograd"}
        assert path == "/services/hippograd/", "other servers of the hub do not get it"
    forged = httpx.get(f"{hub}/services/hippograd/oauth_callback?code=x&state=y", cookies={"hippograd-login": "z v"})
    assert forged.status_code == 403


def test_where_the_hub_is_gone_a_known_token_holds_and_a_new_one_does_not(
    running: tuple[str, Path], tmp_path: Path
) -> None:
    """The last test of this file: it kills the hub."""
    hub, folder = running
    file = hand_in_distinct(copy_scaling(tmp_path), tmp_path / "work", 2) / "student01.ipynb"
    known, new = (token_of(hub, "ada01") for _ in range(2))
    config = (folder / "jupyterhub_config.py").read_text()
    door = re.search(r"http://127.0.0.1:\d+/services/hippograd/", config)
    assert door is not None

    def hand_in(token: str) -> int:
        header = {"Authorization": f"token {token}"}
        return httpx.post(f"{door[0]}api/{A}", headers=header, content=file.read_bytes(), timeout=60).status_code

    assert hand_in(known) == 202
    assert httpx.get(f"{door[0]}staff", cookies={"hippograd": known}).status_code == 403
    os.kill(int((folder / "hub.pid").read_text()), signal.SIGKILL)
    wait_for(lambda: not _answers(f"{hub}/hub/login"))
    assert hand_in(known) == 202
    assert hand_in(new) == 503
    assert httpx.get(f"{door[0]}staff", cookies={"hippograd": known}).status_code == 503, (
        "a role is asked for each time"
    )
