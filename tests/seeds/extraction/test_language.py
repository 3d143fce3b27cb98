"""The language of a text, or None."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.extraction.language import LANGUAGES, detect


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministers met again this morning and agreed on nothing."),
        (
            "fr",
            "Ce soir, #Erevan #Bakou #Artsakh #Armenia #Karabakh : les négociations ont repris entre les camps",
        ),
        ("de", "Heute Morgen wurde die Waffenruhe wieder gebrochen"),
        ("az", "Bu gün səhər düşmən yenidən atəşkəsi pozdu"),
        ("tr", "Bugün sabah saatlerinde ateşkes yeniden ihlal edildi"),
        ("hy", "Այսօր առավոտյան հրադադարը կրկին խախտվեց"),
        ("ka", "დღეს დილით ცეცხლის შეწყვეტა დაირღვა"),
        ("ru", "Сегодня утром режим прекращения огня был нарушен"),
        ("uk", "Сьогодні вранці режим припинення вогню було порушено"),
        ("fa", "امروز صبح آتش بس دوباره نقض شد"),
        ("ja", "今朝停戦は再び破られました"),
    ],
)
def test_prose_is_recognised(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Good morning",
        "#one #two #three #four #five",
        "@a @b @c @d https://example.org/some/words/here",
        "🇦🇲 1 2 3 4",
        "መልካም ቀን ለሁላችሁም ይሁን",
    ],
)
def test_what_would_be_a_guess_is_none(text: str) -> None:
    assert detect(text) is None


@settings(deadline=None, max_examples=50)
@given(st.text())
def test_any_text_gets_one_of_the_languages_or_none_and_always_the_same(text: str) -> None:
    assert detect(text) in (None, *LANGUAGES)
    assert detect(text) == detect(text)
