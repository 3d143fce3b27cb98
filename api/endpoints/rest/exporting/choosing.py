"""Which export a path asks for: a list and a format enter; what to read of it, and what writes it, leave."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from api.endpoints.rest import kinds
from api.endpoints.rest.answering import Read
from api.endpoints.rest.composing import REVISION, Frame
from api.endpoints.rest.exporting.maps import DRAWN, NEEDED, Map
from api.endpoints.rest.exporting.tables import Table, columns
from api.endpoints.rest.exporting.writing import Lines, Writer
from api.endpoints.rest.operations import Operation
from api.endpoints.rest.parameters import Parameter, nowhere
from api.endpoints.rest.showing import Shown, is_list

FRAME = Frame(dataset=f"name citation licences {REVISION}")

CREDIT = "{ id key title url licence attribution }"
CREDITED: Mapping[tuple[str, str], str] = {
    ("Post", "source"): f"source {CREDIT}",
    ("Thread", "source"): f"source {CREDIT}",
    ("PlaceMention", "post"): f"post {{ id key excerpt(length: $length) url source {CREDIT} }}",
}
"""What an export says of a source, since a file travels without the rest of the dataset: its licence, whom to name."""

EVERYTHING = "How many to write at most; everything when left out."
MARK = Parameter(
    "bom", kinds.boolean(), "Begin with a byte order mark, which Excel needs to read the file as UTF-8.", nowhere
)


@lru_cache(maxsize=1024)
def exported(operation: Operation, suffix: str) -> Operation:
    """Return what is asked for an export: no cursors, any length, and every source with its licence."""
    node = operation.node.name if operation.node else ""
    asked = {name: each for name, each in operation.parameters.items() if name not in {"after", "before"}}
    asked["limit"] = replace(asked["limit"], kind=kinds.integer(0), description=EVERYTHING)
    if "include" in asked:
        if later := [name for name, each in operation.fields.items() if not each.at_once]:
            asked["include"] = replace(asked["include"], kind=kinds.choice(later))
        else:
            del asked["include"]
    if suffix == "csv":
        asked[MARK.name] = MARK
    fields = {name: credited(node, name, each) for name, each in operation.fields.items()}
    always = NEEDED[node] if suffix == "geojson" else ()
    if suffix == "geojson" and node == "Post":
        fields = {name: fields[name] for name in always}
        asked = {name: each for name, each in asked.items() if name not in {"fields", "include"}}
    return replace(operation, parameters=asked, fields=fields, always=always)


def credited(node: str, name: str, shown: Shown) -> Shown:
    """Return a field as an export shows it."""
    return replace(shown, selection=CREDITED.get((node, name), shown.selection))


def writer(read: Read, suffix: str) -> Writer:
    """Return what writes an export."""
    operation = read.operation
    if suffix == "geojson":
        return Map(DRAWN[operation.node.name if operation.node else ""])
    if suffix == "csv":
        shown = [operation.fields[name] for name in read.names]
        mark = list(read.given.values.get(MARK.name, ())) == [True]
        return Table(columns((each.selection, is_list(each.field)) for each in shown), mark=mark)
    return Lines()
