"""Which lines are the words of Thread Reader and its kin, and not a writer's.

What enters is a line; what leaves is whether it is the site's. Words that only the site writes are its own wherever
they stand; short everyday words ("Share", "Enjoy!") are a writer's too, and count only above and below a thread.
"""

import re
from collections.abc import Sequence

from seeds.captures.lines import Line

_FOLLOW = (
    r"(?:\d[.)]\s*)?Follow (?:@ThreadReaderApp|Thread Reader App|@\w+(?= to mention us!))(?: on Twitter)?"
    r"(?: to mention us| so you can (?:easily )?mention us)?[!.…]?"
)
_MENTION = (
    r"(?:\d[.)]\s*)?(?:From|Go to) a Twitter thread(?: ?\(series of Tweets by the same owner\))?"
    r"(?:,? (?:and )?mention us with (?:a|the) keyword \W?unroll\W?(?:\s*@\w+ unroll)?)?[!.…]?"
)
_MARK = re.compile(r"• • •|Missing some Tweets? in this thread\?(?: You can try to(?: force a refresh\.?)?)?")
_FIRM = re.compile(
    rf"{_MARK.pattern}"
    r"|(?:Stay in touch and get notified when|Get real-time email alerts when) new unrolls are available from this "
    r"author!?|(?i:This (?:thread|content) may be removed anytime)!?"
    r"|Twitter may remove this content at anytime(?:[!,] [^.?]{0,90}\bPDF\b[^.?]{0,60})?[!.]?"
    rf"|Try unrolling a thread yourself!|how to unroll video|{_FOLLOW}|{_MENTION}"
    r"|(?i:(?:You can )?practice here first)(?: or read more on our help page)?[!.]?"
    r"|Tip: mention @\w+ on a Twitter thread with the keyword \W?unroll\W?(?: to get .{0,60})?\.?"
    r"|Latest Threads Unrolled:|Did Thread Reader help you today\?|Support us! We are indie developers!"
)
_NAMED = re.compile(r"You can follow @\w{1,30}\.?|Keep Current with \S.{0,60}|Subscribe to \S.{0,60}")
_MORE = re.compile(r"More from @\w{1,30}")
_WORD = (
    r"(?:Read all threads|Read on (?:X|Twitter)|My Authors|Save as PDF(?: \+)?|PDF|Bookmark|Scrolly"
    r"|Share(?: this page!)?|Account ?Share|Tweet|Email)"
)
_ABOVE = re.compile(rf"{_WORD}(?:(?:\s*[•·/]\s*|\s+){_WORD})*")
_BELOW = re.compile(
    r"Enjoy\W*|@\w+ unroll|Follow Us on Twitter!?|Unroll(?:ed)? [^.?!]{0,60}\bthreads?|.{1,80}\bProfile picture"
    r"|You can try to(?: force a refresh\.?)?|force a refresh\.?"
)
_DOTS = "• • •"
_MONEY = ("Did Thread Reader help you today?", "Support us! We are indie developers!")


def is_firm(line: str) -> bool:
    """Whether a line is one that only the site writes."""
    return _FIRM.fullmatch(line.strip()) is not None


def is_above(line: str) -> bool:
    """Whether a line is the site's where it stands above a thread's first post."""
    return is_firm(line) or _ABOVE.fullmatch(line.strip()) is not None


def is_below(line: str) -> bool:
    """Whether a line is the site's where it stands below a thread's end."""
    words = line.strip()
    return is_above(words) or is_named(words) or _BELOW.fullmatch(words) is not None


def is_named(line: str) -> bool:
    """Whether a line is one of the site's that name an account, or a writer's in the same words."""
    return _NAMED.fullmatch(line.strip()) is not None


def is_dots(line: str) -> bool:
    """Whether a line is the three dots: the site's mark of an end, and a line that writers draw too."""
    return line.strip() == _DOTS


def end_of(lines: Sequence[Line]) -> int:
    """Return the index of the line that ends the thread above it, or how many lines there are.

    Three dots, and words that name an account, may be the writer's: they end a thread only where the site goes on
    below them, or the page ends.
    """
    worded = [index for index, line in enumerate(lines) if not line.blank]
    for index, after in zip(worded, [*worded[1:], None], strict=False):
        words = lines[index].text
        following = None if after is None else lines[after].text
        if is_firm(words) and not is_dots(words):
            return index
        if (is_dots(words) or is_named(words)) and (following is None or _goes_on(following, words)):
            return index
    return len(lines)


def everyday_from(lines: Sequence[Line]) -> int:
    """Return the index, below a thread's first mark of an end, from which everyday words are the site's."""
    return max((index for index, line in enumerate(lines) if _MARK.fullmatch(line.text.strip())), default=0)


def closes_page(line: str) -> bool:
    """Whether nothing but the site's request for money stands below."""
    return line.strip() in _MONEY


def _goes_on(line: str, above: str) -> bool:
    """Whether a line shows that the one above it is the site's; two that name an account prove nothing together."""
    return (is_below(line) and not (is_named(line) and is_named(above))) or _MORE.fullmatch(line.strip()) is not None
