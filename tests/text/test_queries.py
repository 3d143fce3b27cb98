"""Reading what people type into a search box."""

import re
import sys
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from api.errors import InvalidArgument
from api.text.queries import LONGEST_QUERY, LONGEST_WORD, MOST_TERMS, read_query
from api.text.words import words


def read(text: str) -> list[list[str]]:
    """Branches as short words: `-` not wanted, `*` only begun."""
    return [
        ["-" * (not term.wanted) + " ".join(term.words) + "*" * term.prefix for term in branch]
        for branch in read_query(text).branches
    ]


@pytest.mark.parametrize(
    ("text", "branches"),
    [
        ("lake road", [["lake", "road"]]),
        ('"lake road" noon', [["lake road", "noon"]]),
        ("“lake road” «at noon» „so“", [["lake road", "at noon", "so"]]),
        ("peac*", [["peac*"]]),
        ('"high val*"', [["high val*"]]),
        ("a b OR c -d", [["a", "b"], ["c", "-d"]]),
        ('-"lake road" a -peac* -Nagorno-Karabakh', [["-lake road", "a", "-peac*", "-nagorno karabakh"]]),
        ("#NKpeace @CrisisGroup #nagorno_karabakh", [["nkpeace", "crisisgroup", "nagorno karabakh"]]),
        ("l'Artsakh U.S. 5,000 #a/b", [["l artsakh", "u s", "5,000", "a b"]]),
        ("ภาษา", [["ภ า ษ า"]]),
        ("Azerbaïdjan ƏRMƏNİSTAN Երևան", [["azerbaidjan", "ermenistan", "երեւան"]]),
        ("a - b -- c --d", [["a", "b", "c", "d"]]),
        ('"not closed', [["not", "closed"]]),
        ("or Or OR b", [["or", "or"], ["b"]]),
        ('"OR" -OR x', [["or", "-or", "x"]]),
        ("a OR OR a", [["a"]]),
        ("a\0b\tc", [["a b", "c"]]),
    ],
)
def test_a_query_is_read_into_branches_of_terms(text: str, branches: list[list[str]]) -> None:
    assert read(text) == branches


@pytest.mark.parametrize("text", ["", " ", "-a", "-a -b", "OR", "* - #", "🇦🇲 🎉", '"', '""', "\ud800", "-a OR -b"])
def test_a_query_that_wants_nothing_finds_nothing(text: str) -> None:
    assert read(text) == []


def test_a_branch_that_wants_nothing_is_left_out() -> None:
    assert read("-a OR b") == [["b"]]


def test_only_so_many_terms_count() -> None:
    branch = read(" ".join(f"w{n}" for n in range(MOST_TERMS + 5)))[0]
    assert branch == [f"w{n}" for n in range(MOST_TERMS)]


def test_a_query_over_the_limit_is_refused_and_one_at_the_limit_is_read() -> None:
    assert read("a" * LONGEST_QUERY) == [["a" * LONGEST_WORD]]
    with pytest.raises(InvalidArgument, match=r"at most 1,000 characters; this one has 100,000"):
        read_query("a" * 100_000)


def test_the_wanted_terms_of_all_branches_come_once_in_order() -> None:
    assert [term.needle for term in read_query('b "a b" OR b -c OR d*').wanted] == [" b ", " a  b ", " d"]


@pytest.mark.parametrize(
    ("text", "bare"),
    [("lake", True), ("-#Lake", True), ("Pont-aux-Roses", True), ('"lake"', False), ("lak*", False), ("@lake", False)],
)
def test_a_term_is_bare_without_quotation_marks_star_or_at(text: str, bare: bool) -> None:
    assert read_query(f"x {text}").branches[0][1].bare is bare


def test_a_word_that_is_wanted_both_ways_is_shown_once_and_asked_twice() -> None:
    query = read_query('"lake" OR lake')
    assert [term.needle for term in query.wanted] == [" lake "]
    assert [[term.bare for term in branch] for branch in query.branches] == [[False], [True]]


def test_a_query_for_beginnings_leaves_what_is_not_wanted_whole() -> None:
    assert [term.prefix for term in read_query("a b* -c").begun().branches[0]] == [True, True, False]


@given(st.text(max_size=LONGEST_QUERY))
@example('"' * LONGEST_QUERY)
@example("-" * LONGEST_QUERY)
@example("".join(map(chr, range(0x2470, 0x2500))))
def test_no_text_is_an_error_and_no_word_holds_a_blank(text: str) -> None:
    for branch in read_query(text).branches:
        assert any(term.wanted for term in branch)
        assert all(word and not set(word) & set(" \t\n\0") for term in branch for word in term.words)


def test_of_ascii_words_hold_nothing_that_parts_words_in_the_index() -> None:
    letters = [chr(code_point) for code_point in range(0x80, sys.maxunicode + 1)]
    odd = [letter for letter in letters if letter < "\u3000" or re.search("[ -~]", normalize("NFKC", letter))]
    held = {sign for letter in odd for word in words(f"a{letter}b {letter}") for sign in word.folded if sign.isascii()}
    assert {sign for sign in held if not sign.isalnum()} == set(".,()'")
    assert not any(sign.isupper() for sign in held)
