"""`parley seed import`: seed YAML, or with `--account` where each character of the capture went."""

import json
from pathlib import Path

import pytest

from commanding import Run

PAGE = """\
Discover and read the best of Twitter Threads about #Lakes
Most recents (1)

\U0001f3f3 A lake is rising at #Northmark today and nobody knows what to do about it (1/2)
The dam was built in the year of the flood. (2/2)
Read 2 tweets
Related hashtags
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path / "page.txt"


def test_a_page_becomes_seed_yaml(parley: Run, page: Path) -> None:
    code, out, err = parley("seed", "import", str(page))
    assert (code, err) == (0, "")
    assert out.startswith("parley: 1\n")
    assert "The dam was built in the year of the flood." in out


def test_an_account_in_json_covers_every_code_point_once(parley: Run, page: Path) -> None:
    code, out, _ = parley("seed", "import", str(page), "--account", "--format", "json")
    ranges = json.loads(out)
    assert code == 0
    assert "".join(PAGE[one["start"] : one["end"]] for one in ranges) == PAGE
    assert {one["kind"] for one in ranges} <= {"post", "heading", "footer", "review"}
    posts = [PAGE[one["start"] : one["end"]] for one in ranges if one["kind"] == "post"]
    assert posts == PAGE.splitlines()[3:5]


def test_an_account_for_a_person_has_a_line_a_range_and_a_sum(parley: Run, page: Path) -> None:
    _, out, _ = parley("seed", "import", str(page), "--account")
    lines = out.splitlines()
    (second,) = (line for line in lines if line.startswith("5: ") and " post " in line)
    at = PAGE.index("The dam")
    assert second == f'5: {at}-{at + 49} post (text): "The dam was built in the year of the flood. (2/2)"'
    (first,) = (line for line in lines if line.startswith("4: ") and " post " in line)
    assert first.endswith('A lake is rising at #Northma … nows what to do about it (1/2)"')
    shares = dict(share.split() for share in lines[-1].split(": ")[1].split(", "))
    assert sum(map(int, shares.values())) == len(PAGE) == int(lines[-1].split()[0])
    assert shares["post"] == str(sum(map(len, PAGE.splitlines()[3:5])))


def test_seeds_are_not_written_as_json(parley: Run, page: Path) -> None:
    code, out, err = parley("seed", "import", str(page), "--format", "json")
    assert (code, out) == (2, "")
    assert "--account" in err
