"""The limit: what somebody would write by hand who knows these five questions, these tables and nothing else.

The SQL returns the finished JSON, byte for byte what GraphQL calls `data`, in the manner of each database.
"""

from typing import Final

PUBLISHED = (
    "CASE WHEN p.published_earliest IS NOT NULL THEN {object}('earliest', p.published_earliest, "
    "'latest', p.published_latest, 'precision', p.published_precision) END"
)
PLAIN = (
    "'key', p.key, 'text', p.text, 'published', " + PUBLISHED + ", 'source', {object}('key', s.key, 'title', s.title)"
)
TAGS = (
    "(SELECT {tags} FROM (SELECT spelling, hashtag_id, ordinal FROM post_hashtags"
    " WHERE newest_first = {post}.newest_first AND post_id = {post}.id ORDER BY ordinal) u"
    " JOIN hashtags h ON h.id = u.hashtag_id)"
)
PLACES = (
    "(SELECT {places} FROM (SELECT toponym, role, place_id, ordinal FROM place_mentions"
    " WHERE newest_first = {post}.newest_first AND post_id = {post}.id ORDER BY ordinal) m"
    " JOIN places g ON g.id = m.place_id)"
)
TAGGED = "'hashtags', " + TAGS + ", 'places', " + PLACES
TAG = "{object}('spelling', u.spelling, 'hashtag', {object}('name', h.name))"
PLACE = (
    "{object}('toponym', m.toponym, 'role', m.role, 'place', {object}('key', g.key, 'name', g.label, "
    "'latitude', g.latitude, 'longitude', g.longitude))"
)
PAGE = (
    "SELECT {object}('posts', {object}('nodes', {nodes})){text} FROM (SELECT * FROM posts"
    " WHERE (newest_first, reading_order, id) > ({after})"
    " ORDER BY newest_first, reading_order, id LIMIT {limit}) p JOIN sources s ON s.id = p.source_id"
)
LYING = "p.newest_first = u.newest_first AND p.reading_order = u.reading_order AND "
OF_A_TAG = (
    "SELECT {object}('hashtag', {object}('display', t.display, 'posts', {object}('totalCount', t.post_count,"
    " 'nodes', (SELECT {nodes} FROM (SELECT p.* FROM post_hashtags u JOIN posts p ON {lying}p.id = u.post_id"
    " WHERE u.hashtag_id = t.id AND u.is_first{first} ORDER BY u.newest_first, u.reading_order, u.post_id LIMIT 50) p"
    " JOIN sources s ON s.id = p.source_id)))){text} FROM hashtags t WHERE t.name = {name}"
)
JOINED = (
    "SELECT {object}('hashtag', {object}('display', t.display, 'posts', {object}('totalCount',"
    " (SELECT count(DISTINCT u.post_id) FROM post_hashtags u WHERE u.hashtag_id = t.id),"
    " 'nodes', (SELECT {nodes} FROM (SELECT DISTINCT p.* FROM post_hashtags u JOIN posts p ON p.id = u.post_id"
    " WHERE u.hashtag_id = t.id ORDER BY p.newest_first, p.reading_order, p.id LIMIT 50) p"
    " JOIN sources s ON s.id = p.source_id)))){text} FROM hashtags t WHERE t.name = {name}"
)
THREAD = (
    "SELECT {object}('post', {object}('key', p.key, 'text', p.text,"
    " 'source', {object}('key', s.key, 'title', s.title), {tagged}, 'thread', {object}('key', t.key, 'posts',"
    " {object}('nodes', (SELECT {nodes} FROM (SELECT * FROM posts q WHERE q.thread_id = p.thread_id"
    " ORDER BY q.reading_order LIMIT 100) q))))){text}"
    " FROM posts p JOIN sources s ON s.id = p.source_id JOIN threads t ON t.id = p.thread_id WHERE p.key = {key}"
)


class Manner:
    """How one database writes JSON and values."""

    def __init__(self, *, postgresql: bool) -> None:
        self._postgresql = postgresql
        self._object = "json_build_object" if postgresql else "json_object"

    def statements(self) -> dict[str, str]:
        """All statements by the name of the operation; `joined` is the popular tag without what the reload keeps."""
        tagged = self._tagged("p")
        tagged_post = f"{self._written(PLAIN)}, {tagged}"
        in_thread = f"'key', q.key, 'position', q.position, 'text', q.text, {self._tagged('q')}"
        timeline = ("p.newest_first", "p.reading_order", "p.id")
        return {
            "latest": self._page(self._array(self._node(self._written(PLAIN)), *timeline), 20),
            "nested": self._page(self._array(self._node(tagged_post), *timeline), 20),
            "hundred": self._page(self._array(self._node(tagged_post), *timeline), 100),
            "tag": self._written(OF_A_TAG, nodes=self._array(self._node(self._written(PLAIN)), *timeline)),
            "joined": self._written(JOINED, nodes=self._array(self._node(self._written(PLAIN)), *timeline)),
            "thread": self._written(THREAD, tagged=tagged, nodes=self._array(self._node(in_thread), "q.reading_order")),
        }

    def _page(self, nodes: str, limit: int) -> str:
        after = ", ".join(self._parameter(name) for name in ("newest", "reading", "id"))
        return self._written(PAGE, nodes=nodes, limit=str(limit), after=after)

    def _node(self, pairs: str) -> str:
        return f"{self._object}({pairs})"

    def _tagged(self, post: str) -> str:
        tags = self._array(self._written(TAG), "u.ordinal")
        places = self._array(self._written(PLACE), "m.ordinal")
        return self._written(TAGGED, post=post, tags=tags, places=places)

    def _array(self, item: str, *order: str) -> str:
        if self._postgresql:
            return f"coalesce(json_agg({item} ORDER BY {', '.join(order)}), '[]'::json)"
        return f"json_group_array({item})"

    def _parameter(self, name: str) -> str:
        return f"%({name})s" if self._postgresql else f":{name}"

    def _written(self, template: str, **parts: str) -> str:
        made = template.replace("{object}", self._object).replace("{text}", "::text" if self._postgresql else "")
        made = made.replace("{first}", "" if self._postgresql else " = 1")  # SQLite knows the index by an equality
        made = made.replace("{lying}", "" if self._postgresql else LYING)
        for name in ("name", "key"):
            made = made.replace("{" + name + "}", self._parameter(name))
        for name, part in parts.items():
            made = made.replace("{" + name + "}", part)
        return made


STATEMENTS: Final = {
    "sqlite": Manner(postgresql=False).statements(),
    "postgresql": Manner(postgresql=True).statements(),
}
