"""Commands run within this process, and a small dataset for them."""

import signal
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from api.__main__ import main

LETTERS = """\
parley: 1
sources:
  - key: letters
    kind: ARTICLE
    title: Letters
    posts:
      - text: "Hello from Yerevan. #peace"
      - text: Greetings to all of you.
"""


class Said(NamedTuple):
    """How a command ended, and what it wrote."""

    code: object
    out: str
    err: str


Run = Callable[..., Said]


def runner(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Give the function that runs `parley` with some words."""

    def run(*words: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["parley", *words])
        handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
        with pytest.raises(SystemExit) as ended:
            main()
        for number, handler in handlers.items():  # a command may change them: its process ends with it
            signal.signal(number, handler)
        return Said(ended.value.code or 0, *capsys.readouterr())

    return run
