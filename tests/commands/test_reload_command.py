"""`parley seed reload`: the plan on standard output, the rest beside it, and an answer in the exit code."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from api.commands.progressing import shown
from commanding import LETTERS, Run

PARLEY = [sys.executable, "-c", "from api.__main__ import main; main()"]
LOADED = """\
+ Source letters
+ Post letters/1
+ Post letters/2
+ Hashtag peace
"""


def test_a_first_reload_makes_the_database_and_prints_what_it_added(parley: Run, seeds: Path, tmp_path: Path) -> None:
    code, out, err = parley("seed", "reload", str(seeds))
    assert code == 0
    assert out.startswith(LOADED)
    assert "\nPost: +2 ~0 -0\n" in out
    assert err.endswith("revision 1 is visible now\n")
    assert (tmp_path / "parley.db").exists()


def test_the_same_seeds_again_are_nothing_to_do(parley: Run, seeds: Path) -> None:
    parley("seed", "reload", str(seeds))
    assert parley("seed", "reload", str(seeds)) == (0, "", "nothing to do: revision 1 is what the seeds say\n")


def test_a_dry_run_prints_the_fields_that_would_change_and_exits_with_2(parley: Run, seeds: Path) -> None:
    parley("seed", "reload", "seeds")
    (seeds / "letters.yaml").write_text(LETTERS.replace("Hello", "Greetings"))
    code, out, err = parley("seed", "reload", "seeds", "--dry-run")
    assert code == 2
    assert out == "~ Post letters/1: text, hashtags, places\nPost: +0 ~1 -0\n"
    assert "this would make revision 2; nothing was written" in err
    assert parley("seed", "reload", "seeds", "--quiet").out == out
    assert parley("seed", "reload", "seeds", "--dry-run").code == 0


def test_a_plan_in_json_has_counts_and_changes(parley: Run, seeds: Path) -> None:
    parley("seed", "reload", "seeds")
    (seeds / "letters.yaml").write_text(LETTERS.replace("title: Letters", "title: More letters"))
    code, out, _ = parley("seed", "reload", "seeds", "--dry-run", "--format", "json")
    plan = json.loads(out)
    assert code == 2
    assert (plan["revision"], plan["wrote"], plan["pending"], plan["total"]) == (1, False, True, 1)
    assert plan["counts"]["Source"] == {"added": 0, "changed": 1, "removed": 0}
    assert plan["changes"] == [{"action": "CHANGED", "type": "Source", "key": "letters", "fields": ["title"]}]


def test_a_dry_run_makes_no_database(parley: Run, seeds: Path, tmp_path: Path) -> None:
    code, out, _ = parley("seed", "reload", str(seeds), "--dry-run")
    assert code == 2
    assert out.startswith(LOADED)
    assert [path.name for path in tmp_path.iterdir()] == ["seeds"]


def test_faults_are_told_with_their_place_and_nothing_is_written(parley: Run, seeds: Path) -> None:
    parley("seed", "reload", "seeds")
    (seeds / "letters.yaml").write_text(LETTERS.replace("ARTICLE", "RUMOUR"))
    code, out, err = parley("seed", "reload", "seeds", "--quiet")
    assert (code, out) == (1, "")
    assert err.startswith("letters.yaml:4:11: sources[0].kind: ")
    assert len(parley("seed", "log").out.splitlines()) == 2


def test_many_deletions_want_to_be_allowed(parley: Run, seeds: Path) -> None:
    parley("seed", "reload", "seeds")
    (seeds / "letters.yaml").write_text(LETTERS[: LETTERS.index("      - text: Greetings")])
    code, out, err = parley("seed", "reload", "seeds", "--quiet")
    assert (code, out) == (1, "")
    assert "--allow-delete" in err
    code, out, err = parley("seed", "reload", "seeds", "--quiet", "--dry-run")
    assert (code, "- Post letters/2\n" in out) == (2, True)
    assert "would be refused" in err
    plan = json.loads(parley("seed", "reload", "seeds", "--quiet", "--dry-run", "--format", "json").out)
    assert "--allow-delete" in plan["refusal"]
    code, out, err = parley("seed", "reload", "seeds", "--quiet", "--allow-delete")
    assert (code, err) == (0, "")
    assert "- Post letters/2\n" in out


def test_a_suppressed_post_that_is_in_no_seed_is_told(parley: Run, seeds: Path) -> None:
    (seeds / "list.yaml").write_text("parley: 1\nsuppress: {posts: [letters/2, letters/3]}\n")
    code, out, err = parley("seed", "reload", "seeds", "--quiet", "--format", "json")
    assert (code, json.loads(out)["suppressedButMissing"]) == (0, ["letters/3"])
    assert "\nsuppressed, but in no seed: letters/3; " in err


def test_posts_that_share_an_address_are_told_since_each_counts(parley: Run, seeds: Path) -> None:
    again = "      - text: Again, {0}\n        url: https://lake.example/{0}\n" * 2
    (seeds / "letters.yaml").write_text(LETTERS + "".join(again.format(number) for number in range(7)))
    code, out, err = parley("seed", "reload", "seeds", "--quiet", "--format", "json")
    repeated = json.loads(out)["repeatedPosts"]
    assert (code, len(repeated)) == (0, 7)
    assert repeated[0] == {"url": "https://lake.example/0", "posts": ["letters/3", "letters/4"]}
    assert "\nhttps://lake.example/4 is the address of letters/11, letters/12: each counts; " in err
    assert "https://lake.example/5" not in err
    assert "there are more" in err


def test_a_plan_that_nobody_can_read_is_carried_out_all_the_same(seeds: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [*PARLEY, "seed", "reload", "seeds"]
        ended = subprocess.run(command, stdout=full, stderr=full, check=False, cwd=seeds.parent, env=environment())
    assert ended.returncode == 0
    again = subprocess.run(command, capture_output=True, text=True, check=False, cwd=seeds.parent, env=environment())
    assert "nothing to do: revision 1" in again.stderr


def test_a_terminal_gets_a_bar_and_a_file_gets_lines(seeds: Path, parley: Run) -> None:
    assert "preparing posts: 2 of 2\n" in parley("seed", "reload", "seeds").err
    (seeds / "letters.yaml").write_text(LETTERS.replace("Hello", "Greetings"))
    shown = on_a_terminal([*PARLEY, "seed", "reload", "seeds"], seeds.parent)
    assert "━" in shown
    assert "preparing posts: " not in shown
    assert "revision 2 is visible now" in shown


def on_a_terminal(command: list[str], folder: Path) -> str:
    """Run a command whose standard error is a terminal, and return what it showed."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=theirs, cwd=folder, env={**environment(), "TERM": "xterm"}
    ) as running:
        os.close(theirs)
        shown = b"".join(iter(lambda: read(ours), b""))
    os.close(ours)
    assert running.returncode == 0
    return shown.decode()


def read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says EIO when the other end is closed
        return b""


def environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("PARLEY_")}


def test_progress_is_told_when_a_phase_begins_and_ends(capsys: pytest.CaptureFixture[str]) -> None:
    with shown(quiet=False) as progress:
        for done in (1, 2, 3, 3):
            progress("read", done, 3)
        progress("write", 0, 0)
    assert capsys.readouterr().err == "reading files: 1 of 3\nreading files: 3 of 3\nwriting posts\n"
