"""Posts that a page glued into one line, cut apart where the author's numbering shows the seam.

What enters is a piece of a thread; what leaves are its parts. A link at a post's start swallows the line break before
it and leaves "…", which belongs to the post that follows.
"""

import re
from itertools import pairwise

from seeds.captures.lines import trim
from seeds.captures.pieces import Gap, Piece

_BEFORE_LINK = re.compile(r"(?<![\d/])(?P<k>\d{1,3})/(?P<n>\d{1,3})[)\]]?(?=…\s*\S)")
_NUMBER = re.compile(r"(?<![\w/])[(\[]?(?P<k>\d{1,3})/(?P<n>\d{1,3})[)\]]?(?![\w/])(?! of\b)")


def ungluing(piece: Piece) -> list[Piece]:
    """Cut "... 1/3… My second ... 2/3": each seam needs the next number further on in the same line."""
    seams = []
    for found in _BEFORE_LINK.finditer(piece.text):
        following = re.compile(rf"(?<![\d/]){int(found['k']) + 1}/{found['n']}(?!\d)")
        if following.search(piece.text, found.end()):
            seams.append(found.end())
    return parts(piece, seams)


def ungluing_blanks(piece: Piece) -> list[Piece]:
    """Cut posts glued by a blank, where the numbers 1, 2, 3 of one total run through the line."""
    numbers = list(_NUMBER.finditer(piece.text))
    run = [found for index, found in enumerate(numbers) if _carries_on(numbers, index)]
    if len(run) < 2:
        return [piece]
    if run[0].start() == 0:
        return parts(piece, [found.start() for found in run[1:]])
    return parts(piece, [found.end() for found in run if piece.text[found.end() :].strip()])


def parts(piece: Piece, seams: list[int]) -> list[Piece]:
    """Cut a piece at offsets of its text; blanks at the seams are layout."""
    edges = [0, *sorted(set(seams) - {0, len(piece.text)}), len(piece.text)]
    result: list[Piece] = []
    for begin, stop in pairwise(edges):
        start, end = trim(piece.text, begin, stop)
        if start < end:
            gap: Gap = "glued" if result else piece.gap
            apart = 0 if result else piece.apart
            result.append(Piece(piece.start + start, piece.start + end, piece.text[start:end], gap, apart))
    return result


def _carries_on(numbers: list[re.Match[str]], index: int) -> bool:
    here = numbers[index]
    around = numbers[max(index - 1, 0) : index] + numbers[index + 1 : index + 2]
    return any(abs(int(o["k"]) - int(here["k"])) == 1 and o["n"] == here["n"] for o in around)
