"""A search query written out: a query enters, what is bound of it leaves, as JSON or in an index's own language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from json import dumps

from api.compiler.draft import NUMBER, TEXT
from api.text.queries import Branch, Query, Term

BRANCHES = (("branch", NUMBER), ("wanted", NUMBER), ("needle", TEXT))
"""The columns of `branches`."""
WORDS = (("term", TEXT), ("place", NUMBER), ("length", NUMBER), ("word", TEXT), ("begun", NUMBER))
"""The columns of a term's words, as `api.text.queries.Term.spelt` writes them."""

_NO_WORD = "\U0010ffff"  # a noncharacter: no word holds it


def phrases(query: Query) -> int:
    """Tell by 1 or 0 whether words alone do not decide."""
    return int(query.has_phrases)


def needles(query: Query) -> str:
    """Write the wanted terms as stretches of a line of words, for the score."""
    return dumps([term.needle for term in query.wanted])


def branches(query: Query) -> str:
    """Write all terms as `[branch, wanted, stretch]`."""
    return dumps([[n, int(term.wanted), term.needle] for n, branch in enumerate(query.branches) for term in branch])


def fts5(query: Query) -> str:
    """Write the query for FTS5: quoted words, of a phrase all words; unwanted phrases are left to the line."""

    def quoted(word: str, begun: bool) -> str:
        return f'"{word.replace(chr(34), chr(34) * 2)}"' + ("*" if begun else "")

    def one(branch: Branch) -> str:
        wanted, unwanted = _single_words(branch, quoted)
        return f"({' AND '.join(wanted)})" + (f" NOT ({' OR '.join(unwanted)})" if unwanted else "")

    return " OR ".join(f"({one(branch)})" for branch in query.branches) or quoted(_NO_WORD, begun=False)


def tsquery(query: Query) -> str:
    """Write the query as a literal of PostgreSQL's tsquery, by the same rules."""

    def quoted(word: str, begun: bool) -> str:
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'" + (":*" if begun else "")

    def one(branch: Branch) -> str:
        wanted, unwanted = _single_words(branch, quoted)
        return " & ".join([*wanted, *(f"!{word}" for word in unwanted)])

    return " | ".join(f"({one(branch)})" for branch in query.branches) or quoted(_NO_WORD, begun=False)


def _single_words(branch: Branch, quoted: Callable[[str, bool], str]) -> tuple[list[str], list[str]]:
    wanted = _quoted((term for term in branch if term.wanted), quoted)
    return wanted, _quoted((term for term in branch if not term.wanted and len(term.words) == 1), quoted)


def _quoted(terms: Iterable[Term], quoted: Callable[[str, bool], str]) -> list[str]:
    found = [
        quoted(word, term.prefix and place == len(term.words))
        for term in terms
        for place, word in enumerate(term.words, 1)
    ]
    return list(dict.fromkeys(found))
