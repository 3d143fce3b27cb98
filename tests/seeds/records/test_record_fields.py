"""The single values of a record: what each kind takes, and what it says to anything else."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from seeds.records.countries import COUNTRIES
from seeds.records.fields import (
    RULES,
    URL,
    Claimant,
    Confidence,
    Count,
    Country,
    Filled,
    Flag,
    Handle,
    Hashtag,
    Key,
    Language,
    Latitude,
    Line,
    Ordinal,
    Record,
    Script,
    Text,
    Unquoted,
    Wikidata,
)


class Holder(Record):
    key: Key = "k"
    text: Text = ""
    filled: Filled = "x"
    line: Line = "x"
    handle: Handle = "x"
    hashtag: Hashtag = "x"
    script: Script = "Latn"
    wikidata: Wikidata = "Q1"
    url: URL = "https://example.org"
    language: Language = "en"
    country: Country = "AM"
    claimant: Claimant = "AM"
    count: Count = 0
    ordinal: Ordinal = 1
    latitude: Latitude = 0.0
    confidence: Confidence = 1.0
    flag: Flag = False


def held(field: str, value: object) -> object:
    return getattr(Holder.model_validate({field: value}), field)


def refusal(field: str, value: object) -> dict[str, Any]:  # Any: pydantic's own details
    with pytest.raises(ValidationError) as caught:
        Holder.model_validate({field: value})
    return dict(caught.value.errors()[0])


ACCEPTED = [
    ("key", "nkpeace"),
    ("key", "nkpeace/7/2"),
    ("key", "3-april"),
    ("handle", "CrisisGroup"),
    ("handle", "_x"),
    ("handle", "someone@example.social"),
    ("handle", "name.bsky.social"),
    ("hashtag", "NKpeace"),
    ("hashtag", "Արցախ"),
    ("hashtag", "საქართველო"),
    ("hashtag", "أرمينيا"),
    ("hashtag", "2023peace"),
    ("script", "Armn"),
    ("wikidata", "Q187732"),
    ("url", "https://example.org/a?b=c#d"),
    ("url", "HTTP://example.org"),
    ("url", "https://пример.рф/путь"),
    ("text", "tabs\tand\nbreaks\r\nand 🇦🇲 stay"),
    ("claimant", "united-nations"),
]


@pytest.mark.parametrize(("field", "value"), ACCEPTED)
def test_a_value_of_the_right_form_stays_as_it_is(field: str, value: str) -> None:
    assert held(field, value) == value


REFUSED = [
    ("key", "NKpeace"),
    ("key", "a//b"),
    ("key", "/a"),
    ("key", "a/"),
    ("key", "-a"),
    ("key", "a_b"),
    ("key", "a b"),
    ("key", "a\n"),
    ("key", "a" * 201),
    ("handle", "@CrisisGroup"),
    ("handle", "two words"),
    ("handle", "a@b@c"),
    ("hashtag", "#NKpeace"),
    ("hashtag", "two words"),
    ("hashtag", "2023"),
    ("hashtag", ""),
    ("script", "latn"),
    ("script", "Latin"),
    ("wikidata", "187732"),
    ("wikidata", "Q0"),
    ("url", "example.org"),
    ("url", "ftp://example.org"),
    ("url", "javascript:alert(1)"),
    ("url", "https://"),
    ("url", "https://a b"),
    ("url", "https://a/<script>"),
    ("url", "https://a/\n"),
    ("text", "a\x00b"),
    ("text", "a\x1bb"),
    ("text", "\ud800"),
    ("filled", ""),
    ("filled", " \n\t"),
    ("line", "x" * 501),
    ("language", "english language"),
    ("language", "e"),
    ("language", "en_GB"),
    ("country", "XX"),
    ("country", "am"),
    ("claimant", "Armenia"),
    ("ordinal", 0),
    ("ordinal", "1"),
    ("ordinal", 1.5),
    ("ordinal", True),
    ("ordinal", 2**31),
    ("count", -1),
    ("latitude", 90.5),
    ("latitude", float("nan")),
    ("latitude", float("inf")),
    ("latitude", "39.8"),
    ("confidence", 1.01),
    ("flag", 1),
    ("flag", "true"),
    ("flag", "yes"),
]


@pytest.mark.parametrize(("field", "value"), REFUSED)
def test_a_value_of_the_wrong_form_is_refused(field: str, value: object) -> None:
    assert refusal(field, value)["loc"] == (field,)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("EN", "en"),
        ("fr-ca", "fr-CA"),
        ("ZH-hant-tw", "zh-Hant-TW"),
        ("sr-latn", "sr-Latn"),
        ("und", "und"),
        ("x-foo", "x-foo"),
        ("de-de-u-co-phonebk", "de-DE-u-co-phonebk"),
        ("es-419", "es-419"),
        ("hy-arevela", "hy-arevela"),
        ("de-1996", "de-1996"),
    ],
)
def test_a_language_tag_is_kept_in_its_usual_letter_case(written: str, kept: str) -> None:
    assert held("language", written) == kept


@given(st.text(max_size=40))
def test_any_text_is_a_language_tag_or_refused_and_its_canonical_form_is_stable(text: str) -> None:
    adapter = TypeAdapter(Language)
    try:
        once = adapter.validate_python(text)
    except ValidationError:
        return
    assert adapter.validate_python(once) == once


def test_there_are_249_countries_and_kosovo() -> None:
    assert len(COUNTRIES) == 250
    assert {"AM", "AZ", "XK"} <= COUNTRIES


def test_a_country_in_small_letters_is_told_how_to_write_it() -> None:
    assert refusal("country", "am")["ctx"]["hint"] == "write `AM`"


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        ("ordinal", "7", 7),
        ("count", "0", 0),
        ("latitude", "-39.5", -39.5),
        ("latitude", "39", 39.0),
        ("confidence", "1e-1", 0.1),
        ("flag", "true", True),
        ("flag", "FALSE", False),
        ("line", "2023", "2023"),
        ("line", "no", "no"),
        ("line", "true", "true"),
    ],
)
def test_an_unquoted_scalar_becomes_what_its_field_asks_for(field: str, written: str, kept: object) -> None:
    value = held(field, Unquoted(written))
    assert value == kept
    assert type(value) is type(kept)


@pytest.mark.parametrize(
    ("field", "written", "hint"),
    [
        ("ordinal", "012", "without the leading zeros"),
        ("ordinal", "ten", "digits only"),
        ("ordinal", "1_000", "digits only"),
        ("flag", "yes", "`true` or `false`"),
        ("flag", "no", "`true` or `false`"),
        ("latitude", "39,8", "39.8153"),
        ("latitude", ".nan", "39.8153"),
        ("latitude", "0x1F", "39.8153"),
    ],
)
def test_an_unquoted_scalar_that_yaml_versions_read_differently_is_refused(field: str, written: str, hint: str) -> None:
    assert hint in refusal(field, Unquoted(written))["ctx"]["hint"]


def test_a_whole_number_counts_as_a_number() -> None:
    assert held("latitude", 40) == 40.0


def test_every_pattern_is_put_in_words() -> None:
    schema = Holder.model_json_schema()["properties"]
    patterns = {field["pattern"] for field in schema.values() if "pattern" in field}
    assert patterns == set(RULES)


def test_a_record_takes_no_unknown_field_and_no_change() -> None:
    assert refusal("colour", "red")["type"] == "extra_forbidden"
    with pytest.raises(ValidationError):
        Holder().key = "other"  # type: ignore[misc]  # frozen: that is what is tested
