"""`parley seed log` and `parley seed explain`: what the reloads did, and where a node comes from."""

import json
import re
from pathlib import Path

import pytest

from commanding import LETTERS, Run


@pytest.fixture
def later(parley: Run, seeds: Path) -> Run:
    """Run a command when the seeds were loaded, changed, and loaded again."""
    parley("seed", "reload", "seeds")
    (seeds / "letters.yaml").write_text(LETTERS.replace("Hello", "Greetings").replace(" #peace", ""))
    parley("seed", "reload", "seeds")
    return parley


def test_the_log_lists_revisions_newest_first(later: Run) -> None:
    code, out, err = later("seed", "log")
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == ["2", "1", "0"]
    assert re.fullmatch(r"2  \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ  \+0 ~1 -1  [0-9a-f]{12}", out.splitlines()[0])
    assert out.splitlines()[-1].endswith("empty")


def test_the_log_in_json_has_whole_digests(later: Run) -> None:
    revisions = json.loads(later("seed", "log", "--format", "json").out)
    assert [one["number"] for one in revisions] == [2, 1, 0]
    assert [len(one["digest"]) for one in revisions] == [64, 64, 0]


def test_a_revision_is_told_with_its_changes_and_tombstones(later: Run) -> None:
    out = later("seed", "log", "2").out
    assert out.splitlines()[1:] == ["~ Post letters/1: text, hashtags, places", "- Hashtag peace"]
    told = json.loads(later("seed", "log", "2", "--format", "json").out)
    assert (told["number"], told["removed"]) == (2, 1)
    assert [one["action"] for one in told["changes"]] == ["CHANGED", "REMOVED"]
    assert told["changes"][0]["id"].startswith("post_")


def test_a_revision_without_changes_is_valid_json_too(later: Run) -> None:
    assert json.loads(later("seed", "log", "0", "--format", "json").out)["changes"] == []


def test_a_revision_that_does_not_exist_is_said_so(later: Run) -> None:
    code, out, err = later("seed", "log", "7")
    assert (code, out) == (1, "")
    assert "there is no revision 7" in err


def test_a_log_longer_than_a_page_is_whole(parley: Run, tmp_path: Path) -> None:
    posts = "".join(f"      - text: Letter {number}.\n" for number in range(2500))
    (tmp_path / "many.yaml").write_text(LETTERS + posts)
    parley("seed", "reload", "many.yaml")
    changes = json.loads(parley("seed", "log", "1", "--format", "json").out)["changes"]
    assert len({one["id"] for one in changes if one["type"] == "Post"}) == 2502


def test_a_node_is_explained_with_the_line_it_was_read_from(later: Run) -> None:
    code, out, err = later("seed", "explain", "letters/1")
    assert (code, err) == (0, "")
    head, place, line, caret, sha256, *steps = out.splitlines()
    assert head.startswith("Post letters/1 (post_")
    assert place == "letters.yaml:7:9: by seed in revision 2"
    assert line == '          - text: "Greetings from Yerevan."'
    assert caret.index("^") == line.index("text")
    assert re.fullmatch(r"  sha256 [0-9a-f]{64}", sha256)
    assert steps == ["  revision 1: +", "  revision 2: ~ text, hashtags, places"]


def test_a_node_is_found_by_its_id_and_explained_in_json(later: Run) -> None:
    (node,) = json.loads(later("seed", "explain", "letters/2", "--format", "json").out)
    (again,) = json.loads(later("seed", "explain", node["id"], "--format", "json").out)
    assert node == again
    assert (node["type"], node["stand"]["line"], node["stand"]["importer"]) == ("Post", 8, "seed")
    assert node["quote"] == {
        "path": "seeds/letters.yaml",
        "line": 8,
        "column": 9,
        "text": "      - text: Greetings to all of you.",
        "is_as_read": True,
    }


def test_a_node_that_moved_in_its_file_is_found_again(later: Run, seeds: Path) -> None:
    (seeds / "letters.yaml").write_text(f"# One line more\n{LETTERS}")
    out = later("seed", "explain", "letters/2").out
    told = "by seed in revision 1, then in line 8"
    assert f"seeds/letters.yaml:9:9: {told}; this file is not what was loaded\n" in out
    assert "- text: Greetings to all of you.\n" in out
    later("seed", "reload", "seeds")
    assert f"\nletters.yaml:9:9: {told}\n" in later("seed", "explain", "letters/2").out


def test_a_renamed_file_is_found_by_what_it_holds_and_another_of_its_name_is_not_taken_for_it(
    later: Run, seeds: Path, tmp_path: Path
) -> None:
    (seeds / "letters.yaml").rename(seeds / "renamed.yaml")
    other = tmp_path / "other"
    other.mkdir()
    (other / "letters.yaml").write_text(LETTERS.replace("Hello", "Never loaded"))
    out = later("seed", "explain", "letters/1").out
    assert "seeds/renamed.yaml:7:9: by seed in revision 2, then in line 7 of letters.yaml\n" in out
    assert "Never loaded" not in out
    (seeds / "renamed.yaml").unlink()
    out = later("seed", "explain", "letters/1").out
    assert "other/letters.yaml:7:9: by seed in revision 2; this file is not what was loaded\n" in out


def test_a_node_that_is_not_in_its_file_any_more_is_said_so(later: Run, seeds: Path) -> None:
    (seeds / "letters.yaml").write_text(LETTERS[: LETTERS.index("      - text: Greetings")])
    out = later("seed", "explain", "letters/2").out
    assert "letters.yaml:8:9: by seed in revision 1; it is not there any more\n" in out


def test_a_dataset_that_lies_elsewhere_is_named(later: Run, seeds: Path, tmp_path: Path) -> None:
    seeds.rename(tmp_path / "away").rename(tmp_path / "far away")
    assert "Greetings to" not in later("seed", "explain", "letters/2", "elsewhere").out
    assert "Greetings to" in later("seed", "explain", "letters/2", "far away").out


def test_a_place_of_the_bundled_gazetteer_is_quoted_from_it(later: Run) -> None:
    out = later("seed", "explain", "yerevan").out
    assert out.startswith("Place yerevan (place_")
    assert "key: yerevan\n" in out


def test_a_removed_tag_keeps_its_history(later: Run) -> None:
    out = later("seed", "explain", "#Peace").out
    assert "is not in the dataset any more" in out
    assert out.endswith("  revision 1: +\n  revision 2: -\n")


def test_what_no_revision_ever_had_is_said_so(later: Run) -> None:
    code, out, err = later("seed", "explain", "letters/99")
    assert (code, out) == (1, "")
    assert "letters/99" in err
