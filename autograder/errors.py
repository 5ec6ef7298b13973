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


class GradebookUnusable(HippogradError):
    """The gradebook's database refuses: it is not there, may not be written to, is full or is locked.

    Parameters
    ----------
    db_url : str
        Which gradebook.
    cause : str
        What the database said.
    """

    def __init__(self, db_url: str, cause: str) -> None:
        where = db_url.rsplit("@", 1)[-1]  # what stands before it may be a password
        super().__init__(
            f"The gradebook {where} cannot be used: {cause}.",
            "Check that it exists, has room, may be written to and is not locked by another program; then run the "
            "command again.",
        )
        in_the_way = ("locked", "already exists", "UNIQUE constraint", "duplicate key", "serialize")
        self.may_pass = any(word in cause for word in in_the_way)
        """Whether another program was in the way, so that a further try may succeed."""
