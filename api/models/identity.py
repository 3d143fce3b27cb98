"""Names of nodes: the integer behind a type and a key, and the opaque id made of it.

Both are functions of content alone, so they are the same on every machine, database and reload.
"""

from hashlib import blake2b

NODE_TYPES = ("Source", "Thread", "Post", "Hashtag", "Place", "Account", "Revision")
_PREFIXES = {name.lower(): name for name in NODE_TYPES}
_LARGEST = 2**63 - 1


def identify(type_name: str, key: str) -> int:
    """Return the primary key of the node of that type and key: 1 to 2^63 - 1, from a BLAKE2b digest of both."""
    digest = blake2b(f"{type_name}:{key}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") % _LARGEST + 1


def node_id(type_name: str, number: int) -> str:
    """Write the opaque id of a node, such as ``post_42``."""
    return f"{type_name.lower()}_{number}"


def parse_node_id(text: str) -> tuple[str, int] | None:
    """Read an id back into its type and number, or None where no node can have it."""
    prefix, _, digits = text.partition("_")
    if prefix not in _PREFIXES or not (digits.isascii() and digits.isdigit()) or len(digits) > 19:
        return None
    if digits[0] == "0" and digits != "0":
        return None
    number = int(digits)
    return (_PREFIXES[prefix], number) if number <= _LARGEST else None
