"""What `hippograd` and `python -m hippograd` start, and what the processes that they spawn import first."""

import os
import sys

from hippograd.sandbox.threads import ONE_THREAD

os.environ.update(ONE_THREAD)
# jsonschema goes without this grammar of web addresses where it is missing; to load it takes nbgrader 2 CPU s
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def main() -> None:
    """Run the command line; stopped where nothing need be said of what is done, it says so in one line."""
    _open_what_is_closed()
    try:
        from hippograd.stopping import term_as_ctrl_c

        with term_as_ctrl_c():
            from hippograd import cli

            cli.main()
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        sys.exit(130)


def _open_what_is_closed() -> None:
    """Have closed standard streams lead nowhere, in what is started here too: files would take their place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = open(os.devnull, mode)  # noqa: SIM115 (it stays open)
            os.set_inheritable(nowhere.fileno(), True)
            setattr(sys, name, nowhere)


if __name__ == "__main__":
    main()
