"""Whether a place name speaks or decides: the words around it enter, yes or no leaves (Baku said, Yerevan will insist).

A government is meant where the name is the subject of a verb of speech, decision or war. English verbs must be
inflected or follow an auxiliary, because their bare forms are nouns too often (`Armenia report`); French and Russian
ones are few, and known by their stems.
"""

import re
from collections.abc import Iterator

# fmt: off
_REGULAR = (
    "accept", "accuse", "acknowledge", "agree", "allow", "announce", "appeal", "approve", "argue", "ask", "assert",
    "attack", "back", "believe", "blame", "block", "bomb", "boycott", "broker", "call", "claim", "condemn", "confirm",
    "consider", "criticise", "criticize", "decide", "declare", "decline", "defend", "demand", "deny", "deploy",
    "determine", "dismiss", "emphasise", "emphasize", "express", "fear", "help", "ignore", "initiate", "insist",
    "invade", "invite", "launch", "maintain", "mediate", "negotiate", "occupy", "offer", "oppose", "pledge", "prefer",
    "press", "promise", "propose", "protest", "push", "ratify", "reaffirm", "recognise", "recognize", "refuse",
    "reiterate", "reject", "reply", "respond", "retaliate", "seize", "shell", "sign", "state", "stress", "suggest",
    "summon", "support", "suspect", "suspend", "threaten", "urge", "veto", "vote", "vow", "want", "warn", "welcome",
)
_IRREGULAR = (  # base, third person, past, participle
    ("admit", "admits", "admitted", "admitting"), ("expel", "expels", "expelled", "expelling"),
    ("give", "gives", "gave", "giving"), ("hope", "hopes", "hoped", "hoping"), ("know", "knows", "knew", "knowing"),
    ("say", "says", "said", "saying"), ("see", "sees", "saw", "seeing"), ("seek", "seeks", "sought", "seeking"),
    ("send", "sends", "sent", "sending"), ("tell", "tells", "told", "telling"),
    ("think", "thinks", "thought", "thinking"), ("withdraw", "withdraws", "withdrew", "withdrawing"),
)
# fmt: on


def _forms() -> Iterator[tuple[str, str, str, str]]:
    yield from _IRREGULAR
    for base in _REGULAR:
        stem = base.removesuffix("e")
        if base.endswith("y") and base[-2] not in "aeiou":
            yield base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing"
        else:
            third = base + ("es" if base.endswith(("s", "sh", "ch", "o")) else "s")
            participle = f"{base}ing" if base.endswith("ee") else f"{stem}ing"
            yield base, third, f"{stem}ed", participle


_BASE, _THIRD, _PAST, _PARTICIPLE = ("|".join(forms) for forms in zip(*_forms(), strict=True))
_ADVERBS = (
    r"(?:(?:also|again|now|still|never|always|already|later|then|not|openly|officially|repeatedly|reportedly|"
    r"immediately|unilaterally|previously|recently|today|yesterday)\s+){0,3}"
)
_MODAL = (
    r"(?:will|would|may|might|can|could|should|must|shall|does|did|(?:has|have|had|wants?|wanted) to|"
    r"(?:doesn|didn|won|can|couldn|wouldn|shouldn)['’]t)"
)
_ENGLISH = re.compile(
    rf"(?:,?\s+which)?\s+{_ADVERBS}(?:"
    rf"(?:{_THIRD}|{_PAST})\b"
    rf"|{_MODAL}\s+{_ADVERBS}(?:{_BASE})\b"
    rf"|(?:has|had)\s+{_ADVERBS}(?:{_PAST})\b"
    rf"|(?:is|was|has been)\s+{_ADVERBS}(?:{_PARTICIPLE}|determined|prepared|ready|reluctant|unwilling|willing)\b"
    rf"|(?:is|was|has been)\s+{_ADVERBS}(?:{_PAST}|aided)\s+by\b)",
    re.IGNORECASE,
)
_ENGLISH_PLURAL = re.compile(rf"\s+{_ADVERBS}(?:(?:have|are|were)\s+{_ADVERBS})?(?:{_BASE}|{_PAST}|{_PARTICIPLE})\b")
_SECOND_OF_TWO = re.compile(r"\b(?:and|&)\s+$")
_FIRST_OF_TWO = re.compile(r"\s+(?:and|&)\s+[A-Z][\w-]+(?=\s)")
_GOVERNED = re.compile(r"\b(?:across|against|among|between|for|from|in|of|over|to|towards?|with)\s+$", re.IGNORECASE)
_OTHER_LANGUAGES = re.compile(
    r"\s+(?:n['’])?(?:(?:a|avait|vient|va|veut|doit|peut)\s+)?(?:pas\s+)?(?:de |d['’])?"
    r"(?:accept|accus|affirm|annonc|condamn|confirm|déclar|demand|démen|dénonc|exig|insist|lanc|menac|ni[eé]|"
    r"propos|refus|rejet|répliqu|répond|sign|souhait)\w{0,4}\b"
    r"|\s+(?:a\s+)?dit\b"
    r"|\s+(?:заяв|сообщ|обвин|потребов|отверг|подписа|отказа|призва|предлож|утвержда|настаива)\w{1,5}\b",
    re.IGNORECASE,
)


def speaks(before: str, after: str) -> bool:
    """Whether the words `after` a name let it speak or decide, alone or with another: then an `and` stands between."""
    if _ENGLISH.match(after) or _OTHER_LANGUAGES.match(after):
        return True
    if _SECOND_OF_TWO.search(before) is not None:
        return _ENGLISH_PLURAL.match(after) is not None
    other = _FIRST_OF_TWO.match(after)
    return (
        other is not None and _GOVERNED.search(before) is None and _ENGLISH_PLURAL.match(after, other.end()) is not None
    )
