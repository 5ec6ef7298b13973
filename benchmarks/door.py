"""Students at the door: from POST to the answer of public checks, or with the server killed at random moments.

usage: PYTHONPATH=. python benchmarks/door.py rate [--minutes 3] [--a-minute 100]
       PYTHONPATH=. python benchmarks/door.py kills [--clients 400] [--seed 0]

`rate` has the given number of students a minute hand in, at moments drawn at random whatever is still being graded.
`kills` has as many clients at once, each of which tries until it has its receipt, while the server gets SIGKILL. Then
receipts, files and answers have to be the same ones. Both in the example course, confined, with two processes.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx

from tests.scaling import A, copy_scaling
from tests.system.serve.door import Server, key_of, notebook

HOW = ("-j", "2")
ANSWERS = ("x * factor", "x + factor", "x * 2")


def students(count: int) -> list[str]:
    return [f"student{number:03d}" for number in range(count)]


def answer(server: Server, client: httpx.Client, who: str, key: str, seconds: float) -> dict[str, Any]:
    """Ask ten times a second until the public checks have run; nothing if they do not in time."""
    header, until = {"Authorization": f"token {server.codes[who]}"}, time.monotonic() + seconds
    while time.monotonic() < until:
        got = client.get(f"{server.address}api/{A}/{key}", headers=header)
        if got.status_code == 200:
            return dict(got.json())
        time.sleep(0.1)
    return {}


def rate(folder: Path, minutes: float, a_minute: int) -> None:
    """Print how long it takes from POST to receipt, and to the answer."""
    count = round(minutes * a_minute)
    server = Server(copy_scaling(folder), students(count), *HOW)
    files = {who: notebook(server, ANSWERS[n % 3], who) for n, who in enumerate(students(count))}
    chance, receipts, answers = random.Random(0), [], []

    def hand_in(who: str) -> None:
        with httpx.Client(timeout=60) as client:
            header, begun = {"Authorization": f"token {server.codes[who]}"}, time.monotonic()
            said = client.post(f"{server.address}api/{A}", headers=header, content=files[who]).json()
            receipts.append(time.monotonic() - begun)
            assert answer(server, client, who, key_of(said["receipt"]), 60)["status"] == "graded"
            answers.append(time.monotonic() - begun)

    with ThreadPoolExecutor(200) as pool:
        for who in files:
            pool.submit(hand_in, who)
            time.sleep(chance.expovariate(a_minute / 60))
    server.kill()
    print(f"{len(answers)} of {count} answered")
    for name, times in (("receipt", receipts), ("answer", answers)):
        cuts = statistics.quantiles(times, n=20)
        print(f"{name}: p50 {statistics.median(times):.2f} s, p95 {cuts[-1]:.2f} s, largest {max(times):.2f} s")


def kills(folder: Path, clients: int, seed: int) -> None:
    """Print what was given and kept; end with an error where these differ."""
    server = Server(copy_scaling(folder), students(clients), *HOW)
    files = {who: notebook(server, ANSWERS[n % 3], who) for n, who in enumerate(students(clients))}
    receipts: dict[str, str] = {}
    chance, ended, killed, tried = random.Random(seed), threading.Event(), 0, 0

    client = httpx.Client(timeout=60, limits=httpx.Limits(max_connections=clients))

    def hand_in(who: str) -> None:
        nonlocal tried
        time.sleep(chance.uniform(0, 60))
        for _ in range(400):
            tried += 1
            try:
                header = {"Authorization": f"token {server.codes[who]}"}
                said = client.post(f"{server.address}api/{A}", headers=header, content=files[who])
                receipts[who] = key_of(said.json()["receipt"])
                return
            except (httpx.HTTPError, KeyError, ValueError):
                time.sleep(chance.uniform(0.5, 2))

    def kill() -> None:
        nonlocal killed
        while not ended.wait(chance.uniform(0.3, 6)):
            server.kill()
            server.start()
            killed += 1

    killer = threading.Thread(target=kill)
    killer.start()
    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(hand_in, files))
    ended.set()
    killer.join()
    said = {who: answer(server, client, who, key, 600).get("status") for who, key in receipts.items()}
    server.kill()
    there = sorted(path.name for path in (server.records / "inbox").iterdir())
    answers = sorted(path.stem for path in (server.records / "answers").iterdir())
    graded = sum(status == "graded" for status in said.values())
    print(
        f"{clients} clients, {tried} tries, {killed} kills: "
        f"{len(receipts)} receipts, {len(there)} files, {graded} graded"
    )
    assert sorted(receipts.values()) == there == answers
    assert len(receipts) == graded == clients


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("rate", "kills"))
    parser.add_argument("--minutes", type=float, default=3)
    parser.add_argument("--a-minute", type=int, default=100)
    parser.add_argument("--clients", type=int, default=400)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.what == "rate":
            rate(Path(folder), given.minutes, given.a_minute)
        else:
            kills(Path(folder), given.clients, given.seed)


if __name__ == "__main__":
    main()
