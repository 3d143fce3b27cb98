"""The cache of plans and of answers: the most recent stay, within both bounds."""

from api.compiler.recent import Recent


def kept(recent: Recent[int, str], numbers: range) -> list[int]:
    return [number for number in numbers if recent.get(number) is not None]


def test_only_the_most_recent_are_kept() -> None:
    recent: Recent[int, str] = Recent(100, 2)
    for number in (1, 2):
        recent.put(number, str(number), 1)
    recent.get(1)
    recent.put(3, "3", 1)
    assert kept(recent, range(5)) == [1, 3]


def test_the_oldest_go_until_all_weigh_little_enough() -> None:
    recent: Recent[int, str] = Recent(100, 10)
    for number in range(4):
        recent.put(number, "", 25)
    recent.put(4, "", 60)
    assert kept(recent, range(5)) == [3, 4]


def test_what_is_put_again_weighs_what_it_weighs_now() -> None:
    recent: Recent[int, str] = Recent(100, 10)
    for weight in (90, 80, 40):
        recent.put(1, "", weight)
    recent.put(2, "", 60)
    assert kept(recent, range(3)) == [1, 2]


def test_what_weighs_too_much_is_given_back_and_drives_nothing_out() -> None:
    recent: Recent[int, str] = Recent(100, 10)
    recent.put(1, "", 100)
    assert recent.put(2, "large", 101) == "large"
    assert kept(recent, range(3)) == [1]


def test_without_room_nothing_is_kept() -> None:
    recent: Recent[int, str] = Recent(0, 10)
    assert recent.put(1, "one", 1) == "one"
    assert recent.get(1) is None


def test_a_cache_that_was_cleared_has_room_for_everything_again() -> None:
    recent: Recent[int, str] = Recent(100)
    recent.put(1, "", 100)
    recent.clear()
    assert (recent.size, recent.get(1)) == (0, None)
    recent.put(2, "", 100)
    assert kept(recent, range(3)) == [2]
