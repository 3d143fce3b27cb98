"""What of an answer is shown: the parameters that choose it are made here, and their values become a selection."""

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias, cast

from graphql import GraphQLEnumType, GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema

from api.endpoints.rest import kinds
from api.endpoints.rest.parameters import Given, Parameter, all_at, at, nowhere
from api.endpoints.rest.showing import Shown

Holder: TypeAlias = GraphQLObjectType | GraphQLInterfaceType

ON_A_PAGE = {
    "edges": "with the cursor of each node and, under `q`, why it was found",
    "totalCount": "with the exact number of items in the whole filtered list",
}
"""What a page can hold beside its nodes."""


def choices(schema: GraphQLSchema, holder: Holder, fields: Mapping[str, Shown], written: str) -> list[Parameter]:
    """Return the parameters that choose what is shown of what an operation holds; `written` is all it can select."""
    found: list[Parameter] = []
    on_page = [name for name in ON_A_PAGE if name in holder.fields] if "nodes" in holder.fields else []
    if fields:
        said = "Only these fields of each node, parted by commas. What is asked for is all that is there."
        found.append(Parameter("fields", kinds.choice(fields), said, nowhere, listed=True))
    later = [*(name for name, each in fields.items() if not each.at_once), *on_page]
    if fields and later:
        extra = "".join(f" `{name}`: {ON_A_PAGE[name]}." for name in on_page)
        said = f"These too, beside what is there without asking, parted by commas.{extra}"
        found.append(Parameter("include", kinds.choice(later), said, nowhere, listed=True))
    ways = ways_of_showing(cast("GraphQLEnumType", schema.type_map["SpanUnit"]))
    return [*found, *(ways[name] for name in used(written))]


def chosen(fields: Mapping[str, Shown], given: Given, always: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the names of the fields to show, in the order of the schema whatever the order asked for."""
    only, more = set(given.names("fields")), {*given.names("include"), *always}
    return tuple(name for name, each in fields.items() if name in more or (name in only if only else each.at_once))


def used(selection: str) -> Iterable[str]:
    """Return the variables that a selection uses, each once."""
    return dict.fromkeys(re.findall(r"\$(\w+)", selection))


def ways_of_showing(unit: GraphQLEnumType) -> dict[str, Parameter]:
    """Return the parameters that choose how values are shown, by the variable that each sets."""
    in_languages = "In which languages places are named, the best first, as BCP 47 tags; else by the gazetteer's label."
    of_whom = "From whose perspective places are named, the best first, such as `AM`."
    span = "What the offsets of spans count; JavaScript needs UTF16."
    length = kinds.integer(1, 10_000)
    return {
        "languages": Parameter("name.languages", kinds.text(35), in_languages, all_at("languages"), listed=True),
        "perspectives": Parameter("name.perspectives", kinds.text(35), of_whom, all_at("perspectives"), listed=True),
        "length": Parameter("excerpt.length", length, "How long excerpts may be, in code points.", at("length")),
        "unit": Parameter("span.unit", kinds.word(unit), span, at("unit")),
    }
