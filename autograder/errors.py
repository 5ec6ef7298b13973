"""Errors that a user can cause, each with the remedy."""


class HippogradError(Exception):
    """An expected failure: one line that says what is wrong, one that says what to do.

    Parameters
    ----------
    message : str
        What is wrong, naming the file and the cell where there is one.
    remedy : str
        What the user can do about it.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()
