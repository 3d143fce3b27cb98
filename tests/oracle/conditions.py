"""The small filters as predicates: on a text, a number, a date, a kind. Null asks for nothing."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from api.text.fold import fold
from oracle.asking import Given


class Dated(Protocol):
    """What has an uncertain date of publication."""

    @property
    def published_earliest(self) -> str | None: ...
    @property
    def published_latest(self) -> str | None: ...


def asked(given: Given | None) -> Iterator[tuple[str, Any]]:  # Any: as in Given
    """The conditions that really ask for something."""
    return ((name, wanted) for name, wanted in (given or {}).items() if wanted is not None)


def text_fits(value: str | None, given: Given, same: Callable[[str], str] = str) -> bool:
    """A StringFilter on one value or none; `same` is what makes two spellings one."""
    return texts_fit([] if value is None else [value], given, same)


def texts_fit(values: Iterable[str], given: Given, same: Callable[[str], str] = str) -> bool:
    """A StringFilter on what may have several values: some value must fit, `notIn` is the opposite of `in`."""
    held = {same(value) for value in values}
    for name, wanted in asked(given):
        fits = {
            "eq": lambda wanted: same(wanted) in held,
            "in": lambda wanted: not held.isdisjoint(map(same, wanted)),
            "notIn": lambda wanted: held.isdisjoint(map(same, wanted)),
            "startsWith": lambda wanted: any(value.startswith(same(wanted)) for value in held),
            "isNull": lambda wanted: wanted is not bool(held),
        }[name](wanted)
        if not fits:
            return False
    return True


def words_fit(folded: Iterable[str], given: Given) -> bool:
    """A TextFilter on texts that are folded already; one of them must fit all that is asked."""
    fits: dict[str, Callable[[str, str], bool]] = {"contains": str.__contains__, "startsWith": str.startswith}
    wanted = [(fits[name], fold(part)) for name, part in asked(given)]
    return not wanted or any(all(fit(text, part) for fit, part in wanted) for text in folded)


def number_fits(value: float | None, given: Given) -> bool:
    """An IntFilter or a FloatFilter; without a value only `isNull: true` holds."""
    for name, wanted in asked(given):
        if value is None or name == "isNull":
            if name != "isNull" or (value is None) is not wanted:
                return False
        elif not compared(name, value, wanted):
            return False
    return True


def compared(name: str, value: float, wanted: float) -> bool:
    if name == "eq":
        return value == wanted
    if name in {"gt", "gte"}:
        return value > wanted or (name == "gte" and value == wanted)
    return value < wanted or (name == "lte" and value == wanted)


def date_fits(item: Dated, given: Given) -> bool:
    """A DateFilter: the uncertain range and the period asked for have a day in common."""
    for name, wanted in asked(given):
        earliest, latest = item.published_earliest, item.published_latest
        if name == "isNull":
            fits = (earliest is None) is wanted
        elif earliest is None or latest is None:
            fits = False
        else:
            fits = latest >= wanted if name == "gte" else earliest <= wanted
        if not fits:
            return False
    return True


def kind_fits(value: str, given: Given) -> bool:
    return all(value == wanted if name == "eq" else value in wanted for name, wanted in asked(given))
