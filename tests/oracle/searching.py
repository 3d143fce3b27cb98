"""Search among posts: the text of a query and a post's parts enter; whether it is found, its score and spans leave."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from api.models import Post
from api.text.words import Word, words
from oracle.other_names import other_names
from oracle.world import World

QUOTES = '"“”„‟«»＂'
MOST_TERMS, MOST_SPANS = 32, 100
SNIPPET = "snippet:"
"""What our snippets begin with: not a snippet, but what one may be cut from and must hold."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words side by side, the last perhaps only begun, wanted or not."""

    words: tuple[str, ...]
    begun: bool
    wanted: bool
    bare: bool = False

    def spellings(self, world: World) -> list["Term"]:
        """The term under all names of what it names; only a bare one has others."""
        others = other_names(world, self.words) if self.bare else []
        return [self, *(Term(name, begun=False, wanted=self.wanted) for name in others)]

    def found(self, held: list[Word]) -> Iterator[tuple[int, int]]:
        """Where the term stands among the words of a part, from the left, never twice in one place."""
        at, length = 0, len(self.words)
        while at + length <= len(held):
            if self.stands([word.folded for word in held[at : at + length]]):
                yield at, at + length
                at += length
            else:
                at += 1

    def stands(self, held: list[str]) -> bool:
        last = held[-1].startswith(self.words[-1]) if self.begun else held[-1] == self.words[-1]
        return last and tuple(held[:-1]) == self.words[:-1]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a post with its words."""

    name: str
    text: str
    words: list[Word]


@dataclass(frozen=True, slots=True)
class SpanFound:
    """A stretch of a part; as a row of the database has it, so that the same answers serve."""

    span_part: str
    span_text: str
    span_start: int
    span_end: int
    span_start_utf16: int
    span_end_utf16: int
    span_start_utf8: int
    span_end_utf8: int


@dataclass(frozen=True, slots=True)
class Match:
    """Why a post was found."""

    score: float
    snippet: str
    spans: list[SpanFound]


@dataclass(frozen=True, slots=True)
class Search:
    """A query read: one branch must hold."""

    branches: tuple[tuple[Term, ...], ...]

    def wanted(self, world: World) -> list[Term]:
        """The wanted terms under all their names, each spelling once."""
        wanted = [term for branch in self.branches for term in branch if term.wanted]
        return list({(one.words, one.begun): one for term in wanted for one in term.spellings(world)}.values())

    def finds(self, world: World, post: Post) -> bool:
        held = parts_of(world, post)

        def fits(term: Term) -> bool:
            return any(count(one, held) for one in term.spellings(world)) is term.wanted

        return any(all(map(fits, branch)) for branch in self.branches)

    def score(self, world: World, post: Post) -> int:
        """In thousandths: each wanted term adds more the more often it stands there, and never more than 1."""
        counts = [count(term, parts_of(world, post)) for term in self.wanted(world)]
        return sum(1000 * times // (times + 1) for times in counts)

    def match(self, world: World, post: Post) -> Match:
        spans = [one for part in parts_of(world, post) for one in self.spans(world, part)]
        return Match(self.score(world, post) / 1000, snippet(world, post, spans), spans[:MOST_SPANS])

    def spans(self, world: World, part: Part) -> list[SpanFound]:
        """The stretches of a part that the wanted terms find, in order; those that overlap are one."""
        found: list[tuple[int, int]] = []
        for first, last in sorted(stretch for term in self.wanted(world) for stretch in term.found(part.words)):
            if found and first < found[-1][1]:
                found[-1] = (found[-1][0], max(last, found[-1][1]))
            else:
                found.append((first, last))
        return [spanned(part, part.words[first].start, part.words[last - 1].end) for first, last in found]


@cache
def read(text: str) -> Search:
    """Read a query."""
    branches: list[list[Term]] = [[]]
    left = MOST_TERMS
    for written, wanted, quoted in pieces(text):
        if written == "OR" and wanted and not quoted:
            branches.append([])
            continue
        held = words(written)
        if held and left:
            begun = written[held[-1].end :].startswith("*")
            bare = not quoted and not begun and written[0] not in "@＠"
            branches[-1].append(Term(tuple(word.folded for word in held), begun, wanted, bare))
            left -= 1
    return Search(tuple(tuple(branch) for branch in branches if any(term.wanted for term in branch)))


def pieces(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Cut a query where blanks and quotation marks say: what is written, whether it is wanted, whether in quotes."""
    at = 0
    while at < len(text):
        start = at
        if text[at] == "-" and text[at + 1 : at + 2] != "-":
            at += 1
        wanted = start == at
        closed = next((n for n in range(at + 1, len(text)) if text[n] in QUOTES), None)
        if text[at : at + 1] and text[at] in QUOTES and closed is not None:
            yield text[at + 1 : closed], wanted, True
            at = closed + 1
            continue
        end = next((n for n in range(at, len(text)) if text[n].isspace() or text[n] in QUOTES), len(text))
        yield text[at:end], wanted, False
        at = max(end, at + 1)


def parts_of(world: World, post: Post) -> list[Part]:
    """The parts of a post in the order in which people read them."""
    captions = [("CAPTION", media.caption) for media in world.media[post.id]]
    notes = [("FOOTNOTE", note.text) for note in world.footnotes[post.id]]
    named = [("TITLE", post.title), ("STANDFIRST", post.standfirst), ("TEXT", post.text), *captions, *notes]
    return [Part(name, text, list(words(text))) for name, text in named if text]


def count(term: Term, held: list[Part]) -> int:
    return sum(1 for part in held for _ in term.found(part.words))


def spanned(part: Part, start: int, end: int) -> SpanFound:
    before, until = part.text[:start], part.text[:end]
    utf16 = [len(text.encode("utf-16-le")) // 2 for text in (before, until)]
    utf8 = [len(text.encode()) for text in (before, until)]
    return SpanFound(part.name, part.text[start:end], start, end, *utf16, *utf8)


def snippet(world: World, post: Post, spans: list[SpanFound]) -> str:
    """What the snippet may be cut from, and the words it must hold: the first ones found in the text, else anywhere."""
    first = next((one for one in spans if one.span_part == "TEXT"), spans[0])
    texts = [part.text for part in parts_of(world, post) if part.name == first.span_part]
    return SNIPPET + json.dumps([first.span_text, texts])
