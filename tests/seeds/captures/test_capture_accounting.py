"""The account of a capture: every code point once."""

import pytest

from seeds.captures.accounting import Account, Range


def test_gaps_are_layout_when_blank_and_for_the_reviewer_when_not() -> None:
    account = Account("one \n two three")
    account.claim("post", 0, 3, "text")
    account.claim("post", 6, 9, "text")
    assert account.unclaimed() == [(9, 15)]
    assert account.close() == [
        Range("post", 0, 3, "text"),
        Range("heading", 3, 6, "layout"),
        Range("post", 6, 9, "text"),
        Range("review", 9, 15, "not understood"),
    ]


def test_an_empty_claim_says_nothing() -> None:
    account = Account("one")
    account.claim("post", 1, 1, "text")
    assert account.close() == [Range("review", 0, 3, "not understood")]


def test_two_claims_on_one_character_are_a_fault_of_the_importer() -> None:
    account = Account("one two")
    account.claim("post", 0, 4, "text")
    account.claim("footer", 3, 7, "site")
    with pytest.raises(AssertionError, match="two claims on code point 3: site"):
        account.close()
