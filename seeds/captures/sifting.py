"""The site's words taken out of the lines of a thread.

What enters are lines; what leaves are the writer's lines, and notes on those that could be the site's. A line is left
out only where nothing speaks for the writer: a lost post is worse than a button kept.
"""

from collections.abc import Sequence

from seeds.captures.accounting import Account
from seeds.captures.lines import Line, quote
from seeds.captures.site_words import closes_page, everyday_from, is_above, is_below, is_dots, is_firm

SITE = "the site's own words"


def sift(account: Account, lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Claim the site's words above a thread's first post, those only it writes, and all below its request for money."""
    first = next((i for i, line in enumerate(lines) if not line.blank and not is_above(line.text)), len(lines))
    close = _closing(lines)
    kept, notes = [], []
    for index, line in enumerate(lines):
        if not line.blank and (index < first or index >= close or (is_firm(line.text) and not is_dots(line.text))):
            account.claim("footer", line.start, line.end, SITE)
            continue
        kept.append(line)
        if is_below(line.text):
            notes.append(f"{quote(line.text)} may be the site's own words; they were kept as the writer's.")
    return kept, notes


def sift_below(account: Account, lines: Sequence[Line]) -> list[Line]:
    """Claim the site's words below a thread's end; returns the lines that are not known as such."""
    everyday = everyday_from(lines)
    close = _closing(lines)
    loose = []
    for index, line in enumerate(lines):
        if index >= close or is_firm(line.text) or (index >= everyday and is_below(line.text)):
            account.claim("footer", line.start, line.end, SITE)
        else:
            loose.append(line)
    return loose


def _closing(lines: Sequence[Line]) -> int:
    """Return the index of the site's request for money, or how many lines there are."""
    return next((index for index, line in enumerate(lines) if closes_page(line.text)), len(lines))
