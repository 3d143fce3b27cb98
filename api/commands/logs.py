"""How a server logs: lines for a person on a terminal, JSON for a program anywhere else, always to standard error."""

import json
import logging
from datetime import UTC, datetime


class JsonLines(logging.Formatter):
    """One JSON object a line: time (RFC 3339, UTC), level, logger, message, and the traceback if there is one."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def configuration(*, terminal: bool) -> dict[str, object]:
    """Return a `logging.config` dictionary; the server itself speaks from warnings on, of requests when asked to."""
    formats = {
        True: {"format": "%(levelname)s: %(message)s"},
        False: {"()": f"{JsonLines.__module__}.{JsonLines.__name__}"},
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": formats[terminal]},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "stream": "ext://sys.stderr"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {"parley": {"level": "INFO"}, "uvicorn": {"level": "WARNING"}, "uvicorn.access": {"level": "INFO"}},
    }
