"""Circles among places: which lie in which enters, the circles leave, each once."""

from collections.abc import Iterator, Mapping


def loop(parents: Mapping[str, tuple[str, ...]]) -> Iterator[list[str]]:
    """Each circle that a walk from child to parent finds, its keys in order. Walks each edge once."""
    finished: set[str] = set()
    for start in parents:
        path: list[str] = []
        on_path: dict[str, int] = {}
        open_edges: list[Iterator[str]] = []
        current: str | None = start
        while current is not None or open_edges:
            if current is not None and current not in finished:
                if current in on_path:
                    yield path[on_path[current] :]
                else:
                    on_path[current] = len(path)
                    path.append(current)
                    open_edges.append(iter(parents.get(current, ())))
            current = next(open_edges[-1], None) if open_edges else None
            if current is None and open_edges:
                open_edges.pop()
                done = path.pop()
                del on_path[done]
                finished.add(done)
