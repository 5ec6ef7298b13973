"""Why code of a student raised, in words: fixed sentences, chosen by the text of the exception.

The exception's own text never reaches the student from here: it could carry numbers of hidden data.
"""

from __future__ import annotations

import re

_FACTORS = "The two factors of a product do not fit: the first needs as many columns as the second has rows."
_SIDES = "The shapes on the two sides do not fit together: counted from the last axis, they must be equal or 1."
_KINDS = "Two kinds of floats meet there: give all of them one dtype."
_MASK = "A mask must be as long as the axis from which it picks."
_BEYOND = "An index lies beyond the end: a size is typed in, a loop runs too far, or rows stand for columns."
_ARGUMENTS = "A function is called with other arguments than it takes."
_RECURSION = "A function calls itself without end, or more often than Python lets it."
_BRACKETS = "A function stands there that was not called: its brackets are missing."
_WHOLE = "An array of whole numbers cannot take fractions in place: make it of floats."
_NONE = "Something is None there: a function may lack its return, or what it asks for was never set."
_NO_LAYERS = (
    "PyTorch finds no layers in the network: it does not find those in an ordinary list. Before this line, make them"
    " attributes, several in an nn.ModuleList."
)
_ONE_NUMBER = "An array with several entries stands where a single number is needed."

REASONS: tuple[tuple[str, str], ...] = (
    (r"matmul: Input operand|not aligned|mat1 and mat2 shapes|size mismatch, got", _FACTORS),
    (r"operands could not be broadcast|The size of tensor a|operands do not broadcast", _SIDES),
    (
        r"operand has more dimensions than subscripts|subscripts string contains too many|number of subscripts",
        "The letters of einsum do not fit the number of axes.",
    ),
    (
        r"could not broadcast input array|shape mismatch: value array|expanded size of the tensor",
        "What is stored does not fit into its place: compare the two shapes.",
    ),
    (
        r"cannot reshape array|shape '.*' is invalid for input",
        "The new shape has room for another number of entries: a size may be typed in.",
    ),
    (
        r"truth value of an array|Boolean value of Tensor",
        "An array with several entries stands where one True or False is needed.",
    ),
    (r"inhomogeneous", "The rows of a list have different lengths."),
    (
        r"only (size-1|length-1|0-dimensional) arrays|setting an array element with a sequence"
        r"|Tensor with \d+ elements cannot be converted",
        _ONE_NUMBER,
    ),
    (
        r"zero-size array|empty sequence|arg is an empty|need at least one array",
        "Something is empty there: think of data that have no such moment.",
    ),
    (
        r"all the input array dimension|must have same number of dimensions|Sizes of tensors must match",
        "Arrays that are stacked need equally many columns, and arrays that are put side by side equally many rows.",
    ),
    (
        r"(too many|not enough) values to unpack",
        "The number of values on the right is not that of the names on the left.",
    ),
    (r"boolean index did not match|mask .* does not match|boolean dimension is", _MASK),
    (r"too many indices", "The array has fewer axes than it is indexed with."),
    (r"out of bounds|out of range", _BEYOND),
    (
        r"only integers, slices|indices must be integers|arrays used as indices",
        "A position must be a whole number, a slice or a mask.",
    ),
    (r"positional argument|unexpected keyword argument|multiple values for", _ARGUMENTS),
    (
        r"cannot be interpreted as an integer|slice indices must be",
        "A whole number is needed there: a number with a fraction was given.",
    ),
    (r"NoneType", _NONE),
    (r"object is not callable", "What is called there is no function: its name may have been used for something else."),
    (
        r"non-iterable (function|method)|'(function|method)' (object|and)|and '(function|method)'|of type '?function",
        _BRACKETS,
    ),
    (
        r"object is not (iterable|subscriptable)|has no len\(\)",
        "A single number stands there where several are needed.",
    ),
    (r"Cannot cast ufunc|same_kind", _WHOLE),
    (r"read-only", "An argument is changed in place there: work on a copy."),
    (r"for \^|bitwise_xor", "^ is no power in Python: write **."),
    (r"Singular matrix", "The matrix has no inverse."),
    (r"must be square", "Only a square matrix has an inverse."),
    (r"optimizer got an empty parameter list", _NO_LAYERS),
    (r"does not require grad", "The loss is cut off from the weights there: no slope can reach them."),
    (r"backward through the graph a second time", "backward runs twice over one prediction: predict anew before it."),
    (r"leaf Variable that requires grad", "Weights are changed in place: do that inside torch.no_grad()."),
    (r"Can't call numpy\(\) on Tensor that requires grad", "Detach a tensor before it becomes an array."),
    (r"same dtype|expected scalar type|Found dtype", _KINDS),
)
"""Patterns in the text of an exception, and what to tell the student; the first that fits counts."""


SUFFICIENT = frozenset({_RECURSION, _BRACKETS, _WHOLE, _NONE, _NO_LAYERS})
"""Sentences that say what is wrong whatever the data are."""


def reason(type_name: str, text: str, line: str) -> str:
    """A sentence on why `line` raised, or nothing where only the type of the exception can be named.

    Examples
    --------
    >>> reason("IndexError", "index 7 is out of bounds for axis 0 with size 7", "total += x[k]")
    'An index lies beyond the end: a size is typed in, a loop runs too far, or rows stand for columns.'
    >>> reason("NameError", "name 'W_best' is not defined", "return W_best")
    'W_best has no value there: it may be misspelt, defined further down, or lack `self.` before it.'
    >>> reason("TypeError", "cannot unpack non-iterable function object", "a, b = gradients")
    'A function stands there that was not called: its brackets are missing.'
    >>> reason("ValueError", "of its own", "raise ValueError('of its own')")
    ''
    """
    if re.match(r"\s*(raise|assert)\b", line):
        return ""
    if type_name == "ZeroDivisionError":
        return "A number is divided by zero there."
    if type_name == "OverflowError":
        return "A number becomes larger than there is room for."
    if type_name == "RecursionError":
        return _RECURSION
    quoted = re.findall(r"'(\w{1,40})'", text)
    if type_name == "UnboundLocalError" and quoted and re.search(rf"\b{quoted[0]}\b", line):
        return (
            f"{quoted[0]} has no value there yet: its function gives this name a value, so it is not the one outside. "
            "Choose another name for one of the two."
        )
    names, attributes = re.findall(r"\w+", line), re.findall(r"\.(\w+)", line)
    if type_name == "NameError" and quoted and quoted[0] in names:
        return f"{quoted[0]} has no value there: it may be misspelt, defined further down, or lack `self.` before it."
    if type_name == "AttributeError" and quoted and quoted[-1] in attributes and "NoneType" not in text:
        return f"What stands before .{quoted[-1]} has no such attribute: it may be of another kind than you expect."
    return next((sentence for pattern, sentence in REASONS if re.search(pattern, text)), "")
