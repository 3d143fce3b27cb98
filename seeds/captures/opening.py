"""A capture's file as text, exactly as it was saved.

What enters is a path; what leaves is its text with every line end as it stands, or a CaptureError that says what to do.
"""

from pathlib import Path

from api.errors import CaptureError


def read_capture(path: Path) -> str:
    """Read a file as UTF-8 without touching its line ends; raises CaptureError with file and line."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CaptureError(f"{path}: the capture cannot be opened: {error.strerror or error}.") from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CaptureError(
            f"{path}:{line}: the byte 0x{data[error.start]:02X} is not UTF-8. Save the capture as UTF-8 text."
        ) from error
