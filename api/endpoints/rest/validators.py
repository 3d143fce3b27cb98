"""Validators of answers: a revision and what was asked enter, an `ETag` leaves; `If-None-Match` is held against it.

They are weak (RFC 9110, section 8.8): the same answer may leave compressed in several ways.
"""

import re
from collections.abc import Mapping
from hashlib import blake2b
from importlib.metadata import version

import orjson

from api.endpoints.questions import Question

HERE = version("parley")
_TAG = re.compile(r'(?:W/)?"([^"]*)"')


def seed(asked: Question, *further: str) -> bytes:
    """Digest what was asked, and by which version it is answered."""
    content = [HERE, asked.query, asked.variables, *further]
    return blake2b(orjson.dumps(content, option=orjson.OPT_SORT_KEYS), digest_size=16).digest()


def etag(revision: Mapping[str, object], sown: bytes) -> str:
    """Make the ETag of an answer from the revision it was read from; the number stands in it for people to see."""
    digest = blake2b(f"{revision['digest']}".encode() + sown, digest_size=8).hexdigest()
    return f'W/"{revision["number"]}-{digest}"'


def matches(header: str, tag: str) -> bool:
    """Tell whether an `If-None-Match` names this ETag, by weak comparison."""
    return header.strip() == "*" or tag.removeprefix("W/").strip('"') in _TAG.findall(header)
