"""The `where` of each list: which posts, threads, sources, hashtags, places and accounts to keep.

The conditions given in one `where` all hold together; `and`, `or` and `not` combine further ones.
"""

from api.schema.filters import (
    BoundingBox,
    DateFilter,
    FloatFilter,
    HandleFilter,
    IntFilter,
    KindFilter,
    NearFilter,
    PlaceKindFilter,
    PlaceSetFilter,
    SourceKindFilter,
    StringFilter,
    TagFilter,
    TextFilter,
)
from api.schema.promise import accepted, input_type

_AND = "All of these hold. Filters nest at most five deep."
_OR = "At least one of these holds. Filters nest at most five deep."
_NOT = "This does not hold. Filters nest at most five deep."
_KEY = "By key, the name that is stable across reloads and readable by people."
_LANGUAGE = "By language, a BCP 47 tag such as `en` or `hy`."
_PUBLISHED = "By date of publication: what may lie in the period, its whole uncertain range considered."


@input_type
class SourceWhere:
    """Which sources to keep, for example `{kind: {eq: ARTICLE}, language: {eq: "fr"}}`."""

    and_: list["SourceWhere"] | None = accepted(_AND, name="and")
    or_: list["SourceWhere"] | None = accepted(_OR, name="or")
    not_: "SourceWhere | None" = accepted(_NOT, name="not")
    key: StringFilter | None = accepted(_KEY)
    title: TextFilter | None = accepted("By title.")
    kind: SourceKindFilter | None = accepted("By kind.")
    publisher: StringFilter | None = accepted("By publisher.")
    language: StringFilter | None = accepted(_LANGUAGE)
    published: DateFilter | None = accepted(_PUBLISHED)


@input_type
class ThreadWhere:
    """Which threads to keep, for example `{hashtags: {any: ["NKpeace"]}, length: {gte: 5}}`."""

    and_: list["ThreadWhere"] | None = accepted(_AND, name="and")
    or_: list["ThreadWhere"] | None = accepted(_OR, name="or")
    not_: "ThreadWhere | None" = accepted(_NOT, name="not")
    key: StringFilter | None = accepted(_KEY)
    language: StringFilter | None = accepted(_LANGUAGE)
    published: DateFilter | None = accepted(_PUBLISHED)
    hashtags: TagFilter | None = accepted("By the hashtags of all its posts together.")
    places: PlaceSetFilter | None = accepted("By the places that its posts mention, all together.")
    mentions: HandleFilter | None = accepted("By the accounts that its posts mention, all together.")
    source: SourceWhere | None = accepted("By its source.")
    coverage: FloatFilter | None = accepted("By `coverage.ratio`, 0 to 1: how much of the thread is present here.")
    is_complete: bool | None = accepted("By `coverage.isComplete`; threads that do not say are in neither.")
    length: IntFilter | None = accepted("By the number of posts present here (`coverage.visible`).")


@input_type
class PostWhere:
    """Which posts to keep, for example `{places: {any: ["Shushi"]}, published: {gte: "2023-01-01"}}`."""

    and_: list["PostWhere"] | None = accepted(_AND, name="and")
    or_: list["PostWhere"] | None = accepted(_OR, name="or")
    not_: "PostWhere | None" = accepted(_NOT, name="not")
    kind: KindFilter | None = accepted("By kind: POST or ARTICLE.")
    language: StringFilter | None = accepted(_LANGUAGE)
    position: IntFilter | None = accepted("By position in its thread or source, counted from 1.")
    published: DateFilter | None = accepted(_PUBLISHED)
    text: TextFilter | None = accepted("By its text, taken literally. For words in any order, use `search`.")
    hashtags: TagFilter | None = accepted("By its hashtags.")
    places: PlaceSetFilter | None = accepted("By the places it mentions.")
    mentions: HandleFilter | None = accepted("By the accounts it mentions.")
    author: StringFilter | None = accepted(
        "By its author's handle, without `@`; `isNull: true` finds the unattributed."
    )
    domain: StringFilter | None = accepted("By the domain of any link in it, such as `example.org`.")
    key: StringFilter | None = accepted(_KEY)
    source: SourceWhere | None = accepted("By its source.")
    thread: ThreadWhere | None = accepted("By its thread; posts without a thread are left out.")


@input_type
class HashtagWhere:
    """Which hashtags to keep, for example `{name: {startsWith: "nk"}, postCount: {gte: 2}}`."""

    and_: list["HashtagWhere"] | None = accepted(_AND, name="and")
    or_: list["HashtagWhere"] | None = accepted(_OR, name="or")
    not_: "HashtagWhere | None" = accepted(_NOT, name="not")
    name: StringFilter | None = accepted("By folded name: small letters, no Latin accents, no `#`.")
    post_count: IntFilter | None = accepted("By the number of posts with the tag.")


@input_type
class PlaceWhere:
    """Which places to keep, for example `{kind: {in: [CITY, TOWN]}, near: {…}}`."""

    and_: list["PlaceWhere"] | None = accepted(_AND, name="and")
    or_: list["PlaceWhere"] | None = accepted(_OR, name="or")
    not_: "PlaceWhere | None" = accepted(_NOT, name="not")
    key: StringFilter | None = accepted(_KEY)
    kind: PlaceKindFilter | None = accepted("By kind.")
    name: TextFilter | None = accepted("By any of its names, in any language and of any time.")
    country: StringFilter | None = accepted("By country, ISO 3166-1 alpha-2; `isNull: true` finds the disputed.")
    within: str | None = accepted("Inside this place, at any depth of its parents; key or name.")
    bbox: BoundingBox | None = accepted("With coordinates in this rectangle.")
    near: NearFilter | None = accepted("With coordinates in this circle; allows the order DISTANCE.")
    post_count: IntFilter | None = accepted("By the number of posts that mention it, DEMONYM left out.")


@input_type
class AccountWhere:
    """Which accounts to keep, for example `{mentionCount: {gte: 3}}`."""

    and_: list["AccountWhere"] | None = accepted(_AND, name="and")
    or_: list["AccountWhere"] | None = accepted(_OR, name="or")
    not_: "AccountWhere | None" = accepted(_NOT, name="not")
    handle: StringFilter | None = accepted("By handle, without `@`.")
    mention_count: IntFilter | None = accepted("By the number of posts that mention it.")
