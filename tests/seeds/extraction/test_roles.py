"""Roles: what a place name does in its sentence."""

import pytest

from seeds.extraction.roles import is_other_name, role_of


def role(text: str, name: str) -> str:
    start = text.index(name)
    return role_of(text, start, start + len(name))[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Baku said no.", "Baku"),
        ("Yerevan insists on it.", "Yerevan"),
        ("Yerevan has also officially denied it.", "Yerevan"),
        ("Moscow will not accept it.", "Moscow"),
        ("Armenia is pushing for it.", "Armenia"),
        ("Armenia has to accept that.", "Armenia"),
        ("new talks between Baku and the others", "Baku"),
        ("talks between Baku and Yerevan resumed", "Yerevan"),
        ("negotiations with Yerevan over peace", "Yerevan"),
        ("a peace deal with Armenia.", "Armenia"),
        ("She blamed Azerbaijan for it.", "Azerbaijan"),
        ("a truce brokered by Russia in May", "Russia"),
        ("a pro-Baku bias", "Baku"),
        ("Official Yerevan is silent.", "Yerevan"),
        ("Baku’s recent priority", "Baku"),
        ("Russia's FM spoke.", "Russia"),
        ("France and Russia agree on that.", "Russia"),
        ("Armenia and Russia agreed on that.", "Armenia"),
        ("Russia, which sent troops, agreed", "Russia"),
        ("its ally Turkey which helped it", "Turkey"),
        ("Azerbaijan was openly backed by its ally", "Azerbaijan"),
        ("It ended. For Baku, that was enough.", "Baku"),
        ("without a word about the Kremlin", "Kremlin"),
        ("a call from the White House", "White House"),
        ("L’Azerbaïdjan a lancé une attaque", "Azerbaïdjan"),
        ("des pourparlers avec l’Arménie", "Arménie"),
        ("Баку обвинил соседей", "Баку"),
    ],
)
def test_a_name_that_speaks_decides_or_is_dealt_with_is_a_metonym(text: str, name: str) -> None:
    assert role(text, name) == "METONYM"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Minsk Group met", "Minsk"),
        ("The Moscow Times wrote", "Moscow"),
        ("at Yerevan State University", "Yerevan"),
        ("the Munich Security Conference", "Munich"),
        ("the Central Bank of Armenia", "Armenia"),
        ("le Groupe de Minsk", "Minsk"),
    ],
)
def test_a_name_within_an_institutions_name_is_an_organisation(text: str, name: str) -> None:
    assert role(text, name) == "ORGANISATION"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("in Baku on Monday", "Baku"),
        ("the next Geneva meeting", "Geneva"),
        ("They met in Minsk. Group photos followed.", "Minsk"),
        ("fighting between Armenia and its neighbour", "Armenia"),
        ("an Armenia report", "Armenia"),
        ("schools in Armenia and Georgia closed", "Armenia"),
        ("a war of Armenia and Azerbaijan threatens it", "Armenia"),
        ("a train for Baku, and one back", "Baku"),
        ("a dinner in the Kremlin", "Kremlin"),
        ("They visited the White House.", "White House"),
        ("Yerevan’s streets", "Yerevan"),
        ("", ""),
    ],
)
def test_any_other_name_is_a_location(text: str, name: str) -> None:
    assert role(text, name) == "LOCATION"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("South Sudan", True),
        ("in Port Sudan", True),
        ("the South. Sudan", False),
        ("Southern Sudan", False),
        ("Transport Sudan", False),
    ],
)
def test_the_word_before_may_make_another_name(text: str, *, expected: bool) -> None:
    assert is_other_name(text, len(text) - len("Sudan"), len(text)) is expected
