"""What search reads of a post: its folded text, and the folded words of all its parts with their places."""

from collections.abc import Sequence

from api.text import indexing
from api.text.fold import fold
from seeds.loading.tables import Row, row
from seeds.records import Part


def text_row(post_id: int, text: str, parts: Sequence[Part]) -> Row:
    """Return the row of `post_texts`."""
    indexed = indexing.index(indexing.Part(part.name, part.number, part.text) for part in parts)
    return row("post_texts", post_id=post_id, folded=fold(text), words=indexed.words, searched=indexed.searched)
