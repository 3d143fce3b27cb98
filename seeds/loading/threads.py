"""A thread as a row, and the title it gets from its first post where it has none of its own."""

import re
from typing import Final

from api.models import identify
from seeds.loading.dates import published
from seeds.loading.handles import account_key
from seeds.loading.origins import Origin, provenance
from seeds.loading.tables import Bundle, row
from seeds.records import Thread

TITLE_LENGTH: Final = 80
_BLANKS = re.compile(r"\s+")


def thread_rows(thread: Thread, language: str | None, title: str | None, origin: Origin, revision: int) -> Bundle:
    """Return the row of a thread; `language` (its source's) and `title` are used where it has none of its own."""
    own = row(
        "threads",
        id=identify("Thread", thread.key),
        key=thread.key,
        source_id=identify("Source", thread.source),
        rank=thread.rank,
        title=thread.title or title,
        author_id=identify("Account", account_key(thread.author)) if thread.author else None,
        language=thread.language or language,
        url=thread.url,
        visible=0,
        total=thread.total,
        claimed=thread.claimed,
        **published(thread.published),
        **provenance(origin, revision),
    )
    return {"threads": [own]}


def first_words(text: str) -> str | None:
    """Return a text's first words on one line, up to 80 code points, with an ellipsis where more follow."""
    line = _BLANKS.sub(" ", text[: 4 * TITLE_LENGTH]).strip()
    if len(line) <= TITLE_LENGTH:
        return line or None
    head, _, _ = line[:TITLE_LENGTH].rpartition(" ")
    return f"{head or line[: TITLE_LENGTH - 1]}…"
