"""What is stored: the tables of sources, threads, posts, hashtags, places, accounts and the dataset itself."""

from api.models.accounts import Account, AccountMention
from api.models.base import UNDATED, Base
from api.models.datasets import Change, Dataset, Period, Revision, SeedFile, Tally
from api.models.hashtags import Hashtag, HashtagAlias, HashtagPair, HashtagVariant, PostHashtag
from api.models.identity import NODE_TYPES, identify, node_id, parse_node_id
from api.models.places import Place, PlaceAncestor, PlaceMention, PlaceName, PlaceParent
from api.models.posts import Footnote, Link, Media, Post, PostText
from api.models.search import NameText, Suggestion, Synonym
from api.models.sources import RelatedItem, Source
from api.models.threads import Thread

__all__ = [
    "NODE_TYPES",
    "UNDATED",
    "Account",
    "AccountMention",
    "Base",
    "Change",
    "Dataset",
    "Footnote",
    "Hashtag",
    "HashtagAlias",
    "HashtagPair",
    "HashtagVariant",
    "Link",
    "Media",
    "NameText",
    "Period",
    "Place",
    "PlaceAncestor",
    "PlaceMention",
    "PlaceName",
    "PlaceParent",
    "Post",
    "PostHashtag",
    "PostText",
    "RelatedItem",
    "Revision",
    "SeedFile",
    "Source",
    "Suggestion",
    "Synonym",
    "Tally",
    "Thread",
    "identify",
    "node_id",
    "parse_node_id",
]
