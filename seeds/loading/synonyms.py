"""Which names are names of the same, for search: those of a place, and the tags that curated aliases join."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, delete, select

from api.text.queries import LONGEST_WORD, Term, line
from api.text.words import words
from seeds.loading.dialects import bulk_insert
from seeds.loading.stored import TABLES
from seeds.loading.tables import Row, row

Spelt = tuple[str, ...]
"""A name as its folded words."""


def settle_synonyms(connection: Connection) -> None:
    """Write all names of each concept anew; one that has a single name says nothing, and is left out."""
    concepts: defaultdict[str, set[Spelt]] = defaultdict(set)
    for concept, name in _names(connection):
        concepts[concept].update(_ways_to_write(name))
    table = TABLES["synonyms"]
    connection.execute(delete(table))
    bulk_insert(connection, table, [each for concept in sorted(concepts) for each in _rows(concept, concepts[concept])])


def _names(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield the names of every concept: those of places that are searched for, and tags with their aliases."""
    names, aliases = TABLES["place_names"].c, TABLES["hashtag_aliases"].c
    for place, name in connection.execute(select(names.place_id, names.text).where(names.is_searched)):
        yield f"place {place}", name
    for alias, concept in connection.execute(select(aliases.alias, aliases.concept)):
        yield f"tag {concept}", concept
        yield f"tag {concept}", alias


def _ways_to_write(name: str) -> Iterator[Spelt]:
    """Yield a name's words, and the one word that they are as a hashtag."""
    for written in (name, "".join([word.folded for word in words(name)])):
        if found := tuple([word.folded[:LONGEST_WORD] for word in words(written)]):
            yield found


def _rows(concept: str, names: Iterable[Spelt]) -> Iterator[Row]:
    lines = {line(name): name for name in sorted(names)}
    if len(lines) > 1:
        for written, name in lines.items():
            longer = any(other in written for other in lines if other != written)
            yield row("synonyms", words=written, concept=concept, spelt=Term(name).spelt, is_longer=longer)
