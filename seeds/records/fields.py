"""The kinds of text, number and choice a seed's fields are made of.

What enters is a value as YAML or JSON gave it; what leaves is plain text, a whole number, a float or a bool. Most rules
are patterns, checked by pydantic's Rust core and published in the JSON Schema; `RULES` says each of them in words.
"""

import re
from functools import lru_cache
from typing import Annotated, Final, Literal, NamedTuple, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints
from pydantic_core import PydanticCustomError

from seeds.records.countries import COUNTRIES


class Unquoted(str):
    """A YAML scalar without quotes: text, unless the field it fills asks for a number or a yes or no."""

    __slots__ = ()


class Rule(NamedTuple):
    """A pattern in words: what is wrong with a value that breaks it, and what to write instead."""

    message: str
    hint: str | None = None


# C0 controls but tab, line feed and carriage return; the two non-characters: neither PostgreSQL nor XML takes them all.
_TEXT = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]*$"
_FILLED = (
    r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]*[^\x00-\x20\ufffe\uffff][^\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]*$"
)
_KEY = r"^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*$"
_HANDLE = r"^[A-Za-z0-9_][A-Za-z0-9_.-]*(@[A-Za-z0-9][A-Za-z0-9.-]*)?$"
# The marks beside letters and digits are those that twitter-text lets into a tag: joiners, middle dots, Hebrew points.
_TAG_SIGNS = r"_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7"
_HASHTAG = rf"^[\p{{L}}\p{{M}}\p{{Nd}}{_TAG_SIGNS}]*[\p{{L}}\p{{M}}][\p{{L}}\p{{M}}\p{{Nd}}{_TAG_SIGNS}]*$"
_SCRIPT = r"^[A-Z][a-z]{3}$"
_WIKIDATA = r"^Q[1-9][0-9]*$"
_URL = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#\\<>\x22\x00-\x20\x7f]+[^\s\\<>\x22\x00-\x20\x7f]*$"

RULES: Final = {
    _TEXT: Rule("holds a control character", "only tabs and line breaks are text"),
    _FILLED: Rule("is empty, or holds a control character", "only tabs and line breaks are text"),
    _KEY: Rule(
        "is not a key: small letters a-z, digits and hyphens, in segments joined by `/`", "write it like `nkpeace/7`"
    ),
    _HANDLE: Rule("is not a handle", "write it without @ and blanks: `CrisisGroup`, `name@example.social`"),
    _HASHTAG: Rule("is not a hashtag", "write it without # and blanks, with a letter in it: `NKpeace`"),
    _SCRIPT: Rule("is not a script of ISO 15924", "write its four letters, the first one large: `Latn`, `Armn`"),
    _WIKIDATA: Rule("is not a Wikidata item", "write it like `Q187732`"),
    _URL: Rule("is not an address on the web", "write it whole, with http:// or https://"),
}

# RFC 5646, section 2.1: language, extended language, script, region, variants, extensions, private use.
_LANGUAGE: Final = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"
    r"|x(?:-[a-z0-9]{1,8})+"
)


@lru_cache(maxsize=1024)
def _language(value: str) -> str:
    """The tag in the letter case of RFC 5646, section 2.1.1: `zh-Hant-TW`."""
    lowered = value.lower()
    if len(value) > 35 or not _LANGUAGE.fullmatch(lowered):
        raise PydanticCustomError(
            "language",
            "`{value}` is not a language tag of BCP 47",
            {"value": value, "hint": "write it like `en`, `fr-CA`"},
        )
    parts = lowered.split("-")
    singleton = next((place for place, part in enumerate(parts) if len(part) == 1), len(parts))
    cased = [
        part.upper() if len(part) == 2 else part.title() if len(part) == 4 and part.isalpha() else part
        for part in parts[1:singleton]
    ]
    return "-".join([parts[0], *cased, *parts[max(singleton, 1) :]])


def _country(value: str) -> str:
    if value in COUNTRIES:
        return value
    hint = f"write `{value.upper()}`" if value.upper() in COUNTRIES else "write two large letters: `AM`, `AZ`"
    raise PydanticCustomError("country", "`{value}` is not a country of ISO 3166-1", {"value": value, "hint": hint})


def _claimant(value: str) -> str:
    if value in COUNTRIES or re.fullmatch(_KEY, value):
        return value
    hint = "write a country (`AM`), or a key (`united-nations`) for a party that has no code"
    raise PydanticCustomError("claimant", "`{value}` is neither a country nor a key", {"value": value, "hint": hint})


