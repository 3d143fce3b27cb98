"""Writes a feed as JSON Feed 1.1."""

import orjson

from api.endpoints.rest.feeds.entries import Entry, Feed

VERSION = "https://jsonfeed.org/version/1.1"


def written(feed: Feed) -> bytes:
    """Write the whole document; what is not known is left out, as the format wants it."""
    return orjson.dumps(
        {
            "version": VERSION,
            "title": feed.title,
            "description": feed.description,
            "home_page_url": feed.page,
            "feed_url": feed.address,
            "_parley": {"revision": feed.revision, "rights": feed.rights},
            "items": [_item(entry) for entry in feed.entries],
        }
    )


def _item(entry: Entry) -> dict[str, object]:
    known = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_text": entry.text,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "language": entry.language,
        "authors": [{"name": entry.author}] if entry.author else None,
        "tags": list(entry.tags) or None,
        "_parley": {"rights": entry.rights} if entry.rights else None,
    }
    return {name: value for name, value in known.items() if value is not None}
