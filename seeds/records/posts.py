"""Posts, articles among them, and what is attached to them."""

from typing import Self

from pydantic import ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from seeds.records.dates import Published
from seeds.records.fields import (
    URL,
    Confidence,
    Filled,
    Flag,
    Handle,
    Hashtag,
    Key,
    Language,
    Line,
    MediaKind,
    MentionRole,
    Ordinal,
    PostKind,
    Record,
    Several,
    Text,
)
from seeds.records.parts import occurrences, parts_of


class Media(Record):
    """An image, a film or a sound. A placeholder stands for one that the capture only announces."""

    kind: MediaKind = "IMAGE"
    url: URL | None = None
    alt: Text | None = None
    caption: Text | None = None
    credit: Line | None = None
    licence: Line | None = None
    placeholder: Flag = False
    review: Text | None = None


class LinkHint(Record):
    """Where a link leads whose text is shortened, or was erased by the capture."""

    displayed: Line
    """The link as the text writes it."""
    url: URL | None = None
    review: Text | None = None


class FootnoteRecord(Record):
    """A note below the text. Its anchor is the place of `marker` in the text."""

    marker: Line
    text: Filled
    paragraph: Ordinal | None = None
    """Which paragraph holds the marker, from 1, where it stands in several."""
    review: Text | None = None


class PlaceOverride(Record):
    """A place that the gazetteer would miss or mistake. `place: null` says that these words name no place."""

    place: Key | None
    toponym: Line
    """The words, exactly as the post has them."""
    occurrence: Ordinal = 1
    """Which of their occurrences is meant, from 1."""
    role: MentionRole = "LOCATION"
    confidence: Confidence = 1.0
    review: Text | None = None


class MentionHint(Record):
    """Whom a mention means that does not say it: a server shows `@ann` of ann@lake.example and of ann@hill.example."""

    mention: Handle
    """The handle as the post mentions it, without @, in large or small letters."""
    account: Handle
    review: Text | None = None


def _times(count: int) -> str:
    return {0: "nowhere", 1: "only once"}.get(count, f"only {count} times")


def _mentions(post: "PostContent", handle: str) -> bool:
    words = handle.casefold()
    return any(sign + words in part.text.casefold() for part in parts_of(post) for sign in "@＠")


class PostContent(Record):
    """What a post says, wherever it is written."""

    kind: PostKind = "POST"
    text: Text
    """Verbatim: markers, reply heads and the word Image stay in it. Empty only where media stand for it."""
    marker: Line | None = None
    """The author's own numbering, verbatim: "(1/14)"."""
    author: Handle | None = None
    url: URL | None = None
    language: Language | None = None
    published: Published | None = None
    title: Line | None = None
    standfirst: Text | None = None
    hashtags: Several[Hashtag] = ()
    """Tags that somebody gives this post without its text showing them."""
    media: Several[Media] = ()
    links: Several[LinkHint] = ()
    footnotes: Several[FootnoteRecord] = ()
    places: Several[PlaceOverride] = ()
    mentions: Several[MentionHint] = ()
    review: Text | None = None
    """A note about what could not be decided; never published."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.media and not self.text.strip():
            raise PydanticCustomError("empty", "is empty", {"path": ("text",), "hint": "only a post with media may be"})
        return self

    @model_validator(mode="after")
    def _holds_what_it_speaks_of(self) -> Self:
        faults: list[InitErrorDetails] = []
        for index, override in enumerate(self.places):
            found = len(occurrences(override.toponym, parts_of(self)))
            if found < override.occurrence:
                context = {"toponym": override.toponym, "found": _times(found)}
                error = PydanticCustomError("toponym", "the post has the words `{toponym}` {found}", context)
                faults.append({"type": error, "loc": ("places", index, "toponym"), "input": override.toponym})
        for index, hint in enumerate(self.mentions):
            if not _mentions(self, hint.mention):
                error = PydanticCustomError("mention", "the post mentions no `@{mention}`", {"mention": hint.mention})
                faults.append({"type": error, "loc": ("mentions", index, "mention"), "input": hint.mention})
        if faults:  # all of them at once: a single error would hide the others until it is mended
            raise ValidationError.from_exception_data("toponym", faults)
        return self


class Post(PostContent):
    """A post as it leaves: its key and its position are known, and its thread or, without one, its source."""

    key: Key
    position: Ordinal
    """Its place in the thread, from 1; without a thread, in its source."""
    thread: Key | None = None
    source: Key | None = None

    @model_validator(mode="after")
    def _belongs_somewhere(self) -> Self:
        if self.thread is None and self.source is None:
            hint = "write `thread: <its key>`, or `source: <its key>` for a post without a thread"
            raise PydanticCustomError("homeless", "belongs to no thread and no source", {"hint": hint})
        return self
