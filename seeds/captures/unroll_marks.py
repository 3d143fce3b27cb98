"""The words that Thread Reader and its kin put around the threads they show.

What enters is a line; what leaves is what it says: a thread's date and count, its writer, or nothing but the site.
"""

import re
from dataclasses import dataclass

from seeds.captures.dates import read_date
from seeds.captures.drafts import Published

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)"
_STATS = re.compile(
    rf"(?P<before>(?:.*?\bProfile picture\b(?:\s*[/|•·])?)?\s*)(?P<date>{_DAY})?\s*[,•·]?\s*"
    r"(?P<total>\d[\d,]{0,8}) tweets?\s*[,•·]?\s*\d+ min read"
    r"(?:\s*(?:Read on (?:X|Twitter)|My Authors|Read all threads|Scrolly|Bookmark))*"
)
_PICTURE = re.compile(r"(?P<name>.*\S)\s+Profile picture(?:\s*[/|•·])?\s*")
_DAY_LINE = re.compile(_DAY)
_MORE = re.compile(r"\s*More from @(?P<handle>[A-Za-z0-9_]{1,30})\s*")
_FOLLOW = re.compile(r"\s*You can follow @(?P<handle>[A-Za-z0-9_]{1,30})\.?\s*")
LONGEST_NAME = 80
WORDS_OF_A_NAME = 5


@dataclass(frozen=True, slots=True)
class Stats:
    """The line "Jan 16, 2020 85 tweets 155 min read": `end` is where it ends, for words glued behind it."""

    total: int
    published: Published | None
    writer: str | None
    notes: tuple[str, ...]
    end: int


def read_stats(line: str) -> Stats | None:
    """Read a thread's date and count."""
    found = _STATS.match(line)
    if found is None:
        return None
    date = read_date(found["date"]) if found["date"] else None
    notes = date.notes if date else ()
    published = date.published if date else None
    return Stats(int(found["total"].replace(",", "")), published, writer(found["before"]), notes, found.end())


def writer(line: str) -> str | None:
    """Read the writer's name from "NAME Profile picture"."""
    found = _PICTURE.fullmatch(line)
    return found["name"].strip() if found and len(found["name"].strip()) <= LONGEST_NAME else None


def is_name(words: str) -> bool:
    """Whether words are as few as a name's: a sentence may end in "Profile picture" too."""
    return len(words.split()) <= WORDS_OF_A_NAME


def handle(line: str) -> str | None:
    """Read the writer's handle from "More from @x" or "You can follow @x."."""
    found = _MORE.fullmatch(line) or _FOLLOW.fullmatch(line)
    return found["handle"] if found else None


def opens_more(line: str) -> bool:
    """Whether further threads by the same writer begin below."""
    return _MORE.fullmatch(line) is not None


def is_day(line: str) -> bool:
    """Whether a line is a date and nothing else, as above each of the further threads."""
    return _DAY_LINE.fullmatch(line.strip()) is not None
