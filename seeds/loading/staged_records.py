"""Threads and posts as they were read, waiting in the private database for what they depend on."""

from collections.abc import Iterable, Iterator

from seeds.loading.staging import Scratch

PackedThread = tuple[int, bytes | None, str, int, str | None, str | None]
"""A thread as read: id, packed record (None where it was not read again), source's key, rank, language, author."""
PackedPost = tuple[int, bytes, int | None, int, str | None]
"""A post as read: id, packed record, id of its thread, position, key of its source."""
PostInPlace = tuple[bytes, str, int | None, str | None, str | None]
"""A post with what it takes from its thread: packed record, source's key, rank, language, author."""


class StagedRecords:
    """Each method is one statement or one stream. Of records with one id the first stays; faults name the others."""

    def __init__(self, database: Scratch) -> None:
        self._database = database

    def keep_threads(self, threads: Iterable[PackedThread]) -> None:
        """Keep threads as read."""
        self._database.executemany("INSERT OR IGNORE INTO threads VALUES (?, ?, ?, ?, ?, ?)", threads)

    def keep_posts(self, posts: Iterable[PackedPost]) -> None:
        """Keep posts as read."""
        self._database.executemany("INSERT OR IGNORE INTO posts VALUES (?, ?, ?, ?, ?)", posts)

    def threads(self) -> Iterator[PackedThread]:
        """Stream the threads that were read, in the order of reading."""
        yield from self._database.execute("SELECT * FROM threads WHERE located IS NOT NULL ORDER BY rowid")

    def posts(self) -> Iterator[PostInPlace]:
        """Stream the posts in the order of reading; those whose thread was dropped are left out."""
        yield from self._database.execute(
            "SELECT p.located, coalesce(t.source, p.source), t.rank, t.language, t.author FROM posts p"
            " LEFT JOIN threads t ON t.id = p.thread WHERE p.thread IS NULL OR t.id IS NOT NULL ORDER BY p.rowid"
        )

    def missing_threads(self) -> Iterator[tuple[int, bytes]]:
        """Stream the threads that posts need and that were not read: id, and one of the posts."""
        self._know_threads_of_posts()
        yield from self._database.execute(
            "SELECT thread, located FROM posts"
            " WHERE thread IS NOT NULL AND thread NOT IN (SELECT id FROM threads WHERE located IS NOT NULL)"
            " GROUP BY thread"
        )

    def needed_sources(self) -> Iterator[str]:
        """Stream the keys of the sources that threads and posts need."""
        order = "SELECT source FROM threads UNION SELECT source FROM posts WHERE source IS NOT NULL"
        return (key for (key,) in self._database.execute(order))

    def first_posts(self, threads: list[int]) -> dict[int, tuple[int, bytes]]:
        """Return, of each of some threads, the lowest position among the posts that were read, and that post packed."""
        self._know_threads_of_posts()
        found = self._database.execute(
            "SELECT thread, min(position), located FROM posts"
            " WHERE thread IN (SELECT value FROM json_each(?)) GROUP BY thread",
            (str(threads),),
        )
        return {thread: (position, located) for thread, position, located in found}

    def _know_threads_of_posts(self) -> None:
        """Make the index that finds the posts of a thread: a first reload has no use for it."""
        self._database.execute("CREATE INDEX IF NOT EXISTS posts_by_thread ON posts (thread, position)")

    def drop_threads(self, numbers: Iterable[int]) -> None:
        """Leave threads out, and so their posts."""
        self._database.executemany("DELETE FROM threads WHERE id = ?", ((number,) for number in numbers))

    def open_threads(self, openings: Iterable[tuple[int, int, str | None]]) -> None:
        """Remember the words that posts begin with, by thread and position; the lowest position of a thread stays."""
        self._database.executemany(
            "INSERT INTO openings VALUES (?, ?, ?) ON CONFLICT (thread) DO UPDATE"
            " SET position = excluded.position, words = excluded.words WHERE excluded.position < position",
            openings,
        )

    def openings(self, threads: list[int]) -> dict[int, tuple[int, str | None]]:
        """Return the lowest position in each of some threads, and the words that its post begins with."""
        found = self._database.execute(
            "SELECT thread, position, words FROM openings WHERE thread IN (SELECT value FROM json_each(?))",
            (str(threads),),
        )
        return {thread: (position, words) for thread, position, words in found}
