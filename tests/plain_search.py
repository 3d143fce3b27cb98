"""Search the slow and plain way, over lists of words: the corpus enters, what fits a query leaves with its score."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import Any

from api.text.queries import Query, Term, read_query
from api.text.words import words
from corpus import tables

Words = list[str]
Parts = list[Words]


@cache
def stored() -> dict[str, Any]:
    return dict(tables())


def post_parts() -> dict[str, Parts]:
    """The folded words of each part of each post, by key."""
    rows = {row["post_id"]: json.loads(row["words"]) for row in stored()["post_texts"]}
    return {post["key"]: list(parted(entry[0] for entry in rows[post["id"]])) for post in stored()["posts"]}


def parted(entries: Iterable[str]) -> Iterator[Words]:
    for is_border, group in groupby(entries, lambda word: not word):
        if not is_border:
            yield list(group)


def named(*names: str | None) -> Parts:
    return [[word.folded for word in words(name)] for name in names if name]


def times(term: Term, parts: Parts) -> int:
    """Count where a term stands; what is counted is not counted again."""
    found = 0
    for part in parts:
        at = 0
        while at < len(part):
            hit = stands(term, part[at : at + len(term.words)])
            found += hit
            at += len(term.words) if hit else 1
    return found


def stands(term: Term, stretch: Words) -> bool:
    *whole, last = term.words
    if len(stretch) < len(term.words) or stretch[:-1] != whole:
        return False
    return stretch[-1].startswith(last) if term.prefix else stretch[-1] == last


def fits(query: Query, parts: Parts, spellings: Callable[[Term], list[Term]] = lambda term: [term]) -> bool:
    return any(
        all(any(times(one, parts) for one in spellings(term)) == term.wanted for term in branch)
        for branch in query.branches
    )


@cache
def concepts() -> list[set[tuple[str, ...]]]:
    """The names of each place, as words and run together as tags are; each tag with its aliases."""
    same: dict[object, set[tuple[str, ...]]] = {}
    for row in stored()["place_names"]:
        folded = [word.folded for word in words(row["text"])]
        same.setdefault(row["place_id"], set()).update({tuple(folded), (*named("".join(folded))[0],)})
    for row in stored()["hashtag_aliases"]:
        same.setdefault(row["concept"], set()).update((*named(row[tag])[0],) for tag in ("alias", "concept"))
    return list(same.values())


def other_names(term: Term) -> list[Term]:
    """The term and what else is a name of the same, less those in which a shorter one stands."""
    found = {term.words: term}
    for names in concepts() if term.bare else []:
        if term.words in names:
            short = {name for name in names if not any(stands_in(other, name) for other in names - {name})}
            found.update({name: Term(name, wanted=term.wanted) for name in short - {term.words}})
    return list(found.values())


def stands_in(inner: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    return times(Term(inner), [list(outer)]) > 0


def wanted_names(query: Query) -> list[Term]:
    """The wanted terms under all names, each spelling once."""
    names = [name for branch in query.branches for term in branch if term.wanted for name in other_names(term)]
    return list({name.needle: name for name in names}.values())


def score(terms: Iterable[Term], parts: Parts) -> int:
    return sum(1000 * n // (n + 1) for n in (times(term, parts) for term in terms))


def ranked_posts(text: str) -> list[tuple[str, float]]:
    """Keys and scores, the best first, equal ones as posts come by default."""
    query, parts = read_query(text), post_parts()
    found = [
        (score(wanted_names(query), parts[post["key"]]), post)
        for post in stored()["posts"]
        if fits(query, parts[post["key"]], other_names)
    ]
    found.sort(key=lambda one: (-one[0], one[1]["newest_first"], one[1]["reading_order"], one[1]["id"]))
    return [(post["key"], points / 1000) for points, post in found]


Found = tuple[str, str, float]


def everything(text: str, types: Iterable[str]) -> dict[str, list[Found]]:
    """Type, key and score of all that is found, by the types asked for."""
    finders = {"POST": posts, "THREAD": threads, "HASHTAG": hashtags, "PLACE": places, "SOURCE": sources}
    finders["ACCOUNT"] = accounts
    return {kind: finders[kind](read_query(text)) for kind in types}


def sorted_by(kind: str, found: list[tuple[int, int, int, str]]) -> list[Found]:
    """Sort (score, first and second order, key): the best first."""
    found.sort(key=lambda one: (-one[0], *one[1:]))
    return [(kind, key, points / 1000) for points, _, _, key in found]


def posts(query: Query) -> list[Found]:
    return sorted_by("Post", [(points, *order(post), post["key"]) for points, post in fitting_posts(query)])


def fitting_posts(query: Query) -> list[tuple[int, Any]]:
    parts = post_parts()
    every = [(parts[post["key"]], post) for post in stored()["posts"]]
    return [(score(wanted_names(query), told), post) for told, post in every if fits(query, told, other_names)]


def order(post: Any) -> tuple[int, int]:
    return post["newest_first"], post["reading_order"]


def threads(query: Query) -> list[Found]:
    best: dict[int, int] = {}
    for points, post in fitting_posts(query):
        best[post["thread_id"]] = max(points, best.get(post["thread_id"], 0))
    found = [thread for thread in stored()["threads"] if thread["id"] in best]
    return sorted_by("Thread", [(best[one["id"]], one["newest_first"], one["rank"], one["key"]) for one in found])


def hashtags(query: Query) -> list[Found]:
    begun = query.begun()
    found = []
    for tag in stored()["hashtags"]:
        parts = named(tag["name"])
        if fits(begun, parts):
            whole = [Term(term.words) for term in begun.wanted]
            points = score(begun.wanted, parts) + score(whole, parts)
            found.append((points, -tag["post_count"], 0, tag["name"]))
    return sorted_by("Hashtag", found)


def places(query: Query) -> list[Found]:
    rows = stored()["place_names"]
    found = []
    for place in stored()["places"]:
        parts = named(*(row["text"] for row in rows if row["place_id"] == place["id"]))
        if fits(query, parts):
            found.append((score(query.wanted, parts), -place["post_count"], 0, place["key"]))
    return sorted_by("Place", found)


def sources(query: Query) -> list[Found]:
    told = [(named(source["title"]), source) for source in stored()["sources"]]
    found = [
        (score(query.wanted, parts), one["newest_first"], 0, one["key"]) for parts, one in told if fits(query, parts)
    ]
    return sorted_by("Source", found)


def accounts(query: Query) -> list[Found]:
    told = [(named(one["handle_folded"], one["display_name"]), one) for one in stored()["accounts"]]
    return sorted_by(
        "Account",
        [
            (score(query.wanted, parts), -one["mention_count"], 0, one["handle_folded"])
            for parts, one in told
            if fits(query, parts)
        ],
    )
