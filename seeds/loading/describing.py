"""The dataset as a whole: its name, citation, licences and curated aliases; what differs, and writing it."""

from dataclasses import dataclass

import orjson
from sqlalchemy import Connection, delete, func, select, update

from api.text.fold import fold
from seeds.loading.dialects import bulk_insert
from seeds.loading.stored import TABLES
from seeds.records import Dataset, HashtagAlias

Aliases = dict[str, str]


@dataclass(frozen=True, slots=True)
class Description:
    """What a dataset says of itself; `aliases` lead from a folded tag to the concept it shares."""

    name: str
    citation: str
    aliases: Aliases


def described(dataset: Dataset | None, aliases: list[HashtagAlias]) -> Description:
    """Return what the seeds say of the dataset."""
    concepts = {fold(alias): fold(one.name) for one in aliases for alias in one.aliases}
    concepts = {alias: concept for alias, concept in concepts.items() if alias != concept}
    if dataset is None:
        return Description("", "", concepts)
    return Description(dataset.name, dataset.citation or "", concepts)


def stored_description(connection: Connection) -> Description:
    """Return what the database says of the dataset."""
    table, aliases = TABLES["datasets"], TABLES["hashtag_aliases"]
    name, citation = connection.execute(select(table.c.name, table.c.citation)).one()
    return Description(name, citation, dict(connection.execute(select(aliases)).all()))


def differing(before: Description, after: Description) -> list[str]:
    """Return the names of what differs."""
    names = {"name": "name", "citation": "citation", "hashtagAliases": "aliases"}
    return [shown for shown, field in names.items() if getattr(before, field) != getattr(after, field)]


def write_description(connection: Connection, before: Description, after: Description, revision: int) -> None:
    """Write the dataset's row for a revision, and the aliases with the concepts of tags where they changed."""
    aliases, sources = TABLES["hashtag_aliases"], TABLES["sources"]
    if before.aliases != after.aliases:
        connection.execute(delete(aliases))
        bulk_insert(connection, aliases, sorted(after.aliases.items()))
    licences = select(sources.c.licence).where(sources.c.licence.is_not(None)).distinct().order_by(sources.c.licence)
    values = {
        "name": after.name,
        "citation": after.citation,
        "licences": orjson.dumps(connection.scalars(licences).all()).decode(),
        "revision": revision,
    }
    connection.execute(update(TABLES["datasets"]).values(values))


def settle_concepts(connection: Connection) -> None:
    """Give every tag the concept its aliases share; without one it is its own."""
    tags, aliases = TABLES["hashtags"], TABLES["hashtag_aliases"]
    shared = select(aliases.c.concept).where(aliases.c.alias == tags.c.name).scalar_subquery()
    concept = func.coalesce(shared, tags.c.name)
    connection.execute(update(tags).values(concept=concept).where(tags.c.concept != concept))
