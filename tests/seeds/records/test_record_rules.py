"""Rules that span several fields of a record: posts, places, aliases."""

from typing import Any

import pytest
from pydantic import ValidationError

from seeds.records import HashtagAlias, ParentRecord, PlaceRecord, Post, Suppress

POST = {"key": "a/1", "position": 1, "thread": "a", "text": "From Stepanakert to Stepanakert"}
PLACE = {"key": "here", "kind": "CITY", "label": "Here"}


def refusals(model: type[Any], fields: dict[str, object]) -> list[str]:  # Any: one function for all record types
    with pytest.raises(ValidationError) as caught:
        model.model_validate(fields)
    return [error["msg"] for error in caught.value.errors()]


def test_a_post_without_thread_and_source_is_refused() -> None:
    assert refusals(Post, {**POST, "thread": None}) == ["belongs to no thread and no source"]


def test_an_empty_post_is_refused_unless_media_stand_for_its_words() -> None:
    assert refusals(Post, {**POST, "text": " \n"}) == ["is empty"]
    assert Post.model_validate({**POST, "text": "", "media": [{"placeholder": True}]}).media[0].kind == "IMAGE"


@pytest.mark.parametrize(
    ("occurrence", "found"),
    [(3, "only 2 times"), (9, "only 2 times")],
)
def test_a_place_override_names_words_that_the_post_has(occurrence: int, found: str) -> None:
    place = {"place": None, "toponym": "Stepanakert", "occurrence": occurrence}
    assert refusals(Post, {**POST, "places": [place]}) == [f"the post has the words `Stepanakert` {found}"]


def test_a_place_override_may_speak_of_a_caption_or_a_footnote() -> None:
    fields = {
        **POST,
        "media": [{"caption": "Shushi"}],
        "footnotes": [{"marker": "[1]", "text": "Hadrut"}],
        "places": [{"place": "shushi", "toponym": "Shushi"}, {"place": None, "toponym": "Hadrut"}],
    }
    assert [place.place for place in Post.model_validate(fields).places] == ["shushi", None]
    assert refusals(Post, {**fields, "media": []}) == ["the post has the words `Shushi` nowhere"]


def test_all_the_words_that_a_post_does_not_have_are_told_each_in_its_place() -> None:
    places = [{"place": None, "toponym": name} for name in ("Hadrut", "Stepanakert", "Shushi")]
    with pytest.raises(ValidationError) as caught:
        Post.model_validate({**POST, "places": places})
    assert [error["loc"] for error in caught.value.errors()] == [("places", 0, "toponym"), ("places", 2, "toponym")]


def test_an_occurrence_is_one_as_a_word_where_there_is_any() -> None:
    fields = {**POST, "text": "Armenians of Armenia"}
    second = {"place": None, "toponym": "Armenia", "occurrence": 2}
    assert refusals(Post, {**fields, "places": [second]}) == ["the post has the words `Armenia` only once"]
    Post.model_validate({**fields, "places": [{"place": None, "toponym": "menians"}]})


def test_verbatim_text_is_not_touched() -> None:
    text = "  (1/2)\u00a0Text\r\n\n#Tag\u200b e\u0301  "
    assert Post.model_validate({**POST, "text": text}).text == text


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"latitude": 1.0}, "stands without `longitude`"),
        ({"longitude": 1.0}, "stands without `latitude`"),
        ({"precision": "EXACT"}, "is EXACT, but the place has no coordinates"),
        ({"precision": "NONE", "latitude": 1.0, "longitude": 1.0}, "is NONE, but the place has coordinates"),
        ({"label": None}, "has no name"),
        (
            {"names": [{"text": "x", "valid_from": "1991", "valid_to": "1923"}]},
            "1923-12-31 comes before valid_from, 1991-01-01",
        ),
    ],
)
def test_a_place_that_contradicts_itself_is_refused(fields: dict[str, object], message: str) -> None:
    assert refusals(PlaceRecord, {**PLACE, **fields}) == [message]


def test_a_parent_cannot_end_before_it_begins() -> None:
    assert refusals(ParentRecord, {"place": "x", "valid_from": "1991", "valid_to": "1990"}) == [
        "1990-12-31 comes before valid_from, 1991-01-01"
    ]


@pytest.mark.parametrize(
    ("fields", "name", "exactness"),
    [
        ({}, "Here", "NONE"),
        ({"label": None, "names": [{"text": "A"}, {"text": "B", "status": "PREFERRED"}]}, "B", "NONE"),
        ({"label": None, "names": [{"text": "A"}], "latitude": 1.0, "longitude": 2.0}, "A", "APPROXIMATE"),
        ({"latitude": 1.0, "longitude": 2.0, "precision": "EXACT"}, "Here", "EXACT"),
    ],
)
def test_a_place_knows_its_label_and_its_precision(fields: dict[str, object], name: str, exactness: str) -> None:
    place = PlaceRecord.model_validate({**PLACE, **fields})
    assert (place.name, place.exactness) == (name, exactness)


def test_an_alias_names_another_tag() -> None:
    assert refusals(HashtagAlias, {"name": "Armenia", "aliases": []}) != []
    assert HashtagAlias.model_validate({"name": "Armenia", "aliases": ["Arménie"]}).aliases == ("Arménie",)


def test_lists_become_tuples_and_only_lists_do() -> None:
    assert Suppress.model_validate({"handles": ["a"], "posts": ["a/1"]}).handles == ("a",)
    assert refusals(Suppress, {"handles": "a"}) != []
    assert refusals(Suppress, {"handles": {"a": 1}}) != []
