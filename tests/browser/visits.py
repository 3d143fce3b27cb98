"""One page in a browser, and what came of opening it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route, WebSocket


Scheme = Literal["light", "dark"]
"""The colours that the system prefers."""


@dataclass
class Visit:
    """A page, the server it should keep to, what it asked of others, and what it complained of on the console."""

    page: Page
    server: str
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Listen to everything the page does; requests to other hosts are noted and cut."""
        self.page.on("console", lambda said: self.complain(said.text) if said.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.complain(str(error)))
        self.page.on("websocket", self.listen)
        self.page.context.route("**/*", self.pass_or_cut)

    def complain(self, words: str) -> None:
        """Note what the console was told."""
        self.complaints.append(words)

    def listen(self, socket: WebSocket) -> None:
        """Note a socket that leads elsewhere."""
        if not self.is_home(socket.url):
            self.foreign.append(socket.url)

    def pass_or_cut(self, route: Route) -> None:
        """Let a request to the server through and cut any other."""
        if self.is_home(route.request.url):
            route.continue_()
        else:
            self.foreign.append(route.request.url)
            route.abort()

    def is_home(self, url: str) -> bool:
        """Tell whether an address is one of the server's own."""
        return urlsplit(url).netloc == urlsplit(self.server).netloc

    def open(self, path: str) -> None:
        """Go to a path of the server."""
        self.page.goto(self.server + path)
