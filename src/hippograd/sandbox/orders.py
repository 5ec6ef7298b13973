"""What a worker and its fork server say to each other; the worker loads nothing of the server for it."""

from __future__ import annotations

import msgspec


class ServerSettings(msgspec.Struct, frozen=True):
    """What the trusted side decides for all children of one server.

    `course` is the folder of the course, empty without one; `libraries` are the large ones made ready at once.
    """

    scratch: str
    data: str
    course: str
    libraries: list[str]
    tier: str
    memory: int
    file_size: int


class Order(msgspec.Struct):
    """From the trusted side: fork a child (two pipes come with it), or end the one with this process id.

    A child that needs some of the large libraries gets them warm.
    """

    op: str
    pid: int = 0
    libraries: list[str] = []


class Report(msgspec.Struct):
    """To the trusted side: the server is ready, a child lives, or how one ended."""

    pid: int
    status: int = 0
    peak_memory: int = 0
    overfull: str = ""
    error: str = ""
