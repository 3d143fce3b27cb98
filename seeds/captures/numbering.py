"""The author's own numbering, told from what only looks like it.

What enters are the texts of a thread's posts; what leaves is the marker of each, verbatim, or none. A number alone
proves little ("4 helicopters", "open 24/7"): it counts when its neighbours carry on, or when its form leaves no doubt.
"""

from collections import Counter
from collections.abc import Sequence

from seeds.captures.markers import Marker, candidates
from seeds.captures.parted_numbers import PARTED, decide_parted

_STRONG = frozenset({"of", "keycap"})


def decide(texts: Sequence[str]) -> tuple[list[Marker | None], list[str | None]]:
    """Choose each post's marker over the whole thread; the second list holds a note where doubt remains."""
    choices = [candidates(text) for text in texts]
    parted = decide_parted(choices)
    if parted is not None:
        doubts = zip(texts, choices, parted, strict=True)
        return parted, [None if one else _doubt(text, at, found) for at, (text, found, one) in enumerate(doubts, 1)]
    shift = _shift(choices)
    chosen: list[Marker | None] = []
    notes: list[str | None] = []
    for position, found in enumerate(choices, 1):
        fitting = [m for m in found if m.form != PARTED and shift is not None and m.number - position == shift]
        chosen.append(_preferred(fitting))
        notes.append(None if fitting else _doubt(texts[position - 1], position, found))
    return chosen, notes


def claimed(markers: Sequence[Marker | None]) -> tuple[int | None, list[int]]:
    """Return the author's stated total, and every other total stated in the same thread."""
    totals = Counter(marker.total for marker in markers if marker is not None and marker.total is not None)
    ranked = [total for total, _ in totals.most_common()]
    return (ranked[0], ranked[1:]) if ranked else (None, [])


def _shift(choices: Sequence[Sequence[Marker]]) -> int | None:
    """Find the distance between the author's count and ours that most posts agree on."""
    support: Counter[int] = Counter()
    strong: set[int] = set()
    for position, found in enumerate(choices, 1):
        support.update({marker.number - position for marker in found if marker.form != PARTED})
        strong.update(m.number - position for m in found if _alone(m, position))
    ranked = sorted(support, key=lambda s: (-support[s], s not in strong, abs(s)))
    return next((s for s in ranked if support[s] > 1 or s in strong), None)


def _alone(marker: Marker, position: int) -> bool:
    return marker.form == "keycap" or (marker.form == "of" and marker.number == position)


def _preferred(fitting: Sequence[Marker]) -> Marker | None:
    return min(fitting, key=lambda m: (m.form not in _STRONG, m.total is None, m.edge == "end", m.start), default=None)


def _doubt(text: str, position: int, found: Sequence[Marker]) -> str | None:
    for marker in found:
        if marker.form in ("of", PARTED) or marker.number == position:
            words = text[marker.start : marker.end].strip()
            return f"«{words}» may be the author's numbering; it was not taken for it."
    return None
