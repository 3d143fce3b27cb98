"""What comes with a post: links, media and footnotes."""

from api.schema.enums import MediaKind
from api.schema.promise import object_type, promised
from api.schema.references import PlaceMentionRef
from api.schema.values import Span


@object_type
class Link:
    """A link in a post, as written and, where it is known, as meant."""

    url: str | None = promised("The whole address; null where the capture shows only a shortened one.")
    displayed: str = promised("The link exactly as the text shows it, such as `pic.example/abc…`.")
    is_truncated: bool = promised("Whether what is displayed was cut short.")
    domain: str | None = promised("The host of the address in small letters, such as `example.org`.")
    span: Span | None = promised("Where it stands in the post; null for a link that the text does not show.")


@object_type
class Media:
    """An image, a video or another medium of a post. Parley holds its description, not the file."""

    kind: MediaKind = promised("What it is.")
    url: str | None = promised("Where it can be found, if known.")
    alt: str | None = promised("A text in its place, for those who do not see it.")
    caption: str | None = promised("The caption printed with it.")
    credit: str | None = promised("Whom to name as its maker.")
    licence: str | None = promised("The terms of its use.")
    is_placeholder: bool = promised("Whether only a trace of it came through, such as the word `Image` in a text.")


@object_type
class Footnote:
    """A note to an article."""

    ordinal: int = promised("Its place among the post's notes, counted from 1.")
    marker: str = promised("Its sign, exactly as written, such as `[1]`.")
    text: str = promised("What the note says.")
    anchor: Span | None = promised("Where its sign stands in the text; null where the text does not show it.")
    places: list[PlaceMentionRef] = promised("The places that the note mentions, DEMONYM included.")
