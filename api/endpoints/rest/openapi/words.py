"""What the OpenAPI document says in prose: how every path works alike."""

ABOUT = """The same questions as GraphQL's, each at a URL of its own, with the same names, answered by the same mill:
one SQL statement a request.

**Filters.** A parameter bears the name of the field, in the singular where the field is a set: `hashtag=NKpeace`,
`place=shushi`, `language=fr`. Given several times it means *one of these*. What else can be asked of a field follows a
full stop: `hashtag.all`, `hashtag.none`, `hashtag.match`, `language.not`, `published.gte`, `position.lt`,
`key.startsWith`, `author.isNull`, `place.role`, `place.within`. Rectangles are `west,south,east,north`, circles
`latitude,longitude,kilometres`. All conditions hold together. `q` searches.

**Pages.** `limit` (at most 100), `order` (`order=-published,key`), and `after` or `before` with a cursor. The `Link`
header has the next, the previous and the first page ready (RFC 8288); `pageInfo` has the cursors. A list is always an
object with `nodes`.

**What is shown.** `fields=key,text` shows just these; `include=hashtags,places` adds what is not there without asking.
A page also takes `include=totalCount` and `include=edges`.

**Formats.** The suffix of a list's path: `/posts.csv`, `.ndjson`, `.geojson`, and for posts `.atom` and `.feed.json`.

**Caching.** Every answer has an `ETag` made of the revision and the question. Sent back as `If-None-Match` it gives 304
until a reload changes the data.

**Faults.** Unknown and malformed parameters are refused all at once, as a problem (RFC 9457) whose `errors` name each.
"""

TAGS = {
    "dataset": "What this server holds.",
    "sources": "The publications that posts come from.",
    "threads": "Posts that continue each other.",
    "posts": "Short posts, and whole articles.",
    "hashtags": "Hashtags, each with all its spellings.",
    "places": "The gazetteer, and where posts mention its places.",
    "accounts": "Who writes posts, and who is mentioned in them.",
    "revisions": "The states of the dataset.",
    "changes": "What a reload did, node by node.",
    "search": "Everything at once.",
    "nodes": "Anything by its id.",
    "resource": "Anything by its address.",
    "queries": "Stored GraphQL queries, each as a URL.",
}
