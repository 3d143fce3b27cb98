"""What pydantic found, in words for a person: an error's details enter, a path, a message and a hint leave."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final, NamedTuple, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from seeds.reading.trees import Path
from seeds.records import RULES

_LEAST: Final = {
    "greater_than_equal": "must be {ge} or more",
    "less_than_equal": "must be {le} or less",
    "string_too_long": "is longer than {max_length} characters",
    "too_short": "must hold {min_length} item or more",
}
_WANTED: Final = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing_size": "a whole number of reasonable size",
    "float_type": "a number",
    "finite_number": "a finite number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "model_type": "a mapping of fields",
    "model_attributes_type": "a mapping of fields",
}


class Phrase(NamedTuple):
    """A fault in words. With `at_key` it is the field's name that is wrong, not its value."""

    path: Path
    message: str
    hint: str | None = None
    at_key: bool = False


def closest(name: object, known: Iterable[str]) -> str | None:
    """`did you mean ...?`, where one of the known names is near."""
    near = get_close_matches(str(name)[:80], list(known), n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else None


def _noun(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true or false"
    nouns = {str: "text", int: "a number", dict: "a mapping", list: "a list"}
    return next((noun for kind, noun in nouns.items() if isinstance(value, kind)), "this")


def _shown(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _model_in(part))), None)


def _fields_at(model: type[BaseModel], path: Path) -> list[str]:
    """The names that the mapping at the end of the path may use."""
    for part in path:
        field = model.model_fields.get(part) if isinstance(part, str) else None
        model = (_model_in(field.annotation) or model) if field else model
    return list(model.model_fields)


def _wrong_type(kind: str, value: object) -> Phrase:
    message = f"must be {_WANTED[kind]}, not {_noun(value)}"
    if isinstance(value, float):
        return Phrase((), f"must be {_WANTED[kind]}")
    if value is None:
        return Phrase((), message, "leave the field out, or quote text that begins with #")
    if kind == "string_type" and not isinstance(value, dict | list):
        return Phrase((), message, f'put it in quotes: "{_shown(value)}"')
    return Phrase((), message, "begin each of its items with a hyphen" if kind == "tuple_type" else None)


def _one_of(value: object, expected: str) -> Phrase:
    choices = [choice.strip("' ") for choice in expected.replace(" or ", ", ").split(",")]
    if not isinstance(value, str):
        return Phrase((), f"must be one of {', '.join(choices)}, not {_noun(value)}")
    return Phrase((), f"`{_shown(value)}` is not one of {', '.join(choices)}", closest(value.upper(), choices))


def _phrase(error: ErrorDetails, model: type[BaseModel], extra: Iterable[str]) -> Phrase:
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    if kind == "missing":
        return Phrase((), "is missing")
    if kind == "extra_forbidden":
        path = error["loc"]
        known = [*_fields_at(model, path[:-1]), *(extra if len(path) == 1 else ())]
        return Phrase((), "is not a field here", closest(path[-1], known) or f"known: {', '.join(known)}", at_key=True)
    if kind == "string_pattern_mismatch":
        rule = RULES[context["pattern"]]
        return Phrase((), f"`{_shown(value)}` {rule.message}", rule.hint)
    if kind == "literal_error":
        return _one_of(value, str(context["expected"]))
    if kind in _WANTED:
        return _wrong_type(kind, value)
    if kind in _LEAST:
        return Phrase((), _LEAST[kind].format(**context))
    path = context.get("path", ())
    return Phrase(path if isinstance(path, tuple) else (), error["msg"], context.get("hint"))


def phrase(error: ErrorDetails, model: type[BaseModel], extra: Iterable[str] = ()) -> Phrase:
    """One of pydantic's errors in words. `extra` names the fields that were taken out before: nested threads, posts."""
    found = _phrase(error, model, extra)
    return found._replace(path=(*error["loc"], *found.path))
