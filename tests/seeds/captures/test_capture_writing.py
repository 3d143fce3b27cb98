"""Seeds written as YAML: readable in a diff, and exact."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from seeds.captures.drafts import Record
from seeds.captures.writing import write

STORABLE = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n\r\u2028\u0085 "))


@given(STORABLE, STORABLE, STORABLE)
def test_every_text_reads_back_character_for_character(text: str, title: str, tag: str) -> None:
    seed: Record = {
        "text": text,
        "title": title,
        "hashtags": [tag],
        "posts": [{"text": title, "media": [{"caption": text}]}],
    }
    assert yaml.safe_load(write(seed)) == seed


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("A mill.\n\nA lake.", "text: |-\n  A mill.\n\n  A lake.\n"),
        ("A mill: #1 of 'all'", "text: |-\n  A mill: #1 of 'all'\n"),
        ("A mill. \nA lake.", 'text: "A mill. \\nA lake."\n'),
        ("A mill.\r\nA lake.", 'text: "A mill.\\r\\nA lake."\n'),
        ("A mill.\u00a0", "text: |-\n  A mill.\u00a0\n"),
        ("🇱🇻 1️⃣ ░", "text: |-\n  🇱🇻 1️⃣ ░\n"),
    ],
)
def test_texts_stand_in_literal_blocks_where_such_a_block_can_hold_them(text: str, written: str) -> None:
    assert write({"text": text}) == written


def test_words_that_yaml_would_take_for_something_else_are_quoted() -> None:
    assert write({"marker": "2.", "title": "NO", "published": "2023-03-15"}) == (
        "marker: '2.'\ntitle: 'NO'\npublished: '2023-03-15'\n"
    )


def test_short_lists_stand_on_one_line_and_nested_ones_are_indented() -> None:
    seed: Record = {"hashtags": ["Mill"], "posts": [{"text": "A", "media": [{"kind": "IMAGE", "placeholder": True}]}]}
    assert write(seed) == (
        "hashtags: [Mill]\nposts:\n  - text: |-\n      A\n    media: [{kind: IMAGE, placeholder: true}]\n"
    )


def test_long_lines_are_never_folded() -> None:
    assert write({"title": "mill " * 60 + "lake"}) == f"title: {'mill ' * 60}lake\n"
