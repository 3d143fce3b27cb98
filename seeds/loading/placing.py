"""Where a post stands: its thread, its place in the reading order and in time; copied beside each of its joins."""

from dataclasses import dataclass
from typing import Final

from seeds.loading.tables import Value

_POSITION_BITS: Final = 20
LAST_PLACE: Final = (1 << _POSITION_BITS) - 1


@dataclass(frozen=True, slots=True)
class Placing:
    """The order columns of one post. `rank` is its thread's, 0 without a thread."""

    post_id: int
    thread_id: int | None
    rank: int
    position: int
    oldest_first: int
    newest_first: int

    @property
    def place(self) -> int:
        """The position as far as sort keys can tell them apart: all beyond the millionth share the last place."""
        return min(self.position, LAST_PLACE)

    @property
    def reading_order(self) -> int:
        """By thread rank, then by position."""
        return self.rank << _POSITION_BITS | self.place

    def beside_a_join(self) -> dict[str, Value]:
        """Return the columns that a table of uses or mentions shares with the post."""
        return {
            "post_id": self.post_id,
            "thread_id": self.thread_id,
            "newest_first": self.newest_first,
            "oldest_first": self.oldest_first,
            "reading_order": self.reading_order,
        }
