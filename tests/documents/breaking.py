"""Questions that break one rule each: valid GraphQL that must be refused, and with the right code."""

from random import Random

from documents.literals import Variables

BREAKS = (
    "posts(first: -1) { totalCount }",
    "posts(first: {large}) {{ nodes {{ key }} }}",
    "threads(where: {key: {eq: \"\"}}) { nodes { posts(last: 101) { totalCount } } }",
    "sources(first: 2, last: 2) { totalCount }",
    "places(last: -5) { totalCount }",
    "hashtags(first: 1) { nodes { related(first: 1000) { count } } }",
    "posts { facets(fields: KIND, size: 101) { distinct } }",
    "posts { facets(fields: [KIND], size: -1) { distinct } }",
    "posts(first: 1) { nodes { excerpt(length: 0) } }",
    "posts(first: 1) { nodes { excerpt(length: 10001) } }",
    "place { key }",
    "place(key: \"vardan\", name: \"Vardan\") { key }",
    "place(key: null) { key }",
    "posts(orderBy: {by: RELEVANCE}) { totalCount }",
    "places(orderBy: [{by: NAME}, {by: DISTANCE}]) { totalCount }",
    "places(where: {not: {near: {latitude: 1, longitude: 1, kilometres: 1}}}, orderBy: {by: DISTANCE}) { totalCount }",
    "nodes(ids: [{ids}]) {{ id }}",
    "posts(after: \"nothing of ours\") { totalCount nodes { key } }",
    "revisions(after: \"\") { nodes { number } }",
    "posts(where: {not: {places: {near: {latitude: -91, longitude: 0, kilometres: 1}}}}) { totalCount }",
    "threads(where: {or: [{places: {bbox: {west: 0, south: 0, east: 181, north: 1}}}]}) { totalCount }",
    "places(where: {near: {latitude: 0, longitude: 0, kilometres: -1}}) { totalCount }",
    "place(key: \"suva\") { near(kilometres: -0.5) { kilometres } }",
    "changes(since: 0, first: -7) { nodes { key } }",
    "place(key: \"suva\") { mentions(first: 101) { totalCount } near(first: 101) { kilometres } }",
)  # fmt: skip


def broken(rng: Random, variables: Variables) -> str:
    """Write a selection that is refused, its number now and then in a variable."""
    rule = rng.choice(BREAKS)
    if "{large}" in rule:
        rule = rule.format(large=variables.add("Int", rng.choice((101, 2**31 - 1))))
    if "{ids}" in rule:
        rule = rule.format(ids=", ".join(['"post_1"'] * 101))
    return f"{{ {rule} }}"
