"""Words one slip apart."""

from hypothesis import given
from hypothesis import strategies as st

from api.text.misspelling import WHOLE, Remainder, can_be_meant, can_be_misspelt, remainders

WORDS = st.text("abc", min_size=1, max_size=6)


def one_slip(one: str, other: str) -> bool:
    """What the database asks of two remainders: see `api.bindings.suggesting`."""
    return one != other and any(
        (a.position == WHOLE) != (b.position == WHOLE)
        or (WHOLE not in {a.position, b.position} and (a.position == b.position or swapped(a, b)))
        for a in remainders(one)
        for b in remainders(other)
        if a.left == b.left
    )


def swapped(one: Remainder, other: Remainder) -> bool:
    return abs(one.position - other.position) == 1 and one.letter == other.letter


def slips(word: str) -> set[str]:
    """Every word one slip away, made one by one."""
    ends = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    less = {head + tail[1:] for head, tail in ends if tail}
    more = {head + letter + tail for head, tail in ends for letter in "abc"}
    other = {head + letter + tail[1:] for head, tail in ends if tail for letter in "abc"}
    turned = {head + tail[1] + tail[0] + tail[2:] for head, tail in ends if len(tail) > 1}
    return (less | more | other | turned) - {word}


@given(WORDS, WORDS)
def test_remainders_tell_exactly_the_words_one_slip_apart(one: str, other: str) -> None:
    assert one_slip(one, other) == (other in slips(one))


def test_a_letter_too_many_too_few_another_and_two_swapped() -> None:
    assert all(one_slip("shusha", word) for word in ("shussha", "susha", "shasha", "hsusha", "shuha"))
    assert not any(one_slip("shusha", word) for word in ("shusha", "shushi kent", "ushash", "suhsah"))


def test_short_words_are_left_alone_and_may_be_meant_by_one_letter_more() -> None:
    assert [can_be_misspelt(word) for word in ("fij", "fiji", "f" * 40, "f" * 41)] == [False, True, True, False]
    assert [can_be_meant(word) for word in ("fi", "fij", "f" * 41, "f" * 42)] == [False, True, True, False]
