"""Source keys from a tag, a title or a name.

What enters are words of the page; what leaves is a key of the seed format: lower-case ASCII letters, digits, hyphens.
"""

import hashlib
import re
import unicodedata

LONGEST = 80
_LATIN = str.maketrans({"ə": "e", "Ə": "e", "ı": "i", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d"})


def slug(words: str) -> str:
    """Make a key; words in a script without a Latin form get a short hash, which is as stable."""
    plain = unicodedata.normalize("NFKD", words.translate(_LATIN)).lower()
    plain = re.sub(r"[\u0300-\u036f'’‘]", "", plain)
    parts = re.findall(r"[a-z0-9]+", plain)
    letters = sum(map(str.isalnum, plain))
    if letters == 0 or sum(map(len, parts)) * 2 < letters:
        return "x-" + hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return _shortened(parts)


def _shortened(parts: list[str]) -> str:
    key = parts[0][:LONGEST]
    for part in parts[1:]:
        if len(key) + 1 + len(part) > LONGEST:
            break
        key += f"-{part}"
    return key
