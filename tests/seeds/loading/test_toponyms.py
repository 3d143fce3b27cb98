"""Place mentions: what a seed says of them stands above what the gazetteer finds."""

from api.text.spans import measure
from seeds.loading.placing import Placing
from seeds.loading.tables import cell
from seeds.loading.toponyms import Toponym, settled, toponym_rows
from seeds.records import Part, PlaceOverride

TEXT = Part("TEXT", "Aland and Alanders met in Aland; Åland was there, #Aland too")
TITLE = Part("TITLE", "Aland again")
PLACING = Placing(7, 70, 3, 2, 1000, -1000)


def found(part: Part, start: int, words: str, role: str = "LOCATION") -> Toponym:
    span = measure(part.text, part.name).span(start, start + len(words))
    return Toponym(part, span, "aland", words, role, "gazetteer", 0.9)


def override(toponym: str, occurrence: int = 1, place: str | None = "bland", role: str = "METONYM") -> PlaceOverride:
    return PlaceOverride.model_validate(
        {"toponym": toponym, "occurrence": occurrence, "place": place, "role": role, "confidence": 0.5}
    )


def test_an_override_takes_the_place_of_the_finds_it_overlaps() -> None:
    (one,) = settled([found(TEXT, 0, "Aland")], [override("Aland")], [TEXT])
    assert (one.place, one.role, one.method, one.confidence) == ("bland", "METONYM", "seed", 0.5)


def test_a_place_of_null_takes_a_find_away() -> None:
    assert settled([found(TEXT, 0, "Aland")], [override("Aland", place=None)], [TEXT]) == []


def test_occurrences_are_whole_words_counted_through_the_text_before_other_parts() -> None:
    starts = [
        (one.part.name, one.span.start)
        for number in (1, 2, 3, 4)
        for one in settled([], [override("Aland", number)], [TITLE, TEXT])
    ]
    assert starts == [("TEXT", 0), ("TEXT", 26), ("TEXT", 51), ("TITLE", 0)]


def test_words_that_never_stand_alone_are_found_inside_others() -> None:
    (one,) = settled([], [override("lander")], [TEXT])
    assert one.span.start == 11


def test_mentions_keep_reading_order_and_only_the_first_that_is_no_demonym_counts() -> None:
    people = found(TEXT, 10, "Alanders", "DEMONYM")
    rows = toponym_rows(settled([found(TEXT, 26, "Aland"), people, found(TEXT, 0, "Aland")], [], [TEXT]), PLACING)
    read = [(cell("place_mentions", row, "ordinal"), cell("place_mentions", row, "is_first")) for row in rows]
    assert read == [(1, True), (2, False), (3, False)]
    alone = toponym_rows([people, found(TEXT, 26, "Aland")], PLACING)
    assert [cell("place_mentions", row, "is_first") for row in alone] == [False, True]
