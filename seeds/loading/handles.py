"""What makes an account one: its handle without regard to case."""

from api.text.fold import casefolded


def account_key(handle: str) -> str:
    """Return the key of the account with that handle: case folded, without a sign."""
    return casefolded(handle)
