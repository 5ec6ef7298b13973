"""Running a notebook from top to bottom in a clean Python kernel of its own."""

import os
import shutil
import signal
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from hippograd.sandbox.threads import ONE_THREAD

SOLUTION_CELL_SECONDS = 600


@dataclass(frozen=True)
class Stop:
    """Where and why a notebook stopped: the place and id of the cell, the exception's name and text."""

    place: int
    cell_id: str
    error: str
    text: str


def run_notebook(nb: NotebookNode, folder: Path, *, go_on: bool = False) -> tuple[NotebookNode, Stop | None]:
    """Execute a notebook in a copy of its release folder."""
    executed = deepcopy(nb)
    started = [0]
    with tempfile.TemporaryDirectory(prefix="hippograd-") as work:
        copy = shutil.copytree(folder, Path(work, folder.name))
        client = NotebookClient(
            executed,
            timeout=SOLUTION_CELL_SECONDS,
            kernel_name="python3",
            extra_arguments=["--log-level=ERROR"],
            resources={"metadata": {"path": str(copy)}},
            record_timing=False,
            allow_errors=go_on,
            coalesce_streams=True,  # how fast lines came is nobody's business
            store_widget_state=False,
            on_cell_execute=lambda cell, cell_index: started.append(cell_index),
        )
        failure = _execute(client)
    executed.metadata = deepcopy(nb.metadata)
    if failure is None:
        return executed, None
    return executed, Stop(started[-1], nb.cells[started[-1]].id, *failure)


def _execute(client: NotebookClient) -> tuple[str, str] | None:
    """Run all cells; the exception's name and text where one stops the run.

    In a thread: in the main one nbclient takes Ctrl-C for itself, and fails on the kernel that it then ends.
    """
    with ThreadPoolExecutor(1) as thread:
        running = thread.submit(_run_all, client)
        try:
            return running.result()
        except KeyboardInterrupt:
            while not running.done():
                _end_kernel(client)
                wait([running], timeout=0.2)
            raise


def _end_kernel(client: NotebookClient) -> None:
    provisioner = client.km.provisioner if client.km is not None else None
    if provisioner is not None and provisioner.pid:
        with suppress(ProcessLookupError):
            os.kill(provisioner.pid, signal.SIGKILL)


def _run_all(client: NotebookClient) -> tuple[str, str] | None:
    try:
        # A kernel itself only says that a socket is closed when it ends. Outputs of cells come as messages.
        client.execute(env=_clean_environment(), stderr=subprocess.DEVNULL)
    except CellExecutionError as error:
        return error.ename, error.evalue
    except CellTimeoutError:
        return "TimeoutError", f"it ran for more than {SOLUTION_CELL_SECONDS} seconds"
    except DeadKernelError:
        return "DeadKernelError", "the kernel died"
    return None


def _clean_environment() -> dict[str, str]:
    """This process's environment, without paths of its own, one thread for linear algebra, plots drawn inline."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONPATH", "PYTHONSAFEPATH", "GRADEKIT_DATA")
    }
    return {
        **kept,
        **ONE_THREAD,
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
    }
