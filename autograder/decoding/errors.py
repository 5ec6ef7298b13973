"""The errors of the kit: what a reader of the course can meet and what to do about it."""


class DecodingError(Exception):
    """Something the course needs is missing or changed; the message ends with the remedy.

    Parameters
    ----------
    message : str
        What is wrong, naming the file where there is one.
    remedy : str
        What the reader can do about it.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(f"{message} {remedy}".strip())
        self.message = message
        self.remedy = remedy
