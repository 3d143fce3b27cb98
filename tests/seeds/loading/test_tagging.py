"""Uses of hashtags: shown ones in order, then those that a source asserts."""

from typing import Any

from seeds.extraction.hashtags import find_hashtags
from seeds.loading.hashtags import hashtag_rows
from seeds.loading.placing import LAST_PLACE, Placing
from seeds.loading.tables import COLUMNS
from seeds.records import Part

TEXT = Part("TEXT", "#Paix and #paix, #LAKES")
PLACING = Placing(7, 70, 3, 2, 1000, -1000)


def used(*asserted: str) -> list[dict[str, Any]]:
    found = [(TEXT, tag) for tag in find_hashtags(TEXT.text)]
    return [dict(zip(COLUMNS["post_hashtags"], row, strict=True)) for row in hashtag_rows(found, asserted, PLACING)]


def test_a_tag_used_twice_has_two_rows_and_one_first() -> None:
    assert [(use["spelling"], use["is_first"]) for use in used()] == [("Paix", True), ("paix", False), ("LAKES", True)]


def test_a_span_includes_the_sign_and_quotes_the_text() -> None:
    for use in used():
        assert TEXT.text[use["span_start"] : use["span_end"]] == use["span_text"] == f"#{use['spelling']}"


def test_an_asserted_tag_is_added_only_where_the_post_does_not_show_it() -> None:
    *_, last = used("Lakes", "Peace", "PEACE")
    assert len(used("Lakes", "Peace", "PEACE")) == 4
    assert (last["spelling"], last["basis"], last["span_start"], last["ordinal"]) == ("Peace", "ASSERTED", None, 4)


def test_the_order_in_a_thread_puts_asserted_tags_last_then_goes_by_position() -> None:
    uses = used("Peace")
    assert [use["thread_order"] for use in uses] == [2 << 20 | 1, 2 << 20 | 2, 2 << 20 | 3, 1 << 52 | 2 << 20 | 4]
    assert {use["reading_order"] for use in uses} == {3 << 20 | 2}


def test_positions_beyond_the_millionth_share_a_place() -> None:
    assert Placing(7, None, 0, 5_000_000, 0, 0).reading_order == LAST_PLACE
