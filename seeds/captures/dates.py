"""The dates that pages print, read without guessing.

What enters is a line or an address; what leaves is a published value of the seed format, with a note where a day and a
month could be exchanged, a year is missing or a time has no zone.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from seeds.captures.drafts import Published

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_NAMES = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_TIME = (
    r"(?:\s*[,|•·–-]?\s*(?:at\s+)?(?P<time>\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?)"
    r"(?:\s+[A-Z]{2,5})?)?"
)
_FORMS = tuple(
    re.compile(rf"\(?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+)?{form}{_TIME}\)?(?P<star>\*?)", re.IGNORECASE)
    for form in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<name>{_NAMES}),?\s+(?P<year>\d{{4}})",
        rf"(?P<name>{_NAMES})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})",
        r"(?P<first>\d{1,2})(?P<sign>[-./])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4}|\d{2})",
    )
)
_YEARLESS = re.compile(rf"(?:\d{{1,2}}\s+{_NAMES}|{_NAMES}\s+\d{{1,2}})", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d{2})[/-](?P<month>\d{1,2})(?:[/-](?P<day>\d{1,2}))?(?=[/?#-]|$)")


@dataclass(frozen=True, slots=True)
class PageDate:
    """A date as the seed format takes it; `starred`: the page says elsewhere that it is not the true one."""

    published: Published | None
    starred: bool = False
    notes: tuple[str, ...] = ()


def read_date(line: str) -> PageDate | None:
    """Read a line that is a date and nothing else; None when it is not."""
    words = line.strip()
    for form in _FORMS:
        found = form.fullmatch(words)
        if found is not None:
            return _dated(found, words)
    if _YEARLESS.fullmatch(words):
        return PageDate(None, notes=(f"The page says «{words}» without a year; the date was left out.",))
    return None


def date_in_address(url: str) -> Published | None:
    """Read a date from an address such as /2019/03/15/: DETECTED, since the page does not declare it."""
    found = _IN_ADDRESS.search(url)
    if found is None:
        return None
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"] or 1)
    if _day(year, month, day) is None:
        return None
    value = f"{year:04}-{month:02}-{day:02}" if found["day"] else f"{year:04}-{month:02}"
    return {"value": value, "basis": "DETECTED"}


def _dated(found: re.Match[str], words: str) -> PageDate | None:
    parts = found.groupdict()
    year = int(parts["year"]) if len(parts["year"]) == 4 else _century(int(parts["year"]))
    notes = []
    if parts.get("time"):
        notes.append(f"The page says «{words}»: the time was left out, since its zone is not certain.")
    if parts.get("first"):
        published, doubt = _numeric(year, int(parts["first"]), int(parts["second"]))
        notes += [doubt] if doubt else []
    else:
        month = int(parts["month"]) if parts.get("month") else _MONTHS[parts["name"][:3].lower()]
        published = _day(year, month, int(parts["day"]))
    if published is None:
        return None
    return PageDate(published, bool(parts["star"]), tuple(notes))


def _numeric(year: int, first: int, second: int) -> tuple[Published | None, str | None]:
    readings = sorted({day for day in (_day(year, second, first), _day(year, first, second)) if day is not None})
    if len(readings) < 2:
        return (readings[0] if readings else None), None
    note = f"«{first}-{second}» may be day and month or month and day; both readings bound the date."
    return {"earliest": readings[0], "latest": readings[1], "basis": "DECLARED"}, note


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _century(year: int) -> int:
    return 2000 + year if year < 70 else 1900 + year
