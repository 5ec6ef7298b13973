"""nbgrader's configuration: its commands and formgrader work on this course, for the cohort in $HIPPOGRAD_COHORT."""

from pathlib import Path

from hippograd.integrations.nbgrader import configure

configure(get_config(), Path(__file__).resolve().parent)  # noqa: F821 (nbgrader provides get_config)
