"""Questions that nobody should ask: documents bent out of shape, and values of every wrong kind in every argument."""

from hostility.arguments import Argument, every_argument
from hostility.mutating import mutated
from hostility.values import LITERALS, VALUES

__all__ = ["LITERALS", "VALUES", "Argument", "every_argument", "mutated"]
