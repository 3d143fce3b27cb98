"""The objects that stand in no row: counted, summed up or found while a statement runs, and written by what does so.

Declared here are their fields, and which of them can be null, for the proof at start-up; those who write them give
each its expression under the same name.
"""

from api.compiler.binding import Part, TypeBinding


def made(name: str, *parts: str, nullable: tuple[str, ...] = ()) -> TypeBinding:
    """Declare an object by the names of its parts; ``nullable`` are further parts, which can be null."""
    return TypeBinding(name, fields={each: Part(each in nullable) for each in (*parts, *nullable)})


MADE = (
    made("Coverage", "visible", "mismatch", nullable=("total", "claimed", "ratio", "isComplete")),
    made("Facet", "field", "values", "distinct", "other", "missing"),
    made("FacetValue", "value", "label", "count", nullable=("node",)),
    made("TimeBucket", "count", nullable=("start", "end")),
    made("NameUsage", "toponym", "key", "count"),
    made("RelatedPost", "post", "score", "reasons"),
    made("RelatedThread", "thread", "score", "reasons"),
    made("SearchMatch", "score", "snippet", "spans"),
    made("SearchConnection", "edges", "nodes", "pageInfo", "counts", "suggestions"),
    made("SearchEdge", "cursor", "node", "match"),
    made("SearchCount", "type", "count"),
)
