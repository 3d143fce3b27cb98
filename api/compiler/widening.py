"""Search under other names: the terms of a query enter, leaves how each may be spelt, worked out inside the statement.

A bare term that is a name of something is found under all names of it (the table of synonyms). What the index of words
is asked, what is scored and what is shown are put together from the spellings, in the database.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from json import dumps
from typing import Any

from sqlalchemy import CTE, Table, and_, case, exists, func, or_, select, union

from api.compiler.draft import NUMBER, TEXT, Expression, Row, raw
from api.compiler.entries import tuples
from api.compiler.matching import Asked, Fits, Searchable, score_of
from api.compiler.signs import AND, COMMA, NEVER, NOT, OR, Glued, Quoted, Sign, Within
from api.text.queries import Query

TERMS = (
    *(("branch", NUMBER), ("term", NUMBER), ("wanted", NUMBER), ("needle", TEXT), ("begun", NUMBER)),
    *(("bare", NUMBER), ("spelt", TEXT)),
)
"""The columns of `terms`."""

_EMPTY, _ZERO, _ONE, _TWO = raw("''", TEXT), raw("0", NUMBER), raw("1", NUMBER), raw("2", NUMBER)


def terms(query: Query) -> str:
    """Write all terms as `[branch, term, wanted, stretch, whether only begun, whether bare, its words]`."""
    return dumps(
        [
            [branch, number, int(one.wanted), one.needle, int(one.prefix), int(one.bare), one.spelt]
            for branch, those in enumerate(query.branches)
            for number, one in enumerate(those)
        ]
    )


@dataclass(frozen=True)
class Widened:
    """A query whose bare terms are found under their other names too."""

    asked: Asked
    synonyms: Table

    def finds(self, texts: Searchable, row: Row) -> list[Expression]:
        """Return the conditions that a text fits the query."""
        question = select(self._question.c.question).scalar_subquery()
        has_phrases = select(self._question.c.has_phrases).scalar_subquery()
        return [Fits(texts, row, question), or_(has_phrases == _ZERO, self._holds(row))]

    def score(self, row: Row) -> Expression:
        """Return how well a text fits, in thousandths; each spelling counts as a word of its own."""
        return score_of(self.asked.draft, self._needles, row)

    @property
    def words(self) -> Expression:
        """The words of the wanted terms in all spellings, as a list of `queries.WORDS`."""
        return select(self._question.c.words).scalar_subquery()

    @cached_property
    def _terms(self) -> CTE:
        """Every term as it is asked."""
        draft, name = self.asked.draft, f"w{self.asked.draft.number()}"
        given = tuples(self.asked.bind(terms), name, TERMS)
        columns = [raw(f"{name}.{column}", kind).label(column) for column, kind in TERMS]
        return draft.hoist(select(*columns).select_from(given), once=True)

    @cached_property
    def _spelt(self) -> CTE:
        """Every term in every spelling."""
        term, name = self._terms, f"w{self.asked.draft.number()}"
        own = select(*(term.c[column] for column in ("branch", "term", "wanted", "needle", "begun", "spelt")))
        known, other = self.synonyms.alias(f"{name}n"), self.synonyms.alias(f"{name}o")
        joined = term.join(known, known.c.words == term.c.needle).join(other, other.c.concept == known.c.concept)
        others = (
            select(term.c.branch, term.c.term, term.c.wanted, other.c.words, _ZERO, other.c.spelt)
            .select_from(joined)
            .where(term.c.bare == _ONE, ~other.c.is_longer, other.c.words != term.c.needle)
        )
        return self.asked.draft.hoist(union(own, others), once=True)

    @cached_property
    def _branches(self) -> CTE:
        return self.asked.draft.hoist(select(self._terms.c.branch).distinct(), once=True)

    @cached_property
    def _needles(self) -> CTE:
        spelt = self._spelt
        return self.asked.draft.hoist(select(spelt.c.needle).where(spelt.c.wanted == _ONE).distinct(), once=True)

    @cached_property
    def _question(self) -> CTE:
        """One row: what the index is asked, whether words alone do not decide, and the words that are shown."""
        draft, spelt = self.asked.draft, self._spelt
        single = func.replace(spelt.c.needle, raw("'  '", TEXT), _EMPTY) == spelt.c.needle
        asked = case((or_(spelt.c.wanted == _ONE, single), Quoted(spelt.c.needle, spelt.c.begun)))
        by_term = (
            select(spelt.c.branch, spelt.c.wanted, Glued(asked, OR).label("asked"))
            .group_by(spelt.c.branch, spelt.c.term, spelt.c.wanted)
            .subquery(f"q{draft.number()}")
        )
        wanted = case((by_term.c.wanted == _ONE, _bracketed(by_term.c.asked)))
        unwanted = case((by_term.c.wanted == _ZERO, by_term.c.asked))
        without = func.coalesce(Sign(NOT).concat(Glued(unwanted, OR)).concat(raw("')'", TEXT)), _EMPTY)
        branch = _bracketed(_bracketed(Glued(wanted, AND)).concat(without)).label("asked")
        by_branch = select(branch).select_from(by_term).group_by(by_term.c.branch).subquery(f"q{draft.number()}")
        whole = (
            select(func.coalesce(Glued(by_branch.c.asked, OR), Sign(NEVER))).select_from(by_branch).scalar_subquery()
        )
        return draft.hoist(
            select(
                whole.label("question"),
                func.coalesce(func.max(case((single, _ZERO), else_=_ONE)), _ZERO).label("has_phrases"),
                self._listed().label("words"),
            ).select_from(spelt),
            once=True,
        )

    def _listed(self) -> Expression:
        """Join the words of the wanted spellings, a JSON list each, into one list."""
        spelt = self._spelt
        one = select(spelt.c.spelt).where(spelt.c.wanted == _ONE).distinct().subquery(f"q{self.asked.draft.number()}")
        inner = func.substr(one.c.spelt, _TWO, func.length(one.c.spelt) - _TWO)
        joined = select(Glued(inner, COMMA)).select_from(one).scalar_subquery()
        return raw("'['", TEXT).concat(func.coalesce(joined, _EMPTY)).concat(raw("']'", TEXT))

    def _holds(self, row: Row) -> Expression:
        """One branch has each of its wanted terms in some spelling, and nothing else that it names in any."""
        number = self.asked.draft.number()
        branch, term = self._branches.alias(f"b{number}"), self._terms.alias(f"b{number}t")
        spelling = self._spelt.alias(f"b{number}s")
        # a difference, not a comparison: SQLite would build an index of these few rows, anew for each text
        its_own = and_(spelling.c.branch - term.c.branch == _ZERO, spelling.c.term - term.c.term == _ZERO)
        written = exists(select(_ONE).where(its_own, Within(spelling.c.needle, row["searched"])))
        wrong = or_(and_(term.c.wanted == _ONE, ~written), and_(term.c.wanted == _ZERO, written))
        return exists(
            select(_ONE)
            .select_from(branch)
            .where(~exists(select(_ONE).where(term.c.branch - branch.c.branch == _ZERO, wrong)))
        )


def _bracketed(made: Any) -> Expression:
    opened: Expression = raw("'('", TEXT)
    return opened.concat(made).concat(raw("')'", TEXT))
