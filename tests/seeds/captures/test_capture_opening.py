"""Captures from files: exact, or refused with their place."""

from pathlib import Path

import pytest

from api.errors import CaptureError
from seeds.captures import read_capture


def test_line_ends_and_marks_come_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes("\ufeffA mill.\r\nA lake.\rAn oar.\n".encode())
    assert read_capture(path) == "\ufeffA mill.\r\nA lake.\rAn oar.\n"


def test_bytes_that_are_not_utf_8_are_refused_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"A mill.\nA caf\xe9.\n")
    with pytest.raises(CaptureError, match=r"page\.txt:2: the byte 0xE9 is not UTF-8"):
        read_capture(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CaptureError, match=r"page\.txt: the capture cannot be opened: No such file"):
        read_capture(tmp_path / "page.txt")
