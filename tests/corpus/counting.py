"""What the tables keep counted, counted here the slow way: tags, pairs, accounts, ancestors and periods."""

from collections import Counter
from itertools import permutations

from api.models import UNDATED, identify
from api.text.fold import casefolded, fold
from corpus.dating import PARTS
from corpus.rows import DISPLAY_NAMES, Row, Rows, account_key

ALIASES = {"armenia": ("Arménie", "Հայաստան", "Ermənistan"), "peace": ("سلام",)}


def hashtag_rows(rows: Rows) -> list[Row]:
    """One row a tag that is used: its counts, and its first and last dated post."""
    concepts = {fold(alias): fold(name) for name, aliases in ALIASES.items() for alias in (name, *aliases)}
    posts = {post["id"]: post for post in rows["posts"]}
    tags: list[Row] = []
    for name in dict.fromkeys(fold(str(use["spelling"])) for use in rows["post_hashtags"]):
        uses = [use for use in rows["post_hashtags"] if fold(str(use["spelling"])) == name]
        used_in = [posts[number] for number in {use["post_id"] for use in uses}]
        used_in.sort(key=lambda post: (post["oldest_first"], post["reading_order"], post["id"]))
        dated = [post for post in used_in if post["oldest_first"] != UNDATED]
        own: Row = {"id": identify("Hashtag", name), "name": name, "concept": concepts.get(name, name)}
        own |= {"display": spellings(uses)[0][0], "post_count": len(used_in)}
        own |= {"thread_count": len({post["thread_id"] for post in used_in} - {None})}
        last = max(dated, key=lambda post: int(str(post["oldest_first"])), default=None)
        own |= seen("first_seen", dated[0] if dated else None) | seen("last_seen", last)
        own |= {f"last_seen_{way}": last[way] if last else UNDATED for way in ("oldest_first", "newest_first")}
        tags.append(own)
    return tags


def seen(when: str, post: Row | None) -> Row:
    return {f"{when}_{name}": post and post[f"published_{name}"] for name in PARTS}


def spellings(uses: list[Row]) -> list[tuple[str, int]]:
    """The spellings of one tag with the number of posts that write each, the most used first."""
    counted = Counter(spelling for _, spelling in {(use["post_id"], str(use["spelling"])) for use in uses})
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))


def variant_rows(rows: Rows) -> list[Row]:
    return [
        {"hashtag_id": tag, "spelling": spelling, "spelling_cased": casefolded(spelling), "post_count": count}
        for tag in {use["hashtag_id"] for use in rows["post_hashtags"]}
        for spelling, count in spellings([use for use in rows["post_hashtags"] if use["hashtag_id"] == tag])
    ]


def alias_rows() -> list[Row]:
    return [
        {"alias": fold(alias), "concept": fold(name)} for name, aliases in ALIASES.items() for alias in (name, *aliases)
    ]


def pair_rows(rows: Rows) -> list[Row]:
    """Every two tags that meet in a post or a thread, both ways round."""
    counts: dict[str, Counter[tuple[int, int]]] = {"post_id": Counter(), "thread_id": Counter()}
    for place, counter in counts.items():
        for number in {use[place] for use in rows["post_hashtags"]} - {None}:
            met = {int(str(use["hashtag_id"])) for use in rows["post_hashtags"] if use[place] == number}
            counter.update(permutations(met, 2))
    by_post, by_thread = counts["post_id"], counts["thread_id"]
    return [
        {"hashtag_id": one, "other_id": other, "post_count": by_post[one, other], "thread_count": by_thread[one, other]}
        for one, other in sorted({*by_post, *by_thread})
    ]


def account_rows(rows: Rows, handles: list[str]) -> list[Row]:
    """One row an account, by the first spelling of its handle; `mention_count` is a number of posts."""
    first: dict[str, str] = {}
    for handle in handles:
        first.setdefault(account_key(handle), handle)
    mentioned = Counter(
        number for number, _ in {(use["account_id"], use["post_id"]) for use in rows["account_mentions"]}
    )
    return [
        {
            "id": identify("Account", key),
            "handle": handle,
            "handle_folded": key,
            "display_name": DISPLAY_NAMES.get(key),
            "mention_count": mentioned[identify("Account", key)],
        }
        for key, handle in first.items()
    ]


def count_places(rows: Rows) -> None:
    """Fill in how many posts mention each place, demonyms apart."""
    kept = {(use["place_id"], use["post_id"]) for use in rows["place_mentions"] if use["role"] != "DEMONYM"}
    counted = Counter(place for place, _ in kept)
    for place in rows["places"]:
        place["post_count"] = counted[place["id"]]


def ancestor_rows(rows: Rows) -> list[Row]:
    """A place and everything it lies within, however deep, itself first."""
    within = [one for one in rows["place_parents"] if one["relation"] in {"PART_OF", "ADMINISTERED_BY"}]
    pairs = {(place["id"], place["id"]) for place in rows["places"]}
    while more := {(p, up["parent_id"]) for p, a in pairs for up in within if up["place_id"] == a} - pairs:
        pairs |= more
    return [{"place_id": place, "ancestor_id": ancestor} for place, ancestor in pairs]
