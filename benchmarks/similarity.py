"""How well `hippograd similar` finds copies that are planted among independent right answers of the corpus.

    python benchmarks/similarity.py [CLASSES]

A class has up to 30 students who share no answer. Twenty copies are planted into it, changed in six ways, and all
pairs are ranked. The table: of how many pairs, the share of copies among the first 20, and the share of copies that
come before *every* independent pair; each the mean over some classes.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).parents[1]))

from hippograd.course import Course, find_root
from tests.unit.similarity.planted import find_planted

PARTS = {1.0: "the whole", 0.5: "half of the tasks", 0.01: "one task"}


def main() -> None:
    classes = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    course = Course(find_root())
    print("| copied | assignment | pairs | precision at 20 | recall | not before all others |")
    print("|---|---|---|---|---|---|")
    for part, words in PARTS.items():
        for assignment in course.assignments:
            found = [find_planted(course, assignment, seed, part) for seed in range(classes)]
            missed = Counter(kind.replace("_", " ") for one in found for kind in one.missed)
            row = [words, assignment, found[0].pairs, f"{mean(one.precision for one in found):.3f}"]
            row += [
                f"{mean(one.recall for one in found):.3f}",
                ", ".join(f"{n} {kind}" for kind, n in missed.most_common()),
            ]
            print(f"| {' | '.join(map(str, row))} |", flush=True)


if __name__ == "__main__":
    main()
