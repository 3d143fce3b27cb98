"""Places: which words of a text count, and as what."""

import pytest

from seeds.extraction.entities import extract
from seeds.extraction.gazetteer import Gazetteer, GazetteerName, GazetteerPlace
from seeds.extraction.places import find_places


def place(key: str, *names: str, demonyms: tuple[str, ...] = (), flags: tuple[str, ...] = ()) -> GazetteerPlace:
    people = tuple(GazetteerName(demonym, "en") for demonym in demonyms)
    return GazetteerPlace(key, tuple(map(GazetteerName, names)), people, flags)


GAZETTEER = Gazetteer(
    [
        place("armenia", "Armenia", "Arménie", "Հայաստան", "Armenia SSR", demonyms=("Armenian",), flags=("🇦🇲",)),
        place("azerbaijan", "Azerbaijan", "Azərbaycan", demonyms=("Azerbaijani", "Azeri"), flags=("🇦🇿",)),
        place("nagorno-karabakh", "Nagorno-Karabakh", "Nagorno Karabakh", "N.Karabakh", "Karabakh", "NK"),
        place("baku", "Baku"),
        place("minsk", "Minsk"),
        place("sudan", "Sudan"),
        place("south-sudan", "South Sudan"),
        place("van", "Van"),
        place("tokyo", "東京"),
        place("turkey", "Turkey", "Türkiye"),
        place("tbilisi", "თბილისი"),
        place("england", "England", flags=("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",)),
    ]
)


def found(text: str) -> list[tuple[str, str, str]]:
    return [(match.toponym, match.place, match.role) for match in extract(text, GAZETTEER).places]


@pytest.mark.parametrize(
    ("text", "toponym", "key"),
    [
        ("in Armenia’s north", "Armenia", "armenia"),
        ("un ami de l’Arménie", "Arménie", "armenia"),
        ("the area of N.Karabakh is", "N.Karabakh", "nagorno-karabakh"),
        ("in Nagorno–Karabakh.", "Nagorno–Karabakh", "nagorno-karabakh"),
        ("life in NK itself", "NK", "nagorno-karabakh"),
        ("nach AZƏRBAYCAN", "AZƏRBAYCAN", "azerbaijan"),
        ("Հայաստան։", "Հայաստան", "armenia"),
        ("昨日東京で", "東京", "tokyo"),
        ("აქ, თბილისი", "თბილისი", "tbilisi"),
        ("lives in armenia", "armenia", "armenia"),
        ("(Baku)", "Baku", "baku"),
        ("on🇦🇶Baku", "Baku", "baku"),
    ],
)
def test_a_name_is_found_as_a_whole_word(text: str, toponym: str, key: str) -> None:
    assert found(text) == [(toponym, key, "LOCATION")]


@pytest.mark.parametrize(
    "text",
    [
        "Bakuvian, Minsky, preBaku, Baku2, Baku_x",
        "see @Baku and @baku_news",
        "https://example.org/Armenia/Baku baku.az x@Baku",
        "#KarabakhWar #ArmeniaRevolution",
        "a white van, roast turkey",
        "nk is no place, nor is Nk",
        "🏳 🏳️ 🇦 🇫🇷",
        "Lake Van, West Azerbaijan, in New England, New England",
        "",
    ],
)
def test_other_words_are_no_place(text: str) -> None:
    assert found(text) == []


def test_both_halves_of_a_hyphenated_pair_count() -> None:
    assert found("the Armenia-Azerbaijan border") == [
        ("Armenia", "armenia", "LOCATION"),
        ("Azerbaijan", "azerbaijan", "LOCATION"),
    ]


def test_the_longest_name_wins_and_a_longer_one_that_fails_hides_no_shorter_one() -> None:
    assert found("from South Sudan") == [("South Sudan", "south-sudan", "LOCATION")]
    assert found("from South Sudanese") == []
    assert found("in Armenia SSRx") == [("Armenia", "armenia", "LOCATION")]


def test_a_direction_before_a_name_makes_another_name_of_it() -> None:
    gazetteer = Gazetteer([place("sudan", "Sudan")])
    assert find_places("in South Sudan", gazetteer) == ()
    assert len(find_places("in southern Sudan", gazetteer)) == 1


def test_new_makes_another_name_within_a_sentence_only() -> None:
    assert found("the New Armenia quarter") == []
    assert found("New Armenia report is out") == [("Armenia", "armenia", "LOCATION")]


def test_a_tag_that_is_a_name_as_a_whole_has_the_role_hashtag_and_no_sign_in_its_span() -> None:
    (match,) = extract("l’#Arménie", GAZETTEER).places
    assert (match.toponym, match.place, match.role) == ("Arménie", "armenia", "HASHTAG")
    assert (match.span.start, match.span.end) == (3, 10)
    assert found("#NagornoKarabakh #Azerbaijan's") == [
        ("NagornoKarabakh", "nagorno-karabakh", "HASHTAG"),
        ("Azerbaijan", "azerbaijan", "HASHTAG"),
    ]


def test_a_name_that_begins_as_a_tag_and_goes_on_is_one_name() -> None:
    assert found("in #Nagorno-Karabakh") == [("Nagorno-Karabakh", "nagorno-karabakh", "LOCATION")]


def test_demonyms_are_apart_behind_a_sign_too() -> None:
    assert found("Armenians and #Azerbaijani") == [
        ("Armenians", "armenia", "DEMONYM"),
        ("Azerbaijani", "azerbaijan", "DEMONYM"),
    ]


def test_a_people_in_the_name_of_a_land_or_a_water_is_no_demonym() -> None:
    assert found("the Armenian Highlands, the Armenian Sea") == []
    assert found("the Armenian sea of flags") == [("Armenian", "armenia", "DEMONYM")]


def test_flags_name_their_places() -> None:
    english = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
    assert found(f"🇦🇿🇦🇲💪🏼 {english}") == [
        ("🇦🇿", "azerbaijan", "FLAG"),
        ("🇦🇲", "armenia", "FLAG"),
        (english, "england", "FLAG"),
    ]


def test_confidence_falls_with_small_letters_and_shared_names() -> None:
    gazetteer = Gazetteer([place("georgia", "Georgia"), place("georgia-usa", "Georgia"), place("armenia", "Armenia")])
    sure, small, shared, tag = find_confidences("Armenia armenia Georgia #Georgia", gazetteer)
    assert sure == 0.9
    assert small < sure
    assert shared < sure
    assert tag < 0.95


def find_confidences(text: str, gazetteer: Gazetteer) -> list[float]:
    return [match.confidence for match in extract(text, gazetteer).places]


def test_a_match_carries_its_part_and_its_method() -> None:
    (match,) = find_places("Baku", GAZETTEER, part="TITLE")
    assert (match.span.part, match.method) == ("TITLE", "gazetteer")
