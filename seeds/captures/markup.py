"""HTML of a Mastodon status to the text its author wrote.

What enters is the `content` of a status; what leaves is plain text, and the links whose words are not their address.
Addresses come back whole: Mastodon hides their scheme and their end with "invisible" spans, which are kept here.
"""

import re
from html.parser import HTMLParser

from seeds.captures.drafts import Record

_BLOCKS = frozenset({"p", "div", "blockquote", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN = frozenset({"script", "style", "template", "title"})
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_PICTURES = frozenset({"img"})


def plain_text(html: str) -> tuple[str, list[Record]]:
    """Return the text, paragraphs parted by a blank line, and a record for each link that hides its address."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text(), reader.links


class _Reader(HTMLParser):
    """Writes words as they come; blanks of the markup are one blank, those of `pre` stay."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[Record] = []
        self._out: list[str] = []
        self._unseen = self._verbatim = 0
        self._anchor: tuple[str, int] | None = None
        self._lists: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "br":
            self._out.append("\n")
        elif tag == "li":
            self._item()
        elif tag in _BLOCKS:
            self._break()
            self._verbatim += tag == "pre"
            if tag in ("ul", "ol"):
                self._lists.append(1 if tag == "ol" else None)
        elif tag == "a" and self._anchor is None:
            self._anchor = (named.get("href", ""), len(self._out))
        elif tag in _PICTURES:
            self._out.append(named.get("alt", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BLOCKS:
            self._verbatim = max(0, self._verbatim - (tag == "pre"))
            if tag in ("ul", "ol") and self._lists:
                self._lists.pop()
            self._break()
        elif tag == "a" and self._anchor is not None:
            self._close_anchor(*self._anchor)
            self._anchor = None

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        words = data if self._verbatim else _BLANKS.sub(" ", data)
        if words.startswith(" ") and not self._verbatim and self._at_line_start():
            words = words[1:]
        self._out.append(words)

    def text(self) -> str:
        """Return what was written, without blanks around it or at a line's end."""
        return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", "".join(self._out))).strip(" \t\n\r")

    def _at_line_start(self) -> bool:
        last = next((part for part in reversed(self._out) if part), "\n")
        return last[-1] in " \n"

    def _break(self) -> None:
        if self._lists:
            return
        self._out.append("\n\n")

    def _item(self) -> None:
        number = self._lists[-1] if self._lists else None
        if number is not None:
            self._lists[-1] = number + 1
        self._out.append("\n- " if number is None else f"\n{number}. ")

    def _close_anchor(self, href: str, begun: int) -> None:
        """A link whose words are its address, a mention or a tag speaks for itself; any other keeps its address."""
        words = "".join(self._out[begun:]).strip()
        if not href or not words or words[0] in "@#" or _bare(words) == _bare(href):
            return
        self.links.append({"displayed": words, "url": href})


def _bare(address: str) -> str:
    return re.sub(r"\Ahttps?://", "", address).rstrip("/").casefold()
