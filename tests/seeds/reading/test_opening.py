"""Opening seed files: bounds, digests, and files that change below the reader."""

import hashlib
import os
from pathlib import Path

import pytest

from seeds.reading import fingerprint, read_file
from seeds.reading.opening import Unreadable, opened


def test_the_digest_is_that_of_the_files_bytes_however_it_is_read(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + b'{"type": "account", "handle": "a"}\r\n' * 3
    path = tmp_path / "a.ndjson"
    path.write_bytes(data)
    assert read_file(str(path), "a.ndjson").sha256 == fingerprint(str(path)) == hashlib.sha256(data).hexdigest()


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.ndjson"
    path.write_bytes(b"{}\n" * 10)

    def read_while_it_grows() -> None:
        with opened(str(path)) as seed:
            for _ in seed.lines():
                with path.open("ab") as file:
                    file.write(b"{}\n")
                if path.stat().st_size > 200:
                    break
            seed.whole(2**20)

    with pytest.raises(Unreadable, match="was changed while it was read"):
        read_while_it_grows()


def test_a_file_that_is_rewritten_with_the_same_length_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{}")

    def read_after_a_rewrite() -> bytes:
        with opened(str(path)) as seed:
            os.utime(path, ns=(1, 1))
            return seed.whole(10)

    with pytest.raises(Unreadable, match="was changed"):
        read_after_a_rewrite()


def test_a_file_that_shrinks_below_the_reader_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{}" * 100)

    def read_after_a_cut() -> bytes:
        with opened(str(path)) as seed:
            os.truncate(path, 10)
            return seed.whole(1000)

    with pytest.raises(Unreadable, match="was changed"):
        read_after_a_cut()


def test_an_unreadable_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(path: str, flags: int) -> int:
        raise PermissionError(13, "Permission denied", path, flags)

    path = tmp_path / "a.yaml"
    path.touch()
    monkeypatch.setattr(os, "open", refusing)  # a mode of 0 would not keep root out
    assert read_file(str(path), "a.yaml").faults[0].message == "cannot be opened: permission denied"


def test_an_error_of_the_disk_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.touch()

    def failing() -> None:
        with opened(str(path)):
            raise OSError(5, "Input/output error")

    with pytest.raises(Unreadable, match="cannot be read: input/output error"):
        failing()


def test_a_missing_file_is_told() -> None:
    reading = read_file("/nowhere/a.yaml", "a.yaml")
    assert reading.faults[0].message == "cannot be opened: no such file or directory"
    assert reading.partial
