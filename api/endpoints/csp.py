"""What a browser may do with an answer: one content security policy for each kind of page.

A response leaves with the headers of its policy; nothing is allowed that a policy does not name.
"""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SELF = "'self'"


def policy(**allowed: str) -> str:
    """Spell the policy that allows only what is named, such as `style_src="'self'"` (CSP level 3)."""
    directives = {"default_src": "'none'", **allowed}
    directives |= dict.fromkeys(("base_uri", "form_action", "frame_ancestors"), "'none'")
    return "; ".join(f"{name.replace('_', '-')} {value}" for name, value in directives.items())


DATA = policy()
"""For answers that are no pages: JSON, feeds, exports, errors."""

HOME = policy(style_src=SELF, img_src=SELF)

SWAGGER = policy(script_src=SELF, style_src=SELF, img_src="'self' data:", connect_src=SELF)

GRAPHIQL = policy(
    script_src=SELF,
    style_src="'self' 'unsafe-inline'",  # Monaco writes the styles of its themes and lines into the page
    font_src=SELF,
    img_src="'self' data:",
    connect_src=SELF,
    worker_src=SELF,
)


def headers(csp: str) -> dict[str, str]:
    """Give the headers that every response under this policy carries."""
    return {
        "Content-Security-Policy": csp,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
    }


class SecurityHeaders:
    """ASGI middleware: a response that brings no policy of its own leaves with that of `DATA`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = MutableHeaders(scope=message)
                for name, value in headers(DATA).items():
                    present.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, guarded)
