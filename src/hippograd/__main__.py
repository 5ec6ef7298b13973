"""What `hippograd` and `python -m hippograd` start."""

import sys


def main() -> None:
    """Run the command line; stopped while it is still importing, it says so in one line."""
    try:
        from hippograd import cli

        cli.main()
    except KeyboardInterrupt:
        sys.exit("Stopped.")


if __name__ == "__main__":
    main()
