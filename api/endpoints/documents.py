"""Documents asked for by name or by hash instead of being sent: a question enters, and leaves with its text filled in.

Three ways: `documentId` (a trusted document's hash or file name), and Apollo's automatic persisted queries, for trusted
documents as for any that a client has sent with its hash before.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from api.endpoints.questions import Question
from api.errors import InvalidArgument, PersistedQueryNotFound, SettingsInvalid

BUNDLED = Path(__file__).parent / "queries"
"""Documents that every server knows; those of its own folder may take their names."""

REMEMBERED_BYTES = 8_388_608
"""Memory a worker spends on texts that clients asked it to remember."""


class Documents:
    """The texts that can be asked for without being sent. `only`: nothing else is answered."""

    def __init__(self, folder: Path | None, *, only: bool = False) -> None:
        self.only = only
        self.named: Mapping[str, str] = _read(BUNDLED) | (_read(folder) if folder else {})
        self._trusted = {digest(text): text for text in self.named.values()}
        self._remembered: OrderedDict[str, str] = OrderedDict()
        self._bytes = 0

    def filled(self, asked: Question) -> Question:
        """Return the question with its text; `PersistedQueryNotFound` when it is not known here."""
        if asked.document_id is not None:
            asked = replace(asked, query=self._by_id(asked.document_id))
        elif (hashed := _hash(asked.extensions)) is not None:
            asked = replace(asked, query=self._by_hash(hashed, asked.query))
        if self.only and digest(asked.query or "") not in self._trusted:
            raise InvalidArgument("only trusted documents are answered here, and this is none of them")
        return asked

    def _by_id(self, name: str) -> str:
        found = self._trusted.get(name.removeprefix("sha256:")) or self.named.get(name)
        if found is None:
            raise PersistedQueryNotFound(f"there is no document `{name}` here")
        return found

    def _by_hash(self, hashed: str, text: str | None) -> str:
        if text is None or text == "":
            found = self._trusted.get(hashed) or self._remembered.get(hashed)
            if found is None:
                raise PersistedQueryNotFound
            return found
        if digest(text) != hashed:
            raise InvalidArgument("`sha256Hash` is not the SHA-256 of `query`")
        if not self.only:
            self._remember(hashed, text)
        return text

    def _remember(self, hashed: str, text: str) -> None:
        if hashed in self._remembered:
            self._remembered.move_to_end(hashed)
            return
        self._remembered[hashed] = text
        self._bytes += len(text)
        while self._bytes > REMEMBERED_BYTES:
            _, forgotten = self._remembered.popitem(last=False)
            self._bytes -= len(forgotten)


def digest(text: str) -> str:
    """Return the SHA-256 of a text in lower-case hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _hash(extensions: Mapping[str, object] | None) -> str | None:
    """Read `extensions.persistedQuery`; None without one, `InvalidArgument` for one that cannot be read."""
    persisted = (extensions or {}).get("persistedQuery")
    if persisted is None:
        return None
    hashed = persisted.get("sha256Hash") if isinstance(persisted, dict) else None
    if not isinstance(persisted, dict) or persisted.get("version") != 1 or not isinstance(hashed, str):
        raise InvalidArgument('`persistedQuery` must be {"version": 1, "sha256Hash": "…"}')
    return hashed.lower()


def _read(folder: Path) -> dict[str, str]:
    """Read the `.graphql` files of a folder and those below it by their paths without the suffix."""
    files = sorted(folder.rglob("*.graphql"))
    try:
        return {file.relative_to(folder).with_suffix("").as_posix(): file.read_text("utf-8") for file in files}
    except (OSError, UnicodeDecodeError) as fault:
        raise SettingsInvalid(f"a trusted document cannot be read: {fault}") from fault
