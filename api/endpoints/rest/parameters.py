"""The parameters of a URL: a query string enters, the variables of a GraphQL operation leave, or all faults at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, cast
from urllib.parse import parse_qsl

from api.endpoints.rest.kinds import Kind, suggested
from api.errors import InvalidArgument, RequestError

Tree: TypeAlias = dict[str, Any]  # Any: variables are whatever JSON can say
Write: TypeAlias = Callable[[Sequence[object]], Tree]

MOST_PARAMETERS = 400
MOST_VALUES = 20
"""Values that one parameter takes: an address is not to grow past what servers read."""
QUOTED = 80
"""Characters of a refused value that are repeated to who sent it."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. `write` puts its values where the operation's variables have them.

    `repeated`: may be given several times. `listed`: several values in one, parted by commas.
    """

    name: str
    kind: Kind
    description: str
    write: Write
    repeated: bool = False
    listed: bool = False
    required: bool = False

    @property
    def most(self) -> int:
        """How many values it takes: no more than there are different ones."""
        several = self.repeated or self.listed
        return min(MOST_VALUES, self.kind.different or MOST_VALUES) if several else 1

    def read(self, given: Sequence[str]) -> list[object]:
        """Read the values given under this name; raises ValueError for the first that cannot be used."""
        if len(given) > 1 and not self.repeated:
            raise ValueError("is given more than once" + (": part the values by commas" if self.listed else ""))
        values = [each for text in given for each in text.split(",")] if self.listed else given
        if len(values) > self.most:
            raise ValueError(f"is given {len(values)} values, and takes {self.most} at most")
        return [self.kind.read(value) for value in values]


class ParametersRefused(InvalidArgument):
    """Parameters that cannot be used: the member `errors` names each with what is the matter."""

    def __init__(self, faults: Sequence[Mapping[str, str]]) -> None:
        counted = "one parameter" if len(faults) == 1 else f"{len(faults)} parameters"
        super().__init__(f"{counted} cannot be used: " + "; ".join(f"`{f['parameter']}` {f['detail']}" for f in faults))
        self.faults = tuple(faults)
        self.members = {"errors": cast("list[str]", list(faults))}  # written as any JSON; Member names less


@dataclass(frozen=True, slots=True)
class Given:
    """What a URL asks for: each parameter's values by its name, and all of them as variables."""

    values: Mapping[str, Sequence[object]]
    variables: Tree

    def names(self, parameter: str) -> tuple[str, ...]:
        """Return the values of a parameter that takes names."""
        return tuple(str(value) for value in self.values.get(parameter, ()))


def read(query_string: bytes, parameters: Mapping[str, Parameter]) -> Given:
    """Read a query string; raises `ParametersRefused` with every fault there is."""
    faults: list[dict[str, str]] = []
    values: dict[str, Sequence[object]] = {}
    given = grouped(query_string)
    for name, texts in given.items():
        parameter = parameters.get(name)
        try:
            if parameter is None:
                raise ValueError(f"is no parameter here: {unknown(name, parameters)}")  # noqa: TRY301
            values[name] = parameter.read(texts)
        except ValueError as fault:
            faults.append({"parameter": name[:QUOTED], "detail": str(fault)})
    missing = [each.name for each in parameters.values() if each.required and each.name not in given]
    faults += [{"parameter": name, "detail": "must be given"} for name in missing]
    if faults:
        raise ParametersRefused(faults)
    return Given(values, merged(parameters[name].write(each) for name, each in values.items()))


def unknown(name: str, parameters: Iterable[str]) -> str:
    """Say which parameter was probably meant, or which ones there are; those with a full stop go without saying."""
    known = list(parameters)
    said = suggested(name, known)
    return said if said.startswith("did") else "there is " + ", ".join(each for each in known if "." not in each)


def grouped(query_string: bytes) -> dict[str, list[str]]:
    """Split a query string into names, each with its values in order."""
    found: dict[str, list[str]] = {}
    try:
        text = query_string.decode("ascii")
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_PARAMETERS)
    except UnicodeDecodeError:
        raise RequestError("the query string is not UTF-8, percent-encoded") from None
    except ValueError:
        raise RequestError(f"the query string has more than {MOST_PARAMETERS} parameters") from None
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def merged(trees: Iterable[Tree]) -> Tree:
    """Merge trees of variables: objects by their keys, lists by joining them."""
    whole: Tree = {}
    for tree in trees:
        _merge(whole, tree)
    return whole


def _merge(whole: Tree, tree: Tree) -> None:
    for key, value in tree.items():
        if isinstance(value, dict) and isinstance(whole.get(key), dict):
            _merge(whole[key], value)
        elif isinstance(value, list) and isinstance(whole.get(key), list):
            whole[key] = whole[key] + value
        else:
            whole[key] = dict(value) if isinstance(value, dict) else value


def at(*path: str) -> Write:
    """Write the one value at this place of the variables."""
    return lambda values: _nested(path, values[0])


def all_at(*path: str) -> Write:
    """Write all values as a list."""
    return lambda values: _nested(path, list(values))


def equal_or_among(*path: str) -> Write:
    """Write one value as `eq`, which an index answers best, and several as `in`."""
    return lambda values: _nested(path, {"eq": values[0]} if len(values) == 1 else {"in": list(values)})


def as_condition(*path: str) -> Write:
    """Write the value as one more condition of a `where`, beside what else is asked of the same field."""
    root, *field = path
    return lambda values: {root: {"and": [_nested(tuple(field), values[0])]}}


def nowhere(_values: Sequence[object]) -> Tree:
    """Write nothing: the parameter chooses what is shown, not what is asked."""
    return {}


def _nested(path: tuple[str, ...], value: object) -> Tree:
    head, *rest = path
    return {head: _nested(tuple(rest), value) if rest else value}