def _whole(value: object) -> object:
    """An unquoted YAML scalar as a whole number. `012` is refused: YAML 1.1 and 1.2 read it differently."""
    if not isinstance(value, Unquoted):
        return value
    if re.fullmatch(r"[-+]?(0|[1-9][0-9]{0,17})", value):
        return int(value)
    hint = "write it without the leading zeros" if re.fullmatch(r"[-+]?0[0-9]+", value) else "write digits only: `12`"
    raise PydanticCustomError("whole", "`{value}` is not a whole number", {"value": str(value), "hint": hint})


def number(value: object) -> object:
    """An unquoted YAML scalar as a number; what is no such scalar, or not numeric, as it was."""
    if isinstance(value, Unquoted) and re.fullmatch(
        r"[-+]?(0|[1-9][0-9]{0,17})(\.[0-9]{1,40})?([eE][-+]?[0-9]{1,3})?", value
    ):
        return float(value)
    return float(value) if type(value) is int and abs(value) < 2**53 else value


def _number(value: object) -> object:
    read = number(value)
    if isinstance(read, Unquoted):
        raise PydanticCustomError(
            "number", "`{value}` is not a number", {"value": str(read), "hint": "write it like `39.8153`"}
        )
    return read


def _flag(value: object) -> object:
    """An unquoted YAML scalar as true or false, the only two words that YAML 1.2 has for it."""
    if not isinstance(value, Unquoted):
        return value
    if value in {"true", "True", "TRUE", "false", "False", "FALSE"}:
        return value.lower() == "true"
    raise PydanticCustomError(
        "flag", "`{value}` is neither true nor false", {"value": str(value), "hint": "write `true` or `false`"}
    )


class Record(BaseModel):
    """What all records share: nothing undeclared, nothing converted silently, nothing changed afterwards."""

    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, use_attribute_docstrings=True, allow_inf_nan=False
    )


Text = Annotated[str, StringConstraints(pattern=_TEXT)]
Filled = Annotated[str, StringConstraints(pattern=_FILLED)]
Line = Annotated[str, StringConstraints(pattern=_FILLED, max_length=500)]
Key = Annotated[str, StringConstraints(pattern=_KEY, max_length=200)]
Handle = Annotated[str, StringConstraints(pattern=_HANDLE, max_length=200)]
Hashtag = Annotated[str, StringConstraints(pattern=_HASHTAG, max_length=200)]
Script = Annotated[str, StringConstraints(pattern=_SCRIPT)]
Wikidata = Annotated[str, StringConstraints(pattern=_WIKIDATA, max_length=20)]
URL = Annotated[str, StringConstraints(pattern=_URL, max_length=2000)]
Language = Annotated[str, AfterValidator(_language)]
Country = Annotated[str, AfterValidator(_country)]
Claimant = Annotated[str, AfterValidator(_claimant)]
Count = Annotated[int, BeforeValidator(_whole), Field(ge=0, le=2**31 - 1)]
Ordinal = Annotated[int, BeforeValidator(_whole), Field(ge=1, le=2**31 - 1)]
Latitude = Annotated[float, BeforeValidator(_number), Field(ge=-90, le=90)]
Longitude = Annotated[float, BeforeValidator(_number), Field(ge=-180, le=180)]
Confidence = Annotated[float, BeforeValidator(_number), Field(ge=0, le=1)]
Flag = Annotated[bool, BeforeValidator(_flag)]

T = TypeVar("T")
Several = Annotated[tuple[T, ...], Strict(False)]  # a tuple is what stays; strict pydantic would take nothing else in

SourceKind = Literal["THREAD_LISTING", "ARTICLE", "FEED", "ARCHIVE", "DATASET"]
PostKind = Literal["POST", "ARTICLE"]
PlaceKind = Literal["COUNTRY", "REGION", "CITY", "TOWN", "VILLAGE", "WATER", "OTHER"]
GeoPrecision = Literal["EXACT", "CENTROID", "APPROXIMATE", "NONE"]
MentionRole = Literal["LOCATION", "METONYM", "DEMONYM", "HASHTAG", "FLAG", "ORGANISATION"]
NameStatus = Literal["PREFERRED", "VARIANT", "HISTORIC"]
ParentRelation = Literal["PART_OF", "ADMINISTERED_BY", "CLAIMED_BY", "RECOGNISED_AS"]
MediaKind = Literal["IMAGE", "VIDEO", "AUDIO", "OTHER"]
Basis = Literal["DECLARED", "IN_TEXT", "DETECTED", "ASSERTED"]
DatePrecision = Literal["INSTANT", "DAY", "MONTH", "YEAR", "RANGE"]
