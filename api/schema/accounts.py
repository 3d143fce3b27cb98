"""Accounts: who writes posts, and who is mentioned in them."""

from api.schema.arguments import POSTS
from api.schema.connections import Connection
from api.schema.nodes import Node
from api.schema.promise import object_type, promised
from api.schema.references import AccountRef, PostConnectionRef
from api.schema.values import Span


@object_type
class AccountMention:
    """One mention of an account in a post."""

    account: AccountRef = promised("The account mentioned.")
    spelling: str = promised("The handle as written here, without `@`.")
    span: Span = promised("Where it stands, `@` included.")


@object_type
class Account(Node):
    """An account on the platform that posts came from."""

    handle: str = promised("Its handle without `@`, such as `CrisisGroup`.")
    display_name: str | None = promised("The name shown beside the handle, where known.")
    posts: PostConnectionRef = promised("The posts it wrote, as far as the captures name their authors.", **POSTS)
    mentioned_in: PostConnectionRef = promised("The posts that mention it.", **POSTS)
    mention_count: int = promised("The number of posts that mention it: always `mentionedIn.totalCount`.")


@object_type
class AccountConnection(Connection[Account]):
    """One page of a list of accounts."""
