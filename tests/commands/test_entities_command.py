"""`parley seed entities`: what a reload would find in any text, offsets in code points."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from commanding import Run

TEXT = "😀 Baku told @CrisisGroup of l’#Artsakh: https://example.org/a\n"
PARLEY = [sys.executable, "-c", "from api.__main__ import main; main()"]


def test_a_text_is_answered_in_json_with_offsets_in_code_points(parley: Run, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    code, out, err = parley("seed", "entities", "text.txt", "--format", "json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert list(found) == ["hashtags", "mentions", "links", "places"]
    for kind, sign in (("hashtags", "#"), ("mentions", "@"), ("links", "")):
        (one,) = found[kind]
        assert TEXT[one["start"] : one["end"]] == sign + one["text"]
    assert [place["place"] for place in found["places"]] == ["baku", "nagorno-karabakh"]
    for place in found["places"]:
        assert TEXT[place["start"] : place["end"]].removeprefix("#") == place["toponym"]


def test_standard_input_is_read_as_it_is(parley: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\r\n #peace")))
    assert parley("seed", "entities", "-") == (0, "3-9 hashtag: #peace\n", "")


def test_ndjson_is_answered_line_by_line_while_it_comes() -> None:
    with subprocess.Popen(
        [*PARLEY, "seed", "entities", "-", "--ndjson"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as running:
        assert running.stdin
        assert running.stdout
        for text, tags in (("Nothing", []), ("#Երևան", ["Երևան"]), ("two\nlines #b", ["b"])):
            running.stdin.write(json.dumps(text).encode() + b"\n")
            running.stdin.flush()
            assert [tag["text"] for tag in json.loads(running.stdout.readline())["hashtags"]] == tags
        running.stdin.close()
        assert running.stdout.read() == b""
    assert running.returncode == 0


@pytest.mark.parametrize(
    ("line", "says"),
    [(b"", "not JSON"), (b"{}", "a JSON string is wanted"), (b'"\\ud800"', "not JSON"), (b'"\xff"', "not JSON")],
)
def test_a_line_that_is_no_string_is_named_and_those_after_it_are_answered(
    parley: Run, tmp_path: Path, line: bytes, says: str
) -> None:
    (tmp_path / "lines").write_bytes(b'"#one"\n' + line + b'\n"#three"\n7\n')
    code, out, err = parley("seed", "entities", "lines", "--ndjson")
    first, second, third, fourth = map(json.loads, out.splitlines())
    assert code == 1
    assert [found["hashtags"][0]["text"] for found in (first, third)] == ["one", "three"]
    assert says in second["error"]
    assert "a JSON string is wanted" in fourth["error"]
    assert err.startswith("parley: lines:2: ")
    assert "(and 1 lines more)" in err
    assert says in err


@pytest.mark.parametrize(
    ("content", "says"), [(None, "No such file"), (b"one\ntwo \xe9\n", "text.txt:2: this is not UTF-8 text")]
)
def test_a_text_that_cannot_be_read_is_refused(parley: Run, tmp_path: Path, content: bytes | None, says: str) -> None:
    if content is not None:
        (tmp_path / "text.txt").write_bytes(content)
    code, out, err = parley("seed", "entities", "text.txt")
    assert (code, out) == (1, "")
    assert says in err
