"""The closed vocabularies of the schema. Each word is its own GraphQL name and says what it means.

The keys of orders stand in `ordering.py`. In the graphql-core schema a value is the member itself, which is a `str`.
"""

from api.schema.promise import Word, enum_type


@enum_type
class TextPart(Word):
    """The part of a post that a span lies in. Offsets count from the start of that part."""

    TEXT = "TEXT", "The body: the post's `text`, or an article's paragraphs joined by blank lines."
    TITLE = "TITLE", "The title."
    STANDFIRST = "STANDFIRST", "The standfirst: the paragraph that stands above an article and sums it up."
    CAPTION = "CAPTION", "The caption of an image or another medium."
    FOOTNOTE = "FOOTNOTE", "The text of a footnote."


@enum_type
class SpanUnit(Word):
    """What an offset counts. The three differ as soon as a text holds emoji or letters beyond ASCII."""

    CODE_POINT = "CODE_POINT", "Unicode code points: the indices of a Python string. The default."
    UTF16 = "UTF16", "UTF-16 code units: the indices of a string in JavaScript, Java and C#."
    UTF8 = "UTF8", "Bytes of UTF-8: the indices of a string in Go and Rust."


@enum_type
class DatePrecision(Word):
    """How exactly a date is known."""

    INSTANT = "INSTANT", "To the moment; `instant` holds it."
    DAY = "DAY", "To the day: `earliest` and `latest` are the same day."
    MONTH = "MONTH", "To the month, for example `2023-03-01` to `2023-03-31`."
    YEAR = "YEAR", "To the year, for example `2023-01-01` to `2023-12-31`."
    RANGE = "RANGE", "To some other stretch of days, from `earliest` to `latest`."


@enum_type
class Basis(Word):
    """What a statement rests on, so that a reader can weigh it."""

    DECLARED = "DECLARED", "The source, the platform or the author states it as such, in a field of its own."
    IN_TEXT = "IN_TEXT", "It stands in the text itself, and a span can point at it."
    DETECTED = "DETECTED", "A program concluded it from the text, such as the language of a post."
    ASSERTED = "ASSERTED", "The listing that a post came from says so; the post's own text does not show it."


@enum_type
class PostFacet(Word):
    """What the posts of a list can be counted by. Each value can be clicked: the filter beside it selects its posts."""

    HASHTAG = "HASHTAG", "By hashtag; `where: {hashtags: {any: [value]}}`. One post may count under several."
    PLACE = "PLACE", "By place mentioned, without DEMONYM; `where: {places: {any: [value]}}`. One post, several values."
    SOURCE = "SOURCE", "By source; `where: {source: {key: {eq: value}}}`."
    LANGUAGE = "LANGUAGE", "By language; `where: {language: {eq: value}}`."
    ACCOUNT = "ACCOUNT", "By author; `where: {author: {eq: value}}`. For the accounts mentioned, see MENTION."
    MENTION = "MENTION", "By account mentioned; `where: {mentions: {any: [value]}}`. One post may count under several."
    KIND = "KIND", "By kind; `where: {kind: {eq: value}}`."
    DOMAIN = "DOMAIN", "By domain linked to; `where: {domain: {eq: value}}`. One post may count under several."


@enum_type
class TimeUnit(Word):
    """The length of a time bucket."""

    DAY = "DAY", "One day."
    WEEK = "WEEK", "One ISO 8601 week, from Monday to Sunday."
    MONTH = "MONTH", "One calendar month."
    QUARTER = "QUARTER", "Three months, beginning in January, April, July or October."
    YEAR = "YEAR", "One calendar year."


@enum_type
class TagMatch(Word):
    """How strictly the name of a hashtag is compared, from the strictest to the most generous."""

    EXACT = "EXACT", "Letter for letter: `NKpeace` finds only `#NKpeace`."
    CASE = "CASE", "Capitals and small letters are the same, accents are not: `nkpeace` finds `#NKpeace`."
    FOLDED = "FOLDED", "Latin accents are the same too: `azerbaycan` finds `#Azərbaycan`. What a hashtag's `name` is."
    ALIAS = "ALIAS", "As FOLDED, and the curated names in other languages: `armenia` also finds `#Armenie`."


@enum_type
class SourceKind(Word):
    """What kind of publication a source is."""

    THREAD_LISTING = "THREAD_LISTING", "A page that lists threads, by hashtag or by account."
    ARTICLE = "ARTICLE", "An article; its one post is of kind ARTICLE."
    FEED = "FEED", "A feed of entries, such as Atom or RSS."
    ARCHIVE = "ARCHIVE", "An archive of posts, such as an account's own export."
    DATASET = "DATASET", "A dataset somebody else put together."


