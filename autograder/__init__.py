"""Hippograd: a deep-learning course that marks itself, and the autograder that marks it."""

__version__ = "0.1.0"
