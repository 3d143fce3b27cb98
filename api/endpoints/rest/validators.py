"""Validators of answers: a revision and what was asked enter, an `ETag` leaves.

They are weak (RFC 9110, section 8.8): the same answer may leave compressed in several ways.
"""

from collections.abc import Mapping
from hashlib import blake2b
from importlib.metadata import version

import orjson

from api.endpoints.questions import Question

HERE = version("parley")


def seed(asked: Question, *further: str) -> bytes:
    """Digest what was asked, and by which version it is answered."""
    content = [HERE, asked.query, asked.variables, *further]
    return blake2b(orjson.dumps(content, option=orjson.OPT_SORT_KEYS), digest_size=16).digest()


def etag(revision: Mapping[str, object], sown: bytes) -> str:
    """Make the ETag of an answer from the revision it was read from; the number stands in it for people to see."""
    digest = blake2b(f"{revision['digest']}".encode() + sown, digest_size=8).hexdigest()
    return f'W/"{revision["number"]}-{digest}"'
