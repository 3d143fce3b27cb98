"""The error tree: its drawing, its codes, and what each error carries."""

import re
from collections.abc import Iterator

import pytest

from api import errors
from api.errors import (
    ChangesPending,
    Fault,
    InvalidArgument,
    InvalidCursor,
    NotFound,
    PageTooLarge,
    ParleyError,
    ReloadBusy,
    RequestError,
    SeedError,
    SeedInvalid,
)


def descendants(root: type[ParleyError]) -> Iterator[type[ParleyError]]:
    for child in root.__subclasses__():
        if child.__module__ == errors.__name__:
            yield child
            yield from descendants(child)


TREE: list[type[ParleyError]] = [ParleyError, *descendants(ParleyError)]


def drawn() -> list[tuple[int, str]]:
    """The drawing as (depth, name), read from the module's docstring."""
    lines = (errors.__doc__ or "").splitlines()
    matches = (re.match(r"    ([│├└─ ]*)([A-Z]\w+)", line) for line in lines)
    return [(len(match[1]) // 4, match[2]) for match in matches if match]


def built(root: type[ParleyError], depth: int = 0) -> list[tuple[int, str]]:
    children = [child for child in root.__subclasses__() if child.__module__ == errors.__name__]
    return [(depth, root.__name__)] + [row for child in children for row in built(child, depth + 1)]


def test_the_drawing_in_the_docstring_is_the_tree() -> None:
    assert drawn() == built(ParleyError)


def test_the_drawing_states_each_status_that_differs_from_its_parents() -> None:
    drawing = errors.__doc__ or ""
    for error in descendants(errors.APIError):
        parent = error.__mro__[1]
        assert issubclass(parent, ParleyError)
        if error.status != parent.status:
            assert re.search(rf"\b{error.__name__} {error.status}\b", drawing), error


@pytest.mark.parametrize("error", TREE)
def test_every_error_has_a_code_a_status_a_title_and_an_exit_code(error: type[ParleyError]) -> None:
    assert re.fullmatch(r"[A-Z]+(_[A-Z]+)*", error.code)
    assert 400 <= error.status <= 599
    assert error.title
    assert not error.title.endswith(".")
    assert 0 < error.exit_code < 126


def test_two_errors_share_a_code_only_where_one_masks_the_unexpected() -> None:
    own = [error.code for error in TREE if "code" in vars(error)]
    assert len(own) == len(set(own))


def test_the_message_defaults_to_the_title() -> None:
    assert str(NotFound()) == NotFound.title


def test_members_travel_with_the_error() -> None:
    error = PageTooLarge("at most 100, not 500", limit=100, asked=500)
    assert (error.message, error.members) == ("at most 100, not 500", {"limit": 100, "asked": 500})


def test_the_callers_mistakes_are_request_errors() -> None:
    assert {InvalidArgument.status, InvalidCursor.status, PageTooLarge.status} == {RequestError.status}


def test_the_exit_codes_tell_pending_busy_and_failed_apart() -> None:
    assert (SeedError.exit_code, ChangesPending.exit_code, ReloadBusy.exit_code) == (1, 2, 75)


def test_invalid_seeds_count_their_faults_even_those_not_listed() -> None:
    fault = Fault(file="a.yaml", line=1, column=1, path="parley", message="is missing")
    assert str(SeedInvalid([fault])) == "1 fault in the seeds"
    assert str(SeedInvalid([fault], total=1234)) == "1,234 faults in the seeds"
    assert SeedInvalid([fault]).faults == (fault,)
