"""An author's numbers with a part behind a point: "1.1/n", "1.2/n", "2/n".

What enters are the candidates of a thread's posts; what leaves is each post's marker, or nothing when the thread is not
numbered so. "4.5/10" is a mark out of ten, and "in 1990.1/9" ends a sentence: parts count when they carry on, or when
the total is a letter.
"""

from collections.abc import Sequence
from itertools import pairwise

from seeds.captures.markers import Marker

PARTED = "parted"


def decide_parted(choices: Sequence[Sequence[Marker]]) -> list[Marker | None] | None:
    """Choose the markers of a thread whose numbers have parts; whole numbers between them count where they carry on."""
    parted = [next((marker for marker in found if marker.form == PARTED), None) for found in choices]
    if not _is_numbering([marker for marker in parted if marker is not None]):
        return None
    at = (0, 0)
    chosen: list[Marker | None] = []
    for own, found in zip(parted, choices, strict=True):
        marker = own or _carrying_on(found, at)
        at = (marker.number, marker.part) if marker else at
        chosen.append(marker)
    return chosen


def _is_numbering(markers: Sequence[Marker]) -> bool:
    places = [(marker.number, marker.part) for marker in markers]
    if not markers or places != sorted(set(places)) or len({marker.total for marker in markers}) > 1:
        return False
    steps = [here[0] == following[0] and following[1] == here[1] + 1 for here, following in pairwise(places)]
    return markers[0].total is None or any(steps)


def _carrying_on(found: Sequence[Marker], at: tuple[int, int]) -> Marker | None:
    """Return a whole number that follows the last place; at the thread's start any may."""
    fitting = (m for m in found if m.form in ("of", "slash") and (at == (0, 0) or m.number == at[0] + 1))
    return next(fitting, None)
