"""Small random datasets: what seeds may say of some sources, threads, posts, places and accounts, in some files."""

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

Files = dict[str, list[dict[str, Any]]]  # Any: JSON, as seeds hold it
"""The NDJSON records of each file, by its name."""

TAGS = ("Lakes", "LAKES", "lákes", "Hills", "hills", "Paix")
WORDS = ("calm", "Northmark", "Northmarkers", "Southmark", "🏔", "@Ann", "@ann", "@BOB", "#Lakes", "#lakes", "#Hills")
FILES = ("x.ndjson", "y.ndjson", "z.ndjson")
HANDLES = ("Ann", "ann", "Carl")
DATES = (
    None,
    "2021",
    "2021-03",
    "2021-03-15",
    "2022-01-02T03:04:05Z",
    {"earliest": "2020-12-30", "latest": "2021-01-02"},
)

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
optional_handles = st.sampled_from((None, None, *HANDLES))
some_tags = st.lists(st.sampled_from(TAGS), max_size=2, unique_by=str.casefold)


def drawn_some(draw: st.DrawFn, keys: list[str]) -> list[str]:
    """Some of these keys, in their order."""
    return [key for key in keys if draw(st.booleans())]


@st.composite
def sources(draw: st.DrawFn, key: str) -> dict[str, Any]:
    return {
        "type": "source",
        "key": key,
        "kind": "THREAD_LISTING",
        "title": draw(st.sampled_from(("One", "Two"))),
        "language": draw(st.sampled_from((None, "en", "fr"))),
        "licence": draw(st.sampled_from((None, "CC0-1.0", "MIT"))),
        "hashtags": draw(some_tags),
    }


@st.composite
def threads(draw: st.DrawFn, key: str, source: str, rank: int) -> dict[str, Any]:
    return {
        "type": "thread",
        "key": key,
        "source": source,
        "rank": rank,
        "title": draw(st.sampled_from((None, None, "A title"))),
        "author": draw(optional_handles),
        "language": draw(st.sampled_from((None, "de"))),
        "published": draw(st.sampled_from(DATES)),
        "url": draw(st.sampled_from((None, "https://example.org/thread"))),
    }


@st.composite
def posts(draw: st.DrawFn, key: str, home: dict[str, str], position: int) -> dict[str, Any]:
    return {
        "type": "post",
        "key": key,
        **home,
        "position": position,
        "text": draw(texts),
        "author": draw(optional_handles),
        "published": draw(st.sampled_from(DATES)),
        "language": draw(st.sampled_from((None, None, "hy"))),
        "hashtags": draw(some_tags),
        "media": draw(st.sampled_from(([], [{"caption": "Northmark, #Paix"}]))),
        "footnotes": draw(st.sampled_from(([], [{"marker": "[1]", "text": "@Ann in Southmark"}]))),
        "title": draw(st.sampled_from((None, "Southmark"))),
    }


@st.composite
def places(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Two places, one of them in the other perhaps; or none, and then the bundled ones serve."""
    if draw(st.integers(0, 5)) == 0:
        return []
    north = {
        "type": "place",
        "key": "northmark",
        "kind": "REGION",
        "latitude": draw(st.sampled_from((10.5, 11.5))),
        "longitude": 20.25,
        "names": [{"text": "Northmark", "status": "PREFERRED", "match": draw(st.sampled_from((True, True, False)))}],
        "demonyms": [{"text": "Northmarkers"}],
        "parents": draw(st.sampled_from(([], [{"place": "southmark", "relation": "ADMINISTERED_BY"}]))),
        "hashtags": draw(st.sampled_from(([], ["Hills"]))),
    }
    south = {"type": "place", "key": "southmark", "kind": "COUNTRY", "label": "Southmark"}
    return [north, south]


@st.composite
def asides(draw: st.DrawFn) -> list[dict[str, Any]]:
    """What is said of the whole."""
    said: list[dict[str, Any]] = []
    if draw(st.booleans()):
        said.append({"type": "dataset", "name": draw(st.sampled_from(("Hills", "Lakes"))), "citation": "Cite us."})
    if draw(st.booleans()):
        said.append({"type": "account", "handle": "aNN", "display_name": draw(st.sampled_from((None, "Ann Ame")))})
    if draw(st.booleans()):
        said.append({"type": "hashtag_alias", "name": "Lakes", "aliases": ["Paix"]})
    if draw(st.integers(0, 3)) == 0:
        one = draw(
            st.sampled_from(({"handles": ["ANN"]}, {"posts": ["a/1/1"]}, {"urls": ["https://example.org/thread"]}))
        )
        said.append({"type": "suppress", **one})
    return said


@st.composite
def datasets(draw: st.DrawFn) -> Files:
    """A dataset in up to three files; references cross them."""
    records: list[dict[str, Any]] = [*draw(places()), *draw(asides())]
    for source in drawn_some(draw, ["a", "b"]):
        records.append(draw(sources(source)))
        ranks = draw(st.permutations((1, 2, 3)))
        for number, rank in zip(drawn_some(draw, ["1", "2", "3"]), ranks, strict=False):
            thread = f"{source}/{number}"
            records.append(draw(threads(thread, source, rank)))
            places_in_it = draw(st.permutations((1, 2, 3)))
            for post, position in zip(drawn_some(draw, ["1", "2", "3"]), places_in_it, strict=False):
                records.append(draw(posts(f"{thread}/{post}", {"thread": thread}, position)))
        if draw(st.booleans()):
            records.append(draw(posts(f"{source}/alone", {"source": source}, 1)))
    files: Files = {}
    for record in records:
        files.setdefault(draw(st.sampled_from(FILES)), []).append(record)
    return files or {"x.ndjson": [{"type": "dataset", "name": "Empty"}]}


@st.composite
def edited(draw: st.DrawFn, files: Files) -> Files:
    """Nearly the same dataset: a few records changed, dropped or moved to another file."""
    records = [(name, dict(record)) for name in files for record in files[name]]
    for _ in range(draw(st.integers(1, 3))):
        if not records:
            break
        place = draw(st.integers(0, len(records) - 1))
        name, record = records[place]
        edit = draw(st.sampled_from(("change", "drop", "move")))
        if edit == "move":
            records[place] = (draw(st.sampled_from(FILES)), record)
        elif edit == "change":
            record |= draw(changes_of(record))
        elif record["type"] not in ("source", "thread", "place"):
            del records[place]
    kept: Files = {}
    for name, record in records:
        kept.setdefault(name, []).append(record)
    return kept or {"x.ndjson": [{"type": "dataset", "name": "Empty"}]}


def changes_of(record: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Other values for some fields of a record; nothing for kinds that have none to spare."""
    fields: dict[str, dict[str, st.SearchStrategy[Any]]] = {
        "source": {"hashtags": some_tags, "language": st.sampled_from((None, "en", "fr"))},
        "thread": {"author": optional_handles, "title": st.sampled_from((None, "Another")), "rank": st.just(7)},
        "post": {"text": texts, "author": optional_handles, "published": st.sampled_from(DATES)},
        "dataset": {"citation": st.just("Cite us well.")},
    }
    drawn = {name: st.fixed_dictionaries({name: values}) for name, values in fields.get(record["type"], {}).items()}
    return st.one_of(*drawn.values()) if drawn else st.just({})


def write(files: Files, folder: Path) -> Path:
    """Write a dataset into a folder, in place of what is there; return the folder."""
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for name, records in files.items():
        lines = (
            json.dumps({field: value for field, value in record.items() if value is not None}) for record in records
        )
        (folder / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return folder
