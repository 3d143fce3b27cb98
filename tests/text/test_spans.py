"""Spans: the slice equals the words, in code points, UTF-16 and UTF-8 units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.text.spans import Span, measure, within

ANY_TEXT = st.text() | st.text(st.sampled_from("aé日🇦\ud83d\udc00\x00"))


@given(st.data())
def test_the_slice_equals_the_words_in_all_three_units(data: st.DataObject) -> None:
    # Up to four blocks of the measure's count, so that spans cross their borders.
    text = data.draw(ANY_TEXT) * data.draw(st.sampled_from([1, 1, 300]))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = measure(text, "TITLE").span(start, end)
    words = text[start:end]
    assert (span.part, span.start, span.end) == ("TITLE", start, end)
    utf8 = text.encode("utf-8", "surrogatepass")[span.start_utf8 : span.end_utf8]
    assert utf8 == words.encode("utf-8", "surrogatepass")
    utf16 = text.encode("utf-16-le", "surrogatepass")[2 * span.start_utf16 : 2 * span.end_utf16]
    assert utf16 == words.encode("utf-16-le", "surrogatepass")
    assert measure(text).words(span) == words


def test_ascii_has_the_same_offsets_in_all_units() -> None:
    assert measure("of Baku").span(3, 7) == Span("TEXT", 3, 7, 3, 7, 3, 7)


def test_letters_past_ascii_move_the_other_units() -> None:
    assert measure("🇦🇲 é Baku").span(5, 9) == Span("TEXT", 5, 9, 7, 11, 12, 16)


def test_a_long_text_is_counted_once_in_blocks_whatever_the_order_of_its_spans() -> None:
    text = "é🇦" * 5000
    spans = measure(text)
    late, early = spans.span(9000, 9002), spans.span(10, 12)
    assert (late.start_utf16, late.start_utf8) == (13500, 27000)
    assert (early.start_utf16, early.start_utf8) == (15, 30)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 1), (0, 5)])
def test_a_span_outside_its_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"span {start}:{end} lies outside a text of 4 code points"):
        measure("Baku").span(start, end)


def test_within_asks_for_one_span_that_holds_the_whole_stretch() -> None:
    spans = [measure("0123456789").span(2, 4), measure("0123456789").span(6, 8)]
    assert [within(spans, *stretch) for stretch in ((2, 4), (3, 4), (6, 7), (3, 7), (1, 3), (8, 9))] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]
    assert not within([], 0, 1)
