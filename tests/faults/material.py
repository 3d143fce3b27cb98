"""Two editions of one dataset as seed folders, so unlike that no mixture of both can pass for either.

Every post, thread and source differs between them; some posts are only in one. Each edition has a tag and an account of
its own, both share others.
"""

import json
from collections.abc import Iterator
from pathlib import Path

POSTS_IN_A_THREAD = 3
PLACES = ("Yerevan", "Baku", "Stepanakert", "Moscow", "Geneva")


def write_edition(folder: Path, letter: str, posts: int) -> Path:
    """Write an edition of about so many posts, A or B, into a new folder; return it."""
    folder.mkdir(parents=True)
    lines = "".join(f"{json.dumps(record)}\n" for record in records(letter, posts))
    (folder / "letters.ndjson").write_text(lines, encoding="utf-8")
    return folder


def records(letter: str, posts: int) -> Iterator[dict[str, object]]:
    """Yield the source, then each thread with its posts. B leaves out the first tenth of A's and goes on further."""
    first = posts // (POSTS_IN_A_THREAD * 10) if letter == "B" else 0
    threads = range(first, first + max(posts // POSTS_IN_A_THREAD, 1))
    yield {"type": "source", "key": "letters", "kind": "THREAD_LISTING", "title": f"Letters, edition {letter}"}
    for rank, thread in enumerate(threads, 1):
        key = f"letters/{thread}"
        yield {"type": "thread", "key": key, "source": "letters", "rank": rank, "title": f"{letter} {thread}"}
        for position in range(1, POSTS_IN_A_THREAD + 1):
            yield {
                "type": "post",
                "key": f"{key}/{position}",
                "thread": key,
                "position": position,
                "language": "en",
                "text": text(letter, thread, position),
            }


def text(letter: str, thread: int, position: int) -> str:
    """One sentence, with a tag, a place and an account that tell the edition."""
    place = PLACES[(thread + position + (letter == "B")) % len(PLACES)]
    return (
        f"Letter {thread}.{position} of edition {letter} came from {place}. #Edition{letter} #letters @writer_{letter}"
    )
