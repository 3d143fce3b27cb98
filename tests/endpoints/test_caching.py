"""Remembered answers: the same question is asked once a revision, and a tag belongs to the data it came with."""

import asyncio

import orjson
import pytest

from api.endpoints.caching import Answer, Caching, Remembered
from api.endpoints.current import FRESH, Current
from api.endpoints.questions import Question

pytestmark = pytest.mark.anyio

ASKED = Question("{ dataset { name } }")
FORM = b"application/json"


class World:
    """A dataset that can be reloaded, a clock that is set by hand, and a count of what was asked."""

    def __init__(self, limit: int = 100_000, salt: str = "") -> None:
        self.revision = "1"
        self.now = 0.0
        self.asked = 0
        self.looked = 0
        self.reloads_meanwhile = False
        self.caching = Caching(self.answer, Current(self.look, lambda: self.now), limit, salt)

    async def answer(self, asked: Question) -> Answer:
        self.asked += 1
        answer = Answer(f"{asked.query} at {self.revision}".encode(), self.revision)
        if self.reloads_meanwhile:
            self.revision += "+"
        return answer

    async def look(self) -> str:
        self.looked += 1
        return self.revision


async def test_a_question_is_asked_once_a_revision() -> None:
    world = World()
    first, again = await world.caching.data(ASKED), await world.caching.data(ASKED)
    assert first == again
    assert (world.asked, world.looked) == (1, 0)
    world.revision, world.now = "2", FRESH
    assert (await world.caching.data(ASKED)).endswith(b"at 2")
    assert world.asked == 2


async def test_a_reload_is_seen_when_the_last_look_is_old_enough() -> None:
    world = World()
    await world.caching.data(ASKED)
    world.revision, world.now = "2", FRESH * 0.9
    assert (await world.caching.data(ASKED)).endswith(b"at 1")
    world.now = FRESH
    assert (await world.caching.data(ASKED)).endswith(b"at 2")


async def test_what_is_at_hand_needs_no_look() -> None:
    world = World()
    assert world.caching.at_hand(ASKED) is None
    await world.caching.data(ASKED)
    assert world.caching.at_hand(ASKED) == b"{ dataset { name } } at 1"
    world.revision, world.now = "2", FRESH
    assert world.caching.at_hand(ASKED) is None
    assert (await world.caching.data(ASKED)).endswith(b"at 2")
    assert world.caching.at_hand(ASKED) == b"{ dataset { name } } at 2"
    assert (world.asked, world.looked) == (2, 1)
    assert World(limit=0).caching.at_hand(ASKED) is None


async def test_nothing_of_an_older_revision_is_at_hand() -> None:
    world = World()
    await world.caching.data(ASKED)
    world.revision = "2"
    await world.caching.data(Question("{ dataset { citation } }"))
    assert world.caching.at_hand(ASKED) is None


async def test_without_memory_nothing_is_remembered_and_nobody_looks() -> None:
    world = World(limit=0)
    await world.caching.data(ASKED)
    await world.caching.data(ASKED)
    assert (world.asked, world.looked) == (2, 0)


async def test_document_operation_and_variables_make_the_key() -> None:
    world = World()
    others = [
        Question("{ dataset { citation } }"),
        Question(ASKED.query, operation_name="A"),
        Question(ASKED.query, {"a": 1}),
        Question(ASKED.query, {"a": 1.0}),
        Question(ASKED.query, {"a": "1"}),
        Question(ASKED.query, {"a": True}),
    ]
    for asked in [ASKED, *others]:
        await world.caching.data(asked)
    assert world.asked == 7
    assert Question("", {"a": 1, "b": 2}).key == Question("", {"b": 2, "a": 1}).key
    assert Question("", {}).key == Question("", None).key


async def test_an_answer_goes_under_the_tag_of_its_own_revision() -> None:
    world = World()
    world.reloads_meanwhile = True
    tags: dict[str, bytes | None] = {}
    for _ in range(5):
        validated = await world.caching.validated(ASKED, FORM, "")
        assert tags.setdefault(validated.tag, validated.data) == validated.data
        world.now += 1
    assert len(tags) == len(set(tags.values())) == 5


async def test_an_answer_from_a_newer_revision_ends_the_older_ones() -> None:
    world = World()
    await world.caching.data(ASKED)
    world.revision = "2"
    other = Question("{ dataset { citation } }")
    assert (await world.caching.data(other)).endswith(b"at 2")
    assert (await world.caching.data(ASKED)).endswith(b"at 2")
    assert (world.asked, world.looked) == (3, 0)


async def test_an_answer_that_was_long_in_coming_says_nothing_of_the_revision_after_it() -> None:
    current = Current(World().look, lambda: 0.0)
    current.met("2", since=5.0)
    current.met("1", since=4.0)
    assert current.latest == "2"


