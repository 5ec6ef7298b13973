"""Hippograd: a deep-learning course that marks itself, and the autograder that marks it."""

from .kit import importable

__version__ = "0.1.0"

importable()
