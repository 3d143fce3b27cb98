"""Words: where they begin and end, in every script."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.text.fold import fold
from api.text.words import Word, _uncommon_words, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don't wait", ["don", "t", "wait"]),
        ("l'Artsakh et l’#Azerbaïdjan", ["l", "artsakh", "et", "l", "azerbaidjan"]),
        ("#NKPeace by @Some_Body", ["nkpeace", "by", "some", "body"]),
        ("N.Karabakh, 4,400.5 sq km (no 822, 853)", ["n", "karabakh", "4,400.5", "sq", "km", "no", "822", "853"]),
        ("1/8 a-b", ["1", "8", "a", "b"]),
        ("Գյումրի՝ քաղաք։", ["գյումրի", "քաղաք"]),
        ("تهران، می\u200cخواهم", ["تهران", "می\u200cخواهم"]),
        ("हिन्दी १,२३४", ["हिन्दी", "१,२३४"]),
        ("מ״כ il·lusió", ["מ״כ", "il·lusio"]),
        ("東京 とカメラ", ["東", "京", "と", "カメラ"]),
        ("ผู้มา", ["ผู้", "ม", "า"]),
        ("1️⃣ step 🇦🇲💪🏼 up", ["1", "step", "up"]),
        ("Ste\u00adpanakert", ["stepanakert"]),
        ("", []),
        ("… — !", []),
    ],
)
def test_a_text_is_split_into_folded_words(text: str, expected: list[str]) -> None:
    assert [word.folded for word in words(text)] == expected


def test_offsets_are_those_of_the_text_as_written() -> None:
    text = "L’E\u0301gypte ﬁnit"
    assert words(text) == (Word("l", 0, 1), Word("egypte", 2, 9), Word("finit", 10, 14))


@settings(deadline=None)
@given(st.text() | st.text(st.sampled_from("aZ19é.,'_ …Йիა’🇦\u0301\u200d#日ªՙ")))
def test_words_come_in_order_without_overlap_and_fold_from_their_slice(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        assert word.folded == fold(text[word.start : word.end])
        end = word.end


@settings(deadline=None)
@given(st.text() | st.text(st.sampled_from("aZ19é.,'_ …Йიא’🇦#«ßəӘ")))
def test_the_fast_ways_find_the_words_of_the_thorough_one(text: str) -> None:
    unvaried = text.replace("\ufe0f", "")  # an emoji's variation selector is the one mark the fast way passes over
    assert words(unvaried) == _uncommon_words(unvaried)
