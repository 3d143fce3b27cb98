"""The words that generated posts are made of: our own sentences in six languages, and the parts of tags and handles.

`{place}` stands for a name of a place in the sentence's language, as a person would write it there.
"""

from typing import Final, NamedTuple


class Phrases(NamedTuple):
    """Sentences of one language (BCP 47): those that name a place, and those that may follow."""

    language: str
    placed: tuple[str, ...]
    further: tuple[str, ...]


PHRASES: Final = (
    Phrases(
        "en",
        (
            "The morning bus to {place} was full of apples and arguments about chess.",
            "A choir from {place} is coming to sing at the school this week.",
            "Snow fell near {place} last night, and the baker opened an hour late.",
            "Somebody in {place} repairs accordions, and I have finally met him.",
            "We walked the old road towards {place} and counted nineteen swallows.",
            "The library in {place} lends out seeds now, carrots and marigolds mostly.",
            "An exhibition of children's drawings has opened in {place}.",
            "My grandmother's recipe comes from a village near {place}.",
            "The football match in {place} ended in a draw and a long supper.",
            "They painted the bridge outside {place} green, and nobody knows why.",
            "Two students from {place} built a weather station out of old radios.",
            "The night train passed {place} without stopping, as it has for years.",
        ),
        (
            "More tomorrow, when the post office opens.",
            "Nobody took a photograph, which is a pity.",
            "I will keep the list here and add to it.",
            "The second part of the story is shorter.",
            "It took nine minutes, tea included.",
            "If you know the melody, please write to me.",
            "The rain held off until the very end.",
            "We are still looking for a piano.",
            "There is a map, but it is drawn by heart.",
            "Everyone went home with a jar of honey.",
            "It will be repeated on Thursday.",
            "The dog slept through all of it.",
            "Tickets cost nothing, chairs are few.",
            "A correction will follow if I was wrong.",
        ),
    ),
    Phrases(
        "fr",
        (
            "Le marché du samedi a repris à {place}, avec trois fromagers.",
            "Une fanfare répète chaque soir près de {place}.",
            "On cherche des bénévoles pour le jardin partagé, route de {place}.",
            "La bibliothèque de {place} prête aussi des cerfs-volants.",
            "Il neige sur {place} et le facteur chante quand même.",
            "Deux horlogers de {place} ont remis la grande pendule à l'heure.",
        ),
        (
            "La suite demain, si le café est bon.",
            "Personne n'a pris de photo, tant pis.",
            "Le chat a tout entendu.",
            "L'entrée est libre, les chaises sont rares.",
            "On recommence jeudi.",
            "La liste est affichée à la mairie.",
        ),
    ),
    Phrases(
        "ru",
        (
            "Утренний автобус в сторону {place} был полон яблок.",
            "Хор из города {place} приедет в школу на этой неделе.",
            "Возле {place} открыли маленькую пекарню.",
            "Выставка детских рисунков: {place}, до конца месяца.",
        ),
        (
            "Продолжение завтра.",
            "Никто не сделал фотографии.",
            "Вход свободный, стульев мало.",
            "Собака проспала всё.",
        ),
    ),
    Phrases(
        "hy",
        (
            "Առավոտյան ավտոբուսը լի էր խնձորով. {place}։",
            "Երգչախումբը գալիս է այս շաբաթ. {place}։",
            "Մանկական նկարների ցուցահանդես. {place}։",
        ),
        ("Շարունակությունը՝ վաղը։", "Մուտքն ազատ է։", "Շունը քնած էր։"),
    ),
    Phrases(
        "az",
        (
            "Səhər avtobusu alma ilə dolu idi: {place}.",
            "Bu həftə məktəbə xor gəlir: {place}.",
            "Uşaq rəsmlərinin sərgisi: {place}.",
        ),
        ("Davamı sabah.", "Giriş sərbəstdir.", "Heç kim şəkil çəkmədi."),
    ),
    Phrases(
        "ka",
        ("დილის ავტობუსი სავსე იყო ვაშლით: {place}.", "ამ კვირაში სკოლაში გუნდი მოდის: {place}."),
        ("გაგრძელება ხვალ.", "შესვლა თავისუფალია."),
    ),
)

SHARES: Final = (0.62, 0.14, 0.09, 0.07, 0.05, 0.03)
"""How much of the threads is in each language, in the order of `PHRASES`."""

TAG_QUALITIES: Final = (
    "Open", "Quiet", "Bright", "Slow", "Winter", "Summer", "Morning", "Night", "Old", "New", "Lost", "Free", "Green",
    "Blue", "Golden", "Little", "Great", "Common", "Shared", "Distant", "Northern", "Southern", "Eastern", "Western",
    "Silver", "Hidden", "Young", "Wild", "Warm", "Cold", "Early", "Late", "Round", "Long", "Short", "Deep", "High",
    "Salt", "Stone", "Paper", "Iron", "Apple", "Honey", "Cedar", "Poppy", "Swallow", "River", "Mountain", "Harbour",
    "Valley", "Border", "Village", "City", "Island", "Family", "School", "Market", "Railway", "Weather", "Kitchen",
    "Garden",
)  # fmt: skip

TAG_SUBJECTS: Final = (
    "Roads", "Songs", "Letters", "Lights", "Maps", "Stories", "Bridges", "Books", "Voices", "Trains", "Gardens",
    "Windows", "Markets", "Talks", "Archive", "Choir", "Radio", "Museum", "Theatre", "Library", "Festival",
    "Exchange", "Walks", "Recipes", "Photos", "Poems", "Clocks", "Kites", "Chess", "Bakery", "Orchestra", "Workshop",
    "Weekend", "Harvest", "Rivers", "Wells", "Fields", "Walls", "Doors", "Boats", "Birds", "Bees", "Stars", "Snow",
    "Rain", "Wind", "Maths", "Science", "History", "Grammar", "Football", "Cycling", "Climbing", "Ceramics",
    "Carpets", "Weaving", "Woodwork", "Cinema", "Comics", "Puppets", "Violin", "Piano", "Drums", "Dance", "Tea",
    "Coffee", "Bread", "Cheese", "Soup", "Plums", "Pears", "Figs", "Olives", "Walnuts", "Pomegranates", "Apricots",
    "Grapes", "Wool", "Silk", "Ink", "Paint", "Glass", "Copper", "Lanterns", "Postcards", "Stamps", "Tickets",
    "Tents",
)  # fmt: skip

TAGS_ELSEWHERE: Final = ("Երաժշտություն", "Дорога", "Bibliothèque", "მუსიკა", "Kitab", "Նամակներ", "Chaînes", "Осень")
"""Tags beyond plain Latin; they take places near the top, so that they are met."""

HANDLE_PARTS: Final = (
    "ani", "karen", "lena", "mira", "tomas", "ilya", "nora", "samir", "leyla", "aram", "vera", "jonas", "elif",
    "petra", "david", "sona", "marc", "irina", "felix", "hanna", "otto", "rosa", "emil", "clara", "anton", "ida",
    "paul", "nina", "oscar", "tamar", "levan", "gita", "zara", "milo", "dora", "hugo",
)  # fmt: skip

TITLES: Final = (
    "What the river carried",
    "Notes from a slow train",
    "Seven questions for a clockmaker",
    "The orchestra that met by post",
    "How to lend a garden",
    "A short history of one bridge",
)
