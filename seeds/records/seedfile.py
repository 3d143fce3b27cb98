"""A seed file of format version 1 as a person writes it: nested, with keys, ranks and positions left out where wanted.

Reading takes such a file apart and fills in what was left out; these shapes give editors the published JSON Schema.
"""

from typing import Final, Literal

from pydantic import Field

from seeds.records.dataset import Account, Dataset, HashtagAlias, Suppress
from seeds.records.fields import Key, Ordinal, Record, Several, Text
from seeds.records.places import PlaceRecord
from seeds.records.posts import PostContent
from seeds.records.sources import Source, ThreadContent

FORMAT_VERSION: Final = 1


class NestedPost(PostContent):
    """A post, written inside its thread or its source."""

    key: Key | None = None
    """By default the thread's (or the source's) key, a slash and the position."""
    position: Ordinal | None = None
    """By default its place in the list, from 1."""


class FlatPost(NestedPost):
    """A post that names its thread, or without one its source."""

    thread: Key | None = None
    source: Key | None = None


class NestedThread(ThreadContent):
    """A thread, written inside its source."""

    key: Key | None = None
    """By default the source's key, a slash and ten digits of its first post's SHA-256."""
    rank: Ordinal | None = None
    """Its place in the listing; by default its place in the list, from 1."""
    posts: Several[NestedPost] = ()


class FlatThread(NestedThread):
    """A thread that names its source."""

    source: Key


class NestedSource(Source):
    """A source with what it lists: its threads, and posts without a thread."""

    threads: Several[NestedThread] = ()
    posts: Several[NestedPost] = ()


class SeedFile(Record):
    """One file of a seed: any part of a dataset. Files of a folder may refer to each other."""

    parley: Literal[1] = Field(description="The version of this format: 1.")
    dataset: Dataset | None = None
    sources: Several[NestedSource] = ()
    threads: Several[FlatThread] = ()
    posts: Several[FlatPost] = ()
    places: Several[PlaceRecord] = ()
    accounts: Several[Account] = ()
    hashtag_aliases: Several[HashtagAlias] = ()
    suppress: Suppress | None = None
    review: Text | None = None
