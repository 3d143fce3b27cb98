"""What a place name does in its sentence: the words around it enter, a role and a confidence leave.

Rules, no statistics, each about what can be seen; a seed may override any of them. A name is a LOCATION unless
- an institution's noun follows it (Minsk Group, Moscow Times) or precedes it (Bank of Armenia): ORGANISATION;
- it speaks or decides, is dealt with (talks with Yerevan), owns what governments own, or is where one sits: METONYM.
And a word beside it may make it another name: "Lake Van" does not speak of Van, nor "Persian Gulf" of Persians.
"""

import re

from seeds.extraction.speaking import speaks

_BEFORE = 80  # code points of context that the expressions may look at
_AFTER = 60

_INSTITUTIONS = (
    "Academy|Agency|Airlines|Airways|Association|Bank|Broadcasting|Cent(?:er|re)|Club|College|Commission|Committee|"
    "Company|Conference|Corporation|Council|Daily|Exchange|Festival|Forum|Foundation|Fund|Gazette|Group|Herald|"
    "Initiative|Institute|Journal|League|Museum|Network|News|Observatory|Opera|Orchestra|Party|Post|Press|Radio|"
    "Review|School|Society|Symphony|Television|Theat(?:er|re)|Times|Tribune|TV|University"
)
_INSTITUTION_AFTER = re.compile(rf"(?:[ \u00a0](?:[A-Z][\w-]*|and|for|of|on|&)){{0,4}}?[ \u00a0](?:{_INSTITUTIONS})\b")
_INSTITUTION_BEFORE = re.compile(
    r"\b(?:Academy|Bank|Church|College|Institute|Museum|School|University) of (?:the )?$"
    r"|\b(?:Académie|Banque|Groupe|Institut|Musée|Université) d(?:e |e la |u |e l['’]|['’])$"
)
_OWNS = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,2}?(?:aggression|ambassador|calls|claims?|concerns?|decision|demands?|diplomats?|FM|"
    r"foreign (?:minister|ministry|policy)|government|invitation|leaders(?:hip)?|minister|ministry|offer|parliament|PM|"
    r"policy|position|president|presidential|priority|proposals?|refusal|rejection|response|spokes\w+|stance|"
    r"statement|view)\b"  # in small letters only: "Armenia’s President X" is a title
)
_DEALINGS = (
    r"(?:accord|agreement|ceasefire|consultations?|contacts?|deal|dialogue|diplomacy|discussions?|meeting|negotiat\w+|"
    r"relations|rivalry|settlement|summit|talks?|ties|treaty|truce)"
)
_DEALINGS_FRENCH = r"(?:accords?|contacts|dialogue|discussions?|négociations?|pourparlers|relations|trêve)"
_ARTICLE_FRENCH = r"(?:l['’]|la |le |les )?"
_DEALT_WITH = re.compile(
    rf"\b{_DEALINGS}\s+(?:with|between|among)\s+$"
    rf"|\b{_DEALINGS}\s+(?:\w+\s+){{0,3}}?between\s+(?:[^\s.;:!?]+\s+){{1,4}}?(?:and|&)\s+$"
    rf"|\b{_DEALINGS_FRENCH}\s+(?:avec|entre)\s+{_ARTICLE_FRENCH}$"
    rf"|\b{_DEALINGS_FRENCH}\s+entre\s+(?:[^\s.;:!?]+\s+){{1,3}}?et\s+{_ARTICLE_FRENCH}$"
)
_ADDRESSED = re.compile(
    r"\b(?:accus(?:e[sd]?|ing)|blam(?:e[sd]?|ing)|critici[sz](?:e[sd]?|ing)|persuad(?:e[sd]?|ing)|press(?:ed|ing|ured)|"
    r"sanction(?:s|ed|ing)|t(?:ells?|old)|thank(?:s|ed)|urg(?:e[sd]?|ing)|warn(?:s|ed|ing)?)\s+$"
    r"|\b(?:according to|brokered by|call(?:s|ed)? (?:on|upon)|committed by|demand(?:s|ed)? from|held hostage by|"
    r"initiated by|pressure on|proposed by|rebuke from|requests? (?:by|from)|sanctions (?:on|against)|signed by|"
    r"statements? (?:by|from)|tweets? (?:by|from))\s+$"
    r"|\b(?:[Oo]fficial\s+|[Aa]nti-|[Pp]ro-)$"
)
_CONCERNED = re.compile(r"(?:^|[.!?…\n]\s*)For\s+$")
_SEAT = re.compile(r"(?:Moscow )?Kremlin|White House|Downing Street|Whitehall|[EÉ]lysée|Quai d['’]Orsay|Кремл\w{1,2}")
_WITHIN = re.compile(
    r"\b(?:around|at|behind|in|inside|near|outside|toured?|visit(?:s|ed|ing)?|à|dans|devant|près de|в|у)\s+"
    r"(?:the\s+|l['’])?$",
    re.IGNORECASE,
)
_OTHER_NAME = re.compile(
    r"(?:^|[\s(“\"'’])(?:North|South|East|West|Papua|Equatorial|Port|Fort|Lake|Mount|San|Santa|Saint|St\.)[ \u00a0-]$"
    r"|[^.!?…:\s][ \u00a0](?:New|Little|Nova|Nouvelle)[ \u00a0-]$"
)
_AFTER_NEW = re.compile(
    r"amsterdam|bedford|brunswick|britain|caledonia|castle|delhi|england|granada|guinea|hampshire|haven|hebrides|ireland"
    r"|jersey|london|mexico|orleans|plymouth|south wales|spain|york|zealand",
    re.IGNORECASE,
)

_LAND_OR_WATER = re.compile(
    r"[ \u00a0](?:Channel|Desert|Emirates|Gulf|Highlands?|Islands?|Ocean|Peninsula|Plateau|Sea|Straits?)\b"
)


def is_other_name(text: str, start: int, end: int) -> bool:
    """Whether the word before the name `start:end` makes another name of it (New England, South Sudan, Lake Van).

    "New" does within a sentence, and before names known to follow it: "New Armenia report" is about Armenia.
    """
    before = text[max(start - 12, 0) : start]
    if _OTHER_NAME.search(before):
        return True
    return before.rstrip(" \u00a0-").endswith("New") and _AFTER_NEW.fullmatch(text, start, end) is not None


def is_land_or_water(text: str, end: int) -> bool:
    """Whether a people's name that ends here is half of another place's (Persian Gulf, Arab Emirates)."""
    return _LAND_OR_WATER.match(text, end) is not None


def role_of(text: str, start: int, end: int) -> tuple[str, float]:
    """Return the role of the place name `start:end` of `text`, and how sure that is (0 to 1)."""
    before = text[max(start - _BEFORE, 0) : start]
    after = text[end : end + _AFTER]
    if _INSTITUTION_AFTER.match(after) or _INSTITUTION_BEFORE.search(before):
        return "ORGANISATION", 0.85
    if speaks(before, after) or _OWNS.match(after) or _DEALT_WITH.search(before) or _ADDRESSED.search(before):
        return "METONYM", 0.8
    if after.startswith(",") and _CONCERNED.search(before):
        return "METONYM", 0.7
    if _SEAT.fullmatch(text, start, end) and _WITHIN.search(before) is None:
        return "METONYM", 0.8
    return "LOCATION", 0.9
