"""Bindings of ``suggestions``: names of hashtags and places one slip away from a word that none of them has."""

from collections.abc import Sequence
from json import dumps

from sqlalchemy import and_, func, not_, or_, select

from api.bindings.values import table
from api.compiler.draft import NUMBER, TEXT, Draft, Expression, Row, raw, scalar
from api.compiler.entries import tuples
from api.compiler.filtering import none
from api.compiler.json import JsonArray
from api.compiler.matching import Asked
from api.models import Hashtag, Place, PlaceName, Suggestion
from api.text.misspelling import WHOLE, can_be_misspelt, remainders
from api.text.queries import Query

MOST_SUGGESTIONS = 5
_REMAINDER = (("word", TEXT), ("position", NUMBER), ("letter", TEXT), ("remainder", TEXT))


def misspelt_words(query: Query) -> str:
    """Write the wanted words, but those that are only begun, as `[word, position, letter, remainder]`."""
    words = dict.fromkeys(
        word
        for term in query.wanted
        for word in (term.words[:-1] if term.prefix else term.words)
        if can_be_misspelt(word)
    )
    return dumps([[word, *remainder] for word in words for remainder in remainders(word)])


def suggestions(draft: Draft, query: Asked, found: Sequence[Expression]) -> Expression:
    """Return the list of names, the most used first; an empty one where one of the conditions holds."""
    name = f"n{draft.number()}"
    known, stored = draft.row(table(Suggestion)), draft.row(table(Suggestion))
    tag, place, spelt = (draft.row(table(model)) for model in (Hashtag, Place, PlaceName))
    asked = Row(f"{name}a", table(Suggestion))
    of_tag, of_place = stored["ordinal"].is_(None), stored["ordinal"].is_not(None)
    source = (
        tuples(query.bind(misspelt_words), asked.name, _REMAINDER)
        .join(stored.source, stored["remainder"] == asked["remainder"])
        .outerjoin(tag.source, and_(of_tag, tag["id"] == stored["node_id"]))
        .outerjoin(place.source, and_(of_place, place["id"] == stored["node_id"]))
        .outerjoin(
            spelt.source,
            and_(of_place, spelt["place_id"] == stored["node_id"], spelt["ordinal"] == stored["ordinal"]),
        )
    )
    label = func.coalesce(raw("'#'", TEXT).concat(tag["display"]), spelt["text"]).label("label")
    used = func.max(func.coalesce(tag["post_count"], place["post_count"], raw("0"))).label("used")
    unknown = none(known, known["remainder"] == asked["word"], known["position"] == raw(str(WHOLE)))
    near = (
        select(label, used)
        .select_from(source)
        .where(*(not_(each) for each in found), _one_slip(stored, asked), unknown)
        .group_by(raw("1"))
        .order_by(raw("used").desc(), raw("label"))
        .limit(raw(str(MOST_SUGGESTIONS), NUMBER))
        .subquery(name)
    )
    shown: Expression = raw(f"{name}.label", TEXT)
    return scalar(JsonArray(shown, [(raw(f"{name}.used", NUMBER), True), (shown, False)]), near)


def _one_slip(stored: Row, asked: Row) -> Expression:
    """Tell whether two words with a remainder in common are one slip apart: see `api.text.misspelling`."""
    whole = raw(str(WHOLE), NUMBER)
    ours, theirs = asked["position"], stored["position"]
    swapped = and_(func.abs(ours - theirs) == raw("1"), asked["letter"] == stored["letter"])
    both_without = and_(ours != whole, theirs != whole, or_(ours == theirs, swapped))
    one_without = or_(and_(ours == whole, theirs != whole), and_(ours != whole, theirs == whole))
    return and_(stored["word"] != asked["word"], or_(one_without, both_without))
