"""Otter's test files of a release: one test case a public check, which stands in `checks/` and only there.

They are ASCII throughout, because Otter opens them in the encoding of the machine.
"""

import json

from hippograd.course import TaskInfo

_HEAD = '''\
"""The public checks of {task} as Otter runs them. What they check stands in checks/{task}.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "{task}"
'''

_CASE = """

@test_case(name={idea}, points={points:g})
def {check}(env):
    run_public_check("{task}", "{check}", env{fixtures})
"""


def otter_test(task: TaskInfo, fixtures: str) -> str:
    """Return the text of the release's Otter test file for one task with automatic checks, with the module of
    fixtures."""
    asked = f", fixtures={json.dumps(fixtures)}" if fixtures else ""
    cases = [
        _CASE.format(idea=json.dumps(check.idea), points=check.points, check=check.name, task=task.name, fixtures=asked)
        for check in task.checks
        if check.public
    ]
    return _HEAD.format(task=task.name) + "".join(cases)