@enum_type
class PostKind(Word):
    """What a post is."""

    POST = "POST", "A short post, alone or in a thread."
    ARTICLE = "ARTICLE", "A whole article, as one post without a thread."


@enum_type
class PlaceKind(Word):
    """What a place is."""

    COUNTRY = "COUNTRY", "A state."
    REGION = "REGION", "A part of one or more states, or a part of the world."
    CITY = "CITY", "A city."
    TOWN = "TOWN", "A town."
    VILLAGE = "VILLAGE", "A village."
    WATER = "WATER", "A sea, a lake or a river."
    OTHER = "OTHER", "Anything else that can be found on a map, such as a road, a pass or a monastery."


@enum_type
class GeoPrecision(Word):
    """How far a place's coordinates can be trusted."""

    EXACT = "EXACT", "They point at the place itself."
    CENTROID = "CENTROID", "They are the middle of an area, such as a country or a city."
    APPROXIMATE = "APPROXIMATE", "They are near the place, and no more is known."
    NONE = "NONE", "There are none: the place has no position, or nobody has settled it."


@enum_type
class MentionRole(Word):
    """What the name of a place does in a sentence. Counts leave DEMONYM out unless `role` asks for it."""

    LOCATION = "LOCATION", "It means the place: “talks in Geneva”."
    METONYM = "METONYM", "It stands for those who govern or speak there: “Baku said”."
    DEMONYM = "DEMONYM", "It names the people or what is theirs: “the Armenian side”. Never counted unless asked for."
    HASHTAG = "HASHTAG", "It is a hashtag that names the place: `#Shushi`."
    FLAG = "FLAG", "It is the place's flag: 🇦🇲."
    ORGANISATION = "ORGANISATION", "It is part of an organisation's name: “Stepanakert State University”."


@enum_type
class NameStatus(Word):
    """How a name stands among the names of its place."""

    PREFERRED = "PREFERRED", "The usual one in its language and perspective."
    VARIANT = "VARIANT", "Another one in use."
    HISTORIC = "HISTORIC", "One of an earlier time; see `validFrom` and `validTo`."


@enum_type
class ParentRelation(Word):
    """How a place belongs to another. Several relations may hold at once, and contradict each other."""

    PART_OF = "PART_OF", "It lies within it, as a matter of geography."
    ADMINISTERED_BY = "ADMINISTERED_BY", "It is governed by it in fact."
    CLAIMED_BY = "CLAIMED_BY", "It is claimed by it; `claimant` says by whom."
    RECOGNISED_AS = "RECOGNISED_AS", "It is recognised as belonging to it; `claimant` says by whom."


@enum_type
class MediaKind(Word):
    """What a medium is."""

    IMAGE = "IMAGE", "A still picture."
    VIDEO = "VIDEO", "A moving picture."
    AUDIO = "AUDIO", "A sound recording."
    OTHER = "OTHER", "Something else, such as a document."


@enum_type
class CoOccurrence(Word):
    """Where two hashtags must meet to count as used together."""

    POST = "POST", "In the same post."
    THREAD = "THREAD", "Anywhere in the same thread."


@enum_type
class UsageBy(Word):
    """What the use of a place's names is broken down by."""

    SOURCE = "SOURCE", "By source; each `key` is the source's key."
    LANGUAGE = "LANGUAGE", "By language; each `key` is a BCP 47 tag, or `und` where the language is not known."
    MONTH = "MONTH", "By month; each `key` is `YYYY-MM`, or `undated`."


@enum_type
class SearchType(Word):
    """What a search may return."""

    POST = "POST", "Posts, articles included."
    THREAD = "THREAD", "Threads."
    HASHTAG = "HASHTAG", "Hashtags."
    PLACE = "PLACE", "Places, by any of their names."
    SOURCE = "SOURCE", "Sources."
    ACCOUNT = "ACCOUNT", "Accounts."


@enum_type
class ChangeAction(Word):
    """What a reload did to a node."""

    ADDED = "ADDED", "It is new, or back again."
    CHANGED = "CHANGED", "It was there before and differs now; `fields` says in what."
    REMOVED = "REMOVED", "It is gone. The change stays as its tombstone: `node` is null, `key` and `nodeId` remain."
