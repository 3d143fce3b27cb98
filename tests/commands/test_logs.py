"""The log of a server: JSON where programs read it, lines where people do."""

import json
import logging
import logging.config
import sys

import pytest

from api.commands.logs import JsonLines, configuration


def record(message: str, *arguments: object, cause: Exception | None = None) -> logging.LogRecord:
    failure = (type(cause), cause, None) if cause else None
    return logging.LogRecord("parley", logging.ERROR, "a.py", 7, message, arguments, failure)


def test_a_line_is_an_object_with_a_time_in_utc() -> None:
    line = json.loads(JsonLines().format(record("request %s", "here-42")))
    assert line["time"].endswith("+00:00")
    assert (line["level"], line["logger"], line["message"]) == ("error", "parley", "request here-42")
    assert "traceback" not in line


def test_a_traceback_stays_in_its_line() -> None:
    text = JsonLines().format(record("broken", cause=RuntimeError("the cause")))
    assert "\n" not in text
    assert "the cause" in json.loads(text)["traceback"]


@pytest.mark.parametrize("terminal", [True, False])
def test_the_configuration_is_one(terminal: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", root.level)
    logging.config.dictConfig(configuration(terminal=terminal))
    (handler,) = root.handlers
    assert isinstance(handler, logging.StreamHandler)
    assert handler.stream is sys.stderr
    assert isinstance(handler.formatter, JsonLines) is not terminal
