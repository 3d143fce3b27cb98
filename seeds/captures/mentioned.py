"""Whom a status mentions: its HTML and what its server knows of it enter; hints and notes for a reviewer leave.

Servers show `@ann` of ann@lake.example and of ann@hill.example alike. The text stays as it is shown; a hint says whom
it means, by the link behind the words.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from html import unescape

from seeds.captures.answers import Answer
from seeds.captures.drafts import PostDraft
from seeds.captures.fitting import fitting_handle
from seeds.captures.hosts import full_handle, host_of
from seeds.extraction.mentions import find_mentions

_LINK = re.compile(r"(?P<tag><a\b[^<>]*>)(?P<words>(?:(?!</?a\b).)*)</a\s*>", re.DOTALL | re.IGNORECASE)
_HREF = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_MARKED = re.compile(r"""\sclass\s*=\s*["'][^"']*\bmention\b""", re.IGNORECASE)
Known = Sequence[tuple[str | None, str]]
"""Addresses and full handles of those whom a server says that a status mentions."""


def tell_mentions(post: PostDraft, status: Answer, home: str | None) -> None:
    """Add to a post whom it mentions, where the words alone do not tell, and a note where nothing does."""
    known = [(one.text("url"), one.text("acct")) for one in status.list("mentions")]
    whole = [(url, full_handle(acct, host_of(url) or home)) for url, acct in known if acct]
    means = linked(status.text("content") or "", whole)
    for spelling in _spellings(post):
        meant = means.get(spelling.casefold()) or _named(spelling, whole)
        handles = sorted(filter(None, map(fitting_handle, meant)))
        if len(handles) == 1:
            post.mentions.append({"mention": spelling, "account": handles[0]})
        elif handles:
            post.notes.append(f"«@{spelling}» means {' and '.join(handles)} here, and is taken for neither.")
        else:
            post.notes.append(f"«@{spelling}» is linked to no account, so its server is not known.")


def linked(html: str, known: Known) -> Mapping[str, set[str]]:
    """Return the full handles behind the links of a text, by the name that each shows, in small letters.

    An account is known by its address, then by its name, then by the host that the link leads to.
    """
    means: defaultdict[str, set[str]] = defaultdict(set)
    for found in _LINK.finditer(html) if "@" in html else ():
        shown = unescape(re.sub(r"<[^<>]*>", "", found["words"])).strip()
        href = _HREF.search(found["tag"])
        if href and re.fullmatch(r"@[\w.-]+", shown):
            marked = _MARKED.search(found["tag"]) is not None
            if handle := _handle(shown[1:], unescape(href[1] or href[2] or ""), known, marked=marked):
                means[shown[1:].casefold()].add(handle)
    return means


def _handle(name: str, address: str, known: Known, *, marked: bool) -> str | None:
    handles = [handle for url, handle in known if url == address]
    if handles or not marked:
        return handles[0] if handles else None
    named = _named(name, known)
    return named.pop() if len(named) == 1 else full_handle(name, host_of(address))


def _named(name: str, known: Known) -> set[str]:
    return {handle for _, handle in known if handle.split("@")[0].casefold() == name.casefold()}


def _spellings(post: PostDraft) -> list[str]:
    """The mentions that the loader will find, each once."""
    found = [one.spelling for words in (post.text, post.title or "") for one in find_mentions(words)]
    return list({spelling.casefold(): spelling for spelling in found}.values())
