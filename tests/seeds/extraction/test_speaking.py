"""Verbs of speech, decision and war behind a name."""

import pytest

from seeds.extraction.speaking import speaks


@pytest.mark.parametrize(
    "after",
    [
        " denies it", " agreed", " ratified it", " vetoes", " withdrew", " Says No", " never again demanded it",
        " doesn’t recognise it", " was reportedly prepared to", " is invading", " affirme que", " n’a pas accepté",
        " настаивает на",
    ],
)  # fmt: skip
def test_an_inflected_verb_speaks(after: str) -> None:
    assert speaks("", after)


@pytest.mark.parametrize(
    "after", ["", " report", " claim", " talks", " and", ", said he", " saying", "'s offer", " dites"]
)
def test_a_noun_or_a_comma_does_not(after: str) -> None:
    assert not speaks("", after)


def test_a_bare_verb_speaks_for_two() -> None:
    assert speaks("Paris and ", " urge calm")
    assert not speaks("Paris or ", " urge calm")
