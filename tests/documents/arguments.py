"""Arguments of fields: which to give, and a value for each that asks for something the corpus holds."""

from random import Random
from typing import Any

from graphql import GraphQLArgument, GraphQLField, get_named_type, is_required_argument

from documents.filters import MATCHES, ROLES
from documents.material import NODES, Material, handle, query, slipped, some, tag
from documents.tracking import Tracker, allowed
from documents.wheres import Wheres

Given = dict[str, Any]  # Any: JSON
PAGES = ("first", "after", "last", "before")
ORDERS = {
    "Post": ("PUBLISHED", "POSITION", "KEY"),
    "Thread": ("RANK", "PUBLISHED", "LENGTH", "KEY"),
    "Source": ("TITLE", "PUBLISHED", "KEY"),
    "Hashtag": ("NAME", "POST_COUNT", "LAST_SEEN"),
    "Place": ("NAME", "POST_COUNT"),
    "Account": ("HANDLE", "MENTION_COUNT"),
}
FACETS = ("HASHTAG", "PLACE", "SOURCE", "LANGUAGE", "ACCOUNT", "MENTION", "KIND", "DOMAIN")
TYPES = ("POST", "THREAD", "HASHTAG", "PLACE", "SOURCE", "ACCOUNT")
UNITS = ("DAY", "WEEK", "MONTH", "QUARTER", "YEAR")
LANGUAGES, PERSPECTIVES = ("en", "hy", "fr", "az", "xx"), ("XA", "XB", "XC")


