"""Gives an array where the outputs of a cell belong: that is tampering, and no failure of the grader."""
import sys

import numpy as np

wire = sys.modules["hippograd.sandbox.wire"]
frame = wire.Codec.frame


def other(self, message):
    if isinstance(message, wire.Reply) and isinstance(message.value, dict) and "outputs" in message.value:
        message.value = np.zeros(3)
    return frame(self, message)


wire.Codec.frame = other
