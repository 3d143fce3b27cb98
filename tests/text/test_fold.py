"""Folding: what becomes alike, what stays apart, and the map back."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.text.fold import casefolded, fold, fold_map, unfold

# Text that folds in uneven ways: expansions, marks that go or stay, letters that join the one before, half a pair.
CROOKED = st.text(
    st.sampled_from("aeIßéŁ…№½\u0301\u0327\u0345\u00adиΐᾳκａｶﾞ\u1100\u1161\u11a8क\u093cকে\u09beև’ 1\u20e3\ud800🇦")
)
ANY_TEXT = st.text() | CROOKED | st.text(st.characters())


@pytest.mark.parametrize(
    ("spellings", "folded"),
    [
        (["Azərbaycan", "AZƏRBAYCAN", "azerbaycan"], "azerbaycan"),
        (["İstanbul", "ISTANBUL", "ıstanbul"], "istanbul"),
        (["Łódź", "LODZ"], "lodz"),
        (["Straße", "STRASSE"], "strasse"),
        (["Ærøskøbing", "Aeroskobing"], "aeroskobing"),
        (["Đakovo", "Œuvre", "Þingvellir"], None),
        (["Ｂａｋｕ", "𝐁𝐚𝐤𝐮", "baku"], "baku"),
        (["Azerbai\u0308djan", "Azerbaïdjan"], "azerbaidjan"),
        (["ﬁnal", "final"], "final"),
        (["l’Arménie", "l'Armenie", "L‘ARMÉNIE"], "l'armenie"),
        (["Nagorno–Karabakh", "Nagorno\u2011Karabakh"], "nagorno-karabakh"),
        (["Ste\u00adpanakert", "Stepanakert"], "stepanakert"),
    ],
)
def test_spellings_of_one_word_fold_alike(spellings: list[str], folded: str | None) -> None:
    for spelling in spellings:
        assert fold(spelling) == (folded or fold(spelling.lower()))
        assert fold(spelling).isascii()


def test_armenian_stays_whole_and_its_ligature_becomes_its_two_letters() -> None:
    assert fold("ԱՐՑԱԽ") == "արցախ"
    assert fold("Երևան") == fold("Երեւան") == fold("ԵՐԵՒԱՆ") == "երեւան"


def test_the_three_georgian_alphabets_are_one() -> None:
    assert fold("თბილისი") == fold("ᲗᲑᲘᲚᲘᲡᲘ") == fold("ႧႡႨႪႨႱႨ") == fold("ⴇⴁⴈⴊⴈⴑⴈ") == "თბილისი"


@pytest.mark.parametrize(
    "text", ["السياسة", "برنامه", "עַל־יְדֵי", "አዲስ አበባ", "महात्मा", "ศรีลังกา", "Αθήνα".lower(), "ёлка й"]
)
def test_marks_of_other_scripts_stay(text: str) -> None:
    assert fold(text) == text


def test_composed_and_decomposed_letters_fold_alike() -> None:
    assert fold("и\u0306") == fold("й") == "й"
    assert fold("ﾊﾟ") == fold("パ")


def test_signs_that_would_fall_apart_stay() -> None:
    assert [fold(sign) for sign in "½´ﷺ"] == ["½", "´", "ﷺ"]


def test_every_code_point_folds_to_something_that_folds_to_itself() -> None:
    # Ideographs and Hangul syllables, which have neither case nor marks, are left out for their number.
    for code_point in (*range(0x3400), *range(0xD7A4, 0x20000)):
        folded = fold(chr(code_point))
        assert fold(folded) == folded
        assert folded or code_point == 0xAD


@settings(deadline=None)
@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert casefolded(casefolded(text)) == casefolded(text)


@settings(deadline=None)
@given(ANY_TEXT)
def test_no_letter_is_dropped(text: str) -> None:
    letters = sum(character.isalpha() for character in text)
    # Hangul letters, and kana with their voicing, compose into fewer; any other letter leaves one at least.
    if not any("\u1100" <= character <= "\u11ff" or character in "ﾞﾟ" for character in text):
        assert len(fold(text)) >= letters


@settings(deadline=None)
@given(ANY_TEXT)
def test_the_map_leads_each_folded_code_point_back(text: str) -> None:
    folded, offsets = fold_map(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded) + 1
    assert offsets[-1] == len(text)
    assert all(earlier <= later for earlier, later in pairwise(offsets))


@settings(deadline=None)
@given(
    st.text(st.sampled_from("aéßЙиñœ…\u0301 ")),
    st.sampled_from(["Stéphane\u0301", "Œuvre", "և", "Ganja…", "straße"]),
    ANY_TEXT,
)
def test_a_folded_word_is_found_back_as_written(before: str, word: str, after: str) -> None:
    text = f"{before} {word} {after}"
    folded, offsets = fold_map(text)
    start = len(fold(f"{before} "))
    first, last = unfold(offsets, start, start + len(fold(word)))
    assert text[first:last] == word
    assert folded[start : start + len(fold(word))] == fold(word)


def test_a_span_that_ends_within_an_expansion_takes_all_of_its_letter() -> None:
    folded, offsets = fold_map("Maß")
    assert folded == "mass"
    assert unfold(offsets, 0, 3) == (0, 3)
    assert unfold(offsets, 3, 4) == (2, 3)
    assert unfold(offsets, 2, 2) == (2, 2)


def test_case_folding_keeps_diacritics() -> None:
    assert casefolded("ARMÉNIE") == casefolded("Arme\u0301nie") == "arménie"
    assert casefolded("Armenie") != casefolded("Arménie")
    assert casefolded("NKpeace") == "nkpeace"
