"""Which files a path stands for, in which order, and what cannot be a seed."""

import os
import socket
from pathlib import Path

import pytest

from seeds.reading import Faults, collect, headline, read_file


def collected(path: Path) -> tuple[list[str], list[str]]:
    faults = Faults()
    seeds = collect(path, faults)
    return [seed.file for seed in seeds], [headline(fault) for fault in faults.listed]


def test_a_folder_is_read_in_the_order_of_its_names_at_every_depth(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/z.json", "a/b/c.jsonl", "a.yml", "c.NDJSON", "notes.txt", ".hidden.yaml", ".git/x.yaml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert collected(tmp_path) == (["a.yml", "a/b/c.jsonl", "a/z.json", "b.yaml", "c.NDJSON"], [])


def test_a_single_file_is_named_by_its_last_part(tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    path.touch()
    assert collected(path) == (["one.yaml"], [])


def test_a_missing_path_an_empty_folder_and_another_kind_of_file_are_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "page.txt").touch()
    assert collected(tmp_path / "nothing")[1] == [f"{tmp_path}/nothing: does not exist"]
    assert collected(tmp_path / "folder")[1] == [f"{tmp_path}/folder: no seeds are in this folder"]
    assert collected(tmp_path / "page.txt")[1] == [f"{tmp_path}/page.txt: is not a seed by its name"]
    assert "cannot be read: not a directory" in collected(tmp_path / "page.txt" / "x.yaml")[1][0].lower()
    assert "cannot be read" in collected(Path("a\0b"))[1][0]


def test_links_are_followed_inside_the_folder_only(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x.yaml").touch()
    folder = tmp_path / "folder"
    (folder / "..data").mkdir(parents=True)
    (folder / "..data" / "a.yaml").touch()
    (folder / "a.yaml").symlink_to("..data/a.yaml")  # as mounted configuration is laid out
    (folder / "b.yaml").symlink_to(outside / "x.yaml")
    (folder / "c").symlink_to(outside)
    (folder / "d.yaml").symlink_to(folder / "gone.yaml")
    (folder / "e.yaml").symlink_to("e.yaml")
    (folder / "again").symlink_to("..data")
    files, told = collected(folder)
    assert files == ["a.yaml"]
    assert sorted(told) == [
        "b.yaml: is a link that leads out of the folder",
        "c: is a link that leads out of the folder",
        "d.yaml: is a link that leads nowhere",
        "e.yaml: is a link that leads nowhere",
    ]


def test_a_name_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.yaml")).touch()
    assert collected(tmp_path)[1] == ["?.yaml: its name is not UTF-8"]


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "locked").mkdir()
    scan = os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert collected(tmp_path)[1] == ["locked: the folder cannot be read: Permission denied"]


def test_pipes_sockets_devices_and_folders_are_no_seeds(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    (tmp_path / "c.yaml").mkdir()
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(tmp_path / "b.yaml"))
    listener.close()
    expected = {"a.yaml": "is a pipe, not a file", "b.yaml": "cannot be opened", "c.yaml": "is a folder, not a file"}
    for name, words in expected.items():
        assert words in headline(read_file(str(tmp_path / name), name).faults[0])
    assert "is a device, not a file" in headline(read_file("/dev/zero", "d.yaml").faults[0])
