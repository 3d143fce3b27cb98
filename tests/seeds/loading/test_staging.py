"""The private database of a reload."""

import pytest

from api.errors import SeedError
from seeds.loading.rooms import staging
from seeds.loading.staged_nodes import Node


def test_nodes_come_back_in_the_order_of_ids_and_changes_in_that_of_keys() -> None:
    with staging() as rooms:
        rooms.nodes.stage(
            [Node("Post", 2, "a", "ADDED"), Node("Post", 1, "b", "CHANGED"), Node("Post", 3, "ab", "ADDED")]
        )
        assert [node.id for node in rooms.nodes.stream("Post", "ADDED", "CHANGED")] == [1, 2, 3]
        assert [node.key for node in rooms.nodes.changes("Post")] == ["a", "ab", "b"]
        assert [node.key for node in rooms.nodes.all_changes(2)] == ["a", "ab"]
        assert rooms.nodes.counts() == {("Post", "ADDED"): 2, ("Post", "CHANGED"): 1}


def test_what_was_held_before_and_not_seen_now_is_missing() -> None:
    with staging() as rooms:
        rooms.nodes.held_before("Post", [1, 2, 3])
        rooms.nodes.hold("Post", [2, 4])
        rooms.nodes.see("Post", [2, 4])
        assert list(rooms.nodes.missing("Post")) == [1, 3]
        assert list(rooms.nodes.new("Post")) == [4]
        assert rooms.nodes.elsewhere("Post", [1, 2, 4, 5]) == {5}
        assert rooms.nodes.unseen("Post", [1, 2, 5]) == {1, 5}


def test_of_the_openings_of_a_thread_the_lowest_position_stays() -> None:
    with staging() as rooms:
        rooms.records.open_threads([(7, 2, "two"), (7, 1, "one"), (7, 3, "three"), (8, 5, None)])
        assert rooms.records.openings([7, 8, 9]) == {7: (1, "one"), 8: (5, None)}


def test_a_scratch_file_that_cannot_be_written_is_an_error_of_ours() -> None:
    with pytest.raises(SeedError, match="scratch file"), staging() as rooms:
        rooms.nodes.stage([Node("Post", 1, "a", "ADDED"), Node("Post", 1, "a", "ADDED")])
