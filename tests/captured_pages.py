"""Captures for the tests: pages of our own sentences, and what an import makes of them."""

from typing import Any  # a seed is nested as its format is: the tests look into it by key

from seeds.captures import import_capture

HEAD = "Discover and read the best of Twitter Threads about #Lakeside\n\nMost recents ({n})\n\n"
FOOT = "\nRelated hashtags\n\nDid Thread Reader help you today?\n\nMoney helps us ($1).\n\nThank you!"
LONG = "The mill by the lake was built by three brothers and burned down twice. " * 3 + "It stands again today. "
"""Sentences of 239 characters: with 42 more they are too long for a post."""


def page(*threads: str, stated: int | None = None) -> str:
    """A hashtag page of threads, each with its count below it."""
    return HEAD.format(n=len(threads) if stated is None else stated) + "".join(threads) + FOOT


def source(text: str, name: str = "page.txt", kind: str | None = None, url: str | None = None) -> Any:
    """The one source of an imported capture."""
    seed: Any = import_capture(text, name=name, kind=kind, url=url).seed
    (found,) = seed["sources"]
    return found


def thread(*lines: str, total: int = 3) -> Any:
    """The one thread of a hashtag page that shows these lines."""
    return source(page("\n".join(lines) + f"\nRead {total} tweets\n"))["threads"][0]


def texts(found: Any) -> list[str]:
    """The texts of a thread's posts."""
    return [post["text"] for post in found["posts"]]
