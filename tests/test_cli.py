"""The command line: data on standard output and nothing else there, sentences on standard error, codes for scripts."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import api.__main__ as entrance
from api.__main__ import main

ENVIRONMENT = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
PARLEY = [sys.executable, "-c", "from api.__main__ import main; main()"]
MORE_THAN_A_PIPE_HOLDS = 2**18
SEED = """\
parley: 1
sources:
  - key: letters
    kind: ARTICLE
    title: Letters
    posts:
      - text: Hello from Yerevan.
"""


class Said(NamedTuple):
    code: object
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def parley(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["parley", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        return Said(ended.value.code or 0, *capsys.readouterr())

    return run


def test_an_upgrade_makes_the_database_and_a_check_prints_its_version(parley: Run, tmp_path: Path) -> None:
    made, again, checked = parley("db", "upgrade"), parley("db", "upgrade"), parley("db", "check")
    version = checked.out.strip()
    assert made == Said(0, "", f"the tables are at {version} now\n")
    assert again == Said(0, "", f"the tables were at {version} already\n")
    assert checked == Said(0, f"{version}\n", "")
    assert (tmp_path / "parley.db").exists()


def test_a_check_without_a_database_says_what_to_run(parley: Run, tmp_path: Path) -> None:
    code, out, err = parley("db", "check")
    assert (code, out) == (1, "")
    assert "parley db upgrade" in err
    assert "unable to open database file" in err
    assert not (tmp_path / "parley.db").exists()


def test_a_bad_setting_is_told_in_a_line(parley: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_PAGE_LIMIT", "many")
    code, out, err = parley("db", "check")
    assert (code, out) == (1, "")
    assert err.startswith("parley: PARLEY_PAGE_LIMIT=many: input should be a valid integer")
    assert len(err.splitlines()) == 1


def test_the_schema_is_printed_as_it_is_promised(parley: Run) -> None:
    code, out, err = parley("schema", "graphql")
    assert (code, err) == (0, "")
    assert "type Query {" in out


def test_seeds_without_faults_are_counted(parley: Run, tmp_path: Path) -> None:
    (tmp_path / "letters.yaml").write_text(SEED)
    assert parley("seed", "check", ".") == Said(0, "", "no faults in 1 files: 1 × post, 1 × source\n")


def test_faults_of_seeds_are_told_with_their_place(parley: Run, tmp_path: Path) -> None:
    (tmp_path / "letters.yaml").write_text(SEED.replace("ARTICLE", "RUMOUR").replace("text:", "txt:"))
    code, out, err = parley("seed", "check", ".")
    assert (code, out) == (1, "")
    assert "letters.yaml:4:11: " in err
    assert "letters.yaml:7:9: " in err
    assert err.endswith("faults in the seeds\n")


def test_faults_of_seeds_as_json_are_data(parley: Run, tmp_path: Path) -> None:
    (tmp_path / "letters.yaml").write_text(SEED.replace("ARTICLE", "RUMOUR"))
    code, out, err = parley("seed", "check", "--json", ".")
    assert (code, err) == (1, "")
    assert [fault["line"] for fault in json.loads(out)["faults"]] == [4]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "parley: page.txt: No such file or directory"),
        (b"caf\xe9 au lait", "parley: page.txt:1: this is not UTF-8"),
        (b"", "the capture is empty"),
    ],
)
def test_a_capture_that_cannot_be_read_is_refused(
    parley: Run, tmp_path: Path, content: bytes | None, says: str
) -> None:
    if content is not None:
        (tmp_path / "page.txt").write_bytes(content)
    code, out, err = parley("seed", "import", "page.txt")
    assert (code, out) == (1, "")
    assert says in err


def test_a_slip_is_answered_with_the_right_word(parley: Run) -> None:
    code, out, err = parley("sead", "check")
    assert (code, out) == (2, "")
    assert "sead" in err


def test_the_version_is_the_installed_one(parley: Run) -> None:
    code, out, err = parley("--version")
    assert (code, err) == (0, "")
    assert out.strip().count(".") == 2


def test_an_error_that_nobody_foresaw_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.settings.read", lambda: 1 / 0)
    monkeypatch.setattr(sys, "argv", ["parley", "db", "check"])
    with pytest.raises(ZeroDivisionError):
        main()


def test_data_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    (tmp_path / "letters.yaml").write_text(SEED.replace("ARTICLE", "Նամակ"), encoding="utf-8")
    command = [*PARLEY, "seed", "check", "--json", str(tmp_path)]
    seen = subprocess.run(command, env=ENVIRONMENT, capture_output=True, check=False)
    assert "kind: Նամակ" in seen.stdout.decode("utf-8")


def test_a_reader_who_leaves_early_causes_no_traceback() -> None:
    with subprocess.Popen([*PARLEY, "schema", "graphql"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writer:
        assert writer.stdout
        assert writer.stderr
        writer.stdout.close()
        assert writer.stderr.read() == b""
    assert writer.returncode == 1


def hear_ctrl_c() -> None:
    """What a shell runs in the background is deaf to it, and so are the tests and all that they start."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_ctrl_c_ends_a_command_quietly_with_130() -> None:
    command = [*PARLEY, "seed", "import", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, preexec_fn=hear_ctrl_c) as waiting:
        assert waiting.stdin is not None
        waiting.stdin.write(b" " * MORE_THAN_A_PIPE_HOLDS)  # returns once the command reads, and waits for more
        waiting.stdin.flush()
        waiting.send_signal(signal.SIGINT)
        _, err = waiting.communicate(timeout=60)
    assert waiting.returncode == 130
    assert b"Traceback" not in err


def test_ctrl_c_before_the_command_line_is_loaded_ends_with_130_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "argv", ["parley", "seed", "reload"])
    monkeypatch.setattr(entrance, "glance", interrupted)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130
