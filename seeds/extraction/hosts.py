"""Hosts: text enters, the addresses in it leave as `start, end, host`, in linear time.

A host is sought in the longest runs of code points that twitter-text allows in one. Its last label that starts with a
top-level domain ends it; what stands behind (port, path, query) is read with twitter-text's own expressions. (The
package's own search takes 0.2 s for `a.` written 200 times, four times as long for 400, hence this one.)
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# The package ships no type information; what we take are compiled patterns and the insides of character classes.
from twitter_text.regexp.directional_markers_group import directional_markers_group  # type: ignore[import-untyped]
from twitter_text.regexp.invalid_chars_group import invalid_chars_group  # type: ignore[import-untyped]
from twitter_text.regexp.latin_accent_chars import latin_accent_chars  # type: ignore[import-untyped]
from twitter_text.regexp.spaces_group import spaces_group  # type: ignore[import-untyped]
from twitter_text.regexp.valid_cctld import valid_cctld  # type: ignore[import-untyped]
from twitter_text.regexp.valid_general_url_path_chars import (  # type: ignore[import-untyped]
    valid_general_url_path_chars,
)
from twitter_text.regexp.valid_gtld import valid_gtld  # type: ignore[import-untyped]
from twitter_text.regexp.valid_tco_url import valid_tco_url  # type: ignore[import-untyped]
from twitter_text.regexp.valid_url_balanced_parens import valid_url_balanced_parens  # type: ignore[import-untyped]
from twitter_text.regexp.valid_url_query_chars import valid_url_query_chars  # type: ignore[import-untyped]
from twitter_text.regexp.valid_url_query_ending_chars import (  # type: ignore[import-untyped]
    valid_url_query_ending_chars,
)

_RUN = re.compile(
    rf"[^!'#%&()*+,\\/:;<=>?@\[\]^{{|}}~${spaces_group}{invalid_chars_group}{directional_markers_group}]+"
)
_TOP_LEVEL = re.compile(rf"{valid_gtld.pattern}|{valid_cctld.pattern}|xn--[-0-9a-z]+", re.IGNORECASE)
_PATH = re.compile(rf"/(?:{valid_general_url_path_chars.pattern}|{valid_url_balanced_parens.pattern})*", re.IGNORECASE)
_NOT_AT_THE_END = "!*';:,.$%[]–~@|&"  # a path may hold these signs, not end with them
_QUERY = re.compile(rf"\?{valid_url_query_chars.pattern}*{valid_url_query_ending_chars.pattern}", re.IGNORECASE)
_PORT = re.compile(r":[0-9]+")
_PLAIN_CHARACTER = f"[-a-z0-9{latin_accent_chars.pattern}]"
_PLAIN_HOST = re.compile(rf"(?:{_PLAIN_CHARACTER}+\.)+{_PLAIN_CHARACTER}*", re.IGNORECASE)
_PROTOCOL = re.compile(r"(?<![A-Za-z0-9@＠$#＃])https?://\Z", re.IGNORECASE)
_LONGEST = 4096  # code points of an address
_LONGEST_SLUG = 40  # of a t.co address


class Address(NamedTuple):
    """An address `start:end` in code points, and its host as written."""

    start: int
    end: int
    host: str


def find_addresses(text: str) -> Iterator[Address]:
    """Find the addresses of `text` in order, with a protocol or without, but never one of electronic mail."""
    position = linked = 0  # where to look on; where the last address ended, which the next one may not touch
    while run := _RUN.search(text, position):
        start, position = run.span()
        if "." not in run[0]:
            continue
        protocol = _PROTOCOL.search(text, max(start - 8, 0), start)
        if protocol and (protocol.start() > linked or not linked):
            end, addresses = _with_protocol(text, protocol.start(), start, position)
        else:
            end, addresses = _without_protocol(text, start + (start == linked > 0), position)
        if end:
            position = linked = end
        yield from addresses


def _with_protocol(text: str, protocol: int, start: int, end: int) -> tuple[int, list[Address]]:
    host_end = _host_end(text, start, end)
    if not host_end:
        return 0, []
    host = text[start:host_end]
    tail_end = _tail_end(text, host_end)
    url_end = tail_end
    if shortened := valid_tco_url.match(text[protocol:tail_end]):
        # A t.co address is its slug (and query) alone: what follows it is prose.
        url_end = protocol + shortened.end()
        if len(shortened[1]) > _LONGEST_SLUG:
            return tail_end, []
    if url_end - protocol > _LONGEST or not _is_encodable(host):
        return tail_end, []
    return tail_end, [Address(protocol, url_end, host)]


def _without_protocol(text: str, start: int, end: int) -> tuple[int, list[Address]]:
    """Read a run of other letters around plain hosts: `見てexample.comです` holds one."""
    before = text[start - 1] if start else " "
    if start == end or text[start] in "-._" or before in "-_./@＠$#＃" or (before.isascii() and before.isalnum()):
        return 0, []
    host_end = _host_end(text, start, end)
    if not host_end:
        return 0, []
    tail_end = host_end
    addresses = []
    for plain in _PLAIN_HOST.finditer(text, start, host_end):
        plain_end = _last_top_level(text, *plain.span())
        if plain_end and _is_encodable(text[plain.start() : plain_end]):
            url_end = plain_end
            if plain_end == host_end:
                url_end = tail_end = _tail_end(text, host_end)
            addresses.append(Address(plain.start(), url_end, text[plain.start() : plain_end]))
    return tail_end, addresses


def _host_end(text: str, start: int, end: int) -> int:
    """Return where the host that begins at `start` ends, at the latest at `end`; 0 where none begins there."""
    labels = text[start:end].split(".")
    valid = 0
    while valid < len(labels) and _is_label(labels[valid]):
        valid += 1
    position = start + sum(map(len, labels[: valid + 1])) + min(valid + 1, len(labels)) - 1
    # The last label of all may be anything that starts with a top-level domain; each one before it must be valid.
    for index in range(min(valid, len(labels) - 1), 0, -1):
        position -= len(labels[index])
        if "_" not in labels[index - 1] and (found := _TOP_LEVEL.match(text, position)):
            return found.end()
        position -= 1
    return 0


def _is_label(label: str) -> bool:
    return label != "" and label[0] not in "-_" and label[-1] not in "-_"


def _last_top_level(text: str, start: int, end: int) -> int:
    """Return the end of the last top-level domain within `start:end`, or 0."""
    dot = text.rfind(".", start, end)
    while dot > start:
        if found := _TOP_LEVEL.match(text, dot + 1):
            return found.end()
        dot = text.rfind(".", start, dot)
    return 0


def _tail_end(text: str, host_end: int) -> int:
    """Return where the port, path and query behind a host end."""
    end = port.end() if (port := _PORT.match(text, host_end)) else host_end
    if path := _PATH.match(text, end):
        end += 1 + len(path[0][1:].rstrip(_NOT_AT_THE_END))
    return query.end() if (query := _QUERY.match(text, end)) else end


def _is_encodable(host: str) -> bool:
    """Whether a name server could be asked: no label is over 63 bytes, in the IDNA form if it is not ASCII."""
    if max(map(len, host.split("."))) > 63:
        return False
    try:
        host.encode("idna")
    except UnicodeError:
        return False
    return True
