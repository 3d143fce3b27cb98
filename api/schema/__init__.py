"""What is promised: every type, field and argument of the GraphQL schema, described, without working bodies."""

from api.schema.build import build, promise, sdl

__all__ = ["build", "promise", "sdl"]
