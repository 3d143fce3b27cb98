"""Footnotes and the places of their markers."""

from typing import Any

from seeds.loading.footnotes import footnote_rows
from seeds.loading.tables import COLUMNS
from seeds.records import FootnoteRecord

TEXT = "One [1] stands here.\n\nAnother [1] and [2] there.\n\nA third [1]."


def noted(*notes: tuple[str, int | None]) -> list[dict[str, Any]]:
    records = [FootnoteRecord(marker=marker, text="A note", paragraph=paragraph) for marker, paragraph in notes]
    return [dict(zip(COLUMNS["footnotes"], row, strict=True)) for row in footnote_rows(records, TEXT, 7)]


def test_a_marker_is_anchored_at_its_place_in_the_text() -> None:
    (note,) = noted(("[2]", None))
    assert (note["ordinal"], note["span_text"]) == (1, "[2]")
    assert TEXT[note["span_start"] : note["span_end"]] == "[2]"


def test_a_marker_used_again_takes_its_next_place() -> None:
    assert [note["span_start"] for note in noted(("[1]", None), ("[1]", None))] == [4, 30]


def test_a_paragraph_says_which_of_several_markers_is_meant() -> None:
    assert [note["span_start"] for note in noted(("[1]", 3), ("[1]", 2))] == [58, 30]


def test_a_marker_that_is_not_there_has_no_anchor() -> None:
    assert [note["span_start"] for note in noted(("[9]", None), ("[2]", 1), ("[1]", 9))] == [None] * 3
