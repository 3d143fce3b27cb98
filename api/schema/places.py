"""Places: the entries of the gazetteer, and where posts mention them."""

from api.schema.arguments import POSTS, ROLE, at_most, forward
from api.schema.connections import Connection
from api.schema.enums import GeoPrecision, MentionRole, NameStatus, ParentRelation, PlaceKind, UsageBy
from api.schema.nodes import Node
from api.schema.promise import Argument, object_type, promised
from api.schema.references import PlaceRef, PostConnectionRef, PostRef
from api.schema.scalars import Date, GeoJSON
from api.schema.values import Provenance, Span


@object_type
class PlaceName:
    """One name of a place, with who uses it and when."""

    text: str = promised("The name.")
    language: str | None = promised("Its language, a BCP 47 tag such as `hy`.")
    script: str | None = promised("Its script, four letters of ISO 15924 such as `Armn`.")
    perspective: str | None = promised("Whose name it is, where names are disputed: usually a country, such as `AZ`.")
    status: NameStatus = promised("How it stands among the place's names.")
    valid_from: Date | None = promised("The first day it held; null when it always did, or nobody knows.")
    valid_to: Date | None = promised("The last day it held; null when it still does, or nobody knows.")


@object_type
class PlaceParent:
    """What a place belongs to, in one respect and according to somebody."""

    place: PlaceRef = promised("The larger place.")
    relation: ParentRelation = promised("How the place belongs to it.")
    claimant: str | None = promised("Who says so, where it is disputed: usually a country, such as `AM`.")
    valid_from: Date | None = promised("The first day it held, where known.")
    valid_to: Date | None = promised("The last day it held; null when it still does, or nobody knows.")


@object_type
class NameUsage:
    """How often one name of a place is written, in one source, language or month."""

    toponym: str = promised("The name, as the texts write it.")
    key: str = promised("The source's key, a BCP 47 tag or `und`, `YYYY-MM` or `undated`: what `by` asks for.")
    count: int = promised("The number of mentions.")


@object_type
class NearbyPlace:
    """A place near another."""

    place: PlaceRef = promised("The other place.")
    kilometres: float = promised("How far it is, in kilometres along the surface of the earth.")


@object_type
class PlaceMention:
    """The words of a post that name a place."""

    post: PostRef = promised("The post that mentions it.")
    place: PlaceRef = promised("The place meant.")
    toponym: str = promised("The words in the text, exactly as written.")
    span: Span = promised("Where those words stand, `#` included when the name is a hashtag.")
    role: MentionRole = promised("What the name does there: it means the place, its government, its people…")
    method: str = promised(
        "How the mention was settled: `seed` where a person did, `gazetteer` where the name was found."
    )
    confidence: float = promised("How sure that is, 0 to 1.")


@object_type
class Place(Node):
    """A place of the gazetteer. Where names and borders are disputed it holds every view with its claimant."""

    key: str = promised("Its name for programs and links, unique among places and stable, such as `stepanakert`.")
    name: str = promised(
        "The first of its names that fits the arguments; the gazetteer's label when none fits or nothing is asked. "
        "Which name to show is your choice, never a hidden default.",
        languages=Argument(list[str] | None, 'Wanted languages, the best first, as BCP 47 tags: `["hy", "en"]`.'),
        perspectives=Argument(list[str] | None, 'Wanted perspectives, the best first: `["AM"]`.'),
    )
    names: list[PlaceName] = promised("All its names.")
    kind: PlaceKind = promised("What it is.")
    country: str | None = promised("Its country, ISO 3166-1 alpha-2, where that is undisputed; else see `parents`.")
    latitude: float | None = promised("In degrees of WGS 84, north positive; null when `precision` is NONE.")
    longitude: float | None = promised("In degrees of WGS 84, east positive; null when `precision` is NONE.")
    precision: GeoPrecision = promised("How far the coordinates can be trusted.")
    geometry: GeoJSON | None = promised("Its shape, else the point of its coordinates; null where neither is known.")
    parents: list[PlaceParent] = promised("What it belongs to. Several may hold at once and contradict each other.")
    wikidata: str | None = promised("Its item in Wikidata, such as `Q187732`.")
    geonames: int | None = promised("Its number in GeoNames.")
    post_count: int = promised("The number of posts that mention it, DEMONYM left out: always `posts.totalCount`.")
    posts: PostConnectionRef = promised("The posts that mention it.", **ROLE, **POSTS)
    mentions: "PlaceMentionConnection" = promised("Each mention of it, with its words.", **ROLE, **forward("mentions"))
    name_usage: list[NameUsage] = promised(
        "Who writes which of its names, and how often; DEMONYM left out.",
        by=Argument(UsageBy, "What to break the counts down by.", UsageBy.SOURCE),
    )
    near: list[NearbyPlace] = promised(
        "The places around it, the nearest first; empty where it has no coordinates.",
        kilometres=Argument(float, "How far around, in kilometres.", 50.0),
        **at_most("places", 10),
    )
    provenance: Provenance = promised("Where in the gazetteer's files it stands.")


@object_type
class PlaceConnection(Connection[Place]):
    """One page of a list of places."""


@object_type
class PlaceMentionConnection(Connection[PlaceMention]):
    """One page of a list of mentions of a place."""