class Arguments:
    """Chooses the arguments of a field, `after` and `before` apart: those need cursors that an answer gave."""

    def __init__(self, rng: Random, material: Material, tracker: Tracker) -> None:
        self.rng, self.material, self.tracker = rng, material, tracker
        self.wheres = Wheres(rng, material, tracker)

    def choose(self, name: str, field: GraphQLField) -> Given:
        """Arguments for the field `Type.field`, page arguments included."""
        optional = [arg for arg in field.args if arg not in PAGES and allowed(f"{name}({arg})")]
        given: Given = {}
        for argument in optional:
            stated = field.args[argument]
            if is_required_argument(stated) or self.rng.random() < 0.45:
                given[argument] = self.value(name, argument, stated)
        if name == "Query.place":
            given = {one: self.value(name, one, field.args[one]) for one in [self.rng.choice(("key", "name"))]}
        self.by_distance(given, field.args)
        self.by_relevance(given)
        return given | self.page(field.args)

    def page(self, arguments: dict[str, GraphQLArgument]) -> Given:
        """How many items, or nothing said; the sizes are small, 0 is rare."""
        size = self.rng.choice((0, 1, 1, 2, 2, 3, 3, 4, 5))
        chance = self.rng.random()
        if "first" not in arguments or chance < 0.2:
            return {}
        return {"last": size} if "last" in arguments and chance < 0.4 else {"first": size}

    def by_distance(self, given: Given, arguments: dict[str, GraphQLArgument]) -> None:
        """Sort places by their distance, now and then, where the filter has a centre."""
        order = arguments.get("orderBy")
        centred = (given.get("where") or {}).get("near") is not None
        if order is not None and centred and "PlaceOrder" in str(order.type) and self.rng.random() < 0.7:
            given["orderBy"] = [{"by": "DISTANCE", "direction": self.rng.choice(("ASC", "DESC"))}]

    def by_relevance(self, given: Given) -> None:
        """Seldom filter what a search finds, and now and then sort it by its score."""
        if given.get("search") is not None:
            if self.rng.random() < 0.7:
                given.pop("where", None)
            if self.rng.random() < 0.3:
                given["orderBy"] = [{"by": "RELEVANCE", "direction": self.rng.choice(("ASC", "DESC"))}]

    def value(self, name: str, argument: str, stated: GraphQLArgument) -> Any:  # Any: JSON
        kind = get_named_type(stated.type).name
        if kind.endswith("Where"):
            return self.wheres.write(kind.removesuffix("Where"))
        if kind.endswith("Order"):
            return self.order(kind.removesuffix("Order"))
        if kind == "UsageBy":
            return self.rng.choice(("SOURCE", "LANGUAGE", "MONTH"))
        return self.named(name, argument) if name.startswith("Query.") else self.small(argument)

    def order(self, kind: str) -> list[dict[str, str]]:
        """One or two steps; a direction is left out now and then."""
        steps = [{"by": key, "direction": self.rng.choice(("ASC", "DESC"))} for key in some(self.rng, ORDERS[kind], 2)]
        for step in steps:
            if self.rng.random() < 0.25:
                del step["direction"]
        return steps

    def named(self, name: str, argument: str) -> Any:  # Any: JSON
        """The name of something: an id, a key, a handle, an address."""
        rng, known, field = self.rng, self.material, name.removeprefix("Query.")
        row = rng.choice(known.nodes(field.capitalize())) if field.capitalize() in NODES else {}
        miss = rng.random() < 0.06
        choices: dict[str, Any] = {
            "id": lambda: self.an_id(),
            "ids": lambda: [self.an_id() for _ in range(rng.randint(1, 4))] + (["nothing", "post_0"] if miss else []),
            "url": lambda: rng.choice([one["url"] for kind in ("Source", "Thread", "Post") for one in known.nodes(kind)
                                       if one["url"]]) + ("#" if miss else ""),
            "search": lambda: query(rng, rng.choice(known.nodes("Post"))["text"]),
            "query": lambda: self.anything(),
            "types": lambda: rng.choice((some(rng, TYPES, 6), some(rng, TYPES), some(rng, TYPES), [], None)),
            "number": lambda: rng.randint(0, 4),
            "since": lambda: rng.randint(0, 3),
            "key": lambda: row["key"] + ("?" if miss else ""),
            "handle": lambda: handle(rng, row["handle"]),
            "match": lambda: rng.choice(MATCHES),
            "name": lambda: known.place_word(rng, row) if field == "place" else self.a_tag(),
        }  # fmt: skip
        return choices[argument]()

    def anything(self) -> str:
        """Words of something that has a text or a name, spelt wrongly now and then."""
        rng, known = self.rng, self.material
        labels = {"Post": "text", "Hashtag": "name", "Place": "label", "Source": "title", "Account": "handle"}
        kind = rng.choice(tuple(labels))
        names = [str(row["text"]) for row in known.rows["place_names"]]
        text = rng.choice(names) if kind == "Place" else str(rng.choice(known.nodes(kind))[labels[kind]])
        return slipped(rng, text) if kind != "Post" and rng.random() < 0.25 else query(rng, text)

    def an_id(self) -> str:
        kinds = [*NODES, "Revision"]
        return self.rng.choice(self.material.ids(self.rng.choice(kinds)))

    def a_tag(self) -> str:
        aliases = [row["alias"] for row in self.material.rows["hashtag_aliases"]]
        spellings = [row["spelling"] for row in self.material.rows["hashtag_variants"]]
        return tag(self.rng, self.rng.choice([*spellings, *aliases]))

    def small(self, argument: str) -> Any:  # Any: JSON
        """Arguments of fields below the root."""
        rng = self.rng
        choices: dict[str, Any] = {
            "role": lambda: some(rng, ROLES, 4),
            "size": lambda: rng.choice((0, 1, 2, 3, 10, None)),
            "fields": lambda: some(rng, FACETS),
            "by": lambda: rng.choice(UNITS),
            "length": lambda: rng.choice((1, 2, 7, 20, 60, 140, 10_000, None)),
            "languages": lambda: rng.choice((some(rng, LANGUAGES), some(rng, LANGUAGES), [], None)),
            "perspectives": lambda: rng.choice((some(rng, PERSPECTIVES, 2), some(rng, PERSPECTIVES, 2), [], None)),
            "scope": lambda: rng.choice(("POST", "THREAD")),
            "kilometres": lambda: rng.choice((5, 31.5, 300, 3000, 25000)),
            "unit": lambda: rng.choice(("CODE_POINT", "UTF16", "UTF8")),
        }
        return choices[argument]()
