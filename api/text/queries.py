"""What people type into a search box: text enters, branches of terms leave. Whatever the text, it is never an error.

Words side by side must all be there, in any order. `"..."` is a phrase, and so is what is written without blanks
(`Nagorno-Karabakh`, a run of Thai); `peac*` is the beginning of a word, `-word` and `-"a phrase"` must not be there,
and `OR` parts branches of which one must hold. `#` and `@` are no part of their word; every other sign is a blank.
What stands without quotation marks, `*` or `@` is `bare`: who searches may take other names of the same for it.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from api.errors import InvalidArgument
from api.text.words import words

LONGEST_QUERY = 1_000
"""So many code points of a query are read; more are refused."""
MOST_TERMS = 32
"""So many terms of a query count, in the order in which they stand."""
LONGEST_WORD = 500
"""So many code points of a folded word are compared, here and in the index: PostgreSQL takes no longer ones."""

_QUOTES = '"“”„‟«»＂'
_PIECES = re.compile(rf"(?P<not>-(?!-))?(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]|(?P<run>[^\s{_QUOTES}]+))")
_EITHER = "OR"
_HANDLES = ("@", "＠")


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that stand side by side, the last perhaps only begun; `wanted` or not wanted."""

    words: tuple[str, ...]
    prefix: bool = False
    wanted: bool = True
    bare: bool = False

    @property
    def needle(self) -> str:
        """The term as a stretch of `searched`, where each word stands between two blanks of its own."""
        written = line(self.words)
        return written[:-1] if self.prefix else written

    @property
    def spelt(self) -> str:
        """The term as JSON, word by word: `[needle, place in the term, its length, word, whether it is only begun]`."""
        last = len(self.words) - 1
        return json.dumps(
            [
                [self.needle, place, len(self.words), word, int(self.prefix and place == last)]
                for place, word in enumerate(self.words)
            ]
        )

    def begun(self) -> "Term":
        """Return the term with its last word as the beginning of one."""
        return Term(self.words, True, self.wanted)


Branch = tuple[Term, ...]


@dataclass(frozen=True)
class Query:
    """One branch must hold: all its wanted terms are there, none of the others. Without branches nothing is found."""

    branches: tuple[Branch, ...]

    @cached_property
    def wanted(self) -> tuple[Term, ...]:
        """The wanted terms of all branches, each once, in order: what is scored and shown."""
        wanted = {term.needle: term for branch in self.branches for term in branch if term.wanted}
        return tuple(wanted.values())

    @property
    def has_phrases(self) -> bool:
        """Whether single words do not decide: an index of words then only finds candidates."""
        return any(len(term.words) > 1 for branch in self.branches for term in branch)

    def begun(self) -> "Query":
        """Return the query whose wanted terms may each be the beginning of what they find."""
        return Query(tuple(tuple(term.begun() if term.wanted else term for term in one) for one in self.branches))


@lru_cache(maxsize=256)  # one request reads its query several times
def read_query(text: str) -> Query:
    """Read a query; raises InvalidArgument where it has more than `LONGEST_QUERY` code points, and for nothing else."""
    if len(text) > LONGEST_QUERY:
        raise InvalidArgument(f"a search reads at most {LONGEST_QUERY:,} characters; this one has {len(text):,}")
    branches: list[list[Term]] = [[]]
    left = MOST_TERMS
    for term in _terms(text):
        if term is None:
            branches.append([])
        elif left:
            branches[-1].append(term)
            left -= 1
    kept = [tuple(branch) for branch in branches if any(term.wanted for term in branch)]
    return Query(tuple(dict.fromkeys(kept)))


def _terms(text: str) -> Iterator[Term | None]:
    """Yield the terms in order, and None for each OR."""
    for piece in _PIECES.finditer(text):
        written = piece["run"] if piece["phrase"] is None else piece["phrase"]
        if written == _EITHER and piece["run"] and not piece["not"]:
            yield None
            continue
        found = words(written)
        if found:
            prefix = written.startswith("*", found[-1].end)
            bare = piece["phrase"] is None and not prefix and not written.startswith(_HANDLES)
            yield Term(tuple([one.folded[:LONGEST_WORD] for one in found]), prefix, not piece["not"], bare)


def line(folded: Sequence[str]) -> str:
    """Write words as a stretch of `searched`."""
    return "".join([f" {word} " for word in folded])
