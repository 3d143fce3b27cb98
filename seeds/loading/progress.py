"""How a reload tells how far it is."""

from collections.abc import Callable
from typing import Literal

Phase = Literal["read", "prepare", "write"]
Progress = Callable[[Phase, int, int], None]
"""Told the phase, how much of it is done, and of how much: files to read, posts to prepare and to write."""


def silence(phase: Phase, done: int, total: int) -> None:
    """Tell nobody."""
