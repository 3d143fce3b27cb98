"""What search reads of a post: its folded text, and the folded words of all its parts with their places."""

from collections.abc import Sequence

import orjson

from api.text.fold import fold
from api.text.words import words
from seeds.loading.parts import Part
from seeds.loading.tables import Row, row


def text_row(post_id: int, text: str, parts: Sequence[Part]) -> Row:
    """Return the row of `post_texts`: `words` as JSON `[[part, word, start, end], ...]`, offsets in code points."""
    found = [(part.name, *word) for part in parts for word in words(part.text)]
    return row(
        "post_texts",
        post_id=post_id,
        folded=fold(text),
        words=orjson.dumps(found).decode(),
        searched="".join([f" {word} " for _, word, _, _ in found]),
    )
