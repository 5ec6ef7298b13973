"""Hippograd: a deep-learning course that marks itself, and the autograder that marks it."""

from . import kit as kit  # first: it makes `decoding` importable

__version__ = "0.1.0"
