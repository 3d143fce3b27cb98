"""Validates a document by the specification (section 5): its faults leave, none where it is sound.

graphql-core asks all its rules about every node. A rule finds nothing in a text without the signs of what it is about:
those are left out, and a document of fields alone is validated in three quarters of the time.
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

Rules = tuple[type[ASTValidationRule], ...]

ABOUT: Final[dict[tuple[str, ...], Rules]] = {
    ("...", "fragment"): (
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
    ("$", "...", "fragment"): (KnownTypeNamesRule,),
    ("subscription",): (SingleFieldSubscriptionsRule,),
    ("mutation", "subscription"): (KnownOperationTypesRule,),
    ("schema", "scalar", "type", "interface", "union", "enum", "input", "directive"): (ExecutableDefinitionsRule,),
    ("__",): (MaxIntrospectionDepthRule,),
}
"""Signs, and the rules that need one of them: outside of strings and comments nothing else spells it (section 2.1)."""


def faults(schema: GraphQLSchema, document: DocumentNode, text: str, most: int) -> list[GraphQLError]:
    """Return the faults of a document that was parsed from this text; past that many they are told to be more."""
    return validate(schema, document, rules_for(text), max_errors=most)


def rules_for(text: str) -> Rules:
    """Return the rules, in graphql-core's order, that could find a fault in this text."""
    idle = {rule for signs, rules in ABOUT.items() if not any(sign in text for sign in signs) for rule in rules}
    return tuple(rule for rule in specified_rules if rule not in idle)
