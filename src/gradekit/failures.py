"""How a check fails: what the student reads, the numbers behind it, and the likely cause."""

from __future__ import annotations

import re

from gradekit.reasons import SUFFICIENT, reason

UNEXPLAINED = ("wrong_value", "constant_factor", "shifted", "not_completed")
"""Diagnoses that name no cause; in a case of its own the case is the diagnosis."""

PARTLY_EXPLAINED = ("raised", "wrong_shape", "not_finite", "wrong_type")
"""Diagnoses that say what happened, and gain by the case in which it did."""


class CheckFailed(Exception):
    """A check that does not hold.

    Parameters
    ----------
    message : str
        What is wrong, without any number of hidden data.
    detail : str
        The numbers; shown to students for public checks only.
    diagnosis : str
        A short name of the likely cause, such as ``"transposed"``.
    stage : str
        ``"not_defined"``, ``"raised"``, ``"type"``, ``"shape"``, ``"finite"`` or ``"value"``.
    names_cause : bool, optional
        Whether the message says what is wrong with the answer, and not only that something is; by default, what its
        diagnosis says.

    Examples
    --------
    >>> CheckFailed("W is not right: it is transposed.", diagnosis="transposed").names_cause
    True
    """

    def __init__(
        self,
        message: str,
        detail: str = "",
        diagnosis: str = "wrong_value",
        stage: str = "value",
        names_cause: bool | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.detail = detail
        self.diagnosis = diagnosis
        self.stage = stage
        self.names_cause = diagnosis not in UNEXPLAINED + PARTLY_EXPLAINED if names_cause is None else names_cause

    def __str__(self) -> str:
        return f"{self.message}\n{self.detail}" if self.detail else self.message


class FaultyCheck(Exception):
    """A check that cannot be run, whatever the answer; its text names the line."""

    def _render_traceback_(self) -> list[str]:
        return [str(self), "Please tell whoever gave you this notebook."]


EMPTY_BLANK = "this blank is still empty"
"""What the exception says that stands in a blank."""


def is_blank_error(type_name: str, text: str) -> bool:
    """Whether an exception says that a blank was left.

    Examples
    --------
    >>> is_blank_error("NotImplementedError", EMPTY_BLANK), is_blank_error("NotImplementedError", "")
    (True, True)
    >>> is_blank_error("ValueError", EMPTY_BLANK)
    False
    """
    return type_name == "NotImplementedError" and text in ("", EMPTY_BLANK)


USUAL_EXCEPTIONS = {
    *("AssertionError", "AttributeError", "FloatingPointError", "IndexError", "KeyError", "LinAlgError"),
    *("ModuleNotFoundError", "NameError", "NotImplementedError", "OverflowError", "RecursionError", "RuntimeError"),
    *("StopIteration", "TypeError", "UnboundLocalError", "ValueError", "ZeroDivisionError"),
}
"""The exceptions that messages name. Which one is raised is for the student's code to choose, and can carry data."""


class StudentRaised(CheckFailed):
    """The student's code raised.

    Parameters
    ----------
    type_name, text : str
        The exception's type and text.
    trace : str
        Its traceback.
    line : str
        The line of the student's own code that raised it; empty where that is not known.
    function : str
        The function that this line stands in; empty where it is in none, or that is not known.

    Examples
    --------
    >>> StudentRaised("NotImplementedError", EMPTY_BLANK, function="forward").message
    '`forward` is still blank: the line `raise NotImplementedError` stands in it.'
    """

    def __init__(self, type_name: str, text: str, trace: str = "", line: str = "", function: str = "") -> None:
        detail = trace or f"{type_name}: {text}"
        if is_blank_error(type_name, text):
            where = f"`{function}` is still blank: the line `raise NotImplementedError` stands in it."
            super().__init__(where if function else "This blank is still empty.", detail, "not_attempted", "raised")
        elif type_name == "NotImplementedError" and (method := _missing_method(text)):
            message = f"The class has no method {method}: was it attached, or written inside the class?"
            super().__init__(message, detail, "method_missing", "raised")
        elif type_name == "MemoryError":
            super().__init__("Your code ran out of memory.", detail, "out_of_memory", "raised")
        else:
            why = reason(type_name, text, line) if type_name in USUAL_EXCEPTIONS else ""
            sentence = _raised_sentence(type_name, text, line, why)
            super().__init__(sentence, detail, "raised", "raised", names_cause=why in SUFFICIENT)
        self.type_name = type_name


def usual_name(error: BaseException) -> str:
    """The name of an exception's type, or of the usual one that it is a kind of: libraries have many of their own.

    Examples
    --------
    >>> usual_name(UnicodeError()), usual_name(KeyboardInterrupt())
    ('ValueError', 'KeyboardInterrupt')
    """
    names = [kind.__name__ for kind in type(error).__mro__]
    return next((name for name in names if name in USUAL_EXCEPTIONS or name == "MemoryError"), names[0])


ASKED_FOR: set[str] = set()
"""Names that graders have looked up. Whatever the text of an exception says, a message repeats no other."""


def _missing_method(text: str) -> str:
    """The method that a class lacks, where its base says so: ``"LinearModel has no fit method yet."``"""
    found = re.search(r"has no (\w+) method yet\.$", text)
    return found[1] if found and found[1] in ASKED_FOR else ""


def _missing_attribute(text: str) -> str:
    """The attribute that a grader looked up and did not find: ``"'LinearModel' object has no attribute 'W'"``"""
    found = re.search(r"has no attribute '(\w+)'$", text)
    return found[1] if found and found[1] in ASKED_FOR else ""


def _raised_sentence(type_name: str, text: str, line: str, why: str) -> str:
    name = type_name if type_name in USUAL_EXCEPTIONS else "an exception of its own"
    where = f" in the line `{line}`" if line else ""
    if type_name == "AssertionError" and line:
        return f"Your own assertion failed{where}. The check used only shapes that the task allows."
    if type_name == "AttributeError" and not line and (missing := _missing_attribute(text)):
        return f"Your code raised AttributeError: what the check looks at has no .{missing}."
    return f"Your code raised {name}{where}." + f" {why}" * bool(why)


def not_defined(name: str) -> CheckFailed:
    """The failure of a check that looks for a name which the notebook does not define."""
    return CheckFailed(f"{name} is not defined.", "", "not_defined", "not_defined")


def no_function() -> CheckFailed:
    """The failure of a check that calls what is data."""
    message = "A name that the check calls is no function at the end of the notebook: did a later line use it again?"
    return CheckFailed(message, "", "wrong_type", "type", names_cause=True)
