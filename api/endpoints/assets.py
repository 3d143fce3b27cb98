"""The files that the pages ask for: scripts, styles, fonts, pictures, licences.

A path enters, a file of one folder leaves; templates, sources and everything outside the folder stay out of reach.
"""

import os
import re
from pathlib import Path, PurePath

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from api.endpoints import csp

MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
}
"""What is served, and as what. Fixed here: with `nosniff` a wrong guess of the system's tables would break a page."""

HASHED = re.compile(r"-[\w-]{8}\.\w+")
"""The end of a name that carries a digest of its content, as Vite writes it."""

FOREVER = "public, max-age=31536000, immutable"
REVALIDATE = "no-cache"


class Assets(StaticFiles):
    """One folder of files under one policy; a worker takes its policy from the script's own response."""

    def __init__(self, folder: Path, policy: str) -> None:
        super().__init__(directory=folder)
        self.headers = csp.headers(policy)

    def lookup_path(self, path: str) -> tuple[str, os.stat_result | None]:
        if PurePath(path).suffix not in MEDIA_TYPES:
            return "", None
        return super().lookup_path(path)

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        file = PurePath(full_path)
        response.headers.update(self.headers)
        response.headers["Cache-Control"] = FOREVER if HASHED.search(file.name) else REVALIDATE
        if "content-type" in response.headers:
            response.headers["Content-Type"] = MEDIA_TYPES[file.suffix]
        return response
