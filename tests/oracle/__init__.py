"""The second opinion: answers any valid document of our schema slowly and plainly, from rows read once, without SQL.

It is written from the specification alone and shares nothing with the compiler or the bindings.
"""

from oracle.answering import Oracle

__all__ = ["Oracle"]
