"""How long does `hippograd grade-course` take beside `otter run`, for the same files of the same course of Otter's?

usage: python benchmarks/otter.py [ZIP NOTEBOOK ...]

Without files, the small course of the tests, which has every rule of Otter's. Three turns, one tool after the other in
each; nothing else should run meanwhile. `otter run` is started for each notebook, as its users do.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
TURNS = 3


def seconds(folder: Path, *words: str | Path) -> float:
    start = time.perf_counter()
    done = subprocess.run([BIN / words[0], *words[1:]], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return time.perf_counter() - start


def own_course(work: Path) -> list[Path]:
    """The course of the tests, and what is handed in there."""
    sys.path.insert(0, str(ROOT))
    from tests.system.other_courses import otter_course as small

    folder = small.hand_in(work / "own", small.SUBMISSIONS)
    return [small.zip_of(work / "own.zip", small.TESTS, small.CONFIG), *sorted(folder.iterdir())]


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        zipped, *handed_in = map(Path, sys.argv[1:]) if sys.argv[1:] else own_course(work)
        ratios = []
        for turn in range(TURNS):
            folder = work / str(turn)
            (folder / "in").mkdir(parents=True)
            shutil.copy(zipped, folder / "hw.zip")
            files = [shutil.copy(one, folder / "in") for one in handed_in]
            stock = sum(seconds(folder, "otter", "run", "-a", "hw.zip", file) for file in files)
            ours = seconds(folder, "hippograd", "grade-course", "hw.zip", "in", "-a", "hw", "-j", "1")
            ratios.append(stock / ours)
            print(
                f"{len(files)} submissions: otter run {stock:.1f} s, grade-course {ours:.1f} s, {ratios[-1]:.1f} times"
            )
    print("times faster: " + " · ".join(f"{one:.1f}" for one in sorted(ratios)) + f" (median {median(ratios):.1f})")


if __name__ == "__main__":
    main()
