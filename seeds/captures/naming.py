"""Keys: of sources from a tag, a title or a name; of threads that begin with the same words.

What enters are words of the page; what leaves is a key of the seed format: lower-case ASCII letters, digits, hyphens.
"""

import hashlib
import re
import unicodedata

from seeds.captures.drafts import SourceDraft

LONGEST = 80
_LATIN = str.maketrans({"ə": "e", "Ə": "e", "ı": "i", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d"})


def slug(words: str) -> str:
    """Make a key; words in a script without a Latin form get a short hash, which is as stable."""
    plain = unicodedata.normalize("NFKD", words.translate(_LATIN)).lower()
    plain = re.sub(r"[\u0300-\u036f'’‘]", "", plain)
    parts = re.findall(r"[a-z0-9]+", plain)
    letters = sum(map(str.isalnum, plain))
    if letters == 0 or sum(map(len, parts)) * 2 < letters:
        return f"x-{_digest(words)}"
    return _shortened(parts)


def tell_apart(source: SourceDraft) -> None:
    """Give a thread a key of its own where an earlier one begins with the same words, as the default key would clash.

    The key is made of all its words, so that it holds wherever the thread is listed.
    """
    openings: set[str] = set()
    keys: set[str] = set()
    for number, thread in enumerate(source.threads, 1):
        opening = thread.posts[0].text
        if thread.key is None and opening in openings:
            key = f"{source.key}/{_digest(chr(10).join(post.text for post in thread.posts))}-again"
            thread.key = key if key not in keys else f"{key}-{number}"
            thread.notes.append("An earlier thread of the page begins with the same words; it may be the same one.")
        openings.add(opening)
        keys.add(thread.key or "")


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:10]


def _shortened(parts: list[str]) -> str:
    key = parts[0][:LONGEST]
    for part in parts[1:]:
        if len(key) + 1 + len(part) > LONGEST:
            break
        key += f"-{part}"
    return key
