"""All a text names, in one pass: text enters, hashtags, mentions, links and places leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from api.text.spans import Span
from seeds.extraction.gazetteer import Gazetteer
from seeds.extraction.hashtags import Hashtag, find_hashtags
from seeds.extraction.links import Link, find_links
from seeds.extraction.mentions import Mention, find_mentions
from seeds.extraction.places import PlaceMatch, find_places


@dataclass(frozen=True, slots=True)
class Entities:
    """What one part of a post names, each in text order."""

    hashtags: tuple[Hashtag, ...]
    mentions: tuple[Mention, ...]
    links: tuple[Link, ...]
    places: tuple[PlaceMatch, ...]


class WordsJSON(TypedDict):
    """Words and where they stand, in code points; only the span of a tag or mention includes its sign."""

    text: str
    start: int
    end: int


class PlaceJSON(TypedDict):
    """A place and the words that name it, in code points."""

    place: str
    toponym: str
    start: int
    end: int
    role: str
    confidence: float


class EntitiesJSON(TypedDict):
    """Entities as `parley seed entities` prints them."""

    hashtags: list[WordsJSON]
    mentions: list[WordsJSON]
    links: list[WordsJSON]
    places: list[PlaceJSON]


def extract(text: str, gazetteer: Gazetteer, part: str = "TEXT") -> Entities:
    """Find all that `text`, one `part` of a post, names. Links first: within them nothing else is found."""
    links = find_links(text, part)
    linked = [link.span for link in links]
    hashtags = find_hashtags(text, linked, part)
    mentions = find_mentions(text, linked, part)
    places = find_places(text, gazetteer, hashtags, part, _in_order(linked, [mention.span for mention in mentions]))
    return Entities(hashtags, mentions, links, places)


def as_json(entities: Entities) -> EntitiesJSON:
    """Return the entities as plain lists and dictionaries, ready to be written as JSON."""
    return {
        "hashtags": [_words(hashtag.spelling, hashtag.span) for hashtag in entities.hashtags],
        "mentions": [_words(mention.spelling, mention.span) for mention in entities.mentions],
        "links": [_words(link.displayed, link.span) for link in entities.links],
        "places": [_place(place) for place in entities.places],
    }


def _in_order(links: list[Span], mentions: list[Span]) -> Sequence[Span]:
    return sorted((*links, *mentions), key=lambda span: span.start) if links and mentions else links or mentions


def _words(text: str, span: Span) -> WordsJSON:
    return {"text": text, "start": span.start, "end": span.end}


def _place(match: PlaceMatch) -> PlaceJSON:
    return {
        "place": match.place,
        "toponym": match.toponym,
        "start": match.span.start,
        "end": match.span.end,
        "role": match.role,
        "confidence": match.confidence,
    }
