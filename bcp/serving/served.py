"""What a program knows of the server that runs it for a visitor."""

from __future__ import annotations

import os
import sys
from threading import Thread
from time import sleep

__all__ = ["SERVED_BY", "end_with_server", "is_served"]

SERVED_BY = "BCP_SERVED_BY"
"""The variable that holds the number of the server's process."""
_LOOK = 1.0
"""Seconds between two looks at whether it is still there."""


def is_served() -> bool:
    """Return whether a browser takes the place of the terminal."""
    return SERVED_BY in os.environ and not sys.stdin.isatty()


def end_with_server() -> None:
    """Have this process end when the server has ended, even one that was killed.

    On Windows, where a process cannot see that, it ends when it next has something to show.
    """
    Thread(target=_wait, args=(os.environ[SERVED_BY],), daemon=True).start()


def _wait(server: str) -> None:
    while sys.platform == "win32" or str(os.getppid()) == server:
        sleep(_LOOK)
    os._exit(0)
