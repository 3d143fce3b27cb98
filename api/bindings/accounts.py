"""Bindings of accounts."""

from sqlalchemy import Text

from api.bindings import filters
from api.bindings.values import TIMELINE, node_id, table
from api.compiler.binding import Term, TypeBinding
from api.compiler.connections import Connection
from api.compiler.members import Driver, MembersOf
from api.models import Account, AccountMention

_HANDLE = Term("handle_folded", kind=Text())

ACCOUNT = TypeBinding(
    "Account",
    table(Account),
    fields={
        "id": node_id("account"),
        "posts": Connection(MembersOf("Post", lambda row, scope, _: [row["author_id"] == scope.row["id"]])),
        "mentionedIn": Connection(
            MembersOf(
                "Post",
                driver=lambda _: Driver(
                    table(AccountMention),
                    "post_id",
                    lambda use, scope, _: [use["account_id"] == scope.row["id"], use["is_first"].is_(True)],
                    order=TIMELINE,
                ),
                known_count=lambda scope, _: scope.row["mention_count"],
            )
        ),
    },
    filters=filters.ACCOUNTS,
    orders={
        ("HANDLE", "ASC"): (_HANDLE,),
        ("HANDLE", "DESC"): (_HANDLE.reversed(),),
        ("MENTION_COUNT", "ASC"): (Term("mention_count"),),
        ("MENTION_COUNT", "DESC"): (Term("mention_count", True),),
    },
    default_order=(_HANDLE,),
    unique=(_HANDLE,),
)
