"""The usual way, written well: Strawberry types over SQLAlchemy's mapped objects, a dataloader a relation, its caches.

A request has a session and loaders of its own; each loader asks once for all that a level of the answer needs.
"""

from collections.abc import Iterator, Sequence
from typing import Any, cast

import strawberry
from sqlalchemy import Engine, create_engine, func, select, tuple_
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.dataloader import DataLoader
from strawberry.extensions import ParserCache, SchemaExtension, ValidationCache
from strawberry.types import Info

from api import models


class Context:
    """What a request's resolvers share."""

    def __init__(self, engine: Engine) -> None:
        self.session = session = Session(engine)

        async def load_sources(ids: list[int]) -> Sequence[Any]:
            return _by_id(session, models.Source, ids)

        async def load_threads(ids: list[int]) -> Sequence[Any]:
            return _by_id(session, models.Thread, ids)

        async def load_hashtags(ids: list[int]) -> Sequence[Any]:
            return _by_id(session, models.Hashtag, ids)

        async def load_places(ids: list[int]) -> Sequence[Any]:
            return _by_id(session, models.Place, ids)

        async def load_uses(ids: list[int]) -> Sequence[Any]:
            return _by_post(session, models.PostHashtag, ids)

        async def load_mentions(ids: list[int]) -> Sequence[Any]:
            return _by_post(session, models.PlaceMention, ids)

        self.sources: DataLoader[int, Any] = DataLoader(load_fn=load_sources)
        self.threads: DataLoader[int, Any] = DataLoader(load_fn=load_threads)
        self.hashtags: DataLoader[int, Any] = DataLoader(load_fn=load_hashtags)
        self.places: DataLoader[int, Any] = DataLoader(load_fn=load_places)
        self.uses: DataLoader[int, Any] = DataLoader(load_fn=load_uses)
        self.mentions: DataLoader[int, Any] = DataLoader(load_fn=load_mentions)


def _by_id(session: Session, model: Any, ids: list[int]) -> list[Any]:
    found = {row.id: row for row in session.scalars(select(model).where(model.id.in_(ids)))}
    return [found.get(number) for number in ids]


def _by_post(session: Session, model: Any, ids: list[int]) -> list[list[Any]]:
    found: dict[int, list[Any]] = {number: [] for number in ids}
    for row in session.scalars(select(model).where(model.post_id.in_(ids)).order_by(model.post_id, model.ordinal)):
        found[row.post_id].append(row)
    return [found[number] for number in ids]


@strawberry.type
class UncertainDate:
    earliest: str
    latest: str
    precision: str


@strawberry.type
class Source:
    key: str
    title: str


@strawberry.type
class HashtagName:
    name: str


@strawberry.type
class HashtagUse:
    spelling: str

    @strawberry.field
    async def hashtag(self, info: Info[Context, None]) -> HashtagName:
        row: Any = self
        found: HashtagName = await info.context.hashtags.load(row.hashtag_id)
        return found


@strawberry.type
class Place:
    key: str
    latitude: float | None
    longitude: float | None

    @strawberry.field
    def name(self) -> str:
        row: Any = self
        label: str = row.label
        return label


@strawberry.type
class PlaceMention:
    toponym: str
    role: str

    @strawberry.field
    async def place(self, info: Info[Context, None]) -> Place:
        row: Any = self
        found: Place = await info.context.places.load(row.place_id)
        return found


@strawberry.type
class Post:
    key: str
    text: str
    position: int

    @strawberry.field
    def published(self) -> UncertainDate | None:
        row: Any = self
        if row.published_earliest is None:
            return None
        return UncertainDate(
            earliest=row.published_earliest, latest=row.published_latest, precision=row.published_precision
        )

    @strawberry.field
    async def source(self, info: Info[Context, None]) -> Source:
        row: Any = self
        found: Source = await info.context.sources.load(row.source_id)
        return found

    @strawberry.field
    async def thread(self, info: Info[Context, None]) -> "Thread | None":
        row: Any = self
        found: Thread | None = await info.context.threads.load(row.thread_id)
        return found

    @strawberry.field
    async def hashtags(self, info: Info[Context, None]) -> list[HashtagUse]:
        row: Any = self
        found: list[HashtagUse] = await info.context.uses.load(row.id)
        return found

    @strawberry.field
    async def places(self, info: Info[Context, None]) -> list[PlaceMention]:
        row: Any = self
        found: list[PlaceMention] = await info.context.mentions.load(row.id)
        return found


@strawberry.type
class Posts:
    nodes: list[Post]
    total_count: int


@strawberry.type
class Thread:
    key: str

    @strawberry.field
    def posts(self, info: Info[Context, None], first: int = 100) -> Posts:
        row: Any = self
        model = models.Post
        statement = select(model).where(model.thread_id == row.id).order_by(model.position).limit(first)
        found: Any = info.context.session.scalars(statement).all()
        return Posts(nodes=found, total_count=row.visible)


@strawberry.type
class Hashtag:
    display: str

    @strawberry.field
    def posts(self, info: Info[Context, None], first: int = 50) -> Posts:
        row: Any = self
        post, use = models.Post, models.PostHashtag
        tagged = select(post).join(use, use.post_id == post.id).where(use.hashtag_id == row.id, use.is_first)
        ordered = tagged.order_by(use.newest_first, use.reading_order, use.post_id).limit(first)
        counted = select(func.count()).select_from(use).where(use.hashtag_id == row.id, use.is_first)
        found: Any = info.context.session.scalars(ordered).all()
        return Posts(nodes=found, total_count=info.context.session.scalar(counted) or 0)


@strawberry.type
class Query:
    @strawberry.field
    def posts(self, info: Info[Context, None], first: int = 20, after: str | None = None) -> Posts:
        model = models.Post
        order = (model.newest_first, model.reading_order, model.id)
        statement = select(model).order_by(*order).limit(first)
        if after is not None:
            statement = statement.where(tuple_(*order) > tuple(map(int, after.split(".")[1:])))
        found: Any = info.context.session.scalars(statement).all()
        return Posts(nodes=found, total_count=0)

    @strawberry.field
    def hashtag(self, info: Info[Context, None], name: str) -> Hashtag | None:
        found: Any = info.context.session.scalar(select(models.Hashtag).where(models.Hashtag.name == name))
        return cast("Hashtag | None", found)

    @strawberry.field
    def post(self, info: Info[Context, None], key: str) -> Post | None:
        found: Any = info.context.session.scalar(select(models.Post).where(models.Post.key == key))
        return cast("Post | None", found)


class Closing(SchemaExtension):
    """Gives the session back when an operation is over."""

    def on_operation(self) -> Iterator[None]:
        yield
        self.execution_context.context.session.close()


class Endpoint(GraphQL[Context, None]):
    """The endpoint, with a context of its own for each request."""

    def __init__(self, url: str) -> None:
        extensions = [lambda: ParserCache(maxsize=256), lambda: ValidationCache(maxsize=256), Closing]
        super().__init__(strawberry.Schema(Query, extensions=extensions))
        self._engine = create_engine(url, pool_size=4)

    async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> Context:  # noqa: ARG002
        return Context(self._engine)
