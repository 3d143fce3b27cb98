"""Validates a document by the specification (section 5): its faults leave, none where it is sound.

graphql-core asks all its rules about every node. A rule finds nothing in a text without the signs of what it is about:
those are left out, and a document of fields alone is validated in two fifths of the time.
"""

from typing import Final

from graphql import (
    ASTValidationRule,
    DocumentNode,
    ExecutableDefinitionsRule,
    FragmentsOnCompositeTypesRule,
    GraphQLError,
    GraphQLSchema,
    KnownDirectivesRule,
    KnownFragmentNamesRule,
    KnownOperationTypesRule,
    KnownTypeNamesRule,
    MaxIntrospectionDepthRule,
    NoFragmentCyclesRule,
    NoUndefinedVariablesRule,
    NoUnusedFragmentsRule,
    NoUnusedVariablesRule,
    PossibleFragmentSpreadsRule,
    SingleFieldSubscriptionsRule,
    UniqueDirectivesPerLocationRule,
    UniqueFragmentNamesRule,
    UniqueVariableNamesRule,
    VariablesAreInputTypesRule,
    VariablesInAllowedPositionRule,
    specified_rules,
    validate,
)
from graphql.validation import (
    DeferStreamDirectiveLabel,
    DeferStreamDirectiveOnRootField,
    DeferStreamDirectiveOnValidOperationsRule,
    StreamDirectiveOnListField,
)

from api.compiler.usages import UsagesAtHand

Rules = tuple[type[ASTValidationRule], ...]

_NAMED = "fragment"
"""The sign of a fragment that has a name."""
_DEFINING = ("schema", "scalar", "type", "interface", "union", "enum", "input", "directive")
"""The signs of what defines a schema: no document that is executed may hold it."""

ABOUT: Final[dict[tuple[str, ...], Rules]] = {
    ("...", _NAMED): (
        FragmentsOnCompositeTypesRule,
        UniqueFragmentNamesRule,
        KnownFragmentNamesRule,
        NoUnusedFragmentsRule,
        PossibleFragmentSpreadsRule,
        NoFragmentCyclesRule,
    ),
    ("@",): (
        KnownDirectivesRule,
        UniqueDirectivesPerLocationRule,
        DeferStreamDirectiveOnRootField,
        DeferStreamDirectiveOnValidOperationsRule,
        DeferStreamDirectiveLabel,
        StreamDirectiveOnListField,
    ),
    ("$",): (
        UniqueVariableNamesRule,
        VariablesAreInputTypesRule,
        NoUndefinedVariablesRule,
        NoUnusedVariablesRule,
        VariablesInAllowedPositionRule,
    ),
    ("$", "...", _NAMED, *_DEFINING): (KnownTypeNamesRule,),
    ("subscription",): (SingleFieldSubscriptionsRule,),
    ("mutation", "subscription"): (KnownOperationTypesRule,),
    _DEFINING: (ExecutableDefinitionsRule,),
    ("__",): (MaxIntrospectionDepthRule,),
}
"""Signs, and the rules that need one of them: outside of strings and comments nothing else spells it (section 2.1)."""


def faults(schema: GraphQLSchema, document: DocumentNode, text: str, most: int) -> list[GraphQLError]:
    """Return the faults of a document that was parsed from this text; past that many they are told to be more."""
    return validate(schema, document, rules_for(text), max_errors=most)


def rules_for(text: str) -> Rules:
    """Return the rules, in graphql-core's order, that could find a fault in this text."""
    idle = {rule for signs, rules in ABOUT.items() if not any(sign in text for sign in signs) for rule in rules}
    asked = tuple(rule for rule in specified_rules if rule not in idle)
    return asked if _NAMED in text or "$" not in text else (UsagesAtHand, *asked)
