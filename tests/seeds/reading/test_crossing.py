"""Checks across records: names taken twice, names that lead nowhere, records in two homes, circles of places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.reading.ancestry import loop
from seeds.reading.crossing import Crossing
from seeds.reading.facts import Fact


def complaints(*files: list[Fact], gazetteer: tuple[str, ...] = (), partial: bool = False) -> list[str]:
    crossing = Crossing()
    for facts in files:
        crossing.add(facts)
    return [
        f"{one.spot.file}:{one.spot.line}:{one.spot.column} {'.'.join(map(str, one.path))}: {one.message}"
        + (f" <- {one.about.file}:{one.about.line}" if one.about else "")
        for one in crossing.complaints(gazetteer, partial=partial)
    ]


SOURCE = Fact("source", "s", 1, 1)
THREAD = Fact("thread", "s/1", 2, 1, source="s", order=1)


def test_facts_that_fit_together_give_no_complaint() -> None:
    post = Fact("post", "s/1/1", 3, 1, source="s", thread="s/1", order=1, places=("here",))
    assert complaints([post], [THREAD], [SOURCE], [Fact("place", "here", 1, 1)]) == []


def test_an_account_may_be_described_as_often_as_it_is_described_alike() -> None:
    ann, other = Fact("account", "a", 1, 1, said=("A", "Ann")), Fact("account", "a", 2, 1, said=("a", "Ann"))
    assert complaints([ann], [ann], [ann, ann]) == []
    assert len(complaints([ann], [ann], [other], [other])) == 2


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (Fact("source", "s", 9, 2), "1:9:2 key: the key of this source is taken <- 0:1"),
        (
            Fact("account", "a", 9, 2, said=("a", "Ann")),
            "1:9:2 handle: this account is described already, in other words <- 0:5",
        ),
        (Fact("tag", "armenia", 9, 2), "1:9:2 : one of its tags is in an alias already <- 0:6"),
        (Fact("dataset", "dataset", 9, 2), "1:9:2 : the dataset is described already <- 0:7"),
        (
            Fact("thread", "s/2", 9, 2, source="s", order=1),
            "1:9:2 rank: another thread of this source has the same rank <- 0:2",
        ),
        (
            Fact("post", "s/1/x", 9, 2, thread="s/1", order=1),
            "1:9:2 position: another post of this thread has the same position <- 0:3",
        ),
    ],
)
def test_a_name_taken_twice_names_both_places(fact: Fact, expected: str) -> None:
    first = [
        SOURCE,
        THREAD,
        Fact("post", "s/1/1", 3, 1, thread="s/1", order=1),
        Fact("account", "a", 5, 1, said=("a", None)),
        Fact("tag", "armenia", 6, 1),
        Fact("dataset", "dataset", 7, 1),
    ]
    assert complaints(first, [fact]) == [expected]


def test_the_first_of_several_is_the_first_in_the_order_of_files_and_lines() -> None:
    later = Fact("source", "s", 8, 1)
    assert complaints([later, SOURCE], [SOURCE]) == [
        "0:8:1 key: the key of this source is taken <- 0:1",
        "1:1:1 key: the key of this source is taken <- 0:1",
    ]


def test_types_have_keys_of_their_own() -> None:
    assert complaints([SOURCE, Fact("place", "s", 2, 1), Fact("post", "s", 3, 1, source="s", order=1)]) == []


def test_references_that_lead_nowhere_are_told_once_with_their_number() -> None:
    posts = [Fact("post", f"p{n}", n, 1, thread="gone", order=n) for n in range(1, 4)]
    assert complaints(posts) == ["0:1:1 thread: there is no thread `gone` (2 more need it)"]
    assert complaints([THREAD]) == ["0:2:1 source: there is no source `s`"]


def test_places_may_stand_in_the_gazetteer() -> None:
    post = Fact("post", "p", 4, 1, source="s", order=1, places=("here", "there"))
    assert complaints([SOURCE, post], gazetteer=("here",)) == ["0:4:1 places.there: there is no place `there`"]


def test_nothing_seems_to_be_missing_while_a_part_cannot_be_read() -> None:
    assert complaints([THREAD, THREAD], partial=True) == [
        "0:2:1 key: the key of this thread is taken <- 0:2",
        "0:2:1 rank: another thread of this source has the same rank <- 0:2",
    ]


def test_a_post_cannot_have_another_source_than_its_thread() -> None:
    post = Fact("post", "p", 4, 1, source="t", thread="s/1", order=1)
    assert complaints([SOURCE, Fact("source", "t", 9, 1), THREAD, post]) == [
        "0:4:1 source: the thread `s/1` belongs to `s`, not to `t`"
    ]


def test_a_circle_of_places_is_told_once() -> None:
    facts = [
        Fact("place", key, line, 1, places=parents)
        for line, (key, parents) in enumerate([("a", ("b",)), ("b", ("c", "d")), ("c", ("a",)), ("d", ())], 1)
    ]
    assert complaints(facts) == ["0:1:1 parents.b: the places lie in a circle: `a` in `b` in `c` in `a`"]
    own = [Fact("place", "x", 1, 1, places=("x",))]
    assert complaints(own) == ["0:1:1 parents.x: the places lie in a circle: `x` in `x`"]


@given(st.dictionaries(st.integers(0, 8).map(str), st.lists(st.integers(0, 8).map(str), max_size=4).map(tuple)))
def test_circles_are_found_exactly_where_some_walk_returns(parents: dict[str, tuple[str, ...]]) -> None:
    def reaches(start: str, goal: str) -> bool:
        seen, ahead = set(), list(parents.get(start, ()))
        while ahead:
            key = ahead.pop()
            if key not in seen:
                seen.add(key)
                ahead.extend(parents.get(key, ()))
        return goal in seen

    found = list(loop(parents))
    assert bool(found) == any(reaches(key, key) for key in parents)
    for circle in found:
        assert all(other in parents[one] for one, other in zip(circle, [*circle[1:], circle[0]], strict=True))


def test_a_long_line_of_parents_needs_no_recursion() -> None:
    assert list(loop({str(n): (str(n + 1),) for n in range(100_000)})) == []
