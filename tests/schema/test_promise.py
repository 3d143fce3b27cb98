"""The words that the promise is written in."""

import pytest
import strawberry
from graphql import GraphQLEnumType

from api.schema.promise import Argument, Word, accepted, enum_type, input_type, interface_type, object_type, promised


@enum_type
class Shade(Word):
    """How dark
    it is.

    - one line
    """

    LIGHT = "LIGHT", "Not very."
    DARK = "DARK", "Very."


@input_type
class Choice:
    """What to keep."""

    in_: list[Shade] | None = accepted("One of these.", name="in")
    shade: Shade = accepted("This one.", default=Shade.DARK)


@interface_type
class Named:
    """Anything with a name."""

    name: str = promised("Its name.")


@object_type
class Query(Named):
    """The root."""

    shades: list[Shade] = promised(
        "The shades.",
        where=Argument(Choice | None, "Which."),
        at_most=Argument(int | None, "How many.", 3),
        darkest_first=Argument(bool, "From which end.", False),
    )


SCHEMA = strawberry.Schema(query=Query)


def test_a_promised_field_prints_its_arguments_and_defaults_in_camel_case() -> None:
    fields = SCHEMA._schema.query_type
    assert fields is not None
    printed = {name: (str(each.type), each.description) for name, each in fields.fields["shades"].args.items()}
    assert printed == {
        "where": ("Choice", "Which."),
        "atMost": ("Int", "How many."),
        "darkestFirst": ("Boolean!", "From which end."),
    }
    assert "atMost: Int = 3" in SCHEMA.as_str()
    assert "darkestFirst: Boolean! = false" in SCHEMA.as_str()
    assert "where: Choice\n" in SCHEMA.as_str()


def test_an_accepted_field_may_be_named_by_a_reserved_word() -> None:
    assert "in: [Shade!]\n" in SCHEMA.as_str()
    assert "shade: Shade! = DARK" in SCHEMA.as_str()


def test_a_word_is_a_text_with_a_description() -> None:
    printed = SCHEMA._schema.type_map["Shade"]
    assert isinstance(printed, GraphQLEnumType)
    assert Shade("DARK") is Shade.DARK
    assert Shade.DARK == "DARK"
    assert printed.values["DARK"].description == Shade.DARK.description == "Very."


def test_a_docstring_becomes_a_description_without_the_wrapping_of_our_source() -> None:
    assert SCHEMA._schema.type_map["Shade"].description == "How dark it is.\n\n- one line"


def test_a_type_without_a_docstring_is_refused() -> None:
    with pytest.raises(TypeError, match="Bare needs a docstring"):

        @object_type
        class Bare:
            name: str = promised("Its name.")


def test_one_group_of_arguments_serves_many_fields() -> None:
    group = {"first": Argument(int | None, "How many.", 5)}

    @object_type
    class Two:
        """Two fields."""

        one: int = promised("One.", **group)
        two: int = promised("Two.", **group)

    one, two = Two.__strawberry_definition__.fields  # type: ignore[attr-defined]  # set by the decorator
    assert one.arguments[0] is not two.arguments[0]
    assert (one.arguments[0].default, two.arguments[0].default) == (5, 5)
