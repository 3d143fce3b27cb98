"""Generated seeds: exactly as many posts as asked for, the same bytes again, and nothing in them that is at fault."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.errors import SeedError
from seeds.generating import generate
from seeds.reading import check, read

Line = dict[str, object]


def lines(folder: Path) -> Iterator[Line]:
    for path in sorted(folder.iterdir()):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def posts(folder: Path) -> list[Line]:
    return [line for line in lines(folder) if line["type"] == "post"]


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a thousand posts."""
    folder = tmp_path_factory.mktemp("generated")
    generate(1_000, folder)
    return folder


@pytest.mark.parametrize("count", [1, 2, 7, 111])
def test_there_are_exactly_as_many_posts_as_asked_for(count: int, tmp_path: Path) -> None:
    made = generate(count, tmp_path)
    assert len(posts(tmp_path)) == made.posts == count
    assert (made.files, made.size) == (2, sum(path.stat().st_size for path in tmp_path.iterdir()))


def test_generated_seeds_have_no_faults(thousand: Path) -> None:
    checked = check(thousand)
    assert checked.faults == []
    assert checked.counts["post"] == 1_000


def test_the_same_numbers_give_the_same_bytes(thousand: Path, tmp_path: Path) -> None:
    again, other = tmp_path / "again", tmp_path / "other"
    generate(1_000, again)
    generate(1_000, other, seed=2)
    written = [[(path.name, path.read_bytes()) for path in sorted(one.iterdir())] for one in (thousand, again, other)]
    assert written[0] == written[1]
    assert written[0] != written[2]


def test_a_file_holds_at_most_ten_thousand_posts(tmp_path: Path) -> None:
    made = generate(20_001, tmp_path)
    held = {path.name: path.read_text(encoding="utf-8").count('{"type":"post"') for path in tmp_path.iterdir()}
    assert made.files == 4
    assert held == {
        "sources.ndjson": 0,
        "posts-00001.ndjson": 10_000,
        "posts-00002.ndjson": 10_000,
        "posts-00003.ndjson": 1,
    }


def test_threads_have_one_to_twelve_posts_and_ranks_without_gaps(thousand: Path) -> None:
    lengths = Counter(str(post["thread"]) for post in posts(thousand) if "thread" in post)
    assert set(lengths.values()) == set(range(1, 13))
    ranks: dict[object, list[object]] = {}
    for line in lines(thousand):
        if line["type"] == "thread":
            assert line["total"] == lengths[str(line["key"])]
            ranks.setdefault(line["source"], []).append(line["rank"])
    assert len(ranks) > 3
    assert all(listed == list(range(1, len(listed) + 1)) for listed in ranks.values())


def test_posts_are_dated_in_many_ways_or_not_at_all(thousand: Path) -> None:
    kinds = Counter(
        type(post.get("published")).__name__ + str(len(str(post.get("published")))) for post in posts(thousand)
    )
    assert kinds.keys() >= {"NoneType4", "str7", "str10", "str20"}
    assert any(isinstance(post.get("published"), dict) for post in posts(thousand))


def test_a_few_tags_are_on_everyones_lips_and_most_are_rare(thousand: Path) -> None:
    uses = Counter(word for post in posts(thousand) for word in str(post["text"]).split() if word.startswith("#"))
    (_, most), *_ = uses.most_common(1)
    assert most > 50
    assert sum(1 for count in uses.values() if count == 1) > len(uses) / 2


def test_posts_mention_accounts_and_speak_several_languages(thousand: Path) -> None:
    written = posts(thousand)
    assert len({post["language"] for post in written}) == 6
    assert 100 < sum(" @" in str(post["text"]) for post in written) < 400
    assert {"ARTICLE"} == {post["kind"] for post in written if "kind" in post}


def test_the_generated_places_are_those_of_the_bundled_gazetteer(thousand: Path) -> None:
    assert all(located.kind != "place" for located in read(thousand).records)
    assert any("Erevan" in str(post["text"]) for post in posts(thousand))


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("parley: 1\n")
    with pytest.raises(SeedError, match="not empty"):
        generate(3, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.yaml"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SeedError, match="file/inside"):
        generate(3, tmp_path / "file" / "inside")
