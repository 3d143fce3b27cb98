"""What is said of the whole: its name, the accounts, tags that mean the same, and what is never to be shown."""

from typing import Annotated

from pydantic import Field

from seeds.records.fields import URL, Handle, Hashtag, Key, Line, Record, Several, Text


class Dataset(Record):
    """The dataset's name, and how to cite it."""

    name: Line
    citation: Text | None = None
    review: Text | None = None


class Account(Record):
    """An account that writes or is mentioned; only needed where more than its handle is known."""

    handle: Handle
    """Without @."""
    display_name: Line | None = None
    review: Text | None = None


class HashtagAlias(Record):
    """Tags of other languages or spellings that mean this one: curated, never guessed."""

    name: Hashtag
    aliases: Annotated[Several[Hashtag], Field(min_length=1)]
    review: Text | None = None


class Suppress(Record):
    """What is never loaded again, whatever the seeds hold: accounts, addresses, posts."""

    handles: Several[Handle] = ()
    urls: Several[URL] = ()
    posts: Several[Key] = ()
    review: Text | None = None
