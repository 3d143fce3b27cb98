"""The parts of a post in which words can be found: its text, title, standfirst, captions and footnotes."""

from collections.abc import Iterator
from dataclasses import dataclass

from api.text.spans import Span
from seeds.loading.tables import Value
from seeds.records import Post

_SPAN = ("start", "end", "start_utf16", "end_utf16", "start_utf8", "end_utf8")
NO_SPAN: dict[str, Value] = {f"span_{name}": None for name in ("part", "text", *_SPAN)}


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its name as in `TextPart`, its text as written, and the ordinal of a caption's medium or of a footnote.

    Captions and footnotes are several parts of one name: offsets are those of the one caption or note.
    """

    name: str
    text: str
    number: int | None = None

    @property
    def footnote(self) -> int | None:
        """The ordinal of the footnote, where it is one."""
        return self.number if self.name == "FOOTNOTE" else None


def parts_of(post: Post) -> Iterator[Part]:
    """Yield the parts of a post in the order in which people read them."""
    if post.title:
        yield Part("TITLE", post.title)
    if post.standfirst:
        yield Part("STANDFIRST", post.standfirst)
    yield Part("TEXT", post.text)
    yield from (Part("CAPTION", one.caption, number) for number, one in enumerate(post.media, 1) if one.caption)
    yield from (Part("FOOTNOTE", note.text, number) for number, note in enumerate(post.footnotes, 1))


def span_columns(span: Span, part: Part) -> dict[str, Value]:
    """Return the columns of a span of that part, its words being the slice of the part."""
    columns: dict[str, Value] = {f"span_{name}": getattr(span, name) for name in _SPAN}
    return columns | {"span_part": part.name, "span_text": part.text[span.start : span.end]}
