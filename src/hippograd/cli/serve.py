"""The door: a service that students hand in to."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import SplitResult, urlsplit

import typer

from hippograd.cli.app import CORES, GRADING, NAME, Cohorts, Jobs, RecordsFolder, Tier, app, records_of, terminal
from hippograd.course import Course, find_root
from hippograd.course.root import COHORTS
from hippograd.errors import HippogradError

if TYPE_CHECKING:
    from hippograd.course import Cohort
    from hippograd.records.folder import Records
    from hippograd.serve.identity import Codes, Identity

serve_app = typer.Typer(no_args_is_help=False)
app.add_typer(serve_app, name="serve", rich_help_panel=GRADING)


@serve_app.callback(invoke_without_command=True)
def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 is a free one.")] = 8765,
    staff_group: Annotated[str, typer.Option(help="The group of the hub whose members teach.")] = "hippograd-staff",
    site: Annotated[
        str, typer.Option(help="The origin of the course's site, whose notebooks may hand in: https://example.org.")
    ] = "",
    cohort: Cohorts = None,
    records: RecordsFolder = None,
    jobs: Jobs = CORES,
    tier: Tier = "confined",
) -> None:
    """Let students hand in over HTTP and see their public checks; as a service of a JupyterHub, or with codes."""
    if context.invoked_subcommand is not None:
        return
    import uvicorn

    from hippograd.serve.app import Door
    from hippograd.serve.inbox import Inbox
    from hippograd.serve.queue import Queue

    course, chosen, kept, url = _where(cohort, records)
    inbox = Inbox(kept.folder, course.secret)
    queue = Queue(course, chosen, inbox, jobs, tier, lambda line: terminal.print(line, markup=False))
    identity, where = _identity(course, chosen, kept, staff_group)
    if where is not None:
        host, port = where.hostname or host, where.port or port
    prefix = os.environ.get("JUPYTERHUB_SERVICE_PREFIX", "/")
    application = Door(course, chosen, kept, url, identity, inbox, queue).app(prefix, site)
    config = uvicorn.Config(application, log_level="warning", access_log=False, server_header=False)
    try:
        with _listening(host, port) as listening:
            print(f"http://{host}:{listening.getsockname()[1]}{prefix}", flush=True)
            uvicorn.Server(config).run([listening])
    finally:
        queue.close()


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise HippogradError("port-not-usable", port=port, cause=error.strerror or error) from None


@serve_app.command()
def invite(
    students: Annotated[list[str] | None, typer.Argument(help="Whose; all in the roster by default.")] = None,
    address: Annotated[
        str, typer.Option(help="Where the service is, as students reach it; by default as cohorts.toml says.")
    ] = "",
    days: Annotated[float, typer.Option(min=0.01, max=400, help="How long a code holds.")] = 200,
    cohort: Cohorts = None,
    records: RecordsFolder = None,
) -> None:
    """Print a link for each student, to send to them alone: id, a tab, the link."""
    course, chosen, kept, _ = _where(cohort, records)
    address = address or chosen.door.address
    if not address:
        raise HippogradError("serve-without-address", file=course.root / COHORTS, cohort=chosen.name)
    codes = _codes(course, chosen, kept)
    for student in students or codes.students():
        if student not in (*codes.students(), *codes.staff()):
            raise HippogradError("student-unknown-to-roster", student=student)
        print(f"{student}\t{address.rstrip('/')}/login#{codes.code(student, time.time() + days * 86400)}")


@serve_app.command("return")
def give(
    assignment: NAME,
    undo: Annotated[bool, typer.Option("--undo", help="Take the pages back.")] = False,
    cohort: Cohorts = None,
    records: RecordsFolder = None,
) -> None:
    """Show students their feedback pages and marks of an assignment, from now on."""
    from hippograd.serve.returned import give_back

    _, _, kept, _ = _where(cohort, records)
    give_back(kept.folder, assignment, takes_back=undo)
    pages = len([*kept.feedback.glob(f"*/{assignment}/{assignment}.html")])
    print(f"{assignment}: {pages} pages are {'taken back' if undo else 'shown to their students'}.")


def _where(cohort: str | None, records: Path | None) -> tuple[Course, Cohort, Records, str]:
    course = Course(find_root())
    chosen = course.cohort(cohort)
    kept, url = records_of(course, chosen, records)
    kept.prepare()
    if course.has_known_secret:
        raise HippogradError("serve-known-secret", file=course.secret_file)
    return course, chosen, kept, url


def _staff(course: Course, cohort: Cohort) -> Callable[[], tuple[str, ...]]:
    """Return what reads who teaches, as `cohorts.toml` says now."""
    return lambda: Course(course.root).cohort(cohort.name).door.staff


def _codes(course: Course, cohort: Cohort, kept: Records) -> Codes:
    from hippograd.records.roster import remembered
    from hippograd.serve.identity import Codes

    def students() -> list[str]:
        roster = remembered(kept.folder)
        return sorted(roster.people) if roster is not None else []

    if not students():
        raise HippogradError("serve-without-roster")
    return Codes(course.secret, cohort.name, students, _staff(course, cohort))


def _identity(course: Course, cohort: Cohort, kept: Records, staff_group: str) -> tuple[Identity, SplitResult | None]:
    """Return who knows people: the hub that started this, else codes; and where the hub wants this service."""
    if "JUPYTERHUB_API_TOKEN" not in os.environ:
        return _codes(course, cohort, kept), None
    from hippograd.serve.identity import HubTokens

    return HubTokens(staff_group, _staff(course, cohort)), urlsplit(os.environ["JUPYTERHUB_SERVICE_URL"])
