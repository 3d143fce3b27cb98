"""The bundled corpus, extracted: what the gazetteer finds in it, with the corrections that its posts carry."""

from collections import Counter
from functools import cache
from pathlib import Path

import seeds
from seeds.extraction.entities import extract
from seeds.extraction.gazetteer import Gazetteer, GazetteerName, GazetteerPlace
from seeds.loading.toponyms import Toponym, settled
from seeds.reading import read
from seeds.records import PlaceRecord, Post, parts_of


def _sought(place: PlaceRecord) -> GazetteerPlace:
    names = tuple(GazetteerName(name.text, name.language, name.match) for name in place.names)
    demonyms = tuple(GazetteerName(demonym.text, demonym.language) for demonym in place.demonyms)
    return GazetteerPlace(place.key, names, demonyms, place.flags, place.hashtags)


def _found(post: Post, gazetteer: Gazetteer) -> list[Toponym]:
    parts = list(parts_of(post))
    matches = [
        Toponym(part, match.span, match.place, match.toponym, match.role, match.method, match.confidence)
        for part in parts
        for match in extract(part.text, gazetteer, part.name).places
    ]
    return settled(matches, post.places, parts)


@cache
def _mentions() -> dict[str, list[Toponym]]:
    records = [located.record for located in read(Path(seeds.__file__).parent / "data").records]
    gazetteer = Gazetteer(_sought(record) for record in records if isinstance(record, PlaceRecord))
    return {record.key: _found(record, gazetteer) for record in records if isinstance(record, Post)}


def _all(source: str = "") -> list[Toponym]:
    return [mention for key, found in _mentions().items() if key.startswith(source) for mention in found]


def test_each_source_names_as_many_places_as_a_reader_counts() -> None:
    counts = {
        source: sum(mention.role != "DEMONYM" for mention in _all(source))
        for source in ("nkpeace/", "caspianpost-invitation/", "mediate-historic-process/")
    }
    assert counts == {"nkpeace/": 130, "caspianpost-invitation/": 29, "mediate-historic-process/": 33}


def test_mentions_have_the_roles_that_a_reader_gives_them() -> None:
    roles = Counter(mention.role for mention in _all())
    assert roles == {"HASHTAG": 77, "LOCATION": 69, "DEMONYM": 56, "METONYM": 40, "FLAG": 5, "ORGANISATION": 1}


def test_the_corpus_names_twenty_eight_places() -> None:
    places = {mention.place for mention in _all() if mention.role != "DEMONYM"}
    assert len(places) == 28
    assert not places & {"israel", "iran", "arab-world"}  # only their people are named


def test_names_of_languages_are_no_people() -> None:
    words = [mention.toponym for mention in _mentions()["caspianpost-invitation/1"] if mention.part.name == "TEXT"]
    assert words.count("Russian") == 1  # the peacekeepers; the tweet in Russian is left out
    assert "Azerbaijani" not in words


def test_one_city_is_found_under_both_of_its_names() -> None:
    names = Counter(mention.toponym for mention in _all() if mention.place == "stepanakert")
    assert names == {"Khankendi": 1, "Stepanakert": 1}


def test_a_name_in_the_photograph_s_caption_is_found_there() -> None:
    (mention,) = [mention for mention in _mentions()["nkpeace/4/3"] if mention.place == "khojaly"]
    assert (mention.part.name, mention.toponym) == ("CAPTION", "Khojali")