async def test_those_who_come_during_a_look_wait_for_the_same_one() -> None:
    world = World()
    await world.caching.data(ASKED)
    world.now = FRESH
    await asyncio.gather(*(world.caching.data(ASKED) for _ in range(5)))
    assert (world.asked, world.looked) == (1, 1)


async def test_a_look_that_fails_is_told_to_those_who_wait_and_the_next_one_looks_again() -> None:
    world, reachable = World(), False

    async def look() -> str:
        if not reachable:
            raise ConnectionError
        return await world.look()

    current = Current(look, lambda: world.now)
    with pytest.raises(ConnectionError):
        await current.stamp()
    reachable = True
    assert await current.stamp() == "1"


async def test_a_tag_that_is_known_is_answered_without_asking() -> None:
    world = World()
    tag, data = await world.caching.validated(ASKED, FORM, "")
    assert data is not None
    for known in (tag, "W/" + tag, '"other", ' + tag):
        assert await world.caching.validated(ASKED, FORM, known) == (tag, None)
    assert world.asked == 1
    world.revision, world.now = "2", FRESH
    newer = await world.caching.validated(ASKED, FORM, tag)
    assert newer.data == b"{ dataset { name } } at 2"
    assert newer.tag != tag


async def test_any_copy_will_do_where_the_client_says_so_but_the_question_must_be_one() -> None:
    world = World()
    assert (await world.caching.validated(ASKED, FORM, "*")).data is None
    assert world.asked == 1


async def test_a_known_tag_is_answered_without_memory_too() -> None:
    world = World(limit=0)
    tag, _ = await world.caching.validated(ASKED, FORM, "")
    assert (await world.caching.validated(ASKED, FORM, tag)).data is None
    assert world.asked == 1


async def test_tags_differ_by_representation_and_by_what_else_answers_depend_on() -> None:
    tags = [
        (await World(salt=salt).caching.validated(ASKED, form, "")).tag
        for salt, form in [("1.0", FORM), ("1.1", FORM), ("1.0", b"application/json gzip")]
    ]
    assert len(set(tags)) == 3
    assert all(tag.startswith('"') and tag.endswith('"') for tag in tags)


async def test_variables_too_deep_to_be_written_are_left_to_the_mill() -> None:
    world, deep = World(), orjson.loads('{"a":' * 500 + "1" + "}" * 500)
    for _ in range(2):
        assert (await world.caching.data(Question(ASKED.query, deep))).endswith(b"at 1")
        assert (await world.caching.validated(Question(ASKED.query, deep), FORM, '"x"')).data
    assert world.asked == 4


async def test_an_error_is_not_remembered() -> None:
    world = World()

    async def fails(_: Question) -> Answer:
        raise ConnectionError

    failing = Caching(fails, Current(world.look), 1000, "")
    for _ in range(2):
        with pytest.raises(ConnectionError):
            await failing.data(ASKED)


def test_memory_stays_within_its_bound_and_forgets_the_least_used() -> None:
    remembered = Remembered(20_000)
    remembered.turn("1")
    keys = [(f"{number}", None, b"") for number in range(20)]
    for key in keys:
        remembered.put(key, Answer(b"x" * 1_000, "1"))
        remembered.kept.get(keys[0])
        assert remembered.kept.size <= 20_000
    kept = [key for key in keys if remembered.kept.get(key)]
    assert kept == [keys[0], *keys[-11:]]


def test_the_same_key_again_counts_once() -> None:
    remembered = Remembered(20_000)
    remembered.turn("1")
    for length in (100, 900, 400):
        remembered.put(("", None, b""), Answer(b"x" * length, "1"))
    size = remembered.kept.size
    remembered.turn("2")
    assert (size > 400, remembered.kept.size) == (True, 0)


def test_a_very_long_answer_and_one_of_another_revision_are_not_kept() -> None:
    remembered = Remembered(8_000)
    remembered.turn("1")
    remembered.put(("", None, b""), Answer(b"x" * 1_000, "1"))
    remembered.put(("a", None, b""), Answer(b"x", "2"))
    assert remembered.kept.size == 0


async def test_what_reads_nothing_stored_is_remembered_and_makes_nobody_look() -> None:
    world = World()
    asked: list[Question] = []

    async def introspection(question: Question) -> Answer:
        asked.append(question)
        return Answer(b"{}", "")

    caching = Caching(introspection, Current(world.look, lambda: 0.0), 100_000, "")
    for _ in range(3):
        assert await caching.data(ASKED) == b"{}"
    assert (len(asked), world.looked) == (1, 1)
