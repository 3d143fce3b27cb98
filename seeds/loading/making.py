"""The rows of posts, made in worker processes: each process keeps one reader, made once from plain places."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from seeds.extraction.gazetteer import Gazetteer, GazetteerName, GazetteerPlace
from seeds.loading.building import Make
from seeds.loading.posts import Reader
from seeds.loading.preparing import Made, Task, make_posts
from seeds.loading.suppression import Suppression
from seeds.loading.workers import workers
from seeds.records import PlaceRecord


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a reader is made from; unlike a gazetteer it can be sent to another process."""

    places: tuple[GazetteerPlace, ...]
    suppression: Suppression
    revision: int


_READERS: list[Reader] = []
"""This process's reader: one, from `prepare` on."""


def prepare(recipe: Recipe) -> None:
    """Make this process's reader."""
    _READERS[:] = [Reader(Gazetteer(recipe.places), recipe.suppression, recipe.revision)]


def _make(tasks: Sequence[Task]) -> Made:
    return make_posts(tasks, _READERS[0])


@contextmanager
def maker(recipe: Recipe, processes: int) -> Iterator[Make]:
    """Start as many processes (0: none) and give them work."""
    with workers(processes, partial(prepare, recipe)) as running:

        def make(batches: Iterable[Sequence[Task]]) -> Iterator[Made]:
            return running.map(_make, batches)

        yield make


def gazetteer_places(places: Iterable[PlaceRecord]) -> tuple[GazetteerPlace, ...]:
    """Return what extraction needs of places, in the order of their keys: which name wins is no matter of files."""
    return tuple(_gazetteer_place(place) for place in sorted(places, key=lambda place: place.key))


def _gazetteer_place(place: PlaceRecord) -> GazetteerPlace:
    names = tuple(GazetteerName(name.text, name.language, name.match) for name in place.names)
    return GazetteerPlace(
        place.key,
        names or (GazetteerName(place.name),),
        tuple(GazetteerName(demonym.text, demonym.language) for demonym in place.demonyms),
        place.flags,
        place.hashtags,
    )
