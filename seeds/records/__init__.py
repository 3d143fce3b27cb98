"""The seed format, version 1: what a source, a thread, a post, a place may say, and what a mistake in it is called.

What enters is parsed YAML or JSON; what leaves are frozen records whose dates are ranges, whose texts are verbatim.
`Source`, `Thread`, `Post`, `PlaceRecord`, `Account`, `HashtagAlias`, `Dataset` and `Suppress` are what the loader gets;
`SeedFile` is the nested form, as a person writes it.
"""

from seeds.records.dataset import Account, Dataset, HashtagAlias, Suppress
from seeds.records.dates import UncertainDate, parse_days, parse_instant, parse_uncertain
from seeds.records.fields import RULES, Basis, DatePrecision, Record, Unquoted
from seeds.records.parts import Part, occurrences, parts_of
from seeds.records.places import DemonymRecord, ParentRecord, PlaceNameRecord, PlaceRecord
from seeds.records.posts import FootnoteRecord, LinkHint, Media, MentionHint, PlaceOverride, Post
from seeds.records.publishing import json_schema, schema_text
from seeds.records.seedfile import FORMAT_VERSION, SeedFile
from seeds.records.sources import RelatedItem, Source, Thread

__all__ = [
    "FORMAT_VERSION",
    "RULES",
    "Account",
    "Basis",
    "Dataset",
    "DatePrecision",
    "DemonymRecord",
    "FootnoteRecord",
    "HashtagAlias",
    "LinkHint",
    "Media",
    "MentionHint",
    "ParentRecord",
    "Part",
    "PlaceNameRecord",
    "PlaceOverride",
    "PlaceRecord",
    "Post",
    "Record",
    "RelatedItem",
    "SeedFile",
    "Source",
    "Suppress",
    "Thread",
    "UncertainDate",
    "Unquoted",
    "json_schema",
    "occurrences",
    "parse_days",
    "parse_instant",
    "parse_uncertain",
    "parts_of",
    "schema_text",
]
