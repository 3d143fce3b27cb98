import pytest

from api.compiler.locating import place
from api.compiler.parsing import parsed
from api.errors import ParseFailed, SelectionTooLarge

MOST = 2000


def test_a_document_is_parsed_with_its_places() -> None:
    document = parsed("{\n  dataset { name } }", MOST)
    assert place(document.definitions[0].selection_set.selections[0]) == "2:3"  # type: ignore[attr-defined]


@pytest.mark.parametrize(("text", "where"), [("{ dataset {", "1:12"), ("", "1:1"), ("\ufeff\n {a(b:\x00)}", "2:7")])
def test_what_is_not_graphql_is_refused_where_it_ends_to_be(text: str, where: str) -> None:
    with pytest.raises(ParseFailed, match="Syntax Error") as caught:
        parsed(text, MOST)
    assert caught.value.members["locations"] == [where]


def test_a_document_of_exactly_the_limit_of_tokens_is_parsed() -> None:
    assert parsed("{" + "a " * 1998 + "}", MOST)


def test_one_token_more_is_refused_by_its_number() -> None:
    with pytest.raises(SelectionTooLarge, match="more than 2,000 tokens") as caught:
        parsed("{" + "a " * 1999 + "}", MOST)
    assert caught.value.members == {"limit": 2000, "locations": ["1:4000"]}


def test_comments_are_no_way_around_the_limit() -> None:
    with pytest.raises(SelectionTooLarge, match="more than 2,000 comments"):
        parsed("#\n" * 2001 + "{a}", MOST)


@pytest.mark.parametrize(
    "text",
    [
        "{a" * 10_000 + "}" * 10_000,
        "{" + "...{" * 10_000 + "a" + "}" * 10_001,
        "{a(b:" + "[" * 10_000 + "]" * 10_000 + ")}",
        "{a(b:" + "{c:" * 10_000 + "1" + "}" * 10_000 + ")}",
        "query($a:" + "[" * 10_000 + "Int" + "]" * 10_000 + "){a}",
    ],
    ids=["selections", "inline fragments", "lists", "objects", "types"],
)
def test_brackets_past_any_depth_are_refused_before_the_stack_is_full(text: str) -> None:
    with pytest.raises(SelectionTooLarge, match="nests its brackets too deeply"):
        parsed(text, 100_000)
