"""The gazetteer: which words name which place, and its digest."""

from seeds.extraction.gazetteer import Gazetteer, GazetteerName, GazetteerPlace


def place(key: str, *names: str) -> GazetteerPlace:
    return GazetteerPlace(key, tuple(map(GazetteerName, names)))


def found(gazetteer: Gazetteer, text: str) -> list[tuple[str, str]]:
    return sorted({(text[hit.start : hit.end], hit.entry.place) for hit in gazetteer.hits(text)})


def test_names_are_found_folded_and_given_back_as_written() -> None:
    gazetteer = Gazetteer([place("yerevan", "Երևան", "Erevan"), place("ganja", "Gəncə")])
    assert found(gazetteer, "ԵՐԵՒԱՆ, ére\u0301van ve GENCE…") == [
        ("GENCE", "ganja"),
        ("ére\u0301van", "yerevan"),
        ("ԵՐԵՒԱՆ", "yerevan"),
    ]


def test_short_names_in_capitals_are_found_only_as_written() -> None:
    gazetteer = Gazetteer([place("united-states", "US", "U.S.", "USA"), place("nk", "NK", "NKAO")])
    written = found(gazetteer, "US us U.S. u.s. USA usa nk nkao")
    assert [words for words, _ in written] == ["U.S.", "US", "USA", "nkao"]


def test_a_name_not_to_be_matched_is_neither_searched_for_nor_a_tag() -> None:
    gazetteer = Gazetteer([GazetteerPlace("tartar", (GazetteerName("Tartar", match=False), GazetteerName("Terter")))])
    assert found(gazetteer, "Tartar, Terter") == [("Terter", "tartar")]
    assert gazetteer.hashtag("Tartar", "tartar") is None


def test_a_tag_names_a_place_by_any_name_without_its_blanks() -> None:
    gazetteer = Gazetteer([place("nagorno-karabakh", "Nagorno-Karabakh", "N. Karabakh", "NK")])
    for spelling, name in (("NagornoKarabakh", "nagornokarabakh"), ("nkarabakh", "nkarabakh"), ("NK", "nk")):
        entry = gazetteer.hashtag(spelling, name)
        assert entry is not None
        assert entry.place == "nagorno-karabakh"
    assert gazetteer.hashtag("nk", "nk") is None


def test_listed_tags_replace_the_names() -> None:
    gazetteer = Gazetteer([GazetteerPlace("baku", (GazetteerName("Baku"),), hashtags=("Bakı",))])
    assert gazetteer.hashtag("BAKI", "baki") is not None
    assert gazetteer.hashtag("Baku", "baku") is None
    assert Gazetteer([GazetteerPlace("baku", (GazetteerName("Baku"),), hashtags=())]).hashtag("Baku", "baku") is None


def test_demonyms_are_entries_apart_and_take_an_s() -> None:
    people = GazetteerPlace(
        "armenia",
        demonyms=(GazetteerName("Armenian", "en"), GazetteerName("Ermeni", "tr"), GazetteerName("Hay", match=False)),
    )
    gazetteer = Gazetteer([people])
    assert {hit.entry.is_demonym for hit in gazetteer.hits("Armenians")} == {True}
    assert ("Armenians", "armenia") in found(gazetteer, "Armenians")
    assert found(gazetteer, "Ermenis, Hay") == [("Ermeni", "armenia")]


def test_the_first_of_two_places_has_a_shared_name_without_certainty() -> None:
    gazetteer = Gazetteer([place("georgia", "Georgia"), place("georgia-usa", "Georgia")])
    (hit,) = gazetteer.hits("Georgia")
    assert (hit.entry.place, hit.entry.is_certain) == ("georgia", False)


def test_a_place_comes_before_a_people_of_the_same_name() -> None:
    gazetteer = Gazetteer([GazetteerPlace("other", demonyms=(GazetteerName("Lori"),)), place("lori", "Lori")])
    (hit,) = gazetteer.hits("Lori")
    assert (hit.entry.place, hit.entry.is_demonym, hit.entry.is_certain) == ("lori", False, True)


def test_the_digest_depends_on_the_records_alone() -> None:
    records = [place("baku", "Baku", "Bakı"), place("yerevan", "Երևան")]
    assert Gazetteer(records).digest == Gazetteer(list(records)).digest
    assert len(Gazetteer(records).digest) == 64
    changed = [GazetteerPlace("baku", records[0].names, flags=("🇦🇿",)), records[1]]
    assert Gazetteer(records).digest != Gazetteer(changed).digest
    assert Gazetteer(records).digest != Gazetteer(records[::-1]).digest


def test_an_empty_gazetteer_finds_nothing() -> None:
    assert list(Gazetteer([]).hits("Baku")) == []
    assert list(Gazetteer([place("void", "", "\ud800")]).hits("\ud800")) == []


def test_text_with_half_a_surrogate_pair_is_searched_all_the_same() -> None:
    assert found(Gazetteer([place("baku", "Baku"), place("nk", "NK")]), "\ud83d Baku NK") == [
        ("Baku", "baku"),
        ("NK", "nk"),
    ]
