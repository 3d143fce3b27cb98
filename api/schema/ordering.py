"""The orders of lists: which keys a list can be sorted by, and in which direction.

Equal rows are always settled the same way, so that pages neither repeat nor lose one.
"""

from api.schema.promise import Word, accepted, enum_type, input_type

_DIRECTION = "From which end; ASC when left out."


@enum_type
class Direction(Word):
    """Which end of an order comes first."""

    ASC = "ASC", "Ascending: A before Z, 1 before 2, earlier before later, nearer before farther. The default."
    DESC = "DESC", "Descending: Z before A, 2 before 1, later before earlier, farther before nearer."


@enum_type
class PostOrderKey(Word):
    """What posts can be sorted by."""

    PUBLISHED = "PUBLISHED", "The date of publication: its earliest day, or its instant where known."
    POSITION = "POSITION", "The position in the thread or source."
    RELEVANCE = "RELEVANCE", "How well a post fits the search. Only together with `search`, else BAD_USER_INPUT."
    KEY = "KEY", "The post's key."


@enum_type
class ThreadOrderKey(Word):
    """What threads can be sorted by."""

    RANK = "RANK", "The place in the listing the thread came from."
    PUBLISHED = "PUBLISHED", "The date of publication: its earliest day, or its instant where known."
    LENGTH = "LENGTH", "The number of posts present here (`coverage.visible`)."
    KEY = "KEY", "The thread's key."


@enum_type
class SourceOrderKey(Word):
    """What sources can be sorted by."""

    TITLE = "TITLE", "The title."
    PUBLISHED = "PUBLISHED", "The date of publication: its earliest day, or its instant where known."
    KEY = "KEY", "The source's key."


@enum_type
class HashtagOrderKey(Word):
    """What hashtags can be sorted by."""

    NAME = "NAME", "The folded name."
    POST_COUNT = "POST_COUNT", "The number of posts with the tag."
    LAST_SEEN = "LAST_SEEN", "The date of the last dated post with the tag."


@enum_type
class PlaceOrderKey(Word):
    """What places can be sorted by."""

    NAME = "NAME", "The gazetteer's label."
    POST_COUNT = "POST_COUNT", "The number of posts that mention the place, DEMONYM left out."
    DISTANCE = "DISTANCE", "The distance from the centre of `near`. Only together with `near`, else BAD_USER_INPUT."


@enum_type
class AccountOrderKey(Word):
    """What accounts can be sorted by."""

    HANDLE = "HANDLE", "The handle."
    MENTION_COUNT = "MENTION_COUNT", "The number of mentions of the account."


@input_type
class PostOrder:
    """One step of an order of posts, for example `{by: PUBLISHED, direction: DESC}`."""

    by: PostOrderKey = accepted("What to sort by.")
    direction: Direction = accepted(_DIRECTION, default=Direction.ASC)


@input_type
class ThreadOrder:
    """One step of an order of threads, for example `{by: LENGTH, direction: DESC}`."""

    by: ThreadOrderKey = accepted("What to sort by.")
    direction: Direction = accepted(_DIRECTION, default=Direction.ASC)


@input_type
class SourceOrder:
    """One step of an order of sources, for example `{by: TITLE}`."""

    by: SourceOrderKey = accepted("What to sort by.")
    direction: Direction = accepted(_DIRECTION, default=Direction.ASC)


@input_type
class HashtagOrder:
    """One step of an order of hashtags, for example `{by: POST_COUNT, direction: DESC}`."""

    by: HashtagOrderKey = accepted("What to sort by.")
    direction: Direction = accepted(_DIRECTION, default=Direction.ASC)


@input_type
class PlaceOrder:
    """One step of an order of places, for example `{by: DISTANCE}`."""

    by: PlaceOrderKey = accepted("What to sort by.")
    direction: Direction = accepted(_DIRECTION, default=Direction.ASC)


@input_type
class AccountOrder:
    """One step of an order of accounts, for example `{by: MENTION_COUNT, direction: DESC}`."""

    by: AccountOrderKey = accepted("What to sort by.")
    direction: Direction = accepted(_DIRECTION, default=Direction.ASC)
