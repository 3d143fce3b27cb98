"""Writes a feed as Atom (RFC 4287)."""

from xml.etree.ElementTree import Element, SubElement, tostring

from api.endpoints.rest.feeds.entries import Entry, Feed

ATOM = "http://www.w3.org/2005/Atom"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def written(feed: Feed) -> bytes:
    """Write the whole document."""
    root = Element("feed", xmlns=ATOM)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.description)
    _text(root, "id", feed.id)
    _text(root, "updated", feed.updated)
    SubElement(root, "link", rel="self", type="application/atom+xml", href=feed.address)
    SubElement(root, "link", rel="alternate", type="application/json", href=feed.page)
    _text(SubElement(root, "author"), "name", feed.title.partition(":")[0])
    _text(root, "generator", "Parley")
    if feed.rights:
        _text(root, "rights", feed.rights)
    for entry in feed.entries:
        _entry(SubElement(root, "entry"), entry)
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def _entry(element: Element, entry: Entry) -> None:
    if entry.language:
        element.set(LANGUAGE, entry.language)
    _text(element, "title", entry.title)
    _text(element, "id", entry.id)
    _text(element, "updated", entry.updated)
    if entry.published:
        _text(element, "published", entry.published)
    SubElement(element, "link", rel="alternate", href=entry.url)
    if entry.author:
        _text(SubElement(element, "author"), "name", entry.author)
    for tag in entry.tags:
        SubElement(element, "category", term=tag)
    if entry.rights:
        _text(element, "rights", entry.rights)
    _text(element, "content", entry.text)


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
