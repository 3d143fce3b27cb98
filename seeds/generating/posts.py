"""One post's content: numbers drawn from a generator enter, the fields of a seed record leave."""

from random import Random
from typing import Final

from seeds.generating.phrases import TITLES
from seeds.generating.vocabulary import DAYS, Tongue, Vocabulary

Fields = dict[str, object]

PLACED: Final = 0.72
FOLLOWED: Final = 0.8
MENTIONS: Final = 0.22
LINKS: Final = 0.08
PICTURES: Final = 0.06
IN_SMALL_LETTERS: Final = 0.06
TAGS: Final = (0.3, 0.65, 0.88, 0.97)
"""Below the first bound a post has no tag, below the second one, and so on."""
UNDATED: Final = 0.12
INSTANT: Final = 0.72
DAY: Final = 0.88
MONTH: Final = 0.95


def text(random: Random, words: Vocabulary, tongue: Tongue) -> str:
    """Write what a post says: sentences, a mention, an address and tags, some of each."""
    draw = random.random
    phrases = tongue.phrases
    said = []
    if draw() < PLACED:
        sentence = phrases.placed[int(draw() * len(phrases.placed))]
        said.append(sentence.replace("{place}", tongue.places.draw(draw())))
    if not said or draw() < FOLLOWED:
        said.append(phrases.further[int(draw() * len(phrases.further))])
    chance = draw()
    if chance < MENTIONS:
        said.append(f"@{words.handles.draw(draw())}")
    elif chance > 1 - LINKS:
        said.append(f"https://notes.example/{int(draw() * 1_000_000)}")
    chance = draw()
    for bound in TAGS:
        if chance < bound:
            break
        tag = words.tags.draw(draw())
        said.append(f"#{tag if draw() > IN_SMALL_LETTERS else tag.lower()}")
    return " ".join(said)


def media(random: Random) -> Fields:
    """Now and then, a picture."""
    if random.random() >= PICTURES:
        return {}
    number = int(random.random() * 100_000)
    return {"media": [{"kind": "IMAGE", "url": f"https://pictures.example/{number}.jpg", "alt": "A street at noon"}]}


def published(random: Random, words: Vocabulary) -> str | Fields | None:
    """Draw a date: mostly an instant, else a day, a month or a range of days; sometimes none."""
    kind, day = random.random(), int(random.random() * (DAYS - 7))
    if kind < UNDATED:
        return None
    first = words.days[day]
    if kind < INSTANT:
        return instant(first, int(random.random() * 86_400))
    if kind < DAY:
        return first
    return first[:7] if kind < MONTH else {"earliest": first, "latest": words.days[day + 6]}


def instant(day: str, second: int) -> str:
    """Write a second of a day in UTC."""
    minute, second = divmod(second, 60)
    hour, minute = divmod(minute, 60)
    return f"{day}T{hour:02}:{minute:02}:{second:02}Z"


def article(random: Random, words: Vocabulary, tongue: Tongue) -> Fields:
    """Write an article: a title, a standfirst and some paragraphs."""
    paragraphs = [text(random, words, tongue) for _ in range(2 + int(random.random() * 4))]
    return {
        "kind": "ARTICLE",
        "title": TITLES[int(random.random() * len(TITLES))],
        "standfirst": text(random, words, tongue),
        "text": "\n\n".join(paragraphs),
    }
