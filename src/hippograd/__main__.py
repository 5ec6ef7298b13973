"""What `hippograd` and `python -m hippograd` start."""

import os
import sys


def main() -> None:
    """Run the command line; stopped while it is still importing, it says so in one line."""
    _open_what_is_closed()
    try:
        from hippograd import cli

        cli.main()
    except KeyboardInterrupt:
        sys.exit("Stopped.")


def _open_what_is_closed() -> None:
    """Have the three standard streams lead nowhere where they are closed: the next file would take their place."""
    for descriptor, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            os.dup2(os.open(os.devnull, os.O_RDWR), descriptor)
            setattr(sys, name, os.fdopen(descriptor, mode))


if __name__ == "__main__":
    main()
